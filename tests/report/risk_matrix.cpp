// SPDX-License-Identifier: Apache-2.0
#include "report/risk_matrix.h"

#include <boost/test/unit_test.hpp>

#include "report/read_markup.h"

using namespace cadran;
using namespace cadran::report;

namespace {

// Three by two, so that nobody takes one axis for the other.
model::RiskScale small_scale() {
    using model::Severity;
    return {.likelihoods = {{"rare", "rare"}, {"possible", "possible"}, {"fréquent", "frequent"}},
            .impacts = {{"faible", "low"}, {"fort", "high"}},
            .levels = {{Severity::very_low, {"très faible", "very low"}, 1},
                       {Severity::low, {"faible", "low"}, 2},
                       {Severity::medium, {"moyen", "medium"}, 3},
                       {Severity::high, {"élevé", "high"}, 4},
                       {Severity::major, {"majeur", "major"}, 6}}};
}

std::string matrix_of(const std::vector<model::Rating>& ratings) {
    return risk_matrix(ratings, small_scale(), {"report.register_impact"}, Catalogue(Language::french));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(risk_matrix_picture)

BOOST_AUTO_TEST_CASE(has_a_cell_for_every_pair_of_steps_in_the_colour_of_its_level) {
    std::size_t cells = 0, major = 0;
    for (const ReadElement& one : read_markup(matrix_of({}))) {
        if (one.name != "rect" || !one.has_class("level")) continue;
        ++cells;
        if (one.has_class("major")) ++major;
    }
    BOOST_TEST(cells == 6u);
    BOOST_TEST(major == 1u);
}

BOOST_AUTO_TEST_CASE(counts_what_stands_in_a_cell_and_says_it) {
    const std::string svg = matrix_of({{3, 2}, {3, 2}, {1, 2}});
    BOOST_TEST((svg.find("fréquent × fort\u00a0: 2 (majeur)") != std::string::npos), svg);
    BOOST_TEST((svg.find("rare × fort\u00a0: 1 (faible)") != std::string::npos));
    BOOST_TEST((svg.find("rare × faible\u00a0: 0 (très faible)") != std::string::npos));
}

BOOST_AUTO_TEST_CASE(names_steps_in_short_and_in_full_where_a_cell_is_told) {
    model::RiskScale scale = small_scale();
    scale.impacts.back() = {"fort\u00a0: préjudice pour un client", "high: harm to a client"};
    const std::string svg = risk_matrix({}, scale, {"report.register_impact"}, Catalogue(Language::french));
    BOOST_TEST((svg.find(">fort</text>") != std::string::npos));
    BOOST_TEST((svg.find("rare × fort\u00a0: préjudice pour un client") != std::string::npos));
}

BOOST_AUTO_TEST_SUITE_END()
