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

}  // namespace cadran::model
