// SPDX-License-Identifier: Apache-2.0
#include "model/audit.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/named.h"
#include "base/text.h"

namespace cadran::model {

namespace {

constexpr Named<AuditState> audit_states[] = {
    {AuditState::planned, "planned", "planifié", "planned"},
    {AuditState::requested, "requested", "pièces demandées", "pieces requested"},
    {AuditState::fieldwork, "fieldwork", "examen en cours", "fieldwork"},
    {AuditState::provisional, "provisional", "rapport provisoire", "provisional report"},
    {AuditState::contradictory, "contradictory", "phase contradictoire", "contradictory phase"},
    {AuditState::final_report, "final", "rapport définitif", "final report"},
    {AuditState::follow_up, "follow-up", "suivi", "follow-up"},
    {AuditState::closed, "closed", "clos", "closed"},
    {AuditState::cancelled, "cancelled", "annulé", "cancelled"},
};

constexpr Named<PieceState> piece_states[] = {
    {PieceState::awaited, "awaited", "attendue", "awaited"},
    {PieceState::received, "received", "reçue", "received"},
    {PieceState::accepted, "accepted", "acceptée", "accepted"},
    {PieceState::rejected, "rejected", "rejetée", "rejected"},
};

// What may be done in that state.
Message next_step(AuditState state) {
    switch (state) {
        case AuditState::planned: return {"model.audit_is_planned"};
        case AuditState::requested: return {"model.audit_is_requested"};
        case AuditState::fieldwork: return {"model.audit_is_fieldwork"};
        case AuditState::provisional:
        case AuditState::contradictory: return {"model.audit_is_contradictory"};
        case AuditState::final_report: return {"model.audit_is_final"};
        case AuditState::follow_up: return {"model.audit_is_follow_up"};
        default: break;
    }
    return {"model.audit_is_closed"};
}

Done expect_state(const Audit& audit, bool expected) {
    if (expected) return {};
    return not_now(audit);
}

Done expect_piece(const Audit& audit, const Piece* piece, const std::string& item) {
    if (piece != nullptr) return {};
    return not_found({"model.piece_not_asked_for", {{"piece", item}, {"audit", audit_name(audit)}}},
                     Message{"model.see_the_pieces", {{"audit", audit.number}}});
}

// A step on a piece that was received.
Done examine(Audit& audit, const std::string& item, PieceState state, const std::string& reason) {
    const bool may = audit.state == AuditState::requested || audit.state == AuditState::fieldwork;
    if (const Done ready = expect_state(audit, may); !ready) return ready;
    Piece* piece = audit.piece(item);
    if (const Done known = expect_piece(audit, piece, item); !known) return known;
    if (piece->state != PieceState::received)
        return conflict({"model.piece_state", {{"piece", item}, {"state", piece_state_title(piece->state)}}},
                        Message{"model.piece_is_received_first"});
    piece->state = state;
    piece->reason = reason;
    return {};
}

}  // namespace

std::string_view audit_state_name(AuditState state) {
    return named(audit_states, state).name;
}
std::optional<AuditState> parse_audit_state(std::string_view name) {
    return parse_named(audit_states, name);
}
LocalText audit_state_title(AuditState state) {
    return title_of(audit_states, state);
}

std::string_view piece_state_name(PieceState state) {
    return named(piece_states, state).name;
}
std::optional<PieceState> parse_piece_state(std::string_view name) {
    return parse_named(piece_states, name);
}
LocalText piece_state_title(PieceState state) {
    return title_of(piece_states, state);
}

std::optional<std::int64_t> Piece::days_late() const {
    using std::chrono::sys_days;
    // What was rejected is every delivery but the last one; the last one too where the piece is rejected.
    if (!is_delivered() || deliveries.back().received <= due) return {};
    return (sys_days{deliveries.back().received} - sys_days{due}).count();
}

Conformity Assessment::conformity() const {
    const auto has = [&](Conformity wanted) {
        return std::ranges::find(verdicts, wanted, &CriterionVerdict::conformity) != verdicts.end();
    };
    if (has(Conformity::nonconforming)) return Conformity::nonconforming;
    if (verdicts.empty() || has(Conformity::not_checked)) return Conformity::not_checked;
    return has(Conformity::conforming) ? Conformity::conforming : Conformity::not_applicable;
}

Conformity Assessment::of(std::string_view criterion) const {
    const auto found = std::ranges::find(verdicts, criterion, &CriterionVerdict::criterion);
    return found == verdicts.end() ? Conformity::not_checked : found->conformity;
}

bool Audit::is_of_team(std::string_view account) const {
    return std::ranges::find(team, account) != team.end();
}

bool Audit::is_contact(std::string_view account) const {
    return std::ranges::find(contacts, account) != contacts.end();
}

Piece* Audit::piece(std::string_view item) {
    const auto found = std::ranges::find(pieces, item, &Piece::item);
    return found == pieces.end() ? nullptr : &*found;
}

const Piece* Audit::piece(std::string_view item) const {
    const auto found = std::ranges::find(pieces, item, &Piece::item);
    return found == pieces.end() ? nullptr : &*found;
}

const Assessment* Audit::assessment(std::string_view item) const {
    const auto found = std::ranges::find(assessments, item, &Assessment::item);
    return found == assessments.end() ? nullptr : &*found;
}

Sampling* Audit::sampling(std::string_view sample) {
    const auto found = std::ranges::find(samplings, sample, &Sampling::sample);
    return found == samplings.end() ? nullptr : &*found;
}

bool Audit::holds_sheet(const Digest& digest) const {
    return std::ranges::find(sheets, digest, &PackFile::digest) != sheets.end();
}

std::string audit_name(std::int64_t number) {
    return fmt::format("AU-{}", number);
}

std::string audit_name(const Audit& audit) {
    return audit_name(audit.number);
}

tl::unexpected<Failure> not_now(const Audit& audit) {
    return conflict(
        {"model.audit_state", {{"audit", audit_name(audit)}, {"state", audit_state_title(audit.state)}}},
        next_step(audit.state));
}

Done hold_kick_off(Audit& audit, Meeting meeting) {
    if (const Done ready = expect_state(audit, audit.state < AuditState::provisional); !ready) return ready;
    audit.kick_off = std::move(meeting);
    return {};
}

Done request_pieces(Audit& audit, std::vector<Piece> pieces, const Mark& mark) {
    if (const Done ready = expect_state(audit, audit.state == AuditState::planned); !ready) return ready;
    if (pieces.empty())
        return invalid(Message{"model.no_piece_to_request"}, Message{"model.begin_fieldwork_at_once"});
    audit.state = AuditState::requested;
    audit.pieces = std::move(pieces);
    audit.requested = mark;
    return {};
}

Done begin_fieldwork(Audit& audit, bool has_pieces, const Mark& mark) {
    const AuditState from = has_pieces ? AuditState::requested : AuditState::planned;
    if (const Done ready = expect_state(audit, audit.state == from); !ready) return ready;
    audit.state = AuditState::fieldwork;
    audit.begun = mark;
    return {};
}

Done deliver(Audit& audit, const std::string& item, Delivery delivery) {
    const bool may = audit.state == AuditState::requested || audit.state == AuditState::fieldwork;
    if (const Done ready = expect_state(audit, may); !ready) return ready;
    Piece* piece = audit.piece(item);
    if (const Done known = expect_piece(audit, piece, item); !known) return known;
    if (piece->state == PieceState::accepted)
        return conflict({"model.piece_state", {{"piece", item}, {"state", piece_state_title(piece->state)}}},
                        Message{"model.piece_is_closed"});
    if (!piece->deliveries.empty() && piece->deliveries.back().file.digest == delivery.file.digest)
        return conflict({"model.delivered_already", {{"piece", item}}},
                        Message{"model.deliver_another_file"});
    piece->state = PieceState::received;
    piece->reason.clear();
    piece->deliveries.push_back(std::move(delivery));
    return {};
}

Done accept_piece(Audit& audit, const std::string& item) {
    return examine(audit, item, PieceState::accepted, "");
}

Done reject_piece(Audit& audit, const std::string& item, const std::string& reason) {
    if (is_blank(reason))
        return invalid(Message{"model.rejected_without_reason"}, Message{"model.give_the_reason"});
    return examine(audit, item, PieceState::rejected, reason);
}

Done assess(Audit& audit, Assessment assessment) {
    if (const Done ready = expect_state(audit, audit.state == AuditState::fieldwork); !ready) return ready;
    const auto found = std::ranges::find(audit.assessments, assessment.item, &Assessment::item);
    if (found == audit.assessments.end())
        audit.assessments.push_back(std::move(assessment));
    else
        *found = std::move(assessment);
    return {};
}

Done draw(Audit& audit, Sampling sampling) {
    if (const Done ready = expect_state(audit, audit.state == AuditState::fieldwork); !ready) return ready;
    Sampling* before = audit.sampling(sampling.sample);
    if (before != nullptr && before->examined)
        return conflict({"model.sample_examined", {{"sample", sampling.sample}}},
                        Message{"model.a_sample_is_not_drawn_anew"});
    if (before != nullptr)
        *before = std::move(sampling);
    else
        audit.samplings.push_back(std::move(sampling));
    return {};
}

Done examine_sample(Audit& audit, const SampleExamination& examination, const Mark& mark) {
    if (const Done ready = expect_state(audit, audit.state == AuditState::fieldwork); !ready) return ready;
    Sampling* sampling = audit.sampling(examination.sample);
    if (sampling == nullptr)
        return not_found({"model.sample_not_drawn", {{"sample", examination.sample}}},
                         Message{"model.draw_the_sample"});
    Diagnostics faults;
    for (const std::string& key : examination.nonconforming) {
        if (std::ranges::find(sampling->drawn, key) == sampling->drawn.end())
            faults.push_back(
                {{}, {"model.not_in_the_sample", {{"key", key}}}, Message{"model.see_the_sample"}});
    }
    if (!faults.empty()) return invalid(std::move(faults));
    sampling->nonconforming = examination.nonconforming;
    sampling->conclusion = trimmed(examination.conclusion);
    sampling->examined = mark;
    return {};
}

Done issue_provisional_report(Audit& audit, std::vector<PackFile> report, Date argue_by, const Mark& mark) {
    if (const Done ready = expect_state(audit, audit.state == AuditState::fieldwork); !ready) return ready;
    audit.state = AuditState::provisional;
    audit.provisional_report = std::move(report);
    audit.argue_by = argue_by;
    audit.reported = mark;
    return {};
}

Done argue(Audit& audit) {
    const bool may = audit.state == AuditState::provisional || audit.state == AuditState::contradictory;
    if (const Done ready = expect_state(audit, may); !ready) return ready;
    audit.state = AuditState::contradictory;
    return {};
}

Done issue_final_report(Audit& audit, std::vector<PackFile> report, const Mark& mark) {
    const bool may = audit.state == AuditState::provisional || audit.state == AuditState::contradictory;
    if (const Done ready = expect_state(audit, may); !ready) return ready;
    audit.state = AuditState::final_report;
    audit.final_report = std::move(report);
    audit.finished = mark;
    return {};
}

Done hold_restitution(Audit& audit, Meeting meeting) {
    if (const Done ready = expect_state(audit, audit.state == AuditState::final_report); !ready) return ready;
    if (trimmed(meeting.minutes).empty() || meeting.participants.empty())
        return invalid(Message{"model.meeting_without_minutes"}, Message{"model.say_who_and_what"});
    audit.state = AuditState::follow_up;
    audit.restitution = std::move(meeting);
    return {};
}

Done close(Audit& audit, const Mark& mark) {
    if (const Done ready = expect_state(audit, audit.state == AuditState::follow_up); !ready) return ready;
    audit.state = AuditState::closed;
    audit.closed = mark;
    return {};
}

Done cancel(Audit& audit, const Cancellation& cancellation) {
    if (const Done ready = expect_state(audit, audit.state < AuditState::provisional); !ready) return ready;
    if (is_blank(cancellation.reason))
        return invalid(Message{"model.cancelled_without_reason"}, Message{"model.give_the_reason"});
    audit.state = AuditState::cancelled;
    audit.cancelled = cancellation;
    return {};
}

}  // namespace cadran::model
