// SPDX-License-Identifier: Apache-2.0
#include "web/process_draft_form.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "report/view.h"
#include "web/choices.h"
#include "web/page_words.h"

namespace cadran::web {

namespace {

using definition::TableField;
using definition::TableItem;
using definition::TableSection;
using definition::TableValue;
using Form = TableField::Form;

constexpr std::int64_t most_rows = 200;

// Lists whose order means something.
bool is_ordered(const TableField& field) {
    return field.repeated && (field.name == "activity" || field.name == "backup");
}

bool is_list(const TableSection& section) {
    return section.name != definition::process_sections().front().name;
}

// The id of a process names its file: it stays.
bool is_shown(const TableSection& section, const TableField& field) {
    return is_list(section) || field.name != "id";
}

TableValue typed_value(const Request& request, const std::string& name) {
    return {{request.form.get(name), request.form.get(name + ".en")}, {name}, {name + ".en"}};
}

// What is sent to a place up the list stands before what was there.
std::vector<TableValue> in_order(const Request& request, std::vector<TableValue> values) {
    std::vector<std::pair<std::int64_t, TableValue>> ranked;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto place = static_cast<std::int64_t>(i) + 1;
        const auto wanted =
            parse_integer(trimmed(request.form.get(values[i].place.file + ".rank"))).value_or(place);
        ranked.emplace_back(2 * wanted + (wanted > place) - (wanted < place), std::move(values[i]));
    }
    std::ranges::stable_sort(ranked, {}, &std::pair<std::int64_t, TableValue>::first);
    std::vector<TableValue> ordered;
    for (auto& [rank, value] : ranked) {
        if (value.text != LocalText{}) ordered.push_back(std::move(value));
    }
    return ordered;
}

std::vector<TableValue> typed_values(const TableSection& section, const TableField& field, std::size_t row,
                                     const Request& request) {
    std::vector<TableValue> values;
    for (std::size_t i = 0;; ++i) {
        const std::string name = app::field_name(section.name, row, field, i);
        if (!request.form.has(name)) break;
        values.push_back(typed_value(request, name));
        if (!field.repeated) return values;
    }
    return in_order(request, std::move(values));
}

// Each value at the place of the row that it is in now.
void place_values(const TableSection& section, std::size_t row, TableItem& item) {
    for (const TableField& field : section.fields) {
        auto& values = item.values[field.name];
        for (std::size_t i = 0; i < values.size(); ++i) {
            const std::string name = app::field_name(section.name, row, field, i);
            values[i].place = {name};
            values[i].english_place = {name + ".en"};
        }
    }
}

bool says_nothing(const TableItem& item) {
    return std::ranges::all_of(item.values, [](const auto& one) {
        return std::ranges::all_of(one.second,
                                   [](const TableValue& value) { return value.text == LocalText{}; });
    });
}

class SectionView {
  public:
    SectionView(const TableSection& section, const app::ProcessDraft& draft, const Diagnostics& faults,
                const Catalogue& catalogue)
        : section_(section), draft_(draft), faults_(faults), catalogue_(catalogue) {}

    Json row(const TableItem& item, std::size_t number, bool is_new, bool few) const {
        Json::Array fields;
        for (const TableField& field : section_.fields) {
            if (is_shown(section_, field)) fields.push_back(field_view(field, item, number));
        }
        const bool faulty = std::ranges::any_of(faults_, [&](const Diagnostic& fault) {
            return fault.place.file.starts_with(fmt::format("{}.{}.", section_.name, number));
        });
        return Json::Object{
            {"fields", fields},
            {"is_new", is_new},
            {"open", faulty || (few && !is_new)},
            {"remove", is_new ? Json(false) : Json(fmt::format("{}.{}.remove", section_.name, number))},
            {"title", is_new ? catalogue_.text(Message{"web.add_a_row"}) : title_of(item, number)}};
    }

    std::string title_of(const TableItem& item, std::size_t number) const {
        for (const TableField& field : section_.fields) {
            const TableValue* value = item.find(field.name);
            if (value == nullptr || field.form == Form::choice) continue;
            const std::string text =
                field.form == Form::text ? catalogue_.text(value->text) : named(field, value->text.fr);
            if (!text.empty() && (field.name != "id" || !has_title(item)))
                return fmt::format("{}. {}", number + 1, text);
        }
        return fmt::format("{}.", number + 1);
    }

    Json::Array lists() const {
        Json::Array all;
        for (const TableField& field : section_.fields) {
            const definition::Choices* names = names_of(field);
            if (names == nullptr || names->empty()) continue;
            Json::Array items;
            for (const definition::TableChoice& choice : *names)
                items.push_back(
                    Json::Object{{"name", choice.name}, {"title", catalogue_.text(choice.title)}});
            all.push_back(Json::Object{{"id", list_id(field)}, {"names", items}});
        }
        return all;
    }

  private:
    bool has_title(const TableItem& item) const {
        return std::ranges::any_of(section_.fields, [&](const TableField& field) {
            const TableValue* value = item.find(field.name);
            return field.form == Form::text && value != nullptr && !catalogue_.text(value->text).empty();
        });
    }

    const definition::Choices* names_of(const TableField& field) const {
        const auto found = draft_.names.find(section_.name + "." + field.name);
        return found == draft_.names.end() ? nullptr : &found->second;
    }
    std::string list_id(const TableField& field) const { return "names." + section_.name + "." + field.name; }

    // What somebody calls that; itself where nobody does.
    std::string named(const TableField& field, const std::string& name) const {
        const definition::Choices* names = names_of(field);
        if (names == nullptr) return name;
        const auto found = std::ranges::find(*names, name, &definition::TableChoice::name);
        return found == names->end() ? name : catalogue_.text(found->title);
    }

    Json fault_at(const std::string& place) const {
        for (const Diagnostic& fault : faults_) {
            if (fault.place.file == place) return Json(catalogue_.text(fault.what));
        }
        return Json(false);
    }

    Json::Object entry(const TableField& field, const TableValue& value, const std::string& name,
                       const std::string& number) const {
        Json::Array choices;
        if (field.form == Form::choice) {
            choices.push_back(option("", "–", value.text.fr));
            for (const definition::TableChoice& choice : field.choices)
                choices.push_back(option(choice.name, catalogue_.text(choice.title), value.text.fr));
        }
        const std::string called = field.form == Form::word ? named(field, value.text.fr) : value.text.fr;
        return {{"called", called == value.text.fr ? Json(false) : Json(called)},
                {"choices", choices},
                {"fault", fault_at(name)},
                {"fault_en", fault_at(name + ".en")},
                {"name", name},
                {"number", report::unless_empty(number)},
                {"value", value.text.fr},
                {"value_en", value.text.en}};
    }

    Json field_view(const TableField& field, const TableItem& item, std::size_t row) const {
        std::vector<TableValue> values = item.of(field.name);
        if (values.empty() || (field.repeated && values.back().text != LocalText{})) values.push_back({});
        Json::Array shown_entries;
        for (std::size_t i = 0; i < values.size(); ++i) {
            const std::string number = field.repeated ? fmt::format("{}", i + 1) : std::string();
            shown_entries.push_back(
                entry(field, values[i], app::field_name(section_.name, row, field, i), number));
        }
        const definition::Choices* names = names_of(field);
        const bool is_name = field.form == Form::word || field.form == Form::words;
        return Json::Object{
            {"entries", shown_entries},
            {"hint", catalogue_.text(field.explanation)},
            {"hint_id", fmt::format("{}.{}.{}.hint", section_.name, row, field.name)},
            {"is_choice", field.form == Form::choice},
            {"is_date", field.form == Form::date},
            {"is_number", field.form == Form::number},
            {"is_text", field.form == Form::text},
            {"is_word", is_name},
            {"lines", field.repeated ? "1" : "2"},
            {"list", names != nullptr && !names->empty() && field.form == Form::word ? Json(list_id(field))
                                                                                     : Json(false)},
            {"optional", !field.required},
            {"ordered", is_ordered(field)},
            {"repeated", field.repeated},
            {"title", catalogue_.text(field.heading)},
            {"wide", field.form == Form::text || field.repeated}};
    }

    const TableSection& section_;
    const app::ProcessDraft& draft_;
    const Diagnostics& faults_;
    const Catalogue& catalogue_;
};

}  // namespace

std::vector<TableItem> typed_rows(const TableSection& section, const Request& request) {
    std::vector<TableItem> rows;
    const auto count = std::min(parse_integer(request.form.get("rows")).value_or(0), most_rows);
    for (std::size_t row = 0; std::cmp_less(row, count); ++row) {
        if (request.form.has(fmt::format("{}.{}.remove", section.name, row))) continue;
        TableItem item{{}, {section.name}};
        for (const TableField& field : section.fields) {
            if (is_shown(section, field))
                item.values[field.name] = typed_values(section, field, row, request);
        }
        if (is_list(section) && says_nothing(item)) continue;
        place_values(section, rows.size(), item);
        rows.push_back(std::move(item));
    }
    return rows;
}

Json::Object section_view(const TableSection& section, const std::vector<TableItem>& rows,
                          const app::ProcessDraft& draft, const Diagnostics& faults,
                          const Catalogue& catalogue) {
    constexpr std::size_t few = 2;
    const SectionView view(section, draft, faults, catalogue);
    Json::Array shown;
    for (std::size_t i = 0; i < rows.size(); ++i)
        shown.push_back(view.row(rows[i], i, false, rows.size() <= few));
    if (is_list(section)) shown.push_back(view.row({}, rows.size(), true, false));
    return {{"count", fmt::format("{}", shown.size())},
            {"is_list", is_list(section)},
            {"lists", view.lists()},
            {"rows", shown},
            {"section", section.name},
            {"section_title", catalogue.text(section.title)}};
}

Json::Array field_faults(const Diagnostics& faults, const TableSection& section,
                         const std::vector<TableItem>& rows, const Catalogue& catalogue) {
    Json::Array lines;
    for (const Diagnostic& fault : faults) {
        const auto parts = split(fault.place.file, '.');
        const bool here = parts.size() > 2 && parts[0] == section.name;
        const auto row = here ? parse_integer(parts[1]) : std::nullopt;
        std::string where;
        if (row && is_list(section) && std::cmp_less(*row, rows.size()))
            where = fmt::format("{}. ", *row + 1);
        if (here) {
            const auto field = std::ranges::find(section.fields, parts[2], &TableField::name);
            if (field != section.fields.end()) where += catalogue.text(field->heading);
        }
        lines.push_back(
            Json::Object{{"hint", fault.hint ? Json(catalogue.text(on_page(*fault.hint))) : Json(false)},
                         {"place", here ? Json("#" + fault.place.file) : Json(false)},
                         {"what", catalogue.text(fault.what)},
                         {"where", report::unless_empty(where)}});
    }
    return lines;
}

}  // namespace cadran::web
