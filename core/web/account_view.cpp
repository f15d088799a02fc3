// SPDX-License-Identifier: Apache-2.0
#include "web/account_view.h"

#include <array>

#include <fmt/format.h>

#include "app/definitions.h"
#include "app/web_session.h"
#include "report/view.h"
#include "report/words.h"
#include "web/account_rows.h"
#include "web/choices.h"
#include "web/cookies.h"
#include "web/error_page.h"
#include "web/frame.h"

namespace cadran::web {

namespace {

constexpr std::array account_labels{"web.account",
                                    "web.person",
                                    "web.roles",
                                    "web.handler_codes",
                                    "web.password",
                                    "web.old_password",
                                    "web.new_password",
                                    "web.password_hint",
                                    "web.password_again",
                                    "web.change_password",
                                    "web.sessions",
                                    "web.since",
                                    "web.last_seen",
                                    "web.this_session",
                                    "web.end_other_sessions",
                                    "web.second_factor",
                                    "web.second_factor_on",
                                    "web.second_factor_off",
                                    "web.begin_second_factor",
                                    "web.end_second_factor",
                                    "web.one_time_code",
                                    "web.confirm_second_factor",
                                    "web.secret_words",
                                    "web.recovery_words",
                                    "web.tokens",
                                    "web.tokens_words",
                                    "web.new_calendar",
                                    "web.new_token",
                                    "web.token_name",
                                    "web.token_days",
                                    "web.token_days_hint",
                                    "web.token_name_hint",
                                    "web.calendar_once",
                                    "web.token_once",
                                    "web.no_token",
                                    "web.revoke",
                                    "web.digests",
                                    "web.mail_address",
                                    "web.digest_rhythm",
                                    "web.save"};

Result<Json::Array> session_rows(const Request& request, app::Session& session) {
    const auto sessions = app::list_web_sessions(session, session_cookie(request));
    if (!sessions) return tl::unexpected(sessions.error());
    const auto zone = app::zone_of(session);
    if (!zone) return tl::unexpected(zone.error());
    Json::Array rows;
    for (const app::WebSession& one : *sessions)
        rows.push_back(
            Json::Object{{"is_this", one.is_this},
                         {"last_seen", report::moment_words(one.last_seen, session.catalogue, *zone)},
                         {"since", report::moment_words(one.since, session.catalogue, *zone)}});
    return rows;
}

std::string token_words(const app::TokenEntry& entry, const calendar::Zone& zone,
                        const Catalogue& catalogue) {
    std::string words = catalogue.text(model::credential_kind_title(entry.kind));
    const auto add = [&](const char* id, const std::optional<Instant>& at) {
        if (at) words += " · " + catalogue.text(Message{id, {{"date", zone.date_of(*at)}}});
    };
    add("web.made_on", entry.since);
    add("web.serves_until", entry.expires_at);
    return words;
}

Result<Json::Array> token_rows(app::Session& session) {
    const auto tokens = app::list_tokens(session, session.actor.name);
    if (!tokens) return tl::unexpected(tokens.error());
    const auto zone = app::zone_of(session);
    if (!zone) return tl::unexpected(zone.error());
    Json::Array rows;
    for (const app::TokenEntry& one : *tokens) {
        const std::string name =
            one.name.empty() ? session.catalogue.text(Message{"web.first_token"}) : one.name;
        rows.push_back(Json::Object{
            {"id", one.id}, {"name", name}, {"words", token_words(one, *zone, session.catalogue)}});
    }
    return rows;
}

Json secret_view(const std::optional<app::NewSecondFactor>& secret) {
    if (!secret) return false;
    return Json::Object{{"secret", secret->secret}, {"uri", secret->uri}};
}

}  // namespace

Result<Response> shown_account(const AccountNews& said, const Request& request, app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    const auto rows = session_rows(request, session);
    if (!rows) return tl::unexpected(rows.error());
    const auto tokens = token_rows(session);
    if (!tokens) return tl::unexpected(tokens.error());
    const std::string rhythm =
        typed_or(request, "digest", std::string(model::digest_rhythm_name(session.actor.digest)));
    const app::SecondFactorState state = app::second_factor_of(session.actor);
    const std::string title = catalogue.text(Message{"web.your_account"});
    const Json::Array codes(said.recovery_codes.begin(), said.recovery_codes.end());
    const bool is_on = state.is_on || !codes.empty();
    const std::string body = filled_template(
        "own_account",
        Json::Object{
            {"calendar_made", said.token && said.token->starts_with("http")},
            {"codes_left",
             catalogue.text(Message{"web.codes_left", {{"count", std::int64_t{state.recovery_codes_left}}}})},
            {"faults", faults_above(said.failure, catalogue)},
            {"form_token", request.form_token},
            {"handler_codes", fmt::format("{}", fmt::join(session.actor.handler_codes, ", "))},
            {"has_codes", !session.actor.handler_codes.empty()},
            {"days_text", request.form.get("days")},
            {"digests", options(model::all_digest_rhythms, model::digest_rhythm_name,
                                model::digest_rhythm_title, rhythm, catalogue)},
            {"is_off", !is_on && !said.secret},
            {"is_on", is_on},
            {"label", report::labels(account_labels, catalogue)},
            {"mail_text", typed_or(request, "mail", session.actor.mail)},
            {"name", session.actor.name},
            {"no_token", tokens->empty()},
            {"person", session.actor.person},
            {"recovery", !codes.empty()},
            {"recovery_codes", codes},
            {"roles", role_words(session.actor, catalogue)},
            {"secret", secret_view(said.secret)},
            {"sessions", *rows},
            {"title", title},
            {"token", said.token ? Json(*said.token) : Json(false)},
            {"token_name_text", request.form.get("name")},
            {"tokens", *tokens}});
    return framed({.title = title,
                   .place = "/account",
                   .body = body,
                   .status = said.failure == nullptr ? 200 : status_of(*said.failure)},
                  request, session);
}

}  // namespace cadran::web
