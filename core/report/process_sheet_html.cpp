// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <fmt/format.h>

#include "base/resource.h"
#include "report/page_shell.h"
#include "report/page_template.h"
#include "report/sheet_words.h"
#include "report/view.h"

namespace cadran::report {

namespace {

Json fact(const SheetFact& fact) {
    return Json::Object{{"name", fact.name}, {"value", fact.value}};
}

Json list(const SheetList& list) {
    Json::Array items;
    for (const SheetItem& item : list.items)
        items.push_back(Json::Object{{"lead", unless_empty(item.lead)}, {"text", item.text}});
    return Json::Object{{"close", list.numbered ? "</ol>" : "</ul>"},
                        {"empty", list.items.empty()},
                        {"items", items},
                        {"nothing", list.nothing},
                        {"open", list.numbered ? "<ol>" : "<ul>"},
                        {"title", list.title}};
}

Json::Array lists(const std::vector<SheetList>& all) {
    Json::Array lists;
    for (const SheetList& one : all) lists.push_back(list(one));
    return lists;
}

// `very-low` for the style sheet.
std::string level_class(const SheetCell& cell) {
    if (!cell.severity) return "";
    std::string name(model::severity_name(*cell.severity));
    std::ranges::replace(name, ' ', '-');
    return "level " + name;
}

Json::Object cell(const SheetCell& cell) {
    return {{"level", level_class(cell)}, {"note", unless_empty(cell.note)}, {"text", cell.text}};
}

Json table(const SheetTable& table) {
    Json::Array heads;
    for (const SheetColumn& column : table.columns)
        heads.push_back(
            Json::Object{{"title", column.title}, {"width", fmt::format("{:.0f}%", column.share * 100)}});
    Json::Array rows;
    for (const std::vector<SheetCell>& cells : table.rows) {
        Json::Object row = cell(cells.front());
        Json::Array others;
        for (std::size_t i = 1; i < cells.size(); ++i) others.push_back(cell(cells[i]));
        row["cells"] = others;
        rows.push_back(row);
    }
    return Json::Object{{"empty", table.rows.empty()},
                        {"heads", heads},
                        {"nothing", table.nothing},
                        {"rows", rows},
                        {"title", table.title}};
}

Json column(const char* place, Json::Array lists) {
    return Json::Object{{"lists", std::move(lists)}, {"place", place}};
}

Json view_of(const SheetWords& words) {
    Json::Array facts, tables;
    for (const SheetFact& one : words.facts) facts.push_back(fact(one));
    for (const SheetTable& one : words.tables) tables.push_back(table(one));
    return Json::Object{
        {"columns", Json::Array{column("side", lists(words.before)),
                                column("centre", Json::Array{list(words.activities)}),
                                column("side", lists(words.after))}},
        {"digest", unless_empty(words.digest)},
        {"draft", unless_empty(words.draft)},
        {"edition", words.edition},
        {"end", fact(words.end)},
        {"facts", facts},
        {"lists", lists(words.lists)},
        {"organisation", words.organisation},
        {"origin", words.origin},
        {"purpose", fact(words.purpose)},
        {"start", fact(words.start)},
        {"state", words.draft.empty() ? "signed" : "draft"},
        {"subject", words.subject},
        {"tables", tables},
        {"title", words.title},
    };
}

}  // namespace

std::string process_sheet_html(const ProcessSheet& sheet, const Catalogue& catalogue) {
    const SheetWords words = sheet_words(sheet, catalogue);
    return page({.title = words.subject + ", " + words.title,
                 .style = std::string(resource("core/report/templates/review.css")) +
                          std::string(resource("core/report/templates/sheet.css")),
                 .appearance = sheet.appearance,
                 .simulated = sheet.simulated,
                 .body = filled(resource("core/report/templates/sheet.html.mustache"), view_of(words))},
                catalogue);
}

}  // namespace cadran::report
