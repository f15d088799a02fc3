// SPDX-License-Identifier: Apache-2.0
// The sample workspace with its checklists in force, auditors, and audits taken as far as a test needs.
#pragma once

#include <string>
#include <vector>

#include "app/audit.h"
#include "app/audit_finding.h"
#include "app/sample_workspace.h"

namespace cadran::app {

// On 2026-07-01. Besides the people of the sample workspace: `ines.caron` and `remi.aubert` (auditors), of
// whom the first one audits; `lea.marchand` is the contact of every delegate. Each step requires that it
// succeeds.
class AuditedWorkspace : public SampleWorkspace {
  public:
    AuditedWorkspace();

    // Of a delegate, or of the process by its own checklist; its number.
    std::int64_t plan(const std::string& auditee, const char* from, const char* to,
                      const std::vector<std::string>& team = {"ines.caron"});
    void request(std::int64_t audit, const char* due);
    void deliver(std::int64_t audit, const std::string& item);
    // What was asked for may be missing.
    void begin(std::int64_t audit);
    // A recommendation, with the day on which it is to be resolved; its number.
    std::int64_t recommend(std::int64_t audit, const std::string& text, model::Severity level,
                           const char* expected_on, const std::vector<std::string>& items = {});
    void report(std::int64_t audit, const char* argue_by);
    void answer(std::int64_t finding, bool accepted);
    void settle(std::int64_t finding);
    void finish(std::int64_t audit);
    void restitute(std::int64_t audit, const char* held);
    void resolve(std::int64_t finding);
    void verify(std::int64_t finding);

    // Planned from that day, through all its steps on it up to the restitution, with a recommendation of each
    // of those levels, each accepted and due within a month.
    std::int64_t audit_on(const char* date, const std::string& auditee,
                          const std::vector<model::Severity>& levels = {});

    Session ines() { return as("ines.caron"); }
    Session lea() { return as("lea.marchand"); }
};

}  // namespace cadran::app
