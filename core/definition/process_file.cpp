// SPDX-License-Identifier: Apache-2.0
#include "definition/process_file.h"

#include "base/resource.h"
#include "definition/process_sections.h"
#include "format/xml_schema.h"

namespace cadran::definition {

namespace {

using format::XmlAttribute;
using format::XmlElement;

constexpr std::string_view every_process = "all";

const format::XmlSchema& process_schema() {
    static const format::XmlSchema schema(resource("processes/process.xsd"),
                                          {{"text", {"definition.text_form"}},
                                           {"identifier", {"definition.identifier_form"}},
                                           {"reference", {"definition.reference_form"}},
                                           {"account", {"definition.account_form"}},
                                           {"date", {"definition.date_form"}},
                                           {"clause-number", {"definition.clause_form"}},
                                           {"figure", {"definition.figure_form"}},
                                           {"step", {"definition.step_form"}},
                                           {"months", {"definition.months_form"}}},
                                          {{"control-plan.xsd", resource("processes/control-plan.xsd")}});
    return schema;
}

// Takes the head of a valid tree apart, and has the sections do the rest.
class Sheet {
  public:
    Sheet(const XmlElement& root, ProcessFile& file, Faults& faults)
        : root_(root), process_(file.process), section_{faults, file.places} {}

    void read() {
        read_identity();
        read_people();
        read_references("stake", process_.stakes);
        read_references("interested-party", process_.parties);
        read_references("clause", process_.clauses);
        read_neighbours("upstream", process_.upstream);
        read_neighbours("downstream", process_.downstream);
        read_texts();
        read_figures(root_, process_, section_);
        read_risks(root_, process_, section_);
        read_controls(root_, process_, section_);
        read_documents();
    }

  private:
    void read_identity() {
        const XmlAttribute& id = root_.attribute("id");
        process_.id = id.value;
        section_.places.add("id", id.place);
        if (id.value == every_process)
            section_.faults.add(id.place, {"definition.reserved_id", {{"id", id.value}}},
                                Message{"definition.choose_another_id"});
        process_.kind = model::parse_process_kind(root_.attribute("kind").value)
                            .value_or(model::ProcessKind::realisation);
        process_.turn =
            model::parse_frequency(root_.attribute("turn").value).value_or(calendar::Period::Kind::quarter);
        process_.title = local_text(root_.child("title"));
    }

    void read_people() {
        const XmlAttribute& pilot = root_.child("pilot").attribute("account");
        process_.pilot = pilot.value;
        section_.places.add("pilot", pilot.place);
        Names seen;
        for (const XmlElement* backup : root_.children_named("backup")) {
            const XmlAttribute& account = backup->attribute("account");
            if (account.value == pilot.value) {
                section_.faults.add(account.place,
                                    {"definition.pilot_as_backup", {{"account", account.value}}},
                                    Message{"definition.name_another_backup"});
            }
            section_.add_new("backup", account, seen, {"definition.remove_one"});
            process_.backups.push_back(account.value);
        }
    }

    void read_references(const char* name, std::vector<std::string>& references) {
        Names seen;
        for (const XmlElement* element : root_.children_named(name)) {
            const XmlAttribute& reference = element->attribute("ref");
            section_.add_new(name, reference, seen, {"definition.remove_one"});
            references.push_back(reference.value);
        }
    }

    void read_neighbours(const char* name, std::vector<model::Neighbour>& neighbours) {
        Names seen;
        for (const XmlElement* element : root_.children_named(name)) {
            const XmlAttribute& process = element->attribute("process");
            section_.add_new(name, process, seen, {"definition.remove_one"});
            if (process.value == process_.id) {
                section_.faults.add(process.place, {"definition.own_neighbour", {{"process", process.value}}},
                                    Message{"definition.name_another_process"});
            }
            neighbours.push_back({process.value == every_process ? "" : process.value, local_text(*element)});
        }
    }

    void read_texts() {
        process_.purpose = local_text(root_.child("purpose"));
        process_.start_event = local_text(root_.child("start"));
        process_.end_event = local_text(root_.child("end"));
        process_.clients = local_texts(root_, "client");
        process_.inputs = local_texts(root_, "input");
        process_.activities = local_texts(root_, "activity");
        process_.outputs = local_texts(root_, "output");
        process_.resources = local_texts(root_, "resource");
    }

    void read_documents() {
        for (const XmlElement* element : root_.children_named("retained-document")) {
            const XmlAttribute* document = element->find_attribute("document");
            if (document != nullptr) section_.places.add("document/" + document->value, document->place);
            process_.documents.push_back({local_text(*element), document == nullptr ? "" : document->value,
                                          number_of(*element, "keep-months")});
        }
    }

    const XmlElement& root_;
    model::Process& process_;
    Section section_;
};

Result<ProcessFile> sheet_of(const XmlElement& root, const std::string& file_name, Faults faults) {
    ProcessFile file{{}, Places(file_name)};
    Sheet(root, file, faults).read();
    if (!faults.all().empty()) return invalid(faults.all());
    return file;
}

// Risks and opportunities alone, whatever is wrong with them.
model::Process with_risks_of(const XmlElement& root) {
    Faults ignored({});
    Places places("");
    model::Process process;
    read_risks(root, process, {ignored, places});
    return process;
}

}  // namespace

Result<ProcessFile> read_process(std::string_view bytes, const std::string& file_name) {
    auto document = process_schema().read(bytes, file_name);
    if (!document) return tl::unexpected(std::move(document.error()));
    return sheet_of(document->root, file_name, Faults(std::move(document->wrong_values)));
}

Result<ProcessFile> read_process_tree(XmlElement root, const std::string& file_name, Diagnostics already) {
    Faults faults(std::move(already));
    const auto document = process_schema().judge(std::move(root));
    for (const Diagnostic& fault : document ? document->wrong_values : document.error().diagnostics)
        faults.add(fault.place, fault.what, fault.hint);
    if (!document) return invalid(faults.all());
    return sheet_of(document->root, file_name, std::move(faults));
}

Result<XmlElement> process_elements(std::string_view bytes, const std::string& file_name) {
    auto document = process_schema().read(bytes, file_name);
    if (!document) return tl::unexpected(std::move(document.error()));
    if (!document->wrong_values.empty()) return invalid(std::move(document->wrong_values));
    return std::move(document->root);
}

Diagnostics form_faults(XmlElement root) {
    auto document = process_schema().judge(std::move(root));
    return document ? std::move(document->wrong_values) : std::move(document.error().diagnostics);
}

model::Process stated_process(const XmlElement& root) {
    ProcessFile file{{}, Places("")};
    Faults ignored({});
    Sheet(root, file, ignored).read();
    return std::move(file.process);
}

model::Process people_of(const XmlElement& root) {
    model::Process process;
    process.id = root.attribute("id").value;
    process.title = local_text(root.child("title"));
    process.pilot = root.child("pilot").attribute("account").value;
    for (const XmlElement* backup : root.children_named("backup"))
        process.backups.push_back(backup->attribute("account").value);
    return process;
}

std::vector<model::Risk> risks_of(const XmlElement& root) {
    return with_risks_of(root).risks;
}

std::vector<model::Opportunity> opportunities_of(const XmlElement& root) {
    return with_risks_of(root).opportunities;
}

}  // namespace cadran::definition
