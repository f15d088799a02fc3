// SPDX-License-Identifier: Apache-2.0
#include "record/block_reader.h"

#include <algorithm>
#include <numeric>

#include "base/text.h"
#include "record/plain_cell.h"
#include "record/value.h"

namespace cadran::record {

namespace {

// The lines of those rows, where every line that is not blank is one. The rows come sorted.
std::string lines_of(std::string_view bytes, std::span<const std::uint32_t> rows) {
    std::string lines;
    std::uint32_t row = 0;
    for (const std::uint32_t wanted : rows) {
        while (true) {
            if (bytes.empty()) throw std::logic_error("a file that changed while it was read");
            const std::size_t length = std::min(bytes.find('\n'), bytes.size() - 1) + 1;
            const std::string_view line = bytes.substr(0, length);
            bytes.remove_prefix(length);
            const bool is_blank = line == "\n" || line == "\r\n";
            if (is_blank || row++ < wanted) continue;
            lines += line;
            break;
        }
    }
    return lines;
}

}  // namespace

using column::Codes;
using column::Numbers;
using column::Texts;

Result<std::optional<BlockFile>> BlockFile::open(const std::filesystem::path& file, const FileForm& form,
                                                 const model::RecordType& type, const HashKey& secrets,
                                                 std::int64_t block_bytes) {
    const bool is_readable = form.format == FileFormat::csv &&
                             form.dialect.encoding == format::Encoding::utf8 && !form.dialect.hashed;
    if (!is_readable) return std::nullopt;
    auto reader = format::CsvReader::open(file, form.dialect.separator, form.dialect.encoding);
    if (!reader) return tl::unexpected(reader.error());
    format::CsvRecord titles;
    if (!reader->next(titles)) return std::nullopt;
    auto header = read_header(titles, type, false, file.filename().string());
    if (!header) return tl::unexpected(header.error());
    auto blocks = format::LineBlocks::open(file, reader->position(), block_bytes);
    if (!blocks) return tl::unexpected(blocks.error());
    return BlockFile{type, form.dialect, secrets, std::move(*header), std::move(*blocks)};
}

BlockReader::BlockReader(const BlockFile& file, std::vector<std::uint8_t> wanted)
    : file_(file),
      wanted_(std::move(wanted)),
      batch_(std::make_shared<column::RecordBatch>(file.type.schema)) {
    wanted_.at(file.type.key) = 1;
    wanted_.at(file.type.event_date) = 1;
}

bool BlockReader::find_cells(std::uint32_t block) {
    const auto bytes = file_.blocks.read(block, buffer_);
    return bytes && cells_.find(*bytes, file_.dialect.separator);
}

bool BlockReader::read(std::uint32_t block) {
    if (!find_cells(block)) return false;
    all_rows_.resize(cells_.records());
    std::iota(all_rows_.begin(), all_rows_.end(), 0U);
    fill(all_rows_);
    note_keys();
    return true;
}

std::shared_ptr<const column::RecordBatch> BlockReader::fetch(std::uint32_t block,
                                                              std::span<const std::uint32_t> rows) {
    const auto bytes = file_.blocks.read(block, buffer_);
    if (!bytes) throw std::logic_error("a file that changed while it was read");
    std::string lines;
    std::vector<std::uint32_t> of_lines;
    const bool by_lines = bytes->find('"') == std::string_view::npos;
    if (by_lines) {
        lines = lines_of(*bytes, rows);
        of_lines.resize(rows.size());
        std::iota(of_lines.begin(), of_lines.end(), 0U);
        rows = of_lines;
    }
    if (!cells_.find(by_lines ? lines : *bytes, file_.dialect.separator))
        throw std::logic_error("a file that changed while it was read");
    const auto kept = std::exchange(batch_, std::make_shared<column::RecordBatch>(file_.type.schema));
    const auto wanted = std::exchange(wanted_, std::vector<std::uint8_t>(wanted_.size(), 1));
    fill(rows);
    wanted_ = wanted;
    return std::exchange(batch_, kept);
}

void BlockReader::fill(std::span<const std::uint32_t> rows) {
    const std::vector<std::optional<std::size_t>>& fields = file_.header.fields;
    batch_->rows = rows.size();
    batch_->line_offsets.assign(rows.size(), 0);
    accepted_.resize(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i)
        accepted_[i] = cells_.cells(rows[i]) == fields.size() ? 1 : 0;
    std::vector<std::uint8_t> has_column(wanted_.size(), 0);
    for (std::size_t column = 0; column < fields.size(); ++column) {
        if (!fields[column]) continue;
        has_column[*fields[column]] = 1;
        fill_column(column, *fields[column], rows);
    }
    for (std::size_t field = 0; field < wanted_.size(); ++field) {
        if (has_column[field] != 0) continue;
        column::Column& column = batch_->columns[field];
        column.present.assign(rows.size(), 0);
        std::visit([&](auto& values) { values = {}; }, column.values);
        if (auto* numbers = std::get_if<Numbers>(&column.values)) numbers->resize(rows.size());
        if (auto* codes = std::get_if<Codes>(&column.values)) codes->resize(rows.size());
        if (auto* texts = std::get_if<Texts>(&column.values)) texts->offsets.resize(rows.size() + 1);
    }
}

void BlockReader::fill_column(std::size_t column, std::size_t field, std::span<const std::uint32_t> rows) {
    const column::Field& definition = file_.type.schema->field(field);
    column::Column& to = batch_->columns[field];
    to.present.assign(rows.size(), 0);
    // A slot for each cell that holds something; false rejects the row.
    const auto each = [&](const auto& take) {
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (accepted_[i] == 0) {
                take(i, std::string_view());
                continue;
            }
            const std::string_view cell = trimmed(cells_.text(rows[i], column, scratch_));
            if (cell.empty() && definition.required) accepted_[i] = 0;
            if (!take(i, cell)) accepted_[i] = 0;
        }
    };
    if (auto* texts = std::get_if<Texts>(&to.values)) {
        const bool is_wanted = wanted_[field] != 0;
        const std::size_t longest = field == file_.type.key ? greatest_key : std::string_view::npos;
        texts->clear();
        each([&](std::size_t i, std::string_view cell) {
            to.present[i] = cell.empty() ? 0 : 1;
            if (is_wanted) texts->append(cell);
            return cell.size() <= longest;
        });
    } else if (auto* codes = std::get_if<Codes>(&to.values)) {
        codes->assign(rows.size(), 0);
        each([&](std::size_t i, std::string_view cell) {
            column::Slot slot;
            const bool is_sound = cell.empty() || read_cell(cell, definition, slot);
            to.present[i] = slot.present ? 1 : 0;
            (*codes)[i] = static_cast<std::uint32_t>(slot.number);
            return is_sound;
        });
    } else {
        auto& numbers = std::get<Numbers>(to.values);
        const bool is_hash = definition.type == column::Type::secret && wanted_[field] != 0;
        const bool is_idle = definition.type == column::Type::secret && !is_hash;
        numbers.assign(rows.size(), 0);
        each([&](std::size_t i, std::string_view cell) {
            column::Slot slot;
            const bool is_sound = cell.empty() || (is_idle && cell.size() <= greatest_secret) ||
                                  read_cell(cell, definition, slot);
            to.present[i] = slot.present ? 1 : 0;
            numbers[i] = slot.number;
            return is_sound;
        });
    }
}

bool BlockReader::read_cell(std::string_view cell, const column::Field& field, column::Slot& slot) const {
    if (read_plain_cell(cell, field, file_.dialect, file_.secrets, slot)) return true;
    const auto value = parse_value(cell, field, file_.dialect, file_.secrets);
    if (value) slot = *value;
    return value.has_value();
}

void BlockReader::note_keys() {
    const std::size_t column = file_.header.key_column;
    fingerprints_.clear();
    for (std::size_t row = 0; row < cells_.records(); ++row) {
        if (cells_.cells(row) != file_.header.fields.size()) continue;
        const std::string_view key = trimmed(cells_.text(row, column, scratch_));
        if (!key.empty() && key.size() <= greatest_key)
            fingerprints_.push_back(std::hash<std::string_view>()(key));
    }
}

}  // namespace cadran::record
