// SPDX-License-Identifier: Apache-2.0
#include "web/version_pages.h"

#include <algorithm>
#include <array>

#include "app/definitions.h"
#include "app/people.h"
#include "app/plugin.h"
#include "app/process.h"
#include "app/workspace_definition.h"
#include "base/text.h"
#include "report/view.h"
#include "report/words.h"
#include "web/choices.h"
#include "web/error_page.h"
#include "web/frame.h"

namespace cadran::web {

namespace {

using model::DefinitionKind;
using model::DefinitionVersion;

constexpr std::array versions_labels{"web.version_heading", "web.in_force_from", "web.in_force_to",
                                     "web.author",          "web.handed_in_at",  "web.accepted_by",
                                     "web.reason",          "web.versions",      "web.asked_by_review"};
constexpr std::array version_labels{
    "web.versions",          "web.author",       "web.handed_in_at", "web.accepted_by",
    "web.in_force_from",     "web.reason",       "web.same_meaning", "web.first_version",
    "web.accept_version",    "web.accept_words", "web.first_day",    "web.first_day_hint",
    "web.own_version",       "web.content",      "web.digest",       "web.asked_by_review",
    "web.accept_reason_hint"};

// A definition as the path names it.
struct Named {
    DefinitionKind kind;
    std::string name;
    std::string area;  // `/processes`
    const char* area_title;
    app::UseCase accepts;

    // Of the organisation there is one.
    bool is_one_of_several() const { return kind != DefinitionKind::workspace; }
    std::string place() const { return is_one_of_several() ? area + "/" + percent_encoded(name) : area; }
    std::string place(const DefinitionVersion& version) const {
        return fmt::format("{}/versions/{}", place(), version.number);
    }
};

Named process_in(const Request& request) {
    return {DefinitionKind::process, request.parameter("process"), "/processes", "web.processes",
            app::UseCase::accept_process};
}

Named plugin_in(const Request& request) {
    return {DefinitionKind::plugin, request.parameter("plugin"), "/plugins", "web.plugins",
            app::UseCase::accept_plugin};
}

Named organisation_named() {
    return {DefinitionKind::workspace, "workspace", "/organisation", "web.organisation",
            app::UseCase::accept_workspace};
}

std::string definition_title(const Named& named, const app::WhichVersion& which, app::Session& session) {
    if (named.kind == DefinitionKind::workspace) {
        const auto shown = app::show_workspace(session, which);
        return shown ? shown->organisation.name : named.name;
    }
    if (named.kind == DefinitionKind::process) {
        const auto shown = app::show_process(session, named.name, which);
        return shown ? session.catalogue.text(shown->process.title) : named.name;
    }
    const auto shown = app::show_plugin(session, named.name, which);
    return shown ? session.catalogue.text(shown->title) : named.name;
}

Json date_or_dash(const std::optional<Date>& date, const Catalogue& catalogue) {
    return date ? Json(catalogue.date(*date)) : Json(std::string(report::no_value));
}

Json area_words(const Named& named, const Catalogue& catalogue) {
    return named.is_one_of_several() ? Json(catalogue.text(Message{named.area_title})) : Json(false);
}

Json::Object version_facts(const app::DatedVersion& dated, const Named& named, app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    const DefinitionVersion& version = dated.version;
    const auto zone = app::zone_of(session);
    const app::PersonNames names = app::person_names(session);
    const auto& acceptance = version.acceptance;
    const std::optional<Date> from = acceptance ? std::optional(acceptance->from) : std::nullopt;
    return {{"accepted_at",
             acceptance && zone ? Json(report::moment_words(acceptance->at, catalogue, *zone)) : Json(false)},
            {"approver", acceptance ? Json(app::person_called(names, acceptance->approver)) : Json(false)},
            {"author", app::person_called(names, version.author)},
            {"digest", version.hash.hex()},
            {"from", date_or_dash(from, catalogue)},
            {"handed_in", zone ? report::moment_words(version.drafted_at, catalogue, *zone) : std::string()},
            {"last", date_or_dash(dated.last, catalogue)},
            {"number", catalogue.number(version.number)},
            {"place", named.place(version)},
            {"reason", report::unless_empty(acceptance ? acceptance->reason : std::string())},
            {"review", report::unless_empty(version.review)},
            {"waits", acceptance ? Json(false) : Json(catalogue.text(Message{"web.waits"}))}};
}

Result<Response> versions_page(const Named& named, const Request& request, app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    const auto all = app::history(session, named.kind, named.name);
    if (!all) return tl::unexpected(all.error());
    Json::Array rows;
    for (auto dated = all->rbegin(); dated != all->rend(); ++dated)
        rows.push_back(version_facts(*dated, named, session));
    const std::string called = definition_title(named, {.number = all->back().version.number}, session);
    const std::string title = catalogue.text(Message{"web.versions_of", {{"title", called}}});
    const std::string body =
        filled_template("versions", Json::Object{{"area", named.area},
                                                 {"area_title", area_words(named, catalogue)},
                                                 {"called", called},
                                                 {"label", report::labels(versions_labels, catalogue)},
                                                 {"place", named.place()},
                                                 {"rows", rows},
                                                 {"title", title}});
    return framed({.title = title, .place = named.area, .body = body}, request, session);
}

Result<app::DatedVersion> version_in(const Named& named, const Request& request, app::Session& session) {
    const auto number = number_parameter(request, "version");
    if (!number) return tl::unexpected(number.error());
    const auto all = app::history(session, named.kind, named.name);
    if (!all) return tl::unexpected(all.error());
    for (const app::DatedVersion& one : *all) {
        if (one.version.number == *number) return one;
    }
    return not_found({"web.no_such_number", {{"number", request.parameter("version")}}});
}

// What it changed: a draft against what is in force, an accepted one against the one before it.
void add_changes(Json::Object& view, const Named& named, const DefinitionVersion& version,
                 app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    view["changes"] = Json::Array();
    view["has_changes"] = view["is_same"] = false;
    view["compared"] = catalogue.text(Message{"web.version_changes"});
    app::WhichVersion before{.number = version.number - 1};
    if (!version.acceptance) {
        const auto in_force = app::content_of(session, named.kind, named.name, {});
        if (in_force && in_force->version) before.number = in_force->version->number;
    }
    view["is_first"] = *before.number == 0;
    if (*before.number == 0) return;
    const auto comparison = app::compare(session, named.kind, named.name, before, {.number = version.number});
    Json::Array lines;
    if (!comparison) {
        for (const Diagnostic& fault : comparison.error().diagnostics)
            lines.push_back(catalogue.text(fault.what));
        view["changes"] = lines;
        view["has_changes"] = true;
        return;
    }
    for (const model::Change& change : comparison->changes) lines.push_back(change.text);
    view["compared"] =
        catalogue.text(Message{"web.changes_from", {{"version", std::int64_t{*before.number}}}});
    view["has_changes"] = !lines.empty();
    view["is_same"] = lines.empty();
    view["changes"] = lines;
}

Json::Array contents_of(const Named& named, const DefinitionVersion& version, app::Session& session) {
    Json::Array files;
    const auto content = app::content_of(session, named.kind, named.name, {.number = version.number});
    if (!content) return files;
    for (const auto& [path, bytes] : content->files) {
        const Message size{"web.no_text_file", {{"count", std::ssize(bytes)}}};
        files.push_back(
            Json::Object{{"path", named.kind == DefinitionKind::process ? named.name + ".xml" : path},
                         {"text", is_text(bytes) ? bytes : session.catalogue.text(size)}});
    }
    return files;
}

Result<Response> shown_version(const Named& named, const Failure* failure, const Request& request,
                               app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    const auto dated = version_in(named, request, session);
    if (!dated) return tl::unexpected(dated.error());
    const auto newest = app::history(session, named.kind, named.name);
    const DefinitionVersion& version = dated->version;
    const auto now = app::today(session);
    if (!now) return tl::unexpected(now.error());
    const std::string called = definition_title(named, {.number = version.number}, session);
    const std::string title = catalogue.text(
        Message{"web.version_of", {{"version", std::int64_t{version.number}}, {"title", called}}});
    Json::Object view = version_facts(*dated, named, session);
    add_changes(view, named, version, session);
    const bool waits = !version.acceptance && newest->back().version.number == version.number;
    const bool may = app::scope_of(session.actor, named.accepts) != app::Scope::none;
    const bool own = version.author == session.actor.name;
    view["area"] = named.area;
    view["area_title"] = area_words(named, catalogue);
    view["called"] = called;
    view["definition_place"] = named.place();
    view["faults"] = faults_above(failure, catalogue);
    view["files"] = contents_of(named, version, session);
    view["form_token"] = request.form_token;
    view["from_text"] = request.form.has("from") ? request.form.get("from") : iso_text(*now);
    view["label"] = report::labels(version_labels, catalogue);
    view["may_accept"] = waits && may && !own;
    view["own"] = waits && may && own;
    view["reason_text"] = request.form.get("reason");
    view["title"] = title;
    return framed({.title = title,
                   .place = named.area,
                   .body = filled_template("version", view),
                   .status = failure == nullptr ? 200 : status_of(*failure)},
                  request, session);
}

Result<DefinitionVersion> put_in_force(const Named& named, const Request& request, app::Session& session) {
    // Who may not accept learns nothing of what waits.
    if (const Done may = app::authorise(session, named.accepts); !may) return tl::unexpected(may.error());
    const auto number = number_parameter(request, "version");
    if (!number) return tl::unexpected(number.error());
    Diagnostics faults;
    const auto from = date_field(request, "from", faults);
    if (!faults.empty()) return invalid(std::move(faults));
    if (!from) return invalid(Message{"web.no_first_day"}, Message{"web.date_form"});
    return app::accept_definition(session, named.kind,
                                  {named.name, *from, typed_text(request, "reason"),
                                   static_cast<int>(std::min(*number, std::int64_t{1'000'000}))});
}

Result<Response> accept_form(const Named& named, const Request& request, app::Session& session) {
    const auto version = put_in_force(named, request, session);
    if (version) return see_other(named.place(*version) + "?done=accepted");
    auto page = shown_version(named, &version.error(), request, session);
    return page ? std::move(page) : tl::unexpected(version.error());
}

}  // namespace

Result<Response> process_versions_page(const Request& request, app::Session& session) {
    return versions_page(process_in(request), request, session);
}

Result<Response> process_version_page(const Request& request, app::Session& session) {
    return shown_version(process_in(request), nullptr, request, session);
}

Result<Response> accept_process_form(const Request& request, app::Session& session) {
    return accept_form(process_in(request), request, session);
}

Result<Response> plugin_versions_page(const Request& request, app::Session& session) {
    return versions_page(plugin_in(request), request, session);
}

Result<Response> plugin_version_page(const Request& request, app::Session& session) {
    return shown_version(plugin_in(request), nullptr, request, session);
}

Result<Response> accept_plugin_form(const Request& request, app::Session& session) {
    return accept_form(plugin_in(request), request, session);
}

Result<Response> organisation_versions_page(const Request& request, app::Session& session) {
    return versions_page(organisation_named(), request, session);
}

Result<Response> organisation_version_page(const Request& request, app::Session& session) {
    return shown_version(organisation_named(), nullptr, request, session);
}

Result<Response> accept_organisation_form(const Request& request, app::Session& session) {
    return accept_form(organisation_named(), request, session);
}

}  // namespace cadran::web
