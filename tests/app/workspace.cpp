// SPDX-License-Identifier: Apache-2.0
#include "app/workspace.h"

#include <fstream>

#include <boost/test/unit_test.hpp>

#include "app/definitions.h"
#include "app/sample_workspace.h"
#include "base/file.h"
#include "base/text.h"

using namespace cadran;
using namespace cadran::app;

namespace {

namespace fs = std::filesystem;

struct Example {
    TemporaryFolder root;
    FixedClock clock{parse_instant("2026-06-15T09:00:00Z").value()};
    SystemRandomness randomness;
    CreateWorkspace command{root.path() / "workspace",
                            root.path() / "keys",
                            "Mutuelle inventée",
                            false,
                            "admin",
                            "Administration",
                            "root"};

    std::string created() { return told(create_workspace(command, clock, randomness)); }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(workspaces, Example)

BOOST_AUTO_TEST_CASE(open_as_they_were_made) {
    const auto made = create_workspace(command, clock, randomness);
    BOOST_REQUIRE(made.has_value());
    const auto workspace = Workspace::open(command.folder, command.keys_home).value();
    BOOST_TEST(!workspace->is_sample());
    BOOST_CHECK(fingerprint(workspace->keys()->signing.public_key()) == made->fingerprint);
    BOOST_TEST(workspace->keys_folder() == made->keys_folder);
    const Catalogue french(Language::french);
    NoProgress progress;
    Session session{
        *workspace, *account_of_system_user(*workspace, "root"), french, clock, randomness, progress, {},
        "cli"};
    BOOST_TEST(organisation_of(session).value()->name == "Mutuelle inventée");
    BOOST_TEST(zone_of(session)->name() == "Europe/Paris");
    BOOST_TEST(account_of_system_user(*workspace, "root")->name == "admin");
    BOOST_TEST(draft_names(*workspace, model::DefinitionKind::plugin).size() == 6u);
}

BOOST_AUTO_TEST_CASE(read_what_was_accepted_once_for_all_that_share) {
    BOOST_REQUIRE_EQUAL(created(), "done");
    const auto shared = share_definitions();
    const auto one = Workspace::open(command.folder, command.keys_home, shared).value();
    const auto other = Workspace::open(command.folder, command.keys_home, shared).value();
    const auto apart = Workspace::open(command.folder, command.keys_home).value();
    const auto accepted = workspace_in_force(*one, *parse_date("2026-06-15")).value();
    fs::remove_all(command.folder / "archive");  // nobody reads it any more
    BOOST_CHECK(workspace_in_force(*other, *parse_date("2026-06-15"))->value == accepted.value);
    BOOST_TEST(!workspace_in_force(*apart, *parse_date("2026-06-15")).has_value());
}

BOOST_AUTO_TEST_CASE(of_samples_say_so) {
    command.sample = true;
    command.organisation = "";
    BOOST_REQUIRE_EQUAL(created(), "done");
    BOOST_TEST(Workspace::open(command.folder, command.keys_home).value()->is_sample());
}

BOOST_AUTO_TEST_CASE(are_for_their_owner_alone) {
    BOOST_REQUIRE_EQUAL(created(), "done");
    const auto permissions = [](const fs::path& path) {
        return fs::status(path).permissions() & fs::perms::all;
    };
    const auto workspace = Workspace::open(command.folder, command.keys_home).value();
    BOOST_CHECK(permissions(command.folder) == fs::perms::owner_all);
    BOOST_CHECK(permissions(workspace->keys_folder()) == fs::perms::owner_all);
    for (const char* key : {"signing.key", "secrets.key"}) {
        BOOST_CHECK(permissions(workspace->keys_folder() / key) ==
                    (fs::perms::owner_read | fs::perms::owner_write));
    }
}

BOOST_AUTO_TEST_CASE(are_made_in_an_empty_folder) {
    fs::create_directory(command.folder);
    BOOST_TEST(created() == "done");
    BOOST_TEST(created() == "conflict: app.folder_not_empty");
}

BOOST_AUTO_TEST_CASE(are_not_made_half) {
    const struct {
        std::string CreateWorkspace::*member;
        const char* value;
        const char* fault;
    } faults[] = {
        {&CreateWorkspace::account, "Admin Istrator", "invalid: app.bad_account_name"},
        {&CreateWorkspace::organisation, "", "invalid: app.organisation_missing"},
    };
    for (const auto& [member, value, fault] : faults) {
        CreateWorkspace faulty = command;
        faulty.*member = value;
        BOOST_TEST(told(create_workspace(faulty, clock, randomness)) == fault);
    }
    BOOST_TEST(fs::is_empty(root.path()));
}

BOOST_AUTO_TEST_CASE(are_opened_where_they_are) {
    BOOST_TEST(told(Workspace::open(command.folder, command.keys_home)) == "not found: app.no_workspace");
    fs::create_directory(command.folder);
    std::ofstream(command.folder / "cadran.db") << std::string(5000, 'x');
    BOOST_TEST(told(Workspace::open(command.folder, command.keys_home)) == "invalid: store.not_a_store");
}

BOOST_AUTO_TEST_CASE(know_what_lies_in_them) {
    BOOST_REQUIRE_EQUAL(created(), "done");
    const auto workspace = Workspace::open(command.folder, command.keys_home).value();
    fs::create_directory_symlink(command.folder, root.path() / "link");
    for (const fs::path& inside :
         {command.folder, command.folder / "new" / "file", root.path() / "link" / "file"}) {
        BOOST_TEST(workspace->holds(inside), inside);
    }
    for (const fs::path& outside :
         {root.path(), root.path() / "workspace.csv", command.folder / ".." / "file"}) {
        BOOST_TEST(!workspace->holds(outside), outside);
    }
}

BOOST_AUTO_TEST_CASE(have_their_keys_whole_or_not_at_all) {
    BOOST_REQUIRE_EQUAL(created(), "done");
    const auto workspace = Workspace::open(command.folder, command.keys_home).value();
    write_durably(workspace->keys_folder() / "secrets.key", "short");
    BOOST_TEST(told(workspace->keys()) == "not found: app.no_key");
}

BOOST_AUTO_TEST_SUITE_END()
