// SPDX-License-Identifier: Apache-2.0
#include "web/journal_page.h"

#include <array>

#include "app/definitions.h"
#include "app/journal.h"
#include "app/people.h"
#include "base/text.h"
#include "report/words.h"
#include "web/choices.h"
#include "web/error_page.h"
#include "web/frame.h"

namespace cadran::web {

namespace {

constexpr std::array journal_labels{
    "web.number",         "web.at",        "web.account",   "web.act",
    "web.subject",        "web.digest",    "web.channel",   "web.earlier_entries",
    "web.newest_entries", "web.filter",    "web.everybody", "web.subject_hint",
    "web.act_hint",       "web.since_day", "web.until_day", "web.no_entry"};
constexpr std::int64_t entries_a_page = 100;

Json entry_row(const app::ListedEntry& listed, const calendar::Zone& zone, const Catalogue& catalogue) {
    const model::JournalEntry& entry = listed.entry;
    return Json::Object{{"act", entry.act},
                        {"actor", entry.actor},
                        {"at", report::moment_words(entry.time, catalogue, zone)},
                        {"channel", entry.channel},
                        {"digest", listed.hash ? listed.hash->hex().substr(0, 12) : std::string()},
                        {"number", fmt::format("{}", entry.number)},
                        {"subject", entry.subject}};
}

// The filters as a query, to go on with.
std::string journal_query(const Request& request) {
    std::string query;
    for (const char* name : {"actor", "subject", "act", "from", "to"}) {
        const std::string value = request.query.get(name);
        if (!value.empty()) query += std::string(name) + "=" + percent_encoded(value) + "&";
    }
    return query;
}

app::SearchJournal search_of(const Request& request, Diagnostics& faults) {
    const Fields& query = request.query;
    const auto date = [&](const char* name) -> std::optional<Date> {
        const std::string text(trimmed(query.get(name)));
        if (text.empty()) return {};
        auto day = parse_date(text);
        if (!day) faults.push_back({{}, {"web.not_a_date", {{"value", text}}}, Message{"web.date_form"}});
        return day;
    };
    return {.actor = query.get("actor"),
            .subject = std::string(trimmed(query.get("subject"))),
            .act = std::string(trimmed(query.get("act"))),
            .from = date("from"),
            .to = date("to"),
            .below = parse_integer(query.get("before")),
            .most = entries_a_page};
}

Json::Array actors_to_choose(const std::string& chosen, app::Session& session) {
    Json::Array all;
    for (const auto& [account, person] : app::person_names(session))
        all.push_back(option(account, person, chosen));
    return all;
}

}  // namespace

Result<Response> journal_page(const Request& request, app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    Diagnostics faults;
    const app::SearchJournal command = search_of(request, faults);
    const auto found = app::search_journal(session, command);
    if (!found) return tl::unexpected(found.error());
    const auto zone = app::zone_of(session);
    Json::Array rows;
    for (const app::ListedEntry& one : found->entries) rows.push_back(entry_row(one, *zone, catalogue));
    const std::string title = catalogue.text(Message{"web.journal"});
    const std::string query = journal_query(request);
    const Failure wrong{Failure::Kind::invalid, faults};
    const std::string body = filled_template(
        "journal",
        Json::Object{{"act_text", command.act},
                     {"actors", actors_to_choose(command.actor, session)},
                     {"earlier", found->has_earlier ? Json(fmt::format("/journal?{}before={}", query,
                                                                       found->entries.back().entry.number))
                                                    : Json(false)},
                     {"empty", rows.empty()},
                     {"faults", faults_above(faults.empty() ? nullptr : &wrong, catalogue)},
                     {"from_text", request.query.get("from")},
                     {"label", report::labels(journal_labels, catalogue)},
                     {"newest", command.below ? Json("/journal?" + query) : Json(false)},
                     {"rows", rows},
                     {"subject_text", command.subject},
                     {"summary", catalogue.text(Message{"web.entries", {{"count", found->all}}})},
                     {"title", title},
                     {"to_text", request.query.get("to")}});
    return framed({.title = title,
                   .place = "/journal",
                   .body = body,
                   .status = faults.empty() ? 200 : status_of(wrong)},
                  request, session);
}

}  // namespace cadran::web
