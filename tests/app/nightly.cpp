// SPDX-License-Identifier: Apache-2.0
#include "app/nightly.h"

#include <boost/test/unit_test.hpp>

#include "app/account.h"
#include "app/action.h"
#include "app/indicator.h"
#include "app/journal.h"
#include "app/sample_workspace.h"
#include "app/workspace_definition.h"
#include "store/journal_repository.h"

using namespace cadran;
using namespace cadran::app;

namespace {

// A server whose answers a test sets; it keeps what it accepted.
struct TestServer {
    std::vector<mail::Letter> accepted;
    std::map<std::string, mail::Fate> fates;  // by address; accepted unless said otherwise
    std::optional<mail::Server> asked_for;
    std::function<void()> once_accepted = [] {};

    class TestPost final : public mail::Post {
      public:
        explicit TestPost(TestServer& server) : server_(server) {}
        mail::Receipt send(const mail::Letter& letter) override {
            const auto fate = server_.fates.find(letter.to);
            if (fate != server_.fates.end()) return {fate->second, "no"};
            server_.accepted.push_back(letter);
            server_.once_accepted();
            return {};
        }

      private:
        TestServer& server_;
    };

    mail::Connect connect() {
        return [this](const mail::Server& server) -> std::unique_ptr<mail::Post> {
            asked_for = server;
            return std::make_unique<TestPost>(*this);
        };
    }
    std::vector<std::string> recipients() const {
        std::vector<std::string> addresses;
        for (const mail::Letter& letter : accepted) addresses.push_back(letter.to);
        return addresses;
    }
};

struct Example : SampleWorkspace {
    TestServer server;
    Session admin = as("admin"), sophie = as("sophie.garnier"), claire = as("claire.vasseur");

    void accept_server(const std::string& attributes = "") {
        edit_draft("workspace.xml", "</workspace>",
                   R"(<mail host="smtp.example.org" from="q@example.org")" + attributes + "/></workspace>");
        BOOST_REQUIRE_EQUAL(told(draft_workspace(admin)), "done");
        BOOST_REQUIRE_EQUAL(told(accept_workspace(sophie, {"workspace", day("2026-07-01"), "mail"})), "done");
    }
    void give_addresses() {
        for (const char* name : {"claire.vasseur", "luc.moreau", "nadia.belkacem", "lea.marchand"})
            BOOST_REQUIRE_EQUAL(told(set_address(admin, {name, std::string(name) + "@example.org", {}})),
                                "done");
    }
    // July over: a figure to measure for claire, files to decide on for luc and nadia, nothing for lea.
    void reach_august() {
        play_july();
        accept_server();
        give_addresses();
        set_clock("2026-08-03T02:30:00Z");
    }
    NightlyDone night(const RunNightly& command = {}) {
        const auto done = run_nightly(admin, command, server.connect());
        BOOST_REQUIRE_EQUAL(told(done), "done");
        told(done->faults);
        return *done;
    }
    std::int64_t fresh_of(const NightlyDone& done) {
        std::int64_t fresh = 0;
        for (const NightlyFigure& figure : done.figures) fresh += figure.fresh;
        return fresh;
    }
    std::vector<std::string> faults_of(const NightlyDone& done) {
        std::vector<std::string> ids;
        for (const Diagnostic& fault : done.faults) ids.push_back(fault.what.id);
        return ids;
    }
    void expect(const std::vector<std::string>& found, const std::vector<std::string>& expected) {
        BOOST_TEST(found == expected, boost::test_tools::per_element());
    }
};

const std::vector<std::string> controllers{"luc.moreau@example.org", "nadia.belkacem@example.org"};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(nightly, Example)

BOOST_AUTO_TEST_CASE(measures_what_is_over_and_repeats_nothing) {
    reach_august();
    const auto first = night({.send = false});
    BOOST_REQUIRE(first.figures.size() == 1u);
    BOOST_TEST(first.figures[0].process == process_name);
    BOOST_TEST(first.figures[0].period.text() == "2026-07");
    BOOST_TEST(first.figures[0].fresh == 1);
    BOOST_TEST(first.faults.empty());
    const std::int64_t before = journal_number();
    BOOST_TEST(night({.send = false}).figures.empty());
    BOOST_TEST(journal_number() == before);
}

BOOST_AUTO_TEST_CASE(leaves_a_period_without_records_to_be_measured_later) {
    reach_august();
    set_clock("2026-09-03T02:30:00Z");
    const auto done = night({.send = false});
    BOOST_REQUIRE(done.figures.size() == 2u);
    BOOST_TEST(done.figures[1].period.text() == "2026-08");
    BOOST_TEST(done.figures[1].awaits_records);
    BOOST_TEST(done.figures[1].fresh == 0);
    BOOST_TEST(show_indicators(claire, process_name, indicator_name)->size() == 1u);
}

BOOST_AUTO_TEST_CASE(measures_again_what_came_late_until_the_turn_is_due_and_not_after) {
    reach_august();
    night({.send = false});
    const std::string payments(july_payments);
    const std::string header = payments.substr(0, payments.find('\n') + 1);
    const std::string line =
        payments.substr(header.size(), payments.find('\n', header.size()) + 1 - header.size());
    std::string another = line;
    another.replace(0, another.find(';'), "R91");
    set_clock("2026-10-15T02:30:00Z");
    import("payment", "late.csv", header + another);
    BOOST_TEST(fresh_of(night({.send = false})) > 0);
    std::string third = line;
    third.replace(0, third.find(';'), "R92");
    set_clock("2026-10-16T02:30:00Z");
    import("payment", "later.csv", header + third);
    BOOST_TEST(fresh_of(night({.send = false})) == 0);
}

BOOST_AUTO_TEST_CASE(sends_each_what_concerns_them_and_nothing_where_nothing_does) {
    reach_august();
    const auto done = night();
    expect(done.digests_to, {"luc.moreau", "nadia.belkacem"});
    expect(server.recipients(), controllers);
    BOOST_TEST(server.asked_for->host == "smtp.example.org");
    const mail::Letter& letter = server.accepted.at(0);
    BOOST_TEST(letter.from == "q@example.org");
    BOOST_TEST(letter.subject == "Cadran\u00a0: 1 chose à faire, dont 1 en retard");
    BOOST_TEST(letter.text.find("worklist list --control claims/over-threshold") != std::string::npos);
    BOOST_TEST(letter.text.find("indicator") == std::string::npos);  // that is claire's
}

BOOST_AUTO_TEST_CASE(sends_one_digest_a_day_however_often_it_runs) {
    reach_august();
    night();
    const std::int64_t before = journal_number();
    BOOST_TEST(night().digests_to.empty());
    BOOST_TEST(journal_number() == before);
    set_clock("2026-08-04T02:30:00Z");
    expect(night().digests_to, {"luc.moreau", "nadia.belkacem"});
    BOOST_TEST(server.accepted.at(0).id != server.accepted.at(2).id);
}

BOOST_AUTO_TEST_CASE(heeds_who_wants_none) {
    reach_august();
    Session luc = as("luc.moreau");
    BOOST_REQUIRE_EQUAL(told(set_address(luc, {"luc.moreau", {}, model::DigestRhythm::never})), "done");
    expect(night().digests_to, {"nadia.belkacem"});
}

BOOST_AUTO_TEST_CASE(goes_on_after_a_recipient_is_refused_and_tries_that_one_again) {
    reach_august();
    server.fates["luc.moreau@example.org"] = mail::Fate::refused;
    const auto done = night();
    expect(done.digests_to, {"nadia.belkacem"});
    expect(faults_of(done), {"app.digest_refused"});
    server.fates.clear();
    expect(night().digests_to, {"luc.moreau"});
}

BOOST_AUTO_TEST_CASE(stops_at_a_server_that_does_not_answer_and_loses_nothing) {
    reach_august();
    for (const std::string& address : controllers) server.fates[address] = mail::Fate::unreachable;
    const auto done = night();
    expect(faults_of(done), {"app.mail_server_unreachable"});
    BOOST_TEST(fresh_of(done) == 1);  // measured all the same
    server.fates.clear();
    expect(night().digests_to, {"luc.moreau", "nadia.belkacem"});
}

// The program dies between the server's answer and the record: the letter leaves again, and says that it is
// the same.
BOOST_AUTO_TEST_CASE(killed_after_sending_sends_the_same_letter_again) {
    reach_august();
    server.once_accepted = [] { throw std::runtime_error("killed"); };
    BOOST_CHECK_THROW(night(), std::runtime_error);
    server.once_accepted = [] {};
    night();
    expect(server.recipients(), {controllers[0], controllers[0], controllers[1]});
    BOOST_TEST(server.accepted[0].id == server.accepted[1].id);
}

BOOST_AUTO_TEST_CASE(says_what_is_missing_to_send_anything) {
    play_july();
    set_clock("2026-08-03T02:30:00Z");
    BOOST_TEST(night().faults.empty());  // nobody has an address
    give_addresses();
    expect(faults_of(night()), {"app.no_mail_server"});
    BOOST_TEST(night({.send = false}).faults.empty());
    accept_server(" user=\"u\"");
    expect(faults_of(night()), {"app.no_mail_password"});
    const auto done = night({.password = "secret"});
    BOOST_TEST(done.digests_to.size() == 2u);
    BOOST_TEST(server.asked_for->user == "u");
    BOOST_TEST(server.asked_for->password == "secret");
}

BOOST_AUTO_TEST_CASE(tells_what_came_up_and_to_whom) {
    reach_august();
    const auto number = propose_action(sophie, {.process = process_name,
                                                .text = "Reprendre",
                                                .kind = model::ActionKind::correction,
                                                .owner = "luc.moreau",
                                                .due = day("2026-08-05")})
                            ->number;
    BOOST_REQUIRE_EQUAL(told(decide_action(claire, {number})), "done");
    BOOST_TEST(night().escalated.empty());
    set_clock("2026-08-21T02:30:00Z");
    const auto done = night();
    BOOST_REQUIRE(done.escalated.size() == 1u);
    expect(done.escalated[0].escalated_to, {"claire.vasseur"});
    const auto letter = std::ranges::find(server.accepted, "claire.vasseur@example.org", &mail::Letter::to);
    BOOST_REQUIRE(letter != server.accepted.end());
    BOOST_TEST(letter->text.find("remonté jusqu’à vous, attendu de luc.moreau") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(stops_when_it_is_told_to) {
    reach_august();
    std::stop_source source;
    admin.cancellation = source.get_token();
    source.request_stop();
    const auto done = night();
    BOOST_TEST(done.stopped);
    BOOST_TEST(done.figures.empty());
    BOOST_TEST(server.accepted.empty());
}

BOOST_AUTO_TEST_CASE(leaves_a_journal_that_holds_and_names_no_address) {
    reach_august();
    night();
    const auto proof = verify_journal(sophie);
    BOOST_REQUIRE(proof.has_value());
    BOOST_TEST(told(proof->faults) == told(Diagnostics{}));
    for (const store::JournalRow& row : store::JournalRepository(workspace().database()).list(0, 0))
        BOOST_TEST(row.entry.find("example.org") == std::string::npos, row.entry);
}

BOOST_AUTO_TEST_CASE(is_one_at_a_time_and_sends_nothing_twice) {
    reach_august();
    std::vector<std::string> others;
    server.once_accepted = [&] {
        const std::int64_t before = journal_number();
        others.push_back(told(run_nightly(admin, {}, server.connect())));
        BOOST_TEST(journal_number() == before);
    };
    night();
    BOOST_TEST(others == std::vector<std::string>(2, "conflict: app.nightly_under_way"),
               boost::test_tools::per_element());
    expect(server.recipients(), controllers);
    server.once_accepted = [] {};
    BOOST_TEST(night().digests_to.empty());
}

BOOST_AUTO_TEST_SUITE_END()
