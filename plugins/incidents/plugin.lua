-- SPDX-License-Identifier: Apache-2.0
-- The base of serious incidents: recorded, understood, closed, and not suffered twice.
return plugin {
  id      = "incidents",
  version = "1.0",
  api     = 1,
  title   = { fr = "Base des incidents graves", en = "Base of serious incidents" },
}
