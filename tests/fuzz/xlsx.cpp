// SPDX-License-Identifier: Apache-2.0
// Spreadsheets: the first byte of the input says what the others are: a whole file, places and new values of
// single bytes in a sound file, or one part of a sound file.
#include <cstdint>
#include <fstream>
#include <string>
#include <string_view>

#include "definition/process_table.h"
#include "definition/table_file.h"
#include "format/sample_zip.h"
#include "format/xlsx_reader.h"
#include "fuzz/claim.h"
#include "temporary_folder.h"

using namespace cadran;

namespace {

constexpr std::string_view rows =
    R"(<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>46234</v></c><c r="C1" s="2"><v>0.975</v></c></row>)"
    R"(<row r="3"><c r="A3" t="inlineStr"><is><t>Texte</t></is></c><c r="B3" t="b"><v>1</v></c></row>)";

std::string patched(std::string_view patches) {
    std::string file = format::sample_zip(format::sample_workbook(std::string(rows)));
    for (; patches.size() >= 3; patches.remove_prefix(3)) {
        const auto high = static_cast<unsigned char>(patches[0]),
                   low = static_cast<unsigned char>(patches[1]);
        file[(high * 256U + low) % file.size()] = patches[2];
    }
    return file;
}

std::string with_part(std::size_t part, std::string_view bytes) {
    auto entries = format::sample_workbook(std::string(rows));
    entries[part % entries.size()].bytes = bytes;
    return format::sample_zip(entries);
}

std::string file_of(std::string_view input) {
    const auto form = static_cast<unsigned char>(input.front());
    input.remove_prefix(1);
    if (form == 'f') return std::string(input);
    return form == 'p' ? patched(input) : with_part(form - std::size_t{'0'}, input);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    static const TemporaryFolder folder;
    const auto file = folder.path() / "input.xlsx";
    std::ofstream(file, std::ios::binary) << file_of({reinterpret_cast<const char*>(data), size});
    auto reader = format::XlsxReader::open(file);
    if (!reader) fuzz::claim_told(reader.error().diagnostics);
    for (std::size_t sheet = 0; reader && sheet < reader->sheets().size(); ++sheet) {
        int last = 0;
        const Done done = reader->read(sheet, [&](const format::XlsxRow& row) {
            fuzz::claim(row.number > last, "rows ascend");
            last = row.number;
            return true;
        });
        if (!done) fuzz::claim_told(done.error().diagnostics);
    }
    if (const auto tables = definition::read_tables(file); !tables)
        fuzz::claim_told(tables.error().diagnostics);
    if (const auto table = definition::read_process_table(file, {}); !table)
        fuzz::claim_told(table.error().diagnostics);
    return 0;
}
