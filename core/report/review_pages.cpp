// SPDX-License-Identifier: Apache-2.0
#include "report/review_pages.h"

#include <algorithm>

#include <fmt/ranges.h>

namespace cadran::report {

namespace {

using namespace print;

constexpr TextLook chapter{13, true, ink};  // in the accent
constexpr TextLook title_of_article{9.8, true, ink};
constexpr TextLook body{8.6, false, ink};
constexpr double small_gap = 4;

constexpr Colour met{0.05, 0.38, 0.43};

const std::string& text(const Json& view, const char* name) {
    return view.at(name).string();
}

Colour colour_of(const std::string& verdict) {
    if (verdict == "met") return met;
    return verdict == "missed" ? alarm : muted;
}

PageEdges edges_of(const Json& view, const model::Appearance& appearance, bool simulated,
                   const Catalogue& catalogue) {
    return {.title = text(view, "process"),
            .subject = text(view, "subject"),
            .foot = {text(view, "organisation") + " – " + view.at("state").at("words").string(),
                     text(view, "as_of")},
            .simulation = simulated ? catalogue.text(Message{"report.simulation"}) : "",
            .appearance = appearance};
}

}  // namespace

ReviewPages::ReviewPages(const Json& view, const model::Appearance& appearance, bool simulated, Date date,
                         const Catalogue& catalogue, std::vector<ContentsLine> contents, int pages)
    : view_(view),
      catalogue_(catalogue),
      contents_(std::move(contents)),
      setter_({text(view, "title"), text(view, "organisation"), date},
              edges_of(view, appearance, simulated, catalogue), catalogue, pages) {}

int ReviewPages::lay_out() {
    setter_.open();
    title_block();
    contents();
    summary();
    process();
    indicators();
    proposals();
    controls();
    quality();
    nonconformities();
    risks();
    actions();
    conclusion();
    return setter_.close();
}

PageSetter::Cell ReviewPages::cell(const std::vector<TextRun>& runs, double x, double width, bool right,
                                   const char* element) const {
    return {{x, 0, width, 0},
            setter_.paper().set({{runs, 0, 0, right ? Anchor::end : Anchor::start}}, width - 2 * padding - 2),
            {},
            {},
            element};
}

void ReviewPages::title_block() {
    const double words_width = line_width - (setter_.has_logo() ? plate_width : 96);
    Row row{{{margin, 0, line_width, 0},
             setter_.paper().set({paragraph(text(view_, "organisation"), {9, true, setter_.on_accent()}),
                                  {{{text(view_, "process"), {20, true, white}}}, 0, 4},
                                  {{{text(view_, "subject"), {11, false, white}}}, 0, 4},
                                  {{{view_.at("state").at("words").string(), {9, true, white}}}, 0, 8}},
                                 words_width - 24),
             setter_.accent(),
             setter_.accent(),
             "H1"}};
    const double top = setter_.y();
    setter_.paper().fill({margin, top, line_width, 8}, setter_.accent());
    setter_.move_down(8);
    setter_.place(row, "Div");
    setter_.paper().fill({margin, setter_.y(), line_width, 8}, setter_.accent());
    setter_.move_down(8);
    setter_.plate({margin, top, line_width, setter_.y() - top});
    setter_.move_down(small_gap);
    setter_.text({{{{text(view_, "turn"), note}}, 0, 0, Anchor::end}});
    setter_.move_down(section_gap);
}

void ReviewPages::contents() {
    constexpr double number_width = 40;
    setter_.heading(catalogue_.text(Message{"report.contents"}), 40);
    setter_.paper().begin("TOC");
    for (const ContentsLine& line : contents_) {
        const Row row{cell({{line.title, body}}, margin, line_width - number_width, false, "Reference"),
                      cell({{std::to_string(line.page), body}}, margin + line_width - number_width,
                           number_width, true, "Reference")};
        setter_.paper().begin_link(std::max(1, line.page));
        setter_.place(row, "TOCI");
        setter_.paper().end_link();
        setter_.paper().fill({margin, setter_.y(), line_width, 0.5}, rule);
    }
    setter_.paper().end("TOC");
    setter_.move_down(2 * section_gap);
}

void ReviewPages::section(const std::string& title, double below) {
    const double height = setter_.paper().set({paragraph(title, chapter)}, line_width).height() + 3;
    setter_.keep_together(height + below);
    sections_.push_back({title, setter_.page()});
    section_ = setter_.paper().outline(title, 0, setter_.y());
    setter_.heading(title, below, setter_.in_accent(chapter));
    setter_.paper().fill({margin, setter_.y() - 1, line_width, 0.75}, setter_.accent());
    setter_.move_down(small_gap);
}

void ReviewPages::article(const std::string& title, double below) {
    const double height = setter_.paper().set({paragraph(title, title_of_article)}, line_width).height() + 3;
    setter_.keep_together(height + below);
    setter_.paper().outline(title, section_, setter_.y());
    setter_.heading(title, below, title_of_article, "H3");
}

void ReviewPages::label(const std::string& words, double below) {
    setter_.move_down(small_gap);
    setter_.heading(words, below, setter_.in_accent(list_title), "H4");
}

void ReviewPages::plain(const std::string& words, const TextLook& look) {
    setter_.text({paragraph(words, look)});
}

void ReviewPages::led(const std::string& lead, const std::string& words) {
    setter_.text({{{{lead + " ", strong}, {words, print::plain}}}});
}

void ReviewPages::lines(const Json& texts, const TextLook& look) {
    std::vector<Paragraph> paragraphs;
    for (const Json& one : texts.array()) paragraphs.push_back({{{"• " + one.string(), look}}, 6.7, 1.2});
    if (!paragraphs.empty()) setter_.text(paragraphs, "L");
}

void ReviewPages::picture(const std::string& svg, double share) {
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

void ReviewPages::table(const std::vector<Column>& columns, const Json::Array& rows) {
    Row heads;
    double x = margin;
    for (const Column& one : columns) {
        heads.push_back(cell({{word(one.label), column}}, x, one.share * line_width, one.right, "TH"));
        heads.back().ground = quiet;
        x += one.share * line_width;
    }
    std::vector<Row> body_rows;
    for (const Json& values : rows) {
        Row row;
        x = margin;
        for (const Column& one : columns) {
            const bool first = row.empty();
            row.push_back(cell({{values.at(one.value).string(), first ? strong : print::plain}}, x,
                               one.share * line_width, one.right, first ? "TH" : "TD"));
            x += one.share * line_width;
        }
        body_rows.push_back(std::move(row));
    }
    setter_.table(heads, body_rows);
    setter_.move_down(small_gap);
}

void ReviewPages::summary() {
    section(word("summary"), 60);
    constexpr double figure_width = 120;
    for (const Json& one : view_.at("indicators").array()) {
        const Colour colour = colour_of(text(one, "verdict"));
        std::vector<Paragraph> words{paragraph(text(one, "objective"), strong),
                                     paragraph(text(one, "sentence"), print::plain)};
        if (one.at("has_trend").boolean())
            words.push_back({{{word("trend") + " ", strong}, {text(one, "trend_in_a_line"), print::plain}}});
        const double width = line_width - figure_width;
        const Row row{{{margin, 0, figure_width, 0},
                       setter_.paper().set({{{{text(one, "sign") + " ", {14, true, colour}},
                                              {text(one, "figure"), {14, true, colour}}}},
                                            paragraph(text(one, "outcome"), {8, true, colour})},
                                           figure_width - 2 * padding - 6),
                       quiet,
                       colour,
                       "P"},
                      {{margin + figure_width, 0, width, 0},
                       setter_.paper().set(words, width - 2 * padding - 2),
                       quiet,
                       {},
                       "P"}};
        setter_.place(row, "Div");
        setter_.move_down(small_gap);
    }
    Json::Array sentences;
    for (const Json& control : view_.at("controls").array()) sentences.push_back(control.at("sentence"));
    lines(sentences);
    setter_.move_down(2 * section_gap);
}

void ReviewPages::process() {
    section(word("the_process"), 40);
    constexpr double name_width = 0.24 * line_width;
    for (const Json& fact : view_.at("facts").array()) {
        const Row row{
            cell({{text(fact, "name"), note}}, margin, name_width, false, "TH"),
            cell({{text(fact, "value"), body}}, margin + name_width, line_width - name_width, false, "TD")};
        setter_.place(row, "Div");
        setter_.paper().fill({margin, setter_.y(), line_width, 0.5}, rule);
    }
    sheet_changes();
    setter_.move_down(2 * section_gap);
}

void ReviewPages::sheet_changes() {
    label(word("sheet_changes"));
    if (!view_.at("has_sheet_changes").boolean()) plain(word("no_sheet_changes"), note);
    for (const Json& change : view_.at("sheet_changes").array()) {
        plain(text(change, "title"), strong);
        if (change.at("has_reason").boolean()) plain(text(change, "reason"), note);
        lines(change.at("changes"));
    }
    if (!view_.at("has_resources").boolean()) return;
    label(word("resources"));
    lines(view_.at("resources"));
}

void ReviewPages::proposals() {
    if (!view_.at("has_proposals").boolean()) return;
    section(word("proposals"), 60);
    plain(word("proposals_explained"), note);
    for (const Json& one : view_.at("proposals").array()) {
        setter_.move_down(small_gap);
        plain(text(one, "objective"), strong);
        plain(text(one, "words"));
    }
    setter_.move_down(2 * section_gap);
}

void ReviewPages::quality() {
    if (!view_.at("has_quality").boolean()) return;
    section(word("quality"), 40);
    plain(text(view_, "quality"));
    plain(word("quality_explained"), note);
    setter_.move_down(2 * section_gap);
}

void ReviewPages::nonconformities() {
    section(word("reviewed_nonconformities"), 60);
    const Json::Array& all = view_.at("nonconformities").array();
    if (all.empty())
        plain(word("no_nonconformities"), note);
    else
        table({{"nonconformity", "name", 0.27},
               {"reviewed_requirement", "requirement", 0.28},
               {"extent", "extent", 0.18},
               {"findings", "findings", 0.1, true},
               {"treatment", "treatment", 0.17}},
              all);
    setter_.move_down(2 * section_gap);
}

void ReviewPages::risks() {
    if (!view_.at("has_risks").boolean()) return;
    section(word("reviewed_risks"), 60);
    table({{"reviewed_risk", "title", 0.27},
           {"risk_kind", "kind", 0.12},
           {"risk_level", "level", 0.12},
           {"risk_course", "course", 0.15},
           {"risk_response", "response", 0.34}},
          view_.at("risks").array());
    setter_.move_down(2 * section_gap);
}

void ReviewPages::indicators() {
    const Json::Array& all = view_.at("indicators").array();
    section(word("indicators"), all.empty() ? 20 : 260);
    if (all.empty()) plain(word("no_indicators"), note);
    for (const Json& one : all) indicator(one);
    setter_.move_down(section_gap);
}

void ReviewPages::indicator(const Json& indicator) {
    article(text(indicator, "title"), 240);
    led(word("objective"), text(indicator, "objective"));
    setter_.move_down(small_gap);
    if (!indicator.at("measured").boolean()) {
        plain(word("not_measured_yet"), note);
        setter_.move_down(section_gap);
        return;
    }
    picture(text(indicator, "chart"), 1);
    if (indicator.at("has_trend").boolean()) {
        label(word("trend"));
        lines(indicator.at("trend"));
    }
    setter_.move_down(small_gap / 2);
    plain(text(indicator, "limits"), note);
    label(word("points"), 40);
    table({{"period", "period", 0.22},
           {"numerator", "numerator", 0.12, true},
           {"denominator", "denominator", 0.12, true},
           {"excluded", "excluded", 0.09, true},
           {"value", "value", 0.12, true},
           {"target", "target", 0.16},
           {"attainment", "attainment", 0.17}},
          indicator.at("points").array());
    plain(word("points_explained"), note);
    exceptions(indicator);
    label(word("origin"));
    lines(indicator.at("origins"), note);
    setter_.move_down(2 * section_gap);
}

void ReviewPages::exceptions(const Json& indicator) {
    label(word("exceptions"));
    if (!indicator.at("has_exceptions").boolean()) {
        plain(word("no_exceptions"), note);
        return;
    }
    for (const Json& period : indicator.at("exceptions").array()) {
        std::vector<std::string> keys;
        for (const Json& record : period.at("records").array())
            keys.push_back(text(record, "type") + " " + text(record, "key"));
        led(text(period, "period"), fmt::format("{}", fmt::join(keys, " · ")));
    }
}

void ReviewPages::controls() {
    const Json::Array& all = view_.at("controls").array();
    section(word("controls"), 120);
    if (all.empty()) plain(word("no_controls"), note);
    for (const Json& one : all) control(one);
    setter_.move_down(section_gap);
}

void ReviewPages::control(const Json& control) {
    article(text(control, "title"), 90);
    led(word("selects"), text(control, "population"));
    setter_.move_down(small_gap);
    const bool has_run = control.at("has_run").boolean();
    if (has_run) counts(control);
    for (const Json& warning : control.at("warnings").array())
        plain("▲ " + warning.string(), {8, true, alarm});
    if (has_run) {
        constexpr double bar_and_table = 130;
        label(word("decisions"), control.at("found").boolean() ? bar_and_table : 20);
        if (control.at("found").boolean()) {
            picture(text(control, "bar"), 0.9);
            table(
                {{"decision", "title", 0.6}, {"findings", "count", 0.2, true}, {"share", "share", 0.2, true}},
                control.at("decisions").array());
        } else {
            plain(word("no_findings"), note);
        }
    }
    label(word("origin"));
    lines(control.at("origins"), note);
    setter_.move_down(2 * section_gap);
}

void ReviewPages::counts(const Json& control) {
    const Json::Array& counts = control.at("counts").array();
    const double width = line_width / static_cast<double>(counts.size());
    Row heads, figures;
    double x = margin;
    for (const Json& one : counts) {
        heads.push_back(cell({{text(one, "name"), column}}, x, width, true, "TH"));
        heads.back().ground = quiet;
        figures.push_back(cell({{text(one, "count"), strong}}, x, width, true, "TD"));
        x += width;
    }
    setter_.keep_together(PageSetter::height_of(heads) + PageSetter::height_of(figures));
    setter_.table(heads, {figures});
    setter_.move_down(small_gap);
}

void ReviewPages::actions() {
    section(word("actions"), 60);
    if (!view_.at("has_actions").boolean()) {
        plain(word("no_actions"), note);
    } else {
        plain(text(view_, "actions_summary"), body);
        setter_.move_down(small_gap);
        Json::Array rows;
        for (const Json& action : view_.at("actions").array()) {
            Json::Object row = action.object();
            if (const std::string& overdue = text(action, "overdue"); !overdue.empty())
                row["due"] = text(action, "due") + " " + overdue;
            rows.push_back(row);
        }
        table({{"plan_reference", "name", 0.11},
               {"plan_action", "text", 0.39},
               {"plan_owner", "owner", 0.14},
               {"plan_due", "due", 0.13},
               {"plan_progress", "progress", 0.1, true},
               {"plan_state", "state", 0.13}},
              rows);
    }
    setter_.move_down(2 * section_gap);
}

void ReviewPages::conclusion() {
    section(word("conclusion"), 40);
    if (view_.at("concluded").boolean())
        plain(text(view_, "conclusion"), {9.4, false, ink});
    else
        plain(word("no_conclusion"), note);
    label(word("taken_decisions"));
    if (view_.at("has_decisions").boolean())
        lines(view_.at("decisions"));
    else
        plain(word("no_taken_decisions"), note);
    label(word("participants"));
    if (view_.at("participants").array().empty())
        plain(word("no_participants"), note);
    else
        lines(view_.at("participants"));
    signatures();
    provenance();
}

void ReviewPages::signatures() {
    label(word("signatures"), 50);
    const Json::Array& marks = view_.at("marks").array();
    const double width = line_width / static_cast<double>(marks.size());
    Row row;
    double x = margin;
    for (const Json& mark : marks) {
        const bool done = text(mark, "kind") == "done";
        row.push_back({{x, 0, width - 4, 0},
                       setter_.paper().set({paragraph(text(mark, "step"), setter_.in_accent(list_title)),
                                            paragraph(text(mark, "by"), done ? strong : note),
                                            paragraph(text(mark, "moment"), note)},
                                           width - 2 * padding - 10),
                       quiet,
                       done ? setter_.accent() : rule,
                       "P"});
        x += width;
    }
    setter_.place(row, "Div");
    setter_.move_down(section_gap);
}

void ReviewPages::provenance() {
    plain(text(view_, "as_of"), note);
    plain(text(view_, "journal") + " " + text(view_, "head"), note);
    plain(word("verify"), note);
}

}  // namespace cadran::report
