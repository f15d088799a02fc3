// SPDX-License-Identifier: Apache-2.0
// A Lua state that cannot outlive its limits: what runs in it is stopped, and no script can swallow that.
#pragma once

#include <exception>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "script/budget.h"
#include "script/line_coverage.h"

struct lua_State;
struct lua_Debug;

namespace cadran::script {

// Called by Lua; takes its arguments from the stack and returns how many results it left there.
using HostFunction = int (*)(lua_State*);

// One state for one file or one record. Everything in it dies with it, so nothing leaks from record to
// record.
class Sandbox {
  public:
    explicit Sandbox(const Limits& limits);
    ~Sandbox();
    Sandbox(const Sandbox&) = delete;
    Sandbox& operator=(const Sandbox&) = delete;

    // Runs host code that uses the state; all use of the state happens in here. Returns the fault that
    // stopped it, with its place where a script was running. An exception of the host passes through, past
    // any pcall.
    std::optional<Diagnostic> run(const std::function<void(lua_State*)>& body);

    static Sandbox& of(lua_State* state);

    // From now on takes down which lines of the file run, and which functions of it are called. It stays the
    // caller's, beyond the next run.
    void take_down(LineCoverage& lines, std::string file);
    // After run: by which limit the script was stopped, if it was, and what it has used.
    std::optional<Shortage> shortage() const;
    std::int64_t fuel_used() const { return limits_.fuel - fuel_; }
    std::chrono::steady_clock::duration time_used() const {
        return std::chrono::steady_clock::now() - start_;
    }

    // Inside run only. They leave by Lua's own exception where the script must stop.

    // Pushes the function that a source is; text only. `file` names it in faults.
    void load(const std::string& file, std::string_view source);
    // Takes fuel for work done on behalf of the script; stops it when nothing is left.
    void charge(std::int64_t units);
    // Takes fuel for looking at or copying that many bytes.
    void charge_bytes(std::size_t bytes) { charge(1 + static_cast<std::int64_t>(bytes / 16)); }
    // Refuses what is about to become one block and is too large for it; a script may catch that.
    void bound_block(std::size_t bytes);
    void charge_block(std::size_t bytes);
    // An error that a script may catch; uncaught it is the fault that `run` returns.
    [[noreturn]] void raise(Message what, std::optional<Message> hint = {});
    // After a protected call: goes on dying where that was caught but may not be.
    void after_protected_call(int status);
    // Stops the script because the host itself failed; `run` throws the exception again.
    [[noreturn]] void fail(std::exception_ptr exception);

  private:
    enum class Death { alive, fuel, time, memory, host };
    struct Fault;

    static void* allocate(void* sandbox, void* block, std::size_t old_size, std::size_t new_size);
    static void count(lua_State* state, lua_Debug* activation);
    void take_down_line(lua_Debug& activation);
    void take_down_call(lua_Debug& activation);
    static int enter(lua_State* state);
    static int explain(lua_State* state);
    static int forget_fault(lua_State* state);

    [[noreturn]] void die(Death death);
    void check();
    Diagnostic death_notice() const;
    Diagnostic uncaught(int index) const;
    Place place() const;

    Limits limits_;
    std::chrono::steady_clock::time_point start_;
    std::chrono::steady_clock::time_point deadline_;
    std::int64_t fuel_;
    std::size_t used_ = 0;
    Death death_ = Death::alive;
    Place death_place_;
    std::exception_ptr exception_;
    std::optional<Diagnostic> fault_;
    LineCoverage* lines_ = nullptr;
    std::string lines_of_;  // the file, as Lua names it
    lua_State* state_;
};

// What is registered with Lua in place of `function`: C++ exceptions must not cross Lua, whose pcall would
// swallow them.
template <HostFunction function>
int guarded(lua_State* state) {
    std::exception_ptr exception;
    try {
        return function(state);
    } catch (const std::exception&) {
        exception = std::current_exception();
    }
    Sandbox::of(state).fail(exception);
}

}  // namespace cadran::script
