// SPDX-License-Identifier: Apache-2.0
#include "report/indicator_book.h"

#include <boost/test/unit_test.hpp>

#include "base/file.h"
#include "format/xlsx_reader.h"
#include "report/sample_dossier.h"
#include "report/spreadsheet_words.h"
#include "temporary_folder.h"

using namespace cadran;
using namespace cadran::report;
using namespace std::chrono;
using Kind = format::XlsxCell::Kind;

namespace {

IndicatorBook sample_book() {
    const model::IndicatorSummary summary =
        indicator_of({point("2026-07", 20, 20), point("2026-08", 18, 20), point("2026-09", 19, 20)});
    BookedIndicator booked{summary.indicator, summary.points.back(), summary.history, {*summary.whole}, 2};
    return {.organisation = "Mutuelle & fils",
            .simulated = true,
            .on = 2026y / October / 20,
            .zone = paris(),
            .processes = {{{"Verser les prestations", "Pay benefits"}, "claire.vasseur", {booked}}}};
}

// Of each sheet its rows, by their numbers.
using Rows = std::map<int, std::vector<format::XlsxCell>>;

struct Example {
    TemporaryFolder folder;
    std::filesystem::path file = folder.path() / "indicateurs.xlsx";

    void write(const IndicatorBook& book, Language language = Language::french) const {
        write_durably(file, indicator_book(book, Catalogue(language)));
    }
    std::vector<std::string> sheets() const {
        std::vector<std::string> names;
        const auto reader = format::XlsxReader::open(file).value();
        for (const auto& sheet : reader.sheets()) names.push_back(sheet.name);
        return names;
    }
    Rows rows(std::size_t sheet) const {
        auto reader = format::XlsxReader::open(file).value();
        Rows rows;
        BOOST_REQUIRE(reader.read(
            sheet, [&](const format::XlsxRow& row) { return rows[row.number] = row.cells, true; }));
        return rows;
    }
};

const format::XlsxCell& cell(const Rows& rows, int row, std::size_t column) {
    for (const format::XlsxCell& one : rows.at(row)) {
        if (one.column == column) return one;
    }
    throw std::out_of_range("no such cell");
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(indicator_book, Example)

BOOST_AUTO_TEST_CASE(there_is_a_summary_and_a_sheet_a_process) {
    write(sample_book());
    const std::vector<std::string> expected{"Synthèse", "Verser les prestations"};
    BOOST_TEST(sheets() == expected, boost::test_tools::per_element());
    write(sample_book(), Language::english);
    const std::vector<std::string> english{"Summary", "Pay benefits"};
    BOOST_TEST(sheets() == english, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(the_summary_judges_the_newest_figure_in_words) {
    write(sample_book());
    const Rows summary = rows(0);
    BOOST_TEST(cell(summary, 4, 0).text == "Verser les prestations");
    BOOST_TEST(cell(summary, 4, 3).text == "septembre 2026");
    BOOST_TEST((cell(summary, 4, 4).kind == Kind::percent));
    BOOST_TEST(cell(summary, 4, 4).text == "0.95");
    BOOST_TEST(cell(summary, 4, 5).text == "au moins " + Catalogue(Language::french).percent({100, 0}));
    BOOST_TEST(cell(summary, 4, 6).text == "✗ non atteint");
    BOOST_TEST(cell(summary, 4, 7).text == "2");
}

BOOST_AUTO_TEST_CASE(figures_are_numbers_and_dates_are_dates) {
    write(sample_book());
    const Rows sheet = rows(1);
    BOOST_TEST(cell(sheet, 5, 1).text == "août 2026");
    BOOST_TEST((cell(sheet, 5, 2).kind == Kind::date));
    BOOST_TEST(cell(sheet, 5, 2).text == "2026-08-31");
    BOOST_TEST(cell(sheet, 5, 3).text == "0.9");
    BOOST_TEST((cell(sheet, 5, 4).kind == Kind::percent));
    BOOST_TEST(cell(sheet, 5, 7).text == "18");
    BOOST_TEST(cell(sheet, 5, 8).text == "20");
    BOOST_TEST(cell(sheet, 5, 10).text == "2026-10-05");
    // Behind its parts, the quarter.
    BOOST_TEST(cell(sheet, 7, 1).text == "3e trimestre 2026");
    BOOST_TEST(cell(sheet, 7, 7).text == "57");
}

BOOST_AUTO_TEST_CASE(what_nobody_measured_is_said) {
    IndicatorBook book = sample_book();
    BookedIndicator& indicator = book.processes[0].indicators[0];
    indicator.history[1].measurement.reset();
    write(book);
    BOOST_TEST(cell(rows(1), 5, 6).text == "pas mesuré");
    indicator = {indicator.indicator, {}, {}, {}, 3};
    write(book);
    BOOST_TEST(cell(rows(0), 4, 6).text == "pas encore mesuré");
    BOOST_TEST(cell(rows(0), 4, 5).text == "au moins " + Catalogue(Language::french).percent({100, 0}));
}

BOOST_AUTO_TEST_CASE(the_same_book_gives_the_same_bytes) {
    write(sample_book());
    const std::string first = read_file(file).value();
    write(sample_book());
    BOOST_TEST((read_file(file).value() == first));
}

BOOST_AUTO_TEST_CASE(formats_follow_unit_and_language) {
    const Catalogue french(Language::french), english(Language::english);
    const auto format = [](const char* figure, model::Unit unit, const Catalogue& catalogue) {
        return figure_format(Decimal::parse(figure).value(), unit, {}, catalogue);
    };
    BOOST_TEST(format("94.2", model::Unit::percent, french) == "#,##0.0\u00a0%");
    BOOST_TEST(format("94.2", model::Unit::percent, english) == "#,##0.0%");
    BOOST_TEST(format("1250", model::Unit::money, french) == "#,##0.00\"\u00a0€\"");
    BOOST_TEST(format("1250", model::Unit::money, english) == "\"€\"#,##0.00");
    BOOST_TEST(format("12", model::Unit::minutes, english) == "#,##0\"\u00a0min\"");
    BOOST_TEST(format("2.50", model::Unit::days, french) == "#,##0.00\"\u00a0j\"");
}

BOOST_AUTO_TEST_CASE(names_of_sheets_are_short_fit_and_unlike_each_other) {
    std::set<std::string> taken;
    BOOST_TEST(sheet_name("Payer", taken) == "Payer");
    BOOST_TEST(sheet_name("payer", taken) == "payer (2)");
    BOOST_TEST(sheet_name("a/b: [c]?*'\\", taken) == "a b   c");
    const std::string longest = sheet_name("Gérer les cotisations individuelles et collectives", taken);
    BOOST_TEST(longest == "Gérer les cotisations individu…");
    BOOST_TEST(sheet_name("Gérer les cotisations individuelles et familiales", taken) ==
               "Gérer les cotisations indi… (2)");
}

BOOST_AUTO_TEST_SUITE_END()
