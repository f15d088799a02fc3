// SPDX-License-Identifier: Apache-2.0
#include "script/declared_term.h"

#include "script/naming.h"

namespace cadran::script {

std::optional<Duration> read_due(const TableReader& reader, std::string_view key) {
    const auto text = reader.optional_text(key);
    if (!text) return {};
    const auto due = parse_duration(*text);
    if (!due || due->count < 1) {
        reader.fault(reader.path(key), {"script.not_a_due", {{"value", shown_text(*text)}}},
                     Message{"script.due_is"});
        return {};
    }
    return due;
}

std::vector<DeclaredEntry> read_entries(const TableReader& reader, std::string_view key) {
    std::vector<DeclaredEntry> entries;
    const auto& items = reader.list(key);
    for (std::size_t i = 0; i < items.size(); ++i) {
        const auto entry =
            reader.inside(items[i], TableReader::item_path(reader.path(key), i), shape("Entry"));
        if (!entry) continue;
        const std::string id = entry->text("id");
        if (!id.empty()) check_id(*entry, entry->path("id"), id);
        if (std::ranges::find(entries, id, &DeclaredEntry::id) != entries.end())
            entry->fault(entry->path("id"), {"script.declared_twice", {{"name", id}}});
        entries.push_back({id, {entry->text("fr"), entry->text("en")}});
    }
    return entries;
}

std::map<std::string, LocalText> read_texts(const TableReader& reader, std::string_view key) {
    std::map<std::string, LocalText> read;
    for (const Member& member : reader.members(key)) {
        const std::string path = reader.path(key) + "." + member.name;
        check_id(reader, path, member.name);
        if (const auto texts = reader.inside(member.value, path, shape("LocalText")))
            read.emplace(member.name, LocalText{texts->text("fr"), texts->text("en")});
    }
    return read;
}

}  // namespace cadran::script
