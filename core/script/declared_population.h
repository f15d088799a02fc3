// SPDX-License-Identifier: Apache-2.0
// What controls and indicators have alike: the records they are about, their conditions, their parameters.
#pragma once

#include <optional>
#include <vector>

#include "expression/query.h"
#include "model/control.h"
#include "model/record_type.h"
#include "script/table_reader.h"

namespace cadran::script {

// The record types of the plugin. Those of files that are faulty are known by name alone, so that they are
// not reported a second time where they are used.
struct KnownRecords {
    std::vector<model::RecordType> types;
    std::vector<std::string> names;

    const model::RecordType* find(std::string_view name) const;
};

struct DeclaredPopulation {
    model::Population population;
    std::vector<model::Parameter> parameters;
    const model::RecordType* from = nullptr;  // none where it is not known
    // Whether all names are known that texts may use; where they are not, texts are not looked at, lest one
    // fault bring forth others.
    bool names_are_known = false;
    std::optional<expression::Query> query;  // none where a part of it is faulty
};

DeclaredPopulation read_population(const TableReader& reader, const KnownRecords& records,
                                   Diagnostics& faults);

// The condition that stands at that key, over the same names.
std::optional<expression::Condition> read_condition(const TableReader& reader, std::string_view key,
                                                    const std::string& text,
                                                    const DeclaredPopulation& population,
                                                    Diagnostics& faults);

}  // namespace cadran::script
