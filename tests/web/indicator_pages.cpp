// SPDX-License-Identifier: Apache-2.0
// Figures that nothing measures, recorded where they are looked at.
#include "web/indicator_pages.h"

#include <boost/test/unit_test.hpp>

#include "app/due.h"
#include "app/indicator.h"
#include "app/process.h"
#include "web/visitor.h"

using namespace cadran;
using namespace cadran::web;

namespace {

const std::string indicator_path = "/indicators/pay-benefits/in-time";

// Two months of the turn are over.
struct ByHand : ServedWorkspace {
    ByHand() {
        play_july();
        const std::string sheet = "processes/" + std::string(app::process_name) + ".xml";
        edit_draft(sheet, "</indicators>",
                   R"(<indicator id="in-time" unit="percent" direction="higher" frequency="month">
                      <title><fr>À temps</fr><en>In time</en></title><by-hand><fr>Relevé</fr><en>Count</en></by-hand>
                      <target from="2026-07-01" value="95" warning="90"/></indicator></indicators>)");
        edit_draft(sheet, "</objectives>",
                   R"(<objective id="in-time" indicator="in-time" owner="claire.vasseur" due="2026-12-31">
                      <text><fr>x</fr><en>x</en></text><means><fr>x</fr><en>x</en></means>
                      <judged><fr>x</fr><en>x</en></judged></objective></objectives>)");
        app::Session claire = as("claire.vasseur"), sophie = as("sophie.garnier");
        app::draft_process(claire, app::process_name).value();
        app::accept_process(sophie, {app::process_name, app::day("2026-07-01"), "test"}).value();
        set_clock("2026-09-02T09:00:00Z");
        pilot.enter(*this, "claire.vasseur");
        backup.enter(*this, "hugo.lemaire");
        reader.join(*this, "rose.martin", model::Role::auditor);
    }

    std::vector<model::Measurement> recorded() {
        app::Session claire = as("claire.vasseur");
        return app::show_indicators(claire, app::process_name, "in-time").value();
    }

    Visitor pilot{site}, backup{site}, reader{site};
};

const std::map<std::string, std::string> july{{"seen", "0"},
                                              {"figure", "in-time 2026-07"},
                                              {"numerator", "19"},
                                              {"denominator", "20"},
                                              {"comment", "Relevé du <service>"}};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(indicator_pages, ByHand)

BOOST_AUTO_TEST_CASE(lead_from_what_is_due_to_its_form) {
    BOOST_TEST(holds(pilot.get("/"), "href=\"" + indicator_path + "?period=2026-08#record\""));
    const Response page = pilot.get(indicator_path + "?period=2026-08");
    BOOST_TEST(holds(page, "action=\"" + indicator_path + "/record\""));
    BOOST_TEST(holds(page, "value=\"in-time 2026-07\">"));
    BOOST_TEST(holds(page, "value=\"in-time 2026-08\" selected>"));
    BOOST_TEST(!holds(page, "value=\"in-time 2026-09\""));
}

BOOST_AUTO_TEST_CASE(record_a_figure_by_hand) {
    pilot.get(indicator_path);
    const Response answer = pilot.post(indicator_path + "/record", july);
    BOOST_TEST(header_of(answer, "Location") == indicator_path + "?done=recorded");
    const Response page = pilot.follow(answer);
    BOOST_TEST(holds(page, "role=\"status\""));
    BOOST_TEST(holds(page, "95"));
    BOOST_TEST(!holds(page, "value=\"in-time 2026-07\""));
    BOOST_TEST(recorded().size() == 1u);
    auto absent = july;
    for (const char* none : {"numerator", "denominator"}) absent.erase(none);
    absent["figure"] = "in-time 2026-08";
    absent["absent"] = "yes";
    BOOST_TEST(pilot.follow(pilot.post(indicator_path + "/record", absent)).status == 200);
    BOOST_TEST(!holds(pilot.get(indicator_path), "/record\""));
    BOOST_TEST(!holds(pilot.get("/"), indicator_path + "?period"));
}

BOOST_AUTO_TEST_CASE(tell_what_is_wrong_in_a_figure_and_keep_what_was_typed) {
    pilot.get(indicator_path);
    auto faulty = july;
    faulty["numerator"] = "dix-neuf";
    faulty["value"] = "beaucoup";
    const Response answer = pilot.post(indicator_path + "/record", faulty);
    BOOST_TEST(answer.status == 422);
    for (const char* kept : {"role=\"alert\"", "value=\"dix-neuf\"", "value=\"beaucoup\"",
                             ">Relevé du &lt;service&gt;</textarea>", "value=\"in-time 2026-07\" selected"})
        BOOST_TEST(holds(answer, kept), kept);
    BOOST_TEST(pilot.post(indicator_path + "/record", {{"comment", "x"}}).status == 422);
    faulty = july;
    faulty["numerator"] = "21";
    BOOST_TEST(pilot.post(indicator_path + "/record", faulty).status == 422);
    BOOST_TEST(pilot.post("/indicators/pay-benefits/none/record", july).status == 404);
    BOOST_TEST(recorded().empty());
}

BOOST_AUTO_TEST_CASE(show_the_form_to_who_may_record_alone) {
    BOOST_TEST(!holds(reader.get(indicator_path), "/record\""));
    BOOST_TEST(reader.post(indicator_path + "/record", july).status == 403);
    BOOST_TEST(!holds(pilot.get("/indicators/pay-benefits/decided-before-payment"), "/record\""));
    BOOST_TEST(pilot.post("/indicators/pay-benefits/decided-before-payment/record", july).status == 403);
    BOOST_TEST(recorded().empty());
}

BOOST_AUTO_TEST_CASE(tell_the_second_of_two_who_recorded_a_figure_meanwhile) {
    backup.get(indicator_path);
    pilot.get(indicator_path);
    BOOST_TEST(backup.post(indicator_path + "/record", july).status == 303);
    auto other = july;
    other["numerator"] = "12";
    const Response late = pilot.post(indicator_path + "/record", other);
    BOOST_TEST(late.status == 409);
    BOOST_TEST(holds(late, "hugo.lemaire l’a changé"));
    BOOST_TEST(holds(late, "Relevé du &lt;service&gt;"));
    BOOST_REQUIRE(recorded().size() == 1u);
    BOOST_TEST(recorded().front().numerator == 19);
}

BOOST_AUTO_TEST_SUITE_END()
