// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <functional>

#include "model/figure.h"
#include "report/control_section.h"
#include "report/management_sections.h"
#include "report/sparkline.h"
#include "report/verdict.h"
#include "report/words.h"

namespace cadran::report {

namespace {

using model::Course;
using model::ManagedIndicator;
using model::ManagedProcess;
using model::ManagementDossier;

using Wanted = std::function<bool(const ManagedProcess&, const ManagedIndicator&)>;

// `T1`, with its year where it is not that of the review.
std::string quarter_words(const calendar::Period& quarter, const calendar::Period& review,
                          const Catalogue& catalogue) {
    const std::string words = short_period_words(quarter, catalogue);
    return quarter.first().year() == review.last().year() ? words : words + " " + year_words(quarter);
}

TableCell figure_cell(const std::optional<model::Measurement>& measurement, const Catalogue& catalogue) {
    if (!measurement) return {no_value, "number"};
    const Verdict verdict = verdict_of(*measurement);
    const std::string sign = *verdict.sign == '\0' ? "" : std::string(verdict.sign) + "\u00a0";
    return {sign + figure_words(*measurement, catalogue), std::string("number ") + verdict.name};
}

// `✓ atteint, en progrès`.
TableCell standing_cell(const ManagedIndicator& one, const Catalogue& catalogue) {
    const model::Measurement* judged = one.judged();
    const Course course = model::course_of(one);
    const std::string way = course == Course::none ? "" : ", " + catalogue.text(model::course_title(course));
    if (judged == nullptr)
        return {catalogue.text(Message{one.is_measured() ? "report.no_target" : "report.unmeasured"}) + way,
                "none"};
    const Verdict verdict = verdict_of(*judged);
    return {std::string(verdict.sign) + "\u00a0" + attainment_words(*judged, catalogue) + way, verdict.name};
}

std::string target_in_words(const ManagedIndicator& one, const ManagementDossier& dossier,
                            const Catalogue& catalogue) {
    const model::Measurement* judged = one.judged();
    const auto target = judged ? judged->target : one.indicator.target_at(dossier.review.period.last());
    if (!target) return {};
    return catalogue.text(
        Message{"report.target_of",
                {{"target", model::target_text(*target, one.indicator.direction, one.indicator.unit,
                                               catalogue, judged ? judged->currency : Currency{})}}});
}

void add_row(SectionTable& table, const ManagedIndicator& one, const ManagementDossier& dossier,
             const Catalogue& catalogue) {
    std::vector<TableCell> cells;
    for (const model::PeriodFigure& quarter : one.quarters)
        cells.push_back(figure_cell(quarter.measurement, catalogue));
    cells.push_back({"", "course", sparkline(one.indicator, one.quarters, catalogue)});
    cells.push_back(figure_cell(one.whole, catalogue));
    cells.push_back(standing_cell(one, catalogue));
    const std::string title = catalogue.text(one.indicator.title);
    const std::string target = target_in_words(one, dossier, catalogue);
    if (one.objective == LocalText{}) return table.row(title, std::move(cells), target);
    table.row(catalogue.text(one.objective), std::move(cells),
              title + (target.empty() ? "" : " · " + target));
}

// The quarters of the wanted indicators, process by process.
SectionTable trend_table(const ManagementDossier& dossier, const Message& caption, const Message& head,
                         const Catalogue& catalogue, const Wanted& wanted) {
    SectionTable table(catalogue.text(caption));
    table.column(catalogue.text(head));
    for (const calendar::Period& quarter : dossier.quarters)
        table.column(quarter_words(quarter, dossier.review.period, catalogue), "number");
    table.column(catalogue.text(Message{"report.course"}));
    table.column(period_words(dossier.review.period, catalogue), "number");
    table.column(catalogue.text(Message{"report.attainment"}));
    for (const ManagedProcess& process : dossier.processes) {
        table.group(catalogue.text(process.process.title));
        for (const ManagedIndicator& one : process.indicators) {
            if (wanted(process, one)) add_row(table, one, dossier, catalogue);
        }
    }
    return table;
}

void add_counts(SectionContent& content, const ManagementDossier& dossier, const Catalogue& catalogue,
                const Wanted& wanted) {
    std::int64_t met = 0, missed = 0, unmeasured = 0, better = 0, worse = 0;
    for (const ManagedProcess& process : dossier.processes) {
        for (const ManagedIndicator& one : process.indicators) {
            if (!wanted(process, one)) continue;
            const model::Measurement* judged = one.judged();
            const bool is_met = judged && judged->attainment() == model::Attainment::met;
            unmeasured += !one.is_measured();
            met += is_met;
            missed += judged && !is_met;
            better += model::course_of(one) == Course::better;
            worse += model::course_of(one) == Course::worse;
        }
    }
    content.figure(met, {"report.met_count", {{"count", met}}}, catalogue, "met");
    content.figure(missed, {"report.missed_count", {{"count", missed}}}, catalogue, "missed");
    content.figure(unmeasured, {"report.unmeasured_count", {{"count", unmeasured}}}, catalogue, "missed");
    content.figure(better, {"report.better_count", {{"count", better}}}, catalogue, "met");
    content.figure(worse, {"report.worse_count", {{"count", worse}}}, catalogue, "missed");
}

// Of all findings of a control, those that were real.
std::int64_t confirmed(const model::ControlSummary& control) {
    return control.refused + control.corrected + control.confirmed;
}

// `✓ signée`; what is not due says nothing.
TableCell review_cell(const ManagedProcess& process, const calendar::Period& quarter,
                      const Catalogue& catalogue) {
    const auto review = std::ranges::find(process.reviews, quarter, &model::ReviewStanding::period);
    if (review == process.reviews.end()) return {no_value, "none"};
    if (!review->state) return {"✗\u00a0" + catalogue.text(Message{"report.review_missing"}), "missed"};
    const std::string words = catalogue.text(model::review_state_title(*review->state));
    return review->is_signed() ? TableCell{"✓\u00a0" + words, "met"} : TableCell{words, "none"};
}

struct ProcessTotals {
    std::int64_t population = 0;
    std::int64_t confirmed = 0;
    std::int64_t open = 0;
    std::int64_t objectives = 0;
    std::int64_t met = 0;
};

ProcessTotals totals_of(const ManagedProcess& process) {
    ProcessTotals totals;
    for (const model::ControlSummary& control : process.controls) {
        totals.population += control.totals.population;
        totals.confirmed += confirmed(control);
        totals.open += control.open;
    }
    for (const ManagedIndicator& one : process.indicators) {
        if (one.objective == LocalText{}) continue;
        const model::Measurement* judged = one.judged();
        ++totals.objectives;
        totals.met += judged && judged->attainment() == model::Attainment::met;
    }
    return totals;
}

SectionTable control_table(const ManagementDossier& dossier, const Catalogue& catalogue) {
    SectionTable table(catalogue.text(Message{"report.controls_over_period"}));
    table.column(catalogue.text(Message{"report.control"}));
    for (const char* id : {"report.population", "report.findings", "report.confirmed", "report.set_aside",
                           "report.to_decide", "report.confirmed_share"})
        table.column(catalogue.text(Message{id}), "number");
    for (const ManagedProcess& process : dossier.processes) {
        table.group(catalogue.text(process.process.title));
        for (const model::ControlSummary& control : process.controls) {
            const std::int64_t population = control.totals.population;
            const auto cell = [&](std::int64_t count) {
                return TableCell{has_run(control) ? catalogue.number(count) : no_value, "number"};
            };
            const std::string share =
                population == 0 ? no_value
                                : catalogue.percent(Decimal::ratio(confirmed(control) * 100, population, 2));
            table.row(catalogue.text(control.title),
                      {cell(population),
                       cell(control.findings()),
                       cell(confirmed(control)),
                       cell(control.released + control.dismissed),
                       cell(control.open),
                       {share, "number"}},
                      has_run(control) ? "" : catalogue.text(Message{"report.not_run_in_period"}));
        }
    }
    return table;
}

}  // namespace

SectionContent satisfaction_section(const ManagementDossier& dossier, const Catalogue& catalogue) {
    const Wanted wanted = [](const ManagedProcess& process, const ManagedIndicator&) {
        return model::speaks_of_satisfaction(process.process);
    };
    SectionContent content;
    add_counts(content, dossier, catalogue, wanted);
    content.table(
        trend_table(dossier, {"report.satisfaction_trend"}, {"report.indicator"}, catalogue, wanted));
    return content;
}

SectionContent objective_section(const ManagementDossier& dossier, const Catalogue& catalogue) {
    const Wanted wanted = [](const ManagedProcess&, const ManagedIndicator& one) {
        return one.objective != LocalText{};
    };
    SectionContent content;
    add_counts(content, dossier, catalogue, wanted);
    content.table(
        trend_table(dossier, {"report.objective_trend"}, {"report.quality_objective"}, catalogue, wanted));
    content.note(catalogue.text(Message{"report.judged_how"}));
    return content;
}

SectionContent performance_section(const ManagementDossier& dossier, const Catalogue& catalogue) {
    SectionContent content;
    SectionTable table(catalogue.text(Message{"report.process_by_process"}));
    table.column(catalogue.text(Message{"report.process"}));
    for (const calendar::Period& quarter : dossier.quarters) {
        table.column(catalogue.text(Message{
            "report.review_of", {{"period", quarter_words(quarter, dossier.review.period, catalogue)}}}));
    }
    for (const char* id : {"report.objectives_met", "report.population", "report.confirmed"})
        table.column(catalogue.text(Message{id}), "number");
    std::int64_t due = 0, signed_off = 0;
    for (const ManagedProcess& process : dossier.processes) {
        due += std::ssize(process.reviews);
        signed_off += std::ranges::count_if(process.reviews, &model::ReviewStanding::is_signed);
        const ProcessTotals totals = totals_of(process);
        std::vector<TableCell> cells;
        for (const calendar::Period& quarter : dossier.quarters)
            cells.push_back(review_cell(process, quarter, catalogue));
        cells.push_back(
            {catalogue.number(totals.met) + " / " + catalogue.number(totals.objectives), "number"});
        cells.push_back({catalogue.number(totals.population), "number"});
        cells.push_back({catalogue.number(totals.confirmed), "number"});
        table.row(catalogue.text(process.process.title), std::move(cells), process.process.pilot);
    }
    const std::int64_t count = std::ssize(dossier.processes);
    content.figure(count, {"report.process_count", {{"count", count}}}, catalogue);
    content.figure(signed_off, {"report.signed_count", {{"count", signed_off}}}, catalogue, "met");
    const std::int64_t unsigned_count = due - signed_off;
    content.figure(unsigned_count, {"report.unsigned_count", {{"count", unsigned_count}}}, catalogue,
                   "missed");
    content.table(table);
    return content;
}

SectionContent monitoring_section(const ManagementDossier& dossier, const Catalogue& catalogue) {
    std::int64_t run = 0, idle = 0, found = 0, real = 0, open = 0;
    for (const ManagedProcess& process : dossier.processes) {
        for (const model::ControlSummary& control : process.controls) {
            run += has_run(control);
            idle += !has_run(control);
            found += control.findings();
            real += confirmed(control);
            open += control.open;
        }
    }
    SectionContent content;
    content.figure(run, {"report.run_count", {{"count", run}}}, catalogue);
    content.figure(idle, {"report.idle_count", {{"count", idle}}}, catalogue, "missed");
    content.figure(found, {"report.found_count", {{"count", found}}}, catalogue);
    content.figure(real, {"report.confirmed_count", {{"count", real}}}, catalogue, "missed");
    content.figure(open, {"report.open_count", {{"count", open}}}, catalogue, "missed");
    content.table(control_table(dossier, catalogue));
    content.table(trend_table(dossier, {"report.other_indicators"}, {"report.indicator"}, catalogue,
                              [](const ManagedProcess& process, const ManagedIndicator& one) {
                                  return one.objective == LocalText{} &&
                                         !model::speaks_of_satisfaction(process.process);
                              }));
    return content;
}

}  // namespace cadran::report
