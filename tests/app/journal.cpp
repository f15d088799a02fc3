// SPDX-License-Identifier: Apache-2.0
#include "app/journal.h"

#include <fstream>

#include <fmt/format.h>
#include <boost/test/unit_test.hpp>

#include "app/sample_workspace.h"
#include "store/import_repository.h"

using namespace cadran;
using namespace cadran::app;

namespace {

namespace fs = std::filesystem;

// A whole quarter, signed; then a file of the next one, with P20 open.
struct Example : SampleWorkspace {
    Example() {
        play_july();
        Session luc = as("luc.moreau");
        BOOST_REQUIRE_EQUAL(told(release_payments(luc)), "done");
        reach_act();
        prepare();
        hold();
        sign();
        set_clock("2026-10-12T09:00:00Z");
        import("claim", "claims-10.csv", claim_header + claim("P20", "10/10/2026", "3000,00"));
        run("2026-Q4");
    }

    // Every fault that the proof finds in a workspace, as `place id`, sorted.
    std::vector<std::string> faults(Workspace& workspace) {
        Session sophie = as("sophie.garnier");
        Session session{
            workspace, sophie.actor, sophie.catalogue, sophie.clock, sophie.randomness, sophie.progress,
            {},        "test"};
        const auto proof = verify_journal(session);
        BOOST_REQUIRE_EQUAL(told(proof), "done");
        std::vector<std::string> found;
        for (const Diagnostic& fault : proof->faults)
            found.push_back(fault.place.file + " " + told(Diagnostics{fault}));
        std::ranges::sort(found);
        return found;
    }

    // The faults of a copy of the workspace in which somebody ran these statements.
    std::vector<std::string> faults_after(const std::string& sql) {
        const TemporaryFolder copy;
        workspace().database().execute("pragma wal_checkpoint(truncate)");
        fs::copy(folder(), copy.path() / "copy", fs::copy_options::recursive);
        const auto altered = Workspace::open(copy.path() / "copy", keys_home()).value();
        altered->database().execute("pragma foreign_keys = off");
        for (const std::string_view statement : split(sql, ';')) altered->database().execute(statement);
        return faults(*altered);
    }

    std::string finding(const std::string& key) {
        Session luc = as("luc.moreau");
        return show_work_item(luc, key)->finding.id;
    }
};

const std::string of_p1 = " where id = (select finding from finding_subject where key = 'P1')";
const std::string of_p20 = " where id = (select finding from finding_subject where key = 'P20')";
const std::string unlocked = "drop trigger journal_is_never_changed; drop trigger journal_is_never_deleted; ";

bool has(const std::vector<std::string>& found, const std::string& fault) {
    return std::ranges::find(found, fault) != found.end();
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(journal, Example)

BOOST_AUTO_TEST_CASE(proves_a_workspace_that_nobody_altered) {
    Session sophie = as("sophie.garnier");
    const JournalProof proof = verify_journal(sophie).value();
    BOOST_TEST(told(proof.faults) == "");
    BOOST_TEST(proof.entries == journal_number());
    BOOST_TEST(proof.subjects > 20);
    BOOST_TEST(proof.archived_files > 10);
    const auto entries = list_journal(sophie, 0).value();
    BOOST_TEST(std::ssize(entries) == proof.entries);
    BOOST_CHECK(entries.back().hash == proof.head);
    BOOST_TEST(list_journal(sophie, proof.entries - 2)->size() == 2u);
}

BOOST_AUTO_TEST_CASE(finds_every_row_that_was_altered) {
    const std::string p1 = "finding/" + finding("P1"), p20 = "finding/" + finding("P20");
    const std::pair<std::string, std::string> alterations[] = {
        {"update account set person = 'Eve' where name = 'luc.moreau'",
         "account/luc.moreau app.state_altered"},
        {"insert into credential (hash, account, kind) values (zeroblob(32), 'luc.moreau', 'token')",
         "account/luc.moreau app.state_altered"},
        {"update credential set expires_at = null", "account/luc.moreau app.state_altered"},
        {"delete from credential", "account/luc.moreau app.state_altered"},
        {"insert into account_role values ('luc.moreau', 'administrator')",
         "account/luc.moreau app.state_altered"},
        {"update account set suspended_at = 0 where name = 'luc.moreau'",
         "account/luc.moreau app.state_altered"},
        {"insert into password values ('luc.moreau', 'x')", "account/luc.moreau app.state_altered"},
        {"insert into second_factor values ('luc.moreau', 'x', null, 0)",
         "account/luc.moreau app.state_altered"},
        {"delete from handler_code", "account/nadia.belkacem app.state_altered"},
        {"insert into account (name, person, system_user, revision) values ('eve', 'Eve', null, 1)",
         "account/eve app.not_in_journal"},
        {"delete from account where name = 'lea.marchand'", "account/lea.marchand app.gone_from_store"},
        {"update definition set valid_from = valid_from - 30 where kind = 'process'",
         "process/pay-benefits/1 app.state_altered"},
        {"update definition set approver = author where kind = 'plugin'",
         "plugin/claims/1 app.state_altered"},
        {"update import set accepted = 6 where number = 1", "import/1 app.state_altered"},
        {"delete from import where number = 2", "import/2 app.gone_from_store"},
        {"update run set process_version = 2 where number = 1", "run/1 app.state_altered"},
        {"update run set findings = zeroblob(32) where number = 1", "run/1 app.findings_altered"},
        {"update finding set severity = 'low'" + of_p1, "run/1 app.findings_altered"},
        {"update finding set severity = 'low'" + of_p1, p1 + " app.state_altered"},
        {"update finding set state = 'confirmed'" + of_p1, p1 + " app.state_altered"},
        {"update finding set state = 'dismissed'" + of_p20, p20 + " app.state_altered"},
        {"update finding set revision = 2" + of_p20, p20 + " app.state_altered"},
        {"delete from finding" + of_p20, "run/2 app.findings_altered"},
        {"update finding_subject set key = 'P21' where key = 'P20'", "run/2 app.findings_altered"},
        {"update finding set evidence = 'garbage'" + of_p1, "store app.store_damaged"},
        {"update decision set verdict = 'refused' where number = 1", p1 + " app.state_altered"},
        {"update decision set actor = 'claire.vasseur' where number = 1", p1 + " app.state_altered"},
        {"delete from decision where number = 1", p1 + " app.state_altered"},
        {"insert into decision select 99, id, 'released', '[]', '', 'luc.moreau', 0 from finding" + of_p20,
         p20 + " app.not_in_journal"},
        {"update release_list set at = at + 1", "release/1 app.state_altered"},
        {"delete from release_item", "release/1 app.state_altered"},
        {"update measurement set numerator = 3 where number = 1", "measurement/1 app.state_altered"},
        {"update measurement set direction = 'lower' where number = 1", "measurement/1 app.state_altered"},
        {"update setting set value = 'no' where name = 'sample'", "workspace app.state_altered"},
        {"update cycle set stage = 'do' where number = 2", "cycle/pay-benefits/2 app.state_altered"},
        {"drop trigger signed_review_is_frozen; update review set conclusion = 'Bien.'",
         "review/1 app.state_altered"},
        {unlocked + "update journal set entry = replace(entry, 'claire', 'hugo') where number = 13",
         "journal/13 app.journal_altered"},
        {unlocked + "update journal set entry = 'garbage' where number = 13",
         "journal/13 app.journal_altered"},
        {unlocked + "update journal set hash = zeroblob(32) where number = 13",
         "journal/14 app.journal_broken"},
        {unlocked + "delete from journal where number = 13", "journal/14 app.journal_gap"},
        {unlocked + "delete from journal where number = (select max(number) from journal)",
         "run/2 app.not_in_journal"},
    };
    for (const auto& [sql, fault] : alterations) {
        const auto found = faults_after(sql);
        BOOST_CHECK_MESSAGE(has(found, fault),
                            sql << " gave: " << fmt::format("{}", fmt::join(found, " | ")));
    }
}

BOOST_AUTO_TEST_CASE(finds_every_archived_content_that_was_altered) {
    for (const auto& entry : fs::recursive_directory_iterator(folder() / "archive")) {
        if (!entry.is_regular_file()) continue;
        std::fstream file(entry.path(), std::ios::in | std::ios::out | std::ios::binary);
        const char first = static_cast<char>(file.get());
        const auto write = [&](char byte) {
            file.seekp(0);
            file.put(byte);
            file.flush();
        };
        write(static_cast<char>(first ^ 1));
        BOOST_TEST(
            has(faults(workspace()), "archive/" + entry.path().filename().string() + " app.archive_altered"));
        write(first);
    }
    BOOST_TEST(faults(workspace()).empty());
}

BOOST_AUTO_TEST_CASE(finds_every_archived_content_that_is_gone) {
    std::int64_t contents = 0;
    for (const auto& entry : fs::recursive_directory_iterator(folder() / "archive")) {
        if (!entry.is_regular_file()) continue;
        ++contents;
        fs::rename(entry.path(), root() / "aside");
        BOOST_CHECK_MESSAGE(!faults(workspace()).empty(), entry.path());
        fs::rename(root() / "aside", entry.path());
    }
    BOOST_TEST(contents > 10);
}

BOOST_AUTO_TEST_CASE(finds_what_a_person_did_with_a_thing_in_some_days) {
    Session sophie = as("sophie.garnier");
    const auto numbers = [&](const SearchJournal& command) {
        const auto found = search_journal(sophie, command);
        BOOST_REQUIRE_EQUAL(told(found), "done");
        return std::ssize(found->entries);
    };
    const auto all = list_journal(sophie, 0);
    BOOST_REQUIRE_EQUAL(told(all), "done");
    const auto counted = [&](auto passes) {
        return std::ranges::count_if(*all, [&](const ListedEntry& one) { return passes(one.entry); });
    };
    BOOST_TEST(numbers({.most = 10'000}) == std::ssize(*all));
    BOOST_TEST(numbers({.actor = "luc.moreau", .most = 10'000}) ==
               counted([](const auto& entry) { return entry.actor == "luc.moreau"; }));
    BOOST_TEST(numbers({.subject = "finding", .most = 10'000}) ==
               counted([](const auto& entry) { return entry.subject.starts_with("finding/"); }));
    BOOST_TEST(numbers({.act = "worklist.decide"}) ==
               counted([](const auto& entry) { return entry.act == "worklist.decide"; }));
    BOOST_TEST(numbers({.subject = "find%"}) == 0);
    BOOST_TEST(
        numbers({.from = day("2026-10-12"), .to = day("2026-10-12")}) ==
        counted([](const auto& entry) { return entry.time >= *parse_instant("2026-10-11T22:00:00Z"); }));
}

BOOST_AUTO_TEST_CASE(goes_from_the_newest_entry_to_the_first_a_page_at_a_time) {
    Session sophie = as("sophie.garnier");
    std::int64_t below = std::numeric_limits<std::int64_t>::max(), seen = 0;
    for (bool goes_on = true; goes_on;) {
        const auto page = search_journal(sophie, {.below = below, .most = 7});
        BOOST_REQUIRE_EQUAL(told(page), "done");
        for (const ListedEntry& one : page->entries) {
            BOOST_TEST(one.entry.number < below);
            below = one.entry.number;
            ++seen;
        }
        goes_on = page->has_earlier;
    }
    BOOST_TEST(below == 1);
    BOOST_TEST(seen == journal_number());
}

BOOST_AUTO_TEST_SUITE_END()
