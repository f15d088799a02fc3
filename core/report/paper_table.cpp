// SPDX-License-Identifier: Apache-2.0
#include "report/paper_table.h"

#include <algorithm>
#include <numeric>

#include "report/view.h"

namespace cadran::report {

namespace {

using namespace print;

constexpr double narrow = 0.2;  // a column, of the line: what is said of its rows stands below them
constexpr double inset = 2 * padding + 2;
constexpr double picture_width = 52;
constexpr double widest_head = 90;
constexpr double endless = 10'000;

// What a column would take in one line, and what its longest word does.
struct Need {
    double whole = 0;
    double least = 0;
};

class TablePlacing {
  public:
    TablePlacing(PageSetter& setter, const Json& table, const PaperTable& look)
        : setter_(setter), table_(table), size_(look.size) {
        const std::size_t columns = table.at("columns").array().size();
        for (std::size_t i = 0; i < look.shares.size(); ++i) widths_.push_back(look.shares[i] * line_width);
        if (widths_.empty()) widths_ = fitted(columns);
        const bool is_narrow = widths_.front() < narrow * line_width;
        details_below_ = !look.shares.empty() && is_narrow;
    }

    void place() {
        PageSetter::Row heads;
        for (const Json& column : table_.at("columns").array()) {
            heads.push_back(set(heads.size(), {paragraph(text_at(column, "title"), head_look())}, "TH"));
            heads.back().ground = quiet;
        }
        std::vector<PageSetter::Row> rows;
        for (const Json& line : table_.at("rows").array()) {
            if (line.at("group").boolean())
                rows.push_back({group(text_at(line, "head"))});
            else
                add(rows, line);
        }
        setter_.table(heads, rows);
    }

  private:
    TextLook head_look() const { return {size_ - 0.1, true, muted}; }
    TextLook row_look() const { return {size_ + 0.8, true, ink}; }
    TextLook detail_look() const { return {size_ + 0.2, false, muted}; }
    TextLook cell_look(const std::string& kind) const {
        if (kind.ends_with("missed")) return {size_, true, alarm};
        if (kind.ends_with("met")) return {size_, true, accent};
        return {size_, false, ink};
    }

    bool is_number(std::size_t column) const {
        return text_at(table_.at("columns").array().at(column), "kind") == "number";
    }

    double width_of(const std::string& words, const TextLook& look) const {
        return setter_.paper().set({paragraph(words, look)}, endless).width() + inset + 0.5;
    }

    void need(Need& one, const std::string& words, const TextLook& look) const {
        one.whole = std::max(one.whole, width_of(words, look));
        for (std::size_t from = 0; from < words.size();) {
            const std::size_t to = std::min(words.find(' ', from), words.size());
            one.least = std::max(one.least, width_of(words.substr(from, to - from), look));
            from = to + 1;
        }
    }

    std::vector<Need> needs(std::size_t columns) const {
        std::vector<Need> needs(columns);
        for (std::size_t i = 0; i < columns; ++i) {
            Need head;
            need(head, text_at(table_.at("columns").array().at(i), "title"), head_look());
            needs[i] = {std::min(head.whole, widest_head), head.least};
        }
        for (const Json& line : table_.at("rows").array()) {
            if (line.at("group").boolean()) continue;
            need(needs.front(), text_at(line, "head"), row_look());
            for (const Json& detail : line.at("detail").array())
                need(needs.front(), detail.string(), detail_look());
            const Json::Array& cells = line.at("cells").array();
            for (std::size_t i = 0; i < cells.size(); ++i) {
                Need& one = needs.at(i + 1);
                need(one, text_at(cells[i], "text"), cell_look(text_at(cells[i], "kind")));
                if (is_number(i + 1))
                    one.least = std::max(one.least, width_of(text_at(cells[i], "text"), cell_look("met")));
                if (!text_at(cells[i], "markup").empty()) one.whole = one.least = picture_width + inset;
            }
        }
        return needs;
    }

    // As browsers do: what a column needs more than its longest word, it gets in proportion.
    std::vector<double> fitted(std::size_t columns) const {
        std::vector<Need> all = needs(columns);
        double whole = 0, least = 0;
        for (std::size_t i = 0; i < columns; ++i) {
            all[i].whole = std::max(all[i].least, std::min(all[i].whole, line_width / 2));
            whole += all[i].whole;
            least += all[i].least;
        }
        std::vector<double> widths;
        for (const Need& one : all) {
            if (least >= line_width)
                widths.push_back(one.least * line_width / least);
            else if (whole > line_width)
                widths.push_back(one.least +
                                 (one.whole - one.least) * (line_width - least) / (whole - least));
            else
                widths.push_back(one.whole);
        }
        widths.front() += line_width - std::accumulate(widths.begin(), widths.end(), 0.0);
        return widths;
    }

    PageSetter::Cell cell(const std::vector<Paragraph>& words, double x, double width,
                          const char* element) const {
        return {{x, 0, width, 0}, setter_.paper().set(words, width - inset), {}, {}, element};
    }

    PageSetter::Cell set(std::size_t column, std::vector<Paragraph> words, const char* element) const {
        double x = margin;
        for (std::size_t i = 0; i < column; ++i) x += widths_.at(i);
        if (is_number(column)) words.front().anchor = Anchor::end;
        return cell(words, x, widths_.at(column), element);
    }

    PageSetter::Cell group(const std::string& words) const {
        return cell({paragraph(words, setter_.in_accent(list_title))}, margin, line_width, "TH");
    }

    void add(std::vector<PageSetter::Row>& rows, const Json& line) const {
        std::vector<Paragraph> head{paragraph(text_at(line, "head"), row_look())}, below;
        for (const Json& detail : line.at("detail").array())
            (details_below_ ? below : head).push_back(paragraph(detail.string(), detail_look()));
        PageSetter::Row row{set(0, head, "TH")};
        for (const Json& one : line.at("cells").array()) {
            row.push_back(
                set(row.size(), {paragraph(text_at(one, "text"), cell_look(text_at(one, "kind")))}, "TD"));
            row.back().picture = text_at(one, "markup");
        }
        rows.push_back(std::move(row));
        if (!below.empty()) rows.push_back({cell(below, margin + 10, line_width - 10, "TD")});
    }

    PageSetter& setter_;
    const Json& table_;
    double size_;
    std::vector<double> widths_ = {};
    bool details_below_ = false;
};

}  // namespace

void place_table(PageSetter& setter, const Json& table, const PaperTable& look) {
    TablePlacing(setter, table, look).place();
}

}  // namespace cadran::report
