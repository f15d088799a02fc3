// SPDX-License-Identifier: Apache-2.0
#include "app/nonconformity.h"

#include <algorithm>
#include <set>

#include "app/definitions.h"
#include "app/expect_text.h"
#include "app/sight.h"
#include "base/text.h"
#include "store/finding_repository.h"
#include "store/nonconformity_repository.h"
#include "store/state.h"

namespace cadran::app {

namespace {

using model::FindingState;

Done authorise_grouping(Session& session, const std::string& process) {
    const auto now = today(session);
    if (!now) return tl::unexpected(now.error());
    const auto in_force = process_in_force(session.workspace, process, *now);
    if (!in_force) return tl::unexpected(in_force.error());
    return authorise(session, UseCase::group_findings, in_force->value);
}

// Which runs are the process's, asked once a run.
class RunsOfProcess {
  public:
    RunsOfProcess(store::Database& database, const std::string& process) {
        for (const model::Run& run : store::RunRepository(database).list(process))
            numbers_.insert(run.number);
    }
    bool hold(const model::Finding& finding) const { return numbers_.contains(finding.run); }

  private:
    std::set<std::int64_t> numbers_;
};

// What forbids that a nonconformity of that process takes the finding in.
std::optional<Message> obstacle(store::Database& database, const RunsOfProcess& runs, const std::string& id) {
    const auto finding = store::FindingRepository(database, store::Sight::common()).find(id);
    if (!finding) return Message{"app.no_finding", {{"finding", id}}};
    if (!runs.hold(*finding)) return Message{"app.finding_of_another_process", {{"finding", id}}};
    if (finding->state != FindingState::confirmed)
        return Message{"app.finding_not_confirmed", {{"finding", id}}};
    if (const auto number = store::NonconformityRepository(database).of_finding(id))
        return Message{"app.finding_grouped", {{"finding", id}, {"number", *number}}};
    return {};
}

std::vector<model::Finding> ungrouped(store::Database& database, const RunsOfProcess& runs,
                                      const store::FindingFilter& filter) {
    store::NonconformityRepository nonconformities(database);
    std::vector<model::Finding> findings;
    for (model::Finding& finding : store::FindingRepository(database, store::Sight::common()).list(filter)) {
        if (runs.hold(finding) && !nonconformities.of_finding(finding.id))
            findings.push_back(std::move(finding));
    }
    return findings;
}

// Sorted, each once.
Result<std::vector<std::string>> findings_to_group(store::Database& database, const std::string& process,
                                                   const OpenNonconformity& command, Diagnostics faults) {
    const RunsOfProcess runs(database, process);
    std::set<std::string> ids(command.findings.begin(), command.findings.end());
    for (const std::string& id : ids) {
        if (auto what = obstacle(database, runs, id))
            faults.push_back({{}, std::move(*what), Message{"app.see_the_findings", {{"process", process}}}});
    }
    if (!command.control.empty()) {
        for (const model::Finding& finding : ungrouped(
                 database, runs,
                 {.state = FindingState::confirmed, .control = command.control, .period = command.period}))
            ids.insert(finding.id);
    }
    if (ids.empty() && faults.empty())
        faults.push_back(
            {{}, {"app.no_findings_to_group"}, Message{"app.see_the_findings", {{"process", process}}}});
    if (!faults.empty()) return invalid(std::move(faults));
    return std::vector<std::string>(ids.begin(), ids.end());
}

}  // namespace

std::vector<ListedFinding> findings_in_sight(store::Database& database, const FindingQuery& query,
                                             const store::Sight& sight) {
    const RunsOfProcess runs(database, query.process);
    store::NonconformityRepository nonconformities(database);
    std::vector<ListedFinding> listed;
    const auto state = query.ungrouped ? std::optional(FindingState::confirmed) : query.state;
    for (model::Finding& finding :
         store::FindingRepository(database, sight)
             .list({.state = state, .control = query.control, .period = query.period})) {
        if (!runs.hold(finding)) continue;
        const auto group = nonconformities.of_finding(finding.id);
        if (query.ungrouped && group) continue;
        listed.push_back({std::move(finding), group});
    }
    return listed;
}

Result<std::vector<ListedFinding>> list_findings(Session& session, const FindingQuery& query) {
    const auto sight = sight_for(session, UseCase::show_findings);
    if (!sight) return tl::unexpected(sight.error());
    auto listed = findings_in_sight(session.workspace.database(), query, *sight);
    std::vector<model::Finding> read;
    for (const ListedFinding& one : listed) read.push_back(one.finding);
    journal_reading(session, read);
    return listed;
}

Result<model::Nonconformity> open_nonconformity(Session& session, const OpenNonconformity& command) {
    if (const Done may = authorise_grouping(session, command.process); !may)
        return tl::unexpected(may.error());
    Diagnostics faults;
    expect_text(faults, command.title, "--title");
    expect_text(faults, command.requirement, "--requirement");
    expect_text(faults, command.extent, "--extent");
    store::UnitOfWork work(session.workspace.database(), session.clock, session.actor.name, session.channel);
    auto findings = findings_to_group(work.database(), command.process, command, std::move(faults));
    if (!findings) return tl::unexpected(findings.error());
    model::Nonconformity nonconformity{.process = command.process,
                                       .title = std::string(trimmed(command.title)),
                                       .requirement = std::string(trimmed(command.requirement)),
                                       .extent = std::string(trimmed(command.extent)),
                                       .findings = std::move(*findings),
                                       .by = work.actor(),
                                       .at = work.now()};
    store::NonconformityRepository(work.database()).insert(nonconformity);
    work.journal("nonconformity.open", store::subject(nonconformity), {}, store::state(nonconformity));
    work.commit();
    return nonconformity;
}

Result<model::Nonconformity> extend_nonconformity(Session& session, std::int64_t number,
                                                  const std::vector<std::string>& findings) {
    store::UnitOfWork work(session.workspace.database(), session.clock, session.actor.name, session.channel);
    store::NonconformityRepository nonconformities(work.database());
    auto found = nonconformities.find(number);
    if (!found) return not_found({"app.no_nonconformity", {{"number", number}}});
    if (const Done may = authorise_grouping(session, found->process); !may)
        return tl::unexpected(may.error());
    OpenNonconformity command;
    command.findings = findings;
    const auto added = findings_to_group(work.database(), found->process, command, {});
    if (!added) return tl::unexpected(added.error());
    const Json before = store::state(*found);
    found->findings.insert(found->findings.end(), added->begin(), added->end());
    std::ranges::sort(found->findings);
    const int expected = found->revision++;
    if (!nonconformities.update(*found, expected))
        return conflict({"app.changed_meanwhile", {{"finding", store::subject(*found)}}});
    work.journal("nonconformity.extend", store::subject(*found), before, store::state(*found));
    work.commit();
    return *found;
}

Result<std::vector<model::Nonconformity>> list_nonconformities(Session& session, const std::string& process) {
    if (const Done may = authorise(session, UseCase::show_findings); !may) return tl::unexpected(may.error());
    return store::NonconformityRepository(session.workspace.database()).list(process);
}

Result<ShownNonconformity> show_nonconformity(Session& session, std::int64_t number) {
    if (const Done may = authorise(session, UseCase::show_findings); !may) return tl::unexpected(may.error());
    store::Database& database = session.workspace.database();
    const auto found = store::NonconformityRepository(database).find(number);
    if (!found) return not_found({"app.no_nonconformity", {{"number", number}}});
    ShownNonconformity shown{*found, {}, {}};
    store::FindingRepository findings(database, store::Sight::common());
    std::set<std::string> controls;
    for (const std::string& id : found->findings) {
        shown.findings.push_back(findings.find(id).value());
        controls.insert(shown.findings.back().control.id);
    }
    const RunsOfProcess runs(database, found->process);
    for (const std::string& control : controls) {
        for (model::Finding& finding : ungrouped(database, runs, {.control = control})) {
            if (finding.state != FindingState::dismissed) shown.similar.push_back(std::move(finding));
        }
    }
    return shown;
}

}  // namespace cadran::app
