// SPDX-License-Identifier: Apache-2.0
#include "script/confinement.h"

#include <spawn.h>
#include <sys/wait.h>

#include <array>
#include <csignal>

#include <boost/test/unit_test.hpp>

namespace {

// How a confined process ends that tries this: `killed`, or its exit code.
std::string end_of(std::string attempt) {
    std::string program = CADRAN_WORKER, part = "try";
    std::array<char*, 4> words{program.data(), part.data(), attempt.data(), nullptr};
    std::array<char*, 1> no_environment{nullptr};
    pid_t process = -1;
    BOOST_REQUIRE(::posix_spawn(&process, words[0], nullptr, nullptr, words.data(), no_environment.data()) ==
                  0);
    int status = 0;
    BOOST_REQUIRE(::waitpid(process, &status, 0) == process);
    if (WIFEXITED(status)) return std::to_string(WEXITSTATUS(status));
    return WTERMSIG(status) == SIGSYS ? "killed" : "ended by another signal";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(confinement)

BOOST_AUTO_TEST_CASE(kills_at_every_call_that_scripts_do_not_need) {
    for (const char* attempt : {"open", "socket", "fork", "execve", "kill", "write elsewhere",
                                "read elsewhere", "memory to run", "memory made to run", "memory of a file"})
        BOOST_TEST(end_of(attempt) == "killed", attempt);
}

BOOST_AUTO_TEST_CASE(leaves_alone_what_does_nothing_of_the_kind) {
    BOOST_TEST(end_of("nothing") == "7");
    BOOST_TEST(end_of("enough memory") == "7");
}

#if !defined(__SANITIZE_ADDRESS__)
BOOST_AUTO_TEST_CASE(bounds_the_address_space) {
    BOOST_TEST(end_of("too much memory") == "7");
}
#endif

BOOST_AUTO_TEST_SUITE_END()
