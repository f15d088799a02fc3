// SPDX-License-Identifier: Apache-2.0
#include "column/schema.h"

#include <boost/test/unit_test.hpp>

using namespace cadran;
using namespace cadran::column;

namespace {

const Schema claims({{.name = "number", .required = true}, {.name = "amount", .type = Type::money}});

}  // namespace

BOOST_AUTO_TEST_SUITE(schema)

BOOST_AUTO_TEST_CASE(finds_fields_by_their_exact_name) {
    BOOST_CHECK(claims.find("number") == 0u);
    BOOST_CHECK(claims.find("amount") == 1u);
    BOOST_CHECK(!claims.find("Amount"));
    BOOST_CHECK(!claims.find(""));
    BOOST_CHECK(!Schema().find("amount"));
}

BOOST_AUTO_TEST_CASE(keeps_fields_in_their_order) {
    BOOST_TEST((claims.names() == std::vector<std::string>{"number", "amount"}));
    BOOST_TEST(claims.fields().size() == 2u);
    BOOST_CHECK(claims.field(1).type == Type::money);
    BOOST_TEST(claims.field(0).required);
}

BOOST_AUTO_TEST_SUITE_END()
