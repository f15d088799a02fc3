// SPDX-License-Identifier: Apache-2.0
// What a kind of audit looks at: the pieces that the auditee delivers, the questions that the auditor
// examines.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/duration.h"
#include "column/schema.h"
#include "model/control.h"
#include "model/severity.h"

namespace cadran::model {

// Who is audited: somebody who works in the organisation's name, one of its processes, an external provider;
// or the organisation itself, by somebody outside.
enum class AuditSubject { delegate, process, provider, organisation };

inline constexpr std::array all_audit_subjects{AuditSubject::delegate, AuditSubject::process,
                                               AuditSubject::provider, AuditSubject::organisation};
// Those that checklists are for.
inline constexpr std::array audited_by_us{AuditSubject::delegate, AuditSubject::process,
                                          AuditSubject::provider};

std::string_view audit_subject_name(AuditSubject subject);
std::optional<AuditSubject> parse_audit_subject(std::string_view name);
LocalText audit_subject_title(AuditSubject subject);

// What is found of one item, or of one criterion of it (ISO 9000:2015, 3.6.11 and 3.6.9). What the rules
// leave out and what nobody looked at are never the same.
enum class Conformity { conforming, nonconforming, not_applicable, not_checked };

inline constexpr std::array all_conformities{Conformity::conforming, Conformity::nonconforming,
                                             Conformity::not_applicable, Conformity::not_checked};

// `conforming`, `nonconforming`, `not_applicable`, `not_checked`: as conditions and files write it.
std::string_view conformity_name(Conformity conformity);
std::optional<Conformity> parse_conformity(std::string_view name);
LocalText conformity_title(Conformity conformity);

struct ChecklistItem {
    std::string id;  // `school_certificates`
    std::string domain;
    bool is_piece = false;  // delivered by the auditee; else a question, examined by the auditor
    LocalText title;
    LocalText guidance;       // what is expected of the piece; how the question is examined
    LocalText rule = {};      // where the requirement comes from; may be empty
    std::string clause = {};  // of the catalogue of clauses; may be empty
    int weight = 1;           // 1 to 5
    std::string when = {};    // the condition under which it applies; empty: always
};

// What is drawn from a list that the auditee delivers, to be looked at one by one.
struct ChecklistSample {
    std::string id;  // `affiliations`
    LocalText title;
    std::string item;       // of the checklist, that the sample answers
    Population population;  // of one record type of the plugin; always with a sample
};

// What each piece is judged on.
struct Criterion {
    std::string id;
    LocalText title;
};

struct ChecklistDomain {
    std::string id;
    LocalText title;
};

struct Checklist {
    std::string id;  // `delegate-audit/delegate-audit`
    LocalText title;
    AuditSubject audits = AuditSubject::delegate;
    std::optional<Duration> due = {};  // how long the auditee has to deliver; none where nothing is delivered
    std::vector<column::Field> facts;  // asked about the auditee when the audit is planned
    std::vector<Criterion> criteria;   // none where there are no pieces
    std::vector<ChecklistDomain> domains;
    std::vector<ChecklistItem> items;  // domain after domain, the pieces of each before its questions
    std::vector<ChecklistSample> samples = {};
    std::map<Severity, Duration> resolve_within;  // of all five levels
    std::map<std::string, LocalText> messages;    // the reasons that a proposed level may have, by id

    const ChecklistItem* find(std::string_view item) const;
    const ChecklistDomain* find_domain(std::string_view domain) const;
    const ChecklistSample* find_sample(std::string_view sample) const;
};

// The criterion on which a question is judged.
inline constexpr std::string_view answer_criterion = "answer";

}  // namespace cadran::model
