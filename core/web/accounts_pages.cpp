// SPDX-License-Identifier: Apache-2.0
#include "web/accounts_pages.h"

#include <algorithm>
#include <array>

#include "app/account.h"
#include "app/definitions.h"
#include "app/rights.h"
#include "app/web_session.h"
#include "base/text.h"
#include "report/words.h"
#include "web/account_rows.h"
#include "web/choices.h"
#include "web/error_page.h"
#include "web/frame.h"

namespace cadran::web {

namespace {

constexpr std::array accounts_labels{
    "web.account",     "web.person",         "web.roles",        "web.handler_codes", "web.state",
    "web.new_account", "web.session_limits", "web.idle_minutes", "web.whole_hours",   "web.limits_hint",
    "web.save",        "web.second_factor",  "web.filter",       "web.role",          "web.every_role"};
constexpr std::array new_account_labels{
    "web.accounts", "web.account_name",  "web.account_name_hint",  "web.person",
    "web.roles",    "web.handler_codes", "web.handler_codes_hint", "web.system_user",
    "web.optional", "web.new_account"};

Json limits_view(const Request& request, app::Session& session) {
    if (app::scope_of(session.actor, app::UseCase::set_session_limits) != app::Scope::all) return false;
    const app::SessionLimits limits = app::session_limits(session.workspace);
    const auto typed = [&](const char* name, std::int64_t known) {
        return request.form.has(name) ? request.form.get(name) : fmt::format("{}", known);
    };
    return Json::Object{{"hours", typed("hours", limits.whole.count())},
                        {"minutes", typed("minutes", limits.idle.count())}};
}

Result<Response> shown_accounts(const Failure* failure, const Request& request, app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    auto accounts = app::list_accounts(session);
    if (!accounts) return tl::unexpected(accounts.error());
    const auto wanted = model::parse_role(request.query.get("role"));
    std::erase_if(*accounts, [&](const model::Account& one) { return wanted && !one.has(*wanted); });
    Json::Array rows;
    for (const model::Account& account : *accounts) rows.push_back(account_row(account, session));
    const std::string title = catalogue.text(Message{"web.accounts"});
    const std::string body = filled_template(
        "accounts",
        Json::Object{
            {"faults", faults_above(failure, catalogue)},
            {"form_token", request.form_token},
            {"label", report::labels(accounts_labels, catalogue)},
            {"limits", limits_view(request, session)},
            {"may_add", app::scope_of(session.actor, app::UseCase::add_account) == app::Scope::all},
            {"roles", options(model::all_roles, model::role_name, model::role_title,
                              request.query.get("role"), catalogue)},
            {"rows", rows},
            {"summary", catalogue.text(Message{"web.accounts_listed", {{"count", std::ssize(*accounts)}}})},
            {"title", title}});
    return framed({.title = title,
                   .place = "/accounts",
                   .body = body,
                   .status = failure == nullptr ? 200 : status_of(*failure)},
                  request, session);
}

Json::Array roles_to_tick(const std::vector<std::string>& ticked, const Catalogue& catalogue) {
    Json::Array all;
    for (const model::Role role : model::all_roles) {
        const std::string name(model::role_name(role));
        all.push_back(Json::Object{{"chosen", std::ranges::find(ticked, name) != ticked.end()},
                                   {"title", catalogue.text(model::role_title(role))},
                                   {"value", name}});
    }
    return all;
}

Response shown_new_account(const Failure* failure, const Request& request, app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    const Fields& given = request.form;
    const std::string title = catalogue.text(Message{"web.new_account"});
    const std::string body =
        filled_template("new_account", Json::Object{{"codes_text", given.get("codes")},
                                                    {"faults", faults_above(failure, catalogue)},
                                                    {"form_token", request.form_token},
                                                    {"label", report::labels(new_account_labels, catalogue)},
                                                    {"name_text", given.get("account")},
                                                    {"person_text", given.get("person")},
                                                    {"roles", roles_to_tick(given.all("role"), catalogue)},
                                                    {"title", title},
                                                    {"user_text", given.get("system_user")}});
    return framed({.title = title,
                   .place = "/accounts",
                   .body = body,
                   .status = failure == nullptr ? 200 : status_of(*failure)},
                  request, session);
}

}  // namespace

Result<Response> accounts_page(const Request& request, app::Session& session) {
    return shown_accounts(nullptr, request, session);
}

Result<Response> set_limits_form(const Request& request, app::Session& session) {
    const auto minutes = parse_integer(trimmed(request.form.get("minutes")));
    const auto hours = parse_integer(trimmed(request.form.get("hours")));
    const auto set = [&]() -> Result<app::SessionLimits> {
        if (const Done may = app::authorise(session, app::UseCase::set_session_limits); !may)
            return tl::unexpected(may.error());
        if (!minutes || !hours || *minutes > 10'000 || *hours > 1'000)
            return invalid(Message{"web.not_a_limit"});
        return app::set_session_limits(session, {std::chrono::minutes(*minutes), std::chrono::hours(*hours)});
    }();
    if (set) return see_other("/accounts?done=action");
    auto shown = shown_accounts(&set.error(), request, session);
    if (!shown) return tl::unexpected(set.error());
    return shown;
}

Result<Response> new_account_page(const Request& request, app::Session& session) {
    if (const Done may = app::authorise(session, app::UseCase::add_account); !may)
        return tl::unexpected(may.error());
    return shown_new_account(nullptr, request, session);
}

Result<Response> add_account_form(const Request& request, app::Session& session) {
    const Fields& given = request.form;
    app::AddAccount command{.name = std::string(trimmed(given.get("account"))),
                            .person = std::string(trimmed(given.get("person"))),
                            .roles = {},
                            .handler_codes = {},
                            .system_user = std::string(trimmed(given.get("system_user")))};
    for (const std::string& name : given.all("role")) {
        if (const auto role = model::parse_role(name)) command.roles.push_back(*role);
    }
    const std::string codes = given.get("codes");
    for (const std::string_view code : split(codes, ',')) {
        if (!trimmed(code).empty()) command.handler_codes.emplace_back(trimmed(code));
    }
    const auto invitation = app::add_account(session, command);
    if (!invitation && invitation.error().kind == Failure::Kind::refused)
        return tl::unexpected(invitation.error());
    if (!invitation) return shown_new_account(&invitation.error(), request, session);
    return shown_one_account(invitation->account.name, {.invitation = *invitation}, request, session);
}

}  // namespace cadran::web
