// SPDX-License-Identifier: Apache-2.0
#include <boost/test/unit_test.hpp>

#include "base/file.h"
#include "cli/command.h"
#include "cli/desk.h"

using namespace cadran;
using namespace cadran::cli;

BOOST_AUTO_TEST_SUITE(process_sheet)

BOOST_AUTO_TEST_CASE(is_a_page_or_a_pdf_as_the_file_is_called) {
    Desk desk;
    desk.open_office();
    BOOST_TEST(desk.run("process sheet pay-benefits --draft --to ../sheet.html").code == 0);
    BOOST_TEST(desk.run("process sheet pay-benefits --draft --to ../sheet.pdf --lang fr").code == 0);
    BOOST_TEST(read_file(desk.home() / "sheet.html")->starts_with("<!DOCTYPE html>"));
    BOOST_TEST(read_file(desk.home() / "sheet.html")->find("DRAFT: this sheet is not accepted") !=
               std::string::npos);
    BOOST_TEST(read_file(desk.home() / "sheet.pdf")->starts_with("%PDF-"));
}

BOOST_AUTO_TEST_CASE(is_nothing_else) {
    Desk desk;
    desk.open_office();
    const Answer refused = desk.run("process sheet pay-benefits --draft --to ../sheet.doc");
    BOOST_TEST(refused.code == exit_invalid);
    BOOST_TEST(refused.notes.find(".html, .pdf") != std::string::npos);
    BOOST_TEST(!std::filesystem::exists(desk.home() / "sheet.doc"));
    BOOST_TEST(desk.run("process map --draft --to ../map.png").code == exit_invalid);
}

BOOST_AUTO_TEST_CASE(in_force_is_asked_for_by_its_date) {
    Desk desk;
    desk.open_office();
    const Answer none = desk.run("process sheet pay-benefits --on 2026-07-01 --to ../sheet.pdf");
    BOOST_TEST(none.code == exit_invalid);
    BOOST_TEST(!std::filesystem::exists(desk.home() / "sheet.pdf"));
    BOOST_TEST(desk.run("process sheet pay-benefits --on yesterday --to ../sheet.pdf").code == exit_invalid);
    BOOST_TEST(desk.run("process map --on 2026-07-01 --draft --to ../map.svg").code == exit_invalid);
}

BOOST_AUTO_TEST_CASE(comes_with_a_map_of_all) {
    Desk desk;
    desk.open_office();
    BOOST_TEST(desk.run("process map --draft --to ../map.svg").code == 0);
    const std::string svg = read_file(desk.home() / "map.svg").value();
    BOOST_TEST(svg.starts_with("<svg "));
    BOOST_TEST(svg.find("Pay all benefits") != std::string::npos);
    const auto again = desk.run("process map --draft --to ../map.svg");  // replaces it
    BOOST_TEST(again.code == 0);
    BOOST_TEST(read_file(desk.home() / "map.svg").value() == svg);
}

BOOST_AUTO_TEST_SUITE_END()
