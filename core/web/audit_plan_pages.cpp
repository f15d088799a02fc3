// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "app/audit.h"
#include "app/audit_external.h"
#include "app/audit_planning.h"
#include "base/text.h"
#include "report/words.h"
#include "web/audit_desk.h"
#include "web/audit_pages.h"
#include "web/choices.h"
#include "web/error_page.h"
#include "web/frame.h"

namespace cadran::web {

namespace {

constexpr std::array plan_labels{"web.audits",        "web.choose_checklist",  "web.auditee",
                                 "web.audit_scope",   "web.audit_references",  "web.references_hint",
                                 "web.planned_from",  "web.planned_to",        "web.audit_lead",
                                 "web.rest_of_team",  "web.audit_contacts",    "web.process_contacts_hint",
                                 "web.about_auditee", "web.plan_this_audit",   "web.no_checklist",
                                 "web.not_said",      "web.another_checklist", "web.no_contact"};
constexpr std::array outside_labels{"web.audits",
                                    "web.audit_auditor",
                                    "web.audit_auditor_hint",
                                    "web.audit_scope",
                                    "web.audit_references",
                                    "web.planned_from",
                                    "web.planned_to",
                                    "web.audit_contacts",
                                    "web.record_this_audit",
                                    "web.outside_explained",
                                    "web.no_contact"};

constexpr std::string_view fact_prefix = "fact_";

std::vector<std::string> chosen_names(const Request& request, std::string_view field) {
    std::vector<std::string> names;
    for (const auto& [name, value] : request.form) {
        if (name == field && !value.empty()) names.push_back(value);
    }
    return names;
}

// Those that were ticked in the form keep their tick.
Json::Array people_to_tick(const std::vector<app::KnownPerson>& people,
                           const std::vector<std::string>& ticked) {
    Json::Array all;
    for (const app::KnownPerson& one : people) {
        const bool chosen = std::ranges::find(ticked, one.account) != ticked.end();
        all.push_back(Json::Object{{"chosen", chosen}, {"title", one.person}, {"value", one.account}});
    }
    return all;
}

// What the checklist asks about the auditee; each a list to choose from, or a field.
Json::Array facts_to_fill(const model::Checklist& checklist, const Request& request,
                          const Catalogue& catalogue) {
    Json::Array facts;
    for (const auto& field : checklist.facts) {
        const std::string name = fmt::format("{}{}", fact_prefix, field.name);
        const std::string known = request.form.get(name);
        Json::Array choices;
        for (const auto& code : field.codes)
            choices.push_back(option(code.name, catalogue.text(code.title), known));
        if (field.type == column::Type::boolean) {
            choices.push_back(option("true", catalogue.text(Message{"web.yes"}), known));
            choices.push_back(option("false", catalogue.text(Message{"web.no"}), known));
        }
        facts.push_back(Json::Object{{"choices", choices},
                                     {"has_choices", !choices.empty()},
                                     {"name", name},
                                     {"required", field.required},
                                     {"title", catalogue.text(field.title)},
                                     {"value", known}});
    }
    return facts;
}

// The one that was asked for, by its name or by who is audited; null where none was.
const model::Checklist* asked_checklist(const app::AuditChoices& choices, const Request& request) {
    const std::string name =
        request.form.has("checklist") ? request.form.get("checklist") : request.query.get("checklist");
    const auto subject = model::parse_audit_subject(request.query.get("subject"));
    const auto found = std::ranges::find_if(choices.checklists, [&](const model::Checklist& one) {
        return name.empty() ? subject && one.audits == *subject : one.id == name;
    });
    return found == choices.checklists.end() ? nullptr : &*found;
}

Json::Array checklists_to_choose(const app::AuditChoices& choices, const Catalogue& catalogue) {
    Json::Array all;
    for (const model::Checklist& one : choices.checklists) {
        const auto pieces = std::ranges::count(one.items, true, &model::ChecklistItem::is_piece);
        all.push_back(Json::Object{
            {"content",
             catalogue.text(Message{"web.checklist_content",
                                    {{"pieces", pieces}, {"questions", std::ssize(one.items) - pieces}}})},
            {"place", "/audits/new?checklist=" + percent_encoded(one.id)},
            {"subject", catalogue.text(model::audit_subject_title(one.audits))},
            {"title", catalogue.text(one.title)}});
    }
    return all;
}

Json plan_fields(const app::AuditChoices& choices, const model::Checklist& checklist, const Request& request,
                 const Catalogue& catalogue) {
    const std::string auditee =
        request.form.has("auditee") ? request.form.get("auditee") : request.query.get("auditee");
    Json::Array auditees, leads;
    for (const audit::Auditable& one : choices.auditees) {
        if (one.subject == checklist.audits)
            auditees.push_back(option(one.id, catalogue.text(one.title), auditee));
    }
    for (const app::KnownPerson& one : choices.auditors)
        leads.push_back(option(one.account, one.person, request.form.get("lead")));
    const Json::Array facts = facts_to_fill(checklist, request, catalogue);
    return Json::Object{{"auditees", auditees},
                        {"checklist", checklist.id},
                        {"checklist_title", catalogue.text(checklist.title)},
                        {"contacts", people_to_tick(choices.contacts, chosen_names(request, "contact"))},
                        {"facts", facts},
                        {"from_value", request.form.get("from")},
                        {"has_contacts", !choices.contacts.empty()},
                        {"has_facts", !facts.empty()},
                        {"is_process", checklist.audits == model::AuditSubject::process},
                        {"leads", leads},
                        {"references_value", request.form.get("references")},
                        {"scope_value", request.form.get("scope")},
                        {"team", people_to_tick(choices.auditors, chosen_names(request, "team"))},
                        {"to_value", request.form.get("to")}};
}

Result<Response> shown_plan(const Failure* failure, const Request& request, app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    const auto choices = app::audit_choices(session);
    if (!choices) return tl::unexpected(choices.error());
    const model::Checklist* checklist = asked_checklist(*choices, request);
    const std::string title = catalogue.text(Message{"web.plan_an_audit"});
    const std::string body = filled_template(
        "new_audit",
        Json::Object{{"checklists", checklists_to_choose(*choices, catalogue)},
                     {"faults", faults_above(failure, catalogue)},
                     {"fields", checklist == nullptr ? Json(false)
                                                     : plan_fields(*choices, *checklist, request, catalogue)},
                     {"form_token", request.form_token},
                     {"label", report::labels(plan_labels, catalogue)},
                     {"no_checklist", choices->checklists.empty()},
                     {"title", title}});
    return framed({.title = title,
                   .place = "/audits",
                   .body = body,
                   .status = failure == nullptr ? 200 : status_of(*failure)},
                  request, session);
}

// From the first to the last day; both must be said.
std::pair<Date, Date> planned_days(const Request& request, Diagnostics& faults) {
    const auto from = date_field(request, "from", faults), to = date_field(request, "to", faults);
    if (faults.empty() && (!from || !to)) faults.push_back({{}, {"web.days_missing"}, {}});
    return {from.value_or(Date{}), to.value_or(Date{})};
}

Result<app::PlanAudit> plan_of(const Request& request) {
    Diagnostics faults;
    app::PlanAudit plan;
    plan.checklist = request.form.get("checklist");
    plan.auditee = request.form.get("auditee");
    plan.scope = typed_text(request, "scope");
    plan.references = typed_text(request, "references");
    std::tie(plan.from, plan.to) = planned_days(request, faults);
    plan.team = chosen_names(request, "lead");
    for (std::string& name : chosen_names(request, "team")) {
        if (std::ranges::find(plan.team, name) == plan.team.end()) plan.team.push_back(std::move(name));
    }
    plan.contacts = chosen_names(request, "contact");
    for (const auto& [name, value] : request.form) {
        if (name.starts_with(fact_prefix) && !trimmed(value).empty())
            plan.facts.emplace(name.substr(fact_prefix.size()), trimmed(value));
    }
    if (!faults.empty()) return invalid(std::move(faults));
    return plan;
}

Result<Response> shown_outside(const Failure* failure, const Request& request, app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    const auto contacts = app::contacts_to_choose(session);
    if (!contacts) return tl::unexpected(contacts.error());
    const std::string title = catalogue.text(Message{"web.record_an_audit"});
    const std::string body = filled_template(
        "outside_audit",
        Json::Object{{"auditor_value", request.form.get("auditor")},
                     {"contacts", people_to_tick(*contacts, chosen_names(request, "contact"))},
                     {"faults", faults_above(failure, catalogue)},
                     {"form_token", request.form_token},
                     {"from_value", request.form.get("from")},
                     {"has_contacts", !contacts->empty()},
                     {"label", report::labels(outside_labels, catalogue)},
                     {"references_value", request.form.get("references")},
                     {"scope_value", request.form.get("scope")},
                     {"title", title},
                     {"to_value", request.form.get("to")}});
    return framed({.title = title,
                   .place = "/audits",
                   .body = body,
                   .status = failure == nullptr ? 200 : status_of(*failure)},
                  request, session);
}

Result<app::RecordAudit> record_of(const Request& request) {
    Diagnostics faults;
    app::RecordAudit record;
    record.auditor = typed_text(request, "auditor");
    record.scope = typed_text(request, "scope");
    record.references = typed_text(request, "references");
    std::tie(record.from, record.to) = planned_days(request, faults);
    record.contacts = chosen_names(request, "contact");
    if (!faults.empty()) return invalid(std::move(faults));
    return record;
}

}  // namespace

Result<Response> new_audit_page(const Request& request, app::Session& session) {
    return shown_plan(nullptr, request, session);
}

Result<Response> plan_audit_form(const Request& request, app::Session& session) {
    const auto plan = plan_of(request);
    if (!plan) return shown_plan(&plan.error(), request, session);
    const auto planned = app::plan_audit(session, *plan);
    if (!planned) return shown_plan(&planned.error(), request, session);
    return see_other(fmt::format("/audits/{}?done=action", planned->number));
}

Result<Response> outside_audit_page(const Request& request, app::Session& session) {
    return shown_outside(nullptr, request, session);
}

Result<Response> record_audit_form(const Request& request, app::Session& session) {
    const auto record = record_of(request);
    if (!record) return shown_outside(&record.error(), request, session);
    const auto recorded = app::record_audit(session, *record);
    if (!recorded) return shown_outside(&recorded.error(), request, session);
    return see_other(fmt::format("/audits/{}?done=action", recorded->number));
}

}  // namespace cadran::web
