// SPDX-License-Identifier: Apache-2.0
// Sources of a layer are compiled several at a time: what two of them call the same in their unnamed
// namespaces clashes as soon as a new file shifts them into one.
#include <map>
#include <regex>

#include <fmt/format.h>
#include <boost/test/unit_test.hpp>

#include "house/repository.h"

using namespace cadran::house;

namespace {

// Something at the margin of an unnamed namespace: `struct Line`, `rows_of(const Table&)`.
struct Name {
    std::string name;
    std::string what;  // of a function its parameters, without their names; else the whole line
    bool is_function = false;
    bool is_alias = false;  // may be said twice, as long as it says the same
};

// From the opening bracket to the one that closes it, without the names of parameters and their defaults.
std::string parameters_from(const std::vector<std::string>& lines, std::size_t line, std::size_t at) {
    static const std::regex by_default(R"(\s*=[^,)]*)"), name(R"(\s*\b\w+(?=[,)]))"), space(R"(\s+)");
    std::string text;
    int depth = 0;
    for (; line < lines.size() && (depth > 0 || text.empty()); ++line, at = 0) {
        for (; at < lines[line].size() && (depth > 0 || text.empty()); ++at) {
            const char c = lines[line][at];
            text += c;
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        }
        text += ' ';
    }
    for (const std::regex* left_out : {&by_default, &name}) text = std::regex_replace(text, *left_out, "");
    return std::regex_replace(text, space, " ");
}

std::vector<Name> names_of(const std::string& text) {
    static const std::regex alias(R"((?:using|namespace) (\w+) = .*)"),
        type(R"((?:struct|class|enum class) (\w+).*)"), function(R"(([^=(]*[ *&])(\w+)\(.*)"),
        variable(R"([^=(]*[ *&](\w+)(?:\[\w*\])?(?: =|\{|;).*)");
    std::vector<Name> names;
    const std::vector<std::string> lines = lines_of(text);
    bool inside = false;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::string& line = lines[i];
        if (line == "namespace {") inside = true;
        if (line.starts_with("}  // namespace")) inside = false;
        if (!inside || line.starts_with("template ") || line.starts_with("using namespace ")) continue;
        std::smatch match;
        if (std::regex_match(line, match, alias))
            names.push_back({match[1], line, false, true});
        else if (std::regex_match(line, match, type))
            names.push_back({match[1], line});
        else if (line.find_first_of(" /#}") == 0)
            continue;
        else if (std::regex_match(line, match, function))
            names.push_back(
                {match[2],
                 parameters_from(lines, i, static_cast<std::size_t>(match.length(1) + match.length(2))),
                 true});
        else if (std::regex_match(line, match, variable))
            names.push_back({match[1], line});
    }
    return names;
}

bool clash(const Name& one, const Name& other) {
    if (one.is_alias && other.is_alias) return one.what != other.what;
    if (one.is_function && other.is_function) return one.what == other.what;
    return true;
}

Breaches twins_in(const std::vector<Source>& sources) {
    std::multimap<std::string, std::pair<std::string, Name>> known;  // paths and names, by layer and name
    Breaches breaches;
    for (const Source& source : sources) {
        for (const Name& name : names_of(source.text)) {
            const std::string key = layer_of(source.path) + "::" + name.name;
            const auto [first, last] = known.equal_range(key);
            const auto twin = std::find_if(first, last, [&](const auto& entry) {
                return entry.second.first != source.path && clash(entry.second.second, name);
            });
            if (twin != last)
                breaches.push_back(
                    fmt::format("{}: {} has a twin in {}", source.path, name.name, twin->second.first));
            known.emplace(key, std::pair(source.path, name));
        }
    }
    return breaches;
}

std::string unnamed(const std::string& text) {
    return "namespace {\n\n" + text + "\n}  // namespace\n";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(twins)

BOOST_AUTO_TEST_CASE(are_noticed) {
    const auto twins = [](const std::string& one, const std::string& other) {
        return twins_in({{"core/app/a.cpp", unnamed(one)}, {"core/app/b.cpp", unnamed(other)}}).size();
    };
    BOOST_TEST(twins("struct Line {\n    int a;\n};", "class Line final : public X {") == 1u);
    BOOST_TEST(twins("constexpr int most = 1;", "constexpr std::array most{1, 2};") == 1u);
    BOOST_TEST(twins("int rows(const A& a,\n         int b = 1) {", "bool rows(const A& c, int d) {") == 1u);
    BOOST_TEST(twins("int rows(const A& a) {", "constexpr int rows = 1;") == 1u);
    BOOST_TEST(twins("template <typename T>\nT rows(const T& a) {",
                     "template <typename T>\nT rows(const T& b) {") == 1u);
    BOOST_TEST(twins("using Form = A::Form;", "using Form = B::Form;") == 1u);
    // What the compiler takes in one file.
    BOOST_TEST(twins("int rows(const A& a) {", "int rows(const B& a) {") == 0u);
    BOOST_TEST(twins("using Form = A::Form;", "using Form = A::Form;") == 0u);
    BOOST_TEST(twins("int one() {\n    int a = 1;\n}", "int two() {\n    int a = 1;\n}") == 0u);
    BOOST_TEST(
        twins_in({{"core/app/a.cpp", unnamed("struct Line {")}, {"core/cli/a.cpp", unnamed("struct Line {")}})
            .empty());
    BOOST_TEST(twins_in({{"core/app/a.cpp", unnamed("struct Line {")}, {"core/app/b.cpp", "struct Line {\n"}})
                   .empty());
}

BOOST_AUTO_TEST_CASE(do_not_stand_in_a_layer) {
    report(twins_in(sources_below({"core"}, {".cpp"})));
}

BOOST_AUTO_TEST_SUITE_END()
