// SPDX-License-Identifier: Apache-2.0
#include "app/audit_sample.h"
#include "cli/audit_commands.h"
#include "cli/audits.h"
#include "cli/command.h"

namespace cadran::cli {

namespace {

constexpr std::size_t list_rejects_shown = 10;

void print_records(Output& output, const app::DrawnSample& drawn) {
    Table table;
    for (std::size_t i = 0; i < drawn.fields.size(); ++i)
        table.headings.push_back({drawn.fields[i], {"cli.field_title", {{"title", drawn.titles[i]}}}});
    for (const std::vector<std::string>& record : drawn.records) {
        std::vector<Cell> cells;
        for (const std::string& value : record) cells.push_back(output.cell(value));
        table.rows.push_back(std::move(cells));
    }
    output.table(table);
}

}  // namespace

Result<int> audit_sample(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    const auto number = audit_number(arguments);
    if (!number) return tl::unexpected(number.error());
    const auto drawn =
        app::draw_sample(invocation.session(), {*number, arguments.get("SAMPLE"), invocation.path("list")});
    if (!drawn) return tl::unexpected(drawn.error());
    Output& output = invocation.output();
    Diagnostics rejects;
    for (const app::RejectedLine& reject : drawn->rejects) {
        if (rejects.size() == list_rejects_shown) break;
        rejects.push_back({{arguments.get("list"), static_cast<int>(reject.line), 0}, reject.what, {}});
    }
    output.complain(rejects);
    const model::Sampling& sampling = drawn->sampling;
    output.say({"cli.sample_drawn",
                {{"count", std::ssize(sampling.drawn)},
                 {"population", sampling.population},
                 {"records", sampling.records},
                 {"rejected", sampling.rejected},
                 {"seed", sampling.seed}}});
    output.say({"cli.sample_method", {{"method", drawn->method}}});
    print_records(output, *drawn);
    return sampling.rejected == 0 ? exit_fine : exit_found;
}

}  // namespace cadran::cli
