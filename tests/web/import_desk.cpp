// SPDX-License-Identifier: Apache-2.0
#include "web/import_desk.h"

#include <atomic>
#include <future>

#include <boost/test/unit_test.hpp>

using namespace cadran;
using namespace cadran::web;

namespace {

model::Account marc() {
    return {"marc.petit", "Marc Petit", {model::Role::controller}, {}, "", 1};
}

app::ImportRecords records(const std::string& type) {
    return {.type = type, .file = "none.csv"};
}

void wait_until(const std::function<bool()>& happens) {
    for (int tries = 0; tries < 1000 && !happens(); ++tries)
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(import_desk)

BOOST_AUTO_TEST_CASE(runs_one_errand_at_a_time_and_shows_how_far_it_is_to_its_owner_alone) {
    std::promise<void> go;
    const std::shared_future<void> gone = go.get_future().share();
    std::atomic<int> at_once = 0, most_at_once = 0;
    SystemRandomness randomness;
    ImportDesk desk(
        [&](const model::Account&, Language, const app::ImportRecords& command, Progress& progress,
            const std::stop_token&) -> Result<app::Imported> {
            most_at_once = std::max(most_at_once.load(), ++at_once);
            progress.advance({"app.importing"}, 30, 100);
            gone.wait();
            --at_once;
            app::Imported imported;
            imported.import.type = command.type;
            return imported;
        },
        randomness);
    const auto first = desk.take(marc(), Language::french, records("claim"), sha256("claims"), nullptr);
    const auto second = desk.take(marc(), Language::french, records("payment"), sha256("payments"), nullptr);
    BOOST_REQUIRE((first && second));
    wait_until([&] { return desk.find(*first, "marc.petit")->done == 30; });
    BOOST_TEST((desk.find(*first, "marc.petit")->stage == Errand::Stage::running));
    BOOST_TEST((desk.find(*second, "marc.petit")->stage == Errand::Stage::waiting));
    BOOST_TEST(!desk.find(*first, "rose.martin"));
    BOOST_TEST(desk.of("marc.petit").size() == 2u);
    go.set_value();
    wait_until([&] { return desk.find(*second, "marc.petit")->is_over(); });
    BOOST_TEST(desk.find(*second, "marc.petit")->imported->import.type == "payment");
    BOOST_TEST(most_at_once == 1);
}

BOOST_AUTO_TEST_CASE(takes_only_so_many_and_gives_up_what_runs_when_it_closes) {
    std::atomic<bool> stopped = false;
    SystemRandomness randomness;
    {
        ImportDesk desk(
            [&](const model::Account&, Language, const app::ImportRecords&, Progress&,
                const std::stop_token& stop) -> Result<app::Imported> {
                while (!stop.stop_requested()) std::this_thread::sleep_for(std::chrono::milliseconds(2));
                stopped = true;
                return conflict(Message{"app.cancelled"});
            },
            randomness);
        std::size_t taken = 0;
        while (taken < 100 &&
               desk.take(marc(), Language::french, records("claim"), sha256("claims"), nullptr))
            ++taken;
        BOOST_TEST(taken >= ImportDesk::most_waiting);
        BOOST_TEST(taken <= ImportDesk::most_waiting + 1);
        wait_until([&] { return desk.of("marc.petit").back().stage == Errand::Stage::running; });
    }
    BOOST_TEST(stopped.load());
}

BOOST_AUTO_TEST_SUITE_END()
