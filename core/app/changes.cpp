// SPDX-License-Identifier: Apache-2.0
#include "app/changes.h"

#include <algorithm>

#include <fmt/format.h>

#include "app/audit_content.h"
#include "app/definitions.h"
#include "app/rights.h"
#include "report/words.h"
#include "store/account_repository.h"
#include "store/action_repository.h"
#include "store/audit_repository.h"
#include "store/definition_repository.h"
#include "store/management_review_repository.h"
#include "store/review_repository.h"

namespace cadran::app {

namespace {

using model::DefinitionKind;

class ChangeGathering {
  public:
    ChangeGathering(Session& session, Date today)
        : session_(session),
          database_(session.workspace.database()),
          today_(today),
          since_(session.clock.now() - recent) {}

    std::vector<Change> gather() {
        if (may(UseCase::read_definitions)) {
            add_versions(DefinitionKind::process, "app.change_sheet");
            add_versions(DefinitionKind::plugin, "app.change_plugin");
        }
        if (may(UseCase::show_review)) add_reviews();
        if (may(UseCase::show_management_review)) add_management_reviews();
        if (may(UseCase::show_audits)) add_audits();
        add_actions();
        return std::move(changes_);
    }

  private:
    bool may(UseCase use_case) const { return scope_of(session_.actor, use_case) != Scope::none; }
    bool is_news(const std::string& by, Instant at) const {
        return at >= since_ && by != session_.actor.name;
    }
    void add(const model::Mark& mark, Message what, std::string subject) {
        if (is_news(mark.by, mark.at))
            changes_.push_back({mark.at, mark.by, std::move(what), std::move(subject)});
    }
    void add(const std::optional<model::Mark>& mark, const Message& what, const std::string& subject) {
        if (mark) add(*mark, what, subject);
    }

    std::string words(const LocalText& text) const { return session_.catalogue.text(text); }
    std::string words(const calendar::Period& period) const {
        return report::period_words(period, session_.catalogue);
    }
    std::string title_of(DefinitionKind kind, const std::string& name) {
        if (kind == DefinitionKind::process) {
            const auto process = process_in_force(session_.workspace, name, today_);
            return process ? words(process->value.title) : name;
        }
        const auto plugin = plugin_in_force(session_.workspace, name, today_);
        return plugin ? words(plugin->value.plugin.title) : name;
    }

    void add_versions(DefinitionKind kind, const char* what) {
        for (const model::DefinitionVersion& version : store::DefinitionRepository(database_).list(kind)) {
            if (!version.acceptance || !is_news(version.acceptance->approver, version.acceptance->at))
                continue;
            add(model::Mark{version.acceptance->approver, version.acceptance->at},
                Message{what,
                        {{"title", title_of(kind, version.name)},
                         {"version", version.number},
                         {"from", version.acceptance->from}}},
                fmt::format("{}/{}", model::definition_kind_name(kind), version.name));
        }
    }

    void add_reviews() {
        for (const model::Review& review : store::ReviewRepository(database_).list()) {
            const auto add_step = [&](const std::optional<model::Mark>& mark, const char* what) {
                if (!mark || !is_news(mark->by, mark->at)) return;
                add(mark,
                    Message{what,
                            {{"title", title_of(DefinitionKind::process, review.process)},
                             {"period", words(review.period)}}},
                    fmt::format("review/{}/{}", review.process, review.period.text()));
            };
            add_step(review.signed_off, "app.change_review_signed");
            add_step(review.held, "app.change_review_held");
        }
    }

    void add_management_reviews() {
        for (const model::ManagementReview& review : store::ManagementReviewRepository(database_).list()) {
            const std::string subject = "management-review/" + review.period.text();
            const auto told = [&](const char* what) {
                return Message{what, {{"period", words(review.period)}}};
            };
            add(review.signed_off, told("app.change_management_review_signed"), subject);
            add(review.held, told("app.change_management_review_held"), subject);
        }
    }

    void add_audits() {
        for (const model::Audit& audit : store::AuditRepository(database_).list()) {
            if (!authorise(session_, UseCase::show_audits, audit)) continue;
            const auto auditee = auditee_title(session_, audit);
            const std::string subject = fmt::format("audit/{}", audit.number);
            const auto add_step = [&](const std::optional<model::Mark>& mark, model::AuditState state) {
                add(mark,
                    Message{"app.change_audit",
                            {{"number", audit.number},
                             {"auditee", auditee ? words(*auditee) : audit.auditee},
                             {"state", model::audit_state_title(state)}}},
                    subject);
            };
            add_step(audit.requested, model::AuditState::requested);
            add_step(audit.begun, model::AuditState::fieldwork);
            add_step(audit.reported, model::AuditState::provisional);
            add_step(audit.finished, model::AuditState::final_report);
            add_step(audit.closed, model::AuditState::closed);
            add_pieces(audit, auditee ? words(*auditee) : audit.auditee, subject);
        }
    }

    // One line for all of an audit, as of the last one.
    void add_pieces(const model::Audit& audit, const std::string& auditee, const std::string& subject) {
        std::int64_t count = 0;
        model::Mark last;
        for (const model::Piece& piece : audit.pieces) {
            for (const model::Delivery& delivery : piece.deliveries) {
                if (!is_news(delivery.mark.by, delivery.mark.at)) continue;
                ++count;
                if (delivery.mark.at >= last.at) last = delivery.mark;
            }
        }
        if (count == 0) return;
        add(last,
            Message{"app.change_pieces", {{"number", audit.number}, {"auditee", auditee}, {"count", count}}},
            subject);
    }

    void add_actions() {
        for (const model::Action& action :
             store::ActionRepository(database_).list({.owner = session_.actor.name})) {
            const auto add_step = [&](const model::Mark& mark, model::ActionState state) {
                add(mark,
                    Message{"app.change_action",
                            {{"number", action.number},
                             {"text", action.text},
                             {"state", model::action_state_title(state)}}},
                    fmt::format("action/{}", action.number));
            };
            if (action.decided) add_step(*action.decided, model::ActionState::decided);
            if (action.finished) add_step(*action.finished, model::ActionState::done);
            if (action.judged) add_step(action.judged->mark, action.state);
            if (action.cancelled) add_step(action.cancelled->mark, model::ActionState::cancelled);
        }
    }

    Session& session_;
    store::Database& database_;
    Date today_;
    Instant since_;
    std::vector<Change> changes_;
};

}  // namespace

Result<std::vector<Change>> list_changes(Session& session, std::size_t most) {
    const auto now = today(session);
    if (!now) return tl::unexpected(now.error());
    std::vector<Change> changes = ChangeGathering(session, *now).gather();
    std::ranges::stable_sort(changes, std::greater(), &Change::at);
    changes.resize(std::min(changes.size(), most));
    store::AccountRepository accounts(session.workspace.database());
    for (Change& change : changes) {
        if (const auto account = accounts.find(change.by)) change.by = account->person;
    }
    return changes;
}

}  // namespace cadran::app
