// SPDX-License-Identifier: Apache-2.0
// What the build generates: the table of embedded files, sorted by path. Only resource.cpp reads it.
#pragma once

#include <span>
#include <string_view>

namespace cadran {

struct EmbeddedFile {
    std::string_view path;
    const char* begin;
    const char* end;
};

std::span<const EmbeddedFile> embedded_files();

}  // namespace cadran
