// SPDX-License-Identifier: Apache-2.0
// Lays the review of a process out in a booklet: the sections of its HTML page.
#pragma once

#include <string>
#include <vector>

#include "base/json.h"
#include "report/booklet.h"

namespace cadran::report {

class ReviewPages {
  public:
    // `view` is that of review_view.
    ReviewPages(const Json& view, Booklet& booklet);

    void lay_out();

  private:
    using Row = PageSetter::Row;

    struct Column {
        const char* label;  // of the view
        const char* value;  // of each row
        double share;       // of the line's width
        bool right = false;
    };

    void title();
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
    void led(const std::string& lead, const std::string& words);
    void table(const std::vector<Column>& columns, const Json::Array& rows);

    const Json& view_;
    Booklet& booklet_;
    PageSetter& setter_;
};

}  // namespace cadran::report
