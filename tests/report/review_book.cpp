// SPDX-License-Identifier: Apache-2.0
#include <boost/test/unit_test.hpp>

#include "base/file.h"
#include "format/xlsx_reader.h"
#include "report/review.h"
#include "report/sample_dossier.h"
#include "temporary_folder.h"

using namespace cadran;
using namespace cadran::report;
using Kind = format::XlsxCell::Kind;

namespace {

// Sheets, from 0.
enum Sheet : std::size_t { summary, indicators, actions, nonconformities, controls, risks, decisions };

struct Example {
    TemporaryFolder folder;
    std::filesystem::path file = folder.path() / "revue.xlsx";

    void write(const model::Dossier& dossier, Language language = Language::french) const {
        write_durably(file, review_book(dossier, Catalogue(language), paris()));
    }
    std::vector<std::string> sheets() const {
        std::vector<std::string> names;
        const auto reader = format::XlsxReader::open(file).value();
        for (const auto& sheet : reader.sheets()) names.push_back(sheet.name);
        return names;
    }
    std::vector<format::XlsxCell> row(std::size_t sheet, int number) const {
        auto reader = format::XlsxReader::open(file).value();
        std::vector<format::XlsxCell> cells;
        BOOST_REQUIRE(reader.read(sheet, [&](const format::XlsxRow& row) {
            if (row.number == number) cells = row.cells;
            return row.number < number;
        }));
        return cells;
    }
    std::string texts(std::size_t sheet, int number) const {
        std::string words;
        for (const format::XlsxCell& cell : row(sheet, number))
            words += (words.empty() ? "" : " | ") + cell.text;
        return words;
    }
    format::XlsxCell cell(std::size_t sheet, int number, std::size_t column) const {
        for (const format::XlsxCell& one : row(sheet, number)) {
            if (one.column == column) return one;
        }
        throw std::out_of_range("no such cell");
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(review_as_a_workbook, Example)

BOOST_AUTO_TEST_CASE(has_a_sheet_each_for_what_the_review_looks_at) {
    write(full_dossier());
    const std::vector<std::string> french{"En bref",
                                          "Indicateurs",
                                          "Actions",
                                          "Non-conformités",
                                          "Contrôles",
                                          "Risques et opportunités",
                                          "Décisions et actions"};
    BOOST_TEST(sheets() == french, boost::test_tools::per_element());
    write(full_dossier(), Language::english);
    const std::vector<std::string> english{"In brief",
                                           "Indicators",
                                           "Actions",
                                           "Nonconformities",
                                           "Controls",
                                           "Risks and opportunities",
                                           "Decisions and actions"};
    BOOST_TEST(sheets() == english, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(sums_up_with_figures_that_calculate) {
    write(full_dossier());
    BOOST_TEST(texts(summary, 1).find("Verser les prestations") != std::string::npos);
    BOOST_TEST(texts(summary, 2).find("claire.vasseur") != std::string::npos);
    BOOST_CHECK(cell(summary, 4, 3).kind == Kind::percent);
    BOOST_TEST(cell(summary, 4, 3).text == "0.95");
    BOOST_TEST(texts(summary, 4).find("✗") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(shows_dates_numbers_and_words_as_what_they_are) {
    write(full_dossier());
    BOOST_TEST(cell(actions, 4, 0).text == "PA-4");
    BOOST_CHECK(cell(actions, 4, 6).kind == Kind::date);
    BOOST_TEST(cell(actions, 4, 7).text == "0.4");
    BOOST_TEST(cell(actions, 4, 9).text == "▲ en retard");
    BOOST_TEST(cell(nonconformities, 4, 4).text == "2");
    BOOST_TEST(cell(nonconformities, 4, 7).text == "ouverte");
    BOOST_TEST(cell(controls, 4, 2).text == "21164");
    BOOST_TEST(cell(controls, 4, 9).text == "52");
    BOOST_TEST(cell(risks, 4, 4).text == "6");
    BOOST_TEST(texts(decisions, 4).find("Lire la liste") != std::string::npos);
    BOOST_TEST(texts(decisions, 5) == "");
}

BOOST_AUTO_TEST_CASE(calls_a_nonconformity_closed_once_it_is_dealt_with) {
    model::Dossier dossier = full_dossier();
    dossier.nonconformities.front().follow_up = {2, 2};
    write(dossier);
    BOOST_TEST(cell(nonconformities, 4, 7).text == "close");
}

BOOST_AUTO_TEST_CASE(says_where_there_is_nothing) {
    write(bare_dossier());
    for (const auto& [sheet, words] :
         {std::pair(actions, "action"), std::pair(nonconformities, "non-conformité"),
          std::pair(controls, "contrôle"), std::pair(decisions, "action")})
        BOOST_TEST(texts(sheet, 4).find(words) != std::string::npos, words);
}

BOOST_AUTO_TEST_CASE(texts_of_people_stay_texts_and_bytes_the_same) {
    model::Dossier dossier = full_dossier();
    dossier.actions.front().action.text = "=1+1";
    write(dossier);
    BOOST_CHECK(cell(actions, 4, 1).kind == Kind::text);
    BOOST_TEST(cell(actions, 4, 1).text == "=1+1");
    const auto bytes = [&] { return review_book(dossier, Catalogue(Language::french), paris()); };
    BOOST_TEST((bytes() == bytes()));
    write(hostile_dossier());
    BOOST_TEST(sheets().size() == 7u);
}

BOOST_AUTO_TEST_SUITE_END()
