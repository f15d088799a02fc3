// SPDX-License-Identifier: Apache-2.0
// Pages of a PDF on which text is set and shapes are filled. Lengths are points, 72 an inch; y grows
// downwards.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/message.h"
#include "report/drawing.h"

namespace cadran::report {

struct Colour {
    double red = 0;
    double green = 0;
    double blue = 0;
};

struct TextLook {
    double size = 8;
    bool bold = false;
    Colour colour = {};
    double opacity = 1;
};

struct TextRun {
    std::string words;
    TextLook look;
};

struct Paragraph {
    std::vector<TextRun> runs;
    double indent = 0;     // of every line but the first
    double gap_above = 0;  // not above the first of a block
    Anchor anchor = Anchor::start;
};

// Paragraphs broken into lines of one width.
class TextBlock {
  public:
    std::size_t lines() const;
    // Of the lines from `first` up to, but without, `last`.
    double height(std::size_t first, std::size_t last) const;
    double height() const { return height(0, lines()); }
    // Of the longest line.
    double width() const;
    // Behind the last line that fits into that height, counted from `first`.
    std::size_t fitting(std::size_t first, double height) const;

  private:
    friend class PdfPaper;
    struct Content;
    std::shared_ptr<const Content> content_;
};

// Width and height that a picture, SVG or PNG, asks for; none of what is neither.
std::optional<Point> size_of_picture(std::string_view bytes);

struct PdfFacts {
    std::string title;
    std::string author;
    Date created;
};

class PdfPaper {
  public:
    PdfPaper(double width, double height, const PdfFacts& facts);
    ~PdfPaper();
    PdfPaper(const PdfPaper&) = delete;
    PdfPaper& operator=(const PdfPaper&) = delete;

    TextBlock set(const std::vector<Paragraph>& paragraphs, double width) const;
    // Lines `first` up to, but without, `last`, the first of them at the top left corner.
    void draw(const TextBlock& block, Point corner, std::size_t first, std::size_t last);
    void draw(const TextBlock& block, Point corner) { draw(block, corner, 0, block.lines()); }
    // Across the whole page, faint.
    void watermark(std::string_view words);

    void fill(const Box& box, const Colour& colour);
    void fill(const std::vector<Point>& corners, const Colour& colour);
    void frame(const Box& box, const Colour& colour, double stroke);

    // An SVG as shapes and letters, coloured by the rules of the style sheet, or a PNG as its dots; stretched
    // to the box. Nothing is drawn of what is neither.
    void picture(std::string_view bytes, const Box& box, std::string_view rules = {});

    // A line of the outline that readers show beside the pages, at that height of the page begun; `parent` is
    // what an earlier call gave, 0 for the first rank.
    int outline(const std::string& words, int parent, double y);
    // What is drawn until it ends leads to that page, from 1.
    void begin_link(int page);
    void end_link();

    // Structure elements of PDF (`Table`, `TR`, `TD`, …), for those who do not see the page; they nest.
    void begin(const char* element);
    void end(const char* element);

    void end_page();
    // The whole file; the paper is spent.
    std::string finish();

  private:
    void dots(std::string_view png, const Box& box);

    struct Engine;
    std::unique_ptr<Engine> engine_;
};

}  // namespace cadran::report
