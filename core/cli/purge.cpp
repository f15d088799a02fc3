// SPDX-License-Identifier: Apache-2.0
#include "app/purge.h"

#include <algorithm>

#include "cli/command.h"
#include "cli/commands.h"

namespace cadran::cli {

namespace {

// What becomes of it, or why nothing does.
Cell fate(const Output& output, const app::DueImport& due) {
    if (due.import.purged) return {output.catalogue().text(Message{"cli.is_purged"}), Json("purged")};
    if (due.held_by.empty()) return {output.catalogue().text(Message{"cli.is_due"}), Json("due")};
    return {output.catalogue().text(Message{"cli.is_held"}), Json("held")};
}

std::string reasons(const Output& output, const app::DueImport& due) {
    std::vector<std::string> lines;
    for (const Message& hold : due.held_by) lines.push_back(output.catalogue().text(hold));
    return fmt::format("{}", fmt::join(lines, "; "));
}

void print(Output& output, const app::Due& due) {
    Table table{{{"number", {"cli.number"}, true},
                 {"type", {"cli.type"}},
                 {"first_event", {"cli.first_date"}},
                 {"last_event", {"cli.last_date"}},
                 {"accepted", {"cli.lines_accepted"}, true},
                 {"file", {"cli.file"}},
                 {"retention", {"cli.retention"}},
                 {"since", {"cli.due_since"}},
                 {"findings", {"cli.findings"}, true},
                 {"state", {"cli.state"}},
                 {"held_by", {"cli.held_by"}}},
                {}};
    for (const app::DueImport& one : due.imports) {
        const model::Import& import = one.import;
        table.rows.push_back({output.cell(import.number), output.cell(import.type),
                              import.first_event ? output.cell(*import.first_event) : Cell{},
                              import.last_event ? output.cell(*import.last_event) : Cell{},
                              output.cell(import.accepted), output.cell(import.file_name),
                              output.cell(model::text_of(one.retention)), output.cell(one.since),
                              output.cell(std::ssize(one.findings)), fate(output, one),
                              output.cell(reasons(output, one))});
    }
    output.table(table);
    if (!due.without_limit.empty()) {
        output.say({"cli.kept_without_limit",
                    {{"count", std::ssize(due.without_limit)},
                     {"types", fmt::format("{}", fmt::join(due.without_limit, ", "))}}});
    }
}

std::int64_t held(const app::Due& due) {
    return std::ranges::count_if(due.imports, [](const auto& one) { return !one.held_by.empty(); });
}

}  // namespace

Result<int> purge(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    app::PurgeRecords command{{.type = arguments.get("type")}, arguments.get("reason")};
    if (arguments.has("period")) {
        const auto period = arguments.period("period");
        if (!period) return tl::unexpected(period.error());
        command.filter.period = *period;
    }
    Output& output = invocation.output();
    if (arguments.has("dry-run")) {
        const auto due = app::list_purgeable(invocation.session(), command.filter);
        if (!due) return tl::unexpected(due.error());
        print(output, *due);
        output.say(
            {"cli.purge_would", {{"count", std::ssize(due->imports) - held(*due)}, {"held", held(*due)}}});
        return due->imports.empty() ? exit_fine : exit_found;
    }
    const auto purged = app::purge_records(invocation.session(), command);
    if (!purged) return tl::unexpected(purged.error());
    print(output, purged->due);
    output.say({"cli.purge_done",
                {{"count", std::ssize(purged->due.imports) - held(purged->due)},
                 {"files", purged->files},
                 {"findings", purged->findings},
                 {"held", held(purged->due)}}});
    return held(purged->due) == 0 ? exit_fine : exit_found;
}

}  // namespace cadran::cli
