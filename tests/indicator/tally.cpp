// SPDX-License-Identifier: Apache-2.0
#include "indicator/tally.h"

#include <fmt/format.h>
#include <boost/test/unit_test.hpp>

#include "base/text.h"

using namespace cadran;
using namespace cadran::indicator;

namespace {

using column::Scalar;

Date day(const char* iso) {
    return *parse_date(iso);
}

const script::PluginFiles files{
    {"plugin.lua",
     R"(return plugin { id = "sample", version = "1", api = 1, title = { fr = "essai", en = "sample" } })"},
    {"records/payment.lua", R"(return record "payment" {
      title = { fr = "paiement", en = "payment" }, key = "number", event_date = "paid_on",
      fields = {
        text "number" { required = true, title = { fr = "numéro", en = "number" } },
        date "paid_on" { required = true, title = { fr = "payé le", en = "paid on" } },
        money "amount" { title = { fr = "montant", en = "amount" } },
        date "decided_on" { title = { fr = "décidé le", en = "decided on" } } } })"},
    {"records/order.lua", R"(return record "order" {
      title = { fr = "ordre", en = "order" }, key = "number", event_date = "given_on",
      fields = {
        text "number" { required = true, title = { fr = "numéro", en = "number" } },
        text "payment" { required = true, title = { fr = "paiement", en = "payment" } },
        date "given_on" { required = true, title = { fr = "donné le", en = "given on" } } } })"},
    {"indicators/in-time.lua", R"(return indicator "in-time" {
      title = { fr = "à temps", en = "in time" }, from = "payment", join = { order = "order on payment = payment.number" },
      where = "amount > 1000 EUR", meets = "decided_on <= paid_on" })"},
};

struct Payment {
    const char* number;
    const char* paid_on;
    Scalar amount;
    Scalar decided_on;
};

const Scalar dear = Money{100001, {}};
const Scalar cheap = Money{100000, {}};
const Scalar missing;

// Of July; `ordered` are the payments that an order names, once for each time.
Tally tallied(const std::vector<Payment>& payments, const std::vector<const char*>& ordered = {}) {
    const auto plugin = script::load_plugin(files, "");
    if (!plugin) BOOST_FAIL(plugin.error().diagnostics.at(0).what.id);
    const model::RecordType& type = *plugin->find_record("payment");
    auto batch = std::make_shared<column::RecordBatch>(type.schema);
    for (const Payment& payment : payments) {
        batch->append({std::string(payment.number), day(payment.paid_on), payment.amount, payment.decided_on},
                      static_cast<std::int64_t>(batch->rows) + 2);
    }
    record::Dataset dataset(type);
    dataset.add(batch);
    const script::MeasureDeclaration& measure = *plugin->find_measure("sample/in-time");
    auto orders = std::make_shared<column::RecordBatch>(plugin->find_record("order")->schema);
    for (const char* payment : ordered)
        orders->append({std::to_string(orders->rows), std::string(payment), day("2026-07-01")}, 2);
    auto table = std::make_shared<expression::JoinTable>(measure.query, 0);
    table->add(orders);
    expression::Evaluator conditions(
        measure.query, {}, calendar::Locality{calendar::Zone::named("Europe/Paris").value()}, {table});
    return tally(measure, dataset, conditions, day("2026-07-01"), day("2026-07-31"));
}

std::string text(const Tally& tally) {
    std::string text = fmt::format("{}/{}, {} excluded", tally.numerator, tally.denominator, tally.excluded);
    for (const model::Subject& exception : tally.exceptions) text += " " + exception.key;
    return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(tally_of_records)

BOOST_AUTO_TEST_CASE(counts_what_it_is_about_and_what_of_it_meets_the_condition) {
    const Scalar before = day("2026-07-09"), same = day("2026-07-10"), after = day("2026-07-11");
    BOOST_TEST(text(tallied({{"R1", "2026-07-10", dear, before},
                             {"R2", "2026-07-10", dear, same},
                             {"R3", "2026-07-10", dear, after}})) == "2/3, 0 excluded R3");
}

BOOST_AUTO_TEST_CASE(leaves_out_what_it_is_not_about) {
    BOOST_TEST(text(tallied({{"R1", "2026-07-10", cheap, missing}})) == "0/0, 0 excluded");
    BOOST_TEST(text(tallied({})) == "0/0, 0 excluded");
}

BOOST_AUTO_TEST_CASE(counts_from_the_first_to_the_last_day) {
    const Scalar decided = day("2026-06-01");
    BOOST_TEST(text(tallied({{"R1", "2026-06-30", dear, decided},
                             {"R2", "2026-07-01", dear, decided},
                             {"R3", "2026-07-31", dear, decided},
                             {"R4", "2026-08-01", dear, decided}})) == "2/2, 0 excluded");
}

BOOST_AUTO_TEST_CASE(excludes_what_it_cannot_check) {
    BOOST_TEST(text(tallied({{"R1", "2026-07-10", missing, day("2026-07-09")}})) == "0/0, 1 excluded");
    BOOST_TEST(text(tallied({{"R1", "2026-07-10", dear, missing}})) == "0/0, 1 excluded");
}

BOOST_AUTO_TEST_CASE(excludes_a_record_whose_join_is_ambiguous) {
    const Scalar decided = day("2026-07-09");
    BOOST_TEST(text(tallied({{"R1", "2026-07-10", dear, decided}, {"R2", "2026-07-10", dear, decided}},
                            {"R1", "R1", "R2"})) == "1/1, 1 excluded");
}

BOOST_AUTO_TEST_CASE(names_exceptions_as_they_arrive) {
    const Scalar late = day("2026-08-01");
    const Tally done = tallied({{"R9", "2026-07-10", dear, late}, {"R1", "2026-07-10", dear, late}});
    BOOST_REQUIRE(done.exceptions.size() == 2u);
    BOOST_TEST(done.exceptions[0].type == "payment");
    BOOST_TEST(done.exceptions[0].key == "R9");
}

BOOST_AUTO_TEST_SUITE_END()
