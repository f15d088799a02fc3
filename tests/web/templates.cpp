// SPDX-License-Identifier: Apache-2.0
// What every template owes to a narrow screen.
#include <filesystem>
#include <fstream>
#include <sstream>

#include <boost/test/unit_test.hpp>

namespace {

std::string text_of(const std::filesystem::path& file) {
    std::ostringstream text;
    text << std::ifstream(file).rdbuf();
    return text.str();
}

// The tags that begin like that, whole.
std::vector<std::string> tags(const std::string& text, const std::string& beginning) {
    std::vector<std::string> found;
    for (auto at = text.find(beginning); at != std::string::npos; at = text.find(beginning, at + 1))
        found.push_back(text.substr(at, text.find('>', at) - at + 1));
    return found;
}

// The tables that become lists of rows.
std::vector<std::string> stacked_tables(const std::string& text) {
    std::vector<std::string> found;
    for (auto at = text.find("<table"); at != std::string::npos; at = text.find("<table", at + 1)) {
        const std::string tag = text.substr(at, text.find('>', at) - at);
        if (tag.find("stack") != std::string::npos)
            found.push_back(text.substr(at, text.find("</table>", at) - at));
    }
    return found;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(templates)

BOOST_AUTO_TEST_CASE(say_beside_each_cell_what_it_is_where_rows_are_stacked) {
    std::size_t seen = 0;
    for (const auto& entry : std::filesystem::directory_iterator(CADRAN_SOURCE_DIR "/core/web/templates")) {
        for (const std::string& table : stacked_tables(text_of(entry.path()))) {
            for (const std::string& cell : tags(table, "<td")) {
                ++seen;
                // What spans several columns is words in their place.
                const bool fine = cell.find("data-label=") != std::string::npos ||
                                  cell.find("colspan=") != std::string::npos;
                BOOST_TEST(fine, entry.path().filename() << ": " << cell);
            }
        }
    }
    BOOST_TEST(seen > 50u);
}

BOOST_AUTO_TEST_SUITE_END()
