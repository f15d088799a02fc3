// SPDX-License-Identifier: Apache-2.0
#include <map>
#include <string>

#include <fmt/format.h>
#include <boost/test/unit_test.hpp>

#include "base/resource.h"
#include "store/sample_store.h"

using namespace cadran;
using namespace cadran::store;

namespace {

// A released migration is never edited: stores exist that were made by it. What must change comes as the next
// one, with its own line here.
const std::map<std::string, std::string> released{
    {"0001_thread.sql", "9f0b8cb0037f1607e3d6f704ce5213265f26cbf1cd4763856095a931aee84b3f"},
    {"0002_figures.sql", "e24795f531f1c06a53cc8eec48c3525482c3b0130a75e0c4b8022075234bacd0"},
    {"0003_nonconformities.sql", "6e5157d26968e3a6ba7b82298ae6988bbb49461c897f1d0e568ee9e25dbe0123"},
    {"0004_actions.sql", "8c2cd8e7bcee9813b38597b4217fe6955468704e49d40571d4ebfaebd4244dc4"},
    {"0005_reservations.sql", "01748c248d4c073d3de3526300165ef1852875b5896298a2ffeb04d40acf8082"},
    {"0006_purge.sql", "0596bad9ae727c1b6d16ba5ccc45560c5e919fda3393c94b027d7110c607958d"},
    {"0007_restatements.sql", "dafde1d86f19711e1b89c6c33f5a753258f260429a21c6ae2e63ac434e57ab09"},
    {"0008_management_reviews.sql", "bf71800266118ba809a0bdef31b377dc25c108ee219e5ff4c2fc53a550e26891"},
    {"0009_mail.sql", "a34d3ed1cde853b36119168f2361853992c0696cc5dc8f17f157e97cc60291ba"},
    {"0010_audits.sql", "c2fa607ff4a7871e06f7f32311705400ba0d446bbb884395f0521d8aa0061130"},
    {"0011_confidants.sql", "7f1ebdb67ffe1ec13b1bc66f8adf1581d7aeb52c438d6f8016ca7941f31f9032"},
    {"0012_access.sql", "82ff31790632449cb6d15dcf8d9fa1b5c151317fa9da095a21bd11a42c99bcb0"},
    {"0013_grown_stores.sql", "9924c3bc79cac39dd1ec69596664a49efe2ee890a87fd742be3e7b72b6e65b1b"},
    {"0014_identities.sql", "818fa81b023cd584f6b08492e58bdec88c9db55a8354da311bbb45bd353a30bf"},
};

constexpr std::string_view folder = "core/store/migrations/";

}  // namespace

BOOST_AUTO_TEST_SUITE(migrations)

BOOST_AUTO_TEST_CASE(are_as_they_were_released) {
    std::map<std::string, std::string> found;
    for (const std::string_view path : resources_below(folder)) {
        found[std::string(path.substr(folder.size()))] = sha256(resource(path)).hex();
    }
    BOOST_CHECK(found == released);
    for (const auto& [name, hash] : found) BOOST_TEST(hash == released.at(name), name);
}

BOOST_AUTO_TEST_CASE(are_numbered_without_gaps) {
    int number = 0;
    for (const auto& [name, hash] : released)
        BOOST_TEST(name.starts_with(fmt::format("{:04}_", ++number)), name);
}

BOOST_AUTO_TEST_CASE(bring_a_new_store_to_the_last_step) {
    SampleStore store;
    Rows row = store.database->query("pragma user_version");
    BOOST_REQUIRE(row.next());
    BOOST_TEST(row.integer(0) == std::ssize(released));
}

BOOST_AUTO_TEST_CASE(make_strict_tables_only) {
    SampleStore store;
    Rows row = store.database->query(
        "select name from pragma_table_list where schema = 'main' and not strict and name not like "
        "'sqlite_%'");
    BOOST_CHECK_MESSAGE(!row.next(), row.text(0));
}

// A store as 0011 left it, with what people proved their accounts with.
BOOST_AUTO_TEST_CASE(keep_the_credentials_that_were_there_before_there_were_passwords) {
    SampleStore store;
    for (const char* step :
         {"drop index journal_by_subject", "drop index action_by_state", "drop table attempt",
          "drop table second_factor", "drop table password", "drop table credential",
          "alter table account drop column suspended_at",
          "create table credential (hash blob primary key check (length(hash) = 32), account text not null "
          "references account, kind text not null check (kind in ('invitation', 'token')), expires_at "
          "integer, used_at integer) strict, without rowid",
          "pragma user_version = 11"})
        store.database->execute(step);
    store.database->execute("insert into credential values ($1, 'claire.vasseur', 'invitation', 7, 6)",
                            sha256("code"));
    store.database->execute("insert into credential values ($1, 'claire.vasseur', 'token', null, null)",
                            sha256("token"));
    store.database.reset();
    store.database = Database::open(store.folder.path() / "cadran.db", Database::Opening::existing).value();
    const auto claire = AccountRepository(*store.database).find("claire.vasseur");
    BOOST_REQUIRE(claire.has_value());
    BOOST_REQUIRE(claire->credentials.size() == 2u);
    for (const model::Credential& one : claire->credentials) {
        const bool is_token = one.hash == sha256("token");
        BOOST_CHECK(one.kind == (is_token ? CredentialKind::token : CredentialKind::invitation));
        BOOST_TEST(one.expires_at.has_value() == !is_token);
        BOOST_TEST(one.used_at.has_value() == !is_token);
        BOOST_TEST(!one.created_at.has_value());
    }
    BOOST_TEST(!claire->suspended_at.has_value());
    BOOST_TEST(store.database->integrity_faults().empty());
}

BOOST_AUTO_TEST_SUITE_END()
