// SPDX-License-Identifier: Apache-2.0
#include "app/similar_cases.h"
#include "cli/command.h"
#include "cli/commands.h"

namespace cadran::cli {

namespace {

std::vector<Cell> row(const Output& output, const calendar::Period& period, const app::SimilarCase& similar) {
    std::vector<std::string> keys;
    for (const model::Subject& subject : similar.finding.subjects) keys.push_back(subject.key);
    const LocalText state = model::finding_state_title(similar.finding.state);
    return {output.cell(period.text()),
            output.cell(similar.finding.id),
            output.cell(fmt::format("{}", fmt::join(keys, ", "))),
            output.cell(similar.finding.event_date),
            output.cell(similar.message),
            similar.known
                ? Cell{output.catalogue().text(state), model::finding_state_name(similar.finding.state)}
                : Cell{output.catalogue().text(Message{"cli.not_found_before"}), "new"}};
}

void sum_up(Output& output, const app::SoughtPeriod& sought) {
    if (sought.purged) return;
    output.say({"cli.sought_period",
                {{"period", sought.period.text()},
                 {"population", sought.result.population},
                 {"not_checked", sought.result.not_checked},
                 {"count", static_cast<std::int64_t>(sought.cases.size())}}});
}

}  // namespace

Result<int> finding_similar(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    std::optional<Date> since;
    if (arguments.has("since")) {
        const auto date = arguments.date("since");
        if (!date) return tl::unexpected(date.error());
        since = *date;
    }
    const auto sought = app::seek_similar(invocation.session(), arguments.get("FINDING"), since);
    if (!sought) return tl::unexpected(sought.error());
    Output& output = invocation.output();
    Table table{{{"period", {"cli.period"}},
                 {"finding", {"cli.finding"}},
                 {"record", {"cli.record"}},
                 {"event_date", {"cli.date"}},
                 {"message", {"cli.message"}},
                 {"state", {"cli.state"}}},
                {}};
    std::int64_t errors = 0;
    for (const app::SoughtPeriod& one : *sought) {
        output.complain(one.faults);
        errors += one.result.errors;
        for (const app::SimilarCase& similar : one.cases)
            table.rows.push_back(row(output, one.period, similar));
    }
    output.table(table);
    for (const app::SoughtPeriod& one : *sought) sum_up(output, one);
    return errors > 0 ? exit_not_judged : table.rows.empty() ? exit_fine : exit_found;
}

}  // namespace cadran::cli
