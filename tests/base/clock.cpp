// SPDX-License-Identifier: Apache-2.0
#include "base/clock.h"

#include <rapidcheck.h>

#include <boost/test/unit_test.hpp>

using namespace cadran;
using namespace std::chrono;

namespace {

constexpr Instant noon = sys_days{2026y / July / 31} + hours{12};

}  // namespace

BOOST_AUTO_TEST_SUITE(clocks)

BOOST_AUTO_TEST_CASE(writes_a_fraction_only_where_there_is_one) {
    BOOST_TEST(iso_text(noon) == "2026-07-31T12:00:00Z");
    BOOST_TEST(iso_text(noon + microseconds{42}) == "2026-07-31T12:00:00.000042Z");
    BOOST_TEST(iso_text(Instant{microseconds{-1}}) == "1969-12-31T23:59:59.999999Z");
}

BOOST_AUTO_TEST_CASE(reads_instants_with_and_without_seconds) {
    BOOST_CHECK(parse_instant("2026-07-31T12:00Z") == noon);
    BOOST_CHECK(parse_instant("2026-07-31T12:00:30Z") == noon + seconds{30});
    BOOST_CHECK(parse_instant("2026-07-31T12:00:30.500000Z") == noon + milliseconds{30'500});
}

BOOST_AUTO_TEST_CASE(refuses_what_is_not_an_instant_in_utc) {
    for (const std::string_view faulty :
         {"", "2026-07-31", "2026-07-31T12:00:00", "2026-07-31T12:00:00+02:00", "2026-07-31 12:00:00Z",
          "2026-02-30T12:00:00Z", "2026-07-31T24:00:00Z", "2026-07-31T12:60:00Z", "2026-07-31T12:00:60Z",
          "2026-07-31T12-00-00Z", "2026-07-31T12:00:Z", "2026-07-31T12:00:0Z", "2026-07-31T12:00:00.Z",
          "2026-07-31T12:00:00.5Z", "2026-07-31T12:00:00.1234567Z", "2026-07-31T12:00:00ZZ",
          "2026-07-31T-1:00:00Z"}) {
        BOOST_TEST(!parse_instant(faulty), faulty);
    }
}

BOOST_AUTO_TEST_CASE(reads_every_instant_that_it_writes) {
    BOOST_TEST(rc::check("an instant survives its text", [] {
        const auto day = days{*rc::gen::inRange(-719'528, 2'932'897)};  // years 0 to 9999
        const auto fraction = microseconds{*rc::gen::inRange<std::int64_t>(0, 86'400'000'000)};
        const Instant instant = sys_days{day} + fraction;
        RC_ASSERT(parse_instant(iso_text(instant)) == instant);
    }));
}

BOOST_AUTO_TEST_CASE(of_a_test_stands_still) {
    const FixedClock clock(noon);
    BOOST_CHECK(clock.now() == noon);
    BOOST_CHECK(clock.now() == clock.now());
}

BOOST_AUTO_TEST_CASE(of_the_system_does_not_run_back) {
    const SystemClock clock;
    const Instant earlier = clock.now();
    BOOST_CHECK(earlier > noon - years{50});
    BOOST_CHECK(clock.now() >= earlier);
}

BOOST_AUTO_TEST_SUITE_END()
