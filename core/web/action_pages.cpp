// SPDX-License-Identifier: Apache-2.0
#include "web/action_pages.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "report/words.h"
#include "web/action_choice.h"
#include "web/action_rows.h"
#include "web/action_view.h"
#include "web/choices.h"
#include "web/error_page.h"
#include "web/frame.h"
#include "web/paging.h"

namespace cadran::web {

namespace {

constexpr std::array actions_labels{"web.action", "web.process",   "web.level",
                                    "web.owner",  "web.by_when",   "web.progress",
                                    "web.state",  "web.no_action", "web.look_list"};
constexpr std::array new_action_labels{
    "web.actions", "web.process", "web.what_is_to_be_done", "web.level",  "web.level_hint",  "web.kind",
    "web.owner",   "web.by_when", "web.propose_action",     "web.causes", "web.causes_hint", "web.optional"};

Response shown_new_action(const Failure* failure, const Request& request, app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    const Fields& given = request.form;
    const std::string title = catalogue.text(Message{"web.propose_action"});
    const std::string body = filled_template(
        "new_action",
        Json::Object{{"causes_text", given.get("causes")},
                     {"colleagues", colleagues_to_choose(session)},
                     {"due_text", given.get("due")},
                     {"faults", faults_above(failure, catalogue)},
                     {"form_token", request.form_token},
                     {"kinds", options(model::all_action_kinds, model::action_kind_name,
                                       model::action_kind_title, given.get("kind"), catalogue)},
                     {"label", report::labels(new_action_labels, catalogue)},
                     {"levels", options(model::all_action_levels, model::action_level_name,
                                        model::action_level_title, given.get("level"), catalogue)},
                     {"origin", typed_or(request, "origin", request.query.get("origin"))},
                     {"owner_text", given.get("owner")},
                     {"processes", processes_to_choose(
                                       typed_or(request, "process", request.query.get("process")), session)},
                     {"source", typed_or(request, "source", request.query.get("source"))},
                     {"text_text", given.get("text")},
                     {"title", title}});
    return framed({.title = title,
                   .place = "/actions",
                   .body = body,
                   .status = failure == nullptr ? 200 : status_of(*failure)},
                  request, session);
}

Result<app::ProposeAction> proposal_of(const Request& request) {
    Diagnostics faults;
    app::ProposeAction command;
    command.process = request.form.get("process");
    command.text = typed_text(request, "text");
    command.level = model::parse_action_level(request.form.get("level")).value_or(model::ActionLevel::sector);
    command.kind =
        model::parse_action_kind(request.form.get("kind")).value_or(model::ActionKind::corrective_action);
    command.origin =
        model::parse_action_origin(request.form.get("origin")).value_or(model::ActionOrigin::by_hand);
    command.source = request.form.get("source");
    command.causes = lines_field(request, "causes");
    command.owner = typed_text(request, "owner");
    command.due = date_field(request, "due", faults);
    if (!faults.empty()) return invalid(std::move(faults));
    return command;
}

}  // namespace

Result<Response> actions_page(const Request& request, app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    const ActionChoice choice = action_choice(request, ActionLook::list, session);
    app::ActionQuery query = query_of(choice);
    const auto count = app::count_actions(session, query);
    if (!count) return tl::unexpected(count.error());
    const Paging paging(request, static_cast<std::size_t>(*count));
    query.first = paging.first();
    query.most = Paging::rows_a_page;
    const auto listed = app::list_actions(session, query);
    if (!listed) return tl::unexpected(listed.error());
    const std::string body = filled_template(
        "actions",
        Json::Object{{"choice", action_choice_markup(choice, ActionLook::list, *count, request, session)},
                     {"empty", listed->empty()},
                     {"label", report::labels(actions_labels, catalogue)},
                     {"paging", paging.markup(catalogue)},
                     {"rows", action_rows(*listed, session)}});
    return framed({.title = catalogue.text(Message{"web.actions"}), .place = "/actions", .body = body},
                  request, session);
}

Result<Response> new_action_page(const Request& request, app::Session& session) {
    if (app::scope_of(session.actor, app::UseCase::propose_action) == app::Scope::none)
        return tl::unexpected(app::authorise(session, app::UseCase::propose_action).error());
    return shown_new_action(nullptr, request, session);
}

Result<Response> propose_action_form(const Request& request, app::Session& session) {
    const auto command = proposal_of(request);
    if (!command) return shown_new_action(&command.error(), request, session);
    const auto proposed = app::propose_action(session, *command);
    if (!proposed) return shown_new_action(&proposed.error(), request, session);
    return see_other(fmt::format("/actions/{}?done=action", proposed->number));
}

Result<Response> action_page(const Request& request, app::Session& session) {
    const auto number = number_parameter(request, "action");
    if (!number) return tl::unexpected(number.error());
    const auto shown = app::show_action(session, *number);
    if (!shown) return tl::unexpected(shown.error());
    return shown_action(*shown, nullptr, request, session);
}

}  // namespace cadran::web
