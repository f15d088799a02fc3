// SPDX-License-Identifier: Apache-2.0
#include "script/script_service.h"

#include <sys/stat.h>

#include <stdexcept>

#include "script/confinement.h"
#include "script/declaration.h"
#include "script/wire.h"
#include "script/worker_answer.h"
#include "script/worker_declaration.h"

namespace cadran::script {

namespace {

// The records of a group follow their request, so that not all of them are there twice at once.
std::optional<std::vector<ReceivedRow>> received_records(int descriptor, const Json& request) {
    std::vector<ReceivedRow> rows;
    for (std::int64_t i = 0; i < request.at("records").integer(); ++i) {
        std::string text;
        if (receive_text(descriptor, text, greatest_request) != Received::text) return {};
        const auto values = Json::parse(text);
        if (!values) return {};
        rows.push_back(received_row(request.at("record"), *values));
    }
    return rows;
}

}  // namespace

bool ScriptService::answer() {
    std::string text;
    if (receive_text(descriptor_, text, greatest_request) != Received::text) return false;
    const auto request = Json::parse(text);
    if (!request) return false;
    if (request->object().contains("script")) {
        script_ = script_of(request->at("script"));
        return true;
    }
    if (request->object().contains("declare")) {
        const Declaring declaring =
            run_to_declare(request->at("declare").string(), request->at("source").string(),
                           limits_of(request->at("limits")));
        return send_text(descriptor_, json_of(declaring).canonical_text());
    }
    return answer_judging(*request);
}

bool ScriptService::answer_judging(const Json& request) {
    const ReceivedRow subject = received_row(request.at("subject"), request.at("subject_values"));
    const ReceivedRow others = received_row(request.at("others"), request.at("others_values"));
    std::vector<ReceivedRow> received;
    std::vector<Row> records;
    const bool is_group = !request.at("records").is_null();
    if (is_group) {
        auto rows = received_records(descriptor_, request);
        if (!rows) return false;
        received = std::move(*rows);
        for (const ReceivedRow& row : received) records.push_back(row.row());
    }
    const Row subject_row = subject.row(), others_row = others.row();
    LineCoverage lines;
    LineCoverage* const taken = request.at("lines").boolean() ? &lines : nullptr;
    const Ruling ruling = rule(script_.value(), {subject_row, others_row, is_group ? &records : nullptr},
                               limits_of(request.at("limits")), taken);
    return send_text(descriptor_, json_of(ruling, taken).canonical_text());
}

int serve_scripts() {
    constexpr int descriptor = 0;
    struct ::stat status {};
    if (::fstat(descriptor, &status) != 0 || !S_ISSOCK(status.st_mode)) return 64;
    try {
        confine(descriptor);
    } catch (const std::runtime_error&) {
        return 70;
    }
    if (!send_text(descriptor, worker_is_ready)) return 0;
    ScriptService service(descriptor);
    while (service.answer()) {
    }
    return 0;
}

}  // namespace cadran::script
