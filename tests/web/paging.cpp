// SPDX-License-Identifier: Apache-2.0
#include "web/paging.h"

#include <numeric>

#include <boost/test/unit_test.hpp>

using namespace cadran;
using namespace cadran::web;

namespace {

struct Rows {
    std::vector<int> rows = std::vector<int>(120);
    Request request{.method = "GET", .path = "/actions"};
    Catalogue english{Language::english};

    Rows() { std::iota(rows.begin(), rows.end(), 1); }

    Paging asked_for(const std::string& page) {
        request.query = {};
        request.query.add("state", "done & dusted");
        request.query.add("page", page);
        return {request, rows.size()};
    }
};

bool says(const std::string& markup, std::string_view words) {
    return markup.find(words) != std::string::npos;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(paging, Rows)

BOOST_AUTO_TEST_CASE(shows_some_and_leads_to_the_others) {
    const Paging second = asked_for("2");
    BOOST_TEST(second.shown(rows).front() == 51);
    BOOST_TEST(second.shown(rows).back() == 100);
    const std::string markup = second.markup(english);
    BOOST_TEST(says(markup, "Rows 51 to 100 of 120"));
    BOOST_TEST(says(markup, "rel=\"prev\" href=\"/actions?state=done%20%26%20dusted&amp;page=1\""));
    BOOST_TEST(says(markup, "page=3\""));
}

BOOST_AUTO_TEST_CASE(ends_where_the_rows_end) {
    const Paging last = asked_for("3");
    BOOST_TEST(last.shown(rows).size() == 20u);
    BOOST_TEST(!says(last.markup(english), "rel=\"next\""));
    BOOST_TEST(!says(asked_for("1").markup(english), "rel=\"prev\""));
}

BOOST_AUTO_TEST_CASE(takes_what_is_no_page_for_the_nearest) {
    for (const char* page : {"0", "-1", "first", ""})
        BOOST_TEST(asked_for(page).shown(rows).front() == 1, page);
    for (const char* page : {"4", "999999999999"})
        BOOST_TEST(asked_for(page).shown(rows).front() == 101, page);
}

BOOST_AUTO_TEST_CASE(says_nothing_where_one_page_is_all) {
    rows.resize(50);
    BOOST_TEST(asked_for("1").markup(english).empty());
    rows.clear();
    BOOST_TEST(asked_for("1").shown(rows).empty());
}

BOOST_AUTO_TEST_SUITE_END()
