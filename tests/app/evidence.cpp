// SPDX-License-Identifier: Apache-2.0
#include "app/evidence.h"

#include <algorithm>

#include <boost/test/unit_test.hpp>

#include "app/action.h"
#include "app/audited_workspace.h"
#include "app/definitions.h"
#include "app/evidence_gathering.h"
#include "app/journal.h"
#include "app/piece.h"
#include "app/process.h"
#include "app/review.h"
#include "base/file.h"
#include "base/json.h"
#include "base/signature.h"
#include "format/zip_file.h"
#include "store/audit_repository.h"
#include "store/journal_repository.h"
#include "store/review_repository.h"

using namespace cadran;
using namespace cadran::app;
namespace fs = std::filesystem;

namespace {

using Pack = std::map<std::string, std::string>;

Pack read_pack(const fs::path& folder) {
    Pack pack;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file())
            pack[fs::relative(entry.path(), folder).generic_string()] =
                read_file(entry.path(), greatest_piece).value();
    }
    return pack;
}

bool has_folder(const Pack& pack, std::string_view folder) {
    return std::ranges::any_of(pack, [&](const auto& file) { return file.first.starts_with(folder); });
}

bool says(const std::string& text, std::string_view words) {
    return text.find(words) != std::string::npos;
}

struct Example : AuditedWorkspace {
    // Written by that person into a folder of that name; what came of it.
    std::string outcome(const std::string& who, const model::EvidenceScope& scope,
                        const std::string& name = "evidence") {
        Session session = as(who);
        return told(export_evidence(session, {scope, root() / name}));
    }
    Pack pack(const std::string& who, const model::EvidenceScope& scope, const std::string& name) {
        BOOST_REQUIRE_EQUAL(outcome(who, scope, name), "done");
        return read_pack(root() / name);
    }
    Pack of_quarter(const std::string& name = "evidence") {
        return pack("sophie.garnier", {.process = process_name, .period = period("2026-Q3")}, name);
    }
    // The sheet cites the clause from its second version on.
    void cite(const std::string& clause) {
        edit_draft("processes/pay-benefits.xml", "<objectives>",
                   "<clause ref=\"" + clause + "\"/>\n  <objectives>");
        Session claire = as("claire.vasseur"), sophie = as("sophie.garnier");
        BOOST_REQUIRE_EQUAL(told(draft_process(claire, process_name)), "done");
        BOOST_REQUIRE_EQUAL(told(accept_process(sophie, {process_name, day("2026-07-02"), "test"})), "done");
    }
    // A quarter of claims, from their import to the signed review.
    void live_through_the_quarter() {
        set_clock("2026-07-24T08:00:00Z");
        import("claim", "claims-07.csv", july_claims);
        run();
        set_clock("2026-07-25T10:00:00Z");
        decide("luc.moreau", "P1", model::Verdict::released);
        decide("nadia.belkacem", "P2", model::Verdict::corrected);
        decide("luc.moreau", "P4", model::Verdict::refused);
        set_clock("2026-07-30T18:00:00Z");
        import("payment", "payments-07.csv", july_payments);
        reach_act();
        prepare();
        hold();
        sign();
        Session claire = as("claire.vasseur");
        BOOST_REQUIRE_EQUAL(told(propose_action(claire, {.process = process_name,
                                                         .text = "Former l’équipe",
                                                         .origin = model::ActionOrigin::review,
                                                         .source = "2026-Q3"})),
                            "done");
    }
    fs::path archived(const Digest& digest) { return workspace().archive().find(digest).value(); }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(evidence, Example)

BOOST_AUTO_TEST_CASE(leads_from_the_method_to_the_proof) {
    live_through_the_quarter();
    const Pack pack = of_quarter();
    for (const char* file :
         {"index.html", "manifest.json", "SHA256SUMS", "SHA256SUMS.sig", "key.pem", "VERIFY.txt",
          "method/pay-benefits/1/pay-benefits.xml", "method/pay-benefits/1/sheet.html",
          "method/plugins/claims/1/controls/over-threshold.lua",
          "method/plugins/claims/1/indicators/decided-before-payment.lua", "result/measurements.csv",
          "result/control-runs.csv", "conclusion/reviews/pay-benefits/2026-Q3/review.fr.html",
          "conclusion/reviews/pay-benefits/2026-Q3/SHA256SUMS.sig", "action/nonconformities.csv",
          "proof/findings.csv", "proof/journal.jsonl"})
        BOOST_TEST(pack.contains(file), file);
    // What the review of the quarter decided follows from it, though it came after.
    BOOST_TEST(says(pack.at("action/actions.csv"), "Former l’équipe"));
    const std::string& page = pack.at("index.html");
    for (const auto& [name, bytes] : pack) {
        const bool is_named = says(page, "href=\"" + name + "\"") || name == "index.html" ||
                              name == "key.pem" || name == "SHA256SUMS.sig";
        BOOST_TEST(is_named, name);
    }
}

BOOST_AUTO_TEST_CASE(holds_what_was_accepted_and_signed_byte_for_byte) {
    live_through_the_quarter();
    const Pack pack = of_quarter();
    const auto sheet = read_file(folder() / "processes/pay-benefits.xml").value();
    const auto control = read_file(folder() / "plugins/claims/controls/over-threshold.lua").value();
    BOOST_TEST(pack.at("method/pay-benefits/1/pay-benefits.xml") == sheet);
    BOOST_TEST(pack.at("method/plugins/claims/1/controls/over-threshold.lua") == control);
    const auto review = store::ReviewRepository(workspace().database()).find(process_name, period("2026-Q3"));
    for (const model::PackFile& file : review->pack) {
        const std::string& bytes = pack.at("conclusion/reviews/pay-benefits/2026-Q3/" + file.name);
        BOOST_TEST(sha256(bytes).hex() == file.digest.hex(), file.name);
    }
}

BOOST_AUTO_TEST_CASE(is_proved_by_its_manifest_its_sums_and_its_signature) {
    live_through_the_quarter();
    const Pack pack = of_quarter();
    std::size_t listed = 0;
    const Json manifest = Json::parse(pack.at("manifest.json")).value();
    for (const Json& file : manifest.at("files").array()) {
        const std::string& bytes = pack.at(file.at("name").string());
        BOOST_TEST(sha256(bytes).hex() == file.at("sha256").string(), file.at("name").string());
        BOOST_TEST(std::ssize(bytes) == file.at("size").integer());
        ++listed;
    }
    BOOST_TEST(listed + 5 == pack.size());  // manifest, steps, key, sums, signature
    const std::string& sums = pack.at("SHA256SUMS");
    for (const auto& [name, bytes] : pack) {
        const bool is_sum = name.starts_with("SHA256SUMS");
        BOOST_TEST((is_sum || says(sums, sha256(bytes).hex() + "  " + name + "\n")), name);
    }
    Signature signature;
    std::ranges::copy(pack.at("SHA256SUMS.sig"), signature.begin());
    const SigningKey key = workspace().keys()->signing;
    BOOST_TEST(pack.at("key.pem") == pem_text(key.public_key()));
    BOOST_TEST(verifies(key.public_key(), sums, signature));
}

BOOST_AUTO_TEST_CASE(names_findings_by_their_identifiers_and_nobody_who_handled_them) {
    live_through_the_quarter();
    const Pack pack = of_quarter();
    const std::string& findings = pack.at("proof/findings.csv");
    BOOST_TEST(std::ranges::count(findings, '\n') == 5);  // P1 to P4 and the heading
    for (const char* file : {"proof/findings.csv", "result/control-runs.csv", "action/nonconformities.csv",
                             "proof/journal.jsonl", "index.html"}) {
        for (const char* secret : {"H01", "H02", "H07", "A1-1", "A4-1", "2345", "FR76"})
            BOOST_TEST(!says(pack.at(file), secret), std::string(file) + ": " + secret);
    }
}

BOOST_AUTO_TEST_CASE(tells_the_journal_of_what_is_in_it_and_of_nothing_else) {
    live_through_the_quarter();
    const Pack pack = of_quarter();
    const auto rows = store::JournalRepository(workspace().database()).list(0, 0);
    std::set<std::string> acts;
    for (const std::string_view line : split(pack.at("proof/journal.jsonl"), '\n')) {
        if (line.empty()) continue;
        BOOST_TEST(
            std::ranges::any_of(rows, [&](const store::JournalRow& row) { return row.entry == line; }));
        acts.insert(model::JournalEntry::parse(line)->act);
    }
    for (const char* act : {"process.accept", "plugin.accept", "control.run", "worklist.decide",
                            "indicator.measure", "nonconformity.open", "review.sign"})
        BOOST_TEST(acts.contains(act), act);
    BOOST_TEST(!acts.contains("account.add"));
    BOOST_TEST(!acts.contains("import.records"));
}

BOOST_AUTO_TEST_CASE(is_the_same_of_the_same_store_at_the_same_time) {
    live_through_the_quarter();
    keep_state("before");
    const Pack first = of_quarter("first");
    go_back_to("before");
    BOOST_TEST((of_quarter("second") == first));
}

BOOST_AUTO_TEST_CASE(is_journalled_with_its_scope_and_the_hash_of_its_manifest) {
    live_through_the_quarter();
    const Pack pack = of_quarter();
    Session sophie = as("sophie.garnier");
    const auto entry = list_journal(sophie, journal_number() - 1)->front().entry;
    BOOST_TEST(entry.act == "evidence.export");
    BOOST_TEST(entry.subject ==
               "evidence/process=pay-benefits,period=2026-Q3/" + sha256(pack.at("manifest.json")).hex());
    BOOST_TEST(verify_journal(sophie)->faults.empty());
}

BOOST_AUTO_TEST_CASE(is_handed_over_as_one_zip_and_journalled) {
    live_through_the_quarter();
    Session sophie = as("sophie.garnier");
    const std::int64_t before = journal_number();
    const auto zipped = zip_evidence(sophie, {.process = process_name});
    BOOST_REQUIRE_MESSAGE(zipped, told(zipped));
    BOOST_TEST(zipped->name == "evidence-process-pay-benefits.zip");
    BOOST_TEST(journal_number() == before + 1);
    const auto zip = root() / "handed-over.zip";
    write_durably(zip, zipped->bytes);
    BOOST_TEST(format::ZipFile::open(zip).has_value());
    Session malik = as("malik.dahmani");
    BOOST_TEST(told(zip_evidence(malik, {.process = process_name})) == "refused: app.no_right");
    BOOST_TEST(told(zip_evidence(sophie, {})) == "invalid: app.no_scope");
    BOOST_TEST(journal_number() == before + 1);
}

BOOST_AUTO_TEST_CASE(goes_into_one_zip_with_the_same_files) {
    live_through_the_quarter();
    Session sophie = as("sophie.garnier");
    const fs::path zip = root() / "evidence.zip";
    BOOST_REQUIRE_EQUAL(told(export_evidence(sophie, {{.process = process_name}, root() / "evidence", zip})),
                        "done");
    auto file = format::ZipFile::open(zip);
    BOOST_REQUIRE(file.has_value());
    const Pack pack = read_pack(root() / "evidence");
    BOOST_TEST(file->names().size() == pack.size());
    for (const auto& [name, bytes] : pack) {
        BOOST_REQUIRE(file->enter(name));
        std::string read(bytes.size() + 1, '\0');
        read.resize(file->read(read.data(), read.size()));
        BOOST_TEST((read == bytes), name);
    }
}

BOOST_AUTO_TEST_CASE(asks_for_a_scope_that_is_known) {
    const auto clause = [](const char* number) { return model::EvidenceScope{.clause = number}; };
    BOOST_TEST(outcome("sophie.garnier", {}) == "invalid: app.no_scope");
    BOOST_TEST(outcome("sophie.garnier", clause("8.44")) == "invalid: app.no_such_clause");
    BOOST_TEST(outcome("sophie.garnier", {.process = "pay-benefit"}) == "not found: app.unknown_process");
    BOOST_TEST(outcome("sophie.garnier", {.period = period("2027")}) == "conflict: app.period_not_begun");
    Session sophie = as("sophie.garnier");
    const auto unknown = export_evidence(sophie, {clause("8.4.22"), root() / "evidence"});
    BOOST_TEST(unknown.error().diagnostics.front().hint->id == "app.nearest");
    BOOST_TEST(!fs::exists(root() / "evidence"));
}

BOOST_AUTO_TEST_CASE(goes_to_new_places_only) {
    file("taken.zip", "x");
    fs::create_directory(root() / "full");
    file("full/x", "x");
    Session sophie = as("sophie.garnier");
    const auto into = [&](const char* folder, const char* zip) {
        return told(export_evidence(
            sophie, {{.process = process_name}, root() / folder, *zip ? root() / zip : fs::path()}));
    };
    const std::int64_t before = journal_number();
    BOOST_TEST(into("full", "") == "conflict: app.folder_not_empty");
    BOOST_TEST(into("new", "taken.zip") == "conflict: app.place_taken");
    BOOST_TEST(into("new", "new/in.zip") == "invalid: app.zip_in_the_pack");
    BOOST_TEST(into("new", "nowhere/out.zip") == "not found: app.no_such_folder");
    BOOST_TEST(journal_number() == before);
    BOOST_TEST(!fs::exists(root() / "new"));
}

BOOST_AUTO_TEST_CASE(names_all_that_is_gone_or_altered_and_writes_nothing) {
    live_through_the_quarter();
    const auto review = store::ReviewRepository(workspace().database()).find(process_name, period("2026-Q3"));
    fs::remove(archived(review->pack.front().digest));
    write_durably(archived(review->pack.back().digest), "other bytes");
    const auto plugin = plugin_in_force(workspace(), "claims", day("2026-07-01"));
    fs::remove(archived(sha256(plugin->value.files.at("controls/over-threshold.lua"))));
    const std::int64_t before = journal_number();
    Session sophie = as("sophie.garnier");
    const auto failed = export_evidence(
        sophie, {{.process = process_name, .period = period("2026-Q3")}, root() / "evidence"});
    BOOST_REQUIRE(!failed);
    std::set<std::string> what;
    for (const Diagnostic& fault : failed.error().diagnostics)
        what.insert(fault.place.file + " " + fault.what.id);
    const std::string folder = "conclusion/reviews/pay-benefits/2026-Q3/";
    BOOST_TEST(what.contains(folder + review->pack.front().name + " archive.no_such_content"));
    BOOST_TEST(what.contains(folder + review->pack.back().name + " archive.altered"));
    BOOST_TEST(what.contains("method/plugins/claims/1 archive.no_such_content"));
    BOOST_TEST(!fs::exists(root() / "evidence"));
    BOOST_TEST(journal_number() == before);
}

BOOST_AUTO_TEST_CASE(is_for_pilots_of_their_own_process_and_without_the_journal) {
    live_through_the_quarter();
    BOOST_TEST(outcome("claire.vasseur", {.period = period("2026-Q3")}) == "refused: app.no_right");
    Session other = as(model::Account{"paul.renard", "Paul Renard", {model::Role::pilot}, {}, "", 1});
    BOOST_TEST(told(export_evidence(other, {{.process = process_name}, root() / "evidence"})) ==
               "refused: app.no_right");
    BOOST_TEST(outcome("luc.moreau", {.process = process_name}) == "refused: app.no_right");
    const Pack own = pack("claire.vasseur", {.process = process_name}, "own");
    BOOST_TEST(!own.contains("proof/journal.jsonl"));
    BOOST_TEST(own.contains("proof/findings.csv"));
    BOOST_TEST(says(own.at("index.html"), "ne donne pas accès au journal"));
    BOOST_TEST(Json::parse(own.at("manifest.json"))->at("journal").at("left_out").boolean());
}

BOOST_AUTO_TEST_CASE(leaves_out_what_lies_outside_the_period) {
    live_through_the_quarter();
    const Pack later =
        pack("sophie.garnier", {.process = process_name, .period = period("2026-10")}, "later");
    BOOST_TEST(later.contains("method/pay-benefits/1/pay-benefits.xml"));
    BOOST_TEST(!has_folder(later, "result/"));
    BOOST_TEST(!has_folder(later, "conclusion/"));
    BOOST_TEST(!later.contains("proof/findings.csv"));
}

BOOST_AUTO_TEST_CASE(of_a_clause_holds_the_processes_that_cite_it) {
    cite("8.5.1");
    live_through_the_quarter();
    const Pack cited = pack("sophie.garnier", {.clause = "8.5"}, "cited");
    BOOST_TEST(cited.contains("method/pay-benefits/2/pay-benefits.xml"));
    BOOST_TEST(cited.contains("conclusion/reviews/pay-benefits/2026-Q3/review.fr.html"));
    BOOST_TEST(says(cited.at("index.html"), "Article 8.5"));
    // Nothing but what the clause is about, of processes that do not cite it.
    const Pack improved = pack("sophie.garnier", {.clause = "10.2"}, "improved");
    BOOST_TEST(improved.contains("action/nonconformities.csv"));
    BOOST_TEST(!has_folder(improved, "method/"));
    BOOST_TEST(!has_folder(improved, "conclusion/"));
}

BOOST_AUTO_TEST_CASE(of_a_clause_that_nothing_stands_behind_says_so) {
    Session sophie = as("sophie.garnier");
    const auto exported = export_evidence(sophie, {{.clause = "7.1.5"}, root() / "evidence"});
    BOOST_REQUIRE_EQUAL(told(exported), "done");
    BOOST_TEST(!exported->found);
    const Pack empty = read_pack(root() / "evidence");
    BOOST_TEST(empty.size() == 6u);
    BOOST_TEST(says(empty.at("index.html"), "Rien n’a été trouvé pour l’article 7.1.5"));
    BOOST_TEST(!Json::parse(empty.at("manifest.json"))->at("found").boolean());
}

BOOST_AUTO_TEST_CASE(holds_final_reports_and_what_was_delivered_and_of_other_audits_nothing) {
    set_clock("2026-07-02T09:00:00Z");
    const std::int64_t audit = plan("orbrelle", "2026-07-02", "2026-07-03");
    request(audit, "2026-07-02");
    const std::string item = store::AuditRepository(workspace().database()).find(audit)->pieces.front().item;
    Session lea = this->lea();
    BOOST_REQUIRE_EQUAL(told(receive_piece(lea, {audit, item, file("Contrat « été ».pdf", "le contrat")})),
                        "done");
    begin(audit);
    const std::int64_t finding = recommend(audit, "Mieux faire", model::Severity::high, "2026-09-30", {item});
    const std::string pieces = "proof/audits/AU-1/pieces/";
    const Pack before = pack("sophie.garnier", {.clause = "8.4"}, "before");
    BOOST_TEST(!has_folder(before, pieces));
    BOOST_TEST(says(before.at("index.html"), "AU-1"));
    BOOST_TEST(!says(before.at("index.html"), "R-1"));
    report(audit, "2026-07-03");
    answer(finding, true);
    finish(audit);
    restitute(audit, "2026-07-02");
    Session contact = this->lea();
    BOOST_REQUIRE_EQUAL(
        told(resolve_audit_finding(contact, {finding, "Fait", {file("preuve.txt", "la preuve")}})), "done");
    const Pack after = pack("sophie.garnier", {.clause = "8.4"}, "after");
    BOOST_TEST(after.contains("conclusion/audits/AU-1/audit.fr.html"));
    BOOST_TEST(after.at(pieces + item + "/1-Contrat_t_.pdf") == "le contrat");
    BOOST_TEST(after.at("proof/audits/AU-1/resolutions/R-1/1-preuve.txt") == "la preuve");
    BOOST_TEST(says(after.at("index.html"), "Contrat « été ».pdf"));
    BOOST_TEST(says(after.at("proof/audit-findings.csv"), "R-1,AU-1,recommendation,high"));
    BOOST_TEST(!says(after.at("proof/audit-findings.csv"), "Mieux faire"));
    // A delegate is not of the process; an internal audit is not of a provider.
    BOOST_TEST(
        !has_folder(pack("sophie.garnier", {.process = process_name}, "process"), "conclusion/audits/"));
    BOOST_TEST(!has_folder(pack("sophie.garnier", {.clause = "9.2"}, "internal"), "conclusion/audits/"));
}

BOOST_AUTO_TEST_CASE(of_a_clause_holds_the_audits_whose_items_cite_it) {
    audit_on("2026-07-02", process_name);
    // Nobody examined anything of it: its report says nothing of that clause.
    BOOST_TEST(!has_folder(pack("sophie.garnier", {.clause = "4.2"}, "unseen"), "conclusion/"));
    const std::int64_t audit = plan(process_name, "2026-07-02", "2026-07-03");
    begin(audit);
    Session ines = this->ines();
    BOOST_REQUIRE_EQUAL(told(assess_item(ines, {.audit = audit,
                                                .item = "interested_parties",
                                                .verdicts = {{"answer", model::Conformity::conforming}}})),
                        "done");
    report(audit, "2026-07-02");
    finish(audit);
    const Pack seen = pack("sophie.garnier", {.clause = "4.2"}, "seen");
    BOOST_TEST(has_folder(seen, "conclusion/audits/AU-2/"));
    BOOST_TEST(!has_folder(seen, "conclusion/audits/AU-1/"));
    BOOST_TEST(has_folder(pack("sophie.garnier", {.clause = "9.2"}, "internal"), "conclusion/audits/AU-1/"));
}

BOOST_AUTO_TEST_CASE(file_names_of_others_become_plain_ones) {
    BOOST_TEST(plain_file_name("plan.pdf", 2) == "2-plan.pdf");
    BOOST_TEST(plain_file_name("../a b\n.pdf", 1) == "1-.._a_b_.pdf");
    BOOST_TEST(plain_file_name(std::string(300, 'a') + ".pdf", 1).size() == 82u);
    BOOST_TEST(plain_file_name(std::string(300, 'a') + ".pdf", 1).ends_with("a.pdf"));
}

BOOST_AUTO_TEST_CASE(a_pack_never_leaves_its_folder) {
    for (const char* name : {"../x", "/x", "a//b", "a/./b", "a\\b", "a\nb", ""})
        BOOST_CHECK_THROW(write_pack({{"fine", "x"}, {name, "x"}}, root() / "pack"), std::logic_error);
    BOOST_TEST(!fs::exists(root() / "pack"));
}

BOOST_AUTO_TEST_SUITE_END()
