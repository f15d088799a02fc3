// SPDX-License-Identifier: Apache-2.0
// Names with values as forms, queries and cookies carry them.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cadran::web {

class Fields {
  public:
    void add(std::string name, std::string value) { fields_.emplace_back(std::move(name), std::move(value)); }
    bool has(std::string_view name) const { return place_of(name) != fields_.end(); }
    // The first value of that name; empty where there is none.
    std::string get(std::string_view name) const {
        const auto place = place_of(name);
        return place == fields_.end() ? std::string() : place->second;
    }
    // Every value of that name, in order.
    std::vector<std::string> all(std::string_view name) const {
        std::vector<std::string> values;
        for (const auto& [known, value] : fields_) {
            if (known == name) values.push_back(value);
        }
        return values;
    }
    std::size_t size() const { return fields_.size(); }
    auto begin() const { return fields_.begin(); }
    auto end() const { return fields_.end(); }

  private:
    std::vector<std::pair<std::string, std::string>>::const_iterator place_of(std::string_view name) const {
        return std::ranges::find(fields_, name, &std::pair<std::string, std::string>::first);
    }

    std::vector<std::pair<std::string, std::string>> fields_;
};

// Fit to be shown and kept: UTF-8, of control characters line breaks and tabs alone.
bool is_text(std::string_view text);

}  // namespace cadran::web
