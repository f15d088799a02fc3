// SPDX-License-Identifier: Apache-2.0
#include "web/sign_in_pages.h"

#include <array>

#include <fmt/format.h>

#include "app/password.h"
#include "app/provider.h"
#include "app/web_session.h"
#include "base/text.h"
#include "report/words.h"
#include "web/cookies.h"
#include "web/door.h"
#include "web/error_page.h"
#include "web/form_guard.h"
#include "web/frame.h"

namespace cadran::web {

namespace {

constexpr std::array sign_in_labels{"web.sign_in",       "web.account_name",       "web.password",
                                    "web.one_time_code", "web.one_time_code_hint", "web.sign_in_button",
                                    "web.first_time",    "web.use_invitation"};

constexpr std::array invitation_labels{"web.choose_password", "web.invitation_words", "web.invitation_code",
                                       "web.new_password",    "web.password_hint",    "web.password_again",
                                       "web.save_password",   "web.back_to_sign_in"};

Response shown_invitation(const Request& request, const Threshold& threshold, const Failure* failure) {
    const Catalogue& catalogue = threshold.catalogue;
    const std::string body =
        filled_template("invitation", Json::Object{{"code", request.form.get("code")},
                                                   {"faults", faults_above(failure, catalogue)},
                                                   {"form_token", request.form_token},
                                                   {"label", report::labels(invitation_labels, catalogue)}});
    return framed({.title = catalogue.text(Message{"web.choose_password"}),
                   .body = body,
                   .status = failure == nullptr ? 200 : status_of(*failure)},
                  request, catalogue);
}

Response entered(const app::SignedIn& signed_in, const std::string& place, const Request& request) {
    Response response = see_other(place);
    set_session_cookies(response, signed_in, request);
    return response;
}

}  // namespace

Response shown_sign_in(const Request& request, const Threshold& threshold, const Failure* failure) {
    const Catalogue& catalogue = threshold.catalogue;
    const Fields& given = request.method == "POST" ? request.form : request.query;
    const std::string next = own_place(given.get("next"));
    const auto provider = app::provider_of(threshold.entrance.workspace);
    const std::string body = filled_template(
        "sign_in",
        Json::Object{{"account", request.form.get("account")},
                     {"by_provider", !provider ? Json(false)
                                               : Json(catalogue.text(Message{
                                                     "web.sign_in_with", {{"provider", provider->title}}}))},
                     {"faults", faults_above(failure, catalogue)},
                     {"form_token", request.form_token},
                     {"label", report::labels(sign_in_labels, catalogue)},
                     {"next", next},
                     {"provider_place", "/sign-in/provider?next=" + percent_encoded(next)}});
    Response response = framed({.title = catalogue.text(Message{"web.sign_in"}),
                                .body = body,
                                .status = failure == nullptr ? 200 : status_of(*failure)},
                               request, catalogue);
    const auto wait = failure == nullptr ? std::nullopt : app::wait_of(*failure);
    if (wait) {
        response.status = 429;
        response.headers.emplace_back("Retry-After", fmt::format("{}", wait->count()));
    }
    return response;
}

Result<Response> sign_in_page(const Request& request, const Threshold& threshold) {
    return shown_sign_in(request, threshold, nullptr);
}

Result<Response> sign_in_form(const Request& request, const Threshold& threshold) {
    const auto signed_in =
        app::sign_in(threshold.entrance, {request.form.get("account"), request.form.get("password"),
                                          request.form.get("code"), session_cookie(request)});
    if (!signed_in) return shown_sign_in(request, threshold, &signed_in.error());
    return entered(*signed_in, own_place(request.form.get("next")), request);
}

Result<Response> invitation_page(const Request& request, const Threshold& threshold) {
    return shown_invitation(request, threshold, nullptr);
}

Result<Response> invitation_form(const Request& request, const Threshold& threshold) {
    if (request.form.get("password") != request.form.get("again")) {
        const Failure differ = invalid(Message{"web.passwords_differ"}).value();
        return shown_invitation(request, threshold, &differ);
    }
    const auto signed_in =
        app::set_password(threshold.entrance, {request.form.get("code"), request.form.get("password")});
    if (!signed_in) return shown_invitation(request, threshold, &signed_in.error());
    if (signed_in->token.empty()) return see_other("/sign-in?done=password");
    return entered(*signed_in, "/", request);
}

Result<Response> sign_out_form(const Request& request, const Threshold& threshold) {
    const app::Entrance& entrance = threshold.entrance;
    const Done done =
        app::sign_out(entrance.workspace, session_cookie(request), entrance.clock, entrance.channel);
    if (!done) return tl::unexpected(done.error());
    Response response = see_other("/sign-in");
    forget_session_cookie(response, request);
    return response;
}

Result<Response> language_form(const Request& request, const Threshold&) {
    Response response = see_other(own_place(request.form.get("back")));
    if (const auto language = parse_language(request.form.get("to")))
        set_language_cookie(response, *language, request);
    return response;
}

}  // namespace cadran::web
