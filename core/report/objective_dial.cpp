// SPDX-License-Identifier: Apache-2.0
#include "report/objective_dial.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include <fmt/format.h>

#include "report/drawing.h"

namespace cadran::report {

namespace {

constexpr double side = 440;
constexpr Point hub{side / 2, side / 2};
constexpr double outside = 214;  // of the rim with the numbers
constexpr double rim_inside = 184;
constexpr double hub_radius = 74;
constexpr std::array rings{160.0, 128.0, 97.0};  // on which marks stand, the outer one first
constexpr double mark_room = 33;                 // along a ring
constexpr double mark_radius = 12;
constexpr double sector_gap = 1.1;  // degrees left free at each side of a sector

constexpr std::string_view sector_met = R"(class="dial-met" fill="#e4f1f1" stroke="#0f6674")";
constexpr std::string_view sector_missed = R"(class="dial-missed" fill="#fbece8" stroke="#a3341f")";
constexpr std::string_view sector_unknown = R"(class="dial-unknown" fill="#eef3f3" stroke="#7d8b98")";
constexpr std::string_view rim_look = R"(class="dial-rim" fill="#14283c")";
constexpr std::string_view rim_number =
    R"(class="dial-number" fill="#ffffff" font-size="16" font-weight="700")";
constexpr std::string_view mark_met = R"(class="dial-mark-met" fill="#0f6674")";
constexpr std::string_view mark_missed =
    R"(class="dial-mark-missed" fill="#ffffff" stroke="#a3341f" stroke-width="2.5")";
constexpr std::string_view mark_unknown =
    R"(class="dial-mark-unknown" fill="none" stroke="#4d5d6c" stroke-width="2" stroke-dasharray="3.2 3")";
constexpr std::string_view tick =
    R"(class="dial-tick" fill="none" stroke="#ffffff" stroke-width="2.6" stroke-linecap="round")";
constexpr std::string_view cross =
    R"(class="dial-cross" fill="none" stroke="#a3341f" stroke-width="2.6" stroke-linecap="round")";
constexpr std::string_view hub_look = R"(class="dial-hub" fill="#ffffff" stroke="#d5dce1")";
constexpr std::string_view hub_figure = R"(class="words" fill="#14283c" font-size="40" font-weight="700")";
constexpr std::string_view hub_words = R"(class="muted" fill="#4d5d6c" font-size="14")";

// Degrees clockwise from noon.
Point dial_point(double radius, double angle) {
    const double radians = angle * std::numbers::pi / 180;
    return {hub.x + radius * std::sin(radians), hub.y - radius * std::cos(radians)};
}

std::string pair_of(Point point) {
    return coordinate(point.x) + " " + coordinate(point.y);
}

// The part of a ring between two angles; one all round has no edge to start from.
std::string ring_part(double inside, double outer_radius, double from, double to) {
    if (to - from > 359) to = from + 359;
    const int large = to - from > 180 ? 1 : 0;
    return fmt::format("M{}A{r} {r} 0 {large} 1 {}L{}A{i} {i} 0 {large} 0 {}Z",
                       pair_of(dial_point(outer_radius, from)), pair_of(dial_point(outer_radius, to)),
                       pair_of(dial_point(inside, to)), pair_of(dial_point(inside, from)),
                       fmt::arg("r", outer_radius), fmt::arg("i", inside), fmt::arg("large", large));
}

std::int64_t counted(const std::vector<ObjectiveStanding>& objectives, ObjectiveStanding standing) {
    return std::ranges::count(objectives, standing);
}

std::string_view look_of_sector(const std::vector<ObjectiveStanding>& objectives) {
    if (counted(objectives, ObjectiveStanding::missed) > 0) return sector_missed;
    const bool all_met = !objectives.empty() && counted(objectives, ObjectiveStanding::unknown) == 0;
    return all_met ? sector_met : sector_unknown;
}

void draw_mark(Drawing& drawing, Point at, ObjectiveStanding standing) {
    const double r = mark_radius;
    switch (standing) {
        case ObjectiveStanding::met:
            drawing.circle(at, r, mark_met);
            drawing.path(fmt::format("M{}L{}L{}", pair_of({at.x - 5.2, at.y + 0.4}),
                                     pair_of({at.x - 1.4, at.y + 4.4}), pair_of({at.x + 5.6, at.y - 4.2})),
                         tick);
            return;
        case ObjectiveStanding::missed:
            drawing.polygon(
                {{at.x, at.y - r - 2}, {at.x + r + 2, at.y}, {at.x, at.y + r + 2}, {at.x - r - 2, at.y}},
                mark_missed);
            drawing.line({at.x - 4, at.y - 4}, {at.x + 4, at.y + 4}, cross);
            drawing.line({at.x - 4, at.y + 4}, {at.x + 4, at.y - 4}, cross);
            return;
        case ObjectiveStanding::unknown: break;
    }
    drawing.circle(at, r - 1, mark_unknown);
}

// On the outer ring first; what no ring has room for stands closer on the last one.
void draw_marks(Drawing& drawing, const std::vector<ObjectiveStanding>& objectives, double from, double to) {
    std::size_t next = 0;
    for (std::size_t ring = 0; ring < rings.size() && next < objectives.size(); ++ring) {
        const double length = rings[ring] * (to - from) * std::numbers::pi / 180;
        const auto room = static_cast<std::size_t>(std::max(1.0, std::floor(length / mark_room)));
        const std::size_t left = objectives.size() - next;
        const std::size_t here = ring + 1 == rings.size() ? left : std::min(room, left);
        for (std::size_t i = 0; i < here; ++i, ++next) {
            const double share = (static_cast<double>(i) + 0.5) / static_cast<double>(here);
            draw_mark(drawing, dial_point(rings[ring], from + (to - from) * share), objectives[next]);
        }
    }
}

Message sector_words(const DialSector& sector, std::size_t number) {
    return {"report.dial_sector",
            {{"number", static_cast<std::int64_t>(number)},
             {"process", sector.title},
             {"met", counted(sector.objectives, ObjectiveStanding::met)},
             {"missed", counted(sector.objectives, ObjectiveStanding::missed)},
             {"unknown", counted(sector.objectives, ObjectiveStanding::unknown)}}};
}

}  // namespace

ObjectiveStanding objective_standing(const std::optional<model::Measurement>& newest) {
    if (!newest || !newest->target) return ObjectiveStanding::unknown;
    switch (newest->attainment()) {
        case model::Attainment::met: return ObjectiveStanding::met;
        case model::Attainment::missed:
        case model::Attainment::alert: return ObjectiveStanding::missed;
        case model::Attainment::nothing_to_measure: break;
    }
    return ObjectiveStanding::unknown;
}

std::string objective_dial(const std::vector<DialSector>& sectors, const Catalogue& catalogue) {
    std::int64_t all = 0, met = 0;
    std::string description;
    for (std::size_t i = 0; i < sectors.size(); ++i) {
        all += std::ssize(sectors[i].objectives);
        met += counted(sectors[i].objectives, ObjectiveStanding::met);
        description += (i == 0 ? "" : " ; ") + catalogue.text(sector_words(sectors[i], i + 1));
    }
    Drawing drawing(side, side, catalogue.text(Message{"report.dial_title"}), description);
    const double width = sectors.empty() ? 0 : 360.0 / static_cast<double>(sectors.size());
    for (std::size_t i = 0; i < sectors.size(); ++i) {
        const double from = width * static_cast<double>(i) + sector_gap,
                     to = width * static_cast<double>(i + 1) - sector_gap;
        drawing.open_group(fmt::format("sector-{}", i + 1), sectors[i].title);
        drawing.path(ring_part(rim_inside, outside, from, to), rim_look);
        drawing.path(ring_part(hub_radius, rim_inside - 3, from, to), look_of_sector(sectors[i].objectives));
        const Point number = dial_point((outside + rim_inside) / 2, (from + to) / 2);
        drawing.text({number.x, number.y + 5.6}, Anchor::middle, fmt::format("{}", i + 1), rim_number);
        draw_marks(drawing, sectors[i].objectives, from + sector_gap, to - sector_gap);
        drawing.close_group();
    }
    drawing.circle(hub, hub_radius - 4, hub_look);
    drawing.text({hub.x, hub.y + 6}, Anchor::middle,
                 fmt::format("{}\u202f/\u202f{}", catalogue.number(met), catalogue.number(all)), hub_figure);
    drawing.text({hub.x, hub.y + 30}, Anchor::middle,
                 catalogue.text(Message{"report.objectives_met_on_dial", {{"count", met}}}), hub_words);
    return drawing.finish();
}

}  // namespace cadran::report
