// SPDX-License-Identifier: Apache-2.0
#include "web/audit_checklist_pages.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "app/audit.h"
#include "app/audit_checklist.h"
#include "app/audit_sample.h"
#include "base/text.h"
#include "report/words.h"
#include "web/audit_item_view.h"
#include "web/choices.h"
#include "web/error_page.h"
#include "web/frame.h"
#include "web/page_words.h"

namespace cadran::web {

namespace {

using model::Conformity;

constexpr std::array checklist_labels{"web.audit_samples",  "web.chapters",       "web.next_chapter",
                                      "web.off_line",       "web.off_line_words", "web.take_checklist",
                                      "web.checklist_file", "web.file_wins",      "web.bring_it_back",
                                      "web.conflicts",      "web.item",           "web.in_the_file",
                                      "web.in_the_system",  "web.live_saving",    "web.live_offline",
                                      "web.live_session",   "web.live_restored",  "web.live_held",
                                      "web.list_changed",   "web.load_again",     "web.nothing_to_examine"};

struct Checklist {
    const Failure* failure = nullptr;
    std::string came_back = {};  // the item whose form it was
    const app::ImportedChecklist* imported = nullptr;
};

std::string chapter_asked(const AuditDesk& desk, const Request& request, const std::string& item) {
    std::string asked = request.query.get("chapter");
    std::string first;
    for (const model::AuditedItem& one : desk.dossier.items) {
        if (first.empty()) first = one.item.domain;
        if (one.item.id == item) return one.item.domain;
        if (one.item.domain == asked) return asked;
    }
    return first;
}

std::string chapter_place(const AuditDesk& desk, std::string_view domain) {
    return fmt::format("{}?chapter={}", desk.place("/checklist"), percent_encoded(domain));
}

// `12/38`, of the chapter or of all.
std::string judged_words(const AuditDesk& desk, std::string_view domain) {
    std::int64_t all = 0, judged = 0;
    for (const model::AuditedItem& one : desk.dossier.items) {
        if (!domain.empty() && one.item.domain != domain) continue;
        ++all;
        judged += one.conformity() != Conformity::not_checked;
    }
    return fmt::format("{}/{}", judged, all);
}

Json::Array chapters_of(const AuditDesk& desk, const std::string& chapter, const Catalogue& catalogue) {
    Json::Array chapters;
    for (const model::ChecklistDomain& domain : desk.dossier.domains) {
        const bool has_items = std::ranges::any_of(
            desk.dossier.items, [&](const model::AuditedItem& one) { return one.item.domain == domain.id; });
        if (!has_items) continue;
        chapters.push_back(Json::Object{{"count", judged_words(desk, domain.id)},
                                        {"current", domain.id == chapter},
                                        {"place", chapter_place(desk, domain.id)},
                                        {"title", catalogue.text(domain.title)}});
    }
    return chapters;
}

// Nothing behind the last one.
Json next_chapter(const AuditDesk& desk, const std::string& chapter) {
    bool seen = false;
    for (const model::AuditedItem& one : desk.dossier.items) {
        seen = seen || one.item.domain == chapter;
        if (seen && one.item.domain != chapter) return chapter_place(desk, one.item.domain);
    }
    return false;
}

std::string blocks_of(const AuditDesk& desk, const std::string& chapter, const Checklist& shown,
                      const Request& request, app::Session& session) {
    std::vector<app::ProposedLevel> proposals;
    if (desk.conducts) {
        if (auto proposed = app::propose_levels(session, desk.audit().number))
            proposals = std::move(*proposed);
    }
    std::string blocks;
    for (const model::AuditedItem& one : desk.dossier.items) {
        if (one.item.domain != chapter) continue;
        const auto proposed = std::ranges::find_if(
            proposals, [&](const app::ProposedLevel& level) { return level.proposal.item == one.item.id; });
        const bool is_it = one.item.id == shown.came_back;
        blocks += audit_item_block(desk, one,
                                   {.failure = is_it ? shown.failure : nullptr,
                                    .came_back = is_it,
                                    .proposed = proposed == proposals.end() ? nullptr : &*proposed},
                                   request, session);
    }
    return blocks;
}

// What a file brought, and what stands against it.
Json imported_view(const AuditDesk& desk, const app::ImportedChecklist* imported,
                   const Catalogue& catalogue) {
    if (imported == nullptr) return false;
    Json::Array conflicts;
    for (const app::ChecklistConflict& one : imported->conflicts) {
        const auto item = std::ranges::find_if(
            desk.dossier.items, [&](const model::AuditedItem& each) { return each.item.id == one.item; });
        if (item == desk.dossier.items.end()) continue;
        model::AuditedItem in_file{.item = item->item, .assessment = one.in_file};
        model::AuditedItem in_system{.item = item->item, .assessment = one.in_system};
        conflicts.push_back(
            Json::Object{{"file", found_words(in_file, desk, catalogue)},
                         {"place", chapter_place(desk, item->item.domain) + "#item-" + item->item.id},
                         {"system", found_words(in_system, desk, catalogue)},
                         {"title", catalogue.text(item->item.title)}});
    }
    const std::int64_t count = std::ssize(imported->assessed);
    return Json::Object{{"conflicts", conflicts},
                        {"has_conflicts", !conflicts.empty()},
                        {"words", catalogue.text(Message{"web.items_brought_back", {{"count", count}}})}};
}

Response shown_checklist(const AuditDesk& desk, const Checklist& shown, const Request& request,
                         app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    const std::string chapter = chapter_asked(desk, request, shown.came_back);
    const bool is_editable = desk.conducts && desk.audit().state == model::AuditState::fieldwork;
    const bool is_file = shown.came_back.empty();
    const auto samples = app::list_samples(session, desk.audit().number);
    Json::Object view{{"blocks", blocks_of(desk, chapter, shown, request, session)},
                      {"chapters", chapters_of(desk, chapter, catalogue)},
                      {"editable", is_editable},
                      {"empty", desk.dossier.items.empty()},
                      {"faults", faults_above(is_file ? shown.failure : nullptr, catalogue)},
                      {"form_token", request.form_token},
                      {"has_samples", samples && !samples->empty()},
                      {"imported", imported_view(desk, shown.imported, catalogue)},
                      {"items", fmt::format("{}", desk.dossier.items.size())},
                      {"judged", judged_words(desk, "")},
                      {"label", report::labels(checklist_labels, catalogue)},
                      {"may_take", desk.conducts},
                      {"next", next_chapter(desk, chapter)},
                      {"offline_place", desk.place("/checklist/offline")},
                      {"place", desk.place("/checklist")},
                      {"samples_place", desk.place("/samples")},
                      {"who", session.actor.name}};
    return framed_audit(desk,
                        {.tab = AuditTab::checklist,
                         .body = filled_template("audit_checklist", view),
                         .status = shown.failure == nullptr ? 200 : status_of(*shown.failure),
                         .script = is_editable ? "checklist.js" : ""},
                        request, session);
}

Result<app::AssessItem> assessment_in(const Request& request, std::int64_t audit) {
    static constexpr std::string_view prefix = "verdict_";
    app::AssessItem command{.audit = audit,
                            .item = request.parameter("item"),
                            .method = typed_text(request, "method"),
                            .result = typed_text(request, "result"),
                            .conclusion = typed_text(request, "conclusion"),
                            .whole = true,
                            .began_from = {}};
    if (request.form.has("began_from")) command.began_from = request.form.get("began_from");
    for (const auto& [name, value] : request.form) {
        if (!name.starts_with(prefix)) continue;
        const auto conformity = model::parse_conformity(value);
        if (!conformity) return invalid(Message{"web.no_verdict", {{"value", value}}});
        command.verdicts.emplace(name.substr(prefix.size()), *conformity);
    }
    return command;
}

// What faults say, in one text.
std::string fault_words(const Diagnostics& faults, const Catalogue& catalogue) {
    std::string words;
    for (const Diagnostic& fault : faults) {
        words += (words.empty() ? "" : " ") + catalogue.text(fault.what);
        if (fault.hint) words += ". " + catalogue.text(on_page(*fault.hint));
    }
    return words;
}

Response in_json(int status, Json::Object view) {
    return {.status = status, .type = "application/json", .body = Json(std::move(view)).canonical_text()};
}

// For the script: how it went, what stands now, how far the checklist is.
Response live_answer(const Failure* failure, std::int64_t audit, const std::string& item,
                     app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    Json::Object view{{"said", failure == nullptr ? catalogue.text(Message{"web.item_saved"})
                                                  : fault_words(failure->diagnostics, catalogue)}};
    const auto desk = audit_desk(audit, session);
    if (!desk) return in_json(failure == nullptr ? 500 : status_of(*failure), std::move(view));
    view["items"] = std::ssize(desk->dossier.items);
    view["judged"] = judged_words(*desk, "");
    for (const model::AuditedItem& one : desk->dossier.items) {
        if (one.item.id != item) continue;
        view["began_from"] = app::assessment_stand(one.assessment ? &*one.assessment : nullptr);
        view["chapter"] = judged_words(*desk, one.item.domain);
        view["is_judged"] = one.conformity() != Conformity::not_checked;
        view["stands"] = found_words(one, *desk, catalogue);
    }
    return in_json(failure == nullptr ? 200 : status_of(*failure), std::move(view));
}

}  // namespace

Result<Response> audit_checklist_page(const Request& request, app::Session& session) {
    const auto desk = audit_desk(request, session);
    if (!desk) return tl::unexpected(desk.error());
    if (desk->sees_checklist()) return shown_checklist(*desk, {}, request, session);
    return refused({"web.checklist_is_the_teams"});
}

Result<Response> assess_item_form(const Request& request, app::Session& session) {
    const auto before = audit_desk(request, session, app::UseCase::conduct_audit);
    if (!before) return tl::unexpected(before.error());
    const std::int64_t number = before->audit().number;
    const std::string item = request.parameter("item");
    const auto command = assessment_in(request, number);
    const auto done = command ? app::assess_item(session, *command) : tl::unexpected(command.error());
    const Failure* failure = done ? nullptr : &done.error();
    if (request.form.has("live")) return live_answer(failure, number, item, session);
    const auto desk = audit_desk(number, session);
    if (!desk) return tl::unexpected(done ? desk.error() : done.error());
    if (failure != nullptr) return shown_checklist(*desk, {failure, item, nullptr}, request, session);
    return see_other(fmt::format("{}?chapter={}&done=action#item-{}", desk->place("/checklist"),
                                 percent_encoded(chapter_asked(*desk, request, item)), item));
}

Result<Response> offline_checklist_file(const Request& request, app::Session& session) {
    const auto number = number_parameter(request, "audit");
    if (!number) return tl::unexpected(number.error());
    auto page = app::checklist_to_take(session, *number);
    if (!page) return tl::unexpected(page.error());
    return attachment(page->name, "text/html; charset=utf-8", std::move(page->bytes));
}

Result<Response> import_checklist_form(const Request& request, app::Session& session) {
    const auto desk = audit_desk(request, session, app::UseCase::conduct_audit);
    if (!desk) return tl::unexpected(desk.error());
    const Upload* upload = request.upload("file");
    if (upload == nullptr) {
        const Failure failure{Failure::Kind::invalid, {{{}, {"web.choose_a_file"}, {}}}};
        return shown_checklist(*desk, {&failure, "", nullptr}, request, session);
    }
    const auto imported =
        app::import_checklist(session, {upload->file, request.form.has("file_wins"), desk->audit().number});
    if (!imported) return shown_checklist(*desk, {&imported.error(), "", nullptr}, request, session);
    const auto now = audit_desk(request, session);
    if (!now) return tl::unexpected(now.error());
    return shown_checklist(*now, {nullptr, "", &*imported}, request, session);
}

}  // namespace cadran::web
