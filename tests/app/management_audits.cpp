// SPDX-License-Identifier: Apache-2.0
#include "app/management_audits.h"

#include <boost/test/unit_test.hpp>

#include "app/audited_workspace.h"
#include "app/management_review.h"

using namespace cadran;
using namespace cadran::app;
using model::Severity;

namespace {

struct Example : AuditedWorkspace {
    Json shown(const char* of) {
        Session sophie = as("sophie.garnier");
        BOOST_REQUIRE_EQUAL(told(prepare_management_review(sophie, period(of))), "done");
        return show_management_review(sophie, period(of)).value();
    }
    // Of an input of the review of that period.
    std::string standing(const char* of, std::string_view input) {
        const Json data = shown(of);
        for (const Json& one : data.at("inputs").array()) {
            if (one.at("id").string() == input) return one.at("standing").string();
        }
        return "";
    }
    // `AU-1 follow-up orbrelle: 2 open, 1 overdue, 0 repeats, 1 divergences`.
    std::vector<std::string> audits(const char* of) {
        Session sophie = as("sophie.garnier");
        std::vector<std::string> lines;
        for (const model::ManagedAudit& one : managed_audits(sophie, period(of), day("2026-12-15")))
            lines.push_back(
                fmt::format("AU-{} {} {}: {} findings, {} open, {} overdue, {} repeats, {} divergences",
                            one.number, model::audit_state_name(one.state), one.auditee, one.findings(),
                            one.open, one.overdue, one.repeats, one.divergences));
        return lines;
    }
    void expect(const std::vector<std::string>& found, const std::vector<std::string>& expected) {
        BOOST_TEST(found == expected, boost::test_tools::per_element());
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(management_audits, Example)

BOOST_AUTO_TEST_CASE(an_input_is_known_once_the_report_of_an_audit_is_out) {
    BOOST_TEST(standing("2026-Q3", "audits") == "missing");
    const std::int64_t audit = plan(process_name, "2026-07-10", "2026-07-20");
    BOOST_TEST(standing("2026-Q3", "audits") == "missing");
    begin(audit);
    report(audit, "2026-07-20");
    BOOST_TEST(standing("2026-Q3", "audits") == "known");
    BOOST_TEST(standing("2026-Q3", "providers") == "missing");
    audit_on("2026-07-21", "orbrelle");
    BOOST_TEST(standing("2026-Q3", "providers") == "known");
}

BOOST_AUTO_TEST_CASE(findings_are_counted_once_they_are_issued) {
    const std::int64_t audit = plan("orbrelle", "2026-07-01", "2026-07-20");
    request(audit, "2026-07-10");
    begin(audit);
    const auto first = recommend(audit, "Citer l’assureur", Severity::high, "2026-10-01");
    const auto second = recommend(audit, "Joindre", Severity::low, "2026-12-20");
    const auto third = recommend(audit, "Dater", Severity::low, "2026-12-20");
    expect(audits("2026"),
           {"AU-1 fieldwork orbrelle: 0 findings, 0 open, 0 overdue, 0 repeats, 0 divergences"});
    report(audit, "2026-07-20");
    answer(first, true);
    answer(second, false);
    answer(third, true);
    settle(second);
    finish(audit);
    restitute(audit, "2026-07-01");
    resolve(third);
    verify(third);
    expect(audits("2026"),
           {"AU-1 follow-up orbrelle: 3 findings, 2 open, 1 overdue, 0 repeats, 1 divergences"});
}

BOOST_AUTO_TEST_CASE(what_is_found_again_is_counted_as_repeated) {
    const auto found_on = [&](const char* date) {
        set_clock(fmt::format("{}T09:00:00Z", date).c_str());
        const std::int64_t audit = plan("orbrelle", date, date);
        request(audit, date);
        begin(audit);
        recommend(audit, "Mettre à jour", Severity::medium, "2026-12-20", {"information_notice"});
        report(audit, date);
        answer(audit, true);
        finish(audit);
    };
    found_on("2026-07-02");
    found_on("2026-09-02");
    expect(audits("2026"), {"AU-1 final orbrelle: 1 findings, 1 open, 0 overdue, 0 repeats, 0 divergences",
                            "AU-2 final orbrelle: 1 findings, 1 open, 0 overdue, 1 repeats, 0 divergences"});
}

BOOST_AUTO_TEST_CASE(an_audit_is_of_the_period_that_it_touches_and_of_later_ones_while_something_is_open) {
    audit_on("2026-07-02", "orbrelle", {Severity::low});
    audit_on("2026-07-03", "belmontais");
    const std::int64_t later = plan("orbrelle", "2027-02-01", "2027-03-01");
    const std::int64_t cancelled = plan("belmontais", "2026-08-01", "2026-08-10");
    Session ines = this->ines();
    BOOST_REQUIRE_EQUAL(told(cancel_audit(ines, cancelled, "Reporté")), "done");
    BOOST_TEST(audits("2026-Q3").size() == 2u);
    BOOST_TEST(audits("2026-Q4").size() == 1u);
    BOOST_TEST(audits("2027").size() == 2u);
    BOOST_TEST(later == 3);
    BOOST_TEST(audits("2026-Q2").empty());
}

BOOST_AUTO_TEST_CASE(the_data_hold_each_audit_and_each_provider) {
    audit_on("2026-07-02", "orbrelle", {Severity::major, Severity::low, Severity::low});
    const Json data = shown("2026-Q3");
    BOOST_REQUIRE(data.at("audits").array().size() == 1u);
    const Json& audit = data.at("audits").array().front();
    BOOST_TEST(audit.at("title").at("fr").string() == "Gestion Orbrelle");
    BOOST_TEST(audit.at("recommendations").canonical_text() ==
               R"({"high":0,"low":2,"major":1,"medium":0,"very low":0})");
    const Json::Array& providers = data.at("providers").array();
    BOOST_REQUIRE(providers.size() == 5u);
    BOOST_TEST(providers.front().at("delegate").boolean());
}

BOOST_AUTO_TEST_SUITE_END()
