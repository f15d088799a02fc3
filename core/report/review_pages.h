// SPDX-License-Identifier: Apache-2.0
// Lays the review of a process out on A4 pages: title, contents, and the sections of its HTML page.
#pragma once

#include <string>
#include <vector>

#include "base/catalogue.h"
#include "base/json.h"
#include "report/page_setter.h"

namespace cadran::report {

// A section with the page on which it begins.
struct ContentsLine {
    std::string title;
    int page = 0;
};

class ReviewPages {
  public:
    // `view` is that of review_view; `contents` and `pages` what an earlier laying out gave.
    ReviewPages(const Json& view, const model::Appearance& appearance, bool simulated, Date date,
                const Catalogue& catalogue, std::vector<ContentsLine> contents, int pages);

    // How many pages it took. Once only.
    int lay_out();
    const std::vector<ContentsLine>& sections() const { return sections_; }
    std::string finish() { return setter_.finish(); }

  private:
    using Row = PageSetter::Row;

    struct Column {
        const char* label;  // of the view
        const char* value;  // of each row
        double share;       // of the line's width
        bool right = false;
    };

    void title_block();
    void contents();
    void summary();
    void process();
    void sheet_changes();
    void indicators();
    void indicator(const Json& indicator);
    void exceptions(const Json& indicator);
    void proposals();
    void controls();
    void control(const Json& control);
    void counts(const Json& control);
    void quality();
    void nonconformities();
    void risks();
    void actions();
    void conclusion();
    void signatures();
    void provenance();

    const std::string& word(const char* name) const { return view_.at("label").at(name).string(); }
    void section(const std::string& title, double below);
    void article(const std::string& title, double below);
    void label(const std::string& words, double below = 12);
    void lines(const Json& texts, const TextLook& look = print::plain);
    void plain(const std::string& words, const TextLook& look = print::plain);
    void led(const std::string& lead, const std::string& words);
    void picture(const std::string& svg, double share);
    void table(const std::vector<Column>& columns, const Json::Array& rows);
    PageSetter::Cell cell(const std::vector<TextRun>& runs, double x, double width, bool right,
                          const char* element) const;

    const Json& view_;
    const Catalogue& catalogue_;
    std::vector<ContentsLine> contents_;
    std::vector<ContentsLine> sections_;
    int section_ = 0;  // its line of the outline
    PageSetter setter_;
};

}  // namespace cadran::report
