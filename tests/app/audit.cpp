// SPDX-License-Identifier: Apache-2.0
#include "app/audit.h"

#include <boost/test/unit_test.hpp>

#include "app/account.h"
#include "app/audit_comparison.h"
#include "app/audit_workspace.h"
#include "app/check.h"
#include "base/file.h"
#include "store/audit_repository.h"

using namespace cadran;
using namespace cadran::app;
using model::Conformity;
using model::Severity;

namespace {

struct Example : AuditWorkspace {
    // As planned but for what `change` does to it.
    std::string planned_with(const std::function<void(PlanAudit&)>& change) {
        Session sophie = as("sophie.garnier");
        PlanAudit command = plan();
        change(command);
        return told(plan_audit(sophie, command));
    }

    // An audit that is over, of which the recommendation on the plan stays open; then a second one at work.
    void second_audit() {
        follow_up();
        set_clock("2027-07-02T09:00:00Z");
        Session sophie = as("sophie.garnier"), one = auditor(), other = auditee();
        PlanAudit command = plan();
        command.from = day("2027-07-06");
        command.to = day("2027-09-30");
        BOOST_REQUIRE_EQUAL(told(plan_audit(sophie, command)), "done");
        BOOST_REQUIRE_EQUAL(told(request_pieces(one, 2, {})), "done");
        BOOST_REQUIRE_EQUAL(told(receive_piece(other, {2, "plan", file("plan-2.pdf", "encore")})), "done");
        BOOST_REQUIRE_EQUAL(told(begin_fieldwork(one, 2)), "done");
        BOOST_REQUIRE_EQUAL(told(assess_item(one, {2, "plan", {{"conformity", Conformity::nonconforming}}})),
                            "done");
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(audits, Example)

BOOST_AUTO_TEST_CASE(are_planned_by_the_checklist_in_force_with_the_pilots_as_contacts) {
    planned();
    const model::Audit planned = audit();
    BOOST_TEST(planned.checklist == "sample/visit");
    BOOST_TEST(planned.version == 1);
    const std::vector<std::string> contacts{"a-auditee", "claire.vasseur", "hugo.lemaire"};
    BOOST_TEST(planned.contacts == contacts, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(tell_all_that_is_wrong_with_a_plan) {
    BOOST_TEST(planned_with([](PlanAudit& p) { p.checklist = "sample"; }) == "done");
    BOOST_TEST(planned_with([](PlanAudit& p) { p.checklist = "visit"; }) == "not found: app.no_checklist");
    BOOST_TEST(
        planned_with([](PlanAudit& p) {
            p.scope = " ";
            p.to = day("2026-01-01");
            p.facts = {{"remote", "maybe"}};
            p.team = {"nobody"};
        }) ==
        "invalid: script.not_a_value, app.no_such_owner, app.text_missing, app.audit_ends_before_it_begins");
}

BOOST_AUTO_TEST_CASE(nobody_audits_their_own_work) {
    Session admin = as("admin");
    BOOST_REQUIRE_EQUAL(
        told(add_account(admin, {"both", "Both", {model::Role::auditor, model::Role::auditee}, {}, ""})),
        "done");
    BOOST_TEST(planned_with([](PlanAudit& p) { p.team = {"claire.vasseur"}; }) ==
               "invalid: app.no_auditor, app.audits_own_work");
    BOOST_TEST(planned_with([](PlanAudit& p) {
                   p.team = {"both"};
                   p.contacts = {"both"};
               }) == "invalid: app.audits_own_work");
}

BOOST_AUTO_TEST_CASE(ask_for_the_pieces_that_concern_the_auditee_until_the_term_of_the_checklist) {
    requested();
    BOOST_REQUIRE(audit().pieces.size() == 1u);
    BOOST_TEST((audit().pieces[0].due == day("2026-08-13")));  // 42 days
}

BOOST_AUTO_TEST_CASE(show_the_auditee_no_finding_before_the_provisional_report) {
    stated();
    Session other = auditee(), one = auditor();
    BOOST_TEST(show_audit(other, 1)->findings.empty());
    BOOST_TEST(!show_audit(other, 1)->items.at(0).assessment.has_value());
    BOOST_TEST(list_audit_findings(other, {})->empty());
    BOOST_TEST(show_audit(one, 1)->findings.size() == 2u);
    BOOST_TEST(list_audit_findings(one, {})->size() == 2u);
    BOOST_REQUIRE_EQUAL(told(issue_provisional_report(one, {1})), "done");
    BOOST_TEST(show_audit(other, 1)->findings.size() == 2u);
}

BOOST_AUTO_TEST_CASE(a_recommendation_takes_the_level_and_the_date_that_the_checklist_proposes) {
    stated();
    BOOST_TEST((finding().level == Severity::medium));
    BOOST_TEST((finding().proposed_level == Severity::medium));
    BOOST_TEST(finding().proposed_reason == "weak");
    BOOST_TEST((finding().expected_on == day("2027-03-30")));  // six months from the end of the audit
    Session one = auditor();
    BOOST_TEST(told(add_audit_finding(one, {.audit = 1, .items = {"register"}, .text = "x"})) ==
               "invalid: app.recommendation_without_level");
    BOOST_TEST(told(add_audit_finding(one, {.audit = 1, .items = {"causes"}, .text = ""})) ==
               "invalid: app.text_missing, app.no_such_item, app.recommendation_without_level");
}

BOOST_AUTO_TEST_CASE(what_is_found_again_is_recognised_and_counted) {
    second_audit();
    Session one = auditor();
    const auto proposed = propose_levels(one, 2).value();
    BOOST_REQUIRE(proposed.size() == 1u);
    BOOST_TEST((proposed[0].proposal.level == Severity::major));  // because it repeats
    BOOST_TEST(proposed[0].repeats == 1);
    const auto again =
        add_audit_finding(one, {.audit = 2, .items = {"plan"}, .text = "Dater le plan"}).value();
    BOOST_TEST(again.repeats == 1);
    BOOST_TEST(again.times == 2);
    BOOST_TEST(told(add_audit_finding(one, {.audit = 2, .items = {"plan"}, .text = "x", .repeats = 9})) ==
               "invalid: app.repeats_nothing");
    BOOST_TEST(add_audit_finding(one, {.audit = 2, .items = {"plan"}, .text = "x", .repeats = 0})->times ==
               1);
}

BOOST_AUTO_TEST_CASE(the_final_report_waits_for_the_answers_until_the_day_that_was_given) {
    provisional();
    Session one = auditor(), other = auditee();
    BOOST_TEST(told(issue_final_report(one, {1})) == "conflict: app.findings_unanswered");
    BOOST_REQUIRE_EQUAL(told(answer_audit_finding(other, {1, false, "daté"})), "done");
    BOOST_TEST(told(issue_final_report(one, {1})) == "conflict: app.findings_unsettled");
    BOOST_REQUIRE_EQUAL(told(settle_audit_finding(one, {1, model::Settlement::maintained, "non"})), "done");
    BOOST_TEST(told(issue_final_report(one, {1})) == "done");
    BOOST_TEST(finding().is_divergence());
    BOOST_TEST(audit().final_report.size() > 4u);
}

BOOST_AUTO_TEST_CASE(silence_is_no_obstacle_once_the_time_to_argue_is_over) {
    provisional();
    set_clock("2026-07-21T09:00:00Z");
    Session one = auditor();
    BOOST_TEST(told(issue_final_report(one, {1})) == "done");
}

BOOST_AUTO_TEST_CASE(a_nonconformity_closes_with_consequence_cause_similar_cases_and_an_effective_action) {
    fieldwork();
    Session one = auditor(), other = auditee(), claire = as("claire.vasseur");
    BOOST_REQUIRE_EQUAL(told(add_audit_finding(one, {.audit = 1,
                                                     .kind = model::AuditFindingKind::minor_nonconformity,
                                                     .items = {"plan"},
                                                     .text = "Le plan n’est pas daté",
                                                     .reference = "7.5.3"})),
                        "done");
    BOOST_REQUIRE_EQUAL(told(issue_provisional_report(one, {1})), "done");
    BOOST_REQUIRE_EQUAL(told(answer_audit_finding(other, {1, true})), "done");
    BOOST_REQUIRE_EQUAL(told(issue_final_report(one, {1})), "done");
    BOOST_REQUIRE_EQUAL(told(resolve_audit_finding(other, {1, "daté"})), "done");
    BOOST_TEST(told(verify_audit_finding(one, 1, true, "vu")) ==
               "conflict: app.consequence_missing, app.cause_missing, app.similar_cases_missing, "
               "app.no_effective_action");
    BOOST_REQUIRE_EQUAL(told(analyse_audit_finding(claire, {1, "aucune", "oubli", "deux autres plans vus"})),
                        "done");
    BOOST_TEST(told(verify_audit_finding(one, 1, true, "vu")) == "conflict: app.no_effective_action");
}

BOOST_AUTO_TEST_CASE(an_audit_with_open_findings_is_not_closed) {
    follow_up();
    Session one = auditor();
    BOOST_TEST(told(close_audit(one, 1)) == "conflict: app.audit_findings_open");
}

BOOST_AUTO_TEST_CASE(pieces_of_a_folder_are_known_by_number_or_name) {
    requested();
    const auto delivered = root() / "livraison";
    make_folder(delivered);
    write_durably(delivered / "01-plan.pdf", "un");
    write_durably(delivered / "notes.txt", "rien");
    Session other = auditee();
    const auto done = receive_folder(other, 1, delivered, {}).value();
    BOOST_REQUIRE(done.received.size() == 1u);
    BOOST_TEST(done.received[0].second == "plan");
    BOOST_TEST(done.unknown.at(0) == "notes.txt");
    BOOST_TEST(told(receive_folder(other, 1, delivered, {})) == "invalid: app.no_piece_in_folder");
    write_durably(delivered / "plan-v2.pdf", "deux");
    BOOST_TEST(receive_folder(other, 1, delivered, {})->audit.pieces[0].deliveries.size() == 2u);
    BOOST_REQUIRE_EQUAL(told(export_piece(other, 1, "plan", 1, root() / "back.pdf")), "done");
    BOOST_TEST(read_file(root() / "back.pdf").value() == "un");
}

BOOST_AUTO_TEST_CASE(what_changed_on_both_sides_is_a_conflict_of_which_nothing_is_lost) {
    fieldwork();
    Session one = auditor();
    const auto page = root() / "checklist.xlsx";
    BOOST_REQUIRE_EQUAL(told(export_checklist(one, 1, page)), "done");
    // Nothing was filled in: nothing changes.
    const auto same = import_checklist(one, {page}).value();
    BOOST_TEST(same.assessed.empty());
    BOOST_TEST(same.conflicts.empty());
    const std::string answers = fmt::format(
        R"({{"format":"cadran-audit-answers","format_version":1,"audit":1,"checklist":"sample/visit","checklist_version":1,"revision":{},"items":[)"
        R"({{"id":"register","started_from":{{"verdicts":{{}},"method":"","result":"","conclusion":""}},)"
        R"("says":{{"verdicts":{{"answer":"nonconforming"}},"method":"","result":"hors ligne","conclusion":""}}}}],"photos":[]}})",
        audit().revision);
    BOOST_REQUIRE_EQUAL(
        told(assess_item(one, {1, "register", {{"answer", Conformity::conforming}}, "", "au bureau"})),
        "done");
    write_durably(root() / "answers.json", answers);
    const auto imported = import_checklist(one, {root() / "answers.json"});
    BOOST_REQUIRE_EQUAL(told(imported), "done");
    BOOST_REQUIRE(imported->conflicts.size() == 1u);
    BOOST_TEST(imported->conflicts[0].in_file.result == "hors ligne");
    BOOST_TEST(imported->conflicts[0].in_system.result == "au bureau");
    BOOST_TEST(audit().assessment("register")->result == "au bureau");
    BOOST_REQUIRE_EQUAL(told(import_checklist(one, {root() / "answers.json", true})), "done");
    BOOST_REQUIRE(audit().sheets.size() == 2u);  // the workbook and the answers, each once
    BOOST_TEST(audit().sheets[1].name == "answers.json");
    BOOST_TEST(audit().assessment("register")->result == "hors ligne");
    BOOST_TEST((audit().assessment("register")->conformity() == Conformity::nonconforming));
}

BOOST_AUTO_TEST_CASE(are_compared_once_their_final_report_is_out) {
    second_audit();
    Session one = auditor(), other = auditee();
    BOOST_REQUIRE_EQUAL(
        told(add_audit_finding(one, {.audit = 2, .items = {"plan"}, .text = "Dater le plan"})), "done");
    BOOST_REQUIRE_EQUAL(told(compare_audits(one, process_name)), "done");
    BOOST_TEST(compare_audits(one, process_name)->size() == 1u);
    BOOST_REQUIRE_EQUAL(told(issue_provisional_report(one, {2})), "done");
    BOOST_REQUIRE_EQUAL(told(answer_audit_finding(other, {3, true})), "done");
    BOOST_REQUIRE_EQUAL(told(issue_final_report(one, {2})), "done");
    const auto compared = compare_audits(other, process_name);
    BOOST_REQUIRE_EQUAL(told(compared), "done");
    BOOST_REQUIRE(compared->size() == 2u);
    BOOST_TEST(compared->at(0).fresh == 1);
    BOOST_TEST(compared->at(0).levels.at(Severity::medium) == 1);
    BOOST_TEST(compared->at(1).repeated == 1);
    BOOST_TEST(compared->at(1).worse == 1);
    BOOST_TEST(compared->at(1).open == 1);
    BOOST_TEST(told(compare_audits(one, "nobody")) == "done");
}

BOOST_AUTO_TEST_CASE(have_a_report_template_to_start_from) {
    Session sophie = as("sophie.garnier"), other = auditee();
    const auto place = root() / "template.docx";
    BOOST_TEST(told(write_report_template(other, place)) == "refused: app.no_right");
    BOOST_TEST(told(write_report_template(sophie, root() / "template.odt")) ==
               "invalid: app.report_template_format");
    BOOST_REQUIRE_EQUAL(told(write_report_template(sophie, place)), "done");
    BOOST_TEST(told(write_report_template(sophie, place)) == "conflict: app.template_exists");
    make_folder(folder() / "templates");
    std::filesystem::copy(place, folder() / audit_report_template_file);
    BOOST_TEST(check_drafts(sophie)->faults.empty());
}

BOOST_AUTO_TEST_SUITE_END()
