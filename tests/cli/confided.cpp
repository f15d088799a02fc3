// SPDX-License-Identifier: Apache-2.0
// What a control keeps for the Tracfin correspondent does not get out by any command. Two offices differ in
// one thing: in one, a benefit was paid into the account of a member of staff. Whatever anybody else types
// says the same in both.
#include <set>

#include <boost/test/unit_test.hpp>

#include "app/small_sheet.h"
#include "base/file.h"
#include "cli/command.h"
#include "cli/desk.h"
#include "model/account.h"
#include "model/finding.h"

using namespace cadran;
using namespace cadran::cli;

namespace {

namespace fs = std::filesystem;

constexpr std::string_view staff_account = "FR7612345678901234567890123";
constexpr std::string_view other_account = "FR7698765432109876543210987";
const std::string suspected = "ZK9137";  // the payment
const std::string finding = model::finding_id("fraud/staff-account", {{"benefit", suspected}});
constexpr std::string_view run_line = "control run pay-benefits --period 2026-Q3";

// Below what a review may count of, so that its pages say the same, too.
std::string benefits(std::string_view account) {
    return fmt::format(
        "number;member;beneficiary;provider;act;invoice;amount;paid_on;handler;iban\n"
        "{};ZM4471;ZM4471-1;ZP5512;optical;ZI-88;777,13;10/07/2026;H07;{}\n"
        "N1;M1;M1-1;PS1;optical;I-1;80,00;11/07/2026;H01;\n",
        suspected, account);
}

constexpr std::string_view claims =
    "number;member;beneficiary;provider;act;care_date;received_on;amount;handler;iban;paid_on\n"
    "P1;A1;A1-1;PS1;hospital-stay;01/07/2026;15/07/2026;2345,60;H07;;\n"
    "P2;A2;A2-1;PS1;optical;01/07/2026;16/07/2026;1000,01;H02;;\n";

std::string sheet() {
    std::string text(app::small_sheet);
    const auto put = [&](std::string_view what, std::string_view by) {
        for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
            text.replace(at, what.size(), by);
    };
    put("claire.vasseur", "pilot");
    put("hugo.lemaire", "back-up");
    put("  </controls>",
        "<control use=\"fraud/staff-account\" frequency=\"monthly\" by=\"tracfin-correspondent\">"
        "<covers "
        "risk=\"undue-payment\"/><proof><fr>Signalement</fr><en>Report</en></proof></control></controls>");
    return text;
}

// An account of each role, by its name; `all-but-one` has every role but the confidant's.
struct Office : Desk {
    explicit Office(std::string_view account) {
        open_office();
        for (const model::Role role : model::all_roles) add(std::string(name(role)), {role});
        std::vector<model::Role> others(model::all_roles.begin(), model::all_roles.end());
        std::erase(others, model::Role::tracfin_correspondent);
        add("all-but-one", others);
        for (const auto& one : fs::directory_iterator(folder / "processes")) fs::remove(one);
        write_durably(folder / "processes" / "pay-benefits.xml", sheet());
        for (const char* plugin : {"claims", "fraud"}) {
            must("plugin-author", fmt::format("plugin draft {}", plugin));
            must("quality-manager", fmt::format("plugin accept {} --from 2026-07-01 --reason x", plugin));
        }
        must("pilot", "process draft pay-benefits");
        must("quality-manager", "process accept pay-benefits --from 2026-07-01 --reason x");
        must("pilot", "cycle plan pay-benefits");
        write("staff.csv", fmt::format("code;since;team;iban\nH03;01/09/2020;North;{}\n", staff_account));
        write("benefits.csv", benefits(account));
        write("claims.csv", claims);
        for (const char* type : {"staff", "benefit", "claim"})
            must("controller",
                 fmt::format("import {} ../{}.csv", type,
                             std::string_view(type) == "staff" ? "staff" : fmt::format("{}s", type)));
        must("controller", run_line);
        fs::copy(folder, home() / "kept", fs::copy_options::recursive);
        fs::create_directory(home() / "out");
    }

    static std::string_view name(model::Role role) { return model::role_name(role); }

    void add(const std::string& account, const std::vector<model::Role>& roles) {
        std::string line = fmt::format("account add {0} --person {0} --code-file ../code", account);
        for (const model::Role role : roles) line += fmt::format(" --role {}", name(role));
        if (account == "handler" || account == "all-but-one")
            line += account == "handler" ? " --handler-code H07" : " --handler-code H08";
        const Answer added = run(line);
        BOOST_REQUIRE_MESSAGE(added.code == exit_fine, added.notes);
        const Answer enrolled = run(fmt::format("account enrol ../{}.token --code-file ../code", account));
        BOOST_REQUIRE_MESSAGE(enrolled.code == exit_fine, enrolled.notes);
        fs::remove(home() / "code");
    }

    Answer as(const std::string& account, std::string_view line) {
        const bool has_time = line.find("--now") != std::string_view::npos;
        return run(fmt::format("{}{} --token-file ../{}.token", line,
                               has_time ? "" : " --now 2026-07-24T09:00", account));
    }
    Answer must(const std::string& account, std::string_view line) {
        Answer answer = as(account, line);
        BOOST_REQUIRE_MESSAGE(answer.code <= exit_found, line << ": " << answer.notes);
        return answer;
    }
    void start_again() const {
        fs::remove_all(folder);
        fs::copy(home() / "kept", folder, fs::copy_options::recursive);
    }
};

// What to give where a manual says so: something that exists where that is asked for.
std::string example_of(std::string_view name) {
    static const std::map<std::string_view, std::string> examples{
        {"ACCOUNT", "pilot"},
        {"ADDRESS", "a@example.org"},
        {"AMOUNT", "100"},
        {"AUDIT", "1"},
        {"AUDITEE", "process:pay-benefits"},
        {"BACKUP", "../backup"},
        {"BOUNDS", "100,1000"},
        {"CHECKLIST", "internal-audit/process"},
        {"CLAIM", "email"},
        {"CLAUSE", "8.4"},
        {"CODE", "H07"},
        {"CONDITION", "act='optical'"},
        {"CONTROL", "fraud/staff-account"},
        {"CRITERION=VERDICT", "conformity=conforming"},
        {"DATE", "2026-07-20"},
        {"DIR", "../out/folder"},
        {"FIELD", "amount"},
        {"FIELD:DISTANCE", "amount:0.05"},
        {"FIELD=HEADING", "what=What"},
        {"FILE", "../out/file.csv"},
        {"FINDING", finding},
        {"HOST", "quality.example.org"},
        {"ID", finding},
        {"INDICATOR", "decided-before-payment"},
        {"INPUT", "audits"},
        {"ITEM", finding},
        {"KEY", suspected},
        {"KIND", "findings"},
        {"LEVEL", "sector"},
        {"NAME", "staff"},
        {"NAME=VALUE", "a=b"},
        {"NEW-PLUGIN", "expenses"},
        {"NUMBER", "1"},
        {"NUMBER=DATE", "1=2026-09-01"},
        {"ORIGIN", "finding"},
        {"OUTCOME", "maintained"},
        {"OUTPUT", "improvement"},
        {"PERCENT", "5"},
        {"PERIOD", "2026-Q3"},
        {"PLACE", "../out/place"},
        {"PLUGIN", "fraud"},
        {"POINT", "insured"},
        {"PORT", "8413"},
        {"PROCESS", "pay-benefits"},
        {"PROCESS/INDICATOR", "pay-benefits/decided-before-payment"},
        {"RESULT", "effective"},
        {"RHYTHM", "daily"},
        {"ROLE", "auditor"},
        {"SAMPLE", "affiliations"},
        {"SCORE", "3"},
        {"SEED", "00112233445566778899aabbccddeeff"},
        {"STATE", "open"},
        {"STYLE", "csv"},
        {"TEXT", finding},
        {"TOKEN", "export"},
        {"TYPE", "benefit"},
        {"USER", "nobody"},
        {"VERDICT", "released"},
        {"VERSION", "1"},
        {"YEAR", "2027"},
    };
    const auto found = examples.find(name);
    BOOST_REQUIRE_MESSAGE(found != examples.end(), "say what to give for " << name);
    return found->second;
}

std::string line_of(const Command& command, bool every_option) {
    std::string line = std::string(command.noun);
    if (!command.verb.empty()) line += fmt::format(" {}", command.verb);
    for (const Operand& operand : command.operands) line += " " + example_of(operand.name);
    for (const Option& option : command.options) {
        if (!option.required && (!every_option || option.value.empty())) continue;
        line += fmt::format(" --{}", option.name);
        if (!option.value.empty()) line += " " + example_of(option.value);
    }
    return line;
}

// What the general lines do not come to, and the same once more in other forms.
std::vector<std::string> further_lines() {
    std::vector<std::string> lines{
        "worklist show " + suspected,
        "worklist take " + suspected,
        "worklist contest " + suspected + " --reason x",
        "worklist list --state all --format json",
        "worklist export ../out/worklist.xlsx",
        "finding list pay-benefits --format json",
        "finding list pay-benefits --control fraud/staff-account --format csv",
        "finding confirm " + suspected,
        "control explain " + finding + " --format json",
        "control run pay-benefits --period 2026-Q3 --not-checked",
        "control run pay-benefits --period 2026-07 --format json",
        "nonconformity open pay-benefits --title a --requirement b --extent c --finding " + finding,
        "nonconformity open pay-benefits --title a --requirement b --extent c --control fraud/staff-account",
        "action propose pay-benefits --what a --level quick-win --kind corrective --origin finding "
        "--reference " +
            finding,
        "quality show --period 2026-Q3",
        "purge --dry-run --now 2040-01-01T09:00",
        "review prepare pay-benefits --period 2026-Q3",
        "review show pay-benefits --period 2026-Q3 --format json",
        "management-review prepare 2026",
        "management-review show 2026 --format json",
        "due --everybody",
        "export evidence ../out/folder --process pay-benefits --period 2026-Q3",
        "nightly --no-mail",
        "journal list --format json",
        "data stratify benefit --by amount --classes 4",
        "data doubles benefit --same iban",
        "data doubles claim --same iban",
        "data gaps staff --by code",
        "data gaps claim --by number --where \"iban in staff.iban\"",
        "data stratify claim --by amount --bounds 1000 --csv ../out/classes.csv",
    };
    for (const char* kind : {"actions", "risks", "nonconformities", "findings"})
        lines.push_back(fmt::format("export register {0} --to ../out/{0}.csv", kind));
    return lines;
}

std::vector<std::string> lines_that(Effect effect) {
    std::vector<std::string> lines;
    for (const Command& command : commands()) {
        if (command.effect != effect || command.needs != Needs::session) continue;
        lines.push_back(line_of(command, false));
        lines.push_back(line_of(command, true));
    }
    return lines;
}

// Readers come first: they find everything as it was.
std::vector<std::string> lines() {
    std::vector<std::string> lines = lines_that(Effect::reads);
    std::ranges::move(further_lines(), std::back_inserter(lines));
    std::ranges::move(lines_that(Effect::writes), std::back_inserter(lines));
    lines.push_back("journal list");
    return lines;
}

// Without what chance or the file received makes: digests, keys and codes.
std::string comparable(std::string_view text) {
    std::string result;
    while (!text.empty()) {
        const auto end = std::ranges::find_if(
            text, [](unsigned char c) { return std::isalnum(c) == 0 && c != '-' && c != '_'; });
        const auto length = static_cast<std::size_t>(end - text.begin());
        const std::string_view word = text.substr(0, length);
        const bool chance = length >= 12 && word.find_first_of("0123456789") != std::string_view::npos &&
                            !word.starts_with("F-") && !word.starts_with("2026-");
        result += chance ? "…" : word;
        if (length < text.size()) result += text[length];
        text.remove_prefix(std::min(length + 1, text.size()));
    }
    return result;
}

// Without lines of progress, which come as time goes, and without where the office is.
std::string steady(const Office& office, std::string_view notes) {
    std::string text;
    for (std::size_t at = 0; at < notes.size();) {
        const auto end = std::min(notes.find('\n', at), notes.size() - 1);
        const std::string_view line = notes.substr(at, end + 1 - at);
        if (!line.ends_with("%\n")) text += line;
        at = end + 1;
    }
    const std::string home = office.home().string();
    for (auto at = text.find(home); at != std::string::npos; at = text.find(home))
        text.replace(at, home.size(), "~");
    return text;
}

// The code, what was said, and the text files that were written.
std::string told(const Office& office, const Answer& answer) {
    std::string text = fmt::format("{}\n{}{}", answer.code, answer.results, answer.notes);
    std::set<fs::path> written;
    for (const auto& one : fs::recursive_directory_iterator(office.home() / "out")) {
        static const std::set<fs::path> readable{".csv", ".json", ".html", ".ics", ".txt", ".xml"};
        if (one.is_regular_file() && readable.contains(one.path().extension())) written.insert(one.path());
    }
    for (const fs::path& one : written) {
        const std::string bytes = read_file(one).value();
        // An archive has what was written beside it.
        text += fmt::format("{}\n{}", one.filename().string(), bytes.starts_with("PK") ? "" : bytes);
    }
    fs::remove_all(office.home() / "out");
    fs::create_directory(office.home() / "out");
    return steady(office, text);
}

bool betrays(std::string_view said, std::string_view line) {
    static const std::string marks[] = {"ZM4471", "ZP5512", "ZI-88", "777.13", "777,13"};
    const auto has = [&](const std::string& mark) { return said.find(mark) != std::string_view::npos; };
    // What is typed may be said again.
    const bool typed =
        line.find(finding) != std::string_view::npos || line.find(suspected) != std::string_view::npos;
    return std::ranges::any_of(marks, has) || (!typed && (has(finding) || has(suspected)));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(confided)

// Whoever has every other right at once notices no difference.
BOOST_AUTO_TEST_CASE(is_told_to_nobody_else_by_any_command) {
    Office suspicious{staff_account}, innocent{other_account};
    for (const std::string& line : lines()) {
        const std::string said = told(suspicious, suspicious.as("all-but-one", line));
        BOOST_TEST(!betrays(said, line), line << "\n" << said);
        const std::string otherwise = told(innocent, innocent.as("all-but-one", line));
        BOOST_TEST((comparable(said) == comparable(otherwise)), line << "\n"
                                                                     << said << "\n--- with nothing to find\n"
                                                                     << otherwise);
    }
}

BOOST_AUTO_TEST_CASE(is_told_to_no_other_role_alone) {
    Office office{staff_account};
    std::vector<std::string> typed = lines_that(Effect::reads);
    std::ranges::move(further_lines(), std::back_inserter(typed));
    for (const model::Role role : model::all_roles) {
        if (role == model::Role::tracfin_correspondent) continue;
        office.start_again();
        for (const std::string& line : typed) {
            const std::string said = told(office, office.as(std::string(model::role_name(role)), line));
            BOOST_TEST(!betrays(said, line), model::role_name(role) << ": " << line << "\n" << said);
        }
    }
}

BOOST_AUTO_TEST_CASE(is_told_to_its_confidant_and_every_reading_is_journalled) {
    Office office{staff_account};
    const std::string who = "tracfin-correspondent";
    const auto readings = [&] {
        const std::string journal = office.must(who, "journal list --format csv").results;
        std::size_t count = 0;
        for (auto at = journal.find("finding.read"); at != std::string::npos;
             at = journal.find("finding.read", at + 1))
            ++count;
        return count;
    };
    std::size_t read = 0;
    for (const char* line : {"finding list pay-benefits --format csv", "control explain ZF --format csv",
                             "finding similar ZF --since 2026-01-01"}) {
        std::string typed(line);
        if (const auto place = typed.find("ZF"); place != std::string::npos) typed.replace(place, 2, finding);
        const Answer answer = office.must(who, typed);
        if (typed.find("similar") == std::string::npos)
            BOOST_TEST(answer.results.find(suspected) != std::string::npos, typed);
        BOOST_TEST(readings() == ++read, typed);
    }
    const Answer others =
        office.as(who, "finding list pay-benefits --control claims/over-threshold --format csv");
    BOOST_TEST(others.results.find("claims/over-threshold") == std::string::npos);
    office.must(who, "finding confirm " + finding + " --reason Reported");
    office.must(who, "worklist reopen " + finding + " --reason New");
    BOOST_TEST(office.must(who, "journal list").results.find("finding/" + finding) != std::string::npos);

    const std::string seen = office.must("auditor", "journal list --format csv").results;
    BOOST_TEST(seen.find(finding) == std::string::npos);
    BOOST_TEST(seen.find("finding.read,finding/confided") != std::string::npos, seen);
    BOOST_TEST(office.as("auditor", "journal verify").code == exit_fine);
}

BOOST_AUTO_TEST_SUITE_END()
