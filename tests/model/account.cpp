// SPDX-License-Identifier: Apache-2.0
#include "model/account.h"

#include <set>

#include <boost/test/unit_test.hpp>

using namespace cadran::model;

BOOST_AUTO_TEST_SUITE(account)

BOOST_AUTO_TEST_CASE(has_the_roles_it_was_given) {
    Account account;
    account.roles = {Role::handler, Role::controller};
    BOOST_TEST(account.has(Role::handler));
    BOOST_TEST(account.has(Role::controller));
    BOOST_TEST(!account.has(Role::administrator));
}

BOOST_AUTO_TEST_CASE(is_the_handler_of_its_exact_codes) {
    Account account;
    account.handler_codes = {"G07", "G12"};
    BOOST_TEST(account.is_handler("G12"));
    BOOST_TEST(!account.is_handler("G1"));
    BOOST_TEST(!account.is_handler("g12"));
    BOOST_TEST(!Account().is_handler(""));
}

BOOST_AUTO_TEST_CASE(names_every_role_once_in_both_languages) {
    std::set<std::string_view> names;
    std::set<std::string> titles;
    for (const Role role : all_roles) {
        BOOST_CHECK(parse_role(role_name(role)) == role);
        names.insert(role_name(role));
        titles.insert(role_title(role).fr);
        BOOST_TEST(!role_title(role).en.empty());
    }
    BOOST_TEST(names.size() == 14u);
    BOOST_TEST(titles.size() == 14u);
    BOOST_CHECK(!parse_role("Pilot"));
    BOOST_CHECK(!parse_role(""));
}

BOOST_AUTO_TEST_CASE(accepts_names_that_are_safe_in_files_and_commands) {
    for (const std::string_view name : {"claire.vasseur", "a", "0", "jean-luc.2"})
        BOOST_TEST(is_account_name(name), name);
    for (const std::string_view name :
         {"", "Claire", "claire vasseur", "claire/vasseur", "élodie", "a_b", "a\n"}) {
        BOOST_TEST(!is_account_name(name), name);
    }
    BOOST_TEST(is_account_name(std::string(64, 'a')));
    BOOST_TEST(!is_account_name(std::string(65, 'a')));
}

BOOST_AUTO_TEST_CASE(wants_a_digest_once_a_day_or_once_a_week_from_monday_on) {
    using std::chrono::November;
    const auto day = [](unsigned number) {
        return cadran::Date{std::chrono::year{2026}, November, std::chrono::day{number}};
    };
    Account account;
    BOOST_TEST(!account.wants_digest(day(20)));  // nowhere to send it to
    account.mail = "claire@example.org";
    BOOST_TEST(account.wants_digest(day(20)));
    account.digest_on = day(20);
    BOOST_TEST(!account.wants_digest(day(20)));
    BOOST_TEST(account.wants_digest(day(21)));
    account.digest = DigestRhythm::weekly;
    BOOST_TEST(!account.wants_digest(day(22)));  // Sunday
    BOOST_TEST(account.wants_digest(day(23)));   // Monday
    account.digest_on = day(23);
    BOOST_TEST(!account.wants_digest(day(29)));
    account.digest = DigestRhythm::never;
    BOOST_TEST(!account.wants_digest(day(30)));
}

BOOST_AUTO_TEST_CASE(reads_each_rhythm_by_its_name) {
    for (const DigestRhythm rhythm : all_digest_rhythms)
        BOOST_CHECK(parse_digest_rhythm(digest_rhythm_name(rhythm)) == rhythm);
    BOOST_CHECK(!parse_digest_rhythm("hourly"));
}

BOOST_AUTO_TEST_CASE(knows_a_mail_address) {
    for (const char* address : {"a@b", "claire.vasseur@example.org", "o'neil+q@mail.example.org"})
        BOOST_TEST(is_mail_address(address), address);
    for (const char* other :
         {"", "a", "@b", "a@", "a@b@c", "a b@c", "a@b c", "a@b\r\nRCPT TO:<c@d>", "a@b,c@d", "<a@b>", "a@b>",
          "a..b@c", ".a@b", "a.@b", "a@.b", "a@b.", "zoé@example.org", "\"a b\"@c", "a@b\t"})
        BOOST_TEST(!is_mail_address(other), other);
    BOOST_TEST(!is_mail_address(std::string(65, 'a') + "@example.org"));
    BOOST_TEST(!is_mail_address("a@" + std::string(253, 'b')));
}

BOOST_AUTO_TEST_SUITE_END()
