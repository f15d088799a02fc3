// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <ranges>

#include <fmt/format.h>

#include "app/audit.h"
#include "app/audit_comparison.h"
#include "app/audit_programme.h"
#include "app/definitions.h"
#include "app/rights.h"
#include "base/text.h"
#include "report/level_bars.h"
#include "report/words.h"
#include "web/audit_desk.h"
#include "web/audit_pages.h"
#include "web/choices.h"
#include "web/frame.h"
#include "web/paging.h"

namespace cadran::web {

namespace {

using app::UseCase;

constexpr std::array audits_labels{
    "web.audit",       "web.audit_subject", "web.audit_dates",   "web.audit_lead",      "web.state",
    "web.late_pieces", "web.findings_due",  "web.findings_late", "web.filter",          "web.only_under_way",
    "web.every_state", "web.no_audit",      "web.plan_an_audit", "web.record_an_audit", "web.which_audits"};
constexpr std::array programme_labels{
    "web.year",           "web.certified",       "web.certified_hint", "web.show",
    "web.auditee",        "web.weight",          "web.every_months",   "web.last_audited",
    "web.due_by",         "web.coverage",        "web.audit",          "web.reasons",
    "web.clashes",        "web.first_audit",     "web.second_audit",   "web.who_clashes",
    "web.overlap",        "web.certificate",     "web.process",        "web.pilot",
    "web.mock_by",        "web.programme_lines", "web.plan_it",        "web.nothing_to_audit",
    "web.nothing_to_mock"};
constexpr std::array comparison_labels{"web.audit",         "web.final_report", "web.nonconformities",
                                       "web.found_first",   "web.found_again",  "web.found_worse",
                                       "web.verified_ones", "web.still_open",   "web.nothing_to_compare"};

std::string audit_place(std::int64_t number) {
    return fmt::format("/audits/{}", number);
}

bool may(const app::Session& session, UseCase use_case) {
    return app::scope_of(session.actor, use_case) != app::Scope::none;
}

Json count_or_dash(std::int64_t count, const Catalogue& catalogue) {
    return count == 0 ? Json(report::no_value) : Json(catalogue.number(count));
}

// Once the report is out, nobody waits for pieces any more.
std::int64_t pieces_late(const app::ListedAudit& one) {
    return one.audit.state < model::AuditState::provisional ? one.late_pieces : 0;
}

Json::Array audit_rows(std::span<const app::ListedAudit> audits, const Catalogue& catalogue) {
    Json::Array rows;
    for (const app::ListedAudit& one : audits) {
        const model::Audit& audit = one.audit;
        rows.push_back(Json::Object{
            {"auditee", catalogue.text(one.auditee)},
            {"dates", catalogue.text(Message{"web.from_to", {{"first", audit.from}, {"last", audit.to}}})},
            {"is_late", pieces_late(one) > 0 || one.overdue > 0},
            {"late_pieces", count_or_dash(pieces_late(one), catalogue)},
            {"lead", one.lead},
            {"name", model::audit_name(audit)},
            {"open", one.findings == 0 ? std::string(report::no_value)
                                       : catalogue.text(Message{
                                             "web.so_many_of", {{"some", one.open}, {"all", one.findings}}})},
            {"overdue", count_or_dash(one.overdue, catalogue)},
            {"place", audit_place(audit.number)},
            {"state", catalogue.text(model::audit_state_title(audit.state))},
            {"state_name", model::audit_state_name(audit.state)},
            {"subject", catalogue.text(model::audit_subject_title(audit.subject))}});
    }
    return rows;
}

Json audit_figure(std::int64_t count, const char* words, const char* look, const Catalogue& catalogue) {
    return Json::Object{{"figure", catalogue.number(count)},
                        {"look", count == 0 ? "calm" : look},
                        {"words", catalogue.text(Message{words, {{"count", count}}})}};
}

Json::Array audit_figures(const std::vector<app::ListedAudit>& audits, const Catalogue& catalogue) {
    std::int64_t under_way = 0, late_pieces = 0, open = 0, overdue = 0;
    for (const app::ListedAudit& one : audits) {
        under_way += one.audit.state < model::AuditState::closed;
        late_pieces += pieces_late(one);
        open += one.open;
        overdue += one.overdue;
    }
    return {audit_figure(under_way, "web.audits_under_way", "plain", catalogue),
            audit_figure(late_pieces, "web.late_pieces_count", "missed", catalogue),
            audit_figure(open, "web.open_findings_count", "plain", catalogue),
            audit_figure(overdue, "web.late_findings_count", "missed", catalogue)};
}

// --- the programme of a year

std::string reasons_words(const std::vector<audit::Weight>& weights, const Catalogue& catalogue) {
    std::vector<std::string> words;
    for (const audit::Weight& weight : weights)
        words.push_back(fmt::format("{} ({})", catalogue.text(weight.reason), weight.points));
    if (words.empty()) return catalogue.text(Message{"web.nothing_weighs"});
    return fmt::format("{}", fmt::join(words, ", "));
}

Json audit_link(std::int64_t number) {
    if (number == 0) return false;
    return Json::Object{{"name", model::audit_name(number)}, {"place", audit_place(number)}};
}

Json::Array programme_rows(const audit::Programme& programme, const Catalogue& catalogue) {
    Json::Array rows;
    for (const audit::ProgrammeLine& line : programme.lines) {
        const bool is_held = line.coverage == audit::Coverage::held;
        rows.push_back(Json::Object{
            {"audit", audit_link(line.audit)},
            {"auditee", catalogue.text(line.title)},
            {"coverage", catalogue.text(audit::coverage_title(line.coverage))},
            {"due_by", catalogue.date(line.due_by)},
            {"is_gap", line.is_gap()},
            {"last_held", date_or_dash(line.last_held, catalogue)},
            {"look", line.is_gap() ? "missed"
                     : is_held     ? "met"
                                   : "planned"},
            {"months", catalogue.number(line.months)},
            {"plan_place", fmt::format("/audits/new?subject={}&auditee={}",
                                       model::audit_subject_name(line.subject), percent_encoded(line.id))},
            {"points", catalogue.number(line.points())},
            {"reasons", reasons_words(line.weights, catalogue)},
            {"subject", catalogue.text(model::audit_subject_title(line.subject))}});
    }
    return rows;
}

Json::Array clash_rows(const audit::Programme& programme, const Catalogue& catalogue) {
    Json::Array rows;
    for (const audit::Clash& clash : programme.clashes) {
        rows.push_back(Json::Object{
            {"as", catalogue.text(Message{clash.is_auditor ? "web.as_auditor" : "web.as_auditee"})},
            {"first", audit_link(clash.first)},
            {"second", audit_link(clash.second)},
            {"when", catalogue.text(Message{"web.from_to", {{"first", clash.from}, {"last", clash.to}}})},
            {"who", clash.who}});
    }
    return rows;
}

Json::Array certificate_steps(const audit::Programme& programme, const Catalogue& catalogue) {
    Json::Array steps;
    for (const audit::CertificateStep& step : programme.certificate) {
        Json::Array mocks;
        for (const audit::MockAudit& mock : step.mocks)
            mocks.push_back(Json::Object{{"audit", audit_link(mock.audit)},
                                         {"due_by", catalogue.date(mock.due_by)},
                                         {"is_missing", mock.audit == 0},
                                         {"pilot", mock.pilot},
                                         {"process", catalogue.text(mock.title)}});
        steps.push_back(Json::Object{
            {"has_mocks", !mocks.empty()},
            {"mocks", mocks},
            {"title", fmt::format("{}, {}", catalogue.text(audit::certificate_audit_title(step.kind)),
                                  catalogue.date(step.on))}});
    }
    return steps;
}

Result<app::AskProgramme> asked_programme(const Request& request, app::Session& session) {
    const auto now = app::today(session);
    if (!now) return tl::unexpected(now.error());
    app::AskProgramme asked{calendar::Period::containing(*now, calendar::Period::Kind::year), {}};
    const auto year = calendar::Period::parse(request.query.get("year"));
    if (year && year->kind() == calendar::Period::Kind::year) asked.year = *year;
    asked.certified = parse_date(request.query.get("certified"));
    return asked;
}

// --- over the years

Json compared_row(const app::ComparedAudit& one, const Catalogue& catalogue) {
    Json::Array levels;
    for (const model::Severity level : model::all_severities | std::views::reverse)
        levels.push_back(catalogue.number(one.levels.at(level)));
    const auto number = [&](std::int64_t count) { return catalogue.number(count); };
    return Json::Object{{"finished", catalogue.date(one.finished)},
                        {"fresh", number(one.fresh)},
                        {"levels", levels},
                        {"name", model::audit_name(one.number)},
                        {"nonconformities", number(one.nonconformities)},
                        {"open", number(one.open)},
                        {"place", audit_place(one.number)},
                        {"repeated", number(one.repeated)},
                        {"verified", number(one.verified)},
                        {"worse", number(one.worse)}};
}

// One after another, each with its audits, oldest first, and a picture of the last two.
Json::Array compared_auditees(const std::vector<app::ComparedAudit>& compared,
                              const std::map<model::Severity, LocalText>& titles,
                              const Catalogue& catalogue) {
    Json::Array auditees;
    for (auto first = compared.begin(); first != compared.end();) {
        const auto last = std::find_if(first, compared.end(), [&](const app::ComparedAudit& one) {
            return one.auditee != first->auditee || one.subject != first->subject;
        });
        Json::Array rows, pictures;
        for (auto one = first; one != last; ++one) {
            rows.push_back(compared_row(*one, catalogue));
            if (last - one > 2) continue;
            pictures.push_back(Json::Object{{"bars", report::level_bars(one->levels, titles, catalogue)},
                                            {"title", fmt::format("{} – {}", model::audit_name(one->number),
                                                                  catalogue.date(one->finished))}});
        }
        auditees.push_back(
            Json::Object{{"id", fmt::format("auditee-{}", auditees.size())},
                         {"pictures", pictures},
                         {"rows", rows},
                         {"subject", catalogue.text(model::audit_subject_title(first->subject))},
                         {"title", catalogue.text(first->title)}});
        first = last;
    }
    return auditees;
}

}  // namespace

Result<Response> audits_page(const Request& request, app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    const auto all = app::list_audits(session, {});
    if (!all) return tl::unexpected(all.error());
    const std::string asked = request.query.get("state");
    const auto state = model::parse_audit_state(asked);
    std::vector<app::ListedAudit> wanted;
    std::ranges::copy_if(*all, std::back_inserter(wanted), [&](const app::ListedAudit& one) {
        if (state) return one.audit.state == *state;
        return asked == "all" || one.audit.state < model::AuditState::closed;
    });
    std::ranges::reverse(wanted);
    const Paging paging(request, wanted.size());
    const std::string title = catalogue.text(Message{"web.audits"});
    const std::string body = filled_template(
        "audits", Json::Object{{"all_chosen", asked == "all"},
                               {"empty", wanted.empty()},
                               {"figures", audit_figures(*all, catalogue)},
                               {"label", report::labels(audits_labels, catalogue)},
                               {"may_plan", may(session, UseCase::plan_audit)},
                               {"may_record", may(session, UseCase::record_audit)},
                               {"paging", paging.markup(catalogue)},
                               {"rows", audit_rows(paging.shown(wanted), catalogue)},
                               {"states", options(model::all_audit_states, model::audit_state_name,
                                                  model::audit_state_title, asked, catalogue)},
                               {"title", title}});
    return framed({.title = title, .place = "/audits", .body = body}, request, session);
}

Result<Response> audit_programme_page(const Request& request, app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    const auto asked = asked_programme(request, session);
    if (!asked) return tl::unexpected(asked.error());
    const auto programme = app::audit_programme(session, *asked);
    if (!programme) return tl::unexpected(programme.error());
    const Json::Array clashes = clash_rows(*programme, catalogue);
    const std::string title = catalogue.text(Message{"web.programme_of", {{"year", asked->year.text()}}});
    const auto gaps = std::ranges::count_if(programme->lines, &audit::ProgrammeLine::is_gap);
    const std::string body = filled_template(
        "audit_programme",
        Json::Object{{"certificate", certificate_steps(*programme, catalogue)},
                     {"certified_value", date_value(asked->certified)},
                     {"clashes", clashes},
                     {"empty", programme->lines.empty()},
                     {"has_certificate", asked->certified.has_value()},
                     {"has_clashes", !clashes.empty()},
                     {"label", report::labels(programme_labels, catalogue)},
                     {"rows", programme_rows(*programme, catalogue)},
                     {"summary", catalogue.text(Message{"web.programme_gaps", {{"count", gaps}}})},
                     {"title", title},
                     {"year_value", asked->year.text()}});
    return framed({.title = title, .place = "/audits/programme", .body = body}, request, session);
}

Result<Response> audit_comparison_page(const Request& request, app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    const auto compared = app::compare_audits(session, request.query.get("auditee"));
    if (!compared) return tl::unexpected(compared.error());
    const auto titles = app::level_titles_of(session);
    if (!titles) return tl::unexpected(titles.error());
    Json::Array levels;
    for (const model::Severity level : model::all_severities | std::views::reverse)
        levels.push_back(catalogue.text(titles->at(level)));
    const std::string title = catalogue.text(Message{"web.audits_compared"});
    const std::string body = filled_template(
        "audit_comparison", Json::Object{{"auditees", compared_auditees(*compared, *titles, catalogue)},
                                         {"empty", compared->empty()},
                                         {"label", report::labels(comparison_labels, catalogue)},
                                         {"levels", levels},
                                         {"title", title}});
    return framed({.title = title, .place = "/audits/comparison", .body = body}, request, session);
}

}  // namespace cadran::web
