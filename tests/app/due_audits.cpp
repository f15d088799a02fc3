// SPDX-License-Identifier: Apache-2.0
#include "app/due_audits.h"

#include <boost/test/unit_test.hpp>

#include "app/audited_workspace.h"
#include "app/due.h"
#include "app/due_calendar.h"
#include "app/escalation.h"
#include "app/piece.h"

using namespace cadran;
using namespace cadran::app;

namespace {

struct Example : AuditedWorkspace {
    // `2026-09-14 audit ines.caron: audit request 1`, a line each; `!` in front of what is overdue, ` >
    // sophie` behind what came up to her. Of audits only.
    std::vector<std::string> due(const std::string& account, DueQuery query = {}) {
        Session session = as(account);
        const auto items = list_due(session, query);
        BOOST_REQUIRE_EQUAL(told(items), "done");
        std::vector<std::string> lines;
        for (const DueItem& item : *items) {
            if (item.kind != DueKind::audit && item.kind != DueKind::piece &&
                item.kind != DueKind::audit_finding)
                continue;
            for (const Language language : {Language::french, Language::english})
                BOOST_TEST(!due_words(item, Catalogue(language)).empty());
            lines.push_back(fmt::format(
                "{}{} {} {}: {}{}", item.overdue ? "!" : "", item.on ? iso_text(*item.on) : "now",
                due_kind_name(item.kind), fmt::join(item.who, ","), item.command,
                item.escalated_to.empty() ? "" : fmt::format(" > {}", fmt::join(item.escalated_to, ","))));
        }
        return lines;
    }
    void expect(const std::vector<std::string>& found, const std::vector<std::string>& expected) {
        BOOST_TEST(found == expected, boost::test_tools::per_element());
    }
    std::string words(const std::string& account) {
        Session session = as(account);
        std::string all;
        const auto items = list_due(session, {}).value();
        for (const DueItem& item : items) all += due_words(item, session.catalogue) + "\n";
        return all;
    }
    bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

    // Two recommendations of AU-1, issued on 2026-09-20; argued until 2026-10-04, final on 2026-10-15.
    void argue() {
        audit = plan("orbrelle", "2026-09-14", "2026-10-15");
        set_clock("2026-09-14T09:00:00Z");
        request(audit, "2026-09-18");
        begin(audit);
        first = recommend(audit, "Citer l’assureur", model::Severity::high, "2026-12-01");
        second = recommend(audit, "Joindre les justificatifs", model::Severity::low, "2026-12-20");
        set_clock("2026-09-20T09:00:00Z");
        report(audit, "2026-10-04");
    }
    void conclude() {
        argue();
        answer(first, true);
        answer(second, false);
        settle(second);
        set_clock("2026-10-14T09:00:00Z");
        finish(audit);
    }

    std::int64_t audit = 0, first = 0, second = 0;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(due_audits, Example)

BOOST_AUTO_TEST_CASE(a_planned_audit_awaits_its_team_from_its_first_day_with_its_first_step) {
    plan("orbrelle", "2026-09-14", "2026-10-15", {"remi.aubert", "ines.caron"});
    plan(process_name, "2026-07-20", "2026-07-21");
    expect(due("ines.caron"), {"2026-07-20 audit ines.caron: audit begin 2"});
    expect(due("ines.caron", {.until = day("2026-12-31")}),
           {"2026-07-20 audit ines.caron: audit begin 2",
            "2026-09-14 audit ines.caron,remi.aubert: audit request 1"});
    expect(due("claire.vasseur"), {});
    set_clock("2026-09-15T09:00:00Z");
    expect(due("remi.aubert"), {"!2026-09-14 audit ines.caron,remi.aubert: audit request 1"});
    BOOST_TEST(has(words("remi.aubert"), "commencer l’audit AU-1 de Gestion Orbrelle"));
}

BOOST_AUTO_TEST_CASE(pieces_await_the_auditee_as_one_thing_and_the_team_is_told_once_they_are_late) {
    audit = plan("orbrelle", "2026-07-01", "2026-09-30");
    request(audit, "2026-07-20");
    expect(due("lea.marchand"), {"2026-07-20 piece lea.marchand: piece receive 1"});
    BOOST_TEST(has(words("lea.marchand"), "AU-1, Gestion Orbrelle : remettre 38 pièces demandées"));
    expect(due("ines.caron"), {});
    deliver(audit, "affiliation_forms");
    deliver(audit, "information_notice");
    BOOST_TEST(has(words("lea.marchand"), "remettre 36 pièces"));
    expect(due("ines.caron"), {"now piece ines.caron: piece list 1"});
    BOOST_TEST(has(words("ines.caron"), "accepter ou rejeter 2 pièces reçues"));
    Session ines = this->ines();
    BOOST_REQUIRE_EQUAL(told(accept_piece(ines, audit, "affiliation_forms")), "done");
    BOOST_REQUIRE_EQUAL(told(reject_piece(ines, audit, "information_notice", "Périmée")), "done");
    BOOST_TEST(has(words("lea.marchand"), "remettre 37 pièces"));
    set_clock("2026-07-21T09:00:00Z");
    expect(due("ines.caron"), {"!2026-07-20 piece lea.marchand: piece receive 1 > ines.caron"});
    expect(due("remi.aubert"), {});
}

BOOST_AUTO_TEST_CASE(the_provisional_report_is_due_on_the_last_planned_day) {
    audit = plan("orbrelle", "2026-07-01", "2026-07-25");
    request(audit, "2026-08-20");
    expect(due("ines.caron"), {"2026-07-25 audit ines.caron: audit begin 1"});
    begin(audit);
    expect(due("ines.caron"), {"2026-07-25 audit ines.caron: audit report 1"});
}

BOOST_AUTO_TEST_CASE(findings_await_an_answer_then_what_is_contested_awaits_the_team) {
    argue();
    expect(due("lea.marchand"), {"2026-10-04 audit-finding lea.marchand: audit-finding answer 1"});
    BOOST_TEST(has(words("lea.marchand"), "répondre à 2 constats"));
    answer(first, true);
    expect(due("lea.marchand"), {"2026-10-04 audit-finding lea.marchand: audit-finding answer 2"});
    expect(due("ines.caron"), {"2026-10-15 audit ines.caron: audit finish 1"});
    answer(second, false);
    expect(due("lea.marchand"), {});
    expect(due("ines.caron"), {"2026-10-15 audit-finding ines.caron: audit-finding settle 2",
                               "2026-10-15 audit ines.caron: audit finish 1"});
    settle(second);
    expect(due("ines.caron"), {"2026-10-15 audit ines.caron: audit finish 1"});
}

BOOST_AUTO_TEST_CASE(the_auditee_has_its_time_to_argue_before_the_final_report_is_due) {
    audit = plan("orbrelle", "2026-07-01", "2026-07-10");
    request(audit, "2026-07-01");
    begin(audit);
    recommend(audit, "Citer l’assureur", model::Severity::high, "2026-12-01");
    report(audit, "2026-07-24");
    expect(due("ines.caron"), {"2026-07-24 audit ines.caron: audit finish 1"});
}

BOOST_AUTO_TEST_CASE(each_recommendation_awaits_the_auditee_and_comes_up_when_it_stays_overdue) {
    conclude();
    expect(due("ines.caron"), {"now audit ines.caron: audit restitute 1"});
    restitute(audit, "2026-10-14");
    expect(due("lea.marchand"), {});
    set_clock("2026-11-25T09:00:00Z");
    expect(due("lea.marchand"), {"2026-12-01 audit-finding lea.marchand: audit-finding resolve 1",
                                 "2026-12-20 audit-finding lea.marchand: audit-finding resolve 2"});
    BOOST_TEST(has(words("lea.marchand"), "résoudre R-1 : Citer l’assureur"));
    set_clock("2026-12-16T09:00:00Z");
    expect(due("sophie.garnier", {.until = day("2026-12-16")}), {});
    expect(due("ines.caron"), {});
    set_clock("2026-12-17T09:00:00Z");
    expect(due("ines.caron", {.until = day("2026-12-17")}),
           {"!2026-12-01 audit-finding lea.marchand: audit-finding resolve 1 > ines.caron"});
    set_clock("2027-01-01T09:00:00Z");
    expect(due("sophie.garnier", {.until = day("2027-01-01")}),
           {"!2026-12-01 audit-finding lea.marchand: audit-finding resolve 1 > ines.caron,sophie.garnier"});
}

BOOST_AUTO_TEST_CASE(what_is_said_to_be_resolved_awaits_the_team) {
    conclude();
    restitute(audit, "2026-10-14");
    resolve(second);
    expect(due("ines.caron"), {"now audit-finding ines.caron: audit-finding verify 2"});
    expect(due("lea.marchand", {.until = day("2026-12-31")}),
           {"2026-12-01 audit-finding lea.marchand: audit-finding resolve 1"});
    verify(second);
    expect(due("ines.caron"), {});
}

BOOST_AUTO_TEST_CASE(six_months_after_the_restitution_both_sides_meet_unless_nothing_is_open) {
    conclude();
    restitute(audit, "2026-10-14");
    verify((resolve(first), first));
    set_clock("2027-04-01T09:00:00Z");
    const auto lines = due("ines.caron");
    BOOST_TEST((std::ranges::find(lines, "2027-04-14 audit ines.caron: audit show 1") != lines.end()));
    BOOST_TEST(has(words("ines.caron"), "réunion de suivi de AU-1, Gestion Orbrelle : 1 constat ouvert"));
    resolve(second);
    verify(second);
    expect(due("ines.caron"), {"now audit ines.caron: audit close 1"});
    Session ines = this->ines();
    BOOST_REQUIRE_EQUAL(told(close_audit(ines, audit)), "done");
    expect(due("ines.caron"), {});
}

BOOST_AUTO_TEST_CASE(a_cancelled_audit_awaits_nobody) {
    audit = plan("orbrelle", "2026-07-10", "2026-07-25");
    Session ines = this->ines();
    BOOST_REQUIRE_EQUAL(told(cancel_audit(ines, audit, "Contrat résilié")), "done");
    expect(due("sophie.garnier", {.everybody = true}), {});
}

BOOST_AUTO_TEST_CASE(the_audits_of_others_are_left_out_for_who_may_not_see_audits) {
    plan("orbrelle", "2026-07-10", "2026-07-25");
    BOOST_TEST(due("sophie.garnier", {.everybody = true}).size() == 1u);
    expect(due("luc.moreau", {.everybody = true}), {});
}

BOOST_AUTO_TEST_CASE(of_a_process_its_audits_are_among_what_is_due) {
    plan(process_name, "2026-07-20", "2026-07-21");
    plan("orbrelle", "2026-07-10", "2026-07-25");
    expect(due("sophie.garnier", {.everybody = true, .process = process_name}),
           {"2026-07-20 audit ines.caron: audit begin 1"});
}

BOOST_AUTO_TEST_CASE(a_calendar_has_each_thing_once_under_its_own_uid) {
    conclude();
    restitute(audit, "2026-10-14");
    resolve(first);
    Session sophie = as("sophie.garnier");
    const auto entries = calendar_of_due(sophie, {.everybody = true, .until = day("2027-12-31")});
    BOOST_REQUIRE_EQUAL(told(entries), "done");
    std::set<std::string> uids, of_audits;
    for (const report::CalendarEntry& entry : *entries) {
        uids.insert(entry.uid);
        if (has(entry.description, "cadran audit")) of_audits.insert(entry.summary);
    }
    BOOST_TEST(uids.size() == entries->size());
    const std::set<std::string> expected{"AU-1, Gestion Orbrelle : vérifier 1 constat dit résolu",
                                         "résoudre R-2 : Joindre les justificatifs",
                                         "réunion de suivi de AU-1, Gestion Orbrelle : 2 constats ouverts"};
    BOOST_TEST(of_audits == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_level_of_those_whose_turn_it_is_is_left_out) {
    const auto days = [](int count) { return std::chrono::days{count}; };
    expect(escalated_to({{"a"}, {"q"}}, {"a"}, days(15)), {});
    expect(escalated_to({{"a"}, {"q"}}, {"a"}, days(16)), {"q"});
    expect(escalated_to({{"t", "a"}, {"q"}}, {"a"}, days(31)), {"q", "t"});
}

BOOST_AUTO_TEST_SUITE_END()
