// SPDX-License-Identifier: Apache-2.0
// The one table of who may do what, and the question asked of it before every use case.
#pragma once

#include <array>
#include <string_view>

#include "app/session.h"
#include "model/account.h"
#include "model/audit.h"
#include "model/process.h"

namespace cadran::app {

enum class UseCase {
    add_account,
    list_accounts,
    read_definitions,
    draft_workspace,
    accept_workspace,
    draft_process,
    accept_process,
    draft_plugin,
    accept_plugin,
    check_drafts,
    import_records,
    purge_records,
    list_imports,
    run_controls,
    analyse_records,
    show_worklist,
    decide,
    reopen,
    contest,
    show_quality,
    release_payments,
    show_findings,
    settle_finding,
    group_findings,
    show_due,
    show_xray,
    show_actions,
    propose_action,
    decide_quick_win,
    decide_sector_action,
    decide_structural_action,
    carry_out_action,
    verify_action,
    import_actions,
    measure_indicators,
    record_indicator,
    show_indicators,
    show_cycle,
    turn_cycle,
    prepare_review,
    hold_review,
    show_review,
    sign_review,
    prepare_management_review,
    complete_management_review,
    decide_in_management_review,
    hold_management_review,
    show_management_review,
    sign_management_review,
    plan_audit,
    conduct_audit,
    record_audit,
    deliver_piece,
    answer_audit,
    show_audits,
    export_evidence,
    run_nightly,
    set_address,
    read_journal,
    back_up,
};

inline constexpr std::array all_use_cases{UseCase::add_account, UseCase::list_accounts, UseCase::read_definitions, UseCase::draft_workspace, UseCase::accept_workspace, UseCase::draft_process, UseCase::accept_process, UseCase::draft_plugin, UseCase::accept_plugin, UseCase::check_drafts, UseCase::import_records, UseCase::purge_records, UseCase::list_imports, UseCase::run_controls, UseCase::analyse_records, UseCase::show_worklist, UseCase::decide, UseCase::reopen, UseCase::contest, UseCase::show_quality, UseCase::release_payments, UseCase::show_findings, UseCase::settle_finding, UseCase::group_findings, UseCase::show_due, UseCase::show_xray, UseCase::show_actions, UseCase::propose_action, UseCase::decide_quick_win, UseCase::decide_sector_action, UseCase::decide_structural_action, UseCase::carry_out_action, UseCase::verify_action, UseCase::import_actions, UseCase::measure_indicators, UseCase::record_indicator, UseCase::show_indicators, UseCase::show_cycle, UseCase::turn_cycle, UseCase::prepare_review, UseCase::hold_review, UseCase::show_review, UseCase::sign_review, UseCase::prepare_management_review, UseCase::complete_management_review, UseCase::decide_in_management_review, UseCase::hold_management_review, UseCase::show_management_review, UseCase::sign_management_review, UseCase::plan_audit, UseCase::conduct_audit, UseCase::record_audit, UseCase::deliver_piece, UseCase::answer_audit, UseCase::show_audits, UseCase::export_evidence, UseCase::run_nightly, UseCase::set_address, UseCase::read_journal, UseCase::back_up};

// How far a right reaches.
enum class Scope {
    none,
    confided,     // findings that a control keeps for that role; see app/sight.h
    totals,       // figures over everybody, of nobody in particular
    own_files,    // records that the person handled
    own_people,   // besides, those of the people whose manager the person is
    own_process,  // processes of which the person is pilot or back-up
    audited,      // audits whose contact the person is
    own_audit,    // audits of whose team the person is
    all,
};

// `review.sign`: as the journal and refusals name it.
std::string_view use_case_name(UseCase use_case);
std::string_view scope_name(Scope scope);

Scope scope_of(model::Role role, UseCase use_case);

// The widest scope that any of the account's roles gives it.
Scope scope_of(const model::Account& account, UseCase use_case);

// For use cases that concern no process in particular: the right must reach everything.
Done authorise(const Session& session, UseCase use_case);
// For use cases that look to what the right reaches themselves: it must reach something.
Result<Scope> scope_within(const Session& session, UseCase use_case);
// For use cases on a process: its own pilot and back-ups pass with the narrower right.
Done authorise(const Session& session, UseCase use_case, const model::Process& process);
// For use cases on an audit: its team and its contacts pass with the narrower rights.
Done authorise(const Session& session, UseCase use_case, const model::Audit& audit);

}  // namespace cadran::app
