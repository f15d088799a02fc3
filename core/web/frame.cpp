// SPDX-License-Identifier: Apache-2.0
#include "web/frame.h"

#include <array>

#include <fmt/format.h>

#include "app/definitions.h"
#include "app/rights.h"
#include "base/resource.h"
#include "report/page_template.h"
#include "report/view.h"
#include "report/words.h"
#include "web/static_file.h"

namespace cadran::web {

namespace {

using app::UseCase;

struct Entry {
    std::string_view place;
    const char* title;
    std::optional<UseCase> use_case = {};  // none: for everybody
};

constexpr std::array entries{
    Entry{"/", "web.home"},
    Entry{"/worklist", "web.worklist", UseCase::show_worklist},
    Entry{"/processes", "web.processes", UseCase::read_definitions},
    Entry{"/indicators", "web.indicators", UseCase::show_indicators},
    Entry{"/actions", "web.actions"},
    Entry{"/journal", "web.journal", UseCase::read_journal},
    Entry{"/accounts", "web.accounts", UseCase::list_accounts},
};

constexpr std::array frame_labels{"web.navigation",   "web.sign_out",   "web.skip",     "web.simulation",
                                  "web.your_account", "web.in_english", "web.in_french"};

Json::Array navigation(const PageContent& content, const app::Session& session) {
    Json::Array shown;
    for (const Entry& entry : entries) {
        if (entry.use_case && app::scope_of(session.actor, *entry.use_case) == app::Scope::none) continue;
        shown.push_back(Json::Object{{"current", entry.place == content.place},
                                     {"place", entry.place},
                                     {"title", session.catalogue.text(Message{entry.title})}});
    }
    return shown;
}

Json::Object view_of(const PageContent& content, const Request& request, const Catalogue& catalogue) {
    const bool french = catalogue.language() == Language::french;
    return {
        {"back", request.method == "GET" ? request.path : "/"},
        {"body", content.body},
        {"done", report::unless_empty(done_words(request, catalogue))},
        {"french", french},
        {"form_token", request.form_token},
        {"icon", static_address("dial.svg")},
        {"label", report::labels(frame_labels, catalogue)},
        {"language_tag", language_tag(catalogue.language())},
        {"style", static_address("style.css")},
        {"title", content.title},
    };
}

Response response_of(const PageContent& content, const Json::Object& view) {
    return {.status = content.status, .body = filled_template("frame", view)};
}

}  // namespace

Response framed(const PageContent& content, const Request& request, app::Session& session) {
    Json::Object view = view_of(content, request, session.catalogue);
    const auto organisation = app::organisation_of(session);
    view["organisation"] = organisation ? organisation->name : std::string("Cadran");
    view["simulated"] = session.workspace.is_sample();
    view["signed_in"] =
        Json::Object{{"navigation", navigation(content, session)}, {"person", session.actor.person}};
    return response_of(content, view);
}

Response framed(const PageContent& content, const Request& request, const Catalogue& catalogue) {
    Json::Object view = view_of(content, request, catalogue);
    view["organisation"] = "Cadran";
    view["signed_in"] = false;
    view["simulated"] = false;
    return response_of(content, view);
}

std::string filled_template(std::string_view name, const Json& view) {
    return report::filled(resource(fmt::format("core/web/templates/{}.html", name)), view);
}

Json::Array fault_lines(const Diagnostics& faults, const Catalogue& catalogue) {
    Json::Array lines;
    for (const Diagnostic& fault : faults)
        lines.push_back(Json::Object{{"hint", fault.hint ? Json(catalogue.text(*fault.hint)) : Json(false)},
                                     {"what", catalogue.text(fault.what)}});
    return lines;
}

std::string faults_above(const Failure* failure, const Catalogue& catalogue) {
    if (failure == nullptr) return {};
    return filled_template("faults", Json::Object{{"faults", fault_lines(failure->diagnostics, catalogue)}});
}

std::string done_words(const Request& request, const Catalogue& catalogue) {
    static constexpr std::array acts{
        std::pair{"decided", "web.done_decided"},       std::pair{"taken", "web.done_taken"},
        std::pair{"given_back", "web.done_given_back"}, std::pair{"reopened", "web.done_reopened"},
        std::pair{"action", "web.done_action"},         std::pair{"password", "web.done_password"},
    };
    const std::string act = request.query.get("done");
    for (const auto& [name, message] : acts) {
        if (act == name) return catalogue.text(Message{message});
    }
    return {};
}

}  // namespace cadran::web
