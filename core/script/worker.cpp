// SPDX-License-Identifier: Apache-2.0
#include "script/worker.h"

#include <stdexcept>

#include "script/wire.h"
#include "script/worker_answer.h"
#include "script/worker_process.h"

namespace cadran::script {

namespace {

constexpr int most_breakdowns = 2;

Ruling broken(Breakdown how) {
    return {.breakdown = how};
}

bool send_request(const WorkerProcess& process, const JudgeArguments& arguments, const Limits& limits,
                  bool takes_lines, const Deadline& deadline) {
    Json records, record;
    if (arguments.records != nullptr) {
        records = std::ssize(*arguments.records);
        if (!arguments.records->empty()) record = heading_of(arguments.records->front());
    }
    const Json request = Json::Object{{"limits", json_of(limits)},
                                      {"lines", takes_lines},
                                      {"others", heading_of(arguments.others)},
                                      {"others_values", values_of(arguments.others)},
                                      {"record", std::move(record)},
                                      {"records", std::move(records)},
                                      {"subject", heading_of(arguments.subject)},
                                      {"subject_values", values_of(arguments.subject)}};
    if (!process.send(request.canonical_text(), deadline)) return false;
    if (arguments.records == nullptr) return true;
    return std::ranges::all_of(*arguments.records, [&](const Row& row) {
        return process.send(values_of(row).canonical_text(), deadline);
    });
}

Breakdown breakdown_of(Received received) {
    switch (received) {
        case Received::late: return Breakdown::silent;
        case Received::too_long: return Breakdown::strange;
        default: return Breakdown::died;
    }
}

}  // namespace

Worker::Worker(WorkerProgram program) : program_(std::move(program)) {}

Worker::~Worker() = default;

Ruling Worker::rule(const JudgeScript& script, const JudgeArguments& arguments, const Limits& limits,
                    LineCoverage* lines) {
    if (breakdowns_ == most_breakdowns) return broken(Breakdown::over);
    const auto start = std::chrono::steady_clock::now();
    Ruling ruling = asked(script, arguments, limits, lines);
    if (ruling.breakdown) {
        process_.reset();
        ++breakdowns_;
    }
    ruling.time = std::chrono::steady_clock::now() - start;
    return ruling;
}

Ruling Worker::asked(const JudgeScript& script, const JudgeArguments& arguments, const Limits& limits,
                     LineCoverage* lines) {
    const Deadline deadline = std::chrono::steady_clock::now() + limits.call + program_.patience;
    if (!process_) {
        sent_.reset();
        try {
            process_ = std::make_unique<WorkerProcess>(program_.command);
        } catch (const std::runtime_error&) {
            return broken(Breakdown::not_started);
        }
    }
    if (sent_ != script) {
        const Json heading = Json::Object{{"script", json_of(script)}};
        if (!process_->send(heading.canonical_text(), deadline)) return broken(Breakdown::died);
        sent_ = script;
    }
    if (!send_request(*process_, arguments, limits, lines != nullptr, deadline))
        return broken(Breakdown::died);
    std::string text;
    if (const Received received = process_->receive(text, greatest_answer, deadline);
        received != Received::text)
        return broken(breakdown_of(received));
    const auto answer = Json::parse(text);
    if (!answer) return broken(Breakdown::strange);
    auto ruling = ruling_of(*answer, script, arguments, lines);
    return ruling ? std::move(*ruling) : broken(Breakdown::strange);
}

}  // namespace cadran::script
