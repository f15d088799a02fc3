// SPDX-License-Identifier: Apache-2.0
#include "app/audit_report.h"

#include <algorithm>

#include <fmt/ranges.h>

#include "app/audit_content.h"
#include "app/audit_dossier.h"
#include "app/definitions.h"
#include "app/expect_text.h"
#include "app/pack.h"
#include "base/file.h"
#include "store/audit_repository.h"
#include "store/state.h"

namespace cadran::app {

namespace {

namespace fs = std::filesystem;
using model::Audit;
using model::AuditFinding;
using model::AuditFindingState;

Result<std::vector<PackContent>> contents_of(Session& session, const Audit& audit) {
    const auto dossier = gather_audit_dossier(session, audit);
    if (!dossier) return tl::unexpected(dossier.error());
    const auto zone = zone_of(session);
    if (!zone) return tl::unexpected(zone.error());
    const Date day{std::chrono::floor<std::chrono::days>(session.clock.now())};
    auto files = workspace_in_force(session.workspace, day);
    if (!files) return tl::unexpected(files.error());
    std::optional<report::DocxTemplate> own;
    if (const auto file = files->value.find(audit_report_template_file); file != files->value.end())
        own = {file->first, std::move(file->second)};
    return pack_contents(*dossier, *zone, own);
}

Done expect_received(const Audit& audit, const IssueReport& command, bool is_required) {
    if (!audit.is_external() && !command.received.empty())
        return invalid(Message{"app.report_is_our_own", {{"audit", model::audit_name(audit)}}},
                       Message{"app.leave_out_received"});
    if (audit.is_external() && is_required && command.received.empty())
        return invalid(Message{"app.report_not_received", {{"auditor", audit.auditor}}},
                       Message{"app.give_the_received_report"});
    return {};
}

constexpr std::string_view received_prefix = "received-";

// Fails on two files of one name.
Done add_received(const std::vector<fs::path>& files, std::vector<PackContent>& contents) {
    for (const fs::path& file : files) {
        const auto bytes = read_file(file, greatest_piece);
        if (!bytes) return tl::unexpected(bytes.error());
        PackContent content{fmt::format("{}{}", received_prefix, file.filename().string()), *bytes};
        if (std::ranges::find(contents, content.name, &PackContent::name) != contents.end())
            return invalid(Message{"app.received_twice", {{"file", file.filename().string()}}},
                           Message{"app.rename_one_of_them"});
        contents.push_back(std::move(content));
    }
    return {};
}

// What came with the provisional report stands in the final one unless another came.
Done add_received_before(const Audit& audit, const archive::Archive& archive,
                         std::vector<PackContent>& contents) {
    std::vector<model::PackFile> files;
    std::ranges::copy_if(audit.provisional_report, std::back_inserter(files),
                         [](const model::PackFile& file) { return file.name.starts_with(received_prefix); });
    auto kept = kept_pack(files, archive);
    if (!kept) return tl::unexpected(kept.error());
    std::ranges::move(*kept, std::back_inserter(contents));
    return {};
}

Done issue_drafts(store::UnitOfWork& work, const Audit& audit) {
    for (AuditFinding& finding : store::AuditFindingRepository(work.database()).list(audit.number)) {
        if (finding.state != AuditFindingState::drafted) continue;
        const Json before = store::state(finding);
        if (const Done issued = model::issue(finding); !issued) return issued;
        if (const Done written = write_audit_finding(work, finding, before, "audit-finding.issue"); !written)
            return written;
    }
    return {};
}

// What still has to be answered or settled before the final report.
Diagnostics obstacles(store::Database& database, const Audit& audit, Date today) {
    std::vector<std::string> unanswered, unsettled;
    for (const AuditFinding& finding : store::AuditFindingRepository(database).list(audit.number)) {
        if (!model::asks_for_answer(finding.kind)) continue;
        if (finding.state == AuditFindingState::issued)
            unanswered.push_back(model::audit_finding_name(finding));
        if (finding.state == AuditFindingState::contested && !finding.settled)
            unsettled.push_back(model::audit_finding_name(finding));
    }
    Diagnostics faults;
    const auto add = [&](const std::vector<std::string>& names, const char* what, Message hint) {
        if (names.empty()) return;
        faults.push_back({{},
                          {what,
                           {{"count", static_cast<std::int64_t>(names.size())},
                            {"findings", fmt::format("{}", fmt::join(names, ", "))}}},
                          std::move(hint)});
    };
    if (audit.argue_by && today <= *audit.argue_by)
        add(unanswered, "app.findings_unanswered", {"app.wait_for_the_answers", {{"date", *audit.argue_by}}});
    add(unsettled, "app.findings_unsettled", {"app.settle_them"});
    return faults;
}

Done agree_dates(store::UnitOfWork& work, const HoldRestitution& command) {
    store::AuditFindingRepository findings(work.database());
    for (const auto& [number, date] : command.calendar) {
        auto finding = findings.find(number);
        if (!finding || finding->audit != command.audit)
            return not_found({"app.no_audit_finding", {{"number", number}}},
                             Message{"app.see_the_audit_findings"});
        if (date < command.held)
            return invalid(Message{"app.due_in_the_past", {{"date", date}}},
                           Message{"app.give_a_later_date"});
        const Json before = store::state(*finding);
        if (const Done agreed = model::agree_on(*finding, date); !agreed) return agreed;
        if (const Done written = write_audit_finding(work, *finding, before, "audit-finding.agree"); !written)
            return written;
    }
    return {};
}

}  // namespace

Result<Audit> issue_provisional_report(Session& session, const IssueReport& command) {
    const auto now = today(session);
    if (!now) return tl::unexpected(now.error());
    const Date until = command.argue_by.value_or(Date{std::chrono::sys_days{*now} + days_to_argue});
    const auto take = [&](store::UnitOfWork& work, Audit& audit) -> Done {
        if (until < *now)
            return invalid(Message{"app.due_in_the_past", {{"date", until}}},
                           Message{"app.give_a_later_date"});
        if (const Done done = model::issue_provisional_report(audit, {}, until, work.mark()); !done)
            return done;
        if (const Done fits = expect_received(audit, command, true); !fits) return fits;
        if (const Done issued = issue_drafts(work, audit); !issued) return issued;
        auto contents = contents_of(session, audit);
        if (!contents) return tl::unexpected(contents.error());
        if (const Done added = add_received(command.received, *contents); !added) return added;
        audit.provisional_report = keep_pack(*contents, session.workspace.archive());
        return {};
    };
    return step_audit(session, command.audit, UseCase::conduct_audit, "audit.report", take);
}

Result<Audit> issue_final_report(Session& session, const IssueReport& command) {
    const auto now = today(session);
    if (!now) return tl::unexpected(now.error());
    const auto take = [&](store::UnitOfWork& work, Audit& audit) -> Done {
        if (const Done done = model::issue_final_report(audit, {}, work.mark()); !done) return done;
        if (const Done fits = expect_received(audit, command, false); !fits) return fits;
        if (Diagnostics standing = obstacles(work.database(), audit, *now); !standing.empty())
            return tl::unexpected(Failure{Failure::Kind::conflict, std::move(standing)});
        const auto keys = session.workspace.keys();
        if (!keys) return tl::unexpected(keys.error());
        auto contents = contents_of(session, audit);
        if (!contents) return tl::unexpected(contents.error());
        const Done added = command.received.empty()
                               ? add_received_before(audit, session.workspace.archive(), *contents)
                               : add_received(command.received, *contents);
        if (!added) return added;
        seal(*contents, keys->signing, audit_data);
        audit.final_report = keep_pack(*contents, session.workspace.archive());
        return {};
    };
    return step_audit(session, command.audit, UseCase::conduct_audit, "audit.finish", take);
}

Result<Audit> hold_restitution(Session& session, const HoldRestitution& command) {
    const auto take = [&](store::UnitOfWork& work, Audit& audit) -> Done {
        Diagnostics faults = meeting_faults(command.participants, command.minutes);
        if (!faults.empty()) return invalid(std::move(faults));
        if (const Done held = model::hold_restitution(
                audit, {command.held, command.participants, command.minutes, work.mark()});
            !held)
            return held;
        return agree_dates(work, command);
    };
    return step_audit(session, command.audit, UseCase::conduct_audit, "audit.restitute", take);
}

Result<std::vector<PackContent>> report_to_read(Session& session, std::int64_t number) {
    const auto audit = find_audit(session.workspace.database(), number);
    if (!audit) return tl::unexpected(audit.error());
    if (const Done may = authorise(session, UseCase::show_audits, *audit); !may)
        return tl::unexpected(may.error());
    const bool is_contact = audit->is_contact(session.actor.name);
    if (is_contact && audit->provisional_report.empty())
        return refused({"app.report_not_issued", {{"audit", model::audit_name(*audit)}}},
                       Message{"app.wait_for_the_report"});
    const auto& issued =
        audit->final_report.empty() && is_contact ? audit->provisional_report : audit->final_report;
    if (!issued.empty()) return kept_pack(issued, session.workspace.archive());
    auto contents = contents_of(session, *audit);
    if (!contents) return contents;
    if (const Done added = add_received_before(*audit, session.workspace.archive(), *contents); !added)
        return tl::unexpected(added.error());
    return contents;
}

Result<std::vector<fs::path>> export_audit(Session& session, std::int64_t number, const fs::path& folder) {
    const auto contents = report_to_read(session, number);
    if (!contents) return tl::unexpected(contents.error());
    if (const Done fresh = expect_new_folder(folder); !fresh) return tl::unexpected(fresh.error());
    return write_pack(*contents, folder);
}

Done write_report_template(Session& session, const fs::path& file) {
    if (const Done may = authorise(session, UseCase::read_definitions); !may) return may;
    if (file.extension() != ".docx")
        return invalid(Message{"app.report_template_format", {{"file", file.filename().string()}}},
                       Message{"app.name_report_template"});
    if (fs::exists(file))
        return conflict({"app.template_exists", {{"file", file.string()}}}, Message{"app.choose_a_new_file"});
    write_durably(file, report::audit_report_template());
    return {};
}

}  // namespace cadran::app
