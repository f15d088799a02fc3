// SPDX-License-Identifier: Apache-2.0
#include "report/sheet_pages.h"

#include <algorithm>

namespace cadran::report {

namespace {

using namespace print;

constexpr const char* new_line = "\u2028";  // within a paragraph
constexpr double gutter = 16;               // between the columns of the flow, with an arrow in it

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

std::vector<const SheetList*> pointers_to(const std::vector<SheetList>& lists) {
    std::vector<const SheetList*> pointers;
    for (const SheetList& list : lists) pointers.push_back(&list);
    return pointers;
}

PageEdges edges_of(const SheetWords& words, const model::Appearance& appearance) {
    return {.title = words.title,
            .subject = words.subject,
            .foot = {words.edition, words.digest.empty() ? words.origin : words.origin + " " + words.digest},
            .draft = words.draft,
            .simulation = words.simulation,
            .watermark = words.watermark,
            .appearance = appearance};
}

}  // namespace

SheetPages::SheetPages(const SheetWords& words, const model::Appearance& appearance, Date date,
                       const Catalogue& catalogue, int pages)
    : words_(words),
      setter_({words.subject + ", " + words.title, words.organisation, date}, edges_of(words, appearance),
              catalogue, pages) {}

int SheetPages::lay_out() {
    setter_.open();
    head();
    identity();
    purpose();
    flow();
    for (const SheetTable& one : words_.tables) table(one);
    lists();
    return setter_.close();
}

void SheetPages::head() {
    constexpr double edition_width = 200;
    const double title_width = line_width - edition_width;
    const Row row{{{margin, 0, title_width, 0},
                   setter_.paper().set({paragraph(words_.organisation, {8.5, true, setter_.on_accent()}),
                                        {{{words_.title, {17, true, white}}}, 0, 2},
                                        {{{words_.subject, {8.5, false, white}}}, 0, 3}},
                                       title_width - 16),
                   setter_.accent(),
                   setter_.accent(),
                   "H1"},
                  {{margin + title_width, 0, edition_width, 0},
                   setter_.paper().set({{{{words_.edition, {8.5, true, white}}}, 0, 0, Anchor::end}},
                                       edition_width - 16),
                   setter_.accent(),
                   setter_.accent(),
                   "P"}};
    const double top = setter_.y();
    const auto edge = [&] {
        setter_.paper().fill({margin, setter_.y(), line_width, 6}, setter_.accent());
        setter_.move_down(6);
    };
    edge();
    setter_.place(row, "Div");
    edge();
    // Below the edition.
    const double below = top + 6 + padding + row.back().block.height();
    setter_.plate({margin, below - 4, line_width, setter_.y() - below + 6});
}

void SheetPages::identity() {
    const double width = line_width / static_cast<double>(words_.facts.size());
    Row row;
    double x = margin;
    for (const SheetFact& fact : words_.facts) {
        row.push_back({{x, 0, width, 0},
                       setter_.paper().set({paragraph(fact.name, note), paragraph(fact.value, strong)},
                                           width - 2 * padding - 4),
                       setter_.soft(),
                       {},
                       "P"});
        x += width;
    }
    setter_.place(row, "Div");
    setter_.move_down(section_gap);
}

void SheetPages::purpose() {
    Row row;
    const double widths[] = {0.4 * line_width, 0.3 * line_width, 0.3 * line_width};
    const SheetFact* facts[] = {&words_.purpose, &words_.start, &words_.end};
    double x = margin;
    for (std::size_t i = 0; i < std::size(widths); ++i) {
        const TextBlock block = setter_.paper().set(
            {paragraph(facts[i]->name, setter_.in_accent(list_title)), paragraph(facts[i]->value, plain)},
            widths[i] - 2 * padding - 8);
        row.push_back({{x, 0, widths[i], 0}, block, {}, setter_.accent(), "P"});
        x += widths[i];
    }
    setter_.place(row, "Div");
    setter_.move_down(section_gap);
}

TextBlock SheetPages::list(const std::vector<const SheetList*>& lists, double width,
                           const char* behind_lead) const {
    std::vector<Paragraph> paragraphs;
    for (const SheetList* list : lists) {
        paragraphs.push_back({{{list->title, setter_.in_accent(list_title)}}, 0, 5});
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
    return setter_.paper().set(paragraphs, width - 2 * padding - 6);
}

void SheetPages::flow() {
    const double width = (line_width - 2 * gutter) / 3;
    const Row row{
        {{margin, 0, width, 0}, list(pointers_to(words_.before), width, new_line), quiet, {}, "Div"},
        {{margin + width + gutter, 0, width, 0},
         list({&words_.activities}, width),
         setter_.soft(),
         {},
         "Div"},
        {{margin + 2 * (width + gutter), 0, width, 0},
         list(pointers_to(words_.after), width, new_line),
         quiet,
         {},
         "Div"}};
    setter_.keep_together(std::min(PageSetter::height_of(row), setter_.whole_page()));
    const double top = setter_.y();
    const int page = setter_.page();
    setter_.place(row, "Div");
    if (page == setter_.page()) {
        const double middle = (top + setter_.y()) / 2;
        for (const double x : {margin + width, margin + 2 * width + gutter})
            setter_.paper().fill({{x + 4, middle - 8}, {x + gutter - 3, middle}, {x + 4, middle + 8}},
                                 setter_.accent());
    }
    setter_.move_down(section_gap);
}

SheetPages::Row SheetPages::heads(const SheetTable& table) const {
    Row heads;
    double x = margin;
    for (const SheetColumn& one : table.columns) {
        const double width = one.share * line_width;
        heads.push_back({{x, 0, width, 0},
                         setter_.paper().set({paragraph(one.title, column)}, width - 2 * padding - 2),
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
        PageSetter::Cell set{{x, 0, width, 0},
                             setter_.paper().set(text, width - 2 * padding - 2),
                             {},
                             {},
                             i == 0 ? "TH" : "TD"};
        if (cell.severity) set.edge = colour_of(*cell.severity);
        row.push_back(std::move(set));
        x += width;
    }
    return row;
}

void SheetPages::table(const SheetTable& table) {
    if (table.rows.empty()) {
        const std::vector<Paragraph> nothing{paragraph(table.nothing, note)};
        setter_.heading(table.title, setter_.paper().set(nothing, line_width).height());
        setter_.text(nothing);
    } else {
        const Row top = heads(table);
        std::vector<Row> rows;
        for (const auto& cells : table.rows) rows.push_back(row(table, cells));
        setter_.heading(table.title, PageSetter::height_of(top) + PageSetter::height_of(rows.front()));
        setter_.table(top, rows);
    }
    setter_.move_down(section_gap);
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
    setter_.place(row, "Div");
}

}  // namespace cadran::report
