// SPDX-License-Identifier: Apache-2.0
// The threat model names the tests that prove it: they must be there.
#include <regex>
#include <set>

#include <boost/test/unit_test.hpp>

#include "house/repository.h"

using namespace cadran::house;

namespace {

// `suite/case` of every test.
std::set<std::string> tests() {
    static const std::regex heading(R"(BOOST_(?:AUTO|FIXTURE)_TEST_(SUITE|CASE)\((\w+)[,)])");
    std::set<std::string> names;
    for (const Source& source : sources_below({"tests"}, {".cpp"})) {
        std::string suite;
        for (auto match = std::sregex_iterator(source.text.begin(), source.text.end(), heading);
             match != std::sregex_iterator(); ++match) {
            if ((*match)[1] == "SUITE")
                suite = (*match)[2];
            else
                names.insert(suite + "/" + (*match)[2].str());
        }
    }
    return names;
}

Breaches tests_that_do_not_exist(const std::string& text, const std::set<std::string>& known) {
    static const std::regex name("`([a-z_]+/[a-z]+_[a-z_]+)`");
    Breaches breaches;
    for (auto match = std::sregex_iterator(text.begin(), text.end(), name); match != std::sregex_iterator();
         ++match) {
        if (!known.contains((*match)[1])) breaches.push_back((*match)[1]);
    }
    return breaches;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(threats)

BOOST_AUTO_TEST_CASE(are_held_by_tests_that_exist) {
    const std::string text = text_of("core/script/THREATS.md");
    BOOST_TEST(tests_that_do_not_exist(text, tests()) == Breaches{}, boost::test_tools::per_element());
    BOOST_TEST(text.find("`escape/") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_test_that_was_renamed_is_missed) {
    BOOST_TEST(tests_that_do_not_exist("shown by `sandbox/loads_text_only` and `escape/no_such_test`",
                                       {"sandbox/loads_text_only"}) == Breaches{"escape/no_such_test"},
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
