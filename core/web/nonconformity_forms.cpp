// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "app/definitions.h"
#include "app/nonconformity.h"
#include "app/process.h"
#include "base/text.h"
#include "report/words.h"
#include "web/choices.h"
#include "web/error_page.h"
#include "web/finding_rows.h"
#include "web/frame.h"
#include "web/nonconformity_pages.h"

namespace cadran::web {

namespace {

constexpr std::array opening_labels{"web.nonconformities",
                                    "web.process",
                                    "web.choose",
                                    "web.title",
                                    "web.title_hint",
                                    "web.requirement",
                                    "web.extent",
                                    "web.requirement_hint",
                                    "web.extent_hint",
                                    "web.findings",
                                    "web.record",
                                    "web.control",
                                    "web.event_date",
                                    "web.severity",
                                    "web.finding",
                                    "web.whole_control",
                                    "web.of_no_control",
                                    "web.period",
                                    "web.open_nonconformity",
                                    "web.whole_hint",
                                    "web.nothing_to_group",
                                    "web.every_period"};

constexpr std::size_t choices_shown = 200;

// The findings that may be put under one: confirmed, and under none yet.
struct Groupable {
    std::vector<model::Finding> findings;
    ControlTitles titles;
};

Result<Groupable> groupable(const std::string& process, app::Session& session) {
    const auto sheet = app::show_process(session, process);
    if (!sheet) return tl::unexpected(sheet.error());
    if (const Done may = app::authorise(session, app::UseCase::group_findings, sheet->process); !may)
        return tl::unexpected(may.error());
    auto listed = app::list_findings(session, {.process = process, .ungrouped = true});
    if (!listed) return tl::unexpected(listed.error());
    Groupable found{{}, control_titles(process, session)};
    for (app::ListedFinding& one : *listed) {
        if (!one.finding.visible_to) found.findings.push_back(std::move(one.finding));
    }
    return found;
}

Json::Array controls_of(const Groupable& found, const std::string& chosen, const Catalogue& catalogue) {
    std::map<std::string, std::int64_t> counts;
    for (const model::Finding& finding : found.findings) ++counts[finding.control.id];
    Json::Array all;
    for (const auto& [control, count] : counts)
        all.push_back(option(
            control, fmt::format("{} ({})", called(found.titles, control), catalogue.number(count)), chosen));
    return all;
}

Json::Array quarters_of(const Groupable& found, const std::string& chosen, const Catalogue& catalogue) {
    std::map<std::string, std::string> quarters;
    for (const model::Finding& finding : found.findings) {
        const auto quarter =
            calendar::Period::containing(finding.event_date, calendar::Period::Kind::quarter);
        quarters[quarter.text()] = report::period_words(quarter, catalogue);
    }
    Json::Array all;
    for (const auto& [text, words] : quarters) all.push_back(option(text, words, chosen));
    return all;
}

Json::Array rows_to_tick(const Groupable& found, const std::vector<std::string>& ticked,
                         const app::Session& session) {
    Json::Array rows;
    for (const model::Finding& finding : found.findings) {
        if (rows.size() == choices_shown) break;
        Json::Object row = finding_row(finding, found.titles, session).object();
        row["ticked"] = std::ranges::find(ticked, finding.id) != ticked.end();
        rows.push_back(std::move(row));
    }
    return rows;
}

Result<Response> shown_opening(const std::string& process, const Failure* failure, const Request& request,
                               app::Session& session) {
    if (const auto may = app::scope_within(session, app::UseCase::group_findings); !may)
        return tl::unexpected(may.error());
    const Catalogue& catalogue = session.catalogue;
    const Fields& given = request.form;
    Json::Object view{{"chosen", false}};
    if (!process.empty()) {
        const auto found = groupable(process, session);
        if (!found) return tl::unexpected(found.error());
        view["chosen"] = Json::Object{{"controls", controls_of(*found, given.get("control"), catalogue)},
                                      {"empty", found->findings.empty()},
                                      {"extent_text", given.get("extent")},
                                      {"process", process},
                                      {"quarters", quarters_of(*found, given.get("period"), catalogue)},
                                      {"requirement_text", given.get("requirement")},
                                      {"rows", rows_to_tick(*found, given.all("finding"), session)},
                                      {"title_text", given.get("title")}};
    }
    const std::string title = catalogue.text(Message{"web.open_nonconformity"});
    view["faults"] = faults_above(failure, catalogue);
    view["form_token"] = request.form_token;
    view["label"] = report::labels(opening_labels, catalogue);
    view["processes"] = processes_to_choose(process, session);
    view["title"] = title;
    return framed({.title = title,
                   .place = "/nonconformities",
                   .body = filled_template("new_nonconformity", view),
                   .status = failure == nullptr ? 200 : status_of(*failure)},
                  request, session);
}

}  // namespace

Result<Response> new_nonconformity_page(const Request& request, app::Session& session) {
    return shown_opening(request.query.get("process"), nullptr, request, session);
}

Result<Response> open_nonconformity_form(const Request& request, app::Session& session) {
    if (const auto may = app::scope_within(session, app::UseCase::group_findings); !may)
        return tl::unexpected(may.error());
    const Fields& given = request.form;
    const auto opened =
        app::open_nonconformity(session, {.process = given.get("process"),
                                          .title = given.get("title"),
                                          .requirement = given.get("requirement"),
                                          .extent = given.get("extent"),
                                          .findings = given.all("finding"),
                                          .control = given.get("control"),
                                          .period = calendar::Period::parse(given.get("period"))});
    if (opened) return see_other(fmt::format("/nonconformities/{}?done=action", opened->number));
    auto shown = shown_opening(given.get("process"), &opened.error(), request, session);
    if (!shown) return tl::unexpected(opened.error());
    return shown;
}

}  // namespace cadran::web
