// SPDX-License-Identifier: Apache-2.0
#include "report/indicator_chart.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/text.h"
#include "model/figure.h"
#include "report/chart_legend.h"
#include "report/chart_words.h"
#include "report/drawing.h"
#include "report/figure_axis.h"
#include "report/indicator_trend.h"
#include "report/words.h"

namespace cadran::report {

namespace {

using model::Attainment;
using model::PeriodFigure;
using statistics::Signal;

constexpr double chart_width = 720;
constexpr double least_left = 58;  // of the plot, where the words at its sides are short
constexpr double most_right = 632;
constexpr double plot_height = 196;
constexpr double least_top = 54;
constexpr double below_plot = 76;           // periods, years, counts, and what says that the axis is cut
constexpr std::size_t roomy = 12;           // points up to which each has its value in full
constexpr std::size_t generous = 6;         // points up to which each has its figures too
constexpr std::size_t crowded = 24;         // points beyond which none has its value
constexpr double line_of_small_words = 11;  // height of small words
constexpr double narrow_slot = 96;          // below this width words in a slot stand upright
constexpr double period_width = 36;         // of a period's short name
constexpr double chart_letter = 7;          // width of an average letter at the sides, at 12 units
constexpr double values_above = 14;  // room for the figures of the highest points below the bars of signals
constexpr double signal_row = 13;    // height of a signal's bar with its letter
constexpr double signal_line = 16;   // height of a line of a signal's words

bool is_missed(const model::Measurement& point) {
    const Attainment attainment = point.attainment();
    return attainment == Attainment::missed || attainment == Attainment::alert;
}

std::optional<model::Target> target_of(const model::Indicator& indicator, const PeriodFigure& one) {
    return one.measurement ? one.measurement->target : indicator.target_at(one.period.last());
}

// As it was when the figure was judged.
model::Direction direction_of(const model::Indicator& indicator, const PeriodFigure& one) {
    return one.measurement ? one.measurement->direction : indicator.direction;
}

// Whatever the day from which each holds.
bool same_bounds(const std::optional<model::Target>& a, std::optional<model::Target> b) {
    if (a && b) b->from = a->from;
    return a == b;
}

FigureAxis axis_of(const model::Indicator& indicator, const std::vector<PeriodFigure>& history,
                   const Trend& trend) {
    std::vector<double> figures;
    const auto add = [&](const std::optional<Decimal>& figure) {
        if (figure) figures.push_back(as_double(*figure));
    };
    for (const PeriodFigure& one : history) {
        if (one.value()) figures.push_back(*exact_value(*one.measurement));
        for (const model::Measurement& earlier : one.replaced) {
            if (const auto value = exact_value(earlier)) figures.push_back(*value);
        }
        const auto target = target_of(indicator, one);
        if (!target) continue;
        add(target->value);
        add(target->upper);
        add(target->warning);
        add(target->upper_warning);
    }
    if (trend.chart) {
        for (const auto& point : trend.chart->points) {
            if (point) figures.insert(figures.end(), {point->low, point->high});
        }
    }
    return FigureAxis::around(figures);
}

void draw_diamond(Drawing& drawing, Point at, std::string_view look) {
    drawing.polygon({{at.x, at.y - 6.5}, {at.x + 6.5, at.y}, {at.x, at.y + 6.5}, {at.x - 6.5, at.y}}, look);
}

void draw_cross(Drawing& drawing, Point at) {
    drawing.line({at.x - 4, at.y - 4}, {at.x + 4, at.y + 4}, look::replaced);
    drawing.line({at.x - 4, at.y + 4}, {at.x + 4, at.y - 4}, look::replaced);
}

// Of what the chart shows, the signs that need saying.
ChartLegend legend_of(const std::vector<PeriodFigure>& history, const std::vector<NamedSignal>& signals,
                      const Catalogue& catalogue) {
    ChartLegend legend(least_left, chart_width - 8);
    const auto any = [&](Attainment attainment) {
        return std::ranges::any_of(history, [&](const PeriodFigure& one) {
            return one.measurement && one.measurement->target && one.measurement->attainment() == attainment;
        });
    };
    if (any(Attainment::met)) {
        legend.add(catalogue.text(Message{"report.target_met"}),
                   [](Drawing& drawing, Point at) { drawing.circle(at, 5, look::met); });
    }
    if (any(Attainment::missed)) {
        legend.add(catalogue.text(Message{"report.target_missed"}),
                   [](Drawing& drawing, Point at) { draw_diamond(drawing, at, look::missed); });
    }
    if (any(Attainment::alert)) {
        legend.add(catalogue.text(Message{"report.warning_crossed"}),
                   [](Drawing& drawing, Point at) { draw_diamond(drawing, at, look::alert); });
    }
    if (!signals.empty()) {
        legend.add(catalogue.text(Message{"report.signal"}),
                   [](Drawing& drawing, Point at) { drawing.circle(at, 6.5, look::signal); });
    }
    if (std::ranges::any_of(history, [](const PeriodFigure& one) { return !one.replaced.empty(); }))
        legend.add(catalogue.text(Message{"report.value_before_correction"}), draw_cross);
    return legend;
}

class Chart {
  public:
    Chart(const model::Indicator& indicator, const std::vector<PeriodFigure>& history,
          const Catalogue& catalogue)
        : indicator_(indicator),
          history_(history),
          catalogue_(catalogue),
          trend_(trend_of(indicator, history)),
          axis_(axis_of(indicator, history, trend_)),
          left_(std::max(least_left, widest_figure(0) + 14)),
          right_(std::min(most_right, chart_width - 8 - widest_figure(2))),
          signals_(named_signals(trend_, indicator, history, catalogue, chart_width - left_ - 28)),
          legend_(legend_of(history, signals_, catalogue)),
          slot_((right_ - left_) / static_cast<double>(std::max<std::size_t>(1, history.size()))),
          top_(least_top + legend_.further_height() + height_of_bars()),
          bottom_(top_ + plot_height),
          drawing_(chart_width, bottom_ + below_plot + height_of_words(), catalogue.text(indicator.title),
                   chart_description(indicator, history, trend_, catalogue)) {}

    std::string drawn() {
        draw_band();
        draw_axis();
        legend_.draw(drawing_);
        draw_targets();
        draw_limits();
        draw_line();
        draw_edge_labels(drawing_, labels_, right_ + 8, top_, bottom_ - 12);
        for (std::size_t i = 0; i < history_.size(); ++i) draw_period(i);
        for (std::size_t i = 0; i < history_.size(); ++i) draw_point(i);
        draw_signals();
        if (history_.empty()) {
            drawing_.text({(left_ + right_) / 2, (top_ + bottom_) / 2}, Anchor::middle,
                          catalogue_.text(Message{"report.not_measured"}), look::muted);
        }
        return drawing_.finish();
    }

  private:
    double x(std::size_t index) const { return left_ + (static_cast<double>(index) + 0.5) * slot_; }
    double x_before(std::size_t index) const { return left_ + static_cast<double>(index) * slot_; }
    double y(double figure) const { return bottom_ - axis_.share(figure) * (bottom_ - top_); }
    bool has_value(std::size_t index) const { return history_[index].value().has_value(); }
    std::optional<Point> place_of(std::size_t index) const {
        if (!has_value(index)) return {};
        return Point{x(index), y(*exact_value(*history_[index].measurement))};
    }
    std::string words(const Decimal& figure) const {
        const bool known = !history_.empty() && history_.front().measurement;
        return model::figure_text(figure, indicator_.unit, catalogue_,
                                  known ? history_.front().measurement->currency : Currency{});
    }
    // Of the axis, or of a bound with so many letters before it.
    double widest_figure(int letters_before) const {
        int most = 0;
        for (std::int64_t line = axis_.bottom; line <= axis_.top; ++line)
            most = std::max(most, length_in_characters(words(axis_.figure_at(line))));
        return chart_letter * (most + letters_before);
    }
    std::size_t older_signals() const { return trend_.signals.size() - signals_.size(); }

    double height_of_bars() const {
        std::size_t rows = 0;
        for (const NamedSignal& named : signals_) rows = std::max(rows, named.row + 1);
        return rows == 0 ? 0 : values_above + signal_row * static_cast<double>(rows);
    }

    double height_of_words() const {
        if (signals_.empty()) return 0;
        std::size_t lines = older_signals() > 0 ? 2 : 1;
        for (const NamedSignal& named : signals_) lines += named.lines.size();
        return signal_line * static_cast<double>(lines);
    }

    void draw_axis() {
        for (std::int64_t line = axis_.bottom; line <= axis_.top; ++line) {
            const Decimal figure = axis_.figure_at(line);
            const double level = y(as_double(figure));
            drawing_.line({left_, level}, {right_, level}, look::grid);
            drawing_.text({left_ - 10, level + 4}, Anchor::end, words(figure), look::muted);
        }
        drawing_.line({left_, bottom_}, {right_, bottom_}, look::axis);
        if (!axis_.is_cut()) {
            drawing_.line({left_, top_}, {left_, bottom_}, look::axis);
            return;
        }
        // The zigzag by which an axis says that it does not start at 0.
        drawing_.path(fmt::format("M{0} {1}V{2}l-5 -3l10 -6l-10 -6l5 -3V{3}", coordinate(left_),
                                  coordinate(bottom_), coordinate(bottom_ - 4), coordinate(top_)),
                      look::axis);
        const Message cut{"report.axis_cut", {{"value", words(axis_.figure_at(axis_.bottom))}}};
        drawing_.text({left_, bottom_ + below_plot - 8}, Anchor::start, catalogue_.text(cut), look::small);
    }

    // Calls `draw` with each stretch of neighbours that have limits.
    template <typename Draw>
    void for_each_stretch(Draw draw) const {
        const auto& points = trend_.chart->points;
        for (std::size_t first = 0; first < points.size(); ++first) {
            if (!points[first]) continue;
            std::size_t end = first + 1;
            while (end < points.size() && points[end]) ++end;
            draw(first, end);
            first = end;
        }
    }

    // In steps, as limits change with how much was counted.
    std::vector<Point> limit_points(std::size_t first, std::size_t end,
                                    double statistics::ControlPoint::*limit) const {
        std::vector<Point> corners;
        for (std::size_t i = first; i < end; ++i) {
            const double level = y((*trend_.chart->points[i]).*limit);
            corners.push_back({x_before(i), level});
            corners.push_back({x_before(i + 1), level});
        }
        return corners;
    }

    void draw_band() {
        if (!trend_.chart) return;
        for_each_stretch([&](std::size_t first, std::size_t end) {
            std::vector<Point> corners = limit_points(first, end, &statistics::ControlPoint::high);
            const std::vector<Point> low = limit_points(first, end, &statistics::ControlPoint::low);
            corners.insert(corners.end(), low.rbegin(), low.rend());
            drawing_.polygon(corners, look::band);
        });
    }

    void draw_limits() {
        if (!trend_.chart) return;
        const double level = y(trend_.chart->centre);
        drawing_.line({left_, level}, {right_, level}, look::mean);
        labels_.push_back({level, catalogue_.text(Message{"report.mean"}),
                           words(rounded(trend_.chart->centre)), look::small});
        draw_limit(&statistics::ControlPoint::high, "report.upper_limit");
        draw_limit(&statistics::ControlPoint::low, "report.lower_limit");
    }

    // No limit is drawn where nothing could lie beyond it; it is named where it reaches the newest figure.
    void draw_limit(double statistics::ControlPoint::*limit, const char* name) {
        const bool percent = indicator_.unit == model::Unit::percent;
        const auto is_reachable = [&](std::size_t i) {
            const double figure = (*trend_.chart->points[i]).*limit;
            return figure != 0 && !(percent && figure == 100);
        };
        std::optional<double> newest;
        for_each_stretch([&](std::size_t first, std::size_t end) {
            std::string data;
            for (std::size_t i = first; i < end; ++i) {
                newest.reset();
                if (!is_reachable(i)) continue;
                newest = (*trend_.chart->points[i]).*limit;
                const bool joined = i > first && is_reachable(i - 1);
                data += fmt::format("{}{} {}H{}", joined ? "L" : "M", coordinate(x_before(i)),
                                    coordinate(y(*newest)), coordinate(x_before(i + 1)));
            }
            if (!data.empty()) drawing_.path(data, look::limit);
        });
        if (newest) {
            labels_.push_back(
                {y(*newest), catalogue_.text(Message{name}), words(rounded(*newest)), look::small});
        }
    }

    // From point to point; where nothing was measured the line stops and starts anew.
    void draw_line() {
        std::string data;
        for (std::size_t i = 0; i < history_.size(); ++i) {
            const auto at = place_of(i);
            if (!at) continue;
            const bool joined = i > 0 && has_value(i - 1);
            data += fmt::format("{}{} {}", joined ? "L" : "M", coordinate(at->x), coordinate(at->y));
        }
        if (!data.empty()) drawing_.path(data, look::line);
    }

    // A step for each stretch of periods with the same target; the stretch that reaches the edge is named
    // there.
    void draw_targets() {
        std::size_t first = 0;
        while (first < history_.size()) {
            const auto target = target_of(indicator_, history_[first]);
            std::size_t end = first + 1;
            while (end < history_.size() && same_bounds(target_of(indicator_, history_[end]), target)) ++end;
            if (target) draw_target(*target, first, end);
            first = end;
        }
    }

    void draw_target(const model::Target& target, std::size_t first, std::size_t end) {
        const bool lower = direction_of(indicator_, history_[first]) == model::Direction::lower;
        draw_bound(target.value, lower ? "≤" : "≥", first, end);
        if (target.upper) draw_bound(*target.upper, "≤", first, end);
        draw_warning(target.warning, first, end);
        draw_warning(target.upper_warning, first, end);
    }

    void draw_bound(const Decimal& bound, const char* sign, std::size_t first, std::size_t end) {
        const double level = y(as_double(bound));
        drawing_.line({x_before(first), level}, {x_before(end), level}, look::target);
        const std::string label = fmt::format("{} {}", sign, words(bound));
        if (end == history_.size())
            labels_.push_back({level, catalogue_.text(Message{"report.target"}), label, look::words});
        else
            drawing_.text({x_before(first) + 3, level - 6}, Anchor::start, label, look::small);
    }

    void draw_warning(const std::optional<Decimal>& threshold, std::size_t first, std::size_t end) {
        if (!threshold) return;
        const double level = y(as_double(*threshold));
        drawing_.line({x_before(first), level}, {x_before(end), level}, look::warning);
    }

    void draw_period(std::size_t index) {
        const PeriodFigure& one = history_[index];
        const auto step = static_cast<std::size_t>(std::max(1.0, std::ceil(period_width / slot_)));
        const bool is_first_of_year =
            index == 0 || history_[index - 1].period.first().year() != one.period.first().year();
        const bool is_year = one.period.kind() == calendar::Period::Kind::year;
        if (index % step == 0) {
            drawing_.text({x(index), bottom_ + 18}, Anchor::middle,
                          short_period_words(one.period, catalogue_), look::words);
        }
        if (is_first_of_year && !is_year) {
            drawing_.text({x(index), bottom_ + 33}, Anchor::middle, year_words(one.period), look::muted);
        }
        if (history_.size() > generous || !one.measurement || one.measurement->denominator == 0) return;
        const std::string figures = fmt::format("{}/{}", catalogue_.number(one.measurement->numerator),
                                                catalogue_.number(one.measurement->denominator));
        drawing_.text({x(index), bottom_ + 48}, Anchor::middle, figures, look::small);
    }

    void draw_point(std::size_t index) {
        const PeriodFigure& one = history_[index];
        for (const model::Measurement& earlier : one.replaced) {
            if (const auto value = exact_value(earlier)) draw_cross(drawing_, {x(index), y(*value)});
        }
        const auto at = place_of(index);
        if (!at) return draw_gap(index);
        const bool missed = is_missed(*one.measurement);
        if (missed) {
            const bool alert = one.measurement->attainment() == Attainment::alert;
            draw_diamond(drawing_, *at, alert ? look::alert : look::missed);
        } else {
            drawing_.circle(*at, 5.5, look::met);
        }
        if (history_.size() <= crowded) draw_value(index, *at, missed);
    }

    // On the side of the point that is away from its target; a line further where it would touch the one
    // before.
    void draw_value(std::size_t index, Point at, bool missed) {
        const model::Measurement& point = *history_[index].measurement;
        const bool in_full = history_.size() <= roomy;
        const bool below = missed == (point.direction == model::Direction::higher) && at.y + 25 < bottom_;
        double baseline = below ? at.y + 22 : at.y - 12;
        const std::string figure = in_full ? words(*point.value()) : catalogue_.decimal(*point.value());
        const double size = in_full ? 12 : 9.5;
        const bool fits = length_in_characters(figure) * size * 0.55 < 1.5 * slot_;
        if (!fits && index + 1 != history_.size()) return;
        const bool touches = std::abs(baseline - previous_baseline_) < line_of_small_words;
        if (!in_full && touches) baseline += below ? line_of_small_words : -line_of_small_words;
        previous_baseline_ = baseline;
        const std::string look = fmt::format("{} font-size=\"{}\"", look::value, size);
        drawing_.text({at.x, baseline}, fits ? Anchor::middle : Anchor::end, figure, look);
    }

    // Nothing there to measure, or nobody measured.
    void draw_gap(std::size_t index) {
        const std::string nothing =
            history_[index].measurement
                ? catalogue_.text(model::attainment_title(Attainment::nothing_to_measure))
                : catalogue_.text(Message{"report.not_measured_then"});
        const bool upright = slot_ < narrow_slot;
        drawing_.text({x(index) + (upright ? 4 : 0), bottom_ - 12}, upright ? Anchor::start : Anchor::middle,
                      nothing, look::muted, upright ? -90 : 0);
    }

    // Rings about their points, a bar with a letter above the plot, the words under the letter below.
    void draw_signals() {
        std::vector<bool> ringed(history_.size(), false);
        double baseline = bottom_ + below_plot + signal_line;
        for (const NamedSignal& named : signals_) {
            const Signal& signal = named.signal;
            for (std::size_t i = signal.first; i <= signal.last; ++i) {
                if (!ringed[i]) drawing_.circle(place_of(i).value(), 9.5, look::signal);
                ringed[i] = true;
            }
            const double level = top_ - 10 - values_above - signal_row * static_cast<double>(named.row);
            if (signal.first != signal.last)
                drawing_.line({x(signal.first) - 4, level}, {x(signal.last) + 4, level}, look::signal);
            const std::string look = fmt::format("{} font-size=\"11\"", look::value);
            drawing_.text({(x(signal.first) + x(signal.last)) / 2, level + 4}, Anchor::middle, named.letter,
                          look);
            drawing_.text({left_, baseline}, Anchor::start, named.letter,
                          fmt::format("{} font-size=\"12\"", look::value));
            for (const std::string& line : named.lines) {
                drawing_.text({left_ + 20, baseline}, Anchor::start, line, look::words);
                baseline += signal_line;
            }
        }
        if (older_signals() > 0) {
            const Message further{"report.further_signals",
                                  {{"count", static_cast<std::int64_t>(older_signals())}}};
            drawing_.text({left_ + 20, baseline}, Anchor::start, catalogue_.text(further), look::muted);
        }
    }

    const model::Indicator& indicator_;
    const std::vector<PeriodFigure>& history_;
    const Catalogue& catalogue_;
    Trend trend_;
    FigureAxis axis_;
    double left_;
    double right_;
    std::vector<NamedSignal> signals_;
    ChartLegend legend_;
    double slot_;
    double top_;
    double bottom_;
    Drawing drawing_;
    std::vector<EdgeLabel> labels_;
    double previous_baseline_ = 0;  // of the value drawn last
};

}  // namespace

std::string indicator_chart(const model::Indicator& indicator, const std::vector<PeriodFigure>& history,
                            const Catalogue& catalogue) {
    return Chart(indicator, history, catalogue).drawn();
}

}  // namespace cadran::report
