// SPDX-License-Identifier: Apache-2.0
#include "app/nightly.h"

#include <algorithm>

#include "app/definitions.h"
#include "app/indicator.h"
#include "app/rights.h"
#include "app/smtp_post.h"
#include "app/web_session.h"
#include "base/file_lock.h"
#include "store/definition_repository.h"
#include "store/review_repository.h"

namespace cadran::app {

namespace {

using calendar::Period;

// The whole turn once it is over, whose parts and longer periods follow from it; before, the parts that are.
std::vector<Period> periods_over(const model::Indicator& indicator, const Period& turn, Date today) {
    if (turn.last() < today) return {turn};
    if (indicator.frequency > turn.kind()) return {};
    std::vector<Period> parts = turn.divided_into(indicator.frequency);
    std::erase_if(parts, [&](const Period& part) { return part.last() >= today; });
    return parts;
}

class MeasuringAll {
  public:
    MeasuringAll(Session& session, Date today, NightlyDone& done)
        : session_(session), database_(session.workspace.database()), today_(today), done_(done) {}

    void measure_all() {
        const std::vector<std::string> names =
            store::DefinitionRepository(database_).accepted_names(model::DefinitionKind::process);
        std::int64_t reached = 0;
        for (const std::string& name : names) {
            session_.progress.advance({"app.measuring_processes"}, reached++, std::ssize(names));
            const auto process = process_in_force(session_.workspace, name, today_);
            if (!process) continue;  // not in force yet
            const auto turn = store::CycleRepository(database_).newest(name);
            if (!turn || turn->stage == model::Stage::closed) continue;
            for (const model::Indicator& indicator : process->value.indicators) {
                if (indicator.source == model::Source::by_hand) continue;
                for (const Period& period : periods_over(indicator, turn->period, today_)) {
                    if (session_.cancellation.stop_requested()) return;
                    measure(name, indicator.id, period, is_settled(turn->period));
                }
            }
        }
    }

  private:
    // Its figures were due.
    bool is_settled(const Period& turn) const {
        return std::chrono::sys_days{today_} > std::chrono::sys_days{turn.last()} + days_to_measure;
    }

    // By the sheet that was in force then, as people measure it.
    void measure(const std::string& name, const std::string& indicator_name, const Period& period,
                 bool settled) {
        const auto process = process_in_force(session_.workspace, name, std::min(today_, period.last()));
        if (!process) return;
        const model::Indicator* indicator = process->value.find_indicator(indicator_name);
        if (indicator == nullptr || indicator->source == model::Source::by_hand) return;
        const auto figures = measure_what_can(session_, process->value, *indicator, period, settled);
        if (!figures) {
            for (Diagnostic fault : figures.error().diagnostics) {
                fault.place.file = fmt::format("{}/{} {}", name, indicator_name, period.text());
                done_.faults.push_back(std::move(fault));
            }
            return;
        }
        if (figures->count > 0 || figures->without_records)
            done_.figures.push_back(
                {name, indicator->title, period, figures->count, figures->without_records});
    }

    Session& session_;
    store::Database& database_;
    Date today_;
    NightlyDone& done_;
};

// What concerns the digests comes after what was escalated: both are read once the figures are there.
Done escalate_and_remind(Session& session, const RunNightly& command, const mail::Connect& connect,
                         Date today, NightlyDone& done) {
    const auto due = gather_due(session, Date{std::chrono::sys_days{today} + days_in_digest});
    if (!due) return tl::unexpected(due.error());
    std::ranges::copy_if(*due, std::back_inserter(done.escalated),
                         [](const DueItem& item) { return !item.escalated_to.empty(); });
    if (!command.send) return {};
    auto sent = send_digests(session, *due, command.password, connect);
    if (!sent) return tl::unexpected(sent.error());
    done.digests_to = std::move(sent->accounts);
    std::ranges::move(sent->faults, std::back_inserter(done.faults));
    return {};
}

}  // namespace

Result<NightlyDone> run_nightly(Session& session, const RunNightly& command, const mail::Connect& connect) {
    if (const Done may = authorise(session, UseCase::run_nightly); !may) return tl::unexpected(may.error());
    const auto now = today(session);
    if (!now) return tl::unexpected(now.error());
    const auto lock = FileLock::take(session.workspace.folder() / "nightly.lock");
    if (!lock) return conflict({"app.nightly_under_way"}, Message{"app.wait_for_the_other_run"});
    NightlyDone done;
    MeasuringAll(session, *now, done).measure_all();
    if (!session.cancellation.stop_requested()) {
        if (const Done reminded = escalate_and_remind(session, command, connect, *now, done); !reminded)
            return tl::unexpected(reminded.error());
    }
    forget_past_sessions(session);
    done.stopped = session.cancellation.stop_requested();
    return done;
}

mail::Connect over_smtp() {
    return mail::smtp_post;
}

}  // namespace cadran::app
