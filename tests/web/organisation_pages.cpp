// SPDX-License-Identifier: Apache-2.0
// The organisation's own definition: read by all, handed in by one, put in force by another.
#include <boost/test/unit_test.hpp>

#include "app/workspace_definition.h"
#include "web/visitor.h"

using namespace cadran;
using namespace cadran::web;

namespace {

struct OrganisationDesk : ServedWorkspace {
    OrganisationDesk() {
        accept_rules();
        manager.join(*this, "anne.delorme", model::Role::quality_manager);
        director.join(*this, "marc.aubry", model::Role::management);
        reader.join(*this, "rose.martin", model::Role::handler);
    }

    // As the page of the draft says which files it shows.
    std::string revision_of(const Response& page) {
        const std::string mark = "name=\"revision\" value=\"";
        return page.body.substr(page.body.find(mark) + mark.size(), 64);
    }
    std::string zone() {
        app::Session sophie = as("sophie.garnier");
        return app::show_workspace(sophie)->organisation.zone;
    }
    void hand_in() {
        edit_draft("workspace.xml", "Europe/Paris", "Europe/Lisbon");
        const std::string revision = revision_of(manager.get("/organisation/draft"));
        BOOST_REQUIRE(manager.post("/organisation/draft/hand-in", {{"revision", revision}}).status == 303);
    }

    Visitor manager{site}, director{site}, reader{site};
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(organisation_pages, OrganisationDesk)

BOOST_AUTO_TEST_CASE(say_what_is_in_force_to_whoever_reads_definitions) {
    const Response page = reader.get("/organisation");
    BOOST_TEST(page.status == 200);
    BOOST_TEST(holds(page, "Mutuelle des Trois Rivières</h1>"));
    BOOST_TEST(holds(page, "id=\"policy\""));
    BOOST_TEST(holds(page, "Gestion Orbrelle"));
    BOOST_TEST(holds(page, "Europe/Paris"));
    BOOST_TEST(holds(page, "href=\"/organisation/versions\""));
    BOOST_TEST(holds(reader.get("/"), "href=\"/organisation\""));
    Visitor auditee(site);
    auditee.join(*this, "paul.lenoir", model::Role::auditee);
    BOOST_TEST(auditee.get("/organisation").status == 403);
    BOOST_TEST(auditee.get("/organisation/draft").status == 403);
}

BOOST_AUTO_TEST_CASE(hand_the_draft_in_as_it_was_read) {
    BOOST_TEST(!holds(manager.get("/organisation/draft"), "hand-in\""));
    edit_draft("workspace.xml", "Europe/Paris", "Europe/Lisbon");
    const Response page = manager.get("/organisation/draft");
    BOOST_TEST(holds(page, "Europe/Paris → Europe/Lisbon"));
    BOOST_TEST(holds(reader.get("/organisation/draft"), "Europe/Lisbon"));
    BOOST_TEST(!holds(reader.get("/organisation/draft"), "hand-in\""));
    const Response late = manager.post("/organisation/draft/hand-in", {{"revision", std::string(64, '0')}});
    BOOST_TEST(late.status == 409);
    BOOST_TEST(reader.post("/organisation/draft/hand-in", {{"revision", revision_of(page)}}).status == 403);
    const Response done = manager.post("/organisation/draft/hand-in", {{"revision", revision_of(late)}});
    BOOST_TEST(header_of(done, "Location") == "/organisation/versions/2?done=handed_in");
    BOOST_TEST(holds(manager.follow(done), "role=\"status\""));
    BOOST_TEST(holds(reader.get("/organisation"), "/organisation/versions/2"));
    BOOST_TEST(zone() == "Europe/Paris");
}

BOOST_AUTO_TEST_CASE(tell_what_keeps_a_draft_from_being_handed_in) {
    edit_draft("workspace.xml", "Europe/Paris", "Europe/Nulle-Part");
    const Response page = manager.get("/organisation/draft");
    const Response refused = manager.post("/organisation/draft/hand-in", {{"revision", revision_of(page)}});
    BOOST_TEST(refused.status == 422);
    BOOST_TEST(holds(refused, "role=\"alert\""));
    BOOST_TEST(holds(refused, "Nulle-Part"));
    BOOST_TEST(manager.get("/organisation/versions/2").status == 404);
}

BOOST_AUTO_TEST_CASE(put_a_version_in_force_by_somebody_else_with_a_reason) {
    hand_in();
    const std::string accept = "/organisation/versions/2/accept";
    BOOST_TEST(holds(director.get("/"), "href=\"/organisation/versions/2\""));
    const Response version = director.get("/organisation/versions/2");
    BOOST_TEST(holds(version, "Europe/Paris → Europe/Lisbon"));
    BOOST_TEST(holds(version, "action=\"" + accept + "\""));
    BOOST_TEST(!holds(manager.get("/organisation/versions/2"), "action=\"" + accept + "\""));
    BOOST_TEST(manager.post(accept, {{"from", "2026-08-01"}, {"reason", "Siège"}}).status == 403);
    BOOST_TEST(reader.post(accept, {{"from", "2026-08-01"}, {"reason", "Siège"}}).status == 403);
    const Response silent = director.post(accept, {{"from", "2026-08-01"}, {"reason", ""}});
    BOOST_TEST(silent.status == 422);
    BOOST_TEST(holds(silent, "value=\"2026-08-01\""));
    const Response never = director.post(accept, {{"from", "bientôt"}, {"reason", "Siège <b>"}});
    BOOST_TEST(never.status == 422);
    BOOST_TEST(holds(never, "Siège &lt;b&gt;"));
    const Response done = director.post(accept, {{"from", "2026-07-01"}, {"reason", "Siège"}});
    BOOST_TEST(header_of(done, "Location") == "/organisation/versions/2?done=accepted");
    BOOST_TEST(zone() == "Europe/Lisbon");
    BOOST_TEST(holds(reader.get("/organisation/versions"), "Siège"));
    BOOST_TEST(director.post(accept, {{"from", "2026-07-01"}, {"reason", "x"}}).status == 409);
    BOOST_TEST(reader.get("/organisation/versions/7").status == 404);
}

BOOST_AUTO_TEST_SUITE_END()
