// SPDX-License-Identifier: Apache-2.0
#include "audit/checklist_example.h"

namespace cadran::audit {

ChecklistExample::ChecklistExample() {
    files["plugin.lua"] =
        R"(return plugin { id = "sample", version = "1", api = 1, title = { fr = "essai", en = "sample" } })";
    files["checklists/visit.lua"] = R"lua(return checklist "visit" {
  title = { fr = "visite", en = "visit" }, audits = "delegate", due = "42 days",
  facts = {
    boolean "pays_benefits" { required = true, title = { fr = "paie les prestations", en = "pays benefits" } },
    code "market" { title = { fr = "marché", en = "market" }, codes = {
      { id = "group", fr = "collectif", en = "group" }, { id = "individual", fr = "individuel", en = "individual" } } },
  },
  criteria = {
    { id = "conformity", fr = "conformité", en = "conformity" },
    { id = "presentation", fr = "présentation", en = "presentation" },
  },
  domains = {
    { id = "benefits", title = { fr = "prestations", en = "benefits" },
      pieces = {
        { id = "delays", title = { fr = "délais", en = "delays" }, expected = { fr = "tableau", en = "table" },
          weight = 4, when = "pays_benefits = true" },
        { id = "form", title = { fr = "bulletin", en = "form" }, expected = { fr = "modèle", en = "form" },
          when = "market = 'group'" },
      },
      questions = {
        { id = "register", title = { fr = "registre", en = "register" }, guidance = { fr = "le voir", en = "see it" } },
        { id = "causes", title = { fr = "causes", en = "causes" }, guidance = { fr = "demander", en = "ask" },
          when = "register = 'nonconforming'" },
      },
    },
  },
  resolve_within = { ["very low"] = "12 months", low = "9 months", medium = "6 months", high = "3 months",
    major = "1 months" },
  messages = { missing = { fr = "manque", en = "missing" }, again = { fr = "déjà", en = "again" },
    late = { fr = "tard", en = "late" }, weak = { fr = "faible", en = "weak" } },
  judge = function(item, facts)
    if item.repeats > 0 then return level("major", "again") end
    if item.is_piece and not item.delivered then return level("high", "missing") end
    if item.is_piece and item.conformity ~= "nonconforming" and item.late_days then return level("low", "late") end
    return level("medium", "weak")
  end,
})lua";
    plugin = script::load_plugin(files, "").value();
}

}  // namespace cadran::audit
