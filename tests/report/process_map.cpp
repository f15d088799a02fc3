// SPDX-License-Identifier: Apache-2.0
#include "report/process_map.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>

#include "report/line_breaking.h"
#include "report/map_layout.h"
#include "report/read_markup.h"
#include "report/sample_sheet.h"

using namespace cadran;
using namespace cadran::report;

namespace {

std::string picture(const ProcessMap& map, Language language = Language::french) {
    return process_map_svg(map, Catalogue(language));
}

std::vector<ReadElement> drawn(const ProcessMap& map) {
    return read_markup(picture(map));
}

Box box_of(const ReadElement& rectangle) {
    return {rectangle.number("x"), rectangle.number("y"), rectangle.number("width"),
            rectangle.number("height")};
}

// Around the number of a flow.
Box box_of_circle(const ReadElement& circle) {
    const double radius = circle.number("r");
    return {circle.number("cx") - radius, circle.number("cy") - radius, 2 * radius, 2 * radius};
}

bool overlap(const Box& a, const Box& b) {
    return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

bool touches(const Point& from, const Point& to, const Box& box) {
    const Box line{std::min(from.x, to.x), std::min(from.y, to.y), std::abs(to.x - from.x),
                   std::abs(to.y - from.y)};
    return line.x < box.right() && box.x < line.right() && line.y < box.bottom() && box.y < line.bottom();
}

ProcessMap map_of(std::vector<model::Process> processes) {
    ProcessMap map;
    map.organisation = "Mutuelle";
    map.processes = std::move(processes);
    return map;
}

model::Process process(const std::string& id) {
    model::Process process;
    process.id = id;
    process.title = {id, id};
    process.pilot = "claire.vasseur";
    return process;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(process_map)

BOOST_AUTO_TEST_CASE(shows_every_process_with_its_pilot_in_its_family) {
    ProcessMap map = map_of_twelve();
    map.people = {{"claire.vasseur", "Claire Vasseur"}};
    const auto read = drawn(map);
    BOOST_TEST(of_class(read, "rect", "box").size() == 12u);
    const std::string svg = picture(map);
    for (const char* words : {"Pilote\u00a0: Claire", "Management", "Réalisation", "Support", "satisfaction"})
        BOOST_TEST(svg.find(words) != std::string::npos, words);
}

BOOST_AUTO_TEST_CASE(of_twelve_processes_has_no_box_or_number_on_another) {
    const auto read = drawn(map_of_twelve());
    std::vector<Box> places;
    for (const ReadElement& box : of_class(read, "rect", "box")) places.push_back(box_of(box));
    for (const ReadElement& number : of_class(read, "circle", "number"))
        places.push_back(box_of_circle(number));
    BOOST_TEST(places.size() == 12u + 2 * 29u);  // numbers stand on the arrows and in the legend
    for (std::size_t i = 0; i < places.size(); ++i) {
        for (std::size_t j = i + 1; j < places.size(); ++j)
            BOOST_TEST(!overlap(places[i], places[j]), i << " lies on " << j);
    }
}

BOOST_AUTO_TEST_CASE(leads_no_flow_through_a_box_and_none_along_another) {
    const ProcessMap map = map_of_twelve();
    const MapFlows flows = flows_between(map.processes);
    const MapLayout layout = lay_out(map.processes, flows.flows, {0, 0}, 176, 80);
    struct Stroke {
        std::size_t flow;
        Point from, to;
    };
    std::vector<Stroke> strokes;
    for (std::size_t i = 0; i < layout.routes.size(); ++i) {
        const auto& corners = layout.routes[i].corners;
        for (std::size_t c = 1; c < corners.size(); ++c) strokes.push_back({i, corners[c - 1], corners[c]});
    }
    for (const Stroke& stroke : strokes) {
        for (const Box& box : layout.boxes) BOOST_TEST(!touches(stroke.from, stroke.to, box));
        for (const Stroke& other : strokes) {
            if (stroke.flow >= other.flow) continue;
            const bool upright = stroke.from.x == stroke.to.x && other.from.x == other.to.x;
            const bool level = stroke.from.y == stroke.to.y && other.from.y == other.to.y;
            if (!upright && !level) continue;
            const auto near = [](const Point& a, const Point& b, const Point& c, const Point& d) {
                return std::max(std::min(a.x, b.x), std::min(c.x, d.x)) <=
                           std::min(std::max(a.x, b.x), std::max(c.x, d.x)) &&
                       std::max(std::min(a.y, b.y), std::min(c.y, d.y)) <=
                           std::min(std::max(a.y, b.y), std::max(c.y, d.y));
            };
            BOOST_TEST(!near(stroke.from, stroke.to, other.from, other.to),
                       stroke.flow << " runs along " << other.flow);
        }
    }
}

BOOST_AUTO_TEST_CASE(keeps_the_words_of_a_box_within_it) {
    ProcessMap map = map_of_twelve();
    map.processes[0].title = {std::string(60, 'W'), "x"};
    map.processes[1].title = {"Titre très long " + std::string("encore plus long ") + "jusqu’au bout", "x"};
    const auto read = drawn(map);
    std::vector<Box> boxes;
    for (const ReadElement& box : of_class(read, "rect", "box")) boxes.push_back(box_of(box));
    for (const ReadElement& words : named(read, "text")) {
        if (words.attributes.at("text-anchor") != "middle" || words.attributes.contains("transform"))
            continue;
        for (const Box& box : boxes) {
            const double half = estimated_width(words.text, words.number("font-size")) / 2;
            const double x = words.number("x"), y = words.number("y");
            if (x <= box.x || x >= box.right() || y <= box.y || y >= box.bottom()) continue;
            BOOST_TEST(x - half >= box.x);
            BOOST_TEST(x + half <= box.right());
            BOOST_TEST(y - words.number("font-size") >= box.y);
        }
    }
}

BOOST_AUTO_TEST_CASE(tells_of_each_flow_from_where_to_where_and_what) {
    const std::string svg = picture(map_of_twelve());
    BOOST_TEST(
        svg.find("<title>Proposer et vendre les contrats → Gérer l’adhésion et la vie du contrat\u00a0: "
                 "de sell à contract</title>") != std::string::npos);
    BOOST_TEST(svg.find("<title>Tous les processus → Évaluer la perception des clients") !=
               std::string::npos);
}

BOOST_AUTO_TEST_CASE(draws_a_flow_that_both_ends_state_once) {
    model::Process a = process("a"), b = process("b");
    a.downstream = {{"b", {"ordres", "orders"}}};
    b.upstream = {{"a", {"commandes", "commands"}}};
    const std::string svg = picture(map_of({a, b}));
    BOOST_TEST(of_class(read_markup(svg), "g", "flow").size() == 1u);
    BOOST_TEST(svg.find("a → b\u00a0: ordres (reçu comme\u00a0: commandes)") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(draws_one_line_to_all_processes_however_many_answer_to_it) {
    model::Process a = process("a"), b = process("b"), c = process("c");
    a.upstream = {{"", {"retours", "returns"}}};
    b.downstream = c.downstream = {{"a", {"retours", "returns"}}};
    const auto read = drawn(map_of({a, b, c}));
    BOOST_TEST(of_class(read, "g", "flow").size() == 1u);
    BOOST_TEST(of_class(read, "rect", "bus").size() == 1u);
    a.upstream.push_back({"b", {"erreurs", "errors"}});  // besides
    BOOST_TEST(of_class(drawn(map_of({a, b, c})), "g", "flow").size() == 2u);
    a.upstream.clear();
    const auto without = drawn(map_of({a, b, c}));
    BOOST_TEST(of_class(without, "g", "flow").size() == 2u);
    BOOST_TEST(of_class(without, "rect", "bus").empty());
}

BOOST_AUTO_TEST_CASE(names_neighbours_that_are_not_on_it_and_draws_nothing_towards_them) {
    model::Process a = process("a");
    a.downstream = {{"elsewhere", {"x", "x"}}};
    const std::string svg = picture(map_of({a}));
    BOOST_TEST(of_class(read_markup(svg), "g", "flow").empty());
    for (const char* words : {"Hors de la carte", "elsewhere"})
        BOOST_TEST(svg.find(words) != std::string::npos);
}

BOOST_AUTO_TEST_CASE(says_what_it_is_worth) {
    ProcessMap map = map_of_twelve();
    BOOST_TEST(picture(map).find("en vigueur le 15/09/2026") != std::string::npos);
    BOOST_TEST(picture(map).find("PROJET") == std::string::npos);
    map.draft = map.simulated = true;
    const std::string svg = picture(map);
    for (const char* words : {"PROJET\u00a0: cartographie non acceptée", "SIMULATION", "projets lus le"})
        BOOST_TEST(svg.find(words) != std::string::npos, words);
    BOOST_TEST(picture(map, Language::english).find("DRAFT: map not accepted") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(takes_hostile_text_for_text_and_gives_the_same_bytes_again) {
    ProcessMap map = map_of_twelve();
    map.organisation = hostile_text;
    for (model::Process& one : map.processes) one.title = {hostile_text, hostile_text};
    const std::string svg = picture(map);
    BOOST_CHECK_NO_THROW(read_markup(svg));
    BOOST_TEST(svg.find("<script") == std::string::npos);
    BOOST_TEST(svg == picture(map));
    std::ranges::reverse(map.processes);
    BOOST_TEST(svg == picture(map));  // the order of the files says nothing
}

BOOST_AUTO_TEST_CASE(leaves_to_the_page_what_the_page_says) {
    ProcessMap map = map_of({process("pay-benefits")});
    map.simulated = true;
    const std::string alone = picture(map);
    map.on_page = true;
    const std::string on_page = picture(map);
    for (const char* words : {">Cartographie des processus</text>", ">SIMULATION"}) {
        BOOST_TEST((alone.find(words) != std::string::npos), words);
        BOOST_TEST((on_page.find(words) == std::string::npos), words);
    }
}

BOOST_AUTO_TEST_SUITE_END()
