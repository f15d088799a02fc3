// SPDX-License-Identifier: Apache-2.0
// Zip files made byte by byte, so that they can be wrong.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace cadran::format {

struct SampleEntry {
    std::string name;
    std::string bytes;
    std::uint16_t flags = 0;
    std::uint32_t claimed_size = 0;  // 0: the true one
};

inline std::uint32_t crc_of(const std::string& bytes) {
    std::uint32_t crc = 0xFFFFFFFF;
    for (const char byte : bytes) {
        crc ^= static_cast<unsigned char>(byte);
        for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xEDB88320U : 0U);
    }
    return ~crc;
}

// Stored, not compressed.
inline std::string sample_zip(const std::vector<SampleEntry>& entries) {
    std::string file, directory;
    const auto number = [](std::string& to, std::size_t value, int bytes) {
        for (int i = 0; i < bytes; ++i, value >>= 8) to += static_cast<char>(value & 0xFF);
    };
    for (const SampleEntry& entry : entries) {
        std::string header;
        number(header, 20, 2);
        number(header, entry.flags, 2);
        number(header, 0, 2 + 2 + 2);
        number(header, crc_of(entry.bytes), 4);
        number(header, entry.bytes.size(), 4);
        number(header, entry.claimed_size == 0 ? entry.bytes.size() : entry.claimed_size, 4);
        number(header, entry.name.size(), 2);
        number(header, 0, 2);
        directory += "PK\x01\x02";
        number(directory, 20, 2);
        directory += header;
        number(directory, 0, 2 + 2 + 2 + 4);
        number(directory, file.size(), 4);
        directory += entry.name;
        file += "PK\x03\x04" + header + entry.name + entry.bytes;
    }
    const std::size_t start = file.size();
    file += directory + "PK\x05\x06";
    number(file, 0, 4);
    number(file, entries.size(), 2);
    number(file, entries.size(), 2);
    number(file, directory.size(), 4);
    number(file, start, 4);
    number(file, 0, 2);
    return file;
}

// The parts of a workbook with one sheet, whose rows are given as XML.
inline std::vector<SampleEntry> sample_workbook(const std::string& rows, const std::string& properties = "") {
    const std::string relations =
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    const std::string type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    return {
        {"_rels/.rels", relations + "<Relationship Id=\"a\" Type=\"" + type +
                            "officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"},
        {"xl/workbook.xml", "<workbook xmlns:r=\"x\">" + properties +
                                "<sheets><sheet name=\"Un\" r:id=\"s\"/></sheets></workbook>"},
        {"xl/_rels/workbook.xml.rels", relations + "<Relationship Id=\"s\" Type=\"" + type +
                                           "worksheet\" Target=\"/xl/worksheets/sheet1.xml\"/>"
                                           "<Relationship Id=\"t\" Type=\"" +
                                           type +
                                           "styles\" Target=\"styles.xml\"/>"
                                           "<Relationship Id=\"u\" Type=\"" +
                                           type +
                                           "sharedStrings\" Target=\"../xl/texts.xml\"/></Relationships>"},
        {"xl/styles.xml",
         "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"[$-40C]dd\\ mmmm\\ yyyy;@\"/></numFmts>"
         "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf "
         "numFmtId=\"14\"/><xf numFmtId=\"9\"/>"
         "<xf numFmtId=\"164\"/><xf numFmtId=\"21\"/></cellXfs></styleSheet>"},
        {"xl/texts.xml",
         "<sst><si><t>partagé</t></si><si><r><t>gras</t></r><r><t xml:space=\"preserve\"> et "
         "maigre</t></r><rPh><t>no</t></rPh></si></sst>"},
        {"xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"},
    };
}

}  // namespace cadran::format
