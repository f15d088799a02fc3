// SPDX-License-Identifier: Apache-2.0
#include "definition/clause_file.h"

#include <algorithm>
#include <set>

#include "base/resource.h"
#include "base/text.h"
#include "definition/section.h"
#include "format/xml_schema.h"

namespace cadran::definition {

namespace {

using format::XmlAttribute;
using format::XmlElement;
using model::ClauseChange;

const format::XmlSchema& clause_schema() {
    static const format::XmlSchema schema(resource("processes/clauses.xsd"),
                                          {{"text", {"definition.text_form"}},
                                           {"identifier", {"definition.identifier_form"}},
                                           {"clause-number", {"definition.clause_form"}}});
    return schema;
}

// 8.5.1 before 8.10: by its numbers, not by its text.
std::vector<std::int64_t> order_of(std::string_view number) {
    std::vector<std::int64_t> parts;
    for (const std::string_view part : split(number, '.')) parts.push_back(parse_integer(part).value_or(0));
    return parts;
}

class CatalogueReading {
  public:
    CatalogueReading(const XmlElement& root, ClauseFile& file, Faults& faults)
        : root_(root), catalogue_(file.catalogue), section_{faults, file.places} {}

    void read() {
        const XmlAttribute& id = root_.attribute("id");
        section_.places.add("id", id.place);
        catalogue_.id = id.value;
        catalogue_.title = local_text(root_.child("title"));
        catalogue_.status = local_text(root_.child("status"));
        read_clauses();
        if (const XmlElement* mapping = root_.find_child("mapping")) read_mapping(*mapping);
    }

  private:
    void read_clauses() {
        Names seen;
        for (const XmlElement* element : root_.children_named("clause")) {
            const XmlAttribute& number = element->attribute("number");
            section_.faults.expect_new(number, seen, Message{"definition.remove_one"});
            if (!catalogue_.clauses.empty() &&
                order_of(number.value) < order_of(catalogue_.clauses.back().number)) {
                section_.faults.add(
                    number.place,
                    {"definition.clauses_not_ascending",
                     {{"clause", number.value}, {"previous", catalogue_.clauses.back().number}}},
                    Message{"definition.sort_clauses"});
            }
            catalogue_.clauses.push_back({number.value, local_text(*element)});
        }
    }

    void read_mapping(const XmlElement& element) {
        const XmlAttribute& earlier = element.attribute("earlier");
        section_.places.add("earlier", earlier.place);
        catalogue_.earlier = earlier.value;
        std::vector<std::string> known;
        for (const model::Clause& clause : catalogue_.clauses) known.push_back(clause.number);
        std::set<std::string> mapped;
        for (const XmlElement& map : element.children) {
            const ClauseChange change =
                model::parse_clause_change(map.attribute("change").value).value_or(ClauseChange::unknown);
            check_ends(map, change);
            if (const XmlAttribute* clause = map.find_attribute("clause")) {
                section_.expect_known(*clause, known,
                                      {"definition.unknown_clause", {{"clause", clause->value}}});
                mapped.insert(clause->value);
            }
            if (const XmlAttribute* from = map.find_attribute("from"))
                section_.places.add("from/" + from->value, from->place);
            catalogue_.mappings.push_back(
                {value_of(map, "clause"), value_of(map, "from"), change, local_text(map)});
        }
        for (const XmlElement* clause : root_.children_named("clause")) {
            const XmlAttribute& number = clause->attribute("number");
            if (mapped.contains(number.value)) continue;
            section_.faults.add(number.place, {"definition.clause_not_mapped", {{"clause", number.value}}},
                                Message{"definition.map_it"});
        }
    }

    // What is new comes from nowhere, what was removed goes nowhere, all else has both ends.
    void check_ends(const XmlElement& map, ClauseChange change) {
        const bool has_clause = map.find_attribute("clause") != nullptr;
        const bool has_from = map.find_attribute("from") != nullptr;
        const bool fits =
            has_clause == (change != ClauseChange::removed) && has_from == (change != ClauseChange::added);
        if (fits || (change == ClauseChange::unknown && has_clause)) return;
        section_.faults.add(map.place,
                            {"definition.mapping_ends", {{"change", model::clause_change_title(change)}}},
                            Message{"definition.mapping_ends_form"});
    }

    const XmlElement& root_;
    model::ClauseCatalogue& catalogue_;
    Section section_;
};

}  // namespace

Result<ClauseFile> read_clauses(std::string_view bytes, const std::string& file_name) {
    auto document = clause_schema().read(bytes, file_name);
    if (!document) return tl::unexpected(std::move(document.error()));
    Faults faults(std::move(document->wrong_values));
    ClauseFile file{{}, Places(file_name)};
    CatalogueReading(document->root, file, faults).read();
    if (!faults.all().empty()) return invalid(faults.all());
    return file;
}

}  // namespace cadran::definition
