// SPDX-License-Identifier: Apache-2.0
// A document on A4 pages: its title, its contents with the page of each chapter, its chapters.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/catalogue.h"
#include "base/json.h"
#include "report/page_setter.h"

namespace cadran::report {

class Booklet {
  public:
    // A chapter with the page on which it begins.
    struct Chapter {
        std::string title;
        int page = 0;
    };
    // What the band at the head of the first page says.
    struct Title {
        std::string organisation;
        std::string name;
        std::string subject;
        std::string state;
    };

    // `contents` and `pages` are what an earlier laying out gave.
    Booklet(const PdfFacts& facts, const PageEdges& edges, const Catalogue& catalogue,
            std::vector<Chapter> contents, int pages);

    PageSetter& setter() { return setter_; }
    const std::vector<Chapter>& chapters() const { return chapters_; }

    void title(const Title& title);
    void contents();

    // `below` is the height of what must stand on the same page.
    void chapter(const std::string& title, double below);
    // Of a chapter, in its outline too.
    void article(const std::string& title, double below, double size = 9.8);
    void label(const std::string& words, double below = 12);
    void plain(const std::string& words, const TextLook& look = print::plain);
    // Of a JSON array of texts, each behind a bullet.
    void lines(const Json& texts, const TextLook& look = print::plain);
    // An SVG over that share of the line.
    void picture(const std::string& svg, double share);
    // Who signed what, each with `room` to sign by hand.
    void marks(const Json::Array& marks, double room = 0);

    // Words at the left of their cell, or at its right.
    PageSetter::Cell cell(const std::vector<Paragraph>& words, double x, double width,
                          const char* element) const;
    PageSetter::Cell cell(const std::vector<TextRun>& runs, double x, double width, bool right,
                          const char* element) const;

  private:
    const Catalogue& catalogue_;
    std::vector<Chapter> contents_;
    std::vector<Chapter> chapters_;
    int chapter_ = 0;  // its line of the outline
    PageSetter setter_;
};

// The PDF of what `write` writes; it is called until the contents know their pages, and writes the same each
// time.
std::string bound(const PdfFacts& facts, const PageEdges& edges, const Catalogue& catalogue,
                  const std::function<void(Booklet&)>& write);

}  // namespace cadran::report
