// SPDX-License-Identifier: Apache-2.0
#include "expression/tree.h"

namespace cadran::expression {

namespace {

using FieldCall = std::function<void(const FieldOperand&)>;

void fields_of(const Operand& operand, const FieldCall& call) {
    if (const auto* field = std::get_if<FieldOperand>(&operand.what)) call(*field);
    if (const auto* function = std::get_if<Call>(&operand.what)) {
        for (const Operand& argument : function->arguments) fields_of(argument, call);
    }
}

struct Visitor {
    const FieldCall& call;

    void operands(const auto&... each) const { (fields_of(each, call), ...); }

    void operator()(const Junction& junction) const {
        for (const Node& part : junction.parts) for_each_field(part, call);
    }
    void operator()(const Comparison& comparison) const { operands(comparison.left, comparison.right); }
    void operator()(const Between& between) const { operands(between.value, between.low, between.high); }
    void operator()(const Membership& membership) const { operands(membership.value); }
    void operator()(const Prefix& prefix) const { operands(prefix.value, prefix.prefix); }
    void operator()(const Absence& absence) const { operands(absence.value); }
    void operator()(const NoMatch&) const {}
};

}  // namespace

void for_each_field(const Node& node, const FieldCall& call) {
    std::visit(Visitor{call}, node.what);
}

}  // namespace cadran::expression
