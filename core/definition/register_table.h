// SPDX-License-Identifier: Apache-2.0
// Registers that organisations keep in tables with headings of their own: which column holds which field.
#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.h"
#include "definition/table_file.h"

namespace cadran::definition {

// The heading in the register of each field, by the field's name.
using RegisterColumns = std::map<std::string, std::string, std::less<>>;

using Words = std::vector<std::string_view>;

struct RegisterField {
    enum class Need {
        key,  // the row of headings is known by it
        required,
        optional,
    };

    std::string_view name;
    Need need;
    Words headings;  // folded, in both languages, as registers call it
};

// Which headings are meant: what was wished for comes before what is remembered, and that before what the
// fields suggest.
struct RegisterWishes {
    const RegisterColumns& wished;
    const RegisterColumns& remembered;
};

// A table of a file whose columns are known.
class RegisterTable {
  public:
    // The first table that has a column for every key among its first rows. Fails with every column that is
    // missing, and with `nothing` where there is no such table. `fields` and `tables` must outlive it.
    static Result<RegisterTable> find(std::span<const RegisterField> fields, const std::vector<Table>& tables,
                                      const std::string& file_name, const RegisterWishes& wishes,
                                      Message nothing);

    // The rows below the headings.
    std::span<const TableRow> rows() const { return rows_; }
    // As they were read.
    const RegisterColumns& columns() const { return columns_; }
    // The headings of which no field was read.
    std::vector<std::string> ignored() const;

    bool has(std::string_view field) const { return positions_.contains(field); }
    // Empty where the register has no such column.
    std::string text(const TableRow& row, std::string_view field) const;
    // That of the row's first cell where the register has no such column.
    Place place(const TableRow& row, std::string_view field) const;

    // As text; a fault where the cell is empty.
    std::string required(const TableRow& row, std::string_view field, Diagnostics& faults) const;
    void wrong(const TableRow& row, std::string_view field, Message hint, Diagnostics& faults) const;

  private:
    RegisterTable() = default;
    void check_columns(std::span<const RegisterField> fields, const RegisterColumns& wished,
                       Diagnostics& faults);

    const TableRow* headings_ = nullptr;
    std::span<const TableRow> rows_;
    std::map<std::string, std::size_t, std::less<>> positions_;
    RegisterColumns columns_;
};

std::vector<std::string> names_of(std::span<const RegisterField> fields);

// The value of which the words, folded, begin in one of the ways that registers write it.
template <typename Enum>
std::optional<Enum> value_beginning(const std::vector<std::pair<Enum, Words>>& beginnings,
                                    std::string_view text) {
    const std::string words = folded(text);
    for (const auto& [value, starts] : beginnings) {
        if (std::ranges::any_of(starts, [&](std::string_view start) { return words.starts_with(start); }))
            return value;
    }
    return {};
}

}  // namespace cadran::definition
