// SPDX-License-Identifier: Apache-2.0
#include "app/similar_cases.h"

#include <set>

#include "app/control_evaluation.h"
#include "app/finding_origin.h"
#include "app/parameters.h"
#include "app/sight.h"
#include "app/work_item.h"
#include "store/finding_repository.h"

namespace cadran::app {

namespace {

Done authorise_seeking(Session& session, const std::string& process) {
    const auto now = today(session);
    if (!now) return tl::unexpected(now.error());
    const auto in_force = process_in_force(session.workspace, process, *now);
    if (!in_force) return tl::unexpected(in_force.error());
    return authorise(session, UseCase::run_controls, in_force->value);
}

Result<SoughtPeriod> seek(Session& session, const FindingOrigin& origin, const calendar::Locality& locality,
                          const calendar::Period& period, const store::Sight& sight) {
    RecordSource source(session, period);
    auto evaluation = evaluate_control(source, locality,
                                       {origin.version, origin.plugin, origin.declaration(), origin.values,
                                        true, expression::Unchecked::counted},
                                       period.first(), period.last(), {});
    if (!evaluation && evaluation.error().kind == Failure::Kind::conflict)
        return SoughtPeriod{period, {}, {}, std::move(evaluation.error().diagnostics), true};
    if (!evaluation) return tl::unexpected(evaluation.error());
    SoughtPeriod sought{period, std::move(evaluation->result), {}, std::move(evaluation->faults)};
    store::FindingRepository findings(session.workspace.database(), sight);
    for (model::Finding& found : evaluation->findings) {
        if (found.outcome != model::Outcome::fail) continue;
        auto known = findings.find(found.id);
        SimilarCase similar{known ? std::move(*known) : std::move(found), known.has_value(), {}};
        similar.message = message_text(origin.declaration(), similar.finding, session.catalogue);
        sought.cases.push_back(std::move(similar));
    }
    return sought;
}

std::vector<model::Finding> read_in(const model::Finding& first, const std::vector<SoughtPeriod>& sought) {
    std::vector<model::Finding> read{first};
    for (const SoughtPeriod& one : sought) {
        for (const SimilarCase& similar : one.cases) read.push_back(similar.finding);
    }
    return read;
}

}  // namespace

Result<std::vector<SoughtPeriod>> seek_similar(Session& session, const std::string& item,
                                               std::optional<Date> since) {
    const auto sight = sight_for(session, UseCase::show_findings);
    if (!sight) return tl::unexpected(sight.error());
    const auto finding = find_finding(session, *sight, item);
    if (!finding) return tl::unexpected(finding.error());
    const auto origin = origin_of(session, *finding);
    if (!origin) return tl::unexpected(origin.error());
    // Whoever is to see what a control keeps for them runs no controls: to seek is theirs all the same.
    if (!finding->visible_to) {
        if (const Done may = authorise_seeking(session, origin->run.process); !may)
            return tl::unexpected(may.error());
    }
    if (origin->declaration().query.has_sample()) {
        return invalid(Message{"app.sample_has_no_similar", {{"control", finding->control.id}}},
                       Message{"app.see_the_quality"});
    }
    const auto locality = locality_of(session);
    if (!locality) return tl::unexpected(locality.error());
    const Date first_day = origin->run.period.first();
    const Date back_to = since.value_or(Date{std::chrono::year_month_day{first_day} - std::chrono::years{1}});
    if (back_to >= first_day) {
        return invalid(
            Message{"app.since_not_earlier", {{"date", back_to}, {"period", origin->run.period.text()}}},
            Message{"app.choose_earlier_date"});
    }
    std::vector<SoughtPeriod> sought;
    for (calendar::Period period = origin->run.period.previous(); period.last() >= back_to;
         period = period.previous()) {
        auto one = seek(session, *origin, *locality, period, *sight);
        if (!one) return tl::unexpected(one.error());
        sought.push_back(std::move(*one));
    }
    journal_reading(session, read_in(*finding, sought));
    return sought;
}

std::optional<std::string> first_to_seek(Session& session, const std::vector<model::Finding>& findings) {
    std::set<std::string> drawn;  // controls
    for (const model::Finding& finding : findings) {
        if (drawn.contains(finding.control.id)) continue;
        const auto origin = origin_of(session, finding);
        if (origin && !origin->declaration().query.has_sample()) return finding.id;
        drawn.insert(finding.control.id);
    }
    return {};
}

}  // namespace cadran::app
