// SPDX-License-Identifier: Apache-2.0
#include "app/due_audits.h"

#include <algorithm>

#include "app/audit_content.h"
#include "app/escalation.h"
#include "calendar/deadline.h"
#include "store/audit_repository.h"

namespace cadran::app {

namespace {

using model::Audit;
using model::AuditFinding;
using model::AuditFindingState;
using model::AuditState;

// One audit, at the step where it is.
class AuditDueGathering {
  public:
    AuditDueGathering(Session& session, const Audit& audit, Date today,
                      const std::vector<std::string>& quality_managers, std::vector<DueItem>& items)
        : session_(session),
          audit_(audit),
          today_(today),
          quality_managers_(quality_managers),
          items_(items),
          auditee_{audit.auditee, audit.auditee},
          findings_(store::AuditFindingRepository(session.workspace.database()).list(audit.number)) {
        if (const auto title = auditee_title(session, audit)) auditee_ = *title;
        std::ranges::sort(team_ = audit.team);
        std::ranges::sort(contacts_ = audit.contacts.empty() ? audit.team : audit.contacts);
    }

    Done gather() {
        switch (audit_.state) {
            case AuditState::planned: return add_beginning();
            case AuditState::requested:
            case AuditState::fieldwork:
                add_pieces();
                add_report("app.due_provisional_report", audit_.to,
                           audit_.state == AuditState::requested ? "begin" : "report");
                break;
            case AuditState::provisional:
            case AuditState::contradictory:
                add_arguments();
                add_report("app.due_final_report", std::max(audit_.to, audit_.argue_by.value_or(audit_.to)),
                           "finish");
                break;
            case AuditState::final_report:
                step(DueKind::audit, "restitution", "app.due_restitution", 0, team_, {}, "audit restitute");
                add_resolutions();
                break;
            case AuditState::follow_up:
                add_resolutions();
                add_follow_up();
                break;
            default: break;
        }
        return {};
    }

  private:
    // The next step of the audit itself, or of what it counts; `command` gets the audit's number.
    DueItem& step(DueKind kind, std::string_view thing, const char* what, std::int64_t count,
                  std::vector<std::string> who, std::optional<Date> on, const std::string& command) {
        Message message{what, {{"audit", model::audit_name(audit_)}, {"auditee", auditee_}}};
        if (count > 0) message.arguments.emplace_back("count", count);
        return add(kind, std::move(message), std::move(who), on, fmt::format("{} {}", command, audit_.number),
                   fmt::format("audit/{}/{}", audit_.number, thing));
    }

    DueItem& add(DueKind kind, Message what, std::vector<std::string> who, std::optional<Date> on,
                 std::string command, std::string thing) {
        const bool is_of_process = audit_.subject == model::AuditSubject::process;
        return items_.emplace_back(DueItem{kind, is_of_process ? audit_.auditee : std::string(),
                                           std::move(what), std::move(who), on, false, std::move(command),
                                           std::move(thing)});
    }

    // How many findings are so, and the first of them.
    template <typename Wanted>
    std::pair<std::int64_t, std::int64_t> count(Wanted wanted) const {
        const auto first = std::ranges::find_if(findings_, wanted);
        return {std::ranges::count_if(findings_, wanted), first == findings_.end() ? 0 : first->number};
    }

    Done add_beginning() {
        const auto content = content_of(session_, audit_);
        if (!content) return tl::unexpected(content.error());
        step(DueKind::audit, "begin", "app.due_begin_audit", 0, team_, audit_.from,
             content->checklist.due ? "audit request" : "audit begin");
        return {};
    }

    void add_pieces() {
        std::int64_t awaited = 0, received = 0;
        std::optional<Date> first;
        for (const model::Piece& piece : audit_.pieces) {
            received += piece.state == model::PieceState::received;
            if (piece.is_delivered()) continue;
            ++awaited;
            first = first ? std::min(*first, piece.due) : piece.due;
        }
        if (awaited > 0) {
            DueItem& item =
                step(DueKind::piece, "pieces", "app.due_pieces", awaited, contacts_, first, "piece receive");
            if (*first < today_ && team_ != contacts_) item.escalated_to = team_;
        }
        if (received > 0)
            step(DueKind::piece, "received", "app.due_examine_pieces", received, team_, {}, "piece list");
    }

    void add_report(const char* what, Date on, std::string_view verb) {
        step(DueKind::audit, "report", what, 0, team_, on, fmt::format("audit {}", verb));
    }

    void add_arguments() {
        const auto [unanswered, to_answer] = count([](const AuditFinding& one) {
            return model::asks_for_answer(one.kind) && one.state == AuditFindingState::issued;
        });
        if (unanswered > 0)
            counted("answer", "app.due_answer_findings", unanswered, contacts_, audit_.argue_by,
                    fmt::format("audit-finding answer {}", to_answer));
        const auto [unsettled, to_settle] = count([](const AuditFinding& one) {
            return one.state == AuditFindingState::contested && !one.settled;
        });
        if (unsettled > 0)
            counted("settle", "app.due_settle_findings", unsettled, team_,
                    std::max(audit_.to, audit_.argue_by.value_or(audit_.to)),
                    fmt::format("audit-finding settle {}", to_settle));
    }

    // Of findings of the audit; the command names the first of them.
    void counted(std::string_view thing, const char* what, std::int64_t count, std::vector<std::string> who,
                 std::optional<Date> on, std::string command) {
        step(DueKind::audit_finding, thing, what, count, std::move(who), on, "").command = std::move(command);
    }

    void add_resolutions() {
        for (const AuditFinding& one : findings_) {
            if (!one.is_open() || one.state == AuditFindingState::resolved) continue;
            DueItem& item =
                add(DueKind::audit_finding,
                    {"app.due_resolve_finding",
                     {{"finding", model::audit_finding_name(one)}, {"text", one.text}}},
                    contacts_, one.expected_on, fmt::format("audit-finding resolve {}", one.number),
                    fmt::format("audit-finding/{}", one.number));
            if (one.expected_on)
                item.escalated_to =
                    escalated_to({team_, quality_managers_}, contacts_,
                                 std::chrono::sys_days{today_} - std::chrono::sys_days{*one.expected_on});
        }
        const auto [resolved, first] =
            count([](const AuditFinding& one) { return one.state == AuditFindingState::resolved; });
        if (resolved > 0)
            counted("verify", "app.due_verify_findings", resolved, team_, {},
                    fmt::format("audit-finding verify {}", first));
    }

    void add_follow_up() {
        const auto [open, first] = count([](const AuditFinding& one) { return one.is_open(); });
        if (open == 0) {
            step(DueKind::audit, "follow-up", "app.due_close_audit", 0, team_, {}, "audit close");
            return;
        }
        const Duration term{months_to_follow_up.count(), TimeUnit::months};
        const auto on = calendar::add(audit_.restitution->held, term, calendar::Region::metropole);
        step(DueKind::audit, "follow-up", "app.due_follow_up", open, team_, on, "audit show");
    }

    Session& session_;
    const Audit& audit_;
    Date today_;
    const std::vector<std::string>& quality_managers_;
    std::vector<DueItem>& items_;
    LocalText auditee_;
    std::vector<AuditFinding> findings_;
    std::vector<std::string> team_, contacts_;
};

}  // namespace

Result<std::vector<DueItem>> audits_due(Session& session, Date today,
                                        const std::vector<std::string>& quality_managers) {
    std::vector<DueItem> items;
    for (const Audit& audit : store::AuditRepository(session.workspace.database()).list()) {
        if (audit.state >= AuditState::closed) continue;
        if (const Done done = AuditDueGathering(session, audit, today, quality_managers, items).gather();
            !done)
            return tl::unexpected(done.error());
    }
    return items;
}

}  // namespace cadran::app
