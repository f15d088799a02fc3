// SPDX-License-Identifier: Apache-2.0
#include "script/worker.h"

#include <boost/test/unit_test.hpp>

#include "script/attempt.h"
#include "script/judge.h"
#include "script/sample_plugin.h"

using namespace cadran;
using namespace cadran::script;
using model::Outcome;

namespace {

std::shared_ptr<Worker> worker_that(const std::vector<std::string>& parts,
                                    std::chrono::milliseconds patience = std::chrono::minutes(10)) {
    std::vector<std::string> command{CADRAN_WORKER};
    command.insert(command.end(), parts.begin(), parts.end());
    return std::make_shared<Worker>(WorkerProgram{command, patience});
}

std::shared_ptr<Worker> honest_worker() {
    return worker_that({"serve-scripts"});
}

// All that is in it.
std::string whole(const Judgement& judgement) {
    std::string text(model::outcome_name(judgement.outcome));
    if (judgement.severity) text += fmt::format(" {}", model::severity_name(*judgement.severity));
    if (judgement.effect) text += fmt::format(" {}", model::effect_name(*judgement.effect));
    if (judgement.message) text += " " + *judgement.message;
    if (!judgement.fault) return text;
    const Diagnostic& fault = *judgement.fault;
    return text + fmt::format(" {}:{}:{} {} {} {}", fault.place.file, fault.place.line, fault.place.column,
                              fault.what.id, english_text(fault), french_text(fault));
}

// One control with that judge, its records judged where it is said.
class Subjects {
  public:
    explicit Subjects(const std::string& body, const Limits& limits = tight_limits())
        : files_(files_with_judge(body)), plugin_(load_plugin(files_, "").value()), limits_(limits) {}

    Judge judge(std::shared_ptr<Worker> worker) const {
        Judge judge(files_, plugin_, "sample/check", {Money{100000, {}}}, limits_);
        if (worker) judge.run_in(std::move(worker));
        return judge;
    }
    // Of the two claims in turn, so often.
    std::vector<std::string> said(std::shared_ptr<Worker> worker, std::size_t times = 2) const {
        Judge judge = this->judge(std::move(worker));
        std::vector<std::string> said;
        for (std::size_t i = 0; i < times; ++i) said.push_back(whole(judge.judge(claims_, i % 2)));
        return said;
    }
    std::vector<std::string> ids(std::shared_ptr<Worker> worker, std::size_t times) const {
        Judge judge = this->judge(std::move(worker));
        std::vector<std::string> ids;
        for (std::size_t i = 0; i < times; ++i) {
            const Judgement judgement = judge.judge(claims_, i % 2);
            BOOST_TEST((judgement.outcome == Outcome::error) == judgement.fault.has_value());
            ids.push_back(judgement.fault ? what_of(judgement)
                                          : std::string(model::outcome_name(judgement.outcome)));
        }
        return ids;
    }
    const column::RecordBatch& claims() const { return claims_; }

  private:
    PluginFiles files_;
    Plugin plugin_;
    Limits limits_;
    column::RecordBatch claims_ = sample_claims(plugin_);
};

void expect_same(const std::string& body, const std::shared_ptr<Worker>& worker,
                 const Limits& limits = tight_limits()) {
    BOOST_TEST_CONTEXT(body) {
        const Subjects subjects(body, limits);
        BOOST_TEST(subjects.said(worker) == subjects.said(nullptr), boost::test_tools::per_element());
    }
}

using Ids = std::vector<std::string>;

}  // namespace

BOOST_AUTO_TEST_SUITE(worker)

BOOST_AUTO_TEST_CASE(says_what_this_process_says_of_every_verdict_and_fault) {
    const auto worker = honest_worker();
    for (const char* body : {
             "return pass()",
             "return not_applicable()",
             "return fail()",
             "return fail { severity = 'major', effect = 'flag', message = 'stay' }",
             "return fail { effect = 'hold' }",
             "return fail { message = 'stey' }",
             "return fail { message = 'nothing like it' }",
             "return fail { severity = 'grave' }",
             "return fail { effect = 'blocks everything' }",
             "return fail { colour = 'red' }",
             "return fail(1)",
             "return 1",
             "",
             "return claim.amout",
             "return claim.something_else_altogether",
             "claim.amount = 1",
             "return p.treshold",
             "return string.fromat()",
             "x = 1",
             "return claim.amount > claim.received_on",
             "error('with\\na second line \\27[31m and \\xff')",
             "error('\\226\\128\\174' .. ('x'):rep(3000))",
             "error({})",
             "return ('x'):find('%')",
             "return ('%y'):format(1)",
             "if claim.act == 'optical' then return pass() end return fail { severity = 'high' }",
             "return nil + 1",
         })
        expect_same(body, worker);
}

BOOST_AUTO_TEST_CASE(says_what_this_process_says_of_hostile_scripts) {
    const auto worker = honest_worker();
    for (const auto attempts : {endless_attempts(), greedy_attempts(), outward_attempts(),
                                cheating_attempts(), vain_attempts(), telling_attempts()}) {
        for (const Attempt& attempt : attempts) expect_same(attempt.script, worker);
    }
}

BOOST_AUTO_TEST_CASE(gets_every_value_as_it_is) {
    const auto worker = honest_worker();
    for (const char* name : {"number", "received_on", "amount", "act", "handler", "iban", "days", "urgent",
                             "entered_at", "paid_on"})
        expect_same(fmt::format("error(type(claim.{0}) .. tostring(claim.{0}) .. "
                                "tostring(claim.{0} == claim.{0}) .. tostring(p.threshold))",
                                name),
                    worker);
}

BOOST_AUTO_TEST_CASE(gets_a_group_with_its_records) {
    const Subjects subjects("return pass()");
    const auto judged_in = [&](std::shared_ptr<Worker> worker) {
        PluginFiles files = sample_files();
        files["controls/check.lua"] = R"lua(return control "check" {
  title = { fr = "a", en = "b" }, from = "claim", effect = "flag", severity = "low", message = { fr = "a", en = "b" },
  judge = function(group, p, records)
    local said = group.handler .. tostring(group["count()"])
    for i, one in ipairs(records) do said = said .. i .. one.number .. tostring(one.amount) .. tostring(one.paid_on) end
    error(said)
  end })lua";
        const auto plugin = load_plugin(files, "").value();
        Judge judge(files, plugin, "sample/check", {}, tight_limits());
        if (worker) judge.run_in(std::move(worker));
        return whole(judge.judge(GroupSubject{{"handler", "count()"},
                                              {std::string("H01\xff"), std::int64_t{2}},
                                              {{&subjects.claims(), 0}, {&subjects.claims(), 1}}}));
    };
    const std::string said = judged_in(nullptr);
    BOOST_TEST(said.starts_with("error"));
    BOOST_TEST(judged_in(honest_worker()) == said);
}

BOOST_AUTO_TEST_CASE(uses_what_this_process_uses_of_the_run) {
    Limits limits = tight_limits();
    limits.run_fuel = 60'000;
    const Subjects subjects("for i = 1, 10000 do end return pass()", limits);
    const std::vector<std::string> here = subjects.said(nullptr, 12);
    BOOST_TEST(here.front() == "pass");
    BOOST_TEST(here.back().find("script.run_out_of_fuel") != std::string::npos);
    BOOST_TEST(subjects.said(honest_worker(), 12) == here, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(tells_which_lines_ran) {
    const Subjects subjects(
        "local function f(x)\nif x then return 1 end\nreturn 2\nend\nf(claim.urgent)\nreturn pass()");
    const auto taken_down = [&](std::shared_ptr<Worker> worker) {
        LineCoverage lines;
        Judge judge = subjects.judge(std::move(worker));
        judge.take_down(lines);
        judge.judge(subjects.claims(), 0);
        judge.judge(subjects.claims(), 1);
        return lines;
    };
    const LineCoverage here = taken_down(nullptr), there = taken_down(honest_worker());
    BOOST_TEST(!here.run.empty());
    BOOST_TEST((here.run == there.run));
    BOOST_TEST((here.functions == there.functions));
}

BOOST_AUTO_TEST_CASE(stops_what_takes_long_as_this_process_does) {
    Limits limits;
    limits.fuel = std::numeric_limits<std::int64_t>::max() / 2;
    limits.call = std::chrono::milliseconds(20);
    expect_same("while true do end", honest_worker(), limits);
}

BOOST_AUTO_TEST_CASE(has_one_descriptor_and_no_environment) {
    BOOST_TEST(Subjects("return pass()").ids(worker_that({"bare"}), 2) == Ids({"pass", "pass"}));
}

BOOST_AUTO_TEST_CASE(that_dies_is_an_error_of_its_record_and_starts_once_more) {
    const Subjects subjects("return pass()");
    BOOST_TEST(subjects.ids(worker_that({"mortal", "2"}), 8) ==
               Ids({"pass", "pass", "script.worker_died", "pass", "pass", "script.worker_died",
                    "script.worker_over", "script.worker_over"}));
    BOOST_TEST(subjects.ids(worker_that({"mortal", "0"}), 3) ==
               Ids({"script.worker_died", "script.worker_died", "script.worker_over"}));
}

BOOST_AUTO_TEST_CASE(that_cannot_be_started_judges_nothing) {
    const Subjects subjects("return pass()");
    const Ids none{"script.worker_not_started", "script.worker_not_started", "script.worker_not_started"};
    for (const std::vector<std::string>& command :
         {std::vector<std::string>{}, {"/there/is/no/such/program", "serve-scripts"}})
        BOOST_TEST(subjects.ids(std::make_shared<Worker>(WorkerProgram{command}), 3) == none);
    // One that has not given up what it does not need never says that it is ready.
    BOOST_TEST(subjects.ids(worker_that({"unconfined"}), 3) == none);
    BOOST_TEST(subjects.ids(worker_that({"mute"}, std::chrono::milliseconds(50)), 3) == none);
}

BOOST_AUTO_TEST_CASE(that_says_nothing_is_given_up) {
    Limits limits = tight_limits();
    limits.call = std::chrono::milliseconds(1);
    BOOST_TEST(
        Subjects("return pass()", limits).ids(worker_that({"silent"}, std::chrono::milliseconds(50)), 3) ==
        Ids({"script.worker_silent", "script.worker_silent", "script.worker_over"}));
}

BOOST_AUTO_TEST_CASE(that_babbles_is_not_believed) {
    const Subjects subjects("return pass()");
    const auto first = [&](const std::vector<std::string>& parts) {
        return subjects.ids(worker_that(parts), 1).front();
    };
    BOOST_TEST(first({"huge"}) == "script.worker_strange");
    BOOST_TEST(first({"babbler", ""}) == "script.worker_died");
    BOOST_TEST(first({"cut off"}) == "script.worker_died");
    BOOST_TEST(first({"babbler", "pass"}) == "script.worker_strange");  // as a length
    BOOST_TEST(first({"no such part"}) == "script.worker_died");
    for (const char* answer : {"", "pass", "null", "[]", "{}", "\xff", "{\"verdict\":\"pass\"}", "[[[[[[[["})
        BOOST_TEST(first({"forger", answer}) == "script.worker_strange", answer);
}

BOOST_AUTO_TEST_SUITE_END()
