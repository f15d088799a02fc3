// SPDX-License-Identifier: Apache-2.0
#include "app/quality.h"

#include <algorithm>
#include <map>
#include <set>

#include "app/decision.h"
#include "app/rights.h"
#include "app/work_item.h"
#include "store/account_repository.h"
#include "store/finding_repository.h"

namespace cadran::app {

namespace {

using model::Verdict;

// The people of the departments whose manager the actor is.
Result<std::set<std::string>> people_of(Session& session) {
    const auto organisation = organisation_of(session);
    if (!organisation) return tl::unexpected(organisation.error());
    std::set<std::string> people;
    for (const model::Member& member : (*organisation)->members) {
        const auto department =
            std::ranges::find((*organisation)->departments, member.department, &model::Department::id);
        if (department != (*organisation)->departments.end() && department->manager == session.actor.name)
            people.insert(member.account);
    }
    return people;
}

Result<std::set<std::string>> visible_codes(Session& session, Scope scope) {
    std::set<std::string> codes(session.actor.handler_codes.begin(), session.actor.handler_codes.end());
    if (scope != Scope::own_people) return codes;
    const auto people = people_of(session);
    if (!people) return tl::unexpected(people.error());
    for (const model::Account& account : store::AccountRepository(session.workspace.database()).list()) {
        if (people->contains(account.name))
            codes.insert(account.handler_codes.begin(), account.handler_codes.end());
    }
    return codes;
}

CheckedFile checked_file(const model::Finding& finding, const LocalText& control_title,
                         const std::vector<model::Decision>& decisions) {
    CheckedFile file;
    file.control_title = control_title;
    file.finding = finding.id;
    file.key = finding.subjects.front().key;
    file.control = finding.control.id;
    file.event_date = finding.event_date;
    file.decided = finding.state != model::FindingState::open;
    file.contested =
        std::ranges::find(decisions, Verdict::contested, &model::Decision::verdict) != decisions.end();
    if (decisions.empty()) return file;
    const model::Decision& last = decisions.back();
    file.right = last.verdict == Verdict::released;
    file.reason = last.reason;
    for (const model::PointVerdict& point : last.points) {
        if (!point.conforming) file.nonconforming.push_back(point.point);
    }
    return file;
}

void count(QualityRate& rate, CheckedFile file) {
    if (file.decided) ++rate.checked;
    if (file.right) ++rate.right;
    if (file.contested && !file.decided) ++rate.contested;
    rate.files.push_back(std::move(file));
}

// Of findings that are only flagged nobody gives a verdict on a file.
Result<const script::ControlDeclaration*> sampling_control(JudgingControls& controls,
                                                           const model::Finding& finding) {
    if (finding.handler.empty() || finding.effect == model::Effect::flag) return nullptr;
    const auto declared = controls.find(finding.control);
    if (declared && !(*declared)->query.has_sample()) return nullptr;
    return declared;
}

// Every file of a sample in the period, by the code of its handler; with codes, of these alone.
Result<std::map<std::string, QualityRate>> sampled(Session& session, const QualityQuery& query,
                                                   const std::set<std::string>* codes = nullptr) {
    store::FindingRepository findings(session.workspace.database(), store::Sight::common());
    JudgingControls controls(session.workspace);
    std::map<std::string, QualityRate> rates;
    for (const model::Finding& finding : findings.list({.control = query.control, .period = query.period})) {
        if (codes != nullptr && !codes->contains(finding.handler)) continue;
        const auto declared = sampling_control(controls, finding);
        if (!declared) return tl::unexpected(declared.error());
        if (*declared != nullptr)
            count(rates[finding.handler],
                  checked_file(finding, (*declared)->control.title, findings.decisions(finding.id)));
    }
    return rates;
}

void sort_files(std::vector<CheckedFile>& files) {
    std::ranges::sort(files, {}, [](const CheckedFile& file) {
        return std::pair(std::chrono::sys_days{file.event_date}, file.key);
    });
}

void conclude(QualityRate& rate) {
    sort_files(rate.files);
    if (rate.checked >= least_checked_files)
        rate.interval = statistics::wilson_interval(rate.right, rate.checked);
}

QualityRate over_all(const std::map<std::string, QualityRate>& rates) {
    QualityRate total;
    for (const auto& [code, rate] : rates) {
        total.checked += rate.checked;
        total.right += rate.right;
        total.contested += rate.contested;
    }
    conclude(total);
    return total;
}

}  // namespace

Result<std::vector<QualityRate>> show_quality(Session& session, const QualityQuery& query) {
    const auto scope = scope_within(session, UseCase::show_quality);
    if (!scope) return tl::unexpected(scope.error());
    std::set<std::string> visible;
    if (*scope != Scope::totals) {
        auto codes = visible_codes(session, *scope);
        if (!codes) return tl::unexpected(codes.error());
        visible = std::move(*codes);
    }
    if (!query.handler.empty() && !visible.contains(query.handler)) {
        return refused({"app.not_your_rate", {{"account", session.actor.name}, {"handler", query.handler}}},
                       Message{"app.who_sees_rates"});
    }
    if (*scope == Scope::totals) {
        const auto rates = sampled(session, query);
        if (!rates) return tl::unexpected(rates.error());
        if (rates->size() == 1) return refused({"app.rate_of_one"}, Message{"app.who_sees_rates"});
        return std::vector{over_all(*rates)};
    }
    if (!query.handler.empty()) visible = {query.handler};
    auto rates = sampled(session, query, &visible);
    if (!rates) return tl::unexpected(rates.error());
    std::vector<QualityRate> shown;
    for (auto& [code, rate] : *rates) {
        rate.handler = code;
        rate.person = store::AccountRepository(session.workspace.database())
                          .find_by_handler_code(code)
                          .value_or(std::string());
        conclude(rate);
        shown.push_back(std::move(rate));
    }
    return shown;
}

Result<WorkItem> show_checked_file(Session& session, const std::string& finding) {
    const auto scope = scope_within(session, UseCase::show_quality);
    if (!scope) return tl::unexpected(scope.error());
    if (*scope == Scope::totals) {
        return refused({"app.not_your_file", {{"account", session.actor.name}, {"finding", finding}}},
                       Message{"app.who_sees_rates"});
    }
    const auto codes = visible_codes(session, *scope);
    if (!codes) return tl::unexpected(codes.error());
    auto found = store::FindingRepository(session.workspace.database(), store::Sight::common()).find(finding);
    JudgingControls controls(session.workspace);
    const auto declared =
        found ? sampling_control(controls, *found) : Result<const script::ControlDeclaration*>(nullptr);
    if (!declared) return tl::unexpected(declared.error());
    if (*declared == nullptr) return not_found({"app.no_checked_file", {{"finding", finding}}});
    if (!codes->contains(found->handler)) {
        return refused({"app.not_your_file", {{"account", session.actor.name}, {"finding", finding}}},
                       Message{"app.who_sees_rates"});
    }
    return work_item(session, controls, std::move(*found));
}

Result<std::vector<CheckedFile>> list_contestable(Session& session) {
    std::vector<CheckedFile> files;
    if (scope_of(session.actor, UseCase::contest) == Scope::none || session.actor.handler_codes.empty())
        return files;
    const auto now = today(session);
    if (!now) return tl::unexpected(now.error());
    store::FindingRepository findings(session.workspace.database(), store::Sight::common());
    JudgingControls controls(session.workspace);
    const auto running = calendar::Period::containing(*now, calendar::Period::Kind::quarter);
    for (const calendar::Period& quarter : {running.previous(), running}) {
        for (model::Finding& finding :
             findings.list({.state = model::FindingState::confirmed, .period = quarter})) {
            if (!session.actor.is_handler(finding.handler)) continue;
            const auto declared = sampling_control(controls, finding);
            if (!declared) return tl::unexpected(declared.error());
            if (*declared == nullptr) continue;
            WorkItem item;
            item.finding = std::move(finding);
            item.control_title = (*declared)->control.title;
            item.decisions = findings.decisions(item.finding.id);
            if (may_contest(session, item))
                files.push_back(checked_file(item.finding, item.control_title, item.decisions));
        }
    }
    sort_files(files);
    return files;
}

Result<std::optional<model::QualityCounts>> quality_counts(Session& session,
                                                           const std::vector<model::ControlUse>& controls,
                                                           const calendar::Period& period) {
    model::QualityCounts counts;
    std::set<std::string> handlers;
    for (const model::ControlUse& use : controls) {
        const auto rates = sampled(session, {.period = period, .control = use.control});
        if (!rates) return tl::unexpected(rates.error());
        for (const auto& [code, rate] : *rates) {
            handlers.insert(code);
            counts.checked += rate.checked;
            counts.right += rate.right;
            counts.contested += rate.contested;
        }
    }
    if (handlers.size() < 2) return std::nullopt;
    return counts;
}

}  // namespace cadran::app
