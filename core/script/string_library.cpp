// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <cstdio>

#include <lua.hpp>

#include "script/environment.h"
#include "script/library.h"
#include "script/pattern_functions.h"
#include "script/text_of.h"

namespace cadran::script {

namespace {

std::string_view text_argument(lua_State* state, int index) {
    luaL_checktype(state, index, LUA_TSTRING);
    std::size_t size = 0;
    const char* bytes = lua_tolstring(state, index, &size);
    Sandbox::of(state).charge_bytes(size);
    return {bytes, size};
}

int push(lua_State* state, std::string_view text) {
    lua_pushlstring(state, text.data(), text.size());
    return 1;
}

// A position as Lua counts it, from 1 or back from the end, as an offset that may lie outside of the text.
lua_Integer offset(lua_Integer position, std::size_t size) {
    const auto length = static_cast<lua_Integer>(size);
    if (position >= 0) return position - 1;
    return position < -length ? -1 : length + position;
}

// The part between two positions, both included.
std::string_view part(lua_State* state, std::string_view text, lua_Integer first, lua_Integer last) {
    const lua_Integer begin = std::max<lua_Integer>(0, offset(luaL_optinteger(state, 2, first), text.size()));
    const lua_Integer end = std::min(static_cast<lua_Integer>(text.size()),
                                     offset(luaL_optinteger(state, 3, last), text.size()) + 1);
    if (begin >= end) return {};
    return text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin));
}

int length(lua_State* state) {
    lua_pushinteger(state, static_cast<lua_Integer>(text_argument(state, 1).size()));
    return 1;
}

int sub(lua_State* state) {
    luaL_checkinteger(state, 2);
    return push(state, part(state, text_argument(state, 1), 1, -1));
}

int byte(lua_State* state) {
    const lua_Integer first = luaL_optinteger(state, 2, 1);
    const std::string_view bytes = part(state, text_argument(state, 1), first, first);
    luaL_checkstack(state, static_cast<int>(bytes.size()), "too many results");
    for (const char c : bytes) lua_pushinteger(state, static_cast<unsigned char>(c));
    return static_cast<int>(bytes.size());
}

int from_bytes(lua_State* state) {
    std::string text;
    for (int i = 1; i <= lua_gettop(state); ++i) {
        const lua_Integer value = luaL_checkinteger(state, i);
        luaL_argcheck(state, value >= 0 && value <= 255, i, "value out of range");
        text += static_cast<char>(value);
    }
    Sandbox::of(state).charge_block(16 * text.size());
    return push(state, text);
}

template <char (*changed)(char)>
int each_byte(lua_State* state) {
    std::string text(text_argument(state, 1));
    std::ranges::transform(text, text.begin(), changed);
    return push(state, text);
}

// Of ASCII only, whatever the locale.
char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}
char upper(char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
}

int reverse(lua_State* state) {
    std::string text(text_argument(state, 1));
    std::ranges::reverse(text);
    return push(state, text);
}

int repeat(lua_State* state) {
    const std::string_view text = text_argument(state, 1);
    const lua_Integer count = luaL_checkinteger(state, 2);
    const std::string_view separator = lua_isnoneornil(state, 3) ? "" : text_argument(state, 3);
    if (count <= 0) return push(state, "");
    const double size = static_cast<double>(count) * static_cast<double>(text.size() + separator.size());
    Sandbox::of(state).charge_block(size > 1e15 ? std::size_t{1} << 60 : static_cast<std::size_t>(size));
    const std::size_t wanted =
        static_cast<std::size_t>(count) * (text.size() + separator.size()) - separator.size();
    std::string whole;
    whole.reserve(wanted + separator.size());
    (whole += text) += separator;
    while (whole.size() < wanted) whole.append(whole, 0, wanted - whole.size());
    whole.resize(wanted);
    return push(state, whole);
}

// One `%-10.2f`: flags, width and precision of two digits at most, conversion.
struct Conversion {
    std::string flags;
    std::string precision;  // with its point
    char letter = '?';
};

// Reads what follows a `%`, and moves behind it.
Conversion conversion(std::string_view& format) {
    const auto take = [&format](std::string_view of, std::size_t greatest) {
        std::size_t count = 0;
        while (count < greatest && count < format.size() && of.find(format[count]) != std::string_view::npos)
            ++count;
        const std::string_view taken = format.substr(0, count);
        format.remove_prefix(count);
        return taken;
    };
    constexpr std::string_view digits = "0123456789";
    Conversion found;
    found.flags = take("-+ #0", 5);
    found.flags += take(digits, 2);
    if (format.starts_with('.')) {
        found.precision = take(".", 1);
        found.precision += take(digits, 2);
    }
    if (format.empty()) return found;
    found.letter = format.front();
    format.remove_prefix(1);
    return found;
}

template <typename Value>
std::string printed(const Conversion& conversion, const char* length, Value value) {
    const std::string format = "%" + conversion.flags + conversion.precision + length + conversion.letter;
    std::array<char, 512> buffer;  // the longest: 309 digits before the point, 99 behind it
    const int size = std::snprintf(buffer.data(), buffer.size(), format.c_str(), value);
    return std::string(buffer.data(), static_cast<std::size_t>(size));
}

std::string padded_text(const Conversion& conversion, std::string text) {
    if (!conversion.precision.empty()) {
        const std::string_view digits = std::string_view(conversion.precision).substr(1);
        text = text.substr(0, digits.empty() ? 0 : static_cast<std::size_t>(std::stoul(std::string(digits))));
    }
    const auto start = conversion.flags.find_first_of("123456789");
    const std::size_t width = start == std::string::npos ? 0 : std::stoul(conversion.flags.substr(start));
    if (text.size() >= width) return text;
    const std::string blanks(width - text.size(), ' ');
    return conversion.flags.starts_with('-') ? text + blanks : blanks + text;
}

std::string formatted(lua_State* state, const Conversion& conversion, int argument) {
    switch (conversion.letter) {
        case 'd':
        case 'i':
            return printed(conversion, "ll", static_cast<long long>(luaL_checkinteger(state, argument)));
        case 'x':
        case 'X':
        case 'o':
            return printed(conversion, "ll",
                           static_cast<unsigned long long>(luaL_checkinteger(state, argument)));
        case 'e':
        case 'E':
        case 'f':
        case 'g':
        case 'G': return printed(conversion, "", static_cast<double>(luaL_checknumber(state, argument)));
        case 'c': return std::string(1, static_cast<char>(luaL_checkinteger(state, argument)));
        case 's': luaL_checkany(state, argument); return padded_text(conversion, text_of(state, argument));
        default:
            Sandbox::of(state).raise({"script.bad_format", {{"letter", shown_text({&conversion.letter, 1})}}},
                                     Message{"script.formats_are"});
    }
}

int format(lua_State* state) {
    Sandbox& sandbox = Sandbox::of(state);
    std::string_view rest = text_argument(state, 1);
    std::string text;
    int argument = 1;
    while (!rest.empty()) {
        const std::size_t plain = std::min(rest.find('%'), rest.size());
        text += rest.substr(0, plain);
        rest.remove_prefix(plain);
        if (rest.starts_with("%%")) {
            text += '%';
            rest.remove_prefix(2);
        } else if (!rest.empty()) {
            rest.remove_prefix(1);
            const std::string piece = formatted(state, conversion(rest), ++argument);
            sandbox.charge_bytes(piece.size());
            text += piece;
        }
        sandbox.bound_block(text.size());
    }
    return push(state, text);
}

constexpr Entry string_entries[] = {
    {"byte", &guarded<byte>},
    {"char", &guarded<from_bytes>},
    {"find", &guarded<find_pattern>},
    {"format", &guarded<format>},
    {"gmatch", &guarded<all_matches>},
    {"gsub", &guarded<substitute>},
    {"len", &guarded<length>},
    {"lower", &guarded<each_byte<lower>>},
    {"match", &guarded<match_pattern>},
    {"rep", &guarded<repeat>},
    {"reverse", &guarded<reverse>},
    {"sub", &guarded<sub>},
    {"upper", &guarded<each_byte<upper>>},
};

}  // namespace

void push_string_library(lua_State* state) {
    push_functions(state, string_entries);
    lua_pushliteral(state, "");
    lua_createtable(state, 0, 1);
    lua_pushvalue(state, -3);
    lua_setfield(state, -2, "__index");
    lua_setmetatable(state, -2);
    lua_pop(state, 1);
    make_read_only(state);
}

}  // namespace cadran::script
