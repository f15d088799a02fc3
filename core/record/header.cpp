// SPDX-License-Identifier: Apache-2.0
#include "record/header.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"

namespace cadran::record {

namespace {

constexpr std::string_view line_column = "line";

// In small letters, accented ones of Latin-1 included; a straight apostrophe for a curved one.
std::string folded(std::string_view utf8) {
    constexpr unsigned char latin_lead = 0xC3;
    std::string result;
    bool latin = false;
    for (const char c : trimmed(utf8)) {
        const auto byte = static_cast<unsigned char>(c);
        const bool capital =
            (byte >= 'A' && byte <= 'Z') || (latin && byte >= 0x80 && byte <= 0x9E && byte != 0x97);
        result += capital ? static_cast<char>(byte + 0x20) : c;
        latin = byte == latin_lead;
    }
    constexpr std::string_view curved = "\u2019";
    for (auto at = result.find(curved); at != std::string::npos; at = result.find(curved)) {
        result.replace(at, curved.size(), "'");
    }
    return result;
}

std::optional<std::size_t> field_of(std::string_view column, const column::Schema& schema) {
    const std::string wanted = folded(column);
    const auto fields = schema.fields();
    std::optional<std::size_t> titled;
    int titles = 0;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (wanted == folded(fields[i].name)) return i;
        if (wanted != folded(fields[i].title.fr) && wanted != folded(fields[i].title.en)) continue;
        titled = i;
        ++titles;
    }
    return titles == 1 && !wanted.empty() ? titled : std::nullopt;
}

// Gathers what is wrong with a header.
class HeaderCheck {
  public:
    HeaderCheck(const column::Schema& schema, Place place) : schema_(schema), place_(std::move(place)) {}

    void look(std::span<const std::string_view> names, Header& header) {
        header.fields = column_fields(names, schema_);
        std::vector<int> seen(schema_.fields().size());
        for (std::size_t i = 0; i < names.size(); ++i) {
            const std::string_view name = trimmed(names[i]);
            if (!header.fields[i])
                header.ignored.push_back(name.empty() ? fmt::format("#{}", i + 1) : std::string(name));
            else if (++seen[*header.fields[i]] == 2)
                column_twice(*header.fields[i]);
        }
        for (std::size_t i = 0; i < seen.size(); ++i) {
            if (seen[i] == 0 && schema_.field(i).required) column_missing(schema_.field(i), header.ignored);
        }
    }

    void fault(Message what, std::optional<Message> hint) {
        faults_.push_back({place_, std::move(what), std::move(hint)});
    }

    Diagnostics take() { return std::move(faults_); }

  private:
    void column_twice(std::size_t field) {
        fault({"record.column_twice", {{"field", schema_.field(field).name}}},
              Message{"record.keep_one_column"});
    }

    void column_missing(const column::Field& field, const std::vector<std::string>& unknown) {
        const auto near = nearest_name(field.name, unknown);
        fault({"record.column_missing", {{"field", field.name}, {"title", field.title}}},
              near ? Message{"record.rename_column", {{"column", *near}, {"field", field.name}}}
                   : Message{"record.add_column", {{"field", field.name}}});
    }

    const column::Schema& schema_;
    Place place_;
    Diagnostics faults_;
};

}  // namespace

std::vector<std::optional<std::size_t>> column_fields(std::span<const std::string_view> names,
                                                      const column::Schema& schema) {
    std::vector<std::optional<std::size_t>> fields;
    for (const std::string_view name : names) fields.push_back(field_of(name, schema));
    return fields;
}

std::string_view Header::key(const format::CsvRecord& record) const {
    if (record.fault || record.cells.size() != fields.size()) return {};
    const std::string_view key = trimmed(record.cells[key_column]);
    return key.size() > greatest_key || (!record.utf8 && !is_utf8(key)) ? std::string_view() : key;
}

Result<Header> read_header(const format::CsvRecord& record, const model::RecordType& type, bool hashed,
                           const std::string& file) {
    HeaderCheck check(*type.schema, {file, static_cast<int>(record.line), 0});
    Header header;
    header.hashed = hashed;
    std::span<const std::string_view> names = record.cells;
    if (record.fault) {
        check.fault(*record.fault, Message{"record.export_as_csv"});
    } else if (!record.utf8) {
        check.fault({"record.not_utf8"}, Message{"record.export_as_csv"});
    } else if (hashed && names.front() != line_column) {
        check.fault({"record.not_archived"}, {});
    } else {
        check.look(hashed ? names.subspan(1) : names, header);
    }
    if (Diagnostics faults = check.take(); !faults.empty()) return invalid(std::move(faults));
    if (hashed) header.fields.insert(header.fields.begin(), std::nullopt);
    const auto key = std::ranges::find(header.fields, std::optional(type.key));
    if (key == header.fields.end()) throw std::logic_error("the key of a record type must be required");
    header.key_column = static_cast<std::size_t>(key - header.fields.begin());
    return header;
}

}  // namespace cadran::record
