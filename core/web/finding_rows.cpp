// SPDX-License-Identifier: Apache-2.0
#include "web/finding_rows.h"

#include <algorithm>

#include <fmt/format.h>

#include "app/rights.h"
#include "app/sheet.h"
#include "report/level_bars.h"
#include "web/work_item_view.h"

namespace cadran::web {

namespace {

constexpr std::size_t subjects_shown = 3;

}  // namespace

ControlTitles control_titles(const std::string& process, app::Session& session) {
    ControlTitles titles;
    const auto sheet = app::show_sheet(session, process, {});
    if (!sheet) return titles;
    for (const auto& [control, title] : sheet->controls) titles[control] = session.catalogue.text(title);
    return titles;
}

const std::string& called(const ControlTitles& titles, const std::string& control) {
    const auto found = titles.find(control);
    return found == titles.end() ? control : found->second;
}

Json finding_row(const model::Finding& finding, const ControlTitles& titles, const app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    const bool works = app::scope_of(session.actor, app::UseCase::show_worklist) == app::Scope::all;
    const bool sees = app::scope_of(session.actor, app::UseCase::show_findings) != app::Scope::none;
    return Json::Object{
        {"control", called(titles, finding.control.id)},
        {"event_date", catalogue.date(finding.event_date)},
        {"finding", finding.id},
        {"place", works  ? Json(finding_place(finding))
                  : sees ? Json("/findings/" + finding.id)
                         : Json(false)},
        {"record", subjects_words(finding)},
        {"severity", catalogue.text(model::severity_title(finding.severity))},
        {"severity_name", report::level_class(finding.severity)},
        {"state", catalogue.text(model::finding_state_title(finding.state))},
        {"state_name", model::finding_state_name(finding.state)},
    };
}

std::string subjects_words(const model::Finding& finding) {
    std::string words;
    for (std::size_t i = 0; i < std::min(subjects_shown, finding.subjects.size()); ++i)
        words += (i == 0 ? "" : ", ") + finding.subjects[i].key;
    return finding.subjects.size() > subjects_shown ? words + " …" : words;
}

}  // namespace cadran::web
