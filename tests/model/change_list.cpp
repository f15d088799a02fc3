// SPDX-License-Identifier: Apache-2.0
#include "model/change_list.h"

#include <boost/test/unit_test.hpp>

using namespace cadran;
using model::ChangeList;

namespace {

struct Item {
    std::string id;
    std::string value;
};

struct Example {
    Catalogue english{Language::english};
    ChangeList list{english};

    std::string told() {
        std::string text;
        for (const model::Change& change : list.take()) text += change.path + ": " + change.text + "\n";
        return text;
    }
    std::string keyed(const std::vector<Item>& before, const std::vector<Item>& after) {
        list.keyed("item", "Items", before, after, &Item::id, &Item::id,
                   [&](const std::string& path, const Item& a, const Item& b) {
                       list.value(path, b.id, a.value, b.value);
                   });
        return told();
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(change_list, Example)

BOOST_AUTO_TEST_CASE(tells_what_came_went_and_changed_by_identifier) {
    BOOST_TEST(keyed({{"a", "1"}, {"b", "2"}}, {{"b", "3"}, {"c", "4"}}) ==
               "item/a: Items: “a” removed\nitem/b: b: 2 → 3\nitem/c: Items: “c” added\n");
    BOOST_TEST(keyed({{"a", "1"}, {"b", "2"}}, {{"b", "2"}, {"a", "1"}}) == "");
}

BOOST_AUTO_TEST_CASE(pairs_values_that_share_an_identifier_in_order) {
    BOOST_TEST(keyed({{"a", "1"}, {"a", "2"}}, {{"a", "1"}, {"a", "2"}}) == "");
    BOOST_TEST(keyed({{"a", "1"}, {"a", "2"}}, {{"a", "1"}, {"a", "3"}}) == "item/a: a: 2 → 3\n");
    BOOST_TEST(keyed({{"a", "1"}, {"a", "2"}}, {{"a", "1"}}) == "item/a: Items: “a” removed\n");
}

BOOST_AUTO_TEST_CASE(tells_texts_of_the_other_language_apart) {
    list.text("t", "Title", {"un", "one"}, {"deux", "one"});
    list.text("t", "Title", {"un", "one"}, {"deux", "two"});
    list.text("t", "Title", {}, {"deux", "two"});
    list.text("t", "Title", {"un", "one"}, {});
    BOOST_TEST(
        told() ==
        "t: Title: French text changed\nt: Title: “one” → “two”\nt: Title: “two” added\nt: Title: “one” "
        "removed\n");
}

BOOST_AUTO_TEST_CASE(tells_of_lists_of_texts_what_came_and_what_only_others_read) {
    list.texts("t", "Inputs", {{"un", "one"}, {"deux", "two"}},
               {{"une", "one"}, {"deux", "two"}, {"trois", "three"}});
    BOOST_TEST(told() == "t: Inputs: “three” added\nt: Inputs: French text changed\n");
    list.texts("t", "Inputs", {{"un", "one"}, {"deux", "two"}}, {{"deux", "two"}, {"un", "one"}});
    BOOST_TEST(told() == "t: Inputs: order changed\n");
}

BOOST_AUTO_TEST_SUITE_END()
