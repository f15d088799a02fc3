// SPDX-License-Identifier: Apache-2.0
#include "definition/process_cells.h"

#include <algorithm>

#include <fmt/ranges.h>

#include "base/catalogue.h"
#include "base/text.h"

namespace cadran::definition {

namespace {

using Form = TableField::Form;

const Catalogue& catalogue_of(Language language) {
    static const Catalogue french(Language::french);
    static const Catalogue english(Language::english);
    return language == Language::french ? french : english;
}

std::string without_spaces(std::string_view text) {
    std::string digits;
    for (std::size_t i = 0; i < text.size(); ++i) {
        // U+00A0 and U+202F group digits in French.
        if (text.substr(i).starts_with("\xC2\xA0")) {
            ++i;
        } else if (text.substr(i).starts_with("\xE2\x80\xAF")) {
            i += 2;
        } else if (text[i] != ' ') {
            digits += text[i];
        }
    }
    return digits;
}

std::optional<std::string> number_value(std::string_view text) {
    std::string digits = without_spaces(text);
    if (digits.ends_with('%')) digits.pop_back();
    std::ranges::replace(digits, ',', '.');
    if (!Decimal::parse(digits)) return {};
    return digits;
}

Message form_hint(const TableField& field) {
    if (field.form == Form::date) return {"definition.cell_date_form"};
    if (field.form == Form::number) return {"definition.cell_number_form"};
    std::vector<std::string> french, english;
    for (const TableChoice& choice : field.choices) {
        french.push_back(choice.title.fr);
        english.push_back(choice.title.en);
    }
    return {"definition.known_names",
            {{"names", LocalText{fmt::format("{}", fmt::join(french, " | ")),
                                 fmt::format("{}", fmt::join(english, " | "))}}}};
}

// Where a field stands in the rows of a list.
struct Column {
    const TableField* field;
    std::size_t first;
    std::size_t english;
};

class CellReading {
  public:
    explicit CellReading(const std::string& file_name) : file_name_(file_name) {
        for (const TableSection& section : process_sections()) cells_.sections[section.name] = {file_name};
    }

    ProcessCells read(const std::vector<Table>& tables) {
        for (const Table& table : tables) {
            if (table.name.empty())
                read_long(table);
            else
                read_sheet(table);
        }
        return std::move(cells_);
    }

  private:
    void fault(const Place& place, Message what, Message hint) {
        cells_.faults.push_back({place, std::move(what), std::move(hint)});
    }

    // A value in the words of files; what means nothing stays as it was typed.
    TableValue value_of(const TableField& field, const TableCell& cell, const TableCell& english) {
        TableValue value{
            {cell.text, field.form == Form::text ? english.text : ""}, cell.place, english.place};
        if (cell.text.empty()) return value;
        if (const auto meant = file_value(field, cell.text)) {
            value.text.fr = *meant;
        } else {
            fault(cell.place,
                  {"definition.cell_value", {{"value", cell.text}, {"field", both_texts(field.heading)}}},
                  form_hint(field));
        }
        return value;
    }

    void read_sheet(const Table& table) {
        const auto section = std::ranges::find_if(
            process_sections(), [&](const TableSection& one) { return is_called(one.title, table.name); });
        if (section == process_sections().end()) return cells_.ignored.push_back(table.name);
        cells_.sections[section->name] = table.place;
        if (section == process_sections().begin())
            read_fields(*section, table);
        else
            read_list(*section, table);
    }

    const TableField* field_called(const TableSection& section, std::string_view heading) const {
        const auto field = std::ranges::find_if(
            section.fields, [&](const TableField& one) { return is_called(one.heading, heading); });
        return field == section.fields.end() ? nullptr : &*field;
    }

    void read_fields(const TableSection& section, const Table& table) {
        TableItem item{{}, table.place};
        for (const TableRow& row : table.rows) {
            const TableCell name = row.at(0);
            if (name.text.empty() || is_called({"definition.column_field"}, name.text)) continue;
            const TableField* field = field_called(section, name.text);
            if (field == nullptr)
                cells_.ignored.push_back(fmt::format("{} ({})", name.text, table.name));
            else
                item.values[field->name].push_back(value_of(*field, row.at(1), row.at(2)));
        }
        cells_.content[section.name].push_back(std::move(item));
    }

    std::vector<Column> columns_of(const TableSection& section, const Table& table) {
        std::vector<Column> columns;
        std::vector<bool> known(table.rows.front().cells.size());
        const auto position = [&](auto is_it) {
            const auto& cells = table.rows.front().cells;
            const auto cell =
                std::ranges::find_if(cells, [&](const TableCell& one) { return is_it(one.text); });
            const auto index = static_cast<std::size_t>(cell - cells.begin());
            if (cell != cells.end()) known[index] = true;
            return index;
        };
        for (const TableField& field : section.fields) {
            const std::size_t nowhere = known.size();
            const auto with = [&](const char* id, const std::string& heading) {
                return Message{id, {{"heading", heading}}};
            };
            std::size_t first =
                position([&](std::string_view text) { return is_called(field.heading, text); });
            const LocalText heading = both_texts(field.heading);
            if (first == nowhere && field.form == Form::text)
                first = position([&](std::string_view text) {
                    return is_called(with("definition.heading_french", heading.fr), text) ||
                           is_called(with("definition.heading_french", heading.en), text);
                });
            const std::size_t english = position([&](std::string_view text) {
                return field.form == Form::text &&
                       (is_called(with("definition.heading_english", heading.fr), text) ||
                        is_called(with("definition.heading_english", heading.en), text));
            });
            if (first != nowhere || english != nowhere) columns.push_back({&field, first, english});
            if (first == nowhere && field.required)
                fault(table.place, {"definition.column_missing", {{"heading", heading}}},
                      {"definition.take_template"});
        }
        for (std::size_t i = 0; i < known.size(); ++i) {
            const std::string& text = table.rows.front().cells[i].text;
            if (!known[i] && !text.empty())
                cells_.ignored.push_back(fmt::format("{} ({})", text, table.name));
        }
        return columns;
    }

    void read_list(const TableSection& section, const Table& table) {
        std::vector<TableItem>& items = cells_.content[section.name];
        if (table.rows.empty()) return;
        const std::vector<Column> columns = columns_of(section, table);
        for (const TableRow& row : std::span(table.rows).subspan(1)) {
            TableItem item{{}, row.place};
            for (const Column& column : columns)
                item.values[column.field->name].push_back(
                    value_of(*column.field, row.at(column.first), row.at(column.english)));
            items.push_back(std::move(item));
        }
    }

    // The one table of a CSV file: section, row, field, value, English text.
    void read_long(const Table& table) {
        std::map<std::string, std::map<std::string, TableItem>> items;
        std::vector<std::pair<std::string, std::string>> order;
        for (const TableRow& row : table.rows) {
            if (is_called({"definition.column_section"}, row.at(0).text)) continue;
            const auto section = std::ranges::find_if(process_sections(), [&](const TableSection& one) {
                return is_called(one.title, row.at(0).text);
            });
            const TableField* field =
                section == process_sections().end() ? nullptr : field_called(*section, row.at(2).text);
            if (field == nullptr) {
                cells_.ignored.push_back(fmt::format("{} ({})", row.at(2).text, row.at(0).text));
                continue;
            }
            const auto [item, fresh] = items[section->name].emplace(row.at(1).text, TableItem{{}, row.place});
            if (fresh) order.emplace_back(section->name, row.at(1).text);
            item->second.values[field->name].push_back(value_of(*field, row.at(3), row.at(4)));
        }
        for (const auto& [section, row] : order)
            cells_.content[section].push_back(std::move(items[section][row]));
    }

    std::string file_name_;
    ProcessCells cells_;
};

}  // namespace

LocalText both_texts(const Message& message) {
    return {catalogue_of(Language::french).text(message), catalogue_of(Language::english).text(message)};
}

bool is_called(const Message& message, std::string_view text) {
    const LocalText texts = both_texts(message);
    const std::string wanted = folded(text);
    return wanted == folded(texts.fr) || wanted == folded(texts.en);
}

std::optional<std::string> file_value(const TableField& field, const std::string& text) {
    if (field.form == Form::date) {
        const auto date = date_in_cell(text);
        return date ? std::optional(iso_text(*date)) : std::nullopt;
    }
    if (field.form == Form::number) return number_value(text);
    if (field.form != Form::choice) return text;
    const std::string wanted = folded(text);
    for (const TableChoice& choice : field.choices) {
        if (wanted == folded(choice.name) || wanted == folded(choice.title.fr) ||
            wanted == folded(choice.title.en))
            return choice.name;
    }
    return {};
}

ProcessCells process_cells(const std::vector<Table>& tables, const std::string& file_name) {
    return CellReading(file_name).read(tables);
}

}  // namespace cadran::definition
