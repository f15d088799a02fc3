// SPDX-License-Identifier: Apache-2.0
#include "script/sample_plugin.h"

#include "base/catalogue.h"

namespace cadran::script {

using column::Scalar;

namespace {

std::string text_in(const Catalogue& catalogue, const Diagnostic& fault) {
    return catalogue.text(fault.what) + (fault.hint ? " (" + catalogue.text(*fault.hint) + ")" : "");
}

}  // namespace

PluginFiles sample_files() {
    PluginFiles files;
    files["plugin.lua"] =
        R"(return plugin { id = "sample", version = "1", api = 1, title = { fr = "essai", en = "sample" } }
)";
    files["records/claim.lua"] = R"(return record "claim" {
  title = { fr = "dossier", en = "claim" },
  key = "number",
  event_date = "received_on",
  handler = "handler",
  fields = {
    text "number" { required = true, title = { fr = "numéro", en = "number" } },
    date "received_on" { required = true, title = { fr = "reçu le", en = "received on" } },
    money "amount" { required = true, title = { fr = "montant", en = "amount" } },
    code "act" { title = { fr = "acte", en = "act" }, codes = {
      { id = "hospital-stay", fr = "hospitalisation", en = "hospital stay" },
      { id = "optical", fr = "optique", en = "optical" } } },
    text "handler" { title = { fr = "gestionnaire", en = "handler" } },
    secret "iban" { title = { fr = "IBAN", en = "IBAN" } },
    integer "days" { title = { fr = "jours", en = "days" } },
    boolean "urgent" { title = { fr = "urgent", en = "urgent" } },
    time "entered_at" { title = { fr = "saisi le", en = "entered at" } },
    date "paid_on" { title = { fr = "payé le", en = "paid on" } },
  },
}
)";
    return files;
}

PluginFiles files_with_judge(const std::string& body) {
    PluginFiles files = sample_files();
    files["controls/check.lua"] = R"(return control "check" {
  title = { fr = "contrôle", en = "check" }, from = "claim", effect = "check", severity = "low",
  message = { fr = "{amount}", en = "{amount}" },
  messages = { stay = { fr = "séjour", en = "stay" } },
  parameters = { threshold = money { default = "1000.00 EUR", help = { fr = "seuil", en = "threshold" } } },
  judge = function(claim, p)
)" + body + "\nend }\n";
    return files;
}

column::RecordBatch sample_claims(const Plugin& plugin) {
    using namespace std::chrono;
    column::RecordBatch batch(plugin.find_record("claim")->schema);
    const Instant entered = sys_days{2026y / July / 2} + 9h;
    batch.append({std::string("C-1"), Date(2026y / July / 1), Money{150000, {}}, std::string("hospital-stay"),
                  std::string("H01"), column::Secret{42}, std::int64_t{12}, true, entered, Scalar()},
                 2);
    batch.append({std::string("C-2"), Date(2026y / July / 2), Money{90000, {}}, std::string("optical"),
                  Scalar(), Scalar(), Scalar(), Scalar(), Scalar(), Date(2026y / July / 9)},
                 3);
    return batch;
}

Limits tight_limits() {
    Limits limits;
    limits.fuel = 2'000'000;
    limits.memory = std::size_t{8} << 20;
    limits.call = std::chrono::minutes(10);  // what a script uses decides, never how busy the machine is
    return limits;
}

Judgement judged(const std::string& body, const Limits& limits) {
    const PluginFiles files = files_with_judge(body);
    const auto plugin = load_plugin(files, "");
    if (!plugin) throw std::logic_error("test plugin: " + plugin.error().diagnostics.front().what.id);
    Judge judge(files, *plugin, "sample/check", {Money{100000, {}}}, limits);
    return judge.judge(sample_claims(*plugin), 0);
}

std::string what_of(const Judgement& judgement) {
    return judgement.fault ? judgement.fault->what.id : "";
}

std::string french_text(const Diagnostic& fault) {
    static const Catalogue french(Language::french);
    return text_in(french, fault);
}

std::string english_text(const Diagnostic& fault) {
    static const Catalogue english(Language::english);
    return text_in(english, fault);
}

std::string hint_of(const Judgement& judgement) {
    return judgement.fault && judgement.fault->hint ? judgement.fault->hint->id : "";
}

}  // namespace cadran::script
