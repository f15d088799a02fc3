// SPDX-License-Identifier: Apache-2.0
#include "report/turn_dial.h"

#include <cmath>
#include <numbers>

#include <fmt/format.h>

#include "report/drawing.h"

namespace cadran::report {

namespace {

constexpr double size = 200;
constexpr Point centre{100, 100};
constexpr double outer = 96;
constexpr double inner = 36;
constexpr double rim = 70;           // where the words stand
constexpr double dial_margin = 1.6;  // degrees left free at each side of a quadrant

constexpr std::string_view passed = R"(class="passed" fill="#cfe3e5" stroke="#0f6674" stroke-width="1.25")";
constexpr std::string_view current = R"(class="current" fill="#0f6674" stroke="#0f6674" stroke-width="1.25")";
constexpr std::string_view ahead = R"(class="ahead" fill="#ffffff" stroke="#7d8b98" stroke-width="1.25")";
constexpr std::string_view on_current = R"(class="on-current" fill="#ffffff")";
constexpr std::string_view on_others = R"(class="words" fill="#14283c")";
constexpr std::string_view hand = R"(class="hand" fill="#14283c")";

// Degrees clockwise from noon.
Point on_circle(double radius, double angle) {
    const double radians = angle * std::numbers::pi / 180;
    return {centre.x + radius * std::sin(radians), centre.y - radius * std::cos(radians)};
}

std::string quadrant(int index) {
    const double from = 90.0 * index + dial_margin;
    const double to = 90.0 * (index + 1) - dial_margin;
    const auto at = [](Point p) { return coordinate(p.x) + " " + coordinate(p.y); };
    return fmt::format("M{}A{r} {r} 0 0 1 {}L{}A{i} {i} 0 0 0 {}Z", at(on_circle(outer, from)),
                       at(on_circle(outer, to)), at(on_circle(inner, to)), at(on_circle(inner, from)),
                       fmt::arg("r", outer), fmt::arg("i", inner));
}

void draw_hand(Drawing& drawing, int stage) {
    const double angle = 90.0 * stage + 45;
    drawing.polygon(
        {on_circle(inner + 7, angle), on_circle(inner - 10, angle + 11), on_circle(inner - 10, angle - 11)},
        hand);
}

}  // namespace

std::string turn_dial(const model::Cycle& cycle, const Catalogue& catalogue) {
    const Message title{"report.turn", {{"number", std::int64_t{cycle.number}}}};
    const Message stage_words{"report.stage", {{"stage", model::stage_title(cycle.stage)}}};
    Drawing drawing(size, size, catalogue.text(title), catalogue.text(stage_words));

    const int now = static_cast<int>(cycle.stage);
    for (int i = 0; i < static_cast<int>(model::Stage::closed); ++i) {
        const std::string title_of_stage = catalogue.text(model::stage_title(static_cast<model::Stage>(i)));
        drawing.path(quadrant(i), i == now ? current : i < now ? passed : ahead);
        const Point middle = on_circle(rim, 90.0 * i + 45);
        const std::string look = fmt::format("{} font-size=\"13\" font-weight=\"{}\"",
                                             i == now ? on_current : on_others, i == now ? 700 : 400);
        drawing.text({middle.x, middle.y + 5}, Anchor::middle, title_of_stage, look);
    }
    if (cycle.stage != model::Stage::closed) draw_hand(drawing, now);
    drawing.text({centre.x, centre.y + 8}, Anchor::middle, catalogue.number(cycle.number),
                 fmt::format("{} font-size=\"24\" font-weight=\"700\"", on_others));
    return drawing.finish();
}

}  // namespace cadran::report
