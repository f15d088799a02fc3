// SPDX-License-Identifier: Apache-2.0
// What differs between two versions of a definition, said as people would say it.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "base/catalogue.h"

namespace cadran::model {

struct Change {
    std::string path;  // for programs: `indicator/answered-in-time/target`
    std::string text;  // for people, in their language
};

// Collects changes in the order in which parts are compared; parts that are equal leave no trace. `what`
// names the part: a message, or the title of what it belongs to.
class ChangeList {
  public:
    explicit ChangeList(const Catalogue& catalogue) : catalogue_(catalogue) {}

    const Catalogue& catalogue() const { return catalogue_; }

    void add(std::string path, const Message& sentence) {
        changes_.push_back({std::move(path), catalogue_.text(sentence)});
    }
    // An empty value is said as `aucun`.
    void value(const std::string& path, const std::string& what, const std::string& before,
               const std::string& after);
    // In the reader's language; where only the other language changed, that is said.
    void text(const std::string& path, const std::string& what, const LocalText& before,
              const LocalText& after);
    // Of lists without identifiers: what came, what went, and whether the order of the rest changed.
    void entries(const std::string& path, const std::string& what, const std::vector<std::string>& before,
                 const std::vector<std::string>& after);
    void texts(const std::string& path, const std::string& what, const std::vector<LocalText>& before,
               const std::vector<LocalText>& after);

    // Of lists with identifiers: what came and what went by its name, and `compare(path, before, after)` of
    // what stayed.
    template <typename Value, typename Id, typename Name, typename Compare>
    void keyed(const std::string& path, const std::string& what, const std::vector<Value>& before,
               const std::vector<Value>& after, Id id, Name name, Compare compare) {
        const auto find = [&](const std::vector<Value>& values, const Value& wanted) {
            return std::ranges::find_if(values, [&](const Value& value) {
                return std::invoke(id, value) == std::invoke(id, wanted);
            });
        };
        for (const Value& value : before) {
            if (find(after, value) == after.end()) removed(path, what, std::invoke(name, value));
        }
        for (const Value& value : after) {
            const auto old = find(before, value);
            if (old == before.end())
                added(path, what, std::invoke(name, value));
            else
                compare(path + "/" + std::string(std::invoke(id, value)), *old, value);
        }
    }

    std::vector<Change> take() { return std::move(changes_); }

  private:
    void added(const std::string& path, const std::string& what, const std::string& entry);
    void removed(const std::string& path, const std::string& what, const std::string& entry);

    const Catalogue& catalogue_;
    std::vector<Change> changes_;
};

}  // namespace cadran::model
