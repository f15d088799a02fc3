// SPDX-License-Identifier: Apache-2.0
#include <functional>

#include <fmt/format.h>

#include "app/audit_finding.h"
#include "base/text.h"
#include "web/audit_finding_pages.h"
#include "web/audit_finding_view.h"
#include "web/choices.h"
#include "web/error_page.h"

namespace cadran::web {

namespace {

using model::AuditFinding;

// The next finding of the audit of which the person may do the same, behind that one; then its list.
std::string place_after(const AuditDesk& desk, std::int64_t number, bool FindingSteps::*step) {
    std::int64_t next = 0;
    for (const model::ReportedFinding& one : desk.dossier.findings) {
        if (one.finding.number == number || !(steps_of(one.finding, desk).*step)) continue;
        if (next == 0 || (next < number && one.finding.number > number)) next = one.finding.number;
    }
    return next == 0 ? desk.place("/findings?done=action")
                     : fmt::format("/audit-findings/{}?done=action", next);
}

// The desk of the finding that the path names, for whoever has that right on its audit.
Result<AuditDesk> desk_of_finding(const Request& request, app::Session& session,
                                  std::optional<app::UseCase> use_case = {}) {
    const auto number = number_parameter(request, "audit_finding");
    if (!number) return tl::unexpected(number.error());
    const auto audit = app::audit_of_finding(session, *number);
    if (!audit) return tl::unexpected(audit.error());
    auto desk = audit_desk(*audit, session);
    if (!desk || !use_case) return desk;
    if (const Done may = app::authorise(session, *use_case, desk->audit()); !may)
        return tl::unexpected(may.error());
    return desk;
}

// Runs a step on it: the next one afterwards, or this one again with what is wrong.
Result<Response> stepped_finding(const Request& request, app::Session& session, app::UseCase use_case,
                                 bool FindingSteps::*kind,
                                 const std::function<Result<AuditFinding>(std::int64_t)>& step) {
    const auto before = desk_of_finding(request, session, use_case);
    if (!before) return tl::unexpected(before.error());
    const std::int64_t number = number_parameter(request, "audit_finding").value();
    const auto done = step(number);
    // As it stands by now.
    const auto now = desk_of_finding(request, session);
    if (!now) return tl::unexpected(done ? now.error() : done.error());
    if (done) return see_other(place_after(*now, number, kind));
    const model::ReportedFinding* reported = find_reported(*now, number);
    if (reported == nullptr) return tl::unexpected(done.error());
    return shown_finding(*now, *reported, &done.error(), request, session);
}

std::optional<int> revision_seen(const Request& request) {
    const auto revision = parse_integer(request.form.get("revision"));
    return revision ? std::optional(static_cast<int>(*revision)) : std::nullopt;
}

std::optional<model::Severity> level_in(const Request& request) {
    return model::parse_severity(request.form.get("level"));
}

// Yes or no; none where neither was chosen.
std::optional<bool> choice_in(const Request& request, std::string_view name) {
    const std::string said = request.form.get(name);
    if (said != "yes" && said != "no") return {};
    return said == "yes";
}

}  // namespace

Result<Response> finding_page(const Request& request, app::Session& session) {
    const auto desk = desk_of_finding(request, session);
    if (!desk) return tl::unexpected(desk.error());
    const std::string number = request.parameter("audit_finding");
    const model::ReportedFinding* reported = find_reported(*desk, *parse_integer(number));
    if (reported == nullptr) return not_found({"web.no_such_number", {{"number", number}}});
    return shown_finding(*desk, *reported, nullptr, request, session);
}

Result<Response> answer_finding_form(const Request& request, app::Session& session) {
    return stepped_finding(
        request, session, app::UseCase::answer_audit, &FindingSteps::answer,
        [&](std::int64_t number) -> Result<AuditFinding> {
            const auto accepted = choice_in(request, "accepted");
            if (!accepted) return invalid(Message{"web.say_what_you_answer"});
            return app::answer_audit_finding(
                session,
                {number, *accepted, *accepted ? std::string() : typed_text(request, "argument"),
                 typed_text(request, "cause"), typed_text(request, "owner"), revision_seen(request)});
        });
}

Result<Response> settle_finding_form(const Request& request, app::Session& session) {
    return stepped_finding(
        request, session, app::UseCase::conduct_audit, &FindingSteps::settle,
        [&](std::int64_t number) -> Result<AuditFinding> {
            const auto outcome = model::parse_settlement(request.form.get("outcome"));
            if (!outcome) return invalid(Message{"web.say_what_becomes_of_it"});
            Diagnostics faults;
            app::SettleAuditFinding command{number, *outcome, typed_text(request, "reason")};
            command.amendment = {typed_text(request, "text"), level_in(request),
                                 date_field(request, "expected", faults)};
            command.revision = revision_seen(request);
            if (!faults.empty()) return invalid(std::move(faults));
            // What is withdrawn is not amended, whatever stands in the fields.
            if (*outcome == model::Settlement::withdrawn) command.amendment = {};
            return app::settle_audit_finding(session, command);
        });
}

Result<Response> withdraw_finding_form(const Request& request, app::Session& session) {
    return stepped_finding(
        request, session, app::UseCase::conduct_audit, &FindingSteps::verify, [&](std::int64_t number) {
            return app::withdraw_audit_finding(session, number, typed_text(request, "reason"));
        });
}

Result<Response> analyse_finding_form(const Request& request, app::Session& session) {
    return stepped_finding(
        request, session, app::UseCase::answer_audit, &FindingSteps::analyse,
        [&](std::int64_t number) -> Result<AuditFinding> {
            const std::string action = typed_text(request, "action");
            const auto parsed = parse_integer(action);
            if (!action.empty() && !parsed)
                return invalid(Message{"web.no_such_number", {{"number", action}}});
            return app::analyse_audit_finding(
                session, {number, typed_text(request, "consequence"), typed_text(request, "cause"),
                          typed_text(request, "similar_cases"), parsed.value_or(0), revision_seen(request)});
        });
}

Result<Response> resolve_finding_form(const Request& request, app::Session& session) {
    return stepped_finding(request, session, app::UseCase::answer_audit, &FindingSteps::resolve,
                           [&](std::int64_t number) -> Result<AuditFinding> {
                               Diagnostics faults;
                               app::ResolveAuditFinding command{number, typed_text(request, "comment")};
                               for (const Upload& upload : request.uploads)
                                   command.evidence.push_back(upload.file);
                               command.on = date_field(request, "on", faults);
                               command.revision = revision_seen(request);
                               if (!faults.empty()) return invalid(std::move(faults));
                               return app::resolve_audit_finding(session, command);
                           });
}

Result<Response> verify_finding_form(const Request& request, app::Session& session) {
    return stepped_finding(request, session, app::UseCase::conduct_audit, &FindingSteps::verify,
                           [&](std::int64_t number) -> Result<AuditFinding> {
                               const auto resolved = choice_in(request, "resolved");
                               if (!resolved) return invalid(Message{"web.say_whether_resolved"});
                               return app::verify_audit_finding(session, number, *resolved,
                                                                typed_text(request, "comment"));
                           });
}

Result<Response> finding_evidence(const Request& request, app::Session& session) {
    const auto number = number_parameter(request, "audit_finding"),
               resolution = number_parameter(request, "resolution"),
               evidence = number_parameter(request, "evidence");
    if (!number) return tl::unexpected(number.error());
    if (!resolution) return tl::unexpected(resolution.error());
    if (!evidence) return tl::unexpected(evidence.error());
    auto file = app::read_resolution_evidence(session, *number, static_cast<std::size_t>(*resolution),
                                              static_cast<std::size_t>(*evidence));
    if (!file) return tl::unexpected(file.error());
    return attachment(file->name, "application/octet-stream", std::move(file->bytes));
}

}  // namespace cadran::web
