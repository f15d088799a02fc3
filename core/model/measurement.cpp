// SPDX-License-Identifier: Apache-2.0
#include "model/measurement.h"

#include <algorithm>

#include "base/named.h"

namespace cadran::model {

namespace {

constexpr Named<Attainment> attainments[] = {
    {Attainment::met, "met", "atteint", "met"},
    {Attainment::missed, "missed", "non atteint", "missed"},
    {Attainment::alert, "alert", "seuil d’alerte franchi", "beyond the warning threshold"},
    {Attainment::nothing_to_measure, "nothing to measure", "rien à mesurer", "nothing to measure"},
};

bool is_share_of_known_counts(const Measurement& part) {
    return part.unit == Unit::percent && !part.figure &&
           (part.denominator != 0 || part.source == Source::measure);
}

bool is_amount(const Measurement& part) {
    return (part.unit == Unit::count || part.unit == Unit::money) && part.figure;
}

}  // namespace

std::string_view attainment_name(Attainment attainment) {
    return named(attainments, attainment).name;
}

std::optional<Attainment> parse_attainment(std::string_view name) {
    return parse_named(attainments, name);
}

LocalText attainment_title(Attainment attainment) {
    return title_of(attainments, attainment);
}

std::optional<Decimal> Measurement::value() const {
    if (figure) return figure;
    if (denominator == 0) return {};
    return Decimal::ratio(numerator * 100, denominator, 1);
}

std::strong_ordering Measurement::compared_with(const Decimal& bound) const {
    if (figure) return *figure <=> bound;
    return Decimal{numerator * 100, 0} <=> Decimal{bound.units * denominator, bound.scale};
}

bool Measurement::is_within(const Decimal& bound, const std::optional<Decimal>& upper) const {
    switch (direction) {
        case Direction::higher: return compared_with(bound) >= 0;
        case Direction::lower: return compared_with(bound) <= 0;
        case Direction::within: break;
    }
    return compared_with(bound) >= 0 && (!upper || compared_with(*upper) <= 0);
}

Attainment Measurement::attainment() const {
    if (!value()) return Attainment::nothing_to_measure;
    if (!target || is_within(target->value, target->upper)) return Attainment::met;
    if (!target->warning && !target->upper_warning) return Attainment::missed;
    const bool watched = is_within(target->warning.value_or(target->value),
                                   target->upper_warning ? target->upper_warning : target->upper);
    return watched ? Attainment::missed : Attainment::alert;
}

namespace {

// What sums of amounts are judged against: none at all, where that was asked of each part.
std::optional<Target> target_of_a_sum(const std::optional<Target>& target, Direction direction) {
    if (!target || direction != Direction::lower || target->value != Decimal{0, 0}) return {};
    Target none = *target;
    none.warning.reset();
    return none;
}

}  // namespace

std::optional<Measurement> rolled_up(const std::vector<Measurement>& parts, calendar::Period whole,
                                     std::optional<Target> target) {
    if (!std::ranges::all_of(parts, is_share_of_known_counts) && !std::ranges::all_of(parts, is_amount))
        return {};
    Measurement sum = parts.back();
    sum.period = whole;
    sum.target = target;
    if (sum.figure) {
        sum.figure = Decimal{0, 0};
        sum.target = target_of_a_sum(target, sum.direction);
    }
    sum.comment.clear();
    sum.reason.clear();
    sum.sampled = std::ranges::any_of(parts, &Measurement::sampled);
    sum.numerator = sum.denominator = sum.excluded = 0;
    sum.exceptions.clear();
    sum.measures.clear();
    sum.imports.clear();
    for (const Measurement& part : parts) {
        if (part.figure) sum.figure = *sum.figure + *part.figure;
        sum.numerator += part.numerator;
        sum.denominator += part.denominator;
        sum.excluded += part.excluded;
        sum.exceptions.insert(sum.exceptions.end(), part.exceptions.begin(), part.exceptions.end());
        sum.imports.insert(sum.imports.end(), part.imports.begin(), part.imports.end());
        for (const ControlVersion& measure : part.measures) {
            const auto same = [&](const ControlVersion& known) { return known.hash == measure.hash; };
            if (std::ranges::none_of(sum.measures, same)) sum.measures.push_back(measure);
        }
    }
    std::ranges::sort(sum.exceptions);
    std::ranges::sort(sum.imports);
    const auto repeated = std::ranges::unique(sum.imports);
    sum.imports.erase(repeated.begin(), repeated.end());
    return sum;
}

}  // namespace cadran::model
