// SPDX-License-Identifier: Apache-2.0
#include "expression/lacking.h"

namespace cadran::expression {

namespace {

using Fields = std::vector<FieldOperand>;

// Of the fields read, those without a value; all of them where each has one.
Fields without_value(const Fields& read, const Bindings& bindings) {
    Fields missing;
    for (const FieldOperand& field : read) {
        if (!bindings.field(field).present) missing.push_back(field);
    }
    return missing.empty() ? read : missing;
}

template <typename Part>
Fields fields_of(const Part& part) {
    Fields fields;
    for_each_field(part, [&](const FieldOperand& field) { fields.push_back(field); });
    return fields;
}

}  // namespace

Fields lacking(const Node& node, const Bindings& bindings) {
    if (truth_of(node, bindings) != Truth::unknown) return {};
    const auto* junction = std::get_if<Junction>(&node.what);
    if (junction == nullptr) return without_value(fields_of(node), bindings);
    Fields fields;
    for (const Node& part : junction->parts)
        std::ranges::move(lacking(part, bindings), std::back_inserter(fields));
    return fields;
}

Fields lacking(const Operand& operand, const Bindings& bindings) {
    if (value_of(operand, bindings).present) return {};
    return without_value(fields_of(operand), bindings);
}

}  // namespace cadran::expression
