// SPDX-License-Identifier: Apache-2.0
#include "app/evidence_gathering.h"

#include <algorithm>

#include <fmt/format.h>

#include "app/audit_dossier.h"
#include "app/rights.h"
#include "model/journal_entry.h"
#include "store/journal_repository.h"

namespace cadran::app {

namespace {

constexpr std::size_t longest_name = 80;

bool is_plain(unsigned char letter) {
    return letter < 128 && (std::isalnum(letter) != 0 || letter == '.' || letter == '-' || letter == '_');
}

}  // namespace

std::string plain_file_name(const std::string& name, std::size_t ahead) {
    std::string plain;
    for (const char letter : name) {
        const bool kept = is_plain(static_cast<unsigned char>(letter));
        if (kept || !plain.ends_with('_')) plain += kept ? letter : '_';
    }
    // The ending says what the file is: it stays.
    if (plain.size() > longest_name) plain.erase(0, plain.size() - longest_name);
    return fmt::format("{}-{}", ahead, plain);
}

EvidenceGathering::EvidenceGathering(Session& session, const model::EvidenceScope& scope, Date first,
                                     Date last, std::vector<std::string> processes, calendar::Zone zone)
    : session_(session),
      database_(session.workspace.database()),
      scope_(scope),
      first_(first),
      last_(last),
      zone_(std::move(zone)),
      today_(zone_.date_of(session.clock.now())) {
    if (!scope.clause.empty()) behind_ = model::evidence_behind(scope.clause);
    for (std::string& process : processes) processes_.push_back({std::move(process), {}, false});
}

Result<Evidence> EvidenceGathering::gather() {
    model::EvidenceDossier& dossier = evidence_.dossier;
    dossier.scope = scope_;
    dossier.first = first_;
    dossier.last = last_;
    const store::Snapshot snapshot(database_);
    read_processes();
    add_definitions();
    add_measurements();
    add_runs();
    add_reviews();
    add_management_reviews();
    add_audits();
    add_findings();
    add_nonconformities();
    add_actions();
    add_journal();
    const store::JournalHead head = store::JournalRepository(database_).head();
    dossier.journal_number = head.number;
    dossier.journal_head = head.hash;
    if (!faults_.empty()) return invalid(std::move(faults_));
    std::ranges::sort(dossier.files, {}, &model::EvidenceFile::path);
    std::ranges::sort(evidence_.contents, {}, &PackContent::name);
    return std::move(evidence_);
}

bool EvidenceGathering::takes(model::EvidenceKind kind, const std::string& process) const {
    if (scope_.clause.empty() || behind_.kinds.contains(kind)) return true;
    return std::ranges::any_of(processes_, [&](const ProcessOfScope& one) {
        return one.cites && (process.empty() || one.id == process);
    });
}

bool EvidenceGathering::takes(const model::Action& action) const {
    if (scope_.clause.empty() || behind_.takes(action)) return true;
    return std::ranges::any_of(
        processes_, [&](const ProcessOfScope& one) { return one.cites && one.id == action.process; });
}

void EvidenceGathering::remember(const Failure& failure, const std::string& place) {
    for (Diagnostic fault : failure.diagnostics) {
        if (fault.place.file.empty()) fault.place.file = place;
        faults_.push_back(std::move(fault));
    }
}

void EvidenceGathering::add(model::EvidenceFile file, std::string bytes) {
    file.size = std::ssize(bytes);
    file.digest = sha256(bytes);
    if (!file.subject.empty()) subjects_.insert(file.subject);
    evidence_.contents.push_back({file.path, std::move(bytes)});
    evidence_.dossier.files.push_back(std::move(file));
}

bool EvidenceGathering::add_archived(model::EvidenceFile file, const Digest& digest) {
    auto bytes = session_.workspace.archive().read(digest, greatest_piece);
    if (expect(bytes, file.path) == nullptr) return false;
    add(std::move(file), std::move(*bytes));
    return true;
}

std::vector<std::string> EvidenceGathering::add_pack(const std::vector<model::PackFile>& pack,
                                                     const std::string& folder,
                                                     const model::EvidenceFile& like) {
    std::vector<std::string> paths;
    for (const model::PackFile& packed : pack) {
        model::EvidenceFile file = like;
        file.path = folder + "/" + packed.name;
        if (add_archived(file, packed.digest)) paths.push_back(file.path);
    }
    return paths;
}

// The entries as they stand in the chain, which is followed from its beginning.
void EvidenceGathering::add_journal() {
    model::EvidenceDossier& dossier = evidence_.dossier;
    dossier.journal_left_out = scope_of(session_.actor, UseCase::read_journal) != Scope::all;
    if (dossier.journal_left_out || !dossier.found()) return;
    std::string lines;
    Digest previous;
    for (const store::JournalRow& row : store::JournalRepository(database_).list(0, 0)) {
        const auto entry = model::JournalEntry::parse(row.entry);
        if (!entry || sha256(row.entry) != row.hash || entry->previous != previous)
            faults_.push_back({{fmt::format("journal/{}", row.number), 0, 0}, {"app.journal_altered"}});
        previous = row.hash;
        if (!entry || !subjects_.contains(entry->subject)) continue;
        lines += row.entry + "\n";
        ++dossier.journal_entries;
    }
    add({.path = "proof/journal.jsonl", .kind = model::EvidenceKind::journal}, std::move(lines));
}

}  // namespace cadran::app
