-- SPDX-License-Identifier: Apache-2.0
return plugin {
  id      = "delegate-audit",
  version = "1.0",
  api     = 1,
  title   = { fr = "Audit des délégataires", en = "Audit of delegates" },
}
