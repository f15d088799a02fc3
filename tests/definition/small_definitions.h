// SPDX-License-Identifier: Apache-2.0
// Definitions that are as small as they can be and yet have every part.
#pragma once

#include <string_view>

namespace cadran::definition {

inline constexpr std::string_view small_process = R"(<?xml version="1.0" encoding="UTF-8"?>
<process xmlns="urn:cadran:process:1" id="answer" kind="realisation" turn="quarter">
  <title><fr>Répondre</fr><en>Answer</en></title>
  <pilot account="ada"/>
  <backup account="bob"/>
  <stake ref="clients"/>
  <interested-party ref="members"/>
  <purpose><fr>Répondre</fr><en>To answer</en></purpose>
  <start><fr>Réception</fr><en>Reception</en></start>
  <end><fr>Réponse</fr><en>Answer</en></end>
  <upstream process="receive"><fr>Courriers</fr><en>Letters</en></upstream>
  <downstream process="all"><fr>Causes</fr><en>Causes</en></downstream>
  <client><fr>Adhérents</fr><en>Members</en></client>
  <clause ref="8.2.1"/>
  <objectives>
    <objective id="in-time" indicator="answered-in-time" owner="ada" due="2026-12-31">
      <text><fr>Répondre à temps</fr><en>Answer in time</en></text>
      <means><fr>Équipe</fr><en>Team</en></means>
      <judged><fr>Chaque trimestre</fr><en>Every quarter</en></judged>
    </objective>
    <objective id="calls" indicator="wait" owner="bob" due="2026-12-31">
      <text><fr>Décrocher</fr><en>Pick up</en></text>
      <means><fr>Équipe</fr><en>Team</en></means>
      <judged><fr>Chaque trimestre</fr><en>Every quarter</en></judged>
    </objective>
  </objectives>
  <indicators>
    <indicator id="answered-in-time" unit="percent" direction="higher" frequency="month" measure="mail/in-time">
      <title><fr>Réponses à temps</fr><en>Answers in time</en></title>
      <parameter name="limit" value="10"/>
      <target from="2026-01-01" value="90" warning="85"/>
      <target from="2026-10-01" value="95.5"/>
    </indicator>
    <indicator id="wait" unit="minutes" direction="within" frequency="quarter">
      <title><fr>Attente</fr><en>Wait</en></title>
      <by-hand><fr>Journal du standard</fr><en>Log of the switchboard</en></by-hand>
      <target from="2026-01-01" value="1" upper="4" warning="0.5" upper-warning="6"/>
    </indicator>
  </indicators>
  <risks>
    <risk id="late" likelihood="3" impact="2" treatment="reduce" residual-likelihood="1" residual-impact="2">
      <title><fr>Retard</fr><en>Delay</en></title>
      <response><fr>Alerte</fr><en>Alert</en></response>
    </risk>
    <opportunity id="chat" likelihood="2" benefit="3">
      <title><fr>Messagerie</fr><en>Chat</en></title>
      <response><fr>Essai</fr><en>Trial</en></response>
    </opportunity>
  </risks>
  <controls>
    <control use="mail/overdue" frequency="daily" by="controller">
      <covers risk="late"/>
      <proof><fr>Liste</fr><en>List</en></proof>
      <parameter name="days" value="8"/>
    </control>
    <manual-control id="reading" frequency="each-record" by="referent">
      <title><fr>Relecture</fr><en>Cross-reading</en></title>
      <covers risk="late"/>
      <proof><fr>Visa</fr><en>Initials</en></proof>
    </manual-control>
  </controls>
  <input><fr>Courrier</fr><en>Letter</en></input>
  <activity><fr>Lire</fr><en>Read</en></activity>
  <activity><fr>Répondre</fr><en>Answer</en></activity>
  <output><fr>Réponse</fr><en>Answer</en></output>
  <resource><fr>Outil</fr><en>Tool</en></resource>
  <retained-document document="letters" keep-months="60"><fr>Courriers</fr><en>Letters</en></retained-document>
</process>
)";

inline constexpr std::string_view small_workspace = R"(<?xml version="1.0" encoding="UTF-8"?>
<workspace xmlns="urn:cadran:workspace:1">
  <organisation name="Test" zone="Europe/Paris" currency="EUR" region="alsace-moselle" standard="short"/>
  <policy since="2026-01-05"><fr>Bien faire</fr><en>Do well</en></policy>
  <scope><fr>Tout</fr><en>All</en></scope>
  <exclusion clause="8.3"><fr>Rien à concevoir</fr><en>Nothing to design</en></exclusion>
  <issue id="climate" nature="external"><fr>Climat</fr><en>Climate</en></issue>
  <stake id="clients"><fr>Clients</fr><en>Clients</en></stake>
  <interested-party id="members">
    <title><fr>Adhérents</fr><en>Members</en></title>
    <expectations><fr>Réponses</fr><en>Answers</en></expectations>
  </interested-party>
  <risk-scale>
    <likelihood><fr>Rare</fr><en>Rare</en></likelihood>
    <likelihood><fr>Possible</fr><en>Possible</en></likelihood>
    <likelihood><fr>Fréquent</fr><en>Frequent</en></likelihood>
    <impact><fr>Mineure</fr><en>Minor</en></impact>
    <impact><fr>Sérieuse</fr><en>Serious</en></impact>
    <impact><fr>Grave</fr><en>Grave</en></impact>
    <level severity="very-low" from="1"><fr>Très faible</fr><en>Very low</en></level>
    <level severity="low" from="2"><fr>Faible</fr><en>Low</en></level>
    <level severity="medium" from="3"><fr>Moyen</fr><en>Medium</en></level>
    <level severity="high" from="6"><fr>Élevé</fr><en>High</en></level>
    <level severity="major" from="9"><fr>Majeur</fr><en>Major</en></level>
  </risk-scale>
  <department id="mail" manager="ada"><fr>Courrier</fr><en>Mail</en></department>
  <member account="ada" department="mail"><fr>Responsable</fr><en>Head</en></member>
  <delegate id="centre" name="Centre"><fr>Accueil</fr><en>Reception</en></delegate>
  <supplier id="printer" name="Imprimerie"><fr>Impression</fr><en>Printing</en></supplier>
  <document id="letters" location="Intranet"><fr>Courriers</fr><en>Letters</en></document>
</workspace>
)";

inline constexpr std::string_view small_clauses = R"(<?xml version="1.0" encoding="UTF-8"?>
<clauses xmlns="urn:cadran:clauses:1" id="short">
  <title><fr>Norme courte</fr><en>Short standard</en></title>
  <status><fr>Inventée</fr><en>Invented</en></status>
  <clause number="8.2.1"><fr>Écouter</fr><en>Listen</en></clause>
  <clause number="8.3"><fr>Concevoir</fr><en>Design</en></clause>
  <clause number="8.10"><fr>Finir</fr><en>Finish</en></clause>
  <mapping earlier="shorter">
    <map clause="8.2.1" from="8.2" change="same"><fr>Rien</fr><en>Nothing</en></map>
    <map clause="8.3" change="added"><fr>Neuf</fr><en>New</en></map>
    <map clause="8.10" from="8.9" change="unknown"><fr>À voir</fr><en>To see</en></map>
    <map from="8.4" change="removed"><fr>Parti</fr><en>Gone</en></map>
  </mapping>
</clauses>
)";

}  // namespace cadran::definition
