// SPDX-License-Identifier: Apache-2.0
// What the guide tells plugin authors to write is a plugin.
#include <boost/test/unit_test.hpp>
#include <sstream>

#include "base/file.h"
#include "script/plugin.h"
#include "script/sample_plugin.h"

using namespace cadran;
using namespace cadran::script;

namespace {

// The blocks that start with the name of their file: `-- controls/over-limit.lua`.
PluginFiles files_in_the_guide() {
    PluginFiles files;
    std::string* file = nullptr;
    bool opened = false;
    std::istringstream lines(read_file(CADRAN_SOURCE_DIR "/lua/GUIDE.md").value());
    for (std::string line; std::getline(lines, line);) {
        if (line == "```") file = nullptr;
        if (opened) file = &files[line.substr(3)];
        if (file != nullptr) *file += line + "\n";
        opened = line == "```lua";
    }
    return files;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(guide)

BOOST_AUTO_TEST_CASE(its_example_loads) {
    const PluginFiles files = files_in_the_guide();
    BOOST_TEST(files.size() == 4U);
    const auto plugin = load_plugin(files, "");
    if (!plugin) BOOST_TEST_MESSAGE(english_text(plugin.error().diagnostics.front()));
    BOOST_REQUIRE(plugin.has_value());
    BOOST_TEST(plugin->controls.size() == 1U);
    BOOST_TEST(plugin->specs.size() == 1U);
}

BOOST_AUTO_TEST_SUITE_END()
