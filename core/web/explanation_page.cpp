// SPDX-License-Identifier: Apache-2.0
#include "web/explanation_page.h"

#include <array>

#include "app/definitions.h"
#include "app/explanation.h"
#include "app/people.h"
#include "base/text.h"
#include "report/view.h"
#include "report/words.h"
#include "web/frame.h"
#include "web/work_item_view.h"

namespace cadran::web {

namespace {

constexpr std::array explanation_labels{"web.rule_heading", "web.population",  "web.values_seen",
                                        "web.parameters",   "web.judged_how",  "web.version_heading",
                                        "web.author",       "web.accepted_by", "web.written_at",
                                        "web.digest",       "web.run",         "web.finding",
                                        "web.record",       "web.back_to_file"};

Json::Array values_seen(const model::Finding& finding, const Catalogue& catalogue) {
    Json::Array values;
    for (const model::Evidence& one : finding.evidence) {
        const bool gone = finding.purged && column::is_missing(one.value);
        values.push_back(Json::Object{
            {"record", report::unless_empty(one.record)},
            {"title", one.field},
            {"value", gone ? catalogue.text(Message{"web.is_purged"})
                           : catalogue.fill("{value}", {{"value", column::argument(one.value)}})}});
    }
    return values;
}

// The seed, with which the same sample is drawn again, and what was drawn from each part.
Json::Array draw_of(const model::ControlResult& result, const Catalogue& catalogue) {
    Json::Array lines;
    if (result.strata.empty()) return lines;
    lines.push_back(catalogue.text(Message{"web.seed", {{"seed", result.seed}}}));
    for (const model::Stratum& stratum : result.strata)
        lines.push_back(catalogue.text(
            Message{"web.stratum",
                    {{"keys", stratum.keys}, {"size", stratum.size}, {"population", stratum.population}}}));
    return lines;
}

void add_rule(Json::Object& view, const app::Explanation& explained, const app::PersonNames& names,
              const Catalogue& catalogue) {
    const model::Control& control = explained.declaration.control;
    const model::DefinitionVersion& plugin = explained.plugin;
    Json::Array parameters;
    for (const auto& [name, value] : explained.result.parameters)
        parameters.push_back(fmt::format("{} = {}", name, value));
    view["accepted"] = fmt::format("{}, {}", app::person_called(names, plugin.acceptance->approver),
                                   catalogue.date(plugin.acceptance->from));
    view["author"] = app::person_called(names, plugin.author);
    view["control"] = catalogue.text(control.title);
    view["control_id"] = control.id;
    view["control_place"] = fmt::format("/plugins/{}/controls/{}", percent_encoded(plugin.name),
                                        percent_encoded(control.id.substr(control.id.find('/') + 1)));
    view["digest"] = plugin.hash.hex();
    view["has_parameters"] = !parameters.empty();
    view["judge"] =
        catalogue.text(Message{control.has_judge ? "web.judged_by_script" : "web.judged_by_rule"});
    view["parameters"] = parameters;
    view["population"] = explained.population;
    view["version"] = fmt::format("{} {}", plugin.name, catalogue.number(plugin.number));
    view["version_place"] =
        fmt::format("/plugins/{}/versions/{}", percent_encoded(plugin.name), plugin.number);
    view["written"] = fmt::format("{}:{}", explained.declaration.path, explained.declaration.place.line);
}

}  // namespace

Result<Response> explanation_page(const Request& request, app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    const std::string& finding = request.parameter("finding");
    const auto explained = app::explain(session, finding);
    if (!explained) return tl::unexpected(explained.error());
    const auto zone = app::zone_of(session);
    if (!zone) return tl::unexpected(zone.error());
    Json::Array records;
    for (const model::Subject& subject : explained->finding.subjects)
        records.push_back(fmt::format("{} {}", subject.type, subject.key));
    const std::string title =
        catalogue.text(Message{"web.why_listed", {{"record", explained->finding.subjects.front().key}}});
    const bool flagged = explained->finding.effect == model::Effect::flag;
    const model::Run& run = explained->run;
    Json::Object view;
    const app::PersonNames names = app::person_names(session);
    add_rule(view, *explained, names, catalogue);
    view["draw"] = draw_of(explained->result, catalogue);
    view["finding"] = finding;
    view["label"] = report::labels(explanation_labels, catalogue);
    view["message"] = explained->message;
    view["list"] = finding_list(explained->finding, catalogue);
    view["place"] = finding_place(explained->finding);
    view["records"] = records;
    view["run"] = catalogue.text(Message{"web.run_of",
                                         {{"number", run.number},
                                          {"period", report::period_words(run.period, catalogue)},
                                          {"by", app::person_called(names, run.by)},
                                          {"at", report::moment_words(run.at, catalogue, *zone)}}});
    view["sizes"] = catalogue.text(
        Message{"web.so_many_selected",
                {{"population", explained->result.population}, {"selected", explained->result.selected}}});
    view["title"] = title;
    view["values"] = values_seen(explained->finding, catalogue);
    return framed({.title = title,
                   .place = flagged ? "/findings" : "/worklist",
                   .body = filled_template("explanation", view)},
                  request, session);
}

}  // namespace cadran::web
