// SPDX-License-Identifier: Apache-2.0
#include "record/batch_spill.h"

#include <algorithm>
#include <cstring>
#include <stdexcept>

namespace cadran::record {

namespace {

// As they stand in memory: nobody but this process reads them.
template <typename Item>
void append_items(std::string& bytes, const std::vector<Item>& items) {
    bytes.append(reinterpret_cast<const char*>(items.data()), items.size() * sizeof(Item));
}

template <typename Item>
void take_items(std::string_view& bytes, std::vector<Item>& items, std::size_t count) {
    items.resize(count);
    std::memcpy(items.data(), bytes.data(), count * sizeof(Item));
    bytes.remove_prefix(count * sizeof(Item));
}

void append_column(std::string& bytes, const column::Column& column) {
    append_items(bytes, column.present);
    if (const auto* texts = std::get_if<column::Texts>(&column.values)) {
        append_items(bytes, texts->offsets);
        bytes += texts->bytes;
    } else if (const auto* codes = std::get_if<column::Codes>(&column.values)) {
        append_items(bytes, *codes);
    } else {
        append_items(bytes, std::get<column::Numbers>(column.values));
    }
}

void take_column(std::string_view bytes, std::size_t rows, column::Column& column) {
    take_items(bytes, column.present, rows);
    if (auto* texts = std::get_if<column::Texts>(&column.values)) {
        take_items(bytes, texts->offsets, rows + 1);
        texts->bytes = bytes;
    } else if (auto* codes = std::get_if<column::Codes>(&column.values)) {
        take_items(bytes, *codes, rows);
    } else {
        take_items(bytes, std::get<column::Numbers>(column.values), rows);
    }
}

// As if no row had a value.
void clear_column(std::size_t rows, column::Column& column) {
    column.present.assign(rows, 0);
    if (auto* texts = std::get_if<column::Texts>(&column.values)) {
        texts->clear();
        texts->offsets.resize(rows + 1);
    } else if (auto* codes = std::get_if<column::Codes>(&column.values)) {
        codes->assign(rows, 0);
    } else {
        std::get<column::Numbers>(column.values).assign(rows, 0);
    }
}

// Of one block.
void append_rows(const column::Column& from, std::span<const BlockRow> rows, column::Column& to) {
    for (const auto& [block, row] : rows) {
        to.present.push_back(from.present[row]);
        if (const auto* texts = std::get_if<column::Texts>(&from.values))
            std::get<column::Texts>(to.values).append(texts->at(row));
        else if (const auto* codes = std::get_if<column::Codes>(&from.values))
            std::get<column::Codes>(to.values).push_back((*codes)[row]);
        else
            std::get<column::Numbers>(to.values).push_back(std::get<column::Numbers>(from.values)[row]);
    }
}

}  // namespace

class BatchSpill::Reader final : public BatchReader {
  public:
    Reader(const BatchSpill& spill, std::vector<std::uint8_t> wanted)
        : spill_(spill), wanted_(std::move(wanted)), batch_(spill.type_.schema) {
        wanted_.at(spill.type_.key) = 1;
        wanted_.at(spill.type_.event_date) = 1;
    }

    bool read(std::uint32_t block) override {
        take(block, wanted_, batch_);
        accepted_.assign(batch_.rows, 1);
        return true;
    }

    const column::RecordBatch& batch() const override { return batch_; }
    std::span<const std::uint8_t> accepted() const override { return accepted_; }

    // Nobody asks: they differ.
    BlockKeys keys() override { throw std::logic_error("keys that differ"); }
    BlockKeys fingerprints(std::uint32_t) override { throw std::logic_error("keys that differ"); }

    std::shared_ptr<const column::RecordBatch> fetch(std::span<const BlockRow> rows) override {
        column::RecordBatch whole(spill_.type_.schema);
        auto fetched = std::make_shared<column::RecordBatch>(spill_.type_.schema);
        for (auto from = rows.begin(); from != rows.end();) {
            const auto to =
                std::find_if(from, rows.end(), [&](const BlockRow& row) { return row.block != from->block; });
            take(from->block, std::vector<std::uint8_t>(wanted_.size(), 1), whole);
            for (std::size_t i = 0; i < whole.columns.size(); ++i)
                append_rows(whole.columns[i], {from, to}, fetched->columns[i]);
            from = to;
        }
        fetched->rows = rows.size();
        fetched->line_offsets.assign(rows.size(), 0);
        return fetched;
    }

  private:
    void take(std::uint32_t number, const std::vector<std::uint8_t>& wanted, column::RecordBatch& batch) {
        const Block& block = spill_.blocks_[number];
        batch.rows = block.rows;
        batch.line_offsets.assign(block.rows, 0);
        for (std::size_t i = 0; i < batch.columns.size(); ++i) {
            if (wanted[i] == 0) {
                clear_column(block.rows, batch.columns[i]);
                continue;
            }
            bytes_.resize(static_cast<std::size_t>(block.columns[i + 1] - block.columns[i]));
            spill_.file_.read(block.columns[i], bytes_.data(), bytes_.size());
            take_column(bytes_, block.rows, batch.columns[i]);
        }
    }

    const BatchSpill& spill_;
    std::vector<std::uint8_t> wanted_;
    column::RecordBatch batch_;
    std::vector<std::uint8_t> accepted_;
    std::string bytes_;
};

BatchSpill::BatchSpill(const std::filesystem::path& folder, const model::RecordType& type)
    : type_(type), file_(folder) {}

void BatchSpill::add(const column::RecordBatch& batch) {
    Block block{{}, batch.rows};
    bytes_.clear();
    for (const column::Column& column : batch.columns) {
        block.columns.push_back(file_.size() + std::ssize(bytes_));
        append_column(bytes_, column);
    }
    block.columns.push_back(file_.size() + std::ssize(bytes_));
    file_.append(bytes_);
    blocks_.push_back(std::move(block));
}

std::unique_ptr<BatchReader> BatchSpill::reader(std::vector<std::uint8_t> wanted) const {
    return std::make_unique<Reader>(*this, std::move(wanted));
}

}  // namespace cadran::record
