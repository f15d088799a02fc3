// SPDX-License-Identifier: Apache-2.0
#include "web/import_pages.h"

#include <algorithm>
#include <array>

#include "app/definitions.h"
#include "app/people.h"
#include "app/rights.h"
#include "report/words.h"
#include "web/choices.h"
#include "web/error_page.h"
#include "web/frame.h"
#include "web/import_desk.h"
#include "web/paging.h"

namespace cadran::web {

namespace {

constexpr std::array imports_labels{
    "web.import",      "web.record_type",   "web.import_period", "web.accepted",       "web.rejected",
    "web.imported_by", "web.imported_at",   "web.state",         "web.filter",         "web.every_type",
    "web.no_import",   "web.bring_records", "web.data_file",     "web.data_file_hint", "web.worksheet",
    "web.sheet_hint",  "web.optional",      "web.bring",         "web.bring_actions",  "web.bring_risks",
    "web.columns",     "web.columns_hint",  "web.untranslated",  "web.under_way",      "web.actions_hint",
    "web.risks_hint",  "web.records_in",    "web.purge_due"};

std::string event_days(const model::Import& import, const Catalogue& catalogue) {
    if (!import.first_event || !import.last_event) return report::no_value;
    return catalogue.text(
        Message{"web.from_to", {{"first", *import.first_event}, {"last", *import.last_event}}});
}

Json import_row(const model::Import& import, const std::map<std::string, std::string>& types,
                const app::PersonNames& names, const calendar::Zone& zone, const Catalogue& catalogue) {
    const auto type = types.find(import.type);
    const std::string state =
        import.purged ? catalogue.text(Message{"web.purged_on", {{"date", zone.date_of(import.purged->at)}}})
                      : catalogue.text(Message{"web.is_kept"});
    return Json::Object{{"accepted", catalogue.number(import.accepted)},
                        {"at", report::moment_words(import.at, catalogue, zone)},
                        {"by", app::person_called(names, import.by)},
                        {"days", event_days(import, catalogue)},
                        {"digest", import.received.hex().substr(0, 12)},
                        {"file", import.file_name},
                        {"has_rejects", import.rejected > 0},
                        {"number", fmt::format("{}", import.number)},
                        {"purged", import.purged.has_value()},
                        {"rejected", catalogue.number(import.rejected)},
                        {"state", state},
                        {"type", type == types.end() ? import.type : type->second}};
}

std::map<std::string, std::string> type_titles(app::Session& session) {
    std::map<std::string, std::string> titles;
    const auto types = app::list_record_types(session);
    if (!types) return titles;
    for (const app::RecordTypeTitle& one : *types) titles[one.name] = session.catalogue.text(one.title);
    return titles;
}

Json::Array types_to_choose(const std::map<std::string, std::string>& titles, const std::string& chosen) {
    Json::Array all;
    for (const auto& [name, title] : titles)
        all.push_back(option(name, title == name ? name : fmt::format("{} ({})", title, name), chosen));
    return all;
}

Json::Array errands_of(const ImportDesk& desk, const std::map<std::string, std::string>& titles,
                       const app::Session& session) {
    Json::Array rows;
    for (const Errand& one : desk.of(session.actor.name)) {
        if (one.is_over()) continue;
        const auto title = titles.find(one.type);
        rows.push_back(Json::Object{{"file", one.file.filename().string()},
                                    {"place", "/imports/errands/" + one.id},
                                    {"type", title == titles.end() ? one.type : title->second}});
    }
    return rows;
}

}  // namespace

Result<Response> shown_imports(const ImportNews& news, const Request& request, app::Session& session,
                               ImportDesk& desk) {
    const Catalogue& catalogue = session.catalogue;
    const std::string wanted = request.query.get("type");
    auto imports = app::list_imports(session, "");
    if (!imports) return tl::unexpected(imports.error());
    const auto zone = app::zone_of(session);
    if (!zone) return tl::unexpected(zone.error());
    auto titles = type_titles(session);
    for (const model::Import& one : *imports) titles.emplace(one.type, one.type);
    std::erase_if(*imports, [&](const model::Import& one) { return !wanted.empty() && one.type != wanted; });
    std::ranges::reverse(*imports);
    const app::PersonNames names = app::person_names(session);
    const Paging paging(request, imports->size());
    Json::Array rows, said;
    for (const model::Import& one : paging.shown(*imports))
        rows.push_back(import_row(one, titles, names, *zone, catalogue));
    for (const std::string& words : news.said) said.push_back(words);
    const auto may = [&](app::UseCase use_case) {
        return app::scope_of(session.actor, use_case) != app::Scope::none;
    };
    const Json::Array errands = errands_of(desk, titles, session);
    const std::string title = catalogue.text(Message{"web.imports"});
    const std::string body = filled_template(
        "imports",
        Json::Object{
            {"columns_text", request.form.get("columns")},
            {"empty", imports->empty()},
            {"errands", errands},
            {"faults", faults_above(news.failure, catalogue)},
            {"form_token", request.form_token},
            {"has_errands", !errands.empty()},
            {"has_news", !said.empty()},
            {"label", report::labels(imports_labels, catalogue)},
            {"may_import", may(app::UseCase::import_records)},
            {"may_import_actions", may(app::UseCase::import_actions)},
            {"may_import_risks", may(app::UseCase::draft_process)},
            {"may_purge", may(app::UseCase::purge_records)},
            {"paging", paging.markup(catalogue)},
            {"rows", rows},
            {"said", said},
            {"sheet_text", request.form.get("sheet")},
            {"summary", catalogue.text(Message{"web.imports_listed", {{"count", std::ssize(*imports)}}})},
            {"title", title},
            {"to_mend", fault_lines(news.to_mend, catalogue)},
            {"types",
             types_to_choose(titles, request.form.has("type") ? request.form.get("type") : wanted)}});
    return framed({.title = title,
                   .place = "/imports",
                   .body = body,
                   .status = news.failure == nullptr ? 200 : status_of(*news.failure)},
                  request, session);
}

Result<Response> imports_page(const Request& request, app::Session& session, ImportDesk& desk) {
    return shown_imports({}, request, session, desk);
}

}  // namespace cadran::web
