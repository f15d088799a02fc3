// SPDX-License-Identifier: Apache-2.0
#include "calendar/zone.h"

#include <boost/test/unit_test.hpp>

#include "base/text.h"

using namespace cadran;
using namespace cadran::calendar;
using namespace std::chrono;

namespace {

Instant at(std::string_view text) {
    return parse_instant(text).value();
}

const Zone paris = Zone::named("Europe/Paris").value();

}  // namespace

BOOST_AUTO_TEST_SUITE(zone)

BOOST_AUTO_TEST_CASE(is_an_hour_ahead_in_winter_and_two_in_summer) {
    BOOST_TEST(paris.local_text(at("2026-01-15T11:30:00Z")) == "2026-01-15 12:30");
    BOOST_TEST(paris.local_text(at("2026-07-31T15:00:59.999999Z")) == "2026-07-31 17:00");
}

BOOST_AUTO_TEST_CASE(changes_to_summer_time_on_the_last_sunday_of_march) {
    BOOST_TEST(paris.local_text(at("2026-03-29T00:59:00Z")) == "2026-03-29 01:59");
    BOOST_TEST(paris.local_text(at("2026-03-29T01:00:00Z")) == "2026-03-29 03:00");
}

BOOST_AUTO_TEST_CASE(changes_to_winter_time_on_the_last_sunday_of_october) {
    BOOST_TEST(paris.local_text(at("2026-10-25T00:59:00Z")) == "2026-10-25 02:59");
    BOOST_TEST(paris.local_text(at("2026-10-25T01:00:00Z")) == "2026-10-25 02:00");
}

BOOST_AUTO_TEST_CASE(starts_its_days_at_its_own_midnight) {
    BOOST_CHECK(paris.date_of(at("2026-06-30T21:59:59.999999Z")) == 2026y / June / 30);
    BOOST_CHECK(paris.date_of(at("2026-06-30T22:00:00Z")) == 2026y / July / 1);
    BOOST_CHECK(paris.date_of(at("2026-12-31T22:59:59Z")) == 2026y / December / 31);
    BOOST_CHECK(paris.date_of(at("2026-12-31T23:00:00Z")) == 2027y / January / 1);
    BOOST_CHECK(Zone::named("America/Cayenne")->date_of(at("2026-07-01T02:59:59Z")) == 2026y / June / 30);
}

BOOST_AUTO_TEST_CASE(knows_days_before_1970) {
    BOOST_CHECK(paris.date_of(at("1969-12-31T22:30:00Z")) == 1969y / December / 31);
    BOOST_CHECK(paris.date_of(at("1969-12-31T23:30:00Z")) == 1970y / January / 1);
}

BOOST_AUTO_TEST_CASE(is_named_by_the_iana_database) {
    BOOST_TEST(paris.name() == "Europe/Paris");
    for (const std::string name :
         {"Europe/Pariss", "", "europe/paris", "/etc/passwd", "../zoneinfo/Europe/Paris"}) {
        const auto unknown = Zone::named(name);
        BOOST_TEST_CONTEXT(name) {
            BOOST_REQUIRE(!unknown);
            BOOST_CHECK(unknown.error().kind == Failure::Kind::invalid);
            BOOST_CHECK((unknown.error().diagnostics.front().what ==
                         Message{"calendar.unknown_zone", {{"zone", name}}}));
        }
    }
}

BOOST_AUTO_TEST_CASE(knows_when_a_day_begins_in_summer_and_in_winter) {
    BOOST_TEST((paris.start_of(*parse_date("2026-07-31")) == at("2026-07-30T22:00:00Z")));
    BOOST_TEST((paris.start_of(*parse_date("2026-01-15")) == at("2026-01-14T23:00:00Z")));
    BOOST_TEST((paris.start_of(*parse_date("2026-03-29")) == at("2026-03-28T23:00:00Z")));
}

BOOST_AUTO_TEST_SUITE_END()
