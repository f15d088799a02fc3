// SPDX-License-Identifier: Apache-2.0
#include "report/audit_pages.h"

#include <algorithm>

namespace cadran::report {

namespace {

using namespace print;

constexpr TextLook chapter_look{13, true, accent};
constexpr TextLook group_look{10, true, ink};
constexpr TextLook small{6.3, false, ink};
constexpr TextLook head_look{6.2, true, muted};
constexpr double small_gap = 4;
constexpr double lead_width = 104;
constexpr double narrow = 0.2;  // a column, of the line: what is said of its rows stands below them

const std::string& text(const Json& view, const char* name) {
    return view.at(name).string();
}

bool flag(const Json& view, const char* name) {
    return view.at(name).boolean();
}

PageEdges edges_of(const Json& view, const model::Appearance& appearance, bool simulated,
                   const Catalogue& catalogue) {
    const std::string& state = view.at("state").at("words").string();
    const bool provisional = flag(view, "provisional");
    return {.title = text(view, "auditee"),
            .subject = text(view, "subject"),
            .foot = {text(view, "organisation") + " – " + state, text(view, "as_of")},
            .draft = provisional ? state : "",
            .simulation = simulated ? catalogue.text(Message{"report.simulation"}) : "",
            .watermark = provisional ? text(view, "watermark") : "",
            .appearance = appearance};
}

// Of the bar beside a finding; the words say it too.
Colour colour_of(const std::string& level) {
    if (level == "very-low") return {0.75, 0.86, 0.87};
    if (level == "low") return {0.62, 0.8, 0.82};
    if (level == "medium") return {0.93, 0.8, 0.52};
    if (level == "high") return {0.78, 0.39, 0.24};
    if (level == "major") return {0.48, 0.15, 0.09};
    return accent;
}

TextLook cell_look(const std::string& kind) {
    if (kind.ends_with("missed")) return {small.size, true, alarm};
    if (kind == "met") return {small.size, true, accent};
    return small;
}

}  // namespace

AuditPages::AuditPages(const Json& view, const model::Appearance& appearance, bool simulated, Date date,
                       const Catalogue& catalogue, std::vector<Chapter> contents, int pages)
    : view_(view),
      catalogue_(catalogue),
      contents_(std::move(contents)),
      setter_({text(view, "title"), text(view, "organisation"), date},
              edges_of(view, appearance, simulated, catalogue), catalogue, pages) {}

int AuditPages::lay_out() {
    setter_.open();
    title_block();
    facts();
    contents();
    setter_.next_page();
    summary();
    findings();
    divergences();
    pieces();
    questions();
    calendar();
    meetings();
    signatures();
    return setter_.close();
}

PageSetter::Cell AuditPages::cell(std::vector<Paragraph> words, double x, double width,
                                  const char* element) const {
    return {{x, 0, width, 0}, setter_.paper().set(words, width - 2 * padding - 2), {}, {}, element};
}

void AuditPages::title_block() {
    const Colour on_band = white;
    PageSetter::Cell block = cell({paragraph(text(view_, "organisation"), {10, true, soft}),
                                   {{{text(view_, "auditee"), {24, true, on_band}}}, 0, 10},
                                   {{{text(view_, "subject"), {12, false, on_band}}}, 0, 6},
                                   {{{view_.at("state").at("words").string(), {10, true, on_band}}}, 0, 12}},
                                  margin, line_width - 10, "H1");
    block.place.width = line_width;
    block.ground = block.edge = accent;
    for (const bool above : {true, false}) {
        if (!above) setter_.place({block}, "Div");
        setter_.paper().fill({margin, setter_.y() - 0.5, line_width, 15}, accent);
        setter_.move_down(14);
    }
    setter_.move_down(2 * section_gap);
}

void AuditPages::facts() {
    Json::Array lines;
    for (const Json& fact : view_.at("facts").array())
        lines.push_back(Json::Object{{"lead", fact.at("name")}, {"words", fact.at("value")}});
    place(said(lines, margin));
    setter_.move_down(small_gap);
    plain(text(view_, "method"), note);
    setter_.move_down(2 * section_gap);
}

void AuditPages::contents() {
    constexpr double number_width = 40;
    constexpr TextLook look{9, false, ink};
    setter_.heading(word("contents"), 40, chapter_look);
    setter_.paper().begin("TOC");
    for (const Chapter& one : contents_) {
        setter_.paper().begin_link(std::max(1, one.page));
        setter_.place({cell({paragraph(one.title, look)}, margin, line_width - number_width, "Reference"),
                       cell({{{{std::to_string(one.page), look}}, 0, 0, Anchor::end}},
                            margin + line_width - number_width, number_width, "Reference")},
                      "TOCI");
        setter_.paper().end_link();
        setter_.paper().fill({margin, setter_.y(), line_width, 0.5}, rule);
    }
    setter_.paper().end("TOC");
}

void AuditPages::chapter(const char* label, double below) {
    const std::string& title = word(label);
    if (!chapters_.empty()) setter_.move_down(2 * section_gap);
    setter_.keep_together(20 + below);
    chapters_.push_back({title, setter_.page()});
    chapter_ = setter_.paper().outline(title, 0, setter_.y());
    setter_.heading(title, below, chapter_look);
    setter_.paper().fill({margin, setter_.y() - 1, line_width, 0.75}, accent);
    setter_.move_down(small_gap);
}

void AuditPages::heading(const std::string& words, double below) {
    setter_.move_down(small_gap);
    setter_.keep_together(16 + below);
    setter_.paper().outline(words, chapter_, setter_.y());
    setter_.heading(words, below, group_look, "H3");
}

void AuditPages::plain(const std::string& words, const TextLook& look) {
    setter_.text({paragraph(words, look)});
}

std::vector<PageSetter::Row> AuditPages::said(const Json::Array& lines, double left) const {
    const double width = print::width - margin - left - lead_width;
    std::vector<Row> rows;
    for (const Json& line : lines)
        rows.push_back(
            {cell({paragraph(text(line, "lead"), note)}, left, lead_width, "TH"),
             cell({paragraph(text(line, "words"), print::plain)}, left + lead_width, width, "TD")});
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
    PageSetter::Cell head = cell({{{{text(finding, "name") + "  ", {9, true, accent}},
                                    {text(finding, "title"), strong},
                                    {badges, {8, true, alarm}},
                                    {"   " + text(finding, "state"), note}}},
                                  {{{text(finding, "text"), {9, true, ink}}}, 0, 2}},
                                 margin, line_width - 10, "P");
    under(std::move(head), colour_of(text(finding, "level")), finding.at("lines").array());
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
    const std::string& picture = text(view_, "distribution");
    const auto size = size_of_picture(picture);
    if (!size || size->x <= 0) return;
    const double wide = 0.8 * line_width;
    const double high = wide * size->y / size->x;
    setter_.paper().begin("Figure");
    setter_.paper().picture(picture, {margin, setter_.y(), wide, high});
    setter_.paper().end("Figure");
    setter_.move_down(high + small_gap);
}

void AuditPages::findings() {
    chapter("audit_strengths", 40);
    if (!flag(view_, "has_strengths")) plain(word("audit_no_strengths"), note);
    for (const Json& one : view_.at("strengths").array()) statement(one);
    chapter("audit_findings", 90);
    if (!flag(view_, "has_findings")) plain(word("audit_no_findings"), note);
    for (const Json& group : view_.at("groups").array()) {
        heading(text(group, "title"), 70);
        for (const Json& one : group.at("findings").array()) statement(one);
    }
}

void AuditPages::divergences() {
    chapter("audit_divergences", 60);
    plain(word(flag(view_, "has_divergences") ? "audit_divergences_explained" : "audit_no_divergences"),
          note);
    setter_.move_down(small_gap);
    for (const Json& one : view_.at("divergences").array()) statement(one);
    if (!flag(view_, "has_withdrawn")) return;
    heading(word("audit_withdrawn"), 60);
    for (const Json& one : view_.at("withdrawn").array()) statement(one);
}

void AuditPages::table(const Json& table, const std::vector<double>& shares) {
    const auto place_of = [&](std::size_t column) {
        double x = margin;
        for (std::size_t i = 0; i < column; ++i) x += shares.at(i) * line_width;
        return Box{x, 0, shares.at(column) * line_width, 0};
    };
    const auto set = [&](std::size_t column, std::vector<Paragraph> words, const char* element) {
        const Box place = place_of(column);
        const std::string& kind = table.at("columns").array().at(column).at("kind").string();
        if (kind == "number") words.front().anchor = Anchor::end;
        return cell(std::move(words), place.x, place.width, element);
    };
    Row heads;
    for (const Json& column : table.at("columns").array()) {
        heads.push_back(set(heads.size(), {paragraph(text(column, "title"), head_look)}, "TH"));
        heads.back().ground = quiet;
    }
    std::vector<Row> rows;
    for (const Json& line : table.at("rows").array()) {
        if (flag(line, "group")) {
            rows.push_back({cell({paragraph(text(line, "head"), list_title)}, margin, line_width, "TH")});
            continue;
        }
        std::vector<Paragraph> head{paragraph(text(line, "head"), {7.4, true, ink})}, below;
        for (const Json& detail : line.at("detail").array())
            (shares.front() < narrow ? below : head)
                .push_back(paragraph(detail.string(), {6.8, false, muted}));
        Row row{set(0, head, "TH")};
        for (const Json& one : line.at("cells").array())
            row.push_back(
                set(row.size(), {paragraph(text(one, "text"), cell_look(text(one, "kind")))}, "TD"));
        rows.push_back(std::move(row));
        if (!below.empty()) rows.push_back({cell(below, margin + 10, line_width - 10, "TD")});
    }
    setter_.table(heads, rows);
    setter_.move_down(small_gap);
}

void AuditPages::pieces() {
    chapter("audit_pieces", 60);
    if (!flag(view_, "has_pieces")) plain(word("audit_no_pieces"), note);
    for (const Json& one : view_.at("pieces").array()) {
        constexpr double fixed = 0.16 + 2 * 0.09 + 0.055 + 0.065 + 0.085;
        const std::size_t criteria = one.at("columns").array().size() - 6;
        std::vector<double> shares{0.16, 0.09, 0.09, 0.055, 0.065, 0.085};
        shares.insert(shares.end(), criteria,
                      (1 - fixed) / static_cast<double>(std::max<std::size_t>(1, criteria)));
        table(one, shares);
        plain(word("audit_signs_explained"), note);
    }
}

void AuditPages::questions() {
    chapter("audit_questions", 60);
    if (!flag(view_, "has_questions")) plain(word("audit_no_questions"), note);
    for (const Json& domain : view_.at("domains").array()) {
        heading(text(domain, "title"), 60);
        for (const Json& question : domain.at("questions").array()) {
            const std::string& look = text(question, "look");
            const Colour colour = look == "missed" ? alarm : look == "met" ? accent : muted;
            PageSetter::Cell head = cell({{{{text(question, "title") + "   ", {8.6, true, ink}},
                                            {text(question, "conformity"), {8, true, colour}}}}},
                                         margin, line_width - 10, "P");
            under(std::move(head), colour, question.at("lines").array());
            setter_.move_down(small_gap);
        }
    }
}

void AuditPages::calendar() {
    chapter("audit_calendar", 60);
    if (!flag(view_, "has_calendar")) plain(word("audit_no_calendar"), note);
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
        heading(text(one, "title"), 30);
        plain(text(one, "minutes"));
        plain(word("participants") + " " + text(one, "participants"), note);
    }
}

void AuditPages::signatures() {
    chapter("signatures", 110);
    const Json::Array& marks = view_.at("marks").array();
    const double wide = line_width / static_cast<double>(marks.size());
    Row row;
    double x = margin;
    for (const Json& mark : marks) {
        const bool done = text(mark, "kind") == "done";
        row.push_back(cell({paragraph(text(mark, "step"), list_title),
                            paragraph(text(mark, "by"), done ? strong : note),
                            paragraph(text(mark, "moment"), note),
                            {{{" ", {30, false, ink}}}}},
                           x, wide - 12, "P"));
        row.back().place.width = wide - 4;
        row.back().ground = quiet;
        row.back().edge = done ? accent : rule;
        x += wide;
    }
    setter_.place(row, "Div");
    setter_.move_down(section_gap);
    plain(text(view_, "as_of"), note);
    plain(text(view_, "journal") + " " + text(view_, "head"), note);
    plain(word("audit_verify"), note);
}

}  // namespace cadran::report
