// SPDX-License-Identifier: Apache-2.0
#include "app/check.h"

#include <algorithm>

#include "app/nearest.h"
#include "app/parameters.h"
#include "app/rights.h"
#include "base/text.h"
#include "definition/organisation_file.h"
#include "store/account_repository.h"

namespace cadran::app {

namespace {

using model::DefinitionKind;

template <typename Declared>
std::vector<std::string> ids(const std::vector<Declared>& declared) {
    std::vector<std::string> names;
    for (const Declared& one : declared) names.push_back(one.id);
    return names;
}

template <typename Failed>
void add_all(Diagnostics& faults, const Failed& failed) {
    faults.insert(faults.end(), failed.error().diagnostics.begin(), failed.error().diagnostics.end());
}

// One process against what is offered; collects into `faults`.
class CrossCheck {
  public:
    CrossCheck(const Offer& offer, const definition::ProcessFile& file) : offer_(offer), file_(file) {}

    Diagnostics faults() {
        check_account("pilot", file_.process.pilot);
        for (const std::string& backup : file_.process.backups) check_account("backup/" + backup, backup);
        for (const model::Indicator& indicator : file_.process.indicators) {
            expect(indicator.measure, ids(offer_.measures), "indicator/" + indicator.id + "/measure",
                   "app.unknown_measure");
        }
        for (const model::ControlUse& use : file_.process.controls) check_control(use);
        return std::move(faults_);
    }

  private:
    void expect(const std::string& name, const std::vector<std::string>& known, const std::string& element,
                const char* id) {
        if (std::ranges::find(known, name) != known.end()) return;
        faults_.push_back(
            {file_.places.of(element), Message{id, {{"name", name}}}, nearest_hint(name, known)});
    }

    void check_account(const std::string& element, const std::string& account) {
        expect(account, offer_.accounts, element, "app.unknown_account");
    }

    void check_control(const model::ControlUse& use) {
        const std::string element = "control/" + use.control;
        expect(use.control, ids(offer_.controls), element, "app.unknown_control");
        const auto control = std::ranges::find(offer_.controls, use.control, &model::Control::id);
        if (control == offer_.controls.end()) return;
        if (const auto values = parameter_values(control->parameters, use.parameters); !values) {
            for (Diagnostic fault : values.error().diagnostics) {
                fault.place = file_.places.of(element);
                faults_.push_back(std::move(fault));
            }
        }
    }

    const Offer& offer_;
    const definition::ProcessFile& file_;
    Diagnostics faults_;
};

}  // namespace

void Offer::add(const script::Plugin& plugin) {
    for (const script::ControlDeclaration& declared : plugin.controls) controls.push_back(declared.control);
    for (const script::MeasureDeclaration& declared : plugin.measures) measures.push_back(declared.measure);
}

Diagnostics faults_against(const Offer& offer, const definition::ProcessFile& file) {
    return CrossCheck(offer, file).faults();
}

Result<CheckedDrafts> check_drafts(Session& session) {
    if (const Done may = authorise(session, UseCase::check_drafts); !may) return tl::unexpected(may.error());
    const Workspace& workspace = session.workspace;
    CheckedDrafts checked;
    Offer offer;
    for (const model::Account& account : store::AccountRepository(session.workspace.database()).list()) {
        offer.accounts.push_back(account.name);
    }
    for (const std::string& name : draft_names(workspace, DefinitionKind::plugin)) {
        const auto files = draft_files(workspace, DefinitionKind::plugin, name);
        if (!files) {
            add_all(checked.faults, files);
            continue;
        }
        checked.files += static_cast<int>(files->size());
        const auto plugin = script::load_plugin(*files, draft_path(DefinitionKind::plugin, name, ""));
        if (plugin)
            offer.add(*plugin);
        else
            add_all(checked.faults, plugin);
    }
    for (const std::string& name : draft_names(workspace, DefinitionKind::process)) {
        ++checked.files;
        const std::string path = draft_path(DefinitionKind::process, name, "");
        const auto files = draft_files(workspace, DefinitionKind::process, name);
        const auto file =
            files ? definition::read_process(files->begin()->second, path) : tl::unexpected(files.error());
        if (!file) {
            add_all(checked.faults, file);
            continue;
        }
        for (Diagnostic& fault : faults_against(offer, *file)) checked.faults.push_back(std::move(fault));
    }
    ++checked.files;
    const auto files = draft_files(workspace, DefinitionKind::workspace, "workspace");
    const auto organisation = files ? definition::read_organisation(files->begin()->second, "workspace.xml")
                                    : tl::unexpected(files.error());
    if (!organisation) add_all(checked.faults, organisation);
    sort_by_place(checked.faults);
    return checked;
}

}  // namespace cadran::app
