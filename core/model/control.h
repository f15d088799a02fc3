// SPDX-License-Identifier: Apache-2.0
// What a plugin declares: controls that select and judge records, measures that count them.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/duration.h"
#include "column/scalar.h"
#include "model/account.h"
#include "model/severity.h"

namespace cadran::model {

// A value that a process may set for a control; the declaration gives type, range and default.
struct Parameter {
    std::string name;
    column::Type type = column::Type::integer;
    column::Scalar default_value;
    column::Scalar minimum = {};  // missing: no lower limit
    column::Scalar maximum = {};
    LocalText help;
};

// A clause that has a name: another type joined to the records judged, `decision on key = payment.claim`, or
// a window, `sum(amount) over 30 days by member ordered by care_date`.
struct Join {
    std::string alias;
    std::string text;
};

// What the records of a declaration are and which of them count, as text of the condition language.
struct Population {
    std::string from;  // record type
    std::vector<Join> joins = {};
    std::string where = {};  // empty: every record
    std::string group = {};  // the fields of a group
    std::vector<Join> windows = {};
    std::string having = {};   // over groups or windows
    std::string history = {};  // how far back earlier records take part
    std::optional<Decimal> sample_rate = {};
    std::optional<std::int64_t> sample_size = {};
    std::string sample_by = {};
};

enum class Effect {
    hold,   // not paid before it is decided
    check,  // to be looked at, payment goes on
    flag,   // counted and shown
};

// The roles for which a control may keep what it finds: nobody else comes to know of it.
inline constexpr std::array confidants{Role::tracfin_correspondent};

// What the human controller ticks.
struct VerificationPoint {
    std::string id;
    LocalText text;
};

struct Control {
    std::string id;  // `claims/over-threshold`: plugin, then name
    LocalText title;
    Population population;
    std::vector<Parameter> parameters;
    Effect effect = Effect::flag;
    Severity severity = Severity::medium;
    LocalText message;  // names fields and parameters in braces
    std::vector<VerificationPoint> verify;
    bool has_judge = false;
    std::optional<Duration> due = {};          // from the day a record was found; none: whenever
    std::optional<std::int64_t> minutes = {};  // that checking one takes
    std::optional<Role> visible_to = {};  // a confidant, who alone sees what it finds; none: as rights say
};

// The share of a population that meets a condition.
struct Measure {
    std::string id;
    LocalText title;
    Population population;
    std::string meets;  // condition; the numerator counts the records that satisfy it
    std::vector<Parameter> parameters;
};

std::string_view effect_name(Effect effect);
std::optional<Effect> parse_effect(std::string_view name);
LocalText effect_title(Effect effect);

}  // namespace cadran::model
