// SPDX-License-Identifier: Apache-2.0
#include "app/journal.h"

#include <map>

#include "app/definitions.h"
#include "app/purge.h"
#include "app/sight.h"
#include "store/account_repository.h"
#include "store/action_repository.h"
#include "store/audit_repository.h"
#include "store/definition_repository.h"
#include "store/finding_repository.h"
#include "store/import_repository.h"
#include "store/journal_repository.h"
#include "store/management_review_repository.h"
#include "store/measurement_repository.h"
#include "store/nonconformity_repository.h"
#include "store/review_repository.h"
#include "store/setting_repository.h"
#include "store/state.h"

namespace cadran::app {

namespace {

// Of findings that are kept for confidants, the subjects under which the journal speaks of them.
std::map<std::string, model::Role> subjects_kept(store::Database& database) {
    std::map<std::string, model::Role> kept;
    const std::vector<model::Role> confidants(model::confidants.begin(), model::confidants.end());
    for (const model::Finding& finding : store::FindingRepository(database, {false, confidants}).list({}))
        kept.emplace(store::subject(finding), *finding.visible_to);
    return kept;
}

// Follows the chain and remembers what it last said of each subject.
class Proof {
  public:
    Proof(Session& session, store::Sight sight)
        : session_(session), database_(session.workspace.database()), sight_(std::move(sight)) {}

    JournalProof prove() {
        const store::Snapshot snapshot(database_);
        for (const std::string& fault : database_.integrity_faults())
            add_fault("store", {"app.store_damaged", {{"reason", fault}}});
        follow_chain();
        try {
            compare_states();
            compare_archive();
        } catch (const store::Fault& fault) {
            if (fault.kind() != store::Fault::Kind::damaged) throw;
            add_fault("store", {"app.store_damaged", {{"reason", std::string(fault.what())}}});
        }
        withhold();
        return std::move(proof_);
    }

  private:
    // Which finding it is that does not fit is for those to know who may see it.
    void withhold() {
        std::map<std::string, model::Role> kept;
        try {
            kept = subjects_kept(database_);
        } catch (const store::Fault&) {
            // Nobody can tell any more whose they are.
            std::erase_if(proof_.faults,
                          [](const Diagnostic& one) { return one.place.file.starts_with("finding/"); });
        }
        for (const auto& [subject, kept_for] : kept) {
            if (sight_.reaches(kept_for)) continue;
            for (Diagnostic& fault : proof_.faults) {
                if (fault.place.file == subject) fault.place.file = withheld_subject;
            }
        }
    }

    void add_fault(const std::string& where, Message what) {
        proof_.faults.push_back({{where, 0, 0}, std::move(what)});
    }

    void follow_chain() {
        Digest previous;
        for (const store::JournalRow& row : store::JournalRepository(database_).list(0, 0)) {
            const std::string where = fmt::format("journal/{}", row.number);
            ++proof_.entries;
            if (row.number != proof_.entries) {
                add_fault(where, {"app.journal_gap", {{"expected", proof_.entries}}});
                proof_.entries = row.number;
            }
            if (sha256(row.entry) != row.hash) add_fault(where, {"app.journal_altered"});
            const auto entry = model::JournalEntry::parse(row.entry);
            if (!entry) {
                add_fault(where, {"app.journal_altered"});
            } else {
                if (entry->previous != previous) add_fault(where, {"app.journal_broken"});
                if (entry->after) states_[entry->subject] = *entry->after;
            }
            previous = row.hash;
        }
        proof_.head = previous;
    }

    void compare(const std::string& subject, const Json& state) {
        ++proof_.subjects;
        const auto said = states_.find(subject);
        if (said == states_.end())
            add_fault(subject, {"app.not_in_journal"});
        else if (said->second != sha256(state.canonical_text()))
            add_fault(subject, {"app.state_altered"});
        if (said != states_.end()) states_.erase(said);
    }

    template <typename Aggregates>
    void compare_all(const Aggregates& aggregates) {
        for (const auto& aggregate : aggregates) compare(store::subject(aggregate), store::state(aggregate));
    }

    void compare_states() {
        compare(store::workspace_subject, store::to_json(store::SettingRepository(database_).list()));
        compare_all(store::AccountRepository(database_).list());
        for (const auto kind : {model::DefinitionKind::workspace, model::DefinitionKind::process,
                                model::DefinitionKind::plugin}) {
            compare_all(store::DefinitionRepository(database_).list(kind));
        }
        compare_all(store::ImportRepository(database_).list());
        compare_runs();
        compare_all(store::ReleaseRepository(database_).list());
        compare_all(store::NonconformityRepository(database_).list());
        compare_all(store::ActionRepository(database_).list());
        compare_all(store::MeasurementRepository(database_).list());
        compare_all(store::CycleRepository(database_).list());
        compare_all(store::ReviewRepository(database_).list());
        compare_all(store::ManagementReviewRepository(database_).list());
        compare_all(store::AuditRepository(database_).list());
        compare_all(store::AuditFindingRepository(database_).list());
        for (const auto& [subject, state] : states_) add_fault(subject, {"app.gone_from_store"});
    }

    // Findings are journalled with their run; each one only once people take it or decide on it.
    void compare_runs() {
        store::FindingRepository findings(database_, store::Sight::whole());
        for (const model::Run& run : store::RunRepository(database_).list()) {
            compare(store::subject(run), store::state(run));
            Sha256 found;
            for (const model::Finding& finding : findings.list({.run = run.number})) {
                found.update(store::state(finding).canonical_text());
                const auto decisions = findings.decisions(finding.id);
                if (!decisions.empty() || finding.taken || states_.contains(store::subject(finding)))
                    compare(store::subject(finding), store::state(finding, decisions));
                else if (finding.state != model::FindingState::open || finding.revision != 1)
                    add_fault(store::subject(finding), {"app.state_altered"});
            }
            if (found.finish() != run.findings) add_fault(store::subject(run), {"app.findings_altered"});
        }
    }

    void compare_archive() {
        const archive::Archive& archive = session_.workspace.archive();
        for (const auto& entry : std::filesystem::recursive_directory_iterator(archive.folder())) {
            if (!entry.is_regular_file() || entry.path().parent_path() == archive.folder()) continue;
            const auto digest = Digest::from_hex(entry.path().parent_path().filename().string() +
                                                 entry.path().filename().string());
            ++proof_.archived_files;
            session_.progress.advance({"app.proving_archive"}, proof_.archived_files, 0);
            if (!digest || !archive.is_sound(*digest))
                add_fault("archive/" + entry.path().filename().string(), {"app.archive_altered"});
        }
        for (const model::Import& import : store::ImportRepository(database_).list()) {
            if (!import.purged) expect(import.archived, store::subject(import));
        }
        for (const model::Import& import : purged_imports_with_files(session_.workspace)) {
            proof_.faults.push_back({{store::subject(import), 0, 0},
                                     {"app.purged_file_remains", {{"sha256", import.archived.hex()}}},
                                     Message{"app.purge_takes_it_away"}});
        }
        for (const model::ReleaseList& list : store::ReleaseRepository(database_).list()) {
            expect(list.released, store::subject(list));
            expect(list.suspended, store::subject(list));
        }
        for (const model::Review& review : store::ReviewRepository(database_).list()) {
            for (const model::PackFile& file : review.pack)
                expect(file.digest, store::subject(review) + "/" + file.name);
        }
        for (const model::ManagementReview& review : store::ManagementReviewRepository(database_).list()) {
            for (const model::PackFile& file : review.pack)
                expect(file.digest, store::subject(review) + "/" + file.name);
            for (const model::InputAnswer& answer : review.answers) {
                if (answer.document)
                    expect(answer.document->digest, store::subject(review) + "/" + answer.document->name);
            }
        }
        expect_audit_files();
        for (const auto kind : {model::DefinitionKind::workspace, model::DefinitionKind::process,
                                model::DefinitionKind::plugin}) {
            for (const auto& version : store::DefinitionRepository(database_).list(kind)) {
                const auto files = kept_files(session_.workspace, version.hash);
                if (!files) add_fault(store::subject(version), files.error().diagnostics.front().what);
            }
        }
    }

    void expect_audit_files() {
        const auto expect_all = [this](const std::vector<model::PackFile>& files, const std::string& where) {
            for (const model::PackFile& file : files) expect(file.digest, where + "/" + file.name);
        };
        for (const model::Audit& audit : store::AuditRepository(database_).list()) {
            expect_all(audit.sheets, store::subject(audit));
            for (const model::Sampling& sampling : audit.samplings)
                expect(sampling.list.digest, store::subject(audit) + "/" + sampling.list.name);
            expect_all(audit.provisional_report, store::subject(audit));
            expect_all(audit.final_report, store::subject(audit));
            for (const model::Piece& piece : audit.pieces) {
                for (const model::Delivery& delivery : piece.deliveries)
                    expect_all({delivery.file}, store::subject(audit) + "/" + piece.item);
            }
            for (const model::Assessment& found : audit.assessments)
                expect_all(found.photos, store::subject(audit) + "/" + found.item);
        }
        for (const model::AuditFinding& finding : store::AuditFindingRepository(database_).list()) {
            for (const model::Resolution& resolution : finding.resolutions)
                expect_all(resolution.evidence, store::subject(finding));
        }
    }

    void expect(const Digest& digest, const std::string& where) {
        if (!session_.workspace.archive().find(digest))
            add_fault(where, {"app.archive_incomplete", {{"sha256", digest.hex()}}});
    }

    Session& session_;
    store::Database& database_;
    store::Sight sight_;
    std::map<std::string, Digest> states_;
    JournalProof proof_;
};

ListedEntry withheld(model::JournalEntry entry) {
    entry.subject = withheld_subject;
    entry.before.reset();
    entry.after.reset();
    entry.previous = {};
    return {std::move(entry)};
}

}  // namespace

Result<std::vector<ListedEntry>> list_journal(Session& session, std::int64_t after) {
    const auto sight = sight_for(session, UseCase::read_journal);
    if (!sight) return tl::unexpected(sight.error());
    const auto kept = subjects_kept(session.workspace.database());
    std::vector<ListedEntry> entries;
    bool follows_withheld = false;
    for (const store::JournalRow& row :
         store::JournalRepository(session.workspace.database()).list(after, 0)) {
        auto entry = model::JournalEntry::parse(row.entry);
        if (!entry) return tl::unexpected(entry.error());
        const auto of = kept.find(entry->subject);
        const auto kept_for = of == kept.end() ? std::nullopt : std::optional(of->second);
        const bool is_withheld = kept_for && !sight->reaches(kept_for);
        if (follows_withheld) entry->previous = {};
        follows_withheld = is_withheld;
        if (is_withheld && sight->reaches({}))
            entries.push_back(withheld(std::move(*entry)));
        else if (sight->reaches(kept_for))
            entries.push_back({std::move(*entry), row.hash});
    }
    return entries;
}

Result<FoundEntries> search_journal(Session& session, const SearchJournal& command) {
    const auto sight = sight_for(session, UseCase::read_journal);
    if (!sight) return tl::unexpected(sight.error());
    const auto zone = zone_of(session);
    if (!zone) return tl::unexpected(zone.error());
    const auto kept = subjects_kept(session.workspace.database());
    store::JournalFilter filter{.actor = command.actor, .subject = command.subject, .act = command.act};
    if (command.from) filter.from = zone->start_of(*command.from);
    if (command.to) filter.before = zone->start_of(std::chrono::sys_days(*command.to) + std::chrono::days(1));
    const auto asked_for = kept.find(command.subject);
    if (asked_for != kept.end() && !sight->reaches(asked_for->second)) return FoundEntries{};
    if (!sight->reaches({})) {
        for (const auto& [subject, kept_for] : kept) {
            if (sight->reaches(kept_for)) filter.of_subjects.push_back(subject);
        }
        if (filter.of_subjects.empty()) return FoundEntries{};
    }
    const store::Snapshot snapshot(session.workspace.database());
    store::JournalRepository journal(session.workspace.database());
    const std::int64_t below = command.below.value_or(std::numeric_limits<std::int64_t>::max());
    std::vector<store::JournalRow> rows = journal.newest(filter, below, command.most + 1);
    FoundEntries found{{}, journal.count(filter), std::ssize(rows) > command.most};
    if (found.has_earlier) rows.pop_back();
    for (const store::JournalRow& row : rows) {
        auto entry = model::JournalEntry::parse(row.entry);
        if (!entry) return tl::unexpected(entry.error());
        const auto of = kept.find(entry->subject);
        entry->previous = {};
        if (of != kept.end() && !sight->reaches(of->second))
            found.entries.push_back(withheld(std::move(*entry)));
        else
            found.entries.push_back({std::move(*entry), row.hash});
    }
    return found;
}

Result<JournalProof> verify_journal(Session& session) {
    if (const Done may = authorise(session, UseCase::read_journal); !may) return tl::unexpected(may.error());
    auto sight = sight_for(session, UseCase::read_journal);
    if (!sight) return tl::unexpected(sight.error());
    return Proof(session, std::move(*sight)).prove();
}

}  // namespace cadran::app
