// SPDX-License-Identifier: Apache-2.0
#include "report/section_table.h"

namespace cadran::report {

Json::Array text_or_none(const std::string& text) {
    return text.empty() ? Json::Array{} : Json::Array{text};
}

void SectionTable::column(std::string title, std::string kind) {
    columns_.push_back(Json::Object{{"kind", std::move(kind)}, {"title", std::move(title)}});
}

void SectionTable::group(std::string title) {
    pending_group_ = std::move(title);
}

void SectionTable::row(std::string head, std::vector<TableCell> cells, std::string detail) {
    if (!pending_group_.empty()) {
        lines_.push_back(Json::Object{{"cells", Json::Array{}},
                                      {"detail", Json::Array{}},
                                      {"group", true},
                                      {"head", pending_group_},
                                      {"span", std::to_string(columns_.size())}});
        pending_group_.clear();
    }
    Json::Array written;
    for (TableCell& cell : cells) {
        written.push_back(Json::Object{{"kind", std::move(cell.kind)},
                                       {"markup", std::move(cell.markup)},
                                       {"text", std::move(cell.text)}});
    }
    lines_.push_back(Json::Object{{"cells", written},
                                  {"detail", text_or_none(detail)},
                                  {"group", false},
                                  {"head", std::move(head)},
                                  {"span", ""}});
    ++rows_;
}

Json SectionTable::json() const {
    return Json::Object{{"caption", caption_}, {"columns", columns_}, {"rows", lines_}};
}

void SectionContent::figure(std::int64_t count, const Message& label, const Catalogue& catalogue,
                            const char* look) {
    const std::string value = catalogue.number(count);
    const std::string words = catalogue.text(label);
    // What did not happen is said in the figures, and in the line only where nothing else is.
    if (count != 0) headline += (headline.empty() ? "" : " · ") + value + " " + words;
    if (fallback.empty()) fallback = value + " " + words;
    figures.push_back(
        Json::Object{{"label", words}, {"look", count == 0 ? "plain" : look}, {"value", value}});
}

void SectionContent::table(const SectionTable& table) {
    if (!table.is_empty()) tables.push_back(table.json());
}

void SectionContent::note(std::string words) {
    notes.push_back(std::move(words));
}

}  // namespace cadran::report
