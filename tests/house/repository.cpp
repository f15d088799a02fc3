// SPDX-License-Identifier: Apache-2.0
#include "house/repository.h"

#include <algorithm>
#include <filesystem>
#include <stdexcept>

#include <boost/test/unit_test.hpp>

#include "base/file.h"
#include "base/text.h"

namespace cadran::house {

namespace fs = std::filesystem;

namespace {

const fs::path root = CADRAN_SOURCE_DIR;

}  // namespace

std::string text_of(std::string_view path) {
    auto text = read_file(root / path);
    if (!text) throw std::runtime_error("cannot read " + std::string(path));
    return std::move(*text);
}

// What a command makes there, and git ignores.
bool is_made(const fs::path& folder) {
    return folder.filename() == "out" || folder.filename() == "node_modules";
}

std::vector<Source> sources_below(const std::vector<std::string>& folders,
                                  const std::set<std::string>& extensions) {
    std::vector<Source> sources;
    for (const std::string& folder : folders) {
        if (!fs::exists(root / folder)) continue;
        for (auto entry = fs::recursive_directory_iterator(root / folder); entry != fs::end(entry); ++entry) {
            if (entry->is_directory() && is_made(entry->path())) entry.disable_recursion_pending();
            if (!entry->is_regular_file() || !extensions.contains(entry->path().extension().string()))
                continue;
            const std::string path = fs::relative(entry->path(), root).string();
            sources.push_back({path, text_of(path)});
        }
    }
    std::ranges::sort(sources, {}, &Source::path);
    return sources;
}

std::vector<std::string> folders_of_core() {
    std::vector<std::string> folders;
    for (const auto& entry : fs::directory_iterator(root / "core")) {
        if (entry.is_directory()) folders.push_back(entry.path().filename().string());
    }
    std::ranges::sort(folders);
    return folders;
}

std::string layer_of(std::string_view path) {
    const auto parts = split(path, '/');
    return parts.size() > 2 ? std::string(parts[1]) : "";
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (const std::string_view line : split(text, '\n')) lines.emplace_back(line);
    if (lines.back().empty()) lines.pop_back();
    return lines;
}

void report(const Breaches& breaches) {
    for (const std::string& breach : breaches) BOOST_ERROR(breach);
    BOOST_TEST(breaches.empty());
}

}  // namespace cadran::house
