// SPDX-License-Identifier: Apache-2.0
#include "app/backup.h"

#include <algorithm>
#include <set>

#include "app/rights.h"
#include "app/scaffold.h"
#include "base/file.h"
#include "base/text.h"
#include "store/import_repository.h"
#include "store/journal_repository.h"

namespace cadran::app {

namespace {

namespace fs = std::filesystem;

constexpr const char* sums_name = "SHA256SUMS";
constexpr std::size_t greatest_sums = std::size_t{1} << 30;

Done check_new(const fs::path& folder) {
    if (!fs::exists(folder) || (fs::is_directory(folder) && fs::is_empty(folder))) return {};
    return conflict({"app.folder_not_empty", {{"folder", folder.string()}}},
                    Message{"app.choose_a_new_folder"});
}

// Copies one file durably and tells the digest of what it copied.
Digest copied(const fs::path& from, const fs::path& to) {
    make_folder(to.parent_path(), Access::owner);
    DurableFile copy(to, Access::owner);
    Sha256 hash;
    const Done read = read_blocks(from, [&](std::string_view block) {
        hash.update(block);
        copy.write(block);
        return true;
    });
    if (!read) throw std::runtime_error("cannot read " + from.string());
    copy.publish();
    return hash.finish();
}

// The files below a folder, relative to it, in order; without the store and what is not yet published.
std::vector<fs::path> files_below(const fs::path& folder) {
    std::set<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        const std::string name = entry.path().filename().string();
        if (entry.is_regular_file() && !name.starts_with("cadran.db") && !name.starts_with(".new-"))
            files.insert(fs::relative(entry.path(), folder));
    }
    return {files.begin(), files.end()};
}

struct Sum {
    Digest digest;
    std::string path;
};

Result<std::vector<Sum>> read_sums(const fs::path& backup) {
    const Result<std::string> text = read_file(backup / sums_name, greatest_sums);
    if (!text) return invalid(Message{"app.no_backup", {{"folder", backup.string()}}});
    std::vector<Sum> sums;
    for (const std::string_view line : split(*text, '\n')) {
        if (line.empty()) continue;
        const auto digest = Digest::from_hex(line.substr(0, 64));
        const fs::path path = line.size() > 66 ? fs::path(line.substr(66)) : fs::path();
        const bool leaves = path.is_absolute() || path.empty() || std::ranges::find(path, "..") != path.end();
        if (!digest || leaves) return invalid(Message{"app.no_backup", {{"folder", backup.string()}}});
        sums.push_back({*digest, path.generic_string()});
    }
    return sums;
}

std::int64_t purged_imports(store::Database& database) {
    return std::ranges::count_if(store::ImportRepository(database).list(),
                                 [](const model::Import& import) { return import.purged.has_value(); });
}

// Where a file of the backup belongs.
fs::path place_of(const std::string& path, const fs::path& workspace, const fs::path& keys) {
    return path.starts_with("keys/") ? keys / path.substr(5) : workspace / path.substr(path.find('/') + 1);
}

Done check_keys(const std::vector<Sum>& sums, const fs::path& keys_home) {
    for (const Sum& sum : sums) {
        if (!sum.path.starts_with("keys/")) continue;
        const Result<std::string> present = read_file(keys_home / sum.path.substr(5), 1024);
        if (present && sha256(*present) != sum.digest) {
            return conflict({"app.other_keys", {{"file", (keys_home / sum.path.substr(5)).string()}}},
                            Message{"app.move_the_keys_away"});
        }
    }
    return {};
}

}  // namespace

Result<BackedUp> back_up(Session& session, const fs::path& folder) {
    if (const Done may = authorise(session, UseCase::back_up); !may) return tl::unexpected(may.error());
    if (const Done fresh = check_new(folder); !fresh) return tl::unexpected(fresh.error());
    if (session.workspace.holds(folder)) return refused({"app.backup_in_workspace"});
    if (const auto keys = session.workspace.keys(); !keys) return tl::unexpected(keys.error());
    const fs::path& workspace = session.workspace.folder();
    Scaffold scaffold(fs::absolute(folder));
    make_folder(scaffold.folder() / "workspace", Access::owner);
    // The store first: what it names is already in the archive, and the archive only grows, but for purges.
    const fs::path store_copy = scaffold.folder() / "workspace" / "cadran.db";
    session.workspace.database().copy_to(store_copy);
    auto copy = store::Database::open(store_copy, store::Database::Opening::existing);
    if (!copy) return tl::unexpected(copy.error());
    BackedUp backup{fs::absolute(folder), 1, store::JournalRepository(**copy).head().hash};
    const std::int64_t purged = purged_imports(**copy);
    (*copy)->execute("pragma journal_mode = delete");
    copy->reset();

    std::string sums;
    const auto add = [&](const Digest& digest, const std::string& path) {
        sums += digest.hex() + "  " + path + "\n";
    };
    add(copied(store_copy, scaffold.folder() / "workspace" / "cadran.db"), "workspace/cadran.db");
    const std::vector<fs::path> files = files_below(workspace);
    for (const fs::path& file : files) {
        if (!fs::exists(workspace / file)) continue;  // a draft that was deleted, or purged meanwhile
        add(copied(workspace / file, scaffold.folder() / "workspace" / file),
            "workspace/" + file.generic_string());
        session.progress.advance({"app.backing_up"}, ++backup.files, std::ssize(files));
    }
    if (purged_imports(session.workspace.database()) != purged)
        return conflict({"app.purged_meanwhile"}, Message{"app.back_up_again"});
    for (const fs::path& file : files_below(session.workspace.keys_folder())) {
        const std::string path = "keys/" + session.workspace.id() + "/" + file.generic_string();
        add(copied(session.workspace.keys_folder() / file, scaffold.folder() / path), path);
        ++backup.files;
    }
    write_durably(scaffold.folder() / sums_name, sums, Access::owner);
    scaffold.move_into_place();
    return backup;
}

Result<BackedUp> restore(const RestoreWorkspace& command, Progress& progress) {
    if (const Done fresh = check_new(command.folder); !fresh) return tl::unexpected(fresh.error());
    const auto sums = read_sums(command.backup);
    if (!sums) return tl::unexpected(sums.error());
    if (const Done same = check_keys(*sums, command.keys_home); !same) return tl::unexpected(same.error());

    Scaffold scaffold(fs::absolute(command.folder));
    make_folder(scaffold.folder() / "archive", Access::owner);
    BackedUp restored{fs::absolute(command.folder), 0, {}};
    const fs::path staged_keys = scaffold.folder() / "keys";
    for (const Sum& sum : *sums) {
        const fs::path source = command.backup / sum.path;
        if (!fs::is_regular_file(source) ||
            copied(source, place_of(sum.path, scaffold.folder(), staged_keys)) != sum.digest) {
            return invalid(Message{"app.backup_damaged", {{"file", source.string()}}},
                           Message{"app.take_another_backup"});
        }
        progress.advance({"app.restoring"}, ++restored.files, std::ssize(*sums));
    }
    auto database =
        store::Database::open(scaffold.folder() / "cadran.db", store::Database::Opening::existing);
    if (!database) return tl::unexpected(database.error());
    restored.head = store::JournalRepository(**database).head().hash;
    database->reset();
    for (const Sum& sum : *sums) {
        if (sum.path.starts_with("keys/"))
            copied(staged_keys / sum.path.substr(5), command.keys_home / sum.path.substr(5));
    }
    fs::remove_all(staged_keys);
    scaffold.move_into_place();
    return restored;
}

}  // namespace cadran::app
