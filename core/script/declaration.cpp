// SPDX-License-Identifier: Apache-2.0
#include "script/declaration.h"

#include <array>
#include <charconv>

#include <lua.hpp>

#include "base/text.h"
#include "script/environment.h"
#include "script/sandbox.h"
#include "script/shape.h"
#include "script/stopped.h"
#include "script/text_of.h"
#include "script/worker.h"

namespace cadran::script {

namespace {

constexpr const char* declared_type = "declaration";
constexpr int greatest_depth = 8;

// What a declaring function returns. Its user values: the table, and the name if it has one.
struct Declared {
    std::size_t function = 0;  // index in declaring_functions
    int line = 0;
};

int line_of_caller(lua_State* state) {
    lua_Debug activation;
    if (lua_getstack(state, 1, &activation) == 0) return 0;
    lua_getinfo(state, "l", &activation);
    return std::max(0, activation.currentline);
}

// (table) with the name as upvalue 1, nil for none
int complete(lua_State* state, std::size_t function) {
    if (lua_type(state, 1) != LUA_TTABLE) {
        Sandbox::of(state).raise(
            {"script.declared_without_table", {{"function", std::string(declaring_functions[function])}}});
    }
    auto* declared = static_cast<Declared*>(lua_newuserdatauv(state, sizeof(Declared), 2));
    *declared = {function, line_of_caller(state)};
    lua_pushvalue(state, 1);
    lua_setiuservalue(state, -2, 1);
    return 1;
}

void mark_declared(lua_State* state) {
    if (luaL_newmetatable(state, declared_type) != 0) {
        lua_pushboolean(state, 0);
        lua_setfield(state, -2, "__metatable");
    }
    lua_setmetatable(state, -2);
}

template <std::size_t function>
int complete_named(lua_State* state) {
    complete(state, function);
    lua_pushvalue(state, lua_upvalueindex(1));
    lua_setiuservalue(state, -2, 2);
    mark_declared(state);
    return 1;
}

// `money { … }`, or `money "amount"`, which then waits for its table.
template <std::size_t function>
int declare_with(lua_State* state) {
    if (lua_type(state, 1) == LUA_TSTRING) {
        lua_settop(state, 1);
        lua_pushcclosure(state, &guarded<complete_named<function>>, 1);
        return 1;
    }
    complete(state, function);
    mark_declared(state);
    return 1;
}

template <std::size_t... functions>
void push_declaring_functions(lua_State* state, std::index_sequence<functions...>) {
    const Entry entries[] = {{declaring_functions[functions].data(), &guarded<declare_with<functions>>}...};
    push_functions(state, entries);
}

// Runs the file; pushes its environment and what it returned.
const Declared& push_declaration(lua_State* state, const std::string& file, std::string_view source) {
    Sandbox& sandbox = Sandbox::of(state);
    push_declaring_functions(state, std::make_index_sequence<declaring_functions.size()>());
    make_read_only(state);
    sandbox.load(file, source);
    lua_pushvalue(state, -2);
    lua_setupvalue(state, -2, 1);
    lua_call(state, 0, 1);
    const auto* declared = static_cast<const Declared*>(luaL_testudata(state, -1, declared_type));
    if (declared == nullptr) sandbox.raise({"script.no_declaration"}, Message{"script.return_a_declaration"});
    return *declared;
}

Data read(lua_State* state, int index, int depth);

// The fewest digits that give the same number: those in which an author wrote it.
std::string shortest_text(double number) {
    std::array<char, 400> digits{};
    const auto end =
        std::to_chars(digits.data(), digits.data() + digits.size(), number, std::chars_format::fixed).ptr;
    return {digits.data(), end};
}

// The items 1 to n, and the members by name; other keys have no meaning in a declaration.
void read_table(lua_State* state, int table, int depth, Data& data) {
    Sandbox& sandbox = Sandbox::of(state);
    luaL_checkstack(state, 8, nullptr);
    const auto size = static_cast<lua_Integer>(lua_rawlen(state, table));
    for (lua_Integer i = 1; i <= size; ++i) {
        lua_rawgeti(state, table, i);
        data.items.push_back(read(state, lua_gettop(state), depth));
        lua_pop(state, 1);
    }
    std::optional<std::string> no_name;  // the least: Lua has keys in another order each time
    for (lua_pushnil(state); lua_next(state, table) != 0; lua_pop(state, 1)) {
        const bool is_item = lua_isinteger(state, -2) != 0 && lua_tointeger(state, -2) >= 1 &&
                             lua_tointeger(state, -2) <= size;
        if (is_item) continue;
        std::string name = shown_text(state, -2);
        if (lua_type(state, -2) != LUA_TSTRING || name != text_of(state, -2))
            no_name = std::min(no_name.value_or(name), name);
        data.members.push_back({std::move(name), read(state, lua_gettop(state), depth)});
    }
    if (no_name) sandbox.raise({"script.key_without_name", {{"key", *no_name}}});
    std::ranges::sort(data.members, {}, &Member::name);
}

void read_declared(lua_State* state, int index, int depth, const Declared& declared, Data& data) {
    data.kind = Data::Kind::table;
    data.construct = declaring_functions[declared.function];
    data.line = declared.line;
    if (lua_getiuservalue(state, index, 2) == LUA_TSTRING) data.name = shown_text(state, -1);
    lua_getiuservalue(state, index, 1);
    read_table(state, lua_gettop(state), depth, data);
    lua_pop(state, 2);
}

Data read(lua_State* state, int index, int depth) {
    Sandbox& sandbox = Sandbox::of(state);
    sandbox.charge(50);
    if (depth > greatest_depth)
        sandbox.raise({"script.nested_too_deep", {{"limit", std::int64_t{greatest_depth}}}});
    luaL_checkstack(state, 8, nullptr);
    Data data;
    switch (lua_type(state, index)) {
        case LUA_TBOOLEAN:
            data.kind = Data::Kind::boolean;
            data.boolean = lua_toboolean(state, index) != 0;
            break;
        case LUA_TNUMBER:
            if (lua_isinteger(state, index) == 0) {
                data.kind = Data::Kind::number;
                data.text = shortest_text(lua_tonumber(state, index));
                break;
            }
            data.kind = Data::Kind::integer;
            data.integer = lua_tointeger(state, index);
            break;
        case LUA_TSTRING:
            data.kind = Data::Kind::text;
            data.text = text_of(state, index);
            sandbox.charge_bytes(16 * data.text.size());
            return data;
        case LUA_TFUNCTION: data.kind = Data::Kind::function; break;
        case LUA_TTABLE:
            data.kind = Data::Kind::table;
            read_table(state, index, depth + 1, data);
            break;
        case LUA_TUSERDATA:
            if (const auto* declared =
                    static_cast<const Declared*>(luaL_testudata(state, index, declared_type))) {
                read_declared(state, index, depth + 1, *declared, data);
            }
            break;
        default: break;
    }
    return data;
}

}  // namespace

Declaring run_to_declare(const std::string& file, std::string_view source, const Limits& limits) {
    Declaring declaring;
    Sandbox sandbox(limits);
    declaring.fault = sandbox.run([&](lua_State* state) {
        declaring.data.line = push_declaration(state, file, source).line;
        declaring.data = read(state, lua_gettop(state), 0);
    });
    if (declaring.fault && declaring.fault->place.line == 0)
        declaring.fault->place = {file, declaring.data.line, 0};
    declaring.fuel = sandbox.fuel_used();
    declaring.time = sandbox.time_used();
    return declaring;
}

Result<Declaration> declare(const std::string& file, std::string_view source, const Limits& limits,
                            Budget& budget, Worker* worker) {
    const Limits left = budget.remaining(limits);
    Declaring declaring =
        worker == nullptr ? run_to_declare(file, source, left) : worker->declare(file, source, left);
    budget.take(declaring.fuel, declaring.time);
    if (declaring.breakdown)
        return invalid(
            Diagnostics{{{file, 0, 0}, file_broke(*declaring.breakdown), hint_of(*declaring.breakdown)}});
    if (declaring.fault) return invalid(Diagnostics{std::move(*declaring.fault)});
    return Declaration{file, std::move(declaring.data), KeyPlaces(file, source)};
}

void push_judge(lua_State* state, const std::string& file, std::string_view source) {
    push_declaration(state, file, source);  // the judging names, the environment, what was declared
    lua_pushvalue(state, -3);
    show_instead(state, lua_absindex(state, -3));
    lua_getiuservalue(state, -1, 1);
    lua_pushliteral(state, "judge");
    lua_rawget(state, -2);
    lua_replace(state, -5);
    lua_pop(state, 3);
}

}  // namespace cadran::script
