// SPDX-License-Identifier: Apache-2.0
#include "web/page_words.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace cadran::web {

namespace {

// Both are told the same arguments.
struct PageWords {
    std::string_view of_terminal;
    const char* on_page;
};

constexpr std::array all_page_words{
    PageWords{"app.accept_a_checklist", "web.hint_accept_a_checklist"},
    PageWords{"app.accept_the_plugin", "web.hint_accept_the_plugin"},
    PageWords{"app.accept_the_process", "web.hint_accept_the_process"},
    PageWords{"app.add_the_account", "web.hint_add_the_account"},
    PageWords{"app.add_the_owner", "web.hint_add_the_owner"},
    PageWords{"app.analyse_it", "web.hint_analyse_it"},
    PageWords{"app.ask_to_resume", "web.hint_ask_to_resume"},
    PageWords{"app.change_it_here", "web.hint_change_it_here"},
    PageWords{"app.cure_forgotten_recommendation", "web.hint_cure_forgotten_recommendation"},
    PageWords{"app.cure_incomplete_review", "web.hint_cure_incomplete_review"},
    PageWords{"app.cure_lone_controller", "web.hint_cure_lone_controller"},
    PageWords{"app.cure_silent_control", "web.hint_cure_silent_control"},
    PageWords{"app.cure_unaudited_delegate", "web.hint_cure_unaudited_delegate"},
    PageWords{"app.cure_unaudited_process", "web.hint_cure_unaudited_process"},
    PageWords{"app.cure_unmeasured_objective", "web.hint_cure_unmeasured_objective"},
    PageWords{"app.cure_unproven_action", "web.hint_cure_unproven_action"},
    PageWords{"app.cure_unrecorded_objective", "web.hint_cure_unrecorded_objective"},
    PageWords{"app.cure_unreviewed_process", "web.hint_cure_unreviewed_process"},
    PageWords{"app.cure_unreviewed_system", "web.hint_cure_unreviewed_system"},
    PageWords{"app.cure_unsigned_system_review", "web.hint_cure_unsigned_system_review"},
    PageWords{"app.decide_it", "web.hint_decide_it"},
    PageWords{"app.decide_on_actions", "web.hint_decide_on_actions"},
    PageWords{"app.decide_the_output", "web.hint_decide_the_output"},
    PageWords{"app.decide_them_first", "web.hint_decide_them_first"},
    PageWords{"app.export_the_checklist_anew", "web.hint_export_the_checklist_anew"},
    PageWords{"app.group_them_first", "web.hint_group_them_first"},
    PageWords{"app.hand_in_first", "web.hint_hand_in_first"},
    PageWords{"app.held_by_releases", "web.held_by_releases"},
    PageWords{"app.hold_the_management_review", "web.hint_hold_the_management_review"},
    PageWords{"app.list_the_tokens", "web.hint_list_the_tokens"},
    PageWords{"app.measure_first", "web.hint_measure_first"},
    PageWords{"app.measure_the_effect", "web.hint_measure_the_effect"},
    PageWords{"app.prepare_first", "web.hint_prepare_first"},
    PageWords{"app.prepare_the_management_review", "web.hint_prepare_the_management_review"},
    PageWords{"app.purged_is_not_replayed", "web.hint_purged_is_not_replayed"},
    PageWords{"app.record_first", "web.hint_record_first"},
    PageWords{"app.resume_it_first", "web.hint_resume_it_first"},
    PageWords{"app.see_the_actions", "web.hint_see_the_actions"},
    PageWords{"app.see_the_audit", "web.hint_see_the_audit"},
    PageWords{"app.see_the_audit_findings", "web.hint_see_the_audit_findings"},
    PageWords{"app.see_the_audits", "web.hint_see_the_audits"},
    PageWords{"app.see_the_cycle", "web.hint_see_the_cycle"},
    PageWords{"app.see_the_findings", "web.hint_see_the_findings"},
    PageWords{"app.see_the_history", "web.hint_see_the_history"},
    PageWords{"app.see_the_quality", "web.hint_see_the_quality"},
    PageWords{"app.see_the_worklist", "web.hint_see_the_worklist"},
    PageWords{"app.see_your_files", "web.hint_see_your_files"},
    PageWords{"app.settle_them", "web.hint_settle_them"},
    PageWords{"app.sign_the_process_review", "web.hint_sign_the_process_review"},
    PageWords{"app.sign_the_review", "web.hint_sign_the_review"},
    PageWords{"app.supply_or_justify", "web.hint_supply_or_justify"},
    PageWords{"app.verify_the_findings", "web.hint_verify_the_findings"},
};

}  // namespace

Message on_page(const Message& message) {
    const auto found = std::ranges::find(all_page_words, message.id, &PageWords::of_terminal);
    return found == all_page_words.end() ? message : Message{found->on_page, message.arguments};
}

}  // namespace cadran::web
