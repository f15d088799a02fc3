// SPDX-License-Identifier: Apache-2.0
#include "report/worklist_sheet.h"

#include <boost/test/unit_test.hpp>

#include "format/xlsx_reader.h"
#include "temporary_folder.h"

using namespace cadran;
using namespace cadran::report;

namespace {

WorklistSheet sheet(const std::string& control, int version) {
    return {control,
            version,
            {{"invoice", {"La facture est lisible.", "The invoice is readable."}}},
            {{"F-1", "P1", Date{std::chrono::year{2026} / 7 / 15}, "H01", {}, "=1+1", 2}}};
}

struct Example {
    TemporaryFolder folder;
    Catalogue english{Language::english};

    format::XlsxReader written(const std::vector<WorklistSheet>& sheets) {
        write_worklist(sheets, english, folder.path() / "files.xlsx");
        return format::XlsxReader::open(folder.path() / "files.xlsx").value();
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(worklist_sheet, Example)

BOOST_AUTO_TEST_CASE(has_one_sheet_a_control_and_version_whatever_their_names) {
    const std::string longest(40, 'x');
    const auto reader = written({sheet("claims/over-threshold", 1), sheet("claims/over-threshold", 2),
                                 sheet("claims/" + longest, 1), sheet("other/" + longest, 1)});
    BOOST_REQUIRE_EQUAL(reader.sheets().size(), 5u);
    BOOST_TEST(reader.sheets()[0].name == "over-threshold v1");
    BOOST_TEST(reader.sheets()[1].name == "over-threshold v2");
    BOOST_TEST(reader.sheets()[2].name == std::string(28, 'x') + " v1");
    BOOST_TEST(reader.sheets()[3].name == std::string(24, 'x') + " v1 (2)");
    BOOST_TEST(reader.sheets()[4].hidden);
}

BOOST_AUTO_TEST_CASE(has_typed_cells_under_headings_and_no_formula) {
    auto reader = written({sheet("claims/over-threshold", 1)});
    std::vector<format::XlsxRow> rows;
    BOOST_REQUIRE(reader.read(0, [&](const format::XlsxRow& row) { return rows.push_back(row), true; }));
    BOOST_REQUIRE_EQUAL(rows.size(), 2u);
    BOOST_TEST(rows[0].find(7)->text == "verdict");
    BOOST_TEST(rows[0].find(8)->text == "invoice: The invoice is readable.");
    BOOST_TEST(rows[0].find(9)->text == "reason");
    BOOST_CHECK(rows[1].find(2)->kind == format::XlsxCell::Kind::date);
    BOOST_TEST(rows[1].find(4) == nullptr);
    BOOST_CHECK(rows[1].find(5)->kind == format::XlsxCell::Kind::text);
    BOOST_TEST(rows[1].find(5)->text == "=1+1");
    BOOST_CHECK(rows[1].find(6)->kind == format::XlsxCell::Kind::number);
}

BOOST_AUTO_TEST_SUITE_END()
