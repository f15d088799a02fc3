// SPDX-License-Identifier: Apache-2.0
#include "app/import.h"

#include <algorithm>

#include "app/definitions.h"
#include "app/nearest.h"
#include "app/rights.h"
#include "app/settings.h"
#include "base/file.h"
#include "base/text.h"
#include "format/csv_reader.h"
#include "record/archive_writer.h"
#include "record/reader.h"
#include "store/import_repository.h"
#include "store/setting_repository.h"
#include "store/state.h"
#include "store/unit_of_work.h"

namespace cadran::app {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t rejects_kept = 100;

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

// The words of a dialect that was found, for people to check.
std::string words(const record::Dialect& dialect, const Catalogue& catalogue) {
    const std::string separator = dialect.separator == '\t' ? "TAB" : std::string(1, dialect.separator);
    return catalogue.text(
        Message{"app.read_as",
                {{"separator", separator},
                 {"encoding", std::string(format::encoding_name(dialect.encoding))},
                 {"numbers", dialect.decimal == ',' ? std::string("1 234,56") : std::string("1234.56")},
                 {"dates", dialect.dates == record::DateStyle::french ? std::string("31/07/2026")
                                                                      : std::string("2026-07-31")}}});
}

// Brings a file into the archive while it is read, and its bad lines into a file for their owner alone.
class Intake {
  public:
    Intake(Session& session, const ImportRecords& command, const model::RecordType& type)
        : session_(session),
          command_(command),
          type_(type),
          kept_(session.workspace.archive()),
          writer_(*type.schema) {
        if (command.rejects) rejects_.emplace(fs::absolute(*command.rejects), Access::owner);
    }

    Result<record::Summary> read(const record::Dialect& dialect, const HashKey& secrets) {
        if (type_.has_secrets())
            kept_.write(writer_.header());
        else if (const Done copied = read_blocks(
                     command_.file, [&](std::string_view block) { return kept_.write(block), true; });
                 !copied)
            return tl::unexpected(copied.error());
        if (rejects_) rejects_->write(first_line(dialect));
        return record::read_records(
            command_.file,
            {.type = type_,
             .dialect = dialect,
             .secrets = secrets,
             .accept =
                 [&](auto batch) {
                     if (type_.has_secrets()) kept_.write(writer_.write(*batch));
                 },
             .reject = [&](const auto& rejects, std::string_view raw) { reject(rejects, raw); },
             .progress = &session_.progress,
             .step = {"app.importing"},
             .cancellation = session_.cancellation});
    }

    // Durable when it returns.
    Digest keep() {
        if (rejects_) rejects_->publish();
        return kept_.keep();
    }

    std::vector<RejectedLine> take_first_rejects() { return std::move(first_rejects_); }

  private:
    // With it the rejects can be imported again.
    std::string first_line(const record::Dialect& dialect) const {
        auto reader = format::CsvReader::open(command_.file, dialect.separator, dialect.encoding);
        format::CsvRecord header;
        if (!reader || !reader->next(header)) return {};
        const std::string line(header.raw);
        return line.ends_with('\n') ? line : line + "\n";
    }

    void reject(const std::vector<record::Reject>& rejects, std::string_view raw) {
        if (rejects_) rejects_->write(raw);
        if (rejects_ && !raw.ends_with('\n')) rejects_->write("\n");
        for (const record::Reject& reject : rejects) {
            if (first_rejects_.size() == rejects_kept) return;
            Message what = reject.reason;
            if (!reject.field.empty()) {
                what = {"app.reject",
                        {{"field", reject.field},
                         {"value", reject.value},
                         {"reason", session_.catalogue.text(reject.reason)}}};
            }
            first_rejects_.push_back({reject.line, std::move(what)});
        }
    }

    Session& session_;
    const ImportRecords& command_;
    const model::RecordType& type_;
    archive::Archive::Intake kept_;
    record::ArchiveWriter writer_;
    std::optional<DurableFile> rejects_;
    std::vector<RejectedLine> first_rejects_;
};

Done check_not_known(Session& session, const std::string& type, const Digest& received,
                     const calendar::Zone& zone) {
    const auto known = store::ImportRepository(session.workspace.database()).find_received(type, received);
    if (!known) return {};
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
    const auto dialect = record::detect_dialect(command.file, declared->type, *known);
    if (!dialect) return tl::unexpected(dialect.error());
    const auto received = digest_of(command.file);
    if (!received) return tl::unexpected(received.error());
    if (const Done fresh = check_not_known(session, command.type, *received, *zone); !fresh)
        return tl::unexpected(fresh.error());

    Intake intake(session, command, declared->type);
    const auto summary = intake.read(*dialect, keys->secrets);
    if (!summary) return tl::unexpected(summary.error());
    if (const auto again = digest_of(command.file); !again || *again != *received) {
        return conflict({"app.import_changed", {{"file", command.file.string()}}},
                        Message{"app.import_again"});
    }
    Imported imported{
        {}, words(*dialect, session.catalogue), intake.take_first_rejects(), summary->ignored_columns};
    model::Import& import = imported.import;
    import.type = command.type;
    import.file_name = command.file.filename().string();
    import.received = *received;
    import.archived = intake.keep();
    import.dialect =
        (declared->type.has_secrets() ? record::archived_dialect() : *dialect).to_json().canonical_text();
    import.plugin_version = declared->plugin_version;
    import.accepted = summary->accepted;
    import.rejected = summary->rejected;
    import.first_event = summary->first_event;
    import.last_event = summary->last_event;

    store::UnitOfWork work(session.workspace.database(), session.clock, session.actor.name, session.channel);
    if (const Done fresh = check_not_known(session, command.type, *received, *zone); !fresh)
        return tl::unexpected(fresh.error());
    import.by = session.actor.name;
    import.at = work.now();
    remember(work, style_setting(command.type), known->empty() ? "" : known->to_json().canonical_text());
    store::ImportRepository(work.database()).insert(import);
    work.journal("import.records", store::subject(import), {}, store::state(import));
    work.commit();
    return imported;
}

}  // namespace cadran::app
