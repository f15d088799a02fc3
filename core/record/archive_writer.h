// SPDX-License-Identifier: Apache-2.0
// The form in which records of a type with secrets, and those of spreadsheets and JSON lines, are kept: CSV
// of their columns, with the secrets hashed.
#pragma once

#include <string>

#include "column/record_batch.h"
#include "format/csv_writer.h"

namespace cadran::record {

// Writes what a reading with archived_dialect() reads back: the same records with the same lines.
class ArchiveWriter {
  public:
    explicit ArchiveWriter(const column::Schema& schema);

    // The text of that batch; before the first, of the header.
    std::string write(const column::RecordBatch& batch);
    std::string header() { return writer_.take(); }

  private:
    format::CsvWriter writer_{',', format::CsvWriter::Reader::program};
};

}  // namespace cadran::record
