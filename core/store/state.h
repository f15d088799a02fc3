// SPDX-License-Identifier: Apache-2.0
// The canonical state of every aggregate: what the journal hashes, and what a verifier compares with the
// store.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/json.h"
#include "model/account.h"
#include "model/action.h"
#include "model/audit.h"
#include "model/audit_finding.h"
#include "model/cycle.h"
#include "model/definition_version.h"
#include "model/finding.h"
#include "model/import.h"
#include "model/management_review.h"
#include "model/measurement.h"
#include "model/nonconformity.h"
#include "model/release_list.h"
#include "model/review.h"
#include "model/run.h"

namespace cadran::store {

Json state(const model::Account& account);
Json state(const model::DefinitionVersion& version);
Json state(const model::Import& import);
Json state(const model::Run& run);
// A finding as its control found it: what never changes afterwards.
Json state(const model::Finding& finding);
// A finding as people left it: who took it, and every decision ever taken on it, oldest first.
Json state(const model::Finding& finding, const std::vector<model::Decision>& decisions);
Json state(const model::ReleaseList& list);
Json state(const model::Nonconformity& nonconformity);
Json state(const model::Action& action);
Json state(const model::Measurement& measurement);
Json state(const model::Cycle& cycle);
Json state(const model::Review& review);
Json state(const model::ManagementReview& review);
Json state(const model::Audit& audit);
Json state(const model::AuditFinding& finding);

// The subject under which the journal speaks of it: `finding/F-…`, `process/pay-benefits/2`.
std::string subject(const model::Account& account);
std::string subject(const model::DefinitionVersion& version);
std::string subject(const model::Import& import);
std::string subject(const model::Run& run);
std::string subject(const model::Finding& finding);
std::string subject(const model::ReleaseList& list);
std::string subject(const model::Nonconformity& nonconformity);
std::string subject(const model::Action& action);
std::string subject(const model::Measurement& measurement);
std::string subject(const model::Cycle& cycle);
std::string subject(const model::Review& review);
std::string subject(const model::ManagementReview& review);
std::string subject(const model::Audit& audit);
std::string subject(const model::AuditFinding& finding);

// The subject of the workspace's own settings, whose state is to_json of them.
inline constexpr const char* workspace_subject = "workspace";
Json to_json(const std::map<std::string, std::string>& settings);

// Parts that are stored as JSON in one column.
Json to_json(const std::vector<model::Evidence>& evidence);
Json to_json(const std::vector<model::PointVerdict>& points);
Json to_json(const std::vector<model::Subject>& subjects);
Json to_json(const std::vector<model::ControlVersion>& versions);
Json to_json(const std::vector<model::ControlResult>& results);
Json to_json(const std::vector<model::PackFile>& files);
Json to_json(const std::vector<model::InputAnswer>& answers);
Json to_json(const std::vector<model::ReviewOutput>& outputs);
Json to_json(const std::vector<std::string>& texts);
Json to_json(const std::vector<std::int64_t>& numbers);

// Their inverses. What the store wrote itself must be readable: anything else throws Fault of kind damaged.
std::vector<model::Evidence> evidence_from(const std::string& text);
std::vector<model::PointVerdict> points_from(const std::string& text);
std::vector<model::Subject> subjects_from(const std::string& text);
std::vector<model::ControlVersion> versions_from(const std::string& text);
std::vector<model::ControlResult> results_from(const std::string& text);
std::vector<model::PackFile> pack_from(const std::string& text);
std::vector<model::InputAnswer> answers_from(const std::string& text);
std::vector<model::ReviewOutput> outputs_from(const std::string& text);
std::vector<std::string> texts_from(const std::string& text);
std::vector<std::int64_t> numbers_from(const std::string& text);
calendar::Period period_from(const std::string& text);

}  // namespace cadran::store
