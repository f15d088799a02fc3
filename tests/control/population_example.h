// SPDX-License-Identifier: Apache-2.0
// Invoices as a population: number, member, amount, day, line.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/text.h"
#include "control/population.h"

namespace cadran::control {

struct Invoice {
    std::optional<std::string> number;
    std::string member = "M1";
    std::optional<std::int64_t> cents = 10'000;
    std::string day = "2026-07-01";
};

// Keeps the batch; its fields by these places.
struct Invoices {
    static constexpr std::size_t number = 0, member = 1, amount = 2, day = 3;

    explicit Invoices(const std::vector<Invoice>& invoices) {
        using column::Type;
        const auto schema = std::make_shared<const column::Schema>(
            std::vector<column::Field>{{.name = "number", .type = Type::text},
                                       {.name = "member", .type = Type::text},
                                       {.name = "amount", .type = Type::money},
                                       {.name = "day", .type = Type::date}});
        batch = std::make_shared<column::RecordBatch>(schema);
        for (const Invoice& one : invoices) {
            column::Scalar name, value;
            if (one.number) name = *one.number;
            if (one.cents) value = Money{*one.cents, {}};
            population.push_back({batch.get(), static_cast<std::uint32_t>(batch->rows)});
            batch->append({name, one.member, value, *parse_date(one.day)}, 1);
        }
    }

    std::shared_ptr<column::RecordBatch> batch;
    Population population;
};

}  // namespace cadran::control
