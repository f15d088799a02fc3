// SPDX-License-Identifier: Apache-2.0
// Standing checks of whether the system lives: what is declared and never done, measured and never
// questioned.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "app/session.h"
#include "calendar/period.h"

namespace cadran::app {

enum class XrayRule {
    unmeasured_objective,      // its indicator has no figure of the last period that is over
    unreviewed_process,        // no signed review of the last turn that is over
    unused_control,            // not run over the last turn that is over
    silent_control,            // never found anything in a year
    blind_control,             // cannot check more than one record in twenty
    constant_success,          // every figure of a year on target
    unrevised_target,          // the same for more than a year
    unproven_action,           // done, and nobody judges whether it worked
    unreduced_risk,            // treated by reducing it, and as high as before
    unreviewed_system,         // no signed management review of the last year that is over
    incomplete_review,         // inputs of the management review of a year that is over are missing
    lone_controller,           // one person decides on files: nobody judges the files of that person
    unaudited_delegate,        // no audit was begun in a year (Directive 2009/138/EC, art. 49)
    unaudited_process,         // no internal audit was begun in a year
    forgotten_recommendation,  // overdue for a quarter and more
    unchanged_team,            // an audit by nobody else than auditors of the two before
};

inline constexpr std::array all_xray_rules{
    XrayRule::unmeasured_objective, XrayRule::unreviewed_process, XrayRule::unused_control,
    XrayRule::silent_control,       XrayRule::blind_control,      XrayRule::constant_success,
    XrayRule::unrevised_target,     XrayRule::unproven_action,    XrayRule::unreduced_risk,
    XrayRule::unreviewed_system,    XrayRule::incomplete_review,  XrayRule::lone_controller,
    XrayRule::unaudited_delegate,   XrayRule::unaudited_process,  XrayRule::forgotten_recommendation,
    XrayRule::unchanged_team,
};

// As programs read it: `silent-control`.
std::string_view xray_rule_name(XrayRule rule);

// Fewer figures or runs of a year show no habit.
inline constexpr std::int64_t least_to_show_a_habit = 4;

struct XrayShadow {
    XrayRule rule;
    std::string process;  // empty: of the whole system
    Message what;         // of which xray_words() makes words
    Message cure;
    std::optional<calendar::Period> period = {};  // that it is about, where it is about one
};

std::string xray_words(const XrayShadow& shadow, const Catalogue& catalogue);

// By process; of one where it is named, without what concerns the whole system. What is late is not in it
// before the days that `due` allows are over.
Result<std::vector<XrayShadow>> xray(Session& session, const std::string& process);

}  // namespace cadran::app
