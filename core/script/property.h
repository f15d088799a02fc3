// SPDX-License-Identifier: Apache-2.0
// What must hold of a control whatever the values are, within the bounds that its author gives.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "script/spec.h"

namespace cadran::script {

// One value of the records or of the parameters that is another one from case to case.
struct Variation {
    std::string record = {};                   // type; empty for a parameter
    std::size_t row = 0;                       // of its batch
    std::size_t index = 0;                     // of the field, or of the parameter
    std::string name = {};                     // of the field, or of the parameter
    std::vector<column::Scalar> choices = {};  // the simplest first; or, where there are none,
    column::Scalar from = {};                  // from this one, the simplest,
    column::Scalar to = {};                    // to that one

    // How many values there are, and one of them; the simplest is number 0.
    std::uint64_t size() const;
    column::Scalar value(std::uint64_t number) const;
};

struct Property {
    std::string name;
    Spec spec;  // with the simplest values
    std::vector<Variation> variations = {};
};

// Whether values of that type lie between two others.
bool has_ranges(column::Type type);

// The spec with the value of that number for each variation, in their order.
Spec case_of(const Property& property, const std::vector<std::uint64_t>& numbers);

}  // namespace cadran::script
