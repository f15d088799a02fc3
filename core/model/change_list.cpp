// SPDX-License-Identifier: Apache-2.0
#include "model/change_list.h"

namespace cadran::model {

namespace {

bool holds(const std::vector<std::string>& entries, const std::string& entry) {
    return std::ranges::find(entries, entry) != entries.end();
}

std::vector<std::string> kept(const std::vector<std::string>& entries,
                              const std::vector<std::string>& others) {
    std::vector<std::string> kept;
    std::ranges::copy_if(entries, std::back_inserter(kept),
                         [&](const std::string& entry) { return holds(others, entry); });
    return kept;
}

}  // namespace

void ChangeList::value(const std::string& path, const std::string& what, const std::string& before,
                       const std::string& after) {
    if (before == after) return;
    const std::string none = catalogue_.text(Message{"model.change_none"});
    add(path,
        {"model.change_value",
         {{"what", what},
          {"before", before.empty() ? none : before},
          {"after", after.empty() ? none : after}}},
        before, after);
}

void ChangeList::text(const std::string& path, const std::string& what, const LocalText& before,
                      const LocalText& after) {
    if (before == after) return;
    const std::string& old = catalogue_.text(before);
    const std::string& young = catalogue_.text(after);
    if (old == young) return add(path, {"model.change_other_language", {{"what", what}}});
    if (old.empty()) return added(path, what, young);
    if (young.empty()) return removed(path, what, old);
    add(path, {"model.change_text", {{"what", what}, {"before", old}, {"after", young}}}, old, young);
}

void ChangeList::added(const std::string& path, const std::string& what, const std::string& entry) {
    add(path, {"model.change_added", {{"what", what}, {"entry", entry}}}, {}, entry);
}

void ChangeList::removed(const std::string& path, const std::string& what, const std::string& entry) {
    add(path, {"model.change_removed", {{"what", what}, {"entry", entry}}}, entry, {});
}

void ChangeList::entries(const std::string& path, const std::string& what,
                         const std::vector<std::string>& before, const std::vector<std::string>& after) {
    for (const std::string& entry : before) {
        if (!holds(after, entry)) removed(path, what, entry);
    }
    for (const std::string& entry : after) {
        if (!holds(before, entry)) added(path, what, entry);
    }
    if (kept(before, after) != kept(after, before)) add(path, {"model.change_order", {{"what", what}}});
}

void ChangeList::texts(const std::string& path, const std::string& what, const std::vector<LocalText>& before,
                       const std::vector<LocalText>& after) {
    const auto read = [&](const std::vector<LocalText>& texts) {
        std::vector<std::string> lines;
        for (const LocalText& text : texts) lines.push_back(catalogue_.text(text));
        return lines;
    };
    const std::vector<std::string> old = read(before), young = read(after);
    entries(path, what, old, young);
    // What reads the same to this reader, and not to another.
    const bool elsewhere = std::ranges::any_of(after, [&](const LocalText& text) {
        return holds(old, catalogue_.text(text)) && std::ranges::find(before, text) == before.end();
    });
    if (elsewhere) add(path, {"model.change_other_language", {{"what", what}}});
}

}  // namespace cadran::model
