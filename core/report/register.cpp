// SPDX-License-Identifier: Apache-2.0
#include "report/register.h"

#include "base/named.h"
#include "base/text.h"
#include "format/csv_writer.h"
#include "report/spreadsheet_words.h"

namespace cadran::report {

namespace {

constexpr Named<RegisterKind> kinds[] = {
    {RegisterKind::actions, "actions", "Plan d’action", "Action plan"},
    {RegisterKind::risks, "risks", "Risques", "Risks"},
    {RegisterKind::nonconformities, "nonconformities", "Non-conformités", "Nonconformities"},
    {RegisterKind::findings, "findings", "Constats", "Findings"},
};

Json data_of(const format::XlsxValue& value) {
    struct Writer {
        Json operator()(std::monostate) const { return {}; }
        Json operator()(const std::string& text) const { return Json(text); }
        Json operator()(std::int64_t number) const { return Json(number); }
        Json operator()(const Decimal& number) const { return Json(plain_text(number)); }
        Json operator()(Date date) const { return Json(iso_text(date)); }
        Json operator()(bool flag) const { return Json(flag); }
    };
    return std::visit(Writer{}, value);
}

std::string csv_text(const Json& data) {
    if (data.is_null()) return {};
    return data.visit_scalar([](bool flag) { return std::string(flag ? "true" : "false"); },
                             [](std::int64_t number) { return std::to_string(number); },
                             [](const std::string& text) { return text; },
                             [](const Json&) { return std::string(); });
}

}  // namespace

std::string_view register_name(RegisterKind kind) {
    return named(kinds, kind).name;
}

LocalText register_title(RegisterKind kind) {
    return title_of(kinds, kind);
}

RegisterCell register_cell(format::XlsxEntry entry) {
    Json data = data_of(entry.value);
    return {std::move(entry), std::move(data)};
}

RegisterCell register_cell(const std::string& words, std::string_view name) {
    return {{words}, Json(name)};
}

void write_register(const Register& entries, const Catalogue& catalogue, const std::filesystem::path& file) {
    const std::string title = catalogue.text(register_title(entries.kind));
    std::string footer = catalogue.text(Message{"report.book_on", {{"date", entries.on}}});
    if (entries.simulated) footer += " – " + catalogue.text(Message{"report.simulation"});
    const std::string header = entries.organisation.empty() ? title : entries.organisation + " – " + title;
    format::XlsxWriter writer(file, title, dress(entries.appearance, header, footer, catalogue));
    format::XlsxLayout layout{.name = title, .frozen_rows = 1, .filter = true};
    std::vector<format::XlsxEntry> headings;
    for (const RegisterColumn& column : entries.columns) {
        layout.widths.push_back(column.width);
        headings.push_back({catalogue.text(column.heading), format::XlsxStyle::heading});
    }
    writer.begin_sheet(layout);
    writer.add_row(headings);
    for (const auto& cells : entries.rows) {
        std::vector<format::XlsxEntry> row;
        for (const RegisterCell& cell : cells) row.push_back(cell.shown);
        writer.add_row(row);
    }
    writer.finish(title);
}

std::string register_csv(const Register& entries) {
    format::CsvWriter csv(',', format::CsvWriter::Reader::anybody);
    for (const RegisterColumn& column : entries.columns) csv.cell(column.key);
    csv.end_line();
    for (const auto& cells : entries.rows) {
        for (const RegisterCell& cell : cells) csv.cell(csv_text(cell.data));
        csv.end_line();
    }
    return csv.take();
}

Json register_json(const Register& entries) {
    Json::Array rows;
    for (const auto& cells : entries.rows) {
        Json::Object row;
        for (std::size_t i = 0; i < cells.size(); ++i) row[entries.columns[i].key] = cells[i].data;
        rows.push_back(row);
    }
    return Json::Object{{"on", iso_text(entries.on)},
                        {"organisation", entries.organisation},
                        {"register", register_name(entries.kind)},
                        {"rows", rows},
                        {"simulated", entries.simulated}};
}

}  // namespace cadran::report
