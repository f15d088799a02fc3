// SPDX-License-Identifier: Apache-2.0
#include "cli/desk.h"

#include <boost/test/unit_test.hpp>
#include <fstream>
#include <sstream>

namespace cadran::cli {

std::vector<std::string> words_of(std::string_view line) {
    std::vector<std::string> words;
    std::string word;
    bool quoted = false, begun = false;
    for (const char c : line) {
        if (c == '"') {
            quoted = !quoted;
            begun = true;
        } else if (c == ' ' && !quoted) {
            if (begun) words.push_back(std::exchange(word, {}));
            begun = false;
        } else {
            word += c;
            begun = true;
        }
    }
    if (begun) words.push_back(word);
    return words;
}

Desk::Desk() : environment{{"LANG", "en_GB.UTF-8"}}, folder(home_.path()) {
    environment["XDG_DATA_HOME"] = (home_.path() / "data").string();
}

Answer Desk::run(std::string_view line) {
    std::ostringstream results, notes;
    const FixedClock clock(*parse_instant("2026-07-01T09:00Z"));
    SystemRandomness randomness;
    const Surroundings surroundings{
        .results = results,
        .notes = notes,
        .variable = [this](const std::string& name) -> std::optional<std::string> {
            const auto found = environment.find(name);
            return found == environment.end() ? std::nullopt : std::optional(found->second);
        },
        .system_user = system_user,
        .folder = folder,
        .clock = clock,
        .randomness = randomness,
        .results_on_terminal = on_terminal,
        .notes_on_terminal = on_terminal,
        .secret = [&](const std::string& prompt) -> std::optional<std::string> {
            if (typed.empty()) return {};
            notes << prompt << '\n';
            const std::string first = typed.front();
            typed.erase(typed.begin());
            return first;
        },
        .serve = [](const Serving& serving) -> Done {
            serving.listening(fmt::format("http://{}:{}", serving.address, serving.port));
            return {};
        },
    };
    const int code = cli::run(words_of(line), surroundings);
    return {code, results.str(), notes.str()};
}

void Desk::open_office() {
    folder = home_.path();
    const Answer made = run("init office --sample --person Inès");
    BOOST_REQUIRE_MESSAGE(made.code == 0, made.notes);
    folder = home_.path() / "office";
}

void Desk::invite(const std::string& name, const std::string& role) {
    const std::string code = (home_.path() / "code").string();
    const std::string token = (home_.path() / (name + ".token")).string();
    const Answer added =
        run(fmt::format("account add {} --person {} --role {} --code-file \"{}\"", name, name, role, code));
    BOOST_REQUIRE_MESSAGE(added.code == 0, added.notes);
    const Answer enrolled = run(fmt::format("account enrol \"{}\" --code-file \"{}\"", token, code));
    BOOST_REQUIRE_MESSAGE(enrolled.code == 0, enrolled.notes);
}

void Desk::write(const std::string& name, std::string_view text) const {
    std::ofstream(home_.path() / name, std::ios::binary) << text;
}

}  // namespace cadran::cli
