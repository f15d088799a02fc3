// SPDX-License-Identifier: Apache-2.0
#include "app/xray.h"

#include <algorithm>
#include <map>
#include <set>

#include "app/definitions.h"
#include "app/due.h"
#include "app/management_standing.h"
#include "app/sight.h"
#include "app/xray_audits.h"
#include "base/named.h"
#include "report/words.h"
#include "store/account_repository.h"
#include "store/action_repository.h"
#include "store/definition_repository.h"
#include "store/finding_repository.h"
#include "store/measurement_repository.h"
#include "store/review_repository.h"

namespace cadran::app {

namespace {

using calendar::Period;

struct RuleName {
    XrayRule value;
    std::string_view name;
};

constexpr RuleName names[]{
    {XrayRule::unmeasured_objective, "unmeasured-objective"},
    {XrayRule::unreviewed_process, "unreviewed-process"},
    {XrayRule::unused_control, "unused-control"},
    {XrayRule::silent_control, "silent-control"},
    {XrayRule::blind_control, "blind-control"},
    {XrayRule::constant_success, "constant-success"},
    {XrayRule::unrevised_target, "unrevised-target"},
    {XrayRule::unproven_action, "unproven-action"},
    {XrayRule::unreduced_risk, "unreduced-risk"},
    {XrayRule::unreviewed_system, "unreviewed-system"},
    {XrayRule::incomplete_review, "incomplete-review"},
    {XrayRule::lone_controller, "lone-controller"},
    {XrayRule::unaudited_delegate, "unaudited-delegate"},
    {XrayRule::unaudited_process, "unaudited-process"},
    {XrayRule::forgotten_recommendation, "forgotten-recommendation"},
    {XrayRule::unchanged_team, "unchanged-team"},
};

Date a_year_before(Date date) {
    return Date{std::chrono::sys_days{date} - std::chrono::days{365}};
}

// The last period of that kind that ended more than `grace` ago.
Period last_over(Date today, std::chrono::days grace, Period::Kind kind) {
    return Period::containing(Date{std::chrono::sys_days{today} - grace}, kind).previous();
}

// One process, looked through.
class Process {
  public:
    Process(store::Database& database, const InForce<model::Process>& process, Date today,
            const std::set<std::string>& confided, std::vector<XrayShadow>& shadows)
        : database_(database),
          confided_(confided),
          process_(process.value),
          since_(process.version.acceptance->from),
          today_(today),
          shadows_(shadows) {}

    void look() {
        look_at_figures();
        look_at_review();
        look_at_controls();
        look_at_actions();
        look_at_risks();
    }

  private:
    void shadow(XrayRule rule, Message what, Message cure, const std::optional<Period>& about = {}) {
        cure.arguments.emplace_back("process", process_.id);
        if (about) cure.arguments.emplace_back("period", about->text());
        shadows_.push_back({rule, process_.id, std::move(what), std::move(cure), about});
    }

    void look_at_figures() {
        std::map<std::string, std::map<Period, model::Measurement>> figures;
        for (model::Measurement& figure : store::MeasurementRepository(database_).list(process_.id))
            figures[figure.indicator].insert_or_assign(figure.period, std::move(figure));
        for (const model::Indicator& indicator : process_.indicators) {
            look_at_freshness(indicator, figures[indicator.id]);
            look_at_habits(indicator, figures[indicator.id]);
        }
    }

    void look_at_freshness(const model::Indicator& indicator,
                           const std::map<Period, model::Measurement>& figures) {
        const Period last = last_over(today_, days_to_measure, indicator.frequency);
        if (figures.contains(last) || indicator.targets.front().from > last.first()) return;
        if (!was_in_force(database_, process_.id, last.last())) return;
        for (const model::Objective& objective : process_.objectives) {
            if (objective.indicator != indicator.id) continue;
            shadow(XrayRule::unmeasured_objective,
                   {"app.xray_unmeasured_objective",
                    {{"objective", objective.text}, {"indicator", indicator.title}}},
                   {indicator.source == model::Source::by_hand ? "app.cure_unrecorded_objective"
                                                               : "app.cure_unmeasured_objective",
                    {{"indicator", indicator.id}}},
                   last);
        }
    }

    void look_at_habits(const model::Indicator& indicator,
                        const std::map<Period, model::Measurement>& figures) {
        std::int64_t of_the_year = 0, met = 0;
        for (const auto& [period, figure] : figures) {
            if (period.kind() != indicator.frequency || period.first() < a_year_before(today_)) continue;
            ++of_the_year;
            if (figure.attainment() == model::Attainment::met) ++met;
        }
        if (of_the_year < least_to_show_a_habit) return;
        if (met == of_the_year)
            shadow(XrayRule::constant_success,
                   {"app.xray_constant_success", {{"indicator", indicator.title}, {"count", met}}},
                   {"app.cure_constant_success"});
        const auto target = indicator.target_at(today_);
        if (target && target->from < a_year_before(today_))
            shadow(XrayRule::unrevised_target,
                   {"app.xray_unrevised_target", {{"indicator", indicator.title}, {"date", target->from}}},
                   {"app.cure_unrevised_target"});
    }

    void look_at_review() {
        const Period last = last_over(today_, days_to_review, process_.turn);
        if (since_ > last.first()) return;
        const auto review = store::ReviewRepository(database_).find(process_.id, last);
        if (review && review->state == model::ReviewState::signed_off) return;
        shadow(XrayRule::unreviewed_process, {"app.xray_unreviewed_process"}, {"app.cure_unreviewed_process"},
               last);
    }

    void look_at_controls() {
        const std::vector<model::Run> runs = store::RunRepository(database_).list(process_.id);
        for (const model::ControlUse& use : process_.controls) {
            look_at_use(use.control, runs);
            if (!confided_.contains(use.control)) look_at_yield(use.control, runs);
        }
    }

    void look_at_use(const std::string& control, const std::vector<model::Run>& runs) {
        const Period last = last_over(today_, days_to_measure, process_.turn);
        if (since_ > last.first()) return;
        const bool ran = std::ranges::any_of(runs, [&](const model::Run& run) {
            return run.period.first() <= last.last() && run.period.last() >= last.first() &&
                   std::ranges::any_of(run.results,
                                       [&](const auto& one) { return one.control.id == control; });
        });
        if (!ran)
            shadow(XrayRule::unused_control, {"app.xray_unused_control", {{"control", control}}},
                   {"app.cure_unused_control"}, last);
    }

    void look_at_yield(const std::string& control, const std::vector<model::Run>& runs) {
        std::set<Period> periods;
        std::int64_t population = 0, found = 0;
        const model::ControlResult* latest = nullptr;
        for (const model::Run& run : runs) {
            if (run.period.first() < a_year_before(today_)) continue;
            for (const model::ControlResult& result : run.results) {
                if (result.control.id != control) continue;
                periods.insert(run.period);
                population += result.population;
                found += result.failed + result.errors;
                latest = &result;
            }
        }
        if (std::ssize(periods) >= least_to_show_a_habit && population > 0 && found == 0)
            shadow(XrayRule::silent_control,
                   {"app.xray_silent_control", {{"control", control}, {"count", std::ssize(periods)}}},
                   {"app.cure_silent_control", {{"control", control}}});
        if (latest != nullptr && latest->not_checked * 20 > latest->population)
            shadow(XrayRule::blind_control,
                   {"app.xray_blind_control",
                    {{"control", control}, {"number", latest->not_checked}, {"count", latest->population}}},
                   {"app.cure_blind_control", {{"control", control}}});
    }

    void look_at_actions() {
        for (const model::Action& action : store::ActionRepository(database_).list(
                 {.process = process_.id, .states = {model::ActionState::done}})) {
            const bool waits = action.effectiveness.is_said() && !action.is_overdue(today_);
            if (action.kind == model::ActionKind::correction || waits) continue;
            shadow(
                XrayRule::unproven_action,
                {"app.xray_unproven_action", {{"action", model::action_name(action)}, {"text", action.text}}},
                {"app.cure_unproven_action", {{"number", action.number}}});
        }
    }

    void look_at_risks() {
        for (const model::Risk& risk : process_.risks) {
            if (risk.treatment == model::Treatment::reduce && risk.residual.score() == risk.inherent.score())
                shadow(XrayRule::unreduced_risk, {"app.xray_unreduced_risk", {{"risk", risk.title}}},
                       {"app.cure_unreduced_risk"});
        }
    }

    store::Database& database_;
    const std::set<std::string>& confided_;  // controls that say to nobody else whether they find anything
    const model::Process& process_;
    Date since_;
    Date today_;
    std::vector<XrayShadow>& shadows_;
};

Done look_at_management_reviews(Session& session, Date today, std::vector<XrayShadow>& shadows) {
    const auto standings = management_standings(session, today);
    if (!standings) return tl::unexpected(standings.error());
    for (const ManagementStanding& standing : *standings) {
        const std::string period = standing.period.text();
        if (standing.is_signed() || today <= standing.year.last()) continue;
        const Date due{std::chrono::sys_days{standing.year.last()} + days_to_manage};
        if (due < today)
            shadows.push_back(
                {XrayRule::unreviewed_system,
                 {},
                 {"app.xray_unreviewed_system", {{"period", period}}},
                 {standing.state ? "app.cure_unsigned_system_review" : "app.cure_unreviewed_system",
                  {{"period", period}}}});
        if (!standing.missing.empty())
            shadows.push_back({XrayRule::incomplete_review,
                               {},
                               {"app.xray_incomplete_review",
                                {{"count", std::ssize(standing.missing)}, {"period", period}}},
                               {"app.cure_incomplete_review",
                                {{"period", period},
                                 {"id", std::string(model::review_input_name(standing.missing.front()))}}}});
    }
    return {};
}

void look_at_controllers(store::Database& database, std::vector<XrayShadow>& shadows) {
    std::vector<std::string> controllers;
    for (const model::Account& account : store::AccountRepository(database).list()) {
        if (scope_of(account, UseCase::decide) == Scope::all) controllers.push_back(account.name);
    }
    if (controllers.size() != 1) return;
    shadows.push_back({XrayRule::lone_controller,
                       {},
                       {"app.xray_lone_controller", {{"account", controllers.front()}}},
                       {"app.cure_lone_controller"}});
}

}  // namespace

std::string_view xray_rule_name(XrayRule rule) {
    return std::ranges::find(names, rule, &RuleName::value)->name;
}

std::string xray_words(const XrayShadow& shadow, const Catalogue& catalogue) {
    Message what = shadow.what;
    if (shadow.period) what.arguments.emplace_back("period", report::period_words(*shadow.period, catalogue));
    return catalogue.text(what);
}

Result<std::vector<XrayShadow>> xray(Session& session, const std::string& only) {
    if (const Done may = authorise(session, UseCase::show_xray); !may) return tl::unexpected(may.error());
    const auto now = today(session);
    if (!now) return tl::unexpected(now.error());
    store::Database& database = session.workspace.database();
    std::vector<std::string> processes{only};
    if (only.empty())
        processes = store::DefinitionRepository(database).accepted_names(model::DefinitionKind::process);
    const auto confided = confided_controls(session.workspace, *now);
    if (!confided) return tl::unexpected(confided.error());
    std::vector<XrayShadow> shadows;
    for (const std::string& name : processes) {
        const auto process = process_in_force(session.workspace, name, *now);
        if (process) {
            Process(database, *process, *now, *confided, shadows).look();
        } else if (!only.empty()) {
            return tl::unexpected(process.error());
        }
    }
    if (const Done looked = look_at_audits(session, *now, only, shadows); !looked)
        return tl::unexpected(looked.error());
    if (!only.empty()) return shadows;
    if (const Done looked = look_at_management_reviews(session, *now, shadows); !looked)
        return tl::unexpected(looked.error());
    look_at_controllers(database, shadows);
    return shadows;
}

}  // namespace cadran::app
