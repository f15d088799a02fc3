// SPDX-License-Identifier: Apache-2.0
// Method: the sheets in force, and the sources of what controls and measures.
#include <algorithm>

#include <fmt/format.h>

#include "app/evidence_gathering.h"
#include "app/sheet.h"
#include "definition/process_file.h"
#include "report/process_sheet.h"
#include "store/state.h"

namespace cadran::app {

namespace {

using model::DefinitionKind;
using model::EvidenceKind;

Result<model::Process> process_of(const Workspace& workspace, const model::DefinitionVersion& version) {
    const auto files = kept_files(workspace, version.hash);
    if (!files) return tl::unexpected(files.error());
    auto file = definition::read_process(files->begin()->second, files->begin()->first);
    if (!file) return tl::unexpected(file.error());
    return std::move(file->process);
}

std::string folder_of(const model::DefinitionVersion& version) {
    return fmt::format("method/{}/{}", version.name, version.number);
}

}  // namespace

void EvidenceGathering::read_processes() {
    for (ProcessOfScope& one : processes_) {
        for (const Slice& slice :
             slices(session_.workspace, DefinitionKind::process, one.id, first_, last_)) {
            auto process = process_of(session_.workspace, slice.version);
            if (expect(process, folder_of(slice.version)) == nullptr) continue;
            one.cites = one.cites || scope_.clause.empty() ||
                        std::ranges::any_of(process->clauses, [&](const std::string& clause) {
                            return model::is_same_or_part(clause, scope_.clause);
                        });
            one.sheets.push_back({slice.version, std::move(*process), slice.first, slice.last});
        }
    }
}

void EvidenceGathering::add_definitions() {
    model::EvidenceDossier& dossier = evidence_.dossier;
    for (ProcessOfScope& one : processes_) {
        for (model::EvidencedSheet& sheet : one.sheets) {
            dossier.processes[one.id] = sheet.process.title;
            for (const model::Indicator& indicator : sheet.process.indicators)
                dossier.indicators[one.id + "/" + indicator.id] = indicator.title;
            if (!takes(EvidenceKind::process_definition, one.id)) continue;
            add_sheet(sheet);
            dossier.sheets.push_back(sheet);
        }
    }
    for (const ProcessOfScope& one : processes_) {
        for (const model::EvidencedSheet& sheet : one.sheets) add_sources(sheet);
    }
    std::ranges::stable_sort(dossier.sources, {}, [](const model::EvidencedSource& source) {
        return std::pair(source.id, source.version);
    });
}

void EvidenceGathering::add_sheet(model::EvidencedSheet& sheet) {
    const std::string folder = folder_of(sheet.version);
    model::EvidenceFile file{.path = folder + "/" + sheet.version.name + ".xml",
                             .kind = EvidenceKind::process_definition,
                             .subject = store::subject(sheet.version),
                             .from = sheet.version.acceptance->from};
    auto shown = show_sheet(session_, sheet.version.name, {.on = sheet.last});
    if (expect(shown, folder) != nullptr) {
        model::EvidenceFile page = file;
        page.path = folder + "/sheet.html";
        page.kind = EvidenceKind::process_sheet;
        sheet.files.push_back(page.path);
        add(std::move(page), report::process_sheet_html(*shown, session_.catalogue));
    }
    auto files = kept_files(session_.workspace, sheet.version.hash);
    if (expect(files, file.path) == nullptr) return;
    sheet.files.push_back(file.path);
    add(std::move(file), std::move(files->begin()->second));
}

const PluginContent* EvidenceGathering::plugin_content(const model::DefinitionVersion& version) {
    const std::string name = fmt::format("{}/{}", version.name, version.number);
    if (const auto known = plugins_.find(name); known != plugins_.end()) return &known->second;
    auto files = kept_files(session_.workspace, version.hash);  // as the archive has them now
    if (expect(files, "method/plugins/" + name) == nullptr) return nullptr;
    auto content = plugin_of(session_.workspace, version);
    if (expect(content, "method/plugins/" + name) == nullptr) return nullptr;
    content->files = std::move(*files);
    return &plugins_.emplace(name, std::move(*content)).first->second;
}

// Each by every version of its plugin that was in force while the sheet was.
void EvidenceGathering::add_sources(const model::EvidencedSheet& sheet) {
    std::vector<std::pair<std::string, EvidenceKind>> wanted;
    for (const model::ControlUse& use : sheet.process.controls)
        wanted.emplace_back(use.control, EvidenceKind::control_source);
    for (const model::Indicator& indicator : sheet.process.indicators) {
        if (indicator.source == model::Source::measure)
            wanted.emplace_back(indicator.measure, EvidenceKind::measure_source);
        if (indicator.source == model::Source::control)
            wanted.emplace_back(indicator.measure, EvidenceKind::control_source);
    }
    for (const auto& [id, kind] : wanted) {
        if (!takes(kind, sheet.process.id)) continue;
        for (const Slice& slice : slices(session_.workspace, DefinitionKind::plugin,
                                         id.substr(0, id.find('/')), sheet.first, sheet.last)) {
            if (const PluginContent* plugin = plugin_content(slice.version))
                add_source(slice, *plugin, id, kind);
        }
    }
}

void EvidenceGathering::add_source(const Slice& slice, const PluginContent& plugin, const std::string& id,
                                   EvidenceKind kind) {
    const bool is_control = kind == EvidenceKind::control_source;
    const auto* control = is_control ? plugin.plugin.find_control(id) : nullptr;
    const auto* measure = is_control ? nullptr : plugin.plugin.find_measure(id);
    if (control == nullptr && measure == nullptr) return;
    const std::string path =
        fmt::format("method/plugins/{}/{}/{}/{}.lua", slice.version.name, slice.version.number,
                    is_control ? "controls" : "indicators", id.substr(id.find('/') + 1));
    auto& files = evidence_.dossier.files;
    if (std::ranges::find(files, path, &model::EvidenceFile::path) != files.end()) return;
    evidence_.dossier.sources.push_back({id, is_control ? control->control.title : measure->measure.title,
                                         slice.version.number, slice.version.acceptance->from, path});
    add({.path = path,
         .kind = kind,
         .subject = store::subject(slice.version),
         .from = slice.version.acceptance->from},
        plugin.files.at(is_control ? control->path : measure->path));
}

}  // namespace cadran::app
