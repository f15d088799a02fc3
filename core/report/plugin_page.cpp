// SPDX-License-Identifier: Apache-2.0
#include "report/plugin_page.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/resource.h"
#include "report/page_shell.h"
#include "report/page_template.h"
#include "report/section_table.h"

namespace cadran::report {

namespace {

// `claims/over-threshold` as it can stand in an address.
std::string anchor(std::string_view kind, std::string_view name) {
    std::string text = fmt::format("{}-{}", kind, name);
    std::ranges::replace(text, '/', '-');
    return text;
}

Message type_words(column::Type type) {
    switch (type) {
        case column::Type::boolean: return {"report.type_boolean"};
        case column::Type::integer: return {"report.type_integer"};
        case column::Type::decimal: return {"report.type_decimal"};
        case column::Type::money: return {"report.type_money"};
        case column::Type::date: return {"report.type_date"};
        case column::Type::time: return {"report.type_time"};
        case column::Type::duration: return {"report.type_duration"};
        case column::Type::text: return {"report.type_text"};
        case column::Type::code: return {"report.type_code"};
        case column::Type::list: return {"report.type_list"};
        case column::Type::secret: break;
    }
    return {"report.type_secret"};
}

// The sections of the page, one after the other.
class PluginView {
  public:
    PluginView(const PluginPage& plugin, const Catalogue& catalogue)
        : plugin_(plugin), catalogue_(catalogue) {}

    Json json() const {
        Json::Array sections;
        const auto add = [&](const char* id, const Message& title, Json::Array entries) {
            if (entries.empty()) return;
            sections.push_back(
                Json::Object{{"entries", std::move(entries)}, {"id", id}, {"title", words(title)}});
        };
        add("controls", {"report.plugin_controls"}, entries(plugin_.controls));
        add("records", {"report.plugin_records"}, entries(plugin_.records));
        add("indicators", {"report.plugin_indicators"}, entries(plugin_.measures));
        add("checklists", {"report.plugin_checklists"}, entries(plugin_.checklists));
        return Json::Object{{"contents", words({"report.plugin_contents"})},
                            {"edition", edition()},
                            {"organisation", plugin_.organisation},
                            {"sections", std::move(sections)},
                            {"title", catalogue_.text(plugin_.title)}};
    }

  private:
    std::string words(const Message& message) const { return catalogue_.text(message); }

    std::string edition() const {
        if (!plugin_.version) return words({"report.plugin_draft", {{"name", plugin_.id}}});
        return words({"report.plugin_version",
                      {{"name", plugin_.id}, {"version", std::int64_t{plugin_.version->number}}}});
    }

    template <typename Declared>
    Json::Array entries(const std::vector<Declared>& declared) const {
        Json::Array entries;
        for (const Declared& one : declared) entries.push_back(entry(one));
        return entries;
    }

    struct Entry {
        std::string id;
        std::string title;
        Json::Array facts = {};
        Json::Array lists = {};
        Json::Array tables = {};
    };

    static Json json(Entry entry) {
        return Json::Object{{"facts", std::move(entry.facts)},
                            {"id", entry.id},
                            {"lists", std::move(entry.lists)},
                            {"tables", std::move(entry.tables)},
                            {"title", entry.title}};
    }

    void fact(Entry& entry, const Message& name, const std::string& value,
              const char* breadth = "half") const {
        if (value.empty()) return;
        entry.facts.push_back(Json::Object{{"breadth", breadth}, {"name", words(name)}, {"value", value}});
    }

    void list(Entry& entry, const Message& title, Json::Array items) const {
        if (items.empty()) return;
        entry.lists.push_back(Json::Object{{"items", std::move(items)}, {"title", words(title)}});
    }

    static void table(Entry& entry, const SectionTable& table) {
        if (!table.is_empty()) entry.tables.push_back(table.json());
    }

    std::string value(const column::Scalar& scalar) const {
        return catalogue_.fill("{value}", {{"value", column::argument(scalar)}});
    }

    SectionTable parameters(const std::vector<model::Parameter>& parameters) const {
        SectionTable table(words({"report.plugin_parameters"}));
        for (const char* column : {"report.plugin_name", "report.plugin_type", "report.plugin_default",
                                   "report.plugin_minimum", "report.plugin_maximum"})
            table.column(words({column}));
        for (const model::Parameter& parameter : parameters) {
            table.row(parameter.name,
                      {{words(type_words(parameter.type))},
                       {value(parameter.default_value)},
                       {column::is_missing(parameter.minimum) ? "–" : value(parameter.minimum)},
                       {column::is_missing(parameter.maximum) ? "–" : value(parameter.maximum)}},
                      catalogue_.text(parameter.help));
        }
        return table;
    }

    Json entry(const DocumentedControl& documented) const {
        const model::Control& control = documented.control;
        Entry entry{anchor("control", control.id), catalogue_.text(control.title)};
        fact(entry, {"report.plugin_name"}, control.id);
        fact(entry, {"report.plugin_population"}, documented.population, "whole-line");
        fact(entry, {"report.plugin_effect"}, catalogue_.text(model::effect_title(control.effect)));
        fact(entry, {"report.plugin_severity"}, catalogue_.text(model::severity_title(control.severity)));
        fact(entry, {"report.plugin_judge"},
             words({control.has_judge ? "report.plugin_has_judge" : "report.plugin_no_judge"}));
        if (control.due) fact(entry, {"report.plugin_due"}, value(*control.due));
        if (control.minutes) fact(entry, {"report.plugin_minutes"}, catalogue_.number(*control.minutes));
        if (control.visible_to) {
            fact(entry, {"report.plugin_visible_to"},
                 catalogue_.text(model::role_title(*control.visible_to)));
        }
        Json::Array points, messages{Json(catalogue_.text(control.message))};
        for (const model::VerificationPoint& point : control.verify)
            points.push_back(Json(catalogue_.text(point.text)));
        for (const auto& [id, text] : documented.messages) messages.push_back(Json(catalogue_.text(text)));
        list(entry, {"report.plugin_messages"}, std::move(messages));
        list(entry, {"report.plugin_verify"}, std::move(points));
        table(entry, parameters(control.parameters));
        return json(std::move(entry));
    }

    std::string field_type(const column::Field& field) const {
        std::string text = words(type_words(field.type));
        std::vector<std::string> codes;
        for (const column::Code& code : field.codes)
            codes.push_back(fmt::format("{} – {}", code.name, catalogue_.text(code.title)));
        if (!codes.empty()) text += fmt::format(" ({})", fmt::join(codes, ", "));
        return text;
    }

    Json entry(const model::RecordType& type) const {
        Entry entry{anchor("record", type.name), catalogue_.text(type.title)};
        fact(entry, {"report.plugin_name"}, type.name);
        fact(entry, {"report.plugin_key"}, type.schema->field(type.key).name);
        fact(entry, {"report.plugin_event_date"}, type.schema->field(type.event_date).name);
        if (type.handler) fact(entry, {"report.plugin_handler"}, type.schema->field(*type.handler).name);
        fact(entry, {"report.plugin_retention"},
             type.retention ? catalogue_.text(model::text_of(*type.retention))
                            : words({"report.plugin_no_retention"}));
        SectionTable table(words({"report.plugin_fields"}));
        for (const char* column : {"report.plugin_name", "report.plugin_type", "report.plugin_required",
                                   "report.plugin_sensitivity"})
            table.column(words({column}));
        for (const column::Field& field : type.schema->fields()) {
            table.row(field.name,
                      {{field_type(field)},
                       {words({field.required ? "report.plugin_yes" : "report.plugin_no"})},
                       {words({field.type == column::Type::secret ? "report.plugin_secret"
                                                                  : "report.plugin_readable"})}},
                      catalogue_.text(field.title));
        }
        this->table(entry, table);
        return json(std::move(entry));
    }

    Json entry(const DocumentedMeasure& documented) const {
        const model::Measure& measure = documented.measure;
        Entry entry{anchor("indicator", measure.id), catalogue_.text(measure.title)};
        fact(entry, {"report.plugin_name"}, measure.id);
        fact(entry, {"report.plugin_population"}, documented.population, "whole-line");
        fact(entry, {"report.plugin_meets"}, documented.meets, "whole-line");
        table(entry, parameters(measure.parameters));
        return json(std::move(entry));
    }

    Json entry(const model::Checklist& checklist) const {
        Entry entry{anchor("checklist", checklist.id), catalogue_.text(checklist.title)};
        fact(entry, {"report.plugin_name"}, checklist.id);
        if (checklist.due) fact(entry, {"report.plugin_due"}, value(*checklist.due));
        for (const model::ChecklistDomain& domain : checklist.domains) {
            SectionTable table(catalogue_.text(domain.title));
            for (const char* column :
                 {"report.plugin_item", "report.plugin_kind", "report.plugin_clause", "report.plugin_weight"})
                table.column(words({column}));
            for (const model::ChecklistItem& item : checklist.items) {
                if (item.domain != domain.id) continue;
                table.row(catalogue_.text(item.title),
                          {{words({item.is_piece ? "report.plugin_piece" : "report.plugin_question"})},
                           {item.clause.empty() ? "–" : item.clause},
                           {catalogue_.number(item.weight)}},
                          catalogue_.text(item.guidance));
            }
            this->table(entry, table);
        }
        return json(std::move(entry));
    }

    const PluginPage& plugin_;
    const Catalogue& catalogue_;
};

}  // namespace

Json plugin_view(const PluginPage& plugin, const Catalogue& catalogue) {
    return PluginView(plugin, catalogue).json();
}

std::string plugin_page(const PluginPage& plugin, const Catalogue& catalogue) {
    return page({.title = catalogue.text(plugin.title),
                 .style = std::string(resource("core/report/templates/review.css")) +
                          std::string(resource("core/report/templates/evidence.css")),
                 .appearance = plugin.appearance,
                 .simulated = plugin.simulated,
                 .body = filled(resource("core/report/templates/plugin.html.mustache"),
                                plugin_view(plugin, catalogue))},
                catalogue);
}

}  // namespace cadran::report
