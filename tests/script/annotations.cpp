// SPDX-License-Identifier: Apache-2.0
// What editors know of plugins is what the loader knows, no more and no less.
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <regex>
#include <set>

#include "base/file.h"
#include "script/shape.h"

using namespace cadran;
using namespace cadran::script;

namespace {

struct Documented {
    std::set<std::string> functions;
    std::set<std::string> keys;  // `Control.title`
};

Documented documented() {
    Documented found;
    const std::regex class_line("---@class cadran\\.(\\w+)");
    const std::regex field_line("---@field (\\w+)\\??\\s.*");
    const std::regex function_line("function (\\w+)\\(.*\\) end");
    for (const auto& entry : std::filesystem::directory_iterator(CADRAN_SOURCE_DIR "/lua/annotations")) {
        std::istringstream lines(read_file(entry.path()).value());
        std::string current;
        for (std::string line; std::getline(lines, line);) {
            std::smatch match;
            if (std::regex_match(line, match, class_line))
                current = match[1];
            else if (std::regex_match(line, match, field_line))
                found.keys.insert(current + "." + match[1].str());
            else if (std::regex_match(line, match, function_line))
                found.functions.insert(match[1]);
        }
    }
    return found;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(annotations)

BOOST_AUTO_TEST_CASE(name_every_function_and_no_other) {
    std::set<std::string> known;
    for (const std::string_view name : declaring_functions) known.emplace(name);
    for (const std::string_view name : judging_functions) known.emplace(name);
    known.emplace(grading_function);
    BOOST_TEST(documented().functions == known, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(name_every_key_and_no_other) {
    std::set<std::string> known;
    for (const Shape& shape : shapes()) {
        for (const std::string& key : shape.keys) known.insert(std::string(shape.name) + "." + key);
    }
    BOOST_TEST(documented().keys == known, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
