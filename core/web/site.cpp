// SPDX-License-Identifier: Apache-2.0
#include "web/site.h"

#include <algorithm>
#include <stdexcept>

#include <fmt/format.h>

#include "app/refusal.h"
#include "app/web_session.h"
#include "base/secret_box.h"
#include "base/text.h"
#include "web/api.h"
#include "web/api_route.h"
#include "web/calendar_feed.h"
#include "web/cookies.h"
#include "web/error_page.h"
#include "web/form_guard.h"
#include "web/static_file.h"

namespace cadran::web {

namespace {

// What browsers are told of every answer. A page of its own may say otherwise of what it is made of.
void protect(Response& response) {
    const auto set = [&](const char* name, const char* value) {
        const bool said =
            std::ranges::any_of(response.headers, [&](const auto& header) { return header.first == name; });
        if (!said) response.headers.emplace_back(name, value);
    };
    set("Content-Security-Policy",
        "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; connect-src 'self'; "
        "form-action 'self'; "
        "frame-ancestors 'none'; base-uri 'none'");
    set("X-Content-Type-Options", "nosniff");
    set("Referrer-Policy", "same-origin");
    set("Cross-Origin-Opener-Policy", "same-origin");
    set("Cross-Origin-Resource-Policy", "same-origin");
    set("Cache-Control", "no-store");
}

bool is_known_method(std::string_view method) {
    static constexpr std::string_view known[]{"GET",     "HEAD",    "POST",  "PUT",  "DELETE",
                                              "CONNECT", "OPTIONS", "TRACE", "PATCH"};
    return std::ranges::find(known, method) != std::end(known);
}

// `[::1]` of `[::1]:8413`.
std::string host_name(const Request& request) {
    const std::string host = request.header("host");
    return host.substr(0, host.find(':', host.starts_with('[') ? host.find(']') : 0));
}

// Of one form: a file of ten million claims.
constexpr std::size_t most_file_bytes = std::size_t{2} << 30;

bool is_our_form(const Request& request) {
    return request.method != "POST" ||
           (!request.form_token.empty() && same_secret(request.form.get("form_token"), request.form_token));
}

Diagnostics old_form() {
    return {{{}, {"web.form_too_old"}, Message{"web.load_the_page_again"}}};
}

// As it may be logged: what stands for a person does not.
std::string told_path(const Request& request) {
    return request.path.starts_with(calendar_folder) ? std::string(calendar_folder) + "…" : request.path;
}

Response bare(int status) {
    return {.status = status,
            .type = "text/plain; charset=utf-8",
            .body = fmt::format("{} {}\n", status, reason_phrase(status))};
}

}  // namespace

OpenWorkspaces::Loan OpenWorkspaces::lend() {
    {
        const std::lock_guard lock(mutex_);
        if (!idle_.empty()) {
            auto workspace = std::move(idle_.back());
            idle_.pop_back();
            return {*this, std::move(workspace)};
        }
    }
    auto workspace = app::Workspace::open(folder_, keys_home_, definitions_, worker_);
    if (!workspace)
        throw std::runtime_error("the workspace cannot be opened: " +
                                 workspace.error().diagnostics.front().what.id);
    return {*this, std::move(*workspace)};
}

void OpenWorkspaces::give_back(std::unique_ptr<app::Workspace> workspace) {
    const std::lock_guard lock(mutex_);
    idle_.push_back(std::move(workspace));
}

Site::Site(SiteSettings settings, const Clock& clock, Randomness& randomness,
           std::function<void(const std::string&)> log, std::unique_ptr<app::ProviderWire> wire)
    : settings_(std::move(settings)),
      clock_(clock),
      randomness_(randomness),
      log_(std::move(log)),
      workspaces_(settings_),
      door_(clock, randomness, std::move(wire)),
      desk_([this](auto&&... errand) { return imported(errand...); }, randomness) {}

Result<app::Imported> Site::imported(const model::Account& by, Language language,
                                     const app::ImportRecords& command, Progress& progress,
                                     const std::stop_token& stop) {
    try {
        OpenWorkspaces::Loan loan = workspaces_.lend();
        const Catalogue& catalogue = language == Language::french ? french_ : english_;
        app::Session session{loan.workspace(), by, catalogue, clock_, randomness_, progress, stop, channel};
        session.memory = settings_.memory;
        return app::import_records(session, command);
    } catch (const std::exception& exception) {
        log_(fmt::format("import of {}: {}", command.type, exception.what()));
        return invalid(Message{"web.internal_error"});
    }
}

std::optional<model::Account> Site::signed_in(const Request& request, app::Workspace& workspace) const {
    const std::string token = session_cookie(request);
    if (token.empty()) return {};
    auto known = door_.known(workspace, token);
    return known ? std::optional(std::move(*known)) : std::nullopt;
}

std::size_t Site::room_for_files(const Request& head) {
    const Match match = find_route(head.method, head.path);
    if (match.route == nullptr || !match.route->takes_files || !comes_from_here(head)) return 0;
    try {
        OpenWorkspaces::Loan loan = workspaces_.lend();
        return signed_in(head, loan.workspace()) ? most_file_bytes : 0;
    } catch (const std::exception& exception) {
        log_(fmt::format("{} {}: {}", head.method, told_path(head), exception.what()));
        return 0;
    }
}

Response Site::answer(Request request) {
    Response response;
    try {
        response = looked_at(request);
    } catch (const std::exception& exception) {
        log_(fmt::format("{} {}: {}", request.method, told_path(request), exception.what()));
        response = error_page(500, {}, request, nullptr, catalogue_for(request));
    }
    protect(response);
    if (request.secure) response.headers.emplace_back("Strict-Transport-Security", "max-age=31536000");
    return response;
}

// What concerns no page in particular.
Response Site::looked_at(Request& request) {
    // A name that somebody else lets lead here is none of ours: no page of theirs reads ours.
    if (std::ranges::find(settings_.hosts, host_name(request)) == settings_.hosts.end()) return bare(421);
    if (!is_known_method(request.method)) return bare(501);
    if (request.path.starts_with(static_folder)) return static_file(request);
    if (request.path.starts_with(api_folder) || request.path.starts_with(calendar_folder))
        return answer_program(request);
    return dispatched(request);
}

Response Site::answer_program(Request& request) {
    OpenWorkspaces::Loan loan = workspaces_.lend();
    const Catalogue& catalogue = catalogue_for(request);
    NoProgress progress;
    const auto session = [&](const model::Account& account) {
        return app::Session{loan.workspace(), account, catalogue, clock_, randomness_, progress, {}, "api"};
    };
    if (request.path.starts_with(calendar_folder))
        return calendar_feed(request, loan.workspace(), clock_, session);
    return api_answer(request, loan.workspace(), clock_, catalogue, session);
}

Response Site::dispatched(Request& request) {
    Match match = find_route(request.method, request.path);
    if (match.route == nullptr && !match.methods.empty()) {
        Response response = bare(405);
        response.headers.emplace_back("Allow", fmt::format("{}", fmt::join(match.methods, ", ")));
        return response;
    }
    if (request.method == "POST" && !comes_from_here(request))
        return error_page(403, {{{}, {"web.foreign_form"}}}, request, nullptr, catalogue_for(request));
    request.parameters = std::move(match.parameters);
    OpenWorkspaces::Loan loan = workspaces_.lend();
    const std::optional<model::Account> account = signed_in(request, loan.workspace());
    // Whoever is not signed in does not learn which addresses exist.
    if (!account && (match.route == nullptr || match.route->public_page == nullptr))
        return sent_to_sign_in(request);
    return account ? inside(request, match.route, loan.workspace(), *account)
                   : outside(request, *match.route, loan.workspace());
}

Response Site::inside(Request& request, const Route* route, app::Workspace& workspace,
                      const model::Account& account) {
    const Catalogue& catalogue = catalogue_for(request);
    NoProgress progress;
    const std::string token = session_cookie(request);
    app::Session session{workspace, account,     catalogue,
                         clock_,    randomness_, progress,
                         {},        channel,     app::proof_of_web_session(account, token)};
    session.memory = settings_.memory;
    if (const auto seen = parse_integer(request.form.get("seen")))
        session.seen = static_cast<int>(std::min<std::int64_t>(*seen, std::numeric_limits<int>::max()));
    request.form_token = form_token(token);
    if (route == nullptr) return error_page(404, {}, request, &session, catalogue);
    if (!is_our_form(request)) return error_page(403, old_form(), request, &session, catalogue);
    if (route->needs_fresh_proof && !app::expect_fresh_proof(session))
        return see_other("/account/proof?next=/account");
    Response response = page_of(*route, request, session);
    if (response.status == 403)
        app::journal_refusal(session, fmt::format("{} {}", route->method, route->pattern));
    return response;
}

Response Site::page_of(const Route& route, const Request& request, app::Session& session) {
    const app::Entrance entrance = door_.entrance(session.workspace, request.peer, device_cookie(request));
    const auto moment = request.method == "POST" ? nullptr : session.workspace.one_moment();
    auto page = route.page != nullptr         ? route.page(request, session)
                : route.proof_page != nullptr ? route.proof_page(request, session, entrance)
                : route.desk_page != nullptr
                    ? route.desk_page(request, session, desk_)
                    : route.public_page(request, {entrance, session.catalogue, door_.provider()});
    if (page) return std::move(*page);
    return error_page(status_of(page.error()), page.error().diagnostics, request, &session,
                      session.catalogue);
}

Response Site::outside(Request& request, const Route& route, app::Workspace& workspace) {
    const Catalogue& catalogue = catalogue_for(request);
    std::string secret = threshold_cookie(request);
    const bool is_new = secret.empty();
    if (is_new) secret = new_token(randomness_);
    request.form_token = form_token(secret);
    if (!is_our_form(request)) return error_page(403, old_form(), request, nullptr, catalogue);
    const app::Entrance entrance = door_.entrance(workspace, request.peer, device_cookie(request));
    auto page = route.public_page(request, {entrance, catalogue, door_.provider()});
    Response response =
        page ? std::move(*page)
             : error_page(status_of(page.error()), page.error().diagnostics, request, nullptr, catalogue);
    if (is_new) set_threshold_cookie(response, secret, request);
    return response;
}

Response Site::sent_to_sign_in(const Request& request) const {
    std::string place = "/sign-in";
    if (request.method == "GET" && request.path != "/") place += "?next=" + percent_encoded(request.path);
    return see_other(std::move(place));
}

const Catalogue& Site::catalogue_for(const Request& request) const {
    return language_of(request) == Language::french ? french_ : english_;
}

}  // namespace cadran::web
