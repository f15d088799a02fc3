// SPDX-License-Identifier: Apache-2.0
#include "app/account.h"

#include <boost/test/unit_test.hpp>

#include "app/sample_workspace.h"
#include "store/account_repository.h"

using namespace cadran;
using namespace cadran::app;

namespace {

const AddAccount paul{"paul.renard", "Paul Renard", {model::Role::controller}, {"H22"}, "prenard"};

struct Example : SampleWorkspace {
    Session admin = as("admin");

    std::string enrolled(const std::string& code) {
        return told(enrol(workspace(), code, clock(), randomness(), "test"));
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(accounts, Example)

BOOST_AUTO_TEST_CASE(are_proved_by_what_their_owner_made_of_the_invitation) {
    const auto invitation = add_account(admin, paul);
    BOOST_REQUIRE(invitation.has_value());
    BOOST_CHECK(invitation->expires == day("2026-06-22"));
    const auto enrolment = enrol(workspace(), " " + invitation->code + "\n", clock(), randomness(), "test");
    BOOST_REQUIRE(enrolment.has_value());
    BOOST_TEST(enrolment->account.name == "paul.renard");
    BOOST_TEST(account_of_token(workspace(), enrolment->token + "\n", clock())->name == "paul.renard");
    BOOST_TEST(account_of_system_user(workspace(), "prenard")->name == "paul.renard");
}

BOOST_AUTO_TEST_CASE(are_not_proved_by_anything_else) {
    const auto invitation = add_account(admin, paul);
    BOOST_TEST(told(account_of_token(workspace(), invitation->code, clock())) ==
               "refused: app.unknown_token");
    BOOST_TEST(told(account_of_token(workspace(), "", clock())) == "refused: app.unknown_token");
    BOOST_TEST(told(account_of_system_user(workspace(), "nobody")) == "refused: app.unknown_system_user");
    BOOST_TEST(enrolled("0123") == "refused: app.unknown_invitation");
}

BOOST_AUTO_TEST_CASE(are_enrolled_once) {
    const auto invitation = add_account(admin, paul);
    BOOST_TEST(enrolled(invitation->code) == "done");
    const std::int64_t before = journal_number();
    BOOST_TEST(enrolled(invitation->code) == "refused: app.unknown_invitation");
    BOOST_TEST(journal_number() == before);
}

BOOST_AUTO_TEST_CASE(are_enrolled_within_seven_days) {
    const auto early = add_account(admin, paul);
    AddAccount other = paul;
    other.name = "late";
    other.handler_codes = {};
    other.system_user = "";
    const auto late = add_account(admin, other);
    set_clock("2026-06-22T08:59:59Z");
    BOOST_TEST(enrolled(early->code) == "done");
    set_clock("2026-06-22T09:00:00Z");
    BOOST_TEST(enrolled(late->code) == "refused: app.unknown_invitation");
}

BOOST_AUTO_TEST_CASE(keep_no_secret_in_the_store) {
    const auto invitation = add_account(admin, paul);
    const auto enrolment = enrol(workspace(), invitation->code, clock(), randomness(), "test");
    store::Rows row = workspace().database().query("select hex(hash) from credential");
    while (row.next()) {
        BOOST_TEST(row.text(0) != invitation->code);
        BOOST_TEST(row.text(0) != enrolment->token);
    }
}

BOOST_AUTO_TEST_CASE(must_be_named_and_described) {
    BOOST_REQUIRE(add_account(admin, paul).has_value());
    const std::int64_t before = journal_number();
    const struct {
        AddAccount command;
        const char* fault;
    } faults[] = {
        {{"Paul Renard", "Paul", {model::Role::pilot}, {}, ""}, "invalid: app.bad_account_name"},
        {{"paul", " ", {model::Role::pilot}, {}, ""}, "invalid: app.person_missing"},
        {{"paul", "\xff", {model::Role::pilot}, {}, ""}, "invalid: app.person_missing"},
        {{"paul", "Paul", {}, {}, ""}, "invalid: app.role_missing"},
        {{"paul.renard", "Paul", {model::Role::pilot}, {}, ""}, "invalid: app.account_exists"},
        {{"paul", "Paul", {model::Role::pilot}, {"H22"}, ""}, "invalid: app.handler_code_taken"},
        {{"paul", "Paul", {model::Role::pilot}, {}, "prenard"}, "invalid: app.system_user_taken"},
        {{"", "", {}, {"H22"}, ""},
         "invalid: app.bad_account_name, app.person_missing, app.role_missing, app.handler_code_taken"},
    };
    for (const auto& [command, fault] : faults) BOOST_TEST(told(add_account(admin, command)) == fault);
    BOOST_TEST(journal_number() == before);
}

BOOST_AUTO_TEST_CASE(have_a_role_and_a_code_once_even_where_they_are_named_twice) {
    AddAccount command = paul;
    command.roles = {model::Role::pilot, model::Role::controller, model::Role::pilot};
    command.handler_codes = {"H22", "H21", "H22"};
    const auto invitation = add_account(admin, command);
    BOOST_REQUIRE(invitation.has_value());
    BOOST_TEST(invitation->account.roles.size() == 2u);
    BOOST_TEST(invitation->account.handler_codes.size() == 2u);
}

BOOST_AUTO_TEST_CASE(are_listed_by_name) {
    const auto accounts = list_accounts(admin);
    BOOST_REQUIRE(accounts.has_value());
    BOOST_TEST(accounts->size() == 8u);
    BOOST_TEST(accounts->front().name == "admin");
}

BOOST_AUTO_TEST_CASE(say_themselves_where_their_digest_goes_and_others_only_with_the_right) {
    Session luc = as("luc.moreau");
    const auto set = set_address(luc, {"luc.moreau", "luc@example.org", model::DigestRhythm::weekly});
    BOOST_REQUIRE_EQUAL(told(set), "done");
    BOOST_TEST(set->mail == "luc@example.org");
    const std::int64_t before = journal_number();
    BOOST_TEST(told(set_address(luc, {"nadia.belkacem", "luc@example.org", {}})) == "refused: app.no_right");
    BOOST_TEST(told(set_address(luc, {"no.such", "luc@example.org", {}})) == "refused: app.no_right");
    BOOST_TEST(told(set_address(admin, {"luc.mreau", {}, {}})) == "not found: app.unknown_account");
    BOOST_TEST(told(set_address(luc, {"luc.moreau", "luc@example.org\r\nBcc: eve@example.org", {}})) ==
               "invalid: app.bad_mail_address");
    BOOST_TEST(told(set_address(luc, {"luc.moreau", {}, {}})) == "done");
    BOOST_TEST(told(set_address(luc, {"luc.moreau", "luc@example.org", {}})) == "done");
    BOOST_TEST(journal_number() == before);  // nothing changed
    const auto forgotten = set_address(admin, {"luc.moreau", "", {}});
    BOOST_REQUIRE(forgotten.has_value());
    BOOST_TEST(forgotten->mail == "");
    BOOST_CHECK(forgotten->digest == model::DigestRhythm::weekly);
    BOOST_TEST(journal_number() == before + 1);
}

BOOST_AUTO_TEST_CASE(that_are_suspended_let_nobody_act_by_any_proof) {
    const auto invitation = add_account(admin, paul);
    const auto enrolment = enrol(workspace(), invitation->code, clock(), randomness(), "test");
    const std::int64_t before = journal_number();
    const auto suspended = suspend_account(admin, "paul.renard");
    BOOST_REQUIRE_EQUAL(told(suspended), "done");
    BOOST_CHECK(suspended->suspended_at == clock().now());
    BOOST_TEST(told(account_of_token(workspace(), enrolment->token, clock())) ==
               "refused: app.account_suspended");
    BOOST_TEST(told(account_of_system_user(workspace(), "prenard")) == "refused: app.account_suspended");
    BOOST_TEST(told(suspend_account(admin, "paul.renard")) == "done");
    BOOST_TEST(journal_number() == before + 1);  // once is enough
    BOOST_REQUIRE_EQUAL(told(resume_account(admin, "paul.renard")), "done");
    BOOST_TEST(told(resume_account(admin, "paul.renard")) == "done");
    BOOST_TEST(journal_number() == before + 2);
    BOOST_TEST(account_of_token(workspace(), enrolment->token, clock())->name == "paul.renard");
    BOOST_TEST(account_of_system_user(workspace(), "prenard")->name == "paul.renard");
}

BOOST_AUTO_TEST_CASE(are_never_suspended_so_that_nobody_could_resume_them) {
    BOOST_TEST(told(suspend_account(admin, "admin")) == "refused: app.suspends_self");
    AddAccount second = paul;
    second.roles = {model::Role::administrator};
    BOOST_REQUIRE(add_account(admin, second).has_value());
    Session deputy = as("paul.renard");
    BOOST_TEST(told(suspend_account(deputy, "admin")) == "done");
    // Two who suspend one another at the same moment.
    BOOST_TEST(told(suspend_account(admin, "paul.renard")) == "refused: app.last_administrator");
    BOOST_TEST(told(suspend_account(deputy, "no.body")) == "not found: app.unknown_account");
    BOOST_TEST(told(resume_account(deputy, "no.body")) == "not found: app.unknown_account");
}

BOOST_AUTO_TEST_CASE(that_are_suspended_get_no_digest) {
    model::Account account{"x", "X", {}, {}, "", 1};
    account.mail = "x@example.org";
    BOOST_TEST(account.wants_digest(day("2026-07-01")));
    account.suspended_at = clock().now();
    BOOST_TEST(!account.wants_digest(day("2026-07-01")));
}

BOOST_AUTO_TEST_SUITE_END()
