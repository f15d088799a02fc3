// SPDX-License-Identifier: Apache-2.0
#include "report/sparkline.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "report/drawing.h"
#include "report/indicator_trend.h"
#include "report/words.h"

namespace cadran::report {

namespace {

constexpr double spark_width = 110;
constexpr double spark_height = 32;
constexpr double spark_margin = 6;

std::optional<double> value_of(const model::PeriodFigure& period) {
    return period.measurement ? exact_value(*period.measurement) : std::nullopt;
}

// Levels from the least to the greatest that is drawn; what never varies lies in the middle.
class Levels {
  public:
    void take(double level) {
        low_ = std::min(low_, level);
        high_ = std::max(high_, level);
    }
    double at(double level) const {
        if (high_ <= low_) return spark_height / 2;
        return spark_height - spark_margin -
               (level - low_) / (high_ - low_) * (spark_height - 2 * spark_margin);
    }

  private:
    double low_ = std::numeric_limits<double>::max();
    double high_ = std::numeric_limits<double>::lowest();
};

std::string_view look_of(const model::Measurement& measurement) {
    switch (measurement.attainment()) {
        case model::Attainment::missed: return look::missed;
        case model::Attainment::alert: return look::alert;
        default: break;
    }
    return look::met;
}

std::string description(const std::vector<model::PeriodFigure>& periods, const Catalogue& catalogue) {
    std::string words;
    for (const model::PeriodFigure& one : periods) {
        if (!one.measurement) continue;
        words += (words.empty() ? "" : ", ") + period_words(one.period, catalogue) + " " +
                 figure_words(*one.measurement, catalogue);
    }
    return words;
}

}  // namespace

std::string sparkline(const model::Indicator& indicator, const std::vector<model::PeriodFigure>& periods,
                      const Catalogue& catalogue) {
    Levels levels;
    std::int64_t figures = 0;
    std::optional<double> target;
    for (const model::PeriodFigure& one : periods) {
        const auto value = value_of(one);
        if (!value) continue;
        ++figures;
        levels.take(*value);
        if (one.measurement->target) target = as_double(one.measurement->target->value);
    }
    if (figures < 2) return {};
    if (target) levels.take(*target);
    Drawing drawing(spark_width, spark_height, catalogue.text(indicator.title),
                    description(periods, catalogue));
    if (target) drawing.line({0, levels.at(*target)}, {spark_width, levels.at(*target)}, look::target);
    const double step = (spark_width - 2 * spark_margin) / static_cast<double>(periods.size() - 1);
    const auto place = [&](std::size_t i) {
        return Point{spark_margin + step * static_cast<double>(i), levels.at(*value_of(periods[i]))};
    };
    for (std::size_t i = 1; i < periods.size(); ++i) {
        if (value_of(periods[i - 1]) && value_of(periods[i]))
            drawing.line(place(i - 1), place(i), look::line);
    }
    for (std::size_t i = 0; i < periods.size(); ++i) {
        if (value_of(periods[i])) drawing.circle(place(i), 4, look_of(*periods[i].measurement));
    }
    return drawing.finish();
}

}  // namespace cadran::report
