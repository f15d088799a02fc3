// SPDX-License-Identifier: Apache-2.0
#include "cli/replay_json.h"

#include "base/text.h"

namespace cadran::cli {

namespace {

// Of a draft, which has no version yet, null.
Json version_json(int version) {
    return version == 0 ? Json() : Json(version);
}

Json side_json(const app::ReplaySide& side) {
    const model::ControlResult& result = side.result;
    Json::Object parameters;
    for (const auto& [name, value] : result.parameters) parameters[name] = value;
    return Json::Object{
        {"version", version_json(result.control.version)},
        {"parameters", parameters},
        {"population", result.population},
        {"selected", result.selected},
        {"passed", result.passed},
        {"failed", result.failed},
        {"errors", result.errors},
        {"not_applicable", result.not_applicable},
        {"not_checked", result.not_checked},
        {"minutes", side.minutes ? Json(*side.minutes) : Json()},
    };
}

Json examples_json(const std::vector<app::ReplayedFinding>& examples) {
    Json::Array array;
    for (const app::ReplayedFinding& one : examples) {
        array.push_back(Json::Object{
            {"records", Json::Array(one.keys.begin(), one.keys.end())},
            {"event_date", iso_text(one.event_date)},
            {"severity", model::severity_name(one.severity)},
            {"message", one.message},
        });
    }
    return array;
}

}  // namespace

Json replay_json(const std::string& control, const app::ReplayComparison& comparison) {
    Json::Object purged;
    for (const auto& [type, last] : comparison.purged) purged[type] = iso_text(last);
    return Json::Object{
        {"control", control},
        {"process", comparison.process.empty() ? Json() : Json(comparison.process)},
        {"since", iso_text(comparison.since)},
        {"until", iso_text(comparison.until)},
        {"in_force", side_json(comparison.before)},
        {"tried", side_json(comparison.after)},
        {"more", comparison.more},
        {"fewer", comparison.fewer},
        {"graver", comparison.graver},
        {"milder", comparison.milder},
        {"unchanged", comparison.unchanged},
        {"more_examples", examples_json(comparison.more_examples)},
        {"fewer_examples", examples_json(comparison.fewer_examples)},
        {"purged", purged},
    };
}

}  // namespace cadran::cli
