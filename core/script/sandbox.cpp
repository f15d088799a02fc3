// SPDX-License-Identifier: Apache-2.0
#include "script/sandbox.h"

#include <cstdlib>
#include <new>

#include <lua.hpp>

#include "base/text.h"
#include "script/text_of.h"

namespace cadran::script {

namespace {

using std::chrono::steady_clock;

constexpr int instructions_between_checks = 256;
constexpr std::int64_t cost_of_unwinding =
    300;  // measured: an error caught takes as long as so many instructions
constexpr std::int64_t cost_of_a_fault = 1'000;  // its message lives outside the memory that is counted
constexpr const char* fault_type = "fault";

// `where:12: what` taken apart; line 0 where the text does not start like that.
std::pair<int, std::string_view> located(std::string_view text, std::string_view where) {
    if (!text.starts_with(where)) return {0, text};
    const std::string_view rest = text.substr(where.size());
    const auto end = rest.find(':', 1);
    if (rest.empty() || rest[0] != ':' || end == std::string_view::npos) return {0, text};
    const auto line = parse_integer(rest.substr(1, end - 1));
    if (!line) return {0, text};
    return {static_cast<int>(*line), trimmed(rest.substr(end + 1))};
}

// Lua shortens long names of sources in its own texts; this finds the end of whatever it wrote.
std::string_view source_in(std::string_view text) {
    return text.substr(0, text.find(':'));
}

}  // namespace

struct Sandbox::Fault {
    Diagnostic diagnostic;
};

Sandbox::Sandbox(const Limits& limits)
    : limits_(limits),
      start_(steady_clock::now()),
      deadline_(start_ + limits.call),
      fuel_(limits.fuel),
      state_(lua_newstate(&Sandbox::allocate, this)) {
    if (state_ == nullptr) throw std::bad_alloc();
    *static_cast<Sandbox**>(lua_getextraspace(state_)) = this;
    lua_gc(state_, LUA_GCSTOP);  // most scripts end before they leave much; at the limit of memory Lua
                                 // collects all the same
    lua_sethook(state_, &Sandbox::count, LUA_MASKCOUNT, instructions_between_checks);
}

Sandbox::~Sandbox() {
    lua_close(state_);
}

Sandbox& Sandbox::of(lua_State* state) {
    return **static_cast<Sandbox**>(lua_getextraspace(state));
}

std::optional<Diagnostic> Sandbox::run(const std::function<void(lua_State*)>& body) {
    fault_.reset();
    lua_settop(state_, 0);
    lua_pushcfunction(state_, &guarded<&Sandbox::explain>);
    lua_pushcfunction(state_, &guarded<&Sandbox::enter>);
    lua_pushlightuserdata(state_, const_cast<std::function<void(lua_State*)>*>(&body));
    const int status = lua_pcall(state_, 1, 0, 1);
    if (exception_) std::rethrow_exception(exception_);
    if (status == LUA_ERRMEM && death_ == Death::alive) death_ = Death::memory;
    if (death_ != Death::alive) return death_notice();
    if (status != LUA_OK && !fault_) fault_ = Diagnostic{{}, {"script.raised_without_text", {}}};
    return std::move(fault_);
}

int Sandbox::enter(lua_State* state) {
    const auto& body = *static_cast<const std::function<void(lua_State*)>*>(lua_touserdata(state, 1));
    lua_settop(state, 0);
    body(state);
    return 0;
}

void* Sandbox::allocate(void* owner, void* block, std::size_t old_size, std::size_t new_size) {
    auto& self = *static_cast<Sandbox*>(owner);
    if (block == nullptr) old_size = 0;  // then Lua says there what the block is for
    if (new_size == 0) {
        std::free(block);
        self.used_ -= old_size;
        return nullptr;
    }
    const std::size_t grown = new_size > old_size ? new_size - old_size : 0;
    if (grown > 0 && (new_size > self.limits_.block || self.used_ + grown > self.limits_.memory)) {
        self.fuel_ -=
            static_cast<std::int64_t>(self.used_ / 64);  // Lua now collects garbage before it tries again
        return nullptr;
    }
    void* moved = std::realloc(block, new_size);
    if (moved == nullptr) return nullptr;
    self.fuel_ -= static_cast<std::int64_t>(grown / 16);
    self.used_ = self.used_ - old_size + new_size;
    return moved;
}

void Sandbox::count(lua_State* state, lua_Debug* activation) {
    Sandbox& self = of(state);
    if (activation->event == LUA_HOOKLINE) return self.take_down_line(*activation);
    if (activation->event == LUA_HOOKCALL || activation->event == LUA_HOOKTAILCALL)
        return self.take_down_call(*activation);
    self.fuel_ -= instructions_between_checks;
    self.check();
    if (steady_clock::now() > self.deadline_) self.die(Death::time);
}

void Sandbox::take_down(LineCoverage& lines, std::string file) {
    lines_ = &lines;
    lines_of_ = "@" + std::move(file);
    lua_sethook(state_, &Sandbox::count, LUA_MASKCOUNT | LUA_MASKLINE | LUA_MASKCALL,
                instructions_between_checks);
}

void Sandbox::take_down_line(lua_Debug& activation) {
    lua_getinfo(state_, "S", &activation);
    if (activation.source == lines_of_) lines_->run.insert(activation.currentline);
}

void Sandbox::take_down_call(lua_Debug& activation) {
    lua_getinfo(state_, "S", &activation);
    const bool is_ours = activation.source == lines_of_ && std::string_view(activation.what) == "Lua";
    if (!is_ours || lines_->functions.contains(activation.linedefined)) return;
    std::vector<int> lines;
    lua_getinfo(state_, "L", &activation);
    for (lua_pushnil(state_); lua_next(state_, -2) != 0; lua_pop(state_, 1))
        lines.push_back(static_cast<int>(lua_tointeger(state_, -2)));
    lua_pop(state_, 1);
    lines_->functions.emplace(activation.linedefined, std::move(lines));
}

void Sandbox::check() {
    if (death_ != Death::alive) die(death_);
    if (fuel_ < 0) die(Death::fuel);
}

void Sandbox::charge(std::int64_t units) {
    constexpr std::int64_t units_between_looks_at_the_clock = 10'000;
    const std::int64_t before = fuel_ / units_between_looks_at_the_clock;
    fuel_ -= std::min(units, limits_.fuel + 1);
    check();
    if (fuel_ / units_between_looks_at_the_clock != before && steady_clock::now() > deadline_)
        die(Death::time);
}

void Sandbox::bound_block(std::size_t bytes) {
    if (bytes > limits_.block)
        raise({"script.block_too_large", {{"limit", static_cast<std::int64_t>(limits_.block)}}});
}

void Sandbox::charge_block(std::size_t bytes) {
    bound_block(bytes);
    charge_bytes(bytes);
}

void Sandbox::die(Death death) {
    if (death_ == Death::alive) {
        death_ = death;
        death_place_ = place();
    }
    lua_pushnil(state_);
    lua_error(state_);
    std::abort();  // lua_error does not return
}

void Sandbox::fail(std::exception_ptr exception) {
    if (!exception_) exception_ = std::move(exception);
    die(Death::host);
}

void Sandbox::after_protected_call(int status) {
    if (status == LUA_ERRMEM && death_ == Death::alive) die(Death::memory);
    charge(status == LUA_OK ? 0 : cost_of_unwinding);
}

void Sandbox::raise(Message what, std::optional<Message> hint) {
    charge(cost_of_a_fault);
    luaL_checkstack(state_, 4, nullptr);
    if (luaL_newmetatable(state_, fault_type) != 0) {
        lua_pushcfunction(state_, &Sandbox::forget_fault);
        lua_setfield(state_, -2, "__gc");
    }
    void* memory = lua_newuserdatauv(state_, sizeof(Fault), 0);
    new (memory) Fault{{place(), std::move(what), std::move(hint)}};
    lua_insert(state_, -2);
    lua_setmetatable(state_, -2);  // allocates nothing: what is made is also destroyed
    lua_error(state_);
    std::abort();  // lua_error does not return
}

int Sandbox::forget_fault(lua_State* state) {
    static_cast<Fault*>(lua_touserdata(state, 1))->~Fault();
    return 0;
}

void Sandbox::load(const std::string& file, std::string_view source) {
    charge_bytes(16 * source.size());
    const std::string name = "@" + file;
    const int status = luaL_loadbufferx(state_, source.data(), source.size(), name.c_str(), "t");
    after_protected_call(status);
    if (status == LUA_OK) return;
    const char* text = lua_tostring(state_, -1);
    const std::string_view said = text == nullptr ? "" : text;
    const auto [line, what] = located(said, source_in(said));
    const Message message{"script.syntax", {{"text", shown_text(what)}}};
    fault_ = Diagnostic{{file, line, 0}, message};
    lua_pushnil(state_);
    lua_error(state_);
}

// Runs where the error is raised, before the stack is unwound. It looks at the error; it never calls it.
int Sandbox::explain(lua_State* state) {
    Sandbox& self = of(state);
    if (self.death_ == Death::alive && !self.fault_) self.fault_ = self.uncaught(1);
    return 1;
}

Diagnostic Sandbox::uncaught(int index) const {
    if (const auto* fault = static_cast<const Fault*>(luaL_testudata(state_, index, fault_type)))
        return fault->diagnostic;
    Place where = place();
    if (lua_type(state_, index) != LUA_TSTRING) {
        return {where, {"script.raised_without_text"}, Message{"script.raise_a_text"}};
    }
    std::size_t size = 0;
    const char* bytes = lua_tolstring(state_, index, &size);
    const std::string_view said(bytes, size);
    const auto [line, what] = located(said, source_in(said));
    if (line != 0) where.line = line;
    Diagnostic fault{where, {"script.raised", {{"text", shown_text(what)}}}};
    // Said by Lua, not by the script itself.
    if (what.starts_with("attempt to")) fault.hint = Message{"script.look_at_the_values"};
    return fault;
}

std::optional<Shortage> Sandbox::shortage() const {
    switch (death_) {
        case Death::fuel: return Shortage::fuel;
        case Death::time: return Shortage::time;
        case Death::memory: return Shortage::memory;
        default: return {};
    }
}

Diagnostic Sandbox::death_notice() const {
    const auto notice = [this](std::string id, std::int64_t limit) -> Diagnostic {
        return {death_place_, {std::move(id), {{"limit", limit}}}, Message{"script.do_less"}};
    };
    switch (death_) {
        case Death::fuel: return notice("script.out_of_fuel", limits_.fuel);
        case Death::time: return notice("script.out_of_time", limits_.call.count());
        default: return notice("script.out_of_memory", static_cast<std::int64_t>(limits_.memory >> 10));
    }
}

// Of the innermost running line of a script.
Place Sandbox::place() const {
    lua_Debug activation;
    for (int level = 0; lua_getstack(state_, level, &activation) != 0; ++level) {
        lua_getinfo(state_, "Sl", &activation);
        if (activation.currentline > 0) return {activation.source + 1, activation.currentline, 0};
    }
    return {};
}

}  // namespace cadran::script
