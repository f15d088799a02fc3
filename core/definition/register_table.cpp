// SPDX-License-Identifier: Apache-2.0
#include "definition/register_table.h"

#include <fmt/ranges.h>

namespace cadran::definition {

namespace {

constexpr std::size_t heading_rows = 20;  // the headings stand among the first ones

using Positions = std::map<std::string, std::size_t, std::less<>>;

Message known_names(const std::vector<std::string>& names) {
    return {"definition.known_names", {{"names", fmt::format("{}", fmt::join(names, ", "))}}};
}

Diagnostics unknown_wishes(std::span<const RegisterField> fields, const RegisterColumns& wished) {
    Diagnostics faults;
    const std::vector<std::string> names = names_of(fields);
    for (const auto& [field, heading] : wished) {
        if (std::ranges::find(names, field) == names.end())
            faults.push_back({{}, {"definition.no_register_field", {{"field", field}}}, known_names(names)});
    }
    return faults;
}

std::optional<std::size_t> column_called(const TableRow& row, std::string_view heading) {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        if (!row.cells[i].text.empty() && folded(row.cells[i].text) == folded(heading)) return i;
    }
    return {};
}

std::optional<std::size_t> position_of(const RegisterField& field, const TableRow& row,
                                       const RegisterWishes& wishes) {
    for (const RegisterColumns* said : {&wishes.wished, &wishes.remembered}) {
        const auto heading = said->find(field.name);
        if (heading == said->end()) continue;
        const auto column = column_called(row, heading->second);
        if (column || said == &wishes.wished) return column;
    }
    for (const std::string_view heading : field.headings) {
        if (const auto column = column_called(row, heading)) return column;
    }
    return {};
}

Positions positions_in(const TableRow& row, std::span<const RegisterField> fields,
                       const RegisterWishes& wishes) {
    Positions positions;
    for (const RegisterField& field : fields) {
        if (const auto column = position_of(field, row, wishes)) positions[std::string(field.name)] = *column;
    }
    return positions;
}

bool has_keys(const Positions& positions, std::span<const RegisterField> fields) {
    return std::ranges::all_of(fields, [&](const RegisterField& field) {
        return field.need != RegisterField::Need::key || positions.contains(field.name);
    });
}

}  // namespace

std::vector<std::string> names_of(std::span<const RegisterField> fields) {
    std::vector<std::string> names;
    for (const RegisterField& field : fields) names.emplace_back(field.name);
    return names;
}

Result<RegisterTable> RegisterTable::find(std::span<const RegisterField> fields,
                                          const std::vector<Table>& tables, const std::string& file_name,
                                          const RegisterWishes& wishes, Message nothing) {
    Diagnostics faults = unknown_wishes(fields, wishes.wished);
    if (!faults.empty()) return invalid(std::move(faults));
    for (const Table& table : tables) {
        for (std::size_t row = 0; row < std::min(table.rows.size(), heading_rows); ++row) {
            RegisterTable found;
            found.positions_ = positions_in(table.rows[row], fields, wishes);
            if (!has_keys(found.positions_, fields)) continue;
            found.headings_ = &table.rows[row];
            found.rows_ = std::span(table.rows).subspan(row + 1);
            found.check_columns(fields, wishes.wished, faults);
            if (!faults.empty()) return invalid(std::move(faults));
            return found;
        }
    }
    return invalid(
        Diagnostics{{{file_name},
                     std::move(nothing),
                     Message{"definition.name_columns",
                             {{"fields", fmt::format("{}", fmt::join(names_of(fields), ", "))}}}}});
}

void RegisterTable::check_columns(std::span<const RegisterField> fields, const RegisterColumns& wished,
                                  Diagnostics& faults) {
    for (const RegisterField& field : fields) {
        const auto wish = wished.find(field.name);
        const std::string name(field.name);
        if (has(name)) {
            columns_[name] = headings_->at(positions_[name]).text;
        } else if (wish != wished.end()) {
            std::vector<std::string> headings;
            for (const TableCell& cell : headings_->cells) headings.push_back(cell.text);
            faults.push_back({headings_->place,
                              {"definition.no_such_heading", {{"heading", wish->second}}},
                              known_names(headings)});
        } else if (field.need != RegisterField::Need::optional) {
            faults.push_back({headings_->place,
                              {"definition.register_column_missing", {{"field", name}}},
                              Message{"definition.name_column", {{"field", name}}}});
        }
    }
}

std::vector<std::string> RegisterTable::ignored() const {
    std::vector<std::string> headings;
    for (std::size_t i = 0; i < headings_->cells.size(); ++i) {
        const bool is_read =
            std::ranges::any_of(positions_, [i](const auto& one) { return one.second == i; });
        if (!is_read && !headings_->cells[i].text.empty()) headings.push_back(headings_->cells[i].text);
    }
    return headings;
}

std::string RegisterTable::text(const TableRow& row, std::string_view field) const {
    const auto position = positions_.find(field);
    return position == positions_.end() ? "" : row.at(position->second).text;
}

Place RegisterTable::place(const TableRow& row, std::string_view field) const {
    const auto position = positions_.find(field);
    return row.at(position == positions_.end() ? 0 : position->second).place;
}

std::string RegisterTable::required(const TableRow& row, std::string_view field, Diagnostics& faults) const {
    std::string found = text(row, field);
    if (found.empty()) {
        const auto heading = columns_.find(field);
        faults.push_back({place(row, field),
                          {"definition.cell_missing",
                           {{"field", heading == columns_.end() ? std::string(field) : heading->second}}},
                          Message{"definition.fill_cell"}});
    }
    return found;
}

void RegisterTable::wrong(const TableRow& row, std::string_view field, Message hint,
                          Diagnostics& faults) const {
    const auto heading = columns_.find(field);
    faults.push_back({place(row, field),
                      {"definition.cell_value",
                       {{"value", text(row, field)},
                        {"field", heading == columns_.end() ? std::string(field) : heading->second}}},
                      std::move(hint)});
}

}  // namespace cadran::definition
