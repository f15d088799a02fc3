// SPDX-License-Identifier: Apache-2.0
#include "app/xray_audits.h"

#include <boost/test/unit_test.hpp>

#include "app/audited_workspace.h"
#include "app/xray.h"

using namespace cadran;
using namespace cadran::app;
using model::Severity;

namespace {

struct Example : AuditedWorkspace {
    // What the rules of audits say to sophie, in French; every cure is said on the way.
    std::vector<std::string> shadows(const std::string& process = {}) {
        return shadows_for("sophie.garnier", process);
    }
    std::vector<std::string> shadows_for(const std::string& account, const std::string& process = {}) {
        Session session = as(account);
        const auto found = xray(session, process);
        BOOST_REQUIRE_EQUAL(told(found), "done");
        std::vector<std::string> lines;
        for (const XrayShadow& shadow : *found) {
            if (shadow.rule < XrayRule::unaudited_delegate) continue;
            BOOST_TEST(session.catalogue.text(shadow.cure).find("{") == std::string::npos);
            lines.push_back(
                fmt::format("{} {}", xray_rule_name(shadow.rule), session.catalogue.text(shadow.what)));
        }
        return lines;
    }
    void expect(const std::vector<std::string>& found, const std::vector<std::string>& expected) {
        BOOST_TEST(found == expected, boost::test_tools::per_element());
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(xray_audits, Example)

BOOST_AUTO_TEST_CASE(a_delegate_and_a_process_are_audited_within_a_year_from_when_they_are_there) {
    set_clock("2027-06-15T09:00:00Z");
    expect(shadows(), {});
    set_clock("2027-06-17T09:00:00Z");
    expect(shadows(),
           {"unaudited-delegate Gestion Orbrelle, délégataire depuis plus d’un an, n’a jamais été audité",
            "unaudited-delegate Cabinet Belmontais, délégataire depuis plus d’un an, n’a jamais été audité"});
    set_clock("2027-07-03T09:00:00Z");
    expect(shadows(process_name),
           {"unaudited-process « Payer l’ensemble des prestations » est en vigueur depuis "
            "plus d’un an et n’a jamais "
            "été audité"});
}

BOOST_AUTO_TEST_CASE(an_audit_that_was_begun_counts_for_a_year_a_planned_one_does_not) {
    audit_on("2026-09-10", "orbrelle");
    audit_on("2026-09-10", process_name);
    plan("belmontais", "2027-06-01", "2027-06-30");
    set_clock("2027-09-10T09:00:00Z");
    expect(shadows(),
           {"unaudited-delegate Cabinet Belmontais, délégataire depuis plus d’un an, n’a jamais été audité"});
    set_clock("2027-09-11T09:00:00Z");
    const auto found = shadows();
    BOOST_TEST((std::ranges::find(found,
                                  "unaudited-delegate Gestion Orbrelle, délégataire, n’a pas été audité "
                                  "depuis le 10/09/2026") != found.end()));
    BOOST_TEST(found.size() == 3u);
}

BOOST_AUTO_TEST_CASE(a_recommendation_that_stays_overdue_for_ninety_days_is_said) {
    audit_on("2026-07-02", "orbrelle", {Severity::high, Severity::low});
    set_clock("2026-10-30T09:00:00Z");  // due on 2026-08-01
    expect(shadows(), {});
    set_clock("2026-10-31T09:00:00Z");
    expect(shadows(), {"forgotten-recommendation 2 constats de AU-1 sont en retard de plus de 90 jours"});
    resolve(1);
    verify(1);
    expect(shadows(), {"forgotten-recommendation 1 constat de AU-1 est en retard de plus de 90 jours"});
    expect(shadows(process_name), {});
    expect(shadows_for("luc.moreau"), {});
}

BOOST_AUTO_TEST_CASE(the_third_audit_in_a_row_by_the_same_people_alone_is_said) {
    audit_on("2026-07-02", "orbrelle");
    audit_on("2026-07-20", "orbrelle");
    audit_on("2026-07-21", "belmontais");
    plan("orbrelle", "2026-09-01", "2026-09-20", {"ines.caron", "remi.aubert"});
    expect(shadows(), {});
    plan("orbrelle", "2026-09-01", "2026-09-20");
    expect(shadows(), {"unchanged-team AU-5 : son équipe (ines.caron) n’a personne d’autre que des auditeurs "
                       "des deux audits précédents"});
}

BOOST_AUTO_TEST_SUITE_END()
