// SPDX-License-Identifier: Apache-2.0
// Gathers what stands behind a scope, step by step, with the files that prove it.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "app/audit_content.h"
#include "app/definitions.h"
#include "app/pack.h"
#include "app/session.h"
#include "model/evidence_dossier.h"

namespace cadran::app {

struct Evidence {
    model::EvidenceDossier dossier;
    std::vector<PackContent> contents;  // a file of the dossier each, by their paths
};

class EvidenceGathering {
  public:
    // The scope was checked, and the right to it. `processes` are those that the scope lets in.
    EvidenceGathering(Session& session, const model::EvidenceScope& scope, Date first, Date last,
                      std::vector<std::string> processes, calendar::Zone zone);

    // As things stand now; fails with everything that cannot be read.
    Result<Evidence> gather();

  private:
    // Of the sheets of one process on the days of the scope.
    struct ProcessOfScope {
        std::string id;
        std::vector<model::EvidencedSheet> sheets;
        bool cites = false;  // the clause; true where no clause is asked for
    };

    // --- evidence_gathering.cpp
    // Evidence of that kind and process belongs in; of no process: of the whole system.
    bool takes(model::EvidenceKind kind, const std::string& process) const;
    bool takes(const model::Action& action) const;
    bool touches(Date first, Date last) const { return first <= last_ && first_ <= last; }
    // The value, or nothing once its fault was remembered, at that place.
    template <typename Value>
    Value* expect(Result<Value>& result, const std::string& place) {
        if (!result) remember(result.error(), place);
        return result ? &*result : nullptr;
    }
    void remember(const Failure& failure, const std::string& place);
    void add(model::EvidenceFile file, std::string bytes);
    // False where the archive does not have it.
    bool add_archived(model::EvidenceFile file, const Digest& digest);
    // The files of a frozen pack, into a folder of their own; their paths.
    std::vector<std::string> add_pack(const std::vector<model::PackFile>& pack, const std::string& folder,
                                      const model::EvidenceFile& like);
    void add_journal();

    // --- evidence_definitions.cpp
    void read_processes();
    void add_definitions();
    void add_sheet(model::EvidencedSheet& sheet);
    void add_sources(const model::EvidencedSheet& sheet);
    void add_source(const Slice& slice, const PluginContent& plugin, const std::string& id,
                    model::EvidenceKind kind);
    const PluginContent* plugin_content(const model::DefinitionVersion& version);

    // --- evidence_records.cpp
    void add_measurements();
    // A pack goes to people outside, whoever makes it: nothing that is kept for a confidant is in it.
    bool is_confided(const model::ControlVersion& control);
    void add_runs();
    void add_findings();
    bool touches(const model::Nonconformity& stated, bool over) const;
    void add_nonconformities();
    bool follows(const model::Action& action) const;
    void add_actions();
    // Of controls, as far as they may leave.
    std::vector<model::EvidencedFinding> findings_of(const std::string& process);

    // --- evidence_reviews.cpp
    void add_reviews();
    void add_management_reviews();
    void add_documents(model::EvidencedManagementReview& evidenced);

    // --- evidence_audits.cpp
    bool concerns(const model::Audit& audit) const;
    void add_audits();
    bool add_audit(model::EvidencedAudit& evidenced, const model::Checklist& checklist);
    void add_piece(model::EvidencedAudit& evidenced, const model::Piece& piece, const LocalText& title);
    void add_resolutions(model::EvidencedAudit& evidenced, const model::AuditFinding& finding);

    Session& session_;
    store::Database& database_;
    model::EvidenceScope scope_;
    Date first_;
    Date last_;
    calendar::Zone zone_;
    Date today_;
    model::ClauseEvidence behind_;
    std::vector<ProcessOfScope> processes_;
    std::map<std::string, PluginContent> plugins_;  // by `name/version`
    std::set<std::string> subjects_;                // of what is in the pack, as the journal calls them
    Evidence evidence_;
    Diagnostics faults_;
};

// Letters, digits, `.`, `-` and `_` of a name that somebody gave a file, `_` for what lies between them, the
// last 80; `ahead` makes it unlike those of the files beside it: `2-plan.pdf`.
std::string plain_file_name(const std::string& name, std::size_t ahead);

}  // namespace cadran::app
