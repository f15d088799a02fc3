// SPDX-License-Identifier: Apache-2.0
// What differs between two versions of a definition, said as people would say it.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "base/catalogue.h"

namespace cadran::model {

struct Change {
    std::string path;    // for programs: `indicator/answered-in-time/target`
    std::string text;    // for people, in their language
    std::string before;  // the value alone; empty where there was none
    std::string after;
};

// Collects changes in the order in which parts are compared; parts that are equal leave no trace. `what`
// names the part: a message, or the title of what it belongs to.
class ChangeList {
  public:
    explicit ChangeList(const Catalogue& catalogue) : catalogue_(catalogue) {}

    const Catalogue& catalogue() const { return catalogue_; }

    void add(std::string path, const Message& sentence, std::string before = {}, std::string after = {}) {
        changes_.push_back({std::move(path), catalogue_.text(sentence), std::move(before), std::move(after)});
    }
    // An empty value is said as `aucun`.
    void value(const std::string& path, const std::string& what, const std::string& before,
               const std::string& after);
    // In the reader's language; where only the other language changed, that is said. An empty text is one
    // that came or went.
    void text(const std::string& path, const std::string& what, const LocalText& before,
              const LocalText& after);
    // Of lists without identifiers: what came, what went, and whether the order of the rest changed.
    void entries(const std::string& path, const std::string& what, const std::vector<std::string>& before,
                 const std::vector<std::string>& after);
    void texts(const std::string& path, const std::string& what, const std::vector<LocalText>& before,
               const std::vector<LocalText>& after);

    // Of lists with identifiers: what came and what went by its name, and `compare(path, before, after)` of
    // what stayed. Of values that share an identifier the first is compared with the first, and so on.
    template <typename Value, typename Id, typename Name, typename Compare>
    void keyed(const std::string& path, const std::string& what, const std::vector<Value>& before,
               const std::vector<Value>& after, Id id, Name name, Compare compare) {
        const auto place = [&](const Value& value) {
            return path + "/" + std::string(std::invoke(id, value));
        };
        for (const Value& value : before) {
            if (counterpart(before, value, after, id) == nullptr)
                removed(place(value), what, std::invoke(name, value));
        }
        for (const Value& value : after) {
            if (const Value* old = counterpart(after, value, before, id))
                compare(place(value), *old, value);
            else
                added(place(value), what, std::invoke(name, value));
        }
    }

    std::vector<Change> take() { return std::move(changes_); }

  private:
    // The one of `others` that has the identifier of `value`, a member of `values`, and as many before it.
    template <typename Value, typename Id>
    static const Value* counterpart(const std::vector<Value>& values, const Value& value,
                                    const std::vector<Value>& others, Id id) {
        const auto same = [&](const Value& other) {
            return std::invoke(id, other) == std::invoke(id, value);
        };
        auto earlier = std::count_if(values.data(), &value, same);
        for (const Value& other : others) {
            if (same(other) && earlier-- == 0) return &other;
        }
        return nullptr;
    }

    void added(const std::string& path, const std::string& what, const std::string& entry);
    void removed(const std::string& path, const std::string& what, const std::string& entry);

    const Catalogue& catalogue_;
    std::vector<Change> changes_;
};

}  // namespace cadran::model
