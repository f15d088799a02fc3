// SPDX-License-Identifier: Apache-2.0
#include "web/calendar_feed.h"

#include <boost/test/unit_test.hpp>

#include "app/personal_token.h"
#include "web/visitor.h"

using namespace cadran;
using namespace cadran::web;

namespace {

struct Feed : ServedWorkspace {
    Feed() {
        accept_rules();
        set_clock("2026-07-24T08:00:00Z");
        import("claim", "claims-07.csv", app::july_claims);
        run();
    }

    std::string token(model::Credential::Kind kind) {
        app::Session luc = as("luc.moreau");
        return app::create_token(luc, {.kind = kind, .name = "agenda", .days = 30})->token;
    }

    Visitor visitor{site};
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(calendar_feeds, Feed)

BOOST_AUTO_TEST_CASE(tell_a_calendar_what_awaits_its_owner) {
    const Response feed = visitor.get("/calendar/" + token(model::Credential::Kind::calendar) + ".ics");
    BOOST_TEST(feed.status == 200);
    BOOST_TEST(feed.type == "text/calendar; charset=utf-8");
    BOOST_TEST(feed.body.starts_with("BEGIN:VCALENDAR"));
    BOOST_TEST(holds(feed, "BEGIN:VEVENT"));
}

BOOST_AUTO_TEST_CASE(are_nothing_without_their_token) {
    for (const std::string& path :
         {std::string("/calendar/wrong.ics"), std::string("/calendar/.ics"), std::string("/calendar/x"),
          "/calendar/" + token(model::Credential::Kind::token) + ".ics"})
        BOOST_TEST(visitor.get(path).status == 404, path);
}

BOOST_AUTO_TEST_CASE(end_with_their_token_which_opens_nothing_else) {
    const std::string secret = token(model::Credential::Kind::calendar);
    visitor.headers["authorization"] = "Bearer " + secret;
    BOOST_TEST(visitor.get("/api/v1/me").status == 401);
    app::Session luc = as("luc.moreau");
    BOOST_REQUIRE(app::revoke_token(luc, "luc.moreau", "agenda"));
    BOOST_TEST(visitor.get("/calendar/" + secret + ".ics").status == 404);
}

BOOST_AUTO_TEST_SUITE_END()
