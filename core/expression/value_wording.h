// SPDX-License-Identifier: Apache-2.0
// Puts values into words; only this layer sees it.
#pragma once

#include <span>
#include <string>
#include <utility>
#include <vector>

#include "base/catalogue.h"
#include "expression/names.h"
#include "expression/plan.h"

namespace cadran::expression {

// The French words keep their form whatever the gender of a field's title.
class ValueWording {
  public:
    // The plan is that of the aggregates and windows, where values of them occur.
    ValueWording(const Names& names, const Plan* plan, const Catalogue& catalogue,
                 std::span<const column::Scalar> parameters)
        : names_(names), plan_(plan), catalogue_(catalogue), parameters_(parameters) {}

    using Arguments = std::vector<std::pair<std::string, Argument>>;
    std::string text(std::string id, Arguments arguments = {}) const;

    // An operand that something is said of.
    std::string subject(const Operand& operand) const;
    // An operand that another is compared with; names stand in quotes.
    std::string object(const Operand& operand) const;
    // `a, b or c`
    std::string any_of(const std::vector<std::string>& items) const;
    // `a, b and c`
    std::string all_of(const std::vector<Operand>& operands) const;
    std::string list_parameter(std::size_t index) const;
    std::string field_title(const column::Field& field) const;
    std::string quoted(std::string name) const;

  private:
    std::string call(const Call& call) const;
    std::string arithmetic(const Arithmetic& arithmetic) const;
    std::string derived(std::size_t index) const;
    std::string aggregate(const Aggregate& aggregate) const;
    std::string constant(const column::Scalar& value) const;
    std::string of_source(const FieldOperand& operand, std::string name) const;
    std::string joined(const std::vector<std::string>& items, const std::string& last) const;

    const Names& names_;
    const Plan* plan_;
    const Catalogue& catalogue_;
    std::span<const column::Scalar> parameters_;
};

}  // namespace cadran::expression
