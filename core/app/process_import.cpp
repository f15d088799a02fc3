// SPDX-License-Identifier: Apache-2.0
#include "app/process_import.h"

#include "app/definitions.h"
#include "app/rights.h"
#include "base/file.h"
#include "base/text.h"
#include "definition/process_content.h"
#include "definition/process_file.h"
#include "definition/process_table.h"
#include "definition/process_template.h"
#include "definition/process_text.h"

namespace cadran::app {

namespace {

using model::DefinitionKind;

Result<definition::ProcessFile> read_draft(Session& session, const std::string& name) {
    const auto files = draft_files(session.workspace, DefinitionKind::process, name);
    if (!files) return tl::unexpected(files.error());
    return definition::read_process(files->begin()->second, draft_path(DefinitionKind::process, name, ""));
}

// Whose process it is follows from the sheet in force, else from the draft that there is; only a new one is
// judged by what is imported.
Done authorise_import(Session& session, const model::Process& imported) {
    const auto now = today(session);
    if (!now) return tl::unexpected(now.error());
    const auto in_force = process_in_force(session.workspace, imported.id, *now);
    if (in_force) return authorise(session, UseCase::draft_process, in_force->value);
    const auto draft = read_draft(session, imported.id);
    return authorise(session, UseCase::draft_process, draft ? draft->process : imported);
}

}  // namespace

Done write_template(Session& session, const WriteTemplate& command) {
    if (const Done may = authorise(session, UseCase::read_definitions); !may) return may;
    const std::string extension = folded(command.file.extension().string());
    if (extension != "xlsx" && extension != "csv") {
        return invalid(Message{"app.template_format", {{"file", command.file.filename().string()}}},
                       Message{"app.name_template"});
    }
    if (std::filesystem::exists(command.file))
        return conflict({"app.template_exists", {{"file", command.file.string()}}},
                        Message{"app.choose_a_new_file"});
    definition::TableContent content;
    if (!command.process.empty()) {
        const auto draft = read_draft(session, command.process);
        if (!draft) return tl::unexpected(draft.error());
        content = definition::process_content(draft->process);
    }
    if (extension == "xlsx")
        definition::write_process_workbook(content, session.catalogue, command.file);
    else
        write_durably(command.file, definition::process_csv(content, session.catalogue));
    return {};
}

Result<ImportedProcess> import_process(Session& session, const ImportProcess& command) {
    // Those who may draft no process at all learn nothing of the file.
    if (scope_of(session.actor, UseCase::draft_process) == Scope::none)
        return tl::unexpected(authorise(session, UseCase::draft_process).error());
    auto table = definition::read_process_table(command.file, {command.id, command.untranslated});
    if (!table) return tl::unexpected(std::move(table.error()));
    const model::Process& process = table->process;
    if (const Done may = authorise_import(session, process); !may) return tl::unexpected(may.error());
    const std::string draft = draft_path(DefinitionKind::process, process.id, "");
    const auto place = session.workspace.folder() / draft;
    if (std::filesystem::exists(place) && !command.replace)
        return conflict({"app.draft_exists", {{"path", draft}}}, Message{"app.replace_draft"});
    make_folder(place.parent_path());
    write_durably(place, definition::process_text(process));
    return ImportedProcess{process.id, draft, std::move(table->ignored), table->untranslated};
}

}  // namespace cadran::app
