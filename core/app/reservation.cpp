// SPDX-License-Identifier: Apache-2.0
#include "app/reservation.h"

#include <map>

#include "app/decision.h"
#include "app/sight.h"
#include "app/worklist.h"
#include "store/finding_repository.h"
#include "store/state.h"

namespace cadran::app {

namespace {

Result<WorkItem> load(Session& session, const std::string& name) {
    const auto sight = sight_for(session, UseCase::decide);
    if (!sight) return tl::unexpected(sight.error());
    auto finding = find_finding(session, *sight, name);
    if (!finding) return tl::unexpected(finding.error());
    JudgingControls controls(session.workspace);
    return work_item(session, controls, std::move(*finding));
}

bool is_taken_by_actor(const Session& session, const model::Finding& finding) {
    return finding.taken && finding.taken->by == session.actor.name;
}

Done expect_as_seen(Session& session, const model::Finding& finding) {
    return expect_seen(session, finding.revision, store::subject(finding));
}

Result<WorkItem> reserve(store::UnitOfWork& work, WorkItem item,
                         std::optional<model::Reservation> reservation, const char* act) {
    const Json before = store::state(item.finding, item.decisions);
    const int expected = item.finding.revision++;
    item.finding.taken = std::move(reservation);
    if (!store::FindingRepository(work.database(), store::Sight::common()).update(item.finding, expected))
        return conflict({"app.changed_meanwhile", {{"finding", item.finding.id}}});
    work.journal(act, store::subject(item.finding), before, store::state(item.finding, item.decisions));
    work.commit();
    return item;
}

}  // namespace

Result<WorkItem> take(Session& session, const std::string& name) {
    if (const Done may = authorise(session, UseCase::decide); !may) return tl::unexpected(may.error());
    store::UnitOfWork work(session.workspace.database(), session.clock, session.actor.name, session.channel);
    auto item = load(session, name);
    if (!item) return item;
    if (const Done may = may_decide(session, *item); !may) return tl::unexpected(may.error());
    if (!is_taken_by_actor(session, item->finding)) {
        if (const Done seen = expect_as_seen(session, item->finding); !seen)
            return tl::unexpected(seen.error());
    }
    return reserve(work, std::move(*item), model::Reservation{work.actor(), work.now()}, "worklist.take");
}

Result<WorkItem> give_back(Session& session, const std::string& name) {
    if (const Done may = authorise(session, UseCase::decide); !may) return tl::unexpected(may.error());
    store::UnitOfWork work(session.workspace.database(), session.clock, session.actor.name, session.channel);
    auto item = load(session, name);
    if (!item) return item;
    if (!is_taken_by_actor(session, item->finding)) {
        if (const Done seen = expect_as_seen(session, item->finding); !seen)
            return tl::unexpected(seen.error());
        return conflict({"app.not_taken_by_you", {{"finding", item->finding.id}}},
                        Message{"app.see_your_files"});
    }
    return reserve(work, std::move(*item), {}, "worklist.give-back");
}

Result<std::vector<Workload>> workload(Session& session) {
    const auto items = survey_worklist(session, {.state = model::FindingState::open});
    if (!items) return tl::unexpected(items.error());
    std::map<std::pair<std::string, std::string>, Workload> loads;
    for (const WorkItem& item : *items) {
        const bool held = model::is_held_from(item.finding.taken, "", session.clock.now());
        const std::string person = held ? item.finding.taken->by : "";
        Workload& load = loads[{item.finding.control.id, person}];
        load.control = item.finding.control.id;
        load.title = item.control_title;
        load.person = person;
        ++load.files;
        if (item.overdue) ++load.overdue;
        if (item.minutes)
            load.minutes += *item.minutes;
        else
            ++load.unknown;
    }
    std::vector<Workload> sorted;
    for (auto& [key, load] : loads) sorted.push_back(std::move(load));
    return sorted;
}

}  // namespace cadran::app
