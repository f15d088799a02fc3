// SPDX-License-Identifier: Apache-2.0
#include "app/management_review.h"

#include <cstdlib>

#include <boost/test/unit_test.hpp>

#include "app/account.h"
#include "app/action.h"
#include "app/journal.h"
#include "app/management_dossier.h"
#include "app/sample_workspace.h"
#include "base/file.h"
#include "store/account_repository.h"
#include "store/action_repository.h"
#include "store/management_review_repository.h"

using namespace cadran;
using namespace cadran::app;

namespace {

using model::AnswerKind;
using model::OutputKind;
using model::ReviewInput;

const calendar::Period reviewed = period("2026-Q3");

struct Example : SampleWorkspace {
    Example() {
        Session admin = as("admin");
        BOOST_REQUIRE(
            add_account(admin, {"anne.delorme", "Anne Delorme", {model::Role::management}, {}, ""}));
    }
    Session anne = as(model::Account{"anne.delorme", "Anne Delorme", {model::Role::management}, {}, "", 1});
    Session sophie = as("sophie.garnier");

    // The one process of the workspace with its quarter signed.
    void sign_the_quarter() {
        play_july();
        reach_act();
        prepare();
        hold();
        sign();
    }

    std::string prepared(const calendar::Period& period = reviewed) {
        return told(prepare_management_review(sophie, period));
    }
    std::string answered(ReviewInput input, AnswerKind kind = AnswerKind::supplied,
                         const calendar::Period& period = reviewed) {
        return told(answer_input(sophie, {period, input, kind, "dit"}));
    }
    std::string decided(OutputKind kind, bool none = true, const calendar::Period& period = reviewed) {
        return told(decide_output(anne, {.period = period, .kind = kind, .none = none, .text = "dit"}));
    }
    std::string held(const calendar::Period& period = reviewed) {
        return told(hold_management_review(sophie, {period, {"Anne Delorme"}, "Adapté."}));
    }
    std::string signed_off(const calendar::Period& period = reviewed) {
        return told(sign_management_review(anne, period));
    }

    void answer_all_but(const std::vector<ReviewInput>& left_out, const calendar::Period& period = reviewed) {
        for (const ReviewInput input : model::all_review_inputs) {
            if (std::ranges::find(left_out, input) == left_out.end())
                BOOST_REQUIRE_EQUAL(answered(input, AnswerKind::supplied, period), "done");
        }
    }
    void decide_all(const calendar::Period& period = reviewed) {
        for (const OutputKind kind : model::all_output_kinds)
            BOOST_REQUIRE_EQUAL(decided(kind, true, period), "done");
    }
    // Of a period, whatever there is to say of it.
    void sign_whole(const calendar::Period& period = reviewed) {
        BOOST_REQUIRE_EQUAL(prepared(period), "done");
        answer_all_but({}, period);
        decide_all(period);
        BOOST_REQUIRE_EQUAL(held(period), "done");
        BOOST_REQUIRE_EQUAL(signed_off(period), "done");
    }

    // The standing of each input in the data, `audits=missing`.
    std::map<std::string, std::string> standings(const calendar::Period& period = reviewed) {
        std::map<std::string, std::string> found;
        const Json data = show_management_review(sophie, period).value();
        for (const Json& input : data.at("inputs").array())
            found[input.at("id").string()] = input.at("standing").string();
        return found;
    }

    std::map<std::string, std::string> pack(const char* folder) {
        std::map<std::string, std::string> files;
        const auto written = export_management_review(sophie, reviewed, root() / folder);
        BOOST_REQUIRE_EQUAL(told(written), "done");
        for (const auto& file : *written) files[file.filename().string()] = read_file(file).value();
        return files;
    }

    bool succeeds(const char* folder, const std::string& command) const {
        const std::string place = (root() / folder).string();
        return std::system(("cd '" + place + "' && " + command + " > /dev/null 2>&1").c_str()) == 0;
    }
};

// In French, each fault with its hint.
std::vector<std::string> sentences(const Failure& failure) {
    static const Catalogue french(Language::french);
    std::vector<std::string> found;
    for (const Diagnostic& fault : failure.diagnostics)
        found.push_back(french.text(fault.what) + " / " + french.text(*fault.hint));
    return found;
}

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(management_review, Example)

BOOST_AUTO_TEST_CASE(takes_each_step_from_its_own_state_only) {
    const calendar::Period period = app::period("2026-Q2");
    const auto shown = [&] { return told(show_management_review(sophie, period)); };
    const auto exported = [&] { return told(export_management_review(sophie, period, root() / "pack")); };
    for (const std::string& done : {answered(ReviewInput::audits, AnswerKind::supplied, period),
                                    decided(OutputKind::resources, true, period), held(period),
                                    signed_off(period), shown(), exported()})
        BOOST_TEST(done == "not found: app.no_management_review");
    BOOST_TEST(prepared(period) == "done");
    BOOST_TEST(prepared(period) == "done");
    answer_all_but({ReviewInput::audits}, period);
    BOOST_TEST(held(period) == "done");
    BOOST_TEST(held(period) == "conflict: model.management_review_state");
    BOOST_TEST(prepared(period) == "conflict: model.management_review_state");
    BOOST_TEST(answered(ReviewInput::audits, AnswerKind::justified, period) == "done");
    decide_all(period);
    BOOST_TEST(signed_off(period) == "done");
    const std::int64_t before = journal_number();
    for (const std::string& done :
         {prepared(period), answered(ReviewInput::audits, AnswerKind::supplied, period),
          decided(OutputKind::resources, false, period), held(period), signed_off(period)})
        BOOST_TEST(done == "conflict: model.management_review_state");
    BOOST_TEST(shown() == "done");
    BOOST_TEST(journal_number() == before);
}

BOOST_AUTO_TEST_CASE(does_not_let_an_answer_take_the_place_of_one_that_its_author_never_read) {
    set_clock("2026-07-02T09:00:00Z");
    BOOST_REQUIRE_EQUAL(prepared(), "done");
    AnswerInput command{reviewed, ReviewInput::context, AnswerKind::supplied, "Règlement", {}, ""};
    BOOST_TEST(told(answer_input(sophie, command)) == "done");
    command.text = "Fusion";
    BOOST_TEST(told(answer_input(sophie, command)) == "conflict: app.answered_meanwhile");
    command.replaces = "Règlement";
    BOOST_TEST(told(answer_input(sophie, command)) == "done");
}

BOOST_AUTO_TEST_CASE(is_open_until_it_is_signed) {
    BOOST_TEST(told(open_management_review(sophie, reviewed)) == "not found: app.no_management_review");
    sign_the_quarter();
    BOOST_REQUIRE_EQUAL(prepared(), "done");
    BOOST_TEST(!open_management_review(sophie, reviewed)->obstacles.empty());
    sign_whole(reviewed);
    BOOST_TEST(told(open_management_review(sophie, reviewed)) == "conflict: app.management_review_is_signed");
    BOOST_TEST(management_review_documents(sophie, reviewed)->back().name == "SHA256SUMS.sig");
}

BOOST_AUTO_TEST_CASE(is_of_a_period_that_has_begun) {
    BOOST_TEST(prepared(period("2027")) == "conflict: app.period_not_begun");
    BOOST_TEST(prepared(period("2026")) == "done");
    BOOST_TEST(prepared(period("2025")) == "done");
    const auto listed = list_management_reviews(sophie).value();
    BOOST_TEST(listed.size() == 2u);
    BOOST_CHECK(listed.front().period == period("2025"));
}

BOOST_AUTO_TEST_CASE(is_not_signed_while_any_one_of_the_twelve_inputs_is_missing) {
    // A period before everything: the system knows nothing of it.
    const calendar::Period period = app::period("2026-Q1");
    BOOST_REQUIRE_EQUAL(prepared(period), "done");
    decide_all(period);
    BOOST_REQUIRE_EQUAL(held(period), "done");
    for (const ReviewInput left_out : model::all_review_inputs) {
        BOOST_TEST_CONTEXT(model::review_input_name(left_out)) {
            workspace().database().execute("update management_review set answers = '[]'");
            answer_all_but({left_out}, period);
            const auto refused = sign_management_review(anne, period);
            BOOST_REQUIRE(!refused);
            BOOST_CHECK(refused.error().kind == Failure::Kind::conflict);
            const auto said = sentences(refused.error());
            BOOST_REQUIRE(said.size() == 1u);
            BOOST_TEST(has(said[0], model::review_input_title(left_out).fr));
            BOOST_TEST(has(said[0], model::review_input_clause(left_out)));
            BOOST_TEST(has(said[0], fmt::format("cadran management-review supply 2026-Q1 --input {} --text",
                                                model::review_input_name(left_out))));
            BOOST_TEST(
                has(said[0], fmt::format("cadran management-review justify 2026-Q1 --input {} --reason",
                                         model::review_input_name(left_out))));
        }
    }
}

BOOST_AUTO_TEST_CASE(says_all_that_keeps_it_from_its_signature_in_one_go) {
    play_july();
    reach_act();
    prepare();
    BOOST_REQUIRE_EQUAL(prepared(), "done");
    const std::int64_t before = journal_number();
    const auto refused = sign_management_review(anne, reviewed);
    BOOST_REQUIRE(!refused);
    std::map<std::string, int> faults;
    for (const Diagnostic& fault : refused.error().diagnostics) ++faults[fault.what.id];
    BOOST_TEST(faults["app.management_review_not_held"] == 1);
    BOOST_TEST(faults["app.process_review_unsigned"] == 1);
    BOOST_TEST(faults["app.review_output_undecided"] == 3);
    BOOST_TEST(faults["app.review_input_missing"] == 8);
    const auto said = sentences(refused.error());
    const std::string all = fmt::format("{}", fmt::join(said, "\n"));
    BOOST_TEST(has(all, "cadran review sign pay-benefits --period 2026-Q3"));
    BOOST_TEST(has(all, "cadran management-review decide 2026-Q3 --output system-change --none --reason"));
    BOOST_TEST(has(all, "cadran management-review hold 2026-Q3 --participant"));
    BOOST_TEST(journal_number() == before);
}

BOOST_AUTO_TEST_CASE(knows_what_the_store_tells_of_the_period) {
    sign_the_quarter();
    BOOST_REQUIRE_EQUAL(prepared(), "done");
    const std::map<std::string, std::string> expected{
        {"earlier-actions", "missing"}, {"context", "missing"},   {"satisfaction", "missing"},
        {"objectives", "known"},        {"performance", "known"}, {"nonconformities", "known"},
        {"monitoring", "known"},        {"audits", "missing"},    {"providers", "missing"},
        {"resources", "missing"},       {"risks", "known"},       {"improvement", "missing"}};
    BOOST_CHECK(standings() == expected);
    BOOST_REQUIRE_EQUAL(answered(ReviewInput::audits), "done");
    BOOST_REQUIRE_EQUAL(answered(ReviewInput::resources, AnswerKind::justified), "done");
    BOOST_REQUIRE_EQUAL(answered(ReviewInput::objectives), "done");
    const auto found = standings();
    BOOST_TEST(found.at("audits") == "supplied");
    BOOST_TEST(found.at("resources") == "justified");
    BOOST_TEST(found.at("objectives") == "known");
}

BOOST_AUTO_TEST_CASE(looks_back_on_four_quarters_of_every_process_in_force) {
    sign_the_quarter();
    BOOST_REQUIRE_EQUAL(prepared(), "done");
    const Json data = show_management_review(sophie, reviewed).value();
    std::string quarters;
    for (const Json& quarter : data.at("quarters").array()) quarters += quarter.string() + " ";
    BOOST_TEST(quarters == "2025-Q4 2026-Q1 2026-Q2 2026-Q3 ");
    const Json& process = data.at("processes").array().at(0);
    BOOST_TEST(process.at("id").string() == process_name);
    const Json& indicator = process.at("indicators").array().at(0);
    BOOST_TEST(indicator.at("quarters").array().at(0).is_null());
    BOOST_TEST(indicator.at("quarters").array().at(3).at("value").string() == "66.7");
    BOOST_TEST(indicator.at("whole").at("value").string() == "66.7");
    BOOST_TEST(indicator.at("course").string() == "none");
    BOOST_TEST(process.at("reviews").array().size() == 1u);
    BOOST_TEST(process.at("controls").array().at(0).at("refused").integer() == 2);
    BOOST_TEST(data.at("nonconformities").array().size() == 1u);
    BOOST_TEST(!data.at("nonconformities").array().at(0).at("closed").boolean());
    BOOST_TEST(!process.at("risks").array().at(0).at("moved").boolean());
    BOOST_TEST(data.at("changes").array().size() == 2u);
}

BOOST_AUTO_TEST_CASE(asks_for_the_process_reviews_of_its_period_since_the_first_turn_only) {
    sign_the_quarter();
    const calendar::Period year = period("2026");
    BOOST_REQUIRE_EQUAL(prepared(year), "done");
    answer_all_but({}, year);
    decide_all(year);
    BOOST_REQUIRE_EQUAL(held(year), "done");
    const auto refused = sign_management_review(anne, year);
    BOOST_REQUIRE(!refused);
    BOOST_REQUIRE(refused.error().diagnostics.size() == 1u);
    BOOST_TEST(has(sentences(refused.error())[0], "2026-Q4"));
    sign_whole(reviewed);
    sign_whole(period("2026-Q2"));
}

BOOST_AUTO_TEST_CASE(a_decision_for_a_process_becomes_a_structural_action_decided_already) {
    accept_rules();
    BOOST_REQUIRE_EQUAL(prepared(), "done");
    const auto done = decide_output(anne, {.period = reviewed,
                                           .kind = OutputKind::resources,
                                           .text = " Recruter un contrôleur ",
                                           .process = process_name,
                                           .owner = "claire.vasseur",
                                           .due = day("2026-12-31")});
    BOOST_REQUIRE_EQUAL(told(done), "done");
    const model::Action action = show_action(sophie, done->action->number)->action;
    BOOST_CHECK(action.state == model::ActionState::decided);
    BOOST_CHECK(action.level == model::ActionLevel::structural);
    BOOST_CHECK(action.origin == model::ActionOrigin::management_review);
    BOOST_TEST(action.source == "2026-Q3");
    BOOST_TEST(action.text == "Recruter un contrôleur");
    BOOST_TEST(action.decided->by == "anne.delorme");
    BOOST_TEST(action.effectiveness.is_said());
    BOOST_CHECK(action.effectiveness.on == day("2026-12-31"));
    BOOST_TEST(done->review.outputs.at(0).action == action.number);
    const auto judged = decide_output(anne, {.period = reviewed,
                                             .kind = OutputKind::improvement,
                                             .text = "Payer plus vite",
                                             .process = process_name,
                                             .owner = "claire.vasseur",
                                             .due = day("2026-10-31"),
                                             .effectiveness = {indicator_name, "", day("2027-01-31")}});
    BOOST_REQUIRE_EQUAL(told(judged), "done");
    BOOST_TEST(judged->action->effectiveness.indicator == indicator_name);
    BOOST_CHECK(judged->action->effectiveness.on == day("2027-01-31"));
}

BOOST_AUTO_TEST_CASE(a_decision_says_all_that_it_lacks_and_leaves_no_action_behind) {
    accept_rules();
    BOOST_REQUIRE_EQUAL(prepared(), "done");
    const std::int64_t before = journal_number();
    DecideOutput command{.period = reviewed, .kind = OutputKind::improvement, .text = "Former"};
    const auto told_of = [&](const DecideOutput& one) { return told(decide_output(anne, one)); };
    DecideOutput unknown = command;
    unknown.process = "complaints";
    BOOST_TEST(told_of(unknown) == "not found: app.none_in_force");
    DecideOutput bare = command;
    bare.process = process_name;
    BOOST_TEST(told_of(bare) ==
               "invalid: model.action_without_owner, model.action_without_due_date, "
               "model.action_without_judgement_day");
    DecideOutput wrong = command;
    wrong.owner = "claire.vaseur";
    wrong.due = day("2026-06-01");
    wrong.effectiveness.criterion = "mieux";
    BOOST_TEST(told_of(wrong) ==
               "invalid: app.no_such_owner, app.due_in_the_past, app.effect_without_process");
    DecideOutput none = command;
    none.none = true;
    none.owner = "claire.vasseur";
    BOOST_TEST(told_of(none) == "invalid: app.none_has_a_reason_only");
    BOOST_TEST(journal_number() == before);
    BOOST_TEST(store::ActionRepository(workspace().database()).list().empty());
}

BOOST_AUTO_TEST_CASE(tells_the_next_one_what_became_of_its_decisions) {
    sign_the_quarter();
    BOOST_REQUIRE_EQUAL(prepared(), "done");
    BOOST_REQUIRE(decide_output(anne, {.period = reviewed,
                                       .kind = OutputKind::improvement,
                                       .text = "Former",
                                       .process = process_name,
                                       .owner = "claire.vasseur",
                                       .due = day("2026-12-31")}));
    answer_all_but({});
    for (const OutputKind kind : {OutputKind::system_change, OutputKind::resources})
        BOOST_REQUIRE_EQUAL(decided(kind), "done");
    BOOST_REQUIRE_EQUAL(held(), "done");
    BOOST_REQUIRE_EQUAL(signed_off(), "done");
    const calendar::Period next = period("2026");
    BOOST_REQUIRE_EQUAL(prepared(next), "done");
    BOOST_TEST(standings(next).at("earlier-actions") == "known");
    const Json data = show_management_review(sophie, next).value();
    BOOST_TEST(data.at("earlier").array().size() == 3u);
    BOOST_TEST(data.at("earlier").array().at(0).at("followed").at("state").string() == "decided");
}

BOOST_AUTO_TEST_CASE(asks_people_what_became_of_a_decision_that_no_action_follows) {
    const calendar::Period first = period("2026-Q1"), next = period("2026-Q2");
    BOOST_REQUIRE_EQUAL(prepared(first), "done");
    BOOST_REQUIRE_EQUAL(decided(OutputKind::system_change, false, first), "done");
    answer_all_but({}, first);
    for (const OutputKind kind : {OutputKind::improvement, OutputKind::resources})
        BOOST_REQUIRE_EQUAL(decided(kind, true, first), "done");
    BOOST_REQUIRE_EQUAL(held(first), "done");
    BOOST_REQUIRE_EQUAL(signed_off(first), "done");
    BOOST_REQUIRE_EQUAL(prepared(next), "done");
    BOOST_TEST(standings(next).at("earlier-actions") == "missing");
}

BOOST_AUTO_TEST_CASE(is_held_by_people_who_conclude) {
    BOOST_REQUIRE_EQUAL(prepared(period("2026-Q2")), "done");
    const std::int64_t before = journal_number();
    BOOST_TEST(told(hold_management_review(sophie, {period("2026-Q2"), {" "}, ""})) ==
               "invalid: app.conclusion_missing, app.participants_missing");
    BOOST_TEST(journal_number() == before);
}

BOOST_AUTO_TEST_CASE(is_signed_by_the_management_alone) {
    const calendar::Period period = app::period("2026-Q2");
    BOOST_REQUIRE_EQUAL(prepared(period), "done");
    answer_all_but({}, period);
    decide_all(period);
    BOOST_REQUIRE_EQUAL(held(period), "done");
    for (const model::Role role : model::all_roles) {
        Session other = as(model::Account{"anne.delorme", "Anne Delorme", {role}, {}, "", 1});
        const std::string expected = role == model::Role::management ? "done" : "refused: app.no_right";
        if (role == model::Role::management) continue;
        BOOST_TEST(told(sign_management_review(other, period)) == expected, model::role_name(role));
    }
    BOOST_TEST(signed_off(period) == "done");
}

BOOST_AUTO_TEST_CASE(is_verified_by_public_tools_alone) {
    sign_the_quarter();
    BOOST_REQUIRE_EQUAL(prepared(), "done");
    answer_all_but({ReviewInput::audits});
    BOOST_REQUIRE(answer_input(sophie, {reviewed, ReviewInput::audits, AnswerKind::supplied, "Un audit.",
                                        file("rapport d’audit.pdf", "un rapport")}));
    decide_all();
    BOOST_REQUIRE_EQUAL(held(), "done");
    BOOST_REQUIRE_EQUAL(signed_off(), "done");
    const auto files = pack("pack");
    BOOST_TEST(files.size() == 11u);
    BOOST_TEST(files.at("document-audits.pdf") == "un rapport");
    for (const char* name :
         {"management-review.fr.html", "management-review.en.html", "management-review.fr.pdf",
          "management-review.en.pdf", "management-review.json", "indicators.csv", "VERIFY.txt", "key.pem"})
        BOOST_TEST(files.contains(name), name);
    BOOST_TEST(succeeds("pack", "sha256sum --strict -c SHA256SUMS"));
    BOOST_TEST(succeeds("pack",
                        "openssl pkeyutl -verify -pubin -inkey key.pem -rawin -in SHA256SUMS -sigfile "
                        "SHA256SUMS.sig"));
    write_durably(root() / "pack" / "management-review.json", files.at("management-review.json") + " ");
    BOOST_TEST(!succeeds("pack", "sha256sum --strict -c SHA256SUMS"));
}

BOOST_AUTO_TEST_CASE(stays_as_it_was_signed) {
    sign_the_quarter();
    sign_whole();
    const auto before = pack("before");
    const Json shown = show_management_review(sophie, reviewed).value();
    import("claim", "late.csv", claim_header + claim("P20", "29/09/2026", "3000,00"));
    run();
    BOOST_CHECK(pack("after") == before);
    BOOST_CHECK(show_management_review(sophie, reviewed).value() == shown);
    BOOST_TEST(told(export_management_review(sophie, reviewed, root() / "after")) ==
               "conflict: app.folder_not_empty");
}

BOOST_AUTO_TEST_CASE(is_exported_without_a_signature_before_it_is_signed) {
    BOOST_REQUIRE_EQUAL(prepared(period("2026-Q2")), "done");
    const auto written = export_management_review(sophie, period("2026-Q2"), root() / "pack");
    BOOST_REQUIRE_EQUAL(told(written), "done");
    BOOST_TEST(written->size() == 6u);
}

BOOST_AUTO_TEST_CASE(a_document_has_a_plain_name_and_must_be_there) {
    const calendar::Period period = app::period("2026-Q2");
    BOOST_REQUIRE_EQUAL(prepared(period), "done");
    const auto named = [&](const std::string& name) {
        const auto done = answer_input(
            sophie, {period, ReviewInput::context, AnswerKind::supplied, "dit", file(name, "x")});
        return done ? done->answers.at(0).document->name : told(done);
    };
    BOOST_TEST(named("note de contexte.DOCX") == "document-context.DOCX");
    BOOST_TEST(named("sans suffixe") == "document-context");
    BOOST_TEST(named("étrange.p\ndf") == "document-context");
    const std::int64_t before = journal_number();
    BOOST_TEST(told(answer_input(sophie, {period, ReviewInput::context, AnswerKind::supplied, "dit",
                                          root() / "absent.pdf"})) == "not found: base.no_such_file");
    BOOST_TEST(journal_number() == before);
}

BOOST_AUTO_TEST_CASE(the_journal_proves_its_state_its_documents_and_its_pack) {
    const calendar::Period period = app::period("2026-Q2");
    BOOST_REQUIRE_EQUAL(prepared(period), "done");
    BOOST_REQUIRE(answer_input(sophie, {period, ReviewInput::audits, AnswerKind::supplied, "dit",
                                        file("rapport.pdf", "un rapport")}));
    answer_all_but({ReviewInput::audits}, period);
    decide_all(period);
    BOOST_REQUIRE_EQUAL(held(period), "done");
    const auto faults = [&] {
        std::string found;
        const JournalProof proof = verify_journal(sophie).value();
        for (const Diagnostic& fault : proof.faults) found += fault.place.file + " " + fault.what.id + "; ";
        return found;
    };
    BOOST_TEST(faults() == "");
    store::Database& database = workspace().database();
    const auto review = store::ManagementReviewRepository(database).find(period).value();
    database.execute("update management_review set conclusion = 'autre'");
    BOOST_TEST(faults() == "management-review/2026-Q2 app.state_altered; ");
    database.execute("update management_review set conclusion = 'Adapté.'");
    const auto& document = *review.answer_to(ReviewInput::audits)->document;
    std::filesystem::remove(workspace().archive().find(document.digest).value());
    BOOST_TEST(faults() == "management-review/2026-Q2/document-audits.pdf app.archive_incomplete; ");
    workspace().archive().store("un rapport");
    const auto done = sign_management_review(anne, period);
    BOOST_REQUIRE_EQUAL(told(done), "done");
    BOOST_TEST(faults() == "");
    const model::PackFile& page = done->pack.at(2);
    write_durably(workspace().archive().find(page.digest).value(), "altered");
    BOOST_TEST(has(faults(), "app.archive_altered"));
    BOOST_TEST(told(export_management_review(sophie, period, root() / "pack")) == "invalid: archive.altered");
    std::filesystem::remove(workspace().archive().find(page.digest).value());
    BOOST_TEST(faults() == "management-review/2026-Q2/" + page.name + " app.archive_incomplete; ");
    database.execute("drop trigger signed_management_review_is_frozen");
    database.execute("delete from management_review");
    BOOST_TEST(faults() == "management-review/2026-Q2 app.gone_from_store; ");
}

BOOST_AUTO_TEST_SUITE_END()
