// SPDX-License-Identifier: Apache-2.0
// How a page marks whether a figure reached its target.
#pragma once

#include "model/measurement.h"

namespace cadran::report {

// Tells the style sheet and the eye apart what the words beside it say: class and sign.
struct Verdict {
    const char* name;
    const char* sign;
};

// Of a figure without a target, or where there was nothing to measure: `none` and no sign.
Verdict verdict_of(const model::Measurement& measurement);

}  // namespace cadran::report
