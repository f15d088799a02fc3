// SPDX-License-Identifier: Apache-2.0
#include "app/review.h"

#include <algorithm>

#include "app/cycle.h"
#include "app/dossier.h"
#include "app/due.h"
#include "app/expect_text.h"
#include "app/pack.h"
#include "app/rights.h"
#include "report/review.h"
#include "store/action_repository.h"
#include "store/finding_repository.h"
#include "store/nonconformity_repository.h"
#include "store/review_repository.h"
#include "store/state.h"

namespace cadran::app {

namespace {

namespace fs = std::filesystem;
using model::ReviewState;

// What every step of a review needs.
struct Context {
    InForce<model::Process> process;
    model::Cycle cycle;
    std::optional<model::Review> review;
};

Result<Context> context_of(Session& session, UseCase use_case, const ReviewName& name) {
    const auto now = today(session);
    if (!now) return tl::unexpected(now.error());
    auto process = process_in_force(session.workspace, name.process, std::min(*now, name.period.last()));
    if (!process) return tl::unexpected(process.error());
    if (const Done may = authorise(session, use_case, process->value); !may)
        return tl::unexpected(may.error());
    const auto cycle = store::CycleRepository(session.workspace.database()).newest(name.process);
    if (!cycle) return not_found({"app.no_cycle", {{"process", name.process}}});
    return Context{std::move(*process), *cycle,
                   store::ReviewRepository(session.workspace.database()).find(name.process, name.period)};
}

tl::unexpected<Failure> no_review(const ReviewName& name) {
    return not_found(
        {"app.no_review", {{"process", name.process}, {"period", name.period.text()}}},
        Message{"app.prepare_first", {{"process", name.process}, {"period", name.period.text()}}});
}

tl::unexpected<Failure> wrong_state(const model::Review& review) {
    return conflict({"app.wrong_review_state",
                     {{"process", review.process},
                      {"period", review.period.text()},
                      {"state", model::review_state_title(review.state)}}});
}

Done write(store::UnitOfWork& work, const char* act, const model::Review& before, model::Review& after) {
    after.revision = before.revision + 1;
    if (!store::ReviewRepository(work.database()).update(after, before.revision)) return wrong_state(before);
    work.journal(act, store::subject(after), store::state(before), store::state(after));
    return {};
}

Done check_turn(const Context& context, const ReviewName& name) {
    if (context.cycle.period == name.period && context.cycle.stage == model::Stage::act) return {};
    return conflict({"app.turn_not_in_act", {{"process", name.process}, {"period", name.period.text()}}},
                    Message{"app.see_the_cycle", {{"process", name.process}}});
}

// A signature closes the turn: nothing may be open then, and what was confirmed must be under a requirement.
Done check_findings(Workspace& workspace, const Context& context, const ReviewName& name) {
    store::FindingRepository findings(workspace.database(), store::Sight::common());
    store::NonconformityRepository nonconformities(workspace.database());
    std::int64_t open = 0, ungrouped = 0;
    for (const model::ControlUse& use : context.process.value.controls) {
        for (const model::Finding& finding : findings.list({.control = use.control, .period = name.period})) {
            open += finding.state == model::FindingState::open;
            ungrouped +=
                finding.state == model::FindingState::confirmed && !nonconformities.of_finding(finding.id);
        }
    }
    if (open > 0) return conflict({"app.findings_open", {{"count", open}}}, Message{"app.decide_them_first"});
    if (ungrouped == 0) return {};
    return conflict({"app.findings_ungrouped", {{"count", ungrouped}}},
                    Message{"app.group_them_first", {{"process", name.process}}});
}

// What was proposed is decided, or cancelled, before the turn closes; what is decided carries over.
Done check_actions(Workspace& workspace, const ReviewName& name) {
    const auto proposed = store::ActionRepository(workspace.database())
                              .count({.process = name.process, .states = {model::ActionState::proposed}});
    if (proposed == 0) return {};
    return conflict({"app.actions_undecided", {{"count", proposed}}},
                    Message{"app.decide_on_actions", {{"process", name.process}}});
}

// All that keeps a review from its signature, whether it was held or not.
Diagnostics obstacles_to_signing(Workspace& workspace, const Context& context, const ReviewName& name) {
    Diagnostics obstacles;
    for (const Done& checked : {check_findings(workspace, context, name), check_actions(workspace, name)}) {
        if (!checked) std::ranges::copy(checked.error().diagnostics, std::back_inserter(obstacles));
    }
    return obstacles;
}

// By its sheet today; a process that is not in force any more goes by its id.
ListedReview listed_review(Session& session, const model::Cycle& turn, Date today) {
    ListedReview listed{.process = turn.process,
                        .title = {turn.process, turn.process},
                        .pilot = {},
                        .period = turn.period,
                        .stage = turn.stage};
    if (const auto process = process_in_force(session.workspace, turn.process, today)) {
        listed.title = process->value.title;
        listed.pilot = process->value.pilot;
    }
    if (const auto review =
            store::ReviewRepository(session.workspace.database()).find(turn.process, turn.period))
        listed.state = review->state;
    listed.due = Date{std::chrono::sys_days{turn.period.last()} + days_to_review};
    listed.overdue = listed.state != ReviewState::signed_off && listed.due < today;
    return listed;
}

Result<std::vector<PackContent>> contents_of(Session& session, const Context& context,
                                             const model::Review& review) {
    const auto zone = zone_of(session);
    if (!zone) return tl::unexpected(zone.error());
    const auto dossier = gather_dossier(session, context.process, context.cycle, review);
    if (!dossier) return tl::unexpected(dossier.error());
    return pack_contents(*dossier, *zone);
}

}  // namespace

Result<std::vector<ListedReview>> list_reviews(Session& session) {
    if (const Done may = authorise(session, UseCase::show_review); !may) return tl::unexpected(may.error());
    const auto now = today(session);
    if (!now) return tl::unexpected(now.error());
    std::vector<ListedReview> waiting, ended;
    for (const model::Cycle& turn : store::CycleRepository(session.workspace.database()).list()) {
        ListedReview listed = listed_review(session, turn, *now);
        (listed.state == ReviewState::signed_off ? ended : waiting).push_back(std::move(listed));
    }
    std::ranges::stable_sort(waiting, {}, &ListedReview::due);
    std::ranges::stable_sort(ended, std::greater{}, &ListedReview::due);
    std::ranges::move(ended, std::back_inserter(waiting));
    return waiting;
}

Result<std::optional<ListedReview>> next_review(Session& session, const std::string& process) {
    if (const Done may = authorise(session, UseCase::show_review); !may) return tl::unexpected(may.error());
    const auto now = today(session);
    if (!now) return tl::unexpected(now.error());
    std::optional<ListedReview> next;
    for (const model::Cycle& turn : store::CycleRepository(session.workspace.database()).list()) {
        if (turn.process != process) continue;
        ListedReview listed = listed_review(session, turn, *now);
        if (listed.state != ReviewState::signed_off && (!next || listed.due < next->due))
            next = std::move(listed);
    }
    return next;
}

Result<std::optional<model::Review>> find_review(Session& session, const ReviewName& name) {
    auto context = context_of(session, UseCase::show_review, name);
    if (!context) return tl::unexpected(context.error());
    return std::move(context->review);
}

Result<model::Review> prepare_review(Session& session, const ReviewName& name) {
    const auto context = context_of(session, UseCase::prepare_review, name);
    if (!context) return tl::unexpected(context.error());
    if (const Done ready = check_turn(*context, name); !ready) return tl::unexpected(ready.error());
    if (context->review && context->review->state != ReviewState::in_preparation)
        return wrong_state(*context->review);

    store::UnitOfWork work(session.workspace.database(), session.clock, session.actor.name, session.channel);
    model::Review review = context->review.value_or(model::Review{});
    review.process = name.process;
    review.period = name.period;
    review.prepared = {session.actor.name, work.now()};
    if (context->review) {
        if (const Done written = write(work, "review.prepare", *context->review, review); !written)
            return tl::unexpected(written.error());
    } else {
        store::ReviewRepository(work.database()).insert(review);
        work.journal("review.prepare", store::subject(review), {}, store::state(review));
    }
    work.commit();
    return review;
}

Result<model::Review> hold_review(Session& session, const HoldReview& command) {
    const auto context = context_of(session, UseCase::hold_review, command.name);
    if (!context) return tl::unexpected(context.error());
    if (!context->review) return no_review(command.name);
    if (context->review->state != ReviewState::in_preparation) return wrong_state(*context->review);
    Diagnostics faults = meeting_faults(command.participants, command.conclusion);
    if (!faults.empty()) return invalid(std::move(faults));

    store::UnitOfWork work(session.workspace.database(), session.clock, session.actor.name, session.channel);
    model::Review review = *context->review;
    review.state = ReviewState::held;
    review.held = model::Mark{session.actor.name, work.now()};
    review.participants = command.participants;
    review.conclusion = command.conclusion;
    if (const Done written = write(work, "review.hold", *context->review, review); !written)
        return tl::unexpected(written.error());
    work.commit();
    return review;
}

Result<model::Action> decide_in_review(Session& session, const ReviewName& name, ProposeAction decision) {
    const auto context = context_of(session, UseCase::hold_review, name);
    if (!context) return tl::unexpected(context.error());
    if (!context->review) return no_review(name);
    if (context->review->state == ReviewState::signed_off) return wrong_state(*context->review);
    decision.process = name.process;
    decision.origin = model::ActionOrigin::review;
    decision.source = name.period.text();
    if (decision.level != model::ActionLevel::quick_win) return propose_action(session, decision);
    if (const Done may = authorise(session, UseCase::decide_quick_win, context->process.value); !may)
        return tl::unexpected(may.error());
    store::UnitOfWork work(session.workspace.database(), session.clock, session.actor.name, session.channel);
    auto action = open_decided_action(session, work, decision);
    if (action) work.commit();
    return action;
}

Result<Json> show_review(Session& session, const ReviewName& name) {
    const auto context = context_of(session, UseCase::show_review, name);
    if (!context) return tl::unexpected(context.error());
    if (!context->review) return no_review(name);
    if (!context->review->pack.empty())
        return kept_data(context->review->pack, review_data, session.workspace.archive());
    const auto dossier = gather_dossier(session, context->process, context->cycle, *context->review);
    if (!dossier) return tl::unexpected(dossier.error());
    return report::review_json(*dossier);
}

Result<OpenReview> open_review(Session& session, const ReviewName& name) {
    const auto context = context_of(session, UseCase::show_review, name);
    if (!context) return tl::unexpected(context.error());
    if (!context->review) return no_review(name);
    if (context->review->state == ReviewState::signed_off) return wrong_state(*context->review);
    auto dossier = gather_dossier(session, context->process, context->cycle, *context->review);
    if (!dossier) return tl::unexpected(dossier.error());
    return OpenReview{std::move(*dossier), obstacles_to_signing(session.workspace, *context, name)};
}

Result<SignedReview> sign_review(Session& session, const ReviewName& name) {
    const auto context = context_of(session, UseCase::sign_review, name);
    if (!context) return tl::unexpected(context.error());
    if (!context->review) return no_review(name);
    if (context->review->state != ReviewState::held) return wrong_state(*context->review);
    if (const Done ready = check_turn(*context, name); !ready) return tl::unexpected(ready.error());
    const auto keys = session.workspace.keys();
    if (!keys) return tl::unexpected(keys.error());

    store::UnitOfWork work(session.workspace.database(), session.clock, session.actor.name, session.channel);
    if (const Done decided = check_findings(session.workspace, *context, name); !decided)
        return tl::unexpected(decided.error());
    if (const Done decided = check_actions(session.workspace, name); !decided)
        return tl::unexpected(decided.error());
    model::Review review = *context->review;
    review.state = ReviewState::signed_off;
    review.signed_off = model::Mark{session.actor.name, work.now()};
    auto contents = contents_of(session, *context, review);
    if (!contents) return tl::unexpected(contents.error());
    seal(*contents, keys->signing);
    review.pack = keep_pack(*contents, session.workspace.archive());
    if (const Done written = write(work, "review.sign", *context->review, review); !written)
        return tl::unexpected(written.error());
    const auto next = close_turn(work, context->cycle);
    if (!next) return tl::unexpected(next.error());
    work.commit();
    return SignedReview{std::move(review), *next};
}

Result<std::vector<PackContent>> review_documents(Session& session, const ReviewName& name) {
    const auto context = context_of(session, UseCase::show_review, name);
    if (!context) return tl::unexpected(context.error());
    if (!context->review) return no_review(name);
    return context->review->pack.empty() ? contents_of(session, *context, *context->review)
                                         : kept_pack(context->review->pack, session.workspace.archive());
}

Result<std::vector<fs::path>> export_review(Session& session, const ReviewName& name,
                                            const fs::path& folder) {
    const auto contents = review_documents(session, name);
    if (!contents) return tl::unexpected(contents.error());
    if (const Done fresh = expect_new_folder(folder); !fresh) return tl::unexpected(fresh.error());
    return write_pack(*contents, folder);
}

}  // namespace cadran::app
