// SPDX-License-Identifier: Apache-2.0
#include "report/management_pages.h"

#include <algorithm>

#include "report/paper_table.h"
#include "report/section_table.h"
#include "report/view.h"

namespace cadran::report {

namespace {

using namespace print;

constexpr TextLook answer_look{9, false, ink};

// Of the words; the sign before them says it too.
Colour colour_of_standing(const std::string& standing) {
    if (standing == "known") return accent;
    return standing == "missing" ? alarm : ink;
}

std::string sign_of(const std::string& standing) {
    if (standing == "known") return "✓\u00a0";
    return standing == "missing" ? "✗\u00a0" : "";
}

std::string kind_of(const std::string& standing) {
    if (standing == "known") return "met";
    return standing == "missing" ? "missed" : "none";
}

}  // namespace

ManagementPages::ManagementPages(const Json& view, Booklet& booklet)
    : view_(view), booklet_(booklet), setter_(booklet.setter()) {}

void ManagementPages::lay_out() {
    booklet_.title({.organisation = text_at(view_, "organisation"),
                    .name = text_at(view_, "title"),
                    .subject = text_at(view_, "range"),
                    .state = text_at(view_.at("state"), "words")});
    setter_.move_down(2 * section_gap);
    booklet_.contents();
    setter_.next_page();
    overview();
    for (const Json& one : view_.at("inputs").array()) {
        setter_.next_page();
        input(one);
    }
    setter_.next_page();
    outputs();
    conclusion();
}

void ManagementPages::overview() {
    booklet_.chapter(word("inputs_of"), 60);
    booklet_.plain(word("inputs_explained"), note);
    setter_.move_down(small_gap);
    SectionTable table(word("inputs_explained"));
    for (const char* label : {"input", "essential", "standing"}) table.column(word(label));
    for (const Json& one : view_.at("inputs").array()) {
        const std::string& standing = text_at(one, "standing");
        table.row(text_at(one, "title"),
                  {{text_at(one, "headline")},
                   {sign_of(standing) + text_at(one, "standing_words"), kind_of(standing)}},
                  text_at(one, "clause"));
    }
    place_table(setter_, table.json(), {.size = 7.6, .shares = {0.34, 0.44, 0.22}});
}

void ManagementPages::input(const Json& input) {
    booklet_.chapter(text_at(input, "title"), 60);
    standing(input);
    if (input.at("has_figures").boolean()) figures(input.at("figures"));
    for (const Json& one : input.at("answers").array()) answer(one);
    for (const Json& table : input.at("tables").array()) {
        booklet_.label(text_at(table, "caption"), 50);
        place_table(setter_, table, {});
        setter_.move_down(section_gap);
    }
    for (const Json& one : input.at("notes").array()) booklet_.plain(one.string(), note);
}

void ManagementPages::standing(const Json& input) {
    const std::string& standing = text_at(input, "standing");
    const std::string words = sign_of(standing) + text_at(input, "standing_words");
    setter_.place({booklet_.cell({{"ISO 9001:2015, " + text_at(input, "clause"), note}}, margin - padding,
                                 line_width / 2, false, "P"),
                   booklet_.cell({{words, {8, true, colour_of_standing(standing)}}}, margin + line_width / 2,
                                 line_width / 2 + padding, true, "P")},
                  "Div");
    setter_.move_down(small_gap);
}

void ManagementPages::figures(const Json& figures) {
    constexpr double gap = 6;
    const Json::Array& all = figures.array();
    const double width = (line_width + gap) / static_cast<double>(all.size());
    PageSetter::Row row;
    double x = margin;
    for (const Json& one : all) {
        const std::string& look = text_at(one, "look");
        const Colour colour = look == "missed" ? alarm : look == "met" ? accent : ink;
        row.push_back(booklet_.cell({paragraph(text_at(one, "value"), {17, true, colour}),
                                     paragraph(text_at(one, "label"), {7.2, false, ink})},
                                    x, width - gap - 4, "P"));
        row.back().place.width = width - gap;
        row.back().ground = quiet;
        row.back().edge = look == "plain" ? rule : colour;
        x += width;
    }
    setter_.place(row, "Div");
    setter_.move_down(section_gap);
}

void ManagementPages::answer(const Json& answer) {
    std::vector<Paragraph> words{paragraph(text_at(answer, "text"), answer_look),
                                 {{{text_at(answer, "by"), note}}, 0, 3}};
    for (const Json& document : answer.at("documents").array()) {
        words.push_back(paragraph(
            word("document") + " " + text_at(document, "name") + " " + text_at(document, "hash"), note));
    }
    PageSetter::Cell cell = booklet_.cell(words, margin, line_width - 10, "P");
    cell.place.width = line_width;
    cell.ground = quiet;
    cell.edge = setter_.accent();
    setter_.place({cell}, "Div");
    setter_.move_down(section_gap);
}

void ManagementPages::outputs() {
    booklet_.chapter(word("outputs"), 60);
    if (!view_.at("has_outputs").boolean()) return booklet_.plain(word("no_outputs"), note);
    booklet_.plain(word("outputs_explained"), note);
    setter_.move_down(small_gap);
    SectionTable table(word("outputs_explained"));
    for (const char* label : {"decided", "under_title", "process", "plan_owner", "plan_due"})
        table.column(word(label));
    for (const Json& one : view_.at("outputs").array()) {
        table.row(text_at(one, "text"),
                  {{text_at(one, "kind")},
                   {text_at(one, "process")},
                   {text_at(one, "owner")},
                   {text_at(one, "due")}},
                  text_at(one, "name"));
    }
    place_table(setter_, table.json(), {});
}

void ManagementPages::conclusion() {
    booklet_.chapter(word("conclusion"), 40);
    if (view_.at("concluded").boolean())
        booklet_.plain(text_at(view_, "conclusion"), {9.4, false, ink});
    else
        booklet_.plain(word("no_conclusion"), note);
    booklet_.label(word("participants"));
    if (view_.at("participants").array().empty())
        booklet_.plain(word("no_participants"), note);
    else
        booklet_.lines(view_.at("participants"));
    booklet_.label(word("signatures"), 50);
    booklet_.marks(view_.at("marks").array());
    booklet_.plain(text_at(view_, "as_of"), note);
    booklet_.plain(text_at(view_, "journal") + " " + text_at(view_, "head"), note);
    booklet_.plain(word("verify"), note);
}

}  // namespace cadran::report
