// SPDX-License-Identifier: Apache-2.0
#include "web/quality_pages.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "app/people.h"
#include "app/quality.h"
#include "app/rights.h"
#include "base/text.h"
#include "report/view.h"
#include "report/words.h"
#include "web/choices.h"
#include "web/error_page.h"
#include "web/frame.h"
#include "web/paging.h"

namespace cadran::web {

namespace {

using app::QualityRate;
using calendar::Period;

constexpr std::array quality_labels{
    "web.period",        "web.handler",      "web.show",        "web.files_checked", "web.files_right",
    "web.quality_rate",  "web.interval_of",  "web.contested",   "web.over_periods",  "web.checked_files",
    "web.record",        "web.event_date",   "web.control",     "web.result",        "web.said_of_it",
    "web.nothing_drawn", "web.no_file_here", "web.rate_counts", "web.rate_kept",     "web.every_handler"};

// How far back there is a choice, by kind.
constexpr std::array choices_back{std::pair{Period::Kind::quarter, 5}, std::pair{Period::Kind::month, 6},
                                  std::pair{Period::Kind::year, 2}};
constexpr int periods_compared = 4;

std::string quality_place(const Period& period, const std::string& handler) {
    const std::string place = "/quality?period=" + period.text();
    return handler.empty() ? place : place + "&handler=" + percent_encoded(handler);
}

bool is_nothing_drawn(const std::vector<QualityRate>& rates) {
    return std::ranges::none_of(
        rates, [](const QualityRate& rate) { return rate.checked > 0 || !rate.files.empty(); });
}

// The one that was asked for; else the quarter under way once something was drawn in it, before that the
// last.
Result<Period> rated_period(const Request& request, app::Session& session) {
    const std::string asked = request.query.get("period");
    if (!asked.empty()) {
        const auto period = Period::parse(asked);
        if (!period) return invalid(Message{"web.not_a_period", {{"value", asked}}});
        return *period;
    }
    const auto now = app::today(session);
    if (!now) return tl::unexpected(now.error());
    const Period running = Period::containing(*now, Period::Kind::quarter);
    const auto rates = app::show_quality(session, {running});
    return rates && !is_nothing_drawn(*rates) ? running : running.previous();
}

Json::Array rated_periods_to_choose(Date now, const Period& chosen, const Catalogue& catalogue) {
    Json::Array groups;
    bool offered = false;
    for (const auto& [kind, most] : choices_back) {
        Json::Array periods;
        Period period = Period::containing(now, kind);
        for (int i = 0; i < most; ++i, period = period.previous()) {
            offered = offered || period == chosen;
            periods.push_back(option(period.text(), report::period_words(period, catalogue), chosen.text()));
        }
        groups.push_back(
            Json::Object{{"periods", periods}, {"title", catalogue.text(model::frequency_title(kind))}});
    }
    if (!offered) {
        const Json one = option(chosen.text(), report::period_words(chosen, catalogue), chosen.text());
        groups.push_back(Json::Object{{"periods", Json::Array{one}},
                                      {"title", catalogue.text(model::frequency_title(chosen.kind()))}});
    }
    return groups;
}

std::string share_words(double share, const Catalogue& catalogue) {
    return catalogue.percent({std::llround(share * 1'000), 1});
}

// As the picture's coordinates have it, from 0 to 100.
std::string coordinate(double share) {
    return fmt::format("{:.1f}", share * 100);
}

Json::Object rate_row(const QualityRate& rate, const Catalogue& catalogue) {
    Json::Object row{{"checked", catalogue.number(rate.checked)},
                     {"contested", catalogue.number(rate.contested)},
                     {"interval", false},
                     {"rate", catalogue.text(Message{"web.too_few_files"})},
                     {"right", catalogue.number(rate.right)}};
    if (!rate.interval) return row;
    const double share = static_cast<double>(rate.right) / static_cast<double>(rate.checked);
    const auto& [low, high] = *rate.interval;
    const Message between{"web.from_to_share",
                          {{"low", share_words(low, catalogue)}, {"high", share_words(high, catalogue)}}};
    row["rate"] = catalogue.percent(Decimal::ratio(100 * rate.right, rate.checked, 1));
    row["interval"] = Json::Object{{"at", coordinate(share)},
                                   {"high", coordinate(high)},
                                   {"low", coordinate(low)},
                                   {"words", catalogue.text(between)}};
    return row;
}

// Empty where the code is nobody's.
std::string person_of(const QualityRate& rate, const app::PersonNames& names) {
    return rate.person.empty() ? std::string() : app::person_called(names, rate.person);
}

Json::Array handler_rows(const std::vector<QualityRate>& rates, const Period& period, app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    const app::PersonNames names = app::person_names(session);
    Json::Array rows;
    for (const QualityRate& rate : rates) {
        Json::Object row = rate_row(rate, catalogue);
        row["called"] = rate.handler.empty() ? catalogue.text(Message{"web.every_handler"}) : rate.handler;
        row["person"] = report::unless_empty(person_of(rate, names));
        row["place"] = rate.handler.empty() ? Json(false) : Json(quality_place(period, rate.handler));
        rows.push_back(std::move(row));
    }
    return rows;
}

// The same handler, or all of them, in the periods up to that one, the newest first.
Json::Array rows_over_periods(Period period, const std::string& handler, app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    Json::Array rows;
    for (int i = 0; i < periods_compared; ++i, period = period.previous()) {
        // Where the rate of all would be that of one person, there is none.
        const auto rates = app::show_quality(session, {period, handler});
        if (!rates || is_nothing_drawn(*rates)) continue;
        Json::Object row = rate_row(rates->front(), catalogue);
        row["called"] = report::period_words(period, catalogue);
        row["person"] = false;
        row["place"] = quality_place(period, handler);
        rows.push_back(std::move(row));
    }
    return rows;
}

struct Standing {
    const char* words;
    const char* look;
    int rank;  // in the list: what may have to be contested first
};

Standing standing_of(const app::CheckedFile& file) {
    if (!file.decided)
        return file.contested ? Standing{"web.file_contested", "medium", 1}
                              : Standing{"web.file_open", "", 2};
    return file.right ? Standing{"web.file_right", "met", 3} : Standing{"web.file_wrong", "missed", 0};
}

Json checked_row(const app::CheckedFile& file, const Catalogue& catalogue) {
    const Standing standing = standing_of(file);
    const auto points = std::ssize(file.nonconforming);
    return Json::Object{
        {"control", catalogue.text(file.control_title)},
        {"date", catalogue.date(file.event_date)},
        {"look", standing.look},
        {"place", "/quality/" + file.finding},
        {"points", points == 0
                       ? Json(false)
                       : Json(catalogue.text(Message{"web.nonconforming_points", {{"count", points}}}))},
        {"reason", report::unless_empty(file.reason)},
        {"record", file.key},
        {"standing", catalogue.text(Message{standing.words})}};
}

Json files_of(const QualityRate& rate, const Request& request, const Catalogue& catalogue) {
    std::vector<app::CheckedFile> files = rate.files;
    std::ranges::stable_sort(files, {}, [](const app::CheckedFile& file) { return standing_of(file).rank; });
    const Paging paging(request, files.size());
    Json::Array rows;
    for (const app::CheckedFile& file : paging.shown(files)) rows.push_back(checked_row(file, catalogue));
    return Json::Object{
        {"empty", rows.empty()}, {"paging", paging.markup(catalogue)}, {"rows", std::move(rows)}};
}

// Whose rate the page goes into: of whoever was asked for, else of the only one there is.
struct Subject {
    bool is_one = false;
    std::string handler = {};  // empty: all of them together
};

Subject subject_of(const std::string& asked, const std::vector<QualityRate>& rates, app::Scope scope,
                   const app::Session& session) {
    if (!asked.empty() || scope == app::Scope::totals) return {true, asked};
    if (rates.size() == 1) return {true, rates.front().handler};
    const auto& own = session.actor.handler_codes;
    if (rates.empty() && scope == app::Scope::own_files && own.size() == 1) return {true, own.front()};
    return {};
}

const char* who_sees_words(app::Scope scope) {
    switch (scope) {
        case app::Scope::totals: return "web.rates_of_all";
        case app::Scope::own_people: return "web.rates_of_people";
        default: return "web.rate_of_yours";
    }
}

// Of everybody in sight, whoever is shown; none where there is nobody to choose between.
Json handlers_to_choose(const std::string& chosen, const Period& period, app::Session& session) {
    const auto rates = app::show_quality(session, {period});
    if (!rates || rates->size() < 2) return Json(false);
    const app::PersonNames names = app::person_names(session);
    Json::Array handlers;
    for (const QualityRate& rate : *rates) {
        const std::string person = person_of(rate, names);
        const std::string title =
            person.empty() ? rate.handler : fmt::format("{} · {}", rate.handler, person);
        handlers.push_back(option(rate.handler, title, chosen));
    }
    return Json::Object{{"handlers", std::move(handlers)}};
}

Result<Response> shown_quality(const Period& period, const Result<std::vector<QualityRate>>& rates,
                               app::Scope scope, const Request& request, app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    const auto now = app::today(session);
    if (!now) return tl::unexpected(now.error());
    const std::string handler = request.query.get("handler");
    const std::vector<QualityRate> shown = rates ? *rates : std::vector<QualityRate>();
    const Subject subject = subject_of(handler, shown, scope, session);
    const bool has_files = subject.is_one && !subject.handler.empty() && !shown.empty();
    const Json::Array over =
        subject.is_one ? rows_over_periods(period, subject.handler, session) : Json::Array();
    const std::string title = catalogue.text(Message{"web.quality"});
    Json::Object view;
    view["empty"] = rates && is_nothing_drawn(*rates);
    view["faults"] = faults_above(rates ? nullptr : &rates.error(), catalogue);
    view["files"] = has_files ? files_of(shown.front(), request, catalogue) : Json(false);
    view["has_periods"] = over.size() > 1;
    view["has_rows"] = !is_nothing_drawn(shown);
    view["label"] = report::labels(quality_labels, catalogue);
    view["least"] = catalogue.text(Message{"web.rate_least", {{"least", app::least_checked_files}}});
    view["over"] = over;
    view["period"] = report::period_words(period, catalogue);
    view["periods"] = rated_periods_to_choose(*now, period, catalogue);
    view["rows"] = handler_rows(shown, period, session);
    view["title"] = title;
    view["to_choose"] =
        scope == app::Scope::totals ? Json(false) : handlers_to_choose(handler, period, session);
    view["whose"] = catalogue.text(Message{who_sees_words(scope)});
    return framed({.title = title,
                   .place = "/quality",
                   .body = filled_template("quality", view),
                   .status = rates ? 200 : status_of(rates.error())},
                  request, session);
}

}  // namespace

Result<Response> quality_page(const Request& request, app::Session& session) {
    const auto scope = app::scope_within(session, app::UseCase::show_quality);
    if (!scope) return tl::unexpected(scope.error());
    const auto period = rated_period(request, session);
    if (!period) return tl::unexpected(period.error());
    const std::string handler = request.query.get("handler");
    const auto rates = app::show_quality(session, {*period, handler});
    if (!rates && !handler.empty()) return tl::unexpected(rates.error());
    return shown_quality(*period, rates, *scope, request, session);
}

}  // namespace cadran::web
