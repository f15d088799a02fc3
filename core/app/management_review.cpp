// SPDX-License-Identifier: Apache-2.0
#include "app/management_review.h"

#include <algorithm>
#include <functional>

#include "app/action.h"
#include "app/definitions.h"
#include "app/expect_text.h"
#include "app/management_dossier.h"
#include "app/pack.h"
#include "app/rights.h"
#include "base/file.h"
#include "base/text.h"
#include "report/management_review.h"
#include "store/management_review_repository.h"
#include "store/state.h"

namespace cadran::app {

namespace {

namespace fs = std::filesystem;
using calendar::Period;
using model::ManagementReview;

tl::unexpected<Failure> no_review(const Period& period) {
    return not_found({"app.no_management_review", {{"period", period.text()}}},
                     Message{"app.prepare_the_management_review", {{"period", period.text()}}});
}

Result<ManagementReview> find_review(Session& session, const Period& period) {
    auto review = store::ManagementReviewRepository(session.workspace.database()).find(period);
    if (!review) return no_review(period);
    return std::move(*review);
}

// A step on the review of that period, in a unit of work of its own: what `take` does to it is written and
// journalled.
using TakeReview = std::function<Done(store::UnitOfWork&, ManagementReview&)>;

Result<ManagementReview> step(Session& session, UseCase use_case, const Period& period,
                              const TakeReview& take) {
    if (const Done may = authorise(session, use_case); !may) return tl::unexpected(may.error());
    store::UnitOfWork work(session.workspace.database(), session.clock, session.actor.name, session.channel);
    auto review = find_review(session, period);
    if (!review) return review;
    const Json before = store::state(*review);
    if (const Done taken = take(work, *review); !taken) return tl::unexpected(taken.error());
    const int expected = review->revision++;
    if (!store::ManagementReviewRepository(work.database()).update(*review, expected))
        return conflict({"app.changed_meanwhile", {{"finding", store::subject(*review)}}});
    work.journal(std::string(use_case_name(use_case)), store::subject(*review), before,
                 store::state(*review));
    work.commit();
    return review;
}

std::string text_of_answer(const ManagementReview& review, model::ReviewInput input) {
    const model::InputAnswer* answer = review.answer_to(input);
    return answer == nullptr ? std::string() : answer->text;
}

// `document-audits.pdf`: a name that no list of sums stumbles over.
std::string document_name(model::ReviewInput input, const fs::path& document) {
    const std::string extension = document.extension().string();
    const bool plain = extension.size() > 1 && extension.size() <= 8 &&
                       std::all_of(extension.begin() + 1, extension.end(), [](unsigned char letter) {
                           return letter < 128 && std::isalnum(letter) != 0;
                       });
    return "document-" + std::string(model::review_input_name(input)) + (plain ? extension : "");
}

Result<std::optional<model::PackFile>> keep_document(Session& session, const AnswerInput& command) {
    if (command.document.empty()) return std::nullopt;
    const auto bytes = read_file(command.document);
    if (!bytes) return tl::unexpected(bytes.error());
    return model::PackFile{document_name(command.input, command.document),
                           session.workspace.archive().store(*bytes)};
}

Result<std::vector<PackContent>> contents_of(Session& session, const model::ManagementDossier& dossier) {
    const auto zone = zone_of(session);
    if (!zone) return tl::unexpected(zone.error());
    return pack_contents(dossier, *zone, session.workspace.archive());
}

Result<std::vector<PackContent>> contents_of(Session& session, const ManagementReview& review) {
    if (!review.pack.empty()) return kept_pack(review.pack, session.workspace.archive());
    const auto dossier = gather_management_dossier(session, review);
    if (!dossier) return tl::unexpected(dossier.error());
    return contents_of(session, *dossier);
}

Diagnostics faults_of_output(Session& session, const DecideOutput& command, Date today) {
    const bool judged = command.effectiveness.is_said() || command.effectiveness.on;
    if (command.none && (!command.process.empty() || !command.owner.empty() || command.due || judged))
        return {{{}, {"app.none_has_a_reason_only"}, Message{"app.leave_them_out"}}};
    if (!command.process.empty()) return {};
    Diagnostics faults = faults_of_terms(session, command.owner, command.due, today);
    if (judged) faults.push_back({{}, {"app.effect_without_process"}, Message{"app.name_the_process"}});
    return faults;
}

ProposeAction action_of(const Session& session, const DecideOutput& command) {
    ProposeAction action{.process = command.process,
                         .text = command.text,
                         .level = model::ActionLevel::structural,
                         .kind = model::ActionKind::improvement,
                         .origin = model::ActionOrigin::management_review,
                         .source = command.period.text(),
                         .owner = command.owner,
                         .due = command.due,
                         .effectiveness = command.effectiveness};
    if (!action.effectiveness.is_said())
        action.effectiveness.criterion =
            session.catalogue.text(Message{"app.judged_by_next_management_review"});
    if (!action.effectiveness.on) action.effectiveness.on = command.due;
    return action;
}

}  // namespace

Result<ManagementReview> prepare_management_review(Session& session, const Period& period) {
    constexpr UseCase use_case = UseCase::prepare_management_review;
    if (const Done may = authorise(session, use_case); !may) return tl::unexpected(may.error());
    const auto now = today(session);
    if (!now) return tl::unexpected(now.error());
    if (*now < period.first())
        return conflict({"app.period_not_begun", {{"period", period.text()}, {"date", period.first()}}},
                        Message{"app.wait_for_the_period"});
    if (store::ManagementReviewRepository(session.workspace.database()).find(period)) {
        return step(session, use_case, period, [](store::UnitOfWork& work, ManagementReview& review) {
            return model::prepare(review, work.mark());
        });
    }
    store::UnitOfWork work(session.workspace.database(), session.clock, session.actor.name, session.channel);
    ManagementReview review;
    review.period = period;
    review.prepared = work.mark();
    store::ManagementReviewRepository(work.database()).insert(review);
    work.journal(std::string(use_case_name(use_case)), store::subject(review), {}, store::state(review));
    work.commit();
    return review;
}

Result<std::vector<ManagementReview>> list_management_reviews(Session& session) {
    if (const Done may = authorise(session, UseCase::show_management_review); !may)
        return tl::unexpected(may.error());
    auto reviews = store::ManagementReviewRepository(session.workspace.database()).list();
    std::ranges::stable_sort(reviews, {},
                             [](const ManagementReview& review) { return review.period.first(); });
    return reviews;
}

Result<Json> show_management_review(Session& session, const Period& period) {
    if (const Done may = authorise(session, UseCase::show_management_review); !may)
        return tl::unexpected(may.error());
    const auto review = find_review(session, period);
    if (!review) return tl::unexpected(review.error());
    if (!review->pack.empty())
        return kept_data(review->pack, management_review_data, session.workspace.archive());
    const auto dossier = gather_management_dossier(session, *review);
    if (!dossier) return tl::unexpected(dossier.error());
    return report::management_review_json(*dossier);
}

Result<OpenManagementReview> open_management_review(Session& session, const Period& period) {
    if (const Done may = authorise(session, UseCase::show_management_review); !may)
        return tl::unexpected(may.error());
    auto review = find_review(session, period);
    if (!review) return tl::unexpected(review.error());
    if (review->state == model::ReviewState::signed_off)
        return conflict({"app.management_review_is_signed", {{"period", period.text()}}});
    auto dossier = gather_management_dossier(session, *review);
    if (!dossier) return tl::unexpected(dossier.error());
    Diagnostics obstacles = obstacles_to_signature(*dossier);
    return OpenManagementReview{std::move(*dossier), std::move(obstacles)};
}

Result<ManagementReview> answer_input(Session& session, const AnswerInput& command) {
    const auto take = [&](store::UnitOfWork& work, ManagementReview& review) -> Done {
        model::InputAnswer answer{
            command.input, command.kind, std::string(trimmed(command.text)), {}, work.mark()};
        if (command.replaces && *command.replaces != text_of_answer(review, command.input))
            return conflict({"app.answered_meanwhile", {{"input", model::review_input_title(command.input)}}},
                            Message{"app.read_the_other_answer"});
        ManagementReview answered = review;
        if (const Done done = model::answer(answered, answer); !done) return done;
        auto document = keep_document(session, command);
        if (!document) return tl::unexpected(document.error());
        answer.document = std::move(*document);
        return model::answer(review, answer);
    };
    return step(session, UseCase::complete_management_review, command.period, take);
}

Result<DecidedOutput> decide_output(Session& session, const DecideOutput& command) {
    const auto now = today(session);
    if (!now) return tl::unexpected(now.error());
    DecidedOutput decided;
    const auto take = [&](store::UnitOfWork& work, ManagementReview& review) -> Done {
        model::ReviewOutput output{.kind = command.kind,
                                   .none = command.none,
                                   .text = std::string(trimmed(command.text)),
                                   .process = command.process,
                                   .owner = command.owner,
                                   .due = command.due,
                                   .action = 0,
                                   .mark = work.mark()};
        ManagementReview with_it = review;
        if (const Done done = model::decide(with_it, output); !done) return done;
        if (Diagnostics faults = faults_of_output(session, command, *now); !faults.empty())
            return invalid(std::move(faults));
        if (!command.process.empty()) {
            auto action = open_decided_action(session, work, action_of(session, command));
            if (!action) return tl::unexpected(action.error());
            output.action = action->number;
            decided.action = std::move(*action);
        }
        return model::decide(review, output);
    };
    auto review = step(session, UseCase::decide_in_management_review, command.period, take);
    if (!review) return tl::unexpected(review.error());
    decided.review = std::move(*review);
    return decided;
}

Result<ManagementReview> hold_management_review(Session& session, const HoldManagementReview& command) {
    const auto take = [&](store::UnitOfWork& work, ManagementReview& review) -> Done {
        ManagementReview held = review;
        if (const Done done = model::hold(held, work.mark(), command.participants, command.conclusion); !done)
            return done;
        if (Diagnostics faults = meeting_faults(command.participants, command.conclusion); !faults.empty())
            return invalid(std::move(faults));
        review = std::move(held);
        return {};
    };
    return step(session, UseCase::hold_management_review, command.period, take);
}

Result<ManagementReview> sign_management_review(Session& session, const Period& period) {
    const auto take = [&](store::UnitOfWork& work, ManagementReview& review) -> Done {
        if (review.state == model::ReviewState::signed_off) return model::sign(review, work.mark());
        auto dossier = gather_management_dossier(session, review);
        if (!dossier) return tl::unexpected(dossier.error());
        if (Diagnostics standing = obstacles_to_signature(*dossier); !standing.empty())
            return tl::unexpected(Failure{Failure::Kind::conflict, std::move(standing)});
        const auto keys = session.workspace.keys();
        if (!keys) return tl::unexpected(keys.error());
        if (const Done done = model::sign(review, work.mark()); !done) return done;
        dossier->review = review;
        auto contents = contents_of(session, *dossier);
        if (!contents) return tl::unexpected(contents.error());
        seal(*contents, keys->signing, management_review_data);
        review.pack = keep_pack(*contents, session.workspace.archive());
        return {};
    };
    return step(session, UseCase::sign_management_review, period, take);
}

Result<std::vector<PackContent>> management_review_documents(Session& session, const Period& period) {
    if (const Done may = authorise(session, UseCase::show_management_review); !may)
        return tl::unexpected(may.error());
    const auto review = find_review(session, period);
    if (!review) return tl::unexpected(review.error());
    return contents_of(session, *review);
}

Result<std::vector<fs::path>> export_management_review(Session& session, const Period& period,
                                                       const fs::path& folder) {
    const auto contents = management_review_documents(session, period);
    if (!contents) return tl::unexpected(contents.error());
    if (const Done fresh = expect_new_folder(folder); !fresh) return tl::unexpected(fresh.error());
    return write_pack(*contents, folder);
}

}  // namespace cadran::app
