// SPDX-License-Identifier: Apache-2.0
// Any text as the files of a plugin, each behind a line `--- path`; without one it is controls/check.lua.
// They are refused with sentences, or declare a plugin whose clauses can be said and whose judges say the
// same of the same record each time.
#include <cstdint>
#include <string_view>

#include "base/text.h"
#include "expression/in_words.h"
#include "fuzz/claim.h"
#include "script/grader.h"
#include "script/judge.h"
#include "script/plugin.h"
#include "script/plugin_changes.h"

using namespace cadran;
using namespace cadran::script;

namespace {

constexpr std::string_view heading =
    R"(return plugin { id = "sample", version = "1", api = 1, title = { fr = "essai", en = "sample" } })";
constexpr std::string_view claims = R"(return record "claim" {
  title = { fr = "dossier", en = "claim" }, key = "number", event_date = "received_on", handler = "handler",
  fields = {
    text "number" { required = true, title = { fr = "numéro", en = "number" } },
    date "received_on" { required = true, title = { fr = "reçu le", en = "received on" } },
    money "amount" { required = true, title = { fr = "montant", en = "amount" } },
    code "act" { title = { fr = "acte", en = "act" }, codes = { { id = "stay", fr = "séjour", en = "stay" } } },
    text "handler" { title = { fr = "gestionnaire", en = "handler" } },
    secret "iban" { title = { fr = "IBAN", en = "IBAN" } } } })";

// Little, so that many are tried; time never decides, so that each is judged the same twice.
Limits little() {
    Limits limits;
    limits.fuel = 200'000;
    limits.memory = std::size_t{2} << 20;
    limits.block = std::size_t{128} << 10;
    limits.call = std::chrono::hours(1);
    limits.run_fuel = 2'000'000;
    limits.run = std::chrono::hours(1);
    return limits;
}

PluginFiles files_of(std::string_view input) {
    PluginFiles files{{"plugin.lua", std::string(heading)}, {"records/claim.lua", std::string(claims)}};
    std::string path = "controls/check.lua";
    for (const std::string_view line : split(input, '\n')) {
        if (line.starts_with("--- ")) {
            path = line.substr(4);
            files[path].clear();
        } else {
            files[path].append(line).append("\n");
        }
    }
    return files;
}

column::RecordBatch a_claim_of(const model::RecordType& type) {
    using namespace std::chrono;
    column::RecordBatch batch(type.schema);
    std::vector<column::Scalar> row;
    for (const column::Field& field : type.schema->fields()) {
        switch (field.type) {
            case column::Type::date: row.emplace_back(Date(2026y / July / 1)); break;
            case column::Type::money: row.emplace_back(Money{150'000, field.currency}); break;
            case column::Type::secret: row.emplace_back(column::Secret{42}); break;
            case column::Type::integer: row.emplace_back(std::int64_t{3}); break;
            case column::Type::text: row.emplace_back(std::string("C-1")); break;
            default: row.emplace_back(); break;
        }
    }
    batch.append(row, 2);
    return batch;
}

std::vector<column::Scalar> values_of(const model::Control& control) {
    std::vector<column::Scalar> values;
    for (const model::Parameter& parameter : control.parameters) values.push_back(parameter.default_value);
    return values;
}

std::string said(const Judgement& judgement) {
    std::string text = std::string(model::outcome_name(judgement.outcome)) + judgement.message.value_or("");
    if (!judgement.fault) return text;
    static const Catalogue english(Language::english);
    fuzz::claim_told({*judgement.fault});
    return text + english.text(judgement.fault->what) + std::to_string(judgement.fault->place.line);
}

void judge_twice(const PluginFiles& files, const Plugin& plugin, const ControlDeclaration& control) {
    const model::RecordType* type = plugin.find_record(control.control.population.from);
    if (type == nullptr) return;  // a record of the house
    const column::RecordBatch batch = a_claim_of(*type);
    Judge judge(files, plugin, control.control.id, values_of(control.control), little());
    const std::string first = said(judge.judge(batch, 0));
    fuzz::claim(said(judge.judge(batch, 0)) == first, "a judge says the same of the same record");
}

void say_clauses(const ControlDeclaration& declared) {
    static const Catalogue french(Language::french), english(Language::english);
    for (const Catalogue* catalogue : {&french, &english})
        fuzz::claim(is_utf8(in_words(declared.query, *catalogue)), "clauses are said in UTF-8");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const PluginFiles files = files_of({reinterpret_cast<const char*>(data), size});
    const auto plugin = load_plugin(files, "plugins/sample/", little());
    if (!plugin) {
        fuzz::claim_told(plugin.error().diagnostics);
        return 0;
    }
    static const Catalogue english(Language::english);
    fuzz::claim(changes(*plugin, files, *plugin, files, english).empty(),
                "a plugin does not differ from itself");
    for (const ControlDeclaration& control : plugin->controls) {
        say_clauses(control);
        judge_twice(files, *plugin, control);
    }
    for (const ChecklistDeclaration& declared : plugin->checklists) {
        Grader grader(files, *plugin, declared.checklist.id, little());
        if (const auto grade = grader.grade("item", {{"id", std::string("item")}}, {}); grade && grade->fault)
            fuzz::claim_told({*grade->fault});
    }
    return 0;
}
