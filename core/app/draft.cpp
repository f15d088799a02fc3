// SPDX-License-Identifier: Apache-2.0
#include "app/draft.h"

#include "base/text.h"
#include "store/definition_repository.h"
#include "store/state.h"

namespace cadran::app {

namespace {

std::string act(model::DefinitionKind kind, std::string_view verb) {
    return fmt::format("{}.{}", model::definition_kind_name(kind), verb);
}

}  // namespace

std::string command_words(model::DefinitionKind kind, std::string_view verb, const std::string& name) {
    const std::string words = fmt::format("{} {}", model::definition_kind_name(kind), verb);
    return kind == model::DefinitionKind::workspace ? words : words + " " + name;
}

Result<model::DefinitionVersion> hand_in(Session& session, model::DefinitionKind kind,
                                         const std::string& name, const Files& files,
                                         const std::string& review) {
    const Digest hash = keep(session.workspace.archive(), files);
    store::UnitOfWork work(session.workspace.database(), session.clock, session.actor.name, session.channel);
    store::DefinitionRepository definitions(work.database());
    const auto newest = definitions.newest(kind, name);
    if (newest && newest->hash == hash) {
        return conflict({"app.nothing_changed", {{"name", name}, {"version", std::int64_t{newest->number}}}});
    }
    const model::DefinitionVersion version{
        kind, name, newest ? newest->number + 1 : 1, hash, session.actor.name, work.now(), {}, review};
    definitions.insert(version);
    work.journal(act(kind, "draft"), store::subject(version), {}, store::state(version));
    work.commit();
    return version;
}

Result<model::DefinitionVersion> draft_to_accept(Session& session, model::DefinitionKind kind,
                                                 const AcceptDraft& command) {
    const auto draft = store::DefinitionRepository(session.workspace.database()).newest(kind, command.name);
    if (!draft) {
        return not_found(
            {"app.nothing_handed_in", {{"name", command.name}}},
            Message{"app.hand_in_first", {{"command", command_words(kind, "draft", command.name)}}});
    }
    if (draft->acceptance) {
        return conflict(
            {"app.already_in_force", {{"name", command.name}, {"version", std::int64_t{draft->number}}}},
            Message{"app.hand_in_first", {{"command", command_words(kind, "draft", command.name)}}});
    }
    if (command.number != 0 && draft->number != command.number) {
        return conflict(
            {"app.newer_draft", {{"name", command.name}, {"version", std::int64_t{draft->number}}}},
            Message{"app.read_it_first"});
    }
    if (draft->author == session.actor.name) {
        return refused({"app.own_draft", {{"name", command.name}, {"version", std::int64_t{draft->number}}}},
                       Message{"app.somebody_else_accepts"});
    }
    const auto now = today(session);
    if (!now) return tl::unexpected(now.error());
    const bool has_reason = !trimmed(command.reason).empty() || !draft->review.empty();
    if (command.from < *now && !has_reason) {
        return invalid(Message{"app.past_without_reason", {{"date", command.from}}},
                       Message{"app.give_a_reason"});
    }
    if (draft->number > 1 && !has_reason)
        return invalid(Message{"app.change_without_reason", {{"name", command.name}}},
                       Message{"app.give_a_reason"});
    return *draft;
}

Done accept(store::UnitOfWork& work, model::DefinitionVersion& draft, const AcceptDraft& command) {
    const Json before = store::state(draft);
    draft.acceptance = model::Acceptance{work.actor(), work.now(), command.from, command.reason};
    if (!store::DefinitionRepository(work.database()).accept(draft)) {
        return conflict(
            {"app.already_in_force", {{"name", draft.name}, {"version", std::int64_t{draft.number}}}});
    }
    work.journal(act(draft.kind, "accept"), store::subject(draft), before, store::state(draft));
    return {};
}

}  // namespace cadran::app
