// SPDX-License-Identifier: Apache-2.0
#include "script/sandbox.h"

#include <boost/test/unit_test.hpp>
#include <lua5.4/lua.hpp>

#include "script/library.h"

using namespace cadran;
using namespace cadran::script;

namespace {

struct DiskFull : std::runtime_error {
    DiskFull() : std::runtime_error("disk full") {}
};

int fail_in_the_host(lua_State*) {
    throw DiskFull();
}

int raise_a_fault(lua_State* state) {
    Sandbox::of(state).raise({"script.no_verdict"});
}

struct Counted {
    explicit Counted(int& count) : count_(count) { ++count_; }
    ~Counted() { --count_; }
    Counted(const Counted&) = delete;
    Counted& operator=(const Counted&) = delete;
    int& count_;
};

// Runs the source with `host`, pcall and so on as its globals.
std::optional<Diagnostic> run(Sandbox& sandbox, std::string_view source,
                              HostFunction host = &guarded<raise_a_fault>) {
    return sandbox.run([&](lua_State* state) {
        push_basic_functions(state);
        lua_pushcfunction(state, host);
        lua_setfield(state, -2, "host");
        sandbox.load("x.lua", source);
        lua_pushvalue(state, -2);
        lua_setupvalue(state, -2, 1);
        lua_call(state, 0, 0);
    });
}

}  // namespace

BOOST_AUTO_TEST_SUITE(sandbox)

BOOST_AUTO_TEST_CASE(an_exception_of_the_host_passes_through_every_pcall) {
    Sandbox sandbox{Limits{}};
    const auto attempt = [&] {
        run(sandbox, "for i = 1, 3 do pcall(pcall, host) end", &guarded<fail_in_the_host>);
    };
    BOOST_CHECK_THROW(attempt(), DiskFull);
}

BOOST_AUTO_TEST_CASE(an_exception_of_the_body_passes_through) {
    Sandbox sandbox{Limits{}};
    BOOST_CHECK_THROW(sandbox.run([](lua_State*) { throw DiskFull(); }), DiskFull);
}

BOOST_AUTO_TEST_CASE(a_fault_can_be_caught_by_the_script_and_not_only_by_the_host) {
    Sandbox sandbox{Limits{}};
    BOOST_TEST(!run(sandbox, "pcall(host)").has_value());
    const auto fault = run(sandbox, "\n\nhost()");
    BOOST_REQUIRE(fault.has_value());
    BOOST_TEST(fault->what.id == "script.no_verdict");
    BOOST_TEST((fault->place == Place{"x.lua", 3, 0}));
}

BOOST_AUTO_TEST_CASE(leaving_by_an_error_destroys_what_the_host_holds) {
    int alive = 0;
    Sandbox sandbox{Limits{}};
    const auto fault = sandbox.run([&](lua_State*) {
        const Counted counted(alive);
        sandbox.raise({"script.no_verdict"});
    });
    BOOST_TEST(fault.has_value());
    BOOST_TEST(alive == 0);
}

BOOST_AUTO_TEST_CASE(what_is_dead_stays_dead) {
    Limits limits;
    limits.fuel = 100'000;
    Sandbox sandbox{limits};
    BOOST_TEST(run(sandbox, "while true do end")->what.id == "script.out_of_fuel");
    BOOST_TEST(run(sandbox, "return 1")->what.id == "script.out_of_fuel");
}

BOOST_AUTO_TEST_CASE(after_the_kill_not_one_call_is_made) {
    for (const char* script : {
             "pcall(function() while true do end end) host()",
             "xpcall(function() while true do end end, host)",
             "pcall(function() local s = 'x' while true do s = s .. s end end) host()",
             "xpcall(function() local s = 'x' while true do s = s .. s end end, host)",
         }) {
        Sandbox sandbox{Limits{}};
        std::optional<Diagnostic> fault;
        BOOST_CHECK_NO_THROW(fault = run(sandbox, script, &guarded<fail_in_the_host>));
        BOOST_TEST(fault.has_value(), script);
    }
}

BOOST_AUTO_TEST_CASE(loads_text_only) {
    Sandbox sandbox{Limits{}};
    const auto fault = run(sandbox, std::string_view("\x1bLuaT\0\x19\x93", 8));
    BOOST_REQUIRE(fault.has_value());
    BOOST_TEST(fault->what.id == "script.syntax");
}

BOOST_AUTO_TEST_CASE(a_syntax_error_has_its_line) {
    Sandbox sandbox{Limits{}};
    const auto fault = run(sandbox, "local x = 1\nlocal = 2");
    BOOST_TEST(fault->what.id == "script.syntax");
    BOOST_TEST((fault->place == Place{"x.lua", 2, 0}));
}

BOOST_AUTO_TEST_CASE(too_little_memory_for_the_state_itself_is_a_fault_or_an_exception_but_no_crash) {
    for (std::size_t memory = 0; memory < 40'000; memory += 500) {
        Limits limits;
        limits.memory = memory;
        try {
            Sandbox sandbox{limits};
            run(sandbox, "local t = {} for i = 1, 100 do t[i] = {} end");
        } catch (const std::bad_alloc&) {
            BOOST_TEST(memory < 10'000);
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
