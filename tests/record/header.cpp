// SPDX-License-Identifier: Apache-2.0
#include "record/header.h"

#include <boost/test/unit_test.hpp>

#include "record/claims.h"

using namespace cadran;
using namespace cadran::record;

BOOST_AUTO_TEST_SUITE(header)

BOOST_AUTO_TEST_CASE(finds_fields_by_name_and_title) {
    const std::vector<std::string_view> names{" Number ",     "ACTE", "date d'effet", "DATE D’EFFET",
                                              "montant",      "rib",  "Account",      "bénéficiaire",
                                              "BÉNÉFICIAIRE", "",     "autre"};
    std::string found;
    for (const auto& field : column_fields(names, *claim_type().schema))
        found += field ? std::to_string(*field) + " " : "- ";
    BOOST_TEST(found == "0 1 2 2 3 4 4 8 8 - - ");
}

BOOST_AUTO_TEST_CASE(a_title_of_two_fields_names_neither) {
    const column::Schema schema({{.name = "a", .title = {"date", "date"}},
                                 {.name = "b", .title = {"date", "other"}},
                                 {.name = "date"}});
    const column::Schema ambiguous(
        {{.name = "a", .title = {"jour", "day"}}, {.name = "b", .title = {"jour", "other"}}});
    const std::vector<std::string_view> names{"date", "jour", "day"};
    BOOST_TEST((column_fields(names, schema)[0] == std::optional<std::size_t>(2)));
    BOOST_TEST(!column_fields(names, ambiguous)[1]);
    BOOST_TEST((column_fields(names, ambiguous)[2] == std::optional<std::size_t>(0)));
}

BOOST_AUTO_TEST_SUITE_END()
