// SPDX-License-Identifier: Apache-2.0
#include "record/row_source.h"

namespace cadran::record {

namespace {

class CsvRows final : public RowSource {
  public:
    explicit CsvRows(format::CsvReader reader) : reader_(std::move(reader)) {}

    Done read(const Take& take) override {
        reader_.restart();
        while (reader_.next(row_)) {
            if (!take(row_)) return {};
        }
        return {};
    }

    std::int64_t position() const override { return reader_.position(); }
    std::int64_t size() const override { return reader_.size(); }

  private:
    format::CsvReader reader_;
    Row row_;
};

}  // namespace

Result<std::unique_ptr<RowSource>> open_csv(const std::filesystem::path& file, const Dialect& dialect) {
    auto reader = format::CsvReader::open(file, dialect.separator, dialect.encoding);
    if (!reader) return tl::unexpected(reader.error());
    return std::make_unique<CsvRows>(std::move(*reader));
}

}  // namespace cadran::record
