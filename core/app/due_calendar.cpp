// SPDX-License-Identifier: Apache-2.0
#include "app/due_calendar.h"

#include "base/hash.h"

namespace cadran::app {

namespace {

std::string description(const DueItem& item, const Catalogue& catalogue) {
    std::string text;
    const auto line = [&](Message message) { text += catalogue.text(message) + "\n"; };
    const auto names = [](const std::vector<std::string>& accounts) {
        return fmt::format("{}", fmt::join(accounts, ", "));
    };
    if (item.on) line({item.overdue ? "app.calendar_overdue" : "app.calendar_due", {{"date", *item.on}}});
    if (!item.process.empty()) line({"app.calendar_process", {{"process", item.process}}});
    if (!item.who.empty()) line({"app.calendar_awaited", {{"accounts", names(item.who)}}});
    if (!item.escalated_to.empty())
        line({"app.calendar_escalated", {{"accounts", names(item.escalated_to)}}});
    line({"app.calendar_next", {{"command", "cadran " + item.command}}});
    text.pop_back();
    return text;
}

}  // namespace

Result<std::vector<report::CalendarEntry>> calendar_of_due(Session& session, const DueQuery& query) {
    const auto items = list_due(session, query);
    if (!items) return tl::unexpected(items.error());
    const auto now = today(session);
    if (!now) return tl::unexpected(now.error());
    const Catalogue& catalogue = session.catalogue;
    std::vector<report::CalendarEntry> entries;
    for (const DueItem& item : *items) {
        const std::string what = due_words(item, catalogue);
        entries.push_back(
            {sha256(session.workspace.id() + "/" + item.thing).hex().substr(0, 32) + "@cadran",
             item.on && !item.overdue ? *item.on : *now,
             item.overdue ? catalogue.text(Message{"app.calendar_late", {{"what", what}}}) : what,
             description(item, catalogue), catalogue.text(due_kind_title(item.kind))});
    }
    return entries;
}

}  // namespace cadran::app
