// SPDX-License-Identifier: Apache-2.0
#include "app/evidence.h"

#include <algorithm>

#include "app/check.h"
#include "app/evidence_gathering.h"
#include "app/nearest.h"
#include "app/rights.h"
#include "base/file.h"
#include "report/evidence_data.h"
#include "report/evidence_page.h"
#include "store/definition_repository.h"

namespace cadran::app {

namespace {

namespace fs = std::filesystem;
using model::DefinitionKind;
using model::EvidenceScope;

constexpr const char* manifest_name = "manifest.json";

// Whoever may for their own processes names one of them.
Done authorise_scope(Session& session, const EvidenceScope& scope, Date today) {
    constexpr UseCase use_case = UseCase::export_evidence;
    const auto reach = scope_within(session, use_case);
    if (!reach) return tl::unexpected(reach.error());
    if (scope.process.empty()) {
        if (*reach == Scope::all) return {};
        return refused({"app.no_right",
                        {{"account", session.actor.name}, {"act", std::string(use_case_name(use_case))}}},
                       Message{"app.name_your_process"});
    }
    store::DefinitionRepository definitions(session.workspace.database());
    const auto known = definitions.accepted_names(DefinitionKind::process);
    if (std::ranges::find(known, scope.process) == known.end())
        return not_found({"app.unknown_process", {{"name", scope.process}}},
                         nearest_hint(scope.process, known));
    if (*reach == Scope::all) return {};
    const auto process = process_in_force(session.workspace, scope.process, today);
    if (!process) return tl::unexpected(process.error());
    return authorise(session, use_case, process->value);
}

// The clause as the organisation's catalogue knows it.
Done take_clause(Session& session, model::EvidenceDossier& dossier, const std::string& number, Date today) {
    if (number.empty()) return {};
    const auto offer = offer_on(session.workspace, today);
    if (!offer) return tl::unexpected(offer.error());
    const model::ClauseCatalogue* standard = offer->standard();
    if (standard == nullptr) return not_found({"app.no_standard"}, Message{"app.name_the_standard"});
    if (const model::Clause* clause = standard->find(number)) {
        dossier.clause = clause->title;
        dossier.standard = standard->title;
        return {};
    }
    std::vector<std::string> known;
    for (const model::Clause& one : standard->clauses) known.push_back(one.number);
    return invalid(Message{"app.no_such_clause", {{"clause", number}, {"standard", standard->title}}},
                   nearest_hint(number, known));
}

Done expect_new_places(const ExportEvidence& command) {
    if (const Done fresh = expect_new_folder(command.folder); !fresh) return fresh;
    if (command.zip.empty()) return {};
    const fs::path zip = fs::weakly_canonical(command.zip);
    const fs::path inside = zip.lexically_relative(fs::weakly_canonical(command.folder));
    if (!inside.empty() && *inside.begin() != "..")
        return invalid(Message{"app.zip_in_the_pack", {{"place", command.zip.string()}}},
                       Message{"app.choose_a_new_place"});
    if (fs::exists(zip))
        return conflict({"app.place_taken", {{"place", command.zip.string()}}},
                        Message{"app.choose_a_new_place"});
    if (!fs::is_directory(zip.parent_path()))
        return not_found({"app.no_such_folder", {{"folder", zip.parent_path().string()}}},
                         Message{"app.name_a_folder"});
    return {};
}

// From the first to the last day of the scope that has begun; of no period, of all times.
Result<std::pair<Date, Date>> days_of(const EvidenceScope& scope, Date today) {
    if (!scope.period) return std::pair(Date{std::chrono::year{1900} / 1 / 1}, today);
    if (today < scope.period->first())
        return conflict(
            {"app.period_not_begun", {{"period", scope.period->text()}, {"date", scope.period->first()}}},
            Message{"app.wait_for_the_period"});
    return std::pair(scope.period->first(), std::min(today, scope.period->last()));
}

// The page first, then what it leads to, then the manifest of all of it and what proves it.
Digest complete(Evidence& evidence, const Session& session, const calendar::Zone& zone,
                const SigningKey& key) {
    const std::string page = report::evidence_page_html(evidence.dossier, session.catalogue, zone);
    const std::string manifest =
        report::evidence_manifest(evidence.dossier, {.path = "index.html",
                                                     .kind = model::EvidenceKind::page,
                                                     .size = std::ssize(page),
                                                     .digest = sha256(page)})
            .pretty_text();
    evidence.contents.insert(evidence.contents.begin(), {"index.html", page});
    evidence.contents.push_back({manifest_name, manifest});
    seal(evidence.contents, key, manifest_name);
    return sha256(manifest);
}

void journal(Session& session, const EvidenceScope& scope, const Digest& manifest) {
    store::UnitOfWork work(session.workspace.database(), session.clock, session.actor.name, session.channel);
    work.journal(std::string(use_case_name(UseCase::export_evidence)),
                 "evidence/" + scope.text() + "/" + manifest.hex(), {}, {});
    work.commit();
}

// All that the scope lets the actor have, sealed; nothing has left yet.
struct SealedEvidence {
    Evidence evidence;
    Digest manifest;
};

Result<SealedEvidence> sealed_evidence(Session& session, const EvidenceScope& scope) {
    const auto organisation = organisation_of(session);
    if (!organisation) return tl::unexpected(organisation.error());
    const auto zone = calendar::Zone::named((*organisation)->zone);
    if (!zone) return tl::unexpected(zone.error());
    const Instant now = session.clock.now();
    const Date today = zone->date_of(now);
    if (const Done may = authorise_scope(session, scope, today); !may) return tl::unexpected(may.error());
    if (scope.is_empty()) return invalid(Message{"app.no_scope"}, Message{"app.name_a_scope"});
    const auto days = days_of(scope, today);
    if (!days) return tl::unexpected(days.error());
    model::EvidenceDossier head;
    if (const Done taken = take_clause(session, head, scope.clause, today); !taken)
        return tl::unexpected(taken.error());
    const auto keys = session.workspace.keys();
    if (!keys) return tl::unexpected(keys.error());
    auto processes = scope.process.empty() ? store::DefinitionRepository(session.workspace.database())
                                                 .accepted_names(DefinitionKind::process)
                                           : std::vector{scope.process};
    auto evidence =
        EvidenceGathering(session, scope, days->first, days->second, std::move(processes), *zone).gather();
    if (!evidence) return tl::unexpected(evidence.error());
    model::EvidenceDossier& dossier = evidence->dossier;
    dossier.organisation = (*organisation)->name;
    dossier.appearance = (*organisation)->appearance;
    dossier.simulated = session.workspace.is_sample();
    dossier.clause = head.clause;
    dossier.standard = head.standard;
    dossier.made_at = now;
    dossier.made_by = session.actor.name;
    const Digest manifest = complete(*evidence, session, *zone, keys->signing);
    return SealedEvidence{std::move(*evidence), manifest};
}

// Who may not, or asks for nothing, learns nothing of the places.
Done expect_exportable(Session& session, const ExportEvidence& command) {
    const auto now = today(session);
    if (!now) return tl::unexpected(now.error());
    if (const Done may = authorise_scope(session, command.scope, *now); !may) return may;
    if (command.scope.is_empty()) return invalid(Message{"app.no_scope"}, Message{"app.name_a_scope"});
    return expect_new_places(command);
}

}  // namespace

Result<ExportedEvidence> export_evidence(Session& session, const ExportEvidence& command) {
    if (const Done fresh = expect_exportable(session, command); !fresh) return tl::unexpected(fresh.error());
    const auto sealed = sealed_evidence(session, command.scope);
    if (!sealed) return tl::unexpected(sealed.error());
    const Evidence& evidence = sealed->evidence;
    journal(session, command.scope, sealed->manifest);
    if (!command.zip.empty()) write_durably(command.zip, zipped(evidence.contents));
    const auto written = write_pack(evidence.contents, command.folder);
    return ExportedEvidence{std::ssize(written), evidence.dossier.found(), sealed->manifest};
}

Result<ZippedEvidence> zip_evidence(Session& session, const EvidenceScope& scope) {
    const auto sealed = sealed_evidence(session, scope);
    if (!sealed) return tl::unexpected(sealed.error());
    std::string name = scope.text();
    std::ranges::replace_if(
        name, [](char c) { return c == '=' || c == ','; }, '-');
    std::string bytes = zipped(sealed->evidence.contents);
    journal(session, scope, sealed->manifest);
    return ZippedEvidence{fmt::format("evidence-{}.zip", name), std::move(bytes)};
}

}  // namespace cadran::app
