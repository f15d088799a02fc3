// SPDX-License-Identifier: Apache-2.0
#include "web/xray_pages.h"

#include <algorithm>
#include <array>

#include <fmt/ranges.h>

#include "app/clause_proofs.h"
#include "app/definitions.h"
#include "app/evidence.h"
#include "app/sheet.h"
#include "app/versions.h"
#include "app/xray.h"
#include "base/text.h"
#include "calendar/period.h"
#include "report/view.h"
#include "report/words.h"
#include "web/choices.h"
#include "web/error_page.h"
#include "web/frame.h"
#include "web/page_words.h"

namespace cadran::web {

namespace {

using calendar::Period;
using model::EvidenceKind;

constexpr std::array xray_labels{"web.process",       "web.observation",
                                 "web.cure",          "web.only_gaps",
                                 "web.every_clause",  "web.shadows",
                                 "web.no_shadow",     "web.clauses",
                                 "web.clause_number", "web.proofs_of_year",
                                 "web.gap",           "web.does_not_apply",
                                 "web.take_evidence", "web.take_evidence_words",
                                 "web.period",        "web.get_file",
                                 "web.whole_system",  "web.processes",
                                 "web.scope_hint"};

// `14 mesures`.
std::optional<Message> count_words(EvidenceKind kind, std::int64_t count) {
    const auto message = [&](const char* id) { return Message{id, {{"count", count}}}; };
    switch (kind) {
        case EvidenceKind::process_sheet: return message("web.count_sheets");
        case EvidenceKind::measurements: return message("web.count_measurements");
        case EvidenceKind::control_runs: return message("web.count_runs");
        case EvidenceKind::process_review: return message("web.count_reviews");
        case EvidenceKind::management_review: return message("web.count_management_reviews");
        case EvidenceKind::audit_report: return message("web.count_audits");
        case EvidenceKind::actions: return message("web.count_actions");
        case EvidenceKind::nonconformities: return message("web.count_nonconformities");
        default: return {};
    }
}

Json process_link(const std::string& process, const std::map<std::string, std::string>& titles) {
    const auto found = titles.find(process);
    return Json::Object{{"place", "/processes/" + percent_encoded(process)},
                        {"title", found == titles.end() ? process : found->second}};
}

Json clause_row(const app::ClauseProof& proof, const std::map<std::string, std::string>& titles,
                const Catalogue& catalogue) {
    Json::Array processes;
    std::vector<std::string> counts;
    if (proof.stated) counts.push_back(catalogue.text(Message{"web.stated_by_workspace"}));
    for (const std::string& process : proof.processes) {
        Json::Object link = process_link(process, titles).object();
        link["last"] = process == proof.processes.back();
        processes.push_back(std::move(link));
    }
    for (const auto& [kind, count] : proof.counts) {
        if (const auto words = count_words(kind, count)) counts.push_back(catalogue.text(*words));
    }
    return Json::Object{{"counts", fmt::format("{}", fmt::join(counts, ", "))},
                        {"excluded", proof.excluded ? Json(catalogue.text(*proof.excluded)) : Json(false)},
                        {"is_gap", proof.is_gap()},
                        {"number", proof.clause.number},
                        {"processes", processes},
                        {"title", catalogue.text(proof.clause.title)}};
}

Json::Array shadow_rows(const std::vector<app::XrayShadow>& shadows,
                        const std::map<std::string, std::string>& titles, const Catalogue& catalogue) {
    Json::Array rows;
    for (const app::XrayShadow& shadow : shadows)
        rows.push_back(Json::Object{
            {"cure", catalogue.text(on_page(shadow.cure))},
            {"process", shadow.process.empty() ? Json(false) : process_link(shadow.process, titles)},
            {"what", app::xray_words(shadow, catalogue)}});
    return rows;
}

// This one and the four before it, then the years of these.
Json::Array periods_to_choose(const std::string& chosen, Date today, const Catalogue& catalogue) {
    Json::Array all{option("", "–", chosen)};
    Period quarter = Period::containing(today, Period::Kind::quarter);
    for (int i = 0; i < 5; ++i, quarter = quarter.previous())
        all.push_back(option(quarter.text(), report::period_words(quarter, catalogue), chosen));
    Period year = Period::containing(today, Period::Kind::year);
    for (int i = 0; i < 2; ++i, year = year.previous())
        all.push_back(option(year.text(), report::period_words(year, catalogue), chosen));
    return all;
}

void add_evidence_form(Json::Object& view, const app::ClauseProofs& proofs,
                       const std::map<std::string, std::string>& titles, const Request& request, Date today,
                       const app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    const app::Scope reach = app::scope_of(session.actor, app::UseCase::export_evidence);
    Json::Array processes, clauses{option("", "–", request.form.get("clause"))};
    if (reach == app::Scope::all)
        processes.push_back(
            option("", catalogue.text(Message{"web.whole_system"}), request.form.get("process")));
    for (const auto& [process, title] : titles)
        processes.push_back(option(process, title, request.form.get("process")));
    for (const app::ClauseProof& proof : proofs.clauses)
        clauses.push_back(
            option(proof.clause.number,
                   fmt::format("{} {}", proof.clause.number, catalogue.text(proof.clause.title)),
                   request.form.get("clause")));
    view["may_export"] = reach != app::Scope::none;
    view["clauses_to_choose"] = clauses;
    view["periods"] = periods_to_choose(request.form.get("period"), today, catalogue);
    view["processes_to_choose"] = processes;
}

Result<Response> shown_xray(const Failure* failure, const Request& request, app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    const auto shadows = app::xray(session, "");
    if (!shadows) return tl::unexpected(shadows.error());
    const auto proofs = app::prove_clauses(session);
    const auto now = app::today(session);
    if (!now) return tl::unexpected(now.error());
    const auto titles = process_titles(session);
    Json::Array clauses;
    std::int64_t gaps = 0;
    const app::ClauseProofs none{{}, *now};
    const app::ClauseProofs& known = proofs ? *proofs : none;
    const bool gaps_only = request.query.has("gaps");
    for (const app::ClauseProof& proof : known.clauses) {
        gaps += proof.is_gap();
        if (proof.is_gap() || !gaps_only) clauses.push_back(clause_row(proof, titles, catalogue));
    }
    const std::string title = catalogue.text(Message{"web.xray"});
    Json::Object view;
    add_evidence_form(view, known, titles, request, *now, session);
    view["clauses"] = clauses;
    view["faults"] = faults_above(failure, catalogue);
    view["form_token"] = request.form_token;
    view["gaps"] = catalogue.text(Message{"web.gaps_found", {{"count", gaps}}});
    view["gaps_only"] = gaps_only;
    view["has_clauses"] = !known.clauses.empty();
    view["label"] = report::labels(xray_labels, catalogue);
    view["no_shadow"] = shadows->empty();
    view["rows"] = shadow_rows(*shadows, titles, catalogue);
    view["since"] = catalogue.text(Message{"web.proofs_since", {{"since", known.since}}});
    view["standard"] = catalogue.text(known.standard);
    view["title"] = title;
    return framed({.title = title,
                   .place = "/xray",
                   .body = filled_template("xray", view),
                   .status = failure == nullptr ? 200 : status_of(*failure)},
                  request, session);
}

Result<model::EvidenceScope> scope_asked(const Request& request) {
    model::EvidenceScope scope{request.form.get("clause"), request.form.get("process")};
    const std::string text = request.form.get("period");
    if (text.empty()) return scope;
    scope.period = Period::parse(text);
    if (!scope.period) return invalid(Message{"web.not_a_period", {{"value", text}}});
    return scope;
}

Json referenced_row(const model::ReferencedDocument& document, const std::vector<model::Process>& processes,
                    const std::map<std::string, std::string>& titles, const Catalogue& catalogue) {
    Json::Array citing;
    for (const model::Process& process : processes) {
        if (std::ranges::find(process.documents, document.id, &model::RetainedDocument::document) !=
            process.documents.end())
            citing.push_back(process_link(process.id, titles));
    }
    const bool is_address =
        document.location.starts_with("https://") || document.location.starts_with("http://");
    return Json::Object{{"address", is_address ? Json(document.location) : Json(false)},
                        {"id", document.id},
                        {"location", document.location},
                        {"processes", citing},
                        {"title", catalogue.text(document.title)},
                        {"unused", citing.empty()}};
}

// What the sheet of a process says is kept.
Json kept_by(const model::Process& process, const model::Organisation& organisation,
             const std::string& edition, const Catalogue& catalogue) {
    Json::Array kept;
    for (const model::RetainedDocument& document : process.documents) {
        const auto known =
            std::ranges::find(organisation.documents, document.document, &model::ReferencedDocument::id);
        const bool listed = !document.document.empty() && known != organisation.documents.end();
        const Message months{"web.kept_months", {{"count", std::int64_t{document.months}}}};
        kept.push_back(
            Json::Object{{"kept", catalogue.text(document.months > 0 ? months : Message{"web.kept_always"})},
                         {"location", listed ? known->location : std::string(report::no_value)},
                         {"title", catalogue.text(document.title)}});
    }
    return Json::Object{{"edition", edition},   {"id", "kept-" + process.id},
                        {"none", kept.empty()}, {"place", "/processes/" + percent_encoded(process.id)},
                        {"rows", kept},         {"title", catalogue.text(process.title)}};
}

constexpr std::array document_labels{"web.document",    "web.location",     "web.cited_by",
                                     "web.referenced",  "web.kept_for",     "web.no_referenced",
                                     "web.no_document", "web.cited_by_none"};

}  // namespace

Result<Response> xray_page(const Request& request, app::Session& session) {
    return shown_xray(nullptr, request, session);
}

Result<Response> evidence_form(const Request& request, app::Session& session) {
    const auto scope = scope_asked(request);
    const auto file = scope ? app::zip_evidence(session, *scope)
                            : Result<app::ZippedEvidence>(tl::unexpected(scope.error()));
    if (file) return attachment(file->name, "application/zip", file->bytes);
    auto page = shown_xray(&file.error(), request, session);
    return page ? std::move(page) : tl::unexpected(file.error());
}

Result<Response> documents_page(const Request& request, app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    const auto map = app::show_map(session, {});
    if (!map) return tl::unexpected(map.error());
    const auto organisation = app::organisation_of(session);
    if (!organisation) return tl::unexpected(organisation.error());
    const auto standings = app::list_definitions(session, model::DefinitionKind::process);
    if (!standings) return tl::unexpected(standings.error());
    std::map<std::string, std::string> titles;
    for (const model::Process& process : map->processes) titles[process.id] = catalogue.text(process.title);
    Json::Array referenced, processes;
    for (const model::ReferencedDocument& document : (*organisation)->documents)
        referenced.push_back(referenced_row(document, map->processes, titles, catalogue));
    for (const model::Process& process : map->processes) {
        const auto standing = std::ranges::find(*standings, process.id, &app::Standing::name);
        const auto& version = standing->in_force;
        processes.push_back(kept_by(
            process, **organisation,
            version ? catalogue.text(Message{
                          "web.version_in_force",
                          {{"version", std::int64_t{version->number}}, {"from", version->acceptance->from}}})
                    : std::string(),
            catalogue));
    }
    const std::string title = catalogue.text(Message{"web.documents"});
    const std::string body =
        filled_template("documents", Json::Object{{"has_referenced", !referenced.empty()},
                                                  {"label", report::labels(document_labels, catalogue)},
                                                  {"processes", processes},
                                                  {"referenced", referenced},
                                                  {"title", title}});
    return framed({.title = title, .place = "/documents", .body = body}, request, session);
}

}  // namespace cadran::web
