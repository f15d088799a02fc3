// SPDX-License-Identifier: Apache-2.0
// The table of routes, and who gets through which of them.
#include <set>

#include <boost/test/unit_test.hpp>

#include "web/route.h"

using namespace cadran;
using namespace cadran::web;

BOOST_AUTO_TEST_SUITE(route_table)

BOOST_AUTO_TEST_CASE(names_each_route_once_and_says_what_it_is) {
    std::set<std::string> seen;
    for (const Route& route : routes()) {
        const std::string name = fmt::format("{} {}", route.method, route.pattern);
        BOOST_TEST(seen.insert(name).second, name);
        BOOST_TEST((route.method == "GET" || route.method == "POST"), name);
        BOOST_TEST((route.page != nullptr) + (route.public_page != nullptr) + (route.proof_page != nullptr) +
                           (route.desk_page != nullptr) ==
                       1,
                   name);
        BOOST_TEST(!route.summary.empty(), name);
        BOOST_TEST((route.public_page == nullptr || !route.use_case), name);
    }
}

BOOST_AUTO_TEST_CASE(prefers_words_to_places) {
    BOOST_TEST(find_route("GET", "/processes/map.svg").route->pattern == "/processes/map.svg");
    const Match match = find_route("GET", "/processes/pay-benefits");
    BOOST_TEST(match.route->pattern == "/processes/{process}");
    BOOST_TEST(match.parameters.find("process")->second == "pay-benefits");
    BOOST_TEST(find_route("HEAD", "/").route == find_route("GET", "/").route);
    BOOST_TEST(find_route("GET", "/none").methods.empty());
    BOOST_TEST((find_route("GET", "/sign-out").route == nullptr));
}

BOOST_AUTO_TEST_SUITE_END()
