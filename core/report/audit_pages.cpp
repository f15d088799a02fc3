// SPDX-License-Identifier: Apache-2.0
#include "report/audit_pages.h"

#include <algorithm>

#include "report/paper_table.h"
#include "report/view.h"

namespace cadran::report {

namespace {

using namespace print;

constexpr double lead_width = 104;

bool flag(const Json& view, const char* name) {
    return view.at(name).boolean();
}

// Of the bar beside a finding; the words say it too.
Colour colour_of_level(const std::string& level) {
    if (level == "very-low") return {0.75, 0.86, 0.87};
    if (level == "low") return {0.62, 0.8, 0.82};
    if (level == "medium") return {0.93, 0.8, 0.52};
    if (level == "high") return {0.78, 0.39, 0.24};
    if (level == "major") return {0.48, 0.15, 0.09};
    return accent;
}

}  // namespace

AuditPages::AuditPages(const Json& view, Booklet& booklet)
    : view_(view), booklet_(booklet), setter_(booklet.setter()) {}

void AuditPages::lay_out() {
    booklet_.title({.organisation = text_at(view_, "organisation"),
                    .name = text_at(view_, "auditee"),
                    .subject = text_at(view_, "subject"),
                    .state = view_.at("state").at("words").string()});
    setter_.move_down(2 * section_gap);
    facts();
    booklet_.contents();
    setter_.next_page();
    summary();
    findings();
    divergences();
    pieces();
    questions();
    calendar();
    meetings();
    signatures();
}

void AuditPages::facts() {
    Json::Array lines;
    for (const Json& fact : view_.at("facts").array())
        lines.push_back(Json::Object{{"lead", fact.at("name")}, {"words", fact.at("value")}});
    place(said(lines, margin));
    setter_.move_down(small_gap);
    booklet_.plain(text_at(view_, "method"), note);
    setter_.move_down(2 * section_gap);
}

void AuditPages::chapter(const char* label, double below) {
    booklet_.chapter(word(label), below);
}

void AuditPages::heading(const std::string& words, double below) {
    setter_.move_down(small_gap);
    booklet_.article(words, below, 10);
}

std::vector<PageSetter::Row> AuditPages::said(const Json::Array& lines, double left) const {
    const double width = print::width - margin - left - lead_width;
    std::vector<Row> rows;
    for (const Json& line : lines)
        rows.push_back({booklet_.cell({paragraph(text_at(line, "lead"), note)}, left, lead_width, "TH"),
                        booklet_.cell({paragraph(text_at(line, "words"), print::plain)}, left + lead_width,
                                      width, "TD")});
    return rows;
}

void AuditPages::place(const std::vector<Row>& rows) {
    for (const Row& row : rows) {
        setter_.place(row, "Div");
        setter_.move_down(-padding);  // lines of one statement stand close
    }
    if (!rows.empty()) setter_.move_down(padding);
}

void AuditPages::under(PageSetter::Cell head, const Colour& edge, const Json::Array& lines) {
    head.place.width = line_width;
    head.ground = quiet;
    head.edge = edge;
    const std::vector<Row> rows = said(lines, margin + 7);
    double height = PageSetter::height_of({head}) + padding;
    for (const Row& row : rows) height += PageSetter::height_of(row) - padding;
    setter_.keep_together(std::min(height, 0.4 * setter_.whole_page()));
    setter_.place({head}, "Div");
    place(rows);
}

void AuditPages::statement(const Json& finding) {
    std::string badges;
    for (const Json& badge : finding.at("badges").array()) badges += "  ▲\u00a0" + badge.string();
    PageSetter::Cell head = booklet_.cell({{{{text_at(finding, "name") + "  ", {9, true, accent}},
                                             {text_at(finding, "title"), strong},
                                             {badges, {8, true, alarm}},
                                             {"   " + text_at(finding, "state"), note}}},
                                           {{{text_at(finding, "text"), {9, true, ink}}}, 0, 2}},
                                          margin, line_width - 10, "P");
    under(std::move(head), colour_of_level(text_at(finding, "level")), finding.at("lines").array());
    setter_.move_down(section_gap);
}

void AuditPages::summary() {
    chapter("summary", 60);
    std::vector<Paragraph> sentences;
    for (const Json& one : view_.at("essential").array())
        sentences.push_back({{{"• " + one.string(), {9, false, ink}}}, 6.7, 2});
    setter_.text(sentences, "L");
    if (!flag(view_, "has_distribution")) return;
    heading(word("audit_distribution"), 130);
    booklet_.picture(text_at(view_, "distribution"), 0.8);
}

void AuditPages::findings() {
    chapter("audit_strengths", 40);
    if (!flag(view_, "has_strengths")) booklet_.plain(word("audit_no_strengths"), note);
    for (const Json& one : view_.at("strengths").array()) statement(one);
    chapter("audit_findings", 90);
    if (!flag(view_, "has_findings")) booklet_.plain(word("audit_no_findings"), note);
    for (const Json& group : view_.at("groups").array()) {
        heading(text_at(group, "title"), 70);
        for (const Json& one : group.at("findings").array()) statement(one);
    }
}

void AuditPages::divergences() {
    chapter("audit_divergences", 60);
    booklet_.plain(
        word(flag(view_, "has_divergences") ? "audit_divergences_explained" : "audit_no_divergences"), note);
    setter_.move_down(small_gap);
    for (const Json& one : view_.at("divergences").array()) statement(one);
    if (!flag(view_, "has_withdrawn")) return;
    heading(word("audit_withdrawn"), 60);
    for (const Json& one : view_.at("withdrawn").array()) statement(one);
}

void AuditPages::table(const Json& table, const std::vector<double>& shares) {
    place_table(setter_, table, {.size = 6.3, .shares = shares});
    setter_.move_down(small_gap);
}

void AuditPages::pieces() {
    chapter("audit_pieces", 60);
    if (!flag(view_, "has_pieces")) booklet_.plain(word("audit_no_pieces"), note);
    for (const Json& one : view_.at("pieces").array()) {
        constexpr double fixed = 0.16 + 2 * 0.09 + 0.055 + 0.065 + 0.085;
        const std::size_t criteria = one.at("columns").array().size() - 6;
        std::vector<double> shares{0.16, 0.09, 0.09, 0.055, 0.065, 0.085};
        shares.insert(shares.end(), criteria,
                      (1 - fixed) / static_cast<double>(std::max<std::size_t>(1, criteria)));
        table(one, shares);
        booklet_.plain(word("audit_signs_explained"), note);
    }
}

void AuditPages::questions() {
    chapter("audit_questions", 60);
    if (!flag(view_, "has_questions")) booklet_.plain(word("audit_no_questions"), note);
    for (const Json& domain : view_.at("domains").array()) {
        heading(text_at(domain, "title"), 60);
        for (const Json& question : domain.at("questions").array()) {
            const std::string& look = text_at(question, "look");
            const Colour colour = look == "missed" ? alarm : look == "met" ? accent : muted;
            PageSetter::Cell head = booklet_.cell({{{{text_at(question, "title") + "   ", {8.6, true, ink}},
                                                     {text_at(question, "conformity"), {8, true, colour}}}}},
                                                  margin, line_width - 10, "P");
            under(std::move(head), colour, question.at("lines").array());
            setter_.move_down(small_gap);
        }
    }
}

void AuditPages::calendar() {
    chapter("audit_calendar", 60);
    if (!flag(view_, "has_calendar")) booklet_.plain(word("audit_no_calendar"), note);
    for (const Json& one : view_.at("calendar").array()) table(one, {0.42, 0.12, 0.13, 0.18, 0.15});
    if (!flag(view_, "has_earlier")) return;
    chapter("audit_compared", 60);
    for (const Json& one : view_.at("earlier").array())
        table(one, {0.28, 0.1, 0.1, 0.1, 0.1, 0.12, 0.09, 0.11});
}

void AuditPages::meetings() {
    if (!flag(view_, "has_meetings")) return;
    chapter("audit_meetings", 60);
    for (const Json& one : view_.at("meetings").array()) {
        heading(text_at(one, "title"), 30);
        booklet_.plain(text_at(one, "minutes"));
        booklet_.plain(word("participants") + " " + text_at(one, "participants"), note);
    }
}

void AuditPages::signatures() {
    chapter("signatures", 110);
    constexpr double room = 30;
    booklet_.marks(view_.at("marks").array(), room);
    booklet_.plain(text_at(view_, "as_of"), note);
    booklet_.plain(text_at(view_, "journal") + " " + text_at(view_, "head"), note);
    booklet_.plain(word("audit_verify"), note);
}

}  // namespace cadran::report
