// SPDX-License-Identifier: Apache-2.0
#include "script/stopped.h"

#include "script/text_of.h"

namespace cadran::script {

namespace {

Message told(std::string id, std::int64_t limit, const std::string& judge, const std::string& subject) {
    return {std::move(id), {{"limit", limit}, {"judge", judge}, {"subject", shown_text(subject)}}};
}

const char* breakdown_message(Breakdown breakdown) {
    switch (breakdown) {
        case Breakdown::not_started: return "script.worker_not_started";
        case Breakdown::died: return "script.worker_died";
        case Breakdown::silent: return "script.worker_silent";
        case Breakdown::strange: return "script.worker_strange";
        case Breakdown::over: break;
    }
    return "script.worker_over";
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

Message file_broke(Breakdown breakdown) {
    return {breakdown == Breakdown::not_started ? "script.file_without_worker" : "script.file_broke_worker"};
}

Message hint_of(Breakdown breakdown) {
    return {breakdown == Breakdown::not_started ? "script.see_the_program" : "script.look_into_the_plugin"};
}

Diagnostic fault_of(Ruling&& ruling, const JudgedSubject& judged) {
    if (ruling.breakdown) {
        return {judged.place,
                {breakdown_message(*ruling.breakdown),
                 {{"judge", judged.judge}, {"subject", shown_text(judged.subject)}}},
                hint_of(*ruling.breakdown)};
    }
    Diagnostic fault = std::move(*ruling.fault);
    if (fault.place.line == 0) fault.place = judged.place;
    if (ruling.shortage)
        fault.what = judge_stopped(*ruling.shortage, judged.limits, judged.judge, judged.subject);
    return fault;
}

}  // namespace cadran::script
