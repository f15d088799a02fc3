// SPDX-License-Identifier: Apache-2.0
#include "app/password_rules.h"

#include <algorithm>
#include <set>

#include "base/text.h"

namespace cadran::app {

namespace {

// What the published lists of the commonest passwords are made of, in both languages.
constexpr std::string_view commonest[]{
    "password", "passwort",  "motdepasse", "passe",     "azertyuiop", "azerty",         "qwertyuiop",
    "qwertz",   "qwerty",    "qsdfghjklm", "qsdfgh",    "asdfghjkl",  "asdfgh",         "wxcvbn",
    "zxcvbnm",  "zxcvbn",    "abcdefghij", "abcdef",    "abcd",       "administrateur", "administrator",
    "admin",    "bonjour",   "bonsoir",    "bienvenue", "welcome",    "hello",          "soleil",
    "sunshine", "jetaime",   "iloveyou",   "letmein",   "secret",     "doudou",         "loulou",
    "chouchou", "princesse", "princess",   "marseille", "france",     "football",       "baseball",
    "dragon",   "monkey",    "master",     "superman",  "changeme",   "changezmoi",     "cadran",
    "mutuelle", "assurance", "insurance",  "qualite",   "quality",    "test",           "ete",
    "summer",   "hiver",     "winter",     "printemps", "spring",     "automne",        "autumn"};

// So many letters beside known words are worth guessing.
constexpr std::size_t enough_letters = 4;
constexpr int enough_characters = 5;

// What people write for letters.
std::string without_disguise(std::string_view password) {
    constexpr std::string_view disguises = "@4$03157!", letters = "aasoeistl";
    std::string plain(password);
    for (char& c : plain) {
        const auto at = disguises.find(c);
        if (at != std::string_view::npos) c = letters[at];
    }
    return plain;
}

std::string letters_of(std::string_view utf8) {
    std::string letters = folded(utf8);
    std::erase_if(letters, [](char c) { return c < 'a' || c > 'z'; });
    return letters;
}

// Longest first, so that what holds another is taken out whole.
std::vector<std::string> known_words(const model::Account& account, std::string_view organisation) {
    std::set<std::string> words(std::begin(commonest), std::end(commonest));
    for (const std::string& names : {folded(account.name), folded(account.person), folded(organisation)}) {
        for (const std::string_view word : split(names, ' ')) {
            if (std::string letters = letters_of(word); letters.size() > 2) words.insert(std::move(letters));
        }
    }
    std::vector<std::string> sorted(words.begin(), words.end());
    std::ranges::stable_sort(sorted, std::greater{}, &std::string::size);
    return sorted;
}

bool is_made_of(std::string letters, std::size_t others, const std::vector<std::string>& words) {
    bool found = false;
    for (const std::string& word : words) {
        for (auto at = letters.find(word); at != std::string::npos; at = letters.find(word)) {
            // The space keeps what stood around it from becoming a word.
            letters.replace(at, word.size(), " ");
            found = true;
        }
    }
    std::erase(letters, ' ');
    return found && letters.size() + others < enough_letters;
}

bool is_guessable(std::string_view password, const std::vector<std::string>& words) {
    // Letters of other scripts, which no list knows.
    const auto others = static_cast<std::size_t>(
        std::ranges::count_if(password, [](char c) { return static_cast<unsigned char>(c) >= 0xE0U; }));
    return is_made_of(letters_of(password), others, words) ||
           is_made_of(letters_of(without_disguise(password)), others, words);
}

int different_characters(std::string_view utf8) {
    std::set<std::string> characters;
    for (std::size_t at = 0; at < utf8.size();) {
        std::size_t end = at + 1;
        while (end < utf8.size() && continues_character(utf8[end])) ++end;
        characters.emplace(utf8.substr(at, end - at));
        at = end;
    }
    return static_cast<int>(characters.size());
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

}  // namespace

Diagnostics faults_of_password(std::string_view password, const model::Account& account,
                               std::string_view organisation) {
    if (password.size() > longest_password)
        return {{{}, {"app.password_too_long", {{"bytes", static_cast<std::int64_t>(longest_password)}}}}};
    if (!is_utf8(password)) return {{{}, {"app.password_is_no_text"}}};
    Diagnostics faults;
    const int length = length_in_characters(password);
    if (length < shortest_password)
        faults.push_back({{},
                          {"app.password_too_short", {{"characters", std::int64_t{shortest_password}}}},
                          Message{"app.several_words"}});
    else if (length < shortest_of_digits && std::ranges::all_of(password, is_digit))
        faults.push_back({{}, {"app.password_of_digits", {{"digits", std::int64_t{shortest_of_digits}}}}});
    if (different_characters(password) < enough_characters)
        faults.push_back({{}, {"app.password_repeats"}});
    else if (is_guessable(password, known_words(account, organisation)))
        faults.push_back({{}, {"app.password_is_guessable"}, Message{"app.several_words"}});
    return faults;
}

}  // namespace cadran::app
