// SPDX-License-Identifier: Apache-2.0
#include "indicator/tally.h"

namespace cadran::indicator {

using expression::Truth;

Tally tally(const script::MeasureDeclaration& measure, const record::Dataset& records,
            expression::Evaluator& conditions, Date first, Date last) {
    Tally tally;
    const model::RecordType& type = records.type();
    records.for_each(first, last, [&](const auto& batch, std::size_t row) {
        if (!conditions.go_to(*batch, row)) {
            ++tally.excluded;
            return;
        }
        const Truth about = conditions.where();
        if (about == Truth::no) return;
        const Truth met = about == Truth::yes ? conditions.truth(measure.meets) : Truth::unknown;
        if (met == Truth::unknown) {
            ++tally.excluded;
            return;
        }
        ++tally.denominator;
        if (met == Truth::yes)
            ++tally.numerator;
        else
            tally.exceptions.push_back({type.name, column::plain_text(batch->scalar(row, type.key))});
    });
    return tally;
}

}  // namespace cadran::indicator
