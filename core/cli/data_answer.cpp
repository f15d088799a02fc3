// SPDX-License-Identifier: Apache-2.0
#include "cli/data_answer.h"

#include <algorithm>

#include "base/text.h"
#include "cli/command.h"

namespace cadran::cli {

namespace {

using app::AnalysisCell;

// More rows are for a file.
constexpr std::size_t rows_shown = 200;
constexpr std::int64_t bar_width = 40;

// `12.5` of 100 as blocks, by eighths.
std::string bar_of(const Decimal& share) {
    static constexpr const char* eighths[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    const std::int64_t filled = share.units * bar_width * 8 / 1'000;
    std::string bar;
    for (std::int64_t i = 0; i < filled / 8; ++i) bar += "█";
    return bar + eighths[filled % 8];
}

// As programs read it; figures that are not whole stand as text, lest they be rounded.
Json json_of(const Argument& value, const Catalogue& catalogue) {
    struct Writer {
        const Catalogue& catalogue;

        Json operator()(std::int64_t number) const { return Json(number); }
        Json operator()(const std::string& text) const { return Json(text); }
        Json operator()(const Money& amount) const { return Json(plain_text(amount)); }
        Json operator()(const Decimal& number) const { return Json(plain_text(number)); }
        Json operator()(const Date& date) const { return Json(iso_text(date)); }
        Json operator()(const LocalText& text) const { return Json(catalogue.text(text)); }
    };
    return std::visit(Writer{catalogue}, value);
}

Cell printed(const AnalysisCell& cell, const Output& output) {
    const Catalogue& catalogue = output.catalogue();
    if (const auto* word = std::get_if<Message>(&cell.value)) return output.cell(catalogue.text(*word));
    const auto* value = std::get_if<Argument>(&cell.value);
    if (value == nullptr) return {};
    const auto* share = std::get_if<Decimal>(value);
    if (share != nullptr && cell.form == AnalysisCell::Form::bar)
        return {bar_of(*share), json_of(*value, catalogue)};
    if (share != nullptr && cell.form == AnalysisCell::Form::percent)
        return {catalogue.percent(*share), json_of(*value, catalogue)};
    return {catalogue.fill("{value}", {{"value", *value}}), json_of(*value, catalogue)};
}

}  // namespace

Result<app::RecordChoice> record_choice(const Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    app::RecordChoice choice{.type = arguments.get("TYPE"), .where = arguments.get("where")};
    if (arguments.has("file")) choice.file = invocation.path("file");
    if (arguments.has("period")) {
        const auto period = arguments.period("period");
        if (!period) return tl::unexpected(period.error());
        choice.period = *period;
    }
    return choice;
}

Result<int> answer(Invocation& invocation, const Result<app::Analysis>& analysis,
                   const app::RecordChoice& choice) {
    if (!analysis) return tl::unexpected(analysis.error());
    Output& output = invocation.output();
    if (invocation.arguments().has("csv")) {
        const Done written =
            app::write_analysis(invocation.session(), *analysis, invocation.path("csv"), choice);
        if (!written) return tl::unexpected(written.error());
    }
    Table table;
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < analysis->columns.size(); ++i) {
        const app::AnalysisColumn& column = analysis->columns[i];
        if (column.drawn && output.format() != Format::table) continue;
        places.push_back(i);
        table.headings.push_back({column.name, column.title, column.right});
    }
    const bool is_cut = output.format() == Format::table && analysis->rows.size() > rows_shown;
    for (const auto& row : analysis->rows) {
        if (is_cut && table.rows.size() == rows_shown) break;
        std::vector<Cell> cells;
        for (const std::size_t place : places) cells.push_back(printed(row[place], output));
        table.rows.push_back(std::move(cells));
    }
    if (!table.rows.empty() || output.format() != Format::table) output.table(table);
    if (is_cut)
        output.say({"cli.rows_not_shown", {{"count", std::ssize(analysis->rows) - std::ssize(table.rows)}}});
    for (const Message& remark : analysis->remarks) output.say(remark);
    return analysis->found ? exit_found : exit_fine;
}

}  // namespace cadran::cli
