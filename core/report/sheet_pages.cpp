// SPDX-License-Identifier: Apache-2.0
#include "report/sheet_pages.h"

#include <algorithm>

namespace cadran::report {

namespace {

constexpr double page_width = 595.28;
constexpr double page_height = 841.89;
constexpr double margin = 34;
constexpr double line_width = page_width - 2 * margin;
constexpr double foot_height = 24;
constexpr double bottom = page_height - margin - foot_height;
constexpr double padding = 3.5;
constexpr double section_gap = 8;
constexpr double strip_height = 15;
constexpr const char* new_line = "\u2028";  // within a paragraph
constexpr double gutter = 16;               // between the columns of the flow, with an arrow in it

constexpr Colour ink{0.08, 0.16, 0.24};
constexpr Colour muted{0.3, 0.36, 0.42};
constexpr Colour accent{0.06, 0.4, 0.45};
constexpr Colour quiet{0.93, 0.955, 0.955};
constexpr Colour soft{0.83, 0.91, 0.915};
constexpr Colour rule{0.8, 0.84, 0.86};
constexpr Colour white{1, 1, 1};
constexpr Colour amber{1, 0.82, 0.29};
constexpr Colour alarm{0.64, 0.2, 0.12};

constexpr TextLook plain{8, false, ink};
constexpr TextLook strong{8, true, ink};
constexpr TextLook note{6.9, false, muted};
constexpr TextLook section{9.8, true, accent};
constexpr TextLook list_title{8.2, true, accent};
constexpr TextLook column{6.9, true, muted};

Colour colour_of(model::Severity severity) {
    switch (severity) {
        case model::Severity::very_low: return {0.56, 0.78, 0.63};
        case model::Severity::low: return {0.79, 0.84, 0.49};
        case model::Severity::medium: return {0.94, 0.78, 0.31};
        case model::Severity::high: return {0.88, 0.5, 0.23};
        case model::Severity::major: break;
    }
    return alarm;
}

Paragraph paragraph(std::string words, const TextLook& look) {
    return {{{std::move(words), look}}};
}

std::vector<const SheetList*> pointers_to(const std::vector<SheetList>& lists) {
    std::vector<const SheetList*> pointers;
    for (const SheetList& list : lists) pointers.push_back(&list);
    return pointers;
}

}  // namespace

SheetPages::SheetPages(const SheetWords& words, Date date, const Catalogue& catalogue, int pages)
    : words_(words),
      catalogue_(catalogue),
      paper_(page_width, page_height, {words.subject + ", " + words.title, words.organisation, date}),
      pages_(pages) {}

int SheetPages::lay_out() {
    paper_.begin("Document");
    strips();
    head();
    identity();
    purpose();
    flow();
    for (const SheetTable& one : words_.tables) table(one);
    lists();
    foot();
    paper_.end("Document");
    paper_.end_page();
    return page_;
}

std::string SheetPages::finish() {
    return paper_.finish();
}

void SheetPages::head() {
    constexpr double edition_width = 160;
    const double title_width = line_width - edition_width;
    const Row row{
        {{margin, 0, title_width, 0},
         paper_.set({paragraph(words_.organisation, {8.5, true, soft}),
                     {{{words_.title, {17, true, white}}}, 0, 2},
                     {{{words_.subject, {8.5, false, white}}}, 0, 3}},
                    title_width - 16),
         accent,
         accent,
         "H1"},
        {{margin + title_width, 0, edition_width, 0},
         paper_.set({{{{words_.edition, {8.5, true, white}}}, 0, 0, Anchor::end}}, edition_width - 16),
         accent,
         accent,
         "P"}};
    const auto edge = [&] {
        paper_.fill({margin, y_, line_width, 6}, accent);
        y_ += 6;
    };
    edge();
    place(row, "Div");
    edge();
}

void SheetPages::identity() {
    const double width = line_width / static_cast<double>(words_.facts.size());
    Row row;
    double x = margin;
    for (const SheetFact& fact : words_.facts) {
        row.push_back(
            {{x, 0, width, 0},
             paper_.set({paragraph(fact.name, note), paragraph(fact.value, strong)}, width - 2 * padding - 4),
             soft,
             {},
             "P"});
        x += width;
    }
    place(row, "Div");
    y_ += section_gap;
}

void SheetPages::purpose() {
    Row row;
    const double widths[] = {0.4 * line_width, 0.3 * line_width, 0.3 * line_width};
    const SheetFact* facts[] = {&words_.purpose, &words_.start, &words_.end};
    double x = margin;
    for (std::size_t i = 0; i < std::size(widths); ++i) {
        const TextBlock block =
            paper_.set({paragraph(facts[i]->name, list_title), paragraph(facts[i]->value, plain)},
                       widths[i] - 2 * padding - 8);
        row.push_back({{x, 0, widths[i], 0}, block, {}, accent, "P"});
        x += widths[i];
    }
    place(row, "Div");
    y_ += section_gap;
}

TextBlock SheetPages::list(const std::vector<const SheetList*>& lists, double width,
                           const char* behind_lead) const {
    std::vector<Paragraph> paragraphs;
    for (const SheetList* list : lists) {
        paragraphs.push_back({{{list->title, list_title}}, 0, 5});
        int number = 0;
        for (const SheetItem& item : list->items) {
            Paragraph entry{{{list->numbered ? std::to_string(++number) + ". " : "• ", plain}},
                            list->numbered ? 8.6 : 6.7,
                            1.2};
            const bool both = !item.lead.empty() && !item.text.empty();
            if (!item.lead.empty()) entry.runs.push_back({item.lead + (both ? behind_lead : ""), strong});
            entry.runs.push_back({item.text, plain});
            paragraphs.push_back(std::move(entry));
        }
        if (list->items.empty()) paragraphs.push_back(paragraph(list->nothing, note));
    }
    return paper_.set(paragraphs, width - 2 * padding - 6);
}

void SheetPages::flow() {
    const double width = (line_width - 2 * gutter) / 3;
    const Row row{
        {{margin, 0, width, 0}, list(pointers_to(words_.before), width, new_line), quiet, {}, "Div"},
        {{margin + width + gutter, 0, width, 0}, list({&words_.activities}, width), soft, {}, "Div"},
        {{margin + 2 * (width + gutter), 0, width, 0},
         list(pointers_to(words_.after), width, new_line),
         quiet,
         {},
         "Div"}};
    keep_together(std::min(height_of(row), bottom - margin - 2 * strip_height));
    const double top = y_;
    const int page = page_;
    place(row, "Div");
    if (page == page_) {
        const double middle = (top + y_) / 2;
        for (const double x : {margin + width, margin + 2 * width + gutter})
            paper_.fill({{x + 4, middle - 8}, {x + gutter - 3, middle}, {x + 4, middle + 8}}, accent);
    }
    y_ += section_gap;
}

TextBlock SheetPages::title(const std::string& words) const {
    return paper_.set({paragraph(words, section)}, line_width);
}

void SheetPages::heading(const std::string& words, double below) {
    const TextBlock block = title(words);
    keep_together(block.height() + 3 + below);
    paper_.begin("H2");
    paper_.draw(block, {margin, y_});
    paper_.end("H2");
    y_ += block.height() + 3;
}

SheetPages::Row SheetPages::heads(const SheetTable& table) const {
    Row heads;
    double x = margin;
    for (const SheetColumn& one : table.columns) {
        const double width = one.share * line_width;
        heads.push_back({{x, 0, width, 0},
                         paper_.set({paragraph(one.title, column)}, width - 2 * padding - 2),
                         quiet,
                         {},
                         "TH"});
        x += width;
    }
    return heads;
}

SheetPages::Row SheetPages::row(const SheetTable& table, const std::vector<SheetCell>& cells) const {
    Row row;
    double x = margin;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const SheetCell& cell = cells[i];
        const double width = table.columns[i].share * line_width;
        const bool leads = i == 0 || cell.severity;
        std::vector<Paragraph> text{paragraph(cell.text, leads ? strong : plain)};
        if (!cell.note.empty()) text.push_back(paragraph(cell.note, note));
        Cell set{{x, 0, width, 0}, paper_.set(text, width - 2 * padding - 2), {}, {}, i == 0 ? "TH" : "TD"};
        if (cell.severity) set.edge = colour_of(*cell.severity);
        row.push_back(std::move(set));
        x += width;
    }
    return row;
}

void SheetPages::table(const SheetTable& table) {
    if (table.rows.empty()) {
        const TextBlock nothing = paper_.set({paragraph(table.nothing, note)}, line_width);
        heading(table.title, nothing.height());
        paper_.begin("P");
        paper_.draw(nothing, {margin, y_});
        paper_.end("P");
        y_ += nothing.height() + section_gap;
        return;
    }
    const Row top = heads(table);
    heading(table.title, height_of(top) + height_of(row(table, table.rows.front())));
    paper_.begin("Table");
    place(top, "TR");
    const auto again = [&] {
        paper_.begin("Table");
        place(top, "TR");
    };
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        // The last row does not stand alone on a page.
        const double below = i + 2 == table.rows.size() ? height_of(row(table, table.rows.back())) : 0;
        if (i > 0 && below > 0 && height_of(row(table, table.rows[i])) + below > remaining()) {
            paper_.end("Table");
            next_page();
            again();
        }
        place(row(table, table.rows[i]), "TR", again);
        paper_.fill({margin, y_, line_width, 0.5}, rule);
    }
    paper_.end("Table");
    y_ += section_gap;
}

// Side by side in columns of about the same height, in their order.
void SheetPages::lists() {
    constexpr std::size_t columns = 3;
    const double width = (line_width - (columns - 1) * 6) / columns;
    double whole = 0;
    for (const SheetList& one : words_.lists) whole += list({&one}, width).height();
    std::vector<std::vector<const SheetList*>> parts(columns);
    std::size_t part = 0;
    double filled = 0;
    for (const SheetList& one : words_.lists) {
        const double height = list({&one}, width).height();
        const double share = whole * static_cast<double>(part + 1) / columns;
        if (part + 1 < columns && filled + height / 2 > share) ++part;
        parts[part].push_back(&one);
        filled += height;
    }
    Row row;
    double x = margin;
    for (const auto& lists : parts) {
        row.push_back({{x, 0, width, 0}, list(lists, width), quiet, {}, "Div"});
        x += width + 6;
    }
    place(row, "Div");
}

double SheetPages::remaining() const {
    return bottom - y_;
}

double SheetPages::height_of(const Row& row) {
    double height = 0;
    for (const Cell& cell : row) height = std::max(height, cell.block.height());
    return height + 2 * padding;
}

void SheetPages::keep_together(double height) {
    if (height > remaining()) next_page();
}

void SheetPages::place(const Row& row, const char* element, const std::function<void()>& again) {
    constexpr double worth_starting = 60;
    const double height = height_of(row);
    const bool fits_on_one = height <= bottom - margin - 6 * strip_height;
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

void SheetPages::place_part(const Row& row, std::vector<std::size_t>& first) {
    std::vector<std::size_t> last;
    double height = 0;
    for (std::size_t i = 0; i < row.size(); ++i) {
        last.push_back(row[i].block.fitting(first[i], remaining() - 2 * padding));
        height = std::max(height, row[i].block.height(first[i], last[i]));
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
        paper_.end(cell.element);
        first[i] = last[i];
    }
    y_ += height;
}

// What every page says first: that it is a draft, that it is invented.
void SheetPages::strips() {
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
    strip(words_.simulation, amber, ink);
    strip(words_.draft, alarm, white);
    if (page_ > 1) running_head();
}

// A reminder of what the first page says whole: one line.
void SheetPages::running_head() {
    y_ += 3;
    const TextBlock left =
        paper_.set({{{{words_.title, strong}, {"   " + words_.subject, note}}}}, line_width);
    paper_.begin("P");
    paper_.draw(left, {margin, y_}, 0, 1);
    paper_.end("P");
    y_ += left.height(0, 1) + 3;
    paper_.fill({margin, y_, line_width, 0.75}, accent);
    y_ += section_gap;
}

// With what lies over the whole page.
void SheetPages::foot() {
    constexpr double number_width = 40;
    const TextLook small{6.2, false, muted};
    const double y = page_height - margin - foot_height + 8;
    const std::string source = words_.digest.empty() ? words_.origin : words_.origin + " " + words_.digest;
    const TextBlock left =
        paper_.set({paragraph(words_.edition, small), paragraph(source, small)}, line_width - number_width);
    const Message count{"report.sheet_page",
                        {{"page", std::int64_t{page_}}, {"pages", std::int64_t{pages_}}}};
    const TextBlock right =
        paper_.set({{{{catalogue_.text(count), {7, true, muted}}}, 0, 0, Anchor::end}}, number_width);
    paper_.fill({margin, y - 4, line_width, 0.75}, accent);
    paper_.begin("P");
    paper_.draw(left, {margin, y});
    paper_.draw(right, {page_width - margin - number_width, y});
    paper_.end("P");
    if (!words_.watermark.empty()) paper_.watermark(words_.watermark);
}

void SheetPages::next_page() {
    foot();
    paper_.end_page();
    ++page_;
    strips();
}

}  // namespace cadran::report
