// SPDX-License-Identifier: Apache-2.0
#include "report/verdict.h"

namespace cadran::report {

Verdict verdict_of(const model::Measurement& measurement) {
    if (!measurement.target) return {"none", ""};
    switch (measurement.attainment()) {
        case model::Attainment::met: return {"met", "✓"};
        case model::Attainment::missed: return {"missed", "✗"};
        case model::Attainment::alert: return {"missed", "▲"};
        case model::Attainment::nothing_to_measure: break;
    }
    return {"none", ""};
}

}  // namespace cadran::report
