// SPDX-License-Identifier: Apache-2.0
#include "app/process.h"

#include "app/check.h"
#include "app/rights.h"
#include "store/account_repository.h"
#include "store/definition_repository.h"
#include "store/review_repository.h"
#include "store/state.h"

namespace cadran::app {

namespace {

using model::DefinitionKind;

Result<definition::ProcessFile> read(const Files& files, const std::string& name) {
    auto file =
        definition::read_process(files.begin()->second, draft_path(DefinitionKind::process, name, ""));
    if (file && file->process.id != name) {
        return invalid({Diagnostic{file->places.of("id"),
                                   {"app.other_id", {{"id", file->process.id}, {"file", name + ".xml"}}},
                                   Message{"app.file_named_after_id"}}});
    }
    return file;
}

void open_first_turn(store::UnitOfWork& work, const model::Process& process, Date from) {
    store::CycleRepository cycles(work.database());
    if (cycles.newest(process.id)) return;
    const model::Cycle turn{process.id, 1, calendar::Period::containing(from, process.turn),
                            model::Stage::plan, 1};
    cycles.insert(turn);
    work.journal("cycle.open", store::subject(turn), {}, store::state(turn));
}

}  // namespace

Result<model::DefinitionVersion> draft_process(Session& session, const std::string& name,
                                               const std::optional<calendar::Period>& review) {
    const auto files = draft_files(session.workspace, DefinitionKind::process, name);
    if (!files) return tl::unexpected(files.error());
    const auto file = read(*files, name);
    if (!file) return tl::unexpected(file.error());
    const auto now = today(session);
    if (!now) return tl::unexpected(now.error());
    // Whose process it is follows from the sheet in force; only a new process is judged by its draft.
    const auto in_force = process_in_force(session.workspace, name, *now);
    const Done may = authorise(session, UseCase::draft_process, in_force ? in_force->value : file->process);
    if (!may) return tl::unexpected(may.error());
    if (review && !store::ReviewRepository(session.workspace.database()).find(name, *review))
        return not_found({"app.no_review", {{"process", name}, {"period", review->text()}}},
                         Message{"app.prepare_first", {{"process", name}, {"period", review->text()}}});
    return hand_in(session, DefinitionKind::process, name, *files, review ? review->text() : "");
}

Result<model::DefinitionVersion> accept_process(Session& session, const AcceptDraft& command) {
    if (const Done may = authorise(session, UseCase::accept_process); !may)
        return tl::unexpected(may.error());
    auto draft = draft_to_accept(session, DefinitionKind::process, command);
    if (!draft) return draft;
    const auto files = kept_files(session.workspace, draft->hash);
    if (!files) return tl::unexpected(files.error());
    const auto file = read(*files, command.name);
    if (!file) return tl::unexpected(file.error());
    const auto offer = offer_on(session.workspace, command.from);
    if (!offer) return tl::unexpected(offer.error());
    if (Diagnostics faults = faults_against(*offer, *file); !faults.empty())
        return invalid(std::move(faults));

    store::UnitOfWork work(session.workspace.database(), session.clock, session.actor.name, session.channel);
    if (const Done accepted = accept(work, *draft, command); !accepted)
        return tl::unexpected(accepted.error());
    open_first_turn(work, file->process, command.from);
    work.commit();
    return draft;
}

Result<ShownProcess> show_process(Session& session, const std::string& name, const WhichVersion& which) {
    auto content = content_of(session, DefinitionKind::process, name, which);
    if (!content) return tl::unexpected(content.error());
    auto file = read(content->files, name);
    if (!file) return tl::unexpected(file.error());
    return ShownProcess{std::move(content->version), std::move(file->process)};
}

}  // namespace cadran::app
