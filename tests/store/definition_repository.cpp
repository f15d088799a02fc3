// SPDX-License-Identifier: Apache-2.0
#include "store/definition_repository.h"

#include <boost/test/unit_test.hpp>

#include "store/sample_store.h"

using namespace cadran;
using namespace cadran::store;

namespace {

using model::DefinitionKind;

struct Example : SampleStore {
    DefinitionRepository definitions{*database};
    int number = 0;

    // The next version, accepted from that date in the order of the calls.
    model::DefinitionVersion accepted_from(const char* date, const std::string& reason = "") {
        model::DefinitionVersion version = drafted();
        version.acceptance =
            model::Acceptance{"claire.vasseur", now + std::chrono::hours{number}, day(date), reason};
        BOOST_REQUIRE(definitions.accept(version));
        return version;
    }

    model::DefinitionVersion drafted() {
        ++number;
        const model::DefinitionVersion version{DefinitionKind::process,
                                               "pay-benefits",
                                               number,
                                               sha256(std::to_string(number)),
                                               "claire.vasseur",
                                               now,
                                               {}};
        definitions.insert(version);
        return version;
    }

    // The number of the version in force on that date, asked for alone and among all; 0 where there is none.
    int in_force(const char* date) {
        const auto version = definitions.in_force(DefinitionKind::process, "pay-benefits", day(date));
        const auto all = definitions.all_in_force(DefinitionKind::process, day(date));
        BOOST_REQUIRE_EQUAL(all.size(), version ? 1u : 0u);
        if (!version) return 0;
        BOOST_TEST(all.front().number == version->number);
        return version->number;
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(definition_repository, Example)

BOOST_AUTO_TEST_CASE(gives_a_version_back_as_it_was) {
    const auto version = accepted_from("2026-07-01", "rattrapage");
    const auto found = definitions.find(DefinitionKind::process, "pay-benefits", 1);
    BOOST_REQUIRE(found.has_value());
    BOOST_CHECK(found->hash == version.hash);
    BOOST_TEST(found->author == "claire.vasseur");
    BOOST_CHECK(found->drafted_at == now);
    BOOST_CHECK(found->acceptance->at == version.acceptance->at);
    BOOST_CHECK(found->acceptance->from == day("2026-07-01"));
    BOOST_TEST(found->acceptance->reason == "rattrapage");
}

BOOST_AUTO_TEST_CASE(tells_kinds_and_names_apart) {
    accepted_from("2026-07-01");
    BOOST_TEST(!definitions.find(DefinitionKind::plugin, "pay-benefits", 1).has_value());
    BOOST_TEST(!definitions.find(DefinitionKind::process, "complaints", 1).has_value());
    BOOST_TEST(definitions.list(DefinitionKind::plugin).empty());
}

BOOST_AUTO_TEST_CASE(puts_no_draft_in_force) {
    drafted();
    BOOST_TEST(in_force("2030-01-01") == 0);
    BOOST_TEST(definitions.accepted_names(DefinitionKind::process).empty());
}

BOOST_AUTO_TEST_CASE(puts_a_version_in_force_from_its_day) {
    accepted_from("2026-07-01");
    BOOST_TEST(in_force("2026-06-30") == 0);
    BOOST_TEST(in_force("2026-07-01") == 1);
    BOOST_TEST(in_force("2026-12-31") == 1);
}

BOOST_AUTO_TEST_CASE(lets_the_later_start_win) {
    accepted_from("2026-07-01");
    accepted_from("2026-08-15");
    BOOST_TEST(in_force("2026-08-14") == 1);
    BOOST_TEST(in_force("2026-08-15") == 2);
}

BOOST_AUTO_TEST_CASE(lets_a_version_of_the_past_rule_only_until_the_next_start) {
    accepted_from("2026-07-01");
    accepted_from("2026-05-01", "retard");
    BOOST_TEST(in_force("2026-05-01") == 2);
    BOOST_TEST(in_force("2026-07-01") == 1);
    BOOST_CHECK(definitions.first_in_force(DefinitionKind::process, "pay-benefits") == day("2026-05-01"));
}

BOOST_AUTO_TEST_CASE(lets_the_newest_win_of_one_day) {
    accepted_from("2026-07-01");
    accepted_from("2026-07-01");
    BOOST_TEST(in_force("2026-07-01") == 2);
}

BOOST_AUTO_TEST_CASE(accepts_a_draft_once) {
    auto version = accepted_from("2026-07-01");
    version.acceptance->from = day("2026-01-01");
    BOOST_TEST(!definitions.accept(version));
    BOOST_TEST(in_force("2026-01-01") == 0);
}

BOOST_AUTO_TEST_CASE(finds_the_newest_version_accepted_or_not) {
    accepted_from("2026-07-01");
    drafted();
    BOOST_TEST(definitions.newest(DefinitionKind::process, "pay-benefits")->number == 2);
    BOOST_TEST(!definitions.newest(DefinitionKind::process, "pay-benefits")->acceptance.has_value());
    BOOST_TEST(definitions.list(DefinitionKind::process).size() == 2u);
    BOOST_TEST(definitions.accepted_names(DefinitionKind::process).size() == 1u);
}

BOOST_AUTO_TEST_CASE(finds_what_was_accepted_last_from_whatever_date) {
    BOOST_TEST(!definitions.newest_accepted(DefinitionKind::process, "pay-benefits").has_value());
    accepted_from("2027-07-01");
    accepted_from("2026-07-01");
    drafted();
    BOOST_TEST(definitions.newest_accepted(DefinitionKind::process, "pay-benefits")->number == 2);
}

BOOST_AUTO_TEST_CASE(gives_a_number_once) {
    const auto version = drafted();
    BOOST_CHECK(fault_of([&] { definitions.insert(version); }) == Fault::Kind::unique);
}

BOOST_AUTO_TEST_SUITE_END()
