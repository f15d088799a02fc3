// SPDX-License-Identifier: Apache-2.0
#include "report/sample_sheet.h"

#include <fmt/format.h>

#include "base/text.h"

namespace cadran::report {

namespace {

using namespace cadran::model;

Date day(const char* iso) {
    return *parse_date(iso);
}

LocalText both(const std::string& fr, const std::string& en) {
    return {fr, en};
}

std::vector<LocalText> numbered(const char* fr, const char* en, int count) {
    std::vector<LocalText> texts;
    for (int i = 1; i <= count; ++i)
        texts.push_back(
            {fr + std::string(" ") + std::to_string(i), en + std::string(" ") + std::to_string(i)});
    return texts;
}

RiskScale scale() {
    RiskScale scale;
    scale.likelihoods = scale.impacts = numbered("Degré", "Step", 4);
    scale.levels = {{Severity::very_low, {"Très faible", "Very low"}, 1},
                    {Severity::low, {"Faible", "Low"}, 3},
                    {Severity::medium, {"Moyen", "Medium"}, 6},
                    {Severity::high, {"Élevé", "High"}, 9},
                    {Severity::major, {"Majeur", "Major"}, 12}};
    return scale;
}

void add_figures(Process& process) {
    process.objectives = {
        {.id = "checked",
         .text = {"Aucun paiement avant contrôle", "No payment before its check"},
         .means = {"Deux contrôleurs", "Two controllers"},
         .owner = "claire.vasseur",
         .due = day("2026-12-31"),
         .judged = {"Part des paiements contrôlés à temps", "Share of payments checked in time"},
         .indicator = "checked"}};
    process.indicators = {
        {.id = "checked",
         .title = {"Paiements contrôlés", "Payments checked"},
         .measure = "claims/decided",
         .targets = {{day("2026-07-01"), {95, 0}, {}, Decimal{90, 0}}, {day("2027-01-01"), {99, 0}}}},
        {.id = "wait",
         .title = {"Attente au téléphone", "Wait on the phone"},
         .unit = Unit::minutes,
         .direction = Direction::within,
         .source = Source::by_hand,
         .method = {"Moyenne du mois", "Mean of the month"},
         .targets = {{day("2026-01-01"), {1, 0}, Decimal{4, 0}, Decimal{5, 1}, Decimal{6, 0}}}},
        {.id = "received",
         .title = {"Dossiers reçus", "Files received"},
         .unit = Unit::count,
         .direction = Direction::lower,
         .source = Source::records,
         .measure = "claims/claim",
         .targets = {{day("2026-01-01"), {5000, 0}}}}};
}

void add_risks(Process& process) {
    process.risks = {{"undue",
                      {"Prestation indue", "Undue payment"},
                      {3, 4},
                      Treatment::reduce,
                      {"Contrôle avant paiement", "Check before payment"},
                      {2, 4}},
                     {"outage",
                      {"Panne du fournisseur", "Supplier outage"},
                      {2, 2},
                      Treatment::accept,
                      {"Rare et vite rattrapée", "Rare and soon made up for"},
                      {2, 2}}};
    process.opportunities = {{"paperless",
                              {"Fin du papier", "No more paper"},
                              {3, 3},
                              {"Convention proposée", "Agreement offered"}}};
    process.controls = {
        {"claims/over-threshold",
         {{"undue"}, ControlFrequency::each_record, Role::controller, {"Décision datée", "Dated decision"}},
         {{"threshold", "800.00 EUR"}}}};
    process.manual_controls = {{"committee",
                                {"Comité des paiements", "Payments committee"},
                                {{"undue"},
                                 ControlFrequency::quarterly,
                                 Role::management,
                                 {"Compte rendu signé", "Signed minutes"}}}};
}

Process sample_process() {
    Process process;
    process.id = "pay-benefits";
    process.title = {"Verser les prestations", "Pay benefits"};
    process.pilot = "claire.vasseur";
    process.backups = {"hugo.lemaire"};
    process.stakes = {"costs"};
    process.parties = {"members"};
    process.purpose = {"Payer le juste montant à temps", "Pay the right amount in time"};
    process.start_event = {"Réception d’une demande", "A claim is received"};
    process.end_event = {"Versement ou refus motivé", "Payment or reasoned refusal"};
    process.upstream = {{"manage-contracts", {"Droits ouverts", "Rights in force"}},
                        {"", {"Signalements", "Reports"}}};
    process.downstream = {{"handle-complaints", {"Refus contestés", "Refusals contested"}}};
    process.clients = {{"Adhérents", "Members"}};
    process.clauses = {"8.5.1", "8.7"};
    process.inputs = numbered("Demande", "Claim", 4);
    process.activities = numbered("Étape", "Step", 7);
    process.outputs = numbered("Paiement", "Payment", 4);
    process.resources = numbered("Logiciel", "Software", 3);
    process.documents = {{{"Manuel", "Manual"}, "manual", 0}, {{"Décisions", "Decisions"}, "", 120}};
    add_figures(process);
    add_risks(process);
    return process;
}

void replace(LocalText& text, const std::string& by) {
    text = {by, by};
}

// Every text that people wrote into the sheet.
template <typename Change>
void for_each_text(Process& process, const Change& change) {
    for (LocalText* text : {&process.title, &process.purpose, &process.start_event, &process.end_event})
        change(*text);
    for (auto* list :
         {&process.clients, &process.inputs, &process.activities, &process.outputs, &process.resources}) {
        for (LocalText& text : *list) change(text);
    }
    for (auto* list : {&process.upstream, &process.downstream}) {
        for (Neighbour& neighbour : *list) change(neighbour.flow);
    }
    for (auto& one : process.objectives) change(one.text), change(one.means), change(one.judged);
    for (auto& one : process.indicators) change(one.title), change(one.method);
    for (auto& one : process.risks) change(one.title), change(one.response);
    for (auto& one : process.opportunities) change(one.title), change(one.response);
    for (auto& one : process.controls) change(one.terms.proof);
    for (auto& one : process.manual_controls) change(one.title), change(one.terms.proof);
    for (auto& one : process.documents) change(one.title);
}

Process mapped(const std::string& id, ProcessKind kind, const std::string& title) {
    Process process;
    process.id = id;
    process.kind = kind;
    process.title = both(title, title);
    process.pilot = "claire.vasseur";
    process.clients = {{"Adhérents", "Members"}};
    return process;
}

}  // namespace

ProcessSheet sample_sheet() {
    ProcessSheet sheet;
    sheet.organisation = "Mutuelle des Trois Rivières";
    sheet.process = sample_process();
    sheet.version = DefinitionVersion{DefinitionKind::process,
                                      "pay-benefits",
                                      2,
                                      sha256("sheet"),
                                      "claire.vasseur",
                                      {},
                                      Acceptance{"sophie.garnier", {}, day("2026-07-01"), ""}};
    sheet.on = day("2026-09-15");
    sheet.scale = scale();
    sheet.standard = {"ISO 9001:2015", "ISO 9001:2015"};
    sheet.people = {{"claire.vasseur", "Claire Vasseur"},
                    {"hugo.lemaire", "Hugo Lemaire"},
                    {"sophie.garnier", "Sophie Garnier"}};
    sheet.locations = {{"manual", "Intranet > Prestations"}};
    sheet.processes = {{"manage-contracts", {"Gérer les contrats", "Manage contracts"}}};
    sheet.stakes = {{"costs", {"Maîtriser les coûts", "Control costs"}}};
    sheet.parties = {{"members", {"Adhérents et ayants droit", "Members and dependants"}}};
    sheet.clauses = {{"8.5.1", {"Réaliser sous contrôle", "Provide under control"}}};
    sheet.controls = {{"claims/over-threshold", {"Contrôle au-delà du seuil", "Check above the threshold"}}};
    sheet.measures = {{"claims/decided", {"Décidés à temps", "Decided in time"}}};
    sheet.record_types = {{"claims/claim", {"dossier de prestation", "claim"}}};
    return sheet;
}

ProcessSheet bare_sheet() {
    ProcessSheet sheet;
    sheet.organisation = "Mutuelle des Trois Rivières";
    sheet.on = day("2026-09-15");
    sheet.process.title = {"Nouveau processus", "New process"};
    sheet.process.pilot = "claire.vasseur";
    return sheet;
}

ProcessSheet hostile_sheet() {
    ProcessSheet sheet = sample_sheet();
    sheet.organisation = hostile_text;
    for_each_text(sheet.process, [](LocalText& text) { replace(text, hostile_text); });
    for (auto* names : {&sheet.processes, &sheet.stakes, &sheet.parties, &sheet.clauses, &sheet.controls,
                        &sheet.measures, &sheet.record_types}) {
        for (auto& [id, name] : *names) replace(name, hostile_text);
    }
    for (auto& [account, person] : sheet.people) person = hostile_text;
    return sheet;
}

ProcessSheet long_sheet() {
    ProcessSheet sheet = sample_sheet();
    int number = 0;
    const auto lengthen = [&](LocalText& text, int times) {
        std::string words;
        for (int i = 0; i < times; ++i) words += text.fr + " ";
        words += fmt::format("fin{:03}", ++number);
        replace(text, words);
    };
    for_each_text(sheet.process, [&](LocalText& text) { lengthen(text, 12); });
    lengthen(sheet.process.indicators[1].method, 40);
    lengthen(sheet.process.title, 20);
    return sheet;
}

ProcessMap map_of_twelve() {
    using enum ProcessKind;
    ProcessMap map;
    map.organisation = "Mutuelle des Trois Rivières";
    map.on = day("2026-09-15");
    map.processes = {mapped("direct", management, "Piloter la stratégie et les objectifs annuels"),
                     mapped("improve", management, "Améliorer et auditer"),
                     mapped("listen", management, "Évaluer la perception des clients"),
                     mapped("sell", realisation, "Proposer et vendre les contrats"),
                     mapped("contract", realisation, "Gérer l’adhésion et la vie du contrat"),
                     mapped("contribute", realisation, "Gérer les cotisations individuelles et collectives"),
                     mapped("pay", realisation, "Payer l’ensemble des prestations"),
                     mapped("receive", realisation, "Accueillir les particuliers"),
                     mapped("complain", realisation, "Traiter les retours et les réclamations"),
                     mapped("staff", support, "Recruter et former"),
                     mapped("compute", support, "Fournir le système d’information"),
                     mapped("buy", support, "Acheter et suivre les délégataires")};
    const std::pair<const char*, const char*> flows[] = {{"sell", "contract"},
                                                         {"contract", "contribute"},
                                                         {"contribute", "contract"},
                                                         {"contract", "pay"},
                                                         {"contribute", "pay"},
                                                         {"receive", "contract"},
                                                         {"receive", "pay"},
                                                         {"receive", "contribute"},
                                                         {"pay", "receive"},
                                                         {"pay", "complain"},
                                                         {"contract", "complain"},
                                                         {"receive", "complain"},
                                                         {"complain", "improve"},
                                                         {"listen", "improve"},
                                                         {"listen", "direct"},
                                                         {"direct", "improve"},
                                                         {"improve", "direct"},
                                                         {"direct", "sell"},
                                                         {"direct", "staff"},
                                                         {"direct", "compute"},
                                                         {"staff", "receive"},
                                                         {"staff", "pay"},
                                                         {"compute", "pay"},
                                                         {"compute", "contract"},
                                                         {"buy", "pay"},
                                                         {"buy", "compute"},
                                                         {"complain", "listen"},
                                                         {"improve", "staff"},
                                                         {"", "listen"},
                                                         {"improve", ""}};
    for (const auto& [from, to] : flows) {
        for (Process& process : map.processes) {
            const std::string words = std::string("de ") + from + " à " + to;
            if (process.id == from) process.downstream.push_back({to, both(words, words)});
            if (process.id == to && *from == '\0') process.upstream.push_back({from, both(words, words)});
        }
    }
    return map;
}

}  // namespace cadran::report
