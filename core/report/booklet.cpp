// SPDX-License-Identifier: Apache-2.0
#include "report/booklet.h"

#include <algorithm>

namespace cadran::report {

namespace {

using namespace print;

constexpr TextLook chapter_look{13, true, ink};  // in the accent

double height_of(const PdfPaper& paper, const std::string& title, const TextLook& look) {
    return paper.set({paragraph(title, look)}, line_width).height() + 3;
}

}  // namespace

Booklet::Booklet(const PdfFacts& facts, const PageEdges& edges, const Catalogue& catalogue,
                 std::vector<Chapter> contents, int pages)
    : catalogue_(catalogue), contents_(std::move(contents)), setter_(facts, edges, catalogue, pages) {}

PageSetter::Cell Booklet::cell(const std::vector<Paragraph>& words, double x, double width,
                               const char* element) const {
    return {{x, 0, width, 0}, setter_.paper().set(words, width - 2 * padding - 2), {}, {}, element};
}

PageSetter::Cell Booklet::cell(const std::vector<TextRun>& runs, double x, double width, bool right,
                               const char* element) const {
    return cell({{runs, 0, 0, right ? Anchor::end : Anchor::start}}, x, width, element);
}

void Booklet::title(const Title& title) {
    constexpr double rim = 10;
    const double words_width = line_width - (setter_.has_logo() ? plate_width + 24 : 24);
    PageSetter::Cell block = cell({paragraph(title.organisation, {9.5, true, setter_.on_accent()}),
                                   {{{title.name, {22, true, white}}}, 0, 5},
                                   {{{title.subject, {11.5, false, white}}}, 0, 5},
                                   {{{title.state, {9.5, true, white}}}, 0, 9}},
                                  margin, words_width, "H1");
    block.place.width = line_width;
    block.ground = block.edge = setter_.accent();
    const double top = setter_.y();
    setter_.paper().fill({margin, top, line_width, rim}, setter_.accent());
    setter_.move_down(rim);
    setter_.place({block}, "Div");
    setter_.paper().fill({margin, setter_.y() - 0.5, line_width, rim + 0.5}, setter_.accent());
    setter_.move_down(rim);
    setter_.plate({margin, top, line_width, setter_.y() - top});
    setter_.move_down(small_gap);
}

void Booklet::contents() {
    constexpr double number_width = 40;
    setter_.heading(catalogue_.text(Message{"report.contents"}), 40);
    setter_.paper().begin("TOC");
    for (const Chapter& one : contents_) {
        setter_.paper().begin_link(std::max(1, one.page));
        setter_.place({cell({{one.title, body}}, margin, line_width - number_width, false, "Reference"),
                       cell({{std::to_string(one.page), body}}, margin + line_width - number_width,
                            number_width, true, "Reference")},
                      "TOCI");
        setter_.paper().end_link();
        setter_.paper().fill({margin, setter_.y(), line_width, 0.5}, rule);
    }
    setter_.paper().end("TOC");
    setter_.move_down(2 * section_gap);
}

void Booklet::chapter(const std::string& title, double below) {
    if (!chapters_.empty() && !setter_.at_top()) setter_.move_down(2 * section_gap);
    setter_.keep_together(height_of(setter_.paper(), title, chapter_look) + small_gap + below);
    chapters_.push_back({title, setter_.page()});
    chapter_ = setter_.paper().outline(title, 0, setter_.y());
    setter_.heading(title, below, setter_.in_accent(chapter_look));
    setter_.paper().fill({margin, setter_.y() - 1, line_width, 0.75}, setter_.accent());
    setter_.move_down(small_gap);
}

void Booklet::article(const std::string& title, double below, double size) {
    const TextLook look{size, true, ink};
    setter_.keep_together(height_of(setter_.paper(), title, look) + below);
    setter_.paper().outline(title, chapter_, setter_.y());
    setter_.heading(title, below, look, "H3");
}

void Booklet::label(const std::string& words, double below) {
    setter_.move_down(small_gap);
    setter_.heading(words, below, setter_.in_accent(list_title), "H4");
}

void Booklet::plain(const std::string& words, const TextLook& look) {
    setter_.text({paragraph(words, look)});
}

void Booklet::lines(const Json& texts, const TextLook& look) {
    std::vector<Paragraph> paragraphs;
    for (const Json& one : texts.array()) paragraphs.push_back({{{"• " + one.string(), look}}, 6.7, 1.2});
    if (!paragraphs.empty()) setter_.text(paragraphs, "L");
}

void Booklet::picture(const std::string& svg, double share) {
    const auto size = size_of_picture(svg);
    if (!size || size->x <= 0) return;
    const double width = share * line_width;
    const double height = width * size->y / size->x;
    setter_.keep_together(height);
    setter_.paper().begin("Figure");
    setter_.picture(svg, {margin, setter_.y(), width, height});
    setter_.paper().end("Figure");
    setter_.move_down(height + small_gap);
}

void Booklet::marks(const Json::Array& marks, double room) {
    const double width = line_width / static_cast<double>(std::max<std::size_t>(1, marks.size()));
    PageSetter::Row row;
    double x = margin;
    for (const Json& mark : marks) {
        const bool done = mark.at("kind").string() == "done";
        std::vector<Paragraph> words{paragraph(mark.at("step").string(), setter_.in_accent(list_title)),
                                     paragraph(mark.at("by").string(), done ? strong : note),
                                     paragraph(mark.at("moment").string(), note)};
        if (room > 0) words.push_back(paragraph(" ", {room, false, ink}));
        row.push_back(cell(words, x, width - 12, "P"));
        row.back().place.width = width - 4;
        row.back().ground = quiet;
        row.back().edge = done ? setter_.accent() : rule;
        x += width;
    }
    setter_.place(row, "Div");
    setter_.move_down(section_gap);
}

std::string bound(const PdfFacts& facts, const PageEdges& edges, const Catalogue& catalogue,
                  const std::function<void(Booklet&)>& write) {
    // Which chapters there are, then on which pages they begin once the contents stand before them.
    constexpr int drafts = 2;
    std::vector<Booklet::Chapter> contents;
    int pages = 1;
    for (int draft = 0;; ++draft) {
        Booklet booklet(facts, edges, catalogue, contents, pages);
        booklet.setter().open();
        write(booklet);
        pages = booklet.setter().close();
        if (draft == drafts) return booklet.setter().finish();
        contents = booklet.chapters();
    }
}

}  // namespace cadran::report
