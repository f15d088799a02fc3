// SPDX-License-Identifier: Apache-2.0
// The names that the clauses of one query share; only this layer sees it.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "expression/scope.h"
#include "expression/tree.h"

namespace cadran::expression {

// A field of the joined type and what it must equal: a field of the main record or a literal.
struct Equality {
    std::size_t field = 0;
    Operand other;
};

// Where rows come from: the records that are judged, or a joined type.
struct Source {
    std::string alias;
    std::string type;
    std::shared_ptr<const column::Schema>
        schema;                      // null while a join is faulty: its fields are not judged then
    std::vector<Equality> key = {};  // of a join
};

// A value over several records, and how it is typed.
struct Derived {
    std::string name;
    column::Type type = column::Type::integer;
    Currency currency = {};
    TimeUnit unit = TimeUnit::days;
};

struct Names {
    std::vector<Source> sources;  // the main record, then the joins in order
    std::vector<ParameterType> parameters;
    std::map<std::string, std::shared_ptr<const column::Schema>> types;  // that a semi-join may name
    std::vector<Derived> derived = {};  // windows, by which a `having` names them

    std::optional<std::size_t> find_source(std::string_view alias) const;
    std::optional<std::size_t> find_parameter(std::string_view name) const;
    std::optional<std::size_t> find_derived(std::string_view name) const;
    // Everything that a bare word may mean.
    std::vector<std::string> all() const;
    std::vector<std::string> aliases() const;
};

}  // namespace cadran::expression
