// SPDX-License-Identifier: Apache-2.0
#include "model/record_type.h"

#include <algorithm>

#include "model/finding.h"

namespace cadran::model {

bool RecordType::has_secrets() const {
    return std::ranges::any_of(schema->fields(),
                               [](const column::Field& field) { return field.type == column::Type::secret; });
}

RecordType decision_record_type() {
    using column::Field;
    using column::Type;
    std::vector<column::Code> verdicts;
    for (const Verdict verdict : all_verdicts) {
        if (is_settling(verdict))
            verdicts.push_back({std::string(verdict_name(verdict)), verdict_title(verdict)});
    }
    RecordType type;
    type.name = "decision";
    type.title = {"décision", "decision"};
    type.schema = std::make_shared<column::Schema>(std::vector<Field>{
        {.name = "control", .type = Type::text, .required = true, .title = {"contrôle", "control"}},
        {.name = "key", .type = Type::text, .required = true, .title = {"dossier", "record"}},
        {.name = "verdict",
         .type = Type::code,
         .required = true,
         .codes = std::move(verdicts),
         .title = {"verdict", "verdict"}},
        {.name = "decided_at", .type = Type::time, .required = true, .title = {"décidé le", "decided at"}},
    });
    type.key = 1;
    type.event_date = 3;
    return type;
}

RecordType suspended_record_type() {
    using column::Field;
    using column::Type;
    RecordType type;
    type.name = "suspended";
    type.title = {"paiement suspendu", "suspended payment"};
    type.schema = std::make_shared<column::Schema>(std::vector<Field>{
        {.name = "control", .type = Type::text, .required = true, .title = {"contrôle", "control"}},
        {.name = "key", .type = Type::text, .required = true, .title = {"dossier", "record"}},
        {.name = "found_on",
         .type = Type::date,
         .required = true,
         .title = {"date du dossier", "record’s date"}},
    });
    type.key = 1;
    type.event_date = 2;
    return type;
}

}  // namespace cadran::model
