// SPDX-License-Identifier: Apache-2.0
#include "report/indicator_book.h"

#include <fmt/ranges.h>

#include "format/xlsx_writer.h"
#include "model/figure.h"
#include "report/indicator_trend.h"
#include "report/spreadsheet_words.h"
#include "report/words.h"

namespace cadran::report {

namespace {

using format::XlsxChart;
using format::XlsxEntry;
using format::XlsxStyle;

constexpr std::size_t frozen = 3;  // title, explanation, headings
constexpr double chart_gap = 8;    // pixels
constexpr std::size_t chart_rows = 15;
constexpr std::size_t charts_a_page = 4;
constexpr double row_height = 20;  // of a row without words, in pixels

// The columns of a process's sheet, from 0.
constexpr std::size_t period_column = 1;
constexpr std::size_t value_column = 3;
constexpr std::size_t target_column = 4;
constexpr std::size_t upper_target_column = 5;

class Book {
  public:
    Book(const IndicatorBook& book, const Catalogue& catalogue, const std::filesystem::path& file)
        : book_(book),
          catalogue_(catalogue),
          writer_(file, text({"report.book_title"}),
                  dress(book.appearance, book.organisation + " – " + text({"report.book_title"}), drawn_up(),
                        catalogue)) {}

    void write() {
        const std::string summary = text({"report.book_summary"});
        summarise(sheet_name(summary, names_));
        for (const BookedProcess& process : book_.processes) write(process);
        writer_.finish(summary);
    }

  private:
    std::string text(const Message& message) const { return catalogue_.text(message); }

    std::string drawn_up() const {
        std::string words =
            book_.period ? text({"report.book_of_period",
                                 {{"period", period_words(*book_.period, catalogue_)}, {"date", book_.on}}})
                         : text({"report.book_on", {{"date", book_.on}}});
        return book_.simulated ? words + " – " + text({"report.simulation"}) : words;
    }

    void head(const std::string& title, const std::string& explanation,
              const std::vector<std::string>& headings) {
        writer_.add_row({{title, XlsxStyle::title}});
        writer_.add_row({{explanation, XlsxStyle::line_note}});
        std::vector<XlsxEntry> row;
        for (const std::string& heading : headings) row.push_back({heading, XlsxStyle::heading});
        writer_.add_row(row);
    }

    void summarise(const std::string& name) {
        writer_.begin_sheet({.name = name,
                             .widths = {30, 40, 13, 17, 13, 22, 20, 13, 44},
                             .frozen_rows = frozen,
                             .filter = true});
        head(book_.organisation + " – " + text({"report.book_title"}), drawn_up(),
             {text({"report.process"}), text({"report.indicator"}), text({"report.frequency"}),
              text({"report.latest_period"}), text({"report.value"}), text({"report.target"}),
              text({"report.attainment"}), text({"report.periods_missing"}), text({"report.signals"})});
        for (const BookedProcess& process : book_.processes) {
            for (const BookedIndicator& one : process.indicators) writer_.add_row(summary_row(process, one));
        }
    }

    std::vector<XlsxEntry> summary_row(const BookedProcess& process, const BookedIndicator& one) const {
        std::vector<XlsxEntry> row{{catalogue_.text(process.title)},
                                   {catalogue_.text(one.indicator.title)},
                                   {catalogue_.text(model::frequency_title(one.indicator.frequency))}};
        if (one.newest) {
            row.push_back({period_words(one.newest->period, catalogue_)});
            row.push_back(figure(one.newest->value(), *one.newest));
            row.push_back({target_words(*one.newest, catalogue_)});
            row.push_back(attainment_entry(*one.newest, catalogue_));
        } else {
            const auto due = one.indicator.target_at(book_.on);
            row.push_back({std::string("–"), XlsxStyle::note});
            row.push_back({});
            row.push_back({due ? model::target_text(*due, one.indicator.direction, one.indicator.unit,
                                                    catalogue_, book_.currency)
                               : "–"});
            row.push_back({text({"report.not_measured"}), XlsxStyle::note});
        }
        row.push_back({static_cast<std::int64_t>(one.missing)});
        row.push_back({signals(one)});
        return row;
    }

    XlsxEntry figure(const std::optional<Decimal>& figure, const model::Measurement& measurement) const {
        return figure_entry(figure, measurement.unit, measurement.currency, catalogue_);
    }

    std::string signals(const BookedIndicator& one) const {
        const Trend trend = trend_of(one.indicator, one.history);
        std::vector<std::string> words;
        for (const auto& signal : signals_since(trend, last_figure(one.history)))
            words.push_back(signal_words(signal, one.indicator, one.history, catalogue_));
        return fmt::format("{}", fmt::join(words, "\n"));
    }

    void write(const BookedProcess& process) {
        std::vector<double> widths{34, 15, 12, 12, 12, 12, 20, 12, 14, 9, 12, 24};
        const std::string title = catalogue_.text(process.title);
        writer_.begin_sheet(
            {.name = sheet_name(title, names_), .widths = widths, .frozen_rows = frozen, .filter = true});
        head(title, text({"report.book_pilot", {{"pilot", process.pilot}}}) + " – " + drawn_up(),
             {text({"report.indicator"}), text({"report.period"}), text({"report.period_end"}),
              text({"report.value"}), text({"report.target"}), text({"report.upper_target"}),
              text({"report.attainment"}), text({"report.numerator"}), text({"report.denominator"}),
              text({"report.excluded"}), text({"report.measured_on_day"}), text({"report.comment"})});
        std::vector<XlsxChart> charts;
        for (const BookedIndicator& one : process.indicators) {
            const std::size_t first = writer_.rows();
            for (const model::PeriodFigure& part : one.history) writer_.add_row(row(one, part));
            if (writer_.rows() > first) charts.push_back(chart(one, first, writer_.rows()));
            for (const model::Measurement& whole : one.wholes)
                writer_.add_row(row(one, {whole.period, whole}));
        }
        double width = 0;
        for (const double column : widths) width += format::XlsxWriter::pixels(column);
        place(charts, width);
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
        row.push_back(
            bound(measurement, measurement.target ? std::optional(measurement.target->value) : std::nullopt));
        row.push_back(bound(measurement, measurement.target ? measurement.target->upper : std::nullopt));
        row.push_back(attainment_entry(measurement, catalogue_));
        row.push_back(measurement.denominator > 0 ? XlsxEntry{measurement.numerator} : XlsxEntry{});
        row.push_back(measurement.denominator > 0 ? XlsxEntry{measurement.denominator} : XlsxEntry{});
        row.push_back({measurement.excluded});
        row.push_back(date_entry(book_.zone.date_of(measurement.at), catalogue_));
        row.push_back({measurement.comment});
        return row;
    }

    XlsxEntry bound(const model::Measurement& measurement, const std::optional<Decimal>& value) const {
        return figure_entry(value, measurement.unit, measurement.currency, catalogue_);
    }

    // What it showed before it was corrected.
    std::string replaced(const model::PeriodFigure& part) const {
        std::vector<std::string> figures;
        for (const model::Measurement& earlier : part.replaced)
            figures.push_back(figure_words(earlier, catalogue_));
        if (figures.empty()) return {};
        return text({"report.corrected_from", {{"values", fmt::format("{}", fmt::join(figures, ", "))}}});
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
            charts[i].height = row_height * static_cast<double>(chart_rows) - chart_gap;
            charts[i].left = i % 2 == 0 ? 0 : (width + chart_gap) / 2;
            writer_.add_chart(charts[i]);
            if (i % 2 == 1) row += chart_rows;
        }
    }

    const IndicatorBook& book_;
    const Catalogue& catalogue_;
    std::set<std::string> names_;
    format::XlsxWriter writer_;
};

}  // namespace

void write_indicator_book(const IndicatorBook& book, const Catalogue& catalogue,
                          const std::filesystem::path& file) {
    Book(book, catalogue, file).write();
}

}  // namespace cadran::report
