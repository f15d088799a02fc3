// SPDX-License-Identifier: Apache-2.0
#include "definition/process_file.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/resource.h"
#include "base/text.h"
#include "definition/faults.h"
#include "format/xml_schema.h"

namespace cadran::definition {

namespace {

using format::XmlAttribute;
using format::XmlElement;

const format::XmlSchema& process_schema() {
    static const format::XmlSchema schema(resource("processes/process.xsd"),
                                          {{"text", {"definition.text_form"}},
                                           {"identifier", {"definition.identifier_form"}},
                                           {"reference", {"definition.reference_form"}},
                                           {"account", {"definition.account_form"}},
                                           {"date", {"definition.date_form"}},
                                           {"percentage", {"definition.percentage_form"}}});
    return schema;
}

LocalText local_text(const XmlElement& element) {
    return {element.child("fr").text, element.child("en").text};
}

model::Direction direction_of(std::string_view name) {
    return name == "lower" ? model::Direction::lower : model::Direction::higher;
}

calendar::Period::Kind frequency_of(std::string_view name) {
    if (name == "year") return calendar::Period::Kind::year;
    return name == "quarter" ? calendar::Period::Kind::quarter : calendar::Period::Kind::month;
}

// Takes a valid tree apart; values that the schema refused are among the faults already and read as they may.
class Sheet {
  public:
    Sheet(const XmlElement& root, const std::string& file_name, Faults& faults)
        : root_(root), file_{{}, Places(file_name)}, faults_(faults) {}

    ProcessFile read() {
        const XmlAttribute& id = root_.attribute("id");
        file_.process.id = id.value;
        file_.places.add("id", id.place);
        file_.process.title = local_text(root_.child("title"));
        read_people();
        file_.process.purpose = local_text(root_.child("purpose"));
        file_.process.start_event = local_text(root_.child("start"));
        file_.process.end_event = local_text(root_.child("end"));
        read_objectives();
        read_indicators();
        read_controls();
        check_what_judges_what();
        return std::move(file_);
    }

  private:
    void read_people() {
        const XmlAttribute& pilot = root_.child("pilot").attribute("account");
        file_.process.pilot = pilot.value;
        file_.places.add("pilot", pilot.place);
        Names seen;
        for (const XmlElement* backup : root_.children_named("backup")) {
            const XmlAttribute& account = backup->attribute("account");
            if (account.value == pilot.value) {
                faults_.add(account.place, {"definition.pilot_as_backup", {{"account", account.value}}},
                            Message{"definition.name_another_backup"});
            }
            faults_.expect_new(account, seen, Message{"definition.remove_one"});
            file_.process.backups.push_back(account.value);
            file_.places.add("backup/" + account.value, account.place);
        }
    }

    void read_objectives() {
        Names seen;
        for (const XmlElement& element : root_.child("objectives").children) {
            const XmlAttribute& id = element.attribute("id");
            const XmlAttribute& indicator = element.attribute("indicator");
            faults_.expect_new(id, seen, Message{"definition.choose_another_id"});
            file_.process.objectives.push_back(
                {id.value, local_text(element.child("text")), {}, {}, {}, {}, indicator.value});
            file_.places.add("objective/" + id.value, id.place);
            file_.places.add("objective/" + id.value + "/indicator", indicator.place);
        }
    }

    void read_indicators() {
        Names seen;
        for (const XmlElement& element : root_.child("indicators").children) {
            const XmlAttribute& id = element.attribute("id");
            const XmlAttribute& measure = element.attribute("measure");
            faults_.expect_new(id, seen, Message{"definition.choose_another_id"});
            file_.process.indicators.push_back({id.value,
                                                local_text(element.child("title")),
                                                model::Unit::percent,
                                                direction_of(element.attribute("direction").value),
                                                frequency_of(element.attribute("frequency").value),
                                                model::Source::measure,
                                                measure.value,
                                                {},
                                                {},
                                                targets_of(element)});
            file_.places.add("indicator/" + id.value, id.place);
            file_.places.add("indicator/" + id.value + "/measure", measure.place);
        }
    }

    std::vector<model::Target> targets_of(const XmlElement& indicator) {
        std::vector<model::Target> targets;
        for (const XmlElement* element : indicator.children_named("target")) {
            const XmlAttribute& from = element->attribute("from");
            const auto date = parse_date(from.value);
            const auto value = Decimal::parse(element->attribute("value").value);
            if (!date || !value) continue;
            if (!targets.empty() && *date == targets.back().from) {
                faults_.add(from.place, {"definition.repeated_target", {{"date", *date}}},
                            Message{"definition.remove_one"});
            } else if (!targets.empty() && *date < targets.back().from) {
                faults_.add(from.place,
                            {"definition.targets_not_ascending",
                             {{"date", *date}, {"previous", targets.back().from}}},
                            Message{"definition.sort_targets"});
            }
            targets.push_back({*date, *value, {}, {}, {}});
        }
        return targets;
    }

    void read_controls() {
        Names seen;
        for (const XmlElement& element : root_.child("controls").children) {
            const XmlAttribute& use = element.attribute("use");
            faults_.expect_new(use, seen, Message{"definition.remove_one"});
            file_.places.add("control/" + use.value, use.place);
            model::ControlUse control{use.value};
            Names seen_parameters;
            for (const XmlElement& parameter : element.children) {
                const XmlAttribute& name = parameter.attribute("name");
                faults_.expect_new(name, seen_parameters, Message{"definition.remove_one"});
                control.parameters.emplace_back(name.value, parameter.attribute("value").value);
                file_.places.add("control/" + use.value + "/" + name.value, name.place);
            }
            file_.process.controls.push_back(std::move(control));
        }
    }

    void check_what_judges_what() {
        std::vector<std::string> known;
        for (const model::Indicator& indicator : file_.process.indicators) known.push_back(indicator.id);
        std::set<std::string> judging;
        for (const XmlElement& objective : root_.child("objectives").children) {
            const XmlAttribute& indicator = objective.attribute("indicator");
            judging.insert(indicator.value);
            if (faults_.has(indicator.place) || std::ranges::find(known, indicator.value) != known.end())
                continue;
            const auto nearest = nearest_name(indicator.value, known);
            faults_.add(indicator.place, {"definition.unknown_indicator", {{"indicator", indicator.value}}},
                        nearest ? Message{"definition.did_you_mean", {{"name", *nearest}}}
                                : Message{"definition.known_indicators",
                                          {{"names", fmt::format("{}", fmt::join(known, ", "))}}});
        }
        for (const XmlElement& indicator : root_.child("indicators").children) {
            const XmlAttribute& id = indicator.attribute("id");
            if (judging.contains(id.value)) continue;
            faults_.add(id.place, {"definition.unused_indicator", {{"indicator", id.value}}},
                        Message{"definition.name_it_in_an_objective", {{"indicator", id.value}}});
        }
    }

    const XmlElement& root_;
    ProcessFile file_;
    Faults& faults_;
};

}  // namespace

Result<ProcessFile> read_process(std::string_view bytes, const std::string& file_name) {
    auto document = process_schema().read(bytes, file_name);
    if (!document) return tl::unexpected(std::move(document.error()));
    Faults faults(std::move(document->wrong_values));
    ProcessFile file = Sheet(document->root, file_name, faults).read();
    if (!faults.all().empty()) return invalid(faults.all());
    return file;
}

}  // namespace cadran::definition
