// SPDX-License-Identifier: Apache-2.0
// An audit, from its plan to its closure (ISO 19011): the pieces asked for and delivered, what was found of
// each item of its checklist, and the steps that were taken.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/hash.h"
#include "base/result.h"
#include "model/action.h"
#include "model/checklist.h"
#include "model/mark.h"
#include "model/review.h"
#include "model/run.h"

namespace cadran::model {

enum class AuditState {
    planned,
    requested,      // the pieces are asked for
    fieldwork,      // pieces and questions are examined
    provisional,    // the provisional report is out
    contradictory,  // the auditee has begun to argue
    final_report,   // issued and frozen
    follow_up,      // the restitution was held; recommendations are resolved and verified
    closed,
    cancelled,
};

inline constexpr std::array all_audit_states{
    AuditState::planned,     AuditState::requested,     AuditState::fieldwork,
    AuditState::provisional, AuditState::contradictory, AuditState::final_report,
    AuditState::follow_up,   AuditState::closed,        AuditState::cancelled};

std::string_view audit_state_name(AuditState state);
std::optional<AuditState> parse_audit_state(std::string_view name);
LocalText audit_state_title(AuditState state);

// One version of a piece as it came in.
struct Delivery {
    PackFile file;
    std::optional<Date> effective = {};  // the date that the piece bears
    Date received{};
    Mark mark;  // who took it in
};

enum class PieceState { awaited, received, accepted, rejected };

std::string_view piece_state_name(PieceState state);
std::optional<PieceState> parse_piece_state(std::string_view name);
LocalText piece_state_title(PieceState state);

// A piece that was asked for.
struct Piece {
    std::string item;  // of the checklist
    Date due{};
    PieceState state = PieceState::awaited;
    std::vector<Delivery> deliveries = {};  // oldest first
    std::string reason = {};                // why the last one was rejected

    // Nothing that counts was delivered, and the day has passed.
    bool is_late(Date today) const { return !is_delivered() && due < today; }
    bool is_delivered() const { return state == PieceState::received || state == PieceState::accepted; }
    // Days between the due date and the first delivery that was not rejected; none where it came in time or
    // never.
    std::optional<std::int64_t> days_late() const;
};

struct CriterionVerdict {
    std::string criterion;  // of the checklist; of a question, `answer`
    Conformity conformity = Conformity::not_checked;

    friend bool operator==(const CriterionVerdict&, const CriterionVerdict&) = default;
};

// What the auditor found of one item: method → result → conclusion.
struct Assessment {
    std::string item;
    std::vector<CriterionVerdict> verdicts = {};  // each criterion at most once
    std::string method = {};                      // how it was examined
    std::string result = {};                      // what was seen
    std::string conclusion = {};
    std::vector<PackFile> photos = {};  // taken on site
    Mark mark = {};

    // Of the item: nonconforming if a criterion is; not checked if none is judged or one is not; not
    // applicable if every one is; else conforming.
    Conformity conformity() const;
    Conformity of(std::string_view criterion) const;
};

// What was drawn from a list of the auditee, so that anybody can draw the same again: the population, the
// method, the seed and the sample; then what was seen of it (ISO 19011:2018, A.6).
struct Sampling {
    std::string sample;            // of the checklist
    PackFile list;                 // as the auditee delivered it
    std::int64_t rejected = 0;     // of its lines, that could not be read
    std::int64_t records = 0;      // of the rest
    std::int64_t not_checked = 0;  // of these, that lack a value which the method asks for
    std::int64_t population = 0;   // of these, that the method selects
    std::vector<Stratum> strata = {};
    std::string seed;                                            // 32 hexadecimal digits
    std::vector<std::string> drawn;                              // the keys, sorted
    std::optional<std::vector<std::string>> nonconforming = {};  // of these; none until they were examined
    std::string conclusion = {};
    Mark mark = {};  // who drew it
    std::optional<Mark> examined = {};
};

// What two sides agreed when they met.
struct Meeting {
    Date held{};
    std::vector<std::string> participants;
    std::string minutes;
    Mark mark;
};

struct Audit {
    std::int64_t number = 0;
    std::string checklist;  // `delegate-audit/delegate-audit`
    int version = 0;        // of the accepted plugin
    Digest hash;            // likewise
    AuditSubject subject = AuditSubject::delegate;
    std::string auditee;       // a provider or a process; of an audit from outside, `organisation`
    std::string auditor = {};  // who audits from outside, as they are called; empty where we audit
    std::string scope;
    std::string references = {};  // audit criteria: the contract, the convention, the standard
    Date from{};                  // planned days
    Date to{};
    std::vector<std::string> team;                  // accounts; the first one leads
    std::vector<std::string> contacts;              // accounts of the auditee
    std::map<std::string, std::string> facts = {};  // as files write them
    AuditState state = AuditState::planned;
    std::vector<Piece> pieces = {};            // in the checklist's order
    std::vector<Assessment> assessments = {};  // likewise
    std::vector<Sampling> samplings = {};      // in the order in which they were drawn
    std::vector<PackFile> sheets = {};         // checklists that came back from off line, oldest first
    Mark planned;
    std::optional<Mark> requested = {};
    std::optional<Mark> begun = {};  // fieldwork
    std::optional<Mark> reported = {};
    std::optional<Date> argue_by = {};  // end of the contradictory phase
    std::optional<Mark> finished = {};  // final report
    std::vector<PackFile> provisional_report = {};
    std::vector<PackFile> final_report = {};  // frozen
    std::optional<Meeting> kick_off = {};
    std::optional<Meeting> restitution = {};
    std::optional<Mark> closed = {};
    std::optional<Cancellation> cancelled = {};
    int revision = 1;

    // The organisation is the audited side: the team of the audit is those who keep its record.
    bool is_external() const { return subject == AuditSubject::organisation; }
    bool is_of_team(std::string_view account) const;
    bool is_contact(std::string_view account) const;
    Piece* piece(std::string_view item);
    const Piece* piece(std::string_view item) const;
    const Assessment* assessment(std::string_view item) const;
    Sampling* sampling(std::string_view sample);
    bool holds_sheet(const Digest& digest) const;
};

// The auditee of an audit from outside.
inline constexpr std::string_view audited_organisation = "organisation";

// `AU-3`
std::string audit_name(std::int64_t number);
std::string audit_name(const Audit& audit);

// The conflict that says at which step the audit is, and what comes next there.
tl::unexpected<Failure> not_now(const Audit& audit);

// The steps. Each fails as a conflict from any state but those that it leaves from, saying what comes next
// there, and changes nothing then.

// Before the provisional report.
Done hold_kick_off(Audit& audit, Meeting meeting);
// From planned: asks for those pieces, each until the day that it names.
Done request_pieces(Audit& audit, std::vector<Piece> pieces, const Mark& mark);
// From planned, where the checklist asks for no piece, or requested.
Done begin_fieldwork(Audit& audit, bool has_pieces, const Mark& mark);
// While pieces are awaited or examined; a piece that was accepted stays closed.
Done deliver(Audit& audit, const std::string& item, Delivery delivery);
// Of a piece that was received.
Done accept_piece(Audit& audit, const std::string& item);
Done reject_piece(Audit& audit, const std::string& item, const std::string& reason);
// During fieldwork; takes the place of what was found of the item before.
Done assess(Audit& audit, Assessment assessment);
// During fieldwork; takes the place of what was drawn of it before, unless that was examined.
Done draw(Audit& audit, Sampling sampling);
// During fieldwork, of a sample that was drawn; says which keys of it are not as they should be, all others
// are. Again: takes its place.
struct SampleExamination {
    std::string sample;
    std::vector<std::string> nonconforming;
    std::string conclusion = {};
};
Done examine_sample(Audit& audit, const SampleExamination& examination, const Mark& mark);
// From fieldwork.
Done issue_provisional_report(Audit& audit, std::vector<PackFile> report, Date argue_by, const Mark& mark);
// The auditee argues, or the auditor settles what was argued: from the provisional report on, until the final
// one.
Done argue(Audit& audit);
// From the provisional report or the contradictory phase.
Done issue_final_report(Audit& audit, std::vector<PackFile> report, const Mark& mark);
// From the final report: what was agreed opens the follow-up.
Done hold_restitution(Audit& audit, Meeting meeting);
// From the follow-up.
Done close(Audit& audit, const Mark& mark);
// Before the provisional report, with a reason.
Done cancel(Audit& audit, const Cancellation& cancellation);

}  // namespace cadran::model
