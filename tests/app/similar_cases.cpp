// SPDX-License-Identifier: Apache-2.0
#include "app/similar_cases.h"

#include <boost/test/unit_test.hpp>

#include "app/sample_workspace.h"
#include "store/finding_repository.h"

using namespace cadran;
using namespace cadran::app;

namespace {

struct Example : SampleWorkspace {
    Example() {
        accept_rules();
        set_clock("2026-08-24T08:00:00Z");
    }

    void import_claims(const std::vector<std::string>& lines) {
        std::string file = claim_header;
        for (const std::string& line : lines) file += line;
        import("claim", "claims.csv", file);
    }
    std::string finding_of(const std::string& key) {
        return store::FindingRepository(workspace().database(), store::Sight::whole()).find_by_key(key).at(0);
    }

    Session sophie = as("sophie.garnier");
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(similar_cases, Example)

BOOST_AUTO_TEST_CASE(are_sought_in_earlier_periods_even_before_the_control_was_in_force) {
    import_claims({claim("A", "03/08/2026", "2000,00"), claim("J", "06/07/2026", "1500,00"),
                   claim("M", "06/05/2026", "1800,00"), claim("S", "07/05/2026", "20,00")});
    run("2026-07");
    run("2026-08");
    const auto sought = seek_similar(sophie, finding_of("A"), day("2026-05-15"));
    BOOST_REQUIRE_MESSAGE(sought, told(sought));
    BOOST_REQUIRE(sought->size() == 3u);
    const SoughtPeriod& july = sought->at(0);
    BOOST_CHECK(july.period == period("2026-07"));
    BOOST_REQUIRE(july.cases.size() == 1u);
    BOOST_TEST(july.cases[0].known);
    BOOST_TEST(july.cases[0].finding.id == finding_of("J"));
    BOOST_TEST(sought->at(1).cases.empty());
    const SoughtPeriod& may = sought->at(2);
    BOOST_TEST(may.result.population == 2);
    BOOST_REQUIRE(may.cases.size() == 1u);
    BOOST_TEST(!may.cases[0].known);
    BOOST_TEST(may.cases[0].finding.subjects.at(0).key == "M");
    BOOST_TEST(may.cases[0].message.find("800") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(are_sought_a_year_back_unless_said_otherwise) {
    import_claims({claim("A", "03/08/2026", "2000,00")});
    run();
    const auto sought = seek_similar(sophie, "A", {});
    BOOST_REQUIRE_MESSAGE(sought, told(sought));
    BOOST_REQUIRE(sought->size() == 4u);
    BOOST_CHECK(sought->front().period == period("2026-Q2"));
    BOOST_CHECK(sought->back().period == period("2025-Q3"));
}

BOOST_AUTO_TEST_CASE(are_found_by_the_rule_that_made_the_finding) {
    import_claims({claim("A", "03/08/2026", "2000,00"), claim("M", "06/05/2026", "900,00")});
    run();
    edit_draft("plugins/claims/controls/over-threshold.lua", "1000.00 EUR", "800.00 EUR");
    accept_plugin_from("2026-08-25");
    const auto sought = seek_similar(sophie, finding_of("A"), {});
    BOOST_REQUIRE_MESSAGE(sought, told(sought));
    BOOST_TEST(sought->at(0).cases.empty());
}

BOOST_AUTO_TEST_CASE(record_nothing) {
    import_claims({claim("A", "03/08/2026", "2000,00"), claim("M", "06/05/2026", "1800,00")});
    run();
    const std::int64_t before = journal_number();
    BOOST_TEST(told(seek_similar(sophie, finding_of("A"), {})) == "done");
    BOOST_TEST(journal_number() == before);
    BOOST_TEST(
        store::FindingRepository(workspace().database(), store::Sight::whole()).find_by_key("M").empty());
}

BOOST_AUTO_TEST_CASE(lie_before_the_period_of_the_finding) {
    import_claims({claim("A", "03/08/2026", "2000,00")});
    run();
    BOOST_TEST(told(seek_similar(sophie, finding_of("A"), day("2026-07-01"))) ==
               "invalid: app.since_not_earlier");
}

BOOST_AUTO_TEST_CASE(are_sought_by_those_who_run_the_controls) {
    import_claims({claim("A", "03/08/2026", "2000,00")});
    run();
    Session claire = as("claire.vasseur");
    BOOST_TEST(told(seek_similar(claire, "A", {})) == "done");
    Session lea = as("lea.marchand");
    BOOST_TEST(told(seek_similar(lea, "A", {})).starts_with("refused"));
}

BOOST_AUTO_TEST_SUITE_END()
