// SPDX-License-Identifier: Apache-2.0
#include "app/decided_share.h"

#include <set>

#include "app/definitions.h"
#include "app/plugin_reference.h"
#include "store/finding_repository.h"

namespace cadran::app {

namespace {

// Names the versions of the control, and says whether one of them draws a sample.
Done name_versions(Session& session, const model::Indicator& indicator, model::Measurement& measurement) {
    const std::string plugin = plugin_of_reference(indicator.measure);
    for (const Slice& slice :
         slices(session.workspace, model::DefinitionKind::plugin, plugin, measurement.period)) {
        const auto content = plugin_of(session.workspace, slice.version);
        if (!content) return tl::unexpected(content.error());
        const script::ControlDeclaration* declared = content->plugin.find_control(indicator.measure);
        if (declared == nullptr) continue;
        if (declared->control.visible_to)
            return invalid(Message{"app.confided_is_no_indicator", {{"control", indicator.measure}}},
                           Message{"app.see_the_review"});
        measurement.measures.push_back({indicator.measure, slice.version.number, slice.version.hash});
        measurement.sampled = measurement.sampled || declared->query.has_sample();
    }
    if (!measurement.measures.empty()) return {};
    return not_found({"app.no_control", {{"name", indicator.measure}}},
                     Message{"app.accept_the_plugin", {{"name", plugin}}});
}

}  // namespace

Done count_decided(Session& session, const model::Indicator& indicator, model::Measurement& measurement) {
    if (const Done named = name_versions(session, indicator, measurement); !named) return named;
    std::set<std::string> handlers;
    store::FindingRepository findings(session.workspace.database(), store::Sight::common());
    for (const model::Finding& finding :
         findings.list({.control = indicator.measure, .period = measurement.period})) {
        if (finding.state == model::FindingState::open) {
            ++measurement.excluded;
            continue;
        }
        handlers.insert(finding.handler);
        ++measurement.denominator;
        if (finding.state == model::FindingState::dismissed)
            ++measurement.numerator;
        else
            measurement.exceptions.push_back(finding.subjects.front());
    }
    if (!measurement.sampled || handlers.size() != 1) return {};
    measurement.excluded += measurement.denominator;
    measurement.numerator = measurement.denominator = 0;
    measurement.exceptions.clear();
    return {};
}

}  // namespace cadran::app
