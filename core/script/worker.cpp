// SPDX-License-Identifier: Apache-2.0
#include "script/worker.h"

#include <stdexcept>

#include "script/worker_answer.h"
#include "script/worker_declaration.h"
#include "script/worker_process.h"

namespace cadran::script {

namespace {

using std::chrono::steady_clock;

constexpr std::size_t most_breakdowns = 2;

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
    return counted<Ruling>([&] { return asked(script, arguments, limits, lines); });
}

Declaring Worker::declare(const std::string& file, std::string_view source, const Limits& limits) {
    return counted<Declaring>([&] { return asked_to_declare(file, source, limits); });
}

template <typename Answered>
Answered Worker::counted(const std::function<Answered()>& ask) {
    if (breakdowns_.size() == most_breakdowns) {
        const bool never_started = breakdowns_.back() == Breakdown::not_started;
        return {.breakdown = never_started ? Breakdown::not_started : Breakdown::over};
    }
    const auto start = steady_clock::now();
    Answered answered = ask();
    if (answered.breakdown) {
        process_.reset();
        breakdowns_.push_back(*answered.breakdown);
    }
    answered.time = steady_clock::now() - start;
    return answered;
}

std::optional<Breakdown> Worker::start() {
    if (process_) return {};
    sent_.reset();
    try {
        process_ = std::make_unique<WorkerProcess>(program_.command);
    } catch (const std::runtime_error&) {
        return Breakdown::not_started;
    }
    std::string text;
    const Received greeting =
        process_->receive(text, worker_is_ready.size(), steady_clock::now() + program_.patience);
    if (greeting != Received::text || text != worker_is_ready) return Breakdown::not_started;
    return {};
}

tl::expected<Json, Breakdown> Worker::answer(const Deadline& deadline) {
    std::string text;
    const Received received = process_->receive(text, greatest_answer, deadline);
    if (received != Received::text) return tl::unexpected(breakdown_of(received));
    auto answer = Json::parse(text);
    if (!answer) return tl::unexpected(Breakdown::strange);
    return std::move(*answer);
}

Ruling Worker::asked(const JudgeScript& script, const JudgeArguments& arguments, const Limits& limits,
                     LineCoverage* lines) {
    if (const auto breakdown = start()) return {.breakdown = breakdown};
    const Deadline deadline = steady_clock::now() + limits.call + program_.patience;
    if (sent_ != script) {
        const Json request = Json::Object{{"script", json_of(script)}};
        if (!process_->send(request.canonical_text(), deadline)) return {.breakdown = Breakdown::died};
        sent_ = script;
    }
    if (!send_request(*process_, arguments, limits, lines != nullptr, deadline))
        return {.breakdown = Breakdown::died};
    const auto said = answer(deadline);
    if (!said) return {.breakdown = said.error()};
    auto ruling = ruling_of(*said, script, arguments, lines);
    return ruling ? std::move(*ruling) : Ruling{.breakdown = Breakdown::strange};
}

Declaring Worker::asked_to_declare(const std::string& file, std::string_view source, const Limits& limits) {
    if (const auto breakdown = start()) return {.breakdown = breakdown};
    const Deadline deadline = steady_clock::now() + limits.call + program_.patience;
    const Json request = Json::Object{{"declare", file}, {"limits", json_of(limits)}, {"source", source}};
    if (!process_->send(request.canonical_text(), deadline)) return {.breakdown = Breakdown::died};
    const auto said = answer(deadline);
    if (!said) return {.breakdown = said.error()};
    auto declaring = declaring_of(*said, file, source);
    return declaring ? std::move(*declaring) : Declaring{.breakdown = Breakdown::strange};
}

}  // namespace cadran::script
