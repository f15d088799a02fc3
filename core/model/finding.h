// SPDX-License-Identifier: Apache-2.0
// What a control found on a record, and what people decided about it.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/hash.h"
#include "column/scalar.h"
#include "model/control.h"

namespace cadran::model {

enum class Outcome { pass, fail, error, not_applicable, not_checked };

std::string_view outcome_name(Outcome outcome);

// The very version of a control that judged.
struct ControlVersion {
    std::string id;   // `claims/over-threshold`
    int version = 0;  // of the accepted plugin
    Digest hash;      // of the accepted plugin
};

struct Subject {
    std::string type;  // record type
    std::string key;

    friend auto operator<=>(const Subject&, const Subject&) = default;
};

struct Evidence {
    std::string field;  // `amount`, `payer.name`; of a parameter, its name
    column::Scalar value;
    std::string record = {};  // key of the one record of several that it is of
};

enum class Verdict {
    released,  // of a file that is looked at: all right
    refused,
    corrected,
    dismissed,  // of what is only flagged, or of several records together
    confirmed,
    reopened,   // takes the decision before it back
    contested,  // the same, by the handler of the record: somebody else judges it again
};

inline constexpr std::array all_verdicts{Verdict::released,  Verdict::refused,   Verdict::corrected,
                                         Verdict::dismissed, Verdict::confirmed, Verdict::reopened,
                                         Verdict::contested};

// Whether it settles the finding; the others leave it open.
bool is_settling(Verdict verdict);

std::string_view verdict_name(Verdict verdict);
std::optional<Verdict> parse_verdict(std::string_view name);
LocalText verdict_title(Verdict verdict);

// One verification point as the human controller found it.
struct PointVerdict {
    std::string point;
    bool conforming = false;
};

struct Decision {
    std::string finding;
    Verdict verdict = Verdict::released;
    std::vector<PointVerdict> points;
    std::string reason;  // required unless released
    std::string by;      // account
    Instant at;
};

// A release dismisses, a refusal or a correction confirms; what takes a decision back opens again.
enum class FindingState { open, confirmed, dismissed };

std::string_view finding_state_name(FindingState state);
std::optional<FindingState> parse_finding_state(std::string_view name);
LocalText finding_state_title(FindingState state);
FindingState state_after(Verdict verdict);

// Somebody reserved the file for themselves.
struct Reservation {
    std::string by;  // account
    Instant at;
};

// How long a file stays reserved.
inline constexpr std::chrono::hours reservation_lasts{24};

// Whether others may not decide on the file meanwhile.
bool is_held_from(const std::optional<Reservation>& reservation, std::string_view account, Instant now);

struct Finding {
    std::string id;        // from control and subjects alone: the same in every run
    std::int64_t run = 0;  // the run that found it first
    ControlVersion control;
    std::vector<Subject> subjects;  // sorted
    Date event_date{};              // of the record; of a group, the latest
    std::string handler;            // code of who processed the record; may be empty
    Outcome outcome = Outcome::fail;
    Effect effect = Effect::flag;
    Severity severity = Severity::medium;
    std::vector<Evidence> evidence;  // fields of the record, then parameters
    std::string message;             // id of the text in the plugin: the control's, or one its judge chose
    FindingState state = FindingState::open;
    std::optional<Reservation> taken = {};  // none once it is decided
    // The records were purged then, and with them the values of the evidence, which are missing; names of
    // fields, parameters and keys stay.
    std::optional<Instant> purged = {};
    std::optional<Role> visible_to =
        {};  // as its control said when it was found, whatever later versions say
    int revision = 1;
};

// `F-` and 16 hexadecimal digits of the hash of control and subjects.
std::string finding_id(const std::string& control, const std::vector<Subject>& subjects);

}  // namespace cadran::model
