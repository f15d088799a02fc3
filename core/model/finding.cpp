// SPDX-License-Identifier: Apache-2.0
#include "model/finding.h"

#include "base/named.h"

namespace cadran::model {

namespace {

constexpr Named<FindingState> states[] = {
    {FindingState::open, "open", "ouverte", "open"},
    {FindingState::confirmed, "confirmed", "confirmée", "confirmed"},
    {FindingState::dismissed, "dismissed", "écartée", "dismissed"},
};

}  // namespace

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
    return named(states, state).name;
}

std::optional<FindingState> parse_finding_state(std::string_view name) {
    return parse_named(states, name);
}

LocalText finding_state_title(FindingState state) {
    return title_of(states, state);
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
