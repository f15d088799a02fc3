// SPDX-License-Identifier: Apache-2.0
#include "definition/organisation_file.h"

#include <boost/test/unit_test.hpp>

#include "base/resource.h"

using namespace cadran;
using namespace cadran::definition;

BOOST_AUTO_TEST_SUITE(organisation_file)

BOOST_AUTO_TEST_CASE(reads_the_sample_organisation) {
    const auto file = read_organisation(resource("samples/workspace.xml"), "workspace.xml");
    BOOST_REQUIRE(file.has_value());
    BOOST_TEST(file->organisation.name == "Mutuelle des Trois Rivières");
    BOOST_TEST(file->organisation.zone == "Europe/Paris");
    BOOST_TEST(file->organisation.currency.code == "EUR");
    BOOST_CHECK(file->places.of("name") == (Place{"workspace.xml", 3, 17}));
    BOOST_CHECK(file->places.of("zone") == (Place{"workspace.xml", 3, 52}));
    BOOST_CHECK(file->places.of("currency") == (Place{"workspace.xml", 3, 72}));
}

BOOST_AUTO_TEST_CASE(tells_zone_and_currency_in_one_go) {
    const auto file = read_organisation(
        "<workspace xmlns=\"urn:cadran:workspace:1\">\n"
        "<organisation name=\"x\" zone=\"Paris\" currency=\"euro\"/></workspace>",
        "workspace.xml");
    BOOST_REQUIRE(!file);
    BOOST_REQUIRE(file.error().diagnostics.size() == 2U);
    BOOST_TEST(file.error().diagnostics[0].what.id == "calendar.unknown_zone");
    BOOST_TEST(file.error().diagnostics[1].what.id == "format.xml_wrong_attribute");
}

BOOST_AUTO_TEST_SUITE_END()
