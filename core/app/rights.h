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
    invite_account,
    suspend_account,
    end_access,
    set_session_limits,
    set_provider,
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
    replay_draft,
    replay_draft_on_records,
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

inline constexpr auto all_use_cases = [] {
    std::array<UseCase, static_cast<std::size_t>(UseCase::back_up) + 1> all{};
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = static_cast<UseCase>(i);
    return all;
}();

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
