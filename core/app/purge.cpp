// SPDX-License-Identifier: Apache-2.0
#include "app/purge.h"

#include <algorithm>
#include <map>
#include <set>

#include "app/rights.h"
#include "app/work_item.h"
#include "store/finding_repository.h"
#include "store/import_repository.h"
#include "store/journal_repository.h"
#include "store/review_repository.h"
#include "store/state.h"
#include "store/unit_of_work.h"

namespace cadran::app {

namespace {

constexpr int attempts = 3;

// What files people can still ask for; definitions are never records.
std::set<Digest> needed_contents(store::Database& database, const std::vector<model::Import>& imports) {
    std::set<Digest> needed;
    for (const model::Import& import : imports) {
        if (!import.purged) needed.insert(import.archived);
    }
    for (const model::ReleaseList& list : store::ReleaseRepository(database).list())
        needed.insert({list.released, list.suspended});
    for (const model::Review& review : store::ReviewRepository(database).list()) {
        for (const model::PackFile& file : review.pack) needed.insert(file.digest);
    }
    return needed;
}

// Empties findings and keeps the runs that found them in step.
class Emptying {
  public:
    Emptying(Session& session, store::UnitOfWork& work)
        : work_(work), findings_(work.database(), store::Sight::whole()), controls_(session.workspace) {}

    // The values of parameters stay: they are no record's.
    Done empty(const std::string& id) {
        model::Finding finding = findings_.find(id).value();
        if (finding.purged) return {};
        const auto declared = controls_.find(finding.control);
        if (!declared) return tl::unexpected(declared.error());
        const std::vector<model::Decision> decisions = findings_.decisions(id);
        const Json before = store::state(finding, decisions);
        const auto& parameters = (*declared)->control.parameters;
        for (model::Evidence& evidence : finding.evidence) {
            const bool parameter =
                evidence.record.empty() &&
                std::ranges::find(parameters, evidence.field, &model::Parameter::name) != parameters.end();
            if (!parameter) evidence.value = column::Missing{};
        }
        finding.purged = work_.now();
        const int revision = finding.revision++;
        if (!findings_.purge(finding, revision))
            throw std::logic_error("a finding changed in a unit of work");
        work_.journal("finding.purge", store::subject(finding), before, store::state(finding, decisions));
        runs_.insert(finding.run);
        if (!finding.visible_to) ++count_;
        return {};
    }

    void update_runs() {
        store::RunRepository runs(work_.database());
        for (const std::int64_t number : runs_) {
            model::Run run = runs.find(number).value();
            const Json before = store::state(run);
            Sha256 found;
            for (const model::Finding& finding : findings_.list({.run = number}))
                found.update(store::state(finding).canonical_text());
            run.findings = found.finish();
            runs.complete(run);
            work_.journal("run.purge", store::subject(run), before, store::state(run));
        }
    }

    // Of those that are kept for nobody.
    std::int64_t count() const { return count_; }

  private:
    store::UnitOfWork& work_;
    store::FindingRepository findings_;
    JudgingControls controls_;
    std::set<std::int64_t> runs_;
    std::int64_t count_ = 0;
};

void bury(store::UnitOfWork& work, DueImport& due, const std::string& reason) {
    const Json before = store::state(due.import);
    due.import.purged = model::Purge{work.actor(), work.now(), due.retention, due.plugin_version, reason};
    if (!store::ImportRepository(work.database()).purge(due.import))
        throw std::logic_error("an import was purged in a unit of work");
    work.journal("import.purge", store::subject(due.import), before, store::state(due.import));
}

// None where somebody wrote after the journal's head was read: what was found to be due may be held now.
Result<std::optional<Purged>> try_purge(Session& session, const PurgeRecords& command) {
    store::Database& database = session.workspace.database();
    const Digest head = store::JournalRepository(database).head().hash;
    auto due = find_due(session, command.filter);
    if (!due) return tl::unexpected(due.error());
    if (command.seen && purgeable(*due) != *command.seen)
        return conflict({"app.purge_changed"}, Message{"app.look_at_what_is_due"});
    Purged purged{std::move(*due)};
    if (std::ranges::none_of(purged.due.imports, [](const DueImport& one) { return one.held_by.empty(); }))
        return purged;
    store::UnitOfWork work(database, session.clock, session.actor.name, session.channel);
    if (store::JournalRepository(database).head().hash != head) return std::optional<Purged>{};
    Emptying emptying(session, work);
    for (DueImport& one : purged.due.imports) {
        if (!one.held_by.empty()) continue;
        bury(work, one, command.reason);
        for (const std::string& finding : one.findings) {
            if (const Done done = emptying.empty(finding); !done) return tl::unexpected(done.error());
        }
        for (const std::string& finding : one.confided) {
            if (const Done done = emptying.empty(finding); !done) return tl::unexpected(done.error());
        }
    }
    emptying.update_runs();
    work.commit();
    purged.findings = emptying.count();
    return purged;
}

// Under the lock of a unit of work, so that no import takes a content for kept that is on its way out.
std::int64_t take_files_away(Session& session) {
    store::UnitOfWork lock(session.workspace.database(), session.clock, session.actor.name, session.channel);
    std::set<Digest> gone;
    for (const model::Import& import : purged_imports_with_files(session.workspace)) {
        if (session.workspace.archive().remove(import.archived)) gone.insert(import.archived);
    }
    return std::ssize(gone);
}

}  // namespace

std::vector<std::int64_t> purgeable(const Due& due) {
    std::vector<std::int64_t> numbers;
    for (const DueImport& one : due.imports) {
        if (one.held_by.empty()) numbers.push_back(one.import.number);
    }
    std::ranges::sort(numbers);
    return numbers;
}

Result<Due> list_purgeable(Session& session, const DueFilter& filter) {
    if (const Done may = authorise(session, UseCase::purge_records); !may) return tl::unexpected(may.error());
    return find_due(session, filter);
}

Result<Purged> purge_records(Session& session, const PurgeRecords& command) {
    if (const Done may = authorise(session, UseCase::purge_records); !may) return tl::unexpected(may.error());
    store::Database& database = session.workspace.database();
    // What is overwritten is to be gone from the pages of the store, too.
    database.execute("pragma secure_delete = on");
    for (int attempt = 0; attempt < attempts; ++attempt) {
        auto purged = try_purge(session, command);
        if (!purged) return tl::unexpected(purged.error());
        if (!*purged) continue;
        (*purged)->files = take_files_away(session);
        database.execute("pragma wal_checkpoint(truncate)");
        return std::move(**purged);
    }
    return conflict({"app.purge_disturbed"}, Message{"app.purge_again"});
}

std::vector<model::Import> purged_imports_with_files(Workspace& workspace) {
    const auto imports = store::ImportRepository(workspace.database()).list();
    const std::set<Digest> needed = needed_contents(workspace.database(), imports);
    std::vector<model::Import> remaining;
    for (const model::Import& import : imports) {
        if (import.purged && !needed.contains(import.archived) && workspace.archive().find(import.archived))
            remaining.push_back(import);
    }
    return remaining;
}

}  // namespace cadran::app
