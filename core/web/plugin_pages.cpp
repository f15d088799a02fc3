// SPDX-License-Identifier: Apache-2.0
#include "web/plugin_pages.h"

#include <algorithm>
#include <array>

#include "app/plugin.h"
#include "app/plugin_docs.h"
#include "app/plugin_trust.h"
#include "base/text.h"
#include "report/view.h"
#include "report/words.h"
#include "web/error_page.h"
#include "web/frame.h"

namespace cadran::web {

namespace {

using model::DefinitionKind;

constexpr std::array plugins_labels{"web.plugin", "web.version_heading", "web.in_force_from",
                                    "web.draft",  "web.waiting",         "web.draft_edited"};
constexpr std::array plugin_labels{"web.plugins", "web.versions",     "web.draft",
                                   "web.try_it",  "web.only_a_draft", "web.scripts_run_apart"};
constexpr std::array plugin_draft_labels{"web.plugins",
                                         "web.versions",
                                         "web.draft_changes",
                                         "web.no_draft_change",
                                         "web.hand_in",
                                         "web.hand_in_words",
                                         "web.plugin_examples",
                                         "web.play_examples",
                                         "web.play_examples_words",
                                         "web.control",
                                         "web.examples",
                                         "web.cases",
                                         "web.result",
                                         "web.waits_for_acceptance",
                                         "web.lines_never_run"};

std::string plugin_place(const std::string& plugin) {
    return "/plugins/" + percent_encoded(plugin);
}

// In force, else as it is drafted; its name where neither can be read.
std::string plugin_title(const std::string& plugin, app::Session& session) {
    for (const app::WhichVersion& which : {app::WhichVersion{}, app::WhichVersion{.draft = true}}) {
        if (const auto shown = app::show_plugin(session, plugin, which))
            return session.catalogue.text(shown->title);
    }
    return plugin;
}

std::optional<app::Standing> standing_in(const std::string& plugin, app::Session& session) {
    const auto all = app::list_definitions(session, DefinitionKind::plugin);
    if (!all) return {};
    const auto found = std::ranges::find(*all, plugin, &app::Standing::name);
    return found == all->end() ? std::nullopt : std::optional(*found);
}

Json waiting_view(const std::optional<app::Standing>& standing, const Catalogue& catalogue) {
    if (!standing || !standing->handed_in) return Json(false);
    const model::DefinitionVersion& version = *standing->handed_in;
    const Message words{"web.version_by",
                        {{"version", std::int64_t{version.number}}, {"author", version.author}}};
    return Json::Object{{"place", fmt::format("{}/versions/{}", plugin_place(version.name), version.number)},
                        {"words", catalogue.text(words)}};
}

// `controls` lead to where they are tried.
Json::Array sections_of(const report::PluginPage& page, const Catalogue& catalogue) {
    const Json view = report::plugin_view(page, catalogue);
    Json::Array sections;
    for (const Json& section : view.at("sections").array()) {
        Json::Object shown = section.object();
        const bool controls = section.at("id").string() == "controls";
        Json::Array shown_entries;
        for (std::size_t i = 0; i < section.at("entries").array().size(); ++i) {
            Json::Object entry = section.at("entries").array()[i].object();
            const bool in_force = controls && page.version && page.version->acceptance;
            const std::string id = controls ? page.controls[i].control.id : std::string();
            entry["try_place"] = in_force ? Json(fmt::format("{}/controls/{}", plugin_place(page.id),
                                                             percent_encoded(id.substr(id.find('/') + 1))))
                                          : Json(false);
            shown_entries.push_back(std::move(entry));
        }
        shown["entries"] = std::move(shown_entries);
        sections.push_back(std::move(shown));
    }
    return sections;
}

// What its examples gave, by control; only when somebody asked for it.
Json examples_view(const std::string& plugin, app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    const auto played = app::test_plugin(session, plugin, {.draft = true});
    if (!played)
        return Json::Object{{"faults", faults_above(&played.error(), catalogue)}, {"rows", Json::Array()}};
    Json::Array rows;
    for (const app::PlayedSpec& spec : *played) {
        const bool fine = spec.differences.empty();
        const Message words = spec.examples == 0 ? Message{"web.without_examples"}
                              : fine             ? Message{"web.as_expected"}
                                                 : Message{"web.not_as_expected"};
        rows.push_back(Json::Object{{"cases", catalogue.number(spec.cases)},
                                    {"control", spec.control},
                                    {"differences", fault_lines(spec.differences, catalogue)},
                                    {"examples", catalogue.number(spec.examples)},
                                    {"look", spec.examples == 0 ? "medium"
                                             : fine             ? "met"
                                                                : "missed"},
                                    {"never_run", catalogue.number(std::ssize(spec.never_run))},
                                    {"result", catalogue.text(words)}});
    }
    return Json::Object{{"faults", ""}, {"rows", rows}};
}

// From what is in force to the draft; what keeps the draft from being read.
void add_plugin_changes(Json::Object& view, const std::string& plugin, const Failure* failure,
                        app::Session& session) {
    const auto comparison = app::compare(session, DefinitionKind::plugin, plugin, {}, {.draft = true});
    const auto read = app::show_plugin(session, plugin, {.draft = true});
    Json::Array lines;
    if (comparison) {
        for (const model::Change& change : comparison->changes) lines.push_back(change.text);
    }
    view["changes"] = lines;
    view["has_changes"] = !lines.empty();
    view["is_same"] = comparison && lines.empty();
    view["faults"] = faults_above(failure != nullptr ? failure
                                  : read             ? nullptr
                                                     : &read.error(),
                                  session.catalogue);
}

Result<Response> shown_plugin_draft(const Failure* failure, const Request& request, app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    const std::string& plugin = request.parameter("plugin");
    const auto content = app::content_of(session, DefinitionKind::plugin, plugin, {.draft = true});
    if (!content) return tl::unexpected(content.error());
    const auto standing = standing_in(plugin, session);
    const std::string called = plugin_title(plugin, session);
    const std::string title = catalogue.text(Message{"web.draft_of", {{"title", called}}});
    const bool may = app::scope_of(session.actor, app::UseCase::draft_plugin) != app::Scope::none;
    Json::Object view;
    add_plugin_changes(view, plugin, failure, session);
    view["called"] = called;
    view["examples"] = request.query.has("examples") ? examples_view(plugin, session) : Json(false);
    view["form_token"] = request.form_token;
    view["label"] = report::labels(plugin_draft_labels, catalogue);
    view["may_hand_in"] = may && standing && standing->edited;
    view["place"] = plugin_place(plugin);
    view["revision"] = app::manifest_digest(content->files).hex();
    view["title"] = title;
    view["waiting"] = waiting_view(standing, catalogue);
    return framed({.title = title,
                   .place = "/plugins",
                   .body = filled_template("plugin_draft", view),
                   .status = failure == nullptr ? 200 : status_of(*failure)},
                  request, session);
}

}  // namespace

Result<Response> plugins_page(const Request& request, app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    const auto all = app::list_definitions(session, DefinitionKind::plugin);
    if (!all) return tl::unexpected(all.error());
    Json::Array rows;
    for (const app::Standing& standing : *all) {
        const auto& in_force = standing.in_force;
        rows.push_back(Json::Object{
            {"edited", standing.edited},
            {"from", in_force ? catalogue.date(in_force->acceptance->from) : std::string(report::no_value)},
            {"name", standing.name},
            {"number", in_force ? catalogue.number(in_force->number) : std::string(report::no_value)},
            {"place", plugin_place(standing.name)},
            {"title", plugin_title(standing.name, session)},
            {"waiting", waiting_view(standing, catalogue)}});
    }
    const std::string title = catalogue.text(Message{"web.plugins"});
    const std::string body = filled_template(
        "plugins",
        Json::Object{{"label", report::labels(plugins_labels, catalogue)}, {"rows", rows}, {"title", title}});
    return framed({.title = title, .place = "/plugins", .body = body}, request, session);
}

Result<Response> plugin_page(const Request& request, app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    const std::string& plugin = request.parameter("plugin");
    auto page = app::document_plugin(session, plugin, {});
    if (!page) {
        auto draft = app::document_plugin(session, plugin, {.draft = true});
        if (!draft) return tl::unexpected(page.error());
        page = std::move(draft);
    }
    const auto trusted = app::is_trusted(session.workspace, plugin);
    if (!trusted) return tl::unexpected(trusted.error());
    const auto& version = page->version;
    const std::string title = catalogue.text(page->title);
    const std::string body = filled_template(
        "plugin",
        Json::Object{{"edition", version ? catalogue.text(Message{"web.version_in_force",
                                                                  {{"version", std::int64_t{version->number}},
                                                                   {"from", version->acceptance->from}}})
                                         : catalogue.text(Message{"web.no_version_in_force"})},
                     {"has_versions", version.has_value()},
                     {"label", report::labels(plugin_labels, catalogue)},
                     {"name", plugin},
                     {"place", plugin_place(plugin)},
                     {"sections", sections_of(*page, catalogue)},
                     {"title", title},
                     {"trusted", *trusted}});
    return framed({.title = title, .place = "/plugins", .body = body}, request, session);
}

Result<Response> plugin_draft_page(const Request& request, app::Session& session) {
    return shown_plugin_draft(nullptr, request, session);
}

Result<Response> hand_in_plugin_form(const Request& request, app::Session& session) {
    const std::string& plugin = request.parameter("plugin");
    const Digest seen = Digest::from_hex(request.form.get("revision")).value_or(Digest{});
    const auto version = app::draft_plugin(session, plugin, seen);
    if (version)
        return see_other(fmt::format("{}/versions/{}?done=handed_in", plugin_place(plugin), version->number));
    auto page = shown_plugin_draft(&version.error(), request, session);
    return page ? std::move(page) : tl::unexpected(version.error());
}

}  // namespace cadran::web
