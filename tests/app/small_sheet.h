// SPDX-License-Identifier: Apache-2.0
// The sheet of pay-benefits in the test workspace: one objective, one indicator, one control, so that a test
// says itself what else it needs.
#pragma once

#include <string_view>

namespace cadran::app {

inline constexpr std::string_view small_sheet = R"(<?xml version="1.0" encoding="UTF-8"?>
<process xmlns="urn:cadran:process:1" id="pay-benefits" kind="realisation" turn="quarter">
  <title><fr>Payer l’ensemble des prestations</fr><en>Pay all benefits</en></title>
  <pilot account="claire.vasseur"/>
  <backup account="hugo.lemaire"/>
  <purpose><fr>Verser les prestations dues</fr><en>Pay the benefits due</en></purpose>
  <start><fr>Demande</fr><en>Claim</en></start>
  <end><fr>Versement</fr><en>Payment</en></end>
  <objectives>
    <objective id="checked-before-payment" indicator="decided-before-payment" owner="claire.vasseur" due="2026-12-31">
      <text><fr>Rien n’est payé avant son contrôle</fr><en>Nothing is paid before its check</en></text>
      <means><fr>Deux contrôleurs</fr><en>Two controllers</en></means>
      <judged><fr>Chaque trimestre</fr><en>Every quarter</en></judged>
    </objective>
  </objectives>
  <indicators>
    <indicator id="decided-before-payment" unit="percent" direction="higher" frequency="month"
               measure="claims/decided-before-payment">
      <title><fr>Paiements contrôlés avant paiement</fr><en>Payments decided before payment</en></title>
      <target from="2026-07-01" value="100"/>
    </indicator>
  </indicators>
  <risks>
    <risk id="undue-payment" likelihood="2" impact="3" treatment="reduce" residual-likelihood="1" residual-impact="3">
      <title><fr>Paiement indu</fr><en>Undue payment</en></title>
      <response><fr>Contrôle préalable</fr><en>Check before payment</en></response>
    </risk>
  </risks>
  <controls>
    <control use="claims/over-threshold" frequency="each-record" by="controller">
      <covers risk="undue-payment"/>
      <proof><fr>Décision</fr><en>Decision</en></proof>
    </control>
  </controls>
  <input><fr>Demande</fr><en>Claim</en></input>
  <activity><fr>Contrôler</fr><en>Check</en></activity>
  <output><fr>Paiement</fr><en>Payment</en></output>
</process>
)";

}  // namespace cadran::app
