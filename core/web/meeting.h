// SPDX-License-Identifier: Apache-2.0
// A review held in front of a screen: its agenda, and one topic a page.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/catalogue.h"
#include "base/json.h"
#include "web/response.h"

namespace cadran::web {

struct Topic {
    std::string id;  // last part of its address
    std::string title;
    std::string phase;      // of the PDCA wheel
    std::string essential;  // in a few words; may be empty
};

struct Meeting {
    std::string heading;  // the review
    std::string place;    // of its overview; topics stand beneath it
    std::vector<Topic> topics;

    // The index of that topic; past the end where there is none.
    std::size_t index_of(std::string_view id) const;
    std::string place_of(std::size_t topic) const { return place + "/" + topics[topic].id; }
};

// The agenda as the overview lists it: `place`, `title`, `essential`, `phase`, `current`.
Json::Array agenda_rows(const Meeting& meeting, std::size_t current);

// The page of a topic, with the way to the one before and the next.
std::string meeting_page(const Meeting& meeting, std::size_t topic, const std::string& faults,
                         const std::string& content, const Catalogue& catalogue);

// The script of these pages.
inline constexpr std::string_view meeting_script = "meeting.js";

// A file of a pack: pages to read are shown, all else is to keep.
Response pack_file(std::string_view name, std::string bytes);

}  // namespace cadran::web
