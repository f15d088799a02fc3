// SPDX-License-Identifier: Apache-2.0
#include "report/indicator_book.h"

#include "format/xlsx_writer.h"
#include "model/figure.h"
#include "report/spreadsheet_words.h"
#include "report/words.h"

namespace cadran::report {

namespace {

using format::XlsxEntry;
using format::XlsxStyle;

class IndicatorPages {
  public:
    IndicatorPages(const IndicatorBook& book, const Catalogue& catalogue)
        : book_(book),
          catalogue_(catalogue),
          writer_(text({"report.book_title"}),
                  dress(book.appearance, book.organisation + " – " + text({"report.book_title"}), drawn_up(),
                        catalogue)) {}

    std::string write() {
        summarise(sheet_name(text({"report.book_summary"}), names_));
        for (const BookedProcess& process : book_.processes) write(process);
        return writer_.take();
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

    void summarise(const std::string& name) {
        writer_.begin_sheet({.name = name,
                             .widths = {30, 40, 13, 17, 13, 22, 20, 13, 44},
                             .frozen_rows = rows_of_head,
                             .filter = true});
        write_head(writer_, book_.organisation + " – " + text({"report.book_title"}), drawn_up(),
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
        row.push_back({signal_lines(one, catalogue_)});
        return row;
    }

    void write(const BookedProcess& process) {
        const std::string title = catalogue_.text(process.title);
        const std::string pilot = text({"report.book_pilot", {{"pilot", process.pilot}}});
        write_indicator_sheet(writer_, {sheet_name(title, names_), title, pilot + " – " + drawn_up()},
                              process.indicators, book_.zone, catalogue_);
    }

    XlsxEntry figure(const std::optional<Decimal>& figure, const model::Measurement& measurement) const {
        return figure_entry(figure, measurement.unit, measurement.currency, catalogue_);
    }

    const IndicatorBook& book_;
    const Catalogue& catalogue_;
    std::set<std::string> names_;
    format::XlsxWriter writer_;
};

}  // namespace

std::string indicator_book(const IndicatorBook& book, const Catalogue& catalogue) {
    return IndicatorPages(book, catalogue).write();
}

}  // namespace cadran::report
