// SPDX-License-Identifier: Apache-2.0
// What faces with forms ask of the audits besides: choices, what somebody began from, files as bytes.
#include "app/audit_planning.h"

#include <boost/test/unit_test.hpp>

#include "app/audit_report.h"
#include "app/audited_workspace.h"
#include "app/piece.h"

using namespace cadran;
using namespace cadran::app;

namespace {

struct Forms : AuditedWorkspace {
    void at_fieldwork() {
        plan("orbrelle", "2026-07-01", "2026-08-31");
        request(1, "2026-07-31");
        deliver(1, "affiliation_forms");
        begin(1);
    }
};

std::vector<std::string> accounts(const std::vector<KnownPerson>& people) {
    std::vector<std::string> names;
    for (const KnownPerson& one : people) names.push_back(one.account);
    return names;
}

bool has(const std::vector<KnownPerson>& people, const std::string& account) {
    const auto names = accounts(people);
    return std::ranges::find(names, account) != names.end();
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(forms_of_audits, Forms)

BOOST_AUTO_TEST_CASE(offer_who_can_be_audited_by_whom_and_by_which_checklist) {
    Session sophie = as("sophie.garnier"), lea_session = lea();
    const auto choices = audit_choices(sophie).value();
    BOOST_TEST(choices.checklists.size() == 3u);
    BOOST_TEST(has(choices.auditors, "ines.caron"));
    BOOST_TEST(!has(choices.auditors, "lea.marchand"));
    BOOST_TEST(has(choices.contacts, "lea.marchand"));
    BOOST_TEST(has(choices.contacts, "claire.vasseur"));
    BOOST_TEST(!has(choices.contacts, "luc.moreau"));
    BOOST_TEST(told(audit_choices(lea_session)) == "refused: app.no_right");
    BOOST_TEST(told(contacts_to_choose(lea_session)) == "refused: app.no_right");
    BOOST_TEST(has(contacts_to_choose(sophie).value(), "hugo.lemaire"));
}

BOOST_AUTO_TEST_CASE(save_nothing_over_what_somebody_else_found_meanwhile) {
    at_fieldwork();
    Session one = ines();
    AssessItem first{.audit = 1,
                     .item = "continuity",
                     .verdicts = {{"answer", model::Conformity::conforming}},
                     .result = "Plan vu",
                     .whole = true,
                     .began_from = ""};
    BOOST_TEST(told(assess_item(one, first)) == "done");
    AssessItem second = first;
    second.result = "Plan non vu";
    BOOST_TEST(told(assess_item(one, second)) == "conflict: app.assessed_meanwhile");
    const auto stands = assessment_stand(show_audit(one, 1)->audit.assessment("continuity"));
    second.began_from = stands;
    second.verdicts.clear();
    second.result.clear();
    const auto emptied = assess_item(one, second);
    BOOST_TEST(told(emptied) == "done");
    BOOST_TEST(emptied->assessment("continuity")->result == "");
    BOOST_TEST((emptied->assessment("continuity")->conformity() == model::Conformity::not_checked));
    BOOST_TEST(stands != assessment_stand(emptied->assessment("continuity")));
}

BOOST_AUTO_TEST_CASE(settle_no_finding_that_was_changed_since_it_was_read) {
    at_fieldwork();
    recommend(1, "Dater", model::Severity::high, "2026-10-31");
    report(1, "2026-07-20");
    Session one = ines(), other = lea();
    BOOST_TEST(told(answer_audit_finding(other, {.number = 1, .accepted = true, .revision = 1})) ==
               "conflict: app.changed_meanwhile");
    BOOST_TEST(told(answer_audit_finding(other, {.number = 1, .accepted = true, .revision = 2})) == "done");
    BOOST_TEST(told(settle_audit_finding(one, {.number = 1, .reason = "x", .revision = 2})) ==
               "conflict: app.changed_meanwhile");
}

BOOST_AUTO_TEST_CASE(hand_out_pieces_and_reports_as_bytes) {
    at_fieldwork();
    Session one = ines(), other = lea();
    const auto piece = read_piece(other, 1, "affiliation_forms", {});
    BOOST_TEST(piece->name == "affiliation_forms.pdf");
    BOOST_TEST(piece->bytes == "affiliation_forms");
    BOOST_TEST(told(read_piece(other, 1, "affiliation_forms", 2)) == "not found: app.no_such_delivery");
    BOOST_TEST(told(report_to_read(other, 1)) == "refused: app.report_not_issued");
    BOOST_TEST(report_to_read(one, 1).value().size() == 7u);
    BOOST_TEST(told(audit_of_finding(other, 1)) == "not found: app.no_audit_finding");
    recommend(1, "Dater", model::Severity::high, "2026-10-31");
    BOOST_TEST(told(audit_of_finding(other, 1)) == "refused: app.report_not_issued");
    BOOST_TEST(audit_of_finding(one, 1).value() == 1);
}

BOOST_AUTO_TEST_SUITE_END()
