// SPDX-License-Identifier: Apache-2.0
// What every template owes to a narrow screen.
#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>

#include <boost/test/unit_test.hpp>

namespace {

std::string text_of(const std::filesystem::path& file) {
    std::ostringstream text;
    text << std::ifstream(file).rdbuf();
    return text.str();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(templates)

BOOST_AUTO_TEST_CASE(say_beside_each_cell_what_it_is_where_rows_are_stacked) {
    const std::regex stacked("<table class=\"[^\"]*\\bstack\\b[^]*?</table>"), cell("<td\\b[^>]*>");
    for (const auto& entry : std::filesystem::directory_iterator(CADRAN_SOURCE_DIR "/core/web/templates")) {
        const std::string text = text_of(entry.path());
        for (std::sregex_iterator table(text.begin(), text.end(), stacked), none; table != none; ++table) {
            const std::string rows = table->str();
            for (std::sregex_iterator one(rows.begin(), rows.end(), cell); one != none; ++one)
                BOOST_TEST((one->str().find("data-label=") != std::string::npos), entry.path().filename()
                                                                                      << ": " << one->str());
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
