// SPDX-License-Identifier: Apache-2.0
// Settles what the names and values of a clause mean and tells every misuse; only this layer sees it.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "expression/clause.h"
#include "expression/names.h"
#include "expression/plan.h"
#include "expression/term.h"

namespace cadran::expression {

// What a `having` may name beside fields and parameters, and what it asks for.
struct HavingScope {
    std::optional<std::vector<Operand>> keys = {};  // of groups: the only fields; none over windows
    std::vector<Aggregate> aggregates = {};         // over groups
};

// Each member gives what the terms say; after a fault, which is told, it gives a filler that must not be
// used. The clause, the names and the diagnostics must outlive it.
class Typing {
  public:
    Typing(const Clause& clause, const Names& names, Diagnostics& diagnostics, HavingScope* having = nullptr)
        : clause_(clause), names_(names), diagnostics_(diagnostics), having_(having) {}

    // `sign` is the place of the operator.
    Node comparison(Operator op, std::size_t sign, const Term& left, const Term& right);
    Node between(std::size_t sign, const Term& value, const Term& low, const Term& high);
    Node membership(const Term& value, const std::vector<Term>& list);
    // In a list parameter or among the values of a field of another type.
    Node membership(const Term& value, const Term& list);
    Node prefix(const Term& value, const Term& prefix);
    // `value is missing`, where the value may also be the alias of a join.
    Node absence(const Term& value);
    // Of the last source: its field on the left, a field of the main record or a literal on the right.
    std::optional<Equality> equality(const Term& left, const Term& right);

    // Fields, each named once.
    std::vector<Operand> keys(const std::vector<Term>& terms);
    std::optional<Operand> date_field(const Term& term);
    std::optional<Operand> length_of_time(const Term& term);
    std::optional<Aggregate> aggregate(const Term& term);

  private:
    using Typed = std::optional<Operand>;

    Typed operand(const Term& term);
    Typed name(const Term& term, const NameTerm& name);
    Typed bare_name(const Term& term, const NameTerm& name);
    Typed field(const Term& term, std::size_t source, std::string_view name);
    Typed call(const Term& term, const CallTerm& call);
    Typed argument(std::string_view function, const Term& term, column::Type type);
    Typed arithmetic(const ArithmeticTerm& arithmetic);
    // The type of both together.
    Typed together(const Operand& left, const Term& left_term, Sign sign, std::size_t place,
                   const Operand& right, const Term& right_term);
    bool is_known_of_group(std::size_t source, std::size_t field) const;
    Typed aggregated(const Term& term);
    bool fits(const Term& term, Aggregation aggregation, const Operand& argument);
    Node in_parameter(const Term& value, Typed member, const Term& list);
    void unknown_name(const Term& term, std::string_view name);

    bool agree(const Term& left, Operand& left_operand, const Term& right, Operand& right_operand);
    bool adopt_code(const Term& term, Operand& literal, const Operand& code);
    bool ordered(std::size_t sign, column::Type type);
    std::span<const column::Code> codes_of(const Operand& operand) const;
    bool fail(std::size_t offset, Message what, std::optional<Message> hint = {});

    const Clause& clause_;
    const Names& names_;
    Diagnostics& diagnostics_;
    HavingScope* having_;
};

}  // namespace cadran::expression
