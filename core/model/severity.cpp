// SPDX-License-Identifier: Apache-2.0
#include "model/severity.h"

namespace cadran::model {

std::string_view severity_name(Severity severity) {
    switch (severity) {
        case Severity::very_low: return "very low";
        case Severity::low: return "low";
        case Severity::medium: return "medium";
        case Severity::high: return "high";
        case Severity::major: break;
    }
    return "major";
}

std::optional<Severity> parse_severity(std::string_view name) {
    for (const Severity severity : all_severities) {
        if (severity_name(severity) == name) return severity;
    }
    return {};
}

LocalText severity_title(Severity severity) {
    switch (severity) {
        case Severity::very_low: return {"très faible", "very low"};
        case Severity::low: return {"faible", "low"};
        case Severity::medium: return {"moyen", "medium"};
        case Severity::high: return {"élevé", "high"};
        case Severity::major: break;
    }
    return {"majeur", "major"};
}

}  // namespace cadran::model
