// SPDX-License-Identifier: Apache-2.0
#include "script/text_of.h"

#include <lua.hpp>

#include "base/text.h"
#include "script/values.h"

namespace cadran::script {

namespace {

bool is_continuation(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

std::size_t length_of_character(std::string_view utf8) {
    std::size_t length = 1;
    while (length < utf8.size() && is_continuation(utf8[length])) ++length;
    return length;
}

// What makes a terminal obey, or text run the other way: the controls of Unicode, the marks of direction, the
// separators of lines.
bool steers(std::string_view character) {
    if (character.size() == 1) {
        const auto byte = static_cast<unsigned char>(character[0]);
        return byte < 0x20 || byte == 0x7F;
    }
    if (character.size() == 2)
        return (character >= "\xC2\x80" && character <= "\xC2\x9F") || character == "\xD8\x9C";
    return (character >= "\xE2\x80\xA8" && character <= "\xE2\x80\xAE") ||
           (character >= "\xE2\x80\x8E" && character <= "\xE2\x80\x8F") ||
           (character >= "\xE2\x81\xA6" && character <= "\xE2\x81\xA9");
}

}  // namespace

std::string text_of(lua_State* state, int index) {
    switch (lua_type(state, index)) {
        case LUA_TBOOLEAN: return lua_toboolean(state, index) != 0 ? "true" : "false";
        case LUA_TNUMBER:
            if (lua_isinteger(state, index) != 0) return std::to_string(lua_tointeger(state, index));
            lua_pushvalue(state, index);
            break;
        case LUA_TSTRING: lua_pushvalue(state, index); break;
        case LUA_TUSERDATA:
            if (const auto text = value_text(state, index)) return *text;
            return luaL_typename(state, index);
        default: return luaL_typename(state, index);
    }
    std::size_t size = 0;
    const char* bytes = lua_tolstring(state, -1, &size);
    std::string text(bytes, size);
    lua_pop(state, 1);
    return text;
}

std::string shown_text(lua_State* state, int index) {
    return shown_text(text_of(state, index));
}

std::string shown_text(std::string_view text) {
    constexpr std::size_t greatest = 500;
    std::size_t end = std::min(text.size(), greatest);
    while (end > 0 && end < text.size() && is_continuation(text[end])) --end;
    text = text.substr(0, end);
    if (!is_utf8(text)) return "?";
    std::string shown;
    while (!text.empty()) {
        const std::size_t size = length_of_character(text);
        const std::string_view character = text.substr(0, size);
        if (character == "\n" || character == "\r" || character == "\t")
            shown += ' ';
        else
            shown += steers(character) ? "?" : character;
        text.remove_prefix(size);
    }
    return shown;
}

bool steers_a_display(std::string_view text) {
    while (!text.empty()) {
        const std::size_t size = length_of_character(text);
        const std::string_view character = text.substr(0, size);
        if (character != "\n" && character != "\r" && character != "\t" && steers(character)) return true;
        text.remove_prefix(size);
    }
    return false;
}

std::optional<Message> nearest(std::string_view typed, std::span<const std::string> known) {
    constexpr std::size_t greatest_list = 500;  // what a plugin declares itself must not take for ever
    const auto name = nearest_name(typed.substr(0, 200), known.first(std::min(known.size(), greatest_list)));
    if (!name) return {};
    return Message{"script.did_you_mean", {{"name", *name}}};
}

}  // namespace cadran::script
