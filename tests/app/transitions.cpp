// SPDX-License-Identifier: Apache-2.0
// Every step of every state machine, tried from every state by somebody of every role.
#include <boost/test/unit_test.hpp>

#include "app/action.h"
#include "app/cycle.h"
#include "app/indicator.h"
#include "app/management_review.h"
#include "app/plugin.h"
#include "app/process.h"
#include "app/reservation.h"
#include "app/sample_workspace.h"
#include "app/state_machine.h"
#include "app/workspace_definition.h"
#include "base/file.h"
#include "store/definition_repository.h"
#include "store/management_review_repository.h"
#include "store/measurement_repository.h"
#include "store/review_repository.h"

using namespace cadran;
using namespace cadran::app;

namespace {

using model::ActionLevel;
using model::Role;
using model::Verdict;

const calendar::Period year =
    period("2026-Q2");  // of the management review: nothing is asked of it but words

void must(const std::string& outcome) {
    BOOST_REQUIRE_EQUAL(outcome, "done");
}

// --- actions
// ------------------------------------------------------------------------------------------------------

// Action 1, of somebody's, owned by lea.
void propose(MachineWorkspace& e, ActionLevel level) {
    e.play_july();
    Session author = e.author();
    must(told(propose_action(author, {.process = process_name,
                                      .text = "Former",
                                      .level = level,
                                      .causes = {"a", "b"},
                                      .owner = "lea.marchand",
                                      .due = day("2026-07-30"),
                                      .effectiveness = {"", "plus de refus", day("2026-07-30")}})));
}

void decide_one(MachineWorkspace& e) {
    Session manager = e.by(Role::management), claire = e.by(Role::pilot);
    const bool ours = told(decide_action(claire, {1})) == "done";
    if (!ours) must(told(decide_action(manager, {1})));
}

void start_one(MachineWorkspace& e) {
    Session claire = e.by(Role::pilot);
    decide_one(e);
    must(told(start_action(claire, 1)));
}

void finish_one(MachineWorkspace& e) {
    Session claire = e.by(Role::pilot);
    start_one(e);
    must(told(finish_action(claire, 1, "fait")));
}

void judge_one(MachineWorkspace& e, bool effective) {
    Session claire = e.by(Role::pilot);
    finish_one(e);
    must(told(verify_action(claire, {1, effective, "vu"})));
}

void cancel_one(MachineWorkspace& e) {
    Session author = e.author();
    must(told(cancel_action(author, 1, "inutile")));
}

Machine action(ActionLevel level) {
    return {.name = "action (" + std::string(model::action_level_name(level)) + ")",
            .start = [level](MachineWorkspace& e) { propose(e, level); },
            .states = {{"proposed", [](MachineWorkspace&) {}},
                       {"decided", decide_one},
                       {"in-progress", start_one},
                       {"done", finish_one},
                       {"effective", [](MachineWorkspace& e) { judge_one(e, true); }},
                       {"ineffective", [](MachineWorkspace& e) { judge_one(e, false); }},
                       {"cancelled", cancel_one}},
            .steps = {{"decide", [](Session& s) { return told(decide_action(s, {1})); }},
                      {"start", [](Session& s) { return told(start_action(s, 1)); }},
                      {"progress", [](Session& s) { return told(report_progress(s, 1, 50, "mi")); }},
                      {"finish", [](Session& s) { return told(finish_action(s, 1, "fait")); }},
                      {"judge effective",
                       [](Session& s) {
                           return told(verify_action(s, {1, true, "vu"}));
                       }},
                      {"judge ineffective",
                       [](Session& s) {
                           return told(verify_action(s, {1, false, "vu"}));
                       }},
                      {"cancel", [](Session& s) { return told(cancel_action(s, 1, "inutile")); }}},
            .state =
                [](MachineWorkspace& e) {
                    Session sophie = e.as("sophie.garnier");
                    return std::string(model::action_state_name(show_action(sophie, 1)->action.state));
                }};
}

// --- turns and reviews
// ----------------------------------------------------------------------------------------------

void turn(MachineWorkspace& e, model::Stage stage) {
    Session claire = e.by(Role::pilot);
    must(told(turn_cycle(claire, process_name, stage)));
}

void measure(MachineWorkspace& e) {
    Session claire = e.by(Role::pilot);
    must(told(measure_indicators(claire, process_name, period("2026-Q3"))));
}

Machine cycle() {
    const auto to = [](model::Stage stage) {
        return [stage](Session& s) { return told(turn_cycle(s, process_name, stage)); };
    };
    return {.name = "turn",
            .start =
                [](MachineWorkspace& e) {
                    e.play_july();
                    e.decide("luc.moreau", "P3", Verdict::refused);
                    e.group_findings();
                    e.set_clock("2026-10-02T09:00:00Z");
                    measure(e);
                },
            .states = {{"do", [](MachineWorkspace&) {}},
                       {"check", [](MachineWorkspace& e) { turn(e, model::Stage::check); }},
                       {"act",
                        [](MachineWorkspace& e) {
                            turn(e, model::Stage::check);
                            turn(e, model::Stage::act);
                        }},
                       {"plan",  // of the turn that the signature opened
                        [](MachineWorkspace& e) {
                            turn(e, model::Stage::check);
                            turn(e, model::Stage::act);
                            e.prepare();
                            e.hold();
                            e.sign();
                        }}},
            .steps = {{"to plan", to(model::Stage::plan)},
                      {"to do", to(model::Stage::execute)},
                      {"to check", to(model::Stage::check)},
                      {"to act", to(model::Stage::act)},
                      {"to closed", to(model::Stage::closed)}},
            .state =
                [](MachineWorkspace& e) {
                    Session claire = e.by(Role::pilot);
                    return std::string(model::stage_name(show_cycle(claire, process_name)->cycle.stage));
                }};
}

Machine review() {
    return {
        .name = "review",
        .start =
            [](MachineWorkspace& e) {
                e.play_july();
                e.reach_act();
            },
        .states = {{"none", [](MachineWorkspace&) {}},
                   {"in preparation", [](MachineWorkspace& e) { e.prepare(); }},
                   {"held",
                    [](MachineWorkspace& e) {
                        e.prepare();
                        e.hold();
                    }},
                   {"signed",
                    [](MachineWorkspace& e) {
                        e.prepare();
                        e.hold();
                        e.sign();
                    }}},
        .steps = {{"prepare", [](Session& s) { return told(prepare_review(s, quarter)); }},
                  {"decide a quick win",
                   [](Session& s) {
                       return told(decide_in_review(s, quarter,
                                                    {.process = process_name,
                                                     .text = "Lire",
                                                     .level = ActionLevel::quick_win,
                                                     .kind = model::ActionKind::correction,
                                                     .owner = "lea.marchand",
                                                     .due = day("2026-12-31")}));
                   }},
                  {"propose to the sector",
                   [](Session& s) {
                       return told(decide_in_review(s, quarter, {.process = process_name, .text = "Lire"}));
                   }},
                  {"hold",
                   [](Session& s) {
                       return told(hold_review(s, {quarter, {"Eve"}, "Bien."}));
                   }},
                  {"sign", [](Session& s) { return told(sign_review(s, quarter)); }}},
        .state =
            [](MachineWorkspace& e) {
                const auto found =
                    store::ReviewRepository(e.workspace().database()).find(quarter.process, quarter.period);
                return found ? std::string(model::review_state_name(found->state)) : std::string("none");
            }};
}

void prepare_year(MachineWorkspace& e) {
    Session manager = e.by(Role::management);
    must(told(prepare_management_review(manager, year)));
    for (const model::ReviewInput input : model::all_review_inputs)
        must(told(answer_input(manager, {year, input, model::AnswerKind::supplied, "dit"})));
    for (const model::OutputKind kind : model::all_output_kinds)
        must(told(decide_output(manager, {.period = year, .kind = kind, .none = true, .text = "dit"})));
}

void hold_year(MachineWorkspace& e) {
    Session manager = e.by(Role::management);
    prepare_year(e);
    must(told(hold_management_review(manager, {year, {"Eve"}, "Bien."})));
}

void sign_year(MachineWorkspace& e) {
    Session manager = e.by(Role::management);
    hold_year(e);
    must(told(sign_management_review(manager, year)));
}

Machine management_review() {
    return {.name = "management review",
            .start = [](MachineWorkspace& e) { e.accept_rules(); },
            .states = {{"none", [](MachineWorkspace&) {}},
                       {"in preparation", prepare_year},
                       {"held", hold_year},
                       {"signed", sign_year}},
            .steps = {{"prepare", [](Session& s) { return told(prepare_management_review(s, year)); }},
                      {"supply an input",
                       [](Session& s) {
                           return told(answer_input(
                               s, {year, model::ReviewInput::audits, model::AnswerKind::supplied, "vu"}));
                       }},
                      {"decide",
                       [](Session& s) {
                           return told(decide_output(s, {.period = year,
                                                         .kind = model::OutputKind::resources,
                                                         .text = "Recruter",
                                                         .owner = "claire.vasseur",
                                                         .due = day("2026-12-31")}));
                       }},
                      {"hold",
                       [](Session& s) {
                           return told(hold_management_review(s, {year, {"Eve"}, "Bien."}));
                       }},
                      {"sign", [](Session& s) { return told(sign_management_review(s, year)); }}},
            .state =
                [](MachineWorkspace& e) {
                    const auto found = store::ManagementReviewRepository(e.workspace().database()).find(year);
                    return found ? std::string(model::review_state_name(found->state)) : std::string("none");
                }};
}

// --- findings
// -------------------------------------------------------------------------------------------------------

std::string state_of(MachineWorkspace& e, const std::string& item) {
    Session sophie = e.as("sophie.garnier");
    return std::string(model::finding_state_name(show_work_item(sophie, item)->finding.state));
}

Machine held_payment() {
    const auto by_verdict = [](Verdict verdict) {
        return [verdict](Session& s) {
            const bool released = verdict == Verdict::released;
            return told(app::decide(s, {"P2", verdict, {}, released, released ? "" : "motif"}));
        };
    };
    const auto decided = [](Verdict verdict) {
        return [verdict](MachineWorkspace& e) { e.decide("luc.moreau", "P2", verdict); };
    };
    return {.name = "held payment",
            .start =
                [](MachineWorkspace& e) {
                    e.accept_rules();
                    e.set_clock("2026-07-24T08:00:00Z");
                    e.import("claim", "claims-07.csv", july_claims);
                    e.run();
                },
            .states = {{"open", [](MachineWorkspace&) {}},
                       {"dismissed", decided(Verdict::released)},
                       {"confirmed", decided(Verdict::refused)}},
            .steps = {{"take", [](Session& s) { return told(take(s, "P2")); }},
                      {"give back", [](Session& s) { return told(give_back(s, "P2")); }},
                      {"release", by_verdict(Verdict::released)},
                      {"refuse", by_verdict(Verdict::refused)},
                      {"correct", by_verdict(Verdict::corrected)},
                      {"confirm",
                       [](Session& s) {
                           return told(settle_finding(s, {"P2", Verdict::confirmed, ""}));
                       }},
                      {"contest",
                       [](Session& s) {
                           return told(contest(s, {"P2", "juste"}));
                       }},
                      {"reopen",
                       [](Session& s) {
                           return told(app::reopen(s, {"P2", "erreur"}));
                       }}},
            .state = [](MachineWorkspace& e) { return state_of(e, "P2"); }};
}

Machine flagged_finding() {
    const auto settle = [](Verdict verdict) {
        return [verdict](Session& s) { return told(settle_finding(s, {"P2", verdict, "motif"})); };
    };
    const auto settled = [](Verdict verdict) {
        return [verdict](MachineWorkspace& e) {
            Session luc = e.as("luc.moreau");
            must(told(settle_finding(luc, {"P2", verdict, "motif"})));
        };
    };
    return {.name = "flagged finding",
            .start =
                [](MachineWorkspace& e) {
                    e.edit_draft("plugins/claims/controls/over-threshold.lua", "effect     = \"hold\"",
                                 "effect     = \"flag\"");
                    e.accept_rules();
                    e.set_clock("2026-07-24T08:00:00Z");
                    e.import("claim", "claims-07.csv", july_claims);
                    e.run();
                },
            .states = {{"open", [](MachineWorkspace&) {}},
                       {"dismissed", settled(Verdict::dismissed)},
                       {"confirmed", settled(Verdict::confirmed)}},
            .steps = {{"confirm", settle(Verdict::confirmed)},
                      {"dismiss", settle(Verdict::dismissed)},
                      {"release",
                       [](Session& s) {
                           return told(app::decide(s, {"P2", Verdict::released, {}, true, ""}));
                       }},
                      {"reopen",
                       [](Session& s) {
                           return told(app::reopen(s, {"P2", "erreur"}));
                       }}},
            .state = [](MachineWorkspace& e) { return state_of(e, "P2"); }};
}

// --- definitions and figures
// ----------------------------------------------------------------------------------------

std::string standing(MachineWorkspace& e, model::DefinitionKind kind, const std::string& name) {
    const auto newest = store::DefinitionRepository(e.workspace().database()).newest(kind, name);
    if (!newest) return "on disk";
    return fmt::format("{} {}", newest->acceptance ? "in force" : "handed in", newest->number);
}

using Draft = Result<model::DefinitionVersion> (*)(Session&);
using Accept = Result<model::DefinitionVersion> (*)(Session&, const AcceptDraft&);

Machine drafted(model::DefinitionKind kind, const std::string& name, Draft draft, Accept accept) {
    const auto hand_in = [draft](MachineWorkspace& e) {
        Session author = e.author();
        must(told(draft(author)));
    };
    const AcceptDraft command{name, day("2026-07-01"), "motif"};
    const auto put_in_force = [hand_in, accept, command](MachineWorkspace& e) {
        Session approver = e.by(Role::quality_manager);
        hand_in(e);
        must(told(accept(approver, command)));
    };
    std::vector<State> states{{"handed in 1", hand_in}, {"in force 1", put_in_force}};
    states.insert(states.begin(), {"on disk", [](MachineWorkspace&) {}});
    if (kind == model::DefinitionKind::workspace)  // made with its workspace
        states = {
            {"in force 1", [](MachineWorkspace&) {}}, {"handed in 2", hand_in}, {"in force 2", put_in_force}};
    return {.name = std::string(model::definition_kind_name(kind)),
            .start =
                [kind](MachineWorkspace& e) {
                    if (kind == model::DefinitionKind::process) e.accept_plugin_from("2026-07-01");
                    if (kind == model::DefinitionKind::workspace)
                        e.edit_draft("workspace.xml", "Europe/Paris", "Europe/Lisbon");
                },
            .states = states,
            .steps = {{"hand in", [draft](Session& s) { return told(draft(s)); }},
                      {"accept", [accept, command](Session& s) { return told(accept(s, command)); }}},
            .state = [kind, name](MachineWorkspace& e) { return standing(e, kind, name); }};
}

Machine figure() {
    const auto count = [](MachineWorkspace& e) {
        const auto all = store::MeasurementRepository(e.workspace().database()).list(process_name);
        return std::ranges::count(all, period("2026-07"), &model::Measurement::period);
    };
    const auto more_came = [](MachineWorkspace& e) {
        e.import("payment", "late.csv", "number;claim;amount;paid_on\nR4;P4;4000,00;29/07/2026\n");
    };
    const auto sign_the_quarter = [](MachineWorkspace& e) {
        turn(e, model::Stage::check);
        measure(e);
        turn(e, model::Stage::act);
        e.prepare();
        e.hold();
        e.sign();
    };
    return {
        .name = "figure",
        .start =
            [](MachineWorkspace& e) {
                e.play_july();
                e.decide("luc.moreau", "P3", Verdict::refused);
                e.group_findings();
                e.set_clock("2026-10-02T09:00:00Z");
            },
        .states = {{"0 values", [](MachineWorkspace&) {}},
                   {"1 values",
                    [more_came](MachineWorkspace& e) {
                        measure(e);
                        more_came(e);
                    }},
                   {"1 values, signed",
                    [sign_the_quarter, more_came](MachineWorkspace& e) {
                        sign_the_quarter(e);
                        more_came(e);
                    }}},
        .steps = {{"measure",
                   [](Session& s) { return told(measure_indicators(s, process_name, period("2026-07"))); }},
                  {"restate",
                   [](Session& s) {
                       return told(measure_indicators(s, process_name, period("2026-07"), "paiement tardif"));
                   }},
                  {"record by hand",
                   [](Session& s) {
                       return told(record_indicator(s, {process_name,
                                                        indicator_name,
                                                        period("2026-07"),
                                                        Decimal{95, 0},
                                                        {},
                                                        {},
                                                        false,
                                                        "relevé"}));
                   }}},
        .state =
            [count](MachineWorkspace& e) {
                const auto found =
                    store::ReviewRepository(e.workspace().database()).find(quarter.process, quarter.period);
                return fmt::format("{} values{}", count(e), found ? ", signed" : "");
            }};
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(transitions, MachineWorkspace)

// A change of what leads where, or of who may take a step, shows as a change of that file, for somebody to
// approve.
BOOST_AUTO_TEST_CASE(are_those_that_were_approved) {
    using model::DefinitionKind;
    std::string table;
    for (const ActionLevel level : model::all_action_levels) table += outcomes(action(level));
    for (const Machine& machine : {cycle(), review(), management_review(), held_payment(), figure()})
        table += outcomes(machine);
    table += outcomes(drafted(
        DefinitionKind::process, process_name, [](Session& s) { return draft_process(s, process_name); },
        accept_process));
    table += outcomes(drafted(
        DefinitionKind::plugin, "claims", [](Session& s) { return draft_plugin(s, "claims"); },
        accept_plugin));
    table += outcomes(drafted(
        DefinitionKind::workspace, "workspace", [](Session& session) { return draft_workspace(session); },
        accept_workspace));
    table += outcomes(flagged_finding());  // last: it changes a draft
    const auto approved = read_file(CADRAN_SOURCE_DIR "/tests/app/transitions.txt");
    const std::string expected = approved ? *approved : "";
    BOOST_TEST((table == expected), "tests/app/transitions.txt differs:\n" << table);
}

BOOST_AUTO_TEST_SUITE_END()
