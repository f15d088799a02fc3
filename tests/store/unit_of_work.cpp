// SPDX-License-Identifier: Apache-2.0
#include "store/unit_of_work.h"

#include <boost/test/unit_test.hpp>

#include "store/journal_repository.h"
#include "store/sample_store.h"
#include "store/state.h"

using namespace cadran;
using namespace cadran::store;

namespace {

// Adds an account the way use cases do.
void add_account(UnitOfWork& work, const std::string& name) {
    const model::Account account{name, name, {}, {}, "", 1};
    AccountRepository(work.database()).insert(account);
    work.journal("account.add", subject(account), {}, state(account));
}

struct Example : SampleStore {
    FixedClock clock{now};

    std::unique_ptr<UnitOfWork> begin() {
        return std::make_unique<UnitOfWork>(*database, clock, "claire.vasseur", "cli");
    }
    std::vector<JournalRow> journal() { return JournalRepository(*database).list(0, 0); }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(unit_of_work, Example)

BOOST_AUTO_TEST_CASE(undoes_everything_when_it_is_abandoned) {
    add_account(*begin(), "hugo.lemaire");
    BOOST_TEST(count("account") == 1);
    BOOST_TEST(count("journal") == 0);
    BOOST_TEST(!database->in_transaction());
}

BOOST_AUTO_TEST_CASE(keeps_everything_that_was_committed) {
    const auto work = begin();
    add_account(*work, "hugo.lemaire");
    work->commit();
    const auto reader = Database::open(folder.path() / "cadran.db", Database::Opening::existing).value();
    BOOST_TEST(AccountRepository(*reader).find("hugo.lemaire").has_value());
    BOOST_TEST(JournalRepository(*reader).head().number == 1);
}

BOOST_AUTO_TEST_CASE(says_who_did_what_when_and_to_what) {
    const auto work = begin();
    add_account(*work, "hugo.lemaire");
    work->commit();
    const auto entry = model::JournalEntry::parse(journal().at(0).entry).value();
    BOOST_TEST(entry.actor == "claire.vasseur");
    BOOST_TEST(entry.channel == "cli");
    BOOST_TEST(entry.act == "account.add");
    BOOST_TEST(entry.subject == "account/hugo.lemaire");
    BOOST_CHECK(entry.time == now);
    BOOST_TEST(!entry.before.has_value());
    const auto account = AccountRepository(*database).find("hugo.lemaire").value();
    BOOST_CHECK(entry.after == sha256(state(account).canonical_text()));
}

BOOST_AUTO_TEST_CASE(chains_each_entry_to_the_one_before) {
    for (const char* name : {"hugo.lemaire", "luc.moreau", "nadia.belkacem"}) {
        const auto work = begin();
        add_account(*work, name);
        work->commit();
    }
    Digest previous;
    std::int64_t number = 0;
    for (const JournalRow& row : journal()) {
        const auto entry = model::JournalEntry::parse(row.entry).value();
        BOOST_TEST(entry.number == ++number);
        BOOST_CHECK(entry.previous == previous);
        BOOST_CHECK(sha256(row.entry) == row.hash);
        previous = row.hash;
    }
    BOOST_CHECK(JournalRepository(*database).head().hash == previous);
    BOOST_TEST(number == 3);
}

BOOST_AUTO_TEST_CASE(lists_the_journal_in_pieces) {
    const auto work = begin();
    for (const char* name : {"hugo.lemaire", "luc.moreau", "nadia.belkacem"}) add_account(*work, name);
    work->commit();
    const auto piece = JournalRepository(*database).list(1, 1);
    BOOST_REQUIRE(piece.size() == 1u);
    BOOST_TEST(piece.front().number == 2);
}

BOOST_AUTO_TEST_CASE(starts_from_an_empty_journal) {
    const JournalHead head = JournalRepository(*database).head();
    BOOST_TEST(head.number == 0);
    BOOST_CHECK(head.hash == Digest{});
}

BOOST_AUTO_TEST_CASE(lets_nobody_change_the_journal) {
    const auto work = begin();
    add_account(*work, "hugo.lemaire");
    work->commit();
    BOOST_CHECK(fault_of([&] { database->execute("update journal set entry = '{}'"); }) ==
                Fault::Kind::check);
    BOOST_CHECK(fault_of([&] { database->execute("delete from journal"); }) == Fault::Kind::check);
    BOOST_TEST(count("journal") == 1);
}

BOOST_AUTO_TEST_CASE(is_the_only_one_of_its_connection) {
    const auto work = begin();
    BOOST_CHECK(fault_of([&] { begin(); }) == Fault::Kind::other);
    add_account(*work, "hugo.lemaire");
    work->commit();
    BOOST_TEST(count("account") == 2);
}

BOOST_AUTO_TEST_SUITE_END()
