// SPDX-License-Identifier: Apache-2.0
// Reads a file of CSV that keeps to the rules in blocks, on as many threads as there are readers, a column at
// a time; read_records reads every file, and is the measure of this.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/hash.h"
#include "column/record_batch.h"
#include "format/csv_cells.h"
#include "format/line_blocks.h"
#include "model/record_type.h"
#include "record/batch_source.h"
#include "record/file_form.h"
#include "record/header.h"

namespace cadran::record {

// A file with what its first line says; shared by the readers.
class BlockFile final : public BatchSource {
  public:
    // None where only read_records can read such a form. Fails as it does.
    static Result<std::optional<BlockFile>> open(const std::filesystem::path& file, const FileForm& form,
                                                 const model::RecordType& type, const HashKey& secrets,
                                                 std::int64_t block_bytes = format::LineBlocks::usual_bytes);

    std::uint32_t blocks() const override { return lines_.count(); }
    std::int64_t bytes() const override { return lines_.bytes(); }
    bool keys_differ() const override { return false; }
    std::unique_ptr<BatchReader> reader(std::vector<std::uint8_t> wanted) const override;

  private:
    friend class BlockReader;

    BlockFile(const model::RecordType& type, const Dialect& dialect, const HashKey& secrets, Header header,
              format::LineBlocks lines)
        : type_(type),
          dialect_(dialect),
          secrets_(secrets),
          header_(std::move(header)),
          lines_(std::move(lines)) {}

    const model::RecordType& type_;
    Dialect dialect_;
    HashKey secrets_;
    Header header_;
    format::LineBlocks lines_;
};

// Each thread has its own.
class BlockReader final : public BatchReader {
  public:
    // As BatchSource::reader says.
    BlockReader(const BlockFile& file, std::vector<std::uint8_t> wanted);

    bool read(std::uint32_t block) override;
    const column::RecordBatch& batch() const override { return *batch_; }
    std::span<const std::uint8_t> accepted() const override { return accepted_; }
    BlockKeys keys() override;
    BlockKeys fingerprints(std::uint32_t block) override;
    std::shared_ptr<const column::RecordBatch> fetch(std::span<const BlockRow> rows) override;

  private:
    bool find_cells(std::uint32_t block);
    void find_cells_of(std::string_view bytes);
    void append_lines(std::span<const BlockRow> rows, std::string& lines);
    void fill();
    void fill_column(std::size_t column, std::size_t field);
    void note_present(std::vector<std::uint8_t>& present, bool required);
    bool find_texts(std::size_t column);
    void reject_longer_than(std::size_t longest);
    void read_numbers(const column::Field& field, std::vector<std::uint8_t>& present,
                      std::span<std::int64_t> numbers);
    template <typename KeyOf>
    std::span<const std::string_view> all_keys(const KeyOf& key_of);

    const BlockFile& file_;
    std::vector<std::uint8_t> wanted_;
    std::vector<char> buffer_;
    std::vector<std::uint32_t> line_ends_;
    format::CsvCells cells_;
    std::shared_ptr<column::RecordBatch> batch_;
    std::vector<std::uint8_t> accepted_;
    std::uint32_t block_ = 0;
    std::vector<std::string_view> keys_;
    std::vector<std::string_view> texts_;  // of the column at hand, trimmed
    std::vector<std::int64_t> numbers_;    // likewise
    std::vector<std::uint32_t> careful_;   // rows of it that only parse_value can read
};

}  // namespace cadran::record
