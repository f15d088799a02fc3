// SPDX-License-Identifier: Apache-2.0
// What editors know of plugins is what the loader knows, no more and no less.
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <regex>
#include <set>

#include "base/file.h"
#include "model/control.h"
#include "script/editor_classes.h"
#include "script/shape.h"

using namespace cadran;
using namespace cadran::script;

namespace {

struct Documented {
    std::set<std::string> classes;
    std::map<std::string, std::string> lines;  // of what follows a key: `Failure.effect`
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
                found.classes.insert(current = match[1]);
            else if (std::regex_match(line, match, field_line))
                found.lines[*found.keys.insert(current + "." + match[1].str()).first] = line;
            else if (std::regex_match(line, match, function_line))
                found.functions.insert(match[1]);
        }
    }
    return found;
}

// The plugins of the suite, as editors are told of them, by name.
std::map<std::string, Plugin> suite() {
    namespace fs = std::filesystem;
    std::map<std::string, Plugin> plugins;
    for (const auto& folder : fs::directory_iterator(CADRAN_SOURCE_DIR "/plugins")) {
        PluginFiles files;
        for (const auto& entry : fs::recursive_directory_iterator(folder)) {
            if (entry.is_regular_file())
                files.emplace(entry.path().lexically_relative(folder.path()).generic_string(),
                              read_file(entry.path()).value());
        }
        plugins.emplace(folder.path().filename().string(), load_plugin(files, "").value());
    }
    return plugins;
}

// `"low"|"high"`
template <typename Values, typename Name>
std::string choice(const Values& values, Name name) {
    std::string text;
    for (const auto value : values) text += fmt::format("{}\"{}\"", text.empty() ? "" : "|", name(value));
    return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(annotations)

BOOST_AUTO_TEST_CASE(name_every_verdict_and_no_other) {
    const Documented found = documented();
    const std::string severities = choice(model::all_severities, model::severity_name);
    const std::string effects = choice(
        std::array{model::Effect::hold, model::Effect::check, model::Effect::flag}, model::effect_name);
    for (const char* key : {"Control.severity", "Failure.severity", "ExpectedFinding.severity"})
        BOOST_TEST(found.lines.at(key).find(" " + severities) != std::string::npos, found.lines.at(key));
    for (const char* key : {"Control.effect", "Failure.effect", "ExpectedFinding.effect"})
        BOOST_TEST(found.lines.at(key).find(" " + effects) != std::string::npos, found.lines.at(key));
    BOOST_TEST(found.lines.at("Control.visible_to").find(choice(model::confidants, model::role_name)) !=
               std::string::npos);
}

// In every plugin of the suite: its fields and parameters, with types that are explained.
BOOST_AUTO_TEST_CASE(of_a_plugin_name_its_fields_and_parameters_with_known_types) {
    const std::set<std::string> known = documented().classes;
    for (const auto& [name, plugin] : suite()) {
        const std::string text = editor_classes(plugin);
        const auto has = [&](const std::string& line) {
            BOOST_TEST(text.find("\n" + line) != std::string::npos, line << " of " << name);
        };
        for (const model::RecordType& type : plugin.records) {
            has("---@class " + record_class(type.name) + "\n");
            for (const column::Field& field : type.schema->fields())
                has(fmt::format("---@field {}{} ", field.name, field.required ? "" : "?"));
        }
        for (const ControlDeclaration& control : plugin.controls) {
            has("---@class " + parameters_class(control.control.id) + "\n");
            for (const model::Parameter& parameter : control.control.parameters)
                has(fmt::format("---@field {} ", parameter.name));
        }
        const std::regex type(" cadran\\.([A-Z]\\w*)");
        for (std::sregex_iterator at(text.begin(), text.end(), type), end; at != end; ++at)
            BOOST_TEST(known.contains((*at)[1].str()), (*at)[1].str());
    }
}

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
