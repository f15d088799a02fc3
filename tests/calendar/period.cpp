// SPDX-License-Identifier: Apache-2.0
#include "calendar/period.h"

#include <ostream>

#include <rapidcheck.h>

#include <boost/test/unit_test.hpp>

using namespace cadran;
using namespace cadran::calendar;
using namespace std::chrono;
using Kind = Period::Kind;

namespace {

Period period_of(std::string_view text) {
    return Period::parse(text).value();
}

std::vector<std::string> texts(const std::vector<Period>& periods) {
    std::vector<std::string> texts;
    for (const Period& period : periods) texts.push_back(period.text());
    return texts;
}

Date any_date() {
    return sys_days{days{*rc::gen::inRange(-700'000, 2'900'000)}};
}

Kind any_kind() {
    return *rc::gen::element(Kind::month, Kind::quarter, Kind::year);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(period)

BOOST_AUTO_TEST_CASE(lasts_from_its_first_day_to_its_last) {
    BOOST_CHECK(period_of("2026-07").first() == 2026y / July / 1);
    BOOST_CHECK(period_of("2026-07").last() == 2026y / July / 31);
    BOOST_CHECK(period_of("2028-02").last() == 2028y / February / 29);
    BOOST_CHECK(period_of("2026-Q3").first() == 2026y / July / 1);
    BOOST_CHECK(period_of("2026-Q3").last() == 2026y / September / 30);
    BOOST_CHECK(period_of("2026").first() == 2026y / January / 1);
    BOOST_CHECK(period_of("2026").last() == 2026y / December / 31);
}

BOOST_AUTO_TEST_CASE(is_read_as_it_is_written) {
    for (const std::string text : {"2026-01", "2026-12", "2026-Q1", "2026-Q4", "2026", "0987", "0987-Q2"}) {
        BOOST_TEST(period_of(text).text() == text);
    }
    BOOST_CHECK(period_of("2026-Q3") == Period::quarter(2026y, 3));
    BOOST_CHECK(period_of("2026-09") == Period::month(2026y / September));
    BOOST_CHECK(period_of("2026") == Period::year(2026y));
}

BOOST_AUTO_TEST_CASE(is_refused_where_it_does_not_exist) {
    for (const std::string_view faulty :
         {"",        "26",      "202",      "20266",      "2026-",   "2026-0",  "2026-00",
          "2026-13", "2026-7",  "2026-007", "2026-Q0",    "2026-Q5", "2026-q3", "2026-Q33",
          "2026Q3",  "2026/07", "-026",     "2026-07-31", " 2026",   "2026 "}) {
        BOOST_TEST(!Period::parse(faulty), faulty);
    }
}

BOOST_AUTO_TEST_CASE(of_a_date_contains_it) {
    BOOST_TEST(Period::containing(2026y / March / 31, Kind::quarter).text() == "2026-Q1");
    BOOST_TEST(Period::containing(2026y / April / 1, Kind::quarter).text() == "2026-Q2");
    BOOST_TEST(Period::containing(2026y / December / 31, Kind::month).text() == "2026-12");
    BOOST_TEST(rc::check("a period contains its dates, and its neighbours do not", [] {
        const Date date = any_date();
        const Period period = Period::containing(date, any_kind());
        RC_ASSERT(period.contains(date));
        RC_ASSERT(!period.next().contains(date));
        RC_ASSERT(!period.previous().contains(date));
        RC_ASSERT(Period::parse(period.text()) == period);
    }));
}

BOOST_AUTO_TEST_CASE(passes_from_one_year_to_the_next) {
    BOOST_TEST(period_of("2026-12").next().text() == "2027-01");
    BOOST_TEST(period_of("2026-Q4").next().text() == "2027-Q1");
    BOOST_TEST(period_of("2026").next().text() == "2027");
    BOOST_TEST(period_of("2026-01").previous().text() == "2025-12");
    BOOST_TEST(period_of("2026-Q1").previous().text() == "2025-Q4");
    BOOST_TEST(period_of("2026").previous().text() == "2025");
}

BOOST_AUTO_TEST_CASE(follows_the_one_before_without_gap) {
    BOOST_TEST(rc::check("the day after the last is the first of the next", [] {
        const Period period = Period::containing(any_date(), any_kind());
        RC_ASSERT(sys_days{period.last()} + days{1} == sys_days{period.next().first()});
        RC_ASSERT(period.next().previous() == period);
    }));
}

BOOST_AUTO_TEST_CASE(ends_the_longer_one_that_it_is_the_last_part_of) {
    BOOST_TEST((texts(period_of("2026-Q4").ended(Kind::year)) == std::vector<std::string>{"2026"}));
    BOOST_TEST(period_of("2026-Q3").ended(Kind::year).empty());
    BOOST_TEST((texts(period_of("2026-09").ended(Kind::quarter)) == std::vector<std::string>{"2026-Q3"}));
    BOOST_TEST(period_of("2026-Q3").ended(Kind::month).size() == 3u);
}

BOOST_AUTO_TEST_CASE(is_divided_into_shorter_ones) {
    BOOST_TEST((texts(period_of("2026-Q3").divided_into(Kind::month)) ==
                std::vector<std::string>{"2026-07", "2026-08", "2026-09"}));
    BOOST_TEST((texts(period_of("2026").divided_into(Kind::quarter)) ==
                std::vector<std::string>{"2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"}));
    BOOST_TEST(period_of("2026").divided_into(Kind::month).size() == 12u);
    BOOST_TEST(
        (texts(period_of("2026-07").divided_into(Kind::month)) == std::vector<std::string>{"2026-07"}));
}

BOOST_AUTO_TEST_CASE(comes_before_later_ones) {
    BOOST_CHECK(period_of("2026-07") < period_of("2026-08"));
    BOOST_CHECK(period_of("2025-Q4") < period_of("2026-Q1"));
    BOOST_CHECK(period_of("2026-01") != period_of("2026-Q1"));
}

BOOST_AUTO_TEST_SUITE_END()
