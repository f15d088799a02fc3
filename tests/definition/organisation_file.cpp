// SPDX-License-Identifier: Apache-2.0
#include "definition/organisation_file.h"

#include <boost/test/unit_test.hpp>

#include "base/resource.h"
#include "definition/small_definitions.h"

using namespace cadran;
using namespace cadran::definition;

BOOST_AUTO_TEST_SUITE(organisation_file)

BOOST_AUTO_TEST_CASE(reads_every_part) {
    const auto file = read_organisation(small_workspace, "workspace.xml");
    BOOST_REQUIRE(file.has_value());
    const model::Organisation& organisation = file->organisation;
    BOOST_TEST(organisation.name == "Test");
    BOOST_TEST(organisation.zone == "Europe/Paris");
    BOOST_TEST(organisation.currency.code == "EUR");
    BOOST_CHECK(organisation.region == calendar::Region::alsace_moselle);
    BOOST_TEST(organisation.standard == "short");
    BOOST_TEST(organisation.policy->text.en == "Do well");
    BOOST_CHECK((organisation.policy->since == Date{std::chrono::year{2026} / 1 / 5}));
    BOOST_TEST(organisation.scope.fr == "Tout");
    BOOST_CHECK((organisation.exclusions ==
                 std::vector<model::Exclusion>{{"8.3", {"Rien à concevoir", "Nothing to design"}}}));
    BOOST_CHECK(
        (organisation.issues == std::vector<model::Issue>{{"climate", false, {"Climat", "Climate"}}}));
    BOOST_TEST(organisation.parties.at(0).expectations.en == "Answers");
    BOOST_TEST(organisation.members.at(0).department == "mail");
    BOOST_TEST(organisation.departments.at(0).manager == "ada");
    BOOST_REQUIRE(organisation.providers.size() == 2U);
    BOOST_TEST(organisation.providers[0].delegate);
    BOOST_TEST(organisation.documents.at(0).location == "Intranet");
    BOOST_CHECK((file->places.of("zone") == Place{"workspace.xml", 3, 29}));
    BOOST_CHECK((file->places.of("member/ada") == Place{"workspace.xml", 27, 11}));
}

BOOST_AUTO_TEST_CASE(rates_risks_on_the_scale) {
    const auto file = read_organisation(small_workspace, "workspace.xml");
    BOOST_REQUIRE(file.has_value());
    const model::RiskScale& scale = file->organisation.scale;
    BOOST_TEST(scale.holds({3, 3}));
    BOOST_TEST(!scale.holds({4, 1}));
    BOOST_TEST(!scale.holds({1, 0}));
    BOOST_TEST(scale.level_of({1, 1}).title.en == "Very low");
    BOOST_TEST(scale.level_of({1, 2}).title.en == "Low");
    BOOST_TEST(scale.level_of({2, 2}).title.en == "Medium");
    BOOST_TEST(scale.level_of({3, 2}).title.en == "High");
    BOOST_TEST(scale.level_of({3, 3}).title.en == "Major");
}

BOOST_AUTO_TEST_CASE(reads_the_sample_and_the_template_of_a_new_one) {
    BOOST_TEST(read_organisation(resource("samples/workspace.xml"), "w.xml")->organisation.name ==
               "Mutuelle des Trois Rivières");
    const std::string hostile = "A & \"B\" <C>";
    BOOST_TEST(read_organisation(new_organisation(hostile), "w.xml")->organisation.name == hostile);
    BOOST_TEST(read_organisation(new_organisation("X"), "w.xml")->organisation.stakes.size() == 6U);
}

BOOST_AUTO_TEST_CASE(tells_zone_and_currency_in_one_go) {
    const auto file = read_organisation(
        "<workspace xmlns=\"urn:cadran:workspace:1\">\n"
        "<organisation name=\"x\" zone=\"Paris\" currency=\"euro\"/></workspace>",
        "workspace.xml");
    BOOST_REQUIRE(!file);
    BOOST_REQUIRE(file.error().diagnostics.size() == 2U);
    BOOST_TEST(file.error().diagnostics[0].what.id == "calendar.unknown_zone");
    BOOST_TEST(file.error().diagnostics[1].what.id == "format.xml_wrong_attribute");
}

BOOST_AUTO_TEST_CASE(reads_the_mail_server_with_what_goes_without_saying) {
    const auto with = [](const std::string& element) {
        std::string text(small_workspace);
        text.insert(text.find("</workspace>"), element);
        return read_organisation(text, "w.xml");
    };
    BOOST_CHECK(!read_organisation(small_workspace, "w.xml")->organisation.mail);
    const auto brief = with(R"(<mail host="smtp.example.org" from="q@example.org"/>)");
    BOOST_REQUIRE(brief.has_value());
    BOOST_CHECK((brief->organisation.mail ==
                 model::MailServer{"smtp.example.org", 587, "q@example.org", true, "", Language::french}));
    const auto whole =
        with(R"(<mail host="::1" port="25" from="q@example.org" starttls="no" language="en"/>)");
    BOOST_REQUIRE(whole.has_value());
    BOOST_CHECK((whole->organisation.mail ==
                 model::MailServer{"::1", 25, "q@example.org", false, "", Language::english}));
    for (const char* bad :
         {R"(<mail host="smtp" from="q"/>)", R"(<mail host="a b" from="q@e"/>)",
          R"(<mail host="smtp" from="q@e" port="0"/>)", R"(<mail host="smtp" from="q@e" port="65536"/>)",
          R"(<mail host="smtp" from="q@e&#10;Bcc: x@y"/>)",
          R"(<mail host="smtp" from="q@e" starttls="maybe"/>)",
          R"(<mail host="smtp" from="q@e" starttls="no" user="u"/>)",
          R"(<mail host="smtp" from="q@e" password="p"/>)"})
        BOOST_TEST(!with(bad).has_value(), bad);
}

BOOST_AUTO_TEST_CASE(reads_how_pages_look) {
    const auto with = [](const std::string& element) {
        std::string text(small_workspace);
        text.insert(text.find("<policy"), element + "\n");
        return read_organisation(text, "w.xml");
    };
    BOOST_CHECK(read_organisation(small_workspace, "w.xml")->organisation.appearance == model::Appearance{});
    const auto whole = with(R"(<appearance accent="#274C8e" logo="pictures/Logo-2.svg">)"
                            R"(<footer><fr>Interne</fr><en>Internal</en></footer></appearance>)");
    BOOST_REQUIRE(whole.has_value());
    BOOST_CHECK((whole->organisation.appearance ==
                 model::Appearance{
                     model::Tint{0x27, 0x4c, 0x8e}, "pictures/Logo-2.svg", "", {"Interne", "Internal"}}));
    BOOST_TEST(whole->places.of("logo").line == 4);
    BOOST_CHECK(with("<appearance/>")->organisation.appearance == model::Appearance{});
    for (const char* bad : {R"(<appearance accent="blue"/>)", R"(<appearance accent="#27f"/>)",
                            R"(<appearance logo="/logo.svg"/>)", R"(<appearance logo="../logo.svg"/>)",
                            R"(<appearance logo="a/../../logo.svg"/>)", R"(<appearance logo=".hidden.svg"/>)",
                            R"(<appearance logo="logo.gif"/>)", R"(<appearance logo="cadran.db"/>)",
                            R"(<appearance><footer><fr>x</fr></footer></appearance>)"})
        BOOST_TEST(!with(bad).has_value(), bad);
    BOOST_TEST(
        !with("<appearance><footer><fr>" + std::string(121, 'x') + "</fr><en>x</en></footer></appearance>")
             .has_value());
}

BOOST_AUTO_TEST_CASE(refuses_an_accent_on_which_white_words_cannot_be_read) {
    std::string text(small_workspace);
    text.insert(text.find("<policy"), "<appearance accent=\"#ffcc00\"/>\n");
    const auto file = read_organisation(text, "w.xml");
    BOOST_REQUIRE(!file);
    const Diagnostic& fault = file.error().diagnostics.at(0);
    BOOST_TEST(fault.what.id == "definition.accent_too_pale");
    BOOST_CHECK((fault.place == Place{"w.xml", 4, 15}));
    BOOST_REQUIRE(fault.hint.has_value());
    const auto better = model::parse_tint(std::get<std::string>(fault.hint->arguments.at(0).second));
    BOOST_REQUIRE(better.has_value());
    BOOST_TEST(model::contrast(*better, model::white_tint) >= model::least_contrast);
}

BOOST_AUTO_TEST_CASE(names_the_plugins_that_are_not_trusted) {
    const auto with = [](const std::string& elements) {
        std::string text = new_organisation("X");
        return read_organisation(text.insert(text.rfind("</workspace>"), elements), "w.xml");
    };
    const auto file = with(R"(<plugin id="claims" trust="none"/><plugin id="fraud" trust="none"/>)");
    BOOST_REQUIRE(file.has_value());
    BOOST_CHECK(
        (file->organisation.untrusted_plugins == std::vector<model::UntrustedPlugin>{{"claims"}, {"fraud"}}));
    BOOST_TEST(with("")->organisation.untrusted_plugins.empty());
    for (const char* faulty : {R"(<plugin id="claims"/>)", R"(<plugin id="claims" trust="full"/>)",
                               R"(<plugin trust="none"/>)", R"(<plugin id="../claims" trust="none"/>)",
                               R"(<plugin id="claims" trust="none"/><plugin id="claims" trust="none"/>)"})
        BOOST_TEST(!with(faulty).has_value(), faulty);
}

BOOST_AUTO_TEST_SUITE_END()
