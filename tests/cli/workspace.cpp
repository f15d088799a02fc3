// SPDX-License-Identifier: Apache-2.0
#include <boost/test/unit_test.hpp>

#include "base/json.h"
#include "cli/command.h"
#include "cli/desk.h"

using namespace cadran;
using namespace cadran::cli;

namespace {

// Who the journal says did the last act.
std::string last_actor(Desk& desk) {
    const auto entries = Json::parse(desk.run("journal list --format json").results);
    return entries->array().back().at("actor").string();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(workspace)

BOOST_AUTO_TEST_CASE(is_that_around_the_folder_in_which_the_command_is_given) {
    Desk desk;
    desk.open_office();
    BOOST_TEST(desk.run("account list").code == 0);
    desk.folder = desk.home() / "office" / "plugins" / "claims";
    BOOST_TEST(desk.run("account list").code == 0);
    desk.folder = desk.home();
    const Answer outside = desk.run("account list");
    BOOST_TEST(outside.code == exit_invalid);
    BOOST_TEST(outside.notes.find("there is no workspace in") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(is_the_one_named_by_option_before_that_of_the_environment_before_the_surrounding_one) {
    Desk desk;
    desk.open_office();
    desk.folder = desk.home();
    BOOST_TEST(desk.run("init other --organisation Other --account zoe").code == 0);
    desk.environment["CADRAN_WORKSPACE"] = "other";
    BOOST_TEST(desk.run("account list").results.find("zoe") != std::string::npos);
    BOOST_TEST(desk.run("account list --workspace office").results.find("zoe") == std::string::npos);
    BOOST_TEST(desk.run("account list --workspace=office/").code == 0);
    BOOST_TEST(desk.run("account list --workspace office/plugins").code == exit_invalid);
    desk.environment["CADRAN_WORKSPACE"] = "";
    desk.folder = desk.home() / "office";
    BOOST_TEST(desk.run("account list").results.find("zoe") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(of_a_sample_has_a_clock_that_may_be_set_and_no_other_has) {
    Desk desk;
    desk.open_office();
    BOOST_TEST(desk.run("account add luc --person Luc --role controller --now 2026-08-03T10:30").code == 0);
    BOOST_TEST(desk.run("journal list --format csv").results.find("2026-08-03T10:30:00Z") !=
               std::string::npos);
    desk.folder = desk.home();
    BOOST_TEST(desk.run("init real --organisation Real --account ines").code == 0);
    const Answer refused = desk.run("account list --workspace real --now 2026-08-03");
    BOOST_TEST(refused.code == exit_refused);
    BOOST_TEST(refused.results.empty());
    BOOST_TEST(refused.notes ==
               "--now is refused: this workspace lives in real time\n    → only a sample workspace (init "
               "--sample) has a simulated clock\n");
}

BOOST_AUTO_TEST_CASE(knows_its_callers_by_their_token_or_as_users_of_the_system) {
    Desk desk;
    desk.open_office();
    desk.invite("malik", "plugin-author");
    BOOST_TEST(last_actor(desk) == "malik");
    BOOST_TEST(desk.run("plugin draft claims").code == exit_refused);  // as ines
    BOOST_TEST(desk.run("plugin draft claims --token-file ../malik.token").code == 0);
    BOOST_TEST(last_actor(desk) == "malik");
    desk.environment["CADRAN_TOKEN_FILE"] = (desk.home() / "malik.token").string();
    BOOST_TEST(desk.run("account add x --person X --role auditor").code == exit_refused);  // as malik
    desk.environment["CADRAN_TOKEN_FILE"] = "../malik.token";
    BOOST_TEST(desk.run("account add x --person X --role auditor").code == exit_refused);
    desk.environment["CADRAN_TOKEN_FILE"] = "";
    BOOST_TEST(desk.run("account add x --person X --role auditor").code == 0);  // as ines again
    desk.system_user = "stranger";
    const Answer stranger = desk.run("account list");
    BOOST_TEST(stranger.code == exit_refused);
    BOOST_TEST(stranger.notes.find("the system user stranger has no account here") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(says_a_conflict_apart_from_a_refusal) {
    Desk desk;
    desk.open_office();
    desk.invite("malik", "plugin-author");
    BOOST_TEST(desk.run("plugin draft claims --token-file ../malik.token").code == 0);
    const Answer again = desk.run("plugin draft claims --token-file ../malik.token");
    BOOST_TEST(again.code == exit_conflict);
    BOOST_TEST(again.results.empty());
    BOOST_TEST(again.notes.find("nothing changed since version 1") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(that_is_damaged_ends_a_command_with_its_own_exit_code) {
    Desk desk;
    desk.open_office();
    // The keys' folder cannot be made where a file has its name.
    desk.write("blocked", "");
    desk.environment["XDG_DATA_HOME"] = (desk.home() / "blocked").string();
    desk.folder = desk.home();
    const Answer answer = desk.run("init third --sample");
    BOOST_TEST(answer.code == exit_internal);
    BOOST_TEST(answer.results.empty());
    BOOST_TEST(answer.notes.starts_with("internal error: "));
    BOOST_TEST(answer.notes.find("nothing is half done") != std::string::npos);
    BOOST_TEST(!std::filesystem::exists(desk.home() / "third"));
}

BOOST_AUTO_TEST_SUITE_END()
