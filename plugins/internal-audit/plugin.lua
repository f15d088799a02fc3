-- SPDX-License-Identifier: Apache-2.0
return plugin {
  id      = "internal-audit",
  version = "1.0",
  api     = 1,
  title   = { fr = "Audit interne", en = "Internal audit" },
}
