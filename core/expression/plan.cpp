// SPDX-License-Identifier: Apache-2.0
#include "expression/plan.h"

namespace cadran::expression {

void for_each_field(const Plan& plan, const std::function<void(const FieldOperand&)>& call) {
    const auto take = [&](const std::vector<Operand>& operands) {
        for (const Operand& operand : operands) for_each_field(operand, call);
    };
    if (plan.group) take(*plan.group);
    for (const Aggregate& aggregate : plan.aggregates) {
        if (aggregate.argument) for_each_field(*aggregate.argument, call);
    }
    for (const Window& window : plan.windows) {
        if (window.aggregate.argument) for_each_field(*window.aggregate.argument, call);
        take(window.by);
        for_each_field(window.ordered_by, call);
    }
    if (plan.having) for_each_field(*plan.having, call);
    if (plan.sample) take(plan.sample->by);
}

Duration length_of(const Operand& length, std::span<const column::Scalar> parameters) {
    const auto* parameter = std::get_if<ParameterOperand>(&length.what);
    const column::Scalar& value =
        parameter == nullptr ? std::get<Literal>(length.what).value : parameters[parameter->index];
    return std::get<Duration>(value);
}

}  // namespace cadran::expression
