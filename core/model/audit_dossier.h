// SPDX-License-Identifier: Apache-2.0
// Everything that the documents of an audit show, as it stood when it was gathered.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/hash.h"
#include "model/appearance.h"
#include "model/audit.h"
#include "model/audit_finding.h"
#include "model/checklist.h"

namespace cadran::model {

// An item that concerns the auditee, with what became of it.
struct AuditedItem {
    ChecklistItem item;
    std::optional<Piece> piece = {};
    std::optional<Assessment> assessment = {};

    Conformity conformity() const { return assessment ? assessment->conformity() : Conformity::not_checked; }
};

// What was drawn by lot, with what the checklist says of it.
struct ReportedSampling {
    Sampling sampling;
    LocalText title;
    LocalText item;    // that it answers
    LocalText method;  // the population and how the sample was drawn from it
};

struct ReportedFinding {
    AuditFinding finding;
    LocalText proposed_reason = {};            // empty where the checklist proposed nothing
    std::optional<AuditFinding> earlier = {};  // that it repeats
};

// An earlier audit of the same auditee, in figures.
struct EarlierAudit {
    std::int64_t number = 0;
    Date finished{};
    std::map<Severity, std::int64_t> recommendations;  // by level, those withdrawn left out
    std::int64_t open = 0;                             // of these, not verified
};

struct AuditDossier {
    std::string organisation;
    Appearance appearance = {};
    bool simulated = false;  // a sample workspace: nothing in it is real
    Date date{};             // on which it was gathered
    Audit audit;
    LocalText checklist;  // its title
    LocalText auditee;
    std::vector<std::string> team;                       // as people are called, the one who leads first
    std::vector<std::string> contacts;                   // likewise
    std::map<std::string, std::string> persons;          // everybody who has a part in it, by account
    std::vector<std::pair<LocalText, LocalText>> facts;  // title and value
    std::vector<Criterion> criteria;
    std::vector<ChecklistDomain> domains;
    std::vector<AuditedItem> items;  // in the checklist's order
    std::vector<ReportedSampling> samplings = {};
    std::vector<ReportedFinding> findings;  // in order; those withdrawn included
    std::map<Severity, LocalText> levels;   // as the organisation calls them
    std::vector<EarlierAudit> earlier;      // oldest first
    std::int64_t journal_number = 0;        // the journal's head when it was made
    Digest journal_head;

    // As people are called; the account itself where nobody knows it.
    const std::string& person(const std::string& account) const;
    // Of these levels, those withdrawn left out; of strengths none.
    std::map<Severity, std::int64_t> by_level() const;
};

}  // namespace cadran::model
