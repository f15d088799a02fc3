// SPDX-License-Identifier: Apache-2.0
#include "model/process.h"

#include <algorithm>

#include "base/named.h"

namespace cadran::model {

namespace {

constexpr Named<ProcessKind> process_kinds[] = {
    {ProcessKind::management, "management", "management", "management"},
    {ProcessKind::realisation, "realisation", "réalisation", "realisation"},
    {ProcessKind::support, "support", "support", "support"},
};

}  // namespace

std::string_view process_kind_name(ProcessKind kind) {
    return named(process_kinds, kind).name;
}
std::optional<ProcessKind> parse_process_kind(std::string_view name) {
    return parse_named(process_kinds, name);
}
LocalText process_kind_title(ProcessKind kind) {
    return title_of(process_kinds, kind);
}

const Indicator* Process::find_indicator(std::string_view wanted) const {
    const auto found = std::ranges::find(indicators, wanted, &Indicator::id);
    return found == indicators.end() ? nullptr : &*found;
}

}  // namespace cadran::model
