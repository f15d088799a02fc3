// SPDX-License-Identifier: Apache-2.0
#include "web/register_pages.h"

#include <algorithm>
#include <array>

#include "app/account.h"
#include "app/definitions.h"
#include "app/journal.h"
#include "base/text.h"
#include "report/view.h"
#include "report/words.h"
#include "web/frame.h"

namespace cadran::web {

namespace {

constexpr std::array journal_labels{"web.number",        "web.at",     "web.account", "web.act",
                                    "web.subject",       "web.digest", "web.channel", "web.earlier_entries",
                                    "web.newest_entries"};
constexpr std::array accounts_labels{"web.account", "web.person", "web.roles", "web.handler_codes"};

constexpr std::int64_t entries_a_page = 100;

std::string role_words(const model::Account& account, const Catalogue& catalogue) {
    std::vector<std::string> titles;
    for (const model::Role role : account.roles) titles.push_back(catalogue.text(model::role_title(role)));
    return fmt::format("{}", fmt::join(titles, ", "));
}

Json::Object account_row(const model::Account& account, const Catalogue& catalogue) {
    return {{"handler_codes", fmt::format("{}", fmt::join(account.handler_codes, ", "))},
            {"name", account.name},
            {"person", account.person},
            {"roles", role_words(account, catalogue)}};
}

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

}  // namespace

Result<Response> journal_page(const Request& request, app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    const auto asked = parse_integer(request.query.get("before"));
    const auto part = app::list_journal_before(
        session, asked.value_or(std::numeric_limits<std::int64_t>::max()), entries_a_page);
    if (!part) return tl::unexpected(part.error());
    const auto zone = app::zone_of(session);
    if (!zone) return tl::unexpected(zone.error());
    Json::Array rows;
    for (auto one = part->entries.rbegin(); one != part->entries.rend(); ++one)
        rows.push_back(entry_row(*one, *zone, catalogue));
    const std::string title = catalogue.text(Message{"web.journal"});
    const std::string body = filled_template(
        "journal",
        Json::Object{{"earlier", part->has_earlier ? Json(fmt::format("/journal?before={}",
                                                                      part->entries.front().entry.number))
                                                   : Json(false)},
                     {"has_newer", asked.has_value()},
                     {"label", report::labels(journal_labels, catalogue)},
                     {"rows", rows},
                     {"summary", catalogue.text(Message{"web.entries", {{"count", part->all}}})},
                     {"title", title}});
    return framed({.title = title, .place = "/journal", .body = body}, request, session);
}

Result<Response> accounts_page(const Request& request, app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    const auto accounts = app::list_accounts(session);
    if (!accounts) return tl::unexpected(accounts.error());
    Json::Array rows;
    for (const model::Account& account : *accounts) rows.push_back(account_row(account, catalogue));
    const std::string title = catalogue.text(Message{"web.accounts"});
    const std::string body =
        filled_template("accounts", Json::Object{{"label", report::labels(accounts_labels, catalogue)},
                                                 {"rows", rows},
                                                 {"title", title}});
    return framed({.title = title, .place = "/accounts", .body = body}, request, session);
}

}  // namespace cadran::web
