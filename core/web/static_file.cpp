// SPDX-License-Identifier: Apache-2.0
#include "web/static_file.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/hash.h"
#include "base/resource.h"

namespace cadran::web {

namespace {

struct StaticFile {
    std::string_view name;
    std::string_view resource;
    std::string_view type;
    std::string address = {};  // with a part of its content's digest, so that it may be kept for ever
};

const std::array<StaticFile, 8>& static_files() {
    static const auto files = [] {
        std::array<StaticFile, 8> named{{
            {"style.css", "core/web/style.css", "text/css; charset=utf-8"},
            {"areas.css", "core/web/areas.css", "text/css; charset=utf-8"},
            {"errand.js", "core/web/script/errand.js", "text/javascript; charset=utf-8"},
            {"checklist.js", "core/web/script/checklist.js", "text/javascript; charset=utf-8"},
            {"worklist.js", "core/web/script/worklist.js", "text/javascript; charset=utf-8"},
            {"dial.svg", "core/web/dial.svg", "image/svg+xml"},
            {"replay.js", "core/web/script/replay.js", "text/javascript; charset=utf-8"},
            {"meeting.js", "core/web/script/meeting.js", "text/javascript; charset=utf-8"},
        }};
        for (StaticFile& file : named)
            file.address = fmt::format("{}{}-{}", static_folder,
                                       sha256(resource(file.resource)).hex().substr(0, 16), file.name);
        return named;
    }();
    return files;
}

}  // namespace

const std::string& static_address(std::string_view name) {
    const auto file = std::ranges::find(static_files(), name, &StaticFile::name);
    if (file == static_files().end()) throw std::out_of_range(std::string(name));
    return file->address;
}

Response static_file(const Request& request) {
    if (request.method != "GET" && request.method != "HEAD")
        return {.status = 405, .type = "text/plain; charset=utf-8", .body = "405\n"};
    const auto file = std::ranges::find(static_files(), request.path, &StaticFile::address);
    if (file == static_files().end())
        return {.status = 404, .type = "text/plain; charset=utf-8", .body = "404\n"};
    return {.type = std::string(file->type),
            .body = std::string(resource(file->resource)),
            .headers = {{"Cache-Control", "public, max-age=31536000, immutable"}}};
}

}  // namespace cadran::web
