-- SPDX-License-Identifier: Apache-2.0
return plugin {
  id      = "supplier-audit",
  version = "1.0",
  api     = 1,
  title   = { fr = "Audit des prestataires", en = "Audit of providers" },
}
