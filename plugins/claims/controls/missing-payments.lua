-- SPDX-License-Identifier: Apache-2.0
-- A remittance numbers its lines from 1 without a gap: a line that is missing is a payment nobody sees.
return control "missing-payments" {
  title    = { fr = "Lignes manquantes d’un bordereau de virement", en = "Missing lines of a remittance" },
  from     = "payment",
  where    = "remittance is not missing",
  group    = { by = "remittance" },
  having   = "max(line) > count(distinct line) or min(line) < 1 or count() > count(distinct line)",
  history  = "1 month",
  effect   = "check",
  severity = "medium",
  due      = "10 ouvrés",
  minutes  = 15,
  message  = {
    fr = "Le bordereau {remittance} va jusqu’à la ligne {max(line)}, mais seules {count(distinct line)} lignes sur {count()} y ont un numéro qui leur est propre.",
    en = "Remittance {remittance} goes up to line {max(line)}, but only {count(distinct line)} of its {count()} lines have a number of their own.",
  },
  verify   = {
    {
      id = "lines",
      fr = "Les lignes manquantes ou en double sont expliquées : annulées, rejetées, importées deux fois.",
      en = "The missing or repeated lines are explained: cancelled, rejected, imported twice.",
    },
  },
}
