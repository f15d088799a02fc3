// SPDX-License-Identifier: Apache-2.0
#include "app/audit_programme.h"

#include <boost/test/unit_test.hpp>

#include "app/audit_history.h"
#include "app/audited_workspace.h"
#include "app/process.h"

using namespace cadran;
using namespace cadran::app;
using model::Severity;

namespace {

struct Example : AuditedWorkspace {
    audit::Programme programme(const char* year, std::optional<Date> certified = {}) {
        Session ines = this->ines();
        const auto found = audit_programme(ines, {period(year), certified});
        BOOST_REQUIRE_EQUAL(told(found), "done");
        return *found;
    }
    // `orbrelle every 12: gap by 2027-06-15 [delegate 3, never 2]`, with the audit that answers it.
    std::string line(const char* auditee, const char* year = "2027") {
        const audit::Programme found = programme(year);
        for (const audit::ProgrammeLine& one : found.lines) {
            if (one.id != auditee) continue;
            std::vector<std::string> reasons;
            for (const audit::Weight& weight : one.weights) {
                BOOST_TEST(!as("ines.caron").catalogue.text(weight.reason).empty());
                reasons.push_back(fmt::format("{} {}", weight.reason.id.substr(13), weight.points));
            }
            return fmt::format("{} every {}: {}{} by {} [{}]", one.id, one.months,
                               audit::coverage_name(one.coverage),
                               one.audit == 0 ? "" : fmt::format(" AU-{}", one.audit), iso_text(one.due_by),
                               fmt::join(reasons, ", "));
        }
        return "none";
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(audit_programme_of_a_year, Example)

BOOST_AUTO_TEST_CASE(holds_delegates_then_processes_then_providers) {
    std::string all;
    for (const audit::ProgrammeLine& one : programme("2027").lines) all += one.id + " ";
    BOOST_TEST(all == "orbrelle belmontais pay-benefits lumeilles varnoise sondelle ");
}

BOOST_AUTO_TEST_CASE(counts_from_when_each_came_and_says_why) {
    BOOST_TEST(line("orbrelle") == "orbrelle every 12: gap by 2027-06-15 [delegate 3, new 1, never 2]");
    BOOST_TEST(line("lumeilles") == "lumeilles every 12: gap by 2027-06-15 [new 1, never 2]");
    BOOST_TEST(line(process_name) == "pay-benefits every 12: gap by 2027-07-01 [new 1, never 2]");
    BOOST_TEST(line(process_name, "2026") == "pay-benefits every 12: not-due by 2027-07-01 [new 1, never 2]");
    set_clock("2027-08-01T09:00:00Z");
    BOOST_TEST(line("lumeilles", "2028") == "lumeilles every 24: gap by 2028-06-15 [never 2]");
}

BOOST_AUTO_TEST_CASE(past_results_and_what_is_planned_come_from_the_audits) {
    audit_on("2026-07-02", "orbrelle", {Severity::major, Severity::high, Severity::low});
    BOOST_TEST(line("orbrelle") ==
               "orbrelle every 12: gap by 2027-07-02 [delegate 3, new 1, major 3, high 2, open 1]");
    for (const std::int64_t finding : {1, 2, 3}) {
        resolve(finding);
        verify(finding);
    }
    plan("orbrelle", "2027-07-02", "2027-08-02");
    BOOST_TEST(line("orbrelle") ==
               "orbrelle every 12: planned AU-2 by 2027-07-02 [delegate 3, new 1, major 3, high 2]");
    const std::int64_t cancelled = plan("belmontais", "2027-06-01", "2027-06-15");
    Session ines = this->ines();
    BOOST_REQUIRE_EQUAL(told(cancel_audit(ines, cancelled, "Reporté")), "done");
    BOOST_TEST(line("belmontais").starts_with("belmontais every 12: gap"));
}

BOOST_AUTO_TEST_CASE(versions_of_the_sheet_in_twelve_months_are_changes) {
    Session claire = as("claire.vasseur"), sophie = as("sophie.garnier");
    edit_draft("processes/pay-benefits.xml", "Deux contrôleurs", "Trois contrôleurs");
    BOOST_REQUIRE_EQUAL(told(draft_process(claire, process_name)), "done");
    BOOST_REQUIRE_EQUAL(told(accept_process(sophie, {process_name, day("2026-08-01"), "Trois contrôleurs"})), "done");
    BOOST_TEST(line(process_name) == "pay-benefits every 12: gap by 2027-07-01 [new 1, never 2]");
    set_clock("2026-08-01T09:00:00Z");
    BOOST_TEST(line(process_name) == "pay-benefits every 12: gap by 2027-07-01 [changes 1, new 1, never 2]");
    set_clock("2027-08-02T09:00:00Z");
    BOOST_TEST(line(process_name, "2028") == "pay-benefits every 24: gap by 2028-07-01 [never 2]");
}

BOOST_AUTO_TEST_CASE(shows_clashes_and_the_certificate_with_the_pilot_of_each_process) {
    plan("orbrelle", "2027-03-01", "2027-05-31");
    plan(process_name, "2027-05-10", "2027-05-11");
    const audit::Programme found = programme("2027", day("2026-06-15"));
    BOOST_REQUIRE(found.clashes.size() == 1u);
    BOOST_TEST(found.clashes[0].who == "ines.caron");
    BOOST_REQUIRE(found.certificate.size() == 1u);
    BOOST_REQUIRE(found.certificate[0].mocks.size() == 1u);
    BOOST_TEST(found.certificate[0].mocks[0].pilot == "claire.vasseur");
    BOOST_TEST(found.certificate[0].mocks[0].audit == 2);
}

BOOST_AUTO_TEST_CASE(is_of_a_year_and_for_who_plans_audits) {
    Session ines = this->ines(), luc = as("luc.moreau"), lea = this->lea();
    BOOST_TEST(told(audit_programme(ines, {period("2027-Q1")})) == "invalid: app.programme_of_no_year");
    for (Session* session : {&luc, &lea})
        BOOST_TEST(told(audit_programme(*session, {period("2027")})) == "refused: app.no_right");
}

BOOST_AUTO_TEST_SUITE_END()
