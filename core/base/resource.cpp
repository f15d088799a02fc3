// SPDX-License-Identifier: Apache-2.0
#include "base/resource.h"

#include <algorithm>
#include <span>
#include <stdexcept>

#include "base/embedded.h"

namespace cadran {

std::string_view resource(std::string_view path) {
    const std::span<const EmbeddedFile> files = embedded_files();
    const auto found = std::ranges::lower_bound(files, path, {}, &EmbeddedFile::path);
    if (found == files.end() || found->path != path)
        throw std::out_of_range("not embedded: " + std::string(path));
    return {found->begin, static_cast<std::size_t>(found->end - found->begin)};
}

std::vector<std::string_view> resources_below(std::string_view folder) {
    std::vector<std::string_view> paths;
    for (const EmbeddedFile& file : embedded_files()) {
        if (file.path.starts_with(folder)) paths.push_back(file.path);
    }
    return paths;
}

}  // namespace cadran
