// SPDX-License-Identifier: Apache-2.0
#include "app/backup.h"

#include <cstdlib>
#include <fstream>

#include <fmt/format.h>
#include <boost/test/unit_test.hpp>

#include "app/journal.h"
#include "app/sample_workspace.h"
#include "base/file.h"

using namespace cadran;
using namespace cadran::app;

namespace {

namespace fs = std::filesystem;

struct Example : SampleWorkspace {
    Example() { play_july(); }
    Session admin = as("admin");
    NoProgress no_progress;
    fs::path backup = root() / "backup";
    fs::path restored = root() / "restored";
    fs::path other_home = root() / "other keys";

    BackedUp back_up_now() {
        const auto done = back_up(admin, backup);
        BOOST_REQUIRE_EQUAL(told(done), "done");
        return *done;
    }
    Result<BackedUp> restore_now() { return restore({backup, restored, other_home}, no_progress); }

    // What a refused restoration must leave: nothing at all.
    void expect_nothing_restored() {
        BOOST_TEST(!fs::exists(restored));
        BOOST_TEST(!fs::exists(other_home));
        for (const auto& entry : fs::directory_iterator(root()))
            BOOST_TEST(!entry.path().filename().string().starts_with(".cadran-"));
    }
    void add_sum(const std::string& path, const std::string& bytes) const {
        std::ofstream(backup / "SHA256SUMS", std::ios::app) << sha256(bytes).hex() << "  " << path << "\n";
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(backups, Example)

BOOST_AUTO_TEST_CASE(bring_back_a_workspace_that_proves_itself) {
    const BackedUp made = back_up_now();
    const auto again = restore_now();
    BOOST_REQUIRE_EQUAL(told(again), "done");
    BOOST_CHECK(again->head == made.head);
    BOOST_TEST(again->files == made.files);
    const auto workspace = Workspace::open(restored, other_home).value();
    Session session{*workspace,     admin.actor, admin.catalogue, admin.clock, admin.randomness,
                    admin.progress, {},          "test"};
    const auto proof = verify_journal(session);
    BOOST_REQUIRE_EQUAL(told(proof), "done");
    BOOST_TEST(told(proof->faults) == "");
    BOOST_CHECK(workspace->keys()->secrets == this->workspace().keys()->secrets);
    BOOST_TEST(fs::exists(restored / "plugins/claims/plugin.lua"));
    session.actor = as("luc.moreau").actor;
    BOOST_TEST(told(app::decide(session, {"P3", model::Verdict::released, {}, true, ""})) == "done");
}

BOOST_AUTO_TEST_CASE(are_checked_by_public_tools) {
    back_up_now();
    BOOST_TEST(
        std::system(("cd '" + backup.string() + "' && sha256sum --quiet --strict -c SHA256SUMS").c_str()) ==
        0);
    BOOST_CHECK((fs::status(backup).permissions() & fs::perms::all) == fs::perms::owner_all);
}

BOOST_AUTO_TEST_CASE(go_into_a_new_folder_outside_the_workspace) {
    back_up_now();
    BOOST_TEST(told(back_up(admin, backup)) == "conflict: app.folder_not_empty");
    BOOST_TEST(told(back_up(admin, folder() / "backup")) == "refused: app.backup_in_workspace");
    BOOST_TEST(!fs::exists(folder() / "backup"));
}

BOOST_AUTO_TEST_CASE(need_the_keys) {
    fs::remove_all(keys_home());
    BOOST_TEST(told(back_up(admin, backup)) == "not found: app.no_key");
    BOOST_TEST(!fs::exists(backup));
}

BOOST_AUTO_TEST_CASE(restore_nothing_where_a_file_is_damaged_or_missing) {
    back_up_now();
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(backup)) {
        if (entry.is_regular_file() && entry.path().filename() != "SHA256SUMS") files.push_back(entry.path());
    }
    BOOST_TEST(files.size() > 10u);
    for (const fs::path& file : files) {
        const std::string bytes = read_file(file).value();
        write_durably(file, bytes + "x");
        BOOST_TEST(told(restore_now()) == "invalid: app.backup_damaged", file.string());
        expect_nothing_restored();
        fs::remove(file);
        BOOST_TEST(told(restore_now()) == "invalid: app.backup_damaged", file.string());
        expect_nothing_restored();
        write_durably(file, bytes);
    }
    BOOST_TEST(told(restore_now()) == "done");
}

BOOST_AUTO_TEST_CASE(restore_nothing_where_a_path_leads_out) {
    back_up_now();
    const std::string sums = read_file(backup / "SHA256SUMS").value();
    write_durably(root() / "evil", "evil");
    write_durably(backup / "evil", "evil");
    make_folder(backup / "keys");
    for (const char* path : {"../evil", "workspace/../../evil", "workspace/../evil", "keys/../evil",
                             "keys/../../evil", "/tmp/evil", "..", ""}) {
        write_durably(backup / "SHA256SUMS", sums);
        add_sum(path, "evil");
        BOOST_TEST(told(restore_now()) == "invalid: app.no_backup", path);
        expect_nothing_restored();
    }
}

BOOST_AUTO_TEST_CASE(restore_nothing_out_of_what_is_no_backup) {
    BOOST_TEST(told(restore_now()) == "invalid: app.no_backup");
    back_up_now();
    for (const char* sums : {"garbage\n", "00  workspace/cadran.db\n"}) {
        write_durably(backup / "SHA256SUMS", sums);
        BOOST_TEST(told(restore_now()) == "invalid: app.no_backup", sums);
    }
    expect_nothing_restored();
}

BOOST_AUTO_TEST_CASE(restore_nothing_without_the_store) {
    back_up_now();
    std::string sums = read_file(backup / "SHA256SUMS").value();
    sums.erase(0, sums.find('\n') + 1);
    write_durably(backup / "SHA256SUMS", sums);
    BOOST_TEST(told(restore_now()) == "not found: store.no_store");
    expect_nothing_restored();
}

BOOST_AUTO_TEST_CASE(never_replace_other_keys) {
    back_up_now();
    const fs::path key = other_home / workspace().id() / "signing.key";
    make_folder(key.parent_path());
    write_durably(key, "another key");
    BOOST_TEST(told(restore_now()) == "conflict: app.other_keys");
    BOOST_TEST(!fs::exists(restored));
    BOOST_TEST(read_file(key).value() == "another key");
}

BOOST_AUTO_TEST_CASE(restore_beside_the_keys_they_were_made_with) {
    back_up_now();
    BOOST_TEST(told(restore({backup, restored, keys_home()}, no_progress)) == "done");
}

BOOST_AUTO_TEST_CASE(never_restore_over_something) {
    back_up_now();
    BOOST_TEST(told(restore({backup, folder(), other_home}, no_progress)) ==
               "conflict: app.folder_not_empty");
}

BOOST_AUTO_TEST_SUITE_END()
