// SPDX-License-Identifier: Apache-2.0
#include "report/indicator_section.h"

#include <algorithm>

#include <fmt/format.h>

#include "report/indicator_chart.h"
#include "report/indicator_trend.h"
#include "report/verdict.h"
#include "report/words.h"

namespace cadran::report {

namespace {

std::string count_words(const model::Measurement& measurement, std::int64_t count,
                        const Catalogue& catalogue) {
    return measurement.figure ? no_value : catalogue.number(count);
}

Json row(const model::Measurement& measurement, const Catalogue& catalogue) {
    const Verdict verdict = verdict_of(measurement);
    return Json::Object{
        {"attainment", attainment_words(measurement, catalogue)},
        {"denominator", count_words(measurement, measurement.denominator, catalogue)},
        {"excluded", catalogue.number(measurement.excluded)},
        {"kind", "part"},
        {"numerator", count_words(measurement, measurement.numerator, catalogue)},
        {"period", period_words(measurement.period, catalogue)},
        {"sign", verdict.sign},
        {"target", target_words(measurement, catalogue)},
        {"value", figure_words(measurement, catalogue)},
        {"verdict", verdict.name},
    };
}

// The points, and below them the period as a whole where it is more than its only point.
Json::Array rows(const model::IndicatorSummary& summary, const Catalogue& catalogue) {
    Json::Array rows;
    for (const model::Measurement& point : summary.points) rows.push_back(row(point, catalogue));
    const auto& whole = summary.whole;
    if (whole && (summary.points.size() != 1 || summary.points.front().period != whole->period)) {
        Json::Object total = row(*whole, catalogue).object();
        total["kind"] = "whole";
        total["period"] =
            catalogue.text(Message{"report.whole", {{"period", period_words(whole->period, catalogue)}}});
        rows.push_back(total);
    }
    return rows;
}

// The records behind each point that missed what the indicator asks, so that the figure leads to its
// evidence.
Json::Array exceptions(const model::IndicatorSummary& summary, const Catalogue& catalogue) {
    std::vector<model::Measurement> parts = summary.points;
    if (parts.empty() && summary.whole) parts.push_back(*summary.whole);
    Json::Array periods;
    for (const model::Measurement& part : parts) {
        if (part.exceptions.empty()) continue;
        Json::Array records;
        for (const model::Subject& subject : part.exceptions) {
            records.push_back(Json::Object{{"key", subject.key}, {"type", subject.type}});
        }
        periods.push_back(
            Json::Object{{"period", period_words(part.period, catalogue)}, {"records", records}});
    }
    return periods;
}

Json::Array origins(const model::Measurement& measurement, const Catalogue& catalogue,
                    const calendar::Zone& zone) {
    Json::Array lines;
    for (const model::ControlVersion& version : measurement.measures) {
        lines.push_back(catalogue.text(Message{"report.measured_with",
                                               {{"measure", version.id},
                                                {"version", std::int64_t{version.version}},
                                                {"hash", version.hash.hex()}}}));
    }
    std::string imports;
    for (const std::int64_t import : measurement.imports) {
        imports += (imports.empty() ? "" : ", ") + catalogue.number(import);
    }
    if (!imports.empty())
        lines.push_back(catalogue.text(Message{"report.measured_on", {{"imports", imports}}}));
    if (const std::string interval = interval_words(measurement, catalogue); !interval.empty())
        lines.push_back(interval);
    if (!measurement.reason.empty())
        lines.push_back(catalogue.text(Message{"report.restated_because", {{"reason", measurement.reason}}}));
    if (!measurement.comment.empty())
        lines.push_back(catalogue.text(Message{"report.recorded_with", {{"comment", measurement.comment}}}));
    lines.push_back(catalogue.text(
        Message{"report.measured_by",
                {{"account", measurement.by}, {"moment", moment_words(measurement.at, catalogue, zone)}}}));
    return lines;
}

std::string outcome(const std::optional<model::Measurement>& whole, const Catalogue& catalogue) {
    if (!whole) return catalogue.text(Message{"report.not_measured"});
    if (!whole->target) return attainment_words(*whole, catalogue);
    switch (whole->attainment()) {
        case model::Attainment::met: return catalogue.text(Message{"report.target_met"});
        case model::Attainment::missed: return catalogue.text(Message{"report.target_missed"});
        case model::Attainment::alert: return catalogue.text(Message{"report.warning_crossed"});
        case model::Attainment::nothing_to_measure: break;
    }
    return attainment_words(*whole, catalogue);
}

std::string sentence(const model::IndicatorSummary& summary, const Catalogue& catalogue) {
    const auto& whole = summary.whole;
    const std::string result =
        whole ? result_words(*whole, catalogue) : catalogue.text(Message{"report.not_measured"});
    std::string words = catalogue.text(
        Message{"report.indicator_result", {{"indicator", summary.indicator.title}, {"result", result}}});
    if (whole && whole->excluded > 0) {
        words += " " + catalogue.text(Message{"report.excluded_from_result", {{"count", whole->excluded}}});
    }
    return words;
}

// `en hausse (2e trimestre 2026 : 91,4 %)`; none where either has no figure.
std::optional<std::string> change_words(const model::IndicatorSummary& summary, const Catalogue& catalogue) {
    if (!summary.whole || !summary.previous) return {};
    const auto now = exact_value(*summary.whole);
    const auto before = exact_value(*summary.previous);
    if (!now || !before) return {};
    const char* id = *now > *before ? "report.up" : *now < *before ? "report.down" : "report.unchanged";
    return catalogue.text(Message{id,
                                  {{"period", period_words(summary.previous->period, catalogue)},
                                   {"value", figure_words(*summary.previous, catalogue)}}});
}

// Number of the first period of the history that the review looks at.
std::size_t first_reviewed(const model::IndicatorSummary& summary) {
    if (summary.points.empty()) return summary.history.size();
    const auto first =
        std::ranges::find(summary.history, summary.points.front().period, &model::PeriodFigure::period);
    return static_cast<std::size_t>(first - summary.history.begin());
}

// How the figure changed, and the signals that reach the period reviewed.
std::vector<std::string> trend_words(const model::IndicatorSummary& summary, const Catalogue& catalogue) {
    std::vector<std::string> words;
    if (const auto change = change_words(summary, catalogue)) words.push_back(*change);
    const Trend trend = trend_of(summary.indicator, summary.history);
    const auto signals = signals_since(trend, first_reviewed(summary));
    for (const statistics::Signal& signal : signals)
        words.push_back(signal_words(signal, summary.indicator, summary.history, catalogue));
    if (signals.empty() && trend.chart) words.push_back(catalogue.text(Message{"report.no_signal"}));
    return words;
}

}  // namespace

Json indicator_section(const model::IndicatorSummary& summary, const Catalogue& catalogue,
                       const calendar::Zone& zone) {
    const auto& whole = summary.whole;
    const bool measured = whole || !summary.points.empty();
    const Verdict verdict = whole ? verdict_of(*whole) : Verdict{"none", ""};
    const Json::Array evidence = exceptions(summary, catalogue);
    const std::vector<std::string> trend = trend_words(summary, catalogue);
    return Json::Object{
        {"chart", indicator_chart(summary.indicator, summary.history, catalogue)},
        {"exceptions", evidence},
        {"figure", whole ? figure_words(*whole, catalogue) : no_value},
        {"has_exceptions", !evidence.empty()},
        {"has_trend", !trend.empty()},
        {"limits", limits_words(trend_of(summary.indicator, summary.history), summary.indicator,
                                summary.history, catalogue)},
        {"measured", measured},
        {"objective", catalogue.text(summary.objective)},
        {"origins",
         measured ? origins(whole ? *whole : summary.points.back(), catalogue, zone) : Json::Array()},
        {"outcome", outcome(whole, catalogue)},
        {"points", rows(summary, catalogue)},
        {"sentence", sentence(summary, catalogue)},
        {"sign", verdict.sign},
        {"title", catalogue.text(summary.indicator.title)},
        {"trend", Json::Array(trend.begin(), trend.end())},
        {"trend_in_a_line", fmt::format("{}", fmt::join(trend, " · "))},
        {"verdict", verdict.name},
    };
}

}  // namespace cadran::report
