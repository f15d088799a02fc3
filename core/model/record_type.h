// SPDX-License-Identifier: Apache-2.0
// A kind of record that a plugin declares: claims, payments.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "column/schema.h"
#include "model/retention.h"

namespace cadran::model {

struct RecordType {
    std::string name;  // unique in the workspace: `claim`
    LocalText title;
    std::shared_ptr<const column::Schema> schema;
    std::size_t key = 0;         // field that names a record; text, required
    std::size_t event_date = 0;  // field whose date decides which rules judge the record; date, required
    std::optional<std::size_t> handler =
        {};  // field with the code of the person who processed the record; text
    std::optional<Retention> retention = {};  // none: kept until somebody declares one

    bool has_secrets() const;
};

// The decisions on findings as records, built by the host and offered to joins as type `decision`:
// control, key, verdict, decided_at. Its key is `key`; join on `control` as well.
RecordType decision_record_type();

// The payments that stay suspended as records, likewise, as type `suspended`: control, key. Those of findings
// that hold and are not decided, or refused.
RecordType suspended_record_type();

}  // namespace cadran::model
