// SPDX-License-Identifier: Apache-2.0
#include "cli/actions.h"
#include "cli/command.h"
#include "cli/commands.h"
#include "model/figure.h"

namespace cadran::cli {

namespace {

// The criterion, or the indicator and what it showed.
Cell effect_cell(const Output& output, const app::ShownAction& shown) {
    const model::Effectiveness& effectiveness = shown.action.effectiveness;
    if (effectiveness.indicator.empty()) return output.cell(effectiveness.criterion);
    if (!shown.figure) return output.cell(effectiveness.indicator);
    const auto value = shown.figure->value();
    const std::string figure =
        value ? model::figure_text(*value, shown.figure->unit, output.catalogue(), shown.figure->currency)
              : "–";
    return output.cell(
        fmt::format("{} {}: {}", effectiveness.indicator, shown.figure->period.text(), figure));
}

// Each step a line for people, an object for programs.
Cell history_cell(const std::vector<model::JournalEntry>& history) {
    std::vector<std::string> lines;
    Json::Array json;
    for (const model::JournalEntry& entry : history) {
        lines.push_back(fmt::format("{} {} {}", iso_text(entry.time), entry.actor, entry.act));
        json.push_back(
            Json::Object{{"act", entry.act}, {"actor", entry.actor}, {"time", iso_text(entry.time)}});
    }
    return {fmt::format("{}", fmt::join(lines, "\n")), json};
}

std::string reason_of(const model::Action& action) {
    return action.cancelled ? action.cancelled->reason : "";
}

}  // namespace

Result<int> action_show(Invocation& invocation) {
    const auto number = invocation.arguments().count("NUMBER");
    if (!number) return tl::unexpected(number.error());
    const auto shown = app::show_action(invocation.session(), **number);
    if (!shown) return tl::unexpected(shown.error());
    Output& output = invocation.output();
    const Catalogue& catalogue = output.catalogue();
    const model::Action& action = shown->action;
    const auto titled = [&](const LocalText& title, std::string_view name) {
        return Cell{catalogue.text(title), Json(name)};
    };
    output.record(
        {{{"number", {"cli.number"}},
          {"process", {"cli.process"}},
          {"reference", {"cli.reference"}},
          {"action", {"cli.action"}},
          {"kind", {"cli.action_kind"}},
          {"level", {"cli.level"}},
          {"origin", {"cli.origin"}},
          {"source", {"cli.source"}},
          {"causes", {"cli.causes"}},
          {"owner", {"cli.owner"}},
          {"due", {"cli.due"}},
          {"state", {"cli.state"}},
          {"overdue", {"cli.overdue"}},
          {"progress", {"cli.progress"}},
          {"comment", {"cli.comment"}},
          {"effect", {"cli.effect_judged_by"}},
          {"judged_on", {"cli.judged_on"}},
          {"judgement", {"cli.judgement"}},
          {"reason", {"cli.reason"}},
          {"follows", {"cli.follows"}},
          {"next", {"cli.followed_by"}},
          {"history", {"cli.history"}}},
         {{output.cell(action.number),
           output.cell(action.process),
           output.cell(action.reference),
           output.cell(action.text),
           titled(model::action_kind_title(action.kind), model::action_kind_name(action.kind)),
           titled(model::action_level_title(action.level), model::action_level_name(action.level)),
           titled(model::action_origin_title(action.origin), model::action_origin_name(action.origin)),
           output.cell(action.source),
           output.cell(fmt::format("{}", fmt::join(action.causes, " → "))),
           output.cell(action.owner),
           output.cell(action.due),
           titled(model::action_state_title(action.state), model::action_state_name(action.state)),
           {shown->overdue ? catalogue.text(Message{"cli.yes"}) : "", Json(shown->overdue)},
           {catalogue.percent(Decimal{action.progress, 0}), Json(action.progress)},
           output.cell(action.comment),
           effect_cell(output, *shown),
           output.cell(action.effectiveness.on),
           output.cell(action.judged ? action.judged->comment : ""),
           output.cell(reason_of(action)),
           action.follows == 0 ? Cell{"–", {}} : output.cell(action.follows),
           shown->next ? output.cell(*shown->next) : Cell{"–", {}},
           history_cell(shown->history)}}});
    return exit_fine;
}

}  // namespace cadran::cli
