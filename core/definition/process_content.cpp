// SPDX-License-Identifier: Apache-2.0
#include "definition/process_content.h"

#include <fmt/ranges.h>

#include "base/text.h"

namespace cadran::definition {

namespace {

using Parameters = std::vector<std::pair<std::string, std::string>>;

// An item that is filled in, field by field; what is empty is left out.
class Filling {
  public:
    Filling& text(const char* field, const LocalText& text) {
        if (text != LocalText{}) item_.values[field].push_back({text});
        return *this;
    }
    Filling& word(const char* field, std::string_view word) { return text(field, {std::string(word), {}}); }
    Filling& number(const char* field, const std::optional<Decimal>& number) {
        return word(field, number ? plain_text(*number) : "");
    }
    Filling& words(const char* field, const std::vector<std::string>& words) {
        return word(field, fmt::format("{}", fmt::join(words, "; ")));
    }
    Filling& parameters(const char* field, const Parameters& parameters) {
        std::vector<std::string> all;
        for (const auto& [name, value] : parameters) all.push_back(fmt::format("{} = {}", name, value));
        return words(field, all);
    }
    template <typename Values>
    Filling& each(const char* field, const Values& values) {
        for (const auto& value : values) {
            if constexpr (std::is_same_v<std::decay_t<decltype(value)>, LocalText>)
                text(field, value);
            else
                word(field, value);
        }
        return *this;
    }
    TableItem take() { return std::move(item_); }

  private:
    TableItem item_;
};

TableItem head_of(const model::Process& process) {
    return Filling()
        .word("id", process.id)
        .word("kind", model::process_kind_name(process.kind))
        .word("turn", model::frequency_name(process.turn))
        .text("title", process.title)
        .word("pilot", process.pilot)
        .each("backup", process.backups)
        .each("stake", process.stakes)
        .each("party", process.parties)
        .text("purpose", process.purpose)
        .text("start", process.start_event)
        .text("end", process.end_event)
        .each("client", process.clients)
        .each("clause", process.clauses)
        .each("input", process.inputs)
        .each("activity", process.activities)
        .each("output", process.outputs)
        .each("resource", process.resources)
        .take();
}

TableItem item_of(const model::Objective& objective) {
    return Filling()
        .word("id", objective.id)
        .text("text", objective.text)
        .text("means", objective.means)
        .word("owner", objective.owner)
        .word("due", objective.due ? iso_text(*objective.due) : "")
        .text("judged", objective.judged)
        .word("indicator", objective.indicator)
        .take();
}

// The first target stands in the indicator's own row, each later one in a row of its own.
std::vector<TableItem> items_of(const model::Indicator& indicator) {
    std::vector<TableItem> items;
    for (const model::Target& target : indicator.targets) {
        Filling filling;
        filling.word("id", indicator.id);
        if (items.empty()) {
            filling.text("title", indicator.title)
                .word("unit", model::unit_name(indicator.unit))
                .word("direction", model::direction_name(indicator.direction))
                .word("frequency", model::frequency_name(indicator.frequency))
                .word("source", model::source_name(indicator.source))
                .word("measure", indicator.measure)
                .text("method", indicator.method)
                .parameters("parameters", indicator.parameters);
        }
        filling.word("from", iso_text(target.from))
            .number("value", target.value)
            .number("upper", target.upper)
            .number("warning", target.warning)
            .number("upper-warning", target.upper_warning);
        items.push_back(filling.take());
    }
    return items;
}

TableItem item_of(const model::Risk& risk) {
    return Filling()
        .word("nature", "risk")
        .word("id", risk.id)
        .text("title", risk.title)
        .number("likelihood", Decimal{risk.inherent.likelihood})
        .number("impact", Decimal{risk.inherent.impact})
        .word("treatment", model::treatment_name(risk.treatment))
        .text("response", risk.response)
        .number("residual-likelihood", Decimal{risk.residual.likelihood})
        .number("residual-impact", Decimal{risk.residual.impact})
        .take();
}

TableItem item_of(const model::Opportunity& opportunity) {
    return Filling()
        .word("nature", "opportunity")
        .word("id", opportunity.id)
        .text("title", opportunity.title)
        .number("likelihood", Decimal{opportunity.rating.likelihood})
        .number("impact", Decimal{opportunity.rating.impact})
        .text("response", opportunity.response)
        .take();
}

Filling terms_of(const model::ControlTerms& terms) {
    Filling filling;
    filling.words("covers", terms.risks)
        .word("frequency", model::control_frequency_name(terms.frequency))
        .word("by", model::role_name(terms.by))
        .text("proof", terms.proof);
    return filling;
}

TableItem item_of(const model::ControlUse& control) {
    return terms_of(control.terms)
        .word("use", control.control)
        .parameters("parameters", control.parameters)
        .take();
}

TableItem item_of(const model::ManualControl& control) {
    return terms_of(control.terms).word("id", control.id).text("title", control.title).take();
}

TableItem item_of(const model::Neighbour& neighbour, const char* side) {
    return Filling()
        .word("side", side)
        .word("process", neighbour.process.empty() ? "all" : neighbour.process)
        .text("flow", neighbour.flow)
        .take();
}

TableItem item_of(const model::RetainedDocument& document) {
    return Filling()
        .text("title", document.title)
        .word("document", document.document)
        .word("months", document.months > 0 ? std::to_string(document.months) : "")
        .take();
}

}  // namespace

TableContent process_content(const model::Process& process) {
    TableContent content;
    content["sheet"].push_back(head_of(process));
    const auto add = [&content](const char* section, const auto& things) {
        for (const auto& thing : things) content[section].push_back(item_of(thing));
    };
    add("objectives", process.objectives);
    for (const model::Indicator& indicator : process.indicators) {
        for (TableItem& item : items_of(indicator)) content["indicators"].push_back(std::move(item));
    }
    add("risks", process.risks);
    add("risks", process.opportunities);
    add("controls", process.controls);
    add("controls", process.manual_controls);
    for (const auto& neighbour : process.upstream)
        content["exchanges"].push_back(item_of(neighbour, "upstream"));
    for (const auto& neighbour : process.downstream)
        content["exchanges"].push_back(item_of(neighbour, "downstream"));
    add("documents", process.documents);
    return content;
}

}  // namespace cadran::definition
