// SPDX-License-Identifier: Apache-2.0
#include "report/spreadsheet_words.h"

#include <boost/test/unit_test.hpp>

using namespace cadran;
using namespace cadran::report;

BOOST_AUTO_TEST_SUITE(spreadsheet_words)

BOOST_AUTO_TEST_CASE(wear_what_the_organisation_chose) {
    const model::Appearance appearance{.accent = model::parse_tint("#274c8e"),
                                       .footer = {"Interne", "Internal"}};
    const format::XlsxDress dressed =
        dress(appearance, "Registre", "Établi hier", Catalogue(Language::french));
    BOOST_TEST(dressed.header == "Registre");
    BOOST_TEST(dressed.footer == "Établi hier – Interne");
    BOOST_TEST(dressed.accent == 0x274C8Eu);
    BOOST_TEST(
        model::contrast({0x20, 0x20, 0x20}, *model::parse_tint(fmt::format("#{:06x}", dressed.ground))) > 7);
    const format::XlsxDress plain = dress({}, "Registre", "Établi hier", Catalogue(Language::french));
    BOOST_TEST(plain.footer == "Établi hier");
    BOOST_TEST(plain.accent == format::XlsxDress{}.accent);
    BOOST_TEST(plain.ground == format::XlsxDress{}.ground);
}

BOOST_AUTO_TEST_SUITE_END()
