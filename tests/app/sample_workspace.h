// SPDX-License-Identifier: Apache-2.0
// A workspace of the invented insurer with its people, as the use cases meet it, and files of claims and
// payments.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "app/control.h"
#include "app/decision.h"
#include "app/nonconformity.h"
#include "app/review.h"
#include "app/worklist.h"
#include "base/text.h"
#include "temporary_folder.h"

namespace cadran::app {

// Stands still until a test sets it.
class TestClock final : public Clock {
  public:
    Instant now() const override { return now_; }
    void set(const char* iso) { now_ = parse_instant(iso).value(); }
    void set(Instant instant) { now_ = instant; }

  private:
    Instant now_;
};

inline Date day(const char* iso) {
    return *parse_date(iso);
}
inline calendar::Period period(const char* text) {
    return *calendar::Period::parse(text);
}

inline constexpr const char* process_name = "pay-benefits";
inline constexpr const char* control_name = "claims/over-threshold";
inline constexpr const char* indicator_name = "decided-before-payment";
inline const ReviewName quarter{process_name, period("2026-Q3")};

// Made on 2026-06-15, with the one process of small_sheet.h. Its people: `admin`, `claire.vasseur` (pilot),
// `hugo.lemaire` (back-up), `sophie.garnier` (quality manager), `malik.dahmani` (plugin author),
// `nadia.belkacem` (controller, handles files as H07), `luc.moreau` (controller), `lea.marchand` (auditee: no
// right at all). Each step below requires that it succeeds.
class SampleWorkspace {
  public:
    SampleWorkspace();

    const std::filesystem::path& root() const { return root_.path(); }
    std::filesystem::path folder() const { return root() / "workspace"; }
    std::filesystem::path keys_home() const { return root() / "keys"; }
    Workspace& workspace() { return *workspace_; }
    // The same workspace, read anew from disk. `worker` is the command of the process in which scripts run
    // that nobody trusts.
    void reopen(std::vector<std::string> worker = {});

    void set_clock(const char* iso) { clock_.set(iso); }
    void pass(std::chrono::seconds time) { clock_.set(clock_.now() + time); }
    const TestClock& clock() const { return clock_; }
    SystemRandomness& randomness() { return randomness_; }
    Session as(const std::string& account);
    // As somebody whose account is not in the store: for rights that no example person has.
    Session as(model::Account account);

    // Keeps the store and the clock as they stand under a name, and sets them back to it. Files of the
    // archive and drafts stay.
    void keep_state(const std::string& name);
    void go_back_to(const std::string& name);

    // Writes a file beside the workspace.
    std::filesystem::path file(const std::string& name, std::string_view bytes) const;
    // Replaces a text in a draft of the workspace; it must be there.
    void edit_draft(const std::string& path, std::string_view what, std::string_view by);

    // The plugin and the sheet in force from 2026-07-01; the clock moves on to that day.
    void accept_rules();
    // Hands the draft of the plugin in and puts it in force.
    void accept_plugin_from(const char* date);
    void import(const std::string& type, const std::string& name, std::string_view bytes);
    RunDone run(const char* which = "2026-Q3");
    // Release with every point conforming, or any other verdict with a reason.
    void decide(const std::string& account, const std::string& item, model::Verdict verdict);
    // Rules, the claims and payments of july_claims and july_payments, a run, and decisions on all but P3.
    void play_july();
    // Every confirmed finding of the quarter, by the pilot.
    void group_findings();
    // After play_july: P3 decided, the quarter over, measured, the turn in Act; the clock stands at
    // 2026-10-02.
    void reach_act();
    void prepare();
    void hold();
    SignedReview sign();

    // Number of the journal's newest entry: what did not change it changed nothing.
    std::int64_t journal_number();

  private:
    TemporaryFolder root_;
    TestClock clock_;
    SystemRandomness randomness_;
    NoProgress progress_;
    Catalogue catalogue_{Language::french};
    std::unique_ptr<Workspace> workspace_;
    std::map<std::string, Instant> kept_;  // the time of each
};

// P1 and P2 above the threshold, P3 and P4 as well, P4 handled by H07; P5 at the threshold, P6 below it, P7
// paid.
extern const std::string_view july_claims;
// Of the claims of july_claims: R1 and R2 after their decision, R3 before any decision, R6 below the
// threshold.
extern const std::string_view july_payments;
// The accounts that stand in july_claims.
extern const std::vector<std::string> july_ibans;

// One line of a file of claims.
std::string claim(const std::string& number, const std::string& received_on, const std::string& amount,
                  const std::string& handler = "H01");
extern const std::string claim_header;

// `conflict: app.same_file`, with each further fault after a comma. Every message is said in both languages
// on the way, which throws where a catalogue lacks it or names other arguments.
std::string told(const Failure& failure);
std::string told(const Diagnostics& faults);
template <typename Value>
std::string told(const Result<Value>& result) {
    return result ? "done" : told(result.error());
}

}  // namespace cadran::app
