// SPDX-License-Identifier: Apache-2.0
#include "web/page_words.h"

#include <map>
#include <regex>
#include <set>

#include <boost/test/unit_test.hpp>

#include "base/file.h"
#include "web/visitor.h"

using namespace cadran;
using namespace cadran::web;

namespace {

// Each id of a catalogue with its text.
std::map<std::string, std::string> texts_of(const std::string& layer) {
    const std::string text =
        read_file(CADRAN_SOURCE_DIR "/core/" + layer + "/messages/fr.po", std::size_t{1} << 20).value();
    static const std::regex entry("msgid \"([^\"]+)\"\\n((?:msg[^\\n]*\\n?)*)");
    std::map<std::string, std::string> texts;
    for (std::sregex_iterator one(text.begin(), text.end(), entry), end; one != end; ++one)
        texts[(*one)[1]] = (*one)[2];
    return texts;
}

std::set<std::string> arguments_of(const std::string& text) {
    static const std::regex place("\\{([a-z_]+)\\}");
    std::set<std::string> names;
    for (std::sregex_iterator one(text.begin(), text.end(), place), end; one != end; ++one)
        names.insert((*one)[1]);
    return names;
}

// What is done in a terminal alone, by whoever is met by it there.
const std::set<std::string> of_the_terminal{"app.ask_for_an_invitation",
                                            "app.check_address",
                                            "app.check_mail_server",
                                            "app.enrol_again",
                                            "app.export_worklist",
                                            "app.make_a_workspace",
                                            "app.name_the_mail_server",
                                            "app.purge_takes_it_away",
                                            "app.restore_the_keys",
                                            "app.set_the_provider",
                                            "app.verification_steps"};

}  // namespace

BOOST_AUTO_TEST_SUITE(page_words)

BOOST_AUTO_TEST_CASE(advise_no_command_where_a_page_has_a_way) {
    for (const auto& [id, text] : texts_of("app")) {
        if (text.find("cadran ") == std::string::npos) continue;
        BOOST_TEST((on_page(Message{id}).id == id) == of_the_terminal.contains(id), id);
    }
}

BOOST_AUTO_TEST_CASE(say_what_they_are_told) {
    const auto of_pages = texts_of("web");
    for (const auto& [id, text] : texts_of("app")) {
        const std::string words = on_page(Message{id}).id;
        if (words == id) continue;
        const auto found = of_pages.find(words);
        BOOST_REQUIRE_MESSAGE(found != of_pages.end(), words);
        BOOST_TEST(found->second.find("cadran ") == std::string::npos, words);
        for (const std::string& name : arguments_of(found->second))
            BOOST_TEST(arguments_of(text).contains(name), words + ": " + name);
    }
}

BOOST_FIXTURE_TEST_CASE(reach_who_meets_a_fault, ServedWorkspace) {
    Visitor visitor(site);
    accept_rules();
    visitor.join(*this, "anne.delorme", model::Role::controller);
    const Response page = visitor.get("/worklist/F-0000000000000000");
    BOOST_TEST(holds(page, "à la page « Dossiers à contrôler »"));
    BOOST_TEST(!holds(page, "cadran worklist"));
}

BOOST_AUTO_TEST_SUITE_END()
