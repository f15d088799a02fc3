// SPDX-License-Identifier: Apache-2.0
#include "app/indicator_export.h"

#include <fmt/ranges.h>
#include <boost/test/unit_test.hpp>

#include "app/register.h"
#include "app/sample_workspace.h"
#include "store/measurement_repository.h"

using namespace cadran;
using namespace cadran::app;

namespace {

struct Example : SampleWorkspace {
    Example() {
        accept_rules();
        set_clock("2026-10-02T09:00:00Z");
        for (const char* when : {"2026-07", "2026-08", "2026-Q3"}) keep(when);
    }
    Session claire = as("claire.vasseur");

    // As if it had been measured.
    void keep(const char* when) {
        model::Measurement measurement;
        measurement.process = process_name;
        measurement.indicator = indicator_name;
        measurement.period = period(when);
        measurement.numerator = 18;
        measurement.denominator = 20;
        measurement.target = model::Target{day("2026-07-01"), {90, 0}, {}, {}, {}};
        measurement.by = "claire.vasseur";
        measurement.at = clock().now();
        store::MeasurementRepository(workspace().database()).insert(measurement);
    }
    std::string exported(const ExportIndicators& command) {
        const auto measurements = export_indicators(claire, command);
        if (!measurements) return told(measurements);
        std::vector<std::string> periods;
        for (const model::Measurement& one : *measurements) periods.push_back(one.period.text());
        return fmt::format("{}", fmt::join(periods, " "));
    }
    report::BookedIndicator booked(const ExportIndicators& command) {
        return book_indicators(claire, command).value().processes.at(0).indicators.at(0);
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(indicator_export, Example)

BOOST_AUTO_TEST_CASE(everything_leaves_or_one_period_with_its_parts) {
    const std::string all = exported({});
    BOOST_TEST(exported({.process = process_name}) == all);
    for (const char* when : {"2026-07", "2026-08", "2026-Q3"})
        BOOST_TEST(all.find(when) != std::string::npos, when);
    BOOST_TEST(exported({.process = process_name, .period = period("2026-08")}) == "2026-08");
    BOOST_TEST(exported({.process = {}, .period = period("2025")}) == "");
}

BOOST_AUTO_TEST_CASE(a_process_that_there_is_not_is_told) {
    BOOST_TEST(exported({.process = "pay-bills"}).starts_with("not found"));
}

BOOST_AUTO_TEST_CASE(the_book_has_parts_wholes_and_gaps) {
    const auto one = booked({.process = process_name, .period = period("2026-Q3")});
    BOOST_TEST(one.wholes.size() == 1U);
    BOOST_TEST(one.history.size() == 3U);
    BOOST_TEST(!one.history.back().measurement.has_value());
    BOOST_TEST(booked({.process = process_name, .period = period("2026-08")}).history.size() == 1U);
    // What is to come is no gap.
    BOOST_TEST(booked({.process = process_name, .period = period("2026")}).history.size() == 3U);
    BOOST_TEST(booked({.process = process_name, .period = period("2025")}).history.empty());
    BOOST_TEST(!booked({.process = process_name, .period = period("2025")}).newest.has_value());
}

BOOST_AUTO_TEST_CASE(a_register_is_of_its_organisation_and_day) {
    const auto risks = gather_register(claire, {report::RegisterKind::risks, process_name});
    BOOST_REQUIRE(risks.has_value());
    BOOST_TEST((risks->on == day("2026-10-02")));
    BOOST_TEST(!risks->organisation.empty());
    BOOST_TEST(!risks->rows.empty());
    BOOST_TEST(told(gather_register(claire, {report::RegisterKind::findings, "pay-bills"}))
                   .starts_with("not found"));
}

BOOST_AUTO_TEST_SUITE_END()
