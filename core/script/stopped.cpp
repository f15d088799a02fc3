// SPDX-License-Identifier: Apache-2.0
#include "script/stopped.h"

#include "script/text_of.h"

namespace cadran::script {

namespace {

Message told(std::string id, std::int64_t limit, const std::string& judge, const std::string& subject) {
    return {std::move(id), {{"limit", limit}, {"judge", judge}, {"subject", shown_text(subject)}}};
}

}  // namespace

Message judge_stopped(Shortage shortage, const Limits& limits, const std::string& judge,
                      const std::string& subject) {
    switch (shortage) {
        case Shortage::fuel: return told("script.judge_out_of_fuel", limits.fuel, judge, subject);
        case Shortage::time:
            return told("script.judge_out_of_time", std::int64_t{limits.call.count()}, judge, subject);
        case Shortage::memory: break;
    }
    return told("script.judge_out_of_memory", static_cast<std::int64_t>(limits.memory >> 10), judge, subject);
}

Message run_ended(Shortage shortage, const Limits& limits, const std::string& judge,
                  const std::string& subject) {
    if (shortage == Shortage::fuel) return told("script.run_out_of_fuel", limits.run_fuel, judge, subject);
    return told("script.run_out_of_time", std::int64_t{limits.run.count()}, judge, subject);
}

}  // namespace cadran::script
