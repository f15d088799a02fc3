// SPDX-License-Identifier: Apache-2.0
#include "app/import.h"

#include <sys/stat.h>

#include <fstream>

#include <fmt/format.h>
#include <boost/test/unit_test.hpp>

#include "app/sample_workspace.h"
#include "base/file.h"
#include "store/import_repository.h"

using namespace cadran;
using namespace cadran::app;

namespace {

namespace fs = std::filesystem;

// Goes back to the folder where the tests stand.
class InFolder {
  public:
    explicit InFolder(const fs::path& folder) : before_(fs::current_path()) { fs::current_path(folder); }
    ~InFolder() { fs::current_path(before_); }
    InFolder(const InFolder&) = delete;
    InFolder& operator=(const InFolder&) = delete;

  private:
    fs::path before_;
};

struct Example : SampleWorkspace {
    Example() {
        accept_rules();
        set_clock("2026-07-24T08:00:00Z");
    }
    Session luc = as("luc.moreau");

    std::string imported(const std::string& type, const fs::path& file,
                         std::optional<fs::path> rejects = {}) {
        return told(import_records(luc, {type, file, std::move(rejects)}));
    }
    std::size_t imports() { return store::ImportRepository(workspace().database()).list().size(); }
};

// The files below a folder that hold that text.
std::vector<std::string> files_with(const fs::path& folder, const std::string& text) {
    std::vector<std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file() && read_file(entry.path()).value().find(text) != std::string::npos)
            files.push_back(entry.path().string());
    }
    return files;
}

const std::string faulty_line =
    "P9;A1;A1-1;PS1;optical;01/07/2026;31/06/2026;12,00;H01;FR7699999999999999999999999;\n";

}  // namespace

BOOST_FIXTURE_TEST_SUITE(imports_of_records, Example)

BOOST_AUTO_TEST_CASE(say_what_came_in) {
    const auto imported = import_records(luc, {"claim", file("claims.csv", july_claims), {}});
    BOOST_REQUIRE(imported.has_value());
    BOOST_TEST(imported->import.number == 1);
    BOOST_TEST(imported->import.file_name == "claims.csv");
    BOOST_TEST(imported->import.accepted == 7);
    BOOST_TEST(imported->import.rejected == 0);
    BOOST_CHECK(imported->import.received == sha256(july_claims));
    BOOST_CHECK(imported->import.first_event == day("2026-07-15"));
    BOOST_CHECK(imported->import.last_event == day("2026-07-20"));
    BOOST_TEST(imported->read_as.find("1 234,56") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(take_the_same_file_once) {
    import("claim", "claims.csv", july_claims);
    const std::int64_t before = journal_number();
    BOOST_TEST(imported("claim", file("copy.csv", july_claims)) == "conflict: app.same_file");
    BOOST_TEST(journal_number() == before);
}

BOOST_AUTO_TEST_CASE(leave_no_account_number_in_the_workspace) {
    const fs::path claims = file("claims.csv", std::string(july_claims) + faulty_line);
    BOOST_TEST(imported("claim", claims, root() / "rejects.csv") == "done");
    workspace().database().execute("pragma wal_checkpoint(truncate)");
    BOOST_TEST(files_with(root(), july_ibans.front()).size() == 1u);
    for (const std::string& iban : july_ibans) BOOST_TEST(files_with(folder(), iban).empty(), iban);
    BOOST_TEST(files_with(folder(), "FR7699999999999999999999999").empty());
}

BOOST_AUTO_TEST_CASE(give_bad_lines_back_as_they_came_to_their_owner_alone) {
    const fs::path claims =
        file("claims.csv", claim_header + claim("P1", "15/07/2026", "12,00") + faulty_line);
    const fs::path rejects = root() / "rejects.csv";
    const auto imported = import_records(luc, {"claim", claims, rejects});
    BOOST_REQUIRE(imported.has_value());
    BOOST_TEST(imported->import.rejected == 1);
    BOOST_REQUIRE(imported->first_rejects.size() == 1u);
    BOOST_TEST(imported->first_rejects[0].line == 3);
    BOOST_TEST(told(Diagnostics{{{}, imported->first_rejects[0].what}}) == "app.reject");
    BOOST_TEST(read_file(rejects).value() == claim_header + faulty_line);
    struct stat status {};
    BOOST_REQUIRE(::stat(rejects.c_str(), &status) == 0);
    BOOST_TEST((status.st_mode & 0777) == 0600u);
}

BOOST_AUTO_TEST_CASE(end_each_bad_line_with_a_line_end) {
    const fs::path claims = file("claims.csv", claim_header + claim("P1", "15/07/2026", "12,00") +
                                                   faulty_line.substr(0, faulty_line.size() - 1));
    BOOST_TEST(imported("claim", claims, root() / "rejects.csv") == "done");
    BOOST_TEST(read_file(root() / "rejects.csv").value() == claim_header + faulty_line);
}

BOOST_AUTO_TEST_CASE(keep_json_lines_as_the_records_they_are_without_account_numbers) {
    const std::string lines =
        R"({"number": "P1", "member": "A1", "beneficiary": "A1-1", "provider": "PS1", "act": "optical", )"
        R"("care_date": "2026-07-01", "received_on": "2026-07-15", "amount": 12.50, "handler": "H01", )"
        R"("iban": "FR7612345678901234567890123"})"
        "\n{\"number\": \"P2\", \"iban\": \"FR7699999999999999999999999\"}\n";
    const fs::path rejects = root() / "rejects.csv";
    const auto imported = import_records(luc, {"claim", file("claims.jsonl", lines), rejects});
    BOOST_REQUIRE(imported.has_value());
    BOOST_TEST(imported->import.accepted == 1);
    BOOST_TEST(imported->import.rejected == 1);
    BOOST_CHECK(imported->import.received == sha256(lines));
    BOOST_TEST(files_with(folder(), "FR7612345678901234567890123").empty());
    BOOST_TEST(files_with(folder(), "FR7699999999999999999999999").empty());
    const std::string kept = workspace().archive().read(imported->import.archived).value();
    BOOST_TEST(kept.find("\n1,P1,A1,A1-1,PS1,optical,2026-07-01,2026-07-15,12.50,H01,") != std::string::npos);
    BOOST_TEST(read_file(rejects).value().find("P2,,,,,,,,,FR7699999999999999999999999") !=
               std::string::npos);
}

BOOST_AUTO_TEST_CASE(remember_the_format_that_was_said) {
    const fs::path claims = file("claims.csv", july_claims);
    BOOST_TEST(told(import_records(luc, {"claim", claims, {}, {{"file-format", "jsonl"}}})) ==
               "invalid: record.no_json_object");
    BOOST_TEST(told(import_records(luc, {"claim", claims, {}, {{"file-format", "csv"}}})) == "done");
    BOOST_TEST(imported("claim", file("claims.jsonl", "{\"number\": 1}\n")) ==
               "invalid: record.no_known_column");
    BOOST_TEST(
        told(import_records(
                 luc, {"claim", file("again.csv", "{\"number\": 1}\n"), {}, {{"file-format", "detect"}}}))
            .starts_with("invalid: record.column_missing"));
    BOOST_TEST(told(import_records(luc, {"claim", claims, {}, {{"file-format", "ods"}}})) ==
               "invalid: record.unknown_style");
}

BOOST_AUTO_TEST_CASE(are_listed_in_order_or_those_of_a_type) {
    import("claim", "claims.csv", july_claims);
    BOOST_TEST(list_imports(luc, "")->size() == 1u);
    BOOST_TEST(list_imports(luc, "claim")->front().file_name == "claims.csv");
    BOOST_TEST(list_imports(luc, "payment")->empty());
    BOOST_TEST(told(list_imports(luc, "clam")) == "not found: app.no_record_type");
}

BOOST_AUTO_TEST_CASE(never_show_a_secret_value) {
    const std::string line =
        "P9;A1;A1-1;PS1;optical;01/07/2026;15/07/2026;12,00;H01;" + std::string(100'000, 'F') + ";\n";
    const auto imported = import_records(
        luc, {"claim", file("claims.csv", claim_header + claim("P1", "15/07/2026", "12,00") + line), {}});
    BOOST_REQUIRE(imported.has_value());
    for (const RejectedLine& reject : imported->first_rejects) {
        const std::string text = Catalogue(Language::french).text(reject.what);
        BOOST_TEST(text.find("FFFF") == std::string::npos);
    }
}

BOOST_AUTO_TEST_CASE(name_a_hundred_bad_lines_at_most) {
    std::string lines = claim_header + claim("P1", "15/07/2026", "12,00");
    for (int i = 0; i < 150; ++i) lines += claim(fmt::format("X{}", i), "31/06/2026", "12,00");
    const auto imported = import_records(luc, {"claim", file("claims.csv", lines), {}});
    BOOST_TEST(imported->import.rejected == 150);
    BOOST_TEST(imported->first_rejects.size() == 100u);
}

BOOST_AUTO_TEST_CASE(keep_bad_lines_out_of_the_workspace) {
    const fs::path claims = file("claims.csv", july_claims);
    fs::create_directory_symlink(folder(), root() / "elsewhere");
    for (const fs::path& rejects : {folder() / "rejects.csv", folder() / "processes" / ".." / "rejects.csv",
                                    root() / "elsewhere" / "rejects.csv"}) {
        BOOST_TEST(imported("claim", claims, rejects) == "refused: app.rejects_in_workspace",
                   rejects.string());
    }
    const InFolder in_workspace(folder());
    BOOST_TEST(imported("claim", claims, "rejects.csv") == "refused: app.rejects_in_workspace");
    BOOST_TEST(!fs::exists(folder() / "rejects.csv"));
    BOOST_TEST(imports() == 0u);
}

BOOST_AUTO_TEST_CASE(never_write_bad_lines_over_the_file_they_come_from) {
    const fs::path claims = file("claims.csv", july_claims);
    BOOST_TEST(imported("claim", claims, claims) == "refused: app.rejects_over_the_file");
    BOOST_TEST(read_file(claims).value() == july_claims);
}

BOOST_AUTO_TEST_CASE(leave_nothing_where_they_fail) {
    const fs::path archive = folder() / "archive";
    const auto contents = [&] {
        return std::distance(fs::recursive_directory_iterator(archive), fs::recursive_directory_iterator());
    };
    const auto before = contents();
    const std::int64_t journal = journal_number();
    const std::pair<const char*, std::string> faulty[] = {{"empty.csv", ""},
                                                          {"other.csv", "a;b\n1;2\n"},
                                                          {"headers.csv", claim_header},
                                                          {"binary.csv", std::string(1000, '\0')}};
    for (const auto& [name, bytes] : faulty) {
        BOOST_TEST(imported("claim", file(name, bytes), root() / "rejects.csv").starts_with("invalid: "),
                   name);
    }
    BOOST_TEST(imported("claim", root() / "nowhere.csv").starts_with("not found: "));
    BOOST_TEST(imported("claims", file("claims.csv", july_claims)) == "not found: app.no_record_type");
    BOOST_TEST(contents() == before);
    BOOST_TEST(journal_number() == journal);
    BOOST_TEST(!fs::exists(root() / "rejects.csv"));
}

BOOST_AUTO_TEST_CASE(stop_when_they_are_told_to) {
    std::stop_source source;
    source.request_stop();
    luc.cancellation = source.get_token();
    BOOST_TEST(imported("claim", file("claims.csv", july_claims)) == "conflict: record.cancelled");
    BOOST_TEST(imports() == 0u);
}

BOOST_AUTO_TEST_CASE(let_the_latest_version_of_a_record_win) {
    import("claim", "first.csv",
           claim_header + claim("P1", "15/07/2026", "2000,00") + claim("P2", "15/07/2026", "12,00"));
    import("claim", "second.csv",
           claim_header + claim("P1", "15/07/2026", "900,00") + claim("P2", "15/07/2026", "3000,00"));
    const RunDone done = run();
    BOOST_TEST(done.run.results.at(0).population == 2);
    BOOST_TEST(done.run.results.at(0).failed == 1);
    BOOST_TEST(list_worklist(luc, {})->at(0).finding.subjects.at(0).key == "P2");
}

BOOST_AUTO_TEST_CASE(need_the_keys_of_the_workspace) {
    fs::remove_all(keys_home());
    BOOST_TEST(imported("claim", file("claims.csv", july_claims)) == "not found: app.no_key");
    BOOST_TEST(imports() == 0u);
}

BOOST_AUTO_TEST_SUITE_END()
