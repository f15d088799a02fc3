// SPDX-License-Identifier: Apache-2.0
// Files that people bring: read while others go on, given back where a line is faulty.
#include <chrono>
#include <thread>

#include <boost/test/unit_test.hpp>

#include "app/action.h"
#include "app/import.h"
#include "web/visitor.h"

using namespace cadran;
using namespace cadran::web;

namespace {

Response bring(Visitor& visitor, const std::string& path, std::map<std::string, std::string> fields,
               const std::string& name, const std::string& bytes) {
    return visitor.post(path, std::move(fields), {{"file", name, bytes}});
}

struct Desk : ServedWorkspace {
    Desk() {
        accept_rules();
        set_clock("2026-07-24T08:00:00Z");
        worker.join(*this, "marc.petit", model::Role::controller);
        other.join(*this, "rose.martin", model::Role::controller);
        manager.join(*this, "jean.moulin", model::Role::quality_manager);
    }

    // The page of the errand once it is over.
    Response outcome(Visitor& visitor, const std::string& place) {
        for (int tries = 0; tries < 400; ++tries) {
            Response page = visitor.get(place);
            if (!holds(page, "data-events=")) return page;
            std::this_thread::sleep_for(std::chrono::milliseconds(25));
        }
        return {};
    }

    std::size_t imports() {
        app::Session sophie = as("sophie.garnier");
        return app::list_imports(sophie, "")->size();
    }

    Visitor worker{site}, other{site}, manager{site};
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(imports_on_pages, Desk)

BOOST_AUTO_TEST_CASE(take_a_file_in_and_give_its_faulty_lines_back) {
    worker.get("/imports");
    const std::string file = app::claim_header + app::claim("P1", "10/07/2026", "1200,00") +
                             app::claim("P2", "32/07/2026", "1200,00");
    const Response taken = bring(worker, "/imports", {{"type", "claim"}}, "claims <07>.csv", file);
    BOOST_TEST(taken.status == 303);
    const std::string place = header_of(taken, "Location");
    const Response page = outcome(worker, place);
    BOOST_TEST(page.status == 200);
    BOOST_TEST(holds(page, "claims &lt;07&gt;.csv"));
    BOOST_TEST(holds(page, "32/07/2026"));
    const Response rejects = worker.get(place + "/rejects");
    BOOST_TEST(rejects.status == 200);
    BOOST_TEST(header_of(rejects, "Content-Disposition").starts_with("attachment"));
    BOOST_TEST(holds(rejects, "P2"));
    BOOST_TEST(!holds(rejects, "P1;"));
    const Response events = worker.get(place + "/events");
    BOOST_TEST(events.type == "text/event-stream");
    BOOST_TEST(holds(events, "\"over\":true"));
    BOOST_TEST(holds(worker.get("/imports"), "claims &lt;07&gt;.csv"));
    BOOST_TEST(imports() == 1u);
    for (const char* part : {"", "/events", "/rejects"})
        BOOST_TEST(other.get(place + part).status == 404, part);
}

BOOST_AUTO_TEST_CASE(say_why_nothing_was_taken) {
    worker.get("/imports");
    BOOST_TEST(worker.post("/imports", {{"type", "claim"}}).status == 422);
    const Response unknown = bring(worker, "/imports", {{"type", "nonsense"}}, "x.csv", "a;b\n1;2\n");
    const Response page = outcome(worker, header_of(unknown, "Location"));
    BOOST_TEST(holds(page, "role=\"alert\""));
    BOOST_TEST(imports() == 0u);
    manager.get("/imports");
    BOOST_TEST(manager.post("/imports/actions").status == 422);
    const Response faulty =
        bring(manager, "/imports/actions", {{"columns", "owner"}}, "plan.csv", "a;b\n1;2\n");
    BOOST_TEST(faulty.status == 422);
    BOOST_TEST(holds(faulty, ">owner</textarea>"));
}

BOOST_AUTO_TEST_CASE(are_refused_to_who_may_not_import) {
    Visitor auditee(site);
    auditee.join(*this, "paul.lenoir", model::Role::auditee);
    auditee.get("/account");
    BOOST_TEST(auditee.get("/imports").status == 403);
    BOOST_TEST(bring(auditee, "/imports", {{"type", "claim"}}, "x.csv", app::claim_header).status == 403);
    worker.get("/imports");
    BOOST_TEST(bring(worker, "/imports/actions", {}, "plan.csv", "x").status == 403);
    BOOST_TEST(imports() == 0u);
}

BOOST_AUTO_TEST_CASE(take_over_a_plan_of_actions) {
    manager.get("/imports");
    const Response taken = bring(manager, "/imports/actions", {}, "plan.csv",
                                 "Réf;Processus;Action;Responsable;Échéance;État\nA1;pay-benefits;"
                                 "Lire la liste;claire.vasseur;31/12/2026;à faire\n");
    BOOST_TEST(taken.status == 200);
    app::Session sophie = as("sophie.garnier");
    BOOST_TEST(app::list_actions(sophie, {})->size() == 1u);
    BOOST_TEST(holds(taken, "1 action"));
}

// As after a new start: what was under way then is known to nobody.
BOOST_AUTO_TEST_CASE(say_what_came_of_a_file_after_the_server_ended) {
    worker.get("/imports");
    const std::string file = app::claim_header + app::claim("P1", "10/07/2026", "1200,00") +
                             app::claim("P2", "32/07/2026", "1200,00");
    const std::string taken =
        header_of(bring(worker, "/imports", {{"type", "claim"}}, "juillet.csv", file), "Location");
    outcome(worker, taken);
    const std::string lost =
        header_of(bring(worker, "/imports", {{"type", "nonsense"}}, "x.csv", "a;b\n1;2\n"), "Location");
    outcome(worker, lost);
    Site anew({folder(), keys_home(), {"localhost"}}, clock(), randomness(),
              [this](const std::string& line) { log += line; });
    Visitor again(anew);
    again.cookies = worker.cookies;
    const Response kept = again.get(taken);
    BOOST_TEST(kept.status == 200);
    BOOST_TEST(holds(kept, "juillet.csv"));
    BOOST_TEST(holds(kept, "import 1, le "));
    BOOST_TEST(holds(kept, "Sa ligne rejetée n’est plus gardée"));
    BOOST_TEST(holds(again.get(taken + "/events"), "\"over\":true"));
    BOOST_TEST(again.get(taken + "/rejects").status == 404);
    const Response none = again.get(lost);
    BOOST_TEST(none.status == 404);
    BOOST_TEST(holds(none, "Rien de ce fichier n’a été repris"));
    BOOST_TEST(holds(none, "href=\"/imports\""));
    BOOST_TEST(holds(again.get(lost + "/events"), "\"over\":true"));
    for (const char* nonsense : {"none", "a-b", "-"})
        BOOST_TEST(holds(again.get(std::string("/imports/errands/") + nonsense), "n’est plus suivi ici"));
    BOOST_TEST(log == "");
}

BOOST_AUTO_TEST_SUITE_END()
