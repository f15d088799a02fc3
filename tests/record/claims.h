// SPDX-License-Identifier: Apache-2.0
// A record type with a field of every kind, and readings of it as text.
#pragma once

#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "record/file_form.h"
#include "record/reader.h"
#include "temporary_folder.h"

namespace cadran::record {

inline constexpr HashKey test_key{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};
inline constexpr Dialect french_dialect{.separator = ';', .decimal = ',', .dates = DateStyle::french};
inline constexpr Dialect plain_dialect{};

inline model::RecordType claim_type() {
    using column::Field;
    using column::Type;
    model::RecordType type;
    type.name = "claim";
    type.title = {"dossier", "claim"};
    type.schema = std::make_shared<column::Schema>(std::vector<Field>{
        {.name = "number", .required = true, .title = {"numéro", "number"}},
        {.name = "act",
         .type = Type::code,
         .required = true,
         .codes = {{"consultation", {}}, {"hospital-stay", {}}, {"optical", {}}},
         .title = {"acte", "act"}},
        {.name = "received_on",
         .type = Type::date,
         .required = true,
         .title = {"date d’effet", "received on"}},
        {.name = "amount", .type = Type::money, .required = true, .title = {"montant", "amount"}},
        {.name = "iban", .type = Type::secret, .title = {"RIB", "account"}},
        {.name = "visits", .type = Type::integer, .title = {"visites", "visits"}},
        {.name = "urgent", .type = Type::boolean, .title = {"urgent", "urgent"}},
        {.name = "seen_at", .type = Type::time, .title = {"vu à", "seen at"}},
        {.name = "beneficiary", .title = {"Bénéficiaire", "beneficiary"}},
    });
    type.key = 0;
    type.event_date = 2;
    type.handler = 8;
    return type;
}

inline constexpr std::string_view claim_columns =
    "number;act;received_on;amount;iban;visits;urgent;seen_at;beneficiary\n";

// What one reading gave.
struct Outcome {
    std::vector<std::string> rows;     // `2: C1|optical|…`, secrets as their hash
    std::vector<std::string> rejects;  // `2 field id`
    std::vector<Reject> reasons;
    std::string raw;  // of rejected lines
    std::vector<std::shared_ptr<const column::RecordBatch>> batches;
    Result<Summary> summary = Summary{};
};

inline std::string row_text(const column::RecordBatch& batch, std::size_t row) {
    std::string text = fmt::format("{}:", batch.line(row));
    for (std::size_t field = 0; field < batch.columns.size(); ++field) {
        const column::Scalar value = batch.scalar(row, field);
        const auto* secret = std::get_if<column::Secret>(&value);
        text += (field == 0 ? " " : "|") +
                (secret ? fmt::format("{:016x}", secret->hash) : column::plain_text(value));
    }
    return text;
}

template <typename Read>
Outcome outcome_of(const Dialect& dialect, const model::RecordType& type, Read read) {
    Outcome outcome;
    const Reading reading{.type = type,
                          .dialect = dialect,
                          .secrets = test_key,
                          .import = 7,
                          .accept =
                              [&](std::shared_ptr<const column::RecordBatch> batch) {
                                  for (std::size_t row = 0; row < batch->rows; ++row)
                                      outcome.rows.push_back(row_text(*batch, row));
                                  outcome.batches.push_back(std::move(batch));
                              },
                          .reject =
                              [&](const std::vector<Reject>& rejects, std::string_view raw) {
                                  for (const Reject& reject : rejects) {
                                      outcome.rejects.push_back(fmt::format("{} {} {}", reject.line,
                                                                            reject.field, reject.reason.id));
                                      outcome.reasons.push_back(reject);
                                  }
                                  outcome.raw += raw;
                              }};
    outcome.summary = read(reading);
    return outcome;
}

inline Outcome read_file(const std::filesystem::path& file, const Dialect& dialect,
                         const model::RecordType& type) {
    return outcome_of(dialect, type, [&](const Reading& reading) { return read_records(file, reading); });
}

// Whatever its format is found to be; the rejected lines come under their titles, as they can be read again.
inline Outcome read_any(const std::filesystem::path& file, const KnownDialect& known = {},
                        const std::optional<std::string>& sheet = {}) {
    const model::RecordType type = claim_type();
    Outcome outcome;
    const auto form = detect_form(file, type, known, sheet);
    if (!form) {
        outcome.summary = tl::unexpected(form.error());
        return outcome;
    }
    const auto rows = open_rows(file, *form);
    if (!rows) {
        outcome.summary = tl::unexpected(rows.error());
        return outcome;
    }
    std::string titles;
    outcome = outcome_of(form->dialect, type, [&](const Reading& reading) {
        (void)(*rows)->read([&](const Row& row) {
            titles = row.raw;
            return false;
        });
        return read_records(**rows, file.filename().string(), reading);
    });
    outcome.raw = titles + outcome.raw;
    return outcome;
}

inline std::filesystem::path write_file(const TemporaryFolder& folder, std::string_view text) {
    const std::filesystem::path file = folder.path() / "claims.csv";
    std::ofstream(file, std::ios::binary) << text;
    return file;
}

inline Outcome read(std::string_view text, const Dialect& dialect = french_dialect) {
    const TemporaryFolder folder;
    return read_file(write_file(folder, text), dialect, claim_type());
}

}  // namespace cadran::record
