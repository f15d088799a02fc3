// SPDX-License-Identifier: Apache-2.0
#include "script/values.h"

#include <array>
#include <type_traits>

#include <lua.hpp>

#include "script/sandbox.h"
#include "script/text_of.h"

namespace cadran::script {

using column::Scalar;
using column::Secret;

namespace {

using Value = std::variant<Decimal, Money, Date, Instant, Duration, Secret>;
static_assert(std::is_trivially_destructible_v<Value>);  // Lua frees it without asking

constexpr std::array value_types{"decimal", "money",    "date",
                                 "time",    "duration", "secret"};  // in the order of Value
constexpr const char* row_type = "row";

const Value* value_at(lua_State* state, int index) {
    for (const char* type : value_types) {
        if (const void* found = luaL_testudata(state, index, type)) return static_cast<const Value*>(found);
    }
    return nullptr;
}

std::string kind_at(lua_State* state, int index) {
    const Value* value = value_at(state, index);
    return value == nullptr ? luaL_typename(state, index) : value_types[value->index()];
}

[[noreturn]] void refuse_to_compare(lua_State* state) {
    Sandbox::of(state).raise(
        {"script.compared_unlike", {{"left", kind_at(state, 1)}, {"right", kind_at(state, 2)}}},
        Message{"script.compare_with_parameter"});
}

// Negative, 0 or positive as the first argument is less than, equal to or greater than the second.
int order(lua_State* state) {
    const Value* left = value_at(state, 1);
    const Value* right = value_at(state, 2);
    if (left == nullptr || right == nullptr || left->index() != right->index()) refuse_to_compare(state);
    const auto sign = [](auto a, auto b) { return a < b ? -1 : b < a ? 1 : 0; };
    if (const auto* date = std::get_if<Date>(left)) return sign(*date, std::get<Date>(*right));
    if (const auto* time = std::get_if<Instant>(left)) return sign(*time, std::get<Instant>(*right));
    if (const auto* decimal = std::get_if<Decimal>(left)) return sign(*decimal, std::get<Decimal>(*right));
    if (const auto* duration = std::get_if<Duration>(left)) {
        const auto& other = std::get<Duration>(*right);
        if (duration->unit != other.unit) refuse_to_compare(state);
        return sign(duration->count, other.count);
    }
    const auto* money = std::get_if<Money>(left);
    if (money == nullptr || money->currency != std::get<Money>(*right).currency) refuse_to_compare(state);
    return sign(money->cents, std::get<Money>(*right).cents);
}

int less(lua_State* state) {
    lua_pushboolean(state, order(state) < 0 ? 1 : 0);
    return 1;
}

int less_or_equal(lua_State* state) {
    lua_pushboolean(state, order(state) <= 0 ? 1 : 0);
    return 1;
}

int equal(lua_State* state) {
    const Value* left = value_at(state, 1);
    const Value* right = value_at(state, 2);
    lua_pushboolean(state, left != nullptr && right != nullptr && *left == *right ? 1 : 0);
    return 1;
}

void set_function(lua_State* state, const char* event, HostFunction function) {
    lua_pushcfunction(state, function);
    lua_setfield(state, -2, event);
}

void push_value(lua_State* state, const Value& value) {
    new (lua_newuserdatauv(state, sizeof(Value), 0)) Value(value);
    if (luaL_newmetatable(state, value_types[value.index()]) != 0) {
        set_function(state, "__lt", &guarded<less>);
        set_function(state, "__le", &guarded<less_or_equal>);
        set_function(state, "__eq", &guarded<equal>);
        lua_pushboolean(state, 0);
        lua_setfield(state, -2, "__metatable");
    }
    lua_setmetatable(state, -2);
}

const Row& row_at(lua_State* state, int index) {
    return **static_cast<const Row**>(luaL_checkudata(state, index, row_type));
}

int read_field(lua_State* state) {
    const Row& row = row_at(state, 1);
    const std::string_view name = lua_type(state, 2) == LUA_TSTRING ? lua_tostring(state, 2) : "";
    Sandbox::of(state).charge(10);
    const auto found = std::ranges::find(row.names, name);
    if (found == row.names.end()) {
        const Message names{"script.known_fields",
                            {{"names", fmt::format("{}", fmt::join(row.names, ", "))}}};
        Sandbox::of(state).raise(
            {"script.unknown_field", {{"kind", row.kind}, {"name", shown_text(state, 2)}}},
            nearest(name, row.names).value_or(names));
    }
    push_scalar(state, row.value(static_cast<std::size_t>(found - row.names.begin())));
    return 1;
}

int refuse_field_writing(lua_State* state) {
    const Row& row = row_at(state, 1);
    Sandbox::of(state).raise({"script.field_written", {{"kind", row.kind}, {"name", shown_text(state, 2)}}},
                             Message{"script.use_local"});
}

}  // namespace

void push_row(lua_State* state, const Row& row) {
    *static_cast<const Row**>(lua_newuserdatauv(state, sizeof(const Row*), 0)) = &row;
    if (luaL_newmetatable(state, row_type) != 0) {
        set_function(state, "__index", &guarded<read_field>);
        set_function(state, "__newindex", &guarded<refuse_field_writing>);
        lua_pushboolean(state, 0);
        lua_setfield(state, -2, "__metatable");
    }
    lua_setmetatable(state, -2);
}

void push_rows(lua_State* state, const std::vector<Row>& rows) {
    luaL_checkstack(state, 4, nullptr);
    lua_createtable(state, static_cast<int>(rows.size()), 0);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        push_row(state, rows[i]);
        lua_rawseti(state, -2, static_cast<lua_Integer>(i) + 1);
    }
}

void push_scalar(lua_State* state, const Scalar& value) {
    struct Pusher {
        lua_State* state;
        void operator()(column::Missing) const { lua_pushnil(state); }
        void operator()(bool flag) const { lua_pushboolean(state, flag ? 1 : 0); }
        void operator()(std::int64_t number) const { lua_pushinteger(state, number); }
        void operator()(const std::string& text) const { lua_pushlstring(state, text.data(), text.size()); }
        void operator()(const Decimal& decimal) const { push_value(state, decimal); }
        void operator()(const Money& money) const { push_value(state, money); }
        void operator()(Date date) const { push_value(state, date); }
        void operator()(Instant time) const { push_value(state, time); }
        void operator()(const Duration& duration) const { push_value(state, duration); }
        void operator()(const column::List& list) const {
            lua_createtable(state, static_cast<int>(list.size()), 0);
            for (std::size_t i = 0; i < list.size(); ++i) {
                lua_pushlstring(state, list[i].data(), list[i].size());
                lua_rawseti(state, -2, static_cast<lua_Integer>(i) + 1);
            }
        }
        void operator()(Secret secret) const { push_value(state, secret); }
    };
    std::visit(Pusher{state}, value);
}

std::optional<std::string> value_text(lua_State* state, int index) {
    const Value* value = value_at(state, index);
    if (value == nullptr) return {};
    return std::visit([](const auto& held) { return column::plain_text(Scalar(held)); }, *value);
}

}  // namespace cadran::script
