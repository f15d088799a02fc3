// SPDX-License-Identifier: Apache-2.0
#include "app/web_session.h"

#include "app/access_workspace.h"
#include "app/nightly.h"
#include "store/account_repository.h"

using namespace cadran;
using namespace cadran::app;

namespace {

const std::string over = "refused: app.session_over";
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

struct Example : AccessWorkspace {
    SignedIn first = with_password(claire);

    std::vector<WebSession> sessions(const std::string& token = "") {
        Session session = as(claire);
        return list_web_sessions(session, token).value();
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(web_sessions, Example)

BOOST_AUTO_TEST_CASE(last_as_long_as_somebody_comes) {
    for (int i = 0; i < 20; ++i) {
        pass(minutes{29});
        BOOST_TEST(visits(first.token) == claire);
    }
    pass(minutes{30});
    BOOST_TEST(visits(first.token) == over);
}

BOOST_AUTO_TEST_CASE(end_after_twelve_hours_whoever_comes) {
    while (clock().now() + minutes{20} < first.ends_at) {
        pass(minutes{20});
        BOOST_TEST(visits(first.token) == claire);
    }
    pass(minutes{20});
    BOOST_TEST(visits(first.token) == over);
}

BOOST_AUTO_TEST_CASE(are_known_by_nothing_but_their_token) {
    const auto account = store::AccountRepository(workspace().database()).find(claire);
    BOOST_TEST(visits("") == over);
    BOOST_TEST(visits(first.token + "0") == over);
    for (const model::Credential& one : account->credentials) {
        BOOST_TEST(one.hash.hex() != first.token);
        BOOST_TEST(visits(one.hash.hex()) == over);
        BOOST_TEST(visits(one.id()) == over);
    }
    BOOST_TEST(told(account_of_token(workspace(), first.token, clock())) == "refused: app.unknown_token");
}

BOOST_AUTO_TEST_CASE(are_noted_as_seen_once_a_minute_and_without_the_journal) {
    const Instant start = clock().now();
    const std::int64_t before = journal_number();
    pass(seconds{59});
    visits(first.token);
    BOOST_CHECK(sessions().front().last_seen == start);
    pass(seconds{1});
    visits(first.token);
    BOOST_CHECK(sessions().front().last_seen == clock().now());
    BOOST_TEST(journal_number() == before);
    BOOST_TEST(proven() == "proven");
}

BOOST_AUTO_TEST_CASE(end_when_the_person_signs_out) {
    const std::int64_t before = journal_number();
    BOOST_TEST(told(sign_out(workspace(), first.token, clock(), "web")) == "done");
    BOOST_TEST(visits(first.token) == over);
    BOOST_TEST(told(sign_out(workspace(), first.token, clock(), "web")) == "done");
    BOOST_CHECK(
        (acts_after(before) == std::vector<std::string>{claire + " account.sign-out account/" + claire}));
    BOOST_TEST(proven() == "proven");
}

BOOST_AUTO_TEST_CASE(are_listed_to_their_owner_the_newest_first) {
    pass(minutes{10});
    const SignedIn second = entered({claire, good_password});
    const auto listed = sessions(second.token);
    BOOST_REQUIRE(listed.size() == 2u);
    BOOST_TEST(listed[0].is_this);
    BOOST_TEST(!listed[1].is_this);
    BOOST_CHECK(listed[0].since == clock().now());
    BOOST_CHECK(listed[1].since == clock().now() - minutes{10});
    BOOST_CHECK(listed[0].ends_at == second.ends_at);
    pass(minutes{25});
    BOOST_TEST(sessions().size() == 1u);  // the first one is over
    Session luc = as("luc.moreau");
    BOOST_TEST(list_web_sessions(luc, "")->empty());
}

BOOST_AUTO_TEST_CASE(are_ended_by_their_owner_alone) {
    const SignedIn second = entered({claire, good_password}), third = entered({claire, good_password});
    Session session = as(claire), luc = as("luc.moreau");
    std::string id;
    for (const WebSession& one : sessions(second.token)) {
        if (one.is_this) id = one.id;
    }
    BOOST_TEST(told(end_web_session(luc, id)) == "not found: app.no_such_session");
    for (const model::Credential& one : session.actor.credentials) {
        if (one.kind != model::Credential::Kind::session)  // the invitation that was used
            BOOST_TEST(told(end_web_session(session, one.id())) == "not found: app.no_such_session");
    }
    BOOST_TEST(told(end_web_session(session, "")) == "not found: app.no_such_session");
    BOOST_TEST(told(end_web_session(session, id)) == "done");
    BOOST_TEST(told(end_web_session(session, id)) == "not found: app.no_such_session");
    BOOST_TEST(visits(second.token) == over);
    BOOST_TEST(visits(third.token) == claire);
    BOOST_TEST(told(end_other_web_sessions(session, third.token)) == "done");
    BOOST_TEST(visits(first.token) == over);
    BOOST_TEST(visits(third.token) == claire);
    const std::int64_t before = journal_number();
    BOOST_TEST(told(end_other_web_sessions(session, third.token)) == "done");
    BOOST_TEST(journal_number() == before);
    BOOST_TEST(proven() == "proven");
}

BOOST_AUTO_TEST_CASE(are_twenty_at_most) {
    std::vector<SignedIn> all{first};
    for (std::size_t i = 0; i < most_sessions; ++i) {
        pass(seconds{1});
        all.push_back(entered({claire, good_password}));
    }
    BOOST_TEST(visits(all[0].token) == over);
    for (std::size_t i = 1; i < all.size(); ++i) BOOST_TEST(visits(all[i].token) == claire);
}

BOOST_AUTO_TEST_CASE(end_when_the_account_is_suspended_and_stay_ended) {
    BOOST_REQUIRE_EQUAL(told(suspend_account(admin, claire)), "done");
    BOOST_TEST(visits(first.token) == over);
    BOOST_REQUIRE_EQUAL(told(resume_account(admin, claire)), "done");
    BOOST_TEST(visits(first.token) == over);
    BOOST_TEST(told_of({claire, good_password}) == "done");
}

BOOST_AUTO_TEST_CASE(last_as_long_as_the_workspace_says) {
    BOOST_TEST(told(set_session_limits(admin, {minutes{5}, hours{1}})) == "done");
    BOOST_TEST(session_limits(workspace()).idle.count() == 5);
    BOOST_TEST(session_limits(workspace()).whole.count() == 1);
    const SignedIn second = entered({claire, good_password});
    BOOST_CHECK(second.ends_at == clock().now() + hours{1});
    pass(minutes{5});
    BOOST_TEST(visits(second.token) == over);
    BOOST_TEST(visits(first.token) == over);
    BOOST_TEST(proven() == "proven");

    const std::int64_t before = journal_number();
    BOOST_TEST(told(set_session_limits(admin, {minutes{4}, hours{25}})) ==
               "invalid: app.bad_idle_limit, app.bad_whole_limit");
    BOOST_TEST(told(set_session_limits(admin, {minutes{241}, hours{0}})) ==
               "invalid: app.bad_idle_limit, app.bad_whole_limit");
    Session session = as(claire);
    BOOST_TEST(told(set_session_limits(session, {})) == "refused: app.no_right");
    BOOST_TEST(journal_number() == before);
}

BOOST_AUTO_TEST_CASE(are_forgotten_by_night_once_they_are_over) {
    accept_rules();
    const SignedIn live = entered({claire, good_password});
    const auto kept = [this] {
        return store::AccountRepository(workspace().database()).find(claire)->credentials.size();
    };
    const std::size_t before = kept();
    const auto night = [this] { return told(run_nightly(admin, {.send = false}, over_smtp())); };
    BOOST_TEST(night() == "done");
    BOOST_TEST(kept() == before - 1);  // the first one was idle since June
    BOOST_TEST(visits(live.token) == claire);
    const std::int64_t number = journal_number();
    BOOST_TEST(night() == "done");
    BOOST_TEST(journal_number() == number);
    BOOST_TEST(proven() == "proven");
}

BOOST_AUTO_TEST_SUITE_END()
