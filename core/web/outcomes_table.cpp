// SPDX-License-Identifier: Apache-2.0
#include "web/outcomes_table.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "app/definitions.h"
#include "app/people.h"
#include "base/text.h"
#include "report/words.h"
#include "web/frame.h"

namespace cadran::web {

namespace {

constexpr std::array outcome_labels{"web.control", "web.records",   "web.selected",
                                    "web.failed",  "web.errors",    "web.unchecked",
                                    "web.fresh",   "web.never_ran", "web.kept_to_themselves"};

std::string run_words(const model::Run& run, app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    const auto zone = app::zone_of(session);
    return catalogue.text(Message{"web.run_of",
                                  {{"number", run.number},
                                   {"period", report::period_words(run.period, catalogue)},
                                   {"by", app::person_called(app::person_names(session), run.by)},
                                   {"at", report::moment_words(run.at, catalogue, zone.value())}}});
}

// `usual`: the run that most of the process's controls were in.
Json outcome_row(const app::ControlOutcome& outcome, std::int64_t usual, app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    const bool ran = outcome.result.has_value();
    const bool other = ran && outcome.run->number != usual;
    Json::Object row{{"confided", outcome.confided},
                     {"control", catalogue.text(outcome.title)},
                     {"id", outcome.control},
                     {"other_run", other ? Json(run_words(*outcome.run, session)) : Json(false)},
                     {"place", control_place(outcome.control)},
                     {"ran", ran}};
    if (!ran) return row;
    const model::ControlResult& result = *outcome.result;
    row["errors"] = catalogue.number(result.errors);
    row["errs"] = result.errors > 0;
    row["failed"] = catalogue.number(result.failed);
    row["fresh"] = catalogue.number(result.fresh);
    row["lacks"] = result.not_checked > 0;
    row["not_checked"] = catalogue.number(result.not_checked);
    row["population"] = catalogue.number(result.population);
    row["selected"] = catalogue.number(result.selected);
    return row;
}

}  // namespace

std::string control_place(const std::string& control) {
    const auto slash = control.find('/');
    return fmt::format("/plugins/{}/controls/{}", percent_encoded(control.substr(0, slash)),
                       percent_encoded(control.substr(slash + 1)));
}

std::string outcomes_table(std::span<const app::ControlOutcome> outcomes, const std::string& heading,
                           app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    const auto newest = std::ranges::max_element(
        outcomes, {}, [](const app::ControlOutcome& one) { return one.run ? one.run->number : 0; });
    const std::int64_t usual = newest->run ? newest->run->number : 0;
    Json::Array rows;
    for (const app::ControlOutcome& one : outcomes) rows.push_back(outcome_row(one, usual, session));
    return filled_template(
        "outcomes", Json::Object{{"heading", heading},
                                 {"label", report::labels(outcome_labels, catalogue)},
                                 {"rows", rows},
                                 {"run", newest->run ? run_words(*newest->run, session) : std::string()},
                                 {"title", catalogue.text(newest->process_title)}});
}

}  // namespace cadran::web
