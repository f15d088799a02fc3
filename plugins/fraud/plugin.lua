-- SPDX-License-Identifier: Apache-2.0
-- Monthly extractions in search of fraud. A suspicion is secret by law: the Tracfin correspondent alone sees what is
-- found, every reading is journalled, and the others learn a number, once a review is signed. So nothing is held and
-- nothing goes to the worklist here: a payment that is suspended, or a file that somebody is asked to check, would warn
-- the person suspected. Whoever sees the suspicion decides what is done about it, outside these controls.
return plugin {
  id      = "fraud",
  version = "1.0",
  api     = 1,
  title   = { fr = "Fraude, extractions mensuelles", en = "Fraud, monthly extractions" },
}
