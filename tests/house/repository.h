// SPDX-License-Identifier: Apache-2.0
// The sources of this repository, to be looked over.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace cadran::house {

struct Source {
    std::string path;  // from the repository's root: `core/base/text.h`
    std::string text;
};

// What is said of breaches, a line each; empty where all is well.
using Breaches = std::vector<std::string>;

// The file at that path from the root; throws std::runtime_error where it cannot be read.
std::string text_of(std::string_view path);

// The files below these folders that end so, sorted by path. Folders called `out` hold what programs made.
std::vector<Source> sources_below(const std::vector<std::string>& folders,
                                  const std::set<std::string>& extensions);

// The names of the folders right below core/, sorted.
std::vector<std::string> folders_of_core();

// `base` for `core/base/text.h`; empty for what lies right below core/.
std::string layer_of(std::string_view path);

std::vector<std::string> lines_of(const std::string& text);

// Fails the running test with a line for each breach.
void report(const Breaches& breaches);

}  // namespace cadran::house
