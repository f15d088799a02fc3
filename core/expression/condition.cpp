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

std::vector<SemiJoin> Condition::semi_joins() const {
    std::vector<SemiJoin> found;
    for_each_semi_join(*root_, [&](const SemiJoinMembership& membership) {
        found.push_back({membership.type, membership.field});
    });
    return found;
}

}  // namespace cadran::expression
