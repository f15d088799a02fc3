// SPDX-License-Identifier: Apache-2.0
// Records whose retention has run out: seen, confirmed, gone.
#include <boost/test/unit_test.hpp>

#include "app/import.h"
#include "web/visitor.h"

using namespace cadran;
using namespace cadran::web;

namespace {

// July 2026, imports 1 (claims) and 2 (payments), kept for five years; the clock stands behind that.
struct Outdated : ServedWorkspace {
    Outdated() {
        play_july();
        app::Session luc = as("luc.moreau");
        BOOST_REQUIRE(app::release_payments(luc));
        reach_act();
        prepare();
        hold();
        sign();
        set_clock("2031-08-01T09:00:00Z");
        manager.join(*this, "anne.delorme", model::Role::quality_manager);
    }

    std::int64_t purged() {
        app::Session sophie = as("sophie.garnier");
        const auto imports = app::list_imports(sophie, "").value();
        return std::ranges::count_if(imports,
                                     [](const model::Import& one) { return one.purged.has_value(); });
    }

    Visitor manager{site};
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(purge_pages, Outdated)

BOOST_AUTO_TEST_CASE(show_what_is_due_and_change_nothing) {
    BOOST_TEST(holds(manager.get("/imports"), "href=\"/imports/purge\""));
    const std::int64_t before = journal_number();
    const Response page = manager.get("/imports/purge");
    BOOST_TEST(page.status == 200);
    BOOST_TEST(holds(page, "claims-07.csv"));
    BOOST_TEST(holds(page, "21/07/2031"));
    BOOST_TEST(holds(page, "name=\"shown\" value=\"1,2\""));
    BOOST_TEST(holds(manager.get("/imports/purge?type=payment"), "name=\"shown\" value=\"2\""));
    BOOST_TEST(holds(manager.get("/imports/purge?period=2026-08"), "Aucun enregistrement"));
    BOOST_TEST(manager.get("/imports/purge?period=hier").status == 422);
    BOOST_TEST(manager.get("/imports/purge?type=claims").status == 404);
    BOOST_TEST(journal_number() == before);
}

BOOST_AUTO_TEST_CASE(purge_what_was_shown_once_it_is_confirmed) {
    manager.get("/imports/purge");
    const Response hasty = manager.post("/imports/purge", {{"shown", "1,2"}, {"reason", "Demande <DPO>"}});
    BOOST_TEST(hasty.status == 422);
    BOOST_TEST(holds(hasty, "role=\"alert\""));
    BOOST_TEST(holds(hasty, "Demande &lt;DPO&gt;"));
    BOOST_TEST(purged() == 0);
    const Response done =
        manager.post("/imports/purge", {{"shown", "1,2"}, {"reason", "Demande"}, {"confirm", "yes"}});
    BOOST_TEST(header_of(done, "Location") == "/imports/purge?done=purged");
    BOOST_TEST(purged() == 2);
    const Response page = manager.follow(done);
    BOOST_TEST(holds(page, "role=\"status\""));
    BOOST_TEST(!holds(page, "name=\"confirm\""));
    BOOST_TEST(holds(manager.get("/imports"), "purgé le 01/08/2031"));
}

BOOST_AUTO_TEST_CASE(purge_nothing_else_than_was_shown) {
    manager.get("/imports/purge");
    const Response other =
        manager.post("/imports/purge", {{"shown", "1"}, {"reason", "Demande"}, {"confirm", "yes"}});
    BOOST_TEST(other.status == 409);
    BOOST_TEST(holds(other, "Demande"));
    BOOST_TEST(holds(other, "name=\"shown\" value=\"1,2\""));
    BOOST_TEST(manager.post("/imports/purge", {{"shown", "1,x"}, {"confirm", "yes"}}).status == 422);
    BOOST_TEST(purged() == 0);
    BOOST_TEST(
        manager.post("/imports/purge", {{"shown", "2"}, {"type", "payment"}, {"confirm", "yes"}}).status ==
        303);
    BOOST_TEST(purged() == 1);
}

BOOST_AUTO_TEST_CASE(are_refused_to_whoever_does_not_answer_for_the_records) {
    Visitor worker(site);
    worker.join(*this, "marc.petit", model::Role::controller);
    BOOST_TEST(!holds(worker.get("/imports"), "href=\"/imports/purge\""));
    BOOST_TEST(worker.get("/imports/purge").status == 403);
    BOOST_TEST(worker.post("/imports/purge", {{"shown", "1,2"}, {"confirm", "yes"}}).status == 403);
    BOOST_TEST(purged() == 0);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(purge_pages_of_what_is_needed, ServedWorkspace)

BOOST_AUTO_TEST_CASE(say_what_holds_records_and_offer_no_purge) {
    play_july();
    set_clock("2031-08-01T09:00:00Z");
    Visitor manager(site);
    manager.join(*this, "anne.delorme", model::Role::quality_manager);
    const Response page = manager.get("/imports/purge");
    BOOST_TEST(page.status == 200);
    BOOST_TEST(holds(page, "retenu"));
    BOOST_TEST(holds(page, "n’est pas décidée"));
    BOOST_TEST(!holds(page, "cadran "));
    BOOST_TEST(!holds(page, "name=\"confirm\""));
}

BOOST_AUTO_TEST_SUITE_END()
