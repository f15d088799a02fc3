// SPDX-License-Identifier: Apache-2.0
#include "report/drawing.h"

#include <cmath>

#include <fmt/format.h>

#include "report/markup.h"

namespace cadran::report {

namespace {

std::string_view anchor_name(Anchor anchor) {
    switch (anchor) {
        case Anchor::start: return "start";
        case Anchor::middle: return "middle";
        case Anchor::end: break;
    }
    return "end";
}

}  // namespace

std::string coordinate(double value) {
    const auto tenths = std::llround(value * 10);
    const std::string_view sign = tenths < 0 ? "-" : "";
    const auto size = std::abs(tenths);
    if (size % 10 == 0) return fmt::format("{}{}", sign, size / 10);
    return fmt::format("{}{}.{}", sign, size / 10, size % 10);
}

Drawing::Drawing(double width, double height, std::string_view title, std::string_view description) {
    svg_ = fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 {0} {1}\" width=\"{0}\" "
        "height=\"{1}\" "
        "font-family=\"system-ui, sans-serif\">\n<title>{2}</title>\n<desc>{3}</desc>\n",
        coordinate(width), coordinate(height), escaped(title), escaped(description));
}

void Drawing::line(Point from, Point to, std::string_view look) {
    svg_ += fmt::format("<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" {}/>\n", coordinate(from.x),
                        coordinate(from.y), coordinate(to.x), coordinate(to.y), look);
}

void Drawing::polygon(const std::vector<Point>& corners, std::string_view look) {
    std::string points;
    for (const Point& corner : corners) {
        points +=
            fmt::format("{}{},{}", points.empty() ? "" : " ", coordinate(corner.x), coordinate(corner.y));
    }
    svg_ += fmt::format("<polygon points=\"{}\" {}/>\n", points, look);
}

void Drawing::path(std::string_view data, std::string_view look) {
    svg_ += fmt::format("<path d=\"{}\" {}/>\n", data, look);
}

void Drawing::circle(Point centre, double radius, std::string_view look) {
    svg_ += fmt::format("<circle cx=\"{}\" cy=\"{}\" r=\"{}\" {}/>\n", coordinate(centre.x),
                        coordinate(centre.y), coordinate(radius), look);
}

void Drawing::rectangle(Point corner, double width, double height, std::string_view look) {
    svg_ += fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" {}/>\n", coordinate(corner.x),
                        coordinate(corner.y), coordinate(width), coordinate(height), look);
}

void Drawing::text(Point at, Anchor anchor, std::string_view words, std::string_view look, double turn) {
    const std::string x = coordinate(at.x);
    const std::string y = coordinate(at.y);
    const std::string turned =
        turn == 0 ? "" : fmt::format(" transform=\"rotate({} {} {})\"", coordinate(turn), x, y);
    svg_ += fmt::format("<text x=\"{}\" y=\"{}\" text-anchor=\"{}\"{} {}>{}</text>\n", x, y,
                        anchor_name(anchor), turned, look, escaped(words));
}

void Drawing::open_group(std::string_view name, std::string_view title) {
    svg_ += fmt::format("<g class=\"{}\">\n<title>{}</title>\n", name, escaped(title));
}

void Drawing::close_group() {
    svg_ += "</g>\n";
}

void Drawing::style(std::string_view rules) {
    svg_ += fmt::format("<style>{}</style>\n", rules);
}

std::string Drawing::finish() {
    return std::move(svg_) + "</svg>";
}

}  // namespace cadran::report
