// SPDX-License-Identifier: Apache-2.0
#include "app/second_factor.h"

#include "app/access_workspace.h"
#include "base/one_time_password.h"
#include "store/access_repository.h"

using namespace cadran;
using namespace cadran::app;

namespace {

const std::string refused_alike = "refused: app.sign_in_failed";

// The bytes that base32 writes.
std::string bytes_of(std::string_view base32) {
    std::string bytes;
    std::uint32_t bits = 0;
    int held = 0;
    for (const char c : base32) {
        bits = bits << 5U | static_cast<std::uint32_t>(c >= 'A' ? c - 'A' : c - '2' + 26);
        held += 5;
        if (held >= 8) bytes += static_cast<char>(bits >> (held -= 8) & 0xFFU);
    }
    return bytes;
}

struct Example : AccessWorkspace {
    SignedIn first = with_password(claire);
    Session session = as(claire);
    std::string secret;

    std::string code_in(std::chrono::seconds later) {
        return one_time_password(secret, time_step(clock().now() + later));
    }
    std::string code() { return code_in(std::chrono::seconds{0}); }
    void begin(Session& of) {
        const auto given = begin_second_factor(of);
        BOOST_REQUIRE_MESSAGE(given, told(given));
        secret = bytes_of(given->secret);
    }
    std::vector<std::string> switched_on(Session& of) {
        begin(of);
        const auto codes = confirm_second_factor(of, code());
        BOOST_REQUIRE_MESSAGE(codes, told(codes));
        pass(std::chrono::seconds{30});  // that code is used
        return *codes;
    }
    std::string enters(const std::string& typed) { return told_of({claire, good_password, typed}); }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(second_factors, Example)

BOOST_AUTO_TEST_CASE(are_asked_for_once_they_are_confirmed) {
    const auto given = begin_second_factor(session);
    BOOST_REQUIRE(given.has_value());
    BOOST_TEST(given->secret.size() == 32u);
    BOOST_TEST(
        given->uri.starts_with("otpauth://totp/Mutuelle%20des%20Trois%20Rivi%C3%A8res:claire.vasseur?"));
    BOOST_TEST(given->uri.find("secret=" + given->secret + "&") != std::string::npos);
    BOOST_TEST(enters("") == "done");  // not yet
    secret = bytes_of(given->secret);
    BOOST_REQUIRE_EQUAL(told(confirm_second_factor(session, code())), "done");
    pass(std::chrono::seconds{30});
    BOOST_TEST(enters("") == refused_alike);
    BOOST_TEST(enters("000000") == refused_alike);
    BOOST_TEST(enters(code()) == "done");
    BOOST_TEST(proven() == "proven");
}

BOOST_AUTO_TEST_CASE(are_worth_nothing_without_the_password) {
    switched_on(session);
    BOOST_TEST(told_of({claire, "wrong", code()}) == refused_alike);
    BOOST_TEST(enters(code()) == "done");  // it was not used up by that
}

BOOST_AUTO_TEST_CASE(serve_once_and_for_the_steps_around_the_present_one) {
    switched_on(session);
    const std::string now = code(), next = code_in(std::chrono::seconds{30});
    BOOST_TEST(enters(code_in(std::chrono::seconds{60})) == refused_alike);
    BOOST_TEST(enters(now.substr(0, 3) + " " + now.substr(3)) == "done");
    BOOST_TEST(enters(now) == refused_alike);
    BOOST_TEST(enters(next) == "done");
    BOOST_TEST(enters(now) == refused_alike);
    pass(std::chrono::seconds{120});
    BOOST_TEST(enters(next) == refused_alike);
    BOOST_TEST(enters(code()) == "done");
}

BOOST_AUTO_TEST_CASE(are_confirmed_with_a_code_of_their_secret) {
    BOOST_TEST(told(confirm_second_factor(session, "000000")) == "conflict: app.no_second_factor");
    begin(session);
    const std::string of_the_first = secret;
    begin(session);  // the phone was not at hand
    BOOST_TEST(
        told(confirm_second_factor(session, one_time_password(of_the_first, time_step(clock().now())))) ==
        "refused: app.wrong_code");
    BOOST_TEST(told(confirm_second_factor(session, "")) == "refused: app.wrong_code");
    const auto codes = confirm_second_factor(session, code());
    BOOST_REQUIRE(codes.has_value());
    BOOST_TEST(codes->size() == 10u);
    BOOST_TEST(told(confirm_second_factor(session, code())) == "conflict: app.second_factor_is_on");
    BOOST_TEST(told(begin_second_factor(session)) == "conflict: app.second_factor_is_on");
    BOOST_TEST(enters(code()) == refused_alike);  // the one it was confirmed with is used
}

BOOST_AUTO_TEST_CASE(are_replaced_by_each_recovery_code_once) {
    const std::vector<std::string> codes = switched_on(session);
    const SignedIn done = entered({claire, good_password, codes[3]});
    BOOST_TEST(done.recovery_codes_left.value() == 9);
    BOOST_TEST(enters(codes[3]) == refused_alike);
    std::string typed = codes[4];
    for (char& c : typed) c = c == '-' ? ' ' : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    BOOST_TEST(enters(typed) == "done");
    BOOST_TEST(!entered({claire, good_password, code()}).recovery_codes_left.has_value());
    const Session now = as(claire);
    BOOST_TEST(second_factor_of(now.actor).is_on);
    BOOST_TEST(second_factor_of(now.actor).recovery_codes_left == 8);
    BOOST_TEST(proven() == "proven");
}

BOOST_AUTO_TEST_CASE(of_one_person_serve_nobody_else) {
    const std::vector<std::string> codes = switched_on(session);
    const std::string of_claire = secret;
    with_password("luc.moreau");
    Session luc = as("luc.moreau");
    switched_on(luc);
    BOOST_TEST(told_of({"luc.moreau", good_password, codes[0]}) == refused_alike);
    BOOST_TEST(told_of({"luc.moreau", good_password,
                        one_time_password(of_claire, time_step(clock().now()))}) == refused_alike);
    // Not even where somebody copied the secret within the store.
    workspace().database().execute(
        "update second_factor set sealed = (select sealed from second_factor where account = $1) where "
        "account "
        "= 'luc.moreau'",
        claire);
    BOOST_TEST(told_of({"luc.moreau", good_password,
                        one_time_password(of_claire, time_step(clock().now()))}) == refused_alike);
    BOOST_TEST(proven() == "app.state_altered");
}

BOOST_AUTO_TEST_CASE(are_switched_off_with_a_code) {
    const std::vector<std::string> codes = switched_on(session);
    const std::int64_t before = journal_number();
    BOOST_TEST(told(switch_off_second_factor(session, "")) == "refused: app.wrong_code");
    BOOST_CHECK(
        (acts_after(before) == std::vector<std::string>{claire + " account.proof-failed account/" + claire}));
    BOOST_TEST(told(switch_off_second_factor(session, codes[0])) == "done");
    BOOST_TEST(told(switch_off_second_factor(session, codes[1])) == "conflict: app.no_second_factor");
    BOOST_TEST(enters("") == "done");
    BOOST_TEST(second_factor_of(as(claire).actor).recovery_codes_left == 0);
    BOOST_TEST(proven() == "proven");
}

BOOST_AUTO_TEST_CASE(are_not_guessed_by_somebody_at_an_open_screen) {
    switched_on(session);
    for (int i = 0; i < 5; ++i)
        BOOST_TEST(told(switch_off_second_factor(session, "000000")) == "refused: app.wrong_code");
    BOOST_TEST(told(switch_off_second_factor(session, code())) == "refused: app.try_again_later");
    pass(std::chrono::seconds{30});
    BOOST_TEST(told(switch_off_second_factor(session, code())) == "done");
}

BOOST_AUTO_TEST_CASE(count_as_failures_of_the_sign_in) {
    switched_on(session);
    for (int i = 0; i < 5; ++i) BOOST_TEST(enters("000000") == refused_alike);
    BOOST_TEST(enters(code()) == "refused: app.try_again_later");
}

BOOST_AUTO_TEST_CASE(lie_enciphered_in_the_store) {
    const std::vector<std::string> codes = switched_on(session);
    const std::string sealed = store::AccessRepository(workspace().database()).second_factor(claire)->sealed;
    BOOST_TEST(sealed.find(base32_text(secret)) == std::string::npos);
    BOOST_TEST(sealed.find(secret) == std::string::npos);
    std::filesystem::remove_all(keys_home());
    BOOST_TEST(told(begin_second_factor(session)) == "not found: app.no_key");
}

BOOST_AUTO_TEST_CASE(are_taken_away_by_an_invitation_that_says_so) {
    switched_on(session);
    BOOST_REQUIRE_EQUAL(told(invite_account(admin, {claire})), "done");
    BOOST_TEST(second_factor_of(as(claire).actor).is_on);
    BOOST_REQUIRE_EQUAL(told(invite_account(admin, {claire, true})), "done");
    BOOST_TEST(!second_factor_of(as(claire).actor).is_on);
    BOOST_TEST(second_factor_of(as(claire).actor).recovery_codes_left == 0);
    BOOST_TEST(proven() == "proven");
}

BOOST_AUTO_TEST_CASE(are_begun_by_who_proved_a_moment_ago_who_they_are) {
    session.proved_at = clock().now();
    pass(proof_lasts + std::chrono::seconds{1});
    BOOST_TEST(told(begin_second_factor(session)) == "refused: app.prove_again");
    session.proved_at = clock().now();
    BOOST_TEST(told(begin_second_factor(session)) == "done");
}

BOOST_AUTO_TEST_SUITE_END()
