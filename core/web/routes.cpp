// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "web/account_pages.h"
#include "web/action_pages.h"
#include "web/home_page.h"
#include "web/indicator_pages.h"
#include "web/process_pages.h"
#include "web/provider_pages.h"
#include "web/register_pages.h"
#include "web/route.h"
#include "web/sign_in_pages.h"
#include "web/worklist_pages.h"

namespace cadran::web {

namespace {

using app::UseCase;

constexpr Route open_page(std::string_view method, std::string_view pattern, PublicPage page,
                          std::string_view summary) {
    return {.method = method, .pattern = pattern, .public_page = page, .summary = summary};
}

constexpr Route page(std::string_view method, std::string_view pattern, SessionPage function,
                     std::optional<UseCase> use_case, std::string_view summary) {
    return {.method = method, .pattern = pattern, .page = function, .use_case = use_case, .summary = summary};
}

// Of one's own account: everybody has it.
constexpr Route proof(std::string_view method, std::string_view pattern, ProofPage function,
                      std::string_view summary) {
    return {.method = method, .pattern = pattern, .proof_page = function, .summary = summary};
}

constexpr Route after_fresh_proof(Route route) {
    route.needs_fresh_proof = true;
    return route;
}

constexpr std::array table{
    open_page("GET", "/sign-in", sign_in_page, "The form to sign in"),
    open_page("POST", "/sign-in", sign_in_form, "Sign in by name, password and one-time code"),
    open_page("GET", "/sign-in/provider", provider_departure, "Go to the organisation's provider"),
    open_page("GET", "/sign-in/provider/return", provider_return, "Come back from it, signed in"),
    open_page("GET", "/invitation", invitation_page, "The form to use an invitation"),
    open_page("POST", "/invitation", invitation_form, "Choose a password with an invitation"),
    open_page("POST", "/sign-out", sign_out_form, "Sign out"),
    open_page("POST", "/language", language_form, "Choose the language of the pages"),

    page("GET", "/", home_page, {}, "What awaits the person, and where the objectives stand"),

    page("GET", "/worklist", worklist_page, UseCase::show_worklist, "Files that await a decision"),
    page("GET", "/worklist/{finding}", work_item_page, UseCase::show_worklist, "A file with its evidence"),
    page("POST", "/worklist/{finding}/decide", decide_form, UseCase::decide, "Decide on a file"),
    page("POST", "/worklist/{finding}/take", take_form, UseCase::decide, "Reserve a file"),
    page("POST", "/worklist/{finding}/give-back", give_back_form, UseCase::decide, "Give a file back"),
    page("POST", "/worklist/{finding}/reopen", reopen_form, UseCase::reopen, "Take a decision back"),

    page("GET", "/processes", processes_page, UseCase::read_definitions,
         "The processes and where they stand"),
    page("GET", "/processes/map.svg", process_map_picture, UseCase::read_definitions, "The map of processes"),
    page("GET", "/processes/{process}", process_page, UseCase::read_definitions,
         "A process with its figures"),
    page("GET", "/indicators", indicators_page, UseCase::show_indicators, "Where every indicator stands"),
    page("GET", "/indicators/{process}/{indicator}", indicator_page, UseCase::show_indicators,
         "An indicator with its chart"),
    page("GET", "/indicators/{process}/{indicator}/{period}", figure_page, UseCase::show_indicators,
         "A figure down to the records behind it"),

    page("GET", "/actions", actions_page, {}, "Actions: all, or one's own"),
    page("GET", "/actions/new", new_action_page, UseCase::propose_action, "The form to propose an action"),
    page("POST", "/actions/new", propose_action_form, UseCase::propose_action, "Propose an action"),
    page("GET", "/actions/{action}", action_page, {}, "An action with its history"),
    page("POST", "/actions/{action}/decide", decide_action_form, {}, "Decide an action, at its level"),
    page("POST", "/actions/{action}/start", start_action_form, {}, "Start an action"),
    page("POST", "/actions/{action}/progress", progress_action_form, {}, "Report progress"),
    page("POST", "/actions/{action}/finish", finish_action_form, {}, "Finish an action"),
    page("POST", "/actions/{action}/verify", verify_action_form, UseCase::verify_action, "Judge the effect"),
    page("POST", "/actions/{action}/cancel", cancel_action_form, {}, "Cancel an action"),

    page("GET", "/journal", journal_page, UseCase::read_journal, "The journal"),
    page("GET", "/accounts", accounts_page, UseCase::list_accounts, "The accounts"),
    page("GET", "/account", own_account_page, {}, "One's own account"),
    page("POST", "/account/sessions/end", end_sessions_form, {}, "End all sessions but this one"),
    proof("POST", "/account/password", change_password_form, "Change one's password"),
    proof("GET", "/account/proof", proof_page, "The form to prove once more who one is"),
    proof("POST", "/account/proof", proof_form, "Prove once more who one is"),
    after_fresh_proof(
        page("POST", "/account/second-factor", begin_second_factor_form, {}, "Begin two-factor sign-in")),
    page("POST", "/account/second-factor/confirm", confirm_second_factor_form, {}, "Confirm it with a code"),
    page("POST", "/account/second-factor/end", end_second_factor_form, {}, "Switch two-factor sign-in off"),
};

}  // namespace

std::span<const Route> routes() {
    return table;
}

}  // namespace cadran::web
