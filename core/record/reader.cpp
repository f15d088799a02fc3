// SPDX-License-Identifier: Apache-2.0
#include "record/reader.h"

#include <algorithm>
#include <limits>

#include <fmt/format.h>

#include "base/text.h"
#include "format/csv_reader.h"
#include "record/header.h"
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
    RecordReading(const Reading& reading, const Header& header, const RepeatedKeys& repeated)
        : reading_(reading),
          header_(header),
          repeated_(repeated),
          key_(reading.type.schema->field(reading.type.key)),
          slots_(reading.type.schema->fields().size()),
          batch_(std::make_shared<column::RecordBatch>(reading.type.schema)) {
        batch_->import = reading.import;
        summary_.ignored_columns = header.ignored;
    }

    void take(const format::CsvRecord& record) {
        line_ = record.line;
        rejects_.clear();
        if (record.fault)
            reject("", "", *record.fault);
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
    void reject(std::string_view field, std::string value, Message reason) {
        rejects_.push_back({line_, std::string(field), std::move(value), std::move(reason)});
    }

    void wrong_number_of_columns(const format::CsvRecord& record) {
        reject("", "",
               {"record.wrong_number_of_columns",
                {{"count", std::ssize(record.cells)}, {"expected", std::ssize(header_.fields)}}});
    }

    void read_cells(const format::CsvRecord& record) {
        std::ranges::fill(slots_, column::Slot{});
        if (header_.hashed) read_line_number(trimmed(record.cells.front()));
        bool blank = true;
        for (std::size_t i = 0; i < header_.fields.size(); ++i) {
            const std::string_view cell = trimmed(record.cells[i]);
            blank = blank && cell.empty();
            if (!header_.fields[i]) continue;
            const column::Field& field = reading_.type.schema->field(*header_.fields[i]);
            if (!cell.empty())
                read_cell(cell, field, slots_[*header_.fields[i]], record.utf8);
            else if (field.required)
                reject(field.name, "", {"record.value_missing"});
        }
        if (!blank) return;
        rejects_.clear();
        reject("", "", {"record.blank_line"});
    }

    void read_cell(std::string_view cell, const column::Field& field, column::Slot& slot, bool utf8) {
        if (!utf8 && !is_utf8(cell)) return reject(field.name, shown(cell, field), {"record.not_utf8"});
        if (&field == &key_ && cell.size() > greatest_key) {
            return reject(field.name, shown(cell, field),
                          {"record.value_too_long", {{"limit", std::int64_t{greatest_key}}}});
        }
        auto value = parse_value(cell, field, reading_.dialect, reading_.secrets);
        if (value)
            slot = *value;
        else
            reject(field.name, shown(cell, field), std::move(value.error()));
    }

    // Of the archived form: the record stood on that line of the received file.
    void read_line_number(std::string_view cell) {
        const auto line = parse_integer(cell);
        if (!line || *line <= last_line_) return reject("", printable(cell), {"record.bad_line_number"});
        line_ = last_line_ = *line;
    }

    void refuse_repeated(const format::CsvRecord& record) {
        const std::string_view key = header_.key(record);
        const auto lines = key.empty() ? std::span<const std::int64_t>() : repeated_.lines(key);
        if (lines.empty()) return;
        reject(key_.name, printable(key),
               {"record.key_repeated",
                {{"lines", other_lines(lines, line_)}, {"count", std::ssize(lines) - 1}}});
    }

    void accept(const format::CsvRecord& record) {
        if (line_ - batch_->first_line > greatest_line_offset) hand_out();
        batch_->append(slots_, line_);
        batch_bytes_ += record.raw.size();
        ++summary_.accepted;
        const std::int64_t day = slots_[reading_.type.event_date].number;
        first_day_ = std::min(first_day_, day);
        last_day_ = std::max(last_day_, day);
        if (batch_->rows == column::RecordBatch::greatest_rows || batch_bytes_ > greatest_batch_bytes)
            hand_out();
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
    const Header& header_;
    const RepeatedKeys& repeated_;
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

}  // namespace

Result<Summary> read_records(const std::filesystem::path& file, const Reading& reading) {
    auto reader = format::CsvReader::open(file, reading.dialect.separator, reading.dialect.encoding);
    if (!reader) return tl::unexpected(reader.error());
    const std::string name = file.filename().string();
    format::CsvRecord record;
    if (!reader->next(record))
        return invalid(Message{"record.empty_file", {{"file", name}}}, Message{"record.export_again"});
    const auto header = read_header(record, reading.type, reading.dialect.hashed, name);
    if (!header) return tl::unexpected(header.error());

    // What is archived was once read, and its keys found to differ.
    const bool look_for_repeated = !reading.dialect.hashed;
    const std::int64_t first_pass = look_for_repeated ? reader->size() : 0;
    Pace pace(reading, first_pass + reader->size());
    std::optional<RepeatedKeys> repeated = RepeatedKeys();
    if (look_for_repeated) repeated = RepeatedKeys::find(*reader, *header, reading.secrets, std::ref(pace));
    if (!repeated) return conflict({"record.cancelled"});

    RecordReading rows(reading, *header, *repeated);
    reader->restart();
    reader->next(record);
    while (reader->next(record)) {
        if (!pace(first_pass + reader->position())) return conflict({"record.cancelled"});
        rows.take(record);
    }
    Summary summary = rows.finish();
    if (summary.accepted + summary.rejected > 0) return summary;
    return invalid(Message{"record.no_records", {{"file", name}}}, Message{"record.export_again"});
}

}  // namespace cadran::record
