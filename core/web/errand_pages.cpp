// SPDX-License-Identifier: Apache-2.0
#include <array>

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

// As large as the rejects of a file may become before they are given back whole.
constexpr std::size_t largest_rejects = std::size_t{256} << 20;

// Of the browser: it asks again after so many milliseconds.
constexpr int asks_again = 700;

Result<Errand> own_errand(const Request& request, const app::Session& session, const ImportDesk& desk) {
    if (const Done may = app::authorise(session, app::UseCase::import_records); !may)
        return tl::unexpected(may.error());
    auto errand = desk.find(request.parameter("errand"), session.actor.name);
    if (!errand) return not_found({"web.no_errand"}, Message{"web.see_the_imports"});
    return std::move(*errand);
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

}  // namespace

Result<Response> errand_page(const Request& request, app::Session& session, ImportDesk& desk) {
    const auto errand = own_errand(request, session, desk);
    if (!errand) return tl::unexpected(errand.error());
    const Catalogue& catalogue = session.catalogue;
    const auto percent = percent_of(*errand);
    const std::string title =
        catalogue.text(Message{"web.errand_title", {{"file", errand->file.filename().string()}}});
    const std::string body = filled_template(
        "errand",
        Json::Object{{"events", "/imports/errands/" + errand->id + "/events"},
                     {"faults", faults_above(errand->failure ? &*errand->failure : nullptr, catalogue)},
                     {"imported", imported_view(*errand, catalogue)},
                     {"label", report::labels(errand_labels, catalogue)},
                     {"percent", percent ? Json(fmt::format("{}", *percent)) : Json(false)},
                     {"place", request.path},
                     {"runs", !errand->is_over()},
                     {"stage", stage_words(*errand, catalogue)},
                     {"title", title},
                     {"type", errand->type}});
    return framed(
        {.title = title, .place = "/imports", .body = body, .script = errand->is_over() ? "" : "errand.js"},
        request, session);
}

Result<Response> errand_events(const Request& request, app::Session& session, ImportDesk& desk) {
    const auto errand = own_errand(request, session, desk);
    if (!errand) return tl::unexpected(errand.error());
    const auto percent = percent_of(*errand);
    const Json::Object data{{"over", errand->is_over()},
                            {"percent", percent ? Json(*percent) : Json(false)},
                            {"stage", stage_words(*errand, session.catalogue)}};
    return Response{.type = "text/event-stream",
                    .body = fmt::format("retry: {}\ndata: {}\n\n", asks_again, Json(data).canonical_text())};
}

Result<Response> errand_rejects(const Request& request, app::Session& session, ImportDesk& desk) {
    const auto errand = own_errand(request, session, desk);
    if (!errand) return tl::unexpected(errand.error());
    auto bytes = read_file(errand->rejects, largest_rejects);
    if (!bytes || !errand->imported || errand->imported->import.rejected == 0)
        return not_found({"web.no_rejects"}, Message{"web.see_the_imports"});
    return attachment("rejets-" + errand->file.filename().string(), "text/csv; charset=utf-8",
                      std::move(*bytes));
}

}  // namespace cadran::web
