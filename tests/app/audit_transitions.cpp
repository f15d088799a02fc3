// SPDX-License-Identifier: Apache-2.0
// Every step of an audit and of what it finds, tried from every state by somebody of every role.
#include <boost/test/unit_test.hpp>

#include "app/audit_sample.h"
#include "app/audit_workspace.h"
#include "base/file.h"

using namespace cadran;
using namespace cadran::app;

namespace {

// The state of the workspace's audit, and whatever reaches it.
template <void (AuditWorkspace::*reach)()>
void to(MachineWorkspace& workspace) {
    (static_cast<AuditWorkspace&>(workspace).*reach)();
}

Machine audit_machine(const AuditWorkspace& workspace) {
    const auto root = workspace.root();
    return {
        .name = "audit",
        .start = [](MachineWorkspace&) {},
        .states = {{"planned", to<&AuditWorkspace::planned>},
                   {"requested", to<&AuditWorkspace::received>},
                   {"fieldwork", to<&AuditWorkspace::stated>},
                   {"provisional", to<&AuditWorkspace::provisional>},
                   {"contradictory", to<&AuditWorkspace::accepted>},
                   {"final", to<&AuditWorkspace::final_report>},
                   {"follow-up", to<&AuditWorkspace::follow_up>},
                   {"closed", to<&AuditWorkspace::closed>},
                   {"cancelled",
                    [](MachineWorkspace& e) {
                        to<&AuditWorkspace::planned>(e);
                        Session sophie = e.as("sophie.garnier");
                        BOOST_REQUIRE_EQUAL(told(cancel_audit(sophie, 1, "résilié")), "done");
                    }}},
        .steps =
            {{"show", [](Session& s) { return told(show_audit(s, 1)); }},
             {"kick off",
              [](Session& s) {
                  return told(hold_kick_off(s, {1, day("2026-07-02"), {"Inès"}, "ouvert"}));
              }},
             {"request", [](Session& s) { return told(request_pieces(s, 1, {})); }},
             {"receive",
              [root](Session& s) {
                  return told(receive_piece(s, {1, "plan", root / "other.pdf"}));
              }},
             {"accept", [](Session& s) { return told(accept_piece(s, 1, "plan")); }},
             {"reject", [](Session& s) { return told(reject_piece(s, 1, "plan", "illisible")); }},
             {"begin", [](Session& s) { return told(begin_fieldwork(s, 1)); }},
             {"assess",
              [](Session& s) {
                  return told(assess_item(s, {1, "register", {{"answer", model::Conformity::conforming}}}));
              }},
             {"sample",
              [root](Session& s) {
                  return told(draw_sample(s, {1, "entries", root / "entries.csv"}));
              }},
             {"examine sample",
              [](Session& s) {
                  return told(examine_sample(s, 1, {"entries", {"E1"}}));
              }},
             {"propose", [](Session& s) { return told(propose_levels(s, 1)); }},
             {"export checklist",
              [root](Session& s) {
                  std::filesystem::remove(root / "checklist.html");
                  return told(export_checklist(s, 1, root / "checklist.html"));
              }},
             {"state",
              [](Session& s) {
                  return told(add_audit_finding(
                      s, {.audit = 1, .items = {"register"}, .text = "x", .level = model::Severity::low}));
              }},
             {"report", [](Session& s) { return told(issue_provisional_report(s, {1})); }},
             {"finish", [](Session& s) { return told(issue_final_report(s, {1})); }},
             {"restitute",
              [](Session& s) {
                  return told(hold_restitution(s, {1, day("2026-07-02"), {"Inès"}, "convenu"}));
              }},
             {"close", [](Session& s) { return told(close_audit(s, 1)); }},
             {"cancel", [](Session& s) { return told(cancel_audit(s, 1, "résilié")); }},
             {"export",
              [root](Session& s) {
                  std::filesystem::remove_all(root / "report");
                  return told(export_audit(s, 1, root / "report"));
              }}},
        .state =
            [](MachineWorkspace& e) {
                return std::string(model::audit_state_name(static_cast<AuditWorkspace&>(e).audit().state));
            }};
}

Machine finding_machine() {
    return {.name = "audit finding",
            .start = [](MachineWorkspace&) {},
            .states = {{"drafted", to<&AuditWorkspace::stated>},
                       {"issued", to<&AuditWorkspace::provisional>},
                       {"accepted", to<&AuditWorkspace::accepted>},
                       {"contested", to<&AuditWorkspace::contested>},
                       {"resolved", to<&AuditWorkspace::resolved>},
                       {"verified", to<&AuditWorkspace::closed>}},
            .steps = {{"withdraw", [](Session& s) { return told(withdraw_audit_finding(s, 1, "doublon")); }},
                      {"accept",
                       [](Session& s) {
                           return told(answer_audit_finding(s, {1, true}));
                       }},
                      {"contest",
                       [](Session& s) {
                           return told(answer_audit_finding(s, {1, false, "non"}));
                       }},
                      {"maintain",
                       [](Session& s) {
                           return told(settle_audit_finding(s, {1, model::Settlement::maintained, "établi"}));
                       }},
                      {"analyse",
                       [](Session& s) {
                           return told(analyse_audit_finding(s, {.number = 1, .cause = "oubli"}));
                       }},
                      {"resolve",
                       [](Session& s) {
                           return told(resolve_audit_finding(s, {1, "daté"}));
                       }},
                      {"verify", [](Session& s) { return told(verify_audit_finding(s, 1, true, "vu")); }},
                      {"refuse", [](Session& s) { return told(verify_audit_finding(s, 1, false, "non")); }}},
            .state =
                [](MachineWorkspace& e) {
                    return std::string(
                        model::audit_finding_state_name(static_cast<AuditWorkspace&>(e).finding().state));
                }};
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(audit_transitions, AuditWorkspace)

// A change of what leads where, or of who may take a step, shows as a change of that file, for somebody to
// approve.
BOOST_AUTO_TEST_CASE(are_those_that_were_approved) {
    file("other.pdf", "un autre plan");
    file("entries.csv", "number;opened_on;closed\nE1;2026-07-01;true\n");
    const std::string table = outcomes(audit_machine(*this)) + outcomes(finding_machine());
    const auto approved = read_file(CADRAN_SOURCE_DIR "/tests/app/audit_transitions.txt");
    const std::string expected = approved ? *approved : "";
    BOOST_TEST((table == expected), "tests/app/audit_transitions.txt differs:\n" << table);
}

BOOST_AUTO_TEST_SUITE_END()
