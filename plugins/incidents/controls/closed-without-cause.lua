-- SPDX-License-Identifier: Apache-2.0
-- Closed, but nobody wrote down why it happened: it may come back.
return control "closed-without-cause" {
  title    = { fr = "Incident grave clos sans cause", en = "Serious incident closed without a cause" },
  from     = "incident",
  where    = "closed_on is not missing and (analysed_on is missing or cause is missing or analysed_on > closed_on)",
  effect   = "check",
  severity = "high",
  due      = "10 ouvrés",
  minutes  = 20,
  message  = {
    fr = "Incident clos le {closed_on} ({service}) sans cause établie avant sa clôture.",
    en = "Incident closed on {closed_on} ({service}) without a cause established before.",
  },
  verify   = {
    { id = "cause", fr = "La cause est établie et écrite, preuves à l’appui.", en = "The cause is established and written down, with its evidence." },
    { id = "action", fr = "Une action supprime la cause, ou il est dit pourquoi il n’en faut pas.", en = "An action removes the cause, or it is said why none is needed." },
  },
}
