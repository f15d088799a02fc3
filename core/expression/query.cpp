// SPDX-License-Identifier: Apache-2.0
#include "expression/query.h"

#include <algorithm>

#include "expression/parser.h"

namespace cadran::expression {

Result<Query> Query::compile(const Scope& scope, const std::vector<std::pair<std::string, Clause>>& joins,
                             const std::optional<Clause>& where) {
    Diagnostics diagnostics;
    auto names = std::make_shared<Names>();
    names->sources.push_back({scope.from, scope.from, scope.schema});
    names->parameters = scope.parameters;
    for (const auto& [alias, clause] : joins) parse_join(alias, clause, scope, *names, diagnostics);
    std::optional<Condition> condition;
    if (where) {
        condition.emplace(std::make_shared<const Node>(parse_condition(*where, *names, diagnostics)), names);
    }
    if (!diagnostics.empty()) return invalid(std::move(diagnostics));
    return Query(std::move(names), std::move(condition));
}

Query::Query(std::shared_ptr<const Names> names, std::optional<Condition> where)
    : names_(std::move(names)), where_(std::move(where)) {
    for (std::size_t i = 1; i < names_->sources.size(); ++i) {
        joins_.push_back({names_->sources[i].alias, names_->sources[i].type});
    }
}

Result<Condition> Query::condition(const Clause& clause) const {
    Diagnostics diagnostics;
    auto root = std::make_shared<const Node>(parse_condition(clause, *names_, diagnostics));
    if (!diagnostics.empty()) return invalid(std::move(diagnostics));
    return Condition(std::move(root), names_);
}

const std::string& Query::from() const {
    return names_->sources.front().type;
}

std::vector<std::string> Query::fields_read() const {
    std::vector<std::string> read = where_ ? where_->fields_read() : std::vector<std::string>();
    const column::Schema& schema = *names_->sources.front().schema;
    for (const Source& source : names_->sources) {
        for (const Equality& equality : source.key) {
            const auto* field = std::get_if<FieldOperand>(&equality.other.what);
            if (field != nullptr) read.push_back(schema.field(field->field).name);
        }
    }
    std::vector<std::string> names = schema.names();
    std::erase_if(names,
                  [&](const std::string& name) { return std::ranges::find(read, name) == read.end(); });
    return names;
}

}  // namespace cadran::expression
