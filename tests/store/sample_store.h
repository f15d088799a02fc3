// SPDX-License-Identifier: Apache-2.0
// A store of its own for each test, with the account that everything refers to.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "base/text.h"
#include "store/account_repository.h"
#include "store/finding_repository.h"
#include "temporary_folder.h"

namespace cadran::store {

inline Instant instant(const char* iso) {
    return *parse_instant(iso);
}
inline Date day(const char* iso) {
    return *parse_date(iso);
}
inline calendar::Period period(const char* text) {
    return *calendar::Period::parse(text);
}

struct SampleStore {
    TemporaryFolder folder;
    std::unique_ptr<Database> database;
    Instant now = instant("2026-07-31T17:00:00Z");

    SampleStore() {
        database = Database::open(folder.path() / "cadran.db", Database::Opening::create).value();
        AccountRepository(*database).insert(
            {"claire.vasseur", "Claire Vasseur", {model::Role::pilot}, {}, "", 1});
    }

    std::int64_t count(const std::string& table) {
        Rows row = database->query("select count(*) from " + table);
        row.next();
        return row.integer(0);
    }

    // A run to which findings can refer.
    model::Run run() {
        model::Run run;
        run.process = "pay-benefits";
        run.process_version = 1;
        run.period = period("2026-Q3");
        run.by = "claire.vasseur";
        run.at = now;
        run.number = RunRepository(*database).begin(run);
        return run;
    }

    // An open finding on that claim, of that run, not yet in the store.
    model::Finding finding(const std::string& claim, std::int64_t run, const char* date = "2026-07-15") {
        model::Finding finding;
        finding.run = run;
        finding.control = {"claims/over-threshold", 1, sha256("plugin")};
        finding.subjects = {{"claim", claim}};
        finding.id = model::finding_id(finding.control.id, finding.subjects);
        finding.event_date = day(date);
        finding.handler = "H07";
        finding.effect = model::Effect::hold;
        finding.severity = model::Severity::high;
        finding.evidence = {{"amount", Money{150000, {}}}};
        return finding;
    }

    model::Decision decision(const model::Finding& finding, model::Verdict verdict) {
        return {finding.id, verdict, {{"identity", true}}, "vu", "claire.vasseur", now};
    }
};

// Of which kind the fault is that the act throws; none where it throws none.
inline std::optional<Fault::Kind> fault_of(const std::function<void()>& act) {
    try {
        act();
    } catch (const Fault& fault) {
        return fault.kind();
    }
    return {};
}

}  // namespace cadran::store
