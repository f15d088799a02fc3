// SPDX-License-Identifier: Apache-2.0
#include "format/xlsx_reader.h"

#include <boost/test/unit_test.hpp>

#include "base/catalogue.h"
#include "base/file.h"
#include "format/sample_zip.h"
#include "format/xlsx_number.h"
#include "format/xlsx_writer.h"
#include "temporary_folder.h"

using namespace cadran;
using namespace cadran::format;

namespace {

struct Example {
    TemporaryFolder folder;
    std::filesystem::path file = folder.path() / "classeur.xlsx";

    // `A1=text`, one cell after another; or the id of what is wrong.
    std::string read(const std::string& bytes, std::size_t sheet = 0) const {
        write_durably(file, bytes);
        auto reader = XlsxReader::open(file);
        if (!reader) return fault(reader.error());
        std::string cells;
        const Done done = reader->read(sheet, [&](const XlsxRow& row) {
            for (const XlsxCell& cell : row.cells)
                cells += cell_name(cell.column, row.number) + "=" + cell.text + " ";
            return true;
        });
        return done ? cells : fault(done.error());
    }
    std::string read_rows(const std::string& rows, const std::string& properties = "") const {
        return read(sample_zip(sample_workbook(rows, properties)));
    }
    // Every message is said in both languages on the way.
    static std::string fault(const Failure& failure) {
        for (const Language language : {Language::french, Language::english}) {
            const Catalogue catalogue(language);
            (void)catalogue.text(failure.diagnostics.at(0).what);
            (void)catalogue.text(failure.diagnostics.at(0).hint.value());
        }
        return failure.diagnostics[0].what.id;
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(xlsx_reader, Example)

BOOST_AUTO_TEST_CASE(reads_every_kind_of_cell) {
    BOOST_TEST(
        read_rows(
            "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>"
            "<c r=\"C1\" t=\"inlineStr\"><is><t>sur place</t></is></c><c "
            "r=\"D1\"><v>1.1000000000000001</v></c>"
            "<c r=\"E1\" t=\"b\"><v>1</v></c><c r=\"F1\" t=\"e\"><v>#N/A</v></c>"
            "<c r=\"G1\" t=\"str\"><f>1+1</f><v>calculé</v></c><c r=\"H1\" s=\"2\"><v>0.975</v></c></row>") ==
        "A1=partagé B1=gras et maigre C1=sur place D1=1.1 E1=true F1=#N/A G1=calculé H1=0.975 ");
}

BOOST_AUTO_TEST_CASE(dates_follow_from_the_number_format) {
    const std::string row =
        "<row><c s=\"1\"><v>46204</v></c><c s=\"3\"><v>46204.5</v></c><c s=\"4\"><v>0.25</v></c>"
        "<c><v>46204</v></c></row>";
    BOOST_TEST(read_rows(row) == "A1=2026-07-01 B1=2026-07-01T12:00:00 C1=06:00:00 D1=46204 ");
    BOOST_TEST(read_rows(row, "<workbookPr date1904=\"1\"/>") ==
               "A1=2030-07-02 B1=2030-07-02T12:00:00 C1=1904-01-01T06:00:00 D1=46204 ");
}

BOOST_AUTO_TEST_CASE(rows_and_cells_may_come_without_their_names) {
    BOOST_TEST(read_rows("<row><c><v>1</v></c><c/><c><v>2</v></c></row><row r=\"5\"><c "
                         "r=\"AB5\"><v>3</v></c><c><v>4</v></c></row>") == "A1=1 C1=2 AB5=3 AC5=4 ");
}

BOOST_AUTO_TEST_CASE(reading_stops_where_it_is_told_to) {
    write_durably(file,
                  sample_zip(sample_workbook(
                      "<row><c><v>1</v></c></row><row><c><v>2</v></c></row><row><c><v>x</v></c></row>")));
    auto reader = XlsxReader::open(file).value();
    int rows = 0;
    BOOST_TEST(bool(reader.read(0, [&](const XlsxRow&) { return ++rows < 2; })));
    BOOST_TEST(rows == 2);
    BOOST_TEST(reader.sheets()[0].name == "Un");
}

BOOST_AUTO_TEST_CASE(damaged_content_is_told) {
    BOOST_TEST(read_rows("<row><c><v>x</v></c></row>") == "format.xlsx_bad_cell");
    BOOST_TEST(read_rows("<row><c t=\"s\"><v>7</v></c></row>") == "format.xlsx_bad_cell");
    BOOST_TEST(read_rows("<row r=\"2\"/><row r=\"1\"/>") == "format.xlsx_rows_out_of_order");
    BOOST_TEST(read_rows("<row r=\"9999999\"/>") == "format.xlsx_rows_out_of_order");
    BOOST_TEST(read_rows("<row><c r=\"B1\"/><c r=\"A1\"/></row>") == "format.xlsx_cells_out_of_order");
    BOOST_TEST(read_rows("<row><c r=\"ZZZ1\"/></row>") == "format.xlsx_cells_out_of_order");
    BOOST_TEST(read_rows("<row>") == "format.xml_malformed");
    BOOST_TEST(read_rows("<row><c t=\"inlineStr\"><is><t>" + std::string(2 << 20, 'x') +
                         "</t></is></c></row>") == "format.xlsx_cell_too_long");
}

BOOST_AUTO_TEST_CASE(hostile_xml_is_refused) {
    auto parts = sample_workbook("");
    parts.back().bytes = "<!DOCTYPE x [<!ENTITY a \"b\">]><worksheet>&a;</worksheet>";
    BOOST_TEST(read(sample_zip(parts)) == "format.xml_document_type");
    parts.back().bytes = "<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><worksheet/>";
    BOOST_TEST(read(sample_zip(parts)) == "format.xml_document_type");
    parts.back().bytes.clear();
    for (int i = 0; i < 200'000; ++i) parts.back().bytes += "<a>";
    BOOST_TEST(read(sample_zip(parts)) == "format.xml_too_deep");
    parts.back().bytes = "<worksheet a=\"" + std::string(20 << 20, 'x') + "\"/>";
    BOOST_TEST(read(sample_zip(parts)) == "format.xml_tag_too_long");
}

BOOST_AUTO_TEST_CASE(hostile_zip_files_are_refused) {
    auto parts = sample_workbook("<row/>");
    const auto with = [&](SampleEntry entry) {
        auto all = parts;
        all.push_back(std::move(entry));
        return sample_zip(all);
    };
    BOOST_TEST(read(with({"xl/bomb.xml", "x", 0, 0xFFFF0000})) == "format.zip_bomb");
    BOOST_TEST(read(with({"../../etc/passwd", "x"})) == "format.zip_leads_outside");
    BOOST_TEST(read(with({"xl\\..\\..\\x", "x"})) == "format.zip_leads_outside");
    BOOST_TEST(read(with({"/etc/passwd", "x"})) == "format.zip_leads_outside");
    BOOST_TEST(read(with({"XL/Workbook.xml", "x"})) == "format.zip_repeated");
    BOOST_TEST(read(with({"xl/secret", "x", 1})) == "format.zip_encrypted");
    const std::string whole = sample_zip(parts);
    for (std::size_t length = 0; length + 22 < whole.size(); length += 97)
        BOOST_TEST(read(whole.substr(0, length)) == "format.zip_damaged");
    std::string flipped = whole;
    flipped[flipped.find("sheetData")] = 'z';
    BOOST_TEST(read(flipped) == "format.xml_malformed");
    std::string wrong_sum = whole;
    wrong_sum.replace(wrong_sum.find("<row/>"), 6, "<rov/>");
    BOOST_TEST(read(wrong_sum) == "format.zip_damaged");
}

BOOST_AUTO_TEST_CASE(what_is_missing_is_told) {
    const auto without = [&](std::size_t part) {
        auto parts = sample_workbook("<row/>");
        parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(part));
        return read(sample_zip(parts));
    };
    BOOST_TEST(without(0) == "format.xlsx_no_workbook");
    BOOST_TEST(without(1) == "format.xlsx_no_workbook");
    BOOST_TEST(without(2) == "format.xlsx_part_missing");
    BOOST_TEST(without(5) == "format.xlsx_part_missing");
    BOOST_TEST(read(std::string("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8) + std::string(600, 'x')) ==
               "format.xlsx_old_or_locked");
}

BOOST_AUTO_TEST_CASE(external_links_are_not_followed) {
    auto parts = sample_workbook("<row/>");
    auto& relations = parts[2].bytes;
    const std::string target = "Target=\"/xl/worksheets/sheet1.xml\"";
    relations.replace(relations.find(target), target.size(),
                      "Target=\"http://127.0.0.1/x\" TargetMode=\"External\"");
    BOOST_TEST(read(sample_zip(parts)) == "format.xlsx_no_sheet");
}

BOOST_AUTO_TEST_CASE(numbers_are_what_spreadsheets_show) {
    BOOST_TEST(decimal_text("0.30000000000000004").value() == "0.3");
    BOOST_TEST(decimal_text("1E-7").value() == "0.0000001");
    BOOST_TEST(decimal_text("-0.0000125").value() == "-0.0000125");
    BOOST_TEST(decimal_text("1E-300").value() == "0");
    BOOST_TEST(decimal_text("123456789012").value() == "123456789012");
    BOOST_TEST(decimal_text("-0").value() == "0");
    BOOST_TEST(decimal_text("1.5E3").value() == "1500");
    BOOST_TEST(!decimal_text("nan"));
    BOOST_TEST(!decimal_text("1,5"));
    BOOST_TEST(date_text("59", DateSystem::from_1900).value() == "1900-02-28");
    BOOST_TEST(!date_text("60", DateSystem::from_1900));
    BOOST_TEST(date_text("61", DateSystem::from_1900).value() == "1900-03-01");
    BOOST_TEST(date_text("2958465.5", DateSystem::from_1900).value().starts_with("9999-12-31"));
    BOOST_TEST(!date_text("2958466", DateSystem::from_1900));
    BOOST_CHECK(format_of_code("\"dossiers\" 0") == NumberFormat::number);
    BOOST_CHECK(format_of_code("[Red]0.00 \\d") == NumberFormat::number);
    BOOST_CHECK(format_of_code("[$-40C]d mmm yyyy") == NumberFormat::date);
    BOOST_CHECK(format_of_code("[h]:mm") == NumberFormat::time);
    BOOST_CHECK(format_of_code("0.0%") == NumberFormat::percent);
}

BOOST_AUTO_TEST_SUITE_END()
