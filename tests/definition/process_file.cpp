// SPDX-License-Identifier: Apache-2.0
#include "definition/process_file.h"

#include <random>
#include <thread>

#include <boost/test/unit_test.hpp>

#include "base/resource.h"

using namespace cadran;
using namespace cadran::definition;
using namespace std::chrono;

namespace {

ProcessFile reference() {
    return read_process(resource("processes/pay-benefits.xml"), "processes/pay-benefits.xml").value();
}

// Flips a bit, deletes, doubles or cuts; one to three times.
std::string mutated(std::string bytes, std::mt19937& random) {
    for (unsigned times = 1 + static_cast<unsigned>(random()) % 3; times > 0 && !bytes.empty(); --times) {
        const std::size_t place = random() % bytes.size();
        const std::size_t length = 1 + random() % 40;
        switch (random() % 4) {
            case 0: bytes[place] = static_cast<char>(bytes[place] ^ (1 << (random() % 8))); break;
            case 1: bytes.erase(place, length); break;
            case 2: bytes.insert(random() % bytes.size(), bytes.substr(place, length)); break;
            default:
                if (random() % 8 == 0) bytes.resize(place);
        }
    }
    return bytes;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(process_file)

BOOST_AUTO_TEST_CASE(reads_the_reference_process) {
    const model::Process process = reference().process;
    BOOST_TEST(process.id == "pay-benefits");
    BOOST_TEST(process.title.fr == "Payer l’ensemble des prestations");
    BOOST_TEST(process.title.en == "Pay all benefits");
    BOOST_TEST(process.pilot == "claire.vasseur");
    BOOST_CHECK(process.backups == std::vector<std::string>{"hugo.lemaire"});
    BOOST_TEST(process.purpose.en ==
               "Pay members and care providers the benefits due to them, in the right amount and on time");
    BOOST_TEST(process.start_event.fr == "Réception d’une demande de prestation");
    BOOST_TEST(process.end_event.fr == "Versement de la prestation ou notification motivée du refus");
}

BOOST_AUTO_TEST_CASE(reads_what_judges_the_reference_process) {
    const model::Process process = reference().process;
    BOOST_REQUIRE(process.objectives.size() == 1U);
    BOOST_TEST(process.objectives[0].id == "checked-before-payment");
    BOOST_TEST(process.objectives[0].indicator == "decided-before-payment");
    BOOST_TEST(process.objectives[0].text.fr ==
               "Aucune prestation de plus de 1\u00a0000\u00a0€ n’est payée avant d’avoir été contrôlée");
    const model::Indicator* indicator = process.find_indicator("decided-before-payment");
    BOOST_REQUIRE(indicator != nullptr);
    BOOST_TEST(indicator->measure == "claims/decided-before-payment");
    BOOST_CHECK(indicator->direction == model::Direction::higher);
    BOOST_CHECK(indicator->frequency == calendar::Period::Kind::month);
    BOOST_CHECK(!indicator->target_at(2026y / June / 30));
    BOOST_CHECK(indicator->target_at(2026y / July / 1)->value == (Decimal{100, 0}));
    BOOST_REQUIRE(process.controls.size() == 1U);
    BOOST_TEST(process.controls[0].control == "claims/over-threshold");
    BOOST_TEST(process.controls[0].parameters.empty());
}

BOOST_AUTO_TEST_CASE(reads_every_choice_of_the_schema) {
    std::string bytes(resource("processes/pay-benefits.xml"));
    const auto change = [&bytes](std::string_view search, std::string_view replacement) {
        bytes.replace(bytes.find(search), search.size(), replacement);
    };
    change("higher", "lower");
    change("\"month\"", "\" quarter \"");
    change("<purpose>", "<backup account=\"lea.roy\"/><purpose>");
    change("value=\"100\"/>", "value=\"97.50\"/><target from=\"2027-01-01\" value=\"99\"/>");
    change("threshold\"/>", "threshold\"><parameter name=\"threshold\" value=\"800.00 EUR\"/></control>");
    const model::Process process = read_process(bytes, "p.xml").value().process;
    BOOST_CHECK(process.indicators[0].direction == model::Direction::lower);
    BOOST_CHECK(process.indicators[0].frequency == calendar::Period::Kind::quarter);
    BOOST_CHECK(process.indicators[0].target_at(2026y / December / 31)->value == (Decimal{975, 1}));
    BOOST_CHECK(process.indicators[0].target_at(2027y / January / 1)->value == (Decimal{99, 0}));
    BOOST_CHECK(process.backups == (std::vector<std::string>{"hugo.lemaire", "lea.roy"}));
    BOOST_REQUIRE(process.controls[0].parameters.size() == 1U);
    BOOST_TEST(process.controls[0].parameters[0].first == "threshold");
    BOOST_TEST(process.controls[0].parameters[0].second == "800.00 EUR");
}

BOOST_AUTO_TEST_CASE(knows_the_place_of_every_part) {
    const Places places = reference().places;
    const std::string file = "processes/pay-benefits.xml";
    BOOST_CHECK(places.of("id") == (Place{file, 2, 39}));
    BOOST_CHECK(places.of("pilot") == (Place{file, 7, 10}));
    BOOST_CHECK(places.of("backup/hugo.lemaire") == (Place{file, 8, 11}));
    BOOST_CHECK(places.of("objective/checked-before-payment") == (Place{file, 22, 16}));
    BOOST_CHECK(places.of("objective/checked-before-payment/indicator") == (Place{file, 22, 44}));
    BOOST_CHECK(places.of("indicator/decided-before-payment") == (Place{file, 30, 16}));
    BOOST_CHECK(places.of("indicator/decided-before-payment/measure") == (Place{file, 31, 16}));
    BOOST_CHECK(places.of("control/claims/over-threshold") == (Place{file, 40, 14}));
    BOOST_CHECK(places.of("control/claims/unheard-of") == (Place{file, 0, 0}));
}

BOOST_AUTO_TEST_CASE(refuses_what_is_hostile) {
    const auto fault = [](std::string_view bytes) {
        const auto file = read_process(bytes, "p.xml");
        return file ? "accepted" : file.error().diagnostics.front().what.id;
    };
    const std::string sound(resource("processes/pay-benefits.xml"));
    BOOST_TEST(fault("") == "format.xml_empty");
    BOOST_TEST(fault("<!DOCTYPE process SYSTEM \"file:///etc/passwd\">" + sound.substr(39)) ==
               "format.xml_document_type");
    BOOST_TEST(fault(sound.substr(0, sound.size() / 2)) == "format.xml_unfinished_element");
    BOOST_TEST(fault(sound + std::string(4 << 20, ' ')) == "format.xml_too_large");
}

BOOST_AUTO_TEST_CASE(survives_damaged_files_and_places_every_fault) {
    const std::string sound(resource("processes/pay-benefits.xml"));
    std::mt19937 random(20260701);
    int refused = 0;
    for (int i = 0; i < 4000; ++i) {
        const auto file = read_process(mutated(sound, random), "p.xml");
        if (file) continue;
        ++refused;
        for (const Diagnostic& fault : file.error().diagnostics) {
            const bool placed = fault.place.file == "p.xml" && fault.place.line > 0 && fault.place.column > 0;
            BOOST_REQUIRE_MESSAGE(placed && fault.hint, "round " << i << ": " << fault.what.id);
        }
    }
    BOOST_TEST(refused > 2000);
}

BOOST_AUTO_TEST_CASE(reads_on_several_threads) {
    std::vector<std::string> read(4);
    {
        std::vector<std::jthread> threads;
        for (std::string& titles : read) {
            threads.emplace_back([&titles] {
                for (int i = 0; i < 100; ++i) titles = reference().process.title.en;
            });
        }
    }
    for (const std::string& title : read) BOOST_TEST(title == "Pay all benefits");
}

BOOST_AUTO_TEST_SUITE_END()
