// SPDX-License-Identifier: Apache-2.0
#include "app/risk_import.h"

#include <algorithm>

#include "app/definitions.h"
#include "app/nearest.h"
#include "app/remembered_columns.h"
#include "app/rights.h"
#include "base/file.h"
#include "base/text.h"
#include "definition/process_file.h"
#include "definition/process_table.h"
#include "definition/risk_edit.h"
#include "definition/risk_register.h"
#include "store/unit_of_work.h"

namespace cadran::app {

namespace {

using definition::RegisterRow;
using model::DefinitionKind;

constexpr const char* risk_columns_setting = "import/risks";

// A draft on disk, and what the register brings into it.
struct Draft {
    std::string name;
    std::string path;
    std::string bytes;
    model::Process process;
    std::vector<model::Risk> before;
    std::vector<model::Opportunity> opportunities_before;
    std::vector<model::Risk> risks = {};
    std::vector<model::Opportunity> opportunities = {};

    bool untouched() const { return risks.empty() && opportunities.empty(); }
};

// A draft that can be edited: its form is right, whatever it means.
Result<Draft> open_draft(Session& session, const std::string& name) {
    const auto files = draft_files(session.workspace, DefinitionKind::process, name);
    if (!files) return tl::unexpected(files.error());
    Draft draft{name, draft_path(DefinitionKind::process, name, ""), files->begin()->second, {}, {}, {}};
    const auto root = definition::process_elements(draft.bytes, draft.path);
    if (!root) return tl::unexpected(root.error());
    draft.process = definition::people_of(*root);
    draft.before = definition::risks_of(*root);
    draft.opportunities_before = definition::opportunities_of(*root);
    return draft;
}

class RiskImport {
  public:
    RiskImport(Session& session, const ImportRisks& command) : session_(session), command_(command) {}

    Result<ImportedRisks> run() {
        const auto organisation = organisation_of(session_);
        if (!organisation) return tl::unexpected(organisation.error());
        const auto tables = definition::read_tables(command_.file);
        if (!tables) return tl::unexpected(tables.error());
        const auto remembered = remembered_columns(session_, risk_columns_setting);
        const auto read =
            definition::read_risk_register(*tables, command_.file.filename().string(),
                                           {command_.columns, remembered}, (*organisation)->scale);
        if (!read) return tl::unexpected(read.error());
        open_drafts();
        for (const RegisterRow& row : read->rows) assign(row);
        definition::sort_by_cell(faults_, *tables);
        if (!faults_.empty()) return tl::unexpected(Failure{Failure::Kind::invalid, faults_});
        if (const Done may = authorise_all(); !may) return tl::unexpected(may.error());
        done_.columns = read->columns;
        return write();
    }

  private:
    // Drafts whose form is wrong are told only where the register names them.
    void open_drafts() {
        for (const std::string& name : draft_names(session_.workspace, DefinitionKind::process)) {
            auto draft = open_draft(session_, name);
            known_.push_back(name);
            if (draft)
                drafts_.push_back(std::move(*draft));
            else
                broken_[name] = draft.error();
        }
    }

    void fault(const Place& place, Message what, std::optional<Message> hint) {
        faults_.push_back({place, std::move(what), std::move(hint)});
    }

    Draft* draft_called(const RegisterRow& row) {
        const std::string wanted = folded(row.process);
        for (Draft& draft : drafts_) {
            for (const std::string& name : {draft.name, draft.process.title.fr, draft.process.title.en}) {
                if (folded(name) == wanted) return &draft;
            }
        }
        if (const auto broken = broken_.find(row.process); broken != broken_.end()) {
            for (const Diagnostic& one : broken->second.diagnostics) faults_.push_back(one);
            broken_.erase(broken);
        } else {
            fault(row.process_place, {"app.no_such_process", {{"process", row.process}}},
                  nearest_hint(row.process, known_));
        }
        return nullptr;
    }

    void assign(const RegisterRow& row) {
        Draft* draft = draft_called(row);
        if (draft == nullptr) return;
        const model::Risk& risk = row.risk;
        if (row.opportunity)
            return assign(row, model::Opportunity{risk.id, risk.title, risk.inherent, risk.response},
                          draft->opportunities_before, draft->opportunities);
        assign(row, risk, draft->before, draft->risks);
        if (row.same_residual) ++done_.same_residual;
    }

    // `value`, a risk or an opportunity, is known again among those before by its id, else by its title.
    template <typename Value>
    void assign(const RegisterRow& row, Value value, const std::vector<Value>& before,
                std::vector<Value>& assigned) {
        const auto known = std::ranges::find_if(before, [&](const Value& one) {
            return value.id.empty() ? folded(one.title.fr) == folded(value.title.fr)
                                    : one.id == definition::id_of(value.id);
        });
        if (known != before.end()) {
            value.id = known->id;
            if (value.title.en.empty() && value.title.fr == known->title.fr) value.title.en = known->title.en;
            if (value.response.en.empty() && value.response.fr == known->response.fr)
                value.response.en = known->response.en;
        } else {
            const std::string& title = value.title.en.empty() ? value.title.fr : value.title.en;
            value.id = definition::id_of(value.id.empty() ? title : value.id);
        }
        translate(value.title, row.english_title_place);
        translate(value.response, row.english_response_place);
        if (std::ranges::find(assigned, value.id, &Value::id) != assigned.end())
            fault(row.place, {"app.repeated_risk", {{"risk", value.id}}}, Message{"app.keep_one_risk"});
        assigned.push_back(std::move(value));
    }

    void translate(LocalText& text, const Place& place) {
        if (!text.en.empty()) return;
        if (!command_.untranslated)
            return fault(place, {"app.risk_untranslated", {{"text", text.fr}}},
                         Message{"app.translate_risk"});
        text.en = text.fr;
        ++done_.untranslated;
    }

    Done authorise_all() const {
        const auto now = today(session_);
        if (!now) return tl::unexpected(now.error());
        for (const Draft& draft : drafts_) {
            if (draft.untouched()) continue;
            const auto in_force = process_in_force(session_.workspace, draft.name, *now);
            const Done may =
                authorise(session_, UseCase::draft_process, in_force ? in_force->value : draft.process);
            if (!may) return may;
        }
        return {};
    }

    // Every file is made before the first one is written.
    Result<ImportedRisks> write() {
        std::vector<std::pair<std::filesystem::path, std::string>> files;
        for (const Draft& draft : drafts_) {
            if (draft.untouched()) continue;
            auto edit = definition::with_risks(draft.bytes, draft.path, draft.risks, draft.opportunities);
            if (!edit) return tl::unexpected(edit.error());
            done_.drafts.push_back(
                {draft.name, edit->added, edit->updated, edit->unchanged, edit->lost_comments});
            const auto file = definition::read_process(edit->text, draft.path);
            if (!file) std::ranges::copy(file.error().diagnostics, std::back_inserter(done_.to_mend));
            if (edit->text != draft.bytes)
                files.emplace_back(session_.workspace.folder() / draft.path, std::move(edit->text));
        }
        store::UnitOfWork work(session_.workspace.database(), session_.clock, session_.actor.name,
                               session_.channel);
        remember_columns(work, risk_columns_setting, done_.columns);
        for (const auto& [place, text] : files) write_durably(place, text);
        work.commit();
        return std::move(done_);
    }

    Session& session_;
    const ImportRisks& command_;
    std::vector<Draft> drafts_;
    std::vector<std::string> known_;
    std::map<std::string, Failure> broken_;
    Diagnostics faults_;
    ImportedRisks done_;
};

}  // namespace

Result<ImportedRisks> import_risks(Session& session, const ImportRisks& command) {
    // Those who may draft no process at all learn nothing of the file.
    if (scope_of(session.actor, UseCase::draft_process) == Scope::none)
        return tl::unexpected(authorise(session, UseCase::draft_process).error());
    return RiskImport(session, command).run();
}

}  // namespace cadran::app
