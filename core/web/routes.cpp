// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "web/account_pages.h"
#include "web/accounts_pages.h"
#include "web/action_pages.h"
#include "web/audit_checklist_pages.h"
#include "web/audit_finding_pages.h"
#include "web/audit_pages.h"
#include "web/audit_sample_pages.h"
#include "web/control_pages.h"
#include "web/explanation_page.h"
#include "web/home_page.h"
#include "web/import_pages.h"
#include "web/incident_pages.h"
#include "web/indicator_pages.h"
#include "web/journal_page.h"
#include "web/management_pages.h"
#include "web/nonconformity_pages.h"
#include "web/organisation_pages.h"
#include "web/piece_pages.h"
#include "web/plugin_pages.h"
#include "web/process_draft_pages.h"
#include "web/process_pages.h"
#include "web/provider_pages.h"
#include "web/purge_pages.h"
#include "web/quality_pages.h"
#include "web/register_export.h"
#include "web/release_pages.h"
#include "web/review_pages.h"
#include "web/risk_pages.h"
#include "web/route.h"
#include "web/search_page.h"
#include "web/sign_in_pages.h"
#include "web/version_pages.h"
#include "web/worklist_pages.h"
#include "web/xray_pages.h"

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

constexpr Route desk_page(std::string_view method, std::string_view pattern, DeskPage function,
                          std::optional<UseCase> use_case, std::string_view summary) {
    return {.method = method,
            .pattern = pattern,
            .desk_page = function,
            .use_case = use_case,
            .summary = summary};
}

constexpr Route desk_with_files(std::string_view pattern, DeskPage function, std::optional<UseCase> use_case,
                                std::string_view summary) {
    Route route = desk_page("POST", pattern, function, use_case, summary);
    route.takes_files = true;
    return route;
}

constexpr Route with_files(std::string_view pattern, SessionPage function, std::optional<UseCase> use_case,
                           std::string_view summary) {
    Route route = page("POST", pattern, function, use_case, summary);
    route.takes_files = true;
    return route;
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
    page("GET", "/worklist/{finding}/explanation", explanation_page, UseCase::show_findings,
         "How a file came onto the list"),
    page("POST", "/worklist/{finding}/decide", decide_form, UseCase::decide, "Decide on a file"),
    page("POST", "/worklist/{finding}/take", take_form, UseCase::decide, "Reserve a file"),
    page("POST", "/worklist/{finding}/give-back", give_back_form, UseCase::decide, "Give a file back"),
    page("POST", "/worklist/{finding}/reopen", reopen_form, UseCase::reopen, "Take a decision back"),
    page("GET", "/findings", control_findings_page, UseCase::show_findings,
         "What the controls of a process found"),
    page("GET", "/findings/{finding}", control_finding_page, UseCase::show_findings, "A finding"),
    page("POST", "/findings/{finding}/settle", settle_control_finding_form, UseCase::settle_finding,
         "Confirm or dismiss what is only flagged"),
    page("GET", "/releases", releases_page, UseCase::release_payments, "The lists for the payment system"),
    page("POST", "/releases", release_form, UseCase::release_payments, "Make the list of what may be paid"),
    page("GET", "/releases/{release}/{list}", release_file, UseCase::release_payments,
         "What may be paid, or stays suspended, by that list"),

    page("GET", "/quality", quality_page, UseCase::show_quality,
         "Quality rates, as far as the person may see"),
    page("GET", "/quality/{finding}", checked_file_page, UseCase::show_quality,
         "A file of a sample with what was judged of it"),
    page("POST", "/quality/{finding}/contest", contest_form, UseCase::contest,
         "Contest the verdict on a file that one handled"),

    page("GET", "/processes", processes_page, UseCase::read_definitions,
         "The processes and where they stand"),
    page("GET", "/processes/map.svg", process_map_picture, UseCase::read_definitions, "The map of processes"),
    page("GET", "/processes/{process}", process_page, UseCase::read_definitions,
         "A process with its figures"),
    page("GET", "/processes/{process}/draft", process_draft_page, UseCase::read_definitions,
         "The draft of a process with what it changes"),
    page("POST", "/processes/{process}/draft", edit_process_form, UseCase::draft_process,
         "Change the draft of a process"),
    page("POST", "/processes/{process}/draft/hand-in", hand_in_process_form, UseCase::draft_process,
         "Hand the draft of a process in"),
    page("GET", "/processes/{process}/versions", process_versions_page, UseCase::read_definitions,
         "The versions of a process"),
    page("GET", "/processes/{process}/versions/{version}", process_version_page, UseCase::read_definitions,
         "A version of a process with what it changed"),
    page("POST", "/processes/{process}/versions/{version}/accept", accept_process_form,
         UseCase::accept_process, "Put a version of a process in force"),
    page("GET", "/organisation", organisation_page, UseCase::read_definitions,
         "The organisation as it is defined"),
    page("GET", "/organisation/draft", organisation_draft_page, UseCase::read_definitions,
         "The draft of the organisation with what it changes"),
    page("POST", "/organisation/draft/hand-in", hand_in_organisation_form, UseCase::draft_workspace,
         "Hand the draft of the organisation in"),
    page("GET", "/organisation/versions", organisation_versions_page, UseCase::read_definitions,
         "The versions of the organisation"),
    page("GET", "/organisation/versions/{version}", organisation_version_page, UseCase::read_definitions,
         "A version of the organisation with what it changed"),
    page("POST", "/organisation/versions/{version}/accept", accept_organisation_form,
         UseCase::accept_workspace, "Put a version of the organisation in force"),
    page("GET", "/plugins", plugins_page, UseCase::read_definitions, "The plugins and where they stand"),
    page("GET", "/plugins/{plugin}", plugin_page, UseCase::read_definitions, "What a plugin offers"),
    page("GET", "/plugins/{plugin}/draft", plugin_draft_page, UseCase::read_definitions,
         "The draft of a plugin with what it changes"),
    page("POST", "/plugins/{plugin}/draft/hand-in", hand_in_plugin_form, UseCase::draft_plugin,
         "Hand the draft of a plugin in"),
    page("GET", "/plugins/{plugin}/versions", plugin_versions_page, UseCase::read_definitions,
         "The versions of a plugin"),
    page("GET", "/plugins/{plugin}/versions/{version}", plugin_version_page, UseCase::read_definitions,
         "A version of a plugin with what it changed"),
    page("POST", "/plugins/{plugin}/versions/{version}/accept", accept_plugin_form, UseCase::accept_plugin,
         "Put a version of a plugin in force"),
    page("GET", "/plugins/{plugin}/controls/{control}", control_page, UseCase::read_definitions,
         "A control, and what it would find with other parameters"),
    with_files("/plugins/{plugin}/controls/{control}/file", try_file_form, UseCase::replay_draft,
               "Try the draft of a control on a file"),
    page("POST", "/controls/run", run_controls_form, UseCase::run_controls,
         "Run the controls of a process over a period"),
    page("GET", "/controls", controls_page, UseCase::show_findings,
         "What every control found when it ran last"),
    page("GET", "/documents", documents_page, UseCase::read_definitions,
         "The documents that processes refer to and keep"),
    page("GET", "/xray", xray_page, UseCase::show_xray,
         "What was questioned too little, and proof by clause"),
    page("POST", "/evidence", evidence_form, UseCase::export_evidence, "The proof of a scope as a file"),
    page("GET", "/indicators", indicators_page, UseCase::show_indicators, "Where every indicator stands"),
    page("GET", "/indicators/heat-map", heat_map_page, UseCase::show_indicators, "Processes by period"),
    page("GET", "/indicators/export", indicators_file, UseCase::show_indicators,
         "The indicators as a workbook or as data"),
    page("GET", "/indicators/{process}/{indicator}", indicator_page, UseCase::show_indicators,
         "An indicator with its chart"),
    page("POST", "/indicators/{process}/{indicator}/record", record_figure_form, UseCase::record_indicator,
         "Record a figure of an indicator that nothing measures"),
    page("GET", "/indicators/{process}/{indicator}/{period}", figure_page, UseCase::show_indicators,
         "A figure down to the records behind it"),

    page("GET", "/reviews", reviews_page, UseCase::show_review, "The reviews of processes"),
    page("GET", "/reviews/{process}/{period}", review_page, UseCase::show_review, "A review"),
    page("GET", "/reviews/{process}/{period}/documents", review_documents_file, UseCase::show_review,
         "All documents of a review as one file"),
    page("GET", "/reviews/{process}/{period}/documents/{file}", review_document_file, UseCase::show_review,
         "A document of a review"),
    page("GET", "/reviews/{process}/{period}/{topic}", review_topic_page, UseCase::show_review,
         "A topic of a review, held in front of a screen"),
    page("POST", "/reviews/{process}/{period}/turn", turn_cycle_form, UseCase::turn_cycle,
         "Take the turn into its next stage"),
    page("POST", "/reviews/{process}/{period}/measure", measure_indicators_form, UseCase::measure_indicators,
         "Measure the indicators of a process"),
    page("POST", "/reviews/{process}/{period}/record", record_indicator_form, UseCase::record_indicator,
         "Record a figure that nothing measures"),
    page("POST", "/reviews/{process}/{period}/prepare", prepare_review_form, UseCase::prepare_review,
         "Prepare a review"),
    page("POST", "/reviews/{process}/{period}/decide", decide_in_review_form, UseCase::hold_review,
         "Decide on an action in a review"),
    page("POST", "/reviews/{process}/{period}/hold", hold_review_form, UseCase::hold_review, "Hold a review"),
    page("POST", "/reviews/{process}/{period}/sign", sign_review_form, UseCase::sign_review, "Sign a review"),

    page("GET", "/management-reviews", management_reviews_page, UseCase::show_management_review,
         "The management reviews"),
    page("POST", "/management-reviews/prepare", prepare_management_review_form,
         UseCase::prepare_management_review, "Prepare a management review"),
    page("GET", "/management-reviews/{period}", management_review_page, UseCase::show_management_review,
         "A management review"),
    page("GET", "/management-reviews/{period}/documents", management_documents_file,
         UseCase::show_management_review, "All documents of a management review as one file"),
    page("GET", "/management-reviews/{period}/documents/{file}", management_document_file,
         UseCase::show_management_review, "A document of a management review"),
    page("GET", "/management-reviews/{period}/{topic}", management_topic_page,
         UseCase::show_management_review, "An input of a management review, or its conclusion"),
    with_files("/management-reviews/{period}/answer", answer_input_form, UseCase::complete_management_review,
               "Supply an input, or justify that it is missing"),
    page("POST", "/management-reviews/{period}/decide", decide_output_form,
         UseCase::decide_in_management_review, "Decide on an output"),
    page("POST", "/management-reviews/{period}/hold", hold_management_review_form,
         UseCase::hold_management_review, "Hold a management review"),
    page("POST", "/management-reviews/{period}/sign", sign_management_review_form,
         UseCase::sign_management_review, "Sign a management review"),

    page("GET", "/actions", actions_page, {}, "Actions: all, or one's own"),
    page("GET", "/actions/board", action_board_page, {}, "Actions by state: all, or one's own"),
    page("GET", "/actions/calendar", action_calendar_page, {}, "Actions by day: all, or one's own"),
    page("GET", "/actions/new", new_action_page, UseCase::propose_action, "The form to propose an action"),
    page("POST", "/actions/new", propose_action_form, UseCase::propose_action, "Propose an action"),
    page("GET", "/actions/{action}", action_page, {}, "An action with its history"),
    page("POST", "/actions/{action}/decide", decide_action_form, {}, "Decide an action, at its level"),
    page("POST", "/actions/{action}/start", start_action_form, {}, "Start an action"),
    page("POST", "/actions/{action}/progress", progress_action_form, {}, "Report progress"),
    page("POST", "/actions/{action}/finish", finish_action_form, {}, "Finish an action"),
    page("POST", "/actions/{action}/verify", verify_action_form, UseCase::verify_action, "Judge the effect"),
    page("POST", "/actions/{action}/cancel", cancel_action_form, {}, "Cancel an action"),

    desk_page("GET", "/imports", imports_page, UseCase::list_imports,
              "The files of records that were imported"),
    desk_with_files("/imports", import_records_form, UseCase::import_records, "Bring a file of records"),
    desk_with_files("/imports/actions", import_actions_form, UseCase::import_actions,
                    "Bring a plan of actions"),
    desk_with_files("/imports/risks", import_risks_form, UseCase::draft_process, "Bring a register of risks"),
    desk_page("GET", "/imports/errands/{errand}", errand_page, UseCase::import_records,
              "How far an import is, or what came of it"),
    desk_page("GET", "/imports/errands/{errand}/events", errand_events, UseCase::import_records,
              "The same as an event"),
    desk_page("GET", "/imports/errands/{errand}/rejects", errand_rejects, UseCase::import_records,
              "The lines that were not taken"),

    page("GET", "/imports/purge", purge_page, UseCase::purge_records,
         "The imports whose retention has run out, and what holds them"),
    page("POST", "/imports/purge", purge_form, UseCase::purge_records,
         "Purge the records whose retention has run out"),

    page("GET", "/search", search_page, {}, "Whatever the person may see, by words"),

    page("GET", "/registers/{register}", register_export, {}, "A register as a workbook or as CSV"),
    page("GET", "/risks", risks_page, UseCase::read_definitions, "Risks and opportunities"),
    page("GET", "/incidents", incidents_page, UseCase::analyse_records, "The base of serious incidents"),
    page("GET", "/nonconformities", nonconformities_page, UseCase::show_findings, "The nonconformities"),
    page("GET", "/nonconformities/new", new_nonconformity_page, UseCase::group_findings,
         "The form to state a nonconformity"),
    page("POST", "/nonconformities/new", open_nonconformity_form, UseCase::group_findings,
         "State a nonconformity"),
    page("GET", "/nonconformities/{nonconformity}", nonconformity_page, UseCase::show_findings,
         "A nonconformity with its evidence and what follows"),
    page("POST", "/nonconformities/{nonconformity}/extend", extend_nonconformity_form,
         UseCase::group_findings, "Put further findings under it"),
    page("GET", "/findings/{finding}/similar", similar_cases_page, UseCase::show_findings,
         "Similar cases of a finding in earlier periods"),

    page("GET", "/audits", audits_page, UseCase::show_audits, "Audits: those under way, or all"),
    page("GET", "/audits/programme", audit_programme_page, UseCase::plan_audit, "The programme of a year"),
    page("GET", "/audits/comparison", audit_comparison_page, UseCase::show_audits, "Audits over the years"),
    page("GET", "/audits/new", new_audit_page, UseCase::plan_audit, "The form to plan an audit"),
    page("POST", "/audits/new", plan_audit_form, UseCase::plan_audit, "Plan an audit"),
    page("GET", "/audits/outside", outside_audit_page, UseCase::record_audit,
         "The form to record an audit by somebody outside"),
    page("POST", "/audits/outside", record_audit_form, UseCase::record_audit,
         "Record an audit by somebody outside"),
    page("GET", "/audits/{audit}", audit_page, UseCase::show_audits, "An audit and how far it is"),
    page("POST", "/audits/{audit}/request", request_pieces_form, UseCase::conduct_audit,
         "Ask for the pieces"),
    page("POST", "/audits/{audit}/kick-off", kick_off_form, UseCase::conduct_audit, "Hold the kick-off"),
    page("POST", "/audits/{audit}/begin", begin_fieldwork_form, UseCase::conduct_audit,
         "Begin the examination"),
    page("POST", "/audits/{audit}/cancel", cancel_audit_form, UseCase::plan_audit, "Call an audit off"),
    with_files("/audits/{audit}/report", provisional_report_form, UseCase::conduct_audit,
               "Issue the provisional report"),
    with_files("/audits/{audit}/finish", final_report_form, UseCase::conduct_audit, "Issue the final report"),
    page("POST", "/audits/{audit}/restitute", restitution_form, UseCase::conduct_audit,
         "Hold the restitution"),
    page("POST", "/audits/{audit}/close", close_audit_form, UseCase::conduct_audit, "Close an audit"),
    page("GET", "/audits/{audit}/report", audit_report_page, UseCase::show_audits,
         "The files of an audit’s report"),
    page("GET", "/audits/{audit}/report/{document}", audit_report_file, UseCase::show_audits,
         "A file of an audit’s report"),

    page("GET", "/audits/{audit}/pieces", pieces_page, UseCase::show_audits, "The pieces of an audit"),
    with_files("/audits/{audit}/pieces", deliver_pieces_form, UseCase::deliver_piece,
               "Deliver several pieces"),
    page("GET", "/audits/{audit}/pieces/{item}", piece_page, UseCase::show_audits, "A piece of an audit"),
    with_files("/audits/{audit}/pieces/{item}/deliver", deliver_piece_form, UseCase::deliver_piece,
               "Deliver a piece"),
    page("POST", "/audits/{audit}/pieces/{item}/accept", accept_piece_form, UseCase::conduct_audit,
         "Accept a piece"),
    page("POST", "/audits/{audit}/pieces/{item}/reject", reject_piece_form, UseCase::conduct_audit,
         "Reject a piece"),
    page("GET", "/audits/{audit}/pieces/{item}/{delivery}", piece_file, UseCase::show_audits,
         "A piece as it was delivered"),
    page("GET", "/audits/{audit}/checklist", audit_checklist_page, UseCase::show_audits,
         "The checklist of an audit, chapter by chapter"),
    with_files("/audits/{audit}/checklist", import_checklist_form, UseCase::conduct_audit,
               "Bring a checklist back that was filled in off line"),
    page("GET", "/audits/{audit}/checklist/offline", offline_checklist_file, UseCase::conduct_audit,
         "The checklist as one page that needs no network"),
    page("POST", "/audits/{audit}/checklist/{item}", assess_item_form, UseCase::conduct_audit,
         "Answer an item of the checklist"),
    page("GET", "/audits/{audit}/samples", audit_samples_page, UseCase::show_audits,
         "The samples of an audit"),
    with_files("/audits/{audit}/samples/{sample}/draw", draw_sample_form, UseCase::conduct_audit,
               "Draw a sample from a list"),
    page("POST", "/audits/{audit}/samples/{sample}/examine", examine_sample_form, UseCase::conduct_audit,
         "Tell which records of a sample are not as they should be"),
    page("GET", "/audits/{audit}/findings", findings_page, UseCase::show_audits, "What an audit found"),
    page("POST", "/audits/{audit}/findings", add_finding_form, UseCase::conduct_audit, "State a finding"),
    page("GET", "/audit-findings", all_findings_page, UseCase::show_audits, "What all audits found"),
    page("GET", "/audit-findings/{audit_finding}", finding_page, UseCase::show_audits,
         "A finding with its history"),
    page("POST", "/audit-findings/{audit_finding}/answer", answer_finding_form, UseCase::answer_audit,
         "Answer a finding"),
    page("POST", "/audit-findings/{audit_finding}/settle", settle_finding_form, UseCase::conduct_audit,
         "Settle an argument"),
    page("POST", "/audit-findings/{audit_finding}/withdraw", withdraw_finding_form, UseCase::conduct_audit,
         "Withdraw a draft"),
    page("POST", "/audit-findings/{audit_finding}/analyse", analyse_finding_form, UseCase::answer_audit,
         "Say cause and consequence"),
    with_files("/audit-findings/{audit_finding}/resolve", resolve_finding_form, UseCase::answer_audit,
               "Resolve a finding"),
    page("POST", "/audit-findings/{audit_finding}/verify", verify_finding_form, UseCase::conduct_audit,
         "Verify what is resolved"),
    page("GET", "/audit-findings/{audit_finding}/evidence/{resolution}/{evidence}", finding_evidence,
         UseCase::show_audits, "A file that proves a resolution"),

    page("GET", "/journal", journal_page, UseCase::read_journal, "The journal"),
    page("GET", "/accounts", accounts_page, UseCase::list_accounts, "The accounts"),
    page("POST", "/accounts/limits", set_limits_form, UseCase::set_session_limits,
         "Say how long sessions last"),
    page("GET", "/accounts/new", new_account_page, UseCase::add_account, "The form to add an account"),
    page("POST", "/accounts/new", add_account_form, UseCase::add_account,
         "Add an account and invite its owner"),
    page("GET", "/accounts/{account}", account_page, UseCase::list_accounts, "An account"),
    page("POST", "/accounts/{account}/invite", invite_account_form, UseCase::invite_account,
         "Invite its owner once more"),
    page("POST", "/accounts/{account}/suspend", suspend_account_form, UseCase::suspend_account, "Suspend it"),
    page("POST", "/accounts/{account}/resume", resume_account_form, UseCase::suspend_account, "Resume it"),
    page("POST", "/accounts/{account}/end-token", end_token_form, UseCase::end_access,
         "Revoke a token of it"),
    page("GET", "/account", own_account_page, {}, "One's own account"),
    page("POST", "/account/sessions/end", end_sessions_form, {}, "End all sessions but this one"),
    proof("POST", "/account/password", change_password_form, "Change one's password"),
    page("POST", "/account/address", set_own_address_form, {}, "Say where digests are sent"),
    after_fresh_proof(
        page("POST", "/account/tokens", create_token_form, {}, "Make an address of a calendar, or a token")),
    page("POST", "/account/tokens/revoke", revoke_token_form, {}, "Revoke one of one's own"),
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
