// SPDX-License-Identifier: Apache-2.0
// Lua source as what means something in it: without comments and white space.
#pragma once

#include <string_view>
#include <vector>

namespace cadran::script {

// A name, a number, a string with its quotes, or one character of an operator.
struct CodeToken {
    std::string_view text;  // of the source, which must outlive it
    int line = 0;           // on which it begins, from 1
};

// Of source that Lua accepts; of any other, something.
std::vector<CodeToken> code_tokens(std::string_view source);

}  // namespace cadran::script
