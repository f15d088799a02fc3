// SPDX-License-Identifier: Apache-2.0
#include "script/worker_answer.h"

#include <regex>

#include <boost/test/unit_test.hpp>

#include "base/catalogue.h"
#include "base/file.h"
#include "base/text.h"
#include "script/worker_fault.h"

using namespace cadran;
using namespace cadran::script;

namespace {

const JudgeScript judge_of_a_control{
    "controls/check.lua", "one\ntwo\nthree", {"stay", "late"}, model::Effect::check};
const JudgeScript judge_of_a_checklist{"checklists/visit.lua", "one\ntwo", {"late"}, {}};

std::optional<Ruling> read(const std::string& answer, const JudgeScript& script = judge_of_a_control,
                           LineCoverage* lines = nullptr) {
    const Row subject{"claim", {"number", "amount"}, {}}, others{"parameters", {"threshold"}, {}};
    return ruling_of(Json::parse(answer).value(), script, {subject, others}, lines);
}

// An answer without fault, and with one.
std::string verdict(const std::string& members) {
    return R"({"fault":null,"fuel":5,"lines":null,"shortage":null,"verdict":{)" + members + "}}";
}
std::string fault(const std::string& members) {
    return R"({"fault":{)" + members + R"(},"fuel":5,"lines":null,"shortage":null,"verdict":null})";
}
std::string raised(const std::string& text) {
    return fault(R"("line":2,"what":["script.raised",")" + text + R"("],"hint":null)");
}

constexpr const char* plain = R"("outcome":"fail","severity":null,"effect":null,"message":null)";

std::string shown(const std::string& answer) {
    const auto ruling = read(answer);
    return ruling ? std::get<std::string>(ruling->fault->what.arguments.at(0).second) : "not believed";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(worker_answer)

BOOST_AUTO_TEST_CASE(of_what_a_judge_may_say_is_believed) {
    BOOST_TEST(read(verdict(plain)).has_value());
    const auto chosen = read(verdict(R"("outcome":"fail","severity":"major","effect":"flag","message":1)"));
    BOOST_REQUIRE(chosen.has_value());
    BOOST_TEST((chosen->verdict.severity == model::Severity::major));
    BOOST_TEST((chosen->verdict.effect == model::Effect::flag));
    BOOST_TEST((chosen->verdict.message == 1u));
    BOOST_TEST(chosen->fuel == 5);
    const auto faulty =
        read(fault(R"("line":3,"what":["script.bad_pattern",4,"%"],"hint":["script.use_local"])"));
    BOOST_REQUIRE(faulty.has_value());
    BOOST_TEST((faulty->fault->place == Place{"controls/check.lua", 3, 0}));
    BOOST_TEST(
        (faulty->fault->what ==
         Message{"script.bad_pattern", {{"position", std::int64_t{4}}, {"pattern", std::string("%")}}}));
    BOOST_TEST((faulty->fault->hint == Message{"script.use_local"}));
}

BOOST_AUTO_TEST_CASE(of_a_verdict_that_no_judge_can_give_is_not_believed) {
    for (const char* members : {
             R"("outcome":"error","severity":null,"effect":null,"message":null)",
             R"("outcome":"not checked","severity":null,"effect":null,"message":null)",
             R"("outcome":"released","severity":null,"effect":null,"message":null)",
             R"("outcome":"fail","severity":null,"effect":"hold","message":null)",
             R"("outcome":"fail","severity":null,"effect":"release","message":null)",
             R"("outcome":"fail","severity":"fatal","effect":null,"message":null)",
             R"("outcome":"fail","severity":null,"effect":null,"message":2)",
             R"("outcome":"fail","severity":null,"effect":null,"message":-1)",
             R"("outcome":"fail","severity":null,"effect":null,"message":"stay")",
             R"("outcome":"pass","severity":"low","effect":null,"message":null)",
             R"("outcome":"pass","severity":null,"effect":"flag","message":null)",
             R"("outcome":"not applicable","severity":null,"effect":null,"message":0)",
             R"("outcome":"fail","effect":null,"message":null)",
             R"("outcome":1,"severity":null,"effect":null,"message":null)",
         })
        BOOST_TEST(!read(verdict(members)).has_value(), members);
}

BOOST_AUTO_TEST_CASE(of_a_checklist_is_a_level_with_its_message) {
    const auto level = [](const char* members) { return read(verdict(members), judge_of_a_checklist); };
    const auto given = level(R"("outcome":"fail","severity":"low","effect":null,"message":0)");
    BOOST_REQUIRE(given.has_value());
    BOOST_TEST((given->verdict.severity == model::Severity::low));
    BOOST_TEST(!level(R"("outcome":"fail","severity":null,"effect":null,"message":0)").has_value());
    BOOST_TEST(!level(R"("outcome":"fail","severity":"low","effect":null,"message":null)").has_value());
    BOOST_TEST(!level(R"("outcome":"fail","severity":"low","effect":null,"message":1)").has_value());
}

BOOST_AUTO_TEST_CASE(of_a_fault_that_no_script_can_have_is_not_believed) {
    for (const char* members : {
             R"("line":4,"what":["script.use_local"],"hint":null)",
             R"("line":-1,"what":["script.use_local"],"hint":null)",
             R"("line":1,"what":["app.no_such_message"],"hint":null)",
             R"("line":1,"what":["script.worker_died"],"hint":null)",
             R"("line":1,"what":["script.raised"],"hint":null)",
             R"("line":1,"what":["script.raised",1],"hint":null)",
             R"("line":1,"what":["script.raised","a","b"],"hint":null)",
             R"("line":1,"what":["script.out_of_fuel","all"],"hint":null)",
             R"("line":1,"what":["script.use_local"],"hint":["script.did_you_mean"])",
             R"("line":1,"what":["script.use_local"],"hint":["script.known_fields","number, iban"])",
             R"("line":1,"what":["script.use_local"],"hint":["script.known_words","hold, release"])",
             R"("line":1,"what":[],"hint":null)",
             R"("line":1,"what":"script.use_local","hint":null)",
             R"("line":1,"hint":null)",
         })
        BOOST_TEST(!read(fault(members)).has_value(), members);
    for (const char* list : {"number, amount", "threshold", "stay, late", "hold, check, flag",
                             "very low, low, medium, high, major"})
        BOOST_TEST(
            read(fault(fmt::format(
                     R"("line":1,"what":["script.use_local"],"hint":["script.known_words","{}"])", list)))
                .has_value(),
            list);
}

BOOST_AUTO_TEST_CASE(of_a_shortage_or_fuel_that_cannot_be_is_not_believed) {
    const auto with = [](const char* shortage, const char* fuel, const char* what) {
        return read(fmt::format(R"({{"fault":{},"fuel":{},"lines":null,"shortage":{},"verdict":{{{}}}}})",
                                what, fuel, shortage, plain))
            .has_value();
    };
    constexpr const char* stopped = R"({"line":1,"what":["script.out_of_fuel",1],"hint":["script.do_less"]})";
    BOOST_TEST(with("\"fuel\"", "1", stopped));
    BOOST_TEST(with("null", "1", "null"));
    BOOST_TEST(!with("\"fuel\"", "1", "null"));
    BOOST_TEST(!with("\"patience\"", "1", stopped));
    BOOST_TEST(!with("null", "-1", "null"));
    BOOST_TEST(!with("null", "9223372036854775807", "null"));
    BOOST_TEST(!with("null", "null", "null"));
}

BOOST_AUTO_TEST_CASE(has_texts_that_steer_no_display_and_end) {
    BOOST_TEST(shown(raised("plain")) == "plain");
    BOOST_TEST(shown(raised("a\\u001b[31mb\\nc")) == "a?[31mb c");
    BOOST_TEST(shown(raised("\\u202egnp.exe")) == "?gnp.exe");
    BOOST_TEST(shown(raised(std::string(100'000, 'x'))).size() == 500u);
}

BOOST_AUTO_TEST_CASE(has_lines_of_the_file_alone) {
    const auto with = [](const char* lines) {
        LineCoverage taken;
        std::string answer = verdict(plain);
        const std::string none = R"("lines":null)";
        answer.replace(answer.find(none), none.size(), fmt::format(R"("lines":{})", lines));
        return read(answer, judge_of_a_control, &taken) ? static_cast<int>(taken.run.size()) : -1;
    };
    BOOST_TEST(with(R"({"run":[1,3],"functions":[[1,[1,2,3]]]})") == 2);
    BOOST_TEST(with("null") == -1);
    BOOST_TEST(with(R"({"run":[4],"functions":[]})") == -1);
    BOOST_TEST(with(R"({"run":[0],"functions":[]})") == -1);
    BOOST_TEST(with(R"({"run":[],"functions":[[1,[4]]]})") == -1);
    BOOST_TEST(with(R"({"run":[],"functions":[[1]]})") == -1);
}

BOOST_AUTO_TEST_CASE(knows_every_message_that_scripts_are_given_with_its_arguments) {
    const Catalogue english(Language::english), french(Language::french);
    std::set<std::string> known;
    for (const FaultMessage& one : fault_messages()) {
        known.emplace(one.id);
        Message message{std::string(one.id)};
        if (!one.arguments.empty()) {
            for (const std::string_view name : split(one.arguments, ' ')) {
                const bool is_number = name.starts_with('#');
                const Argument value = is_number ? Argument(std::int64_t{1}) : Argument(std::string("x"));
                message.arguments.emplace_back(std::string(name.substr(is_number ? 1 : 0)), value);
            }
        }
        BOOST_TEST(english.text(message) != french.text(message));
    }
    // Whatever runs inside a sandbox says these; what the host says of it is said by the host.
    const std::regex said("\"(script\\.\\w+)\"");
    for (const char* file : {"basic_library", "declaration", "environment", "grading_library",
                             "judging_library", "math_library", "pattern", "pattern_functions", "ruling",
                             "sandbox", "string_library", "table_library", "text_of", "values", "verdict"}) {
        const std::string source =
            read_file(std::string(CADRAN_SOURCE_DIR) + "/core/script/" + file + ".cpp", 1'000'000).value();
        for (std::sregex_iterator id(source.begin(), source.end(), said), end; id != end; ++id)
            BOOST_TEST(known.contains((*id)[1]), file << " says " << (*id)[1]);
    }
}

BOOST_AUTO_TEST_SUITE_END()
