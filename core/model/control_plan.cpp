// SPDX-License-Identifier: Apache-2.0
#include "model/control_plan.h"

#include "base/named.h"

namespace cadran::model {

namespace {

constexpr Named<ControlFrequency> control_frequencies[] = {
    {ControlFrequency::each_record, "each-record", "à chaque dossier", "on each file"},
    {ControlFrequency::daily, "daily", "chaque jour", "daily"},
    {ControlFrequency::weekly, "weekly", "chaque semaine", "weekly"},
    {ControlFrequency::monthly, "monthly", "chaque mois", "monthly"},
    {ControlFrequency::quarterly, "quarterly", "chaque trimestre", "quarterly"},
    {ControlFrequency::yearly, "yearly", "chaque année", "yearly"},
};

}  // namespace

std::string_view control_frequency_name(ControlFrequency frequency) {
    return named(control_frequencies, frequency).name;
}
std::optional<ControlFrequency> parse_control_frequency(std::string_view name) {
    return parse_named(control_frequencies, name);
}
LocalText control_frequency_title(ControlFrequency frequency) {
    return title_of(control_frequencies, frequency);
}

}  // namespace cadran::model
