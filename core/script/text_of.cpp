// SPDX-License-Identifier: Apache-2.0
#include "script/text_of.h"

#include <lua.hpp>

#include "base/text.h"
#include "script/values.h"

namespace cadran::script {

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
    while (end > 0 && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    return is_utf8(text.substr(0, end)) ? std::string(text.substr(0, end)) : "?";
}

std::optional<Message> nearest(std::string_view typed, std::span<const std::string> known) {
    const auto name = nearest_name(typed.substr(0, 200), known);
    if (!name) return {};
    return Message{"script.did_you_mean", {{"name", *name}}};
}

}  // namespace cadran::script
