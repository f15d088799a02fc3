// SPDX-License-Identifier: Apache-2.0
#include "app/review.h"

#include <cstdlib>
#include <map>

#include <boost/test/unit_test.hpp>

#include "app/action.h"
#include "app/import.h"
#include "app/indicator.h"
#include "app/sample_workspace.h"
#include "base/file.h"
#include "store/measurement_repository.h"

using namespace cadran;
using namespace cadran::app;

namespace {

struct Example : SampleWorkspace {
    Example() {
        play_july();
        reach_act();
    }
    Session claire = as("claire.vasseur");

    std::string prepared() { return told(prepare_review(claire, quarter)); }
    std::string held() { return told(hold_review(claire, {quarter, {"Claire Vasseur"}, "Conclusion."})); }
    std::string signed_off() { return told(sign_review(claire, quarter)); }
    std::string shown() { return told(show_review(claire, quarter)); }

    // The files of the pack, by name.
    std::map<std::string, std::string> pack(const char* folder) {
        std::map<std::string, std::string> files;
        const auto written = export_review(claire, quarter, root() / folder);
        BOOST_REQUIRE_EQUAL(told(written), "done");
        for (const auto& file : *written) files[file.filename().string()] = read_file(file).value();
        return files;
    }

    // Whether that command of the shell ends well in the folder.
    bool succeeds(const char* folder, const std::string& command) const {
        return std::system(
                   ("cd '" + (root() / folder).string() + "' && " + command + " > /dev/null 2>&1").c_str()) ==
               0;
    }
};

constexpr const char* verify_signature =
    "openssl pkeyutl -verify -pubin -inkey key.pem -rawin -in SHA256SUMS -sigfile SHA256SUMS.sig";

}  // namespace

BOOST_FIXTURE_TEST_SUITE(review, Example)

BOOST_AUTO_TEST_CASE(takes_each_step_from_its_own_state_only) {
    BOOST_TEST(held() == "not found: app.no_review");
    BOOST_TEST(signed_off() == "not found: app.no_review");
    BOOST_TEST(shown() == "not found: app.no_review");
    BOOST_TEST(told(export_review(claire, quarter, root() / "pack")) == "not found: app.no_review");
    BOOST_TEST(prepared() == "done");
    BOOST_TEST(prepared() == "done");
    BOOST_TEST(signed_off() == "conflict: app.wrong_review_state");
    BOOST_TEST(shown() == "done");
    BOOST_TEST(held() == "done");
    BOOST_TEST(prepared() == "conflict: app.wrong_review_state");
    BOOST_TEST(held() == "conflict: app.wrong_review_state");
    BOOST_TEST(signed_off() == "done");
    const std::int64_t before = journal_number();
    BOOST_TEST(prepared() == "conflict: app.turn_not_in_act");
    BOOST_TEST(held() == "conflict: app.wrong_review_state");
    BOOST_TEST(signed_off() == "conflict: app.wrong_review_state");
    BOOST_TEST(shown() == "done");
    BOOST_TEST(journal_number() == before);
}

BOOST_AUTO_TEST_CASE(is_listed_with_its_turn_from_the_first_day_to_its_signature) {
    const auto listed = [&] { return list_reviews(claire).value(); };
    BOOST_REQUIRE_EQUAL(listed().size(), 1u);
    BOOST_TEST(!listed().front().state);
    BOOST_TEST((listed().front().due == day("2026-10-30")));
    set_clock("2026-10-31T09:00:00Z");
    BOOST_TEST(listed().front().overdue);
    prepare();
    hold();
    sign();
    BOOST_REQUIRE_EQUAL(listed().size(), 2u);
    BOOST_TEST(listed().front().period.text() == "2026-Q4");  // what waits comes first
    BOOST_CHECK(listed().back().state == model::ReviewState::signed_off);
    BOOST_TEST(!listed().back().overdue);
    BOOST_TEST(next_review(claire, process_name).value()->period.text() == "2026-Q4");
    BOOST_TEST(!next_review(claire, "none").value());
    Session lea = as("lea.marchand");
    BOOST_TEST(told(list_reviews(lea)) == "refused: app.no_right");
}

BOOST_AUTO_TEST_CASE(is_open_with_all_that_keeps_it_from_its_signature_until_it_is_signed) {
    BOOST_TEST(!find_review(claire, quarter).value());
    BOOST_TEST(told(open_review(claire, quarter)) == "not found: app.no_review");
    prepare();
    BOOST_TEST(told(open_review(claire, quarter)->obstacles) == "");
    Session hugo = as("hugo.lemaire");
    BOOST_REQUIRE(propose_action(hugo, {.process = process_name, .text = "Former"}));
    BOOST_TEST(told(open_review(claire, quarter)->obstacles) == "app.actions_undecided");
    BOOST_REQUIRE(cancel_action(hugo, 1, "inutile"));
    hold();
    sign();
    BOOST_TEST(told(open_review(claire, quarter)) == "conflict: app.wrong_review_state");
    BOOST_CHECK(find_review(claire, quarter).value()->state == model::ReviewState::signed_off);
}

BOOST_AUTO_TEST_CASE(is_of_the_period_of_the_turn) {
    BOOST_TEST(told(prepare_review(claire, {process_name, period("2026-Q4")})) ==
               "conflict: app.turn_not_in_act");
    BOOST_TEST(told(prepare_review(claire, {"complaints", period("2026-Q3")})) ==
               "not found: app.none_in_force");
}

BOOST_AUTO_TEST_CASE(is_held_by_people_who_conclude) {
    prepare();
    const std::int64_t before = journal_number();
    const struct {
        HoldReview command;
        const char* fault;
    } faults[] = {
        {{quarter, {}, ""}, "invalid: app.conclusion_missing, app.participants_missing"},
        {{quarter, {"Claire"}, " \n"}, "invalid: app.conclusion_missing"},
        {{quarter, {"Claire"}, "\xff"}, "invalid: app.conclusion_missing"},
        {{quarter, {}, "Bien."}, "invalid: app.participants_missing"},
        {{quarter, {"Claire", " "}, "Bien."}, "invalid: app.participants_missing"},
        {{quarter, {"\xff"}, "Bien."}, "invalid: app.participants_missing"},
    };
    for (const auto& [command, fault] : faults) BOOST_TEST(told(hold_review(claire, command)) == fault);
    BOOST_TEST(journal_number() == before);
}

BOOST_AUTO_TEST_CASE(tells_the_figures_of_its_period) {
    prepare();
    const Json review = show_review(claire, quarter).value();
    BOOST_TEST(review.canonical_text().find("\"2026-Q3\"") != std::string::npos);
    BOOST_TEST(review.canonical_text().find("\"simulated\":true") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(sets_figures_beside_the_period_before_and_their_course_up_to_its_end) {
    store::MeasurementRepository measurements(workspace().database());
    model::Measurement other = measurements.list(process_name).front();
    for (const char* when : {"2026-06", "2026-Q2", "2026-10"}) {
        other.period = period(when);
        measurements.insert(other);
    }
    prepare();
    const Json review = show_review(claire, quarter).value();
    const Json& indicator = review.at("indicators").array().at(0);
    BOOST_TEST(indicator.at("previous").at("period").string() == "2026-Q2");
    std::string course;
    for (const Json& one : indicator.at("trend").at("periods").array())
        course += one.at("period").string() + " ";
    BOOST_TEST(course == "2026-06 2026-07 2026-08 2026-09 ");
}

BOOST_AUTO_TEST_CASE(is_not_signed_while_an_action_is_proposed_and_carries_decided_ones_over) {
    Session hugo = as("hugo.lemaire");
    const auto action = propose_action(hugo, {.process = process_name,
                                              .text = "Former",
                                              .kind = model::ActionKind::correction,
                                              .owner = "luc.moreau",
                                              .due = day("2026-10-31")});
    BOOST_REQUIRE_EQUAL(told(action), "done");
    prepare();
    hold();
    BOOST_TEST(signed_off() == "conflict: app.actions_undecided");
    BOOST_REQUIRE_EQUAL(told(decide_action(claire, {action->number})), "done");
    BOOST_TEST(signed_off() == "done");
    BOOST_CHECK(show_action(claire, action->number)->action.state == model::ActionState::decided);
    const Json review = show_review(claire, quarter).value();
    BOOST_TEST(review.at("actions").array().at(0).at("state").string() == "decided");
}

BOOST_AUTO_TEST_CASE(is_held_upon_the_actions_that_wait_or_were_judged_since) {
    const auto propose = [&](const char* text, model::ActionState state, const char* due) {
        Session hugo = as("hugo.lemaire");
        const auto action = propose_action(
            hugo, {.process = process_name, .text = text, .owner = "luc.moreau", .due = day(due)});
        BOOST_REQUIRE(action);
        workspace().database().execute("update action set state = $1 where number = $2",
                                       model::action_state_name(state), action->number);
        return action->number;
    };
    propose("à venir", model::ActionState::decided, "2026-12-31");
    propose("faite", model::ActionState::done, "2026-12-31");
    propose("annulée", model::ActionState::cancelled, "2026-12-31");
    const auto judged = propose("jugée", model::ActionState::ineffective, "2026-12-31");
    const auto before = propose("jugée avant", model::ActionState::ineffective, "2026-12-31");
    for (const auto& [number, at] :
         {std::pair(judged, "2026-07-01T08:00:00Z"), std::pair(before, "2026-06-30T08:00:00Z")})
        workspace().database().execute(
            "update action set judged_by = 'hugo.lemaire', judged_at = $1, judgement = 'vu' where number = "
            "$2",
            parse_instant(at).value(), number);
    prepare();
    std::string texts;
    const Json review = show_review(claire, quarter).value();
    for (const Json& action : review.at("actions").array()) texts += action.at("text").string() + ";";
    BOOST_TEST(texts == "à venir;faite;jugée;");
}

BOOST_AUTO_TEST_CASE(decides_on_a_quick_win_at_once_and_proposes_what_others_decide_on) {
    const auto decide_on = [&](model::ActionLevel level, const char* owner = "luc.moreau") {
        return decide_in_review(claire, quarter,
                                {.process = process_name,
                                 .text = "Lire la liste",
                                 .level = level,
                                 .kind = model::ActionKind::correction,
                                 .owner = owner,
                                 .due = day("2026-10-31")});
    };
    BOOST_TEST(told(decide_on(model::ActionLevel::quick_win)) == "not found: app.no_review");
    prepare();
    const auto quick_win = decide_on(model::ActionLevel::quick_win);
    BOOST_REQUIRE_EQUAL(told(quick_win), "done");
    BOOST_CHECK(show_action(claire, quick_win->number)->action.state == model::ActionState::decided);
    BOOST_TEST(quick_win->source == "2026-Q3");
    hold();
    const auto sector = decide_on(model::ActionLevel::sector);
    BOOST_REQUIRE_EQUAL(told(sector), "done");
    BOOST_CHECK(sector->state == model::ActionState::proposed);
    BOOST_TEST(signed_off() == "conflict: app.actions_undecided");
    Session hugo = as("hugo.lemaire");
    BOOST_REQUIRE_EQUAL(told(decide_action(hugo, {sector->number})), "done");
    // Nothing of a quick win is left behind where it cannot be decided.
    const std::int64_t before = journal_number();
    BOOST_TEST(told(decide_on(model::ActionLevel::quick_win, "")) == "invalid: model.action_without_owner");
    Session luc = as("luc.moreau");
    BOOST_TEST(told(decide_in_review(luc, quarter, {.process = process_name, .text = "x"})) ==
               "refused: app.no_right");
    BOOST_TEST(journal_number() == before);
    sign();
    BOOST_TEST(told(decide_on(model::ActionLevel::quick_win)) == "conflict: app.wrong_review_state");
}

BOOST_AUTO_TEST_CASE(looks_at_nonconformities_sheets_and_risks_as_well) {
    prepare();
    const Json review = show_review(claire, quarter).value();
    const Json& change = review.at("sheet_changes").array().at(0);
    BOOST_TEST(change.at("version").integer() == 1);
    BOOST_TEST(change.at("changes").array().empty());
    BOOST_TEST(review.at("indicators").array().at(0).at("proposal").at("proposal").string() == "measure");
    BOOST_TEST(review.at("quality").is_null());
    BOOST_TEST(review.at("nonconformities").array().size() == 1u);
}

BOOST_AUTO_TEST_CASE(is_not_signed_while_a_finding_is_open) {
    prepare();
    hold();
    import("claim", "late.csv", claim_header + claim("P20", "29/09/2026", "3000,00"));
    run();
    const std::int64_t before = journal_number();
    BOOST_TEST(signed_off() == "conflict: app.findings_open");
    BOOST_TEST(journal_number() == before);
    decide("luc.moreau", "P20", model::Verdict::released);
    BOOST_TEST(signed_off() == "done");
}

BOOST_AUTO_TEST_CASE(is_not_signed_while_a_confirmed_finding_is_in_no_nonconformity) {
    prepare();
    hold();
    import("claim", "late.csv", claim_header + claim("P20", "29/09/2026", "3000,00"));
    run();
    decide("luc.moreau", "P20", model::Verdict::refused);
    BOOST_TEST(signed_off() == "conflict: app.findings_ungrouped");
    group_findings();
    BOOST_TEST(signed_off() == "done");
}

BOOST_AUTO_TEST_CASE(is_not_signed_without_the_key) {
    prepare();
    hold();
    std::filesystem::remove(workspace().keys_folder() / "signing.key");
    const std::int64_t before = journal_number();
    BOOST_TEST(signed_off() == "not found: app.no_key");
    BOOST_TEST(journal_number() == before);
}

BOOST_AUTO_TEST_CASE(is_verified_by_public_tools_alone) {
    prepare();
    hold();
    sign();
    const auto files = pack("pack");
    BOOST_TEST(files.size() == 12u);
    BOOST_TEST(succeeds("pack", "sha256sum --strict -c SHA256SUMS"));
    BOOST_TEST(succeeds("pack", verify_signature));
    const std::string fingerprint = app::fingerprint(workspace().keys()->signing.public_key()).hex();
    BOOST_TEST(sha256(files.at("key.pem")).hex() == fingerprint);
    BOOST_TEST(files.at("VERIFY.txt").find(fingerprint) != std::string::npos);
    write_durably(root() / "pack" / "review.json", files.at("review.json") + " ");
    BOOST_TEST(!succeeds("pack", "sha256sum --strict -c SHA256SUMS"));
    write_durably(root() / "pack" / "SHA256SUMS", files.at("SHA256SUMS") + "\n");
    BOOST_TEST(!succeeds("pack", verify_signature));
}

BOOST_AUTO_TEST_CASE(stays_as_it_was_signed) {
    prepare();
    hold();
    sign();
    const auto before = pack("before");
    const Json shown_before = show_review(claire, quarter).value();
    import("payment", "late.csv", "number;claim;amount;paid_on\nR7;P4;4000,00;31/07/2026\n");
    const std::int64_t before_restating = journal_number();
    BOOST_TEST(told(measure_indicators(claire, process_name, period("2026-Q3"))) ==
               "invalid: app.restates_a_reviewed_figure, app.restates_a_reviewed_figure");
    BOOST_TEST(journal_number() == before_restating);
    const auto restated = measure_indicators(claire, process_name, period("2026-Q3"), "Paiement reçu tard");
    BOOST_REQUIRE_EQUAL(told(restated), "done");
    BOOST_TEST(restated->front().reason == "Paiement reçu tard");
    BOOST_CHECK(pack("after") == before);
    BOOST_CHECK(show_review(claire, quarter).value() == shown_before);
}

BOOST_AUTO_TEST_CASE(is_exported_without_a_signature_before_it_is_signed) {
    prepare();
    const auto files = pack("pack");
    BOOST_TEST(files.size() == 8u);
    BOOST_TEST(!files.contains("SHA256SUMS.sig"));
}

BOOST_AUTO_TEST_CASE(is_exported_into_a_new_folder_only) {
    prepare();
    pack("pack");
    BOOST_TEST(told(export_review(claire, quarter, root() / "pack")) == "conflict: app.folder_not_empty");
    BOOST_TEST(told(export_review(claire, quarter, file("taken", ""))) == "conflict: app.folder_not_empty");
}

BOOST_AUTO_TEST_CASE(says_that_its_pack_was_altered) {
    prepare();
    hold();
    const SignedReview done = sign();
    for (const model::PackFile& file : done.review.pack) {
        write_durably(workspace().archive().find(file.digest).value(), "altered");
    }
    BOOST_TEST(told(export_review(claire, quarter, root() / "pack")) == "invalid: archive.altered");
    BOOST_TEST(shown() == "invalid: archive.altered");
    BOOST_TEST(!std::filesystem::exists(root() / "pack"));
}

BOOST_AUTO_TEST_SUITE_END()
