// SPDX-License-Identifier: Apache-2.0
// Registers of the quality system, an entry a line: as a workbook that people filter and print, and as data
// for other programs.
#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/catalogue.h"
#include "base/json.h"
#include "format/xlsx_writer.h"
#include "model/appearance.h"

namespace cadran::report {

enum class RegisterKind { actions, risks, nonconformities, findings };

inline constexpr std::array all_register_kinds{RegisterKind::actions, RegisterKind::risks,
                                               RegisterKind::nonconformities, RegisterKind::findings};

std::string_view register_name(RegisterKind kind);  // as commands and files write it
LocalText register_title(RegisterKind kind);

struct RegisterColumn {
    std::string key;  // of the CSV column and the JSON member
    Message heading;
    double width;  // in characters
};

struct RegisterCell {
    format::XlsxEntry shown;  // in words of a language
    Json data;                // the same in every language
};

// A cell that says the same to people and to programs.
RegisterCell register_cell(format::XlsxEntry entry);
RegisterCell register_cell(const std::string& words, std::string_view name);

struct Register {
    RegisterKind kind = RegisterKind::actions;
    std::string organisation = {};
    model::Appearance appearance = {};
    bool simulated = false;
    Date on{};  // the day on which it was drawn up
    std::vector<RegisterColumn> columns = {};
    std::vector<std::vector<RegisterCell>> rows = {};  // a cell a column
};

// One sheet with the headings in its first row. Throws std::runtime_error where the file cannot be written.
void write_register(const Register& entries, const Catalogue& catalogue, const std::filesystem::path& file);

// As `indicators_csv`.
std::string register_csv(const Register& entries);

// An object with the entries as its `rows`; dates are ISO texts, what is not known is null.
Json register_json(const Register& entries);

}  // namespace cadran::report
