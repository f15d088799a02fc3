// SPDX-License-Identifier: Apache-2.0
#include "app/sheet.h"

#include "app/check.h"
#include "app/definitions.h"
#include "app/plugin_trust.h"
#include "app/rights.h"
#include "definition/clause_file.h"
#include "definition/process_file.h"
#include "store/account_repository.h"
#include "store/definition_repository.h"

namespace cadran::app {

namespace {

using model::DefinitionKind;

Result<model::Process> drafted_process(Workspace& workspace, const std::string& name) {
    const auto files = draft_files(workspace, DefinitionKind::process, name);
    if (!files) return tl::unexpected(files.error());
    auto file =
        definition::read_process(files->begin()->second, draft_path(DefinitionKind::process, name, ""));
    if (!file) return tl::unexpected(file.error());
    return std::move(file->process);
}

Result<std::vector<model::Process>> drafted_processes(Workspace& workspace) {
    std::vector<model::Process> processes;
    std::optional<Failure> failure;
    for (const std::string& name : draft_names(workspace, DefinitionKind::process)) {
        auto process = drafted_process(workspace, name);
        if (process)
            processes.push_back(std::move(*process));
        else
            failure = process.error();
    }
    if (processes.empty() && failure) return tl::unexpected(*failure);
    return processes;
}

Result<std::vector<model::Process>> processes_on(Workspace& workspace, Date date) {
    const auto sheets = processes_in_force(workspace, date);
    if (!sheets) return tl::unexpected(sheets.error());
    std::vector<model::Process> processes;
    for (const InForce<model::Process>& sheet : *sheets) processes.push_back(sheet.value);
    return processes;
}

// What drafts may refer to, as far as the other drafts can be read.
Offer drafted_offer(Workspace& workspace) {
    Offer offer;
    for (const std::string& name : draft_names(workspace, DefinitionKind::plugin)) {
        const auto files = draft_files(workspace, DefinitionKind::plugin, name);
        if (!files) continue;
        const auto plugin = load_plugin(workspace, name, *files);
        if (plugin) offer.add(*plugin);
    }
    const auto files = draft_files(workspace, DefinitionKind::workspace, "workspace");
    if (!files) return offer;
    for (const auto& [path, bytes] : *files) {
        if (!is_catalogue(path)) continue;
        if (auto file = definition::read_clauses(bytes, path)) offer.catalogues.push_back(file->catalogue);
    }
    if (auto file = organisation_in(*files)) offer.organisation = file->organisation;
    return offer;
}

Result<Offer> offer_of(Workspace& workspace, const Edition& edition) {
    if (!edition.draft) return offer_on(workspace, *edition.on);
    Offer offer = drafted_offer(workspace);
    offer.accounts = store::AccountRepository(workspace.database()).people();
    return offer;
}

Result<std::vector<model::Process>> processes_of(Workspace& workspace, const Edition& edition) {
    return edition.draft ? drafted_processes(workspace) : processes_on(workspace, *edition.on);
}

// With the day on which it is shown.
Result<Edition> settled(Session& session, const Edition& edition) {
    if (const Done may = authorise(session, UseCase::read_definitions); !may)
        return tl::unexpected(may.error());
    if (edition.draft && edition.on)
        return invalid(Message{"app.draft_has_no_date"}, Message{"app.draft_or_date"});
    if (edition.on) return edition;
    const auto now = today(session);
    if (!now) return tl::unexpected(now.error());
    return Edition{*now, edition.draft};
}

std::map<std::string, std::string> names_of_people(const std::vector<model::Account>& accounts) {
    std::map<std::string, std::string> people;
    for (const model::Account& account : accounts) people[account.name] = account.person;
    return people;
}

// What the organisation is called there; empty where a draft does not say.
Result<std::string> organisation_on(Workspace& workspace, const Edition& edition) {
    if (edition.draft) return drafted_offer(workspace).organisation.name;
    const auto organisation = organisation_in_force(workspace, *edition.on);
    if (!organisation) return tl::unexpected(organisation.error());
    return (*organisation)->name;
}

// Takes over what the offer calls by names.
void take(report::ProcessSheet& sheet, const Offer& offer) {
    sheet.organisation = offer.organisation.name;
    sheet.appearance = offer.organisation.appearance;
    sheet.currency = offer.organisation.currency;
    sheet.scale = offer.organisation.scale;
    sheet.people = names_of_people(offer.accounts);
    for (const auto& stake : offer.organisation.stakes) sheet.stakes[stake.id] = stake.title;
    for (const auto& party : offer.organisation.parties) sheet.parties[party.id] = party.title;
    for (const auto& document : offer.organisation.documents)
        sheet.locations[document.id] = document.location;
    for (const auto& control : offer.controls) sheet.controls[control.id] = control.title;
    for (const auto& measure : offer.measures) sheet.measures[measure.id] = measure.title;
    sheet.record_types = offer.record_types;
    const model::ClauseCatalogue* standard = offer.standard();
    if (standard == nullptr) return;
    sheet.standard = standard->title;
    for (const auto& clause : standard->clauses) sheet.clauses[clause.number] = clause.title;
}

// The process, and its version where it is in force.
Done take_process(report::ProcessSheet& sheet, Workspace& workspace, const std::string& name,
                  const Edition& edition) {
    if (edition.draft) {
        auto process = drafted_process(workspace, name);
        if (!process) return tl::unexpected(process.error());
        sheet.process = std::move(*process);
        return {};
    }
    auto process = process_in_force(workspace, name, *edition.on);
    if (!process) return tl::unexpected(process.error());
    sheet.process = process->value;
    sheet.version = process->version;
    return {};
}

}  // namespace

Result<report::ProcessSheet> show_sheet(Session& session, const std::string& process, const Edition& wanted) {
    const auto edition = settled(session, wanted);
    if (!edition) return tl::unexpected(edition.error());
    report::ProcessSheet sheet;
    sheet.simulated = session.workspace.is_sample();
    sheet.on = *edition->on;
    if (const Done taken = take_process(sheet, session.workspace, process, *edition); !taken)
        return tl::unexpected(taken.error());
    const auto offer = offer_of(session.workspace, *edition);
    if (!offer) return tl::unexpected(offer.error());
    take(sheet, *offer);
    const auto others = processes_of(session.workspace, *edition);
    if (!others) return tl::unexpected(others.error());
    for (const model::Process& other : *others) sheet.processes[other.id] = other.title;
    return sheet;
}

Result<report::ProcessMap> show_map(Session& session, const Edition& wanted) {
    const auto edition = settled(session, wanted);
    if (!edition) return tl::unexpected(edition.error());
    auto processes = processes_of(session.workspace, *edition);
    if (!processes) return tl::unexpected(processes.error());
    if (processes->empty()) return not_found({"app.no_process_to_map"}, Message{"app.map_the_drafts"});
    const auto organisation = organisation_on(session.workspace, *edition);
    if (!organisation) return tl::unexpected(organisation.error());
    const auto people = store::AccountRepository(session.workspace.database()).people();
    return report::ProcessMap{.organisation = *organisation,
                              .simulated = session.workspace.is_sample(),
                              .on = *edition->on,
                              .draft = edition->draft,
                              .processes = std::move(*processes),
                              .people = names_of_people(people)};
}

Result<std::map<std::string, LocalText>> sheet_titles(Session& session) {
    if (const Done may = authorise(session, UseCase::read_definitions); !may)
        return tl::unexpected(may.error());
    const auto now = today(session);
    if (!now) return tl::unexpected(now.error());
    const auto sheets = processes_in_force(session.workspace, *now);
    if (!sheets) return tl::unexpected(sheets.error());
    std::map<std::string, LocalText> titles;
    for (const InForce<model::Process>& sheet : *sheets) titles[sheet.value.id] = sheet.value.title;
    return titles;
}

}  // namespace cadran::app
