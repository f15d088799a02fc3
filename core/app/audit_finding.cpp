// SPDX-License-Identifier: Apache-2.0
#include "app/audit_finding.h"

#include <algorithm>
#include <functional>

#include <fmt/ranges.h>

#include "app/audit_content.h"
#include "app/expect_text.h"
#include "app/nearest.h"
#include "app/plugin_trust.h"
#include "base/text.h"
#include "calendar/deadline.h"
#include "store/action_repository.h"
#include "store/audit_repository.h"
#include "store/state.h"

namespace cadran::app {

namespace {

using model::Audit;
using model::AuditFinding;
using model::AuditState;

struct FindingOfAudit {
    AuditFinding finding;
    Audit audit;
};

// For whoever has that right on the audit.
Result<FindingOfAudit> authorised_finding(Session& session, store::Database& database, std::int64_t number,
                                          UseCase use_case) {
    auto finding = store::AuditFindingRepository(database).find(number);
    if (!finding)
        return not_found({"app.no_audit_finding", {{"number", number}}},
                         Message{"app.see_the_audit_findings"});
    auto audit = find_audit(database, finding->audit);
    if (!audit) return tl::unexpected(audit.error());
    if (const Done may = authorise(session, use_case, *audit); !may) return tl::unexpected(may.error());
    return FindingOfAudit{std::move(*finding), std::move(*audit)};
}

// A step on one finding of an audit that is at one of those states, likewise.
using TakeFinding = std::function<Done(store::UnitOfWork&, AuditFinding&, Audit&)>;

Result<AuditFinding> step(Session& session, std::int64_t number, UseCase use_case, const char* act,
                          const TakeFinding& take, const std::optional<int>& seen = {}) {
    store::UnitOfWork work(session.workspace.database(), session.clock, session.actor.name, session.channel);
    auto found = authorised_finding(session, work.database(), number, use_case);
    if (!found) return tl::unexpected(found.error());
    auto& [finding, audit] = *found;
    if (seen && *seen != finding.revision)
        return conflict({"app.changed_meanwhile", {{"finding", store::subject(finding)}}});
    const Json before = store::state(finding), audit_before = store::state(audit);
    if (const Done taken = take(work, finding, audit); !taken) return tl::unexpected(taken.error());
    if (const Done written = write_audit_finding(work, finding, before, act); !written)
        return tl::unexpected(written.error());
    if (store::state(audit) != audit_before) {
        if (const Done written = write_audit(work, audit, audit_before, act); !written)
            return tl::unexpected(written.error());
    }
    work.commit();
    return std::move(finding);
}

Done expect_audit(const Audit& audit, std::initializer_list<AuditState> states) {
    if (std::ranges::find(states, audit.state) != states.end()) return {};
    return model::not_now(audit);
}

// Findings of earlier audits of the same auditee that rest on one of the items and were not withdrawn; latest
// first.
std::vector<AuditFinding> earlier_findings(store::Database& database, const Audit& audit) {
    std::vector<AuditFinding> earlier;
    for (const Audit& other : store::AuditRepository(database).list(audit.auditee)) {
        if (other.number >= audit.number || !other.finished) continue;
        for (AuditFinding& finding : store::AuditFindingRepository(database).list(other.number)) {
            if (finding.counts()) earlier.push_back(std::move(finding));
        }
    }
    std::ranges::reverse(earlier);
    return earlier;
}

bool rests_on(const AuditFinding& finding, const std::vector<std::string>& items) {
    return std::ranges::find_first_of(finding.items, items) != finding.items.end();
}

std::map<std::string, std::int64_t> repeats_by_item(const std::vector<AuditFinding>& earlier) {
    std::map<std::string, std::int64_t> repeats;
    for (const AuditFinding& finding : earlier) {
        for (const std::string& item : finding.items) repeats[item] = std::max(repeats[item], finding.times);
    }
    return repeats;
}

// The items of an audit, what earlier ones found, and what the checklist proposes upon both.
struct Proposed {
    std::vector<const model::ChecklistItem*> items;
    std::vector<AuditFinding> earlier;
    std::vector<audit::Proposal> proposals;
};

Result<Proposed> propose(Session& session, const AuditContent& content, const Audit& audit) {
    auto items = items_of(session, content, audit);
    if (!items) return tl::unexpected(items.error());
    Proposed proposed{std::move(*items), earlier_findings(session.workspace.database(), audit), {}};
    if (!content.content) return proposed;
    auto worker = worker_for(session.workspace, content.content->plugin.id);
    if (!worker) return tl::unexpected(worker.error());
    script::Grader grader(content.content->files, content.content->plugin, content.checklist.id);
    grader.run_in(std::move(*worker));
    proposed.proposals = audit::propose(grader, content.checklist, proposed.items, content.facts, audit,
                                        repeats_by_item(proposed.earlier));
    return proposed;
}

// A finding on its way in.
class Stating {
  public:
    Stating(const AddAuditFinding& command, const Audit& audit, const model::Checklist& checklist,
            const Proposed& proposed, calendar::Region region)
        : command_(command), audit_(audit), checklist_(checklist), proposed_(proposed), region_(region) {}

    Result<AuditFinding> finding(const model::Mark& mark) {
        finding_.audit = audit_.number;
        finding_.kind = command_.kind;
        finding_.items = command_.items;
        finding_.text = trimmed(command_.text);
        finding_.comment = trimmed(command_.comment);
        finding_.reference = trimmed(command_.reference);
        finding_.level = command_.level;
        finding_.owner = command_.owner;
        finding_.expected_on = command_.expected_on;
        finding_.stated = mark;
        expect_text(faults_, command_.text, "--what");
        check_items();
        take_proposal();
        find_repeated();
        complete();
        if (!faults_.empty()) return invalid(std::move(faults_));
        return std::move(finding_);
    }

  private:
    void check_items() {
        std::vector<std::string> names;
        for (const model::ChecklistItem* item : proposed_.items) names.push_back(item->id);
        for (const std::string& wanted : command_.items) {
            if (std::ranges::find(names, wanted) != names.end()) continue;
            faults_.push_back({{},
                               {"app.no_such_item", {{"item", wanted}, {"audit", model::audit_name(audit_)}}},
                               nearest_hint(wanted, names)});
        }
    }

    // The highest that is proposed of its items.
    void take_proposal() {
        for (const audit::Proposal& one : proposed_.proposals) {
            const bool is_of_it = std::ranges::find(finding_.items, one.item) != finding_.items.end();
            if (!is_of_it || !one.level || finding_.proposed_level >= one.level) continue;
            finding_.proposed_level = one.level;
            finding_.proposed_reason = one.reason;
        }
    }

    void find_repeated() {
        if (!model::asks_for_answer(finding_.kind)) return;
        for (const AuditFinding& one : proposed_.earlier) {
            const bool is_it =
                command_.repeats ? one.number == *command_.repeats : rests_on(one, finding_.items);
            if (!is_it) continue;
            finding_.repeats = one.number;
            finding_.times = one.times + 1;
            return;
        }
        if (command_.repeats && *command_.repeats != 0)
            faults_.push_back({{},
                               {"app.repeats_nothing", {{"number", *command_.repeats}}},
                               Message{"app.name_an_earlier_finding"}});
    }

    void complete() {
        if (finding_.kind != model::AuditFindingKind::recommendation) return;
        if (!finding_.level) finding_.level = finding_.proposed_level;
        if (!finding_.level) {
            faults_.push_back({{}, {"app.recommendation_without_level"}, Message{"app.give_the_level"}});
            return;
        }
        const auto term = checklist_.resolve_within.find(*finding_.level);
        if (!finding_.expected_on && term != checklist_.resolve_within.end())
            finding_.expected_on = calendar::add(audit_.to, term->second, region_);
    }

    const AddAuditFinding& command_;
    const Audit& audit_;
    const model::Checklist& checklist_;
    const Proposed& proposed_;
    calendar::Region region_;
    AuditFinding finding_;
    Diagnostics faults_;
};

// ISO 9001:2015, 10.2.1 and 10.2.2: what must be known before a nonconformity closes.
Diagnostics missing_for_closure(store::Database& database, const AuditFinding& finding) {
    Diagnostics faults;
    const auto expect = [&](bool said, const char* id) {
        if (!said) faults.push_back({{}, {id}, Message{"app.analyse_it", {{"number", finding.number}}}});
    };
    if (!model::is_nonconformity(finding.kind)) return faults;
    expect(!finding.consequence.empty(), "app.consequence_missing");
    expect(!finding.cause.empty(), "app.cause_missing");
    expect(!finding.similar_cases.empty(), "app.similar_cases_missing");
    const auto action = store::ActionRepository(database).find(finding.action);
    expect(action && action->state == model::ActionState::effective, "app.no_effective_action");
    return faults;
}

}  // namespace

Result<std::vector<ProposedLevel>> propose_levels(Session& session, std::int64_t number) {
    store::Database& database = session.workspace.database();
    const auto audit = find_audit(database, number);
    if (!audit) return tl::unexpected(audit.error());
    if (const Done may = authorise(session, UseCase::conduct_audit, *audit); !may)
        return tl::unexpected(may.error());
    const auto content = content_of(session, *audit);
    if (!content) return tl::unexpected(content.error());
    auto proposed = propose(session, *content, *audit);
    if (!proposed) return tl::unexpected(proposed.error());
    const auto stated = store::AuditFindingRepository(database).list(number);
    const auto first_on = [](const std::vector<AuditFinding>& findings, const std::string& item) {
        const auto found =
            std::ranges::find_if(findings, [&](const AuditFinding& one) { return rests_on(one, {item}); });
        return found == findings.end() ? 0 : found->number;
    };
    std::vector<ProposedLevel> levels;
    for (audit::Proposal& one : proposed->proposals) {
        const auto reason = content->checklist.messages.find(one.reason);
        ProposedLevel level{.proposal = std::move(one), .item = {}, .reason = {}};
        level.item = content->checklist.find(level.proposal.item)->title;
        if (reason != content->checklist.messages.end()) level.reason = reason->second;
        level.finding = first_on(stated, level.proposal.item);
        level.repeats = first_on(proposed->earlier, level.proposal.item);
        levels.push_back(std::move(level));
    }
    return levels;
}

Result<AuditFinding> add_audit_finding(Session& session, const AddAuditFinding& command) {
    store::UnitOfWork work(session.workspace.database(), session.clock, session.actor.name, session.channel);
    const auto audit = find_audit(work.database(), command.audit);
    if (!audit) return tl::unexpected(audit.error());
    if (const Done may = authorise(session, UseCase::conduct_audit, *audit); !may)
        return tl::unexpected(may.error());
    if (const Done ready = expect_audit(*audit, {AuditState::fieldwork}); !ready)
        return tl::unexpected(ready.error());
    const auto content = content_of(session, *audit);
    if (!content) return tl::unexpected(content.error());
    const auto proposed = propose(session, *content, *audit);
    if (!proposed) return tl::unexpected(proposed.error());
    const auto locality = locality_of(session);
    if (!locality) return tl::unexpected(locality.error());
    auto finding =
        Stating(command, *audit, content->checklist, *proposed, locality->region).finding(work.mark());
    if (!finding) return finding;
    store::AuditFindingRepository(work.database()).insert(*finding);
    work.journal("audit-finding.add", store::subject(*finding), {}, store::state(*finding));
    work.commit();
    return finding;
}

Result<AuditFinding> withdraw_audit_finding(Session& session, std::int64_t number,
                                            const std::string& reason) {
    const auto take = [&](store::UnitOfWork& work, AuditFinding& finding, Audit& audit) -> Done {
        if (const Done ready = expect_audit(audit, {AuditState::fieldwork}); !ready) return ready;
        return model::withdraw_draft(finding, {model::Settlement::withdrawn, reason, "", {}, work.mark()});
    };
    return step(session, number, UseCase::conduct_audit, "audit-finding.withdraw", take);
}

Result<std::vector<ListedAuditFinding>> list_audit_findings(Session& session,
                                                            const AuditFindingQuery& query) {
    if (const auto scope = scope_within(session, UseCase::show_audits); !scope)
        return tl::unexpected(scope.error());
    const auto now = today(session);
    if (!now) return tl::unexpected(now.error());
    store::Database& database = session.workspace.database();
    std::vector<ListedAuditFinding> lines;
    for (const Audit& audit : store::AuditRepository(database).list(query.auditee)) {
        if (query.audit != 0 && audit.number != query.audit) continue;
        if (!authorise(session, UseCase::show_audits, audit)) continue;
        for (AuditFinding& finding : store::AuditFindingRepository(database).list(audit.number)) {
            const bool is_hidden =
                finding.state == model::AuditFindingState::drafted && audit.is_contact(session.actor.name);
            if (is_hidden || (query.open && !finding.is_open())) continue;
            if (query.overdue && !finding.is_overdue(*now)) continue;
            const bool overdue = finding.is_overdue(*now);
            lines.push_back({std::move(finding), audit.auditee, overdue});
        }
    }
    return lines;
}

Result<std::int64_t> audit_of_finding(Session& session, std::int64_t number) {
    const auto found =
        authorised_finding(session, session.workspace.database(), number, UseCase::show_audits);
    if (!found) return tl::unexpected(found.error());
    const auto& [finding, audit] = *found;
    const bool is_hidden =
        finding.state == model::AuditFindingState::drafted && audit.is_contact(session.actor.name);
    if (is_hidden)
        return refused({"app.report_not_issued", {{"audit", model::audit_name(audit)}}},
                       Message{"app.wait_for_the_report"});
    return audit.number;
}

Result<AuditFinding> answer_audit_finding(Session& session, const AnswerAuditFinding& command) {
    const auto take = [&](store::UnitOfWork& work, AuditFinding& finding, Audit& audit) -> Done {
        if (const Done done = model::answer(finding, {command.accepted, command.argument, work.mark()});
            !done)
            return done;
        if (!command.cause.empty()) finding.cause = command.cause;
        if (!command.owner.empty()) finding.owner = command.owner;
        return model::argue(audit);
    };
    return step(session, command.number, UseCase::answer_audit, "audit-finding.answer", take,
                command.revision);
}

Result<AuditFinding> settle_audit_finding(Session& session, const SettleAuditFinding& command) {
    const auto take = [&](store::UnitOfWork& work, AuditFinding& finding, Audit& audit) -> Done {
        if (const Done done = model::settle(
                finding, {command.settlement, command.reason, "", {}, work.mark()}, command.amendment);
            !done)
            return done;
        return model::argue(audit);
    };
    return step(session, command.number, UseCase::conduct_audit, "audit-finding.settle", take,
                command.revision);
}

Result<AuditFinding> analyse_audit_finding(Session& session, const AnalyseAuditFinding& command) {
    const auto take = [&](store::UnitOfWork& work, AuditFinding& finding, Audit&) -> Done {
        if (command.action != 0 && !store::ActionRepository(work.database()).find(command.action))
            return not_found({"app.no_action", {{"number", command.action}}}, Message{"app.see_the_actions"});
        return model::analyse(finding,
                              {command.consequence, command.cause, command.similar_cases, command.action});
    };
    return step(session, command.number, UseCase::answer_audit, "audit-finding.analyse", take,
                command.revision);
}

Result<AuditFinding> resolve_audit_finding(Session& session, const ResolveAuditFinding& command) {
    const auto now = today(session);
    if (!now) return tl::unexpected(now.error());
    const auto take = [&](store::UnitOfWork& work, AuditFinding& finding, Audit& audit) -> Done {
        if (const Done ready = expect_audit(audit, {AuditState::final_report, AuditState::follow_up}); !ready)
            return ready;
        model::Resolution resolution{
            std::string(trimmed(command.comment)), {}, command.on.value_or(*now), work.mark()};
        for (const auto& path : command.evidence) {
            const auto file = keep_file(session, path);
            if (!file) return tl::unexpected(file.error());
            resolution.evidence.push_back(*file);
        }
        return model::resolve(finding, std::move(resolution));
    };
    return step(session, command.number, UseCase::answer_audit, "audit-finding.resolve", take,
                command.revision);
}

Result<PackContent> read_resolution_evidence(Session& session, std::int64_t number, std::size_t resolution,
                                             std::size_t file) {
    const auto found =
        authorised_finding(session, session.workspace.database(), number, UseCase::show_audits);
    if (!found) return tl::unexpected(found.error());
    const auto& resolutions = found->finding.resolutions;
    const bool is_there = resolution >= 1 && resolution <= resolutions.size() && file >= 1 &&
                          file <= resolutions[resolution - 1].evidence.size();
    if (!is_there)
        return not_found({"app.no_such_evidence", {{"finding", model::audit_finding_name(number)}}});
    const model::PackFile& wanted = resolutions[resolution - 1].evidence[file - 1];
    auto bytes = session.workspace.archive().read(wanted.digest, greatest_piece);
    if (!bytes) return tl::unexpected(bytes.error());
    return PackContent{wanted.name, std::move(*bytes)};
}

Result<AuditFinding> verify_audit_finding(Session& session, std::int64_t number, bool is_resolved,
                                          const std::string& comment) {
    const auto take = [&](store::UnitOfWork& work, AuditFinding& finding, Audit&) -> Done {
        if (is_resolved) {
            if (Diagnostics missing = missing_for_closure(work.database(), finding); !missing.empty())
                return tl::unexpected(Failure{Failure::Kind::conflict, std::move(missing)});
        }
        return model::verify(finding, {is_resolved, comment, work.mark()});
    };
    return step(session, number, UseCase::conduct_audit, "audit-finding.verify", take);
}

}  // namespace cadran::app
