// SPDX-License-Identifier: Apache-2.0
#include "model/figure.h"

#include <cmath>

namespace cadran::model {

namespace {

constexpr int digits_of_cents = 2;

std::int64_t cents_of(const Decimal& value) {
    if (value.scale > digits_of_cents) {
        const auto divisor = static_cast<std::int64_t>(std::pow(10, value.scale - digits_of_cents));
        return Decimal::ratio(value.units, divisor, 0).units;
    }
    return value.units * static_cast<std::int64_t>(std::pow(10, digits_of_cents - value.scale));
}

// French says « 1,5 jour » and « 2 jours », English “1 day” and “1.5 days”.
std::int64_t grammatical_count(const Decimal& value, Language language) {
    if (language == Language::english) return value == Decimal{1, 0} ? 1 : 2;
    return value < Decimal{2, 0} && Decimal{-2, 0} < value ? 1 : 2;
}

std::string counted(const char* id, const Decimal& value, const Catalogue& catalogue) {
    return catalogue.text(Message{
        id,
        {{"count", grammatical_count(value, catalogue.language())}, {"value", catalogue.decimal(value)}}});
}

}  // namespace

std::string figure_text(const Decimal& value, Unit unit, const Catalogue& catalogue,
                        const Currency& currency) {
    switch (unit) {
        case Unit::percent: return catalogue.percent(value);
        case Unit::count: return catalogue.decimal(value);
        case Unit::minutes: return catalogue.text(Message{"model.minutes", {{"value", value}}});
        case Unit::hours: return catalogue.text(Message{"model.hours", {{"value", value}}});
        case Unit::days: return counted("model.days", value, catalogue);
        case Unit::points: return counted("model.points", value, catalogue);
        case Unit::money: break;
    }
    return catalogue.money({cents_of(value), currency});
}

std::string target_text(const Target& target, Direction direction, Unit unit, const Catalogue& catalogue,
                        const Currency& currency) {
    const std::string value = figure_text(target.value, unit, catalogue, currency);
    switch (direction) {
        case Direction::higher: return catalogue.text(Message{"model.at_least", {{"value", value}}});
        case Direction::lower: return catalogue.text(Message{"model.at_most", {{"value", value}}});
        case Direction::within: break;
    }
    return catalogue.text(
        Message{"model.between",
                {{"least", catalogue.decimal(target.value)},
                 {"greatest", figure_text(target.upper.value_or(target.value), unit, catalogue, currency)}}});
}

}  // namespace cadran::model
