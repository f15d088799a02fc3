// SPDX-License-Identifier: Apache-2.0
// The plugin of the suite, as it is delivered.
#include <boost/test/unit_test.hpp>

#include "base/catalogue.h"
#include "base/resource.h"
#include "script/judge.h"

using namespace cadran;
using namespace cadran::script;

namespace {

PluginFiles delivered() {
    PluginFiles files;
    const std::string folder = "plugins/claims/";
    for (const std::string_view path : resources_below(folder))
        files[std::string(path.substr(folder.size()))] = resource(path);
    return files;
}

column::RecordBatch claims(const Plugin& plugin, const std::vector<std::string>& acts) {
    using namespace std::chrono;
    const Date day = 2026y / July / 3;
    column::RecordBatch batch(plugin.find_record("claim")->schema);
    for (const std::string& act : acts) {
        batch.append({"N-" + act, std::string("M"), std::string("B"), std::string("P"), act, day, day,
                      Money{150000, {}}, std::string("H01"), column::Secret{7}, column::Missing{}},
                     static_cast<std::int64_t>(batch.rows) + 2);
    }
    return batch;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(claims_plugin)

BOOST_AUTO_TEST_CASE(loads_without_fault) {
    const auto plugin = load_plugin(delivered(), "claims/");
    if (!plugin) {
        const Catalogue english(Language::english);
        for (const Diagnostic& fault : plugin.error().diagnostics) {
            BOOST_TEST_MESSAGE(fault.place.file << ":" << fault.place.line << ":" << fault.place.column << " "
                                                << english.text(fault.what));
        }
    }
    BOOST_REQUIRE(plugin.has_value());
    BOOST_TEST(plugin->id == "claims");
    BOOST_TEST(plugin->find_control("claims/over-threshold")->control.verify.size() == 4U);
    BOOST_TEST(plugin->find_measure("claims/decided-before-payment") != nullptr);
    BOOST_TEST(plugin->find_record("claim")->handler.has_value());
    BOOST_TEST(plugin->find_record("claim")->has_secrets());
    BOOST_TEST(!plugin->find_record("payment")->has_secrets());
}

BOOST_AUTO_TEST_CASE(hospital_stays_are_major) {
    const PluginFiles files = delivered();
    const auto plugin = load_plugin(files, "claims/");
    BOOST_REQUIRE(plugin.has_value());
    Judge judge(files, *plugin, "claims/over-threshold", {Money{100000, {}}});
    const column::RecordBatch batch = claims(*plugin, {"hospital-stay", "optical"});
    const Judgement stay = judge.judge(batch, 0);
    BOOST_TEST((stay.outcome == model::Outcome::fail));
    BOOST_TEST((stay.severity == model::Severity::major));
    BOOST_TEST((stay.message == "hospital-stay"));
    const Judgement glasses = judge.judge(batch, 1);
    BOOST_TEST((glasses.outcome == model::Outcome::fail));
    BOOST_TEST(!glasses.severity.has_value());
    BOOST_TEST(!glasses.message.has_value());
}

BOOST_AUTO_TEST_SUITE_END()
