// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "report/words.h"
#include "web/action_choice.h"
#include "web/action_pages.h"
#include "web/action_rows.h"
#include "web/frame.h"

namespace cadran::web {

namespace {

using calendar::Period;
using std::chrono::days;
using std::chrono::sys_days;

constexpr std::array calendar_labels{"web.previous_month", "web.next_month", "web.this_month",
                                     "web.nothing_due_in_month"};
constexpr std::array weekdays{"web.monday", "web.tuesday",  "web.wednesday", "web.thursday",
                              "web.friday", "web.saturday", "web.sunday"};

// The day on which somebody has to do something about it; none once nobody has to.
std::optional<Date> day_of(const model::Action& action) {
    if (action.state == model::ActionState::done) return action.effectiveness.on;
    return action.is_open() ? action.due : std::nullopt;
}

Period month_of(const Request& request, Date today) {
    const auto asked = Period::parse(request.query.get("month"));
    return asked && asked->kind() == Period::Kind::month ? *asked
                                                         : Period::containing(today, Period::Kind::month);
}

Json day_view(Date day, const Period& month, Date today, const std::vector<app::ListedAction>& actions,
              app::Session& session) {
    std::vector<app::ListedAction> due;
    for (const app::ListedAction& one : actions) {
        if (day_of(one.action) == day) due.push_back(one);
    }
    const bool inside = month.contains(day);
    return Json::Object{{"date", session.catalogue.date(day)},
                        {"day", fmt::format("{}", static_cast<unsigned>(day.day()))},
                        {"empty", due.empty() || !inside},
                        {"entries", inside ? action_rows(due, session) : Json::Array()},
                        {"outside", !inside},
                        {"today", day == today}};
}

// From the Monday on or before the first day to the Sunday on or after the last.
Json::Array weeks_of(const Period& month, Date today, const std::vector<app::ListedAction>& actions,
                     app::Session& session) {
    sys_days day = month.first();
    day -= std::chrono::weekday(day) - std::chrono::Monday;
    Json::Array weeks;
    while (day <= sys_days(month.last())) {
        Json::Array cells;
        for (int i = 0; i < 7; ++i, day += days(1))
            cells.push_back(day_view(Date(day), month, today, actions, session));
        weeks.push_back(Json::Object{{"days", cells}});
    }
    return weeks;
}

std::string month_place(const Period& month, const Request& request) {
    const std::string query = filter_query(request, "month");
    return "/actions/calendar?month=" + month.text() + (query.empty() ? "" : "&" + query);
}

}  // namespace

Result<Response> action_calendar_page(const Request& request, app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    const ActionChoice choice = action_choice(request, ActionLook::calendar, session);
    const auto listed = app::list_actions(session, query_of(choice));
    if (!listed) return tl::unexpected(listed.error());
    const auto today = app::today(session);
    if (!today) return tl::unexpected(today.error());
    const Period month = month_of(request, *today);
    std::vector<app::ListedAction> due;
    for (const app::ListedAction& one : *listed) {
        const auto day = day_of(one.action);
        if (day && month.contains(*day)) due.push_back(one);
    }
    Json::Array heads;
    for (const char* weekday : weekdays) heads.push_back(catalogue.text(Message{weekday}));
    const std::string body = filled_template(
        "action_calendar",
        Json::Object{
            {"choice", action_choice_markup(choice, ActionLook::calendar, std::ssize(due), request, session)},
            {"empty", due.empty()},
            {"heads", heads},
            {"label", report::labels(calendar_labels, catalogue)},
            {"month", report::period_words(month, catalogue)},
            {"next", month_place(month.next(), request)},
            {"now", month_place(Period::containing(*today, Period::Kind::month), request)},
            {"previous", month_place(month.previous(), request)},
            {"weeks", weeks_of(month, *today, due, session)}});
    return framed({.title = catalogue.text(Message{"web.actions"}), .place = "/actions", .body = body},
                  request, session);
}

}  // namespace cadran::web
