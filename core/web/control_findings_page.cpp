// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "app/nonconformity.h"
#include "report/words.h"
#include "web/choices.h"
#include "web/finding_rows.h"
#include "web/frame.h"
#include "web/paging.h"
#include "web/worklist_pages.h"

namespace cadran::web {

namespace {

constexpr std::array control_findings_labels{
    "web.process",         "web.every_process",   "web.control",      "web.every_control", "web.state",
    "web.every_state",     "web.filter",          "web.record",       "web.event_date",    "web.severity",
    "web.no_finding_here", "web.export_findings", "web.findings_hint"};

constexpr std::array finding_states{model::FindingState::open, model::FindingState::confirmed,
                                    model::FindingState::dismissed};

// The processes that use controls, and the controls of the one that is chosen; of all of them where none is.
struct ProcessChoice {
    std::string process = {};
    Json::Array processes = {};
    ControlTitles controls = {};
};

ProcessChoice choice_of(const Request& request, app::Session& session) {
    const std::string wanted = request.query.get("process");
    ProcessChoice choice{.process = wanted};
    for (const auto& [process, title] : process_titles(session)) {
        ControlTitles controls = control_titles(process, session);
        if (controls.empty()) continue;
        choice.processes.push_back(option(process, title, wanted));
        if (process == wanted || wanted.empty()) choice.controls.merge(controls);
    }
    return choice;
}

}  // namespace

Result<Response> control_findings_page(const Request& request, app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    const ProcessChoice choice = choice_of(request, session);
    const std::string control = request.query.get("control"), state = request.query.get("state");
    auto findings = app::list_findings(
        session, {.process = choice.process, .state = model::parse_finding_state(state), .control = control});
    if (!findings) return tl::unexpected(findings.error());
    std::ranges::reverse(*findings);
    const Paging paging(request, findings->size());
    Json::Array controls, rows;
    for (const auto& [name, title] : choice.controls) controls.push_back(option(name, title, control));
    for (const app::ListedFinding& one : paging.shown(*findings))
        rows.push_back(finding_row(one.finding, choice.controls, session));
    const std::string title = catalogue.text(Message{"web.findings"});
    const std::string body =
        filled_template("control_findings",
                        Json::Object{{"controls", controls},
                                     {"empty", findings->empty()},
                                     {"label", report::labels(control_findings_labels, catalogue)},
                                     {"paging", paging.markup(catalogue)},
                                     {"processes", choice.processes},
                                     {"rows", rows},
                                     {"states", options(finding_states, model::finding_state_name,
                                                        model::finding_state_title, state, catalogue)},
                                     {"summary", catalogue.text(Message{"web.control_findings_listed",
                                                                        {{"count", std::ssize(*findings)}}})},
                                     {"title", title}});
    return framed({.title = title, .place = "/findings", .body = body}, request, session);
}

}  // namespace cadran::web
