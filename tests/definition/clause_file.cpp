// SPDX-License-Identifier: Apache-2.0
#include "definition/clause_file.h"

#include <boost/test/unit_test.hpp>

#include "base/resource.h"
#include "definition/small_definitions.h"

using namespace cadran;
using namespace cadran::definition;

BOOST_AUTO_TEST_SUITE(clause_file)

BOOST_AUTO_TEST_CASE(reads_clauses_and_their_mapping) {
    const auto file = read_clauses(small_clauses, "short.xml");
    BOOST_REQUIRE(file.has_value());
    const model::ClauseCatalogue& catalogue = file->catalogue;
    BOOST_TEST(catalogue.id == "short");
    BOOST_TEST(catalogue.status.en == "Invented");
    BOOST_TEST(catalogue.clauses.size() == 3U);
    BOOST_REQUIRE(catalogue.find("8.10") != nullptr);
    BOOST_TEST(catalogue.find("8.10")->title.fr == "Finir");
    BOOST_TEST(catalogue.find("8.1") == nullptr);
    BOOST_TEST(catalogue.earlier == "shorter");
    BOOST_REQUIRE(catalogue.mappings.size() == 4U);
    BOOST_CHECK(catalogue.mappings[1].change == model::ClauseChange::added);
    BOOST_TEST(catalogue.mappings[1].from == "");
    BOOST_TEST(catalogue.mappings[3].clause == "");
    BOOST_CHECK((file->places.of("earlier") == Place{"short.xml", 8, 12}));
}

BOOST_AUTO_TEST_CASE(reads_the_catalogues_of_the_suite) {
    const auto read = [](const std::string& id) {
        const auto file = read_clauses(resource("processes/catalogues/" + id + ".xml"), id);
        if (!file) BOOST_FAIL(id << ": " << file.error().diagnostics.front().what.id);
        return file->catalogue;
    };
    const model::ClauseCatalogue old = read("iso-9001-2015");
    const model::ClauseCatalogue draft = read("iso-9001-2026");
    BOOST_TEST(old.find("9.3.2") != nullptr);
    BOOST_TEST(draft.earlier == old.id);
    for (const model::ClauseMapping& mapping : draft.mappings)
        BOOST_TEST((mapping.from.empty() || old.find(mapping.from) != nullptr), mapping.from);
}

BOOST_AUTO_TEST_SUITE_END()
