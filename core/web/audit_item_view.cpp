// SPDX-License-Identifier: Apache-2.0
#include "web/audit_item_view.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "app/audit.h"
#include "base/text.h"
#include "report/audit_tables.h"
#include "report/view.h"
#include "report/words.h"
#include "web/choices.h"
#include "web/frame.h"
#include "web/piece_view.h"

namespace cadran::web {

namespace {

using model::Conformity;

constexpr std::array item_labels{"web.rule",
                                 "web.clause",
                                 "web.item_method",
                                 "web.item_result",
                                 "web.item_conclusion",
                                 "web.more_to_say",
                                 "web.save_item",
                                 "web.findings_on_it",
                                 "web.state_a_finding",
                                 "web.kind",
                                 "web.finding_text",
                                 "web.risk_level",
                                 "web.expected_on",
                                 "web.expected_hint",
                                 "web.add_finding",
                                 "web.stands_meanwhile",
                                 "web.piece_delivered",
                                 "web.level_hint_proposed",
                                 "web.photos"};

struct AskedCriterion {
    std::string id;
    std::string title;
};

// Those that the item is judged on.
std::vector<AskedCriterion> criteria_asked(const model::AuditedItem& one, const AuditDesk& desk,
                                           const Catalogue& catalogue) {
    if (!one.item.is_piece)
        return {{std::string(model::answer_criterion), catalogue.text(Message{"web.item_answer"})}};
    std::vector<AskedCriterion> criteria;
    for (const model::Criterion& criterion : desk.dossier.criteria)
        criteria.push_back({criterion.id, catalogue.text(criterion.title)});
    return criteria;
}

Json::Array criteria_view(const model::AuditedItem& one, const AuditDesk& desk, const ItemBlock& block,
                          const Request& request, const Catalogue& catalogue) {
    Json::Array all;
    for (const AskedCriterion& criterion : criteria_asked(one, desk, catalogue)) {
        const std::string field = "verdict_" + criterion.id;
        const Conformity known = one.assessment ? one.assessment->of(criterion.id) : Conformity::not_checked;
        const std::string chosen =
            block.came_back ? request.form.get(field) : std::string(model::conformity_name(known));
        Json::Array choices;
        for (const Conformity each : model::all_conformities) {
            choices.push_back(Json::Object{{"chosen", model::conformity_name(each) == chosen},
                                           {"value", model::conformity_name(each)},
                                           {"words", report::conformity_cell(each, catalogue).text}});
        }
        const auto cell = report::conformity_cell(known, catalogue);
        all.push_back(Json::Object{{"choices", choices},
                                   {"field", field},
                                   {"look", cell.kind},
                                   {"title", criterion.title},
                                   {"words", cell.text}});
    }
    return all;
}

Json::Array findings_on(const model::AuditedItem& one, const AuditDesk& desk, const Catalogue& catalogue) {
    Json::Array all;
    for (const model::ReportedFinding& reported : desk.dossier.findings) {
        const model::AuditFinding& finding = reported.finding;
        const bool rests = std::ranges::find(finding.items, one.item.id) != finding.items.end();
        if (!rests || finding.state == model::AuditFindingState::withdrawn) continue;
        all.push_back(Json::Object{{"badge", finding_badge(finding, desk.dossier, catalogue)},
                                   {"name", model::audit_finding_name(finding)},
                                   {"place", fmt::format("/audit-findings/{}", finding.number)},
                                   {"text", finding.text}});
    }
    return all;
}

// Of what people said, what was typed or else what is known.
void add_said(Json::Object& view, const model::AuditedItem& one, const ItemBlock& block,
              const Request& request) {
    const model::Assessment known = one.assessment.value_or(model::Assessment{});
    const auto value = [&](std::string_view field, const std::string& said) {
        return block.came_back ? request.form.get(field) : said;
    };
    view["conclusion_value"] = value("conclusion", known.conclusion);
    view["method_value"] = value("method", known.method);
    view["result_value"] = value("result", known.result);
    view["is_long"] = !known.method.empty() || !known.conclusion.empty();
    view["conclusion"] = report::unless_empty(known.conclusion);
    view["method"] = report::unless_empty(known.method);
    view["result"] = report::unless_empty(known.result);
    view["has_photos"] = !known.photos.empty();
    std::vector<std::string> photos;
    for (const model::PackFile& photo : known.photos) photos.push_back(photo.name);
    view["photo_names"] = fmt::format("{}", fmt::join(photos, ", "));
}

void add_piece(Json::Object& view, const model::AuditedItem& one, const AuditDesk& desk,
               const Catalogue& catalogue) {
    const bool is_piece = one.item.is_piece;
    view["kind"] = catalogue.text(Message{is_piece ? "web.kind_piece" : "web.kind_question"});
    view["piece"] = Json(false);
    if (!is_piece) return;
    const model::Piece* piece = one.piece ? &*one.piece : nullptr;
    view["piece"] = Json::Object{{"badge", piece_badge(piece, desk, catalogue)},
                                 {"piece_place", desk.place("/pieces/" + percent_encoded(one.item.id))}};
}

Json::Array levels_to_choose(const AuditDesk& desk, const Catalogue& catalogue) {
    Json::Array levels;
    for (const model::Severity level : model::all_severities) {
        const Json badge = level_badge(level, desk.dossier, catalogue);
        levels.push_back(Json::Object{{"chosen", false},
                                      {"look", badge.at("look")},
                                      {"title", badge.at("words")},
                                      {"value", model::severity_name(level)}});
    }
    return levels;
}

// What the checklist makes of it; nothing where it is as it should be.
Json proposed_words(const ItemBlock& block, const AuditDesk& desk, const Catalogue& catalogue) {
    if (block.proposed == nullptr || !block.proposed->proposal.level) return false;
    const std::string level =
        level_badge(*block.proposed->proposal.level, desk.dossier, catalogue).at("words").string();
    return catalogue.text(Message{"web.proposed_level",
                                  {{"level", level}, {"reason", catalogue.text(block.proposed->reason)}}});
}

}  // namespace

std::string found_words(const model::AuditedItem& one, const AuditDesk& desk, const Catalogue& catalogue) {
    if (!one.assessment) return {};
    std::vector<std::string> parts;
    for (const AskedCriterion& criterion : criteria_asked(one, desk, catalogue))
        parts.push_back(
            fmt::format("{} {}", criterion.title,
                        report::conformity_cell(one.assessment->of(criterion.id), catalogue).text));
    for (const std::string* said :
         {&one.assessment->method, &one.assessment->result, &one.assessment->conclusion}) {
        if (!said->empty()) parts.push_back(*said);
    }
    return fmt::format("{}", fmt::join(parts, " · "));
}

std::string audit_item_block(const AuditDesk& desk, const model::AuditedItem& one, const ItemBlock& block,
                             const Request& request, app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    const bool is_editable = desk.conducts && desk.audit().state == model::AuditState::fieldwork;
    const bool is_conflict = block.failure != nullptr && block.failure->kind == Failure::Kind::conflict;
    const Json::Array findings = findings_on(one, desk, catalogue);
    const model::Assessment* known = one.assessment ? &*one.assessment : nullptr;
    Json::Object view;
    add_said(view, one, block, request);
    add_piece(view, one, desk, catalogue);
    view["began_from"] = app::assessment_stand(known);
    view["clause"] = report::unless_empty(one.item.clause);
    view["criteria"] = criteria_view(one, desk, block, request, catalogue);
    view["editable"] = is_editable;
    view["faults"] = faults_above(block.failure, catalogue);
    view["findings"] = findings;
    view["findings_place"] = desk.place("/findings");
    view["form_token"] = request.form_token;
    view["guidance"] = report::unless_empty(catalogue.text(one.item.guidance));
    view["has_findings"] = !findings.empty();
    view["id"] = one.item.id;
    view["is_judged"] = one.conformity() != Conformity::not_checked;
    view["kinds"] = options(model::all_audit_finding_kinds, model::audit_finding_kind_name,
                            model::audit_finding_kind_title, "recommendation", catalogue);
    view["label"] = report::labels(item_labels, catalogue);
    view["levels"] = levels_to_choose(desk, catalogue);
    view["place"] = desk.place("/checklist/" + percent_encoded(one.item.id));
    view["proposed"] = proposed_words(block, desk, catalogue);
    view["rule"] = report::unless_empty(catalogue.text(one.item.rule));
    view["stands"] = report::unless_empty(is_conflict ? found_words(one, desk, catalogue) : std::string());
    view["title"] = catalogue.text(one.item.title);
    if (block.is_on_its_page) {
        for (const char* said : {"clause", "guidance", "kind", "piece", "rule"}) view[said] = Json(false);
        view["title"] = catalogue.text(Message{"web.judgement_of_piece"});
    }
    return filled_template("audit_item", view);
}

}  // namespace cadran::web
