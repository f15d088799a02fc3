// SPDX-License-Identifier: Apache-2.0
// Everything that an evidence pack holds, as it stood when it was gathered.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "base/hash.h"
#include "model/appearance.h"
#include "model/audit.h"
#include "model/audit_finding.h"
#include "model/definition_version.h"
#include "model/evidence.h"
#include "model/management_review.h"
#include "model/process.h"
#include "model/review.h"
#include "model/run.h"

namespace cadran::model {

// One file of the pack.
struct EvidenceFile {
    std::string path;  // in the pack, with forward slashes; of letters, digits and `.-_` only
    EvidenceKind kind = EvidenceKind::page;
    std::string subject = {};        // as the journal calls it; empty of what is about several
    std::optional<Date> from = {};   // since when it is so: in force, signed, received
    std::string original_name = {};  // of what somebody handed in
    std::int64_t size = 0;           // bytes
    Digest digest = {};
};

// What follows names its own files by their paths.

struct EvidencedSheet {
    DefinitionVersion version;
    Process process;
    Date first{};  // the days of the scope on which it was in force
    Date last{};
    std::vector<std::string> files = {};
};

// A control or a measure of a plugin.
struct EvidencedSource {
    std::string id;  // `claims/over-threshold`
    LocalText title;
    int version = 0;  // of the plugin
    Date from{};      // in force since then
    std::string file;
};

struct EvidencedReview {
    Review review;
    std::vector<std::string> files = {};  // of a signed one
};

struct EvidencedManagementReview {
    ManagementReview review;
    std::vector<std::string> files = {};
    std::map<ReviewInput, std::string> documents = {};
};

// A file that the auditee delivered, or showed when a finding was resolved.
struct EvidencedPiece {
    LocalText title;  // of the piece; of a resolution the finding
    std::string original_name;
    Date received{};
    std::string file;
};

struct EvidencedAudit {
    Audit audit;
    LocalText auditee;
    std::optional<Date> finished = {};        // the day of its final report
    std::vector<std::string> files = {};      // of the final report
    std::vector<AuditFinding> findings = {};  // that stand in the final report
    std::vector<EvidencedPiece> pieces = {};
};

struct EvidencedNonconformity {
    Nonconformity nonconformity;
    Date stated{};
    FollowUp follow_up = {};
};

struct EvidencedFinding {
    std::string process;
    Finding finding;
    std::optional<std::int64_t> nonconformity = {};
};

struct EvidenceDossier {
    std::string organisation;
    Appearance appearance = {};
    bool simulated = false;  // a sample workspace: nothing in it is real
    EvidenceScope scope;
    LocalText clause = {};    // its title
    LocalText standard = {};  // in which the clause stands
    Date first{};             // the days that the scope reaches over
    Date last{};
    Instant made_at{};
    std::string made_by;                          // account
    std::map<std::string, LocalText> processes;   // of the scope: how they are called
    std::map<std::string, LocalText> indicators;  // by `process/indicator`
    std::vector<EvidencedSheet> sheets;           // by process, then in order
    std::vector<EvidencedSource> sources;         // by plugin, then in order
    std::vector<Measurement> measurements;        // the newest of each period, by process and indicator
    std::vector<Run> runs;                        // in order
    std::vector<EvidencedReview> reviews;         // signed or not
    std::vector<EvidencedManagementReview> management_reviews;  // likewise
    std::vector<EvidencedAudit> audits;                         // with or without a final report
    std::vector<ReviewedAction> actions;                        // in order
    std::vector<EvidencedNonconformity> nonconformities;
    std::vector<EvidencedFinding> findings;
    std::int64_t journal_entries = 0;  // that tell of what is in the pack
    bool journal_left_out = false;     // the actor’s role does not read the journal
    std::vector<EvidenceFile> files;   // by their paths; without the page
    std::int64_t journal_number = 0;   // the journal's head when it was made
    Digest journal_head;

    // Something stands behind the scope.
    bool found() const { return !files.empty(); }
};

}  // namespace cadran::model
