// SPDX-License-Identifier: Apache-2.0
#include "app/audit_external.h"

#include <boost/test/unit_test.hpp>

#include "app/audit_workspace.h"
#include "app/due.h"
#include "base/file.h"
#include "store/audit_repository.h"

using namespace cadran;
using namespace cadran::app;
using model::AuditFindingKind;

namespace {

struct Example : AuditWorkspace {
    RecordAudit surveillance() const {
        return {.auditor = "Certification Exemple",
                .scope = "Audit de surveillance",
                .references = "ISO 9001:2015",
                .from = day("2026-07-01"),
                .to = day("2026-07-02"),
                .contacts = {"claire.vasseur"}};
    }

    void recorded() {
        Session sophie = as("sophie.garnier");
        BOOST_REQUIRE_EQUAL(told(record_audit(sophie, surveillance())), "done");
    }

    // Finding 1, with the report that came.
    void reported() {
        recorded();
        Session sophie = as("sophie.garnier");
        BOOST_REQUIRE_EQUAL(told(add_audit_finding(sophie, {.audit = 1,
                                                            .kind = AuditFindingKind::minor_nonconformity,
                                                            .text = "Les prestataires ne sont pas réévalués",
                                                            .reference = "8.4.1"})),
                            "done");
        BOOST_REQUIRE_EQUAL(told(issue_provisional_report(
                                sophie, {1, day("2026-07-20"), {file("rapport.pdf", "le rapport reçu")}})),
                            "done");
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(audit_external, Example)

BOOST_AUTO_TEST_CASE(tells_all_that_is_wrong_with_it) {
    Session sophie = as("sophie.garnier"), ines = auditor();
    RecordAudit wrong = surveillance();
    wrong.auditor = " ";
    wrong.to = day("2026-06-01");
    wrong.contacts = {"claire.vaseur", "sophie.garnier"};
    BOOST_TEST(told(record_audit(sophie, wrong)) ==
               "invalid: app.text_missing, app.audit_ends_before_it_begins, app.no_such_owner, "
               "app.keeper_answers_nothing");
    wrong = surveillance();
    wrong.contacts = {};
    BOOST_TEST(told(record_audit(sophie, wrong)) == "invalid: app.audit_without_contact");
    BOOST_TEST(told(record_audit(ines, surveillance())) == "refused: app.no_right");
}

BOOST_AUTO_TEST_CASE(needs_no_checklist_and_starts_with_what_was_found) {
    recorded();
    BOOST_TEST(audit().is_external());
    BOOST_TEST((audit().state == model::AuditState::fieldwork));
    Session sophie = as("sophie.garnier");
    BOOST_TEST(told(propose_levels(sophie, 1)) == "done");
    BOOST_TEST(told(add_audit_finding(sophie, {.audit = 1, .text = "Revoir le contrat"})) ==
               "invalid: app.recommendation_without_level");
    BOOST_TEST(told(add_audit_finding(
                   sophie, {.audit = 1, .text = "Revoir le contrat", .level = model::Severity::high})) ==
               "done");
    const auto dossier = show_audit(sophie, 1);
    BOOST_REQUIRE_EQUAL(told(dossier), "done");
    BOOST_TEST(dossier->auditee.fr.find("(par Certification Exemple)") != std::string::npos);
    BOOST_TEST(dossier->items.empty());
}

BOOST_AUTO_TEST_CASE(its_report_is_the_one_that_came) {
    recorded();
    Session sophie = as("sophie.garnier");
    BOOST_TEST(told(issue_provisional_report(sophie, {1})) == "invalid: app.report_not_received");
    const auto one = file("rapport.pdf", "un");
    BOOST_TEST(told(issue_provisional_report(sophie, {1, {}, {one, one}})) == "invalid: app.received_twice");
    BOOST_TEST(told(issue_provisional_report(sophie, {1, {}, {one}})) == "done");
    const auto& kept = audit().provisional_report;
    BOOST_TEST((std::ranges::find(kept, "received-rapport.pdf", &model::PackFile::name) != kept.end()));
}

BOOST_AUTO_TEST_CASE(an_audit_of_ours_has_no_report_but_ours) {
    stated();
    Session one = auditor();
    BOOST_TEST(told(issue_provisional_report(one, {1, {}, {file("rapport.pdf", "un")}})) ==
               "invalid: app.report_is_our_own");
}

BOOST_AUTO_TEST_CASE(whoever_keeps_the_record_answers_nothing) {
    reported();
    Session sophie = as("sophie.garnier"), claire = as("claire.vasseur"), ines = auditor();
    BOOST_TEST(told(answer_audit_finding(sophie, {1, true})) == "refused: app.no_right");
    BOOST_TEST(told(answer_audit_finding(ines, {1, true})) == "refused: app.no_right");
    BOOST_TEST(told(verify_audit_finding(claire, 1, true, "fait")) == "refused: app.no_right");
    BOOST_TEST(told(answer_audit_finding(claire, {1, true})) == "done");
    const auto due = list_due(claire, {});
    BOOST_REQUIRE_EQUAL(told(due), "done");
}

BOOST_AUTO_TEST_CASE(its_nonconformities_pass_the_gates_of_10_2) {
    reported();
    Session sophie = as("sophie.garnier"), claire = as("claire.vasseur");
    BOOST_REQUIRE_EQUAL(told(answer_audit_finding(claire, {1, true})), "done");
    BOOST_REQUIRE_EQUAL(told(issue_final_report(sophie, {1})), "done");
    BOOST_REQUIRE_EQUAL(told(hold_restitution(sophie, {1, day("2026-07-02"), {"Claire Vasseur"}, "convenu"})),
                        "done");
    BOOST_REQUIRE_EQUAL(told(resolve_audit_finding(claire, {1, "réévalués"})), "done");
    BOOST_TEST(told(verify_audit_finding(sophie, 1, true, "courrier du certificateur")) ==
               "conflict: app.consequence_missing, app.cause_missing, app.similar_cases_missing, "
               "app.no_effective_action");
    const auto folder = root() / "pack";
    BOOST_REQUIRE_EQUAL(told(export_audit(claire, 1, folder)), "done");
    BOOST_TEST(read_file(folder / "received-rapport.pdf").value() == "le rapport reçu");
    BOOST_TEST(read_file(folder / "SHA256SUMS").has_value());
}

BOOST_AUTO_TEST_SUITE_END()
