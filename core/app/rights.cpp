// SPDX-License-Identifier: Apache-2.0
#include "app/rights.h"

#include <algorithm>

namespace cadran::app {

namespace {

using model::Role;

struct Right {
    UseCase use_case;
    Role role;
    Scope scope = Scope::all;
};

// Whoever does quality work may read the definitions it rests on.
constexpr std::array readers_of_definitions{Role::administrator,
                                            Role::quality_manager,
                                            Role::pilot,
                                            Role::backup,
                                            Role::handler,
                                            Role::line_manager,
                                            Role::referent,
                                            Role::controller,
                                            Role::auditor,
                                            Role::management,
                                            Role::external_auditor,
                                            Role::plugin_author,
                                            Role::tracfin_correspondent};
// Whoever judges results sees them.
constexpr std::array readers_of_results{Role::quality_manager, Role::pilot,      Role::backup,
                                        Role::line_manager,    Role::referent,   Role::controller,
                                        Role::auditor,         Role::management, Role::external_auditor};

constexpr std::array rights{
    Right{UseCase::add_account, Role::administrator},
    Right{UseCase::list_accounts, Role::administrator},
    Right{UseCase::list_accounts, Role::quality_manager},
    Right{UseCase::invite_account, Role::administrator},
    Right{UseCase::suspend_account, Role::administrator},
    // Others' tokens; everybody ends their own.
    Right{UseCase::end_access, Role::administrator},
    Right{UseCase::set_session_limits, Role::administrator},
    Right{UseCase::set_provider, Role::administrator},

    Right{UseCase::draft_workspace, Role::quality_manager},
    Right{UseCase::draft_workspace, Role::administrator},
    Right{UseCase::accept_workspace, Role::quality_manager},
    Right{UseCase::accept_workspace, Role::management},
    Right{UseCase::draft_process, Role::quality_manager},
    Right{UseCase::draft_process, Role::pilot, Scope::own_process},
    Right{UseCase::draft_process, Role::backup, Scope::own_process},
    Right{UseCase::accept_process, Role::quality_manager},
    Right{UseCase::accept_process, Role::management},
    Right{UseCase::draft_plugin, Role::plugin_author},
    Right{UseCase::draft_plugin, Role::quality_manager},
    Right{UseCase::accept_plugin, Role::quality_manager},

    Right{UseCase::import_records, Role::quality_manager},
    Right{UseCase::import_records, Role::controller},
    Right{UseCase::purge_records, Role::quality_manager},

    Right{UseCase::run_controls, Role::quality_manager},
    Right{UseCase::run_controls, Role::controller},
    Right{UseCase::run_controls, Role::pilot, Scope::own_process},
    Right{UseCase::run_controls, Role::backup, Scope::own_process},
    // A draft may look for anything: where it reads what was imported, app/draft_reach bounds it besides.
    Right{UseCase::replay_draft, Role::quality_manager},
    Right{UseCase::replay_draft, Role::plugin_author},
    Right{UseCase::replay_draft_on_records, Role::quality_manager},
    Right{UseCase::analyse_records, Role::quality_manager},
    Right{UseCase::analyse_records, Role::controller},
    Right{UseCase::analyse_records, Role::auditor},
    Right{UseCase::show_worklist, Role::quality_manager},
    Right{UseCase::show_worklist, Role::controller},
    Right{UseCase::show_worklist, Role::referent},
    Right{UseCase::decide, Role::controller},
    Right{UseCase::decide, Role::referent},
    Right{UseCase::reopen, Role::quality_manager},
    Right{UseCase::reopen, Role::controller},
    Right{UseCase::reopen, Role::referent},
    Right{UseCase::contest, Role::handler, Scope::own_files},
    Right{UseCase::show_quality, Role::handler, Scope::own_files},
    Right{UseCase::show_quality, Role::line_manager, Scope::own_people},
    Right{UseCase::show_quality, Role::quality_manager, Scope::totals},
    Right{UseCase::show_quality, Role::management, Scope::totals},
    Right{UseCase::release_payments, Role::controller},
    Right{UseCase::settle_finding, Role::controller},
    Right{UseCase::settle_finding, Role::referent},
    // A suspicion is secret by law (code monétaire et financier, L561-18): whoever may report it sees it,
    // alone.
    Right{UseCase::show_findings, Role::tracfin_correspondent, Scope::confided},
    Right{UseCase::analyse_records, Role::tracfin_correspondent, Scope::confided},
    Right{UseCase::settle_finding, Role::tracfin_correspondent, Scope::confided},
    Right{UseCase::reopen, Role::tracfin_correspondent, Scope::confided},
    Right{UseCase::read_journal, Role::tracfin_correspondent, Scope::confided},
    Right{UseCase::group_findings, Role::quality_manager},
    Right{UseCase::group_findings, Role::pilot, Scope::own_process},
    Right{UseCase::group_findings, Role::backup, Scope::own_process},

    // Whoever does the work may say how it could be done better.
    Right{UseCase::propose_action, Role::quality_manager},
    Right{UseCase::propose_action, Role::pilot},
    Right{UseCase::propose_action, Role::backup},
    Right{UseCase::propose_action, Role::handler},
    Right{UseCase::propose_action, Role::line_manager},
    Right{UseCase::propose_action, Role::referent},
    Right{UseCase::propose_action, Role::controller},
    Right{UseCase::propose_action, Role::auditor},
    Right{UseCase::propose_action, Role::management},
    Right{UseCase::decide_quick_win, Role::pilot, Scope::own_process},
    Right{UseCase::decide_quick_win, Role::backup, Scope::own_process},
    Right{UseCase::decide_sector_action, Role::management},
    Right{UseCase::decide_sector_action, Role::pilot, Scope::own_process},
    Right{UseCase::decide_sector_action, Role::backup, Scope::own_process},
    Right{UseCase::decide_structural_action, Role::management},
    Right{UseCase::carry_out_action, Role::quality_manager},
    Right{UseCase::carry_out_action, Role::pilot, Scope::own_process},
    Right{UseCase::carry_out_action, Role::backup, Scope::own_process},
    Right{UseCase::verify_action, Role::quality_manager},
    Right{UseCase::verify_action, Role::auditor},
    Right{UseCase::verify_action, Role::management},
    Right{UseCase::verify_action, Role::pilot, Scope::own_process},
    Right{UseCase::verify_action, Role::backup, Scope::own_process},
    Right{UseCase::import_actions, Role::quality_manager},

    Right{UseCase::measure_indicators, Role::quality_manager},
    Right{UseCase::measure_indicators, Role::pilot, Scope::own_process},
    Right{UseCase::measure_indicators, Role::backup, Scope::own_process},
    Right{UseCase::record_indicator, Role::quality_manager},
    Right{UseCase::record_indicator, Role::pilot, Scope::own_process},
    Right{UseCase::record_indicator, Role::backup, Scope::own_process},
    Right{UseCase::turn_cycle, Role::pilot, Scope::own_process},
    Right{UseCase::turn_cycle, Role::backup, Scope::own_process},
    Right{UseCase::prepare_review, Role::quality_manager},
    Right{UseCase::prepare_review, Role::pilot, Scope::own_process},
    Right{UseCase::prepare_review, Role::backup, Scope::own_process},
    Right{UseCase::hold_review, Role::pilot, Scope::own_process},
    Right{UseCase::hold_review, Role::backup, Scope::own_process},
    Right{UseCase::sign_review, Role::pilot, Scope::own_process},
    Right{UseCase::sign_review, Role::backup, Scope::own_process},

    // The management signs what the quality manager prepared (ISO 9001:2015, 9.3).
    Right{UseCase::prepare_management_review, Role::quality_manager},
    Right{UseCase::prepare_management_review, Role::management},
    Right{UseCase::complete_management_review, Role::quality_manager},
    Right{UseCase::complete_management_review, Role::management},
    Right{UseCase::decide_in_management_review, Role::management},
    Right{UseCase::hold_management_review, Role::quality_manager},
    Right{UseCase::hold_management_review, Role::management},
    Right{UseCase::sign_management_review, Role::management},

    // Whoever is audited sees and answers, whoever audits concludes (ISO 19011:2018, 5.4 and 6).
    Right{UseCase::plan_audit, Role::quality_manager},
    Right{UseCase::plan_audit, Role::auditor},
    Right{UseCase::conduct_audit, Role::auditor, Scope::own_audit},
    // Of an audit from outside, whoever keeps its record stands where the auditors stand.
    Right{UseCase::record_audit, Role::quality_manager},
    Right{UseCase::conduct_audit, Role::quality_manager, Scope::own_audit},
    Right{UseCase::deliver_piece, Role::auditor, Scope::own_audit},
    Right{UseCase::deliver_piece, Role::auditee, Scope::audited},
    Right{UseCase::deliver_piece, Role::pilot, Scope::audited},
    Right{UseCase::deliver_piece, Role::backup, Scope::audited},
    Right{UseCase::answer_audit, Role::auditee, Scope::audited},
    Right{UseCase::answer_audit, Role::pilot, Scope::audited},
    Right{UseCase::answer_audit, Role::backup, Scope::audited},
    Right{UseCase::show_audits, Role::quality_manager},
    Right{UseCase::show_audits, Role::management},
    Right{UseCase::show_audits, Role::auditor},
    Right{UseCase::show_audits, Role::external_auditor},
    Right{UseCase::show_audits, Role::auditee, Scope::audited},
    Right{UseCase::show_audits, Role::pilot, Scope::audited},
    Right{UseCase::show_audits, Role::backup, Scope::audited},

    // Whoever is asked for proof, or asks for it.
    Right{UseCase::export_evidence, Role::quality_manager},
    Right{UseCase::export_evidence, Role::management},
    Right{UseCase::export_evidence, Role::auditor},
    Right{UseCase::export_evidence, Role::external_auditor},
    Right{UseCase::export_evidence, Role::pilot, Scope::own_process},
    Right{UseCase::export_evidence, Role::backup, Scope::own_process},

    Right{UseCase::run_nightly, Role::administrator},
    Right{UseCase::run_nightly, Role::quality_manager},
    Right{UseCase::set_address, Role::administrator},
    Right{UseCase::read_journal, Role::administrator},
    Right{UseCase::read_journal, Role::quality_manager},
    Right{UseCase::read_journal, Role::auditor},
    Right{UseCase::read_journal, Role::management},
    Right{UseCase::read_journal, Role::external_auditor},
    Right{UseCase::back_up, Role::administrator},
};

// By role and use case: it is asked a thousand times a page.
constexpr auto scopes = [] {
    std::array<std::array<Scope, all_use_cases.size()>, model::all_roles.size()> table{};
    const auto grant = [&](Role role, UseCase use_case, Scope scope) {
        Scope& given = table[static_cast<std::size_t>(role)][static_cast<std::size_t>(use_case)];
        if (given == Scope::none) given = scope;
    };
    for (const Role role : readers_of_definitions) {
        for (const UseCase use_case : {UseCase::read_definitions, UseCase::check_drafts})
            grant(role, use_case, Scope::all);
    }
    for (const Role role : readers_of_results) {
        for (const UseCase use_case :
             {UseCase::list_imports, UseCase::show_indicators, UseCase::show_cycle, UseCase::show_due,
              UseCase::show_xray, UseCase::show_actions, UseCase::show_review,
              UseCase::show_management_review, UseCase::show_findings})
            grant(role, use_case, Scope::all);
    }
    for (const Right& right : rights) grant(right.role, right.use_case, right.scope);
    return table;
}();

bool is_own(const model::Account& account, const model::Process& process) {
    return process.pilot == account.name ||
           std::ranges::find(process.backups, account.name) != process.backups.end();
}

tl::unexpected<Failure> refusal(const Session& session, UseCase use_case, const char* hint) {
    return refused(
        {"app.no_right", {{"account", session.actor.name}, {"act", std::string(use_case_name(use_case))}}},
        Message{hint});
}

}  // namespace

std::string_view use_case_name(UseCase use_case) {
    switch (use_case) {
        case UseCase::add_account: return "account.add";
        case UseCase::list_accounts: return "account.list";
        case UseCase::invite_account: return "account.invite";
        case UseCase::suspend_account: return "account.suspend";
        case UseCase::end_access: return "account.end-access";
        case UseCase::set_session_limits: return "account.session-limits";
        case UseCase::set_provider: return "account.provider";
        case UseCase::read_definitions: return "definition.read";
        case UseCase::draft_workspace: return "workspace.draft";
        case UseCase::accept_workspace: return "workspace.accept";
        case UseCase::draft_process: return "process.draft";
        case UseCase::accept_process: return "process.accept";
        case UseCase::draft_plugin: return "plugin.draft";
        case UseCase::accept_plugin: return "plugin.accept";
        case UseCase::check_drafts: return "draft.check";
        case UseCase::import_records: return "import.records";
        case UseCase::purge_records: return "import.purge";
        case UseCase::list_imports: return "import.list";
        case UseCase::run_controls: return "control.run";
        case UseCase::replay_draft: return "control.replay-draft";
        case UseCase::replay_draft_on_records: return "control.replay-draft-on-records";
        case UseCase::analyse_records: return "record.analyse";
        case UseCase::show_worklist: return "worklist.show";
        case UseCase::decide: return "worklist.decide";
        case UseCase::reopen: return "worklist.reopen";
        case UseCase::contest: return "worklist.contest";
        case UseCase::show_quality: return "quality.show";
        case UseCase::release_payments: return "worklist.release";
        case UseCase::show_findings: return "finding.show";
        case UseCase::settle_finding: return "finding.settle";
        case UseCase::group_findings: return "finding.group";
        case UseCase::show_due: return "due.show";
        case UseCase::show_xray: return "xray.show";
        case UseCase::show_actions: return "action.show";
        case UseCase::propose_action: return "action.propose";
        case UseCase::decide_quick_win: return "action.quick-win";
        case UseCase::decide_sector_action: return "action.sector";
        case UseCase::decide_structural_action: return "action.structural";
        case UseCase::carry_out_action: return "action.carry-out";
        case UseCase::verify_action: return "action.verify";
        case UseCase::import_actions: return "action.import";
        case UseCase::measure_indicators: return "indicator.measure";
        case UseCase::record_indicator: return "indicator.record";
        case UseCase::show_indicators: return "indicator.show";
        case UseCase::show_cycle: return "cycle.show";
        case UseCase::turn_cycle: return "cycle.turn";
        case UseCase::prepare_review: return "review.prepare";
        case UseCase::hold_review: return "review.hold";
        case UseCase::show_review: return "review.show";
        case UseCase::sign_review: return "review.sign";
        case UseCase::prepare_management_review: return "management-review.prepare";
        case UseCase::complete_management_review: return "management-review.complete";
        case UseCase::decide_in_management_review: return "management-review.decide";
        case UseCase::hold_management_review: return "management-review.hold";
        case UseCase::show_management_review: return "management-review.show";
        case UseCase::sign_management_review: return "management-review.sign";
        case UseCase::plan_audit: return "audit.plan";
        case UseCase::conduct_audit: return "audit.conduct";
        case UseCase::record_audit: return "audit.record";
        case UseCase::deliver_piece: return "audit.deliver";
        case UseCase::answer_audit: return "audit.answer";
        case UseCase::show_audits: return "audit.show";
        case UseCase::export_evidence: return "evidence.export";
        case UseCase::run_nightly: return "nightly.run";
        case UseCase::set_address: return "account.address";
        case UseCase::read_journal: return "journal.read";
        case UseCase::back_up: break;
    }
    return "workspace.backup";
}

std::string_view scope_name(Scope scope) {
    switch (scope) {
        case Scope::none: return "none";
        case Scope::confided: return "confided";
        case Scope::totals: return "totals";
        case Scope::own_files: return "own files";
        case Scope::own_people: return "own people";
        case Scope::own_process: return "own process";
        case Scope::audited: return "as auditee";
        case Scope::own_audit: return "own audit";
        case Scope::all: break;
    }
    return "all";
}

Scope scope_of(Role role, UseCase use_case) {
    return scopes[static_cast<std::size_t>(role)][static_cast<std::size_t>(use_case)];
}

Scope scope_of(const model::Account& account, UseCase use_case) {
    Scope widest = Scope::none;
    for (const Role role : account.roles) widest = std::max(widest, scope_of(role, use_case));
    return widest;
}

Done authorise(const Session& session, UseCase use_case) {
    if (scope_of(session.actor, use_case) == Scope::all) return {};
    return refusal(session, use_case, "app.ask_for_the_role");
}

Done authorise(const Session& session, UseCase use_case, const model::Process& process) {
    switch (scope_of(session.actor, use_case)) {
        case Scope::all: return {};
        case Scope::own_process:
            if (is_own(session.actor, process)) return {};
            return refusal(session, use_case, "app.not_your_process");
        default: break;
    }
    return refusal(session, use_case, "app.ask_for_the_role");
}

Done authorise(const Session& session, UseCase use_case, const model::Audit& audit) {
    bool has_right = false;
    for (const Role role : session.actor.roles) {
        const Scope scope = scope_of(role, use_case);
        if (scope == Scope::all || (scope == Scope::own_audit && audit.is_of_team(session.actor.name)) ||
            (scope == Scope::audited && audit.is_contact(session.actor.name)))
            return {};
        has_right = has_right || scope != Scope::none;
    }
    return refusal(session, use_case, has_right ? "app.not_your_audit" : "app.ask_for_the_role");
}

Result<Scope> scope_within(const Session& session, UseCase use_case) {
    const Scope scope = scope_of(session.actor, use_case);
    if (scope == Scope::none) return refusal(session, use_case, "app.ask_for_the_role");
    return scope;
}

}  // namespace cadran::app
