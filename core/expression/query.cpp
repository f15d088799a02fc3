// SPDX-License-Identifier: Apache-2.0
#include "expression/query.h"

#include <algorithm>
#include <set>

#include "expression/parser.h"
#include "expression/plan.h"

namespace cadran::expression {

namespace {

void check_together(const Clauses& clauses, Diagnostics& diagnostics) {
    const auto fault = [&](const Clause& clause, Message what) {
        diagnostics.push_back({clause.place, std::move(what), Message{"expression.order_of_clauses"}});
    };
    const bool windows = !clauses.windows.empty();
    if (clauses.group && windows) fault(clauses.windows.front().second, {"expression.group_and_window"});
    if (windows && !clauses.having) fault(clauses.windows.front().second, {"expression.having_missing"});
    if (clauses.having && !clauses.group && !windows) fault(*clauses.having, {"expression.having_alone"});
    if (clauses.history && !clauses.group && !windows) fault(*clauses.history, {"expression.history_alone"});
}

std::optional<SamplePlan> sample_plan(const SampleClause& clause, const Names& names,
                                      Diagnostics& diagnostics) {
    SamplePlan plan{clause.rate, clause.size.value_or(0), {}};
    const bool rate_fits = clause.rate && *clause.rate > Decimal{0, 0} && *clause.rate <= Decimal{1, 0};
    const bool size_fits = clause.size && *clause.size > 0;
    if (clause.rate.has_value() == clause.size.has_value()) {
        diagnostics.push_back({clause.place, {"expression.rate_or_size"}, Message{"expression.sample_form"}});
    } else if (!rate_fits && !size_fits) {
        diagnostics.push_back(
            {clause.place, {"expression.sample_out_of_range"}, Message{"expression.sample_form"}});
    }
    if (clause.by) plan.by = parse_fields(*clause.by, names, diagnostics);
    return plan;
}

// A stratum of groups has one value for all records of a group.
void check_strata(const Clauses& clauses, const Plan& plan, Diagnostics& diagnostics) {
    if (!plan.group || !plan.sample) return;
    for (const Operand& stratum : plan.sample->by) {
        const auto& field = std::get<FieldOperand>(stratum.what);
        const bool is_key = std::ranges::any_of(*plan.group, [&](const Operand& key) {
            const auto& known = std::get<FieldOperand>(key.what);
            return known.source == field.source && known.field == field.field;
        });
        if (!is_key) {
            diagnostics.push_back({clauses.sample->by->place, {"expression.stratum_not_a_key"}});
            return;
        }
    }
}

Plan plan_of(const Clauses& clauses, Names& names, Diagnostics& diagnostics) {
    Plan plan;
    check_together(clauses, diagnostics);
    HavingScope having;
    if (clauses.group) {
        plan.group = parse_fields(*clauses.group, names, diagnostics);
        having.keys = plan.group;
    }
    for (const auto& [name, clause] : clauses.windows) {
        if (auto window = parse_window(name, clause, names, diagnostics))
            plan.windows.push_back(std::move(*window));
        const bool again =
            std::ranges::count(clauses.windows, name, &std::pair<std::string, Clause>::first) > 1;
        if (again) diagnostics.push_back({clause.place, {"expression.window_name_taken", {{"name", name}}}});
    }
    for (const Window& window : plan.windows) {
        const Aggregate& aggregate = window.aggregate;
        names.derived.push_back({window.name, aggregate.type, aggregate.currency, aggregate.unit});
    }
    const bool windows_are_known = plan.windows.size() == clauses.windows.size();
    const bool keys_are_known = !clauses.group || !plan.group->empty();
    if (clauses.having && (clauses.group || !clauses.windows.empty()) && windows_are_known && keys_are_known)
        plan.having = parse_condition(*clauses.having, names, diagnostics, &having);
    plan.aggregates = std::move(having.aggregates);
    if (clauses.history) plan.history = parse_length(*clauses.history, names, diagnostics);
    if (clauses.sample) plan.sample = sample_plan(*clauses.sample, names, diagnostics);
    check_strata(clauses, plan, diagnostics);
    return plan;
}

std::vector<SemiJoin> semi_joins_of(const std::optional<Condition>& where, const Plan& plan) {
    std::set<SemiJoin> found;
    const auto take = [&](const SemiJoinMembership& membership) {
        found.insert({membership.type, membership.field});
    };
    if (where) for_each_semi_join(where->root(), take);
    if (plan.having) for_each_semi_join(*plan.having, take);
    return {found.begin(), found.end()};
}

}  // namespace

Result<Query> Query::compile(const Scope& scope, const Clauses& clauses) {
    Diagnostics diagnostics;
    auto names = std::make_shared<Names>();
    names->sources.push_back({scope.from, scope.from, scope.schema});
    names->parameters = scope.parameters;
    names->types = scope.types;
    for (const auto& [alias, clause] : clauses.joins) parse_join(alias, clause, scope, *names, diagnostics);
    std::optional<Condition> condition;
    if (clauses.where) {
        Node root = parse_condition(*clauses.where, *names, diagnostics);
        condition.emplace(std::make_shared<const Node>(std::move(root)), names);
    }
    auto plan = std::make_shared<const Plan>(plan_of(clauses, *names, diagnostics));
    if (!diagnostics.empty()) return invalid(std::move(diagnostics));
    return Query(std::move(names), std::move(condition), std::move(plan));
}

Result<Query> Query::compile(const Scope& scope, const NamedClauses& joins,
                             const std::optional<Clause>& where) {
    return compile(scope, Clauses{.joins = joins, .where = where});
}

Query::Query(std::shared_ptr<const Names> names, std::optional<Condition> where,
             std::shared_ptr<const Plan> plan)
    : names_(std::move(names)),
      semi_joins_(semi_joins_of(where, *plan)),
      where_(std::move(where)),
      plan_(std::move(plan)) {
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
    std::set<std::size_t> fields;
    for_each_field_read([&](const FieldOperand& operand) {
        if (operand.source == 0) fields.insert(operand.field);
    });
    std::vector<std::string> names;
    for (const std::size_t field : fields) names.push_back(names_->sources.front().schema->field(field).name);
    return names;
}

void Query::for_each_field_read(const std::function<void(const FieldOperand&)>& call) const {
    if (where_) for_each_field(where_->root(), call);
    for (const Source& source : names_->sources) {
        for (const Equality& equality : source.key) for_each_field(equality.other, call);
    }
    for_each_field(*plan_, call);
}

std::vector<FieldOperand> Query::joined_fields() const {
    std::set<std::pair<std::size_t, std::size_t>> fields;
    for_each_field_read([&](const FieldOperand& operand) {
        if (operand.source > 0) fields.emplace(operand.source, operand.field);
    });
    std::vector<FieldOperand> joined;
    for (const auto& [source, field] : fields) joined.push_back({source, field});
    return joined;
}

std::vector<std::string> Query::further_names() const {
    std::vector<std::string> names;
    for (const FieldOperand& operand : joined_fields()) {
        const Source& source = names_->sources[operand.source];
        names.push_back(fmt::format("{}.{}", source.alias, source.schema->field(operand.field).name));
    }
    for (const Window& window : plan_->windows) names.push_back(window.name);
    return names;
}

bool Query::has_groups() const {
    return plan_->group.has_value();
}

std::vector<std::string> Query::keys() const {
    std::vector<std::string> keys;
    if (!plan_->group) return keys;
    for (const Operand& key : *plan_->group) {
        const auto& field = std::get<FieldOperand>(key.what);
        const Source& source = names_->sources[field.source];
        const std::string& name = source.schema->field(field.field).name;
        keys.push_back(field.source == 0 ? name : source.alias + "." + name);
    }
    return keys;
}

std::vector<std::string> Query::aggregates() const {
    std::vector<std::string> names;
    for (const Aggregate& aggregate : plan_->aggregates) names.push_back(aggregate.text);
    for (const Window& window : plan_->windows) names.push_back(window.name);
    return names;
}

bool Query::has_windows() const {
    return !plan_->windows.empty();
}

std::optional<Duration> Query::history(std::span<const column::Scalar> parameters) const {
    if (!plan_->history) return {};
    return length_of(*plan_->history, parameters);
}

bool Query::has_sample() const {
    return plan_->sample.has_value();
}

}  // namespace cadran::expression
