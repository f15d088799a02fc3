// SPDX-License-Identifier: Apache-2.0
// The management review from its preparation to its documents, in forms; the look over all processes.
#include "web/management_pages.h"

#include <boost/test/unit_test.hpp>

#include "app/indicator.h"
#include "app/management_review.h"
#include "web/visitor.h"

using namespace cadran;
using namespace cadran::web;

namespace {

const std::string meeting_place = "/management-reviews/2026-Q3";

struct Board : ServedWorkspace {
    Board() {
        play_july();
        reach_act();
        prepare();
        hold();
        sign();
        board.join(*this, "anne.delorme", model::Role::management);
        quality.join(*this, "marc.petit", model::Role::quality_manager);
        worker.join(*this, "lise.noir", model::Role::handler);
    }

    void have_prepared() {
        quality.get("/management-reviews");
        BOOST_REQUIRE_EQUAL(quality.post("/management-reviews/prepare", {{"period", "2026-Q3"}}).status, 303);
    }
    Response answer(Visitor& visitor, const std::string& input, const std::string& text,
                    const std::string& replaces = {}) {
        visitor.get(meeting_place + "/" + input);
        return visitor.post(meeting_place + "/answer",
                            {{"input", input}, {"kind", "supplied"}, {"text", text}, {"replaces", replaces}});
    }

    Visitor board{site}, quality{site}, worker{site};
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(management_pages, Board)

BOOST_AUTO_TEST_CASE(lead_from_preparation_to_signature) {
    quality.get("/management-reviews");
    BOOST_TEST(quality.post("/management-reviews/prepare", {{"period", "soon"}}).status == 422);
    BOOST_TEST(quality.post("/management-reviews/prepare", {{"period", "2031"}}).status == 409);
    have_prepared();
    BOOST_TEST(holds(board.get("/management-reviews"), meeting_place));
    const Response overview = board.get(meeting_place);
    BOOST_TEST(overview.status == 200);
    BOOST_TEST(holds(overview, "9.3.2 c 2"));
    for (const model::ReviewInput input : model::all_review_inputs) {
        const std::string name(model::review_input_name(input));
        BOOST_TEST(board.get(meeting_place + "/" + name).status == 200, name);
        BOOST_TEST(answer(quality, name, "Dit de " + name).status == 303, name);
    }
    for (const char* kind : {"improvement", "system-change", "resources"}) {
        board.get(meeting_place + "/conclusion");
        BOOST_TEST(board.post(meeting_place + "/decide", {{"topic", "conclusion"},
                                                          {"kind", kind},
                                                          {"decision", "rien à changer"},
                                                          {"none", "yes"}})
                           .status == 303,
                   kind);
    }
    BOOST_TEST(!holds(board.get(meeting_place + "/conclusion"), "/sign\""));
    BOOST_TEST(board.post(meeting_place + "/sign").status == 409);
    BOOST_TEST(board.post(meeting_place + "/hold", {{"participants", "Anne"}, {"conclusion", " "}}).status ==
               422);
    BOOST_TEST(
        board.post(meeting_place + "/hold", {{"participants", "Anne"}, {"conclusion", "Adapté."}}).status ==
        303);
    BOOST_TEST(!holds(quality.get(meeting_place + "/conclusion"), "/sign\""));
    BOOST_TEST(quality.post(meeting_place + "/sign").status == 403);
    BOOST_TEST(holds(board.get(meeting_place + "/conclusion"), "/sign\""));
    BOOST_TEST(board.post(meeting_place + "/sign").status == 303);
    BOOST_TEST(holds(board.get(meeting_place), "management-review.fr.pdf"));
    BOOST_TEST(board.get(meeting_place + "/objectives").status == 409);
    BOOST_TEST(board.get(meeting_place + "/documents").body.starts_with("PK"));
    BOOST_TEST(board.get(meeting_place + "/documents/management-review.fr.pdf").body.starts_with("%PDF"));
    BOOST_TEST(holds(board.get(meeting_place + "/documents/management-review.fr.html"), "Dit de audits"));
    BOOST_TEST(log == "");
}

BOOST_AUTO_TEST_CASE(do_not_let_two_answers_overwrite_each_other_in_silence) {
    have_prepared();
    BOOST_TEST(answer(quality, "context", "Nouveau règlement").status == 303);
    const Response conflict = answer(board, "context", "Fusion en vue");  // written when nothing was said
    BOOST_TEST(conflict.status == 409);
    BOOST_TEST(holds(conflict, "Fusion en vue"));
    BOOST_TEST(holds(conflict, "name=\"replaces\" value=\"Nouveau règlement\""));
    BOOST_TEST(answer(board, "context", "Fusion en vue", "Nouveau règlement").status == 303);
    BOOST_TEST(holds(quality.get(meeting_place + "/context"), "Fusion en vue"));
    BOOST_TEST(answer(quality, "context", " ", "Fusion en vue").status == 422);
}

BOOST_AUTO_TEST_CASE(keep_a_document_with_its_input) {
    have_prepared();
    quality.get(meeting_place + "/resources");
    Request request{.method = "POST", .path = meeting_place + "/answer"};
    for (const auto& [name, value] : std::map<std::string, std::string>{{"form_token", quality.form_token},
                                                                        {"input", "resources"},
                                                                        {"kind", "supplied"},
                                                                        {"text", "Voir"}})
        request.form.add(name, value);
    request.uploads.push_back({"document", file("effectifs.csv", "a;b\n"), nullptr});
    BOOST_TEST(quality.send(std::move(request)).status == 303);
    BOOST_TEST(board.get(meeting_place + "/documents/document-resources.csv").body == "a;b\n");
}

BOOST_AUTO_TEST_CASE(turn_a_decision_into_an_action) {
    have_prepared();
    board.get(meeting_place + "/objectives");
    std::map<std::string, std::string> decision{{"topic", "objectives"},
                                                {"kind", "improvement"},
                                                {"decision", "Lire la liste <avant> chaque remise"},
                                                {"process", "pay-benefits"},
                                                {"owner", "nobody"},
                                                {"due", "2027-03-31"}};
    const Response faulty = board.post(meeting_place + "/decide", decision);
    BOOST_TEST(faulty.status == 422);
    BOOST_TEST(holds(faulty, "Lire la liste &lt;avant&gt; chaque remise"));
    decision["owner"] = "hugo.lemaire";
    BOOST_TEST(board.post(meeting_place + "/decide", decision).status == 303);
    BOOST_TEST(holds(board.get(meeting_place), "A-1"));
    quality.get(meeting_place + "/objectives");
    BOOST_TEST(quality.post(meeting_place + "/decide", decision).status == 403);
}

BOOST_AUTO_TEST_CASE(refuse_who_sees_no_results) {
    have_prepared();
    for (const char* place : {"/management-reviews", "/management-reviews/2026-Q3", "/indicators/heat-map",
                              "/indicators/export", "/reviews", "/management-reviews/2026-Q3/documents"})
        BOOST_TEST(worker.get(place).status == 403, place);
    BOOST_TEST(!holds(worker.get("/"), "class=\"cadran\""));
    BOOST_TEST(board.get("/management-reviews/2019").status == 404);
    BOOST_TEST(board.get("/management-reviews/soon").status == 404);
    BOOST_TEST(board.get("/management-reviews/2026-Q3/weather").status == 404);
}

BOOST_AUTO_TEST_CASE(put_the_dial_first_for_who_answers_for_all) {
    const auto before = [](const Response& page, const char* one, const char* other) {
        return page.body.find(one) < page.body.find(other);
    };
    const Response boards = board.get("/");
    BOOST_TEST(holds(boards, "class=\"cadran\""));
    BOOST_TEST(before(boards, "class=\"cadran\"", "id=\"due\""));
    Visitor auditor(site);
    auditor.join(*this, "rose.martin", model::Role::auditor);
    BOOST_TEST(before(auditor.get("/"), "id=\"due\"", "class=\"cadran\""));
}

BOOST_AUTO_TEST_CASE(show_processes_side_by_side) {
    const Response map = board.get("/indicators/heat-map");
    BOOST_TEST(map.status == 200);
    BOOST_TEST(holds(map, "3e trimestre 2026"));
    BOOST_TEST(holds(map, "class=\"heated no\""));
    BOOST_TEST(holds(map, "0 sur 1"));
    BOOST_TEST(holds(board.get("/indicators/heat-map?by=month"), "juillet 2026"));
    BOOST_TEST(board.get("/indicators/heat-map?by=weather").status == 200);
}

BOOST_AUTO_TEST_CASE(export_the_indicators) {
    const Response book = board.get("/indicators/export?format=xlsx&period=2026");
    BOOST_TEST(book.body.starts_with("PK"));
    BOOST_TEST(header_of(book, "Content-Disposition").find("indicators-2026.xlsx") != std::string::npos);
    BOOST_TEST(
        holds(board.get("/indicators/export?format=csv"), "pay-benefits,decided-before-payment,2026-07"));
    BOOST_TEST(board.get("/indicators/export?format=json").body.starts_with("["));
    BOOST_TEST(board.get("/indicators/export?period=soon").status == 422);
}

BOOST_AUTO_TEST_SUITE_END()
