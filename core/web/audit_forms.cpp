// SPDX-License-Identifier: Apache-2.0
#include "app/audit.h"
#include "app/audit_report.h"
#include "base/text.h"
#include "web/audit_pages.h"
#include "web/audit_view.h"
#include "web/choices.h"

namespace cadran::web {

namespace {

using app::UseCase;

// Runs a step on the audit that the path names, for whoever may: its page afterwards, or again with what is
// wrong.
template <typename Step>
Result<Response> stepped_audit(const Request& request, app::Session& session, UseCase use_case, Step step) {
    const auto before = audit_desk(request, session, use_case);
    if (!before) return tl::unexpected(before.error());
    const std::int64_t number = before->audit().number;
    const Result<model::Audit> done = step(number);
    if (done) return see_other(fmt::format("/audits/{}?done=action", number));
    // As it stands by now: somebody else may have been quicker.
    const auto now = audit_desk(number, session);
    if (!now) return tl::unexpected(done.error());
    return shown_audit(*now, &done.error(), request, session);
}

// A day that the form must say.
Date wanted_date(const Request& request, std::string_view name, Diagnostics& faults) {
    const std::size_t before = faults.size();
    const auto date = date_field(request, name, faults);
    if (!date && faults.size() == before) faults.push_back({{}, {"web.date_missing"}, {}});
    return date.value_or(Date{});
}

std::vector<std::filesystem::path> received_files(const Request& request) {
    std::vector<std::filesystem::path> files;
    for (const Upload& upload : request.uploads) {
        if (upload.field == "received") files.push_back(upload.file);
    }
    return files;
}

// The days of `agreed_12`, as far as they are given.
std::vector<std::pair<std::int64_t, Date>> agreed_days(const Request& request, Diagnostics& faults) {
    static constexpr std::string_view prefix = "agreed_";
    std::vector<std::pair<std::int64_t, Date>> days;
    for (const auto& [name, value] : request.form) {
        if (!name.starts_with(prefix)) continue;
        const auto number = parse_integer(std::string_view(name).substr(prefix.size()));
        const auto date = date_field(request, name, faults);
        if (number && date) days.emplace_back(*number, *date);
    }
    return days;
}

}  // namespace

Result<Response> audit_page(const Request& request, app::Session& session) {
    const auto desk = audit_desk(request, session);
    if (!desk) return tl::unexpected(desk.error());
    return shown_audit(*desk, nullptr, request, session);
}

Result<Response> request_pieces_form(const Request& request, app::Session& session) {
    return stepped_audit(request, session, UseCase::conduct_audit,
                         [&](std::int64_t number) -> Result<model::Audit> {
                             Diagnostics faults;
                             const auto due = date_field(request, "due", faults);
                             if (!faults.empty()) return invalid(std::move(faults));
                             return app::request_pieces(session, number, due);
                         });
}

Result<Response> kick_off_form(const Request& request, app::Session& session) {
    return stepped_audit(
        request, session, UseCase::conduct_audit, [&](std::int64_t number) -> Result<model::Audit> {
            Diagnostics faults;
            const Date held = wanted_date(request, "held", faults);
            if (!faults.empty()) return invalid(std::move(faults));
            return app::hold_kick_off(session, {number, held, lines_field(request, "participants"),
                                                typed_text(request, "minutes")});
        });
}

Result<Response> begin_fieldwork_form(const Request& request, app::Session& session) {
    return stepped_audit(request, session, UseCase::conduct_audit,
                         [&](std::int64_t number) { return app::begin_fieldwork(session, number); });
}

Result<Response> cancel_audit_form(const Request& request, app::Session& session) {
    return stepped_audit(request, session, UseCase::plan_audit, [&](std::int64_t number) {
        return app::cancel_audit(session, number, typed_text(request, "reason"));
    });
}

Result<Response> provisional_report_form(const Request& request, app::Session& session) {
    return stepped_audit(
        request, session, UseCase::conduct_audit, [&](std::int64_t number) -> Result<model::Audit> {
            Diagnostics faults;
            const auto argue_by = date_field(request, "argue_by", faults);
            if (!faults.empty()) return invalid(std::move(faults));
            return app::issue_provisional_report(session, {number, argue_by, received_files(request)});
        });
}

Result<Response> final_report_form(const Request& request, app::Session& session) {
    return stepped_audit(request, session, UseCase::conduct_audit, [&](std::int64_t number) {
        return app::issue_final_report(session, {number, {}, received_files(request)});
    });
}

Result<Response> restitution_form(const Request& request, app::Session& session) {
    return stepped_audit(request, session, UseCase::conduct_audit,
                         [&](std::int64_t number) -> Result<model::Audit> {
                             Diagnostics faults;
                             app::HoldRestitution command;
                             command.audit = number;
                             command.held = wanted_date(request, "held", faults);
                             command.participants = lines_field(request, "participants");
                             command.minutes = typed_text(request, "minutes");
                             command.calendar = agreed_days(request, faults);
                             if (!faults.empty()) return invalid(std::move(faults));
                             return app::hold_restitution(session, command);
                         });
}

Result<Response> close_audit_form(const Request& request, app::Session& session) {
    return stepped_audit(request, session, UseCase::conduct_audit,
                         [&](std::int64_t number) { return app::close_audit(session, number); });
}

}  // namespace cadran::web
