// SPDX-License-Identifier: Apache-2.0
#include "app/record_list.h"

#include <algorithm>

#include "app/analysis.h"

namespace cadran::app {

namespace {

std::string words_of(const AnalysisCell& cell, const Catalogue& catalogue) {
    const auto* value = std::get_if<Argument>(&cell.value);
    return value == nullptr ? std::string() : catalogue.fill("{value}", {{"value", *value}});
}

}  // namespace

Result<RecordList> list_records(Session& session, const RecordChoice& choice) {
    auto chosen = choose_records(session, choice);
    if (!chosen) return tl::unexpected(chosen.error());
    const column::Schema& schema = *chosen->type.schema;
    RecordList list;
    list.title = chosen->type.title;
    std::vector<std::size_t> shown;
    for (std::size_t i = 0; i < schema.fields().size(); ++i) {
        if (schema.fields()[i].type != column::Type::secret) shown.push_back(i);
    }
    // What names a record comes first.
    std::ranges::stable_partition(shown, [&](std::size_t field) { return field == chosen->type.key; });
    for (const std::size_t field : shown) {
        list.fields.push_back(schema.fields()[field].name);
        list.headings.push_back(schema.fields()[field].title);
    }
    const std::size_t date = chosen->type.event_date;
    std::ranges::stable_sort(chosen->population, std::ranges::greater(),
                             [&](const control::RecordRow& row) { return row.number(date); });
    for (const control::RecordRow& row : chosen->population) {
        if (list.rows.size() == records_listed) {
            ++list.left_out;
            continue;
        }
        auto& cells = list.rows.emplace_back();
        for (const std::size_t field : shown)
            cells.push_back(words_of(cell_of(schema.fields()[field], row.scalar(field)), session.catalogue));
    }
    return list;
}

}  // namespace cadran::app
