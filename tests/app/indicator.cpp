// SPDX-License-Identifier: Apache-2.0
#include "app/indicator.h"

#include <fmt/format.h>
#include <boost/test/unit_test.hpp>

#include "app/process.h"
#include "app/sample_workspace.h"
#include "store/measurement_repository.h"

using namespace cadran;
using namespace cadran::app;
using calendar::Period;

namespace {

struct Example : SampleWorkspace {
    Example() {
        play_july();
        set_clock("2026-10-02T09:00:00Z");
    }
    Session claire = as("claire.vasseur");

    std::vector<model::Measurement> measure(const char* which = "2026-Q3") {
        return measure_indicators(claire, process_name, period(which)).value();
    }
    // With an indicator more and an objective for it.
    void accept_sheet_with(std::string_view indicator, std::string_view id) {
        const std::string path = "processes/" + std::string(process_name) + ".xml";
        edit_draft(path, "</indicators>", std::string(indicator) + "</indicators>");
        edit_draft(path, "</objectives>",
                   fmt::format(R"(<objective id="{0}" indicator="{0}" owner="claire.vasseur" due="2026-12-31">
<text><fr>x</fr><en>x</en></text><means><fr>x</fr><en>x</en></means><judged><fr>x</fr><en>x</en></judged>
</objective></objectives>)",
                               id));
        Session sophie = as("sophie.garnier");
        BOOST_REQUIRE_EQUAL(told(draft_process(claire, process_name)), "done");
        BOOST_REQUIRE_EQUAL(told(accept_process(sophie, {process_name, day("2026-07-01"), "test"})), "done");
    }
    std::size_t stored() { return store::MeasurementRepository(workspace().database()).list().size(); }
};

std::string figures(const model::Measurement& measurement) {
    return fmt::format("{}: {}/{}", measurement.period.text(), measurement.numerator,
                       measurement.denominator);
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(indicators, Example)

BOOST_AUTO_TEST_CASE(count_exactly_what_meets_them) {
    const auto measured = measure("2026-07");
    BOOST_REQUIRE(measured.size() == 1u);
    BOOST_TEST(figures(measured[0]) == "2026-07: 2/3");
    BOOST_TEST(measured[0].excluded == 0);
    BOOST_CHECK((measured[0].exceptions == std::vector<model::Subject>{{"payment", "R3"}}));
    BOOST_CHECK(measured[0].imports == std::vector<std::int64_t>{2});
    BOOST_TEST(measured[0].measures.at(0).version == 1);
    BOOST_CHECK(measured[0].attainment() == model::Attainment::missed);
}

BOOST_AUTO_TEST_CASE(roll_up_as_sums) {
    import("payment", "payments-08.csv",
           "number;claim;amount;paid_on\nR8;P4;4000,00;24/08/2026\nR9;P1;2345,60;28/08/2026\n");
    std::vector<std::string> measured;
    for (const model::Measurement& measurement : measure()) measured.push_back(figures(measurement));
    const std::vector<std::string> expected{"2026-07: 2/3", "2026-08: 1/2", "2026-09: 0/0", "2026-Q3: 3/5"};
    BOOST_TEST(measured == expected, boost::test_tools::per_element());
}

// As a referent decides on the files that a control selected; what waits counts on neither side.
BOOST_AUTO_TEST_CASE(count_what_people_decided_on_a_control) {
    accept_sheet_with(R"(<indicator id="conforming" unit="percent" direction="higher" frequency="month"
        control="claims/over-threshold"><title><fr>Conformes</fr><en>Conforming</en></title>
        <target from="2026-07-01" value="90"/></indicator>)",
                      "conforming");
    const auto measured = measure("2026-07");
    BOOST_REQUIRE(measured.size() == 2u);
    BOOST_TEST(figures(measured[1]) == "2026-07: 1/3");
    BOOST_TEST(measured[1].excluded == 1);
    BOOST_TEST(!measured[1].sampled);
    BOOST_TEST(measured[1].measures.at(0).id == control_name);
    BOOST_CHECK(measured[1].source == model::Source::control);
}

BOOST_AUTO_TEST_CASE(write_a_figure_that_did_not_change_once) {
    measure();
    const std::int64_t before = journal_number();
    BOOST_TEST(stored() == 4u);
    measure();
    BOOST_TEST(stored() == 4u);
    BOOST_TEST(journal_number() == before);
}

BOOST_AUTO_TEST_CASE(keep_the_old_figure_beside_a_restated_one) {
    measure();
    import("payment", "late.csv", "number;claim;amount;paid_on\nR7;P4;4000,00;31/07/2026\n");
    measure();
    BOOST_TEST(stored() == 6u);
    const auto shown = show_indicators(claire, process_name, indicator_name);
    BOOST_REQUIRE(shown.has_value());
    BOOST_REQUIRE(shown->size() == 4u);
    BOOST_TEST(figures(store::MeasurementRepository(workspace().database()).list().at(0)) == "2026-07: 2/3");
    BOOST_TEST(std::ranges::count(*shown, "2026-07: 2/4", figures) == 1);
    BOOST_TEST(std::ranges::count(*shown, "2026-Q3: 2/4", figures) == 1);
    BOOST_TEST(show_indicators(claire, process_name, "another")->empty());
}

BOOST_AUTO_TEST_CASE(need_a_measure_in_force) {
    BOOST_TEST(told(measure_indicators(claire, "complaints", period("2026-Q3"))) ==
               "not found: app.none_in_force");
    std::filesystem::remove(folder() / "plugins/claims/indicators/decided-before-payment.lua");
    accept_plugin_from("2026-08-01");
    const std::int64_t before = journal_number();
    BOOST_TEST(told(measure_indicators(claire, process_name, period("2026-Q3"))) ==
               "not found: app.no_measure");
    BOOST_TEST(journal_number() == before);
}

BOOST_AUTO_TEST_CASE(take_the_measure_in_force_on_the_date_of_each_record) {
    edit_draft("plugins/claims/indicators/decided-before-payment.lua", "1000.00 EUR", "2000.00 EUR");
    accept_plugin_from("2026-07-25");
    const auto measured = measure("2026-07");
    BOOST_TEST(figures(measured[0]) == "2026-07: 1/2");
    BOOST_TEST(measured[0].measures.size() == 2u);
}

BOOST_AUTO_TEST_CASE(count_records_of_a_type_by_their_event_date) {
    accept_sheet_with(
        R"(<indicator id="volume" unit="count" direction="within" frequency="month" records="claims/claim">
        <title><fr>Volume</fr><en>Volume</en></title>
        <target from="2026-07-01" value="1" upper="9"/></indicator>)",
        "volume");
    std::vector<std::string> values;
    for (const model::Measurement& measurement : measure()) {
        if (measurement.indicator == "volume") values.push_back(plain_text(*measurement.value()));
    }
    BOOST_TEST(values == (std::vector<std::string>{"7", "0", "0", "7"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(are_recorded_by_hand_and_roll_up_once_all_parts_are_there) {
    accept_sheet_with(R"(<indicator id="in-time" unit="percent" direction="higher" frequency="month">
        <title><fr>À temps</fr><en>In time</en></title><by-hand><fr>Relevé</fr><en>Count</en></by-hand>
        <target from="2026-07-01" value="95" warning="90"/></indicator>)",
                      "in-time");
    const auto record = [&](const char* month, std::int64_t good, std::int64_t all) {
        return record_indicator(claire,
                                {process_name, "in-time", period(month), {}, good, all, false, "relevé"});
    };
    BOOST_TEST(record("2026-07", 9, 10)->size() == 1u);
    BOOST_TEST(record("2026-08", 19, 20)->size() == 1u);
    const auto last = record("2026-09", 10, 10).value();
    BOOST_REQUIRE(last.size() == 2u);
    BOOST_TEST(figures(last[1]) == "2026-Q3: 38/40");
    BOOST_CHECK(last[1].attainment() == model::Attainment::met);
    // Measuring leaves it alone.
    for (const model::Measurement& measurement : measure())
        BOOST_TEST(measurement.indicator == indicator_name);
}

BOOST_AUTO_TEST_CASE(recorded_by_hand_are_told_all_that_is_wrong) {
    accept_sheet_with(R"(<indicator id="wait" unit="minutes" direction="lower" frequency="quarter">
        <title><fr>Attente</fr><en>Wait</en></title><by-hand><fr>Journal</fr><en>Log</en></by-hand>
        <target from="2026-07-01" value="4"/></indicator>)",
                      "wait");
    const Period quarter = period("2026-Q3");
    const std::optional<Decimal> three{{3, 0}};
    const std::optional<std::int64_t> none;
    const auto record = [&](RecordIndicator command) {
        command.process = process_name;
        return told(record_indicator(claire, command));
    };
    BOOST_TEST(record({"", "wait", quarter, three, none, none, false, "journal"}) == "done");
    BOOST_TEST(record({"", "wait", quarter, {}, none, none, true, "standard en panne"}) == "done");
    BOOST_TEST(record({"", "wait", quarter, {}, none, none, false, " "}) ==
               "invalid: app.figure_without_comment, app.not_one_figure");
    BOOST_TEST(record({"", "wait", period("2026-07"), three, none, none, true, "x"}) ==
               "invalid: app.period_too_short, app.not_one_figure");
    BOOST_TEST(record({"", "wait", quarter, {}, 5, 3, false, "x"}) ==
               "invalid: app.no_share, app.counts_do_not_fit");
    BOOST_TEST(record({"", "wiat", quarter, three, none, none, false, "x"}) ==
               "not found: app.unknown_indicator");
    BOOST_TEST(record({"", indicator_name, quarter, three, none, none, false, "x"}) ==
               "refused: app.not_by_hand");
}

BOOST_AUTO_TEST_SUITE_END()
