// SPDX-License-Identifier: Apache-2.0
#include "app/indicator.h"

#include <fmt/format.h>
#include <boost/test/unit_test.hpp>

#include "app/process.h"
#include "app/sample_workspace.h"
#include "store/measurement_repository.h"

using namespace cadran;
using namespace cadran::app;

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

BOOST_AUTO_TEST_SUITE_END()
