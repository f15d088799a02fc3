// SPDX-License-Identifier: Apache-2.0
// What people decide about findings, and how a decision is taken back.
#pragma once

#include <string>
#include <vector>

#include "app/work_item.h"
#include "store/unit_of_work.h"

namespace cadran::app {

struct Decide {
    std::string item;  // the id of a finding, or the key of a record that only one finding concerns
    model::Verdict verdict = model::Verdict::released;  // released, refused or corrected
    std::vector<model::PointVerdict> points;
    bool all_conforming = false;  // every verification point was checked and conforms
    std::string reason;           // required unless released
};

// One decision, by somebody who did not handle the record, while nobody else has the file; a release needs
// every point checked and conforming. Whoever took a decision that was contested does not take the next one.
Result<WorkItem> decide(Session& session, const Decide& command);

// The same without asking for the right, inside a unit of work of the session's actor.
Result<WorkItem> decide_within(store::UnitOfWork& work, Session& session, JudgingControls& controls,
                               const Decide& command);

struct SettleFinding {
    std::string finding;
    model::Verdict verdict = model::Verdict::confirmed;  // or dismissed
    std::string reason;                                  // required unless confirmed
};

// Of findings that are only flagged, or that show several records which nothing holds: there is no file to
// release. Four eyes, as decide.
Result<WorkItem> settle_finding(Session& session, const SettleFinding& command);

struct TakeBack {
    std::string item;
    std::string reason;  // required
};

// The finding is open again. Refused once the review of its date is signed, once it is on a list of released
// payments, and while a nonconformity groups it.
Result<WorkItem> reopen(Session& session, const TakeBack& command);
// The same, once, by the handler of the record, of a decision that confirmed the finding.
Result<WorkItem> contest(Session& session, const TakeBack& command);

// What forbids that the session's actor decides on the file now, or contests the decision in force.
Done may_decide(const Session& session, const WorkItem& item);
// Likewise that they settle it.
Done may_settle(const Session& session, const WorkItem& item);
Done may_contest(const Session& session, const WorkItem& item);

}  // namespace cadran::app
