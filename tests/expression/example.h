// SPDX-License-Identifier: Apache-2.0
// Claims and decisions on them, for the examples of the condition language.
#pragma once

#include <initializer_list>
#include <memory>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "base/text.h"
#include "expression/evaluator.h"

namespace cadran::expression {

inline std::ostream& operator<<(std::ostream& stream, Truth truth) {
    return stream << (truth == Truth::yes ? "yes" : truth == Truth::no ? "no" : "unknown");
}

}  // namespace cadran::expression

namespace cadran::expression::example {

using Values = std::vector<std::pair<std::string, column::Scalar>>;
using Joins = std::vector<std::pair<std::string, Clause>>;

inline const Currency dollar{{'U', 'S', 'D', '\0'}};

inline Money euros(std::int64_t cents) {
    return {cents, {}};
}
inline Date day(const char* iso) {
    return *parse_date(iso);
}
inline Instant instant(const char* iso) {
    return *parse_instant(iso);
}

inline std::shared_ptr<const column::Schema> claim_schema() {
    using column::Field;
    using column::Type;
    return std::make_shared<column::Schema>(std::vector<Field>{
        {.name = "number", .type = Type::text, .title = {"numéro", "number"}},
        {.name = "act",
         .type = Type::code,
         .codes = {{"consultation", {"consultation", "consultation"}},
                   {"hospital-stay", {"séjour hospitalier", "hospital stay"}},
                   {"pharmacy", {"pharmacie", "pharmacy"}}},
         .title = {"acte", "act"}},
        {.name = "amount", .type = Type::money, .title = {"montant", "amount"}},
        {.name = "refund", .type = Type::money, .title = {"part remboursée", "refund"}},
        {.name = "fee", .type = Type::money, .currency = dollar},
        {.name = "rate", .type = Type::decimal, .decimals = 2, .title = {"taux", "rate"}},
        {.name = "delay", .type = Type::duration, .unit = TimeUnit::ouvres, .title = {"délai", "time limit"}},
        {.name = "visits", .type = Type::integer, .title = {"nombre de visites", "visits"}},
        {.name = "urgent", .type = Type::boolean, .title = {"urgence", "urgent"}},
        {.name = "received_on", .type = Type::date, .title = {"date de réception", "reception date"}},
        {.name = "paid_on", .type = Type::date, .title = {"date de paiement", "payment date"}},
        {.name = "entered_at", .type = Type::time, .title = {"heure de saisie", "time of entry"}},
        {.name = "handler", .type = Type::text, .title = {"gestionnaire", "handler"}},
        {.name = "iban", .type = Type::secret, .title = {"IBAN", "IBAN"}},
        {.name = "staff_iban", .type = Type::secret},
    });
}

inline std::shared_ptr<const column::Schema> decision_schema() {
    using column::Field;
    using column::Type;
    return std::make_shared<column::Schema>(std::vector<Field>{
        {.name = "control", .type = Type::text, .title = {"contrôle", "control"}},
        {.name = "key", .type = Type::text, .title = {"dossier", "record"}},
        {.name = "verdict",
         .type = Type::code,
         .codes = {{"released", {"débloqué", "released"}},
                   {"refused", {"refusé", "refused"}},
                   {"corrected", {"corrigé", "corrected"}}},
         .title = {"verdict", "verdict"}},
        {.name = "decided_at", .type = Type::time, .title = {"date de décision", "decision date"}},
    });
}

inline Scope scope() {
    using column::Type;
    return {"claim",
            claim_schema(),
            {{"threshold", Type::money},
             {"limit", Type::integer},
             {"start", Type::date},
             {"prefix", Type::text},
             {"share", Type::decimal},
             {"deadline", Type::duration, {}, TimeUnit::ouvres},
             {"allowed_acts", Type::list}},
            {{"claim", claim_schema()}, {"decision", decision_schema()}}};
}

inline std::vector<column::Scalar> parameters() {
    return {euros(100000),
            std::int64_t{3},
            day("2026-07-01"),
            std::string("H0"),
            Decimal{95, 2},
            Duration{10, TimeUnit::ouvres},
            column::List{"pharmacy", "consultation"}};
}

inline const Joins decision_join{
    {"check", {"decision on control = 'claims/over-threshold' and key = claim.number"}}};

// A batch of one row for each record; fields that are not named are missing.
inline std::shared_ptr<const column::RecordBatch> batch(std::shared_ptr<const column::Schema> schema,
                                                        const std::vector<Values>& records) {
    auto batch = std::make_shared<column::RecordBatch>(schema);
    for (const Values& values : records) {
        std::vector<column::Scalar> row(schema->fields().size());
        for (const auto& [name, value] : values) row[schema->find(name).value()] = value;
        batch->append(row, static_cast<std::int64_t>(batch->rows) + 1);
    }
    return batch;
}

inline calendar::Locality paris() {
    return {calendar::Zone::named("Europe/Paris").value(), calendar::Region::metropole};
}

// What the condition says of one claim.
inline Truth truth(const std::string& condition, const Values& claim) {
    const Query query = Query::compile(scope(), {}, Clause{condition}).value();
    Evaluator evaluator(query, parameters(), paris());
    const auto claims = batch(claim_schema(), {claim});
    BOOST_REQUIRE(evaluator.go_to(*claims, 0));
    return evaluator.where();
}

inline Values decision(const std::string& key, const std::string& verdict,
                       const std::string& control = "claims/over-threshold") {
    return {{"control", control},
            {"key", key},
            {"verdict", verdict},
            {"decided_at", instant("2026-07-25T08:00:00Z")}};
}

}  // namespace cadran::expression::example
