// SPDX-License-Identifier: Apache-2.0
#include "app/due.h"

#include <algorithm>
#include <map>

#include "app/definitions.h"
#include "app/due_actions.h"
#include "app/due_audits.h"
#include "app/management_standing.h"
#include "app/work_item.h"
#include "base/named.h"
#include "base/text.h"
#include "report/words.h"
#include "store/definition_repository.h"
#include "store/finding_repository.h"
#include "store/measurement_repository.h"
#include "store/review_repository.h"

namespace cadran::app {

namespace {

using calendar::Period;
using model::DefinitionKind;

constexpr Named<DueKind> kinds[]{
    {DueKind::files, "files", "dossiers", "files"},
    {DueKind::action, "action", "action", "action"},
    {DueKind::judgement, "judgement", "efficacité", "effectiveness"},
    {DueKind::figure, "figure", "indicateur", "indicator"},
    {DueKind::objective, "objective", "objectif", "objective"},
    {DueKind::turn, "turn", "tour PDCA", "PDCA turn"},
    {DueKind::management_review, "management-review", "revue de direction", "management review"},
    {DueKind::draft, "draft", "projet", "draft"},
    {DueKind::audit, "audit", "audit", "audit"},
    {DueKind::piece, "piece", "pièce", "piece"},
    {DueKind::audit_finding, "audit-finding", "constat d’audit", "audit finding"},
};

Date after(Date date, std::chrono::days days) {
    return Date{std::chrono::sys_days{date} + days};
}

// The parts of the turn's period that have a figure of their own.
std::vector<Period> periods_of(const model::Indicator& indicator, const Period& turn) {
    return indicator.frequency <= turn.kind() ? turn.divided_into(indicator.frequency)
                                              : turn.ended(indicator.frequency);
}

class DueGathering {
  public:
    // With an account, what cannot concern it may be left out.
    DueGathering(Session& session, DueDates dates, Date today, std::string account)
        : session_(session),
          database_(session.workspace.database()),
          people_(database_),
          dates_(std::move(dates)),
          today_(today),
          account_(std::move(account)) {}

    Result<std::vector<DueItem>> gather() {
        const auto sheets = processes_in_force(session_.workspace, today_);
        if (!sheets) return tl::unexpected(sheets.error());
        for (const InForce<model::Process>& sheet : *sheets) {
            const auto turn = store::CycleRepository(database_).newest(sheet.value.id);
            if (turn) {
                add_figures(sheet.value, *turn);
                add_turn(sheet.value, *turn, sheet.version.acceptance->from);
            }
            add_objectives(sheet.value);
            add_actions(sheet.value);
        }
        add_drafts();
        if (const Done added = add_audits(); !added) return tl::unexpected(added.error());
        if (const Done added = add_management_reviews(); !added) return tl::unexpected(added.error());
        if (const Done added = add_files(); !added) return tl::unexpected(added.error());
        return std::move(items_);
    }

  private:
    void add(DueItem item) {
        item.overdue = item.on && *item.on < today_;
        items_.push_back(std::move(item));
    }

    // What is measured is measured at once; each figure by hand is a work of its own.
    void add_figures(const model::Process& process, const model::Cycle& turn) {
        store::MeasurementRepository measurements(database_);
        std::map<Period, std::int64_t> to_measure;
        for (const model::Indicator& indicator : process.indicators) {
            for (const Period& period : periods_of(indicator, turn.period)) {
                if (period.last() >= today_ || measurements.newest(process.id, indicator.id, period) ||
                    !was_in_force(database_, process.id, period.last()))
                    continue;
                if (indicator.source != model::Source::by_hand) {
                    ++to_measure[period];
                    continue;
                }
                add({DueKind::figure,
                     process.id,
                     {"app.due_record", {{"indicator", indicator.title}}},
                     {process.pilot},
                     after(period.last(), days_to_measure),
                     false,
                     fmt::format("indicator record {} {} --period {}", process.id, indicator.id,
                                 period.text()),
                     fmt::format("figure/{}/{}/{}", process.id, indicator.id, period.text()),
                     {},
                     period});
            }
        }
        for (const auto& [period, count] : to_measure) {
            add({DueKind::figure,
                 process.id,
                 {"app.due_measure", {{"count", count}}},
                 {process.pilot},
                 after(period.last(), days_to_measure),
                 false,
                 fmt::format("indicator measure {} --period {}", process.id, period.text()),
                 fmt::format("figures/{}/{}", process.id, period.text()),
                 {},
                 period});
        }
    }

    void add_turn(const model::Process& process, const model::Cycle& turn, Date in_force_from) {
        const std::string period = turn.period.text();
        const bool over = turn.period.last() < today_;
        const auto step = [&](Message what, Date on, std::string command) {
            const char* part = turn.stage == model::Stage::plan ? "plan" : "review";
            add({DueKind::turn,
                 process.id,
                 std::move(what),
                 {process.pilot},
                 on,
                 false,
                 std::move(command),
                 fmt::format("{}/{}/{}", part, process.id, period),
                 {},
                 turn.period});
        };
        const Date review_by = after(turn.period.last(), days_to_review);
        const std::string review = fmt::format("{} {}", process.id, period);
        switch (turn.stage) {
            case model::Stage::plan:
                step({"app.due_plan"},
                     after(std::max(after(turn.period.first(), days_to_review), in_force_from), days_to_plan),
                     "cycle plan " + process.id);
                break;
            case model::Stage::execute:
            case model::Stage::check:
                if (over) step({"app.due_check"}, review_by, "cycle show " + process.id);
                break;
            case model::Stage::act: {
                const auto opened = store::ReviewRepository(database_).find(process.id, turn.period);
                const char* verb = !opened                                               ? "prepare"
                                   : opened->state == model::ReviewState::in_preparation ? "hold"
                                                                                         : "sign";
                step({"app.due_review"}, review_by, fmt::format("review {} {}", verb, review));
                break;
            }
            case model::Stage::closed: break;
        }
    }

    void add_objectives(const model::Process& process) {
        for (const model::Objective& objective : process.objectives) {
            if (!objective.due || *objective.due < today_) continue;
            add({DueKind::objective,
                 process.id,
                 {"app.due_objective", {{"objective", objective.text}}},
                 {objective.owner.empty() ? process.pilot : objective.owner},
                 *objective.due,
                 false,
                 fmt::format("indicator show {} {}", process.id, objective.indicator),
                 fmt::format("objective/{}/{}", process.id, objective.id)});
        }
    }

    void add_actions(const model::Process& process) {
        for (DueItem& item : actions_due(database_, people_, process, today_, account_)) add(std::move(item));
    }

    void add_drafts() {
        store::DefinitionRepository definitions(database_);
        for (const auto& [kind, use_case, noun, message] :
             {std::tuple(DefinitionKind::workspace, UseCase::accept_workspace, "workspace",
                         "app.due_workspace"),
              std::tuple(DefinitionKind::process, UseCase::accept_process, "process", "app.due_process"),
              std::tuple(DefinitionKind::plugin, UseCase::accept_plugin, "plugin", "app.due_plugin")}) {
            for (const model::DefinitionVersion& version : definitions.list(kind)) {
                const auto newest = definitions.newest(kind, version.name);
                if (version.acceptance || newest->number != version.number) continue;
                const bool one = kind == DefinitionKind::workspace;
                add({DueKind::draft,
                     kind == DefinitionKind::process ? version.name : std::string(),
                     {message,
                      {{"name", version.name},
                       {"number", std::int64_t{version.number}},
                       {"author", people_.person(version.author)}}},
                     without(people_.with_right(use_case), version.author),
                     {},
                     false,
                     one ? std::string("workspace accept") : fmt::format("{} accept {}", noun, version.name),
                     fmt::format("draft/{}/{}/{}", noun, version.name, version.number)});
            }
        }
    }

    Done add_audits() {
        auto due = audits_due(session_, today_, people_.with_role(model::Role::quality_manager));
        if (!due) return tl::unexpected(due.error());
        for (DueItem& item : *due) add(std::move(item));
        return {};
    }

    // What there is to know of a review that is being prepared takes a while to gather.
    bool may_await_management_review() {
        if (account_.empty()) return true;
        return std::ranges::any_of(
            std::array{UseCase::prepare_management_review, UseCase::complete_management_review,
                       UseCase::hold_management_review, UseCase::sign_management_review},
            [&](UseCase use_case) {
                return std::ranges::binary_search(people_.with_right(use_case), account_);
            });
    }

    Done add_management_reviews() {
        if (!may_await_management_review()) return {};
        const auto standings = management_standings(session_, today_);
        if (!standings) return tl::unexpected(standings.error());
        for (const ManagementStanding& standing : *standings) {
            if (!standing.is_signed()) add_management_review(standing);
        }
        return {};
    }

    void add_management_review(const ManagementStanding& standing) {
        const std::string period = standing.period.text();
        const auto step = [&](Message what, UseCase use_case, const std::string& command) {
            add({DueKind::management_review,
                 {},
                 std::move(what),
                 people_.with_right(use_case),
                 after(standing.year.last(), days_to_manage),
                 false,
                 "management-review " + command,
                 "management-review/" + standing.year.text()});
        };
        if (!standing.state)
            step({"app.due_prepare_management_review", {{"period", period}}},
                 UseCase::prepare_management_review, "prepare " + period);
        else if (!standing.missing.empty())
            step({"app.due_review_inputs", {{"count", std::ssize(standing.missing)}, {"period", period}}},
                 UseCase::complete_management_review,
                 fmt::format("supply {} --input {}", period,
                             model::review_input_name(standing.missing.front())));
        else if (standing.state == model::ReviewState::in_preparation)
            step({"app.due_hold_management_review", {{"period", period}}}, UseCase::hold_management_review,
                 "hold " + period);
        else
            step({"app.due_sign_management_review", {{"period", period}}}, UseCase::sign_management_review,
                 "sign " + period);
    }

    // Files of one control that are due on one day are one piece of work; what somebody took is theirs.
    Done add_files() {
        std::map<std::tuple<std::string, std::string, std::optional<Date>, std::string>, std::int64_t> files;
        std::map<std::int64_t, std::string> processes;  // by run
        std::map<std::string, LocalText> titles;        // of controls
        JudgingControls controls(session_.workspace);
        store::RunRepository runs(database_);
        for (const model::Finding& finding : store::FindingRepository(database_, store::Sight::common())
                                                 .list({.state = model::FindingState::open})) {
            if (finding.effect == model::Effect::flag) continue;
            const bool taken = model::is_held_from(finding.taken, "", session_.clock.now());
            const auto declared = controls.find(finding.control);
            if (!declared) return tl::unexpected(declared.error());
            titles.try_emplace(finding.control.id, (*declared)->control.title);
            auto process = processes.find(finding.run);
            if (process == processes.end())
                process = processes.emplace(finding.run, runs.find(finding.run)->process).first;
            ++files[{process->second, finding.control.id,
                     dates_.due_on(finding.run, (*declared)->control.due),
                     taken ? finding.taken->by : std::string()}];
        }
        const std::vector<std::string> controllers = people_.with_right(UseCase::decide);
        for (const auto& [key, count] : files) {
            const auto& [process, control, on, taken_by] = key;
            add({DueKind::files,
                 process,
                 {"app.due_files", {{"count", count}, {"control", titles.at(control)}}},
                 taken_by.empty() ? controllers : std::vector{taken_by},
                 on,
                 false,
                 fmt::format("worklist list --control {}{}", control, taken_by.empty() ? "" : " --mine"),
                 fmt::format("files/{}/{}/{}/{}", process, control, on ? iso_text(*on) : "", taken_by)});
        }
        return {};
    }

    Session& session_;
    store::Database& database_;
    DuePeople people_;
    DueDates dates_;
    Date today_;
    const std::string account_;
    std::vector<DueItem> items_;
};

bool is_of_audit(const DueItem& item) {
    return item.kind == DueKind::audit || item.kind == DueKind::piece || item.kind == DueKind::audit_finding;
}

// By date. With an account, as DueGathering.
Result<std::vector<DueItem>> gathered_due(Session& session, Date until, const std::string& account) {
    const auto now = today(session);
    if (!now) return tl::unexpected(now.error());
    auto dates = DueDates::of(session);
    if (!dates) return tl::unexpected(dates.error());
    auto items = DueGathering(session, std::move(*dates), *now, account).gather();
    if (!items) return tl::unexpected(items.error());
    std::erase_if(*items, [&](const DueItem& item) { return item.on && *item.on > until; });
    std::ranges::stable_sort(*items, {}, &DueItem::on);
    return items;
}

}  // namespace

bool was_in_force(store::Database& database, const std::string& process, Date date) {
    return store::DefinitionRepository(database).in_force(DefinitionKind::process, process, date).has_value();
}

std::string_view due_kind_name(DueKind kind) {
    return named(kinds, kind).name;
}

LocalText due_kind_title(DueKind kind) {
    return title_of(kinds, kind);
}

std::string due_words(const DueItem& item, const Catalogue& catalogue) {
    Message what = item.what;
    if (item.period) what.arguments.emplace_back("period", report::period_words(*item.period, catalogue));
    return catalogue.text(what);
}

Result<std::vector<DueItem>> list_due(Session& session, const DueQuery& query) {
    if (query.everybody) {
        if (const Done may = authorise(session, UseCase::show_due); !may) return tl::unexpected(may.error());
    }
    const auto now = today(session);
    if (!now) return tl::unexpected(now.error());
    if (!query.process.empty()) {
        const auto process = process_in_force(session.workspace, query.process, *now);
        if (!process) return tl::unexpected(process.error());
    }
    auto items = gathered_due(session, query.until.value_or(after(*now, days_ahead)),
                              query.everybody ? std::string() : session.actor.name);
    if (!items) return tl::unexpected(items.error());
    const bool sees_audits = scope_of(session.actor, UseCase::show_audits) == Scope::all;
    std::erase_if(*items, [&](const DueItem& item) {
        if (is_of_audit(item) && !sees_audits && !concerns(item, session.actor.name)) return true;
        return (!query.process.empty() && item.process != query.process) ||
               (!query.everybody && !concerns(item, session.actor.name));
    });
    return items;
}

bool concerns(const DueItem& item, const std::string& account) {
    const auto names = [&](const std::vector<std::string>& accounts) {
        return std::ranges::find(accounts, account) != accounts.end();
    };
    return names(item.who) || names(item.escalated_to);
}

Result<std::vector<DueItem>> gather_due(Session& session, Date until) {
    return gathered_due(session, until, {});
}

}  // namespace cadran::app
