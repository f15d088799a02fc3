// SPDX-License-Identifier: Apache-2.0
#include "control/population.h"

#include <boost/test/unit_test.hpp>

#include "control/population_example.h"

using namespace cadran::control;

BOOST_AUTO_TEST_SUITE(population)

BOOST_AUTO_TEST_CASE(counts_what_is_missing_apart) {
    const Invoices invoices({{"A1", "M1", 500}, {"A2", "M1", std::nullopt}, {"A3", "M2", -700}});
    const Numbers numbers = numbers_of(invoices.population, Invoices::amount);
    BOOST_TEST((numbers.values == std::vector<std::int64_t>{500, -700}));
    BOOST_TEST(numbers.missing == 1);
}

BOOST_AUTO_TEST_CASE(falls_into_a_part_for_each_value) {
    const Invoices invoices({{"A1", "M2"}, {"A2", "M1"}, {"A3", "M2"}});
    const auto parts = parts_of(invoices.population, Invoices::member);
    BOOST_REQUIRE(parts.size() == 2u);
    BOOST_TEST(std::get<std::string>(parts[0].value) == "M1");
    BOOST_TEST(parts[1].records.size() == 2u);
    BOOST_TEST(parts[1].records[1].row == 2u);
}

BOOST_AUTO_TEST_SUITE_END()
