// SPDX-License-Identifier: Apache-2.0
#include "report/indicator_sheet.h"

#include <algorithm>

#include <fmt/ranges.h>

#include "report/indicator_trend.h"
#include "report/spreadsheet_words.h"
#include "report/words.h"

namespace cadran::report {

namespace {

using format::XlsxChart;
using format::XlsxEntry;
using format::XlsxStyle;

constexpr double chart_gap = 8;  // pixels
constexpr std::size_t chart_rows = 15;
constexpr std::size_t charts_a_page = 4;
constexpr double sheet_row_height = 20;  // of a row without words, in pixels

// Columns, from 0.
constexpr std::size_t period_column = 1;
constexpr std::size_t value_column = 3;
constexpr std::size_t target_column = 4;
constexpr std::size_t upper_target_column = 5;

class IndicatorSheet {
  public:
    IndicatorSheet(format::XlsxWriter& writer, const calendar::Zone& zone, const Catalogue& catalogue)
        : writer_(writer), zone_(zone), catalogue_(catalogue) {}

    void write(const SheetHead& head, const std::vector<BookedIndicator>& indicators) {
        std::vector<double> widths{34, 15, 12, 12, 12, 12, 20, 13, 16, 11, 12, 24};
        writer_.begin_sheet(
            {.name = head.name, .widths = widths, .frozen_rows = rows_of_head, .filter = true});
        write_head(writer_, head.title, head.explanation,
                   {text({"report.indicator"}), text({"report.period"}), text({"report.period_end"}),
                    text({"report.value"}), text({"report.target"}), text({"report.upper_target"}),
                    text({"report.attainment"}), text({"report.numerator"}), text({"report.denominator"}),
                    text({"report.excluded"}), text({"report.measured_on_day"}), text({"report.comment"})});
        std::vector<XlsxChart> charts;
        for (const BookedIndicator& one : indicators) {
            const std::size_t first = writer_.rows();
            for (const model::PeriodFigure& part : one.history) writer_.add_row(row(one, part));
            if (has_figure(one)) charts.push_back(chart(one, first, writer_.rows()));
            for (const model::Measurement& whole : one.wholes)
                writer_.add_row(row(one, {whole.period, whole, {}}));
        }
        double width = 0;
        for (const double column : widths) width += format::XlsxWriter::pixels(column);
        place(charts, width);
    }

  private:
    std::string text(const Message& message) const { return catalogue_.text(message); }

    XlsxEntry figure(const std::optional<Decimal>& figure, const model::Measurement& measurement) const {
        return figure_entry(figure, measurement.unit, measurement.currency, catalogue_);
    }

    std::vector<XlsxEntry> row(const BookedIndicator& one, const model::PeriodFigure& part) const {
        std::vector<XlsxEntry> row{{catalogue_.text(one.indicator.title)},
                                   {period_words(part.period, catalogue_)},
                                   date_entry(part.period.last(), catalogue_)};
        if (!part.measurement) {
            row.resize(upper_target_column + 1);
            row.push_back({text({"report.not_measured_then"}), XlsxStyle::note});
            return row;
        }
        const model::Measurement& measurement = *part.measurement;
        row.push_back(figure(measurement.value(), measurement));
        row.back().comment = replaced(part);
        row.push_back(figure(measurement.target ? std::optional(measurement.target->value) : std::nullopt,
                             measurement));
        row.push_back(figure(measurement.target ? measurement.target->upper : std::nullopt, measurement));
        row.push_back(attainment_entry(measurement, catalogue_));
        row.push_back(measurement.denominator > 0 ? XlsxEntry{measurement.numerator} : XlsxEntry{});
        row.push_back(measurement.denominator > 0 ? XlsxEntry{measurement.denominator} : XlsxEntry{});
        row.push_back({measurement.excluded});
        row.push_back(date_entry(zone_.date_of(measurement.at), catalogue_));
        row.push_back({measurement.comment});
        return row;
    }

    // What it showed before it was corrected.
    std::string replaced(const model::PeriodFigure& part) const {
        std::vector<std::string> figures;
        for (const model::Measurement& earlier : part.replaced)
            figures.push_back(figure_words(earlier, catalogue_));
        if (figures.empty()) return {};
        return text({"report.corrected_from", {{"values", fmt::format("{}", fmt::join(figures, ", "))}}});
    }

    static bool has_figure(const BookedIndicator& one) {
        return std::ranges::any_of(one.history,
                                   [](const model::PeriodFigure& part) { return part.value().has_value(); });
    }

    XlsxChart chart(const BookedIndicator& one, std::size_t first, std::size_t end) const {
        XlsxChart chart{.title = catalogue_.text(one.indicator.title),
                        .first_row = first,
                        .end_row = end,
                        .names = period_column,
                        .lines = {{text({"report.value"}), value_column}}};
        bool targets = false, ranges = false;
        for (const model::PeriodFigure& part : one.history) {
            if (const auto known = part.value()) {
                chart.number_format =
                    figure_format(*known, one.indicator.unit, part.measurement->currency, catalogue_);
            }
            if (!part.measurement || !part.measurement->target) continue;
            targets = true;
            ranges = ranges || part.measurement->target->upper.has_value();
        }
        if (targets) chart.lines.push_back({text({"report.target"}), target_column, true});
        if (ranges) chart.lines.push_back({text({"report.upper_target"}), upper_target_column, true});
        return chart;
    }

    // Two beside each other, below the table, on pages of their own.
    void place(std::vector<XlsxChart>& charts, double width) {
        std::size_t row = writer_.rows() + 1;
        for (std::size_t i = 0; i < charts.size(); ++i) {
            if (i % charts_a_page == 0) writer_.break_page(row);
            charts[i].row = row;
            charts[i].width = (width - chart_gap) / 2;
            charts[i].height = sheet_row_height * static_cast<double>(chart_rows) - chart_gap;
            charts[i].left = i % 2 == 0 ? 0 : (width + chart_gap) / 2;
            writer_.add_chart(charts[i]);
            if (i % 2 == 1) row += chart_rows;
        }
    }

    format::XlsxWriter& writer_;
    const calendar::Zone& zone_;
    const Catalogue& catalogue_;
};

}  // namespace

void write_head(format::XlsxWriter& writer, const std::string& title, const std::string& explanation,
                const std::vector<std::string>& headings) {
    writer.add_row({{title, XlsxStyle::title}});
    writer.add_row({{explanation, XlsxStyle::line_note}});
    std::vector<XlsxEntry> row;
    for (const std::string& heading : headings) row.push_back({heading, XlsxStyle::heading});
    writer.add_row(row);
}

void write_indicator_sheet(format::XlsxWriter& writer, const SheetHead& head,
                           const std::vector<BookedIndicator>& indicators, const calendar::Zone& zone,
                           const Catalogue& catalogue) {
    IndicatorSheet(writer, zone, catalogue).write(head, indicators);
}

std::string signal_lines(const BookedIndicator& one, const Catalogue& catalogue) {
    const Trend trend = trend_of(one.indicator, one.history);
    std::vector<std::string> words;
    for (const auto& signal : signals_since(trend, last_figure(one.history)))
        words.push_back(signal_words(signal, one.indicator, one.history, catalogue));
    return fmt::format("{}", fmt::join(words, "\n"));
}

}  // namespace cadran::report
