// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <span>

#include "app/control.h"
#include "app/control_outcomes.h"
#include "app/definitions.h"
#include "app/rights.h"
#include "base/text.h"
#include "report/words.h"
#include "web/choices.h"
#include "web/control_pages.h"
#include "web/error_page.h"
#include "web/frame.h"
#include "web/outcomes_table.h"

namespace cadran::web {

namespace {

using calendar::Period;

constexpr std::array controls_labels{"web.no_control", "web.run_period", "web.run_controls", "web.run_hint"};

// The last months and quarters: controls run over one that has just ended, as a rule.
Json::Array periods_to_run(Date today, const std::string& chosen, const Catalogue& catalogue) {
    Json::Array periods;
    const auto add = [&](Period::Kind kind, int count) {
        Period period = Period::containing(today, kind);
        for (int i = 0; i < count; ++i, period = period.previous())
            periods.push_back(option(period.text(), report::period_words(period, catalogue), chosen));
    };
    add(Period::Kind::month, 12);
    add(Period::Kind::quarter, 4);
    return periods;
}

bool may_run(const std::string& process, Date today, app::Session& session) {
    const auto sheet = app::process_in_force(session.workspace, process, today);
    return sheet && app::authorise(session, app::UseCase::run_controls, sheet->value);
}

Json section_of(std::span<const app::ControlOutcome> outcomes, Date today, const Request& request,
                app::Session& session) {
    const std::string& process = outcomes.front().process;
    const std::string heading = "controls-" + process;
    const bool typed = request.form.get("process") == process;
    const std::string chosen =
        typed ? request.form.get("period") : Period::containing(today, Period::Kind::month).previous().text();
    return Json::Object{{"id", heading},
                        {"may_run", may_run(process, today, session)},
                        {"outcomes", outcomes_table(outcomes, heading, session)},
                        {"periods", periods_to_run(today, chosen, session.catalogue)},
                        {"place", "/processes/" + percent_encoded(process)},
                        {"process", process},
                        {"title", session.catalogue.text(outcomes.front().process_title)}};
}

Result<Response> shown_controls(const Failure* failure, const Request& request, app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    const auto outcomes = app::list_outcomes(session);
    if (!outcomes) return tl::unexpected(outcomes.error());
    const auto today = app::today(session);
    if (!today) return tl::unexpected(today.error());
    Json::Array processes;
    for (std::span<const app::ControlOutcome> rest(*outcomes); !rest.empty();) {
        const auto other = std::ranges::find_if(
            rest, [&](const app::ControlOutcome& one) { return one.process != rest.front().process; });
        const auto count = static_cast<std::size_t>(other - rest.begin());
        processes.push_back(section_of(rest.first(count), *today, request, session));
        rest = rest.subspan(count);
    }
    const std::string title = catalogue.text(Message{"web.controls"});
    const std::string body =
        filled_template("controls", Json::Object{{"empty", outcomes->empty()},
                                                 {"faults", faults_above(failure, catalogue)},
                                                 {"form_token", request.form_token},
                                                 {"label", report::labels(controls_labels, catalogue)},
                                                 {"processes", processes},
                                                 {"title", title}});
    return framed({.title = title,
                   .place = "/controls",
                   .body = body,
                   .status = failure == nullptr ? 200 : status_of(*failure)},
                  request, session);
}

}  // namespace

Result<Response> controls_page(const Request& request, app::Session& session) {
    return shown_controls(nullptr, request, session);
}

Result<Response> run_controls_form(const Request& request, app::Session& session) {
    if (const auto may = app::scope_within(session, app::UseCase::run_controls); !may)
        return tl::unexpected(may.error());
    const std::string process = request.form.get("process");
    const auto period = Period::parse(request.form.get("period"));
    if (!period) {
        const auto failure = invalid(Message{"web.not_a_period", {{"value", request.form.get("period")}}});
        return shown_controls(&failure.value(), request, session);
    }
    const auto done = app::run_controls(session, process, *period);
    if (!done) {
        auto shown = shown_controls(&done.error(), request, session);
        if (!shown) return tl::unexpected(done.error());
        return shown;
    }
    return see_other("/controls?done=ran#controls-" + percent_encoded(process));
}

}  // namespace cadran::web
