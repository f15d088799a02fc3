// SPDX-License-Identifier: Apache-2.0
#include "script/wire.h"

#include <limits>

#include <boost/test/unit_test.hpp>

using namespace cadran;
using namespace cadran::script;
using column::Scalar;

namespace {

Scalar sent(const Scalar& value) {
    return scalar_of(Json::parse(json_of(value).canonical_text()).value());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(wire)

BOOST_AUTO_TEST_CASE(carries_every_value_exactly) {
    using namespace std::chrono;
    constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();
    const std::vector<Scalar> values{
        Scalar(),
        true,
        false,
        least,
        Decimal{-1250, 2},
        Money{least, {}},
        Money{1, *parse_currency("CHF")},
        Date(2026y / February / 28),
        Instant(microseconds(-1)),
        Duration{10, TimeUnit::ouvrables},
        std::string("é\n\"\\\0 ", 7),
        std::string("\xff\xfe"),
        column::Secret{0xFEDC'BA98'7654'3210},
        column::List{"a", "\xff", ""},
        column::List{},
    };
    for (const Scalar& value : values) BOOST_CHECK(sent(value) == value);
    BOOST_TEST(std::get<Decimal>(sent(Decimal{100, 2})).scale == 2);  // 1.00 is not shown as 1
}

BOOST_AUTO_TEST_SUITE_END()
