// SPDX-License-Identifier: Apache-2.0
// Lays the report of an audit out on A4 pages: title, contents, and the sections of its HTML page.
#pragma once

#include <string>
#include <vector>

#include "base/catalogue.h"
#include "base/json.h"
#include "report/page_setter.h"

namespace cadran::report {

class AuditPages {
  public:
    // A section with the page on which it begins.
    struct Chapter {
        std::string title;
        int page = 0;
    };

    // `view` is that of audit_view; `contents` and `pages` what an earlier laying out gave.
    AuditPages(const Json& view, const model::Appearance& appearance, bool simulated, Date date,
               const Catalogue& catalogue, std::vector<Chapter> contents, int pages);

    // How many pages it took. Once only.
    int lay_out();
    const std::vector<Chapter>& chapters() const { return chapters_; }
    std::string finish() { return setter_.finish(); }

  private:
    using Row = PageSetter::Row;

    void title_block();
    void facts();
    void contents();
    void summary();
    void findings();
    void divergences();
    void pieces();
    void questions();
    void calendar();
    void meetings();
    void signatures();

    void chapter(const char* label, double below);
    void heading(const std::string& words, double below);
    void plain(const std::string& words, const TextLook& look = print::plain);
    // What it is about at the left of what is said; both as they stand in the view.
    std::vector<Row> said(const Json::Array& lines, double left) const;
    void place(const std::vector<Row>& rows);
    // Lines below what they are about, together on a page where they are few.
    void under(PageSetter::Cell head, const Colour& edge, const Json::Array& lines);
    void statement(const Json& finding);
    // Of SectionTable; each column takes its share of the line.
    void table(const Json& table, const std::vector<double>& shares);
    PageSetter::Cell cell(std::vector<Paragraph> words, double x, double width, const char* element) const;
    const std::string& word(const char* label) const { return view_.at("label").at(label).string(); }

    const Json& view_;
    const Catalogue& catalogue_;
    std::vector<Chapter> contents_;
    std::vector<Chapter> chapters_;
    int chapter_ = 0;  // its line of the outline
    PageSetter setter_;
};

}  // namespace cadran::report
