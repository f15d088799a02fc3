// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <ranges>

#include "app/definitions.h"
#include "app/people.h"
#include "app/rights.h"
#include "base/file.h"
#include "report/view.h"
#include "report/words.h"
#include "web/frame.h"
#include "web/import_desk.h"
#include "web/import_pages.h"

namespace cadran::web {

namespace {

constexpr std::array errand_labels{
    "web.imports",     "web.record_type",     "web.accepted",       "web.rejected",   "web.import_period",
    "web.read_as",     "web.columns_ignored", "web.rejected_lines", "web.line_head",  "web.why",
    "web.all_rejects", "web.refresh",         "web.progress_of",    "web.to_imports", "web.reading_goes_on"};

constexpr std::array forgotten_labels{"web.imports",    "web.record_type",       "web.data_file",
                                      "web.accepted",   "web.rejected",          "web.import_period",
                                      "web.to_imports", "web.errand_gone_words", "web.errand_kept_nothing"};

// As large as the rejects of a file may become before they are given back whole.
constexpr std::size_t largest_rejects = std::size_t{256} << 20;

// Of the browser: it asks again after so many milliseconds.
constexpr int asks_again = 700;

// One's own; none where the desk forgot it, as it does when the server ends.
Result<std::optional<Errand>> own_errand(const Request& request, const app::Session& session,
                                         const ImportDesk& desk) {
    if (const Done may = app::authorise(session, app::UseCase::import_records); !may)
        return tl::unexpected(may.error());
    const std::string& id = request.parameter("errand");
    auto errand = desk.find(id, session.actor.name);
    if (!errand && (desk.knows(id) || !ImportDesk::content_of(id)))
        return not_found({"web.no_errand"}, Message{"web.see_the_imports"});
    return errand;
}

std::string stage_words(const Errand& errand, const Catalogue& catalogue) {
    switch (errand.stage) {
        case Errand::Stage::waiting: return catalogue.text(Message{"web.errand_waits"});
        case Errand::Stage::running: return catalogue.text(Message{"web.errand_runs"});
        case Errand::Stage::done: return catalogue.text(Message{"web.errand_done"});
        case Errand::Stage::failed: break;
    }
    return catalogue.text(Message{"web.errand_failed"});
}

// Whole per cent; none where nobody knows how much there is.
std::optional<std::int64_t> percent_of(const Errand& errand) {
    if (errand.is_over()) return 100;
    if (errand.total <= 0) return {};
    return std::min<std::int64_t>(100, errand.done * 100 / errand.total);
}

std::string day_words(const std::optional<Date>& first, const std::optional<Date>& last,
                      const Catalogue& catalogue) {
    if (!first || !last) return report::no_value;
    return catalogue.text(Message{"web.from_to", {{"first", *first}, {"last", *last}}});
}

Json rejected_view(const app::RejectedLine& reject, const Catalogue& catalogue) {
    return Json::Object{{"line", reject.place.empty() ? fmt::format("{}", reject.line) : reject.place},
                        {"what", catalogue.text(reject.what)}};
}

Json imported_view(const Errand& errand, const Catalogue& catalogue) {
    if (!errand.imported) return false;
    const app::Imported& imported = *errand.imported;
    Json::Array rejects;
    for (const app::RejectedLine& one : imported.first_rejects)
        rejects.push_back(rejected_view(one, catalogue));
    const std::int64_t more = imported.import.rejected - std::ssize(imported.first_rejects);
    return Json::Object{
        {"accepted", catalogue.number(imported.import.accepted)},
        {"days", day_words(imported.import.first_event, imported.import.last_event, catalogue)},
        {"has_rejects", !rejects.empty()},
        {"ignored", report::unless_empty(fmt::format("{}", fmt::join(imported.ignored_columns, ", ")))},
        {"more",
         more > 0 ? Json(catalogue.text(Message{"web.more_rejects", {{"count", more}}})) : Json(false)},
        {"read_as", imported.read_as},
        {"rejected", catalogue.number(imported.import.rejected)},
        {"rejects", rejects},
        {"rejects_place", "/imports/errands/" + errand.id + "/rejects"}};
}

Json kept_view(const model::Import& import, app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    const auto zone = app::zone_of(session);
    const Message words{"web.errand_was_kept",
                        {{"number", fmt::format("{}", import.number)},
                         {"at", report::moment_words(import.at, catalogue, *zone)},
                         {"person", app::person_called(app::person_names(session), import.by)}}};
    const Message lost{"web.errand_rejects_gone", {{"count", import.rejected}}};
    return Json::Object{{"accepted", catalogue.number(import.accepted)},
                        {"days", day_words(import.first_event, import.last_event, catalogue)},
                        {"file", import.file_name},
                        {"lost", import.rejected > 0 ? Json(catalogue.text(lost)) : Json(false)},
                        {"rejected", catalogue.number(import.rejected)},
                        {"type", import.type},
                        {"words", catalogue.text(words)}};
}

// What the workspace says of the file that somebody brought once: it was taken in, or nothing of it was kept.
Result<Response> forgotten_errand(const Digest& content, const Request& request, app::Session& session) {
    const auto imports = app::list_imports(session, "");
    if (!imports) return tl::unexpected(imports.error());
    const auto kept = std::ranges::find(*imports | std::views::reverse, content, &model::Import::received);
    const bool was_kept = kept != imports->rend();
    const std::string title = session.catalogue.text(Message{"web.errand_gone"});
    const std::string body = filled_template(
        "forgotten_errand", Json::Object{{"kept", was_kept ? kept_view(*kept, session) : Json(false)},
                                         {"label", report::labels(forgotten_labels, session.catalogue)},
                                         {"title", title}});
    return framed({.title = title, .place = "/imports", .body = body, .status = was_kept ? 200 : 404},
                  request, session);
}

Result<Response> followed_errand(const Errand& errand, const Request& request, app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    const auto percent = percent_of(errand);
    const std::string title =
        catalogue.text(Message{"web.errand_title", {{"file", errand.file.filename().string()}}});
    const std::string body = filled_template(
        "errand",
        Json::Object{{"events", "/imports/errands/" + errand.id + "/events"},
                     {"faults", faults_above(errand.failure ? &*errand.failure : nullptr, catalogue)},
                     {"imported", imported_view(errand, catalogue)},
                     {"label", report::labels(errand_labels, catalogue)},
                     {"percent", percent ? Json(fmt::format("{}", *percent)) : Json(false)},
                     {"place", request.path},
                     {"runs", !errand.is_over()},
                     {"stage", stage_words(errand, catalogue)},
                     {"title", title},
                     {"type", errand.type}});
    return framed(
        {.title = title, .place = "/imports", .body = body, .script = errand.is_over() ? "" : "errand.js"},
        request, session);
}

}  // namespace

Result<Response> errand_page(const Request& request, app::Session& session, ImportDesk& desk) {
    const auto errand = own_errand(request, session, desk);
    if (!errand) return tl::unexpected(errand.error());
    if (*errand) return followed_errand(**errand, request, session);
    return forgotten_errand(*ImportDesk::content_of(request.parameter("errand")), request, session);
}

Result<Response> errand_events(const Request& request, app::Session& session, ImportDesk& desk) {
    const auto errand = own_errand(request, session, desk);
    if (!errand) return tl::unexpected(errand.error());
    // The page of what is forgotten says what came of it.
    const bool over = !*errand || (*errand)->is_over();
    const auto percent = *errand ? percent_of(**errand) : std::nullopt;
    const Json::Object data{{"over", over},
                            {"percent", percent ? Json(*percent) : Json(false)},
                            {"stage", *errand ? stage_words(**errand, session.catalogue) : std::string()}};
    return Response{.type = "text/event-stream",
                    .body = fmt::format("retry: {}\ndata: {}\n\n", asks_again, Json(data).canonical_text())};
}

Result<Response> errand_rejects(const Request& request, app::Session& session, ImportDesk& desk) {
    const auto errand = own_errand(request, session, desk);
    if (!errand) return tl::unexpected(errand.error());
    const bool some = *errand && (*errand)->imported && (*errand)->imported->import.rejected > 0;
    if (!some) return not_found({"web.no_rejects"}, Message{"web.see_the_imports"});
    auto bytes = read_file((*errand)->rejects, largest_rejects);
    if (!bytes) return not_found({"web.no_rejects"}, Message{"web.see_the_imports"});
    return attachment("rejets-" + (*errand)->file.filename().string(), "text/csv; charset=utf-8",
                      std::move(*bytes));
}

}  // namespace cadran::web
