// SPDX-License-Identifier: Apache-2.0
#include "definition/faults.h"

namespace cadran::definition {

Faults::Faults(Diagnostics already) : all_(std::move(already)) {
    for (const Diagnostic& fault : all_) places_.insert(fault.place);
}

void Faults::add(const Place& place, Message what, std::optional<Message> hint) {
    if (places_.insert(place).second) all_.push_back({place, std::move(what), std::move(hint)});
}

void Faults::expect_new(const format::XmlAttribute& name, Names& seen, Message hint) {
    const auto [before, fresh] = seen.emplace(name.value, name.place);
    if (fresh) return;
    add(name.place,
        {"definition.repeated", {{"name", name.value}, {"line", std::int64_t{before->second.line}}}},
        std::move(hint));
}

}  // namespace cadran::definition
