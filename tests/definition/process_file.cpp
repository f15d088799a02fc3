// SPDX-License-Identifier: Apache-2.0
#include "definition/process_file.h"

#include <random>
#include <thread>

#include <boost/test/unit_test.hpp>

#include "base/resource.h"
#include "definition/small_definitions.h"

using namespace cadran;
using namespace cadran::definition;
using namespace std::chrono;

namespace {

ProcessFile small() {
    return read_process(small_process, "answer.xml").value();
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

BOOST_AUTO_TEST_CASE(reads_the_head_of_a_sheet) {
    const model::Process process = small().process;
    BOOST_TEST(process.id == "answer");
    BOOST_CHECK(process.kind == model::ProcessKind::realisation);
    BOOST_CHECK(process.turn == calendar::Period::Kind::quarter);
    BOOST_TEST(process.title.fr == "Répondre");
    BOOST_TEST(process.pilot == "ada");
    BOOST_CHECK(process.backups == std::vector<std::string>{"bob"});
    BOOST_CHECK(process.stakes == std::vector<std::string>{"clients"});
    BOOST_CHECK(process.parties == std::vector<std::string>{"members"});
    BOOST_CHECK(process.clauses == std::vector<std::string>{"8.2.1"});
    BOOST_TEST(process.purpose.en == "To answer");
    BOOST_TEST(process.start_event.fr == "Réception");
    BOOST_TEST(process.end_event.en == "Answer");
    BOOST_CHECK((process.upstream == std::vector<model::Neighbour>{{"receive", {"Courriers", "Letters"}}}));
    BOOST_CHECK((process.downstream == std::vector<model::Neighbour>{{"", {"Causes", "Causes"}}}));
}

BOOST_AUTO_TEST_CASE(reads_objectives_and_indicators) {
    const model::Process process = small().process;
    BOOST_REQUIRE(process.objectives.size() == 2U);
    BOOST_TEST(process.objectives[0].owner == "ada");
    BOOST_CHECK(process.objectives[0].due == 2026y / December / 31);
    BOOST_TEST(process.objectives[0].means.en == "Team");
    BOOST_TEST(process.objectives[0].judged.fr == "Chaque trimestre");
    const model::Indicator* answered = process.find_indicator("answered-in-time");
    BOOST_REQUIRE(answered != nullptr);
    BOOST_TEST(answered->measure == "mail/in-time");
    BOOST_CHECK(answered->source == model::Source::measure);
    BOOST_CHECK((answered->parameters == std::vector<std::pair<std::string, std::string>>{{"limit", "10"}}));
    BOOST_CHECK(!answered->target_at(2025y / December / 31));
    BOOST_CHECK(answered->target_at(2026y / September / 30)->warning == (Decimal{85, 0}));
    BOOST_CHECK(answered->target_at(2026y / October / 1)->value == (Decimal{955, 1}));
    const model::Indicator* wait = process.find_indicator("wait");
    BOOST_REQUIRE(wait != nullptr);
    BOOST_CHECK(wait->source == model::Source::by_hand);
    BOOST_CHECK(wait->unit == model::Unit::minutes);
    BOOST_CHECK(wait->direction == model::Direction::within);
    BOOST_TEST(wait->method.en == "Log of the switchboard");
    BOOST_CHECK((wait->targets[0] ==
                 model::Target{2026y / January / 1, {1, 0}, Decimal{4, 0}, Decimal{5, 1}, Decimal{6, 0}}));
}

BOOST_AUTO_TEST_CASE(reads_risks_and_the_control_plan) {
    const model::Process process = small().process;
    BOOST_REQUIRE(process.risks.size() == 1U);
    BOOST_CHECK((process.risks[0].inherent == model::Rating{3, 2}));
    BOOST_CHECK((process.risks[0].residual == model::Rating{1, 2}));
    BOOST_CHECK(process.risks[0].treatment == model::Treatment::reduce);
    BOOST_REQUIRE(process.opportunities.size() == 1U);
    BOOST_CHECK((process.opportunities[0].rating == model::Rating{2, 3}));
    BOOST_REQUIRE(process.controls.size() == 1U);
    const model::ControlUse& overdue = process.controls[0];
    BOOST_TEST(overdue.control == "mail/overdue");
    BOOST_CHECK(overdue.terms.risks == std::vector<std::string>{"late"});
    BOOST_CHECK(overdue.terms.frequency == model::ControlFrequency::daily);
    BOOST_CHECK(overdue.terms.by == model::Role::controller);
    BOOST_TEST(overdue.terms.proof.en == "List");
    BOOST_REQUIRE(process.manual_controls.size() == 1U);
    BOOST_TEST(process.manual_controls[0].title.en == "Cross-reading");
}

BOOST_AUTO_TEST_CASE(reads_what_goes_in_and_comes_out) {
    const model::Process process = small().process;
    BOOST_TEST(process.clients.size() == 1U);
    BOOST_TEST(process.inputs.size() == 1U);
    BOOST_TEST(process.activities.size() == 2U);
    BOOST_TEST(process.activities[1].en == "Answer");
    BOOST_TEST(process.outputs.size() == 1U);
    BOOST_TEST(process.resources.size() == 1U);
    BOOST_CHECK((process.documents ==
                 std::vector<model::RetainedDocument>{{{"Courriers", "Letters"}, "letters", 60}}));
}

BOOST_AUTO_TEST_CASE(knows_the_place_of_every_part) {
    const Places places = small().places;
    BOOST_CHECK((places.of("id") == Place{"answer.xml", 2, 39}));
    BOOST_CHECK((places.of("pilot") == Place{"answer.xml", 4, 10}));
    BOOST_CHECK((places.of("backup/bob") == Place{"answer.xml", 5, 11}));
    BOOST_CHECK((places.of("stake/clients") == Place{"answer.xml", 6, 10}));
    BOOST_CHECK((places.of("upstream/receive") == Place{"answer.xml", 11, 13}));
    BOOST_CHECK((places.of("objective/calls/owner") == Place{"answer.xml", 21, 44}));
    BOOST_CHECK((places.of("indicator/answered-in-time/measure") == Place{"answer.xml", 28, 90}));
    BOOST_CHECK((places.of("risk/late") == Place{"answer.xml", 41, 11}));
    BOOST_CHECK((places.of("control/mail/overdue") == Place{"answer.xml", 51, 14}));
    BOOST_CHECK((places.of("control/mail/overdue/days") == Place{"answer.xml", 54, 18}));
    BOOST_CHECK((places.of("document/letters") == Place{"answer.xml", 67, 22}));
    BOOST_CHECK((places.of("control/mail/unheard-of") == Place{"answer.xml", 0, 0}));
}

BOOST_AUTO_TEST_CASE(reads_every_process_of_the_suite) {
    int processes = 0;
    for (const std::string_view path : resources_below("processes/")) {
        const std::filesystem::path file(path);
        if (file.extension() != ".xml" || file.parent_path() != "processes" || file.stem() == "workspace")
            continue;
        ++processes;
        const auto read = read_process(resource(path), std::string(path));
        if (!read) BOOST_FAIL(path << ": " << read.error().diagnostics.front().what.id);
        BOOST_TEST(read->process.id == file.stem().string());
    }
    BOOST_TEST(processes == 6);
}

BOOST_AUTO_TEST_CASE(refuses_what_is_hostile) {
    const auto fault = [](std::string_view bytes) {
        const auto file = read_process(bytes, "p.xml");
        return file ? "accepted" : file.error().diagnostics.front().what.id;
    };
    const std::string sound(small_process);
    BOOST_TEST(fault("") == "format.xml_empty");
    BOOST_TEST(fault("<!DOCTYPE process SYSTEM \"file:///etc/passwd\">" + sound.substr(39)) ==
               "format.xml_document_type");
    BOOST_TEST(fault(sound.substr(0, sound.find("</process>"))) == "format.xml_unfinished_element");
    BOOST_TEST(fault(sound + std::string(4 << 20, ' ')) == "format.xml_too_large");
}

BOOST_AUTO_TEST_CASE(survives_damaged_files_and_places_every_fault) {
    const std::string sound(small_process);
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
                for (int i = 0; i < 100; ++i) titles = small().process.title.en;
            });
        }
    }
    for (const std::string& title : read) BOOST_TEST(title == "Answer");
}

BOOST_AUTO_TEST_SUITE_END()
