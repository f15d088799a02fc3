// SPDX-License-Identifier: Apache-2.0
#include <fmt/ranges.h>

#include "format/xlsx_writer.h"
#include "report/indicator_sheet.h"
#include "report/matter_section.h"
#include "report/review.h"
#include "report/spreadsheet_words.h"
#include "report/words.h"

namespace cadran::report {

namespace {

using format::XlsxEntry;
using format::XlsxStyle;
using EntryRow = std::vector<XlsxEntry>;

struct BookColumn {
    Message heading;
    double width;  // in characters
};

XlsxEntry text_entry(const std::string& value) {
    return value.empty() ? XlsxEntry{} : XlsxEntry{value};
}

// What is nought is what one looks for: the rest stands out.
XlsxEntry concern(std::int64_t count) {
    return {count, count > 0 ? XlsxStyle::poor : XlsxStyle::plain};
}

BookedIndicator booked(const model::IndicatorSummary& summary) {
    BookedIndicator booked{summary.indicator, summary.whole, summary.history, {}, 0};
    if (summary.whole && summary.indicator.frequency < summary.whole->period.kind())
        booked.wholes.push_back(*summary.whole);
    return booked;
}

class ReviewBook {
  public:
    ReviewBook(const model::Dossier& dossier, const Catalogue& catalogue, const calendar::Zone& zone)
        : dossier_(dossier),
          catalogue_(catalogue),
          zone_(zone),
          view_(review_view(dossier, catalogue, zone)),
          writer_(viewed("title"), dress(dossier.appearance, dossier.organisation + " – " + viewed("title"),
                                         explanation(), catalogue)) {}

    std::string write() {
        summarise();
        indicators();
        actions();
        nonconformities();
        controls();
        risks();
        decisions();
        return writer_.take();
    }

  private:
    std::string said(const Message& message) const { return catalogue_.text(message); }
    std::string said(const LocalText& words) const { return catalogue_.text(words); }
    const std::string& viewed(const char* name) const { return view_.at(name).string(); }

    // How far the review has come, and that it is invented where it is.
    std::string explanation() const {
        const std::string state = view_.at("state").at("words").string();
        return dossier_.simulated ? state + " – " + said(Message{"report.simulation"}) : state;
    }

    SheetHead head(const Message& title) {
        const std::string words = said(title);
        return {sheet_name(words, names_), words + " – " + viewed("title"), explanation()};
    }

    void begin(const Message& title, const std::vector<BookColumn>& columns) {
        const SheetHead sheet = head(title);
        format::XlsxLayout layout{.name = sheet.name, .frozen_rows = rows_of_head, .filter = true};
        std::vector<std::string> headings;
        for (const BookColumn& column : columns) {
            layout.widths.push_back(column.width);
            headings.push_back(said(column.heading));
        }
        writer_.begin_sheet(layout);
        write_head(writer_, sheet.title, sheet.explanation, headings);
    }

    // Said where a sheet has no row.
    void nothing(bool is_empty, const Message& words) {
        if (is_empty) writer_.add_row({{said(words), XlsxStyle::line_note}});
    }

    void summarise() {
        begin({"report.summary"}, {{{"report.indicator"}, 42},
                                   {{"report.quality_objective"}, 46},
                                   {{"report.period"}, 20},
                                   {{"report.value"}, 12},
                                   {{"report.target"}, 20},
                                   {{"report.attainment"}, 22},
                                   {{"report.signals"}, 44}});
        for (const model::IndicatorSummary& summary : dossier_.indicators) add_indicator(summary);
        nothing(dossier_.indicators.empty(), {"report.no_indicators"});
        writer_.add_row({});
        for (const Json& fact : view_.at("facts").array())
            add_fact(fact.at("name").string(), fact.at("value").string());
        add_fact(said(Message{"report.conclusion"}), dossier_.review.conclusion);
        add_fact(said(Message{"report.participants"}),
                 fmt::format("{}", fmt::join(dossier_.review.participants, ", ")));
        for (const Json& mark : view_.at("marks").array()) {
            add_fact(mark.at("step").string(), mark.at("by").string() +
                                                   (mark.at("moment").string().empty() ? "" : ", ") +
                                                   mark.at("moment").string());
        }
    }

    void add_indicator(const model::IndicatorSummary& summary) {
        EntryRow row{{said(summary.indicator.title)}, text_entry(said(summary.objective))};
        if (const auto& whole = summary.whole) {
            row.push_back({period_words(whole->period, catalogue_)});
            row.push_back(figure_entry(whole->value(), whole->unit, whole->currency, catalogue_));
            row.push_back({target_words(*whole, catalogue_)});
            row.push_back(attainment_entry(*whole, catalogue_));
        } else {
            row.resize(row.size() + 3);
            row.push_back({said(Message{"report.not_measured"}), XlsxStyle::note});
        }
        row.push_back(text_entry(signal_lines(booked(summary), catalogue_)));
        writer_.add_row(row);
    }

    void add_fact(const std::string& name, const std::string& value) {
        writer_.add_row(
            {{name, XlsxStyle::note}, value.empty() ? XlsxEntry{std::string("–")} : text_entry(value)});
    }

    void indicators() {
        std::vector<BookedIndicator> all;
        for (const model::IndicatorSummary& summary : dossier_.indicators) all.push_back(booked(summary));
        write_indicator_sheet(writer_, head({"report.indicators"}), all, zone_, catalogue_);
    }

    void actions() {
        begin({"report.actions"}, {{{"report.plan_reference"}, 12},
                                   {{"report.plan_action"}, 52},
                                   {{"report.plan_origin"}, 18},
                                   {{"report.plan_kind"}, 20},
                                   {{"report.plan_level"}, 16},
                                   {{"report.plan_owner"}, 20},
                                   {{"report.plan_due"}, 13},
                                   {{"report.plan_progress"}, 13},
                                   {{"report.plan_state"}, 20},
                                   {{"report.plan_overdue"}, 12}});
        for (const model::ReviewedAction& one : dossier_.actions) add_action(one);
        nothing(dossier_.actions.empty(), {"report.no_actions"});
    }

    void add_action(const model::ReviewedAction& reviewed) {
        const model::Action& action = reviewed.action;
        writer_.add_row({{model::action_name(action)},
                         {action.text},
                         {said(model::action_origin_title(action.origin))},
                         {said(model::action_kind_title(action.kind))},
                         {said(model::action_level_title(action.level))},
                         text_entry(action.owner),
                         date_entry(action.due, catalogue_),
                         figure_entry(Decimal{action.progress, 0}, model::Unit::percent, {}, catalogue_),
                         {said(model::action_state_title(action.state))},
                         reviewed.overdue ? XlsxEntry{"▲ " + said(Message{"report.late"}), XlsxStyle::bad}
                                          : XlsxEntry{}});
    }

    void nonconformities() {
        begin({"report.reviewed_nonconformities"}, {{{"report.register_number"}, 10},
                                                    {{"report.nonconformity"}, 40},
                                                    {{"report.reviewed_requirement"}, 46},
                                                    {{"report.extent"}, 32},
                                                    {{"report.findings"}, 12},
                                                    {{"report.actions"}, 12},
                                                    {{"report.finished_actions"}, 12},
                                                    {{"report.plan_state"}, 14}});
        for (const auto& [stated, follow_up] : dossier_.nonconformities) {
            const bool closed = follow_up.dealt_with();
            writer_.add_row({{stated.number},
                             {stated.title},
                             text_entry(stated.requirement),
                             text_entry(stated.extent),
                             {std::int64_t{std::ssize(stated.findings)}},
                             {follow_up.actions},
                             {follow_up.finished},
                             {said(Message{closed ? "report.closed" : "report.open"}),
                              closed ? XlsxStyle::good : XlsxStyle::poor}});
        }
        nothing(dossier_.nonconformities.empty(), {"report.no_nonconformities"});
    }

    void controls() {
        begin({"report.controls"}, {{{"report.control"}, 30},
                                    {{"report.selected_records"}, 44},
                                    {{"report.population"}, 13},
                                    {{"report.selected"}, 12},
                                    {{"report.passed"}, 13},
                                    {{"report.failed"}, 12},
                                    {{"report.errors"}, 10},
                                    {{"report.not_applicable"}, 12},
                                    {{"report.not_checked"}, 10},
                                    {{"report.counted_released"}, 10},
                                    {{"report.counted_refused"}, 10},
                                    {{"report.counted_corrected"}, 12},
                                    {{"report.counted_dismissed"}, 12},
                                    {{"report.counted_confirmed"}, 12},
                                    {{"report.counted_open"}, 10}});
        for (const model::ControlSummary& summary : dossier_.controls) {
            const model::ControlResult& totals = summary.totals;
            writer_.add_row({{said(summary.title)},
                             text_entry(said(summary.population)),
                             {totals.population},
                             {totals.selected},
                             {totals.passed},
                             {totals.failed},
                             concern(totals.errors),
                             {totals.not_applicable},
                             concern(totals.not_checked),
                             {summary.released},
                             {summary.refused},
                             {summary.corrected},
                             {summary.dismissed},
                             {summary.confirmed},
                             concern(summary.open)});
        }
        nothing(dossier_.controls.empty(), {"report.no_controls"});
    }

    void risks() {
        begin({"report.reviewed_risks"}, {{{"report.reviewed_risk"}, 46},
                                          {{"report.risk_kind"}, 14},
                                          {{"report.register_likelihood"}, 15},
                                          {{"report.register_impact"}, 12},
                                          {{"report.register_score"}, 10},
                                          {{"report.risk_level"}, 16},
                                          {{"report.risk_course"}, 24},
                                          {{"report.risk_response"}, 56}});
        const Json::Array& words = view_.at("risks").array();
        for (std::size_t i = 0; i < dossier_.risks.size(); ++i) {
            const model::ReviewedRisk& risk = dossier_.risks[i];
            writer_.add_row({{said(risk.title)},
                             {words[i].at("kind").string()},
                             {std::int64_t{risk.rating.likelihood}},
                             {std::int64_t{risk.rating.impact}},
                             {std::int64_t{risk.rating.score()}},
                             {said(risk.level)},
                             {words[i].at("course").string()},
                             text_entry(said(risk.response))});
        }
        nothing(dossier_.risks.empty(), {"report.sheet_no_risks"});
    }

    void decisions() {
        begin({"report.taken_decisions"}, {{{"report.plan_reference"}, 12},
                                           {{"report.plan_action"}, 60},
                                           {{"report.plan_kind"}, 20},
                                           {{"report.plan_level"}, 16},
                                           {{"report.plan_owner"}, 20},
                                           {{"report.plan_due"}, 13},
                                           {{"report.plan_criterion"}, 44},
                                           {{"report.plan_judged_on"}, 16}});
        bool none = true;
        for (const model::ReviewedAction& reviewed : dossier_.actions) {
            const model::Action& action = reviewed.action;
            if (!is_decided_in(dossier_.review, action)) continue;
            none = false;
            const model::Effectiveness& effect = action.effectiveness;
            writer_.add_row({{model::action_name(action)},
                             {action.text},
                             {said(model::action_kind_title(action.kind))},
                             {said(model::action_level_title(action.level))},
                             text_entry(action.owner),
                             date_entry(action.due, catalogue_),
                             text_entry(effect.indicator.empty() ? effect.criterion : effect.indicator),
                             date_entry(effect.on, catalogue_)});
        }
        nothing(none, {"report.no_taken_decisions"});
    }

    const model::Dossier& dossier_;
    const Catalogue& catalogue_;
    const calendar::Zone& zone_;
    Json view_;
    std::set<std::string> names_;
    format::XlsxWriter writer_;
};

}  // namespace

std::string review_book(const model::Dossier& dossier, const Catalogue& catalogue,
                        const calendar::Zone& zone) {
    return ReviewBook(dossier, catalogue, zone).write();
}

}  // namespace cadran::report
