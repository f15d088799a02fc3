// SPDX-License-Identifier: Apache-2.0
// What every source of the repository has in common.
#include <map>
#include <regex>

#include <fmt/format.h>

#include <boost/test/unit_test.hpp>
#include <map>

#include "house/repository.h"

using namespace cadran::house;

namespace {

constexpr std::size_t greatest_length = 500;

// What is left to do stands in the issues. (Spelt so that this file may say it.)
const std::regex unfinished(
    "\\b(TO"
    "DO|FIX"
    "ME|XX"
    "X)\\b");

Breaches breaches_of_source(const Source& source) {
    Breaches breaches;
    const std::vector<std::string> lines = lines_of(source.text);
    if (lines.size() >= greatest_length)
        breaches.push_back(fmt::format("{} has {} lines", source.path, lines.size()));
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (std::regex_search(lines[i], unfinished))
            breaches.push_back(fmt::format("{}:{}: {}", source.path, i + 1, lines[i]));
    }
    // A script names its interpreter first, and an annotation file says that it is one.
    const std::string head = source.text.substr(0, 120);
    if (head.find("SPDX-License-Identifier: Apache-2.0\n") == std::string::npos) {
        breaches.push_back(fmt::format("{} names no licence", source.path));
    }
    if (source.path.ends_with(".h") && source.text.find("\n#pragma once\n") == std::string::npos) {
        breaches.push_back(fmt::format("{} lacks #pragma once", source.path));
    }
    return breaches;
}

std::string source_of_length(int lines) {
    std::string text = "// SPDX-License-Identifier: Apache-2.0\n";
    for (int i = 1; i < lines; ++i) text += "\n";
    return text;
}

// `struct Piece {` at the margin of a header: what the whole layer sees.
std::vector<std::string> types_of(const std::string& text) {
    static const std::regex definition(R"((?:struct|class|enum class) (\w+)(?: final)?(?: : [^{;]*)? \{.*)");
    std::vector<std::string> names;
    for (const std::string& line : lines_of(text)) {
        std::smatch match;
        if (std::regex_match(line, match, definition)) names.push_back(match[1]);
    }
    return names;
}

// Two types of one name in one namespace are undefined behaviour that no compiler reports.
Breaches breaches_of_one_definition(const std::vector<Source>& headers) {
    std::map<std::string, std::string> first;  // path by layer and name
    Breaches breaches;
    for (const Source& header : headers) {
        for (const std::string& name : types_of(header.text)) {
            const auto [known, is_new] = first.emplace(layer_of(header.path) + "::" + name, header.path);
            if (!is_new)
                breaches.push_back(header.path + ": " + name + " stands in " + known->second + " too");
        }
    }
    return breaches;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(sources)

BOOST_AUTO_TEST_CASE(notices_two_types_of_one_name_in_a_layer) {
    const Source one{"core/app/a.h", "struct Line {\n};\n"},
        two{"core/app/b.h", "class Line final : public X {\n"}, elsewhere{"core/cli/c.h", "struct Line {\n"},
        inside{"core/app/d.h", "    struct Line {\n"};
    BOOST_TEST(breaches_of_one_definition({one, two}).size() == 1u);
    BOOST_TEST(breaches_of_one_definition({one, elsewhere, inside}).empty());
}

BOOST_AUTO_TEST_CASE(name_each_type_of_a_layer_once) {
    report(breaches_of_one_definition(sources_below({"core"}, {".h"})));
}

BOOST_AUTO_TEST_CASE(notices_what_no_source_may_be) {
    const auto breaches = [](const std::string& path, const std::string& text) {
        return breaches_of_source({path, text}).size();
    };
    const std::string licence = "// SPDX-License-Identifier: Apache-2.0\n";
    BOOST_TEST(breaches("core/a/a.cpp", licence) == 0u);
    BOOST_TEST(breaches("core/a/a.cpp", "int a;\n") == 1u);
    BOOST_TEST(breaches("core/a/a.h", licence) == 1u);
    BOOST_TEST(breaches("core/a/a.h", licence + "#pragma once\n") == 0u);
    BOOST_TEST(breaches("core/a/a.cpp", licence + "// TO"
                                                  "DO: later\n") == 1u);
    BOOST_TEST(breaches("core/a/a.cpp", source_of_length(499)) == 0u);
    BOOST_TEST(breaches("core/a/a.cpp", source_of_length(500)) == 1u);
    BOOST_TEST(breaches("tests/run.sh", "#!/usr/bin/env bash\n# SPDX-License-Identifier: Apache-2.0\n") ==
               0u);
}

BOOST_AUTO_TEST_CASE(of_the_repository_are_as_they_should_be) {
    const auto sources = sources_below({"core", "lua", "packaging", "plugins", "samples", "tests"},
                                       {".h", ".cpp", ".lua", ".sh"});
    BOOST_TEST(sources.size() > 100u);
    for (const Source& source : sources) report(breaches_of_source(source));
}

BOOST_AUTO_TEST_SUITE_END()
