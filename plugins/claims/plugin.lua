-- SPDX-License-Identifier: Apache-2.0
return plugin {
  id      = "claims",
  version = "1.0",
  api     = 1,
  title   = { fr = "Prestations santé", en = "Health benefits" },
}
