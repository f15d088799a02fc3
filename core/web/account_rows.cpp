// SPDX-License-Identifier: Apache-2.0
#include "web/account_rows.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "app/definitions.h"
#include "app/personal_token.h"
#include "app/rights.h"
#include "base/text.h"
#include "report/words.h"
#include "web/accounts_pages.h"
#include "web/error_page.h"
#include "web/frame.h"

namespace cadran::web {

namespace {

constexpr std::array one_account_labels{
    "web.accounts",     "web.account",       "web.person",      "web.roles",           "web.handler_codes",
    "web.state",        "web.second_factor", "web.tokens",      "web.no_token_here",   "web.revoke",
    "web.invite_again", "web.invite_words",  "web.lost_factor", "web.suspend",         "web.suspend_words",
    "web.resume",       "web.resume_words",  "web.code_once",   "web.invitation_page", "web.journal_of"};

// `active`, `invited`, `suspended`, `without-password`: how style sheets and words name it.
std::string_view state_name_of(const model::Account& account, Instant now) {
    if (account.suspended_at) return "suspended";
    if (account.password) return "active";
    const bool invited = std::ranges::any_of(account.credentials, [&](const model::Credential& one) {
        return one.kind == model::Credential::Kind::invitation && one.serves(now);
    });
    return invited ? "invited" : "without-password";
}

std::string state_words_of(std::string_view name, const Catalogue& catalogue) {
    if (name == "suspended") return catalogue.text(Message{"web.account_suspended"});
    if (name == "active") return catalogue.text(Message{"web.account_active"});
    if (name == "invited") return catalogue.text(Message{"web.account_invited"});
    return catalogue.text(Message{"web.account_without_password"});
}

std::string_view state_look(std::string_view name) {
    if (name == "suspended") return "missed";
    return name == "active" ? "met" : "medium";
}

std::string factor_words(const model::Account& account, const Catalogue& catalogue) {
    return catalogue.text(Message{account.asks_for_code() ? "web.factor_on" : "web.factor_off"});
}

Result<Json::Array> tokens_of(const model::Account& account, app::Session& session) {
    Json::Array rows;
    if (app::scope_of(session.actor, app::UseCase::end_access) != app::Scope::all) return rows;
    const auto tokens = app::list_tokens(session, account.name);
    if (!tokens) return tl::unexpected(tokens.error());
    for (const app::TokenEntry& one : *tokens) {
        const std::string kind = session.catalogue.text(model::credential_kind_title(one.kind));
        rows.push_back(Json::Object{
            {"id", one.id},
            {"kind", kind},
            {"name", one.name.empty() ? session.catalogue.text(Message{"web.first_token"}) : one.name}});
    }
    return rows;
}

Json invitation_view(const std::optional<app::Invitation>& invitation, const Catalogue& catalogue) {
    if (!invitation) return false;
    return Json::Object{
        {"code", invitation->code},
        {"words",
         catalogue.text(Message{"web.invitation_until",
                                {{"person", invitation->account.person}, {"date", invitation->expires}}})}};
}

// Runs a step on the account that the path names.
template <typename Step>
Result<Response> account_step(const Request& request, app::Session& session, Step step) {
    const std::string& name = request.parameter("account");
    const auto done = step(name);
    if (done) return see_other("/accounts/" + percent_encoded(name) + "?done=action");
    auto shown = shown_one_account(name, {.failure = &done.error()}, request, session);
    if (!shown) return tl::unexpected(done.error());
    return shown;
}

}  // namespace

std::string role_words(const model::Account& account, const Catalogue& catalogue) {
    std::vector<std::string> titles;
    for (const model::Role role : account.roles) titles.push_back(catalogue.text(model::role_title(role)));
    return fmt::format("{}", fmt::join(titles, ", "));
}

Json account_row(const model::Account& account, const app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    const std::string_view state = state_name_of(account, session.clock.now());
    return Json::Object{{"factor", factor_words(account, catalogue)},
                        {"handler_codes", fmt::format("{}", fmt::join(account.handler_codes, ", "))},
                        {"look", state_look(state)},
                        {"name", account.name},
                        {"person", account.person},
                        {"place", "/accounts/" + percent_encoded(account.name)},
                        {"roles", role_words(account, catalogue)},
                        {"state", state_words_of(state, catalogue)}};
}

Result<Response> shown_one_account(const std::string& name, const OneAccountNews& news,
                                   const Request& request, app::Session& session) {
    const auto accounts = app::list_accounts(session);
    if (!accounts) return tl::unexpected(accounts.error());
    const auto found = std::ranges::find(*accounts, name, &model::Account::name);
    if (found == accounts->end()) return not_found({"web.no_account", {{"account", name}}});
    const auto tokens = tokens_of(*found, session);
    if (!tokens) return tl::unexpected(tokens.error());
    const Catalogue& catalogue = session.catalogue;
    const bool invites = app::scope_of(session.actor, app::UseCase::invite_account) == app::Scope::all;
    const bool suspends = app::scope_of(session.actor, app::UseCase::suspend_account) == app::Scope::all;
    const bool ends = app::scope_of(session.actor, app::UseCase::end_access) == app::Scope::all;
    const bool is_self = found->name == session.actor.name;
    Json::Object view = account_row(*found, session).object();
    view["ends_tokens"] = ends;
    view["faults"] = faults_above(news.failure, catalogue);
    view["form_token"] = request.form_token;
    view["has_codes"] = !found->handler_codes.empty();
    view["has_factor"] = found->asks_for_code();
    view["invitation"] = invitation_view(news.invitation, catalogue);
    view["journal"] = "/journal?subject=account/" + percent_encoded(found->name);
    view["label"] = report::labels(one_account_labels, catalogue);
    view["may_invite"] = invites && !found->suspended_at;
    view["may_resume"] = suspends && found->suspended_at.has_value();
    view["may_suspend"] = suspends && !found->suspended_at && !is_self;
    view["no_token"] = tokens->empty();
    view["title"] = found->person;
    view["tokens"] = *tokens;
    return framed({.title = found->person,
                   .place = "/accounts",
                   .body = filled_template("account", view),
                   .status = news.failure == nullptr ? 200 : status_of(*news.failure)},
                  request, session);
}

Result<Response> account_page(const Request& request, app::Session& session) {
    return shown_one_account(request.parameter("account"), {}, request, session);
}

Result<Response> invite_account_form(const Request& request, app::Session& session) {
    const std::string& name = request.parameter("account");
    const auto invitation = app::invite_account(session, {name, request.form.has("lost_factor")});
    if (invitation) return shown_one_account(name, {.invitation = *invitation}, request, session);
    auto shown = shown_one_account(name, {.failure = &invitation.error()}, request, session);
    if (!shown) return tl::unexpected(invitation.error());
    return shown;
}

Result<Response> suspend_account_form(const Request& request, app::Session& session) {
    return account_step(request, session,
                        [&](const std::string& name) { return app::suspend_account(session, name); });
}

Result<Response> resume_account_form(const Request& request, app::Session& session) {
    return account_step(request, session,
                        [&](const std::string& name) { return app::resume_account(session, name); });
}

Result<Response> end_token_form(const Request& request, app::Session& session) {
    return account_step(request, session, [&](const std::string& name) {
        return app::revoke_token(session, name, request.form.get("token"));
    });
}

}  // namespace cadran::web
