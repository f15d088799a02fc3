// SPDX-License-Identifier: Apache-2.0
#include "app/due.h"

#include "cli/command.h"
#include "cli/commands.h"

namespace cadran::cli {

namespace {

Cell people(const Output& output, const std::vector<std::string>& who) {
    Json::Array names;
    for (const std::string& name : who) names.push_back(Json(name));
    return {who.empty() ? output.catalogue().text(Message{"cli.nobody"})
                        : fmt::format("{}", fmt::join(who, ", ")),
            names};
}

}  // namespace

Result<int> due(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    app::DueQuery query{arguments.has("everybody"), arguments.get("process"), {}};
    if (arguments.has("until")) {
        const auto date = arguments.date("until");
        if (!date) return tl::unexpected(date.error());
        query.until = *date;
    }
    const auto items = app::list_due(invocation.session(), query);
    if (!items) return tl::unexpected(items.error());
    Output& output = invocation.output();
    Table table{{{"due", {"cli.due"}},
                 {"overdue", {"cli.overdue"}},
                 {"process", {"cli.process"}},
                 {"kind", {"cli.kind"}},
                 {"what", {"cli.to_do"}},
                 {"who", {"cli.who"}},
                 {"escalated_to", {"cli.escalated_to"}},
                 {"command", {"cli.next_command"}}},
                {}};
    std::int64_t overdue = 0;
    for (const app::DueItem& item : *items) {
        if (item.overdue) ++overdue;
        table.rows.push_back(
            {item.on ? output.cell(*item.on) : Cell{},
             {item.overdue ? output.catalogue().text(Message{"cli.is_overdue"}) : "", Json(item.overdue)},
             output.cell(item.process),
             {output.catalogue().text(app::due_kind_title(item.kind)), app::due_kind_name(item.kind)},
             output.cell(app::due_words(item, output.catalogue())),
             people(output, item.who),
             item.escalated_to.empty() ? Cell{{}, Json(Json::Array{})} : people(output, item.escalated_to),
             output.cell("cadran " + item.command)});
    }
    output.table(table);
    if (output.format() == Format::table)
        output.say({"cli.due_listed", {{"count", std::ssize(*items)}, {"overdue", overdue}}});
    return overdue > 0 ? exit_found : exit_fine;
}

}  // namespace cadran::cli
