// SPDX-License-Identifier: Apache-2.0
// A layer includes what core/CMakeLists.txt says it uses, and one folder alone sees a third-party library.
#include <algorithm>
#include <map>
#include <optional>
#include <regex>

#include <fmt/format.h>

#include <boost/test/unit_test.hpp>

#include "house/repository.h"

using namespace cadran::house;

namespace {

struct Layer {
    std::string name;  // empty for the program's main.cpp
    std::set<std::string> uses;
};

std::set<std::string> words_of(const std::string& text) {
    const std::regex word(R"(\S+)");
    const std::sregex_iterator first(text.begin(), text.end(), word);
    std::set<std::string> words;
    for (auto match = first; match != std::sregex_iterator(); ++match) words.insert(match->str());
    return words;
}

// From the lines `layer(name USES a b LIBRARIES …)`, in their order, and the line that links the program.
std::vector<Layer> layers_of(const std::string& cmake) {
    const std::regex layer_line(R"(layer\((\w+)(?: USES((?: \w+)+?))?(?: LIBRARIES .*)?\))");
    const std::regex program_line(R"(target_link_libraries\(cadran PRIVATE((?: cadran_\w+)+)\))");
    const std::regex prefix("cadran_");
    std::vector<Layer> layers;
    for (const std::string& line : lines_of(cmake)) {
        std::smatch match;
        if (std::regex_match(line, match, layer_line)) layers.push_back({match[1], words_of(match[2])});
        if (std::regex_match(line, match, program_line))
            layers.push_back({"", words_of(std::regex_replace(match[1].str(), prefix, ""))});
    }
    return layers;
}

// `"base/text.h"` or `<sodium.h>`, with their delimiters.
std::vector<std::string> includes_of(const std::string& text) {
    const std::regex directive(R"(\s*#\s*include\s*([<"][^>"]+[>"]).*)");
    std::vector<std::string> includes;
    for (const std::string& line : lines_of(text)) {
        std::smatch match;
        if (line.find('#') != std::string::npos && std::regex_match(line, match, directive))
            includes.push_back(match[1]);
    }
    return includes;
}

// The folders that see a library besides the first, each for a protocol of its own: `app` sends letters,
// `web` answers browsers.
const std::map<std::string, std::set<std::string>> speakers{{"Poco/Net", {"app", "web"}}};

// The library that one folder wraps; Poco Foundation, fmt and other Boost headers may be seen anywhere.
std::optional<std::string> wrapped_library(const std::string& include) {
    static const std::regex poco(R"(<(Poco/(?!Dynamic/)\w+)/.*)");
    static const std::regex lua(R"(<(lua|lauxlib|lualib)\.h(pp)?>)");
    std::smatch match;
    if (std::regex_match(include, match, poco)) return match[1];
    if (std::regex_match(include, lua)) return "lua";
    for (const std::string library :
         {"sqlite3.h", "xercesc/", "seccomp.h", "sodium", "CLI/", "kainjow/", "date/", "boost/locale",
          "minizip/", "xlsxwriter", "pango/", "cairo", "libical/"}) {
        if (include.starts_with("<" + library)) return library;
    }
    return {};
}

Breaches breaches_of_layers(const std::vector<Layer>& layers, const std::vector<std::string>& folders) {
    Breaches breaches;
    std::set<std::string> declared;
    for (const Layer& layer : layers) {
        for (const std::string& used : layer.uses) {
            if (!declared.contains(used))
                breaches.push_back(
                    fmt::format("layer {} uses {}, which no line above declares", layer.name, used));
        }
        declared.insert(layer.name);
    }
    for (const std::string& folder : folders) {
        if (!declared.contains(folder)) breaches.push_back(fmt::format("core/{} has no layer line", folder));
    }
    return breaches;
}

Breaches breaches_of_includes(const std::vector<Layer>& layers, const Source& source) {
    const std::string own = layer_of(source.path);
    const auto layer = std::ranges::find(layers, own, &Layer::name);
    if (layer == layers.end()) return {fmt::format("{} lies in no layer", source.path)};
    Breaches breaches;
    for (const std::string& include : includes_of(source.text)) {
        if (include.starts_with("<")) continue;
        const std::string target = include.substr(1, include.find('/') - 1);
        if (target != own && !layer->uses.contains(target)) {
            breaches.push_back(fmt::format("{} includes {}, which its layer may not", source.path, include));
        }
    }
    return breaches;
}

Breaches breaches_of_wrapping(const std::vector<Source>& sources) {
    Breaches breaches;
    std::map<std::string, std::set<std::string>> folders;
    for (const Source& source : sources) {
        for (const std::string& include : includes_of(source.text)) {
            const auto library = wrapped_library(include);
            if (!library) continue;
            folders[*library].insert(layer_of(source.path));
            if (source.path.ends_with(".h"))
                breaches.push_back(fmt::format("{} shows {} to others", source.path, include));
        }
    }
    for (const auto& [library, users] : folders) {
        const auto known = speakers.find(library);
        const bool speak = known != speakers.end() && std::ranges::includes(known->second, users);
        if (users.size() > 1 && !speak)
            breaches.push_back(fmt::format("{} is included by {}", library, fmt::join(users, " and ")));
    }
    return breaches;
}

const std::string sample_cmake =
    "function(layer name)\n"
    "layer(base LIBRARIES Poco::Crypto)\n"
    "layer(model USES base)\n"
    "layer(store USES base model LIBRARIES SQLite::SQLite3)\n"
    "target_link_libraries(cadran PRIVATE cadran_store)\n";

}  // namespace

BOOST_AUTO_TEST_SUITE(includes)

BOOST_AUTO_TEST_CASE(reads_the_layers_and_what_they_use) {
    const auto layers = layers_of(sample_cmake);
    BOOST_REQUIRE(layers.size() == 4u);
    BOOST_TEST(layers[0].name == "base");
    BOOST_TEST(layers[0].uses.empty());
    BOOST_TEST(layers[2].name == "store");
    BOOST_TEST((layers[2].uses == std::set<std::string>{"base", "model"}));
    BOOST_TEST((layers[3].uses == std::set<std::string>{"store"}));
}

BOOST_AUTO_TEST_CASE(notices_what_a_layer_may_not_include) {
    const auto layers = layers_of(sample_cmake);
    const auto breaches = [&](const std::string& path, const std::string& text) {
        return breaches_of_includes(layers, {path, text}).size();
    };
    BOOST_TEST(breaches("core/store/state.h", "#include \"model/run.h\"\n#include \"store/state.h\"\n") ==
               0u);
    BOOST_TEST(breaches("core/model/run.h", "#include \"store/state.h\"\n") == 1u);
    BOOST_TEST(breaches("core/model/run.h", "  #  include \"../store/state.h\"\n") == 1u);
    BOOST_TEST(breaches("core/model/run.h", "#include \"run.h\"\n") == 1u);
    BOOST_TEST(breaches("core/main.cpp", "#include \"store/state.h\"\n") == 0u);
    BOOST_TEST(breaches("core/main.cpp", "#include \"base/text.h\"\n") == 1u);
    BOOST_TEST(breaches("core/attic/run.h", "") == 1u);
}

BOOST_AUTO_TEST_CASE(notices_circles_and_folders_without_a_line) {
    BOOST_TEST(breaches_of_layers(layers_of(sample_cmake), {"base", "store"}).empty());
    BOOST_TEST(breaches_of_layers(layers_of(sample_cmake), {"attic"}).size() == 1u);
    BOOST_TEST(breaches_of_layers(layers_of("layer(a USES b)\nlayer(b USES a)\n"), {}).size() == 1u);
}

BOOST_AUTO_TEST_CASE(notices_libraries_that_are_not_wrapped) {
    const Source first{"core/base/hash.cpp",
                       "#include <sodium.h>\n#include <Poco/Exception.h>\n#include <Poco/JSON/Parser.h>\n"};
    const Source second{"core/store/a.cpp", "#include <Poco/Exception.h>\n#include <boost/math/pdf.hpp>\n"};
    BOOST_TEST(breaches_of_wrapping({first, second}).empty());
    BOOST_TEST(breaches_of_wrapping({first, {"core/store/b.cpp", "#include <sodium.h>\n"}}).size() == 1u);
    BOOST_TEST(breaches_of_wrapping({first, {"core/store/b.cpp", "#include <Poco/JSON/Array.h>\n"}}).size() ==
               1u);
    const Source letters{"core/app/a.cpp", "#include <Poco/Net/StreamSocket.h>\n"},
        browsers{"core/web/a.cpp", "#include <Poco/Net/TCPServer.h>\n"},
        others{"core/cli/a.cpp", "#include <Poco/Net/TCPServer.h>\n"};
    BOOST_TEST(breaches_of_wrapping({letters, browsers}).empty());
    BOOST_TEST(breaches_of_wrapping({letters, browsers, others}).size() == 1u);
    for (const std::string header : {"lua.hpp", "lualib.h", "sqlite3.h", "xercesc/sax/Locator.hpp",
                                     "sodium/utils.h", "CLI/CLI.hpp", "kainjow/mustache.hpp", "date/tz.h",
                                     "boost/locale.hpp", "Poco/Crypto/DigestEngine.h", "libical/ical.h"}) {
        BOOST_TEST(breaches_of_wrapping({{"core/base/a.h", "#include <" + header + ">\n"}}).size() == 1u,
                   header);
    }
}

BOOST_AUTO_TEST_CASE(of_core_obey_its_layers) {
    const auto layers = layers_of(text_of("core/CMakeLists.txt"));
    const auto sources = sources_below({"core"}, {".h", ".cpp"});
    BOOST_TEST(sources.size() > 60u);
    report(breaches_of_layers(layers, folders_of_core()));
    for (const Source& source : sources) report(breaches_of_includes(layers, source));
    report(breaches_of_wrapping(sources));
}

BOOST_AUTO_TEST_SUITE_END()
