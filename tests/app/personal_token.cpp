// SPDX-License-Identifier: Apache-2.0
#include "app/personal_token.h"

#include "app/access_workspace.h"

using namespace cadran;
using namespace cadran::app;

namespace {

using Kind = model::Credential::Kind;

struct Example : AccessWorkspace {
    Session session = as(claire);

    NewToken created(const CreateToken& command) {
        const auto token = create_token(session, command);
        BOOST_REQUIRE_MESSAGE(token, told(token));
        return *token;
    }
    std::string acts(const std::string& token) {
        const auto account = account_of_token(workspace(), token, clock());
        return account ? account->name : told(account);
    }
    std::string reads(const std::string& token) {
        const auto account = account_of_calendar_token(workspace(), token, clock());
        return account ? account->name : told(account);
    }
};

const std::string unknown = "refused: app.unknown_token";

}  // namespace

BOOST_FIXTURE_TEST_SUITE(personal_tokens, Example)

BOOST_AUTO_TEST_CASE(stand_for_their_account_until_they_expire) {
    const std::int64_t before = journal_number();
    const NewToken token = created({Kind::token, " Export of the night ", 90});
    BOOST_CHECK(
        (acts_after(before) == std::vector<std::string>{claire + " account.create-token account/" + claire}));
    BOOST_TEST(acts(token.token) == claire);
    pass(std::chrono::days{90} - std::chrono::seconds{1});
    BOOST_TEST(acts(token.token) == claire);
    pass(std::chrono::seconds{1});
    BOOST_TEST(acts(token.token) == unknown);
    BOOST_TEST(proven() == "proven");
}

BOOST_AUTO_TEST_CASE(of_calendars_read_and_do_nothing_else) {
    const NewToken calendar = created({Kind::calendar, "Phone"}), token = created({Kind::token, "API", 1});
    BOOST_TEST(reads(calendar.token) == claire);
    BOOST_TEST(acts(calendar.token) == unknown);
    BOOST_TEST(reads(token.token) == unknown);
    BOOST_TEST(visits(calendar.token) == "refused: app.session_over");
    pass(std::chrono::days{4000});
    BOOST_TEST(reads(calendar.token) == claire);
}

BOOST_AUTO_TEST_CASE(are_named_and_bounded) {
    created({Kind::token, "API", 366});
    const std::int64_t before = journal_number();
    const struct {
        CreateToken command;
        const char* fault;
    } faults[] = {
        {{Kind::token, "API", 1}, "invalid: app.token_exists"},
        {{Kind::calendar, " API "}, "invalid: app.token_exists"},
        {{Kind::token, "", 1}, "invalid: app.bad_token_name"},
        {{Kind::token, std::string(65, 'x'), 1}, "invalid: app.bad_token_name"},
        {{Kind::token, "x"}, "invalid: app.token_must_expire"},
        {{Kind::token, "x", 0}, "invalid: app.bad_token_days"},
        {{Kind::token, "x", 367}, "invalid: app.bad_token_days"},
        {{Kind::calendar, "x", -1}, "invalid: app.bad_token_days"},
        {{Kind::session, "x", 1}, "invalid: app.bad_token_kind"},
        {{Kind::invitation, "x", 1}, "invalid: app.bad_token_kind"},
    };
    for (const auto& [command, fault] : faults) BOOST_TEST(told(create_token(session, command)) == fault);
    BOOST_TEST(journal_number() == before);
}

BOOST_AUTO_TEST_CASE(are_listed_while_they_serve) {
    enrol(workspace(), invited(claire), clock(), randomness(), "test").value();
    const NewToken api = created({Kind::token, "API", 1});
    created({Kind::calendar, "Phone"});
    with_password(claire);  // neither a session nor an invitation is a token
    const auto listed = list_tokens(session, claire);
    BOOST_REQUIRE(listed.has_value());
    BOOST_REQUIRE(listed->size() == 3u);
    BOOST_TEST(listed->at(0).name == "");
    BOOST_TEST(listed->at(1).name == "API");
    BOOST_TEST(listed->at(1).id == api.id);
    BOOST_CHECK(listed->at(1).since == clock().now());
    BOOST_CHECK(listed->at(1).expires_at == clock().now() + std::chrono::days{1});
    BOOST_CHECK(listed->at(2).kind == Kind::calendar);
    BOOST_TEST(!listed->at(2).expires_at.has_value());
    pass(std::chrono::days{1});
    BOOST_TEST(list_tokens(session, claire)->size() == 2u);
    BOOST_TEST(told(create_token(session, {Kind::token, "API", 1})) == "done");  // the name is free again
}

BOOST_AUTO_TEST_CASE(are_revoked_by_name_or_id) {
    const std::string first = enrol(workspace(), invited(claire), clock(), randomness(), "test")->token;
    const NewToken api = created({Kind::token, "API", 9}), calendar = created({Kind::calendar, "Phone"});
    BOOST_TEST(told(revoke_token(session, claire, "Phone")) == "done");
    BOOST_TEST(reads(calendar.token) == unknown);
    BOOST_TEST(told(revoke_token(session, claire, api.id)) == "done");
    BOOST_TEST(acts(api.token) == unknown);
    BOOST_TEST(told(revoke_token(session, claire, api.id)) == "not found: app.no_such_token");
    BOOST_TEST(told(revoke_token(session, claire, "")) == "not found: app.no_such_token");
    BOOST_TEST(acts(first) == claire);
    BOOST_TEST(told(revoke_token(session, claire, list_tokens(session, claire)->front().id)) == "done");
    BOOST_TEST(acts(first) == unknown);
    BOOST_TEST(list_tokens(session, claire)->empty());
    BOOST_TEST(proven() == "proven");
}

BOOST_AUTO_TEST_CASE(of_others_are_seen_and_revoked_with_the_right_only) {
    const NewToken api = created({Kind::token, "API", 9});
    Session luc = as("luc.moreau");
    BOOST_TEST(told(list_tokens(luc, claire)) == "refused: app.no_right");
    BOOST_TEST(told(revoke_token(luc, claire, "API")) == "refused: app.no_right");
    BOOST_TEST(told(list_tokens(luc, "no.body")) == "refused: app.no_right");
    BOOST_TEST(acts(api.token) == claire);
    BOOST_TEST(told(list_tokens(admin, "no.body")) == "not found: app.unknown_account");
    BOOST_TEST(list_tokens(admin, claire)->size() == 1u);
    BOOST_TEST(told(revoke_token(admin, claire, "API")) == "done");
    BOOST_TEST(acts(api.token) == unknown);
}

BOOST_AUTO_TEST_CASE(of_a_suspended_account_are_worth_nothing_meanwhile) {
    const NewToken api = created({Kind::token, "API", 9}), calendar = created({Kind::calendar, "Phone"});
    BOOST_REQUIRE_EQUAL(told(suspend_account(admin, claire)), "done");
    BOOST_TEST(acts(api.token) == "refused: app.account_suspended");
    BOOST_TEST(reads(calendar.token) == "refused: app.account_suspended");
    BOOST_TEST(told(create_token(session, {Kind::token, "x", 9})) == "refused: app.account_suspended");
    BOOST_REQUIRE_EQUAL(told(resume_account(admin, claire)), "done");
    BOOST_TEST(acts(api.token) == claire);
}

BOOST_AUTO_TEST_CASE(are_for_who_proved_a_moment_ago_who_they_are) {
    session.proved_at = clock().now();
    pass(proof_lasts);
    created({Kind::token, "In time", 90});
    pass(std::chrono::seconds{1});
    const std::int64_t before = journal_number();
    BOOST_TEST(told(create_token(session, {Kind::token, "Too late", 90})) == "refused: app.prove_again");
    BOOST_TEST(told(create_token(session, {Kind::calendar, "Too late"})) == "refused: app.prove_again");
    BOOST_TEST(journal_number() == before);
}

BOOST_AUTO_TEST_SUITE_END()
