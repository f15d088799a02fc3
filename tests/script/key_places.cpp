// SPDX-License-Identifier: Apache-2.0
#include "script/key_places.h"

#include <boost/test/unit_test.hpp>

using namespace cadran;
using namespace cadran::script;

namespace {

constexpr const char* source = R"(-- a comment with title = "x" {
local texts = { title = "elsewhere" }
--[==[ title = "long comment"
]==]
local function helper()
  if texts then local where = { from = 1 } end
end
return control "x" {
  judge = function(claim)
    local title = { fr = "no" }
    for i = 1, 2 do title = i end
    repeat until true
    return fail { severity = "high" }
  end,
  title = { fr = "élève", ["en"] = 'pupil' },
  where = [[
amount > 1]],
  list = { { id = "a" }, text "b" { required = true }, f(1, 2), (3), "four" };
  after = (function() return 1 end)(), last = [=[x]=]
})";

Place at(int line, int column) {
    return {"f.lua", line, column};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(key_places)

BOOST_AUTO_TEST_CASE(finds_keys_of_the_returned_table_only) {
    const KeyPlaces places("f.lua", source);
    BOOST_TEST((places.key("judge") == at(9, 3)));
    BOOST_TEST((places.key("title") == at(15, 3)));
    BOOST_TEST((places.key("title.en") == at(15, 27)));
    BOOST_TEST((places.key("where") == at(16, 3)));
    BOOST_TEST((places.key("after") == at(19, 3)));
    BOOST_TEST((places.key("last") == at(19, 40)));
    for (const char* path : {"from", "severity", "i", "judge.severity", "nothing"})
        BOOST_TEST(!places.key(path).has_value(), path);
}

BOOST_AUTO_TEST_CASE(counts_the_items_of_lists) {
    const KeyPlaces places("f.lua", source);
    BOOST_TEST((places.key("list[1].id") == at(18, 14)));
    BOOST_TEST((places.key("list[2]") == at(18, 26)));
    BOOST_TEST((places.key("list[2].required") == at(18, 37)));
    BOOST_TEST((places.key("list[4]") == at(18, 65)));
    BOOST_TEST((places.key("list[5]") == at(18, 71)));
}

BOOST_AUTO_TEST_CASE(points_at_the_first_character_of_a_text) {
    const KeyPlaces places("f.lua", source);
    BOOST_TEST((places.text("title.fr") == at(15, 19)));
    BOOST_TEST((places.text("title.en") == at(15, 37)));
    BOOST_TEST((places.text("where") == at(17, 1)));
    BOOST_TEST((places.text("last") == at(19, 50)));
    BOOST_TEST(!places.text("judge").has_value());
}

BOOST_AUTO_TEST_CASE(takes_anything_without_harm) {
    for (const char* text : {"", "{", "}", "}}}", "{{{", "return x {a", "x { a = ", "x { [\"a\"", "x { \"",
                             "x { [[", "--", "--[[", "end end {a=1}", "x { ) , ( }"}) {
        BOOST_CHECK_NO_THROW(KeyPlaces("f.lua", text));
    }
}

BOOST_AUTO_TEST_SUITE_END()
