// SPDX-License-Identifier: Apache-2.0
#include "script/pattern.h"

#include <rapidcheck.h>
#include <boost/test/unit_test.hpp>
#include <lua5.4/lua.hpp>

using namespace cadran;
using namespace cadran::script;

namespace {

const Pattern::Spend free_of_charge = [](std::int64_t) {};

// The first match and its captures as text; empty where there is none, `?` where the pattern is malformed.
std::string found(const std::string& subject, const std::string& text) {
    const auto pattern = Pattern::parse(text);
    if (!pattern) return "?";
    const auto match = pattern->find(subject, 0, free_of_charge);
    if (!match) return "";
    std::string result = std::to_string(match->begin + 1) + "-" + std::to_string(match->end);
    for (std::size_t i = 0; i < match->capture_count; ++i) {
        const Pattern::Capture& capture = match->captures[i];
        result += "|" + (capture.is_position ? std::to_string(capture.begin + 1)
                                             : subject.substr(capture.begin, capture.end - capture.begin));
    }
    return result;
}

// The same by Lua's own library.
std::string found_by_lua(const std::string& subject, const std::string& text) {
    const std::unique_ptr<lua_State, void (*)(lua_State*)> owner(luaL_newstate(), &lua_close);
    lua_State* state = owner.get();
    luaL_requiref(state, "string", luaopen_string, 0);
    lua_getfield(state, -1, "find");
    lua_pushlstring(state, subject.data(), subject.size());
    lua_pushlstring(state, text.data(), text.size());
    const int before = lua_gettop(state) - 3;
    if (lua_pcall(state, 2, LUA_MULTRET, 0) != LUA_OK) return "?";
    if (lua_isnil(state, before + 1)) return "";
    std::string result = std::string(lua_tostring(state, before + 1)) + "-" + lua_tostring(state, before + 2);
    for (int i = before + 3; i <= lua_gettop(state); ++i) {
        std::size_t size = 0;
        const char* bytes = lua_tolstring(state, i, &size);
        result += "|" + std::string(bytes, size);
    }
    return result;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(pattern)

BOOST_AUTO_TEST_CASE(matches_as_the_manual_says) {
    BOOST_TEST(found("hello world", "o w") == "5-7");
    BOOST_TEST(found("  trim  ", "^%s*(.-)%s*$") == "1-8|trim");
    BOOST_TEST(found("key = 12", "(%a+)%s*=%s*(%d+)") == "1-8|key|12");
    BOOST_TEST(found("f(a(b)c)d", "%b()") == "2-8");
    BOOST_TEST(found("THE (quick) fox", "%f[%a]%a+%f[%A]") == "1-3");
    BOOST_TEST(found("say 'x' twice", "(['\"])(.-)%1") == "5-7|'|x");
    BOOST_TEST(found("abc", "()b()") == "2-2|2|3");
    BOOST_TEST(found("a-b", "[a-]+") == "1-2");
    BOOST_TEST(found("x]y", "[]]") == "2-2");
    BOOST_TEST(found("abc", "[^a]+$") == "2-3");
    BOOST_TEST(found("", "") == "1-0");
    BOOST_TEST(found("price: 5$", "%d$$") == "8-9");
}

BOOST_AUTO_TEST_CASE(refuses_what_is_malformed) {
    for (const char* text :
         {"(", ")", "%", "[a", "[%", "[]", "%b", "%bx", "%f", "%fa", "%1", "(%1)", "((a)", "a)"}) {
        BOOST_TEST(found("aaa", text) == "?", text);
    }
}

BOOST_AUTO_TEST_CASE(finds_what_lua_finds) {
    BOOST_TEST(rc::check("the first match is that of Lua's own library", [] {
        const auto piece = rc::gen::element<std::string>(
            "a", "b", ".", "%a", "%d", "%s", "[ab]", "[^a]", "[a-c]", "%w", "a*", "b+", "a?", ".-", ".*",
            "%b()", "%f[a]", "(", ")", "()", "%1", "$", "%.", "%x", "-", "]", "(a*)", "%U");
        std::string text = *rc::gen::element<std::string>("", "^");
        for (const std::string& part : *rc::gen::container<std::vector<std::string>>(piece)) text += part;
        RC_PRE(text.size() < 100);
        const auto subject = *rc::gen::container<std::string>(
            rc::gen::element('a', 'b', 'c', '(', ')', '1', '.', ' ', 'A', '\0'));
        // Lua finds out that a pattern is malformed only when it comes to that place, and takes one without
        // special characters literally.
        const std::string mine = found(subject, text);
        if (mine != "?") RC_ASSERT(mine == found_by_lua(subject, text));
    }));
}

BOOST_AUTO_TEST_CASE(tells_of_every_step) {
    std::int64_t steps = 0;
    const auto pattern = Pattern::parse("a*a*a*b").value();
    pattern.find(std::string(100, 'a'), 0, [&](std::int64_t made) { steps += made; });
    BOOST_TEST(steps > 100'000);
}

BOOST_AUTO_TEST_SUITE_END()
