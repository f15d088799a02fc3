// SPDX-License-Identifier: Apache-2.0
#include "model/figure.h"

#include <boost/test/unit_test.hpp>

using namespace cadran;
using namespace cadran::model;

namespace {

const Catalogue& french() {
    static const Catalogue catalogue{Language::french};
    return catalogue;
}

const Catalogue& english() {
    static const Catalogue catalogue{Language::english};
    return catalogue;
}

struct Example {
    Decimal value;
    Unit unit;
    std::string_view fr;
    std::string_view en;
};

const Example examples[] = {
    {{974, 1}, Unit::percent, "97,4\u202f%", "97.4%"},
    {{1250, 0}, Unit::count, "1\u202f250", "1,250"},
    {{15, 1}, Unit::minutes, "1,5\u00a0min", "1.5\u00a0min"},
    {{3, 0}, Unit::hours, "3\u00a0h", "3\u00a0h"},
    {{15, 1}, Unit::days, "1,5\u00a0jour", "1.5\u00a0days"},
    {{1, 0}, Unit::days, "1\u00a0jour", "1\u00a0day"},
    {{2, 0}, Unit::days, "2\u00a0jours", "2\u00a0days"},
    {{-15, 0}, Unit::points, "-15\u00a0points", "-15\u00a0points"},
    {{125000, 2}, Unit::money, "1\u202f250,00\u00a0€", "€1,250.00"},
    {{12505, 4}, Unit::money, "1,25\u00a0€", "€1.25"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(figure)

BOOST_AUTO_TEST_CASE(has_its_unit_as_the_language_writes_it) {
    for (const Example& example : examples) {
        BOOST_TEST(figure_text(example.value, example.unit, french()) == example.fr);
        BOOST_TEST(figure_text(example.value, example.unit, english()) == example.en);
    }
}

BOOST_AUTO_TEST_CASE(of_a_target_says_which_side_is_good) {
    const Target target{{}, {95, 0}};
    BOOST_TEST(target_text(target, Direction::higher, Unit::percent, french()) == "au moins 95\u202f%");
    BOOST_TEST(target_text(target, Direction::lower, Unit::days, english()) == "at most 95\u00a0days");
    const Target range{{}, {1, 0}, Decimal{4, 0}};
    BOOST_TEST(target_text(range, Direction::within, Unit::minutes, french()) == "de 1 à 4\u00a0min");
}

BOOST_AUTO_TEST_SUITE_END()
