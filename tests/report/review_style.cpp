// SPDX-License-Identifier: Apache-2.0
// The style sheet of the review, held against WCAG 2.1.
#include <cmath>
#include <regex>

#include <boost/test/unit_test.hpp>

#include "base/resource.h"

using namespace cadran;

namespace {

using Palette = std::map<std::string, std::string>;

// The variables of the `number`th palette in the sheet: by day, then by night.
Palette palette(int number) {
    const std::string style(resource("core/report/templates/review.css"));
    auto start = std::string::npos;
    for (int i = 0; i <= number; ++i) start = style.find(":root {", start + 1);
    const std::string block = style.substr(start, style.find('}', start) - start);
    const std::regex variable(R"(--([a-z-]+): #([0-9a-f]{6});)");
    Palette palette;
    for (std::sregex_iterator at(block.begin(), block.end(), variable); at != std::sregex_iterator(); ++at)
        palette[(*at)[1]] = (*at)[2];
    return palette;
}

// Relative luminance, WCAG 2.1.
double luminance(const std::string& colour) {
    const auto channel = [&](std::size_t at) {
        const double value = std::stoi(colour.substr(at, 2), nullptr, 16) / 255.0;
        return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * channel(0) + 0.7152 * channel(2) + 0.0722 * channel(4);
}

double contrast(const std::string& a, const std::string& b) {
    const auto [dark, light] = std::minmax({luminance(a), luminance(b)});
    return (light + 0.05) / (dark + 0.05);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(review_style)

BOOST_AUTO_TEST_CASE(measures_contrast_as_wcag_does) {
    BOOST_TEST(contrast("000000", "ffffff") == 21.0, boost::test_tools::tolerance(0.001));
    BOOST_TEST(contrast("767676", "ffffff") == 4.54, boost::test_tools::tolerance(0.01));
}

BOOST_AUTO_TEST_CASE(words_stand_out_from_their_ground_by_day_and_by_night) {
    const std::vector<std::pair<std::string, std::string>> pairs{
        {"ink", "ground"},           {"ink", "surface"},     {"ink", "quiet"},      {"ink", "met-soft"},
        {"ink", "missed-soft"},      {"ink", "accent-soft"}, {"muted", "ground"},   {"muted", "surface"},
        {"muted", "quiet"},          {"accent", "ground"},   {"accent", "surface"}, {"on-accent", "accent"},
        {"met", "surface"},          {"met", "met-soft"},    {"missed", "surface"}, {"missed", "missed-soft"},
        {"warning", "warning-soft"},
    };
    for (const int number : {0, 1}) {
        const Palette colours = palette(number);
        for (const auto& [words, ground] : pairs) {
            BOOST_TEST(contrast(colours.at(words), colours.at(ground)) >= 4.5,
                       words << " on " << ground << " in palette " << number);
        }
    }
}

BOOST_AUTO_TEST_CASE(parts_of_the_bar_differ_from_their_neighbours_in_shade_alone) {
    for (const int number : {0, 1}) {
        const Palette colours = palette(number);
        BOOST_TEST(contrast(colours.at("released"), colours.at("refused")) >= 1.5);
        BOOST_TEST(contrast(colours.at("refused"), colours.at("corrected")) >= 1.5);
        BOOST_TEST(contrast(colours.at("corrected"), colours.at("surface")) >= 1.4);
    }
}

BOOST_AUTO_TEST_SUITE_END()
