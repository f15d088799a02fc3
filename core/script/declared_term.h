// SPDX-License-Identifier: Apache-2.0
// What several declarations say in the same way: a word of a closed list, a deadline, a list of entries.
#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <fmt/ranges.h>

#include "base/duration.h"
#include "script/table_reader.h"
#include "script/text_of.h"

namespace cadran::script {

template <typename Level>
Level read_word(const TableReader& reader, std::string_view key, std::span<const Level> levels,
                std::string_view (*name)(Level)) {
    std::vector<std::string> names;
    for (const Level level : levels) names.emplace_back(name(level));
    const std::string word = reader.text(key);
    const auto found = std::ranges::find(names, word);
    if (found != names.end()) return levels[static_cast<std::size_t>(found - names.begin())];
    if (!word.empty()) {
        const Message known{"script.known_words", {{"words", fmt::format("{}", fmt::join(names, ", "))}}};
        reader.fault(reader.path(key),
                     {"script.unknown_word", {{"key", std::string(key)}, {"value", shown_text(word)}}},
                     nearest(word, names).value_or(known));
    }
    return levels.front();
}

// `5 ouvrés`, at that key; at least one day.
std::optional<Duration> read_due(const TableReader& reader, std::string_view key);

struct DeclaredEntry {
    std::string id;
    LocalText text;
};
// Each id once.
std::vector<DeclaredEntry> read_entries(const TableReader& reader, std::string_view key);

// Texts in both languages, each by its id.
std::map<std::string, LocalText> read_texts(const TableReader& reader, std::string_view key);

}  // namespace cadran::script
