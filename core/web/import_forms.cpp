// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "app/action_import.h"
#include "app/risk_import.h"
#include "base/text.h"
#include "web/choices.h"
#include "web/import_desk.h"
#include "web/import_pages.h"

namespace cadran::web {

namespace {

using Columns = std::map<std::string, std::string, std::less<>>;

Failure no_file() {
    return invalid(Message{"web.no_file_chosen"}).value();
}

// A line for each: `owner = Pilote de l’action`.
Result<Columns> columns_field(const Request& request) {
    Columns columns;
    Diagnostics faults;
    for (const std::string& line : lines_field(request, "columns")) {
        const auto sign = line.find('=');
        const std::string field(trimmed(std::string_view(line).substr(0, sign)));
        const std::string heading(
            sign == std::string::npos ? "" : trimmed(std::string_view(line).substr(sign + 1)));
        if (field.empty() || heading.empty())
            faults.push_back({{}, {"web.not_a_column", {{"line", line}}}, Message{"web.column_form"}});
        else
            columns[field] = heading;
    }
    if (!faults.empty()) return invalid(std::move(faults));
    return columns;
}

// Refused before anything of the file is looked at.
Done may_bring(const app::Session& session, app::UseCase use_case) {
    const auto may = app::scope_within(session, use_case);
    return may ? Done{} : tl::unexpected(may.error());
}

void say_columns(std::vector<std::string>& said, const Columns& columns, const Catalogue& catalogue) {
    std::vector<std::string> pairs;
    for (const auto& [field, heading] : columns) pairs.push_back(fmt::format("{} = {}", field, heading));
    if (!pairs.empty())
        said.push_back(catalogue.text(
            Message{"web.columns_read", {{"columns", fmt::format("{}", fmt::join(pairs, ", "))}}}));
}

void say_count(std::vector<std::string>& said, const char* words, std::int64_t count,
               const Catalogue& catalogue) {
    if (count > 0) said.push_back(catalogue.text(Message{words, {{"count", count}}}));
}

ImportNews news_of(const app::ImportedActions& imported, const Catalogue& catalogue) {
    ImportNews news;
    news.said.push_back(
        catalogue.text(Message{"web.actions_brought", {{"count", std::ssize(imported.added)}}}));
    say_count(news.said, "web.actions_known", imported.known, catalogue);
    say_count(news.said, "web.without_level", imported.without_level, catalogue);
    say_count(news.said, "web.without_kind", imported.without_kind, catalogue);
    say_count(news.said, "web.without_state", imported.without_state, catalogue);
    say_columns(news.said, imported.columns, catalogue);
    news.to_mend = imported.differing;
    return news;
}

ImportNews news_of(const app::ImportedRisks& imported, const Catalogue& catalogue) {
    ImportNews news;
    for (const app::ImportedRisks::Draft& draft : imported.drafts)
        news.said.push_back(catalogue.text(Message{"web.risks_brought",
                                                   {{"process", draft.process},
                                                    {"added", std::int64_t{draft.added}},
                                                    {"updated", std::int64_t{draft.updated}},
                                                    {"unchanged", std::int64_t{draft.unchanged}}}}));
    say_count(news.said, "web.same_residual", imported.same_residual, catalogue);
    say_columns(news.said, imported.columns, catalogue);
    news.to_mend = imported.to_mend;
    return news;
}

}  // namespace

Result<Response> import_records_form(const Request& request, app::Session& session, ImportDesk& desk) {
    if (const Done may = may_bring(session, app::UseCase::import_records); !may)
        return tl::unexpected(may.error());
    const Upload* upload = request.upload("file");
    if (upload == nullptr) {
        const Failure none = no_file();
        return shown_imports({.failure = &none}, request, session, desk);
    }
    app::ImportRecords command{.type = request.form.get("type"), .file = upload->file};
    command.rejects = upload->keeper->path / "rejects" / upload->file.filename();
    std::filesystem::create_directories(command.rejects->parent_path());
    if (const std::string sheet(trimmed(request.form.get("sheet"))); !sheet.empty()) command.sheet = sheet;
    const auto errand = desk.take(session.actor, session.catalogue.language(), std::move(command),
                                  upload->content, upload->keeper);
    if (!errand) {
        const Failure crowded = conflict({"web.too_many_wait"}, Message{"web.come_back_later"}).value();
        return shown_imports({.failure = &crowded}, request, session, desk);
    }
    return see_other("/imports/errands/" + *errand);
}

Result<Response> import_actions_form(const Request& request, app::Session& session, ImportDesk& desk) {
    if (const Done may = may_bring(session, app::UseCase::import_actions); !may)
        return tl::unexpected(may.error());
    const Upload* upload = request.upload("file");
    const auto columns = columns_field(request);
    const auto imported = [&]() -> Result<app::ImportedActions> {
        if (upload == nullptr) return tl::unexpected(no_file());
        if (!columns) return tl::unexpected(columns.error());
        return app::import_actions(session, {upload->file, *columns});
    }();
    if (!imported) return shown_imports({.failure = &imported.error()}, request, session, desk);
    return shown_imports(news_of(*imported, session.catalogue), request, session, desk);
}

Result<Response> import_risks_form(const Request& request, app::Session& session, ImportDesk& desk) {
    if (const Done may = may_bring(session, app::UseCase::draft_process); !may)
        return tl::unexpected(may.error());
    const Upload* upload = request.upload("file");
    const auto columns = columns_field(request);
    const auto imported = [&]() -> Result<app::ImportedRisks> {
        if (upload == nullptr) return tl::unexpected(no_file());
        if (!columns) return tl::unexpected(columns.error());
        return app::import_risks(session, {upload->file, *columns, request.form.has("untranslated")});
    }();
    if (!imported) return shown_imports({.failure = &imported.error()}, request, session, desk);
    return shown_imports(news_of(*imported, session.catalogue), request, session, desk);
}

}  // namespace cadran::web
