// SPDX-License-Identifier: Apache-2.0
#include "report/release.h"

#include "format/csv_writer.h"

namespace cadran::report {

namespace {

enum class Reasons { left_out, given };

// `-1234,56`, without groups, so that a French spreadsheet takes it for a number.
std::string number_cell(const Money& amount) {
    std::string text = plain_text(amount);
    text.resize(text.find(' '));
    text[text.find('.')] = ',';
    return text;
}

std::string amount_cell(const column::Scalar& amount) {
    const auto* money = std::get_if<Money>(&amount);
    return money != nullptr ? number_cell(*money) : column::plain_text(amount);
}

std::string currency_cell(const column::Scalar& amount) {
    const auto* money = std::get_if<Money>(&amount);
    return money != nullptr ? money->currency.code : "";
}

void write_header(format::CsvWriter& csv, const Catalogue& catalogue, Reasons reasons) {
    for (const char* id :
         {"report.column_finding", "report.column_type", "report.column_key", "report.column_amount",
          "report.column_currency", "report.column_handler", "report.column_control",
          "report.column_decision", "report.column_decided_at", "report.column_decided_by"}) {
        csv.cell(catalogue.text(Message{id}));
    }
    if (reasons == Reasons::given) csv.cell(catalogue.text(Message{"report.column_reason"}));
    csv.end_line();
}

void write_row(format::CsvWriter& csv, const ReleaseRow& row, const Catalogue& catalogue,
               const calendar::Zone& zone, Reasons reasons) {
    const auto& decision = row.decision;
    csv.cell(row.finding);
    csv.cell(row.type);
    csv.cell(row.key);
    csv.cell(amount_cell(row.amount));
    csv.cell(currency_cell(row.amount));
    csv.cell(row.handler);
    csv.cell(row.control);
    csv.cell(decision ? catalogue.text(model::verdict_title(decision->verdict))
                      : catalogue.text(Message{"report.waiting"}));
    csv.cell(decision ? zone.local_text(decision->at) : "");
    csv.cell(decision ? decision->by : "");
    if (reasons == Reasons::given) {
        csv.cell(decision ? decision->reason : catalogue.text(Message{"report.no_decision_yet"}));
    }
    csv.end_line();
}

std::string list(const std::vector<ReleaseRow>& rows, Language language, const calendar::Zone& zone,
                 Reasons reasons) {
    const Catalogue catalogue(language);
    format::CsvWriter csv(';', format::CsvWriter::Reader::spreadsheet);
    write_header(csv, catalogue, reasons);
    for (const ReleaseRow& row : rows) write_row(csv, row, catalogue, zone, reasons);
    return csv.take();
}

}  // namespace

std::string released_csv(const std::vector<ReleaseRow>& rows, Language language, const calendar::Zone& zone) {
    return list(rows, language, zone, Reasons::left_out);
}

std::string suspended_csv(const std::vector<ReleaseRow>& rows, Language language,
                          const calendar::Zone& zone) {
    return list(rows, language, zone, Reasons::given);
}

}  // namespace cadran::report
