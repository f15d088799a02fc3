// SPDX-License-Identifier: Apache-2.0
// Everything that a management review looks at, over all processes, as it stood when it was made.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/appearance.h"
#include "model/audit.h"
#include "model/definition_version.h"
#include "model/management_review.h"
#include "model/nonconformity.h"
#include "model/organisation.h"

namespace cadran::model {

// An indicator over the quarters that the review looks back upon.
struct ManagedIndicator {
    Indicator indicator;
    LocalText objective;                 // empty where it judges none
    std::vector<PeriodFigure> quarters;  // in order; the last is the period's own
    std::optional<Measurement> whole;    // the period, measured as such or rolled up

    // By which the period is judged: the whole where there is a target for it, else the last quarter that has
    // one; none where nothing was measured against a target.
    const Measurement* judged() const;
    bool is_measured() const;
};

// Which way an indicator went, by what its target asks for.
enum class Course { none, better, unchanged, worse, other };

std::string_view course_name(Course course);
LocalText course_title(Course course);
// From the first figure of the quarters to the last; none of fewer than two, other where neither way is the
// better one.
Course course_of(const ManagedIndicator& indicator);

// A review that a turn of the wheel asks for.
struct ReviewStanding {
    calendar::Period period;
    std::optional<ReviewState> state = {};  // none: nobody prepared it

    bool is_signed() const { return state == ReviewState::signed_off; }
};

struct ManagedRisk {
    Risk risk;
    std::optional<Rating> before = {};  // its residual rating at the start; none: it was not there

    bool moved() const { return !before || before->score() != risk.residual.score(); }
};

struct ManagedOpportunity {
    Opportunity opportunity;
    std::optional<Rating> before = {};

    bool moved() const { return !before || before->score() != opportunity.rating.score(); }
};

struct ManagedProcess {
    Process process;  // its sheet on the last day of the period or, before that, today
    int version = 0;
    std::vector<ManagedIndicator> indicators = {};
    std::vector<ControlSummary> controls = {};
    std::vector<ReviewStanding> reviews = {};  // of the turns that end in the period, in order
    std::vector<ManagedRisk> risks = {};
    std::vector<ManagedOpportunity> opportunities = {};
};

struct ManagedNonconformity {
    Nonconformity nonconformity;
    FollowUp follow_up = {};
};

// An audit of the period, or one whose findings are still open.
struct ManagedAudit {
    std::int64_t number = 0;
    AuditSubject subject = AuditSubject::delegate;
    std::string auditee;
    LocalText title;  // of the auditee
    AuditState state = AuditState::planned;
    Date from{};
    Date to{};
    // Of what was issued and asks for an answer, those withdrawn left out.
    std::map<Severity, std::int64_t> recommendations = {};
    std::int64_t major_nonconformities = 0;
    std::int64_t minor_nonconformities = 0;
    std::int64_t others = 0;  // sensitive points and improvements
    std::int64_t open = 0;
    std::int64_t overdue = 0;
    std::int64_t repeats = 0;
    std::int64_t divergences = 0;

    // Its provisional report is out: it has results.
    bool is_reported() const { return state >= AuditState::provisional && state != AuditState::cancelled; }
    std::int64_t findings() const;
};

// What an earlier management review decided, and what became of it.
struct EarlierOutput {
    calendar::Period review;
    ReviewOutput output;
    std::optional<ReviewedAction> action = {};
};

struct ManagementDossier {
    std::string organisation;
    Appearance appearance = {};
    bool simulated = false;  // a sample workspace: no figure in it is real
    ManagementReview review;
    std::vector<calendar::Period> quarters = {};  // four, in order
    std::vector<ManagedProcess> processes = {};   // in force, by name
    std::vector<ReviewedAction> actions = {};     // as a process review meets them; of all processes
    std::vector<ManagedNonconformity> nonconformities = {};  // of the period, or not closed
    std::vector<ManagedAudit> audits = {};                   // in order; none that was cancelled
    std::vector<Provider> providers = {};                    // of the organisation, delegates first
    std::map<Severity, LocalText> levels = {};               // as the organisation calls them
    std::vector<EarlierOutput> earlier = {};                 // of the last signed one, and what is still open
    bool has_earlier = false;                                // whether any was signed
    std::vector<DefinitionVersion> changes = {};             // that came into force in the period
    std::int64_t journal_number = 0;                         // the journal's head when it was made
    Digest journal_head = {};
};

// Of which clause a process speaks of the satisfaction of those whom it serves.
inline constexpr std::string_view satisfaction_clause = "9.1.2";
bool speaks_of_satisfaction(const Process& process);

enum class InputStanding { known, supplied, justified, missing };

inline constexpr std::array all_input_standings{InputStanding::known, InputStanding::supplied,
                                                InputStanding::justified, InputStanding::missing};

std::string_view input_standing_name(InputStanding standing);
LocalText input_standing_title(InputStanding standing);

// Whether the system itself has something to say of that input. Of context and resources it never has; of
// audits and of providers once the report of one is out.
bool is_known(const ManagementDossier& dossier, ReviewInput input);
InputStanding standing_of(const ManagementDossier& dossier, ReviewInput input);

}  // namespace cadran::model
