// SPDX-License-Identifier: Apache-2.0
#include "app/worklist.h"

#include <algorithm>

#include "app/definitions.h"
#include "app/sight.h"
#include "report/release.h"
#include "store/finding_repository.h"
#include "store/state.h"

namespace cadran::app {

namespace {

bool is_mine(const Session& session, const model::Finding& finding) {
    return finding.taken && finding.taken->by == session.actor.name &&
           model::is_held_from(finding.taken, "", session.clock.now());
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

Result<WorkItem> shown_to_whom_it_concerns(Session& session, UseCase use_case, const std::string& name) {
    const auto sight = sight_for(session, use_case);
    if (!sight) return tl::unexpected(sight.error());
    auto finding = find_finding(session, *sight, name);
    if (!finding) return tl::unexpected(finding.error());
    auto dates = DueDates::of(session);
    if (!dates) return tl::unexpected(dates.error());
    JudgingControls controls(session.workspace);
    auto item = work_item(session, controls, std::move(*finding));
    if (item) dates->set(*item);
    return item;
}

}  // namespace

Result<std::vector<WorkItem>> list_worklist(Session& session, const WorklistFilter& filter) {
    const auto items = survey_worklist(session, filter);
    if (!items) return tl::unexpected(items.error());
    return add_words_to(session, *items);
}

Result<std::vector<WorkItem>> survey_worklist(Session& session, const WorklistFilter& filter) {
    const auto sight = sight_for(session, UseCase::show_worklist);
    if (!sight) return tl::unexpected(sight.error());
    auto dates = DueDates::of(session);
    if (!dates) return tl::unexpected(dates.error());
    JudgingControls controls(session.workspace);
    std::vector<WorkItem> items;
    for (model::Finding& finding :
         store::FindingRepository(session.workspace.database(), *sight)
             .list({.state = filter.state, .control = filter.control, .period = filter.period})) {
        if (finding.effect == model::Effect::flag) continue;
        if (filter.mine && !is_mine(session, finding)) continue;
        auto item = plain_work_item(controls, std::move(finding));
        if (!item) return tl::unexpected(item.error());
        dates->set(*item);
        if (!filter.overdue || item->overdue) items.push_back(std::move(*item));
    }
    const auto others = std::ranges::stable_partition(items, &WorkItem::overdue).begin();
    std::ranges::stable_sort(items.begin(), others, {}, [](const WorkItem& item) { return *item.due; });
    return items;
}

Result<std::vector<WorkItem>> add_words_to(Session& session, std::span<const WorkItem> items) {
    JudgingControls controls(session.workspace);
    std::vector<WorkItem> worded(items.begin(), items.end());
    for (WorkItem& item : worded) {
        if (const Done done = add_words(session, controls, item); !done) return tl::unexpected(done.error());
    }
    return worded;
}

Result<WorkItem> show_work_item(Session& session, const std::string& name) {
    return shown_to_whom_it_concerns(session, UseCase::show_worklist, name);
}

Result<WorkItem> show_finding(Session& session, const std::string& finding) {
    auto item = shown_to_whom_it_concerns(session, UseCase::show_findings, finding);
    if (item) journal_reading(session, {item->finding});
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
    for (model::Finding& finding : store::FindingRepository(work.database(), store::Sight::common())
                                       .list({.effect = model::Effect::hold})) {
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

Result<Releases> list_releases(Session& session) {
    if (const Done may = authorise(session, UseCase::release_payments); !may)
        return tl::unexpected(may.error());
    store::ReleaseRepository releases(session.workspace.database());
    Releases listed{releases.list(), std::ssize(releases.waiting())};
    std::ranges::reverse(listed.lists);
    return listed;
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
