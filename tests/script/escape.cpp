// SPDX-License-Identifier: Apache-2.0
// Plugins that try to run for ever, to use up the machine, to get out, to cheat, to tell or to leave
// something behind: each gets nothing, in bounded time, and its author reads why.
#include "script/attempt.h"

#include <clocale>
#include <ctime>
#include <fstream>
#include <future>

#include <boost/test/unit_test.hpp>

#include "script/sample_plugin.h"
#include "temporary_folder.h"

using namespace cadran;
using namespace cadran::script;

namespace {

constexpr const char* canary_text = "the canary sings";

// A file that no script may read, and the sign of one that ran a command.
class Canary {
  public:
    Canary() { std::ofstream(path()) << canary_text; }
    std::string path() const { return (folder_.path() / "canary.txt").string(); }
    bool is_well() const {
        std::string text;
        std::getline(std::ifstream(path()), text);
        return text == canary_text && !std::filesystem::exists(path() + ".made");
    }

  private:
    TemporaryFolder folder_;
};

std::string replaced(std::string text, std::string_view what, const std::string& by) {
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
        text.replace(at, what.size(), by);
    return text;
}

std::string told(const Judgement& judgement) {
    return judgement.fault ? english_text(*judgement.fault) : "";
}

// Of this process alone: that others keep the machine busy decides nothing.
double processor_seconds() {
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

// An error of its own, told in both languages on one line, with bounded work.
void check(const Attempt& attempt, const Canary& canary) {
    BOOST_TEST_CONTEXT(attempt.name) {
        const double start = processor_seconds();
        const Judgement judgement = judged(replaced(attempt.script, "@canary@", canary.path()));
        const double taken = processor_seconds() - start;
        BOOST_TEST((judgement.outcome == model::Outcome::error));
        BOOST_TEST(what_of(judgement) != "");
        if (*attempt.fault != '\0') BOOST_TEST(what_of(judgement) == attempt.fault);
        BOOST_TEST(taken < 30.0);
        BOOST_TEST(canary.is_well());
        if (!judgement.fault) return;
        BOOST_TEST(judgement.fault->place.file == "controls/check.lua");
        BOOST_TEST(judgement.fault->place.line > 0);
        BOOST_TEST(french_text(*judgement.fault) != english_text(*judgement.fault));
        BOOST_TEST(told(judgement).find(canary_text) == std::string::npos);
        BOOST_TEST(told(judgement).find('\n') == std::string::npos);
        BOOST_TEST(told(judgement).find('\x1b') == std::string::npos);
    }
}

void check_all(std::span<const Attempt> attempts) {
    const Canary canary;
    for (const Attempt& attempt : attempts) check(attempt, canary);
}

std::string control_with(const std::string& source) {
    return replaced(source, "@heading@",
                    "title = { fr = \"x\", en = \"x\" }, from = \"claim\", effect = \"check\", severity = "
                    "\"low\", message = { fr = \"x\", en = \"x\" }, ");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(escape)

BOOST_AUTO_TEST_CASE(three_hundred_and_thirty_three_attempts_are_made) {
    const std::size_t count = endless_attempts().size() + greedy_attempts().size() +
                              outward_attempts().size() + cheating_attempts().size() +
                              vain_attempts().size() + telling_attempts().size() +
                              lingering_attempts().size() + declaring_attempts().size();
    BOOST_TEST(count >= 333U);
}

BOOST_AUTO_TEST_CASE(what_runs_for_ever_is_stopped) {
    check_all(endless_attempts());
}

BOOST_AUTO_TEST_CASE(what_takes_too_much_is_stopped_or_refused) {
    check_all(greedy_attempts());
}

BOOST_AUTO_TEST_CASE(nothing_leads_out_of_the_sandbox) {
    check_all(outward_attempts());
}

BOOST_AUTO_TEST_CASE(only_a_verdict_of_the_house_is_a_verdict) {
    check_all(cheating_attempts());
}

BOOST_AUTO_TEST_CASE(what_is_refused_in_pcall_has_not_happened) {
    for (const Attempt& attempt : vain_attempts()) {
        BOOST_TEST_CONTEXT(attempt.name) {
            const Judgement judgement = judged(attempt.script);
            BOOST_TEST((judgement.outcome == model::Outcome::pass));
            BOOST_TEST(told(judgement) == "");
        }
    }
}

BOOST_AUTO_TEST_CASE(no_locale_of_the_process_changes_a_judgement) {
    const std::string before = std::setlocale(LC_ALL, nullptr);
    for (const char* locale : {"fr_FR.UTF-8", "de_DE.UTF-8", "en_US.UTF-8", "C.UTF-8"}) {
        if (std::setlocale(LC_ALL, locale) == nullptr) continue;
        for (const Attempt& attempt : vain_attempts())
            BOOST_TEST((judged(attempt.script).outcome == model::Outcome::pass), attempt.name);
    }
    std::setlocale(LC_ALL, before.c_str());
}

BOOST_AUTO_TEST_CASE(nothing_tells_of_addresses_chance_or_the_order_of_a_table) {
    for (const Attempt& attempt : telling_attempts()) {
        BOOST_TEST_CONTEXT(attempt.name) {
            const std::string once = told(judged(attempt.script));
            BOOST_TEST(once != "");
            BOOST_TEST(once.find("0x") == std::string::npos);
            std::vector<std::future<std::string>> others;  // where Lua's addresses and hashes are others
            for (int i = 0; i < 4; ++i)
                others.push_back(
                    std::async(std::launch::async, [&] { return told(judged(attempt.script)); }));
            for (std::future<std::string>& other : others) BOOST_TEST(other.get() == once);
        }
    }
}

BOOST_AUTO_TEST_CASE(no_record_sees_what_the_judge_of_another_left_behind) {
    for (const Attempt& attempt : lingering_attempts()) {
        BOOST_TEST_CONTEXT(attempt.name) {
            PluginFiles files = sample_files();
            files["controls/check.lua"] = control_with(attempt.script);
            const auto plugin = load_plugin(files, "");
            BOOST_REQUIRE(plugin.has_value());
            const column::RecordBatch claims = sample_claims(*plugin);
            Judge judge(files, *plugin, "sample/check", {});
            for (const std::size_t row : {0U, 1U, 0U, 1U}) {
                const Judgement judgement = judge.judge(claims, row);
                BOOST_TEST((judgement.outcome != model::Outcome::pass));
                BOOST_TEST(what_of(judgement) == attempt.fault);
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(a_file_can_only_declare) {
    const Canary canary;
    Limits limits = loading_limits();
    limits.call = limits.run = std::chrono::minutes(10);  // fuel decides, on any machine
    for (const DeclaringAttempt& attempt : declaring_attempts()) {
        BOOST_TEST_CONTEXT(attempt.source) {
            PluginFiles files = sample_files();
            files[attempt.path] = replaced(attempt.source, "@canary@", canary.path());
            const auto plugin = load_plugin(files, "", limits);
            BOOST_REQUIRE(!plugin.has_value());
            bool found = false;
            for (const Diagnostic& fault : plugin.error().diagnostics) {
                found = found || fault.what.id == attempt.fault;
                BOOST_TEST(english_text(fault).find(canary_text) == std::string::npos);
                BOOST_TEST(french_text(fault).find('\x1b') == std::string::npos);
            }
            BOOST_TEST(found);
            BOOST_TEST(canary.is_well());
        }
    }
}

BOOST_AUTO_TEST_CASE(time_alone_stops_a_script_too) {
    Limits limits;
    limits.fuel = std::numeric_limits<std::int64_t>::max() / 2;
    limits.call = std::chrono::milliseconds(50);
    BOOST_TEST(what_of(judged("while true do pcall(error) end", limits)) == "script.judge_out_of_time");
    BOOST_TEST(what_of(judged("while true do local s = ('x'):rep(1000) end", limits)) ==
               "script.judge_out_of_time");
    BOOST_TEST(what_of(judged("return (('a'):rep(3000)):find(('a*'):rep(60) .. 'b')", limits)) ==
               "script.judge_out_of_time");
}

BOOST_AUTO_TEST_CASE(time_stops_what_takes_long_in_a_single_instruction) {
    Limits limits;
    limits.call = std::chrono::milliseconds(50);
    const char* script =
        "local a, b = ('x'):rep(1000000) .. 'a', ('x'):rep(1000000) .. 'b' while true do local c = a < b end";
    BOOST_TEST(what_of(judged(script, limits)) == "script.judge_out_of_time");
}

BOOST_AUTO_TEST_CASE(a_fault_names_the_line_on_which_the_script_was_stopped) {
    const Judgement judgement = judged("local n = 0\nwhile true do\n n = n + 1 end");
    BOOST_TEST((judgement.fault->place.line == 8 || judgement.fault->place.line == 9));
}

BOOST_AUTO_TEST_SUITE_END()
