// SPDX-License-Identifier: Apache-2.0
#include "model/finding.h"

namespace cadran::model {

std::string_view outcome_name(Outcome outcome) {
    switch (outcome) {
        case Outcome::pass: return "pass";
        case Outcome::fail: return "fail";
        case Outcome::error: return "error";
        case Outcome::not_applicable: return "not applicable";
        case Outcome::not_checked: break;
    }
    return "not checked";
}

std::string_view verdict_name(Verdict verdict) {
    switch (verdict) {
        case Verdict::released: return "released";
        case Verdict::refused: return "refused";
        case Verdict::corrected: break;
    }
    return "corrected";
}

std::optional<Verdict> parse_verdict(std::string_view name) {
    for (const Verdict verdict : all_verdicts) {
        if (verdict_name(verdict) == name) return verdict;
    }
    return {};
}

LocalText verdict_title(Verdict verdict) {
    switch (verdict) {
        case Verdict::released: return {"bon à payer", "released"};
        case Verdict::refused: return {"refusé", "refused"};
        case Verdict::corrected: break;
    }
    return {"corrigé", "corrected"};
}

std::string_view finding_state_name(FindingState state) {
    switch (state) {
        case FindingState::open: return "open";
        case FindingState::confirmed: return "confirmed";
        case FindingState::dismissed: break;
    }
    return "dismissed";
}

FindingState state_after(Verdict verdict) {
    return verdict == Verdict::released ? FindingState::dismissed : FindingState::confirmed;
}

std::string finding_id(const std::string& control, const std::vector<Subject>& subjects) {
    std::string identity = control;
    for (const Subject& subject : subjects) {
        identity += '\0';
        identity += subject.type;
        identity += '\0';
        identity += subject.key;
    }
    return "F-" + sha256(identity).hex().substr(0, 16);
}

}  // namespace cadran::model
