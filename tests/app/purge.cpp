// SPDX-License-Identifier: Apache-2.0
#include "app/purge.h"

#include <fstream>

#include <fmt/format.h>
#include <boost/test/unit_test.hpp>

#include "app/action.h"
#include "app/backup.h"
#include "app/explanation.h"
#include "app/import.h"
#include "app/indicator.h"
#include "app/journal.h"
#include "app/records.h"
#include "app/sample_workspace.h"
#include "base/file.h"
#include "store/finding_repository.h"
#include "store/import_repository.h"

using namespace cadran;
using namespace cadran::app;

namespace {

namespace fs = std::filesystem;

// July 2026 of play_july, imports 1 (claims, 15 to 20 July) and 2 (payments, until 28 July): kept for five
// years.
struct Example : SampleWorkspace {
    Example() { play_july(); }
    Session sophie = as("sophie.garnier");

    // Payments told, everything decided, the review signed: the next turn begins in October 2026.
    void finish_quarter() {
        tell_payments();
        reach_act();
        prepare();
        hold();
        sign();
    }
    void tell_payments() {
        Session luc = as("luc.moreau");
        BOOST_REQUIRE_EQUAL(told(release_payments(luc)), "done");
    }

    // What is due, as `1 claim 2031-07-21: app.held_by_period`.
    std::vector<std::string> due(const DueFilter& filter = {}) {
        const auto listed = list_purgeable(sophie, filter);
        BOOST_REQUIRE_EQUAL(told(listed), "done");
        std::vector<std::string> lines;
        for (const DueImport& one : listed->imports) {
            std::string line =
                fmt::format("{} {} {}", one.import.number, one.import.type, iso_text(one.since));
            for (const Message& hold : one.held_by)
                line += (line.find(':') == std::string::npos ? ": " : ", ") + told(Diagnostics{{{}, hold}});
            lines.push_back(std::move(line));
        }
        return lines;
    }
    Purged purge(const std::string& reason = "") {
        const auto purged = purge_records(sophie, {{}, reason});
        BOOST_REQUIRE_EQUAL(told(purged), "done");
        return *purged;
    }

    model::Import imported(std::size_t number) {
        return store::ImportRepository(workspace().database()).list().at(number - 1);
    }
    bool has_file(std::size_t number) {
        return workspace().archive().find(imported(number).archived).has_value();
    }
    model::Finding finding(const std::string& key) {
        store::FindingRepository findings(workspace().database(), store::Sight::common());
        return findings.find(findings.find_by_key(key).at(0)).value();
    }
    column::Scalar value(const std::string& key, const std::string& field) {
        for (const model::Evidence& evidence : finding(key).evidence) {
            if (evidence.field == field) return evidence.value;
        }
        BOOST_FAIL(key + " has no " + field);
        return {};
    }
    std::vector<std::string> faults() { return faults(workspace()); }
    std::vector<std::string> faults(Workspace& workspace) {
        Session session = in(workspace);
        std::vector<std::string> found;
        const JournalProof proof = verify_journal(session).value();
        for (const Diagnostic& fault : proof.faults)
            found.push_back(fault.place.file + " " + told(Diagnostics{fault}));
        return found;
    }
    // The faults of a copy of the workspace in which somebody ran that statement.
    std::vector<std::string> faults_after(const std::string& sql) {
        const TemporaryFolder copy;
        fs::copy(folder(), copy.path() / "copy", fs::copy_options::recursive);
        const auto altered = Workspace::open(copy.path() / "copy", keys_home()).value();
        altered->database().execute(sql);
        return faults(*altered);
    }
    // Sophie in a copy of the workspace.
    Session in(Workspace& workspace) {
        return {workspace, sophie.actor, sophie.catalogue, sophie.clock, sophie.randomness, sophie.progress,
                {},        "test"};
    }
    bool somewhere(const std::string& text) {
        for (const auto& entry : fs::recursive_directory_iterator(folder())) {
            if (entry.is_regular_file() && read_file(entry.path()).value().find(text) != std::string::npos)
                return true;
        }
        return false;
    }
};

using Lines = std::vector<std::string>;

// Somebody who proposes an action whenever a file is read, so many times.
class Writing final : public Progress {
  public:
    Writing(Session& session, int times) : session_(session), times_(times) {}
    void advance(const Message&, std::int64_t, std::int64_t) override {
        if (times_-- > 0)
            BOOST_REQUIRE_EQUAL(told(propose_action(session_, {process_name, "Former"})), "done");
    }

  private:
    Session& session_;
    int times_;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(purge, Example)

BOOST_AUTO_TEST_CASE(is_due_the_day_after_the_retention_where_the_organisation_is) {
    finish_quarter();
    set_clock("2031-07-20T21:59:00Z");
    BOOST_TEST(due() == Lines{}, boost::test_tools::per_element());
    set_clock("2031-07-20T22:00:00Z");
    BOOST_TEST(due() == Lines{"1 claim 2031-07-21"}, boost::test_tools::per_element());
    set_clock("2031-07-29T09:00:00Z");
    const Lines both{"1 claim 2031-07-21", "2 payment 2031-07-29"};
    BOOST_TEST(due() == both, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(may_be_asked_for_a_period_or_a_type) {
    finish_quarter();
    set_clock("2031-08-01T09:00:00Z");
    BOOST_TEST(due({.type = "payment"}) == Lines{"2 payment 2031-07-29"}, boost::test_tools::per_element());
    BOOST_TEST(due({.period = period("2026-07")}).size() == 2u);
    BOOST_TEST(due({.period = period("2026-08")}).empty());
    BOOST_TEST(told(list_purgeable(sophie, {.type = "claims"})) == "not found: app.no_record_type");
}

BOOST_AUTO_TEST_CASE(leaves_a_tombstone_with_hashes_and_counts) {
    finish_quarter();
    const model::Import before = imported(1);
    set_clock("2031-08-01T09:00:00Z");
    const Purged purged = purge("demande de la DPO");
    BOOST_TEST(purged.due.imports.size() == 2u);
    BOOST_TEST(purged.files == 2);
    BOOST_TEST(purged.findings == 4);
    const model::Import after = imported(1);
    BOOST_REQUIRE(after.purged.has_value());
    BOOST_TEST(after.purged->by == "sophie.garnier");
    BOOST_TEST(iso_text(after.purged->at) == "2031-08-01T09:00:00Z");
    BOOST_CHECK((after.purged->retention == model::Retention{{60, TimeUnit::months}}));
    BOOST_TEST(after.purged->plugin_version == 1);
    BOOST_TEST(after.purged->reason == "demande de la DPO");
    BOOST_CHECK(after.received == before.received);
    BOOST_CHECK(after.archived == before.archived);
    BOOST_TEST(after.accepted == before.accepted);
    BOOST_TEST(!has_file(1));
    BOOST_TEST(!has_file(2));
    BOOST_TEST(due() == Lines{}, boost::test_tools::per_element());
    BOOST_TEST(faults() == Lines{}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(leaves_no_value_of_a_record_in_the_workspace) {
    finish_quarter();
    set_clock("2031-08-01T09:00:00Z");
    const std::string archived = "P3,A3,A3-1,PS2", found = R"({"field":"beneficiary","value":"A3-1"})";
    BOOST_TEST(somewhere(archived));
    BOOST_TEST(somewhere(found));
    purge();
    BOOST_TEST(!somewhere(archived));
    BOOST_TEST(!somewhere(found));
    BOOST_CHECK(column::is_missing(value("P3", "amount")));
    BOOST_TEST(column::plain_text(value("P3", "threshold")) == "1000.00 EUR");
    BOOST_TEST(finding("P3").purged.has_value());
    BOOST_TEST(finding("P3").subjects.at(0).key == "P3");
}

BOOST_AUTO_TEST_CASE(only_listed_changes_nothing) {
    finish_quarter();
    set_clock("2031-08-01T09:00:00Z");
    const std::int64_t before = journal_number();
    BOOST_TEST(due().size() == 2u);
    BOOST_TEST(journal_number() == before);
    BOOST_TEST(has_file(1));
}

BOOST_AUTO_TEST_CASE(is_said_by_whatever_reads_the_records) {
    finish_quarter();
    set_clock("2031-08-01T09:00:00Z");
    purge();
    Session luc = as("luc.moreau"), claire = as("claire.vasseur");
    BOOST_TEST(told(run_controls(luc, process_name, period("2026-Q3"))) == "conflict: app.records_purged");
    BOOST_TEST(told(measure_indicators(claire, process_name, period("2026-Q3"))) ==
               "conflict: app.records_purged");
    const auto explained = explain(claire, finding("P3").id);
    BOOST_REQUIRE_EQUAL(told(explained), "done");
    BOOST_TEST(explained->message.find("(purgé)") != std::string::npos, explained->message);
    BOOST_TEST(show_work_item(luc, "P3")->decisions.size() == 1u);
    BOOST_TEST(told(app::reopen(luc, {"P2", "x"})) == "conflict: app.finding_purged");
    BOOST_TEST(told(list_imports(luc, "claim")) == "done");
    Session reader = as("claire.vasseur");
    BOOST_TEST(told(export_review(reader, quarter, root() / "pack")) == "done");
}

BOOST_AUTO_TEST_CASE(does_not_hinder_runs_over_other_days) {
    finish_quarter();
    set_clock("2031-08-01T09:00:00Z");
    purge();
    import("claim", "claims-31.csv", claim_header + claim("P90", "30/07/2031", "3000,00"));
    BOOST_TEST(run("2031-Q3").run.results.at(0).failed == 1);
    BOOST_TEST(faults() == Lines{}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(is_told_to_joins_and_windows_of_other_days) {
    finish_quarter();
    set_clock("2031-08-01T09:00:00Z");
    purge();
    const auto plugin = plugin_in_force(workspace(), "claims", day("2031-08-01")).value();
    RecordSource source(sophie, period("2031-Q3"));
    const auto read = [&](bool with_earlier) {
        return told(source.records(plugin.value.plugin, plugin.version.hash, "claim", with_earlier));
    };
    BOOST_TEST(read(false) == "done");
    BOOST_TEST(source.purged().empty());
    BOOST_TEST(read(true) == "done");
    BOOST_CHECK(source.purged().at("claim") == day("2026-07-20"));
}

BOOST_AUTO_TEST_CASE(refuses_the_same_file_again) {
    finish_quarter();
    set_clock("2031-08-01T09:00:00Z");
    purge();
    Session luc = as("luc.moreau");
    BOOST_TEST(told(import_records(luc, {"claim", file("again.csv", july_claims), {}})) ==
               "conflict: app.same_file_purged");
}

BOOST_AUTO_TEST_CASE(waits_for_the_turn_and_the_findings) {
    set_clock("2031-08-01T09:00:00Z");
    const Lines held{"1 claim 2031-07-21: app.held_by_period, app.held_by_findings, app.held_by_releases",
                     "2 payment 2031-07-29: app.held_by_period"};
    BOOST_TEST(due() == held, boost::test_tools::per_element());
    const std::int64_t before = journal_number();
    const Purged purged = purge();
    BOOST_TEST(purged.files == 0);
    BOOST_TEST(journal_number() == before);
    BOOST_TEST(has_file(1));
}

BOOST_AUTO_TEST_CASE(waits_for_released_payments_to_be_told) {
    reach_act();
    prepare();
    hold();
    sign();
    set_clock("2031-07-22T09:00:00Z");
    BOOST_TEST(due() == Lines{"1 claim 2031-07-21: app.held_by_releases"}, boost::test_tools::per_element());
    tell_payments();
    BOOST_TEST(due() == Lines{"1 claim 2031-07-21"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(waits_for_actions_that_follow_from_its_findings) {
    finish_quarter();
    set_clock("2031-07-22T09:00:00Z");
    const std::pair<model::ActionOrigin, std::string> sources[] = {
        {model::ActionOrigin::finding, finding("P1").id}, {model::ActionOrigin::nonconformity, "1"}};
    std::int64_t number = 0;
    for (const auto& [origin, source] : sources) {
        const auto proposed = propose_action(
            sophie, {.process = process_name, .text = "Former", .origin = origin, .source = source});
        BOOST_REQUIRE_EQUAL(told(proposed), "done");
        BOOST_TEST(due() == Lines{"1 claim 2031-07-21: app.held_by_action"},
                   boost::test_tools::per_element());
        BOOST_REQUIRE_EQUAL(told(cancel_action(sophie, ++number, "sans objet")), "done");
        BOOST_TEST(due() == Lines{"1 claim 2031-07-21"}, boost::test_tools::per_element());
    }
}

BOOST_AUTO_TEST_CASE(never_brings_an_outdated_version_back) {
    import("claim", "correction.csv", claim_header + claim("P1", "02/07/2026", "2000,00"));
    finish_quarter();
    set_clock("2031-07-10T09:00:00Z");
    BOOST_TEST(due() == Lines{"3 claim 2031-07-03: app.held_by_import"}, boost::test_tools::per_element());
    set_clock("2031-07-22T09:00:00Z");
    const Lines both{"1 claim 2031-07-21", "3 claim 2031-07-03"};
    BOOST_TEST(due() == both, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(keeps_the_evidence_on_records_that_a_later_import_has) {
    import("claim", "later.csv", claim_header + claim("P1", "01/09/2026", "2000,00"));
    finish_quarter();
    set_clock("2031-08-01T09:00:00Z");
    BOOST_TEST(purge().findings == 3);
    BOOST_TEST(!column::is_missing(value("P1", "amount")));
    BOOST_CHECK(column::is_missing(value("P2", "amount")));
    set_clock("2031-09-02T09:00:00Z");
    BOOST_TEST(purge().findings == 1);
    BOOST_CHECK(column::is_missing(value("P1", "amount")));
    BOOST_TEST(faults() == Lines{}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(keeps_a_content_that_another_import_still_needs) {
    const std::string both =
        "number;contract;joined_on;vip;claim;amount;paid_on\n"
        "R8;C1;01/07/2026;non;P8;12,00;28/07/2026\n";
    import("payment", "both.csv", both);
    set_clock("2026-07-31T09:00:00Z");
    import("member", "both.csv", both);
    BOOST_CHECK(imported(3).archived == imported(4).archived);
    finish_quarter();
    set_clock("2031-07-30T09:00:00Z");
    purge();
    BOOST_TEST(imported(3).purged.has_value());
    BOOST_TEST(has_file(4));
    BOOST_TEST(faults() == Lines{}, boost::test_tools::per_element());
    set_clock("2031-08-01T09:00:00Z");
    BOOST_TEST(purge().files == 1);
    BOOST_TEST(!has_file(4));
}

BOOST_AUTO_TEST_CASE(counts_registers_from_their_import) {
    set_clock("2026-07-31T09:00:00Z");
    import("member", "members.csv", "number;contract;joined_on;left_on;vip\nM1;C1;01/01/1990;;non\n");
    finish_quarter();
    set_clock("2031-07-31T09:00:00Z");
    BOOST_TEST(due({.type = "member"}).empty());
    set_clock("2031-08-01T09:00:00Z");
    BOOST_TEST(due({.type = "member"}) == Lines{"3 member 2031-08-01"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(follows_the_version_in_force_today) {
    finish_quarter();
    edit_draft("plugins/claims/records/claim.lua", "\"5 years\"", "\"12 months\"");
    edit_draft("plugins/claims/records/payment.lua", "  retention  = \"5 years\",\n", "");
    accept_plugin_from("2026-10-05");
    set_clock("2027-08-01T09:00:00Z");
    BOOST_TEST(due() == Lines{"1 claim 2027-07-21"}, boost::test_tools::per_element());
    BOOST_TEST(list_purgeable(sophie, {})->without_limit == Lines{"payment"},
               boost::test_tools::per_element());
    purge();
    BOOST_TEST(imported(1).purged->plugin_version == 2);
}

// What a kill between the commit and the files leaves behind.
BOOST_AUTO_TEST_CASE(takes_away_what_an_interrupted_one_left) {
    finish_quarter();
    set_clock("2031-08-01T09:00:00Z");
    const fs::path place = workspace().archive().find(imported(1).archived).value();
    const std::string bytes = read_file(place).value();
    purge();
    write_durably(place, bytes);
    BOOST_TEST(faults() == Lines{"import/1 app.purged_file_remains"}, boost::test_tools::per_element());
    const std::int64_t before = journal_number();
    BOOST_TEST(purge().files == 1);
    BOOST_TEST(journal_number() == before);
    BOOST_TEST(faults() == Lines{}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(does_not_hide_that_a_file_was_altered) {
    finish_quarter();
    set_clock("2031-07-22T09:00:00Z");
    const fs::path place = workspace().archive().find(imported(1).archived).value();
    std::ofstream(place, std::ios::app) << "P99;";
    BOOST_TEST(due() == Lines{"1 claim 2031-07-21: app.held_by_damage"}, boost::test_tools::per_element());
    fs::remove(place);
    BOOST_TEST(due() == Lines{"1 claim 2031-07-21: app.held_by_damage"}, boost::test_tools::per_element());
    purge();
    BOOST_TEST(!imported(1).purged.has_value());
    BOOST_TEST(faults() == Lines{"import/1 app.archive_incomplete"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(leaves_nothing_that_can_be_altered_unseen) {
    finish_quarter();
    set_clock("2031-08-01T09:00:00Z");
    purge();
    const std::string p3 = " where id = (select finding from finding_subject where key = 'P3')";
    const std::pair<std::string, std::string> alterations[] = {
        {"update import set purged_by = null where number = 1", "import/1 app.state_altered"},
        {"update import set purged_at = purged_at - 1 where number = 1", "import/1 app.state_altered"},
        {"update import set purged_after = '12 months' where number = 1", "import/1 app.state_altered"},
        {"update import set purged_for = 'x' where number = 1", "import/1 app.state_altered"},
        {"update import set accepted = 6 where number = 1", "import/1 app.state_altered"},
        {"update import set purged_after = 'soon' where number = 1", "store app.store_damaged"},
        {"update finding set purged_at = null" + p3, "run/1 app.findings_altered"},
        {"update finding set evidence = '[]'" + p3, "run/1 app.findings_altered"},
        {"update run set findings = zeroblob(32) where number = 1", "run/1 app.findings_altered"},
    };
    for (const auto& [sql, fault] : alterations) {
        const auto found = faults_after(sql);
        BOOST_CHECK_MESSAGE(std::ranges::find(found, fault) != found.end(),
                            sql << " gave: " << fmt::format("{}", fmt::join(found, " | ")));
    }
}

BOOST_AUTO_TEST_CASE(judges_anew_what_others_changed_meanwhile) {
    finish_quarter();
    set_clock("2031-07-22T09:00:00Z");
    Writing once(sophie, 1), for_ever(sophie, 100);
    Session disturbed{workspace(), sophie.actor, sophie.catalogue, sophie.clock, sophie.randomness, for_ever,
                      {},          "test"};
    BOOST_TEST(told(purge_records(disturbed, {})) == "conflict: app.purge_disturbed");
    BOOST_TEST(has_file(1));
    Session delayed{workspace(), sophie.actor, sophie.catalogue, sophie.clock, sophie.randomness, once,
                    {},          "test"};
    BOOST_TEST(purge_records(delayed, {})->files == 1);
    BOOST_TEST(faults() == Lines{}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(goes_with_backups) {
    finish_quarter();
    set_clock("2031-08-01T09:00:00Z");
    Session admin = as("admin");
    NoProgress no_progress;
    BOOST_REQUIRE_EQUAL(told(back_up(admin, root() / "before")), "done");
    purge();
    BOOST_REQUIRE_EQUAL(told(back_up(admin, root() / "after")), "done");
    for (const auto& [name, purged] : {std::pair("before", false), {"after", true}}) {
        const fs::path restored = root() / (std::string("restored ") + name);
        BOOST_REQUIRE_EQUAL(told(restore({root() / name, restored, keys_home()}, no_progress)), "done");
        const auto again = Workspace::open(restored, keys_home()).value();
        Session session = in(*again);
        BOOST_TEST(faults(*again) == Lines{}, boost::test_tools::per_element());
        BOOST_TEST(list_purgeable(session, {})->imports.empty() == purged);
    }
}

BOOST_AUTO_TEST_SUITE_END()
