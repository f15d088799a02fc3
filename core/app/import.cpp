// SPDX-License-Identifier: Apache-2.0
#include "app/import.h"

#include <algorithm>

#include "app/definitions.h"
#include "app/memory.h"
#include "app/nearest.h"
#include "app/rights.h"
#include "app/settings.h"
#include "base/file.h"
#include "base/text.h"
#include "format/encoding.h"
#include "record/archive_writer.h"
#include "record/file_form.h"
#include "record/reader.h"
#include "store/import_repository.h"
#include "store/setting_repository.h"
#include "store/state.h"
#include "store/unit_of_work.h"

namespace cadran::app {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t rejects_kept = 100;
constexpr std::size_t rows_at_a_time = 8192;

// The type and the version of the plugin that declares it today.
struct DeclaredType {
    model::RecordType type;
    int plugin_version = 0;
};

Result<DeclaredType> find_type(Session& session, const std::string& name) {
    const auto now = today(session);
    if (!now) return tl::unexpected(now.error());
    const auto plugins = plugins_in_force(session.workspace, *now);
    if (!plugins) return tl::unexpected(plugins.error());
    std::vector<std::string> known;
    for (const auto& plugin : *plugins) {
        if (const model::RecordType* type = plugin.value.plugin.find_record(name))
            return DeclaredType{*type, plugin.version.number};
        for (const model::RecordType& type : plugin.value.plugin.records) known.push_back(type.name);
    }
    return not_found({"app.no_record_type", {{"type", name}}}, nearest_hint(name, known));
}

Result<Digest> digest_of(const fs::path& file) {
    Sha256 hash;
    if (const Done read = read_blocks(file, [&](std::string_view block) { return hash.update(block), true; });
        !read)
        return tl::unexpected(read.error());
    return hash.finish();
}

// Rejected lines hold secrets, and must not replace what they come from.
Done check_rejects(const Workspace& workspace, const ImportRecords& command) {
    if (!command.rejects) return {};
    if (workspace.holds(*command.rejects)) return refused({"app.rejects_in_workspace"});
    std::error_code absent;
    if (fs::equivalent(*command.rejects, command.file, absent)) return refused({"app.rejects_over_the_file"});
    return {};
}

// The words of a form that was found, for people to check.
std::string words(const record::FileForm& form, const Catalogue& catalogue) {
    const record::Dialect& dialect = form.dialect;
    const std::string numbers = dialect.decimal == ',' ? "1 234,56" : "1234.56";
    const std::string dates = dialect.dates == record::DateStyle::french ? "31/07/2026" : "2026-07-31";
    if (form.format == record::FileFormat::json_lines)
        return catalogue.text(Message{"app.read_as_json_lines", {{"numbers", numbers}, {"dates", dates}}});
    if (form.format == record::FileFormat::xlsx) {
        return catalogue.text(
            Message{"app.read_as_sheet", {{"sheet", form.sheet}, {"numbers", numbers}, {"dates", dates}}});
    }
    const std::string separator = dialect.separator == '\t' ? "TAB" : std::string(1, dialect.separator);
    return catalogue.text(Message{"app.read_as",
                                  {{"separator", separator},
                                   {"encoding", std::string(format::encoding_name(dialect.encoding))},
                                   {"numbers", numbers},
                                   {"dates", dates}}});
}

// Brings a file into the archive while it is read, and its bad lines into a file for their owner alone.
class Intake {
  public:
    Intake(Session& session, const ImportRecords& command, const model::RecordType& type,
           const record::FileForm& form)
        : session_(session),
          command_(command),
          type_(type),
          form_(form),
          kept_(session.workspace.archive()),
          writer_(*type.schema) {
        if (command.rejects) rejects_.emplace(fs::absolute(*command.rejects), Access::owner);
    }

    // Otherwise the file is archived as it came.
    bool keeps_columns() const { return type_.has_secrets() || form_.format != record::FileFormat::csv; }

    // The hash of the file as it came; what is archived as it is gets copied on the way.
    Result<Digest> receive() {
        Sha256 hash;
        const Done done = read_blocks(command_.file, [&](std::string_view block) {
            hash.update(block);
            if (!keeps_columns()) kept_.write(block);
            return true;
        });
        if (!done) return tl::unexpected(done.error());
        received_ = hash.finish();
        return received_;
    }

    // After `receive`. Fails as conflict where the file was changed meanwhile.
    Result<record::Summary> read(const HashKey& secrets) {
        const auto memory = memory_left(session_);
        if (!memory) return tl::unexpected(memory.error());
        const auto rows = record::open_rows(keeps_columns() ? command_.file : kept_.staged(), form_);
        if (!rows) return tl::unexpected(rows.error());
        if (keeps_columns()) kept_.write(writer_.header());
        if (rejects_) {
            const Done titled = (*rows)->read([this](const record::Row& titles) {
                rejects_->write(with_line_end(titles.raw));
                return false;
            });
            if (!titled) return tl::unexpected(titled.error());
        }
        auto summary = record::read_records(
            **rows, command_.file.filename().string(),
            {.type = type_,
             .dialect = form_.dialect,
             .secrets = secrets,
             .accept =
                 [&](auto batch) {
                     if (keeps_columns()) kept_.write(writer_.write(*batch));
                 },
             .reject = [&](const auto& rejects, std::string_view raw) { reject(rejects, raw); },
             .batch_rows = rows_at_a_time,
             .spill = record::Spill{session_.workspace.folder(), *memory},
             .progress = &session_.progress,
             .step = {"app.importing"},
             .cancellation = session_.cancellation});
        if (!summary || !keeps_columns()) return summary;
        if (const auto again = digest_of(command_.file); again && *again == received_) return summary;
        return conflict({"app.import_changed", {{"file", command_.file.string()}}},
                        Message{"app.import_again"});
    }

    // Durable when it returns.
    Digest keep() {
        if (rejects_) rejects_->publish();
        return kept_.keep();
    }

    std::vector<RejectedLine> take_first_rejects() { return std::move(first_rejects_); }

  private:
    static std::string with_line_end(std::string_view raw) {
        return std::string(raw) + (raw.ends_with('\n') ? "" : "\n");
    }

    void reject(const std::vector<record::Reject>& rejects, std::string_view raw) {
        if (rejects_) rejects_->write(with_line_end(raw));
        for (const record::Reject& reject : rejects) {
            if (first_rejects_.size() == rejects_kept) return;
            first_rejects_.push_back(rejected_line(reject, session_.catalogue));
        }
    }

    Session& session_;
    const ImportRecords& command_;
    const model::RecordType& type_;
    const record::FileForm& form_;
    archive::Archive::Intake kept_;
    record::ArchiveWriter writer_;
    Digest received_;
    std::optional<DurableFile> rejects_;
    std::vector<RejectedLine> first_rejects_;
};

Done check_not_known(Session& session, const std::string& type, const Digest& received,
                     const calendar::Zone& zone) {
    const auto known = store::ImportRepository(session.workspace.database()).find_received(type, received);
    if (!known) return {};
    if (known->purged) {
        return conflict(
            {"app.same_file_purged", {{"number", known->number}, {"date", zone.date_of(known->purged->at)}}});
    }
    return conflict({"app.same_file", {{"number", known->number}, {"date", zone.date_of(known->at)}}});
}

std::string style_setting(const std::string& type) {
    return "import/" + type;
}

// What was remembered of earlier files of the type, and what the command says now.
Result<record::KnownDialect> known_dialect(Session& session, const ImportRecords& command) {
    record::KnownDialect known;
    const auto setting =
        store::SettingRepository(session.workspace.database()).find(style_setting(command.type));
    if (setting) {
        const auto remembered = record::KnownDialect::parse(*setting);
        if (!remembered) return remembered;
        known = *remembered;
    }
    Diagnostics faults;
    for (const auto& [property, value] : command.styles) {
        if (const Done done = known.set(property, value); !done)
            faults.push_back(done.error().diagnostics.front());
    }
    if (!faults.empty()) return invalid(std::move(faults));
    return known;
}

}  // namespace

RejectedLine rejected_line(const record::Reject& reject, const Catalogue& catalogue) {
    Message what = reject.reason;
    if (!reject.field.empty()) {
        what = {
            "app.reject",
            {{"field", reject.field}, {"value", reject.value}, {"reason", catalogue.text(reject.reason)}}};
    }
    return {reject.line, std::move(what), reject.place};
}

Result<Imported> import_records(Session& session, const ImportRecords& command) {
    if (const Done may = authorise(session, UseCase::import_records); !may)
        return tl::unexpected(may.error());
    if (const Done apart = check_rejects(session.workspace, command); !apart)
        return tl::unexpected(apart.error());
    const auto declared = find_type(session, command.type);
    if (!declared) return tl::unexpected(declared.error());
    const auto zone = zone_of(session);
    if (!zone) return tl::unexpected(zone.error());
    const auto keys = session.workspace.keys();
    if (!keys) return tl::unexpected(keys.error());
    const auto known = known_dialect(session, command);
    if (!known) return tl::unexpected(known.error());
    const auto form = record::detect_form(command.file, declared->type, *known, command.sheet);
    if (!form) return tl::unexpected(form.error());
    Intake intake(session, command, declared->type, *form);
    const auto received = intake.receive();
    if (!received) return tl::unexpected(received.error());
    if (const Done fresh = check_not_known(session, command.type, *received, *zone); !fresh)
        return tl::unexpected(fresh.error());

    const auto summary = intake.read(keys->secrets);
    if (!summary) return tl::unexpected(summary.error());
    Imported imported{
        {}, words(*form, session.catalogue), intake.take_first_rejects(), summary->ignored_columns};
    model::Import& import = imported.import;
    import.type = command.type;
    import.file_name = command.file.filename().string();
    import.received = *received;
    import.archived = intake.keep();
    import.dialect =
        (intake.keeps_columns() ? record::archived_dialect() : form->dialect).to_json().canonical_text();
    import.plugin_version = declared->plugin_version;
    import.accepted = summary->accepted;
    import.rejected = summary->rejected;
    import.first_event = summary->first_event;
    import.last_event = summary->last_event;

    store::UnitOfWork work(session.workspace.database(), session.clock, session.actor.name, session.channel);
    if (const Done fresh = check_not_known(session, command.type, *received, *zone); !fresh)
        return tl::unexpected(fresh.error());
    // A purge may have taken the same content away before anything named it again.
    if (!session.workspace.archive().find(import.archived))
        return conflict({"app.import_changed", {{"file", command.file.string()}}},
                        Message{"app.import_again"});
    import.by = session.actor.name;
    import.at = work.now();
    remember(work, style_setting(command.type), known->empty() ? "" : known->to_json().canonical_text());
    store::ImportRepository(work.database()).insert(import);
    work.journal("import.records", store::subject(import), {}, store::state(import));
    work.commit();
    return imported;
}

Result<std::vector<RecordTypeTitle>> list_record_types(Session& session) {
    if (const Done may = authorise(session, UseCase::list_imports); !may) return tl::unexpected(may.error());
    const auto now = today(session);
    if (!now) return tl::unexpected(now.error());
    const auto plugins = plugins_in_force(session.workspace, *now);
    if (!plugins) return tl::unexpected(plugins.error());
    std::vector<RecordTypeTitle> types;
    for (const auto& plugin : *plugins) {
        for (const model::RecordType& type : plugin.value.plugin.records)
            types.push_back({type.name, type.title});
    }
    std::ranges::sort(types, {}, &RecordTypeTitle::name);
    return types;
}

Result<std::vector<model::Import>> list_imports(Session& session, const std::string& type) {
    if (const Done may = authorise(session, UseCase::list_imports); !may) return tl::unexpected(may.error());
    auto imports = store::ImportRepository(session.workspace.database()).list(type);
    if (!imports.empty() || type.empty()) return imports;
    if (const auto declared = find_type(session, type); !declared) return tl::unexpected(declared.error());
    return imports;
}

}  // namespace cadran::app
