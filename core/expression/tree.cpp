// SPDX-License-Identifier: Apache-2.0
#include "expression/tree.h"

namespace cadran::expression {

using FieldCall = std::function<void(const FieldOperand&)>;

namespace {

struct Visitor {
    const FieldCall& call;

    void operands(const auto&... each) const { (for_each_field(each, call), ...); }

    void operator()(const Junction& junction) const {
        for (const Node& part : junction.parts) for_each_field(part, call);
    }
    void operator()(const Comparison& comparison) const { operands(comparison.left, comparison.right); }
    void operator()(const Between& between) const { operands(between.value, between.low, between.high); }
    void operator()(const Membership& membership) const { operands(membership.value); }
    void operator()(const ListMembership& membership) const { operands(membership.value); }
    void operator()(const SemiJoinMembership& membership) const { operands(membership.value); }
    void operator()(const Prefix& prefix) const { operands(prefix.value, prefix.prefix); }
    void operator()(const Absence& absence) const { operands(absence.value); }
    void operator()(const NoMatch&) const {}
};

}  // namespace

void for_each_field(const Operand& operand, const FieldCall& call) {
    if (const auto* field = std::get_if<FieldOperand>(&operand.what)) call(*field);
    if (const auto* function = std::get_if<Call>(&operand.what)) {
        for (const Operand& argument : function->arguments) for_each_field(argument, call);
    }
    if (const auto* arithmetic = std::get_if<Arithmetic>(&operand.what)) {
        for (const Operand& part : arithmetic->operands) for_each_field(part, call);
    }
}

void for_each_field(const Node& node, const FieldCall& call) {
    std::visit(Visitor{call}, node.what);
}

void for_each_semi_join(const Node& node, const std::function<void(const SemiJoinMembership&)>& call) {
    if (const auto* membership = std::get_if<SemiJoinMembership>(&node.what)) call(*membership);
    if (const auto* junction = std::get_if<Junction>(&node.what)) {
        for (const Node& part : junction->parts) for_each_semi_join(part, call);
    }
}

}  // namespace cadran::expression
