// SPDX-License-Identifier: Apache-2.0
// Lays a process sheet out on A4 pages; what does not fit on one goes on with the next.
#pragma once

#include <string>
#include <vector>

#include "report/page_setter.h"
#include "report/sheet_words.h"

namespace cadran::report {

class SheetPages {
  public:
    // `pages` is what the foot of each page says that there are.
    SheetPages(const SheetWords& words, const model::Appearance& appearance, Date date,
               const Catalogue& catalogue, int pages);

    // How many pages it took. Once only.
    int lay_out();
    std::string finish() { return setter_.finish(); }

  private:
    using Row = PageSetter::Row;

    void head();
    void identity();
    void purpose();
    void flow();
    void table(const SheetTable& table);
    void lists();

    Row heads(const SheetTable& table) const;
    Row row(const SheetTable& table, const std::vector<SheetCell>& cells) const;
    TextBlock list(const std::vector<const SheetList*>& lists, double width,
                   const char* behind_lead = " ") const;

    const SheetWords& words_;
    PageSetter setter_;
};

}  // namespace cadran::report
