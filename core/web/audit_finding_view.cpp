// SPDX-License-Identifier: Apache-2.0
#include "web/audit_finding_view.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "app/definitions.h"
#include "base/text.h"
#include "report/view.h"
#include "report/words.h"
#include "web/choices.h"
#include "web/error_page.h"
#include "web/frame.h"

namespace cadran::web {

namespace {

using model::AuditFinding;
using model::AuditFindingState;
using model::AuditState;

constexpr std::array finding_page_labels{"web.expected_on",     "web.history",        "web.withdraw_finding",
                                         "web.reason",          "web.answer_finding", "web.accept_finding",
                                         "web.contest_finding", "web.argument",       "web.argument_hint",
                                         "web.cause",           "web.who_resolves",   "web.settle_finding",
                                         "web.settle_reason",   "web.amended_text",   "web.risk_level",
                                         "web.analyse_finding", "web.analyse_hint",   "web.consequence",
                                         "web.similar_cases",   "web.action_number",  "web.resolve_finding",
                                         "web.what_was_done",   "web.proofs",         "web.resolved_on",
                                         "web.verify_finding",  "web.is_resolved",    "web.is_still_open",
                                         "web.what_was_seen",   "web.next_step",      "web.nothing_yours",
                                         "web.action"};

Json shown_fact(const char* label, std::string value, const Catalogue& catalogue) {
    return Json::Object{{"name", catalogue.text(Message{label})}, {"value", std::move(value)}};
}

Json::Array finding_facts(const model::ReportedFinding& reported, const AuditDesk& desk,
                          const Catalogue& catalogue) {
    const AuditFinding& one = reported.finding;
    Json::Array facts;
    const auto add = [&](const char* label, std::string value) {
        if (!value.empty()) facts.push_back(shown_fact(label, std::move(value), catalogue));
    };
    add("web.finding_items", item_titles(one, desk.dossier, catalogue));
    add("web.finding_reference", one.reference);
    add("web.owner", one.owner);
    add("web.expected_on", one.expected_on ? catalogue.date(*one.expected_on) : std::string());
    add("web.comment", one.comment);
    if (one.proposed_level) {
        const std::string level =
            level_badge(*one.proposed_level, desk.dossier, catalogue).at("words").string();
        const std::string& reason = catalogue.text(reported.proposed_reason);
        add("web.proposed_by_list", reason.empty() ? level : fmt::format("{} ({})", level, reason));
    }
    add("web.consequence", one.consequence);
    add("web.cause", one.cause);
    add("web.similar_cases", one.similar_cases);
    return facts;
}

// What happened to it, oldest first.
class FindingStory {
  public:
    FindingStory(const AuditFinding& finding, const AuditDesk& desk, const Catalogue& catalogue,
                 const calendar::Zone& zone)
        : finding_(finding), desk_(desk), catalogue_(catalogue), zone_(zone) {}

    Json::Array told() {
        add("web.story_stated", finding_.stated, "");
        if (finding_.answer)
            add(finding_.answer->accepted ? "web.story_accepted" : "web.story_contested",
                finding_.answer->mark, finding_.answer->argument);
        if (finding_.settled) settled(*finding_.settled);
        for (std::size_t i = 0; i < finding_.resolutions.size(); ++i) {
            const model::Resolution& one = finding_.resolutions[i];
            add("web.story_resolved", one.mark, one.comment, proofs(one, i + 1));
            if (i >= finding_.verifications.size()) continue;
            const model::Verification& seen = finding_.verifications[i];
            add(seen.is_resolved ? "web.story_verified" : "web.story_not_resolved", seen.mark, seen.comment);
        }
        return std::move(lines_);
    }

  private:
    void add(const char* title, const model::Mark& mark, const std::string& words,
             Json::Array proofs_given = {}) {
        lines_.push_back(Json::Object{{"by", fmt::format("{}, {}", desk_.dossier.person(mark.by),
                                                         report::moment_words(mark.at, catalogue_, zone_))},
                                      {"has_proofs", !proofs_given.empty()},
                                      {"proofs", std::move(proofs_given)},
                                      {"title", catalogue_.text(Message{title})},
                                      {"words", report::unless_empty(words)}});
    }

    void settled(const model::SettledArgument& one) {
        switch (one.settlement) {
            case model::Settlement::maintained: return add("web.story_maintained", one.mark, one.reason);
            case model::Settlement::withdrawn: return add("web.story_withdrawn", one.mark, one.reason);
            case model::Settlement::amended: break;
        }
        std::string words = one.reason;
        if (one.former_text != finding_.text)
            words += "\n" + catalogue_.text(Message{"web.formerly", {{"text", one.former_text}}});
        if (one.former_level && one.former_level != finding_.level)
            words += "\n" +
                     catalogue_.text(Message{
                         "web.formerly",
                         {{"text",
                           level_badge(*one.former_level, desk_.dossier, catalogue_).at("words").string()}}});
        add("web.story_amended", one.mark, words);
    }

    Json::Array proofs(const model::Resolution& resolution, std::size_t number) const {
        Json::Array all;
        for (std::size_t i = 0; i < resolution.evidence.size(); ++i)
            all.push_back(Json::Object{
                {"name", resolution.evidence[i].name},
                {"place", fmt::format("/audit-findings/{}/evidence/{}/{}", finding_.number, number, i + 1)}});
        return all;
    }

    const AuditFinding& finding_;
    const AuditDesk& desk_;
    const Catalogue& catalogue_;
    const calendar::Zone& zone_;
    Json::Array lines_;
};

void add_fields(Json::Object& view, const AuditFinding& one, const AuditDesk& desk, const Request& request,
                const Catalogue& catalogue) {
    const std::string level =
        typed_or(request, "level", one.level ? std::string(model::severity_name(*one.level)) : std::string());
    Json::Array levels;
    for (const model::Severity each : model::all_severities)
        levels.push_back(option(model::severity_name(each),
                                level_badge(each, desk.dossier, catalogue).at("words").string(), level));
    view["accepts"] = request.form.get("accepted") == "yes";
    view["contests"] = request.form.get("accepted") == "no";
    view["argument_value"] = typed_or(request, "argument", one.answer ? one.answer->argument : std::string());
    view["action_value"] =
        typed_or(request, "action", one.action == 0 ? std::string() : fmt::format("{}", one.action));
    view["cause_value"] = typed_or(request, "cause", one.cause);
    view["comment_value"] = request.form.get("comment");
    view["consequence_value"] = typed_or(request, "consequence", one.consequence);
    view["expected_value"] = typed_or(request, "expected", date_value(one.expected_on));
    view["has_level"] = one.level.has_value();
    view["levels"] = levels;
    view["on_value"] = typed_or(request, "on", date_value(desk.dossier.date));
    view["outcomes"] = options(model::all_settlements, model::settlement_name, model::settlement_title,
                               request.form.get("outcome"), catalogue);
    view["owner_value"] = typed_or(request, "owner", one.owner);
    view["reason_value"] = request.form.get("reason");
    view["resolved"] = request.form.get("resolved") == "yes";
    view["similar_value"] = typed_or(request, "similar_cases", one.similar_cases);
    view["still_open"] = request.form.get("resolved") == "no";
    view["text_value"] = typed_or(request, "text", one.text);
}

void add_steps_to(Json::Object& view, const FindingSteps& may) {
    view["may_analyse"] = may.analyse;
    view["may_answer"] = may.answer;
    view["may_resolve"] = may.resolve;
    view["may_settle"] = may.settle;
    view["may_verify"] = may.verify;
    view["may_withdraw"] = may.withdraw;
    view["nothing_yours"] =
        !(may.analyse || may.answer || may.resolve || may.settle || may.verify || may.withdraw);
}

}  // namespace

const model::ReportedFinding* find_reported(const AuditDesk& desk, std::int64_t finding) {
    const auto found = std::ranges::find_if(desk.dossier.findings, [&](const model::ReportedFinding& one) {
        return one.finding.number == finding;
    });
    return found == desk.dossier.findings.end() ? nullptr : &*found;
}

FindingSteps steps_of(const AuditFinding& finding, const AuditDesk& desk) {
    const AuditState audit = desk.audit().state;
    const bool argues = audit == AuditState::provisional || audit == AuditState::contradictory;
    const bool is_final = audit == AuditState::final_report || audit == AuditState::follow_up;
    const bool is_answered =
        finding.state == AuditFindingState::accepted || finding.state == AuditFindingState::contested;
    const bool is_issued = finding.state == AuditFindingState::issued;
    const bool asks = model::asks_for_answer(finding.kind) && (is_issued || is_answered);
    FindingSteps may;
    may.withdraw =
        desk.conducts && audit == AuditState::fieldwork && finding.state == AuditFindingState::drafted;
    may.answer = desk.answers && argues && asks && !finding.settled;
    may.settle = desk.conducts && argues && asks;
    may.analyse = desk.answers && finding.is_open() && model::is_nonconformity(finding.kind);
    may.resolve = desk.answers && is_final && asks;
    may.verify = desk.conducts && finding.state == AuditFindingState::resolved;
    return may;
}

std::string item_titles(const AuditFinding& finding, const model::AuditDossier& dossier,
                        const Catalogue& catalogue) {
    std::vector<std::string> titles;
    for (const std::string& id : finding.items) {
        const auto found = std::ranges::find_if(
            dossier.items, [&](const model::AuditedItem& one) { return one.item.id == id; });
        titles.push_back(found == dossier.items.end() ? id : catalogue.text(found->item.title));
    }
    return fmt::format("{}", fmt::join(titles, ", "));
}

Json::Object finding_row(const AuditFinding& finding, bool is_overdue, const model::AuditDossier& dossier,
                         const Catalogue& catalogue) {
    return {{"badge", finding_badge(finding, dossier, catalogue)},
            {"expected", date_or_dash(finding.expected_on, catalogue)},
            {"is_overdue", is_overdue},
            {"items", report::unless_empty(item_titles(finding, dossier, catalogue))},
            {"late", catalogue.text(Message{"web.late"})},
            {"name", model::audit_finding_name(finding)},
            {"owner", finding.owner.empty() ? std::string(report::no_value) : finding.owner},
            {"place", fmt::format("/audit-findings/{}", finding.number)},
            {"repeated", finding.times > 1
                             ? Json(catalogue.text(Message{"web.found_times", {{"count", finding.times}}}))
                             : Json(false)},
            {"state", catalogue.text(model::audit_finding_state_title(finding.state))},
            {"state_name", model::audit_finding_state_name(finding.state)},
            {"text", finding.text}};
}

Response shown_finding(const AuditDesk& desk, const model::ReportedFinding& reported, const Failure* failure,
                       const Request& request, app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    const AuditFinding& one = reported.finding;
    const auto zone = app::zone_of(session);
    Json::Object view;
    add_fields(view, one, desk, request, catalogue);
    add_steps_to(view, steps_of(one, desk));
    view["badge"] = finding_badge(one, desk.dossier, catalogue);
    view["earlier"] = Json(false);
    if (reported.earlier)
        view["earlier"] = Json::Object{
            {"earlier_place", fmt::format("/audit-findings/{}", reported.earlier->number)},
            {"words", catalogue.text(Message{"web.repeats_that",
                                             {{"finding", model::audit_finding_name(*reported.earlier)},
                                              {"audit", model::audit_name(reported.earlier->audit)}}})}};
    view["facts"] = finding_facts(reported, desk, catalogue);
    view["faults"] = faults_above(failure, catalogue);
    view["form_token"] = request.form_token;
    view["label"] = report::labels(finding_page_labels, catalogue);
    view["late"] =
        one.is_overdue(desk.dossier.date) ? Json(catalogue.text(Message{"web.late"})) : Json(false);
    view["linked_action"] = one.action == 0 ? Json(false) : Json(fmt::format("/actions/{}", one.action));
    view["place"] = fmt::format("/audit-findings/{}", one.number);
    view["revision"] = fmt::format("{}", one.revision);
    view["state"] = catalogue.text(model::audit_finding_state_title(one.state));
    view["state_name"] = model::audit_finding_state_name(one.state);
    view["story"] = FindingStory(one, desk, catalogue, *zone).told();
    view["text"] = one.text;
    return framed_audit(
        desk,
        {.tab = AuditTab::findings,
         .title = catalogue.text(Message{"web.finding_title", {{"name", model::audit_finding_name(one)}}}),
         .body = filled_template("audit_finding", view),
         .status = failure == nullptr ? 200 : status_of(*failure)},
        request, session);
}

}  // namespace cadran::web
