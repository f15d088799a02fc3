// SPDX-License-Identifier: Apache-2.0
#include "web/meeting.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/text.h"
#include "report/view.h"
#include "report/words.h"
#include "web/frame.h"

namespace cadran::web {

namespace {

constexpr std::array meeting_labels{"web.agenda", "web.arrow_keys", "web.topics"};

struct FileType {
    std::string_view ending;
    std::string_view type;
};
constexpr std::array file_types{
    FileType{".csv", "text/csv; charset=utf-8"},
    FileType{".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    FileType{".html", "text/html; charset=utf-8"},
    FileType{".json", "application/json"},
    FileType{".pdf", "application/pdf"},
    FileType{".txt", "text/plain; charset=utf-8"},
    FileType{".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    FileType{".zip", "application/zip"},
};

Json topic_link(const Meeting& meeting, std::size_t topic) {
    return Json::Object{{"place", meeting.place_of(topic)}, {"title", meeting.topics[topic].title}};
}

}  // namespace

std::size_t Meeting::index_of(std::string_view id) const {
    return static_cast<std::size_t>(std::ranges::find(topics, id, &Topic::id) - topics.begin());
}

Json::Array agenda_rows(const Meeting& meeting, std::size_t current) {
    Json::Array rows;
    for (std::size_t i = 0; i < meeting.topics.size(); ++i) {
        const Topic& topic = meeting.topics[i];
        rows.push_back(Json::Object{{"current", i == current},
                                    {"essential", report::unless_empty(topic.essential)},
                                    {"phase", topic.phase},
                                    {"place", meeting.place_of(i)},
                                    {"title", topic.title}});
    }
    return rows;
}

std::string meeting_page(const Meeting& meeting, std::size_t topic, const std::string& faults,
                         const std::string& content, const Catalogue& catalogue) {
    const std::size_t count = meeting.topics.size();
    return filled_template(
        "meeting", Json::Object{{"content", content},
                                {"faults", faults},
                                {"heading", meeting.heading},
                                {"label", report::labels(meeting_labels, catalogue)},
                                {"next", topic + 1 < count ? topic_link(meeting, topic + 1) : Json(false)},
                                {"phase", meeting.topics[topic].phase},
                                {"place", meeting.place},
                                {"position", fmt::format("{} / {}", topic + 1, count)},
                                {"previous", topic > 0 ? topic_link(meeting, topic - 1) : Json(false)},
                                {"title", meeting.topics[topic].title},
                                {"topics", agenda_rows(meeting, topic)}});
}

Response pack_file(std::string_view name, std::string bytes) {
    const auto known =
        std::ranges::find_if(file_types, [&](const FileType& one) { return name.ends_with(one.ending); });
    const std::string_view type = known == file_types.end() ? "application/octet-stream" : known->type;
    if (!name.ends_with(".html")) return attachment(name.substr(name.rfind('/') + 1), type, std::move(bytes));
    // It brings its own style along and asks for nothing else.
    return {.type = std::string(type),
            .body = std::move(bytes),
            .headers = {{"Content-Security-Policy",
                         "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox; "
                         "frame-ancestors 'none'"}}};
}

}  // namespace cadran::web
