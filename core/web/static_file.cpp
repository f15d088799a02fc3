// SPDX-License-Identifier: Apache-2.0
#include "web/static_file.h"

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
};

constexpr std::array static_files{
    StaticFile{"style.css", "core/web/style.css", "text/css; charset=utf-8"},
    StaticFile{"areas.css", "core/web/areas.css", "text/css; charset=utf-8"},
    StaticFile{"errand.js", "core/web/script/errand.js", "text/javascript; charset=utf-8"},
    StaticFile{"checklist.js", "core/web/script/checklist.js", "text/javascript; charset=utf-8"},
    StaticFile{"worklist.js", "core/web/script/worklist.js", "text/javascript; charset=utf-8"},
    StaticFile{"dial.svg", "core/web/dial.svg", "image/svg+xml"},
    StaticFile{"replay.js", "core/web/script/replay.js", "text/javascript; charset=utf-8"},
    StaticFile{"meeting.js", "core/web/script/meeting.js", "text/javascript; charset=utf-8"},
};

std::string address_of(const StaticFile& file) {
    return fmt::format("{}{}-{}", static_folder, sha256(resource(file.resource)).hex().substr(0, 16),
                       file.name);
}

}  // namespace

std::string static_address(std::string_view name) {
    for (const StaticFile& file : static_files) {
        if (file.name == name) return address_of(file);
    }
    throw std::out_of_range(std::string(name));
}

Response static_file(const Request& request) {
    const bool reads = request.method == "GET" || request.method == "HEAD";
    for (const StaticFile& file : static_files) {
        if (!reads || address_of(file) != request.path) continue;
        return {.type = std::string(file.type),
                .body = std::string(resource(file.resource)),
                .headers = {{"Cache-Control", "public, max-age=31536000, immutable"}}};
    }
    return {.status = reads ? 404 : 405, .type = "text/plain; charset=utf-8", .body = "404\n"};
}

}  // namespace cadran::web
