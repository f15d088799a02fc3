// SPDX-License-Identifier: Apache-2.0
// Passwords that are typed, tokens that are written, and what an administrator sees of both.
#include <boost/test/unit_test.hpp>

#include "base/json.h"
#include "cli/command.h"
#include "cli/desk.h"

using namespace cadran;
using namespace cadran::cli;

namespace {

const std::string first = "quatre chats gris dorment", second = "sept canards bleus nagent";

struct Office : Desk {
    Office() {
        open_office();
        invite("luc", "controller");
        BOOST_REQUIRE_EQUAL(run("account invite luc --code-file ../code").code, exit_fine);
    }
    Answer as_luc(const std::string& line) { return run(line + " --token-file ../luc.token"); }
    Answer typing(std::vector<std::string> words, const std::string& line) {
        typed = std::move(words);
        Answer answer = as_luc(line);
        for (const std::string& secret : {first, second}) {
            BOOST_TEST(answer.results.find(secret) == std::string::npos);
            BOOST_TEST(answer.notes.find(secret) == std::string::npos);
        }
        return answer;
    }
    bool has_password(const std::string& account) {
        const auto accounts = Json::parse(run("account list --format json").results).value();
        for (const Json& one : accounts.array()) {
            if (one.at("name").string() == account) return one.at("password").boolean();
        }
        return false;
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(coming_in, Office)

BOOST_AUTO_TEST_CASE(a_password_is_typed_twice_and_not_shown) {
    BOOST_TEST(!has_password("luc"));
    const Answer differing = typing({first, second}, "account password --code-file ../code");
    BOOST_TEST(differing.code == exit_invalid);
    BOOST_TEST(differing.notes.find("the two differ") != std::string::npos);
    BOOST_TEST(typing({first}, "account password --code-file ../code").code == exit_invalid);
    BOOST_TEST(!has_password("luc"));
    const Answer set = typing({first, first}, "account password --code-file ../code");
    BOOST_TEST(set.code == exit_fine, set.notes);
    BOOST_TEST(has_password("luc"));
    BOOST_TEST(typing({first, first}, "account password --code-file ../code").code == exit_refused);
}

BOOST_AUTO_TEST_CASE(a_password_is_changed_after_the_old_one) {
    BOOST_REQUIRE_EQUAL(typing({first, first}, "account password --code-file ../code").code, exit_fine);
    BOOST_TEST(typing({second, second, second}, "account password").code == exit_refused);
    BOOST_TEST(typing({first, second, second}, "account password").code == exit_fine);
    BOOST_TEST(typing({first, first, first}, "account password").code == exit_refused);
    const Answer absent = typing({}, "account password");
    BOOST_TEST(absent.code == exit_invalid);
    BOOST_TEST(absent.notes.find("--password-file") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_password_comes_out_of_a_file_with_its_spaces) {
    write("password", " " + first + " \r\n");
    BOOST_TEST(as_luc("account password --code-file ../code --password-file ../password").code == exit_fine);
    BOOST_TEST(typing({first, second, second}, "account password").code == exit_refused);
    BOOST_TEST(typing({" " + first + " ", second, second}, "account password").code == exit_fine);
}

BOOST_AUTO_TEST_CASE(an_account_is_suspended_and_resumed) {
    BOOST_TEST(as_luc("token list").code == exit_fine);
    BOOST_TEST(run("account suspend luc").code == exit_fine);
    const Answer refused = as_luc("token list");
    BOOST_TEST(refused.code == exit_refused);
    BOOST_TEST(refused.notes.find("the account luc is suspended") != std::string::npos);
    BOOST_TEST(run("account suspend ines").code == exit_refused);
    BOOST_TEST(run("account resume luc").code == exit_fine);
    BOOST_TEST(as_luc("token list").code == exit_fine);
}

BOOST_AUTO_TEST_CASE(a_token_is_written_for_its_owner_and_revoked_by_name) {
    BOOST_TEST(as_luc("token create ../night --name Night --days 30").code == exit_fine);
    BOOST_TEST(run("token list --token-file ../night").code == exit_fine);
    BOOST_TEST(as_luc("token list").results.find("Night") != std::string::npos);
    BOOST_TEST(as_luc("token create ../other --name Night --days 30").code == exit_invalid);
    BOOST_TEST(as_luc("token create ../other --name Other").code == exit_invalid);
    BOOST_TEST(as_luc("token create ../phone --name Phone --calendar").code == exit_fine);
    BOOST_TEST(run("token list --token-file ../phone").code == exit_refused);
    BOOST_TEST(as_luc("token list --account ines").code == exit_refused);
    BOOST_TEST(run("token revoke Night --account luc").code == exit_fine);
    BOOST_TEST(run("token list --token-file ../night").code == exit_refused);
    BOOST_TEST(as_luc("token revoke Night").code == exit_invalid);
}

BOOST_AUTO_TEST_CASE(an_administrator_says_how_long_sessions_last) {
    BOOST_TEST(as_luc("account limits --format json").results.find("30") != std::string::npos);
    BOOST_TEST(as_luc("account limits --idle 20").code == exit_refused);
    BOOST_TEST(run("account limits --idle 20").code == exit_fine);
    const std::string said = run("account limits --format json").results;
    BOOST_TEST(said.find("20") != std::string::npos);
    BOOST_TEST(said.find("12") != std::string::npos);
    BOOST_TEST(run("account limits --idle 99999999999999").code == exit_invalid);
    BOOST_TEST(run("account limits --whole 25").code == exit_invalid);
}

BOOST_AUTO_TEST_SUITE_END()
