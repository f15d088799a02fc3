// SPDX-License-Identifier: Apache-2.0
#include "app/explanation.h"
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/population.h"
#include "cli/work_item.h"

namespace cadran::cli {

namespace {

std::string values(const Output& output, const model::Finding& finding) {
    std::vector<std::string> lines;
    for (const model::Evidence& each : finding.evidence) {
        const std::string value = evidence_text(output.catalogue(), finding, each);
        lines.push_back(each.record.empty() ? fmt::format("{} = {}", each.field, value)
                                            : fmt::format("{} ({}) = {}", each.field, each.record, value));
    }
    return fmt::format("{}", fmt::join(lines, "\n"));
}

std::string version(const Output& output, const model::DefinitionVersion& plugin) {
    return output.catalogue().text(Message{"cli.plugin_version",
                                           {{"name", plugin.name},
                                            {"number", std::int64_t{plugin.number}},
                                            {"from", plugin.acceptance->from},
                                            {"author", plugin.author},
                                            {"approver", plugin.acceptance->approver}}});
}

std::string draw(const Output& output, const model::ControlResult& result) {
    std::vector<std::string> lines;
    if (!result.seed.empty())
        lines.push_back(output.catalogue().text(Message{"cli.seed", {{"seed", result.seed}}}));
    for (const model::Stratum& stratum : result.strata) {
        lines.push_back(output.catalogue().text(
            Message{"cli.stratum",
                    {{"keys", stratum.keys}, {"size", stratum.size}, {"population", stratum.population}}}));
    }
    return fmt::format("{}", fmt::join(lines, "\n"));
}

}  // namespace

Result<int> control_explain(Invocation& invocation) {
    const auto explained = app::explain(invocation.session(), invocation.arguments().get("FINDING"));
    if (!explained) return tl::unexpected(explained.error());
    Output& output = invocation.output();
    const model::Finding& finding = explained->finding;
    const model::Control& control = explained->declaration.control;
    std::vector<std::string> records;
    for (const model::Subject& subject : finding.subjects)
        records.push_back(fmt::format("{} {}", subject.type, subject.key));
    const std::string place = fmt::format("plugins/{}/{}:{}", explained->plugin.name,
                                          explained->declaration.path, explained->declaration.place.line);
    output.record(
        {{{"finding", {"cli.finding"}},
          {"records", {"cli.records"}},
          {"control", {"cli.control"}},
          {"message", {"cli.message"}},
          {"population", {"cli.rule"}},
          {"values", {"cli.evidence"}},
          {"clauses", {"cli.condition"}},
          {"judge", {"cli.judge"}},
          {"version", {"cli.version"}},
          {"hash", {"cli.hash"}},
          {"place", {"cli.written_at"}},
          {"run", {"cli.run"}},
          {"draw", {"cli.draw"}},
          {"state", {"cli.state"}}},
         {{output.cell(finding.id),
           output.cell(fmt::format("{}", fmt::join(records, "\n"))),
           {fmt::format("{} ({})", output.catalogue().text(control.title), control.id), Json(control.id)},
           output.cell(explained->message),
           output.cell(explained->population),
           output.cell(values(output, finding)),
           output.cell(clauses_text(control.population)),
           output.cell(output.catalogue().text(control.has_judge ? Message{"cli.judged_by_script"}
                                                                 : Message{"cli.judged_by_rule"})),
           output.cell(version(output, explained->plugin)),
           output.cell(explained->plugin.hash.hex()),
           output.cell(place),
           output.cell(output.catalogue().text(Message{"cli.run_of",
                                                       {{"number", explained->run.number},
                                                        {"period", explained->run.period.text()},
                                                        {"by", explained->run.by}}})),
           output.cell(draw(output, explained->result)),
           {output.catalogue().text(model::finding_state_title(finding.state)),
            model::finding_state_name(finding.state)}}}});
    return exit_fine;
}

}  // namespace cadran::cli
