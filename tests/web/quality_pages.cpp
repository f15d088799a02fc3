// SPDX-License-Identifier: Apache-2.0
// A handler sees the own rate and contests an error; a line manager and the management see what is theirs to
// see.
#include <boost/test/unit_test.hpp>

#include "app/account.h"
#include "app/quality.h"
#include "app/workspace_definition.h"
#include "web/visitor.h"

using namespace cadran;
using namespace cadran::web;

namespace {

using model::Verdict;

// Everything above the threshold is sampled: twenty files of H01, of which two were not right, three of H02.
// leon leads the department of hana.
struct Rated : ServedWorkspace {
    Rated() {
        edit_draft("plugins/claims/controls/over-threshold.lua", "effect     = \"hold\"",
                   "sample     = { rate = 1.0, by = \"handler\" },\n  effect     = \"check\"");
        add("hana.roux", model::Role::handler, {"H01"});
        add("omar.said", model::Role::handler, {"H02"});
        add("leon.petit", model::Role::line_manager, {});
        accept_rules();
        name_manager();
        set_clock("2026-07-24T08:00:00Z");
        std::string claims = app::claim_header;
        for (int i = 1; i <= 20; ++i) claims += app::claim(fmt::format("A{:02}", i), "15/07/2026", "1500,00");
        for (int i = 1; i <= 3; ++i)
            claims += app::claim(fmt::format("B{}", i), "15/07/2026", "1500,00", "H02");
        import("claim", "claims.csv", claims);
        run();
        for (int i = 1; i <= 20; ++i)
            decide("luc.moreau", fmt::format("A{:02}", i), i <= 2 ? Verdict::corrected : Verdict::released);
        for (int i = 1; i <= 3; ++i) decide("luc.moreau", fmt::format("B{}", i), Verdict::released);
        hana.enter(*this, "hana.roux");
    }

    void add(const std::string& name, model::Role role, std::vector<std::string> codes) {
        app::Session admin = as("admin");
        BOOST_REQUIRE(app::add_account(admin, {name, name, {role}, std::move(codes), ""}));
    }
    void name_manager() {
        edit_draft("workspace.xml", "<department id=\"benefits\">",
                   "<department id=\"benefits\" manager=\"leon.petit\">");
        edit_draft("workspace.xml", "<member account=\"luc.moreau\"",
                   "<member account=\"hana.roux\" department=\"benefits\"><fr>g</fr><en>h</en></member>"
                   "<member account=\"luc.moreau\"");
        app::Session admin = as("admin"), sophie = as("sophie.garnier");
        BOOST_REQUIRE(app::draft_workspace(admin));
        BOOST_REQUIRE(app::accept_workspace(sophie, {"workspace", app::day("2026-07-01"), "test"}));
    }

    static std::string place_of(const std::string& record) {
        return "/quality/" + model::finding_id(app::control_name, {{"claim", record}});
    }
    model::FindingState state_of(const std::string& record) {
        app::Session luc = as("luc.moreau");
        return app::show_work_item(luc, record)->finding.state;
    }

    Visitor hana{site};
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(quality_pages, Rated)

BOOST_AUTO_TEST_CASE(show_a_handler_the_own_rate_with_its_interval_and_files) {
    const Response page = hana.get("/quality");
    BOOST_TEST(page.status == 200);
    BOOST_TEST(holds(page, "<strong>90,0\u202f%</strong>"));
    BOOST_TEST(holds(page, "de 69,9\u202f% à 97,2\u202f%"));
    BOOST_TEST(holds(page, "H01"));
    BOOST_TEST(!holds(page, "H02"));
    BOOST_TEST(holds(page, "href=\"" + place_of("A01") + "\""));
    BOOST_TEST(page.body.find(">A01<") < page.body.find(">A20<"));
    BOOST_TEST(holds(hana.get("/"), "href=\"/quality\""));
    BOOST_TEST(holds(hana.get("/"), "2</strong> <span>erreurs relevées sur vos dossiers"));
    BOOST_TEST(holds(hana.get("/quality?period=2026-07"), "90,0\u202f%"));
    BOOST_TEST(!holds(page, "id=\"over\""));
    BOOST_TEST(holds(hana.get("/quality?period=2026-06"), "Aucun dossier n’a été tiré au sort"));
    BOOST_TEST(hana.get("/quality?period=hier").status == 422);
}

BOOST_AUTO_TEST_CASE(give_no_rate_of_too_few_files) {
    Visitor omar(site);
    omar.enter(*this, "omar.said");
    const Response page = omar.get("/quality?period=2026-Q3");
    BOOST_TEST(holds(page, "trop peu de dossiers"));
    BOOST_TEST(!holds(page, "100,0\u202f%"));
    BOOST_TEST(!holds(omar.get("/"), "que vous pouvez contester"));
}

BOOST_AUTO_TEST_CASE(keep_the_rate_of_a_person_between_that_person_and_the_line_manager) {
    Visitor leon(site), sophie(site), luc(site);
    leon.enter(*this, "leon.petit");
    sophie.enter(*this, "sophie.garnier");
    luc.enter(*this, "luc.moreau");
    const Response people = leon.get("/quality?period=2026-Q3&handler=H01");
    BOOST_TEST(holds(people, "hana.roux"));
    BOOST_TEST(holds(people, place_of("A01")));
    BOOST_TEST(leon.get("/quality?period=2026-Q3&handler=H02").status == 403);
    const Response totals = sophie.get("/quality?period=2026-Q3");
    BOOST_TEST(holds(totals, "91,3\u202f%"));
    BOOST_TEST(!holds(totals, "H01"));
    BOOST_TEST(!holds(totals, place_of("A01")));
    BOOST_TEST(sophie.get("/quality?period=2026-Q3&handler=H01").status == 403);
    BOOST_TEST(hana.get("/quality?handler=H02").status == 403);
    BOOST_TEST(luc.get("/quality").status == 403);
    BOOST_TEST(!holds(luc.get("/"), "href=\"/quality\""));
}

BOOST_AUTO_TEST_CASE(say_nothing_of_all_where_that_is_one_person) {
    set_clock("2026-08-24T08:00:00Z");
    import("claim", "august.csv", app::claim_header + app::claim("C1", "03/08/2026", "1500,00"));
    run();
    hana.enter(*this, "hana.roux");
    const Response course = hana.get("/quality?period=2026-08");
    BOOST_TEST(holds(course, "id=\"over\""));
    BOOST_TEST(holds(course, "href=\"/quality?period=2026-07&amp;handler=H01\""));
    Visitor sophie(site);
    sophie.enter(*this, "sophie.garnier");
    const Response page = sophie.get("/quality?period=2026-08");
    BOOST_TEST(page.status == 403);
    BOOST_TEST(holds(page, "celui d’un seul"));
    BOOST_TEST(holds(page, "name=\"period\""));
}

BOOST_AUTO_TEST_CASE(show_a_checked_file_to_whom_it_concerns) {
    const Response page = hana.get(place_of("A01"));
    BOOST_TEST(page.status == 200);
    BOOST_TEST(holds(page, "motif"));
    BOOST_TEST(holds(page, "/contest\""));
    BOOST_TEST(!holds(page, "luc.moreau"));
    BOOST_TEST(!holds(hana.get(place_of("A03")), "/contest\""));
    BOOST_TEST(hana.get(place_of("B1")).status == 403);
    BOOST_TEST(hana.get("/quality/F-0000000000000000").status == 404);
    Visitor leon(site), sophie(site);
    leon.enter(*this, "leon.petit");
    sophie.enter(*this, "sophie.garnier");
    BOOST_TEST(leon.get(place_of("A01")).status == 200);
    BOOST_TEST(!holds(leon.get(place_of("A01")), "/contest\""));
    BOOST_TEST(leon.get(place_of("B1")).status == 403);
    BOOST_TEST(sophie.get(place_of("A01")).status == 403);
}

BOOST_AUTO_TEST_CASE(let_the_handler_contest_an_error_once_with_words) {
    hana.get(place_of("A01"));
    const Response nothing = hana.post(place_of("A01") + "/contest", {{"reason", " "}});
    BOOST_TEST(nothing.status == 422);
    BOOST_TEST(holds(nothing, "role=\"alert\""));
    BOOST_TEST((state_of("A01") == model::FindingState::confirmed));
    const Response done = hana.post(place_of("A01") + "/contest", {{"reason", "La facture était jointe"}});
    BOOST_TEST(header_of(done, "Location") == place_of("A01") + "?done=contested");
    BOOST_TEST((state_of("A01") == model::FindingState::open));
    BOOST_TEST(last_in_journal().starts_with("hana.roux worklist.contest"));
    const Response page = hana.follow(done);
    BOOST_TEST(holds(page, "role=\"status\""));
    BOOST_TEST(holds(page, "La facture était jointe"));
    BOOST_TEST(!holds(page, "/contest\""));
    BOOST_TEST(holds(hana.get("/"), "1</strong> <span>erreur relevée"));
    decide("nadia.belkacem", "A01", Verdict::refused);
    BOOST_TEST(holds(hana.get(place_of("A01")), "un verdict se conteste une fois"));
    BOOST_TEST(hana.post(place_of("A01") + "/contest", {{"reason", "Encore"}}).status == 409);
    BOOST_TEST(holds(hana.get("/"), "1</strong> <span>erreur relevée"));
}

BOOST_AUTO_TEST_CASE(keep_the_words_of_who_contests_what_changed_meanwhile) {
    hana.get(place_of("A02"));
    app::Session luc = as("luc.moreau");
    BOOST_REQUIRE(app::reopen(luc, {"A02", "Relu"}));
    const Response late = hana.post(place_of("A02") + "/contest", {{"seen", "2"}, {"reason", "Vu <moi>"}});
    BOOST_TEST(late.status == 409);
    BOOST_TEST(holds(late, "Vu &lt;moi&gt;"));
    decide("luc.moreau", "A02", Verdict::refused);
    hana.get(place_of("A02"));
    const Response seen = hana.post(place_of("A02") + "/contest", {{"seen", "2"}, {"reason", "Vu <moi>"}});
    BOOST_TEST(seen.status == 409);
    BOOST_TEST(holds(seen, "luc.moreau"));
    BOOST_TEST((state_of("A02") == model::FindingState::confirmed));
}

BOOST_AUTO_TEST_CASE(let_nobody_contest_for_somebody_else) {
    Visitor omar(site), leon(site);
    omar.enter(*this, "omar.said");
    leon.enter(*this, "leon.petit");
    BOOST_TEST(omar.post(place_of("A01") + "/contest", {{"reason", "x"}}).status == 403);
    BOOST_TEST(leon.post(place_of("A01") + "/contest", {{"reason", "x"}}).status == 403);
    BOOST_TEST((state_of("A01") == model::FindingState::confirmed));
}

BOOST_AUTO_TEST_SUITE_END()
