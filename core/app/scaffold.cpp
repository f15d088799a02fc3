// SPDX-License-Identifier: Apache-2.0
#include "app/scaffold.h"

#include <stdlib.h>

#include <system_error>

#include "base/file.h"

namespace cadran::app {

namespace fs = std::filesystem;

namespace {

// `DIR/` names the same folder as `DIR`.
fs::path without_trailing_slash(const fs::path& place) {
    const fs::path normal = place.lexically_normal();
    return normal.has_filename() ? normal : normal.parent_path();
}

}  // namespace

Scaffold::Scaffold(const fs::path& place) : place_(without_trailing_slash(place)) {
    make_folder(place_.parent_path());
    std::string name = (place_.parent_path() / ".cadran-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr)
        throw std::system_error(errno, std::generic_category(), "create " + name);
    folder_ = name;
}

Scaffold::~Scaffold() {
    std::error_code ignored;
    if (!folder_.empty()) fs::remove_all(folder_, ignored);
}

void Scaffold::move_into_place() {
    move_folder(folder_, place_);
    folder_.clear();
}

}  // namespace cadran::app
