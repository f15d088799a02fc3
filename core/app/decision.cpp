// SPDX-License-Identifier: Apache-2.0
#include "app/decision.h"

#include <algorithm>

#include "app/nearest.h"
#include "app/sight.h"
#include "base/text.h"
#include "store/finding_repository.h"
#include "store/nonconformity_repository.h"
#include "store/review_repository.h"
#include "store/state.h"

namespace cadran::app {

namespace {

using model::FindingState;
using model::Verdict;

void expect_reason(Diagnostics& faults, const std::string& reason) {
    if (trimmed(reason).empty()) faults.push_back({{}, {"app.reason_missing"}, Message{"app.give_a_reason"}});
    if (!is_utf8(reason)) faults.push_back({{}, {"app.reason_not_utf8"}});
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
    if (command.verdict != Verdict::released)
        expect_reason(faults, command.reason);
    else if (!is_utf8(command.reason))
        faults.push_back({{}, {"app.reason_not_utf8"}});
    if (!faults.empty()) return invalid(std::move(faults));
    return points;
}

// Open, not one's own, not contested against oneself, not taken by somebody else.
Done may_judge(const Session& session, const WorkItem& item) {
    const model::Finding& finding = item.finding;
    if (finding.state != FindingState::open) {
        return conflict({"app.already_decided",
                         {{"finding", finding.id},
                          {"by", item.decisions.back().by},
                          {"verdict", model::verdict_title(item.decisions.back().verdict)}}});
    }
    if (!finding.handler.empty() && session.actor.is_handler(finding.handler)) {
        return refused({"app.own_file", {{"account", session.actor.name}, {"handler", finding.handler}}},
                       Message{"app.another_person_decides"});
    }
    const bool contested = std::ranges::find(item.decisions, Verdict::contested, &model::Decision::verdict) !=
                           item.decisions.end();
    const bool decided = std::ranges::any_of(item.decisions, [&](const model::Decision& decision) {
        return model::is_settling(decision.verdict) && decision.by == session.actor.name;
    });
    if (contested && decided) {
        return refused({"app.contested_against", {{"account", session.actor.name}, {"finding", finding.id}}},
                       Message{"app.another_person_decides"});
    }
    if (model::is_held_from(finding.taken, session.actor.name, session.clock.now())) {
        return conflict({"app.taken", {{"finding", finding.id}, {"by", finding.taken->by}}},
                        Message{"app.given_back_first"});
    }
    return {};
}

// Appends the decision and says so in the journal.
Done append(store::UnitOfWork& work, WorkItem& item, Verdict verdict, std::vector<model::PointVerdict> points,
            const std::string& reason, const char* act) {
    const Json before = store::state(item.finding, item.decisions);
    const int expected = item.finding.revision++;
    item.finding.state = model::state_after(verdict);
    item.finding.taken.reset();
    item.decisions.push_back({item.finding.id, verdict, std::move(points), std::string(trimmed(reason)),
                              work.actor(), work.now()});
    store::FindingRepository findings(work.database(), store::Sight::whole());
    findings.insert(item.decisions.back());
    if (!findings.update(item.finding, expected))
        return conflict({"app.changed_meanwhile", {{"finding", item.finding.id}}});
    work.journal(act, store::subject(item.finding), before, store::state(item.finding, item.decisions));
    return {};
}

// What stands on a decision forbids to take it back.
Done nothing_stands_on(store::Database& database, const model::Finding& finding) {
    if (finding.purged) return conflict({"app.finding_purged", {{"finding", finding.id}}});
    // Neither a nonconformity nor a list of payments takes it in, and reviews only count it.
    if (finding.visible_to) return {};
    const Message grouped{"app.take_it_out_first"};
    if (const auto number = store::NonconformityRepository(database).of_finding(finding.id))
        return conflict({"app.finding_grouped", {{"finding", finding.id}, {"number", *number}}}, grouped);
    if (const auto number = store::ReleaseRepository(database).of_finding(finding.id)) {
        return conflict({"app.on_release_list", {{"finding", finding.id}, {"number", *number}}},
                        Message{"app.payment_may_have_left"});
    }
    const std::string process = store::RunRepository(database).find(finding.run)->process;
    for (const model::Review& review : store::ReviewRepository(database).list()) {
        if (review.process != process || review.state != model::ReviewState::signed_off ||
            !review.period.contains(finding.event_date))
            continue;
        return conflict({"app.review_is_signed", {{"finding", finding.id}, {"period", review.period.text()}}},
                        Message{"app.signed_is_frozen"});
    }
    return {};
}

// What the actor may take back, and what must be so besides.
using MayTakeBack = Done (*)(const Session&, const WorkItem&);

Done may_reopen(const Session&, const WorkItem& item) {
    if (item.finding.state != FindingState::open) return {};
    return conflict({"app.still_open", {{"finding", item.finding.id}}});
}

Done is_contestable(const Session& session, const WorkItem& item) {
    const model::Finding& finding = item.finding;
    if (finding.handler.empty() || !session.actor.is_handler(finding.handler)) {
        return refused({"app.not_your_file", {{"account", session.actor.name}, {"finding", finding.id}}},
                       Message{"app.handler_contests"});
    }
    if (std::ranges::find(item.decisions, Verdict::contested, &model::Decision::verdict) !=
        item.decisions.end())
        return conflict({"app.contested_already", {{"finding", finding.id}}}, Message{"app.contest_once"});
    if (finding.state != FindingState::confirmed)
        return conflict({"app.nothing_to_contest", {{"finding", finding.id}}});
    return {};
}

Result<WorkItem> take_back(Session& session, const store::Sight& sight, const TakeBack& command,
                           Verdict verdict, MayTakeBack may_take, const char* act) {
    store::UnitOfWork work(session.workspace.database(), session.clock, session.actor.name,
                           blinded_channel(session, sight));
    auto finding = find_finding(session, sight, command.item);
    if (!finding) return tl::unexpected(finding.error());
    JudgingControls controls(session.workspace);
    auto item = work_item(session, controls, std::move(*finding));
    if (!item) return item;
    if (const Done may = may_take(session, *item); !may) return tl::unexpected(may.error());
    if (const Done seen = expect_seen(session, item->finding.revision, store::subject(item->finding)); !seen)
        return tl::unexpected(seen.error());
    if (const Done may = nothing_stands_on(work.database(), item->finding); !may)
        return tl::unexpected(may.error());
    Diagnostics faults;
    expect_reason(faults, command.reason);
    if (!faults.empty()) return invalid(std::move(faults));
    if (const Done done = append(work, *item, verdict, {}, command.reason, act); !done)
        return tl::unexpected(done.error());
    work.commit();
    return item;
}

}  // namespace

Done may_decide(const Session& session, const WorkItem& item) {
    if (item.finding.effect == model::Effect::flag)
        return conflict({"app.only_flagged", {{"finding", item.finding.id}}}, Message{"app.settle_it"});
    return may_judge(session, item);
}

Done may_settle(const Session& session, const WorkItem& item) {
    const model::Finding& finding = item.finding;
    const bool several = finding.effect == model::Effect::check && finding.subjects.size() > 1;
    if (finding.effect != model::Effect::flag && !several)
        return conflict({"app.file_to_decide", {{"finding", finding.id}}}, Message{"app.decide_it"});
    return may_judge(session, item);
}

Done may_contest(const Session& session, const WorkItem& item) {
    if (const auto scope = scope_within(session, UseCase::contest); !scope)
        return tl::unexpected(scope.error());
    if (const Done may = is_contestable(session, item); !may) return may;
    return nothing_stands_on(session.workspace.database(), item.finding);
}

Result<WorkItem> decide_within(store::UnitOfWork& work, Session& session, JudgingControls& controls,
                               const Decide& command) {
    auto finding = find_finding(session, store::Sight::common(), command.item);
    if (!finding) return tl::unexpected(finding.error());
    auto item = work_item(session, controls, std::move(*finding));
    if (!item) return item;
    if (const Done may = may_decide(session, *item); !may) return tl::unexpected(may.error());
    auto points = points_of(command, item->verify);
    if (!points) return tl::unexpected(points.error());
    if (const Done seen = expect_seen(session, item->finding.revision, store::subject(item->finding)); !seen)
        return tl::unexpected(seen.error());
    const Done done =
        append(work, *item, command.verdict, std::move(*points), command.reason, "worklist.decide");
    if (!done) return tl::unexpected(done.error());
    return item;
}

Result<WorkItem> decide(Session& session, const Decide& command) {
    if (const Done may = authorise(session, UseCase::decide); !may) return tl::unexpected(may.error());
    store::UnitOfWork work(session.workspace.database(), session.clock, session.actor.name, session.channel);
    JudgingControls controls(session.workspace);
    auto item = decide_within(work, session, controls, command);
    if (item) work.commit();
    return item;
}

Result<WorkItem> settle_finding(Session& session, const SettleFinding& command) {
    const auto sight = sight_for(session, UseCase::settle_finding);
    if (!sight) return tl::unexpected(sight.error());
    store::UnitOfWork work(session.workspace.database(), session.clock, session.actor.name,
                           blinded_channel(session, *sight));
    auto finding = find_finding(session, *sight, command.finding);
    if (!finding) return tl::unexpected(finding.error());
    JudgingControls controls(session.workspace);
    auto item = work_item(session, controls, std::move(*finding));
    if (!item) return item;
    if (const Done may = may_settle(session, *item); !may) return tl::unexpected(may.error());
    if (const Done seen = expect_seen(session, item->finding.revision, store::subject(item->finding)); !seen)
        return tl::unexpected(seen.error());
    Diagnostics faults;
    if (command.verdict == Verdict::dismissed)
        expect_reason(faults, command.reason);
    else if (!is_utf8(command.reason))
        faults.push_back({{}, {"app.reason_not_utf8"}});
    if (!faults.empty()) return invalid(std::move(faults));
    if (const Done done = append(work, *item, command.verdict, {}, command.reason, "finding.settle"); !done)
        return tl::unexpected(done.error());
    work.commit();
    return item;
}

Result<WorkItem> reopen(Session& session, const TakeBack& command) {
    const auto sight = sight_for(session, UseCase::reopen);
    if (!sight) return tl::unexpected(sight.error());
    return take_back(session, *sight, command, Verdict::reopened, may_reopen, "worklist.reopen");
}

Result<WorkItem> contest(Session& session, const TakeBack& command) {
    if (const auto scope = scope_within(session, UseCase::contest); !scope)
        return tl::unexpected(scope.error());
    return take_back(session, store::Sight::common(), command, Verdict::contested, is_contestable,
                     "worklist.contest");
}

}  // namespace cadran::app
