// SPDX-License-Identifier: Apache-2.0
#include "report/indicator_chart.h"

#include <cmath>

#include <fmt/format.h>

#include "base/text.h"
#include "model/figure.h"
#include "report/drawing.h"
#include "report/figure_axis.h"
#include "report/words.h"

namespace cadran::report {

namespace {

constexpr double width = 720;
constexpr double height = 326;
constexpr double left = 58;
constexpr double right = 632;
constexpr double top = 54;
constexpr double bottom = 250;
constexpr double legend_baseline = 20;
constexpr std::size_t roomy = 12;     // points up to which each has its period and its value in full
constexpr std::size_t generous = 6;   // points up to which each has its figures too
constexpr double line_of_words = 11;  // height of small words
constexpr double narrow_slot = 96;    // below this width words in a slot stand upright
constexpr double letter_width = 6.3;  // of an average letter of 12 units, to set words side by side

double as_double(const Decimal& number) {
    return static_cast<double>(number.units) / std::pow(10, number.scale);
}

// As exact as the page is wide: a rounded share would sit on a target that was missed.
std::optional<double> exact_value(const model::Measurement& point) {
    if (point.figure) return as_double(*point.figure);
    if (point.denominator == 0) return {};
    return 100.0 * static_cast<double>(point.numerator) / static_cast<double>(point.denominator);
}

FigureAxis axis_of(const std::vector<model::Measurement>& points) {
    std::vector<double> figures;
    const auto add = [&](const std::optional<Decimal>& figure) {
        if (figure) figures.push_back(as_double(*figure));
    };
    for (const model::Measurement& point : points) {
        if (const auto value = exact_value(point)) figures.push_back(*value);
        if (!point.target) continue;
        add(point.target->value);
        add(point.target->upper);
        add(point.target->warning);
        add(point.target->upper_warning);
    }
    return FigureAxis::around(figures);
}

bool is_missed(const model::Measurement& point) {
    const model::Attainment attainment = point.attainment();
    return attainment == model::Attainment::missed || attainment == model::Attainment::alert;
}

std::string description(const model::IndicatorSummary& summary, const Catalogue& catalogue) {
    if (summary.points.empty()) return catalogue.text(Message{"report.not_measured"});
    std::string sentences;
    for (const model::Measurement& point : summary.points) {
        if (!sentences.empty()) sentences += " ";
        sentences += catalogue.text(Message{
            "report.point",
            {{"period", period_words(point.period, catalogue)}, {"result", result_words(point, catalogue)}}});
    }
    return sentences;
}

class Chart {
  public:
    Chart(const model::IndicatorSummary& summary, const Catalogue& catalogue)
        : points_(summary.points),
          catalogue_(catalogue),
          unit_(summary.indicator.unit),
          axis_(axis_of(points_)),
          slot_((right - left) / static_cast<double>(std::max<std::size_t>(1, points_.size()))),
          drawing_(width, height, catalogue.text(summary.indicator.title), description(summary, catalogue)) {}

    std::string drawn() {
        draw_axis();
        draw_legend();
        draw_line();
        draw_targets();
        for (std::size_t i = 0; i < points_.size(); ++i) draw_period(i);
        for (std::size_t i = 0; i < points_.size(); ++i) draw_point(i);
        if (points_.empty()) {
            drawing_.text({(left + right) / 2, (top + bottom) / 2}, Anchor::middle,
                          catalogue_.text(Message{"report.not_measured"}), look::muted);
        }
        return drawing_.finish();
    }

  private:
    double x(std::size_t index) const { return left + (static_cast<double>(index) + 0.5) * slot_; }
    double y(double figure) const { return bottom - axis_.share(figure) * (bottom - top); }
    bool has_value(std::size_t index) const { return points_[index].value().has_value(); }
    std::string words(const Decimal& figure) const {
        return model::figure_text(figure, unit_, catalogue_,
                                  points_.empty() ? Currency{} : points_[0].currency);
    }

    void draw_axis() {
        for (std::int64_t line = axis_.bottom; line <= axis_.top; ++line) {
            const Decimal figure = axis_.figure_at(line);
            const double level = y(as_double(figure));
            drawing_.line({left, level}, {right, level}, look::grid);
            drawing_.text({left - 10, level + 4}, Anchor::end, words(figure), look::muted);
        }
        drawing_.line({left, bottom}, {right, bottom}, look::axis);
        if (!axis_.is_cut()) {
            drawing_.line({left, top}, {left, bottom}, look::axis);
            return;
        }
        // The zigzag by which an axis says that it does not start at 0.
        drawing_.path(fmt::format("M{0} {1}V{2}l-5 -3l10 -6l-10 -6l5 -3V{3}", left, bottom, bottom - 4, top),
                      look::axis);
        const Message cut{"report.axis_cut", {{"value", words(axis_.figure_at(axis_.bottom))}}};
        drawing_.text({left, height - 8}, Anchor::start, catalogue_.text(cut), look::small);
    }

    // Of what the chart shows, the signs that need saying.
    void draw_legend() {
        double at = left;
        const auto entry = [&](std::string_view look, const std::string& words, auto draw_sign) {
            draw_sign(Point{at + 6, legend_baseline - 4}, look);
            drawing_.text({at + 18, legend_baseline}, Anchor::start, words, look::words);
            at += 40 + letter_width * length_in_characters(words);
        };
        const auto circle = [&](Point p, std::string_view look) { drawing_.circle(p, 5, look); };
        const auto diamond = [&](Point p, std::string_view look) { draw_diamond(p, look); };
        const auto any = [&](model::Attainment attainment) {
            return std::ranges::any_of(
                points_, [&](const auto& p) { return p.target && p.attainment() == attainment; });
        };
        if (any(model::Attainment::met))
            entry(look::met, catalogue_.text(Message{"report.target_met"}), circle);
        if (any(model::Attainment::missed))
            entry(look::missed, catalogue_.text(Message{"report.target_missed"}), diamond);
        if (any(model::Attainment::alert))
            entry(look::alert, catalogue_.text(Message{"report.warning_crossed"}), diamond);
    }

    void draw_diamond(Point at, std::string_view look) {
        drawing_.polygon({{at.x, at.y - 6.5}, {at.x + 6.5, at.y}, {at.x, at.y + 6.5}, {at.x - 6.5, at.y}},
                         look);
    }

    // From point to point; where nothing was measured the line stops and starts anew.
    void draw_line() {
        std::string data;
        for (std::size_t i = 0; i < points_.size(); ++i) {
            if (!has_value(i)) continue;
            const bool joined = i > 0 && has_value(i - 1);
            data += fmt::format("{}{} {}", joined ? "L" : "M", coordinate(x(i)),
                                coordinate(y(*exact_value(points_[i]))));
        }
        if (!data.empty()) drawing_.path(data, look::line);
    }

    // A step for each stretch of points with the same target; the stretch that reaches the edge is named
    // there.
    void draw_targets() {
        std::size_t first = 0;
        while (first < points_.size()) {
            std::size_t end = first + 1;
            while (end < points_.size() && points_[end].target == points_[first].target) ++end;
            if (points_[first].target) draw_target(first, end);
            first = end;
        }
    }

    void draw_target(std::size_t first, std::size_t end) {
        const model::Target& target = *points_[first].target;
        draw_bound(target.value, points_[first].direction == model::Direction::lower ? "≤" : "≥", first, end);
        if (target.upper) draw_bound(*target.upper, "≤", first, end);
        draw_warning(target.warning, first, end);
        draw_warning(target.upper_warning, first, end);
    }

    void draw_bound(const Decimal& bound, const char* sign, std::size_t first, std::size_t end) {
        const double level = y(as_double(bound));
        drawing_.line({x(first) - slot_ / 2, level}, {x(end - 1) + slot_ / 2, level}, look::target);
        const std::string label = fmt::format("{} {}", sign, words(bound));
        if (end == points_.size()) {
            drawing_.text({right + 8, level - 3}, Anchor::start, catalogue_.text(Message{"report.target"}),
                          look::words);
            drawing_.text({right + 8, level + 12}, Anchor::start, label, look::words);
        } else {
            drawing_.text({x(first) - slot_ / 2 + 3, level - 6}, Anchor::start, label, look::small);
        }
    }

    void draw_warning(const std::optional<Decimal>& threshold, std::size_t first, std::size_t end) {
        if (!threshold) return;
        const double level = y(as_double(*threshold));
        drawing_.line({x(first) - slot_ / 2, level}, {x(end - 1) + slot_ / 2, level}, look::warning);
    }

    void draw_period(std::size_t index) {
        const model::Measurement& point = points_[index];
        const bool is_first_of_year =
            index == 0 || points_[index - 1].period.first().year() != point.period.first().year();
        const bool is_year = point.period.kind() == calendar::Period::Kind::year;
        if (points_.size() <= roomy || index % 2 == 0) {
            drawing_.text({x(index), bottom + 18}, Anchor::middle,
                          short_period_words(point.period, catalogue_), look::words);
        }
        if (is_first_of_year && !is_year) {
            drawing_.text({x(index), bottom + 33}, Anchor::middle, year_words(point.period), look::muted);
        }
        if (points_.size() > generous || point.denominator == 0) return;
        const std::string figures =
            fmt::format("{}/{}", catalogue_.number(point.numerator), catalogue_.number(point.denominator));
        drawing_.text({x(index), bottom + 48}, Anchor::middle, figures, look::small);
    }

    void draw_point(std::size_t index) {
        const model::Measurement& point = points_[index];
        const auto value = exact_value(point);
        if (!value) return draw_gap(index);
        const Point at{x(index), y(*value)};
        const bool missed = is_missed(point);
        if (missed)
            draw_diamond(at, point.attainment() == model::Attainment::alert ? look::alert : look::missed);
        else
            drawing_.circle(at, 5.5, look::met);
        draw_value(index, at, missed);
    }

    // On the side of the point that is away from its target; a line further where it would touch the one
    // before.
    void draw_value(std::size_t index, Point at, bool missed) {
        const model::Measurement& point = points_[index];
        const bool in_full = points_.size() <= roomy;
        const bool below = missed == (point.direction == model::Direction::higher) && at.y + 25 < bottom;
        double baseline = below ? at.y + 22 : at.y - 12;
        const bool touches = std::abs(baseline - previous_baseline_) < line_of_words;
        if (!in_full && touches) baseline += below ? line_of_words : -line_of_words;
        previous_baseline_ = baseline;
        const std::string figure = in_full ? words(*point.value()) : catalogue_.decimal(*point.value());
        const std::string look = fmt::format("{} font-size=\"{}\"", look::value, in_full ? 12 : 9.5);
        drawing_.text({at.x, baseline}, Anchor::middle, figure, look);
    }

    void draw_gap(std::size_t index) {
        const std::string nothing =
            catalogue_.text(model::attainment_title(model::Attainment::nothing_to_measure));
        const bool upright = slot_ < narrow_slot;
        drawing_.text({x(index) + (upright ? 4 : 0), bottom - 12}, upright ? Anchor::start : Anchor::middle,
                      nothing, look::muted, upright ? -90 : 0);
    }

    const std::vector<model::Measurement>& points_;
    const Catalogue& catalogue_;
    model::Unit unit_;
    FigureAxis axis_;
    double slot_;
    Drawing drawing_;
    double previous_baseline_ = 0;  // of the value drawn last
};

}  // namespace

std::string indicator_chart(const model::IndicatorSummary& summary, const Catalogue& catalogue) {
    return Chart(summary, catalogue).drawn();
}

}  // namespace cadran::report
