// SPDX-License-Identifier: Apache-2.0
#include "model/journal_entry.h"

#include <stdexcept>

namespace cadran::model {

namespace {

Json digest_json(const std::optional<Digest>& digest) {
    return digest ? Json(digest->hex()) : Json();
}

std::optional<Digest> digest_from(const Json& json) {
    if (json.is_null()) return {};
    const auto digest = Digest::from_hex(json.string());
    if (!digest) throw std::invalid_argument("not a digest");
    return digest;
}

}  // namespace

std::string JournalEntry::canonical_text() const {
    return Json(Json::Object{
                    {"act", act},
                    {"actor", actor},
                    {"after", digest_json(after)},
                    {"before", digest_json(before)},
                    {"channel", channel},
                    {"number", number},
                    {"previous", previous.hex()},
                    {"subject", subject},
                    {"time", iso_text(time)},
                })
        .canonical_text();
}

Result<JournalEntry> JournalEntry::parse(std::string_view canonical) {
    const Result<Json> json = Json::parse(canonical);
    if (!json) return tl::unexpected(json.error());
    try {
        JournalEntry entry;
        entry.number = json->at("number").integer();
        const auto time = parse_instant(json->at("time").string());
        if (!time) throw std::invalid_argument("not an instant");
        entry.time = *time;
        entry.actor = json->at("actor").string();
        entry.channel = json->at("channel").string();
        entry.act = json->at("act").string();
        entry.subject = json->at("subject").string();
        entry.before = digest_from(json->at("before"));
        entry.after = digest_from(json->at("after"));
        entry.previous = digest_from(json->at("previous")).value();
        return entry;
    } catch (const std::exception&) {
        return invalid(Message{"model.not_a_journal_entry"});
    }
}

}  // namespace cadran::model
