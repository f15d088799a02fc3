// SPDX-License-Identifier: Apache-2.0
#include "app/audit.h"

#include <algorithm>

#include <fmt/ranges.h>

#include "app/audit_content.h"
#include "app/audit_dossier.h"
#include "app/expect_text.h"
#include "app/nearest.h"
#include "audit/facts.h"
#include "base/hash.h"
#include "base/text.h"
#include "calendar/deadline.h"
#include "report/words.h"
#include "store/account_repository.h"
#include "store/audit_repository.h"
#include "store/state.h"

namespace cadran::app {

namespace {

using model::Audit;
using model::AuditSubject;

// The plan of an audit, looked at from all sides.
class Planning {
  public:
    Planning(Session& session, const PlanAudit& command, Date today)
        : session_(session), command_(command), today_(today) {}

    Result<Audit> audit() {
        if (const Done known = read_checklist(); !known) return tl::unexpected(known.error());
        audit_.auditee = command_.auditee;
        audit_.scope = trimmed(command_.scope);
        audit_.references = trimmed(command_.references);
        audit_.from = command_.from;
        audit_.to = command_.to;
        audit_.team = command_.team;
        audit_.contacts = command_.contacts;
        audit_.facts = command_.facts;
        check_auditee();
        check_people();
        expect_text(faults_, command_.scope, "--scope");
        if (audit_.to < audit_.from)
            fault({"app.audit_ends_before_it_begins"}, Message{"app.give_a_later_date"});
        if (!faults_.empty()) return invalid(std::move(faults_));
        return std::move(audit_);
    }

  private:
    void fault(Message what, std::optional<Message> hint) {
        faults_.push_back({{}, std::move(what), std::move(hint)});
    }

    // The one whose name was given, or the only one of the plugin.
    static const script::ChecklistDeclaration* choose(const script::Plugin& plugin, const std::string& name) {
        if (name != plugin.id) return plugin.find_checklist(name);
        return plugin.checklists.size() == 1 ? &plugin.checklists.front() : nullptr;
    }

    Done read_checklist() {
        const auto plugins = plugins_in_force(session_.workspace, today_);
        if (!plugins) return tl::unexpected(plugins.error());
        std::vector<std::string> names;
        for (const InForce<PluginContent>& in_force : *plugins) {
            const script::Plugin& plugin = in_force.value.plugin;
            for (const auto& one : plugin.checklists) names.push_back(one.checklist.id);
            const script::ChecklistDeclaration* declared = choose(plugin, command_.checklist);
            if (declared == nullptr) continue;
            audit_.checklist = declared->checklist.id;
            audit_.version = in_force.version.number;
            audit_.hash = in_force.version.hash;
            audit_.subject = declared->checklist.audits;
            if (const auto facts = audit::parse_facts(declared->checklist, command_.facts); !facts)
                faults_ = facts.error().diagnostics;
            return {};
        }
        return not_found({"app.no_checklist", {{"checklist", command_.checklist}}},
                         nearest_hint(command_.checklist, names).value_or(Message{"app.accept_a_checklist"}));
    }

    void check_auditee() {
        if (audit_.subject == AuditSubject::process) return check_process();
        const auto organisation = organisation_of(session_);
        if (!organisation) return;
        std::vector<std::string> names;
        for (const model::Provider& provider : (*organisation)->providers) {
            if (provider.delegate == (audit_.subject == AuditSubject::delegate)) names.push_back(provider.id);
        }
        if (std::ranges::find(names, audit_.auditee) != names.end()) return;
        fault({"app.no_such_auditee",
               {{"auditee", audit_.auditee}, {"subject", model::audit_subject_title(audit_.subject)}}},
              nearest_hint(audit_.auditee, names)
                  .value_or(Message{"app.auditees_are",
                                    {{"auditees", fmt::format("{}", fmt::join(names, ", "))}}}));
    }

    void check_process() {
        const auto process = process_in_force(session_.workspace, audit_.auditee, today_);
        if (!process) {
            std::ranges::copy(process.error().diagnostics, std::back_inserter(faults_));
            return;
        }
        std::vector<std::string> owners{process->value.pilot};
        std::ranges::copy(process->value.backups, std::back_inserter(owners));
        for (const std::string& owner : owners) {
            if (!audit_.is_contact(owner)) audit_.contacts.push_back(owner);
        }
    }

    void check_people() {
        store::AccountRepository accounts(session_.workspace.database());
        if (audit_.team.empty()) fault({"app.audit_without_team"}, Message{"app.name_the_auditors"});
        std::vector<std::string> names;
        for (const model::Account& account : accounts.list()) names.push_back(account.name);
        for (const std::string& name : audit_.team) {
            const auto account = accounts.find(name);
            if (!account)
                fault({"app.no_such_owner", {{"owner", name}}}, nearest_hint(name, names));
            else if (!account->has(model::Role::auditor))
                fault({"app.no_auditor", {{"account", name}}}, Message{"app.name_the_auditors"});
            if (audit_.is_contact(name))
                fault({"app.audits_own_work", {{"account", name}}},
                      Message{"app.choose_an_impartial_auditor"});
        }
        for (const std::string& name : audit_.contacts) {
            if (!accounts.find(name))
                fault({"app.no_such_owner", {{"owner", name}}}, nearest_hint(name, names));
        }
    }

    Session& session_;
    const PlanAudit& command_;
    Date today_;
    Audit audit_;
    Diagnostics faults_;
};

ListedAudit listed(Session& session, const Audit& audit, Date today) {
    ListedAudit line{.audit = audit, .auditee = {audit.auditee, audit.auditee}, .lead = audit.team.front()};
    if (const auto lead = store::AccountRepository(session.workspace.database()).find(line.lead))
        line.lead = lead->person;
    if (const auto title = auditee_title(session, audit)) line.auditee = *title;
    line.late_pieces =
        std::ranges::count_if(audit.pieces, [&](const model::Piece& piece) { return piece.is_late(today); });
    for (const auto& finding :
         store::AuditFindingRepository(session.workspace.database()).list(audit.number)) {
        if (!finding.counts()) continue;
        ++line.findings;
        line.open += finding.is_open() ? 1 : 0;
        line.overdue += finding.is_overdue(today) ? 1 : 0;
    }
    return line;
}

bool is_wanted(const Audit& audit, const AuditQuery& query) {
    if (query.state && audit.state != *query.state) return false;
    return !query.open || audit.state < model::AuditState::closed;
}

// The criteria on which an item is judged.
std::vector<std::string> criteria_of(const model::Checklist& checklist, const model::ChecklistItem& item) {
    if (!item.is_piece) return {std::string(model::answer_criterion)};
    std::vector<std::string> names;
    for (const model::Criterion& criterion : checklist.criteria) names.push_back(criterion.id);
    return names;
}

Diagnostics faults_of_verdicts(const AssessItem& command, const std::vector<std::string>& criteria) {
    Diagnostics faults;
    for (const auto& [criterion, conformity] : command.verdicts) {
        if (std::ranges::find(criteria, criterion) != criteria.end()) continue;
        faults.push_back(
            {{},
             {"app.no_such_criterion", {{"criterion", criterion}, {"item", command.item}}},
             Message{"app.criteria_are", {{"criteria", fmt::format("{}", fmt::join(criteria, ", "))}}}});
    }
    const bool says_nothing = !command.whole && command.verdicts.empty() && command.method.empty() &&
                              command.result.empty() && command.conclusion.empty();
    if (says_nothing) faults.push_back({{}, {"app.nothing_assessed"}, Message{"app.say_what_was_found"}});
    return faults;
}

// What was found before, with what is said now in its place.
model::Assessment merged(const Audit& audit, const AssessItem& command,
                         const std::vector<std::string>& criteria, const model::Mark& mark) {
    const model::Assessment* found = audit.assessment(command.item);
    const model::Assessment* before = command.whole ? nullptr : found;
    model::Assessment after = before == nullptr ? model::Assessment{} : *before;
    if (found != nullptr) after.photos = found->photos;
    after.item = command.item;
    after.verdicts.clear();
    for (const std::string& criterion : criteria) {
        const auto said = command.verdicts.find(criterion);
        if (said != command.verdicts.end())
            after.verdicts.push_back({criterion, said->second});
        else if (before != nullptr)
            after.verdicts.push_back({criterion, before->of(criterion)});
        else
            after.verdicts.push_back({criterion, model::Conformity::not_checked});
    }
    if (command.whole || !command.method.empty()) after.method = command.method;
    if (command.whole || !command.result.empty()) after.result = command.result;
    if (command.whole || !command.conclusion.empty()) after.conclusion = command.conclusion;
    after.mark = mark;
    return after;
}

// Nobody else found something of the item since the writing began.
Done expect_stand(Session& session, const Audit& audit, const AssessItem& command) {
    const model::Assessment* known = audit.assessment(command.item);
    if (!command.began_from || *command.began_from == assessment_stand(known)) return {};
    const auto zone = zone_of(session);
    if (!zone) return tl::unexpected(zone.error());
    const auto account = known == nullptr
                             ? std::nullopt
                             : store::AccountRepository(session.workspace.database()).find(known->mark.by);
    return conflict(
        {"app.assessed_meanwhile",
         {{"person", account ? account->person : std::string()},
          {"moment", known == nullptr ? std::string()
                                      : report::moment_words(known->mark.at, session.catalogue, *zone)}}},
        Message{"app.compare_what_was_found"});
}

Result<const model::ChecklistItem*> item_named(Session& session, const AuditContent& content,
                                               const Audit& audit, const std::string& name) {
    const auto items = items_of(session, content, audit);
    if (!items) return tl::unexpected(items.error());
    std::vector<std::string> names;
    for (const model::ChecklistItem* item : *items) {
        if (item->id == name) return item;
        names.push_back(item->id);
    }
    return not_found(
        {"app.no_such_item", {{"item", name}, {"audit", model::audit_name(audit)}}},
        nearest_hint(name, names).value_or(Message{"app.see_the_audit", {{"audit", audit.number}}}));
}

Done expect_nothing_open(store::Database& database, const Audit& audit) {
    std::vector<std::string> open;
    for (const auto& finding : store::AuditFindingRepository(database).list(audit.number)) {
        if (finding.is_open()) open.push_back(model::audit_finding_name(finding));
    }
    if (open.empty()) return {};
    return conflict({"app.audit_findings_open",
                     {{"count", static_cast<std::int64_t>(open.size())},
                      {"findings", fmt::format("{}", fmt::join(open, ", "))}}},
                    Message{"app.verify_the_findings"});
}

}  // namespace

Result<Audit> plan_audit(Session& session, const PlanAudit& command) {
    if (const Done may = authorise(session, UseCase::plan_audit); !may) return tl::unexpected(may.error());
    const auto now = today(session);
    if (!now) return tl::unexpected(now.error());
    auto audit = Planning(session, command, *now).audit();
    if (!audit) return audit;
    store::UnitOfWork work(session.workspace.database(), session.clock, session.actor.name, session.channel);
    audit->planned = work.mark();
    store::AuditRepository(work.database()).insert(*audit);
    work.journal("audit.plan", store::subject(*audit), {}, store::state(*audit));
    work.commit();
    return audit;
}

Result<std::vector<ListedAudit>> list_audits(Session& session, const AuditQuery& query) {
    if (const auto scope = scope_within(session, UseCase::show_audits); !scope)
        return tl::unexpected(scope.error());
    const auto now = today(session);
    if (!now) return tl::unexpected(now.error());
    std::vector<ListedAudit> lines;
    for (const Audit& audit : store::AuditRepository(session.workspace.database()).list(query.auditee)) {
        if (is_wanted(audit, query) && authorise(session, UseCase::show_audits, audit))
            lines.push_back(listed(session, audit, *now));
    }
    return lines;
}

Result<model::AuditDossier> show_audit(Session& session, std::int64_t number) {
    const auto audit = find_audit(session.workspace.database(), number);
    if (!audit) return tl::unexpected(audit.error());
    if (const Done may = authorise(session, UseCase::show_audits, *audit); !may)
        return tl::unexpected(may.error());
    auto dossier = gather_audit_dossier(session, *audit);
    if (!dossier) return dossier;
    if (audit->state < model::AuditState::provisional && audit->is_contact(session.actor.name)) {
        dossier->findings.clear();
        dossier->audit.assessments.clear();
        dossier->audit.samplings.clear();
        dossier->samplings.clear();
        for (model::AuditedItem& item : dossier->items) item.assessment.reset();
    }
    return dossier;
}

Result<Audit> hold_kick_off(Session& session, const HoldKickOff& command) {
    const auto take = [&](store::UnitOfWork& work, Audit& audit) -> Done {
        Diagnostics faults = meeting_faults(command.participants, command.minutes);
        if (!faults.empty()) return invalid(std::move(faults));
        return model::hold_kick_off(audit,
                                    {command.held, command.participants, command.minutes, work.mark()});
    };
    return step_audit(session, command.audit, UseCase::conduct_audit, "audit.kick-off", take);
}

Result<Audit> request_pieces(Session& session, std::int64_t number, const std::optional<Date>& due) {
    const auto now = today(session);
    if (!now) return tl::unexpected(now.error());
    const auto locality = locality_of(session);
    if (!locality) return tl::unexpected(locality.error());
    const auto take = [&](store::UnitOfWork& work, Audit& audit) -> Done {
        const auto content = content_of(session, audit);
        if (!content) return tl::unexpected(content.error());
        const auto items = items_of(session, *content, audit);
        if (!items) return tl::unexpected(items.error());
        // A checklist with pieces says how long one has to deliver them.
        const auto& term = content->checklist.due;
        const auto by_term = term ? calendar::add(*now, *term, locality->region) : std::nullopt;
        const Date day = due.value_or(by_term.value_or(*now));
        if (day < *now)
            return invalid(Message{"app.due_in_the_past", {{"date", day}}}, Message{"app.give_a_later_date"});
        std::vector<model::Piece> pieces;
        for (const model::ChecklistItem* item : *items) {
            if (item->is_piece) pieces.push_back({.item = item->id, .due = day});
        }
        return model::request_pieces(audit, std::move(pieces), work.mark());
    };
    return step_audit(session, number, UseCase::conduct_audit, "audit.request", take);
}

Result<Audit> begin_fieldwork(Session& session, std::int64_t number) {
    const auto take = [&](store::UnitOfWork& work, Audit& audit) -> Done {
        const auto content = content_of(session, audit);
        if (!content) return tl::unexpected(content.error());
        const auto items = items_of(session, *content, audit);
        if (!items) return tl::unexpected(items.error());
        const bool has_pieces =
            std::ranges::any_of(*items, [](const model::ChecklistItem* item) { return item->is_piece; });
        return model::begin_fieldwork(audit, has_pieces, work.mark());
    };
    return step_audit(session, number, UseCase::conduct_audit, "audit.begin", take);
}

std::string assessment_stand(const model::Assessment* assessment) {
    if (assessment == nullptr) return {};
    Json::Object verdicts;
    for (const auto& [criterion, conformity] : assessment->verdicts) {
        if (conformity != model::Conformity::not_checked)
            verdicts[criterion] = model::conformity_name(conformity);
    }
    const Json said = Json::Object{{"conclusion", assessment->conclusion},
                                   {"method", assessment->method},
                                   {"result", assessment->result},
                                   {"verdicts", verdicts}};
    return sha256(said.canonical_text()).hex().substr(0, 16);
}

Result<Audit> assess_item(Session& session, const AssessItem& command) {
    const auto take = [&](store::UnitOfWork& work, Audit& audit) -> Done {
        const auto content = content_of(session, audit);
        if (!content) return tl::unexpected(content.error());
        const auto item = item_named(session, *content, audit, command.item);
        if (!item) return tl::unexpected(item.error());
        const auto criteria = criteria_of(content->checklist, **item);
        Diagnostics faults = faults_of_verdicts(command, criteria);
        if (!faults.empty()) return invalid(std::move(faults));
        if (const Done stands = expect_stand(session, audit, command); !stands) return stands;
        return model::assess(audit, merged(audit, command, criteria, work.mark()));
    };
    return step_audit(session, command.audit, UseCase::conduct_audit, "audit.assess", take);
}

Result<Audit> cancel_audit(Session& session, std::int64_t number, const std::string& reason) {
    const auto take = [&](store::UnitOfWork& work, Audit& audit) {
        return model::cancel(audit, {reason, work.mark()});
    };
    return step_audit(session, number, UseCase::plan_audit, "audit.cancel", take);
}

Result<Audit> close_audit(Session& session, std::int64_t number) {
    const auto take = [&](store::UnitOfWork& work, Audit& audit) -> Done {
        if (audit.state == model::AuditState::follow_up) {
            if (const Done free = expect_nothing_open(work.database(), audit); !free) return free;
        }
        return model::close(audit, work.mark());
    };
    return step_audit(session, number, UseCase::conduct_audit, "audit.close", take);
}

}  // namespace cadran::app
