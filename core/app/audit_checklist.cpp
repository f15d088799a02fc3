// SPDX-License-Identifier: Apache-2.0
#include "app/audit_checklist.h"

#include <algorithm>

#include <fmt/format.h>

#include "app/audit_content.h"
#include "app/audit_dossier.h"
#include "base/file.h"
#include "report/audit_answers.h"
#include "report/audit_checklist_page.h"
#include "report/audit_checklist_sheet.h"

namespace cadran::app {

namespace {

namespace fs = std::filesystem;
using model::Assessment;
using model::Audit;

constexpr std::string_view page_extension = ".html";
constexpr std::string_view workbook_extension = ".xlsx";
constexpr std::string_view answers_extension = ".json";

Result<report::AuditSheetAnswers> read_answers(const fs::path& file) {
    if (file.extension() == workbook_extension) return report::read_audit_checklist(file);
    if (file.extension() == answers_extension) {
        const auto bytes = read_file(file, report::greatest_answers);
        if (!bytes) return tl::unexpected(bytes.error());
        return report::read_audit_answers(*bytes, file.filename().string());
    }
    return invalid(Message{"app.no_checklist_file", {{"file", file.filename().string()}}},
                   Message{"app.checklist_files_are"});
}

// What goes into the checklist that is taken off line. By the team.
Result<model::AuditDossier> dossier_to_take(Session& session, std::int64_t number) {
    const auto audit = find_audit(session.workspace.database(), number);
    if (!audit) return tl::unexpected(audit.error());
    if (const Done may = authorise(session, UseCase::conduct_audit, *audit); !may)
        return tl::unexpected(may.error());
    return gather_audit_dossier(session, *audit);
}

Done expect_same_checklist(const Audit& audit, const report::AuditSheetAnswers& answers) {
    if (audit.checklist == answers.checklist && audit.version == answers.version) return {};
    return conflict(
        {"app.other_checklist", {{"audit", model::audit_name(audit)}, {"checklist", answers.checklist}}},
        Message{"app.export_the_checklist_anew", {{"audit", audit.number}}});
}

// The answers of a file on their way into an audit.
class Merging {
  public:
    Merging(Session& session, Audit& audit, const report::AuditSheetAnswers& answers, bool file_wins,
            const model::Mark& mark)
        : session_(session), audit_(audit), answers_(answers), file_wins_(file_wins), mark_(mark) {}

    Done merge(ImportedChecklist& done) {
        for (const report::AnsweredItem& item : answers_.items) {
            const Assessment* known = audit_.assessment(item.item);
            const Assessment current = known == nullptr ? Assessment{.item = item.item} : *known;
            const bool has_photos = std::ranges::find(answers_.photos, item.item,
                                                      &report::AuditPhoto::item) != answers_.photos.end();
            const bool is_new = item.is_changed() && !report::says_the_same(item.says, current);
            const bool is_conflict = is_new && !report::says_the_same(current, item.started_from);
            if (is_conflict) done.conflicts.push_back({item.item, item.started_from, item.says, current});
            const bool takes = is_new && (!is_conflict || file_wins_);
            Assessment after = takes ? item.says : current;
            after.item = item.item;
            after.photos = current.photos;
            const bool has_new_photo = has_photos && add_photos(item.item, after);
            if (!takes && !has_new_photo) continue;
            after.mark = mark_;
            done.assessed.push_back(item.item);
            if (const Done assessed = model::assess(audit_, std::move(after)); !assessed) return assessed;
        }
        return {};
    }

  private:
    // Whether one of them is not there yet.
    bool add_photos(const std::string& item, Assessment& assessment) {
        bool added = false;
        for (const report::AuditPhoto& photo : answers_.photos) {
            if (photo.item != item) continue;
            const Digest digest = session_.workspace.archive().store(photo.bytes);
            const bool is_known = std::ranges::find(assessment.photos, digest, &model::PackFile::digest) !=
                                  assessment.photos.end();
            if (is_known) continue;
            assessment.photos.push_back({photo.name, digest});
            added = true;
        }
        return added;
    }

    Session& session_;
    Audit& audit_;
    const report::AuditSheetAnswers& answers_;
    bool file_wins_;
    model::Mark mark_;
};

}  // namespace

Done export_checklist(Session& session, std::int64_t number, const fs::path& file) {
    const auto dossier = dossier_to_take(session, number);
    if (!dossier) return tl::unexpected(dossier.error());
    const bool is_page = file.extension() == page_extension;
    if (!is_page && file.extension() != workbook_extension)
        return invalid(Message{"app.no_checklist_form", {{"file", file.filename().string()}}},
                       Message{"app.checklist_forms_are"});
    if (fs::exists(file))
        return conflict({"app.place_taken", {{"place", file.string()}}}, Message{"app.choose_a_new_place"});
    if (is_page)
        write_durably(file, report::audit_checklist_html(*dossier, session.catalogue));
    else
        report::write_audit_checklist(*dossier, session.catalogue, file);
    return {};
}

Result<PackContent> checklist_to_take(Session& session, std::int64_t number) {
    const auto dossier = dossier_to_take(session, number);
    if (!dossier) return tl::unexpected(dossier.error());
    return PackContent{fmt::format("{}{}", model::audit_name(dossier->audit), page_extension),
                       report::audit_checklist_html(*dossier, session.catalogue)};
}

Result<ImportedChecklist> import_checklist(Session& session, const ImportChecklist& command) {
    const auto answers = read_answers(command.file);
    if (!answers) return tl::unexpected(answers.error());
    ImportedChecklist done;
    const auto take = [&](store::UnitOfWork& work, Audit& audit) -> Done {
        if (const Done same = expect_same_checklist(audit, *answers); !same) return same;
        if (command.expected != 0 && audit.number != command.expected)
            return conflict({"app.other_audit", {{"audit", model::audit_name(audit)}}});
        const auto kept = keep_file(session, command.file);
        if (!kept) return tl::unexpected(kept.error());
        if (!audit.holds_sheet(kept->digest)) audit.sheets.push_back(*kept);
        return Merging(session, audit, *answers, command.file_wins, work.mark()).merge(done);
    };
    auto audit = step_audit(session, answers->audit, UseCase::conduct_audit, "audit.import-checklist", take);
    if (!audit) return tl::unexpected(audit.error());
    done.audit = std::move(*audit);
    return done;
}

}  // namespace cadran::app
