// SPDX-License-Identifier: Apache-2.0
#include "app/sign_in.h"

#include <atomic>
#include <thread>

#include <fmt/format.h>

#include "app/access_workspace.h"
#include "app/second_factor.h"
#include "store/access_repository.h"

using namespace cadran;
using namespace cadran::app;

namespace {

const std::string refused_alike = "refused: app.sign_in_failed";
const std::string must_wait = "refused: app.try_again_later";
const std::string elsewhere = "203.0.113.9";

struct Example : AccessWorkspace {
    // Each time as soon as it is possible.
    void fail(int times, const std::string& account = claire, const std::string& address = elsewhere) {
        for (int i = 0; i < times; ++i) {
            auto tried = sign_in(entrance(address), {account, "wrong"});
            if (const auto wait = wait_of(tried.error())) {
                pass(*wait);
                tried = sign_in(entrance(address), {account, "wrong"});
            }
            BOOST_REQUIRE_EQUAL(told(tried), refused_alike);
        }
    }
    std::chrono::seconds wait(const std::string& account, const std::string& address = elsewhere,
                              const std::string& device = "") {
        const auto tried = sign_in(entrance(address, device), {account, "wrong"});
        BOOST_REQUIRE(!tried);
        return wait_of(tried.error()).value_or(std::chrono::seconds{0});
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(signing_in, Example)

BOOST_AUTO_TEST_CASE(opens_a_session_of_the_account) {
    with_password(claire);
    const std::int64_t before = journal_number();
    const SignedIn done = entered({claire, good_password});
    BOOST_TEST(done.account.name == claire);
    BOOST_TEST(visits(done.token) == claire);
    BOOST_CHECK(done.ends_at == clock().now() + std::chrono::hours{12});
    BOOST_CHECK(
        (acts_after(before) == std::vector<std::string>{claire + " account.sign-in account/" + claire}));
    BOOST_TEST(proven() == "proven");
}

BOOST_AUTO_TEST_CASE(gives_one_answer_to_whatever_is_wrong) {
    with_password(claire);
    with_password("luc.moreau");
    BOOST_REQUIRE_EQUAL(told(suspend_account(admin, "luc.moreau")), "done");
    const SignIn wrong[] = {
        {claire, other_password},  // another password
        {claire, ""},
        {claire, good_password + " "},
        {claire, std::string(1025, 'x')},
        {"nadia.belkacem", good_password},  // an account without a password
        {"luc.moreau", good_password},      // suspended
        {"no.body", good_password},
        {"", ""},
        {good_password, good_password},
        {claire + std::string("\0x", 2), good_password},
    };
    for (const SignIn& typed : wrong) {
        const auto tried = sign_in(entrance(""), typed);
        BOOST_REQUIRE(!tried);
        BOOST_TEST(told(tried) == refused_alike, typed.account);
        BOOST_REQUIRE(tried.error().diagnostics.size() == 1u);
        BOOST_TEST(tried.error().diagnostics.front().what.arguments.empty());
    }
}

BOOST_AUTO_TEST_CASE(is_told_in_the_journal_without_what_was_typed) {
    with_password(claire);
    const std::int64_t before = journal_number();
    told_of({claire, "my other password"});
    told_of({"my password in the wrong field", "x"});
    BOOST_CHECK((acts_after(before) == std::vector<std::string>{"? account.sign-in-failed account/" + claire,
                                                                "? account.sign-in-failed account/?"}));
    BOOST_TEST(proven() == "proven");
    store::Rows row = workspace().database().query("select entry from journal");
    while (row.next()) {
        BOOST_TEST(row.text(0).find("wrong field") == std::string::npos);
        BOOST_TEST(row.text(0).find("other password") == std::string::npos);
    }
}

BOOST_AUTO_TEST_CASE(takes_a_name_as_phones_write_it) {
    with_password(claire);
    BOOST_TEST(told_of({" Claire.Vasseur ", good_password}) == "done");
}

BOOST_AUTO_TEST_CASE(ends_the_session_that_the_browser_had) {
    const SignedIn first = with_password(claire);
    with_password("luc.moreau");
    const SignedIn second = entered({claire, good_password, "", first.token});
    BOOST_TEST(second.token != first.token);
    BOOST_TEST(visits(first.token) == "refused: app.session_over");
    // Whoever had it: nobody stays signed in behind another.
    const SignedIn third = entered({"luc.moreau", good_password, "", second.token});
    BOOST_TEST(visits(second.token) == "refused: app.session_over");
    BOOST_TEST(visits(third.token) == "luc.moreau");
    BOOST_TEST(proven() == "proven");
}

BOOST_AUTO_TEST_CASE(makes_a_hash_anew_that_cost_too_little) {
    with_password(claire);
    store::AccessRepository access(workspace().database());
    const std::string before = access.password(claire).value();
    told_of({claire, "wrong"});
    entered({claire, good_password});
    BOOST_TEST(access.password(claire).value() == before);
    PasswordHasher stronger({2, 16});
    const Entrance entrance{workspace(), clock(), randomness(), stronger, "web"};
    BOOST_TEST(told(sign_in(entrance, {claire, "wrong"})) == refused_alike);
    BOOST_TEST(access.password(claire).value() == before);
    BOOST_TEST(told(sign_in(entrance, {claire, good_password})) == "done");
    BOOST_TEST(access.password(claire).value() != before);
    BOOST_TEST(!stronger.is_outdated(access.password(claire).value()));
    BOOST_TEST(told(sign_in(entrance, {claire, good_password})) == "done");
    BOOST_TEST(proven() == "proven");
}

BOOST_AUTO_TEST_CASE(waits_longer_after_each_failure) {
    with_password(claire);
    fail(5);
    std::int64_t expected = 1;
    for (int i = 0; i < 14; ++i) {
        BOOST_TEST(wait(claire).count() == expected);
        BOOST_TEST(told_of({claire, good_password}, elsewhere) == must_wait);  // right, but too early
        pass(std::chrono::seconds{expected} - std::chrono::seconds{1});
        BOOST_TEST(wait(claire).count() == (expected > 1 ? 1 : expected));
        pass(std::chrono::seconds{1});
        fail(1);
        expected = std::min<std::int64_t>(expected * 2, 900);
    }
    BOOST_TEST(expected == 900);
    pass(std::chrono::seconds{900});
    BOOST_TEST(told_of({claire, good_password}, elsewhere) == "done");
    fail(5);  // and all over again
    BOOST_TEST(wait(claire).count() == 1);
}

BOOST_AUTO_TEST_CASE(waits_alike_for_accounts_that_do_not_exist) {
    fail(5, "no.body");
    BOOST_TEST(wait("no.body").count() == 1);
}

BOOST_AUTO_TEST_CASE(counts_nothing_while_somebody_waits) {
    with_password(claire);
    fail(6);
    const std::int64_t before = journal_number();
    for (int i = 0; i < 20; ++i) BOOST_TEST(told_of({claire, "wrong"}, elsewhere) == must_wait);
    BOOST_TEST(journal_number() == before);
    pass(std::chrono::seconds{2});
    BOOST_TEST(told_of({claire, good_password}, elsewhere) == "done");
}

BOOST_AUTO_TEST_CASE(counts_a_try_before_it_is_known_how_it_ends) {
    with_password(claire);
    fail(4);
    PasswordHasher closed({1, 8}, 0, std::chrono::milliseconds{1});
    const Entrance crowded{workspace(), clock(), randomness(), closed, "web", elsewhere};
    // Whose turn did not come has not failed.
    for (int i = 0; i < 5; ++i)
        BOOST_TEST(told(sign_in(crowded, {claire, good_password})) == "conflict: base.too_many_passwords");
    fail(1);
    BOOST_TEST(wait(claire).count() == 1);
}

BOOST_AUTO_TEST_CASE(counts_tries_that_come_all_at_once) {
    with_password(claire);
    std::atomic<int> failed = 0, waiting = 0;
    std::vector<std::jthread> enemies;
    for (int i = 0; i < 6; ++i) {
        enemies.emplace_back([&] {
            const auto own = Workspace::open(folder(), keys_home());
            for (int j = 0; j < 3; ++j) {
                const auto tried = sign_in({**own, clock(), randomness(), passwords, "web"}, {claire, "x"});
                ++(wait_of(tried.error()) ? waiting : failed);
            }
        });
    }
    enemies.clear();
    BOOST_TEST(failed == 5);
    BOOST_TEST(waiting == 13);
    BOOST_TEST(proven() == "proven");
}

BOOST_AUTO_TEST_CASE(remembers_failures_through_a_restart_and_forgets_them_after_a_day) {
    with_password(claire);
    fail(8);
    reopen();
    BOOST_TEST(wait(claire).count() == 8);
    pass(std::chrono::hours{24} + std::chrono::seconds{1});
    fail(5);
    BOOST_TEST(wait(claire).count() == 1);
}

// Somebody guesses on and on in Claire's name. At her own browser she notices nothing.
BOOST_AUTO_TEST_CASE(goes_on_for_a_person_in_whose_name_an_enemy_fails) {
    const SignedIn first = with_password(claire);
    fail(5);
    BOOST_TEST(told_of({claire, good_password}, home_address) == must_wait);
    BOOST_TEST(told_of({claire, good_password}, home_address, first.device) == "done");
    BOOST_TEST(told_of({claire, good_password}, elsewhere, first.device) == "done");
    // Her own mistakes are counted for her browser.
    for (int i = 0; i < 5; ++i)
        BOOST_TEST(told_of({claire, "wrong"}, home_address, first.device) == refused_alike);
    BOOST_TEST(wait(claire, home_address, first.device).count() == 1);
    pass(std::chrono::seconds{1});
    BOOST_TEST(told_of({claire, good_password}, home_address, first.device) == "done");
    fail(1);
}

BOOST_AUTO_TEST_CASE(takes_no_device_for_another_account_or_one_that_was_made_up) {
    const SignedIn luc = with_password("luc.moreau");
    const SignedIn first = with_password(claire);
    fail(5);
    std::string forged = first.device;
    forged.back() = forged.back() == '0' ? '1' : '0';
    for (const std::string& device :
         {luc.device, forged, first.device.substr(1), first.device + "0", std::string(96, '0')})
        BOOST_TEST(told_of({claire, good_password}, home_address, device) == must_wait);
}

BOOST_AUTO_TEST_CASE(slows_down_an_address_that_tries_many_names) {
    with_password(claire);
    for (int i = 0; i < 30; ++i) fail(1, fmt::format("name{}", i));
    BOOST_TEST(wait("another").count() == 1);
    BOOST_TEST(told_of({claire, good_password}, elsewhere) == must_wait);
    BOOST_TEST(told_of({claire, good_password}, home_address) == "done");
    pass(std::chrono::seconds{1});
    // A success there does not wipe away the failures in others' names.
    BOOST_TEST(told_of({claire, good_password}, elsewhere) == "done");
    fail(1, "name30");
    BOOST_TEST(wait("another").count() == 2);
}

BOOST_AUTO_TEST_CASE(keeps_no_address_and_no_name_with_the_failures) {
    with_password(claire);
    fail(1);
    store::Rows row = workspace().database().query("select lower(hex(key)) from attempt");
    int rows = 0;
    while (row.next()) {
        ++rows;
        for (const std::string& guess : {claire, "account:" + claire, elsewhere, "address:" + elsewhere})
            BOOST_TEST(row.text(0) != sha256(guess).hex());
    }
    BOOST_TEST(rows == 2);
}

BOOST_AUTO_TEST_CASE(needs_the_keys_of_the_workspace) {
    with_password(claire);
    std::filesystem::remove_all(keys_home());
    BOOST_TEST(told_of({claire, good_password}) == "not found: app.no_key");
}

BOOST_AUTO_TEST_SUITE_END()
