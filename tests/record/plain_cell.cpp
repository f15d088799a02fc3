// SPDX-License-Identifier: Apache-2.0
#include "record/plain_cell.h"

#include <rapidcheck.h>
#include <boost/test/unit_test.hpp>

#include "base/text.h"
#include "record/claims.h"
#include "record/value.h"

using namespace cadran;
using namespace cadran::record;

namespace {

std::vector<column::Field> fields() {
    using column::Type;
    return {{.name = "text", .type = Type::text},
            {.name = "date", .type = Type::date},
            {.name = "money", .type = Type::money},
            {.name = "whole", .type = Type::decimal, .decimals = 0},
            {.name = "decimal", .type = Type::decimal, .decimals = 3},
            {.name = "integer", .type = Type::integer},
            {.name = "duration", .type = Type::duration},
            {.name = "secret", .type = Type::secret},
            {.name = "flag", .type = Type::boolean},
            {.name = "code", .type = Type::code, .codes = {{"12", {}}, {"optical", {}}}}};
}

std::string any_cell() {
    static const std::vector<std::string> pieces{"0",  "1",    "9",    "12",   "28", "29",   "30",     "31",
                                                 "02", "2026", "2024", "1900", "22", "2200", "-",      "/",
                                                 ".",  ",",    " ",    "€",    "A",  "b",    "optical"};
    static const std::vector<std::string> dates{"2026-02-28", "2026-02-29",       "2024-02-29", "31/04/2026",
                                                "30/04/2026", "1899-12-31",       "2200-12-31", "2026-13-01",
                                                "00/01/2026", "99999999999999.99"};
    if (*rc::gen::inRange(0, 4) == 0) return *rc::gen::elementOf(dates);
    std::string cell = *rc::gen::elementOf(pieces);
    for (int i = *rc::gen::elementOf(std::vector<int>{0, 1, 2, 3, 4}); i > 0; --i)
        cell += *rc::gen::elementOf(pieces);
    return cell;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(plain_cell)

BOOST_AUTO_TEST_CASE(is_read_as_the_careful_way_reads_it) {
    std::size_t tried = 0, seen = 0;
    BOOST_TEST(rc::check("any cell of any field", [&] {
        ++tried;
        const std::string text = any_cell();
        const std::string_view cell = trimmed(text);
        if (cell.empty()) return;
        const Dialect dialect = *rc::gen::elementOf(std::vector<Dialect>{{}, french_dialect});
        for (const column::Field& field : fields()) {
            column::Slot slot;
            if (!read_plain_cell(cell, field, dialect, test_key, slot)) continue;
            const auto careful = parse_value(cell, field, dialect, test_key);
            RC_ASSERT(careful.has_value());
            RC_ASSERT(slot.present);
            RC_ASSERT(slot.number == careful->number);
            RC_ASSERT(slot.text == careful->text);
            ++seen;
        }
    }));
    BOOST_TEST(2 * seen > 3 * tried);
}

BOOST_AUTO_TEST_CASE(reads_amounts_of_every_length_with_any_character_in_them) {
    const column::Field field = fields()[2];
    const std::string longest = "1098765.43";
    for (std::size_t first = 0; first < longest.size(); ++first) {
        for (std::size_t changed = first; changed < longest.size(); ++changed) {
            for (char c = ' '; c < '\x7F'; ++c) {
                std::string cell = longest.substr(first);
                cell[changed - first] = c;
                if (trimmed(cell) != cell) continue;
                column::Slot slot;
                if (!read_plain_cell(cell, field, {}, test_key, slot)) continue;
                const auto careful = parse_value(cell, field, {}, test_key);
                BOOST_TEST((careful.has_value() && slot.number == careful->number), cell);
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(has_the_form_of_nearly_all_cells) {
    const auto is_plain = [](std::size_t field, std::string_view cell, const Dialect& dialect) {
        column::Slot slot;
        return read_plain_cell(cell, fields()[field], dialect, test_key, slot);
    };
    BOOST_TEST(is_plain(0, "Évreux", {}));
    BOOST_TEST(is_plain(1, "2026-07-31", {}));
    BOOST_TEST(is_plain(1, "31/07/2026", french_dialect));
    BOOST_TEST(is_plain(2, "1234.5", {}));
    for (const char* amount : {"1.23", "12.34", "123.45", "1234.56", "12345.67", "123456.78"})
        BOOST_TEST(is_plain(2, amount, {}), amount);
    BOOST_TEST(is_plain(2, "1234,56", french_dialect));
    BOOST_TEST(is_plain(5, "17", {}));
    BOOST_TEST(is_plain(7, "FR7612345", {}));
    BOOST_TEST(is_plain(9, "optical", {}));
    BOOST_TEST(!is_plain(1, "2026-02-29", {}));
    BOOST_TEST(!is_plain(2, "1 234,56 €", french_dialect));
    BOOST_TEST(!is_plain(7, "fr76 1234", {}));
}

BOOST_AUTO_TEST_SUITE_END()
