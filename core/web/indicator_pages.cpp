// SPDX-License-Identifier: Apache-2.0
#include "web/indicator_pages.h"

#include <algorithm>
#include <array>

#include "app/definitions.h"
#include "app/indicator.h"
#include "app/indicator_standing.h"
#include "app/nonconformity.h"
#include "app/people.h"
#include "app/rights.h"
#include "base/text.h"
#include "report/indicator_chart.h"
#include "report/indicator_trend.h"
#include "report/sparkline.h"
#include "report/verdict.h"
#include "report/view.h"
#include "report/words.h"
#include "web/choices.h"
#include "web/error_page.h"
#include "web/figure_form.h"
#include "web/frame.h"
#include "web/indicator_tile.h"
#include "web/kept_words.h"

namespace cadran::web {

namespace {

constexpr std::array overview_labels{
    "web.indicator",    "web.last_figure", "web.period",       "web.target",   "web.verdict",
    "web.course",       "web.missing",     "web.no_indicator", "web.heat_map", "web.export_indicators",
    "web.every_period", "web.file_format", "web.workbook",     "web.download"};
constexpr std::array chart_labels{"web.indicators", "web.chart",           "web.figures", "web.period",
                                  "web.figure",     "web.target",          "web.verdict", "web.signals",
                                  "web.replaced",   "web.nothing_measured"};
constexpr std::array figure_labels{
    "web.indicators", "web.rests_on",    "web.numerator",    "web.denominator",
    "web.excluded",   "web.target",      "web.exceptions",   "web.exceptions_words",
    "web.record",     "web.finding",     "web.state",        "web.measures",
    "web.comment",    "web.measured_by", "web.no_exception", "web.interval"};

// What every view of a figure shows of it; a dash where nobody measured.
Json::Object figure_view(const std::optional<model::Measurement>& measurement, const Catalogue& catalogue) {
    const report::Verdict verdict =
        measurement ? report::verdict_of(*measurement) : report::Verdict{"none", ""};
    return {{"figure",
             measurement ? report::figure_words(*measurement, catalogue) : std::string(report::no_value)},
            {"sign", verdict.sign},
            {"target",
             measurement ? report::target_words(*measurement, catalogue) : std::string(report::no_value)},
            {"verdict", verdict.name},
            {"verdict_words", measurement ? report::attainment_words(*measurement, catalogue)
                                          : catalogue.text(Message{"web.not_measured"})}};
}

Json overview_row(const app::IndicatorStanding& standing, const Catalogue& catalogue) {
    Json::Object row = figure_view(standing.newest, catalogue);
    row["missing"] =
        standing.missing.empty()
            ? Json(false)
            : Json(catalogue.text(Message{"web.periods_missing", {{"count", std::ssize(standing.missing)}}}));
    row["period"] = standing.newest ? report::period_words(standing.newest->period, catalogue)
                                    : std::string(report::no_value);
    row["picture"] = report::sparkline(standing.indicator, standing.history, catalogue);
    row["place"] = indicator_place(standing);
    row["title"] = catalogue.text(standing.indicator.title);
    return row;
}

// The words of the signals that end there.
std::string signals_at(const report::Trend& trend, std::size_t index, const app::IndicatorStanding& standing,
                       const Catalogue& catalogue) {
    std::vector<std::string> words;
    for (const auto& signal : trend.signals) {
        if (signal.last == index)
            words.push_back(report::signal_words(signal, standing.indicator, standing.history, catalogue));
    }
    return fmt::format("{}", fmt::join(words, " ; "));
}

Json history_row(const app::IndicatorStanding& standing, const report::Trend& trend, std::size_t index,
                 const Catalogue& catalogue) {
    const model::PeriodFigure& one = standing.history[index];
    std::vector<std::string> replaced;
    for (const model::Measurement& earlier : one.replaced)
        replaced.push_back(report::figure_words(earlier, catalogue));
    Json::Object row = figure_view(one.measurement, catalogue);
    row["period"] = report::period_words(one.period, catalogue);
    row["place"] = report::unless_empty(one.measurement ? indicator_place(standing) + "/" + one.period.text()
                                                        : std::string());
    row["replaced"] = fmt::format("{}", fmt::join(replaced, ", "));
    row["signals"] = signals_at(trend, index, standing, catalogue);
    return row;
}

Json headline(const app::IndicatorStanding& standing, const Catalogue& catalogue) {
    Json::Object view = figure_view(standing.newest, catalogue);
    view["period"] = report::unless_empty(
        standing.newest ? report::period_words(standing.newest->period, catalogue) : std::string());
    return view;
}

// The records that the figure counts against it, each with its finding where one concerns it.
Json::Array exception_rows(const model::Measurement& measurement,
                           const std::vector<app::ListedFinding>& findings, const app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    const bool leads = app::scope_of(session.actor, app::UseCase::show_worklist) != app::Scope::none;
    Json::Array rows;
    for (const model::Subject& subject : measurement.exceptions) {
        const auto found = std::ranges::find_if(findings, [&](const app::ListedFinding& one) {
            return std::ranges::find(one.finding.subjects, subject) != one.finding.subjects.end();
        });
        const bool known = found != findings.end();
        const bool is_file = known && found->finding.effect != model::Effect::flag;
        rows.push_back(Json::Object{
            {"finding", known ? found->finding.id : std::string()},
            {"key", subject.key},
            {"place",
             report::unless_empty(is_file && leads ? "/worklist/" + found->finding.id : std::string())},
            {"state",
             known ? catalogue.text(model::finding_state_title(found->finding.state)) : std::string()},
            {"type", subject.type}});
    }
    return rows;
}

std::string measures_words(const model::Measurement& measurement) {
    std::vector<std::string> words;
    for (const model::ControlVersion& version : measurement.measures)
        words.push_back(fmt::format("{} v{}", version.id, version.version));
    return words.empty() ? std::string(report::no_value) : fmt::format("{}", fmt::join(words, ", "));
}

// The years and quarters of late, to be exported alone.
Json::Array periods_to_export(app::Session& session) {
    using calendar::Period;
    Json::Array periods;
    const auto now = app::today(session);
    if (!now) return periods;
    for (const auto& [kind, most] : {std::pair{Period::Kind::year, 3}, std::pair{Period::Kind::quarter, 5}}) {
        Period period = Period::containing(*now, kind);
        for (int i = 0; i < most; ++i, period = period.previous())
            periods.push_back(option(period.text(), report::period_words(period, session.catalogue), ""));
    }
    return periods;
}

// The page of an indicator, with what is wrong in what was typed.
Result<Response> shown_indicator(const Failure* failure, const Request& request, app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    const auto standing = app::chart_indicator(
        session, {.process = request.parameter("process"), .indicator = request.parameter("indicator")});
    if (!standing) return tl::unexpected(standing.error());
    const report::Trend trend = report::trend_of(standing->indicator, standing->history);
    Json::Array rows;
    for (std::size_t i = standing->history.size(); i-- > 0;)
        rows.push_back(history_row(*standing, trend, i, catalogue));
    const std::string title = catalogue.text(standing->indicator.title);
    const std::string body = filled_template(
        "indicator",
        Json::Object{
            {"chart", report::indicator_chart(standing->indicator, standing->history, catalogue)},
            {"empty", rows.empty()},
            {"faults", faults_above(failure, catalogue) + kept_words(failure, request, catalogue)},
            {"headline", headline(*standing, catalogue)},
            {"label", report::labels(chart_labels, catalogue)},
            {"limits", report::limits_words(trend, standing->indicator, standing->history, catalogue)},
            {"process", titled(process_titles(session), standing->process)},
            {"record", figure_form({*standing}, indicator_place(*standing) + "/record", request, session)},
            {"process_place", "/processes/" + percent_encoded(standing->process)},
            {"rows", rows},
            {"title", title}});
    return framed({.title = title,
                   .place = "/indicators",
                   .body = body,
                   .status = failure == nullptr ? 200 : status_of(*failure)},
                  request, session);
}

}  // namespace

Result<Response> indicators_page(const Request& request, app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    const auto standings = app::list_indicators(session, "");
    if (!standings) return tl::unexpected(standings.error());
    const ProcessTitles titles = process_titles(session);
    Json::Array processes;
    for (auto first = standings->begin(); first != standings->end();) {
        const auto last = std::find_if(first, standings->end(), [&](const app::IndicatorStanding& one) {
            return one.process != first->process;
        });
        Json::Array rows;
        for (auto one = first; one != last; ++one) rows.push_back(overview_row(*one, catalogue));
        processes.push_back(Json::Object{{"id", "process-" + first->process},
                                         {"place", "/processes/" + percent_encoded(first->process)},
                                         {"rows", rows},
                                         {"title", titled(titles, first->process)}});
        first = last;
    }
    const std::string title = catalogue.text(Message{"web.indicators"});
    const std::string body =
        filled_template("indicators", Json::Object{{"empty", standings->empty()},
                                                   {"label", report::labels(overview_labels, catalogue)},
                                                   {"periods", periods_to_export(session)},
                                                   {"processes", processes},
                                                   {"title", title}});
    return framed({.title = title, .place = "/indicators", .body = body}, request, session);
}

Result<Response> indicator_page(const Request& request, app::Session& session) {
    return shown_indicator(nullptr, request, session);
}

Result<Response> record_figure_form(const Request& request, app::Session& session) {
    if (const auto may = app::scope_within(session, app::UseCase::record_indicator); !may)
        return tl::unexpected(may.error());
    auto command = typed_figure(request, request.parameter("process"));
    if (!command) return shown_indicator(&command.error(), request, session);
    command->indicator = request.parameter("indicator");
    const auto recorded = app::record_indicator(session, *command);
    if (recorded) return see_other(indicator_place(command->process, command->indicator) + "?done=recorded");
    if (recorded.error().kind == Failure::Kind::not_found) return tl::unexpected(recorded.error());
    return shown_indicator(&recorded.error(), request, session);
}

Result<Response> figure_page(const Request& request, app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    const std::string& process = request.parameter("process");
    const auto standing =
        app::chart_indicator(session, {.process = process, .indicator = request.parameter("indicator")});
    if (!standing) return tl::unexpected(standing.error());
    const auto measured = app::show_indicators(session, process, standing->indicator.id);
    if (!measured) return tl::unexpected(measured.error());
    const auto found = std::ranges::find_if(*measured, [&](const model::Measurement& one) {
        return one.period.text() == request.parameter("period");
    });
    if (found == measured->end())
        return not_found({"web.no_figure", {{"period", request.parameter("period")}}});
    std::vector<app::ListedFinding> findings;
    if (!found->exceptions.empty()) {
        if (auto listed = app::list_findings(session, {.process = process})) findings = std::move(*listed);
    }
    const auto zone = app::zone_of(session);
    const std::string title = fmt::format("{}, {}", catalogue.text(standing->indicator.title),
                                          report::period_words(found->period, catalogue));
    Json::Object view = figure_view(*found, catalogue);
    const bool share = found->denominator > 0;
    view["comment"] = report::unless_empty(found->comment);
    view["denominator"] = share ? catalogue.number(found->denominator) : std::string(report::no_value);
    view["exceptions"] = exception_rows(*found, findings, session);
    view["excluded"] = catalogue.number(found->excluded);
    view["has_exceptions"] = !found->exceptions.empty();
    view["indicator"] = catalogue.text(standing->indicator.title);
    view["indicator_place"] = indicator_place(*standing);
    view["interval"] = report::unless_empty(report::interval_words(*found, catalogue));
    view["label"] = report::labels(figure_labels, catalogue);
    view["measured"] = fmt::format("{}, {}", app::person_called(app::person_names(session), found->by),
                                   report::moment_words(found->at, catalogue, *zone));
    view["measures"] = measures_words(*found);
    view["numerator"] = share ? catalogue.number(found->numerator) : std::string(report::no_value);
    view["sentence"] = report::result_words(*found, catalogue);
    view["title"] = title;
    return framed({.title = title, .place = "/indicators", .body = filled_template("figure", view)}, request,
                  session);
}

}  // namespace cadran::web
