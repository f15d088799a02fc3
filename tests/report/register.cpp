// SPDX-License-Identifier: Apache-2.0
#include "report/register.h"

#include <boost/test/unit_test.hpp>

#include "format/xlsx_reader.h"
#include "report/registers.h"
#include "temporary_folder.h"

using namespace cadran;
using namespace cadran::report;
using namespace std::chrono;

namespace {

const Catalogue& french() {
    static const Catalogue catalogue(Language::french);
    return catalogue;
}

Register sample_findings() {
    model::Finding finding;
    finding.id = "F-0123456789abcdef";
    finding.control.id = "claims/over-threshold";
    finding.subjects = {{"claim", "C-2026-0001"}};
    finding.handler = "H07";
    finding.event_date = 2026y / July / 4;
    finding.severity = model::Severity::high;
    Register entries = finding_register({{"pay-benefits", finding, 3}}, french());
    entries.organisation = "=cmd";
    entries.on = 2026y / October / 20;
    return entries;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(registers)

BOOST_AUTO_TEST_CASE(data_speak_names_and_iso_dates) {
    BOOST_TEST(register_csv(sample_findings()) ==
               "finding,process,control,event_date,severity,state,nonconformity\r\n"
               "F-0123456789abcdef,pay-benefits,claims/over-threshold,2026-07-04,high,open,3\r\n");
    const std::string json =
        R"({"on":"2026-10-20","organisation":"=cmd","register":"findings","rows":[)"
        R"({"control":"claims/over-threshold","event_date":"2026-07-04","finding":"F-0123456789abcdef",)"
        R"("nonconformity":3,"process":"pay-benefits","severity":"high","state":"open"}],)"
        R"("simulated":false})";
    BOOST_TEST(register_json(sample_findings()).canonical_text() == json);
}

BOOST_AUTO_TEST_CASE(findings_name_neither_handler_nor_record) {
    const std::string data = register_json(sample_findings()).canonical_text();
    BOOST_TEST(data.find("H07") == std::string::npos);
    BOOST_TEST(data.find("C-2026-0001") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(texts_of_people_are_no_formulas) {
    model::Nonconformity nonconformity;
    nonconformity.number = 1;
    nonconformity.process = "pay-benefits";
    nonconformity.title = "=1+1";
    nonconformity.requirement = "@x";
    nonconformity.extent = "-a";
    const Register entries = nonconformity_register({{nonconformity, 2026y / July / 1}}, french());
    BOOST_TEST(register_csv(entries).ends_with("1,pay-benefits,'=1+1,'@x,'-a,0,2026-07-01\r\n"));
}

BOOST_AUTO_TEST_CASE(the_workbook_speaks_words_under_headings_in_its_first_row) {
    TemporaryFolder folder;
    const auto file = folder.path() / "constats.xlsx";
    write_register(sample_findings(), french(), file);
    auto reader = format::XlsxReader::open(file).value();
    BOOST_TEST(reader.sheets().at(0).name == "Constats");
    std::vector<std::vector<std::string>> rows;
    BOOST_REQUIRE(reader.read(0, [&](const format::XlsxRow& row) {
        auto& texts = rows.emplace_back();
        for (const auto& cell : row.cells) texts.push_back(cell.text);
        return true;
    }));
    const std::vector<std::string> headings{"Constat", "Processus", "Contrôle",      "Date du fait",
                                            "Gravité", "État",      "Non-conformité"};
    const std::vector<std::string> first{
        "F-0123456789abcdef", "pay-benefits", "claims/over-threshold", "2026-07-04", "élevé", "ouverte", "3"};
    BOOST_TEST(rows.at(0) == headings, boost::test_tools::per_element());
    BOOST_TEST(rows.at(1) == first, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
