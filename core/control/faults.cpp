// SPDX-License-Identifier: Apache-2.0
#include "control/faults.h"

#include <algorithm>
#include <iterator>

namespace cadran::control {

namespace {

constexpr auto order_of_fault = [](const std::pair<std::string, Diagnostic>& one) -> const std::string& {
    return one.first;
};

}  // namespace

void Faults::add(std::string order, const Diagnostic& fault) {
    Kind& kind = kinds_[{fault.place, fault.what.id}];
    if (++kind.count <= most_alike) kind.first.emplace_back(std::move(order), fault);
}

void Faults::add(Faults others) {
    for (auto& [name, other] : others.kinds_) {
        Kind& kind = kinds_[name];
        kind.count += other.count;
        std::ranges::move(other.first, std::back_inserter(kind.first));
        std::ranges::stable_sort(kind.first, {}, order_of_fault);
        if (std::ssize(kind.first) > most_alike) kind.first.resize(most_alike);
    }
}

Diagnostics Faults::take() {
    std::vector<std::pair<std::string, Diagnostic>> told;
    for (auto& [name, kind] : kinds_) {
        const auto more = kind.count - std::ssize(kind.first);
        const std::string last = kind.first.back().first;
        std::ranges::move(kind.first, std::back_inserter(told));
        if (more > 0) told.push_back({last, {name.first, {"control.more_faults_alike", {{"count", more}}}}});
    }
    kinds_.clear();
    std::ranges::stable_sort(told, {}, order_of_fault);
    Diagnostics faults;
    for (auto& [order, fault] : told) faults.push_back(std::move(fault));
    return faults;
}

}  // namespace cadran::control
