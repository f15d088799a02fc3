// SPDX-License-Identifier: Apache-2.0
// Sets rows of cells on A4 pages of a PDF; what does not fit on one goes on with the next, under the running
// head and above the foot that every page has.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/catalogue.h"
#include "model/appearance.h"
#include "report/pdf_paper.h"

namespace cadran::report {

// How words and grounds of printed pages look.
namespace print {

inline constexpr double width = 595.28;  // of the page
inline constexpr double height = 841.89;
inline constexpr double margin = 34;
inline constexpr double line_width = width - 2 * margin;
inline constexpr double padding = 3.5;  // of a cell
inline constexpr double section_gap = 8;
inline constexpr double small_gap = 4;
inline constexpr double plate_width = 150;  // at most, of the logo's plate with what is around it

inline constexpr Colour ink{0.08, 0.16, 0.24};
inline constexpr Colour muted{0.3, 0.36, 0.42};
inline constexpr Colour accent{0.06, 0.4, 0.45};  // where the organisation chose none
inline constexpr Colour quiet{0.93, 0.955, 0.955};
inline constexpr Colour soft{0.83, 0.91, 0.915};
inline constexpr Colour rule{0.8, 0.84, 0.86};
inline constexpr Colour white{1, 1, 1};
inline constexpr Colour amber{1, 0.82, 0.29};
inline constexpr Colour alarm{0.64, 0.2, 0.12};

inline constexpr TextLook plain{8, false, ink};
inline constexpr TextLook body{8.6, false, ink};
inline constexpr TextLook strong{8, true, ink};
inline constexpr TextLook note{6.9, false, muted};
inline constexpr TextLook section{9.8, true, accent};
inline constexpr TextLook list_title{8.2, true, accent};
inline constexpr TextLook column{6.9, true, muted};

Paragraph paragraph(std::string words, const TextLook& look);

}  // namespace print

// What every page says at its edges.
struct PageEdges {
    std::string title;              // of the running head
    std::string subject;            // behind it
    std::vector<std::string> foot;  // one line each
    std::string draft = {};         // that it must not be applied; empty where it may
    std::string simulation = {};    // that it is invented; empty where it is real
    std::string watermark = {};
    model::Appearance appearance = {};
};

class PageSetter {
  public:
    // A text beside others; the row is as high as its highest cell.
    struct Cell {
        Box place;  // x and width of its ground
        TextBlock block;
        std::optional<Colour> ground = {};
        std::optional<Colour> edge = {};  // a bar at its left
        const char* element = "TD";
        std::string picture = {};  // an SVG of ours in the place of words, over the width of the cell
    };
    using Row = std::vector<Cell>;

    // `pages` is what the foot of each page says that there are.
    PageSetter(const PdfFacts& facts, PageEdges edges, const Catalogue& catalogue, int pages);

    // Begins the first page.
    void open();
    // Ends the last one; how many there were.
    int close();
    std::string finish() { return paper_.finish(); }

    PdfPaper& paper() { return paper_; }
    const PdfPaper& paper() const { return paper_; }
    // The organisation's, of titles, lines and grounds under white words; and its soft shade.
    const Colour& accent() const { return accent_; }
    const Colour& soft() const { return soft_; }
    // Of minor words on the accent: what is softer than white is read on our own alone.
    const Colour& on_accent() const { return edges_.appearance.accent ? print::white : soft_; }
    TextLook in_accent(TextLook look) const;
    // The organisation's logo on white at the right of a band in the accent's colour; nothing where it has
    // none.
    void plate(const Box& band);
    bool has_logo() const { return !edges_.appearance.logo_bytes.empty(); }
    // An SVG of ours, over the whole width; its lines have the organisation's accent.
    void picture(std::string_view svg, const Box& box);
    int page() const { return page_; }
    double y() const { return y_; }
    // Whether nothing stands on the page yet.
    bool at_top() const { return y_ <= top_; }
    void move_down(double distance) { y_ += distance; }
    double remaining() const;
    // Most that a page can take.
    double whole_page() const;

    static double height_of(const Row& row);
    void keep_together(double height);
    void next_page();
    // What must stand on the same page as the text below it, of that height.
    void heading(const std::string& words, double below, const TextLook& look, const char* element = "H2");
    void heading(const std::string& words, double below) { heading(words, below, in_accent(print::section)); }
    // Over the whole line, line by line over as many pages as it takes.
    void text(const std::vector<Paragraph>& paragraphs, const char* element = "P");
    // Line by line over as many pages as it takes; `again` is drawn at the top of each further page.
    void place(const Row& row, const char* element, const std::function<void()>& again = {});
    // The heads stand on each page again; the last row does not stand alone, nor does a row of one head.
    void table(const Row& heads, const std::vector<Row>& rows);

  private:
    // The lines of every cell that fit, from `first` on; moves `first` behind them.
    void place_part(const Row& row, std::vector<std::size_t>& first);
    void place_picture(const Cell& cell, double row_height);
    void strips();
    void running_head();
    void foot();
    // As large as fits into the box, at its right edge, in the middle of its height.
    std::optional<Box> logo_in(const Box& box) const;
    void logo(const Box& place);

    PageEdges edges_;
    Colour accent_;
    Colour soft_;
    const Catalogue& catalogue_;
    PdfPaper paper_;
    int pages_;
    int page_ = 1;
    double y_ = 0;
    double top_ = 0;  // of what the page is for
};

}  // namespace cadran::report
