// SPDX-License-Identifier: Apache-2.0
// Reads one table of a declaration key by key, and notes every fault with its place.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "script/declaration.h"
#include "script/shape.h"

namespace cadran::script {

// Of a plugin. Nobody reads more at once, and a plugin could have the host write faults for ever.
inline constexpr std::size_t greatest_faults = 200;

// Where a required value is missing or wrong, the reader notes that and gives a neutral one.
class TableReader {
  public:
    // Notes keys and items that the shape does not know. `path` leads to the table from the declaration's
    // own.
    TableReader(const Declaration& declaration, const Data& table, std::string path, const Shape& shape,
                Diagnostics& faults);

    const Declaration& declaration() const { return declaration_; }
    bool has(std::string_view key) const { return table_.find(key) != nullptr; }

    std::string text(std::string_view key) const;
    std::optional<std::string> optional_text(std::string_view key) const;
    LocalText local_text(std::string_view key) const;
    bool flag(std::string_view key) const;                            // false where it is missing
    std::optional<std::int64_t> integer(std::string_view key) const;  // required
    bool function(std::string_view key) const;                        // whether there is one
    // An optional plain table; its items or its members, not both.
    const std::vector<Data>& list(std::string_view key) const;
    const std::vector<Member>& members(std::string_view key) const;

    // The text that this member or item must be; empty where it is not.
    std::string checked_text(const Data& value, const std::string& path) const;

    // The optional table at that key.
    std::optional<TableReader> table(std::string_view key, const Shape& shape) const;
    // An optional number, exact as it is written.
    std::optional<Decimal> decimal(std::string_view key) const;

    // A reader of the table that this member or item is, if it is one.
    std::optional<TableReader> inside(const Data& table, std::string path, const Shape& shape) const;

    std::string path(std::string_view key) const;
    static std::string item_path(const std::string& list, std::size_t index);
    // Of the key; where the file does not show it, of the declaration.
    Place place(const std::string& path) const;
    // Of the first character of that text.
    Place place_of_text(const std::string& path) const;
    void fault(const std::string& path, Message what, std::optional<Message> hint = {}) const;
    bool has_enough_faults() const { return faults_.size() >= greatest_faults; }

  private:
    const Data* required(std::string_view key) const;

    const Declaration& declaration_;
    const Data& table_;
    std::string path_;
    Diagnostics& faults_;
};

}  // namespace cadran::script
