// SPDX-License-Identifier: Apache-2.0
#include "report/page_setter.h"

#include <algorithm>

namespace cadran::report {

namespace {

using namespace print;

constexpr double foot_height = 24;
constexpr double bottom = print::height - margin - foot_height;
constexpr double strip_height = 15;
constexpr double softness = 0.82;  // how near a ground in the accent's shade is to white

// Of the picture of a cell in the middle of its row, from the row's left top.
Box picture_box(const PageSetter::Cell& cell, double row_height) {
    const auto size = size_of_picture(cell.picture);
    if (!size || size->x <= 0) return {};
    const double wide = cell.place.width - 2 * padding;
    const double high = wide * size->y / size->x;
    return {cell.place.x + padding, (row_height - high) / 2, wide, high};
}

Colour colour_of(const model::Tint& tint) {
    constexpr double most = 255;
    return {tint.red / most, tint.green / most, tint.blue / most};
}

}  // namespace

Paragraph print::paragraph(std::string words, const TextLook& look) {
    return {{{std::move(words), look}}};
}

PageSetter::PageSetter(const PdfFacts& facts, PageEdges edges, const Catalogue& catalogue, int pages)
    : edges_(std::move(edges)),
      accent_(print::accent),
      soft_(print::soft),
      catalogue_(catalogue),
      paper_(print::width, print::height, facts),
      pages_(pages) {
    const model::Appearance& appearance = edges_.appearance;
    if (appearance.accent) {
        accent_ = colour_of(*appearance.accent);
        soft_ = colour_of(model::mixed(*appearance.accent, model::white_tint, softness));
    }
    const std::string words = catalogue.text(appearance.footer);
    if (words.empty()) return;
    const auto shortest = std::ranges::min_element(edges_.foot, {}, &std::string::size);
    if (shortest == edges_.foot.end())
        edges_.foot.push_back(words);
    else
        *shortest += " – " + words;
}

void PageSetter::open() {
    paper_.begin("Document");
    strips();
}

int PageSetter::close() {
    foot();
    paper_.end("Document");
    paper_.end_page();
    return page_;
}

double PageSetter::remaining() const {
    return bottom - y_;
}

double PageSetter::whole_page() const {
    return bottom - margin - 6 * strip_height;
}

TextLook PageSetter::in_accent(TextLook look) const {
    look.colour = accent_;
    return look;
}

void PageSetter::picture(std::string_view svg, const Box& box) {
    std::string rules;
    if (const auto& accent = edges_.appearance.accent)
        rules = ".line { stroke: " + model::tint_text(*accent) + " }";
    paper_.picture(svg, box, rules);
}

void PageSetter::heading(const std::string& words, double below, const TextLook& look, const char* element) {
    const TextBlock block = paper_.set({paragraph(words, look)}, line_width);
    keep_together(block.height() + 3 + below);
    paper_.begin(element);
    paper_.draw(block, {margin, y_});
    paper_.end(element);
    y_ += block.height() + 3;
}

void PageSetter::text(const std::vector<Paragraph>& paragraphs, const char* element) {
    const TextBlock block = paper_.set(paragraphs, line_width);
    for (std::size_t first = 0; first < block.lines();) {
        std::size_t last = block.fitting(first, remaining());
        if (last == first) {
            next_page();
            last = std::max(first + 1, block.fitting(first, remaining()));
        }
        paper_.begin(element);
        paper_.draw(block, {margin, y_}, first, last);
        paper_.end(element);
        y_ += block.height(first, last);
        first = last;
    }
}

void PageSetter::table(const Row& heads, const std::vector<Row>& rows) {
    const auto top = [&] {
        paper_.begin("Table");
        place(heads, "TR");
    };
    top();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const bool heads_the_next = rows[i].size() == 1 && std::string_view(rows[i].front().element) == "TH";
        const bool keeps_the_next = i + 1 < rows.size() && (heads_the_next || i + 2 == rows.size());
        const double below = keeps_the_next ? height_of(rows[i + 1]) : 0;
        if (i > 0 && below > 0 && height_of(rows[i]) + below > remaining()) {
            paper_.end("Table");
            next_page();
            top();
        }
        place(rows[i], "TR", top);
        paper_.fill({margin, y_, line_width, 0.5}, rule);
    }
    paper_.end("Table");
}

double PageSetter::height_of(const Row& row) {
    double height = 0;
    for (const Cell& cell : row) {
        height = std::max(height, cell.block.height());
        if (!cell.picture.empty()) height = std::max(height, picture_box(cell, 0).height);
    }
    return height + 2 * padding;
}

void PageSetter::keep_together(double height) {
    if (height > remaining()) next_page();
}

void PageSetter::place(const Row& row, const char* element, const std::function<void()>& again) {
    constexpr double worth_starting = 60;
    const double height = height_of(row);
    const bool fits_on_one = height <= whole_page();
    std::vector<std::size_t> first(row.size(), 0);
    const auto turn = [&] {
        if (again) paper_.end("Table");
        next_page();
        if (again) again();
    };
    if (height > remaining() && (fits_on_one || remaining() < worth_starting)) turn();
    for (;;) {
        paper_.begin(element);
        place_part(row, first);
        paper_.end(element);
        bool whole = true;
        for (std::size_t i = 0; i < row.size(); ++i) whole = whole && first[i] == row[i].block.lines();
        if (whole) return;
        turn();
    }
}

void PageSetter::place_part(const Row& row, std::vector<std::size_t>& first) {
    std::vector<std::size_t> last;
    const bool begins = std::ranges::all_of(first, [](std::size_t line) { return line == 0; });
    double height = 0;
    for (std::size_t i = 0; i < row.size(); ++i) {
        last.push_back(row[i].block.fitting(first[i], remaining() - 2 * padding));
        height = std::max(height, row[i].block.height(first[i], last[i]));
        if (begins && !row[i].picture.empty()) height = std::max(height, picture_box(row[i], 0).height);
    }
    height += 2 * padding;
    for (std::size_t i = 0; i < row.size(); ++i) {
        const Cell& cell = row[i];
        const Box ground{cell.place.x, y_, cell.place.width, height};
        if (cell.ground) paper_.fill(ground, *cell.ground);
        if (cell.edge) paper_.fill({ground.x, y_ + 1.5, 3, height - 3}, *cell.edge);
        const double inset = padding + (cell.edge ? 4 : 0);
        paper_.begin(cell.element);
        paper_.draw(cell.block, {cell.place.x + inset, y_ + padding}, first[i], last[i]);
        if (begins && !cell.picture.empty()) place_picture(cell, height);
        paper_.end(cell.element);
        first[i] = last[i];
    }
    y_ += height;
}

void PageSetter::place_picture(const Cell& cell, double row_height) {
    Box place = picture_box(cell, row_height);
    place.y += y_;
    paper_.begin("Figure");
    picture(cell.picture, place);
    paper_.end("Figure");
}

// What every page says first: that it is a draft, that it is invented.
void PageSetter::strips() {
    y_ = margin;
    const auto strip = [&](const std::string& words, const Colour& ground, const Colour& letters) {
        if (words.empty()) return;
        const TextBlock block =
            paper_.set({{{{words, {8, true, letters}}}, 0, 0, Anchor::middle}}, line_width);
        const double height = block.height() + 5;
        paper_.fill({margin, y_, line_width, height}, ground);
        paper_.begin("P");
        paper_.draw(block, {margin, y_ + 2.5});
        paper_.end("P");
        y_ += height + 2;
    };
    strip(edges_.simulation, amber, ink);
    strip(edges_.draft, alarm, white);
    if (page_ > 1) running_head();
    top_ = y_;
}

std::optional<Box> PageSetter::logo_in(const Box& box) const {
    const auto size = size_of_picture(edges_.appearance.logo_bytes);
    if (!size || size->x <= 0 || size->y <= 0) return {};
    const double scale = std::min(box.width / size->x, box.height / size->y);
    const double width = scale * size->x, height = scale * size->y;
    return Box{box.right() - width, box.y + (box.height - height) / 2, width, height};
}

void PageSetter::logo(const Box& place) {
    paper_.begin("Figure");
    paper_.picture(edges_.appearance.logo_bytes, place);
    paper_.end("Figure");
}

void PageSetter::plate(const Box& band) {
    constexpr double distance = 6, edge = 5;  // from the band's rim; of white around the logo
    const double inset = distance + edge;
    const double width = std::min(plate_width, band.width);
    const auto place =
        logo_in({band.right() - width, band.y + inset, width - inset, band.height - 2 * inset});
    if (!place) return;
    paper_.fill({place->x - edge, place->y - edge, place->width + 2 * edge, place->height + 2 * edge}, white);
    logo(*place);
}

// A reminder of what the first page says whole: one line.
void PageSetter::running_head() {
    y_ += 3;
    const TextBlock left =
        paper_.set({{{{edges_.title, strong}, {"   " + edges_.subject, note}}}}, line_width);
    paper_.begin("P");
    paper_.draw(left, {margin, y_}, 0, 1);
    paper_.end("P");
    if (const auto place = logo_in({margin, y_ - 3, line_width, left.height(0, 1) + 3})) logo(*place);
    y_ += left.height(0, 1) + 3;
    paper_.fill({margin, y_, line_width, 0.75}, accent_);
    y_ += section_gap;
}

// With what lies over the whole page.
void PageSetter::foot() {
    constexpr double number_width = 40;
    const TextLook small{6.2, false, muted};
    const double y = bottom + 8;
    std::vector<Paragraph> lines;
    for (const std::string& line : edges_.foot) lines.push_back(paragraph(line, small));
    const TextBlock left = paper_.set(lines, line_width - number_width);
    const Message count{"report.sheet_page",
                        {{"page", std::int64_t{page_}}, {"pages", std::int64_t{pages_}}}};
    const TextBlock right =
        paper_.set({{{{catalogue_.text(count), {7, true, muted}}}, 0, 0, Anchor::end}}, number_width);
    paper_.fill({margin, y - 4, line_width, 0.75}, accent_);
    paper_.begin("P");
    paper_.draw(left, {margin, y});
    paper_.draw(right, {print::width - margin - number_width, y});
    paper_.end("P");
    if (!edges_.watermark.empty()) paper_.watermark(edges_.watermark);
}

void PageSetter::next_page() {
    foot();
    paper_.end_page();
    ++page_;
    strips();
}

}  // namespace cadran::report
