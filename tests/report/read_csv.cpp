// SPDX-License-Identifier: Apache-2.0
#include "report/read_csv.h"

#include <fstream>
#include <stdexcept>

#include "format/csv_reader.h"
#include "temporary_folder.h"

namespace cadran::report {

std::vector<std::vector<std::string>> read_csv(const std::string& bytes, char separator) {
    const TemporaryFolder folder;
    const auto file = folder.path() / "written.csv";
    std::ofstream(file, std::ios::binary) << bytes;
    auto reader = format::CsvReader::open(file, separator, format::Encoding::utf8);
    std::vector<std::vector<std::string>> lines;
    for (format::CsvRecord record; reader.value().next(record);) {
        if (record.fault) throw std::runtime_error("malformed: " + record.fault->id);
        lines.emplace_back(record.cells.begin(), record.cells.end());
    }
    return lines;
}

}  // namespace cadran::report
