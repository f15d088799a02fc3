// SPDX-License-Identifier: Apache-2.0
#include "record/block_reader.h"

#include <algorithm>

#include "base/text.h"
#include "record/plain_cell.h"
#include "record/value.h"

namespace cadran::record {

namespace {

constexpr const char* changed = "a file that changed while it was read";

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
    return BlockFile(type, form.dialect, secrets, std::move(*header), std::move(*blocks));
}

std::unique_ptr<BatchReader> BlockFile::reader(std::vector<std::uint8_t> wanted) const {
    return std::make_unique<BlockReader>(*this, std::move(wanted));
}

BlockReader::BlockReader(const BlockFile& file, std::vector<std::uint8_t> wanted)
    : file_(file),
      wanted_(std::move(wanted)),
      batch_(std::make_shared<column::RecordBatch>(file.type_.schema)) {
    wanted_.at(file.type_.key) = 1;
    wanted_.at(file.type_.event_date) = 1;
}

bool BlockReader::find_cells(std::uint32_t block) {
    const auto bytes = file_.lines_.read(block, buffer_);
    return bytes && cells_.find(*bytes, file_.dialect_.separator);
}

bool BlockReader::read(std::uint32_t block) {
    if (!find_cells(block)) return false;
    block_ = block;
    fill();
    return true;
}

std::shared_ptr<const column::RecordBatch> BlockReader::fetch(std::span<const BlockRow> rows) {
    std::string lines;
    while (!rows.empty()) {
        const auto is_behind = [&](const BlockRow& row) { return row.block != rows.front().block; };
        const auto end = std::ranges::find_if(rows, is_behind);
        append_lines({rows.begin(), end}, lines);
        rows = {end, rows.end()};
    }
    find_cells_of(lines);
    const auto kept = std::exchange(batch_, std::make_shared<column::RecordBatch>(file_.type_.schema));
    const auto wanted = std::exchange(wanted_, std::vector<std::uint8_t>(wanted_.size(), 1));
    fill();
    wanted_ = wanted;
    return std::exchange(batch_, kept);
}

// Of one block; what was a record then, every line that is not blank, is taken for one again.
void BlockReader::append_lines(std::span<const BlockRow> rows, std::string& lines) {
    const std::string_view bytes = file_.lines_.read(rows.front().block, buffer_).value_or("");
    std::uint32_t row = 0;
    std::size_t start = 0;
    for (const std::uint32_t end : format::find_line_ends(bytes, line_ends_)) {
        const std::string_view line = bytes.substr(start, end - start);
        start = end + std::size_t{1};
        const bool is_blank = line.empty() || (line == "\r" && end < bytes.size());
        if (is_blank || row++ < rows.front().row) continue;
        lines.append(line) += '\n';
        rows = rows.subspan(1);
        if (rows.empty()) return;
    }
    throw std::logic_error(changed);
}

void BlockReader::find_cells_of(std::string_view bytes) {
    if (!cells_.find(bytes, file_.dialect_.separator)) throw std::logic_error(changed);
}

void BlockReader::fill() {
    const std::vector<std::optional<std::size_t>>& fields = file_.header_.fields;
    const std::size_t rows = cells_.records();
    batch_->rows = rows;
    batch_->line_offsets.assign(rows, 0);
    accepted_.resize(rows);
    for (std::size_t row = 0; row < rows; ++row) accepted_[row] = cells_.cells(row) == fields.size() ? 1 : 0;
    std::vector<std::uint8_t> has_column(wanted_.size(), 0);
    for (std::size_t column = 0; column < fields.size(); ++column) {
        if (!fields[column]) continue;
        has_column[*fields[column]] = 1;
        fill_column(column, *fields[column]);
    }
    for (std::size_t field = 0; field < wanted_.size(); ++field) {
        if (has_column[field] != 0) continue;
        column::Column& column = batch_->columns[field];
        column.present.assign(rows, 0);
        std::visit([&](auto& values) { values = {}; }, column.values);
        if (auto* numbers = std::get_if<Numbers>(&column.values)) numbers->resize(rows);
        if (auto* codes = std::get_if<Codes>(&column.values)) codes->resize(rows);
        if (auto* texts = std::get_if<Texts>(&column.values)) texts->offsets.resize(rows + 1);
    }
}

void BlockReader::fill_column(std::size_t column, std::size_t field) {
    const column::Field& definition = file_.type_.schema->field(field);
    column::Column& to = batch_->columns[field];
    if (find_texts(column))
        to.present.assign(texts_.size(), 1);
    else
        note_present(to.present, definition.required);
    if (auto* texts = std::get_if<Texts>(&to.values)) {
        if (wanted_[field] != 0)
            texts->assign(texts_);
        else
            texts->clear();
        if (field == file_.type_.key) reject_longer_than(greatest_key);
    } else if (definition.type == column::Type::secret && wanted_[field] == 0) {
        std::get<Numbers>(to.values).assign(texts_.size(), 0);
        reject_longer_than(greatest_secret);
    } else if (auto* codes = std::get_if<Codes>(&to.values)) {
        numbers_.resize(texts_.size());
        read_numbers(definition, to.present, numbers_);
        codes->assign(numbers_.begin(), numbers_.end());
    } else {
        auto& numbers = std::get<Numbers>(to.values);
        numbers.resize(texts_.size());
        read_numbers(definition, to.present, numbers);
    }
}

// Where a value must be, a row without one is rejected.
void BlockReader::note_present(std::vector<std::uint8_t>& present, bool required) {
    present.resize(texts_.size());
    const std::span<const std::string_view> texts = texts_;
    const std::span<std::uint8_t> accepted = accepted_;
    const std::uint8_t suffices = required ? 0 : 1;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const std::uint8_t is_there = texts[i].empty() ? 0 : 1;
        present[i] = is_there;
        accepted[i] &= is_there | suffices;
    }
}

// True where surely none is empty.
bool BlockReader::find_texts(std::size_t column) {
    const bool are_there = cells_.texts(column, texts_);
    if (!cells_.may_have_white_ends()) return are_there;
    for (std::string_view& text : texts_) {
        if (has_white_ends(text)) text = trimmed(text);
    }
    return false;
}

void BlockReader::reject_longer_than(std::size_t longest) {
    for (std::size_t i = 0; i < texts_.size(); ++i) {
        if (texts_[i].size() > longest) accepted_[i] = 0;
    }
}

void BlockReader::read_numbers(const column::Field& field, std::vector<std::uint8_t>& present,
                               std::span<std::int64_t> numbers) {
    read_plain_cells(texts_, field, file_.dialect_, file_.secrets_, numbers, careful_);
    for (const std::uint32_t row : careful_) {
        const auto value = parse_value(texts_[row], field, file_.dialect_, file_.secrets_);
        if (!value) accepted_[row] = 0;
        present[row] = value && value->present ? 1 : 0;
        numbers[row] = value ? value->number : 0;
    }
}

BlockKeys BlockReader::keys() {
    const auto& texts = std::get<Texts>(batch_->columns[file_.type_.key].values);
    return BlockKeys::of(block_, all_keys([&](std::size_t row) { return texts.at(row); }));
}

BlockKeys BlockReader::fingerprints(std::uint32_t block) {
    if (!find_cells(block)) throw std::logic_error(changed);
    find_texts(file_.header_.key_column);
    return BlockKeys::with_fingerprints(block, all_keys([&](std::size_t row) { return texts_[row]; }));
}

template <typename KeyOf>
std::span<const std::string_view> BlockReader::all_keys(const KeyOf& key_of) {
    keys_.clear();
    for (std::size_t row = 0; row < cells_.records(); ++row) {
        const std::string_view key = key_of(row);
        const bool is_whole = cells_.cells(row) == file_.header_.fields.size();
        if (is_whole && !key.empty() && key.size() <= greatest_key) keys_.push_back(key);
    }
    return keys_;
}

}  // namespace cadran::record
