// SPDX-License-Identifier: Apache-2.0
#include "model/measurement.h"

#include <algorithm>

namespace cadran::model {

std::string_view attainment_name(Attainment attainment) {
    switch (attainment) {
        case Attainment::met: return "met";
        case Attainment::missed: return "missed";
        case Attainment::nothing_to_measure: break;
    }
    return "nothing to measure";
}

LocalText attainment_title(Attainment attainment) {
    switch (attainment) {
        case Attainment::met: return {"atteint", "met"};
        case Attainment::missed: return {"non atteint", "missed"};
        case Attainment::nothing_to_measure: break;
    }
    return {"rien à mesurer", "nothing to measure"};
}

std::optional<Decimal> Measurement::value() const {
    if (denominator == 0) return {};
    return Decimal::ratio(numerator * 100, denominator, 1);
}

Attainment Measurement::attainment() const {
    if (denominator == 0) return Attainment::nothing_to_measure;
    if (!target) return Attainment::met;
    const auto order = Decimal{numerator * 100, 0} <=> Decimal{target->units * denominator, target->scale};
    const bool met = direction == Direction::higher ? order >= 0 : order <= 0;
    return met ? Attainment::met : Attainment::missed;
}

Measurement rolled_up(const std::vector<Measurement>& parts, calendar::Period whole,
                      std::optional<Decimal> target) {
    Measurement sum = parts.back();
    sum.period = whole;
    sum.target = target;
    sum.numerator = sum.denominator = sum.excluded = 0;
    sum.exceptions.clear();
    sum.measures.clear();
    sum.imports.clear();
    for (const Measurement& part : parts) {
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
