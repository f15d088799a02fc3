// SPDX-License-Identifier: Apache-2.0
// What a section of a page is made of: a few headline figures, tables, notes.
#pragma once

#include <string>
#include <vector>

#include "base/catalogue.h"
#include "base/json.h"

namespace cadran::report {

// For templates, which show what is in a list: the text, or nothing where it is empty.
Json::Array text_or_none(const std::string& text);

struct TableCell {
    std::string text;
    std::string kind = {};    // its class
    std::string markup = {};  // before the text: a picture
};

// Rows under columns, in groups where there are some.
class SectionTable {
  public:
    explicit SectionTable(std::string caption) : caption_(std::move(caption)) {}

    // The first one is of what heads the rows.
    void column(std::string title, std::string kind = {});
    // What follows belongs to it.
    void group(std::string title);
    // Cells of the columns behind the first; `detail` stands small below the head.
    void row(std::string head, std::vector<TableCell> cells, std::string detail = {});
    bool is_empty() const { return rows_ == 0; }

    // As the template names it.
    Json json() const;

  private:
    std::string caption_;
    Json::Array columns_;
    Json::Array lines_;
    std::size_t rows_ = 0;
    std::string pending_group_;
};

struct SectionContent {
    Json::Array figures;
    Json::Array tables;
    Json::Array notes;
    std::string headline;  // the figures that are not zero, in a line
    std::string fallback;  // the first figure

    // The label is in the number of `count`; `look`: `met`, `missed` or `plain`.
    void figure(std::int64_t count, const Message& label, const Catalogue& catalogue,
                const char* look = "plain");
    // Of no use where it is empty.
    void table(const SectionTable& table);
    void note(std::string words);
};

}  // namespace cadran::report
