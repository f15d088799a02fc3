// SPDX-License-Identifier: Apache-2.0
// Wherever authors can mistype a name, they are told the nearest one that there is.
#include <boost/test/unit_test.hpp>

#include "script/sample_plugin.h"

using namespace cadran;
using namespace cadran::script;

namespace {

// A text of a file that is fine, as it is mistyped, and what was meant.
struct Mistake {
    const char* file;
    const char* right;
    const char* wrong;
    const char* meant;
};

PluginFiles fine_files() {
    PluginFiles files = files_with_judge(R"(
    if p.threshold < claim.amount and tostring(claim.act) == string.upper("X") then
      return fail { severity = "high", effect = "flag", message = "stay" }
    end
    return not_applicable())");
    files["controls/doubles.lua"] = R"(return control "doubles" {
  title = { fr = "doubles", en = "doubles" }, from = "claim", effect = "check", severity = "low",
  where = "days(received_on, paid_on) > 3 and act = 'optical' and month(received_on) = 7",
  group = { by = "handler, amount" }, having = "count() > 1 and sum(days) > 3",
  message = { fr = "{amount}", en = "{amount}" },
})";
    files["controls/sampled.lua"] = R"(return control "sampled" {
  title = { fr = "lot", en = "sample" }, from = "claim", effect = "check", severity = "low",
  join = { other = "claim on number = claim.handler" },
  where = "amount < 3 EUR and other.urgent = true",
  sample = { rate = 0.5, by = "handler" },
  message = { fr = "{amount}", en = "{amount}" },
})";
    files["indicators/paid.lua"] = R"(return indicator "paid" {
  title = { fr = "payés", en = "paid" }, from = "claim", meets = "paid_on is not missing",
})";
    files["spec/check.lua"] = R"(return spec "check" {
  records = { claim = { { number = "C1", received_on = "2026-07-01", amount = "5.00 EUR", act = "optical" } } },
  parameters = { threshold = "1.00 EUR" },
  found = { { keys = "C1", severity = "high", effect = "flag", message = "stay" } },
  properties = { property "p" { records = { claim = { { amount = { from = "2.00 EUR", to = "9.00 EUR" } } } }, found = { "C1" } } },
})";
    return files;
}

constexpr Mistake while_loading[]{
    {"plugin.lua", "return plugin", "return plugni", "plugin"},
    {"plugin.lua", "version", "versoin", "version"},
    {"records/claim.lua", "event_date =", "event_dat =", "event_date"},
    {"records/claim.lua", "\"received_on\",", "\"recieved_on\",", "received_on"},
    {"records/claim.lua", "handler = \"handler\"", "handler = \"handlre\"", "handler"},
    {"records/claim.lua", "money \"amount\"", "mony \"amount\"", "money"},
    {"records/claim.lua", "{ required = true, title = { fr = \"numéro\"",
     "{ requierd = true, title = { fr = \"numéro\"", "required"},
    {"controls/check.lua", "messages =", "mesages =", "messages"},
    {"controls/check.lua", "from = \"claim\"", "from = \"cliam\"", "claim"},
    {"controls/check.lua", "effect = \"check\"", "effect = \"chekc\"", "check"},
    {"controls/check.lua", "severity = \"low\"", "severity = \"lwo\"", "low"},
    {"controls/check.lua", "en = \"{amount}\"", "en = \"{amonut}\"", "amount"},
    {"controls/check.lua", "default =", "defualt =", "default"},
    {"controls/doubles.lua", "received_on, paid_on", "recieved_on, paid_on", "received_on"},
    {"controls/doubles.lua", "'optical'", "'optcial'", "optical"},
    {"controls/doubles.lua", "month(", "monht(", "month"},
    {"controls/doubles.lua", "by = \"handler, amount\"", "by = \"handler, amuont\"", "amount"},
    {"controls/doubles.lua", "sum(days)", "sum(dasy)", "days"},
    {"controls/doubles.lua", "and sum(", "and smu(", "sum"},
    {"controls/doubles.lua", "group = {", "gruop = {", "group"},
    {"controls/sampled.lua", "other = \"claim on", "other = \"cliam on", "claim"},
    {"controls/sampled.lua", "other.urgent", "other.urgetn", "urgent"},
    {"controls/sampled.lua", "on number =", "on numbre =", "number"},
    {"controls/sampled.lua", "rate =", "raet =", "rate"},
    {"controls/sampled.lua", "by = \"handler\"", "by = \"handlre\"", "handler"},
    {"indicators/paid.lua", "meets", "metes", "meets"},
    {"indicators/paid.lua", "paid_on is", "piad_on is", "paid_on"},
    {"spec/check.lua", "records = { claim", "records = { cliam", "claim"},
    {"spec/check.lua", "amount = \"5", "amuont = \"5", "amount"},
    {"spec/check.lua", "act = \"optical\"", "act = \"optcial\"", "optical"},
    {"spec/check.lua", "threshold =", "treshold =", "threshold"},
    {"spec/check.lua", "found = { {", "fuond = { {", "found"},
    {"spec/check.lua", "keys =", "kesy =", "keys"},
    {"spec/check.lua", "severity = \"high\"", "severity = \"hihg\"", "high"},
    {"spec/check.lua", "effect = \"flag\"", "effect = \"falg\"", "flag"},
    {"spec/check.lua", "message = \"stay\"", "message = \"sta\"", "stay"},
    {"spec/check.lua", "property \"p\"", "proprety \"p\"", "property"},
    {"spec/check.lua", "from = \"2", "form = \"2", "from"},
};

constexpr Mistake while_judging[]{
    {"", "p.threshold", "p.treshold", "threshold"},
    {"", "claim.amount", "claim.amuont", "amount"},
    {"", "tostring", "tosrting", "tostring"},
    {"", "string.upper", "string.uper", "upper"},
    {"", "fail {", "fial {", "fail"},
    {"", "severity =", "severty =", "severity"},
    {"", "\"high\"", "\"hihg\"", "high"},
    {"", "\"flag\"", "\"falg\"", "flag"},
    {"", "\"stay\"", "\"sty\"", "stay"},
};

std::string mistyped(std::string text, const Mistake& mistake) {
    const auto place = text.find(mistake.right);
    BOOST_REQUIRE_MESSAGE(place != std::string::npos, mistake.right);
    return text.replace(place, std::string_view(mistake.right).size(), mistake.wrong);
}

// Whether one of the faults says so in its hint.
bool is_meant(const Diagnostics& faults, const std::string& name) {
    return std::ranges::any_of(faults, [&](const Diagnostic& fault) {
        if (!fault.hint) return false;
        return std::ranges::any_of(fault.hint->arguments, [&](const auto& argument) {
            const auto* text = std::get_if<std::string>(&argument.second);
            return argument.first == "name" && text != nullptr && *text == name;
        });
    });
}

std::string all_told(const Diagnostics& faults) {
    std::string text;
    for (const Diagnostic& fault : faults) text += english_text(fault) + "; ";
    return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(hints)

BOOST_AUTO_TEST_CASE(name_what_was_meant_in_declarations_conditions_and_specs) {
    const auto fine = load_plugin(fine_files(), "");
    BOOST_REQUIRE_MESSAGE(fine, all_told(fine ? Diagnostics{} : fine.error().diagnostics));
    for (const Mistake& mistake : while_loading) {
        PluginFiles files = fine_files();
        files[mistake.file] = mistyped(files.at(mistake.file), mistake);
        const auto plugin = load_plugin(files, "");
        BOOST_TEST(!plugin.has_value(), mistake.wrong);
        if (plugin) continue;
        BOOST_TEST(is_meant(plugin.error().diagnostics, mistake.meant),
                   mistake.wrong << ": " << all_told(plugin.error().diagnostics));
    }
}

BOOST_AUTO_TEST_CASE(name_what_was_meant_in_judges) {
    const std::string judge =
        "if p.threshold < claim.amount and tostring(claim.act) ~= string.upper(\"X\") then "
        "return fail { severity = \"high\", effect = \"flag\", message = \"stay\" } end";
    BOOST_TEST(!judged(judge).fault);
    for (const Mistake& mistake : while_judging) {
        const Judgement judgement = judged(mistyped(judge, mistake));
        BOOST_REQUIRE_MESSAGE(judgement.fault, mistake.wrong);
        BOOST_TEST(is_meant({*judgement.fault}, mistake.meant),
                   mistake.wrong << ": " << english_text(*judgement.fault));
    }
}

BOOST_AUTO_TEST_SUITE_END()
