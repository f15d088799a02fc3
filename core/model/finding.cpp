// SPDX-License-Identifier: Apache-2.0
#include "model/finding.h"

#include "base/named.h"

namespace cadran::model {

namespace {

constexpr Named<FindingState> finding_states[] = {
    {FindingState::open, "open", "ouverte", "open"},
    {FindingState::confirmed, "confirmed", "confirmée", "confirmed"},
    {FindingState::dismissed, "dismissed", "écartée", "dismissed"},
};

constexpr Named<Verdict> verdicts[] = {
    {Verdict::released, "released", "bon à payer", "released"},
    {Verdict::refused, "refused", "refusé", "refused"},
    {Verdict::corrected, "corrected", "corrigé", "corrected"},
    {Verdict::dismissed, "dismissed", "écarté", "dismissed"},
    {Verdict::confirmed, "confirmed", "confirmé", "confirmed"},
    {Verdict::reopened, "reopened", "rouvert", "reopened"},
    {Verdict::contested, "contested", "contesté", "contested"},
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

bool is_settling(Verdict verdict) {
    return verdict != Verdict::reopened && verdict != Verdict::contested;
}

std::string_view verdict_name(Verdict verdict) {
    return named(verdicts, verdict).name;
}

std::optional<Verdict> parse_verdict(std::string_view name) {
    return parse_named(verdicts, name);
}

LocalText verdict_title(Verdict verdict) {
    return title_of(verdicts, verdict);
}

bool is_held_from(const std::optional<Reservation>& reservation, std::string_view account, Instant now) {
    return reservation && reservation->by != account && now < reservation->at + reservation_lasts;
}

std::string_view finding_state_name(FindingState state) {
    return named(finding_states, state).name;
}

std::optional<FindingState> parse_finding_state(std::string_view name) {
    return parse_named(finding_states, name);
}

LocalText finding_state_title(FindingState state) {
    return title_of(finding_states, state);
}

FindingState state_after(Verdict verdict) {
    switch (verdict) {
        case Verdict::released:
        case Verdict::dismissed: return FindingState::dismissed;
        case Verdict::refused:
        case Verdict::corrected:
        case Verdict::confirmed: return FindingState::confirmed;
        case Verdict::reopened:
        case Verdict::contested: break;
    }
    return FindingState::open;
}

std::string finding_id(const std::string& control, const std::vector<Subject>& subjects) {
    std::string identity = control;
    for (const Subject& subject : subjects) {
        identity += '\0';
        identity += subject.type;
        identity += '\0';
        identity += subject.key;
    }
    const Digest digest = sha256(identity);
    return "F-" + hex_text(std::span(digest.bytes).first<8>());
}

}  // namespace cadran::model
