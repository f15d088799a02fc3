// SPDX-License-Identifier: Apache-2.0
// Tries every step of a state machine from every state, by somebody of every role.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "app/sample_workspace.h"

namespace cadran::app {

class MachineWorkspace;

struct State {
    std::string name;
    std::function<void(MachineWorkspace&)> reach;  // from where the machine starts
};

struct Step {
    std::string name;
    std::function<std::string(Session&)> take;  // tells what became of it: `done` where it succeeded
};

struct Machine {
    std::string name;
    std::function<void(MachineWorkspace&)> start;
    std::vector<State> states;
    std::vector<Step> steps;
    std::function<std::string(MachineWorkspace&)> state;  // by its name
};

class MachineWorkspace : public SampleWorkspace {
  public:
    MachineWorkspace();

    // Of the process's own pilot and back-up, or of somebody who has that role alone; the handler handled P2.
    model::Account with_role(model::Role role);
    Session by(model::Role role) { return as(with_role(role)); }
    // A quality manager, told apart from the others: whoever did what a state rests upon.
    Session author() { return as("author"); }

    // A line for each outcome of each step from each state, with those for whom it is so; who is in none of a
    // step has no right to it. What does not succeed changes nothing: each is asked.
    std::string outcomes(const Machine& machine);

  private:
    std::string outcomes(const Machine& machine, const State& state, const Step& step);
};

}  // namespace cadran::app
