// SPDX-License-Identifier: Apache-2.0
#include "definition/organisation_file.h"

#include <algorithm>

#include "base/resource.h"
#include "base/text.h"
#include "calendar/zone.h"
#include "definition/section.h"
#include "format/xml_schema.h"

namespace cadran::definition {

namespace {

using format::XmlAttribute;
using format::XmlElement;

const format::XmlSchema& workspace_schema() {
    static const format::XmlSchema schema(resource("processes/workspace.xsd"),
                                          {{"text", {"definition.text_form"}},
                                           {"identifier", {"definition.identifier_form"}},
                                           {"account", {"definition.account_form"}},
                                           {"date", {"definition.date_form"}},
                                           {"clause-number", {"definition.clause_form"}},
                                           {"score", {"definition.score_form"}},
                                           {"currency", {"definition.currency_form"}},
                                           {"host", {"definition.host_form"}},
                                           {"port", {"definition.port_form"}},
                                           {"mail-address", {"definition.mail_address_form"}},
                                           {"tint", {"definition.tint_form"}},
                                           {"picture-path", {"definition.picture_path_form"}},
                                           {"short-text", {"definition.short_text_form"}}});
    return schema;
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

// `very-low`, where severities are called `very low`.
std::optional<model::Severity> severity_of(std::string name) {
    std::ranges::replace(name, '-', ' ');
    return model::parse_severity(name);
}

// Takes a valid tree apart.
class Workspace {
  public:
    Workspace(const XmlElement& root, OrganisationFile& file, Faults& faults)
        : root_(root), organisation_(file.organisation), section_{faults, file.places} {}

    void read() {
        read_identity();
        read_appearance();
        read_policy();
        for (const XmlElement* element : root_.children_named("issue")) {
            organisation_.issues.push_back({new_id(*element, "issue", issues_),
                                            element->attribute("nature").value == "internal",
                                            local_text(*element)});
        }
        for (const XmlElement* element : root_.children_named("stake"))
            organisation_.stakes.push_back({new_id(*element, "stake", stakes_), local_text(*element)});
        for (const XmlElement* element : root_.children_named("interested-party")) {
            organisation_.parties.push_back({new_id(*element, "interested-party", parties_),
                                             local_text(element->child("title")),
                                             local_text(element->child("expectations"))});
        }
        if (const XmlElement* scale = root_.find_child("risk-scale")) read_scale(*scale);
        read_people();
        read_providers();
        read_mail();
        for (const XmlElement* element : root_.children_named("plugin"))  // there is no other trust than none
            organisation_.untrusted_plugins.push_back({new_id(*element, "plugin", plugins_)});
        for (const XmlElement* element : root_.children_named("document")) {
            organisation_.documents.push_back({new_id(*element, "document", documents_), local_text(*element),
                                               element->attribute("location").value});
        }
    }

  private:
    std::string new_id(const XmlElement& element, const char* path, Names& seen) {
        const XmlAttribute& id = element.attribute("id");
        section_.add_new(path, id, seen, {"definition.choose_another_id"});
        return id.value;
    }

    void read_identity() {
        const XmlElement& element = root_.child("organisation");
        for (const XmlAttribute& attribute : element.attributes)
            section_.places.add(attribute.name, attribute.place);
        const XmlAttribute& zone = element.attribute("zone");
        if (const auto known = calendar::Zone::named(zone.value); !known) {
            section_.faults.add(zone.place, known.error().diagnostics.front().what,
                                Message{"definition.zone_form"});
        }
        organisation_.name = element.attribute("name").value;
        organisation_.zone = zone.value;
        organisation_.currency = parse_currency(element.attribute("currency").value).value_or(Currency{});
        organisation_.region =
            calendar::parse_region(value_of(element, "region")).value_or(calendar::Region::metropole);
        organisation_.standard = value_of(element, "standard");
    }

    void read_policy() {
        if (const XmlElement* policy = root_.find_child("policy")) {
            organisation_.policy = model::QualityPolicy{
                local_text(*policy), parse_date(policy->attribute("since").value).value_or(Date{})};
        }
        if (const XmlElement* scope = root_.find_child("scope")) organisation_.scope = local_text(*scope);
        Names seen;
        for (const XmlElement* element : root_.children_named("exclusion")) {
            const XmlAttribute& clause = element->attribute("clause");
            section_.add_new("exclusion", clause, seen, {"definition.remove_one"});
            organisation_.exclusions.push_back({clause.value, local_text(*element)});
        }
    }

    void read_scale(const XmlElement& element) {
        model::RiskScale& scale = organisation_.scale;
        scale.likelihoods = local_texts(element, "likelihood");
        scale.impacts = local_texts(element, "impact");
        const auto greatest = std::ssize(scale.likelihoods) * std::ssize(scale.impacts);
        for (const XmlElement* level : element.children_named("level")) {
            const auto expected = model::all_severities[scale.levels.size()];
            const XmlAttribute& severity = level->attribute("severity");
            const XmlAttribute& from = level->attribute("from");
            const int score = number_of(*level, "from");
            if (severity_of(severity.value) != expected) {
                section_.faults.add(severity.place, {"definition.levels_out_of_order"},
                                    Message{"definition.sort_levels"});
            }
            const int least = scale.levels.empty() ? 1 : scale.levels.back().from_score + 1;
            const bool out_of_place = scale.levels.empty() ? score != 1 : score < least;
            if (out_of_place) {
                section_.faults.add(from.place, {"definition.levels_cross", {{"score", std::int64_t{score}}}},
                                    scale.levels.empty()
                                        ? Message{"definition.first_level_from_1"}
                                        : Message{"definition.level_from", {{"least", std::int64_t{least}}}});
            } else if (score > greatest) {
                section_.faults.add(
                    from.place, {"definition.level_out_of_reach", {{"score", std::int64_t{score}}}},
                    Message{"definition.greatest_score", {{"score", static_cast<std::int64_t>(greatest)}}});
            }
            scale.levels.push_back({expected, local_text(*level), score});
        }
    }

    void read_people() {
        std::vector<std::string> known;
        for (const XmlElement* element : root_.children_named("department")) {
            organisation_.departments.push_back({new_id(*element, "department", departments_),
                                                 local_text(*element), value_of(*element, "manager")});
            if (const XmlAttribute* manager = element->find_attribute("manager"))
                section_.places.add("department/" + organisation_.departments.back().id + "/manager",
                                    manager->place);
            known.push_back(organisation_.departments.back().id);
        }
        Names seen;
        for (const XmlElement* element : root_.children_named("member")) {
            const XmlAttribute& account = element->attribute("account");
            const XmlAttribute& department = element->attribute("department");
            section_.add_new("member", account, seen, {"definition.remove_one"});
            section_.expect_known(department, known,
                                  {"definition.unknown_department", {{"department", department.value}}});
            organisation_.members.push_back({account.value, department.value, local_text(*element)});
        }
    }

    void read_providers() {
        for (const bool delegate : {true, false}) {
            for (const XmlElement* element : root_.children_named(delegate ? "delegate" : "supplier")) {
                organisation_.providers.push_back({new_id(*element, "provider", providers_),
                                                   element->attribute("name").value, delegate,
                                                   local_text(*element)});
            }
        }
    }

    void read_mail() {
        const XmlElement* element = root_.find_child("mail");
        if (element == nullptr) return;
        model::MailServer mail{element->attribute("host").value, 587, element->attribute("from").value};
        if (element->find_attribute("port") != nullptr) mail.port = number_of(*element, "port");
        mail.starttls = value_of(*element, "starttls") != "no";
        mail.user = value_of(*element, "user");
        mail.language = parse_language(value_of(*element, "language")).value_or(Language::french);
        if (!mail.starttls && !mail.user.empty()) {
            section_.faults.add(element->attribute("user").place, {"definition.password_in_clear"},
                                Message{"definition.encrypt_or_do_not_sign_in"});
        }
        organisation_.mail = std::move(mail);
    }

    void read_appearance() {
        const XmlElement* element = root_.find_child("appearance");
        if (element == nullptr) return;
        model::Appearance& appearance = organisation_.appearance;
        if (const XmlAttribute* accent = element->find_attribute("accent")) {
            appearance.accent = model::parse_tint(accent->value);
            if (appearance.accent) check_contrast(*accent, *appearance.accent);
        }
        if (const XmlAttribute* logo = element->find_attribute("logo")) {
            appearance.logo = logo->value;
            section_.places.add("logo", logo->place);
        }
        if (const XmlElement* footer = element->find_child("footer")) appearance.footer = local_text(*footer);
    }

    // Of white letters on the accent, and of accented ones on white.
    void check_contrast(const XmlAttribute& attribute, const model::Tint& accent) {
        if (model::contrast(accent, model::white_tint) >= model::least_contrast) return;
        section_.faults.add(
            attribute.place, {"definition.accent_too_pale", {{"accent", attribute.value}}},
            Message{"definition.darker_accent",
                    {{"accent", model::tint_text(model::legible(accent, model::white_tint))}}});
    }

    const XmlElement& root_;
    model::Organisation& organisation_;
    Section section_;
    Names issues_, stakes_, parties_, departments_, providers_, documents_, plugins_;
};

}  // namespace

Result<OrganisationFile> read_organisation(std::string_view bytes, const std::string& file_name) {
    auto document = workspace_schema().read(bytes, file_name);
    if (!document) return tl::unexpected(std::move(document.error()));
    Faults faults(std::move(document->wrong_values));
    OrganisationFile file{{}, Places(file_name)};
    Workspace(document->root, file, faults).read();
    if (!faults.all().empty()) return invalid(faults.all());
    return file;
}

std::string new_organisation(std::string_view name) {
    constexpr std::string_view place = "name=\"?\"";
    std::string text(resource("processes/workspace.xml"));
    const auto found = text.find(place);
    if (found == std::string::npos)
        throw std::logic_error("the template of workspace.xml has no place for a name");
    return text.replace(found, place.size(), "name=\"" + attribute_text(name) + "\"");
}

}  // namespace cadran::definition
