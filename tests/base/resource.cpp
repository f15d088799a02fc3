// SPDX-License-Identifier: Apache-2.0
#include "base/resource.h"

#include <algorithm>
#include <stdexcept>

#include <boost/test/unit_test.hpp>

#include "base/file.h"

using namespace cadran;

BOOST_AUTO_TEST_SUITE(resources)

BOOST_AUTO_TEST_CASE(are_the_files_of_the_repository_byte_for_byte) {
    const std::filesystem::path root = CADRAN_SOURCE_DIR;
    const auto migrations = resources_below("core/store/migrations/");
    BOOST_TEST(!migrations.empty());
    for (const std::string_view path : migrations) BOOST_CHECK(read_file(root / path) == resource(path));
}

BOOST_AUTO_TEST_CASE(are_listed_in_order_and_by_folder) {
    const auto messages = resources_below("messages/");
    BOOST_TEST((messages == std::vector<std::string_view>{"messages/en.mo", "messages/fr.mo"}));
    BOOST_TEST(std::ranges::is_sorted(resources_below("")));
    BOOST_TEST(resources_below("nowhere/").empty());
}

BOOST_AUTO_TEST_CASE(that_were_not_embedded_are_named) {
    BOOST_CHECK_THROW(resource("core/nowhere.sql"), std::out_of_range);
    BOOST_CHECK_THROW(resource("core/store/migrations/"), std::out_of_range);
    BOOST_CHECK_THROW(resource(""), std::out_of_range);
}

BOOST_AUTO_TEST_SUITE_END()
