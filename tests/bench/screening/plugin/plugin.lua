-- SPDX-License-Identifier: Apache-2.0
return plugin {
  id      = "screening",
  version = "1.0",
  api     = 1,
  title   = { fr = "Passage au crible de dossiers", en = "Screening of claims" },
}
