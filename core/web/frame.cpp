// SPDX-License-Identifier: Apache-2.0
#include "web/frame.h"

#include <algorithm>
#include <array>
#include <map>
#include <vector>

#include <fmt/format.h>

#include "app/definitions.h"
#include "app/rights.h"
#include "base/resource.h"
#include "report/page_template.h"
#include "report/view.h"
#include "report/words.h"
#include "web/page_words.h"
#include "web/portal_page.h"
#include "web/static_file.h"

namespace cadran::web {

namespace {

using app::UseCase;

// What is found together. The bar shows the areas, and beneath it the pages of the one that is current.
enum class Area { home, files, processes, improvement, audits, system, administration };

struct Entry {
    Area area;
    std::string_view place;
    const char* title;
    std::optional<UseCase> use_case = {};  // none: for everybody
    bool whole = false;                    // for those alone whose right reaches everything
};

// In the order of the bar; an area leads to its first page that the person may see.
constexpr std::array entries{
    Entry{Area::home, "/", "web.home"},
    Entry{Area::files, "/worklist", "web.worklist", UseCase::show_worklist},
    Entry{Area::files, "/releases", "web.releases", UseCase::release_payments},
    Entry{Area::files, "/quality", "web.quality", UseCase::show_quality},
    Entry{Area::files, "/imports", "web.imports", UseCase::list_imports},
    Entry{Area::processes, "/processes", "web.processes", UseCase::read_definitions},
    Entry{Area::processes, "/indicators", "web.indicators", UseCase::show_indicators},
    Entry{Area::processes, "/documents", "web.documents", UseCase::read_definitions},
    Entry{Area::processes, "/controls", "web.controls", UseCase::show_findings, true},
    Entry{Area::processes, "/findings", "web.findings", UseCase::show_findings},
    Entry{Area::processes, "/reviews", "web.reviews", UseCase::show_review},
    Entry{Area::processes, "/management-reviews", "web.management_reviews", UseCase::show_management_review},
    Entry{Area::improvement, "/actions", "web.actions"},
    Entry{Area::improvement, "/risks", "web.risks", UseCase::read_definitions},
    Entry{Area::improvement, "/nonconformities", "web.nonconformities", UseCase::show_findings, true},
    Entry{Area::improvement, "/incidents", "web.incidents", UseCase::analyse_records, true},
    Entry{Area::audits, "/audits", "web.audits", UseCase::show_audits},
    Entry{Area::audits, "/audits/programme", "web.programme", UseCase::plan_audit},
    Entry{Area::audits, "/audit-findings", "web.audit_findings", UseCase::show_audits},
    Entry{Area::audits, "/audits/comparison", "web.comparison", UseCase::show_audits},
    Entry{Area::system, "/xray", "web.xray", UseCase::show_xray},
    Entry{Area::system, "/organisation", "web.organisation", UseCase::read_definitions},
    Entry{Area::system, "/plugins", "web.plugins", UseCase::read_definitions},
    Entry{Area::administration, "/journal", "web.journal", UseCase::read_journal},
    Entry{Area::administration, "/accounts", "web.accounts", UseCase::list_accounts},
};

constexpr std::array area_titles{
    "web.home",        "web.area_files",  "web.processes",          "web.area_improvement",
    "web.area_audits", "web.area_system", "web.area_administration"};
static_assert(area_titles.size() == static_cast<std::size_t>(Area::administration) + 1);

const char* title_of(Area area) {
    return area_titles[static_cast<std::size_t>(area)];
}

constexpr std::array frame_labels{"web.navigation",   "web.sign_out",   "web.skip",      "web.simulation",
                                  "web.your_account", "web.in_english", "web.in_french", "web.search"};

std::vector<Entry> entries_for(const app::Session& session) {
    std::vector<Entry> seen;
    std::ranges::copy_if(entries, std::back_inserter(seen), [&](const Entry& entry) {
        // A guest of the house finds what a right opens to them, and the start.
        if (!entry.use_case) return entry.area == Area::home || !is_guest(session.actor);
        const app::Scope scope = app::scope_of(session.actor, *entry.use_case);
        return entry.whole ? scope == app::Scope::all : scope != app::Scope::none;
    });
    return seen;
}

Json link(std::string_view place, const char* title, Json current, const Catalogue& catalogue) {
    return Json::Object{
        {"current", std::move(current)}, {"place", place}, {"title", catalogue.text(Message{title})}};
}

// The areas, and the pages of the one that is current where it has several.
Json::Object navigation(const PageContent& content, const app::Session& session) {
    const std::vector<Entry> seen = entries_for(session);
    const auto here = std::ranges::find(seen, content.place, &Entry::place);
    Json::Array areas;
    Json::Array pages;
    for (auto first = seen.begin(); first != seen.end();) {
        const auto last =
            std::find_if(first, seen.end(), [&](const Entry& one) { return one.area != first->area; });
        const bool is_here = here != seen.end() && here->area == first->area;
        const bool alone = last - first == 1;
        const Json current = !is_here ? Json(false) : Json(alone ? "page" : "true");
        areas.push_back(
            link(first->place, alone ? first->title : title_of(first->area), current, session.catalogue));
        for (auto one = first; is_here && !alone && one != last; ++one)
            pages.push_back(
                link(one->place, one->title, one == here ? Json("page") : Json(false), session.catalogue));
        first = last;
    }
    if (pages.empty()) return {{"areas", areas}, {"pages", false}};
    return {{"areas", areas},
            {"pages", Json::Object{{"links", pages},
                                   {"title", session.catalogue.text(Message{title_of(here->area)})}}}};
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
        {"script", content.script.empty() ? Json(false) : Json(static_address(content.script))},
        {"areas_style", static_address("areas.css")},
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
    view["organisation"] = organisation ? (*organisation)->name : std::string("Cadran");
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
    thread_local std::map<std::string, report::PageTemplate, std::less<>> read;  // a few dozen
    auto known = read.find(name);
    if (known == read.end()) {
        report::PageTemplate page(resource(fmt::format("core/web/templates/{}.html", name)));
        known = read.emplace(name, std::move(page)).first;
    }
    return known->second.filled(view);
}

Json::Array fault_lines(const Diagnostics& faults, const Catalogue& catalogue) {
    Json::Array lines;
    for (const Diagnostic& fault : faults)
        lines.push_back(
            Json::Object{{"hint", fault.hint ? Json(catalogue.text(on_page(*fault.hint))) : Json(false)},
                         {"what", catalogue.text(fault.what)}});
    return lines;
}

std::string faults_above(const Failure* failure, const Catalogue& catalogue) {
    if (failure == nullptr) return {};
    return filled_template("faults", Json::Object{{"faults", fault_lines(failure->diagnostics, catalogue)}});
}

std::string done_words(const Request& request, const Catalogue& catalogue) {
    static constexpr std::array acts{
        std::pair{"decided", "web.done_decided"},
        std::pair{"taken", "web.done_taken"},
        std::pair{"given_back", "web.done_given_back"},
        std::pair{"reopened", "web.done_reopened"},
        std::pair{"settled", "web.done_settled"},
        std::pair{"ran", "web.done_ran"},
        std::pair{"released", "web.done_released"},
        std::pair{"draft", "web.done_draft"},
        std::pair{"contested", "web.done_contested"},
        std::pair{"purged", "web.done_purged"},
        std::pair{"handed_in", "web.done_handed_in"},
        std::pair{"accepted", "web.done_accepted"},
        std::pair{"action", "web.done_action"},
        std::pair{"password", "web.done_password"},
        std::pair{"turned", "web.done_turned"},
        std::pair{"measured", "web.done_measured"},
        std::pair{"recorded", "web.done_recorded"},
        std::pair{"prepared", "web.done_prepared"},
        std::pair{"answered", "web.done_answered"},
        std::pair{"held", "web.done_held"},
        std::pair{"signed", "web.done_signed"},
    };
    const std::string act = request.query.get("done");
    for (const auto& [name, message] : acts) {
        if (act == name) return catalogue.text(Message{message});
    }
    return {};
}

}  // namespace cadran::web
