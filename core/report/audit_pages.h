// SPDX-License-Identifier: Apache-2.0
// Lays the report of an audit out in a booklet: the sections of its HTML page.
#pragma once

#include <string>
#include <vector>

#include "base/json.h"
#include "report/booklet.h"

namespace cadran::report {

class AuditPages {
  public:
    // `view` is that of audit_view.
    AuditPages(const Json& view, Booklet& booklet);

    void lay_out();

  private:
    using Row = PageSetter::Row;

    void facts();
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
    // What it is about at the left of what is said; both as they stand in the view.
    std::vector<Row> said(const Json::Array& lines, double left) const;
    void place(const std::vector<Row>& rows);
    // Lines below what they are about, together on a page where they are few.
    void under(PageSetter::Cell head, const Colour& edge, const Json::Array& lines);
    void statement(const Json& finding);
    // Of SectionTable; each column takes its share of the line.
    void table(const Json& table, const std::vector<double>& shares);
    const std::string& word(const char* label) const { return view_.at("label").at(label).string(); }

    const Json& view_;
    Booklet& booklet_;
    PageSetter& setter_;
};

}  // namespace cadran::report
