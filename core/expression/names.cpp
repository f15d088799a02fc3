// SPDX-License-Identifier: Apache-2.0
#include "expression/names.h"

#include <algorithm>

namespace cadran::expression {

namespace {

template <typename Item>
std::optional<std::size_t> find(const std::vector<Item>& items, std::string Item::*name,
                                std::string_view wanted) {
    const auto found = std::ranges::find(items, wanted, name);
    if (found == items.end()) return {};
    return static_cast<std::size_t>(found - items.begin());
}

}  // namespace

std::optional<std::size_t> Names::find_source(std::string_view alias) const {
    return find(sources, &Source::alias, alias);
}

std::optional<std::size_t> Names::find_parameter(std::string_view name) const {
    return find(parameters, &ParameterType::name, name);
}

std::optional<std::size_t> Names::find_derived(std::string_view name) const {
    return find(derived, &Derived::name, name);
}

std::vector<std::string> Names::all() const {
    std::vector<std::string> names = sources.front().schema->names();
    for (const ParameterType& parameter : parameters) names.push_back(parameter.name);
    for (const Derived& value : derived) names.push_back(value.name);
    for (const Source& source : sources) names.push_back(source.alias);
    return names;
}

std::vector<std::string> Names::aliases() const {
    std::vector<std::string> names;
    for (const Source& source : sources) names.push_back(source.alias);
    return names;
}

}  // namespace cadran::expression
