// SPDX-License-Identifier: Apache-2.0
#include "cli/actions.h"

namespace cadran::cli {

Result<ActionTerms> action_terms(const Arguments& arguments) {
    const auto due = arguments.optional_date("due");
    const auto judged = arguments.optional_date("judged-on");
    if (!due) return tl::unexpected(due.error());
    if (!judged) return tl::unexpected(judged.error());
    return ActionTerms{arguments.all("cause"),
                       arguments.get("owner"),
                       *due,
                       {arguments.get("indicator"), arguments.get("criterion"), *judged}};
}

void print_actions(Output& output, const std::vector<app::ListedAction>& actions) {
    Table table{{{"number", {"cli.number"}, true},
                 {"process", {"cli.process"}},
                 {"reference", {"cli.reference"}},
                 {"action", {"cli.action"}},
                 {"level", {"cli.level"}},
                 {"owner", {"cli.owner"}},
                 {"due", {"cli.due"}},
                 {"progress", {"cli.progress"}, true},
                 {"state", {"cli.state"}},
                 {"overdue", {"cli.overdue"}}},
                {}};
    for (const auto& [action, overdue] : actions) {
        const Catalogue& catalogue = output.catalogue();
        table.rows.push_back({output.cell(action.number),
                              output.cell(action.process),
                              output.cell(action.reference),
                              output.cell(action.text),
                              {catalogue.text(model::action_level_title(action.level)),
                               model::action_level_name(action.level)},
                              output.cell(action.owner),
                              output.cell(action.due),
                              {catalogue.percent(Decimal{action.progress, 0}), Json(action.progress)},
                              {catalogue.text(model::action_state_title(action.state)),
                               model::action_state_name(action.state)},
                              {overdue ? catalogue.text(Message{"cli.yes"}) : "", Json(overdue)}});
    }
    output.table(table);
}

void say_state(Output& output, const model::Action& action) {
    output.say({"cli.action_state",
                {{"number", action.number}, {"state", model::action_state_title(action.state)}}});
}

}  // namespace cadran::cli
