// SPDX-License-Identifier: Apache-2.0
#include "definition/process_choices.h"

#include "model/process.h"

namespace cadran::definition {

namespace {

template <typename Enum>
Choices choices(std::initializer_list<Enum> values, std::string_view (*name)(Enum),
                LocalText (*title)(Enum)) {
    Choices all;
    for (const Enum value : values) all.push_back({std::string(name(value)), title(value)});
    return all;
}

}  // namespace

Choices kinds() {
    using enum model::ProcessKind;
    return choices({management, realisation, support}, model::process_kind_name, model::process_kind_title);
}

Choices periods() {
    using enum calendar::Period::Kind;
    return choices({month, quarter, year}, model::frequency_name, model::frequency_title);
}

Choices units() {
    Choices all;
    for (const model::Unit unit : model::all_units)
        all.push_back({std::string(model::unit_name(unit)), model::unit_title(unit)});
    return all;
}

Choices directions() {
    using enum model::Direction;
    return choices({higher, lower, within}, model::direction_name, model::direction_title);
}

Choices sources() {
    using enum model::Source;
    return choices({measure, records, control, by_hand}, model::source_name, model::source_title);
}

Choices treatments() {
    using enum model::Treatment;
    return choices({avoid, reduce, share, accept}, model::treatment_name, model::treatment_title);
}

Choices control_frequencies() {
    Choices all;
    for (const model::ControlFrequency frequency : model::all_control_frequencies)
        all.push_back({std::string(model::control_frequency_name(frequency)),
                       model::control_frequency_title(frequency)});
    return all;
}

Choices roles() {
    Choices all;
    for (const model::Role role : model::all_roles)
        all.push_back({std::string(model::role_name(role)), model::role_title(role)});
    return all;
}

Choices natures() {
    return {{"risk", {"risque", "risk"}}, {"opportunity", {"opportunité", "opportunity"}}};
}

Choices sides() {
    return {{"upstream", {"amont", "upstream"}}, {"downstream", {"aval", "downstream"}}};
}

}  // namespace cadran::definition
