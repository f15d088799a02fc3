// SPDX-License-Identifier: Apache-2.0
#include "store/finding_repository.h"

#include <fmt/format.h>
#include <boost/test/unit_test.hpp>

#include "store/sample_store.h"
#include "store/state.h"

using namespace cadran;
using namespace cadran::store;

namespace {

using model::FindingState;
using model::Verdict;

struct Example : SampleStore {
    FindingRepository findings{*database, Sight::common()};
    ReleaseRepository releases{*database};

    model::Finding insert(const std::string& claim, const char* date = "2026-07-15") {
        const model::Finding finding = this->finding(claim, run().number, date);
        BOOST_REQUIRE(findings.insert(finding));
        return finding;
    }

    // Decides as use cases do.
    void decide(model::Finding& finding, Verdict verdict) {
        findings.insert(decision(finding, verdict));
        finding.state = model::state_after(verdict);
        const int expected = finding.revision++;
        BOOST_REQUIRE(findings.update(finding, expected));
    }

    model::ReleaseList list_of(const std::vector<std::string>& ids) {
        return {0, ids, sha256("released"), sha256("suspended"), "claire.vasseur", now};
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(finding_repository, Example)

BOOST_AUTO_TEST_CASE(gives_a_finding_back_as_it_was) {
    const model::Finding finding = insert("P1");
    const auto found = findings.find(finding.id);
    BOOST_REQUIRE(found.has_value());
    BOOST_TEST(state(*found).canonical_text() == state(finding).canonical_text());
    BOOST_CHECK(found->state == FindingState::open);
    BOOST_TEST(!findings.find("F-0").has_value());
}

BOOST_AUTO_TEST_CASE(leaves_a_finding_to_the_run_that_found_it_first) {
    const model::Finding first = insert("P1");
    const model::Finding again = finding("P1", run().number);
    BOOST_TEST(!findings.insert(again));
    BOOST_TEST(findings.find(first.id)->run == first.run);
    BOOST_TEST(count("finding_subject") == 1);
}

BOOST_AUTO_TEST_CASE(finds_by_the_key_of_a_record) {
    const model::Finding finding = insert("P1");
    BOOST_REQUIRE(findings.find_by_key("P1").size() == 1u);
    BOOST_TEST(findings.find_by_key("P1").front() == finding.id);
    BOOST_TEST(findings.find_by_key("P2").empty());
}

BOOST_AUTO_TEST_CASE(lists_by_event_date) {
    insert("P1", "2026-08-01");
    insert("P2", "2026-07-01");
    const auto all = findings.list({});
    BOOST_REQUIRE(all.size() == 2u);
    BOOST_TEST(all.front().subjects.front().key == "P2");
}

BOOST_AUTO_TEST_CASE(lists_what_a_filter_lets_through) {
    model::Finding decided = insert("P1", "2026-07-31");
    decide(decided, Verdict::refused);
    const model::Finding open = insert("P2", "2026-08-01");
    const auto size = [&](const FindingFilter& filter) { return findings.list(filter).size(); };
    BOOST_TEST(size({}) == 2u);
    BOOST_TEST(size({.state = FindingState::open}) == 1u);
    BOOST_TEST(size({.state = FindingState::dismissed}) == 0u);
    BOOST_TEST(size({.effect = model::Effect::hold}) == 2u);
    BOOST_TEST(size({.effect = model::Effect::flag}) == 0u);
    BOOST_TEST(size({.control = "claims/other"}) == 0u);
    BOOST_TEST(size({.control = "claims/over-threshold", .period = period("2026-07")}) == 1u);
    BOOST_TEST(size({.run = open.run}) == 1u);
}

BOOST_AUTO_TEST_CASE(updates_at_the_expected_revision_only) {
    model::Finding finding = insert("P1");
    finding.state = FindingState::confirmed;
    finding.revision = 2;
    BOOST_TEST(!findings.update(finding, 2));
    BOOST_CHECK(findings.find(finding.id)->state == FindingState::open);
    BOOST_TEST(findings.update(finding, 1));
    BOOST_TEST(!findings.update(finding, 1));
    BOOST_CHECK(findings.find(finding.id)->state == FindingState::confirmed);
}

BOOST_AUTO_TEST_CASE(says_which_finding_it_cannot_read) {
    const model::Finding finding = insert("P1");
    for (const char* column : {"outcome", "effect", "severity", "evidence"}) {
        database->execute("begin");
        database->execute(fmt::format("update finding set {} = 'unheard of'", column));
        BOOST_CHECK_MESSAGE(fault_of([&] { findings.find(finding.id); }) == Fault::Kind::damaged, column);
        database->execute("rollback");
    }
}

BOOST_AUTO_TEST_CASE(keeps_every_decision_oldest_first) {
    model::Finding finding = insert("P1");
    decide(finding, Verdict::refused);
    decide(finding, Verdict::released);
    const auto decisions = findings.decisions(finding.id);
    BOOST_REQUIRE(decisions.size() == 2u);
    BOOST_CHECK(decisions.front().verdict == Verdict::refused);
    BOOST_TEST(decisions.front().points.at(0).point == "identity");
    BOOST_TEST(decisions.front().reason == "vu");
    BOOST_CHECK(decisions.back().verdict == Verdict::released);
    database->execute("update decision set verdict = 'unheard of'");
    BOOST_CHECK(fault_of([&] { findings.decisions(finding.id); }) == Fault::Kind::damaged);
}

BOOST_AUTO_TEST_CASE(tells_the_decision_in_force_of_each_record) {
    model::Finding twice = insert("P2");
    decide(twice, Verdict::refused);
    decide(twice, Verdict::released);
    model::Finding once = insert("P1");
    decide(once, Verdict::corrected);
    insert("P3");
    for (const Verdict taken_back : {Verdict::reopened, Verdict::contested}) {
        model::Finding again = insert(taken_back == Verdict::reopened ? "P4" : "P5");
        decide(again, Verdict::refused);
        decide(again, taken_back);
    }
    const auto records = findings.decided_records();
    BOOST_REQUIRE(records.size() == 2u);
    BOOST_TEST(records[0].key == "P1");
    BOOST_TEST(records[0].control == "claims/over-threshold");
    BOOST_CHECK(records[0].decision.verdict == Verdict::corrected);
    BOOST_TEST(records[1].key == "P2");
    BOOST_CHECK(records[1].decision.verdict == Verdict::released);
}

BOOST_AUTO_TEST_CASE(knows_a_run_only_as_far_as_it_was_completed) {
    RunRepository runs(*database);
    model::Run run = this->run();
    run.imports = {};
    BOOST_TEST(runs.find(run.number)->results.empty());
    run.results.push_back({});
    run.results.back().control = {"claims/over-threshold", 1, sha256("plugin")};
    run.findings = sha256("findings");
    runs.complete(run);
    BOOST_TEST(state(runs.find(run.number).value()).canonical_text() == state(run).canonical_text());
    BOOST_TEST(!runs.find(99).has_value());
    BOOST_TEST(runs.list("pay-benefits").size() == 1u);
    BOOST_TEST(runs.list("complaints").empty());
}

BOOST_AUTO_TEST_CASE(lets_wait_what_was_released_and_is_on_no_list) {
    model::Finding released = insert("P1"), refused = insert("P2"), taken_back = insert("P3");
    insert("P4");
    decide(released, Verdict::released);
    decide(refused, Verdict::refused);
    decide(taken_back, Verdict::released);
    decide(taken_back, Verdict::refused);
    BOOST_REQUIRE(releases.waiting().size() == 1u);
    BOOST_TEST(releases.waiting().front() == released.id);
    model::ReleaseList list = list_of(releases.waiting());
    releases.insert(list);
    BOOST_TEST(releases.waiting().empty());
}

BOOST_AUTO_TEST_CASE(lists_a_finding_for_payment_once_only) {
    const model::Finding finding = insert("P1");
    model::ReleaseList first = list_of({finding.id}), second = first;
    releases.insert(first);
    BOOST_CHECK(fault_of([&] { releases.insert(second); }) == Fault::Kind::unique);
    const auto lists = releases.list();
    BOOST_REQUIRE(!lists.empty());
    BOOST_TEST(lists.front().number == first.number);
    BOOST_CHECK(lists.front().findings == first.findings);
    BOOST_CHECK(lists.front().released == first.released);
}

BOOST_AUTO_TEST_CASE(forgets_the_evidence_of_a_purged_one) {
    model::Finding finding = insert("P1");
    insert("P2");
    BOOST_TEST(findings.keys_of_type("claim").size() == 2u);
    finding.evidence.front().value = column::Missing{};
    finding.purged = now;
    finding.revision = 2;
    BOOST_TEST(!findings.purge(finding, 2));
    BOOST_TEST(findings.purge(finding, 1));
    BOOST_TEST(state(*findings.find(finding.id)).canonical_text() == state(finding).canonical_text());
    BOOST_REQUIRE(findings.keys_of_type("claim").size() == 1u);
    BOOST_TEST(findings.keys_of_type("claim").front().first == "P2");
}

BOOST_AUTO_TEST_CASE(gives_what_is_kept_for_a_confidant_to_whoever_has_that_in_sight_alone) {
    using model::Role;
    insert("P1");
    model::Finding kept = finding("P2", run().number);
    kept.visible_to = Role::tracfin_correspondent;
    BOOST_REQUIRE(findings.insert(kept));
    findings.insert(decision(kept, Verdict::confirmed));
    const auto seen = [&](const Sight& sight) {
        FindingRepository in_sight(*database, sight);
        BOOST_TEST(in_sight.find(kept.id).has_value() == sight.reaches(kept.visible_to));
        BOOST_TEST(in_sight.find_by_key("P2").empty() != sight.reaches(kept.visible_to));
        BOOST_TEST(in_sight.decisions(kept.id).empty() != sight.reaches(kept.visible_to));
        BOOST_TEST(in_sight.decided_records().empty() != sight.reaches(kept.visible_to));
        BOOST_TEST(in_sight.keys_of_type("claim").size() == in_sight.list({}).size());
        std::string keys;
        for (const model::Finding& one : in_sight.list({})) keys += one.subjects.front().key;
        return keys;
    };
    BOOST_TEST(seen(Sight::common()) == "P1");
    BOOST_TEST(seen({false, {Role::tracfin_correspondent}}) == "P2");
    BOOST_TEST(seen({true, {Role::tracfin_correspondent}}) == "P1P2");
    BOOST_TEST(seen(Sight::whole()) == "P1P2");
    BOOST_TEST(seen({false, {}}) == "");
    FindingRepository whole(*database, Sight::whole());
    BOOST_CHECK(whole.find(kept.id)->visible_to == kept.visible_to);
    BOOST_TEST(state(*whole.find(kept.id)).canonical_text() == state(kept).canonical_text());
}

BOOST_AUTO_TEST_SUITE_END()
