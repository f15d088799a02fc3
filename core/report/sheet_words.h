// SPDX-License-Identifier: Apache-2.0
// A process sheet put in words of one language, in the order in which every form of it shows them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/severity.h"
#include "report/process_sheet.h"

namespace cadran::report {

struct SheetFact {
    std::string name;
    std::string value;
};

struct SheetItem {
    std::string lead;  // who or which, before the text; may be empty
    std::string text;
};

struct SheetList {
    std::string title;
    std::vector<SheetItem> items;
    std::string nothing;  // said where there is no item
    bool numbered = false;
};

struct SheetCell {
    std::string text;
    std::string note = {};                         // smaller, below the text
    std::optional<model::Severity> severity = {};  // of a level on the scale of risks
};

struct SheetColumn {
    std::string title;
    double share;  // of the table's width; all of a table make 1
};

struct SheetTable {
    std::string title;
    std::vector<SheetColumn> columns;
    std::vector<std::vector<SheetCell>> rows;  // the first cell is the row's heading
    std::string nothing;                       // said where there is no row
};

struct SheetWords {
    std::string organisation;
    std::string subject;     // `Fiche de processus`, and of which kind
    std::string title;       // of the process
    std::string edition;     // `Version 2, en vigueur depuis le 01/07/2026`
    std::string draft;       // that it must not be applied; empty where it is in force
    std::string watermark;   // of a draft
    std::string simulation;  // that it is invented; empty where it is real
    std::vector<SheetFact> facts;
    SheetFact purpose;
    SheetFact start;
    SheetFact end;
    std::vector<SheetList> before;  // what comes in, and from where
    SheetList activities;
    std::vector<SheetList> after;  // what goes out, and to whom
    std::vector<SheetTable> tables;
    std::vector<SheetList> lists;
    std::string origin;  // what the sheet was made from
    std::string digest;  // of the version, in hexadecimal; empty for a draft
};

SheetWords sheet_words(const ProcessSheet& sheet, const Catalogue& catalogue);

}  // namespace cadran::report
