// SPDX-License-Identifier: Apache-2.0
#include "base/file_lock.h"

#include <sys/wait.h>
#include <unistd.h>
#include <csignal>

#include <boost/test/unit_test.hpp>

#include "temporary_folder.h"

using namespace cadran;

BOOST_AUTO_TEST_SUITE(file_lock)

BOOST_AUTO_TEST_CASE(is_held_by_one_at_a_time) {
    const TemporaryFolder folder;
    const auto file = folder.path() / "lock";
    {
        const auto first = FileLock::take(file);
        BOOST_TEST(first.has_value());
        BOOST_TEST(!FileLock::take(file).has_value());
        BOOST_TEST(FileLock::take(folder.path() / "other").has_value());
    }
    BOOST_TEST(FileLock::take(file).has_value());
}

BOOST_AUTO_TEST_CASE(does_not_outlive_a_process_that_is_killed) {
    const TemporaryFolder folder;
    const auto file = folder.path() / "lock";
    int ready[2];
    BOOST_REQUIRE(::pipe(ready) == 0);
    const pid_t child = ::fork();
    if (child == 0) {
        const auto lock = FileLock::take(file);
        const bool told = ::write(ready[1], "x", 1) == 1;
        if (told && lock) ::pause();
        ::_exit(1);
    }
    char byte = 0;
    BOOST_REQUIRE(::read(ready[0], &byte, 1) == 1);
    BOOST_TEST(!FileLock::take(file).has_value());
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    BOOST_TEST(FileLock::take(file).has_value());
    ::close(ready[0]);
    ::close(ready[1]);
}

BOOST_AUTO_TEST_CASE(says_where_it_cannot_stand) {
    const TemporaryFolder folder;
    BOOST_CHECK_THROW(FileLock::take(folder.path() / "missing" / "lock"), std::system_error);
}

BOOST_AUTO_TEST_SUITE_END()
