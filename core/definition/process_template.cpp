// SPDX-License-Identifier: Apache-2.0
#include "definition/process_template.h"

#include "base/text.h"
#include "format/csv_writer.h"
#include "format/xlsx_writer.h"

namespace cadran::definition {

namespace {

using Form = TableField::Form;
using format::XlsxEntry;
using format::XlsxStyle;

constexpr int rows_offered = 200;  // drop-down lists reach that far down
constexpr std::size_t empty_rows = 20;
constexpr int empty_repetitions = 3;

// How people read a value; texts and words are what they are.
std::string shown(const TableField& field, const std::string& value, const Catalogue& catalogue) {
    for (const TableChoice& choice : field.choices) {
        if (choice.name == value) return catalogue.text(choice.title);
    }
    return value;
}

format::XlsxValue cell_value(const TableField& field, const std::string& value, const Catalogue& catalogue) {
    if (value.empty()) return {};
    const auto date = field.form == Form::date ? parse_date(value) : std::nullopt;
    if (date) return *date;
    const auto number = field.form == Form::number ? Decimal::parse(value) : std::nullopt;
    if (number) return *number;
    return shown(field, value, catalogue);
}

std::vector<std::string> offered(const TableField& field, const Catalogue& catalogue) {
    std::vector<std::string> titles;
    for (const TableChoice& choice : field.choices) titles.push_back(catalogue.text(choice.title));
    return titles;
}

// The rows of the first section: repeated fields get some empty ones more.
std::vector<const TableValue*> rows_of(const TableItem& item, const TableField& field) {
    std::vector<const TableValue*> rows;
    for (const TableValue& value : item.of(field.name)) rows.push_back(&value);
    const std::size_t more = field.repeated ? empty_repetitions : 0;
    for (std::size_t i = 0; i < more || rows.empty(); ++i) rows.push_back(nullptr);
    return rows;
}

class Workbook {
  public:
    Workbook(const Catalogue& catalogue, const std::filesystem::path& file)
        : catalogue_(catalogue), writer_(file, catalogue.text(Message{"definition.template_title"})) {}

    void write(const TableContent& content) {
        for (const TableSection& section : process_sections()) {
            const auto found = content.find(section.name);
            const std::vector<TableItem> none;
            const std::vector<TableItem>& items = found == content.end() ? none : found->second;
            if (&section == &process_sections().front())
                write_fields(section, items.empty() ? TableItem{} : items.front());
            else
                write_list(section, items);
        }
        writer_.finish(catalogue_.text(Message{"definition.table_lists"}));
    }

  private:
    XlsxEntry heading(const Message& text, std::string comment = {}) const {
        return {catalogue_.text(text), XlsxStyle::heading, std::move(comment)};
    }

    void write_fields(const TableSection& section, const TableItem& item) {
        writer_.begin_sheet({.name = catalogue_.text(section.title),
                             .widths = {30, 60, 60, 70},
                             .frozen_rows = 1,
                             .is_protected = false});
        writer_.add_row({heading({"definition.column_field"}), heading({"definition.column_value"}),
                         heading({"definition.column_english"}), heading({"definition.column_explanation"})});
        int row = 1;
        for (const TableField& field : section.fields) {
            for (const TableValue* value : rows_of(item, field)) {
                write_field(field, value);
                ++row;
                if (!field.choices.empty()) writer_.offer(1, row, row, offered(field, catalogue_));
            }
        }
    }

    void write_field(const TableField& field, const TableValue* value) {
        const LocalText text = value == nullptr ? LocalText{} : value->text;
        const XlsxStyle english = field.form == Form::text ? XlsxStyle::entry : XlsxStyle::plain;
        writer_.add_row({heading(field.heading),
                         {cell_value(field, text.fr, catalogue_), XlsxStyle::entry},
                         {cell_value(field, text.en, catalogue_), english},
                         {catalogue_.text(field.explanation), XlsxStyle::note}});
    }

    void write_list(const TableSection& section, const std::vector<TableItem>& items) {
        format::XlsxLayout layout{.name = catalogue_.text(section.title), .frozen_rows = 1};
        std::vector<XlsxEntry> headings;
        for (const TableField& field : section.fields) {
            const std::string comment = catalogue_.text(field.explanation);
            const bool text = field.form == Form::text;
            headings.push_back(heading(field.heading, comment));
            layout.widths.push_back(text ? 40 : 20);
            if (!text) continue;
            headings.back().value = catalogue_.text(
                Message{"definition.heading_french", {{"heading", catalogue_.text(field.heading)}}});
            headings.push_back({catalogue_.text(Message{"definition.heading_english",
                                                        {{"heading", catalogue_.text(field.heading)}}}),
                                XlsxStyle::heading, comment});
            layout.widths.push_back(40);
        }
        writer_.begin_sheet(layout);
        writer_.add_row(headings);
        for (const TableItem& item : items) writer_.add_row(entries_of(section, item));
        for (std::size_t i = 0; i < empty_rows; ++i) writer_.add_row(entries_of(section, {}));
        offer_choices(section);
    }

    std::vector<XlsxEntry> entries_of(const TableSection& section, const TableItem& item) const {
        std::vector<XlsxEntry> entries;
        for (const TableField& field : section.fields) {
            const TableValue* value = item.find(field.name);
            const LocalText text = value == nullptr ? LocalText{} : value->text;
            entries.push_back({cell_value(field, text.fr, catalogue_), XlsxStyle::entry});
            if (field.form == Form::text)
                entries.push_back({cell_value(field, text.en, catalogue_), XlsxStyle::entry});
        }
        return entries;
    }

    void offer_choices(const TableSection& section) {
        std::size_t column = 0;
        for (const TableField& field : section.fields) {
            if (!field.choices.empty()) writer_.offer(column, 2, rows_offered, offered(field, catalogue_));
            column += field.form == Form::text ? 2 : 1;
        }
    }

    const Catalogue& catalogue_;
    format::XlsxWriter writer_;
};

class Csv {
  public:
    explicit Csv(const Catalogue& catalogue)
        : catalogue_(catalogue), writer_(';', format::CsvWriter::Reader::spreadsheet) {}

    std::string write(const TableContent& content) {
        for (const Message& heading :
             {Message{"definition.column_section"}, Message{"definition.column_row"},
              Message{"definition.column_field"}, Message{"definition.column_value"},
              Message{"definition.column_english"}, Message{"definition.column_explanation"}})
            writer_.cell(catalogue_.text(heading));
        writer_.end_line();
        for (const TableSection& section : process_sections()) {
            const auto found = content.find(section.name);
            std::vector<TableItem> items = found == content.end() ? std::vector<TableItem>{} : found->second;
            if (items.empty()) items.push_back({});
            for (std::size_t i = 0; i < items.size(); ++i) write_item(section, items[i], i + 1);
        }
        return writer_.take();
    }

  private:
    void write_item(const TableSection& section, const TableItem& item, std::size_t row) {
        for (const TableField& field : section.fields) {
            const std::vector<TableValue>& values = item.of(field.name);
            if (values.empty()) write_line(section, row, field, {});
            for (const TableValue& value : values) write_line(section, row, field, value.text);
        }
    }

    void write_line(const TableSection& section, std::size_t row, const TableField& field,
                    const LocalText& text) {
        writer_.cell(catalogue_.text(section.title));
        writer_.cell(&section == &process_sections().front() ? "" : std::to_string(row));
        writer_.cell(catalogue_.text(field.heading));
        writer_.cell(shown(field, text.fr, catalogue_));
        writer_.cell(text.en);
        writer_.cell(catalogue_.text(field.explanation));
        writer_.end_line();
    }

    const Catalogue& catalogue_;
    format::CsvWriter writer_;
};

}  // namespace

void write_process_workbook(const TableContent& content, const Catalogue& catalogue,
                            const std::filesystem::path& file) {
    Workbook(catalogue, file).write(content);
}

std::string process_csv(const TableContent& content, const Catalogue& catalogue) {
    return Csv(catalogue).write(content);
}

}  // namespace cadran::definition
