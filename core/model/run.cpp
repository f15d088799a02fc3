// SPDX-License-Identifier: Apache-2.0
#include "model/run.h"

namespace cadran::model {

void ControlResult::count(Outcome outcome) {
    switch (outcome) {
        case Outcome::pass: ++passed; break;
        case Outcome::fail: ++failed; break;
        case Outcome::error: ++errors; break;
        case Outcome::not_applicable: ++not_applicable; break;
        case Outcome::not_checked: ++not_checked; break;
    }
}

void ControlResult::add(const ControlResult& part) {
    control = part.control;
    parameters = part.parameters;
    population += part.population;
    selected += part.selected;
    passed += part.passed;
    failed += part.failed;
    errors += part.errors;
    not_applicable += part.not_applicable;
    not_checked += part.not_checked;
    fresh += part.fresh;
}

}  // namespace cadran::model
