// SPDX-License-Identifier: Apache-2.0
#include "web/account_pages.h"

#include <array>

#include <fmt/format.h>

#include "app/definitions.h"
#include "app/password.h"
#include "app/second_factor.h"
#include "app/web_session.h"
#include "report/words.h"
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
                                    "web.recovery_words"};

// What a step has to say once, beside the page itself.
struct Said {
    const Failure* failure = nullptr;
    std::optional<app::NewSecondFactor> secret = {};
    std::vector<std::string> recovery_codes = {};
};

std::string titles_of(const model::Account& account, const Catalogue& catalogue) {
    std::vector<std::string> titles;
    for (const model::Role role : account.roles) titles.push_back(catalogue.text(model::role_title(role)));
    return fmt::format("{}", fmt::join(titles, ", "));
}

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

Json secret_view(const std::optional<app::NewSecondFactor>& secret) {
    if (!secret) return false;
    return Json::Object{{"secret", secret->secret}, {"uri", secret->uri}};
}

Result<Response> shown_account(const Said& said, const Request& request, app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    const auto rows = session_rows(request, session);
    if (!rows) return tl::unexpected(rows.error());
    const app::SecondFactorState state = app::second_factor_of(session.actor);
    const std::string title = catalogue.text(Message{"web.your_account"});
    const Json::Array codes(said.recovery_codes.begin(), said.recovery_codes.end());
    const bool is_on = state.is_on || !codes.empty();
    const std::string body = filled_template(
        "own_account",
        Json::Object{
            {"codes_left",
             catalogue.text(Message{"web.codes_left", {{"count", std::int64_t{state.recovery_codes_left}}}})},
            {"faults", faults_above(said.failure, catalogue)},
            {"form_token", request.form_token},
            {"handler_codes", fmt::format("{}", fmt::join(session.actor.handler_codes, ", "))},
            {"has_codes", !session.actor.handler_codes.empty()},
            {"is_off", !is_on && !said.secret},
            {"is_on", is_on},
            {"label", report::labels(account_labels, catalogue)},
            {"name", session.actor.name},
            {"person", session.actor.person},
            {"recovery", !codes.empty()},
            {"recovery_codes", codes},
            {"roles", titles_of(session.actor, catalogue)},
            {"secret", secret_view(said.secret)},
            {"sessions", *rows},
            {"title", title}});
    return framed({.title = title,
                   .place = "/account",
                   .body = body,
                   .status = said.failure == nullptr ? 200 : status_of(*said.failure)},
                  request, session);
}

}  // namespace

Result<Response> own_account_page(const Request& request, app::Session& session) {
    return shown_account({}, request, session);
}

Result<Response> change_password_form(const Request& request, app::Session& session,
                                      const app::Entrance& entrance) {
    if (request.form.get("password") != request.form.get("again")) {
        const Failure differ = invalid(Message{"web.passwords_differ"}).value();
        return shown_account({.failure = &differ}, request, session);
    }
    const auto changed = app::change_password(
        session, entrance.passwords, {request.form.get("old_password"), request.form.get("password")});
    if (!changed) return shown_account({.failure = &changed.error()}, request, session);
    Response response = see_other("/account?done=action");
    set_session_cookies(response, *changed, request);
    return response;
}

Result<Response> end_sessions_form(const Request& request, app::Session& session) {
    const Done done = app::end_other_web_sessions(session, session_cookie(request));
    if (!done) return tl::unexpected(done.error());
    return see_other("/account?done=action");
}

Result<Response> begin_second_factor_form(const Request& request, app::Session& session) {
    const auto secret = app::begin_second_factor(session);
    if (!secret) return shown_account({.failure = &secret.error()}, request, session);
    return shown_account({.secret = *secret}, request, session);
}

Result<Response> confirm_second_factor_form(const Request& request, app::Session& session) {
    const auto codes = app::confirm_second_factor(session, request.form.get("code"));
    if (!codes) return shown_account({.failure = &codes.error()}, request, session);
    return shown_account({.recovery_codes = *codes}, request, session);
}

Result<Response> end_second_factor_form(const Request& request, app::Session& session) {
    const Done done = app::switch_off_second_factor(session, request.form.get("code"));
    if (!done) return shown_account({.failure = &done.error()}, request, session);
    return see_other("/account?done=action");
}

}  // namespace cadran::web
