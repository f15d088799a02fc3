// SPDX-License-Identifier: Apache-2.0
#include "store/database.h"

#include <sys/stat.h>

#include <fstream>
#include <system_error>

#include <boost/test/unit_test.hpp>

#include "base/catalogue.h"
#include "base/file.h"
#include "store/sample_store.h"
#include "store/unit_of_work.h"

using namespace cadran;
using namespace cadran::store;

namespace {

using Opening = Database::Opening;

// Another program's SQLite file.
std::filesystem::path foreign_file(const TemporaryFolder& folder, const std::string& sql) {
    const auto file = folder.path() / "cadran.db";
    SampleStore other;
    other.database->copy_to(file);
    auto database = Database::open(file, Opening::existing).value();
    database->execute("pragma journal_mode = delete");
    database->execute("pragma application_id = 0");
    database->execute(sql);
    return file;
}

// What the failure is, after it was said in both languages.
std::string told(const Failure& failure) {
    const Diagnostic& fault = failure.diagnostics.at(0);
    for (const Language language : {Language::french, Language::english}) {
        const Catalogue catalogue(language);
        catalogue.text(fault.what);
        if (fault.hint) catalogue.text(*fault.hint);
    }
    return fault.what.id;
}

std::string why_not_opened(const std::filesystem::path& file) {
    const auto database = Database::open(file, Opening::existing);
    return database ? "opened" : told(database.error());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(database)

BOOST_AUTO_TEST_CASE(is_made_for_its_owner_alone) {
    const SampleStore store;
    struct stat status {};
    BOOST_REQUIRE(::stat((store.folder.path() / "cadran.db").c_str(), &status) == 0);
    BOOST_TEST((status.st_mode & 0777) == 0600u);
}

BOOST_AUTO_TEST_CASE(is_never_made_over_an_existing_file) {
    const TemporaryFolder folder;
    std::ofstream(folder.path() / "cadran.db") << "mine";
    BOOST_CHECK_THROW(Database::open(folder.path() / "cadran.db", Opening::create), std::system_error);
    BOOST_TEST(read_file(folder.path() / "cadran.db").value() == "mine");
}

BOOST_AUTO_TEST_CASE(is_not_opened_where_there_is_none) {
    const TemporaryFolder folder;
    const auto database = Database::open(folder.path() / "cadran.db", Opening::existing);
    BOOST_REQUIRE(!database);
    BOOST_CHECK(database.error().kind == Failure::Kind::not_found);
    BOOST_TEST(told(database.error()) == "store.no_store");
    BOOST_TEST(!std::filesystem::exists(folder.path() / "cadran.db"));
}

BOOST_AUTO_TEST_CASE(refuses_a_file_that_is_no_database) {
    const TemporaryFolder folder;
    std::ofstream(folder.path() / "cadran.db") << std::string(5000, 'x');
    BOOST_TEST(why_not_opened(folder.path() / "cadran.db") == "store.not_a_store");
}

BOOST_AUTO_TEST_CASE(refuses_a_foreign_database_without_touching_it) {
    for (const char* version :
         {"pragma user_version = 0", "pragma user_version = 1", "pragma user_version = 99"}) {
        const TemporaryFolder folder;
        const auto file = foreign_file(folder, version);
        const std::string before = read_file(file).value();
        BOOST_TEST(why_not_opened(file) == "store.foreign", version);
        BOOST_TEST((read_file(file).value() == before), version << ": the file changed");
    }
}

BOOST_AUTO_TEST_CASE(refuses_a_store_that_a_newer_program_wrote) {
    SampleStore store;
    store.database->execute("pragma user_version = 99");
    store.database.reset();
    BOOST_TEST(why_not_opened(store.folder.path() / "cadran.db") == "store.newer");
}

BOOST_AUTO_TEST_CASE(opens_again_with_what_was_written) {
    SampleStore store;
    store.database.reset();
    store.database = Database::open(store.folder.path() / "cadran.db", Opening::existing).value();
    BOOST_TEST(AccountRepository(*store.database).find("claire.vasseur").has_value());
}

BOOST_AUTO_TEST_CASE(gives_values_back_as_they_were) {
    SampleStore store;
    Database& database = *store.database;
    const Digest digest = sha256("abc");
    const std::string text("é\0'\"", 5);
    Rows row = database.query("select $1, $2, $3, $4, $5, $6, $7", std::int64_t{-9'000'000'000}, text, digest,
                              nullptr, store.now, day("1969-12-31"), std::optional<std::string>());
    BOOST_REQUIRE(row.next());
    BOOST_TEST(row.integer(0) == -9'000'000'000);
    BOOST_TEST(row.text(1) == text);
    BOOST_CHECK(row.digest(2) == digest);
    BOOST_TEST(row.is_null(3));
    BOOST_CHECK(row.instant(4) == store.now);
    BOOST_CHECK(row.date(5) == day("1969-12-31"));
    BOOST_TEST(row.is_null(6));
    BOOST_TEST(!row.next());
}

BOOST_AUTO_TEST_CASE(reads_a_null_as_nothing) {
    SampleStore store;
    Rows row = store.database->query("select null");
    BOOST_REQUIRE(row.next());
    BOOST_TEST(row.integer(0) == 0);
    BOOST_TEST(row.text(0).empty());
    BOOST_CHECK(row.digest(0) == Digest{});
}

BOOST_AUTO_TEST_CASE(reads_two_queries_of_the_same_text_at_once) {
    SampleStore store;
    const char* sql = "select $1 union all select $1 + 1";
    Rows outer = store.database->query(sql, 10);
    Rows unread = store.database->query(sql, 30);
    BOOST_REQUIRE(outer.next());
    Rows inner = store.database->query(sql, 20);
    BOOST_REQUIRE(inner.next());
    BOOST_TEST(inner.integer(0) == 20);
    BOOST_REQUIRE(outer.next());
    BOOST_TEST(outer.integer(0) == 11);
    BOOST_REQUIRE(unread.next());
    BOOST_TEST(unread.integer(0) == 30);
}

BOOST_AUTO_TEST_CASE(tells_its_faults_apart) {
    SampleStore store;
    const auto run = [&](const std::string& sql) { return fault_of([&] { store.database->execute(sql); }); };
    const struct {
        std::string sql;
        Fault::Kind kind;
    } faults[] = {
        {"insert into account (name, person, system_user, revision) values ('claire.vasseur', 'x', null, 1)",
         Fault::Kind::unique},
        {"insert into handler_code values ('H1', 'nobody')", Fault::Kind::foreign_key},
        {"insert into credential (hash, account, kind) values (x'00', 'claire.vasseur', 'token')",
         Fault::Kind::check},
        {"insert into account (name, person, system_user, revision) values ('hugo', null, null, 1)",
         Fault::Kind::check},
        {"insert into account (name, person, system_user, revision) values ('hugo', 'Hugo', null, 'one')",
         Fault::Kind::check},
        {"select nothing from nowhere", Fault::Kind::other},
        {"select \"text\"", Fault::Kind::other},
    };
    for (const auto& [sql, kind] : faults) BOOST_CHECK_MESSAGE(run(sql) == kind, sql);
}

BOOST_AUTO_TEST_CASE(refuses_an_argument_that_the_statement_does_not_take) {
    SampleStore store;
    BOOST_CHECK_THROW(store.database->execute("select 1", 2), std::logic_error);
}

BOOST_AUTO_TEST_CASE(counts_the_rows_that_it_changed) {
    SampleStore store;
    BOOST_TEST(store.database->execute("update account set revision = 2") == 1);
    BOOST_TEST(store.database->execute("update account set revision = 3 where name = 'nobody'") == 0);
}

BOOST_AUTO_TEST_CASE(copies_itself_while_it_is_open) {
    SampleStore store;
    store.database->copy_to(store.folder.path() / "copy.db");
    const auto copy = Database::open(store.folder.path() / "copy.db", Opening::existing).value();
    BOOST_TEST(AccountRepository(*copy).list().size() == 1u);
    BOOST_TEST(copy->integrity_faults().empty());
}

BOOST_AUTO_TEST_CASE(finds_references_that_lead_nowhere) {
    SampleStore store;
    store.database->execute("pragma foreign_keys = off");
    store.database->execute("delete from account");
    BOOST_REQUIRE(store.database->integrity_faults().size() == 1u);
    BOOST_TEST(store.database->integrity_faults().front() == "foreign key of account_role");
}

// Two connections: what one writes, the other counts.
struct Watched {
    SampleStore store;
    std::unique_ptr<Database> writer =
        Database::open(store.folder.path() / "cadran.db", Opening::existing).value();
    std::size_t accounts() { return AccountRepository(*store.database).list().size(); }
    void write() { AccountRepository(*writer).insert({"hugo.lemaire", "Hugo Lemaire", {}, {}, "", 1}); }
};

BOOST_FIXTURE_TEST_CASE(shows_a_snapshot_what_was_there_at_its_beginning, Watched) {
    {
        const Snapshot snapshot(*store.database);
        BOOST_TEST(accounts() == 1u);
        write();
        BOOST_TEST(accounts() == 1u);
    }
    BOOST_TEST(accounts() == 2u);
}

BOOST_FIXTURE_TEST_CASE(lets_a_snapshot_within_another_see_the_same_moment, Watched) {
    const Snapshot around(*store.database);
    BOOST_TEST(accounts() == 1u);
    write();
    { const Snapshot within(*store.database); }
    BOOST_TEST(accounts() == 1u);
}

BOOST_FIXTURE_TEST_CASE(ends_a_snapshot_when_somebody_begins_to_write, Watched) {
    {
        const Snapshot snapshot(*store.database);
        BOOST_TEST(accounts() == 1u);
        write();
        FixedClock clock{store.now};
        UnitOfWork work(*store.database, clock, "claire.vasseur", "cli");
        BOOST_TEST(accounts() == 2u);
        AccountRepository(*store.database).insert({"sophie.garnier", "Sophie Garnier", {}, {}, "", 1});
        work.commit();
    }
    BOOST_TEST(AccountRepository(*writer).list().size() == 3u);
}

BOOST_AUTO_TEST_SUITE_END()
