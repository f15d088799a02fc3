// SPDX-License-Identifier: Apache-2.0
#include "web/release_pages.h"

#include <array>

#include "app/definitions.h"
#include "app/people.h"
#include "app/worklist.h"
#include "report/words.h"
#include "web/choices.h"
#include "web/frame.h"
#include "web/paging.h"

namespace cadran::web {

namespace {

constexpr std::array releases_labels{
    "web.release_list",   "web.released_payments", "web.suspended_payments", "web.by_whom",      "web.at",
    "web.payments_count", "web.no_release",        "web.make_release",       "web.release_words"};

Json release_row(const model::ReleaseList& list, const app::PersonNames& names, const calendar::Zone& zone,
                 const Catalogue& catalogue) {
    return Json::Object{{"at", report::moment_words(list.at, catalogue, zone)},
                        {"by", app::person_called(names, list.by)},
                        {"count", catalogue.number(std::ssize(list.findings))},
                        {"number", fmt::format("{}", list.number)},
                        {"place", fmt::format("/releases/{}", list.number)}};
}

}  // namespace

Result<Response> releases_page(const Request& request, app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    const auto releases = app::list_releases(session);
    if (!releases) return tl::unexpected(releases.error());
    const auto zone = app::zone_of(session);
    if (!zone) return tl::unexpected(zone.error());
    const app::PersonNames names = app::person_names(session);
    const Paging paging(request, releases->lists.size());
    Json::Array rows;
    for (const model::ReleaseList& list : paging.shown(releases->lists))
        rows.push_back(release_row(list, names, *zone, catalogue));
    const std::string title = catalogue.text(Message{"web.releases"});
    const std::string body = filled_template(
        "releases",
        Json::Object{
            {"empty", releases->lists.empty()},
            {"form_token", request.form_token},
            {"label", report::labels(releases_labels, catalogue)},
            {"paging", paging.markup(catalogue)},
            {"rows", rows},
            {"title", title},
            {"waiting", catalogue.text(Message{"web.payments_waiting", {{"count", releases->waiting}}})}});
    return framed({.title = title, .place = "/releases", .body = body}, request, session);
}

Result<Response> release_form(const Request&, app::Session& session) {
    const auto release = app::release_payments(session);
    if (!release) return tl::unexpected(release.error());
    return see_other("/releases?done=released");
}

Result<Response> release_file(const Request& request, app::Session& session) {
    const auto number = number_parameter(request, "release");
    if (!number) return tl::unexpected(number.error());
    const std::string& which = request.parameter("list");
    if (which != "released" && which != "suspended")
        return not_found({"web.no_such_file", {{"file", which}}});
    auto release = app::find_release(session, *number);
    if (!release) return tl::unexpected(release.error());
    const bool released = which == "released";
    const std::string name = session.catalogue.text(
        Message{released ? "web.released_file" : "web.suspended_file", {{"number", *number}}});
    return attachment(name, "text/csv; charset=utf-8",
                      std::move(released ? release->released : release->suspended));
}

}  // namespace cadran::web
