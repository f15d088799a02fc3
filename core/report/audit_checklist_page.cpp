// SPDX-License-Identifier: Apache-2.0
#include "report/audit_checklist_page.h"

#include <algorithm>
#include <array>

#include "base/hash.h"
#include "base/resource.h"
#include "report/audit_tables.h"
#include "report/page_template.h"

namespace cadran::report {

namespace {

using model::AuditedItem;

// The fixed words of the page; the template calls them `label.` and the name behind the point.
constexpr std::array checklist_labels{
    "report.audit_guidance",     "report.audit_method",       "report.audit_result",
    "report.audit_rule",         "report.checklist_keep",     "report.checklist_load",
    "report.checklist_next",     "report.checklist_photos",   "report.checklist_page_how",
    "report.checklist_print",    "report.checklist_save",     "report.conclusion",
    "report.checklist_progress", "report.checklist_no_script"};

// What the script says; `{…}` stand for what it knows.
constexpr std::array script_ids{"report.checklist_another", "report.checklist_full",
                                "report.checklist_loaded",  "report.checklist_no_file",
                                "report.checklist_remove",  "report.checklist_replace",
                                "report.checklist_saved",   "report.checklist_no_photo"};

template <typename Ids>
Json::Object words_of(const Ids& ids, const Catalogue& catalogue) {
    Json::Object words;
    for (const std::string_view id : ids)
        words[std::string(id.substr(id.find('.') + 1))] =
            catalogue.text(Message{std::string(id), {{"file", "{file}"}, {"time", "{time}"}}});
    return words;
}

Json verdicts_json(const model::Assessment& assessment) {
    Json::Object verdicts;
    for (const model::CriterionVerdict& one : assessment.verdicts)
        verdicts[one.criterion] = model::conformity_name(one.conformity);
    return verdicts;
}

Json start_json(const AuditedItem& audited) {
    const model::Assessment known = audited.assessment.value_or(model::Assessment{});
    return Json::Object{{"id", audited.item.id},
                        {"started_from", Json::Object{{"conclusion", known.conclusion},
                                                      {"method", known.method},
                                                      {"result", known.result},
                                                      {"verdicts", verdicts_json(known)}}}};
}

// What the script reads; never the end of its element, whatever the texts are.
std::string payload(const model::AuditDossier& dossier, const Catalogue& catalogue) {
    Json::Array items;
    for (const AuditedItem& one : dossier.items) items.push_back(start_json(one));
    const model::Audit& audit = dossier.audit;
    const Json json = Json::Object{{"audit", audit.number},
                                   {"checklist", audit.checklist},
                                   {"checklist_version", audit.version},
                                   {"format", answers_mark},
                                   {"items", items},
                                   {"language", language_tag(catalogue.language())},
                                   {"name", model::audit_name(audit)},
                                   {"revision", audit.revision},
                                   {"words", words_of(script_ids, catalogue)}};
    std::string safe;
    for (const char letter : json.canonical_text()) {
        if (letter == '<')
            safe += "\\u003c";
        else if (letter == '&')
            safe += "\\u0026";
        else
            safe += letter;
    }
    return safe;
}

Json choices(const std::string& name, const Catalogue& catalogue) {
    Json::Array all;
    for (const model::Conformity one : model::all_conformities) {
        all.push_back(Json::Object{{"choice", model::conformity_name(one)},
                                   {"group", name},
                                   {"words", conformity_cell(one, catalogue).text}});
    }
    return all;
}

Json item_view(const AuditedItem& audited, const model::AuditDossier& dossier, const Catalogue& catalogue) {
    const model::ChecklistItem& item = audited.item;
    Json::Array criteria;
    const auto criterion = [&](const std::string& id, const std::string& title) {
        criteria.push_back(Json::Object{{"choices", choices(item.id + "/" + id, catalogue)},
                                        {"criterion", id},
                                        {"criterion_title", title}});
    };
    if (item.is_piece) {
        for (const model::Criterion& one : dossier.criteria) criterion(one.id, catalogue.text(one.title));
    } else {
        criterion(std::string(model::answer_criterion), catalogue.text(Message{"report.checklist_answer"}));
    }
    const std::string kind =
        audited.piece
            ? catalogue.text(Message{"report.checklist_piece_state",
                                     {{"state", model::piece_state_title(audited.piece->state)}}})
            : catalogue.text(Message{item.is_piece ? "report.audit_piece" : "report.checklist_question"});
    return Json::Object{{"criteria", criteria}, {"guidance", text_or_none(catalogue.text(item.guidance))},
                        {"id", item.id},        {"item_title", catalogue.text(item.title)},
                        {"kind", kind},         {"rule", text_or_none(catalogue.text(item.rule))}};
}

Json domains_view(const model::AuditDossier& dossier, const Catalogue& catalogue) {
    Json::Array domains;
    for (const model::ChecklistDomain& domain : dossier.domains) {
        Json::Array items;
        for (const AuditedItem& one : dossier.items) {
            if (one.item.domain == domain.id) items.push_back(item_view(one, dossier, catalogue));
        }
        if (!items.empty())
            domains.push_back(Json::Object{{"items", items}, {"domain_title", catalogue.text(domain.title)}});
    }
    return domains;
}

}  // namespace

std::string audit_checklist_html(const model::AuditDossier& dossier, const Catalogue& catalogue) {
    const std::string data = payload(dossier, catalogue);
    const Message title{"report.checklist_title",
                        {{"audit", model::audit_name(dossier.audit)}, {"auditee", dossier.auditee}}};
    return filled(
        resource("core/report/templates/audit_checklist.html.mustache"),
        Json::Object{{"as_of", catalogue.text(Message{"report.audit_as_of", {{"date", dossier.date}}})},
                     {"data", data},
                     {"domains", domains_view(dossier, catalogue)},
                     {"label", words_of(checklist_labels, catalogue)},
                     {"language", language_tag(catalogue.language())},
                     {"nonce", sha256(data).hex()},
                     {"organisation", dossier.organisation},
                     {"script", std::string(resource("core/report/templates/audit_checklist.js"))},
                     {"simulated", dossier.simulated},
                     {"simulation", catalogue.text(Message{"report.simulation"})},
                     {"style", std::string(resource("core/report/templates/audit_checklist.css"))},
                     {"title", catalogue.text(title)}});
}

}  // namespace cadran::report
