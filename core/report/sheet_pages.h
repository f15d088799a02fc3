// SPDX-License-Identifier: Apache-2.0
// Lays a process sheet out on A4 pages; what does not fit on one goes on with the next.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "report/pdf_paper.h"
#include "report/sheet_words.h"

namespace cadran::report {

class SheetPages {
  public:
    // `pages` is what the foot of each page says that there are.
    SheetPages(const SheetWords& words, Date date, const Catalogue& catalogue, int pages);

    // How many pages it took. Once only.
    int lay_out();
    std::string finish();

  private:
    // A text beside others; the row is as high as its highest cell.
    struct Cell {
        Box place;  // x and width of its ground
        TextBlock block;
        std::optional<Colour> ground = {};
        std::optional<Colour> edge = {};  // a bar at its left
        const char* element = "TD";
    };
    using Row = std::vector<Cell>;

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
    TextBlock title(const std::string& words) const;
    // What must stand on the same page as the text below it.
    void heading(const std::string& words, double below);

    double remaining() const;
    static double height_of(const Row& row);
    void keep_together(double height);
    // Line by line over as many pages as it takes; `again` is drawn at the top of each further page.
    void place(const Row& row, const char* element, const std::function<void()>& again = {});
    // The lines of every cell that fit, from `first` on; moves `first` behind them.
    void place_part(const Row& row, std::vector<std::size_t>& first);
    void strips();
    void running_head();
    void foot();
    void next_page();

    const SheetWords& words_;
    const Catalogue& catalogue_;
    PdfPaper paper_;
    int pages_;
    int page_ = 1;
    double y_ = 0;
};

}  // namespace cadran::report
