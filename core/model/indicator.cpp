// SPDX-License-Identifier: Apache-2.0
#include "model/indicator.h"

#include "base/named.h"

namespace cadran::model {

namespace {

constexpr Named<Unit> units[] = {
    {Unit::percent, "percent", "pourcentage", "percentage"},
    {Unit::count, "count", "nombre", "number"},
    {Unit::minutes, "minutes", "minutes", "minutes"},
    {Unit::hours, "hours", "heures", "hours"},
    {Unit::days, "days", "jours", "days"},
    {Unit::points, "points", "points", "points"},
    {Unit::money, "money", "montant", "amount"},
};

constexpr Named<Direction> directions[] = {
    {Direction::higher, "higher", "plus haut, mieux c’est", "the higher, the better"},
    {Direction::lower, "lower", "plus bas, mieux c’est", "the lower, the better"},
    {Direction::within, "within", "dans une fourchette", "within a range"},
};

constexpr Named<Source> sources[] = {
    {Source::measure, "measure", "calculé par un module", "computed by a plugin"},
    {Source::records, "records", "nombre d’enregistrements", "number of records"},
    {Source::control, "control", "décisions sur un contrôle", "decisions on a control"},
    {Source::by_hand, "by-hand", "saisi à la main", "recorded by hand"},
};

using Frequency = calendar::Period::Kind;
constexpr Named<Frequency> frequencies[] = {
    {Frequency::month, "month", "mensuelle", "monthly"},
    {Frequency::quarter, "quarter", "trimestrielle", "quarterly"},
    {Frequency::year, "year", "annuelle", "yearly"},
};

}  // namespace

std::string_view unit_name(Unit unit) {
    return named(units, unit).name;
}
std::optional<Unit> parse_unit(std::string_view name) {
    return parse_named(units, name);
}
LocalText unit_title(Unit unit) {
    return title_of(units, unit);
}

std::string_view direction_name(Direction direction) {
    return named(directions, direction).name;
}
std::optional<Direction> parse_direction(std::string_view name) {
    return parse_named(directions, name);
}
LocalText direction_title(Direction direction) {
    return title_of(directions, direction);
}

std::string_view source_name(Source source) {
    return named(sources, source).name;
}
std::optional<Source> parse_source(std::string_view name) {
    return parse_named(sources, name);
}
LocalText source_title(Source source) {
    return title_of(sources, source);
}

std::string_view frequency_name(Frequency frequency) {
    return named(frequencies, frequency).name;
}
std::optional<Frequency> parse_frequency(std::string_view name) {
    return parse_named(frequencies, name);
}
LocalText frequency_title(Frequency frequency) {
    return title_of(frequencies, frequency);
}

std::optional<Target> Indicator::target_at(Date date) const {
    std::optional<Target> valid;
    for (const Target& target : targets) {
        if (target.from <= date) valid = target;
    }
    return valid;
}

}  // namespace cadran::model
