// SPDX-License-Identifier: Apache-2.0
#include "expression/condition.h"

#include <set>

#include "expression/names.h"

namespace cadran::expression {

std::vector<std::string> Condition::fields_read() const {
    std::set<std::size_t> fields;
    for_each_field(*root_, [&](const FieldOperand& operand) {
        if (operand.source == 0) fields.insert(operand.field);
    });
    std::vector<std::string> names;
    for (const std::size_t field : fields) names.push_back(names_->sources.front().schema->field(field).name);
    return names;
}

}  // namespace cadran::expression
