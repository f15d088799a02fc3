// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "web/action_choice.h"
#include "web/action_pages.h"
#include "web/action_view.h"
#include "web/choices.h"

namespace cadran::web {

namespace {

// The page from which the form came.
std::string place_after(const Request& request, std::int64_t number) {
    if (request.form.get("back") != "board") return fmt::format("/actions/{}?done=action", number);
    const std::string filters = sent_query(request);
    return "/actions/board?done=action" + (filters.empty() ? "" : "&" + filters);
}

// Runs a step on the action that the path names: on where it came from, or its page with what is wrong.
template <typename Step>
Result<Response> stepped(const Request& request, app::Session& session, Step step) {
    const auto number = number_parameter(request, "action");
    if (!number) return tl::unexpected(number.error());
    const auto done = step(*number);
    if (done) return see_other(place_after(request, *number));
    const auto shown = app::show_action(session, *number);
    if (!shown) return tl::unexpected(done.error());
    return shown_action(*shown, &done.error(), request, session);
}

Result<app::DecideAction> decision_terms(const Request& request, std::int64_t number) {
    Diagnostics faults;
    app::DecideAction command;
    command.number = number;
    command.causes = lines_field(request, "causes");
    command.owner = typed_text(request, "owner");
    command.due = date_field(request, "due", faults);
    command.effectiveness = {typed_text(request, "indicator"), typed_text(request, "criterion"),
                             date_field(request, "judged_on", faults)};
    if (!faults.empty()) return invalid(std::move(faults));
    return command;
}

}  // namespace

Result<Response> decide_action_form(const Request& request, app::Session& session) {
    return stepped(request, session, [&](std::int64_t number) -> Result<model::Action> {
        const auto terms = decision_terms(request, number);
        if (!terms) return tl::unexpected(terms.error());
        return app::decide_action(session, *terms);
    });
}

Result<Response> start_action_form(const Request& request, app::Session& session) {
    return stepped(request, session, [&](std::int64_t number) { return app::start_action(session, number); });
}

Result<Response> progress_action_form(const Request& request, app::Session& session) {
    return stepped(request, session, [&](std::int64_t number) -> Result<model::Action> {
        const auto percent = parse_integer(typed_text(request, "percent"));
        if (!percent || *percent > 100) return invalid(Message{"web.not_a_percentage"});
        return app::report_progress(session, number, static_cast<int>(*percent),
                                    typed_text(request, "comment"));
    });
}

Result<Response> finish_action_form(const Request& request, app::Session& session) {
    return stepped(request, session, [&](std::int64_t number) {
        return app::finish_action(session, number, typed_text(request, "comment"));
    });
}

Result<Response> verify_action_form(const Request& request, app::Session& session) {
    return stepped(request, session, [&](std::int64_t number) -> Result<app::VerifiedAction> {
        const std::string result = request.form.get("result");
        if (result != "effective" && result != "ineffective")
            return invalid(Message{"web.say_whether_it_worked"});
        app::VerifyAction command;
        command.number = number;
        command.effective = result == "effective";
        command.comment = typed_text(request, "comment");
        command.next = typed_text(request, "next");
        return app::verify_action(session, command);
    });
}

Result<Response> cancel_action_form(const Request& request, app::Session& session) {
    return stepped(request, session, [&](std::int64_t number) {
        return app::cancel_action(session, number, typed_text(request, "reason"));
    });
}

}  // namespace cadran::web
