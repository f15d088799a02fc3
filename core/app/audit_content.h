// SPDX-License-Identifier: Apache-2.0
// An audit with the very checklist that it was planned by; of an audit from outside, with none.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/definitions.h"
#include "app/rights.h"
#include "app/session.h"
#include "model/audit.h"
#include "model/audit_finding.h"
#include "store/unit_of_work.h"

namespace cadran::app {

struct AuditContent {
    std::optional<PluginContent> content;  // none of an audit from outside
    model::Checklist checklist;            // without items there
    std::vector<column::Scalar> facts;     // in its order

    // Not of an audit from outside.
    const script::ChecklistDeclaration& declaration() const {
        return *content->plugin.find_checklist(checklist.id);
    }
};

Result<model::Audit> find_audit(store::Database& database, std::int64_t number);

// As accepted in the version that the audit names.
Result<AuditContent> content_of(Session& session, const model::Audit& audit);

// The items of the checklist that concern the auditee, as far as is known.
Result<std::vector<const model::ChecklistItem*>> items_of(Session& session, const AuditContent& content,
                                                          const model::Audit& audit);

// The provider or the process, as the organisation calls it.
Result<LocalText> auditee_title(Session& session, const model::Audit& audit);

// A step on one audit, in a unit of work of its own: once the actor may, what `take` does to it is written
// and journalled under that act.
using TakeAudit = std::function<Done(store::UnitOfWork&, model::Audit&)>;
Result<model::Audit> step_audit(Session& session, std::int64_t number, UseCase use_case, const char* act,
                                const TakeAudit& take);

// Writes and journals an audit that a step changed, as part of a unit of work.
Done write_audit(store::UnitOfWork& work, model::Audit& audit, const Json& before, const char* act);
// Likewise a finding.
Done write_audit_finding(store::UnitOfWork& work, model::AuditFinding& finding, const Json& before,
                         const char* act);

// The largest file that an auditee delivers: 256 MiB.
inline constexpr std::size_t greatest_piece = std::size_t{256} << 20;

// The file's bytes, kept in the archive under its name.
Result<model::PackFile> keep_file(Session& session, const std::filesystem::path& file);

}  // namespace cadran::app
