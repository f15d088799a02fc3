// SPDX-License-Identifier: Apache-2.0
#include "cli/work_item.h"

#include <algorithm>

namespace cadran::cli {

namespace {

Cell evidence_cell(const Output& output, const model::Finding& finding) {
    std::vector<std::string> lines;
    Json::Object values;
    for (const model::Evidence& evidence : finding.evidence) {
        const std::string text = evidence_text(output.catalogue(), finding, evidence);
        const std::string name = evidence.record.empty()
                                     ? evidence.field
                                     : fmt::format("{} ({})", evidence.field, evidence.record);
        lines.push_back(fmt::format("{} = {}", name, text));
        values[name] = finding.purged && column::is_missing(evidence.value)
                           ? Json()
                           : Json(column::plain_text(evidence.value));
    }
    return {fmt::format("{}", fmt::join(lines, "\n")), values};
}

Cell points_cell(const Output& output, const app::WorkItem& item) {
    std::vector<std::string> lines;
    Json::Array points;
    for (const model::VerificationPoint& point : item.verify) {
        std::string_view mark = "☐";
        if (!item.decisions.empty()) {
            const auto& given = item.decisions.back().points;
            const auto found = std::ranges::find(given, point.id, &model::PointVerdict::point);
            if (found != given.end()) mark = found->conforming ? "☑" : "☒";
        }
        lines.push_back(fmt::format("{} {}: {}", mark, point.id, output.catalogue().text(point.text)));
        points.push_back(Json::Object{{"id", point.id}, {"text", output.catalogue().text(point.text)}});
    }
    return {fmt::format("{}", fmt::join(lines, "\n")), points};
}

Cell decisions_cell(const Output& output, const app::WorkItem& item) {
    std::vector<std::string> lines;
    Json::Array decisions;
    for (const model::Decision& decision : item.decisions) {
        lines.push_back(fmt::format("{} {} {} {}", iso_text(decision.at), decision.by,
                                    output.catalogue().text(model::verdict_title(decision.verdict)),
                                    decision.reason));
        decisions.push_back(Json::Object{{"at", iso_text(decision.at)},
                                         {"by", decision.by},
                                         {"reason", decision.reason},
                                         {"verdict", model::verdict_name(decision.verdict)}});
    }
    return {fmt::format("{}", fmt::join(lines, "\n")), decisions};
}

}  // namespace

std::string evidence_text(const Catalogue& catalogue, const model::Finding& finding,
                          const model::Evidence& evidence) {
    if (finding.purged && column::is_missing(evidence.value)) return catalogue.text(Message{"cli.is_purged"});
    return catalogue.fill("{value}", {{"value", column::argument(evidence.value)}});
}

void print_work_item(Output& output, const app::WorkItem& item) {
    const model::Finding& finding = item.finding;
    output.record({{{"finding", {"cli.finding"}},
                    {"record", {"cli.record"}},
                    {"control", {"cli.control"}},
                    {"message", {"cli.message"}},
                    {"severity", {"cli.severity"}},
                    {"event_date", {"cli.date"}},
                    {"handler", {"cli.handler"}},
                    {"due", {"cli.due"}},
                    {"taken_by", {"cli.taken_by"}},
                    {"evidence", {"cli.evidence"}},
                    {"verify", {"cli.points"}},
                    {"decisions", {"cli.decisions"}}},
                   {{output.cell(finding.id),
                     output.cell(finding.subjects.front().key),
                     {fmt::format("{} ({}, v{})", output.catalogue().text(item.control_title),
                                  finding.control.id, finding.control.version),
                      Json(finding.control.id)},
                     output.cell(item.message),
                     {output.catalogue().text(model::severity_title(finding.severity)),
                      model::severity_name(finding.severity)},
                     output.cell(finding.event_date),
                     output.cell(finding.handler),
                     item.due ? output.cell(*item.due) : Cell{},
                     output.cell(finding.taken ? finding.taken->by : std::string()),
                     evidence_cell(output, finding),
                     points_cell(output, item),
                     decisions_cell(output, item)}}});
}

}  // namespace cadran::cli
