// SPDX-License-Identifier: Apache-2.0
#include "app/sample_workspace.h"

#include <fstream>

#include <boost/test/unit_test.hpp>

#include "app/account.h"
#include "app/cycle.h"
#include "app/import.h"
#include "app/indicator.h"
#include "app/plugin.h"
#include "app/process.h"
#include "app/small_sheet.h"
#include "base/file.h"
#include "store/account_repository.h"
#include "store/journal_repository.h"

namespace cadran::app {

namespace fs = std::filesystem;

const std::string claim_header =
    "number;member;beneficiary;provider;act;care_date;received_on;amount;handler;iban;paid_on\n";

const std::string_view july_claims =
    "number;member;beneficiary;provider;act;care_date;received_on;amount;handler;iban;paid_on\n"
    "P1;A1;A1-1;PS1;hospital-stay;01/07/2026;15/07/2026;2345,60;H01;FR7612345678901234567890123;\n"
    "P2;A2;A2-1;PS1;optical;01/07/2026;16/07/2026;1000,01;H02;FR7698765432109876543210987;\n"
    "P3;A3;A3-1;PS2;dental-prosthesis;02/07/2026;17/07/2026;1500,00;H01;;\n"
    "P4;A4;A4-1;PS2;hospital-stay;02/07/2026;18/07/2026;4000,00;H07;FR7611112222333344445555666;\n"
    "P5;A5;A5-1;PS3;optical;03/07/2026;18/07/2026;1000,00;H03;;\n"
    "P6;A6;A6-1;PS3;consultation;03/07/2026;19/07/2026;25,00;H03;;20/07/2026\n"
    "P7;A7;A7-1;PS4;optical;03/07/2026;20/07/2026;1800,00;H03;;21/07/2026\n";

const std::string_view july_payments =
    "number;claim;amount;paid_on\n"
    "R1;P1;2345,60;28/07/2026\n"
    "R2;P2;1000,01;25/07/2026\n"
    "R3;P3;1500,00;24/07/2026\n"
    "R6;P6;25,00;20/07/2026\n";

const std::vector<std::string> july_ibans{"FR7612345678901234567890123", "FR7698765432109876543210987",
                                          "FR7611112222333344445555666"};

std::string claim(const std::string& number, const std::string& received_on, const std::string& amount,
                  const std::string& handler) {
    return number + ";A1;A1-1;PS1;optical;01/07/2026;" + received_on + ";" + amount + ";" + handler + ";;\n";
}

namespace {

struct Person {
    const char* name;
    model::Role role;
    std::vector<std::string> handler_codes = {};
};
const Person people[] = {
    {"claire.vasseur", model::Role::pilot},
    {"hugo.lemaire", model::Role::backup},
    {"sophie.garnier", model::Role::quality_manager},
    {"malik.dahmani", model::Role::plugin_author},
    {"nadia.belkacem", model::Role::controller, {"H07"}},
    {"luc.moreau", model::Role::controller},
    {"lea.marchand", model::Role::auditee},
};

template <typename Value>
Value required(Result<Value> result) {
    BOOST_REQUIRE_MESSAGE(result, told(result));
    return std::move(*result);
}

void say(const Message& message) {
    static const Catalogue french(Language::french);
    static const Catalogue english(Language::english);
    BOOST_TEST(!french.text(message).empty());
    BOOST_TEST(!english.text(message).empty());
}

std::string_view kind_name(Failure::Kind kind) {
    switch (kind) {
        case Failure::Kind::invalid: return "invalid";
        case Failure::Kind::refused: return "refused";
        case Failure::Kind::conflict: return "conflict";
        case Failure::Kind::not_found: break;
    }
    return "not found";
}

}  // namespace

SampleWorkspace::SampleWorkspace() {
    set_clock("2026-06-15T09:00:00Z");
    const CreateWorkspace command{folder(), keys_home(), "", true, "admin", "Administration", "root"};
    required(create_workspace(command, clock_, randomness_));
    for (const auto& sheet : fs::directory_iterator(folder() / "processes")) fs::remove(sheet);
    write_durably(folder() / "processes" / (std::string(process_name) + ".xml"), small_sheet);
    reopen();
    for (const Person& person : people) {
        Session admin = as("admin");
        required(add_account(admin, {person.name, person.name, {person.role}, person.handler_codes, ""}));
    }
}

void SampleWorkspace::reopen(std::vector<std::string> worker) {
    workspace_.reset();
    workspace_ = required(Workspace::open(folder(), keys_home(), nullptr, std::move(worker)));
}

// A store that is closed is one file.
void SampleWorkspace::keep_state(const std::string& name) {
    workspace_.reset();
    fs::copy_file(folder() / "cadran.db", root() / (name + ".db"), fs::copy_options::overwrite_existing);
    kept_[name] = clock_.now();
    reopen();
}

void SampleWorkspace::go_back_to(const std::string& name) {
    workspace_.reset();
    fs::copy_file(root() / (name + ".db"), folder() / "cadran.db", fs::copy_options::overwrite_existing);
    clock_.set(kept_.at(name));
    reopen();
}

Session SampleWorkspace::as(const std::string& account) {
    return as(store::AccountRepository(workspace_->database()).find(account).value());
}

Session SampleWorkspace::as(model::Account account) {
    return {*workspace_, std::move(account), catalogue_, clock_, randomness_, progress_, {}, "test"};
}

fs::path SampleWorkspace::file(const std::string& name, std::string_view bytes) const {
    std::ofstream(root() / name, std::ios::binary) << bytes;
    return root() / name;
}

void SampleWorkspace::edit_draft(const std::string& path, std::string_view what, std::string_view by) {
    std::string text = required(read_file(folder() / path));
    const auto at = text.find(what);
    BOOST_REQUIRE_MESSAGE(at != std::string::npos, path << " has no " << what);
    write_durably(folder() / path, text.replace(at, what.size(), by));
}

void SampleWorkspace::accept_plugin_from(const char* date) {
    Session malik = as("malik.dahmani"), sophie = as("sophie.garnier");
    required(draft_plugin(malik, "claims"));
    required(accept_plugin(sophie, {"claims", day(date), "test"}));
}

void SampleWorkspace::accept_rules() {
    accept_plugin_from("2026-07-01");
    Session claire = as("claire.vasseur"), sophie = as("sophie.garnier");
    required(draft_process(claire, process_name));
    required(accept_process(sophie, {process_name, day("2026-07-01"), ""}));
    set_clock("2026-07-01T09:00:00Z");
    required(turn_cycle(claire, process_name, model::Stage::execute));
}

void SampleWorkspace::import(const std::string& type, const std::string& name, std::string_view bytes) {
    Session luc = as("luc.moreau");
    required(import_records(luc, {type, file(name, bytes), {}}));
}

RunDone SampleWorkspace::run(const char* which) {
    Session luc = as("luc.moreau");
    return required(run_controls(luc, process_name, period(which)));
}

void SampleWorkspace::decide(const std::string& account, const std::string& item, model::Verdict verdict) {
    Session session = as(account);
    required(app::decide(session, {item,
                                   verdict,
                                   {},
                                   verdict == model::Verdict::released,
                                   verdict == model::Verdict::released ? "" : "motif"}));
}

void SampleWorkspace::play_july() {
    accept_rules();
    set_clock("2026-07-24T08:00:00Z");
    import("claim", "claims-07.csv", july_claims);
    run();
    set_clock("2026-07-25T10:00:00Z");
    decide("luc.moreau", "P1", model::Verdict::released);
    decide("nadia.belkacem", "P2", model::Verdict::corrected);
    decide("luc.moreau", "P4", model::Verdict::refused);
    set_clock("2026-07-30T18:00:00Z");
    import("payment", "payments-07.csv", july_payments);
}

void SampleWorkspace::reach_act() {
    decide("luc.moreau", "P3", model::Verdict::refused);
    set_clock("2026-10-02T09:00:00Z");
    Session claire = as("claire.vasseur");
    required(turn_cycle(claire, process_name, model::Stage::check));
    required(measure_indicators(claire, process_name, period("2026-Q3")));
    required(turn_cycle(claire, process_name, model::Stage::act));
    group_findings();
}

void SampleWorkspace::group_findings() {
    Session claire = as("claire.vasseur");
    required(open_nonconformity(claire, {.process = process_name,
                                         .title = "Pièces absentes",
                                         .requirement = "Procédure Prestations, § 4",
                                         .extent = "le trimestre",
                                         .findings = {},
                                         .control = control_name,
                                         .period = period("2026-Q3")}));
}

void SampleWorkspace::prepare() {
    Session claire = as("claire.vasseur");
    required(prepare_review(claire, quarter));
}

void SampleWorkspace::hold() {
    Session claire = as("claire.vasseur");
    required(hold_review(
        claire, {quarter, {"Claire Vasseur", "Hugo Lemaire"}, "Un paiement est parti avant son contrôle."}));
}

SignedReview SampleWorkspace::sign() {
    Session claire = as("claire.vasseur");
    return required(sign_review(claire, quarter));
}

std::int64_t SampleWorkspace::journal_number() {
    return store::JournalRepository(workspace_->database()).head().number;
}

std::string told(const Diagnostics& faults) {
    std::string text;
    for (const Diagnostic& fault : faults) {
        say(fault.what);
        if (fault.hint) say(*fault.hint);
        text += (text.empty() ? "" : ", ") + fault.what.id;
    }
    return text;
}

std::string told(const Failure& failure) {
    return std::string(kind_name(failure.kind)) + ": " + told(failure.diagnostics);
}

}  // namespace cadran::app
