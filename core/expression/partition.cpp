// SPDX-License-Identifier: Apache-2.0
#include "expression/partition.h"

#include <algorithm>
#include <functional>
#include <string_view>

#include "expression/plan.h"
#include "expression/value.h"

namespace cadran::expression {

namespace {

std::vector<std::size_t> own_fields(const std::vector<Operand>& operands) {
    std::vector<std::size_t> fields;
    for (const Operand& operand : operands) {
        const auto& field = std::get<FieldOperand>(operand.what);
        if (field.source == 0) fields.push_back(field.field);
    }
    std::ranges::sort(fields);
    return fields;
}

}  // namespace

std::vector<Share> Share::divided(std::uint64_t by) const {
    std::vector<Share> shares;
    for (std::uint64_t i = 0; i < by; ++i) shares.push_back({number + i * of, of * by});
    return shares;
}

Partition::Partition(const Query& query) {
    const Plan& plan = query.plan();
    std::vector<std::vector<std::size_t>> sets;
    if (plan.group) sets.push_back(own_fields(*plan.group));
    for (const Window& window : plan.windows) sets.push_back(own_fields(window.by));
    if (plan.sample) sets.push_back(own_fields(plan.sample->by));
    if (sets.empty()) return;
    asks_for_others_ = true;
    fields_ = sets.front();
    for (const std::vector<std::size_t>& set : sets)
        std::erase_if(fields_, [&](std::size_t field) { return !std::ranges::binary_search(set, field); });
}

bool Partition::leaves_out(Share share, std::uint32_t number) const {
    if (asks_for_others_) return fields_.empty() && share.number != 0;
    return number % share.of != share.number;
}

void Partition::keep(Share share, std::uint32_t number, const column::RecordBatch& batch,
                     std::span<std::uint8_t> counts) const {
    if (share.of == 1) return;
    if (fields_.empty()) {
        if (leaves_out(share, number)) std::ranges::fill(counts, std::uint8_t{0});
        return;
    }
    std::vector<std::uint64_t> mixtures(batch.rows);
    std::vector<std::uint8_t> lacking(batch.rows);
    for (const std::size_t field : fields_) {
        const column::Column& column = batch.columns[field];
        const auto mix_in = [&](const auto& part) {
            for (std::size_t row = 0; row < batch.rows; ++row) {
                if (counts[row] == 0) continue;
                mixtures[row] = mixed(mixtures[row] + std::uint64_t{part(row)});
                if (column.present[row] == 0) lacking[row] = 1;
            }
        };
        if (const auto* numbers = std::get_if<column::Numbers>(&column.values))
            mix_in([&](std::size_t row) { return static_cast<std::uint64_t>((*numbers)[row]); });
        else if (const auto* texts = std::get_if<column::Texts>(&column.values))
            mix_in([&](std::size_t row) { return std::hash<std::string_view>()(texts->at(row)); });
        else
            mix_in([&, &codes = std::get<column::Codes>(column.values)](std::size_t row) {
                return std::uint64_t{codes[row]};
            });
    }
    for (std::size_t row = 0; row < batch.rows; ++row) {
        // A record that lacks a field is of no group, window or stratum: it may be anywhere.
        if (lacking[row] != 0) mixtures[row] = mixed(std::uint64_t{number} << 32 | row);
        if (mixtures[row] % share.of != share.number) counts[row] = 0;
    }
}

}  // namespace cadran::expression
