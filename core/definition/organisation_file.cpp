// SPDX-License-Identifier: Apache-2.0
#include "definition/organisation_file.h"

#include <algorithm>

#include "base/resource.h"
#include "calendar/zone.h"
#include "definition/faults.h"
#include "format/xml_schema.h"

namespace cadran::definition {

namespace {

const format::XmlSchema& workspace_schema() {
    static const format::XmlSchema schema(
        resource("processes/workspace.xsd"),
        {{"text", {"definition.text_form"}}, {"currency", {"definition.currency_form"}}});
    return schema;
}

Currency currency_of(std::string_view code) {
    Currency currency;
    if (code.size() == 3) std::ranges::copy(code, currency.code);
    return currency;
}

// As the value of an attribute between double quotes; white space that XML would fold stays what it is.
std::string attribute_text(std::string_view value) {
    std::string text;
    for (const char c : value) {
        switch (c) {
            case '&': text += "&amp;"; break;
            case '<': text += "&lt;"; break;
            case '"': text += "&quot;"; break;
            case '\n': text += "&#10;"; break;
            case '\t': text += "&#9;"; break;
            default: text += c;
        }
    }
    return text;
}

}  // namespace

Result<OrganisationFile> read_organisation(std::string_view bytes, const std::string& file_name) {
    auto document = workspace_schema().read(bytes, file_name);
    if (!document) return tl::unexpected(std::move(document.error()));
    Faults faults(std::move(document->wrong_values));

    const format::XmlElement& organisation = document->root.child("organisation");
    const format::XmlAttribute& zone = organisation.attribute("zone");
    if (const auto known = calendar::Zone::named(zone.value); !known) {
        faults.add(zone.place, known.error().diagnostics.front().what, Message{"definition.zone_form"});
    }
    if (!faults.all().empty()) return invalid(faults.all());

    Places places(file_name);
    for (const format::XmlAttribute& attribute : organisation.attributes) {
        places.add(attribute.name, attribute.place);
    }
    OrganisationFile file{{}, std::move(places)};
    file.organisation.name = organisation.attribute("name").value;
    file.organisation.zone = zone.value;
    file.organisation.currency = currency_of(organisation.attribute("currency").value);
    return file;
}

std::string organisation_text(const model::Organisation& organisation) {
    return fmt::format(R"(<?xml version="1.0" encoding="UTF-8"?>
<workspace xmlns="urn:cadran:workspace:1">
  <organisation name="{}" zone="{}" currency="{}"/>
</workspace>
)",
                       attribute_text(organisation.name), attribute_text(organisation.zone),
                       organisation.currency.code);
}

}  // namespace cadran::definition
