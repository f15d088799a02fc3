// SPDX-License-Identifier: Apache-2.0
#include "base/result.h"

#include <boost/test/unit_test.hpp>

using namespace cadran;

namespace {

Diagnostic fault(std::string file, int line, int column, std::string id) {
    return {{std::move(file), line, column}, {std::move(id)}};
}

std::vector<std::string> ids(const Diagnostics& diagnostics) {
    std::vector<std::string> ids;
    for (const Diagnostic& diagnostic : diagnostics) ids.push_back(diagnostic.what.id);
    return ids;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(result)

BOOST_AUTO_TEST_CASE(gives_all_faults_by_file_line_and_column) {
    const Done failed = invalid(Diagnostics{
        fault("b.xml", 1, 1, "fifth"),
        fault("a.xml", 10, 1, "fourth"),
        fault("a.xml", 9, 12, "third"),
        fault("a.xml", 9, 2, "second"),
        fault("a.xml", 0, 0, "first"),
    });
    BOOST_REQUIRE(!failed);
    BOOST_CHECK(failed.error().kind == Failure::Kind::invalid);
    BOOST_TEST((ids(failed.error().diagnostics) ==
                std::vector<std::string>{"first", "second", "third", "fourth", "fifth"}));
}

BOOST_AUTO_TEST_CASE(keeps_faults_of_one_place_as_they_were_found) {
    Diagnostics faults;
    for (int i = 0; i < 40; ++i) faults.push_back(fault("a.xml", 40 - i, 1, std::to_string(i % 2)));
    for (int i = 0; i < 40; ++i) faults.push_back(fault("a.xml", 7, 1, "found " + std::to_string(i)));
    sort_by_place(faults);
    std::vector<std::string> expected{"1"};
    for (int i = 0; i < 40; ++i) expected.push_back("found " + std::to_string(i));
    BOOST_TEST((ids({faults.begin() + 6, faults.begin() + 47}) == expected));
}

BOOST_AUTO_TEST_CASE(says_what_kind_of_failure_it_is) {
    const Message what{"base.no_such_file", {{"file", std::string("a.csv")}}};
    const Message hint{"base.hint"};
    const auto kind_of = [&](tl::unexpected<Failure> failure) {
        const Done failed = std::move(failure);
        const Diagnostics& diagnostics = failed.error().diagnostics;
        BOOST_TEST(diagnostics.size() == 1u);
        BOOST_CHECK(diagnostics.front().what == what);
        BOOST_CHECK(diagnostics.front().hint == hint);
        BOOST_CHECK(diagnostics.front().place == Place{});
        return failed.error().kind;
    };
    BOOST_CHECK(kind_of(invalid(what, hint)) == Failure::Kind::invalid);
    BOOST_CHECK(kind_of(refused(what, hint)) == Failure::Kind::refused);
    BOOST_CHECK(kind_of(conflict(what, hint)) == Failure::Kind::conflict);
    BOOST_CHECK(kind_of(not_found(what, hint)) == Failure::Kind::not_found);
}

BOOST_AUTO_TEST_SUITE_END()
