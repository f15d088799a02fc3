// SPDX-License-Identifier: Apache-2.0
#include "format/xlsx_writer.h"

#include <boost/test/unit_test.hpp>

#include "base/file.h"
#include "format/xlsx_reader.h"
#include "temporary_folder.h"

using namespace cadran;
using namespace cadran::format;
using namespace std::chrono;

namespace {

struct Example {
    TemporaryFolder folder;
    std::filesystem::path file = folder.path() / "sortie.xlsx";

    void write(const std::vector<XlsxEntry>& row) const {
        XlsxWriter writer(file, "Essai");
        writer.begin_sheet(
            {.name = "Données", .widths = {20}, .frozen_rows = 1, .filter = true, .is_protected = true});
        writer.add_row({{std::string("Titre"), XlsxStyle::heading, "un commentaire"}});
        writer.add_row(row);
        writer.offer(0, 2, 100, {"oui", "non", "plus haut, mieux c’est"});
        writer.finish("Listes");
    }
    std::vector<XlsxCell> second_row() const {
        auto reader = XlsxReader::open(file).value();
        std::vector<XlsxCell> cells;
        BOOST_REQUIRE(reader.read(0, [&](const XlsxRow& row) { return cells = row.cells, true; }));
        return cells;
    }
    std::string text(std::string value) const {
        write({{std::move(value), XlsxStyle::entry}});
        return second_row().at(0).text;
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(xlsx_writer, Example)

BOOST_AUTO_TEST_CASE(what_is_written_is_read_back) {
    write({{std::string("é & <b>")},
           {std::int64_t{42}},
           {Decimal{975, 1}},
           {2026y / July / 1},
           {true},
           {},
           {std::string("fin")}});
    const auto cells = second_row();
    BOOST_REQUIRE(cells.size() == 6U);
    using enum XlsxCell::Kind;
    const std::vector<std::pair<XlsxCell::Kind, std::string>> expected{{XlsxCell::Kind::text, "é & <b>"},
                                                                       {number, "42"},
                                                                       {number, "97.5"},
                                                                       {date, "2026-07-01"},
                                                                       {boolean, "true"},
                                                                       {XlsxCell::Kind::text, "fin"}};
    for (std::size_t i = 0; i < cells.size(); ++i) {
        BOOST_CHECK(cells[i].kind == expected[i].first);
        BOOST_TEST(cells[i].text == expected[i].second);
    }
    BOOST_TEST(cells.back().column == 6U);
}

BOOST_AUTO_TEST_CASE(formulas_stay_text) {
    BOOST_TEST(text("=1+1") == "=1+1");
    BOOST_TEST(text("http://example.org") == "http://example.org");
}

BOOST_AUTO_TEST_CASE(what_a_cell_cannot_hold_is_left_out) {
    BOOST_TEST(text("a\x01"
                    "b\xFF"
                    "c\xED\xA0\x80"
                    "d\x7F\te\nf") == "abcd\te\nf");
    BOOST_TEST(text(std::string(40'000, 'x')).size() == 32'767U);
    std::string faces;
    for (int i = 0; i < 20'000; ++i) faces += "😀";
    BOOST_TEST(text(faces).size() == std::size_t{4} * 16'384);
}

BOOST_AUTO_TEST_CASE(the_same_content_gives_the_same_bytes) {
    write({{std::string("x")}});
    const std::string once = read_file(file).value();
    write({{std::string("x")}});
    BOOST_CHECK(read_file(file).value() == once);
}

BOOST_AUTO_TEST_CASE(choices_stand_in_a_hidden_sheet) {
    write({});
    const auto reader = XlsxReader::open(file).value();
    BOOST_REQUIRE(reader.sheets().size() == 2U);
    BOOST_TEST(!reader.sheets()[0].hidden);
    BOOST_TEST(reader.sheets()[1].name == "Listes");
    BOOST_TEST(reader.sheets()[1].hidden);
}

BOOST_AUTO_TEST_CASE(nothing_remains_of_a_writer_that_did_not_finish) {
    {
        XlsxWriter writer(file, "Essai");
        writer.begin_sheet({.name = "A"});
    }
    BOOST_TEST(!std::filesystem::exists(file));
}

BOOST_AUTO_TEST_CASE(a_share_stays_a_number_that_is_shown_in_per_cent) {
    write({{Decimal{942, 3}, XlsxStyle::plain, {}, "0.0%"},
           {2026y / July / 1, XlsxStyle::plain, {}, "d mmm yyyy"}});
    const auto cells = second_row();
    BOOST_REQUIRE(cells.size() == 2U);
    BOOST_TEST((cells[0].kind == XlsxCell::Kind::percent));
    BOOST_TEST(cells[0].text == "0.942");
    BOOST_TEST((cells[1].kind == XlsxCell::Kind::date));
    BOOST_TEST(cells[1].text == "2026-07-01");
}

BOOST_AUTO_TEST_CASE(charts_and_page_breaks_leave_the_figures_as_they_are) {
    {
        XlsxWriter writer(file, "Essai", {.header = "R&D", .footer = "établi le 1er", .accent = 0x123456});
        writer.begin_sheet({.name = "L’essai (1)", .widths = {20, 10}, .frozen_rows = 1, .filter = true});
        writer.add_row(
            {{std::string("Mois"), XlsxStyle::heading}, {std::string("Valeur"), XlsxStyle::heading}});
        writer.add_row({{std::string("juillet")}, {std::int64_t{3}}});
        BOOST_TEST(writer.rows() == 2U);
        writer.break_page(3);
        writer.add_chart({.title = "Courbe & cible",
                          .row = 3,
                          .first_row = 1,
                          .end_row = 2,
                          .lines = {{"Valeur", 1}, {"Cible", 1, true}}});
        writer.finish("Listes");
    }
    const auto cells = second_row();
    BOOST_REQUIRE(cells.size() == 2U);
    BOOST_TEST(cells[1].text == "3");
    BOOST_TEST(XlsxReader::open(file).value().sheets().size() == 1U);
}

BOOST_AUTO_TEST_SUITE_END()
