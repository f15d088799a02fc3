// SPDX-License-Identifier: Apache-2.0
// Every message is said in both languages, with the same arguments, as French typography has it.
#include <algorithm>
#include <cctype>
#include <iterator>
#include <map>
#include <regex>

#include <fmt/format.h>

#include <boost/test/unit_test.hpp>

#include "house/repository.h"

using namespace cadran::house;

namespace {

using Words = std::set<std::string>;

// The texts of an id: one, or one for each plural form.
using Texts = std::map<std::string, std::vector<std::string>>;

// The content of `"…"` with its escapes undone.
std::string unquoted(const std::string& literal) {
    std::string text;
    for (std::size_t i = 1; i + 1 < literal.size(); ++i) {
        if (literal[i] != '\\')
            text += literal[i];
        else if (literal[++i] == 'n')
            text += '\n';
        else
            text += literal[i];
    }
    return text;
}

// A catalogue of gettext without its header.
Texts texts_of(const std::string& po) {
    const std::regex line_form(R"re((?:(msgid|msgid_plural|msgstr|msgstr\[\d\]) )?(".*"))re");
    Texts texts;
    std::string id;
    std::string keyword;
    for (const std::string& line : lines_of(po)) {
        std::smatch match;
        if (!std::regex_match(line, match, line_form)) continue;
        const bool continued = !match[1].matched;
        if (!continued) keyword = match[1];
        const std::string text = unquoted(match[2]);
        if (keyword == "msgid") id = continued ? id + text : text;
        if (!keyword.starts_with("msgstr")) continue;
        if (continued)
            texts[id].back() += text;
        else
            texts[id].push_back(text);
    }
    texts.erase("");
    return texts;
}

Words matches_of(const std::string& text, const std::string& pattern) {
    const std::regex form(pattern);
    Words words;
    for (std::sregex_iterator match(text.begin(), text.end(), form); match != std::sregex_iterator();
         ++match) {
        words.insert((*match)[1]);
    }
    return words;
}

// The `{places}` of all forms. A form may leave out the count: « un dossier ».
Words places_of(const std::vector<std::string>& forms) {
    Words places;
    for (const std::string& form : forms) places.merge(matches_of(form, R"(\{(\w+)\})"));
    return places;
}

bool names_all(const std::string& form, Words places) {
    places.erase("count");
    return std::ranges::includes(places_of({form}), places);
}

bool is_letter(char c) {
    return std::isalpha(static_cast<unsigned char>(c)) || static_cast<unsigned char>(c) >= 0x80;
}

// Punctuation that ends a word, and not what stands inside `12:30`, `{file}:{line}` or `<?xml`.
bool ends_word(std::string_view rest) {
    if (rest.empty() || std::string_view(" \n)!?").find(rest.front()) != std::string_view::npos) return true;
    return rest.starts_with("\u00a0") || rest.starts_with("\u202f") || rest.starts_with("»");
}

bool follows_no_break_space(std::string_view before) {
    return before.ends_with("\u00a0") || before.ends_with("\u202f") ||
           (!before.empty() && std::string_view("(!?").find(before.back()) != std::string_view::npos);
}

// The end of `&amp;` and of `%%`, which are code.
bool ends_code(std::string_view before, char mark) {
    const std::string_view word = before.substr(before.rfind(' ') + 1);
    return (mark == ';' && word.starts_with('&')) || (mark == '%' && word.ends_with('%'));
}

Breaches breaches_of_french(const std::string& id, std::string_view text) {
    Breaches breaches;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::string_view before = text.substr(0, i);
        const std::string_view rest = text.substr(i + 1);
        if (text[i] == '\'' && !before.empty() && is_letter(before.back()) && !rest.empty() &&
            (is_letter(rest.front()) || rest.front() == '{')) {
            breaches.push_back(fmt::format("{}: ' instead of ’ in \"{}\"", id, text));
        }
        if (std::string_view(":;!?%").find(text[i]) == std::string_view::npos) continue;
        if (ends_word(rest) && !ends_code(before, text[i]) && !follows_no_break_space(before)) {
            breaches.push_back(fmt::format("{}: no no-break space before {} in \"{}\"", id, text[i], text));
        }
    }
    return breaches;
}

Breaches breaches_of_pair(const std::string& id, const std::vector<std::string>& fr,
                          const std::vector<std::string>& en) {
    Breaches breaches;
    const Words places = places_of(fr);
    if (places != places_of(en))
        breaches.push_back(fmt::format("{}: other arguments in French than in English", id));
    if (fr.size() != en.size()) breaches.push_back(fmt::format("{}: plural in one language only", id));
    for (const auto* forms : {&fr, &en}) {
        for (const std::string& form : *forms) {
            if (form.empty()) breaches.push_back(fmt::format("{}: an empty text", id));
            if (!names_all(form, places))
                breaches.push_back(fmt::format("{}: a plural form lacks an argument", id));
        }
    }
    for (const std::string& form : fr)
        std::ranges::move(breaches_of_french(id, form), std::back_inserter(breaches));
    return breaches;
}

// `literals`: the ids that the sources of the folder spell out.
Breaches breaches_of_folder(const std::string& folder, const Texts& fr, const Texts& en,
                            const Words& literals) {
    Breaches breaches;
    for (const auto& [id, forms] : fr) {
        if (!id.starts_with(folder + "."))
            breaches.push_back(fmt::format("{} stands in core/{}/messages", id, folder));
        if (!literals.contains(id))
            breaches.push_back(fmt::format("{} is used nowhere in core/{}", id, folder));
        const auto english = en.find(id);
        if (english == en.end())
            breaches.push_back(fmt::format("{} is missing in English", id));
        else
            std::ranges::move(breaches_of_pair(id, forms, english->second), std::back_inserter(breaches));
    }
    for (const auto& [id, forms] : en) {
        if (!fr.contains(id)) breaches.push_back(fmt::format("{} is missing in French", id));
    }
    for (const std::string& id : literals) {
        if (!fr.contains(id) && !en.contains(id))
            breaches.push_back(fmt::format("{} is in no catalogue", id));
    }
    return breaches;
}

Words ids_of(const std::string& folder, const std::string& source) {
    return matches_of(source, fmt::format(R"re("({}\.[a-z0-9_]+)")re", folder));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(messages)

BOOST_AUTO_TEST_CASE(reads_catalogues_with_plurals_and_long_texts) {
    const Texts texts = texts_of(
        "msgid \"\"\nmsgstr \"\"\n\"Content-Type: text/plain\\n\"\n\n# note\nmsgid \"a.one\"\nmsgstr \"say "
        "\\\"x\\\"\"\n\n"
        "msgid \"a.many\"\nmsgid_plural \"a.many\"\nmsgstr[0] \"\"\n\"one \"\n\"file\"\nmsgstr[1] \"{count} "
        "files\"\n");
    BOOST_REQUIRE(texts.size() == 2u);
    BOOST_TEST((texts.at("a.one") == std::vector<std::string>{"say \"x\""}));
    BOOST_TEST((texts.at("a.many") == std::vector<std::string>{"one file", "{count} files"}));
}

BOOST_AUTO_TEST_CASE(notices_what_french_typography_forbids) {
    for (const std::string text :
         {"le délai: dix jours", "voulez-vous dire x ?", "95 %", "95% des dossiers", "l'écart", "d'{name}",
          "attention !", "ceci ; cela", "(vraiment ?)", "« quoi ? »"}) {
        BOOST_TEST(breaches_of_french("a.text", text).size() == 1u, text);
    }
    for (const std::string text :
         {"le délai\u00a0: dix jours", "vouliez-vous dire x\u202f?", "95\u00a0%", "l’écart",
          "{file}:{line}:{column}", "à 12:30", "écrivez <?xml version=\"1.0\"?>", "écrivez 'x'",
          "vraiment\u202f?!", "le point-virgule (;) sépare", "https://example.org",
          "écrivez &amp; à la place", "les formats %d et %%", "« \u00a0; »"}) {
        BOOST_TEST(breaches_of_french("a.text", text).empty(), text);
    }
}

BOOST_AUTO_TEST_CASE(notices_arguments_that_differ) {
    BOOST_TEST(breaches_of_pair("a.x", {"{file} de {size}"}, {"{size} of {file}"}).empty());
    BOOST_TEST(breaches_of_pair("a.x", {"un de {file}", "{count} de {file}"},
                                {"{count} of {file}", "{count} of {file}"})
                   .empty());
    BOOST_TEST(breaches_of_pair("a.x", {"le fichier {file}"}, {"the file {name}"}).size() == 2u);
    BOOST_TEST(breaches_of_pair("a.x", {"un", "{count} de {file}"}, {"{file}", "{count} of {file}"}).size() ==
               1u);
    BOOST_TEST(breaches_of_pair("a.x", {"un", "{count}"}, {"{count}"}).size() == 1u);
    BOOST_TEST(breaches_of_pair("a.x", {""}, {""}).size() == 2u);
}

BOOST_AUTO_TEST_CASE(notices_texts_that_are_missing_or_unused) {
    const Texts texts{{"a.x", {"x"}}};
    BOOST_TEST(breaches_of_folder("a", texts, texts, {"a.x"}).empty());
    BOOST_TEST(breaches_of_folder("a", texts, texts, {}).size() == 1u);
    BOOST_TEST(breaches_of_folder("a", texts, {}, {"a.x"}).size() == 1u);
    BOOST_TEST(breaches_of_folder("a", {}, texts, {"a.x"}).size() == 1u);
    BOOST_TEST(breaches_of_folder("a", texts, texts, {"a.x", "a.y"}).size() == 1u);
    BOOST_TEST(breaches_of_folder("b", texts, texts, {"a.x"}).size() == 1u);
    BOOST_TEST((ids_of("a", R"(Message{"a.x"}, "a.x", "b.y", "a.html.x", "no a.z")") == Words{"a.x"}));
}

BOOST_AUTO_TEST_CASE(of_core_are_said_in_both_languages) {
    std::map<std::string, Words> literals;
    std::map<std::string, std::map<std::string, Texts>> catalogues;
    for (const Source& source : sources_below({"core"}, {".h", ".cpp"})) {
        const std::string folder = layer_of(source.path);
        literals[folder].merge(ids_of(folder, source.text));
    }
    for (const Source& source : sources_below({"core"}, {".po"})) {
        catalogues[layer_of(source.path)][source.path.ends_with("/fr.po") ? "fr" : "en"] =
            texts_of(source.text);
    }
    BOOST_TEST(catalogues["base"]["fr"].size() >= 4u);
    for (const std::string& folder : folders_of_core()) {
        report(
            breaches_of_folder(folder, catalogues[folder]["fr"], catalogues[folder]["en"], literals[folder]));
    }
}

BOOST_AUTO_TEST_SUITE_END()
