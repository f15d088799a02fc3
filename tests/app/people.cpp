// SPDX-License-Identifier: Apache-2.0
#include "app/people.h"

#include <boost/test/unit_test.hpp>

#include "app/account.h"
#include "app/sample_workspace.h"

using namespace cadran;
using namespace cadran::app;

BOOST_FIXTURE_TEST_SUITE(people, SampleWorkspace)

BOOST_AUTO_TEST_CASE(calls_an_account_by_its_person_and_what_is_none_by_its_name) {
    Session admin = as("admin"), luc = as("luc.moreau");
    BOOST_REQUIRE(add_account(admin, {"anne.delorme", "Anne Delorme", {model::Role::controller}, {}, ""}));
    const PersonNames names = person_names(luc);
    BOOST_TEST(person_called(names, "anne.delorme") == "Anne Delorme");
    BOOST_TEST(person_called(names, "nobody") == "nobody");
}

BOOST_AUTO_TEST_CASE(lists_who_may_be_charged_without_those_who_are_suspended) {
    Session admin = as("admin"), luc = as("luc.moreau");
    BOOST_REQUIRE_EQUAL(told(suspend_account(admin, "nadia.belkacem")), "done");
    const auto colleagues = list_colleagues(luc);
    BOOST_REQUIRE_EQUAL(told(colleagues), "done");
    const auto has = [&](const char* account) {
        return std::ranges::find(*colleagues, account, &Colleague::account) != colleagues->end();
    };
    BOOST_TEST(has("claire.vasseur"));
    BOOST_TEST(!has("nadia.belkacem"));
}

BOOST_AUTO_TEST_CASE(lists_nobody_to_who_charges_nobody) {
    for (const char* outside : {"lea.marchand", "admin"}) {
        Session session = as(outside);
        BOOST_TEST(told(list_colleagues(session)).starts_with("refused"), outside);
    }
}

BOOST_AUTO_TEST_SUITE_END()
