// SPDX-License-Identifier: Apache-2.0
#include "record/archive_writer.h"

#include <fmt/format.h>

namespace cadran::record {

namespace {

// As parse_value reads it back: money without its currency, which the schema knows.
std::string archived_text(const column::Scalar& value) {
    if (const auto* money = std::get_if<Money>(&value)) return plain_text(Decimal{money->cents, 2});
    if (const auto* secret = std::get_if<column::Secret>(&value)) return fmt::format("{:016x}", secret->hash);
    return column::plain_text(value);
}

}  // namespace

ArchiveWriter::ArchiveWriter(const column::Schema& schema) {
    writer_.cell("line");
    for (const column::Field& field : schema.fields()) writer_.cell(field.name);
    writer_.end_line();
}

std::string ArchiveWriter::write(const column::RecordBatch& batch) {
    for (std::size_t row = 0; row < batch.rows; ++row) {
        writer_.cell(std::to_string(batch.line(row)));
        for (std::size_t field = 0; field < batch.columns.size(); ++field)
            writer_.cell(archived_text(batch.scalar(row, field)));
        writer_.end_line();
    }
    return writer_.take();
}

}  // namespace cadran::record
