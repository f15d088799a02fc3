-- SPDX-License-Identifier: Apache-2.0
-- What the plugin is called. Each file of it returns one declaration; none runs anything.
return plugin {
  id      = "@id@",   -- the name of this folder
  version = "1.0",    -- for people; the host numbers what is accepted itself
  api     = 1,
  title   = { fr = "@title@", en = "@title@" },
}
