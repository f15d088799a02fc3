// SPDX-License-Identifier: Apache-2.0
// Audits, their pieces and their findings as commands read and print them.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/audit.h"
#include "app/audit_finding.h"
#include "cli/arguments.h"
#include "cli/output.h"

namespace cadran::cli {

// `3` or `AU-3`; of findings, `12` or `R-12`.
Result<std::int64_t> audit_number(const Arguments& arguments, std::string_view operand = "AUDIT");
Result<std::int64_t> audit_finding_number(const Arguments& arguments);

// Of `AU-3` behind `AU-`, or of `3`; none of anything else.
std::optional<std::int64_t> number_behind(std::string_view text, std::string_view prefix);

// None where it was not given.
Result<std::optional<model::Severity>> optional_level(const Arguments& arguments);

// `NAME=VALUE`, each name once.
Result<std::map<std::string, std::string>> pairs(const Arguments& arguments, std::string_view option);

// Its title for people, its name for programs.
Cell titled(const Output& output, const LocalText& title, std::string_view name);

// The level as the catalogue calls it; a dash where there is none.
Cell level_cell(const Output& output, const std::optional<model::Severity>& level);

void print_audit_findings(Output& output, const std::vector<app::ListedAuditFinding>& findings);
// "Audit AU-3: fieldwork."
void say_state(Output& output, const model::Audit& audit);
// "delays: accepted."
void say_piece_state(Output& output, const model::Audit& audit, const std::string& item);
// "Finding R-12: accepted."
void say_state(Output& output, const model::AuditFinding& finding);

}  // namespace cadran::cli
