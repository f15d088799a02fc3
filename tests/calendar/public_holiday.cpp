// SPDX-License-Identifier: Apache-2.0
#include "calendar/public_holiday.h"

#include <boost/test/unit_test.hpp>

#include "base/text.h"

using namespace cadran;
using namespace cadran::calendar;
using namespace std::chrono;

BOOST_AUTO_TEST_SUITE(public_holiday)

// Published by dateutil.
BOOST_AUTO_TEST_CASE(easter_falls_on_published_dates) {
    BOOST_TEST(iso_text(easter_sunday(year{2026})) == "2026-04-05");
    BOOST_TEST(iso_text(easter_sunday(year{2027})) == "2027-03-28");
    BOOST_TEST(iso_text(easter_sunday(year{2038})) == "2038-04-25");
}

BOOST_AUTO_TEST_CASE(there_are_eleven_in_metropolitan_france) {
    std::vector<std::string> days;
    for (const Date day : public_holidays(year{2026}, Region::metropole)) days.push_back(iso_text(day));
    const std::vector<std::string> expected{"2026-01-01", "2026-04-06", "2026-05-01", "2026-05-08",
                                            "2026-05-14", "2026-05-25", "2026-07-14", "2026-08-15",
                                            "2026-11-01", "2026-11-11", "2026-12-25"};
    BOOST_TEST(days == expected, boost::test_tools::per_element());
}

// Published by the State for 2026 (data.gouv.fr).
BOOST_AUTO_TEST_CASE(alsace_moselle_adds_good_friday_and_the_second_day_of_christmas) {
    BOOST_TEST(public_holidays(year{2026}, Region::alsace_moselle).size() == 13U);
    for (const char* day : {"2026-04-03", "2026-12-26"}) {
        BOOST_TEST(is_public_holiday(*parse_date(day), Region::alsace_moselle));
        BOOST_TEST(!is_public_holiday(*parse_date(day), Region::metropole));
    }
}

// In 2008 Ascension Day was the first of May.
BOOST_AUTO_TEST_CASE(two_may_fall_on_one_day) {
    BOOST_TEST(is_public_holiday(*parse_date("2008-05-01"), Region::metropole));
    BOOST_TEST(!is_public_holiday(*parse_date("2008-05-02"), Region::metropole));
}

BOOST_AUTO_TEST_SUITE_END()
