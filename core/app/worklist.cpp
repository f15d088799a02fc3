// SPDX-License-Identifier: Apache-2.0
#include "app/worklist.h"

#include <algorithm>
#include <map>

#include "app/definitions.h"
#include "app/nearest.h"
#include "app/parameters.h"
#include "app/rights.h"
#include "base/text.h"
#include "report/release.h"
#include "store/definition_repository.h"
#include "store/finding_repository.h"
#include "store/state.h"

namespace cadran::app {

namespace {

using model::Verdict;

// The controls that judged, each loaded once from the version that the finding names.
class JudgingControls {
  public:
    explicit JudgingControls(Workspace& workspace) : workspace_(workspace) {}

    Result<const script::ControlDeclaration*> find(const model::ControlVersion& version) {
        const auto slash = version.id.find('/');
        const auto key = std::pair(version.id.substr(0, slash), version.version);
        auto loaded = plugins_.find(key);
        if (loaded == plugins_.end()) {
            const auto definition = store::DefinitionRepository(workspace_.database())
                                        .find(model::DefinitionKind::plugin, key.first, key.second);
            if (!definition) return not_found({"app.no_control", {{"name", version.id}}});
            auto content = plugin_of(workspace_, *definition);
            if (!content) return tl::unexpected(content.error());
            loaded = plugins_.emplace(key, std::move(*content)).first;
        }
        const script::ControlDeclaration* declared = loaded->second.plugin.find_control(version.id);
        if (declared == nullptr) return not_found({"app.no_control", {{"name", version.id}}});
        return declared;
    }

  private:
    Workspace& workspace_;
    std::map<std::pair<std::string, int>, PluginContent> plugins_;
};

Result<WorkItem> work_item(Session& session, JudgingControls& controls, model::Finding finding) {
    const auto declared = controls.find(finding.control);
    if (!declared) return tl::unexpected(declared.error());
    WorkItem item;
    item.control_title = (*declared)->control.title;
    item.verify = (*declared)->control.verify;
    item.message = message_text(**declared, finding, session.catalogue);
    item.decisions = store::FindingRepository(session.workspace.database()).decisions(finding.id);
    item.finding = std::move(finding);
    return item;
}

Result<model::Finding> find_finding(Session& session, const std::string& item) {
    store::FindingRepository findings(session.workspace.database());
    if (auto finding = findings.find(item)) return *finding;
    const std::vector<std::string> ids = findings.find_by_key(item);
    if (ids.empty())
        return not_found({"app.no_work_item", {{"item", item}}}, Message{"app.see_the_worklist"});
    if (ids.size() > 1) {
        return invalid(Message{"app.several_findings",
                               {{"item", item}, {"findings", fmt::format("{}", fmt::join(ids, ", "))}}});
    }
    return *findings.find(ids.front());
}

// The points as decided; every fault at once.
Result<std::vector<model::PointVerdict>> points_of(const Decide& command,
                                                   const std::vector<model::VerificationPoint>& verify) {
    std::vector<std::string> known;
    for (const model::VerificationPoint& point : verify) known.push_back(point.id);
    Diagnostics faults;
    for (const model::PointVerdict& given : command.points) {
        if (std::ranges::find(known, given.point) != known.end()) continue;
        faults.push_back(
            {{}, {"app.unknown_point", {{"point", given.point}}}, nearest_hint(given.point, known)});
    }
    std::vector<model::PointVerdict> points;
    for (const std::string& point : known) {
        const auto given = std::ranges::find(command.points, point, &model::PointVerdict::point);
        if (given != command.points.end())
            points.push_back(*given);
        else if (command.all_conforming)
            points.push_back({point, true});
        else if (command.verdict == Verdict::released)
            faults.push_back(
                {{}, {"app.point_missing", {{"point", point}}}, Message{"app.check_every_point"}});
    }
    for (const model::PointVerdict& point : points) {
        if (command.verdict == Verdict::released && !point.conforming)
            faults.push_back({{},
                              {"app.point_not_conforming", {{"point", point.point}}},
                              Message{"app.refuse_or_correct"}});
    }
    if (command.verdict != Verdict::released && trimmed(command.reason).empty())
        faults.push_back({{}, {"app.reason_missing"}, Message{"app.give_a_reason"}});
    if (!is_utf8(command.reason)) faults.push_back({{}, {"app.reason_not_utf8"}});
    if (!faults.empty()) return invalid(std::move(faults));
    return points;
}

Done may_decide(const Session& session, const WorkItem& item) {
    const model::Finding& finding = item.finding;
    if (finding.effect == model::Effect::flag)
        return conflict({"app.only_flagged", {{"finding", finding.id}}});
    if (finding.state != model::FindingState::open) {
        return conflict({"app.already_decided",
                         {{"finding", finding.id},
                          {"by", item.decisions.back().by},
                          {"verdict", model::verdict_title(item.decisions.back().verdict)}}});
    }
    if (!finding.handler.empty() && session.actor.is_handler(finding.handler)) {
        return refused({"app.own_file", {{"account", session.actor.name}, {"handler", finding.handler}}},
                       Message{"app.another_person_decides"});
    }
    return {};
}

// One for each record that the finding concerns.
void add_release_rows(const WorkItem& item, std::vector<report::ReleaseRow>& rows) {
    const model::Finding& finding = item.finding;
    for (const model::Subject& subject : finding.subjects) {
        report::ReleaseRow row{.finding = finding.id, .type = subject.type, .key = subject.key};
        const auto amount = std::ranges::find_if(finding.evidence, [&](const model::Evidence& evidence) {
            return evidence.field == "amount" && (evidence.record.empty() || evidence.record == subject.key);
        });
        if (amount != finding.evidence.end()) row.amount = amount->value;
        row.handler = finding.handler;
        row.control = finding.control.id;
        if (!item.decisions.empty()) row.decision = item.decisions.back();
        rows.push_back(std::move(row));
    }
}

}  // namespace

Result<std::vector<WorkItem>> list_worklist(Session& session, const WorklistFilter& filter) {
    if (const Done may = authorise(session, UseCase::show_worklist); !may) return tl::unexpected(may.error());
    JudgingControls controls(session.workspace);
    std::vector<WorkItem> items;
    for (model::Finding& finding : store::FindingRepository(session.workspace.database())
                                       .list({.state = filter.state, .period = filter.period})) {
        if (finding.effect == model::Effect::flag) continue;
        auto item = work_item(session, controls, std::move(finding));
        if (!item) return tl::unexpected(item.error());
        items.push_back(std::move(*item));
    }
    return items;
}

Result<WorkItem> show_work_item(Session& session, const std::string& name) {
    if (const Done may = authorise(session, UseCase::show_worklist); !may) return tl::unexpected(may.error());
    auto finding = find_finding(session, name);
    if (!finding) return tl::unexpected(finding.error());
    JudgingControls controls(session.workspace);
    return work_item(session, controls, std::move(*finding));
}

Result<WorkItem> decide(Session& session, const Decide& command) {
    if (const Done may = authorise(session, UseCase::decide); !may) return tl::unexpected(may.error());
    store::UnitOfWork work(session.workspace.database(), session.clock, session.actor.name, session.channel);
    auto finding = find_finding(session, command.item);
    if (!finding) return tl::unexpected(finding.error());
    JudgingControls controls(session.workspace);
    auto item = work_item(session, controls, std::move(*finding));
    if (!item) return item;
    if (const Done may = may_decide(session, *item); !may) return tl::unexpected(may.error());
    auto points = points_of(command, item->verify);
    if (!points) return tl::unexpected(points.error());

    const Json before = store::state(item->finding, item->decisions);
    const int expected = item->finding.revision++;
    item->finding.state = model::state_after(command.verdict);
    item->decisions.push_back({item->finding.id, command.verdict, std::move(*points),
                               std::string(trimmed(command.reason)), session.actor.name, work.now()});
    store::FindingRepository findings(work.database());
    findings.insert(item->decisions.back());
    if (!findings.update(item->finding, expected))
        return conflict({"app.changed_meanwhile", {{"finding", item->finding.id}}});
    work.journal("worklist.decide", store::subject(item->finding), before,
                 store::state(item->finding, item->decisions));
    work.commit();
    return item;
}

Result<Release> release_payments(Session& session) {
    if (const Done may = authorise(session, UseCase::release_payments); !may)
        return tl::unexpected(may.error());
    const auto zone = zone_of(session);
    if (!zone) return tl::unexpected(zone.error());
    store::UnitOfWork work(session.workspace.database(), session.clock, session.actor.name, session.channel);
    JudgingControls controls(session.workspace);
    const std::vector<std::string> waiting = store::ReleaseRepository(work.database()).waiting();
    std::vector<report::ReleaseRow> released, suspended;
    for (model::Finding& finding :
         store::FindingRepository(work.database()).list({.effect = model::Effect::hold})) {
        const bool is_new = std::ranges::binary_search(waiting, finding.id);
        if (finding.state == model::FindingState::dismissed && !is_new) continue;
        const auto item = work_item(session, controls, std::move(finding));
        if (!item) return tl::unexpected(item.error());
        add_release_rows(*item, is_new ? released : suspended);
    }
    Release release;
    release.released = report::released_csv(released, session.catalogue.language(), *zone);
    release.suspended = report::suspended_csv(suspended, session.catalogue.language(), *zone);
    release.list.findings = waiting;
    release.list.released = session.workspace.archive().store(release.released);
    release.list.suspended = session.workspace.archive().store(release.suspended);
    release.list.by = session.actor.name;
    release.list.at = work.now();
    store::ReleaseRepository(work.database()).insert(release.list);
    work.journal("worklist.release", store::subject(release.list), {}, store::state(release.list));
    work.commit();
    return release;
}

Result<Release> find_release(Session& session, std::int64_t number) {
    if (const Done may = authorise(session, UseCase::release_payments); !may)
        return tl::unexpected(may.error());
    const auto lists = store::ReleaseRepository(session.workspace.database()).list();
    const auto found = std::ranges::find(lists, number, &model::ReleaseList::number);
    if (found == lists.end()) return not_found({"app.no_release", {{"number", number}}});
    auto released = session.workspace.archive().read(found->released);
    if (!released) return tl::unexpected(released.error());
    auto suspended = session.workspace.archive().read(found->suspended);
    if (!suspended) return tl::unexpected(suspended.error());
    return Release{*found, std::move(*released), std::move(*suspended)};
}

}  // namespace cadran::app
