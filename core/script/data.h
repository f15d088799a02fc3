// SPDX-License-Identifier: Apache-2.0
// What a file declared, as data: Lua is out of it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cadran::script {

struct Member;

// A value of Lua; the member that belongs to its kind means something.
struct Data {
    enum class Kind { boolean, integer, number, text, table, function, other };

    Kind kind = Kind::other;
    bool boolean = false;
    std::int64_t integer = 0;
    std::string text;  // of kind number, its shortest decimal form; of kind other, the name of Lua's type
    // Of a table:
    std::string construct;  // the declaring function it was handed to (`money`); empty for a plain table
    std::string name;       // as in `money "amount" {…}`
    int line = 0;           // where that function was called
    std::vector<Data> items;
    std::vector<Member> members;  // by name

    const Data* find(std::string_view member) const;
};

struct Member {
    std::string name;
    Data value;
};

}  // namespace cadran::script
