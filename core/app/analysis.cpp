// SPDX-License-Identifier: Apache-2.0
#include "app/analysis.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include "base/file.h"
#include "base/text.h"
#include "format/csv_writer.h"

namespace cadran::app {

namespace {

int scale_of(const column::Field& field) {
    if (field.type == column::Type::money) return 2;
    return field.type == column::Type::decimal ? field.decimals : 0;
}

// For spreadsheets: numbers without groups or signs of currency.
std::string file_text(const AnalysisCell& cell, const Catalogue& catalogue) {
    const char point = catalogue.language() == Language::french ? ',' : '.';
    const auto number = [&](const Decimal& value) {
        std::string text = plain_text(value);
        std::ranges::replace(text, '.', point);
        return text;
    };
    struct Writer {
        const Catalogue& catalogue;
        const std::function<std::string(const Decimal&)>& number;

        std::string operator()(std::int64_t value) const { return std::to_string(value); }
        std::string operator()(const std::string& text) const { return text; }
        std::string operator()(const Money& amount) const { return number({amount.cents, 2}); }
        std::string operator()(const Decimal& value) const { return number(value); }
        std::string operator()(const Date& date) const { return iso_text(date); }
        std::string operator()(const LocalText& text) const { return catalogue.text(text); }
    };
    if (const auto* message = std::get_if<Message>(&cell.value)) return catalogue.text(*message);
    const auto* value = std::get_if<Argument>(&cell.value);
    return value == nullptr ? "" : std::visit(Writer{catalogue, number}, *value);
}

}  // namespace

AnalysisCell cell_of(std::int64_t number) {
    return {Argument(number)};
}

AnalysisCell cell_of(std::string text) {
    return {Argument(std::move(text))};
}

AnalysisCell cell_of(const column::Field& field, const column::Scalar& value) {
    if (column::is_missing(value)) return {};
    if (field.type == column::Type::code) {
        const auto code = std::ranges::find(field.codes, std::get<std::string>(value), &column::Code::name);
        if (code != field.codes.end()) return {Argument(code->title)};
    }
    return {column::argument(value)};
}

AnalysisCell units_cell(const column::Field& field, std::int64_t units) {
    if (field.type == column::Type::money) return {Argument(Money{units, field.currency})};
    if (field.type == column::Type::decimal) return {Argument(Decimal{units, field.decimals})};
    return {Argument(units)};
}

AnalysisCell units_cell(const column::Field& field, double units) {
    return units_cell(field, static_cast<std::int64_t>(std::llround(units)));
}

AnalysisCell share_cell(double part, double whole, AnalysisCell::Form form) {
    const double share = whole > 0 ? part / whole : 0;
    return {Argument(Decimal{std::llround(share * 1'000), 1}), form};
}

AnalysisColumn column_of(const column::Field& field) {
    const bool is_number = field.type == column::Type::money || field.type == column::Type::integer ||
                           field.type == column::Type::decimal;
    return {field.name, {"app.field_title", {{"title", field.title}}}, is_number};
}

void remark_on(const ChosenRecords& records, Analysis& analysis) {
    analysis.remarks.push_back({"app.records_analysed", {{"count", std::ssize(records.population)}}});
    if (records.not_checked > 0)
        analysis.remarks.push_back({"app.records_not_known", {{"count", records.not_checked}}});
    if (records.rejected > 0)
        analysis.remarks.push_back({"app.lines_not_read", {{"count", records.rejected}}});
    for (const auto& [type, last] : records.purged)
        analysis.remarks.push_back({"app.analysed_without_purged", {{"type", type}, {"last", last}}});
}

void remark_on_missing(std::int64_t missing, const column::Field& field, Analysis& analysis) {
    if (missing > 0)
        analysis.remarks.push_back(
            {"app.records_without_value", {{"count", missing}, {"field", field.title}}});
}

Result<std::int64_t> units_of(const std::string& text, const column::Field& field, const char* option) {
    std::string plain(trimmed(text));
    std::ranges::replace(plain, ',', '.');
    const auto number = Decimal::parse(plain);
    std::int64_t units = 0;
    bool fits = number && number->scale <= scale_of(field);
    if (fits) {
        units = number->units;
        for (int scale = number->scale; scale < scale_of(field); ++scale)
            fits = fits && !__builtin_mul_overflow(units, std::int64_t{10}, &units);
    }
    if (fits) return units;
    return invalid(Message{"app.not_a_possible_number", {{"option", std::string(option)}, {"value", text}}});
}

Result<std::vector<std::int64_t>> bounds_of(const std::string& text, const column::Field& field) {
    std::vector<std::int64_t> bounds;
    for (const std::string_view part : split(text, ',')) {
        const auto bound = units_of(std::string(part), field, "--bounds");
        if (!bound) return tl::unexpected(bound.error());
        bounds.push_back(*bound);
    }
    if (std::ranges::adjacent_find(bounds, std::greater_equal<>()) != bounds.end())
        return invalid(Message{"app.bounds_do_not_rise", {{"bounds", text}}});
    return bounds;
}

Done write_analysis(const Session& session, const Analysis& analysis, const std::filesystem::path& to,
                    const RecordChoice& choice) {
    if (session.workspace.holds(to)) return refused({"app.analysis_in_workspace"});
    std::error_code absent;
    if (choice.file && std::filesystem::equivalent(to, *choice.file, absent))
        return refused({"app.analysis_over_the_file"});
    const char separator = session.catalogue.language() == Language::french ? ';' : ',';
    format::CsvWriter writer(separator, format::CsvWriter::Reader::spreadsheet);
    for (const AnalysisColumn& column : analysis.columns) {
        if (!column.drawn) writer.cell(column.name);
    }
    writer.end_line();
    for (const auto& row : analysis.rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (!analysis.columns[i].drawn) writer.cell(file_text(row[i], session.catalogue));
        }
        writer.end_line();
    }
    DurableFile file(std::filesystem::absolute(to), Access::owner);
    file.write(writer.text());
    file.publish();
    return {};
}

}  // namespace cadran::app
