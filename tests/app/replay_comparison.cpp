// SPDX-License-Identifier: Apache-2.0
#include "app/replay_comparison.h"

#include <boost/test/unit_test.hpp>

#include "app/sample_workspace.h"
#include "base/file.h"
#include "store/finding_repository.h"

using namespace cadran;
using namespace cadran::app;

namespace {

struct Imported : SampleWorkspace {
    Imported() {
        accept_rules();
        set_clock("2026-07-24T08:00:00Z");
        import("claim", "claims.csv", july_claims);
    }
    CompareReplay with(const char* threshold) const {
        return {control_name, day("2026-07-01"), {}, {{"threshold", threshold}}};
    }
    Session sophie = as("sophie.garnier");
    Session luc = as("luc.moreau");
    Session malik = as("malik.dahmani");
    const std::string control_file = "plugins/claims/controls/over-threshold.lua";
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(replay_comparison, Imported)

BOOST_AUTO_TEST_CASE(says_what_another_threshold_would_change_and_records_nothing) {
    const std::int64_t before = journal_number();
    const ReplayComparison compared = compare_replay(sophie, with("800")).value();
    BOOST_TEST(compared.before.result.population == 7);
    BOOST_TEST(compared.before.result.failed == 4);
    BOOST_TEST(compared.after.result.failed == compared.before.result.failed + compared.more);
    BOOST_TEST(compared.more == 1);  // P5, which is at the threshold in force
    BOOST_TEST(compared.fewer == 0);
    BOOST_TEST(compared.unchanged == 4);
    BOOST_TEST(compared.process == process_name);
    BOOST_REQUIRE(compared.more_examples.size() == 1u);
    BOOST_TEST(compared.more_examples[0].keys == std::vector<std::string>{"P5"},
               boost::test_tools::per_element());
    BOOST_TEST(compared.more_examples[0].message.find("800") != std::string::npos,
               compared.more_examples[0].message);
    BOOST_TEST(compared.after.minutes.value() == 12 * compared.after.result.failed);
    BOOST_TEST(journal_number() == before);
    BOOST_TEST(store::FindingRepository(workspace().database(), store::Sight::whole()).list({}).empty());
}

BOOST_AUTO_TEST_CASE(finds_fewer_the_other_way_and_as_many_with_the_same) {
    const ReplayComparison higher = compare_replay(sophie, with("2000 EUR")).value();
    BOOST_TEST(higher.more == 0);
    BOOST_TEST(higher.fewer > 0);
    BOOST_TEST(higher.fewer + higher.unchanged == 4);
    const ReplayComparison same = compare_replay(sophie, with("1000")).value();
    BOOST_TEST(same.unchanged == 4);
    BOOST_TEST(same.more + same.fewer + same.graver + same.milder == 0);
}

BOOST_AUTO_TEST_CASE(looks_at_the_days_asked_for_alone) {
    CompareReplay command = with("1");
    command.since = day("2026-07-24");
    BOOST_TEST(compare_replay(sophie, command).value().before.result.population == 0);
    command.until = day("2026-07-01");
    BOOST_TEST(told(compare_replay(sophie, command)) == "invalid: app.replay_ends_before");
}

BOOST_AUTO_TEST_CASE(tries_a_draft_for_quality_managers_only) {
    edit_draft(control_file, "severity = \"major\"", "severity = \"low\"");
    CompareReplay command{control_name, day("2026-07-01")};
    command.draft = true;
    const ReplayComparison compared = compare_replay(sophie, command).value();
    BOOST_TEST(compared.after.result.control.version == 0);
    BOOST_TEST(compared.milder > 0);
    BOOST_TEST(told(compare_replay(luc, command)) == "refused: app.no_right");
    BOOST_TEST(told(compare_replay(malik, command)) == "refused: app.no_right");
    BOOST_TEST(told(compare_replay(malik, with("800"))) == "refused: app.no_right");
    BOOST_TEST(compare_replay(luc, with("800")).has_value());
}

BOOST_AUTO_TEST_CASE(a_draft_reads_no_type_that_only_confided_controls_read) {
    // A home-made draft that declares the type of somebody else's records, and looks in it.
    edit_draft("plugins/claims/plugin.lua", "return plugin", "-- edited\nreturn plugin");
    write_durably(folder() / "plugins/claims/records/staff.lua",
                  read_file(folder() / "plugins/fraud/records/staff.lua").value());
    edit_draft(control_file, "amount > threshold and", "iban in staff.iban and");
    CompareReplay command{control_name, day("2026-07-01")};
    command.draft = true;
    BOOST_TEST(told(compare_replay(sophie, command)) == "refused: app.draft_reads_type");
}

BOOST_AUTO_TEST_CASE(a_draft_reads_no_field_that_is_not_declared_in_force) {
    edit_draft("plugins/claims/records/claim.lua", "secret \"iban\" ", "text \"iban\" ");
    CompareReplay command{control_name, day("2026-07-01")};
    command.draft = true;
    BOOST_TEST(told(compare_replay(sophie, command)) == "refused: app.draft_reads_field");
}

BOOST_AUTO_TEST_CASE(names_what_does_not_fit) {
    CompareReplay command = with("800");
    command.control = "claims/over-treshold";
    BOOST_TEST(told(compare_replay(sophie, command)) == "not found: app.no_control");
    command.control = control_name;
    command.process = "prevent-fraud";
    BOOST_TEST(told(compare_replay(sophie, command)) == "not found: app.control_not_in_plan");
    BOOST_TEST(told(compare_replay(sophie, with("much"))) == "invalid: script.not_a_value");
}

BOOST_AUTO_TEST_SUITE_END()
