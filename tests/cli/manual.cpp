// SPDX-License-Identifier: Apache-2.0
#include "cli/manual.h"

#include <boost/test/unit_test.hpp>
#include <regex>
#include <set>

#include "base/text.h"
#include "cli/arguments.h"
#include "cli/desk.h"

using namespace cadran;
using namespace cadran::cli;

namespace {

constexpr Language languages[] = {Language::french, Language::english};

std::string name_of(const Command& command) {
    return fmt::format("{} {}", command.noun, command.verb);
}

// What the first group of a pattern meets in a text.
std::set<std::string> found_in(const std::string& text, const char* pattern) {
    std::set<std::string> found;
    const std::regex expression(pattern);
    for (std::sregex_iterator match(text.begin(), text.end(), expression), end; match != end; ++match)
        found.insert((*match)[1]);
    return found;
}

// The verb prevails: `import list` is not an import of type `list`.
const Command* command_of(const std::vector<std::string>& words) {
    const Command* bare = nullptr;
    for (const Command& command : commands()) {
        if (command.noun != words.at(0)) continue;
        if (command.verb.empty()) bare = &command;
        if (words.size() > 1 && command.verb == words[1]) return &command;
    }
    return bare;
}

// A line of a manual, read against the table: everything behind noun and verb is known, nothing is missing.
bool parses(const std::vector<std::string>& words) {
    const Command* command = command_of(words);
    if (command == nullptr) return false;
    const auto behind = words.begin() + (command->verb.empty() ? 1 : 2);
    return Arguments::parse(*command, {behind, words.end()}).has_value();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(manual)

BOOST_AUTO_TEST_CASE(every_command_has_a_page_in_both_languages_that_starts_with_a_summary) {
    for (const Command& command : commands()) {
        for (const Language language : languages) {
            const std::string line = summary(command, language);
            BOOST_TEST_CONTEXT(name_of(command) << " in " << language_tag(language)) {
                BOOST_TEST(is_utf8(line));
                BOOST_TEST(length_in_characters(line) > 10);
                BOOST_TEST(length_in_characters(line) <= 100);
                BOOST_TEST(line.ends_with('.'));
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(a_page_in_french_has_no_breaking_space_before_its_signs) {
    static const std::regex code("`[^`]*`");
    for (const Command& command : commands()) {
        const std::string text = std::regex_replace(manual_text(command, Language::french), code, "");
        BOOST_TEST_CONTEXT(name_of(command)) {
            for (const std::string sign : {" :", " ;", " !", " ?", " %", " »", "« "})
                BOOST_TEST(text.find(sign) == std::string::npos, "a plain space: " << sign);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_page_documents_what_its_command_takes_and_nothing_else) {
    for (const Command& command : commands()) {
        std::set<std::string> taken;
        for (const Operand& operand : command.operands) taken.insert(std::string(operand.name));
        for (const Option& option : command.options)
            taken.insert("--" + std::string(option.name) +
                         (option.value.empty() ? "" : " " + std::string(option.value)));
        for (const Language language : languages) {
            const std::set<std::string> documented =
                found_in(manual_text(command, language), "\n- `([^`]*)`");
            BOOST_TEST_CONTEXT(name_of(command) << " in " << language_tag(language)) {
                BOOST_TEST(documented == taken, boost::test_tools::per_element());
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(a_page_names_no_option_that_its_command_does_not_take) {
    for (const Command& command : commands()) {
        std::set<std::string> known;
        for (const Option& option : command.options) known.insert(std::string(option.name));
        for (const Option& option : global_options()) known.insert(std::string(option.name));
        for (const Language language : languages) {
            // Another command's options stand in a line of code that begins with `cadran`.
            const std::string text =
                std::regex_replace(manual_text(command, language), std::regex("`cadran [^`]*`"), "");
            for (const std::string& option : found_in(text, "--([a-z][a-z-]*)")) {
                BOOST_TEST(known.contains(option),
                           name_of(command) << " in " << language_tag(language) << " names --" << option);
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(every_page_shows_an_example_that_works) {
    for (const Command& command : commands()) {
        for (const Language language : languages) {
            const std::set<std::string> examples =
                found_in(manual_text(command, language), "Ex[ea]mple[^`\n]*`cadran ([^`]*)`");
            BOOST_TEST_CONTEXT(name_of(command) << " in " << language_tag(language)) {
                BOOST_REQUIRE_EQUAL(examples.size(), 1u);
                BOOST_TEST(parses(words_of(*examples.begin())),
                           "no such command line: cadran " << *examples.begin());
                BOOST_TEST(command_of(words_of(*examples.begin())) == &command);
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(every_command_that_a_page_mentions_exists) {
    for (const Command& command : commands()) {
        for (const Language language : languages) {
            for (const std::string& line : found_in(manual_text(command, language), "`cadran ([^`]*)`")) {
                BOOST_TEST(command_of(words_of(line)) != nullptr, name_of(command)
                                                                      << " mentions cadran " << line);
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(the_faulty_example_would_be_seen) {
    BOOST_TEST(parses(words_of("control run pay-benefits --period 2026-07")));
    BOOST_TEST(!parses(words_of("control run pay-benefits --month 2026-07")));
    BOOST_TEST(!parses(words_of("control walk pay-benefits")));
    BOOST_TEST(!parses(words_of("control run --period 2026-07")));
}

BOOST_AUTO_TEST_SUITE_END()
