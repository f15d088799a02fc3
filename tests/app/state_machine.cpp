// SPDX-License-Identifier: Apache-2.0
#include "app/state_machine.h"

#include <algorithm>

#include <fmt/format.h>
#include <boost/test/unit_test.hpp>

#include "app/account.h"

namespace cadran::app {

namespace {

struct Actor {
    std::string name;
    model::Account account;
};

std::vector<Actor> actors(MachineWorkspace& workspace) {
    std::vector<Actor> all;
    for (const model::Role role : model::all_roles)
        all.push_back({std::string(model::role_name(role)), workspace.with_role(role)});
    all.push_back({"pilot elsewhere", workspace.as("a-pilot").actor});
    all.push_back({"author", workspace.author().actor});
    all.push_back({"owner", workspace.as("lea.marchand").actor});
    return all;
}

}  // namespace

MachineWorkspace::MachineWorkspace() {
    Session admin = as("admin");
    for (const model::Role role : model::all_roles) {
        const std::string name(model::role_name(role));
        const std::vector<std::string> codes{role == model::Role::handler ? "H02" : "X-" + name};
        BOOST_REQUIRE_EQUAL(told(add_account(admin, {"a-" + name, name, {role}, codes, ""})), "done");
    }
    BOOST_REQUIRE_EQUAL(
        told(add_account(admin, {"author", "author", {model::Role::quality_manager}, {}, ""})), "done");
    keep_state("base");
}

model::Account MachineWorkspace::with_role(model::Role role) {
    if (role == model::Role::pilot) return as("claire.vasseur").actor;
    if (role == model::Role::backup) return as("hugo.lemaire").actor;
    return as("a-" + std::string(model::role_name(role))).actor;
}

std::string MachineWorkspace::outcomes(const Machine& machine, const State& state, const Step& step) {
    std::vector<std::pair<std::string, std::string>> outcomes;
    for (const Actor& actor : actors(*this)) {
        Session session = as(actor.account);
        const std::int64_t before = journal_number();
        std::string outcome = step.take(session);
        if (outcome == "done") {
            outcome = "→ " + machine.state(*this);
            go_back_to("state");
        } else {
            BOOST_TEST(journal_number() == before, step.name << " by " << actor.name);
        }
        if (outcome == "refused: app.no_right") continue;
        const auto known = std::ranges::find(outcomes, outcome, &std::pair<std::string, std::string>::first);
        if (known == outcomes.end())
            outcomes.emplace_back(outcome, actor.name);
        else
            known->second += ", " + actor.name;
    }
    std::string lines;
    for (const auto& [outcome, names] : outcomes)
        lines += fmt::format("{} | {} | {} | {} | {}\n", machine.name, state.name, step.name, outcome, names);
    return lines;
}

std::string MachineWorkspace::outcomes(const Machine& machine) {
    std::string lines;
    go_back_to("base");
    machine.start(*this);
    keep_state("start");
    for (const State& state : machine.states) {
        go_back_to("start");
        BOOST_TEST_CONTEXT(machine.name << ", " << state.name) state.reach(*this);
        BOOST_TEST(machine.state(*this) == state.name);
        keep_state("state");
        for (const Step& step : machine.steps) lines += outcomes(machine, state, step);
    }
    return lines;
}

}  // namespace cadran::app
