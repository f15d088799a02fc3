// SPDX-License-Identifier: Apache-2.0
#include "web/account_pages.h"

#include <fmt/format.h>

#include "app/account.h"
#include "app/password.h"
#include "app/second_factor.h"
#include "app/web_session.h"
#include "base/text.h"
#include "web/account_view.h"
#include "web/calendar_feed.h"
#include "web/choices.h"
#include "web/cookies.h"
#include "web/frame.h"

namespace cadran::web {

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

Result<Response> set_own_address_form(const Request& request, app::Session& session) {
    app::SetAddress command{.account = session.actor.name,
                            .mail = typed_text(request, "mail"),
                            .digest = model::parse_digest_rhythm(request.form.get("digest"))};
    const auto changed = app::set_address(session, command);
    if (!changed) return shown_account({.failure = &changed.error()}, request, session);
    return see_other("/account?done=action");
}

Result<Response> create_token_form(const Request& request, app::Session& session) {
    const bool calendar = request.form.get("kind") != "token";
    app::CreateToken command{
        .kind = calendar ? model::Credential::Kind::calendar : model::Credential::Kind::token,
        .name = typed_text(request, "name")};
    const std::string days(trimmed(request.form.get("days")));
    if (!calendar && !days.empty()) {
        command.days = parse_integer(days);
        if (!command.days) {
            const Failure wrong = invalid(Message{"web.not_a_number_of_days"}).value();
            return shown_account({.failure = &wrong}, request, session);
        }
    }
    const auto made = app::create_token(session, command);
    if (!made) return shown_account({.failure = &made.error()}, request, session);
    if (!calendar) return shown_account({.token = made->token}, request, session);
    return shown_account({.token = fmt::format("{}://{}{}{}.ics", request.secure ? "https" : "http",
                                               request.header("host"), calendar_folder, made->token)},
                         request, session);
}

Result<Response> revoke_token_form(const Request& request, app::Session& session) {
    const Done done = app::revoke_token(session, session.actor.name, request.form.get("token"));
    if (!done) return shown_account({.failure = &done.error()}, request, session);
    return see_other("/account?done=action");
}

}  // namespace cadran::web
