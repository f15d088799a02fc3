// SPDX-License-Identifier: Apache-2.0
#include "script/pattern_functions.h"

#include <limits>

#include <lua.hpp>

#include "script/pattern.h"
#include "script/sandbox.h"
#include "script/text_of.h"

namespace cadran::script {

namespace {

std::string_view text_at(lua_State* state, int index) {
    std::size_t size = 0;
    const char* bytes = lua_tolstring(state, index, &size);
    return {bytes, size};
}

std::string_view checked_text(lua_State* state, int index) {
    luaL_checktype(state, index, LUA_TSTRING);
    return text_at(state, index);
}

Pattern parsed(lua_State* state, std::string_view text) {
    Sandbox& sandbox = Sandbox::of(state);
    sandbox.charge(static_cast<std::int64_t>(text.size()) + 1);
    auto pattern = Pattern::parse(text);
    if (!pattern) {
        Message what = std::move(pattern.error().diagnostics.front().what);
        what.arguments.emplace_back("pattern", shown_text(text));
        sandbox.raise(std::move(what));
    }
    return std::move(*pattern);
}

Pattern::Spend spender(lua_State* state) {
    return [&sandbox = Sandbox::of(state)](std::int64_t steps) { sandbox.charge(steps); };
}

void push_capture(lua_State* state, std::string_view subject, const Pattern::Capture& capture) {
    if (capture.is_position) {
        lua_pushinteger(state, static_cast<lua_Integer>(capture.begin) + 1);
        return;
    }
    const std::string_view text = subject.substr(capture.begin, capture.end - capture.begin);
    Sandbox::of(state).charge_bytes(text.size());
    lua_pushlstring(state, text.data(), text.size());
}

// Pushes the captures; the whole match where there are none and it is wanted.
int push_captures(lua_State* state, std::string_view subject, const Pattern::Match& match,
                  bool whole_if_none) {
    luaL_checkstack(state, static_cast<int>(Pattern::greatest_captures), nullptr);
    if (match.capture_count == 0 && whole_if_none) {
        push_capture(state, subject, {match.begin, match.end, false});
        return 1;
    }
    for (std::size_t i = 0; i < match.capture_count; ++i) push_capture(state, subject, match.captures[i]);
    return static_cast<int>(match.capture_count);
}

// Where the third argument says that a search starts; none where that lies behind the end.
std::optional<std::size_t> start_argument(lua_State* state, std::size_t size) {
    const auto length = static_cast<lua_Integer>(size);
    lua_Integer start = luaL_optinteger(state, 3, 1);
    if (start < 0) start = start < -length ? 1 : length + start + 1;
    if (start == 0) start = 1;
    if (start > length + 1) return {};
    return static_cast<std::size_t>(start - 1);
}

int nothing(lua_State* state) {
    lua_pushnil(state);
    return 1;
}

int push_range(lua_State* state, std::size_t begin, std::size_t end) {
    lua_pushinteger(state, static_cast<lua_Integer>(begin) + 1);
    lua_pushinteger(state, static_cast<lua_Integer>(end));
    return 2;
}

int find_plain(lua_State* state, std::string_view subject, std::string_view wanted, std::size_t start) {
    // At worst every position is tried against the whole of what is wanted.
    Sandbox& sandbox = Sandbox::of(state);
    for (std::size_t at = start; at + wanted.size() <= subject.size(); ++at) {
        sandbox.charge_bytes(wanted.size());
        if (subject.substr(at, wanted.size()) == wanted) return push_range(state, at, at + wanted.size());
    }
    return nothing(state);
}

// Upvalues: subject, pattern, where the next search starts, end of the last match (-1 before the first).
int next_match(lua_State* state) {
    const std::string_view subject = text_at(state, lua_upvalueindex(1));
    const Pattern pattern = parsed(state, text_at(state, lua_upvalueindex(2)));
    const Pattern::Spend spend = spender(state);
    const lua_Integer last = lua_tointeger(state, lua_upvalueindex(4));
    auto start = static_cast<std::size_t>(lua_tointeger(state, lua_upvalueindex(3)));
    for (; start <= subject.size(); ++start) {
        const auto match = pattern.match_at(subject, start, spend);
        if (!match || static_cast<lua_Integer>(match->end) == last) continue;
        lua_pushinteger(state, static_cast<lua_Integer>(match->end));
        lua_copy(state, -1, lua_upvalueindex(3));
        lua_replace(state, lua_upvalueindex(4));
        return push_captures(state, subject, *match, true);
    }
    return 0;
}

// Appends the replacement text with its `%0` to `%9` filled in.
void append_replacement(lua_State* state, std::string& text, std::string_view subject,
                        const Pattern::Match& match) {
    const std::string_view replacement = text_at(state, 3);
    Sandbox::of(state).charge_bytes(replacement.size());
    for (std::size_t i = 0; i < replacement.size(); ++i) {
        if (replacement[i] != '%') {
            text += replacement[i];
            continue;
        }
        const char digit = ++i < replacement.size() ? replacement[i] : '\0';
        const auto index = static_cast<std::size_t>(digit - '1');
        if (digit == '%')
            text += '%';
        else if (digit == '0' || (digit == '1' && match.capture_count == 0))
            text += subject.substr(match.begin, match.end - match.begin);
        else if (digit >= '1' && digit <= '9' && index < match.capture_count) {
            push_capture(state, subject, match.captures[index]);
            text += text_at(state, -1);
            lua_pop(state, 1);
        } else {
            Sandbox::of(state).raise({"script.bad_replacement", {{"text", shown_text(replacement)}}});
        }
        Sandbox::of(state).bound_block(text.size());
    }
}

void append_substitute(lua_State* state, std::string& text, std::string_view subject,
                       const Pattern::Match& match) {
    const std::string_view original = subject.substr(match.begin, match.end - match.begin);
    const int type = lua_type(state, 3);
    if (type == LUA_TSTRING) return append_replacement(state, text, subject, match);
    if (type == LUA_TFUNCTION) {
        lua_pushvalue(state, 3);
        lua_call(state, push_captures(state, subject, match, true), 1);
    } else {
        push_capture(
            state, subject,
            match.capture_count > 0 ? match.captures[0] : Pattern::Capture{match.begin, match.end, false});
        lua_rawget(state, 3);
    }
    Sandbox::of(state).charge_bytes(original.size() + lua_rawlen(state, -1));
    if (lua_toboolean(state, -1) == 0)
        text += original;
    else if (lua_isstring(state, -1) != 0)
        text += text_of(state, -1);
    else
        Sandbox::of(state).raise({"script.bad_replacement", {{"text", shown_text(state, -1)}}});
    lua_pop(state, 1);
}

int searched(lua_State* state, bool with_range) {
    const std::string_view subject = checked_text(state, 1);
    const std::string_view text = checked_text(state, 2);
    const auto start = start_argument(state, subject.size());
    if (!start) return nothing(state);
    const bool is_plain =
        lua_toboolean(state, 4) != 0 || text.find_first_of("^$*+?.([%-") == std::string_view::npos;
    if (with_range && is_plain) return find_plain(state, subject, text, *start);
    const Pattern pattern = parsed(state, text);
    const auto match = pattern.find(subject, *start, spender(state));
    if (!match) return nothing(state);
    if (!with_range) return push_captures(state, subject, *match, true);
    push_range(state, match->begin, match->end);
    return 2 + push_captures(state, subject, *match, false);
}

}  // namespace

int find_pattern(lua_State* state) {
    return searched(state, true);
}

int match_pattern(lua_State* state) {
    return searched(state, false);
}

int all_matches(lua_State* state) {
    const std::string_view subject = checked_text(state, 1);
    parsed(state, checked_text(state, 2));
    const auto start = start_argument(state, subject.size());
    lua_settop(state, 2);
    lua_pushinteger(state, static_cast<lua_Integer>(start.value_or(subject.size() + 1)));
    lua_pushinteger(state, -1);
    lua_pushcclosure(state, &guarded<next_match>, 4);
    return 1;
}

int substitute(lua_State* state) {
    const std::string_view subject = checked_text(state, 1);
    const Pattern pattern = parsed(state, checked_text(state, 2));
    const int type = lua_type(state, 3);
    luaL_argcheck(state, type == LUA_TSTRING || type == LUA_TFUNCTION || type == LUA_TTABLE, 3,
                  "text, table or function expected");
    const lua_Integer most = luaL_optinteger(state, 4, std::numeric_limits<lua_Integer>::max());
    const Pattern::Spend spend = spender(state);
    std::string text;
    std::optional<std::size_t> last;
    lua_Integer count = 0;
    for (std::size_t at = 0; at <= subject.size();) {
        const auto match = count < most ? pattern.match_at(subject, at, spend) : std::nullopt;
        if (match && match->end != last) {
            ++count;
            append_substitute(state, text, subject, *match);
            last = at = match->end;
        } else {
            if (at < subject.size()) text += subject[at];
            ++at;
        }
        if (count == most || pattern.is_anchored()) {
            text += subject.substr(std::min(at, subject.size()));
            break;
        }
        Sandbox::of(state).bound_block(text.size());
    }
    Sandbox::of(state).charge_block(text.size());
    lua_pushlstring(state, text.data(), text.size());
    lua_pushinteger(state, count);
    return 2;
}

}  // namespace cadran::script
