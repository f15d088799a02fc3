// SPDX-License-Identifier: Apache-2.0
#include "record/reader.h"

#include <algorithm>
#include <limits>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "record/header.h"
#include "record/plain_cell.h"
#include "record/reject_text.h"
#include "record/repeated_keys.h"
#include "record/value.h"

namespace cadran::record {

namespace {

constexpr std::int64_t bytes_between_reports = std::int64_t{1} << 20;
// A batch is handed out when the lines in it come to so many bytes, full or not.
constexpr std::size_t greatest_batch_bytes = std::size_t{64} << 20;
constexpr std::int64_t greatest_line_offset = std::numeric_limits<std::uint32_t>::max();

// Tells how far the passes over a file are, and whether to go on.
class Pace {
  public:
    Pace(const Reading& reading, std::int64_t total) : reading_(reading), total_(total) {}

    bool operator()(std::int64_t done) {
        if (done < next_report_) return true;
        next_report_ = done + bytes_between_reports;
        if (reading_.progress != nullptr)
            reading_.progress->advance(reading_.step, std::min(done, total_), total_);
        return !reading_.cancellation.stop_requested();
    }

  private:
    const Reading& reading_;
    std::int64_t total_;
    std::int64_t next_report_ = 0;
};

// The last pass: one record after the other into batches or to the rejects.
class RecordReading {
  public:
    // Where the repeated keys are not known yet, the fingerprints of all keys are gathered.
    RecordReading(const Reading& reading, const RowSource& rows, const Header& header,
                  const RepeatedKeys& repeated, KeyFingerprints* fingerprints = nullptr)
        : reading_(reading),
          rows_(rows),
          header_(header),
          repeated_(repeated),
          fingerprints_(fingerprints),
          key_(reading.type.schema->field(reading.type.key)),
          slots_(reading.type.schema->fields().size()),
          batch_(std::make_shared<column::RecordBatch>(reading.type.schema)) {
        batch_->import = reading.import;
        summary_.ignored_columns = header.ignored;
    }

    void take(const Row& record) {
        line_ = record.line;
        rejects_.clear();
        if (record.fault)
            reject("", "", *record.fault, 0);
        else if (record.cells.size() != header_.fields.size())
            wrong_number_of_columns(record);
        else
            read_cells(record);
        refuse_repeated(record);
        if (rejects_.empty()) return accept(record);
        ++summary_.rejected;
        if (reading_.reject) reading_.reject(rejects_, record.raw);
    }

    Summary finish() {
        hand_out();
        return std::move(summary_);
    }

  private:
    void reject(std::string_view field, std::string value, Message reason, std::size_t column) {
        rejects_.push_back({line_, std::string(field), std::move(value), std::move(reason),
                            rows_.cell_place(column, line_)});
    }

    void wrong_number_of_columns(const Row& record) {
        reject("", "",
               {"record.wrong_number_of_columns",
                {{"count", std::ssize(record.cells)}, {"expected", std::ssize(header_.fields)}}},
               0);
    }

    void read_cells(const Row& record) {
        std::ranges::fill(slots_, column::Slot{});
        if (header_.hashed) read_line_number(trimmed(record.cells.front()));
        bool blank = true;
        for (std::size_t i = 0; i < header_.fields.size(); ++i) {
            const std::string_view cell = trimmed(record.cells[i]);
            blank = blank && cell.empty();
            if (!header_.fields[i]) continue;
            const column::Field& field = reading_.type.schema->field(*header_.fields[i]);
            if (const CellFault* fault = fault_of(record, i))
                reject(field.name, shown(cell, field), fault->what, i);
            else if (!cell.empty())
                read_cell(cell, i, slots_[*header_.fields[i]], record.utf8);
            else if (field.required)
                reject(field.name, "", {"record.value_missing"}, i);
        }
        if (!blank) return;
        rejects_.clear();
        reject("", "", {"record.blank_line"}, 0);
    }

    static const CellFault* fault_of(const Row& record, std::size_t column) {
        const auto fault = std::ranges::find(record.cell_faults, column, &CellFault::column);
        return fault == record.cell_faults.end() ? nullptr : &*fault;
    }

    void read_cell(std::string_view cell, std::size_t column, column::Slot& slot, bool utf8) {
        const column::Field& field = reading_.type.schema->field(*header_.fields[column]);
        const auto refuse = [&](Message reason) {
            reject(field.name, shown(cell, field), std::move(reason), column);
        };
        if (!utf8 && !is_utf8(cell)) return refuse({"record.not_utf8"});
        if (&field == &key_ && cell.size() > greatest_key)
            return refuse({"record.value_too_long", {{"limit", std::int64_t{greatest_key}}}});
        if (read_plain_cell(cell, field, reading_.dialect, reading_.secrets, slot)) return;
        auto value = parse_value(cell, field, reading_.dialect, reading_.secrets);
        if (value)
            slot = *value;
        else
            refuse(std::move(value.error()));
    }

    // Of the archived form: the record stood on that line of the received file.
    void read_line_number(std::string_view cell) {
        const auto line = parse_integer(cell);
        if (!line || *line <= last_line_) return reject("", printable(cell), {"record.bad_line_number"}, 0);
        line_ = last_line_ = *line;
    }

    void refuse_repeated(const Row& record) {
        const std::string_view key = header_.key(record);
        if (fingerprints_ != nullptr && !key.empty()) fingerprints_->add(keyed_hash(reading_.secrets, key));
        const auto lines = key.empty() ? std::span<const std::int64_t>() : repeated_.lines(key);
        if (lines.empty()) return;
        reject(
            key_.name, printable(key),
            {"record.key_repeated", {{"lines", other_lines(lines, line_)}, {"count", std::ssize(lines) - 1}}},
            header_.key_column);
    }

    void accept(const Row& record) {
        if (line_ - batch_->first_line > greatest_line_offset) hand_out();
        batch_->append(slots_, line_);
        batch_bytes_ += record.raw.size();
        ++summary_.accepted;
        const std::int64_t day = slots_[reading_.type.event_date].number;
        first_day_ = std::min(first_day_, day);
        last_day_ = std::max(last_day_, day);
        if (batch_->rows == reading_.batch_rows || batch_bytes_ > greatest_batch_bytes) hand_out();
    }

    void hand_out() {
        if (batch_->rows == 0) return;
        reading_.accept(batch_);
        summary_.first_event = Date{std::chrono::sys_days{std::chrono::days{first_day_}}};
        summary_.last_event = Date{std::chrono::sys_days{std::chrono::days{last_day_}}};
        if (batch_.use_count() == 1)
            batch_->clear();
        else
            batch_ = std::make_shared<column::RecordBatch>(reading_.type.schema);
        batch_->import = reading_.import;
        batch_bytes_ = 0;
    }

    const Reading& reading_;
    const RowSource& rows_;
    const Header& header_;
    const RepeatedKeys& repeated_;
    KeyFingerprints* fingerprints_;
    const column::Field& key_;
    std::vector<column::Slot> slots_;  // of the record at hand, a slot for each field
    std::vector<Reject> rejects_;      // of the record at hand
    std::int64_t line_ = 0;            // of the record at hand
    std::int64_t last_line_ = 0;       // of the record before, in the archived form
    std::shared_ptr<column::RecordBatch> batch_;
    std::size_t batch_bytes_ = 0;
    std::int64_t first_day_ = std::numeric_limits<std::int64_t>::max();
    std::int64_t last_day_ = std::numeric_limits<std::int64_t>::min();
    Summary summary_;
};

// What the first row says the columns are.
Result<Header> read_titles(RowSource& rows, const std::string& name, const Reading& reading) {
    std::optional<Result<Header>> header;
    const Done read = rows.read([&](const Row& row) {
        header = read_header(row, reading.type, reading.dialect.hashed, name);
        return false;
    });
    if (!read) return tl::unexpected(read.error());
    if (header) return std::move(*header);
    return invalid(Message{"record.empty_file", {{"file", name}}}, Message{"record.export_again"});
}

// Every record behind the titles.
Result<Summary> read_all(RowSource& rows, const std::string& name, const Reading& reading,
                         RecordReading& records, Pace& pace, std::int64_t first_pass) {
    bool titles = true;
    bool goes_on = true;
    const Done read = rows.read([&](const Row& row) {
        if (std::exchange(titles, false)) return true;
        goes_on = pace(first_pass + rows.position());
        if (goes_on) records.take(row);
        return goes_on;
    });
    if (!read) return tl::unexpected(read.error());
    if (!goes_on) return conflict({"record.cancelled"});
    Summary summary = records.finish();
    // All lines may have been rejected before the archive.
    if (summary.accepted + summary.rejected > 0 || reading.dialect.hashed) return summary;
    return invalid(Message{"record.no_records", {{"file", name}}}, Message{"record.export_again"});
}

// In one pass, trusting that no key repeats; none where one may.
Result<std::optional<Summary>> read_at_once(RowSource& rows, const std::string& name, const Header& header,
                                            const Reading& reading) {
    Pace pace(reading, rows.size());
    const RepeatedKeys none;
    KeyFingerprints fingerprints(reading.spill);
    RecordReading records(reading, rows, header, none, &fingerprints);
    auto summary = read_all(rows, name, reading, records, pace, 0);
    if (!summary) return tl::unexpected(summary.error());
    if (!fingerprints.repeated().empty()) return std::nullopt;
    return std::move(*summary);
}

}  // namespace

Result<Summary> read_records(RowSource& rows, const std::string& name, const Reading& reading) {
    const auto header = read_titles(rows, name, reading);
    if (!header) return tl::unexpected(header.error());

    // What is archived was once read, and its keys found to differ.
    const bool keys_may_repeat = !reading.dialect.hashed;
    if (keys_may_repeat && reading.start_over) {
        auto summary = read_at_once(rows, name, *header, reading);
        if (!summary) return tl::unexpected(summary.error());
        if (*summary) return std::move(**summary);
        reading.start_over();
    }
    const std::int64_t first_pass = keys_may_repeat ? rows.size() : 0;
    Pace pace(reading, first_pass + rows.size());
    Result<RepeatedKeys> repeated = RepeatedKeys();
    if (keys_may_repeat)
        repeated = RepeatedKeys::find(rows, *header, reading.secrets, reading.spill, std::ref(pace));
    if (!repeated) return tl::unexpected(repeated.error());
    RecordReading records(reading, rows, *header, *repeated);
    return read_all(rows, name, reading, records, pace, first_pass);
}

Result<Summary> read_records(const std::filesystem::path& file, const Reading& reading) {
    const auto rows = open_csv(file, reading.dialect);
    if (!rows) return tl::unexpected(rows.error());
    return read_records(**rows, file.filename().string(), reading);
}

}  // namespace cadran::record
