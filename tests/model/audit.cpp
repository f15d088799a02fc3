// SPDX-License-Identifier: Apache-2.0
#include "model/audit.h"

#include <boost/test/unit_test.hpp>
#include <functional>
#include <set>

using namespace cadran;
using namespace cadran::model;
using namespace std::chrono_literals;

namespace {

const Mark mark{"ines.caron", Instant{}};
const Date monday = 2026y / std::chrono::March / 2;
const Date six_weeks_on = 2026y / std::chrono::April / 13;

Delivery delivery(const std::string& bytes, Date received = monday) {
    return {{"delays.xlsx", sha256(bytes)}, {}, received, mark};
}

Audit audit_in(AuditState state) {
    Audit audit;
    audit.number = 3;
    audit.state = state;
    audit.pieces = {{.item = "delays", .due = six_weeks_on}};
    return audit;
}

Sampling drawn(std::vector<std::string> keys) {
    Sampling sampling;
    sampling.sample = "files";
    sampling.drawn = std::move(keys);
    return sampling;
}

struct Step {
    std::string name;
    std::set<AuditState> from;
    AuditState to;
    std::function<Done(Audit&)> take;
};

const std::vector<Step> steps{
    {"request",
     {AuditState::planned},
     AuditState::requested,
     [](Audit& audit) { return request_pieces(audit, {{.item = "delays", .due = six_weeks_on}}, mark); }},
    {"begin",
     {AuditState::requested},
     AuditState::fieldwork,
     [](Audit& audit) { return begin_fieldwork(audit, true, mark); }},
    {"begin without pieces",
     {AuditState::planned},
     AuditState::fieldwork,
     [](Audit& audit) { return begin_fieldwork(audit, false, mark); }},
    {"report",
     {AuditState::fieldwork},
     AuditState::provisional,
     [](Audit& audit) { return issue_provisional_report(audit, {}, six_weeks_on, mark); }},
    {"argue",
     {AuditState::provisional, AuditState::contradictory},
     AuditState::contradictory,
     [](Audit& audit) { return argue(audit); }},
    {"finish",
     {AuditState::provisional, AuditState::contradictory},
     AuditState::final_report,
     [](Audit& audit) { return issue_final_report(audit, {}, mark); }},
    {"restitute",
     {AuditState::final_report},
     AuditState::follow_up,
     [](Audit& audit) {
         return hold_restitution(audit, {monday, {"Inès Caron"}, "calendrier convenu", mark});
     }},
    {"close", {AuditState::follow_up}, AuditState::closed, [](Audit& audit) { return close(audit, mark); }},
    {"cancel",
     {AuditState::planned, AuditState::requested, AuditState::fieldwork},
     AuditState::cancelled,
     [](Audit& audit) {
         return cancel(audit, {"contrat résilié", mark});
     }},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(audit)

BOOST_AUTO_TEST_CASE(every_step_leaves_from_its_states_only) {
    for (const Step& step : steps) {
        for (const AuditState state : all_audit_states) {
            BOOST_TEST_INFO(step.name << " from " << audit_state_name(state));
            Audit audit = audit_in(state);
            const Done done = step.take(audit);
            BOOST_TEST(done.has_value() == step.from.contains(state));
            BOOST_TEST((audit.state == (done ? step.to : state)));
            if (!done) BOOST_TEST((done.error().kind == Failure::Kind::conflict));
        }
    }
}

BOOST_AUTO_TEST_CASE(pieces_come_in_while_they_are_awaited_or_examined) {
    for (const AuditState state : all_audit_states) {
        BOOST_TEST_INFO(audit_state_name(state));
        Audit audit = audit_in(state);
        const bool may = state == AuditState::requested || state == AuditState::fieldwork;
        BOOST_TEST(deliver(audit, "delays", delivery("one")).has_value() == may);
        BOOST_TEST(audit.piece("delays")->is_delivered() == may);
        BOOST_TEST(assess(audit, {.item = "delays"}).has_value() == (state == AuditState::fieldwork));
    }
}

BOOST_AUTO_TEST_CASE(samples_are_drawn_and_examined_during_fieldwork) {
    for (const AuditState state : all_audit_states) {
        BOOST_TEST_INFO(audit_state_name(state));
        Audit audit = audit_in(state);
        const bool may = state == AuditState::fieldwork;
        BOOST_TEST(draw(audit, drawn({"A", "B"})).has_value() == may);
        BOOST_TEST(examine_sample(audit, {"files", {"B"}, "à revoir"}, mark).has_value() == may);
    }
}

BOOST_AUTO_TEST_CASE(a_sample_is_not_drawn_anew_once_it_was_examined) {
    Audit audit = audit_in(AuditState::fieldwork);
    BOOST_TEST(!examine_sample(audit, {"files", {}}, mark).has_value());
    BOOST_REQUIRE(draw(audit, drawn({"A"})).has_value());
    BOOST_REQUIRE(draw(audit, drawn({"A", "B"})).has_value());
    BOOST_TEST(audit.samplings.size() == 1u);
    const Done wrong = examine_sample(audit, {"files", {"C", "B", "D"}}, mark);
    BOOST_REQUIRE(!wrong.has_value());
    BOOST_TEST(wrong.error().diagnostics.size() == 2u);
    BOOST_TEST(!audit.sampling("files")->nonconforming.has_value());
    BOOST_REQUIRE(examine_sample(audit, {"files", {"B"}}, mark).has_value());
    BOOST_TEST(!draw(audit, drawn({"A"})).has_value());
    BOOST_REQUIRE(examine_sample(audit, {"files", {}}, mark).has_value());
    BOOST_TEST(audit.sampling("files")->nonconforming->empty());
}

BOOST_AUTO_TEST_CASE(a_rejected_piece_is_delivered_again_as_another_version) {
    Audit audit = audit_in(AuditState::requested);
    BOOST_TEST(!accept_piece(audit, "delays").has_value());
    BOOST_REQUIRE(deliver(audit, "delays", delivery("one")).has_value());
    BOOST_TEST(!reject_piece(audit, "delays", " ").has_value());
    BOOST_REQUIRE(reject_piece(audit, "delays", "illisible").has_value());
    BOOST_TEST(!audit.piece("delays")->is_delivered());
    BOOST_TEST(!deliver(audit, "delays", delivery("one")).has_value());
    BOOST_REQUIRE(deliver(audit, "delays", delivery("two", six_weeks_on)).has_value());
    BOOST_TEST(audit.piece("delays")->deliveries.size() == 2u);
    BOOST_TEST(audit.piece("delays")->reason == "");
    BOOST_REQUIRE(accept_piece(audit, "delays").has_value());
    BOOST_TEST(!deliver(audit, "delays", delivery("three")).has_value());
    BOOST_TEST(!deliver(audit, "other", delivery("three")).has_value());
}

BOOST_AUTO_TEST_CASE(a_piece_is_late_from_the_day_after_it_was_due) {
    Audit audit = audit_in(AuditState::requested);
    const Date day_after = 2026y / std::chrono::April / 14;
    BOOST_TEST(!audit.piece("delays")->is_late(six_weeks_on));
    BOOST_TEST(audit.piece("delays")->is_late(day_after));
    BOOST_REQUIRE(deliver(audit, "delays", delivery("one", 2026y / std::chrono::April / 20)).has_value());
    BOOST_TEST(!audit.piece("delays")->is_late(day_after));
    BOOST_TEST((audit.piece("delays")->days_late() == 7));
}

BOOST_AUTO_TEST_CASE(an_item_is_as_bad_as_its_worst_criterion) {
    const auto conformity = [](std::vector<Conformity> verdicts) {
        Assessment assessment;
        for (const Conformity verdict : verdicts) assessment.verdicts.push_back({"one", verdict});
        return assessment.conformity();
    };
    using enum Conformity;
    BOOST_TEST((conformity({}) == not_checked));
    BOOST_TEST((conformity({conforming, conforming}) == conforming));
    BOOST_TEST((conformity({conforming, nonconforming, not_checked}) == nonconforming));
    BOOST_TEST((conformity({conforming, not_checked}) == not_checked));
    BOOST_TEST((conformity({conforming, not_applicable}) == conforming));
    BOOST_TEST((conformity({not_applicable, not_applicable}) == not_applicable));
}

BOOST_AUTO_TEST_CASE(what_is_found_again_of_an_item_takes_the_place_of_what_was) {
    Audit audit = audit_in(AuditState::fieldwork);
    BOOST_REQUIRE(assess(audit, {.item = "delays", .result = "first"}).has_value());
    BOOST_REQUIRE(assess(audit, {.item = "register", .result = "other"}).has_value());
    BOOST_REQUIRE(assess(audit, {.item = "delays", .result = "second"}).has_value());
    BOOST_TEST(audit.assessments.size() == 2u);
    BOOST_TEST(audit.assessment("delays")->result == "second");
}

BOOST_AUTO_TEST_SUITE_END()
