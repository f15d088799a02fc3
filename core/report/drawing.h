// SPDX-License-Identifier: Apache-2.0
// Writes SVG: shapes and words with their looks, coordinates that no locale changes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cadran::report {

struct Point {
    double x = 0;
    double y = 0;
};

struct Box {
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;

    double right() const { return x + width; }
    double bottom() const { return y + height; }
    Point centre() const { return {x + width / 2, y + height / 2}; }
};

// Looks are attributes: a class, by which a page's style sheet colours the shape anew for screen, night and
// paper, and the colours that hold where there is no style sheet.
namespace look {

inline constexpr std::string_view grid = R"(class="grid" fill="none" stroke="#dde2e6")";
inline constexpr std::string_view axis = R"(class="axis" fill="none" stroke="#5b6b7a" stroke-width="1.25")";
inline constexpr std::string_view line = R"(class="line" fill="none" stroke="#0f6674" stroke-width="2")";
inline constexpr std::string_view target =
    R"(class="target" fill="none" stroke="#14283c" stroke-width="1.75" stroke-dasharray="7 4")";
inline constexpr std::string_view met = R"(class="met" fill="#0f6674" stroke="#ffffff" stroke-width="1.5")";
inline constexpr std::string_view missed =
    R"(class="missed" fill="#ffffff" stroke="#a3341f" stroke-width="2.5")";
inline constexpr std::string_view alert =
    R"(class="beyond" fill="#a3341f" stroke="#a3341f" stroke-width="2.5")";
inline constexpr std::string_view warning =
    R"(class="warning" fill="none" stroke="#a3341f" stroke-width="1.25" stroke-dasharray="2 4")";
// Between which limits figures vary by themselves.
inline constexpr std::string_view band = R"(class="band" fill="#eef3f3" stroke="none")";
inline constexpr std::string_view limit = R"(class="limit" fill="none" stroke="#5b6b7a" stroke-width="1")";
inline constexpr std::string_view mean =
    R"(class="mean" fill="none" stroke="#5b6b7a" stroke-width="1" stroke-dasharray="10 3 2 3")";
inline constexpr std::string_view signal =
    R"(class="signal" fill="none" stroke="#6b4a00" stroke-width="1.75")";
inline constexpr std::string_view replaced =
    R"(class="replaced" fill="none" stroke="#4d5d6c" stroke-width="1.5")";
inline constexpr std::string_view words = R"(class="words" fill="#14283c" font-size="12")";
inline constexpr std::string_view muted = R"(class="muted" fill="#4d5d6c" font-size="12")";
inline constexpr std::string_view small = R"(class="muted" fill="#4d5d6c" font-size="10")";
// Words on a halo of the ground, so that lines behind do not cross them.
inline constexpr std::string_view value =
    R"(class="value" fill="#14283c" stroke="#ffffff" stroke-width="4" stroke-linejoin="round" paint-order="stroke" font-weight="600")";

}  // namespace look

enum class Anchor { start, middle, end };

// `12.5`: one digit behind the point, none where it is zero.
std::string coordinate(double value);

class Drawing {
  public:
    // Announced to screen readers as one image with that title and description.
    Drawing(double width, double height, std::string_view title, std::string_view description);

    void line(Point from, Point to, std::string_view look);
    void polygon(const std::vector<Point>& corners, std::string_view look);
    // `data` is made of coordinates alone.
    void path(std::string_view data, std::string_view look);
    void circle(Point centre, double radius, std::string_view look);
    void rectangle(Point corner, double width, double height, std::string_view look);
    // The baseline starts, is centred or ends at that point; `turn` is in degrees about it, clockwise.
    void text(Point at, Anchor anchor, std::string_view words, std::string_view look, double turn = 0);

    // What is drawn until the group closes belongs together, under a title that viewers show.
    void open_group(std::string_view name, std::string_view title);
    void close_group();
    // A style sheet of our own: never a word of others.
    void style(std::string_view rules);

    // The whole file; the drawing is spent.
    std::string finish();

  private:
    std::string svg_;
};

}  // namespace cadran::report
