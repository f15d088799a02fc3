// SPDX-License-Identifier: Apache-2.0
#include "expression/sample.h"

#include <algorithm>
#include <numeric>

#include "expression/exact.h"

namespace cadran::expression {

std::size_t sample_size(const std::optional<Decimal>& rate, std::int64_t size, std::size_t population) {
    if (!rate) return std::min(population, static_cast<std::size_t>(size));
    Wide scale = 1;
    for (int i = 0; i < rate->scale; ++i) scale *= 10;
    const Wide wanted = (static_cast<Wide>(rate->units) * static_cast<Wide>(population) + scale - 1) / scale;
    return std::min(population, std::max(std::size_t{1}, static_cast<std::size_t>(wanted)));
}

std::vector<std::size_t> sample_of(std::span<const std::string> names, std::size_t size,
                                   const HashKey& seed) {
    std::vector<std::size_t> indices(names.size());
    std::iota(indices.begin(), indices.end(), std::size_t{0});
    std::vector<std::uint64_t> hashes;
    for (const std::string& name : names) hashes.push_back(keyed_hash(seed, name));
    std::ranges::sort(indices, [&](std::size_t a, std::size_t b) {
        return std::pair(hashes[a], std::string_view(names[a])) <
               std::pair(hashes[b], std::string_view(names[b]));
    });
    indices.resize(std::min(size, indices.size()));
    return indices;
}

}  // namespace cadran::expression
