// SPDX-License-Identifier: Apache-2.0
#include "report/words.h"

#include <array>
#include <cmath>

#include "model/figure.h"
#include "statistics/wilson.h"

namespace cadran::report {

namespace {

constexpr std::array months{"report.january",   "report.february", "report.march",    "report.april",
                            "report.may",       "report.june",     "report.july",     "report.august",
                            "report.september", "report.october",  "report.november", "report.december"};
constexpr std::array short_months{"report.january_short", "report.february_short", "report.march_short",
                                  "report.april_short",   "report.may_short",      "report.june_short",
                                  "report.july_short",    "report.august_short",   "report.september_short",
                                  "report.october_short", "report.november_short", "report.december_short"};
constexpr std::array quarters{"report.first_quarter", "report.second_quarter", "report.third_quarter",
                              "report.fourth_quarter"};
constexpr std::array short_quarters{"report.first_quarter_short", "report.second_quarter_short",
                                    "report.third_quarter_short", "report.fourth_quarter_short"};

// Counting from 0.
std::size_t month_of(const calendar::Period& period) {
    return static_cast<unsigned>(period.first().month()) - 1;
}

std::string_view id_of_result(model::Attainment attainment) {
    switch (attainment) {
        case model::Attainment::missed: return "report.result_missed";
        case model::Attainment::alert: return "report.result_alert";
        default: return "report.result_met";
    }
}

}  // namespace

Json::Object labels(std::span<const char* const> ids, const Catalogue& catalogue) {
    Json::Object labels;
    for (const std::string_view id : ids)
        labels[std::string(id.substr(id.find('.') + 1))] = catalogue.text(Message{std::string(id)});
    return labels;
}

std::string period_words(const calendar::Period& period, const Catalogue& catalogue) {
    const std::string year = year_words(period);
    switch (period.kind()) {
        case calendar::Period::Kind::month:
            return catalogue.text(Message{months[month_of(period)]}) + " " + year;
        case calendar::Period::Kind::quarter:
            return catalogue.text(Message{quarters[month_of(period) / 3], {{"year", year}}});
        case calendar::Period::Kind::year: break;
    }
    return year;
}

std::string short_period_words(const calendar::Period& period, const Catalogue& catalogue) {
    switch (period.kind()) {
        case calendar::Period::Kind::month: return catalogue.text(Message{short_months[month_of(period)]});
        case calendar::Period::Kind::quarter:
            return catalogue.text(Message{short_quarters[month_of(period) / 3]});
        case calendar::Period::Kind::year: break;
    }
    return year_words(period);
}

std::string year_words(const calendar::Period& period) {
    return std::to_string(static_cast<int>(period.first().year()));
}

std::string moment_words(Instant instant, const Catalogue& catalogue, const calendar::Zone& zone) {
    const std::string local = zone.local_text(instant);
    return catalogue.text(
        Message{"report.date_at_time",
                {{"date", zone.date_of(instant)}, {"time", local.substr(local.find(' ') + 1)}}});
}

std::string figure_words(const model::Measurement& measurement, const Catalogue& catalogue) {
    const auto value = measurement.value();
    if (!value) return "–";
    return model::figure_text(*value, measurement.unit, catalogue, measurement.currency);
}

std::string target_words(const model::Measurement& measurement, const Catalogue& catalogue) {
    if (!measurement.target) return "–";
    return model::target_text(*measurement.target, measurement.direction, measurement.unit, catalogue,
                              measurement.currency);
}

std::string attainment_words(const model::Measurement& measurement, const Catalogue& catalogue) {
    if (!measurement.target && measurement.value()) return catalogue.text(Message{"report.no_target"});
    return catalogue.text(model::attainment_title(measurement.attainment()));
}

std::optional<ShareInterval> interval_of(const model::Measurement& measurement) {
    if (!measurement.sampled || measurement.denominator < statistics::least_sample) return {};
    const auto interval = statistics::wilson_interval(measurement.numerator, measurement.denominator);
    const auto per_cent = [](double share) { return Decimal{std::llround(share * 1000), 1}; };
    return ShareInterval{per_cent(interval.low), per_cent(interval.high)};
}

std::string interval_words(const model::Measurement& measurement, const Catalogue& catalogue) {
    if (!measurement.sampled || measurement.denominator == 0) return {};
    const auto interval = interval_of(measurement);
    if (!interval)
        return catalogue.text(Message{"report.sample_too_small", {{"count", measurement.denominator}}});
    const auto bound = [&](const Decimal& share) {
        return model::figure_text(share, model::Unit::percent, catalogue);
    };
    return catalogue.text(
        Message{"report.interval", {{"low", bound(interval->low)}, {"high", bound(interval->high)}}});
}

std::string result_words(const model::Measurement& measurement, const Catalogue& catalogue) {
    if (!measurement.value()) return catalogue.text(Message{"report.result_nothing"});
    const std::string value = figure_words(measurement, catalogue);
    const std::string result = measurement.figure
                                   ? value
                                   : catalogue.text(Message{"report.counted_share",
                                                            {{"numerator", measurement.numerator},
                                                             {"denominator", measurement.denominator},
                                                             {"value", value}}});
    if (!measurement.target)
        return catalogue.text(Message{"report.result_without_target", {{"result", result}}});
    return catalogue.text(Message{std::string(id_of_result(measurement.attainment())),
                                  {{"result", result}, {"target", target_words(measurement, catalogue)}}});
}

}  // namespace cadran::report
