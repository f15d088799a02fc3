// SPDX-License-Identifier: Apache-2.0
#include "web/provider_pages.h"

#include <array>

#include <fmt/format.h>

#include "app/password.h"
#include "app/provider.h"
#include "app/provider_sign_in.h"
#include "base/text.h"
#include "report/words.h"
#include "web/cookies.h"
#include "web/error_page.h"
#include "web/form_guard.h"
#include "web/frame.h"
#include "web/sign_in_pages.h"

namespace cadran::web {

namespace {

constexpr const char* return_place = "/sign-in/provider/return";

constexpr std::array returned_labels{"web.go_on"};
constexpr std::array proof_labels{"web.password", "web.prove_again", "web.why_prove_again",
                                  "web.prove_again_button"};

// The name by which the browser called is one of ours: the site looked.
std::string callback_of(const Request& request) {
    return fmt::format("{}://{}{}", request.secure ? "https" : "http", request.header("host"), return_place);
}

Response shown_proof(const Failure* failure, const Request& request, app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    const Fields& given = request.method == "POST" ? request.form : request.query;
    const std::string next = own_place(given.get("next"));
    const auto provider = app::provider_of(session.workspace);
    const bool has_password = session.actor.password.has_value();
    const std::string title = catalogue.text(Message{"web.prove_again"});
    const std::string body = filled_template(
        "proof",
        Json::Object{{"account", session.actor.name},
                     {"by_password", has_password},
                     {"by_provider", !provider ? Json(false)
                                               : Json(catalogue.text(Message{
                                                     "web.sign_in_with", {{"provider", provider->title}}}))},
                     {"faults", faults_above(failure, catalogue)},
                     {"form_token", request.form_token},
                     {"label", report::labels(proof_labels, catalogue)},
                     {"next", next},
                     {"provider_place", "/sign-in/provider?again=yes&next=" + percent_encoded(next)},
                     {"title", title}});
    return framed({.title = title,
                   .place = "/account",
                   .body = body,
                   .status = failure == nullptr ? 200 : status_of(*failure)},
                  request, session);
}

// What the browser keeps for the sake of one site is not sent along where another led to a page: only the
// next one, to which this leads, has the session.
Response entered_by_provider(const app::Returned& returned, const Request& request,
                             const Catalogue& catalogue) {
    const std::string title =
        catalogue.text(Message{"web.signed_in_as", {{"person", returned.signed_in.account.person}}});
    const std::string body =
        filled_template("returned", Json::Object{{"label", report::labels(returned_labels, catalogue)},
                                                 {"next", returned.next},
                                                 {"title", title}});
    Response response = framed({.title = title, .body = body}, request, catalogue);
    response.headers.emplace_back("Refresh", "0; url=" + returned.next);
    set_session_cookies(response, returned.signed_in, request);
    return response;
}

}  // namespace

Result<Response> provider_departure(const Request& request, const Threshold& threshold) {
    const auto departed = app::depart_to_provider(threshold.entrance, threshold.provider,
                                                  {callback_of(request), own_place(request.query.get("next")),
                                                   session_cookie(request), request.query.has("again")});
    if (!departed) return shown_sign_in(request, threshold, &departed.error());
    Response response = see_other(departed->address);
    set_ticket_cookie(response, departed->ticket, request);
    return response;
}

Result<Response> provider_return(const Request& request, const Threshold& threshold) {
    const Fields& said = request.query;
    const auto returned =
        app::return_from_provider(threshold.entrance, threshold.provider,
                                  {ticket_cookie(request), said.get("state"), said.get("code"),
                                   said.get("error"), said.get("iss"), callback_of(request)});
    Response response = returned ? entered_by_provider(*returned, request, threshold.catalogue)
                                 : shown_sign_in(request, threshold, &returned.error());
    forget_ticket_cookie(response, request);
    return response;
}

Result<Response> proof_page(const Request& request, app::Session& session, const app::Entrance&) {
    return shown_proof(nullptr, request, session);
}

Result<Response> proof_form(const Request& request, app::Session& session, const app::Entrance& entrance) {
    const auto proved = app::prove_again(session, entrance.passwords,
                                         {request.form.get("password"), session_cookie(request)});
    if (!proved) return shown_proof(&proved.error(), request, session);
    Response response = see_other(own_place(request.form.get("next")));
    set_session_cookies(response, *proved, request);
    return response;
}

}  // namespace cadran::web
