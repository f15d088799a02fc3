// SPDX-License-Identifier: Apache-2.0
#include "report/page_shell.h"

#include <regex>

#include <boost/test/unit_test.hpp>

#include "report/read_markup.h"

using namespace cadran;
using namespace cadran::report;

namespace {

std::string shown(const model::Appearance& appearance, Language language = Language::english) {
    return page({.title = "T", .style = ":root { }", .appearance = appearance, .body = "<main>B</main>\n"},
                Catalogue(language));
}

// The accents of the page's style, by day and by night.
std::vector<model::Tint> accents(const std::string& html) {
    const std::regex variable("--accent: (#[0-9a-f]{6});");
    std::vector<model::Tint> tints;
    for (std::sregex_iterator at(html.begin(), html.end(), variable); at != std::sregex_iterator(); ++at)
        tints.push_back(*model::parse_tint((*at)[1].str()));
    return tints;
}

bool says(const std::string& html, std::string_view words) {
    return html.find(words) != std::string::npos;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(page_shell)

BOOST_AUTO_TEST_CASE(adds_nothing_where_the_organisation_chose_nothing) {
    const std::string html = shown({});
    BOOST_TEST(accents(html).empty());
    BOOST_TEST(!says(html, "<img"));
    BOOST_TEST(!says(html, "imprint"));
}

BOOST_AUTO_TEST_CASE(wears_the_logo_and_the_footer_of_the_organisation) {
    const model::Appearance appearance{
        .logo = "a.svg", .logo_bytes = "<svg/>", .footer = {"Pied & fin", "Foot & end"}};
    const std::string html = shown(appearance);
    BOOST_TEST(says(html, "<img src=\"data:image/svg+xml;base64,PHN2Zy8+\" alt=\"\"/>"));
    BOOST_TEST(says(html, "<footer class=\"imprint\">Foot &amp; end</footer>"));
    BOOST_TEST(html.find("letterhead") < html.find("<main>"));
    BOOST_TEST(says(shown(appearance, Language::french), "Pied &amp; fin"));
    BOOST_TEST(says(html, "img-src data:"));
}

BOOST_AUTO_TEST_CASE(wears_an_accent_that_is_read_by_day_and_by_night) {
    for (const char* accent : {"#274c8e", "#000000", "#a00000", "#767676"}) {
        const auto tints = accents(shown({.accent = model::parse_tint(accent)}));
        BOOST_REQUIRE(tints.size() == 2u);
        const model::Tint day{0xf3, 0xf5, 0xf4}, night{0x1f, 0x2c, 0x37};
        BOOST_TEST(model::contrast(tints[0], day) >= model::least_contrast, accent);
        BOOST_TEST(model::contrast(tints[1], night) >= model::least_contrast, accent);
    }
}

BOOST_AUTO_TEST_SUITE_END()
