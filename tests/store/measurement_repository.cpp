// SPDX-License-Identifier: Apache-2.0
#include "store/measurement_repository.h"

#include <boost/test/unit_test.hpp>

#include "store/sample_store.h"
#include "store/state.h"

using namespace cadran;
using namespace cadran::store;

namespace {

struct Example : SampleStore {
    MeasurementRepository measurements{*database};

    model::Measurement measurement(const char* month, std::int64_t numerator) {
        model::Measurement measurement;
        measurement.process = "pay-benefits";
        measurement.indicator = "decided-before-payment";
        measurement.period = period(month);
        measurement.numerator = numerator;
        measurement.denominator = 20;
        measurement.excluded = 1;
        measurement.exceptions = {{"payment", "R1"}};
        measurement.target = model::Target{{}, {1000, 1}, {}, {}, {}};
        measurement.direction = model::Direction::lower;
        measurement.measures = {{"claims/decided-before-payment", 1, sha256("plugin")}};
        measurement.imports = {1, 2};
        measurement.by = "claire.vasseur";
        measurement.at = now;
        return measurement;
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(measurement_repository, Example)

BOOST_AUTO_TEST_CASE(gives_a_measurement_back_as_it_was) {
    model::Measurement measurement = this->measurement("2026-07", 19);
    measurements.insert(measurement);
    BOOST_TEST(state(measurements.list("pay-benefits").at(0)).canonical_text() ==
               state(measurement).canonical_text());
    BOOST_TEST(measurements.list("complaints").empty());
}

BOOST_AUTO_TEST_CASE(takes_a_measurement_without_a_target) {
    model::Measurement measurement = this->measurement("2026-07", 19);
    measurement.target = {};
    measurements.insert(measurement);
    BOOST_TEST(!measurements.list().at(0).target.has_value());
}

BOOST_AUTO_TEST_CASE(keeps_a_restated_figure_beside_the_old) {
    model::Measurement old = measurement("2026-07", 19), restated = measurement("2026-07", 18),
                       other = measurement("2026-08", 1);
    for (model::Measurement* one : {&old, &restated, &other}) measurements.insert(*one);
    BOOST_TEST(measurements.newest("pay-benefits", "decided-before-payment", period("2026-07"))->numerator ==
               18);
    BOOST_TEST(measurements.list().size() == 3u);
    BOOST_TEST(!measurements.newest("pay-benefits", "decided-before-payment", period("2026-Q3")).has_value());
}

BOOST_AUTO_TEST_CASE(keeps_a_recorded_figure_with_its_unit_bounds_and_comment) {
    model::Measurement wait = measurement("2026-07", 0);
    wait.denominator = 0;
    wait.unit = model::Unit::minutes;
    wait.source = model::Source::by_hand;
    wait.direction = model::Direction::within;
    wait.figure = Decimal{25, 1};
    wait.comment = "journal du standard";
    wait.target = model::Target{{}, {1, 0}, Decimal{4, 0}, Decimal{5, 1}, Decimal{6, 0}};
    measurements.insert(wait);
    const model::Measurement found = measurements.list().at(0);
    BOOST_TEST(state(found).canonical_text() == state(wait).canonical_text());
    BOOST_TEST(found.comment == "journal du standard");
    BOOST_CHECK((found.target->upper_warning == Decimal{6, 0}));
}

BOOST_AUTO_TEST_CASE(states_a_plain_share_as_the_first_release_did) {
    const std::string text = state(measurement("2026-07", 19)).canonical_text();
    for (const char* later : {"unit", "source", "figure", "comment", "currency", "warning", "upper_target"})
        BOOST_TEST(text.find(std::string("\"") + later + "\"") == std::string::npos, later);
}

BOOST_AUTO_TEST_SUITE_END()
