// SPDX-License-Identifier: Apache-2.0
#include "definition/process_text.h"

#include "base/text.h"
#include "format/xml_writer.h"

namespace cadran::definition {

namespace {

using Attributes = format::XmlWriter::Attributes;

class ProcessWriter {
  public:
    explicit ProcessWriter(int level = 0) : writer_(level) {}

    std::string write(const model::Process& process) {
        writer_.open("process", {{"xmlns", "urn:cadran:process:1"},
                                 {"id", process.id},
                                 {"kind", std::string(model::process_kind_name(process.kind))},
                                 {"turn", std::string(model::frequency_name(process.turn))}});
        write_head(process);
        write_figures(process);
        write_risks(process);
        write_controls(process);
        write_texts("input", process.inputs);
        write_texts("activity", process.activities);
        write_texts("output", process.outputs);
        write_texts("resource", process.resources);
        for (const model::RetainedDocument& document : process.documents) write_document(document);
        writer_.close();
        return writer_.take();
    }

    std::string write(const model::Risk& risk) {
        write_risk(risk);
        return writer_.take();
    }

    std::string write(const model::Opportunity& opportunity) {
        write_opportunity(opportunity);
        return writer_.take();
    }

  private:
    void write_text(std::string_view name, const LocalText& text, const Attributes& attributes = {}) {
        writer_.open(name, attributes);
        writer_.text("fr", text.fr);
        writer_.text("en", text.en);
        writer_.close();
    }
    void write_texts(std::string_view name, const std::vector<LocalText>& texts) {
        for (const LocalText& text : texts) write_text(name, text);
    }
    void write_references(std::string_view element, const char* attribute,
                          const std::vector<std::string>& names) {
        for (const std::string& name : names) writer_.empty(element, {{attribute, name}});
    }
    void write_parameters(const std::vector<std::pair<std::string, std::string>>& parameters) {
        for (const auto& [name, value] : parameters)
            writer_.empty("parameter", {{"name", name}, {"value", value}});
    }

    void write_head(const model::Process& process) {
        write_text("title", process.title);
        writer_.empty("pilot", {{"account", process.pilot}});
        write_references("backup", "account", process.backups);
        write_references("stake", "ref", process.stakes);
        write_references("interested-party", "ref", process.parties);
        write_text("purpose", process.purpose);
        write_text("start", process.start_event);
        write_text("end", process.end_event);
        write_neighbours("upstream", process.upstream);
        write_neighbours("downstream", process.downstream);
        write_texts("client", process.clients);
        write_references("clause", "ref", process.clauses);
    }

    void write_neighbours(std::string_view name, const std::vector<model::Neighbour>& neighbours) {
        for (const model::Neighbour& neighbour : neighbours)
            write_text(name, neighbour.flow,
                       {{"process", neighbour.process.empty() ? "all" : neighbour.process}});
    }

    void write_figures(const model::Process& process) {
        writer_.open("objectives");
        for (const model::Objective& objective : process.objectives) {
            writer_.open("objective", {{"id", objective.id},
                                       {"indicator", objective.indicator},
                                       {"owner", objective.owner},
                                       {"due", objective.due ? iso_text(*objective.due) : ""}});
            write_text("text", objective.text);
            write_text("means", objective.means);
            write_text("judged", objective.judged);
            writer_.close();
        }
        writer_.close();
        writer_.open("indicators");
        for (const model::Indicator& indicator : process.indicators) write_indicator(indicator);
        writer_.close();
    }

    void write_indicator(const model::Indicator& indicator) {
        Attributes attributes{{"id", indicator.id},
                              {"unit", std::string(model::unit_name(indicator.unit))},
                              {"direction", std::string(model::direction_name(indicator.direction))},
                              {"frequency", std::string(model::frequency_name(indicator.frequency))}};
        const bool by_hand = indicator.source == model::Source::by_hand;
        if (!by_hand) attributes.emplace_back(model::source_name(indicator.source), indicator.measure);
        writer_.open("indicator", attributes);
        write_text("title", indicator.title);
        if (by_hand) write_text("by-hand", indicator.method);
        write_parameters(indicator.parameters);
        for (const model::Target& target : indicator.targets) write_target(target);
        writer_.close();
    }

    void write_target(const model::Target& target) {
        Attributes attributes{{"from", iso_text(target.from)}, {"value", plain_text(target.value)}};
        const auto add = [&](const char* name, const std::optional<Decimal>& value) {
            if (value) attributes.emplace_back(name, plain_text(*value));
        };
        add("upper", target.upper);
        add("warning", target.warning);
        add("upper-warning", target.upper_warning);
        writer_.empty("target", attributes);
    }

    void write_risks(const model::Process& process) {
        writer_.open("risks");
        for (const model::Risk& risk : process.risks) write_risk(risk);
        for (const model::Opportunity& opportunity : process.opportunities) write_opportunity(opportunity);
        writer_.close();
    }

    void write_opportunity(const model::Opportunity& opportunity) {
        writer_.open("opportunity", {{"id", opportunity.id},
                                     {"likelihood", std::to_string(opportunity.rating.likelihood)},
                                     {"benefit", std::to_string(opportunity.rating.impact)}});
        write_text("title", opportunity.title);
        write_text("response", opportunity.response);
        writer_.close();
    }

    void write_risk(const model::Risk& risk) {
        writer_.open("risk", {{"id", risk.id},
                              {"likelihood", std::to_string(risk.inherent.likelihood)},
                              {"impact", std::to_string(risk.inherent.impact)},
                              {"treatment", std::string(model::treatment_name(risk.treatment))},
                              {"residual-likelihood", std::to_string(risk.residual.likelihood)},
                              {"residual-impact", std::to_string(risk.residual.impact)}});
        write_text("title", risk.title);
        write_text("response", risk.response);
        writer_.close();
    }

    void write_controls(const model::Process& process) {
        writer_.open("controls");
        for (const model::ControlUse& control : process.controls) {
            writer_.open("control", with_terms({{"use", control.control}}, control.terms));
            write_terms(control.terms);
            write_parameters(control.parameters);
            writer_.close();
        }
        for (const model::ManualControl& control : process.manual_controls) {
            writer_.open("manual-control", with_terms({{"id", control.id}}, control.terms));
            write_text("title", control.title);
            write_terms(control.terms);
            writer_.close();
        }
        writer_.close();
    }

    static Attributes with_terms(Attributes attributes, const model::ControlTerms& terms) {
        attributes.emplace_back("frequency", model::control_frequency_name(terms.frequency));
        attributes.emplace_back("by", model::role_name(terms.by));
        return attributes;
    }
    void write_terms(const model::ControlTerms& terms) {
        write_references("covers", "risk", terms.risks);
        write_text("proof", terms.proof);
    }

    void write_document(const model::RetainedDocument& document) {
        Attributes attributes;
        if (!document.document.empty()) attributes.emplace_back("document", document.document);
        if (document.months > 0) attributes.emplace_back("keep-months", std::to_string(document.months));
        write_text("retained-document", document.title, attributes);
    }

    format::XmlWriter writer_;
};

}  // namespace

std::string process_text(const model::Process& process) {
    return ProcessWriter().write(process);
}

std::string risk_text(const model::Risk& risk, int level) {
    return ProcessWriter(level).write(risk);
}

std::string opportunity_text(const model::Opportunity& opportunity, int level) {
    return ProcessWriter(level).write(opportunity);
}

}  // namespace cadran::definition
