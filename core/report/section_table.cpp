// SPDX-License-Identifier: Apache-2.0
#include "report/section_table.h"

namespace cadran::report {

namespace {

Json texts(const std::string& text) {
    return text.empty() ? Json::Array{} : Json::Array{text};
}

}  // namespace

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
                                  {"detail", texts(detail)},
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
    figure(catalogue.number(count), catalogue.text(label), count == 0 ? "plain" : look);
}

void SectionContent::figure(std::string value, const std::string& label, const char* look) {
    headline += (headline.empty() ? "" : " · ") + value + " " + label;
    figures.push_back(Json::Object{{"label", label}, {"look", look}, {"value", std::move(value)}});
}

void SectionContent::table(const SectionTable& table) {
    if (!table.is_empty()) tables.push_back(table.json());
}

void SectionContent::note(std::string words) {
    notes.push_back(std::move(words));
}

}  // namespace cadran::report
