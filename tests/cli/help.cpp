// SPDX-License-Identifier: Apache-2.0
#include <boost/test/unit_test.hpp>

#include "cli/command.h"
#include "cli/desk.h"

using namespace cadran;
using namespace cadran::cli;

namespace {

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(help)

BOOST_AUTO_TEST_CASE(help_may_stand_anywhere) {
    Desk desk;
    const std::string page = desk.run("worklist decide --help").results;
    BOOST_TEST(has(page, "cadran worklist decide ITEM --verdict VERDICT"));
    BOOST_TEST(has(page, "Nobody decides on a file they handled"));
    for (const char* line :
         {"--help worklist decide", "worklist --help decide", "worklist decide F-1 --verdict released --help",
          "worklist decide -h", "help worklist decide", "help worklist decide --format json",
          "--format csv help worklist decide", "--lang en worklist decide --help"}) {
        const Answer answer = desk.run(line);
        BOOST_TEST_CONTEXT(line) {
            BOOST_TEST(answer.code == 0);
            BOOST_TEST(answer.results == page);
            BOOST_TEST(answer.notes.empty());
        }
    }
}

BOOST_AUTO_TEST_CASE(help_names_every_command_once_asked) {
    Desk desk;
    const Answer answer = desk.run("--help");
    BOOST_TEST(answer.code == 0);
    for (const Command& command : commands())
        BOOST_TEST(has(answer.results, fmt::format("  {} {}", command.noun, command.verb)));
    BOOST_TEST(desk.run("help").results == answer.results);
}

BOOST_AUTO_TEST_CASE(help_on_a_noun_names_its_verbs) {
    Desk desk;
    const Answer answer = desk.run("worklist --help");
    BOOST_TEST(answer.code == 0);
    BOOST_TEST(has(answer.results, "worklist decide"));
    BOOST_TEST(!has(answer.results, "journal"));
    BOOST_TEST(desk.run("help worklist").results == answer.results);
    BOOST_TEST(desk.run("help worklist --lang en").results == answer.results);
}

BOOST_AUTO_TEST_CASE(a_call_without_a_command_is_wrong_usage_and_gets_the_same_as_a_note) {
    Desk desk;
    for (const auto& [line, asked] : {std::pair("", "--help"), std::pair("worklist", "worklist --help"),
                                      std::pair("--format json", "--help")}) {
        const Answer answer = desk.run(line);
        BOOST_TEST_CONTEXT(line) {
            BOOST_TEST(answer.code == exit_invalid);
            BOOST_TEST(answer.results.empty());
            BOOST_TEST(answer.notes == desk.run(asked).results);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_page_names_the_options_of_every_command_and_the_exit_codes) {
    Desk desk;
    const std::string page = desk.run("check --help").results;
    for (const Option& option : global_options())
        BOOST_TEST(has(page, fmt::format("--{} {}", option.name, option.value)));
    for (const int code :
         {exit_fine, exit_found, exit_invalid, exit_refused, exit_conflict, exit_not_judged, exit_internal}) {
        BOOST_TEST(has(page.substr(page.find("Exit codes")), std::to_string(code)));
    }
}

BOOST_AUTO_TEST_CASE(tells_its_version) {
    Desk desk;
    const Answer answer = desk.run("--version");
    BOOST_TEST(answer.code == 0);
    BOOST_TEST(answer.results.starts_with("cadran 0."));
}

BOOST_AUTO_TEST_CASE(speaks_the_language_that_was_asked_for_then_that_of_the_environment_then_french) {
    const std::string french = "Liste les dossiers", english = "Lists the files";
    struct Case {
        const char* line;
        std::map<std::string, std::string> environment;
        std::string said;
    };
    const Case cases[] = {
        {"help worklist list --lang fr", {{"LANG", "en_GB.UTF-8"}}, french},
        {"help worklist list --lang=en", {{"LC_ALL", "fr_FR"}}, english},
        {"help worklist list", {{"LANG", "en_GB.UTF-8"}}, english},
        {"help worklist list", {{"LANG", "fr_FR.UTF-8"}}, french},
        {"help worklist list", {{"LC_ALL", "en"}, {"LANG", "fr_FR"}}, english},
        {"help worklist list", {{"LC_ALL", ""}, {"LC_MESSAGES", "en_US"}, {"LANG", "fr_FR"}}, english},
        {"help worklist list", {{"LANG", "C"}}, french},
        {"help worklist list", {{"LANG", "de_DE"}}, french},
        {"help worklist list", {}, french},
    };
    for (const Case& each : cases) {
        Desk desk;
        desk.environment = each.environment;
        BOOST_TEST(has(desk.run(each.line).results, each.said));
    }
}

BOOST_AUTO_TEST_CASE(decorates_on_a_terminal_only_unless_it_was_asked_not_to) {
    Desk desk;
    BOOST_TEST(!has(desk.run("check --help").results, "\x1b["));
    desk.on_terminal = true;
    BOOST_TEST(has(desk.run("check --help").results, "\x1b[1m"));
    desk.environment["NO_COLOR"] = "1";
    BOOST_TEST(!has(desk.run("check --help").results, "\x1b["));
    desk.environment["NO_COLOR"] = "";
    BOOST_TEST(has(desk.run("check --help").results, "\x1b[1m"));
}

BOOST_AUTO_TEST_SUITE_END()
