// SPDX-License-Identifier: Apache-2.0
#include "report/review_pages.h"

#include <algorithm>

#include <fmt/ranges.h>

#include "report/view.h"

namespace cadran::report {

namespace {

using namespace print;

constexpr Colour met{0.05, 0.38, 0.43};

Colour colour_of_verdict(const std::string& verdict) {
    if (verdict == "met") return met;
    return verdict == "missed" ? alarm : muted;
}

}  // namespace

ReviewPages::ReviewPages(const Json& view, Booklet& booklet)
    : view_(view), booklet_(booklet), setter_(booklet.setter()) {}

void ReviewPages::lay_out() {
    title();
    booklet_.contents();
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
}

void ReviewPages::title() {
    booklet_.title({.organisation = text_at(view_, "organisation"),
                    .name = text_at(view_, "process"),
                    .subject = text_at(view_, "subject"),
                    .state = view_.at("state").at("words").string()});
    setter_.text({{{{text_at(view_, "turn"), note}}, 0, 0, Anchor::end}});
    setter_.move_down(section_gap);
}

void ReviewPages::led(const std::string& lead, const std::string& words) {
    setter_.text({{{{lead + " ", strong}, {words, print::plain}}}});
}

void ReviewPages::table(const std::vector<Column>& columns, const Json::Array& rows) {
    Row heads;
    double x = margin;
    for (const Column& one : columns) {
        heads.push_back(
            booklet_.cell({{word(one.label), column}}, x, one.share * line_width, one.right, "TH"));
        heads.back().ground = quiet;
        x += one.share * line_width;
    }
    std::vector<Row> body_rows;
    for (const Json& values : rows) {
        Row row;
        x = margin;
        for (const Column& one : columns) {
            const bool first = row.empty();
            row.push_back(booklet_.cell({{values.at(one.value).string(), first ? strong : print::plain}}, x,
                                        one.share * line_width, one.right, first ? "TH" : "TD"));
            x += one.share * line_width;
        }
        body_rows.push_back(std::move(row));
    }
    setter_.table(heads, body_rows);
    setter_.move_down(small_gap);
}

void ReviewPages::summary() {
    booklet_.chapter(word("summary"), 60);
    constexpr double figure_width = 120;
    for (const Json& one : view_.at("indicators").array()) {
        const Colour colour = colour_of_verdict(text_at(one, "verdict"));
        std::vector<Paragraph> words{paragraph(text_at(one, "objective"), strong),
                                     paragraph(text_at(one, "sentence"), print::plain)};
        if (one.at("has_trend").boolean())
            words.push_back(
                {{{word("trend") + " ", strong}, {text_at(one, "trend_in_a_line"), print::plain}}});
        const double width = line_width - figure_width;
        const Row row{{{margin, 0, figure_width, 0},
                       setter_.paper().set({{{{text_at(one, "sign") + " ", {14, true, colour}},
                                              {text_at(one, "figure"), {14, true, colour}}}},
                                            paragraph(text_at(one, "outcome"), {8, true, colour})},
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
    booklet_.lines(sentences);
}

void ReviewPages::process() {
    booklet_.chapter(word("the_process"), 40);
    constexpr double name_width = 0.24 * line_width;
    for (const Json& fact : view_.at("facts").array()) {
        const Row row{booklet_.cell({{text_at(fact, "name"), note}}, margin, name_width, false, "TH"),
                      booklet_.cell({{text_at(fact, "value"), body}}, margin + name_width,
                                    line_width - name_width, false, "TD")};
        setter_.place(row, "Div");
        setter_.paper().fill({margin, setter_.y(), line_width, 0.5}, rule);
    }
    sheet_changes();
}

void ReviewPages::sheet_changes() {
    booklet_.label(word("sheet_changes"));
    if (!view_.at("has_sheet_changes").boolean()) booklet_.plain(word("no_sheet_changes"), note);
    for (const Json& change : view_.at("sheet_changes").array()) {
        booklet_.plain(text_at(change, "title"), strong);
        if (change.at("has_reason").boolean()) booklet_.plain(text_at(change, "reason"), note);
        booklet_.lines(change.at("changes"));
    }
    if (!view_.at("has_resources").boolean()) return;
    booklet_.label(word("resources"));
    booklet_.lines(view_.at("resources"));
}

void ReviewPages::proposals() {
    if (!view_.at("has_proposals").boolean()) return;
    booklet_.chapter(word("proposals"), 60);
    booklet_.plain(word("proposals_explained"), note);
    for (const Json& one : view_.at("proposals").array()) {
        setter_.move_down(small_gap);
        booklet_.plain(text_at(one, "objective"), strong);
        booklet_.plain(text_at(one, "words"));
    }
}

void ReviewPages::quality() {
    if (!view_.at("has_quality").boolean()) return;
    booklet_.chapter(word("quality"), 40);
    booklet_.plain(text_at(view_, "quality"));
    booklet_.plain(word("quality_explained"), note);
}

void ReviewPages::nonconformities() {
    booklet_.chapter(word("reviewed_nonconformities"), 60);
    const Json::Array& all = view_.at("nonconformities").array();
    if (all.empty())
        booklet_.plain(word("no_nonconformities"), note);
    else
        table({{"nonconformity", "name", 0.27},
               {"reviewed_requirement", "requirement", 0.28},
               {"extent", "extent", 0.18},
               {"findings", "findings", 0.1, true},
               {"treatment", "treatment", 0.17}},
              all);
}

void ReviewPages::risks() {
    if (!view_.at("has_risks").boolean()) return;
    booklet_.chapter(word("reviewed_risks"), 60);
    table({{"reviewed_risk", "title", 0.27},
           {"risk_kind", "kind", 0.12},
           {"risk_level", "level", 0.12},
           {"risk_course", "course", 0.15},
           {"risk_response", "response", 0.34}},
          view_.at("risks").array());
}

void ReviewPages::indicators() {
    const Json::Array& all = view_.at("indicators").array();
    booklet_.chapter(word("indicators"), all.empty() ? 20 : 260);
    if (all.empty()) booklet_.plain(word("no_indicators"), note);
    for (const Json& one : all) indicator(one);
}

void ReviewPages::indicator(const Json& indicator) {
    booklet_.article(text_at(indicator, "title"), 240);
    led(word("objective"), text_at(indicator, "objective"));
    setter_.move_down(small_gap);
    if (!indicator.at("measured").boolean()) {
        booklet_.plain(word("not_measured_yet"), note);
        setter_.move_down(section_gap);
        return;
    }
    booklet_.picture(text_at(indicator, "chart"), 1);
    if (indicator.at("has_trend").boolean()) {
        booklet_.label(word("trend"));
        booklet_.lines(indicator.at("trend"));
    }
    setter_.move_down(small_gap / 2);
    booklet_.plain(text_at(indicator, "limits"), note);
    booklet_.label(word("points"), 40);
    table({{"period", "period", 0.22},
           {"numerator", "numerator", 0.12, true},
           {"denominator", "denominator", 0.12, true},
           {"excluded", "excluded", 0.09, true},
           {"value", "value", 0.12, true},
           {"target", "target", 0.16},
           {"attainment", "attainment", 0.17}},
          indicator.at("points").array());
    booklet_.plain(word("points_explained"), note);
    exceptions(indicator);
    booklet_.label(word("origin"));
    booklet_.lines(indicator.at("origins"), note);
    setter_.move_down(2 * section_gap);
}

void ReviewPages::exceptions(const Json& indicator) {
    booklet_.label(word("exceptions"));
    if (!indicator.at("has_exceptions").boolean()) {
        booklet_.plain(word("no_exceptions"), note);
        return;
    }
    for (const Json& period : indicator.at("exceptions").array()) {
        std::vector<std::string> keys;
        for (const Json& record : period.at("records").array())
            keys.push_back(text_at(record, "type") + " " + text_at(record, "key"));
        led(text_at(period, "period"), fmt::format("{}", fmt::join(keys, " · ")));
    }
}

void ReviewPages::controls() {
    const Json::Array& all = view_.at("controls").array();
    booklet_.chapter(word("controls"), 120);
    if (all.empty()) booklet_.plain(word("no_controls"), note);
    for (const Json& one : all) control(one);
}

void ReviewPages::control(const Json& control) {
    booklet_.article(text_at(control, "title"), 90);
    led(word("selects"), text_at(control, "population"));
    setter_.move_down(small_gap);
    const bool has_run = control.at("has_run").boolean();
    if (has_run) counts(control);
    for (const Json& warning : control.at("warnings").array())
        booklet_.plain("▲ " + warning.string(), {8, true, alarm});
    if (has_run) {
        constexpr double bar_and_table = 130;
        booklet_.label(word("decisions"), control.at("found").boolean() ? bar_and_table : 20);
        if (control.at("found").boolean()) {
            booklet_.picture(text_at(control, "bar"), 0.9);
            table(
                {{"decision", "title", 0.6}, {"findings", "count", 0.2, true}, {"share", "share", 0.2, true}},
                control.at("decisions").array());
        } else {
            booklet_.plain(word("no_findings"), note);
        }
    }
    booklet_.label(word("origin"));
    booklet_.lines(control.at("origins"), note);
    setter_.move_down(2 * section_gap);
}

void ReviewPages::counts(const Json& control) {
    const Json::Array& counts = control.at("counts").array();
    const double width = line_width / static_cast<double>(counts.size());
    Row heads, figures;
    double x = margin;
    for (const Json& one : counts) {
        heads.push_back(booklet_.cell({{text_at(one, "name"), column}}, x, width, true, "TH"));
        heads.back().ground = quiet;
        figures.push_back(booklet_.cell({{text_at(one, "count"), strong}}, x, width, true, "TD"));
        x += width;
    }
    setter_.keep_together(PageSetter::height_of(heads) + PageSetter::height_of(figures));
    setter_.table(heads, {figures});
    setter_.move_down(small_gap);
}

void ReviewPages::actions() {
    booklet_.chapter(word("actions"), 60);
    if (!view_.at("has_actions").boolean()) {
        booklet_.plain(word("no_actions"), note);
    } else {
        booklet_.plain(text_at(view_, "actions_summary"), body);
        setter_.move_down(small_gap);
        Json::Array rows;
        for (const Json& action : view_.at("actions").array()) {
            Json::Object row = action.object();
            if (const std::string& overdue = text_at(action, "overdue"); !overdue.empty())
                row["due"] = text_at(action, "due") + " " + overdue;
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
}

void ReviewPages::conclusion() {
    booklet_.chapter(word("conclusion"), 40);
    if (view_.at("concluded").boolean())
        booklet_.plain(text_at(view_, "conclusion"), {9.4, false, ink});
    else
        booklet_.plain(word("no_conclusion"), note);
    booklet_.label(word("taken_decisions"));
    if (view_.at("has_decisions").boolean())
        booklet_.lines(view_.at("decisions"));
    else
        booklet_.plain(word("no_taken_decisions"), note);
    booklet_.label(word("participants"));
    if (view_.at("participants").array().empty())
        booklet_.plain(word("no_participants"), note);
    else
        booklet_.lines(view_.at("participants"));
    signatures();
    provenance();
}

void ReviewPages::signatures() {
    booklet_.label(word("signatures"), 50);
    booklet_.marks(view_.at("marks").array());
}

void ReviewPages::provenance() {
    booklet_.plain(text_at(view_, "as_of"), note);
    booklet_.plain(text_at(view_, "journal") + " " + text_at(view_, "head"), note);
    booklet_.plain(word("verify"), note);
}

}  // namespace cadran::report
