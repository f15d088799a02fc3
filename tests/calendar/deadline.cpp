// SPDX-License-Identifier: Apache-2.0
#include "calendar/deadline.h"

#include <rapidcheck.h>
#include <boost/test/unit_test.hpp>

#include "base/text.h"

using namespace cadran;
using namespace cadran::calendar;

namespace {

Date day(const char* iso) {
    return *parse_date(iso);
}

std::string end(const char* start, const char* duration, Region region = Region::metropole) {
    const auto date = add(day(start), parse_duration(duration).value(), region);
    return date ? iso_text(*date) : "none";
}

std::string back(const char* start, Duration duration) {
    duration.count = -duration.count;
    return iso_text(add(day(start), duration, Region::metropole).value());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(deadline)

// Check values of the reference procedure for complaints.
BOOST_AUTO_TEST_CASE(a_deadline_in_working_days_leaves_out_holidays_and_its_start) {
    BOOST_TEST(end("2026-04-30", "10 ouvrés") == "2026-05-19");
    BOOST_TEST(end("2026-04-30", "10 ouvrables") == "2026-05-15");
}

BOOST_AUTO_TEST_CASE(the_region_decides_which_holidays_count) {
    BOOST_TEST(end("2026-04-02", "1 ouvré") == "2026-04-03");
    BOOST_TEST(end("2026-04-02", "1 ouvré", Region::alsace_moselle) == "2026-04-07");
    BOOST_TEST(end("2026-12-25", "1 ouvrable") == "2026-12-26");
    BOOST_TEST(end("2026-12-25", "1 ouvrable", Region::alsace_moselle) == "2026-12-28");
}

BOOST_AUTO_TEST_CASE(days_of_the_calendar_are_all_days) {
    BOOST_TEST(end("2026-12-31", "30 days") == "2027-01-30");
}

BOOST_AUTO_TEST_CASE(months_end_on_the_last_day_where_theirs_is_missing) {
    BOOST_TEST(end("2026-01-31", "1 month") == "2026-02-28");
    BOOST_TEST(end("2028-01-31", "1 month") == "2028-02-29");
    BOOST_TEST(end("2026-06-30", "2 months") == "2026-08-30");
    BOOST_TEST(back("2026-03-31", {1, TimeUnit::months}) == "2026-02-28");
    BOOST_TEST(back("2026-01-31", {12, TimeUnit::months}) == "2025-01-31");
}

BOOST_AUTO_TEST_CASE(a_deadline_does_not_roll_over_to_a_working_day) {
    BOOST_TEST(end("2026-04-12", "19 days") == "2026-05-01");
    BOOST_TEST(end("2026-04-01", "1 month") == "2026-05-01");
}

BOOST_AUTO_TEST_CASE(goes_back_over_working_days) {
    BOOST_TEST(back("2026-05-19", {10, TimeUnit::ouvres}) == "2026-04-30");
    BOOST_TEST(back("2026-05-15", {10, TimeUnit::ouvrables}) == "2026-04-30");
}

BOOST_AUTO_TEST_CASE(nothing_lies_outside_the_calendar) {
    BOOST_TEST(end("9999-12-31", "1 day") == "none");
    BOOST_TEST(end("9999-12-31", "1 ouvré") == "none");
    BOOST_TEST(end("2026-01-01", "4000000 months") == "none");
}

BOOST_AUTO_TEST_CASE(counts_the_days_between_two_dates) {
    const auto between = [](const char* from, const char* to, TimeUnit unit) {
        return days_between(day(from), day(to), unit, Region::metropole);
    };
    BOOST_TEST(between("2026-04-30", "2026-05-19", TimeUnit::days) == 19);
    BOOST_TEST(between("2026-04-30", "2026-05-19", TimeUnit::ouvres) == 10);
    BOOST_TEST(between("2026-04-30", "2026-05-15", TimeUnit::ouvrables) == 10);
    BOOST_TEST(between("2026-05-19", "2026-04-30", TimeUnit::ouvres) == -10);
    BOOST_TEST(between("2026-05-01", "2026-05-01", TimeUnit::ouvres) == 0);
    BOOST_CHECK_THROW(between("2026-05-01", "2026-05-02", TimeUnit::months), std::invalid_argument);
}

BOOST_AUTO_TEST_CASE(a_deadline_lies_as_many_days_ahead_as_it_is_long) {
    BOOST_TEST(rc::check("days_between undoes add", [] {
        const Date start =
            std::chrono::sys_days{day("2020-01-01")} + std::chrono::days{*rc::gen::inRange(0, 4000)};
        const TimeUnit unit = *rc::gen::element(TimeUnit::days, TimeUnit::ouvres, TimeUnit::ouvrables);
        const Region region = *rc::gen::element(Region::metropole, Region::alsace_moselle);
        const std::int64_t count = *rc::gen::inRange(0, 300);
        const Date last = add(start, {count, unit}, region).value();
        RC_ASSERT(days_between(start, last, unit, region) == count);
    }));
}

BOOST_AUTO_TEST_CASE(units_are_read_in_both_languages_and_without_accents) {
    for (const char* text : {"10 ouvrés", "10 ouvres", "10 ouvré", "10 ouvre"})
        BOOST_TEST(plain_text(parse_duration(text).value()) == "10 ouvrés");
    for (const char* text : {"10 ouvrables", "10 ouvrable"})
        BOOST_TEST(plain_text(parse_duration(text).value()) == "10 ouvrables");
    for (const char* text : {"10 days", "10 day", "10 jours", "10 jour"})
        BOOST_TEST(plain_text(parse_duration(text).value()) == "10 days");
    for (const char* text : {"2 months", "2 month", "2 mois"})
        BOOST_TEST(plain_text(parse_duration(text).value()) == "2 months");
    for (const char* text : {"10", "10days", "days", "-1 days", "1.5 days", "3 weeks", "4000001 days"})
        BOOST_TEST(!parse_duration(text));
}

BOOST_AUTO_TEST_CASE(people_read_it_in_words) {
    BOOST_TEST(text_of({1, TimeUnit::ouvres}).fr == "1 jour ouvré");
    BOOST_TEST(text_of({10, TimeUnit::ouvres}).fr == "10 jours ouvrés");
    BOOST_TEST(text_of({0, TimeUnit::days}).fr == "0 jour");
    BOOST_TEST(text_of({0, TimeUnit::days}).en == "0 days");
    BOOST_TEST(text_of({2, TimeUnit::months}).fr == "2 mois");
    BOOST_TEST(text_of({1, TimeUnit::months}).en == "1 month");
}

BOOST_AUTO_TEST_SUITE_END()
