// SPDX-License-Identifier: Apache-2.0
#include "base/unnamed_file.h"

#include <boost/test/unit_test.hpp>

#include "temporary_folder.h"

using namespace cadran;

BOOST_AUTO_TEST_SUITE(unnamed_file)

BOOST_AUTO_TEST_CASE(keeps_what_it_is_given_under_no_name) {
    const TemporaryFolder folder;
    UnnamedFile file(folder.path());
    file.append("first, ");
    file.append("second");
    BOOST_TEST(file.size() == 13);
    std::string read(6, ' ');
    file.read(7, read.data(), read.size());
    BOOST_TEST(read == "second");
    BOOST_TEST(std::filesystem::is_empty(folder.path()));
    UnnamedFile moved(std::move(file));
    moved.read(0, read.data(), 5);
    BOOST_TEST(read == "firstd");
    BOOST_CHECK_THROW(moved.read(10, read.data(), 6), std::system_error);
}

BOOST_AUTO_TEST_CASE(says_where_it_cannot_be) {
    BOOST_CHECK_THROW(UnnamedFile("/proc"), std::system_error);
    BOOST_CHECK_THROW(UnnamedFile("/no/such/folder"), std::system_error);
}

BOOST_AUTO_TEST_SUITE_END()
