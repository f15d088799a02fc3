// SPDX-License-Identifier: Apache-2.0
// An audit from its plan to its closure, in forms, by those on both sides of it.
#include <boost/test/unit_test.hpp>

#include "app/audit_report.h"
#include "web/served_audits.h"

using namespace cadran;
using namespace cadran::web;

namespace {

constexpr const char* delegate_checklist = "delegate-audit/delegate-audit";

// Of twenty, none of whom has left.
std::string affiliations() {
    std::string list = "number;contract;category;joined_on;left_on\n";
    for (int i = 1; i <= 20; ++i) list += fmt::format("A-{:02};C1;;2026-01-{:02};\n", i, i);
    return list;
}

struct BothSides : ServedAudits {
    BothSides() {
        auditor.enter(*this, "ines.caron");
        auditee.enter(*this, "lea.marchand");
    }

    model::AuditDossier dossier() {
        app::Session session = ines();
        return app::show_audit(session, 1).value();
    }
    model::AuditState state() { return dossier().audit.state; }
    const model::AuditFinding finding(std::int64_t number) {
        for (const model::ReportedFinding& one : dossier().findings) {
            if (one.finding.number == number) return one.finding;
        }
        throw std::out_of_range("no such finding");
    }
    // Examined, with the pieces asked for.
    void at_fieldwork() {
        plan("orbrelle", "2026-07-01", "2026-08-31");
        request(1, "2026-07-31");
        begin(1);
    }
    // With one recommendation, or none.
    void at_report() {
        at_fieldwork();
        recommend(1, "Dater les bulletins", model::Severity::high, "2026-10-31", {"affiliation_forms"});
        report(1, "2026-07-20");
    }

    Visitor auditor{site}, auditee{site};
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(audits_in_the_browser, BothSides)

BOOST_AUTO_TEST_CASE(draw_samples_from_a_list_and_tell_what_is_wrong_in_them) {
    at_fieldwork();
    const std::string place = "/audits/1/samples/affiliations";
    BOOST_TEST(holds(auditor.get("/audits/1/checklist"), "href=\"/audits/1/samples\""));
    BOOST_TEST(holds(auditor.get("/audits/1/samples"), "action=\"" + place + "/draw\""));
    BOOST_TEST(auditee.get("/audits/1/samples").status == 403);
    BOOST_TEST(auditor.post(place + "/draw").status == 422);
    BOOST_TEST(auditor.post("/audits/1/samples/none/draw", {}, {{"file", "a.csv", affiliations()}}).status ==
               404);
    const Response drawn = auditor.post(place + "/draw", {}, {{"file", "affiliations.csv", affiliations()}});
    BOOST_TEST(header_of(drawn, "Location") == "/audits/1/samples?done=action#sample-affiliations");
    const auto sampling = [&] { return dossier().audit.samplings.at(0); };
    const std::string key = sampling().drawn.at(0);
    const Response page = auditor.get("/audits/1/samples");
    BOOST_TEST(holds(page, "name=\"nonconforming\" value=\"" + key + "\""));
    BOOST_TEST(holds(page, sampling().seed));
    const Response wrong =
        auditor.post(place + "/examine", {{"nonconforming", "none"}, {"conclusion", "une <preuve>"}});
    BOOST_TEST(wrong.status == 422);
    BOOST_TEST(holds(wrong, "une &lt;preuve&gt;"));
    auditor.post(place + "/examine", {{"nonconforming", key}, {"conclusion", "une preuve manque"}});
    BOOST_TEST((sampling().nonconforming == std::vector<std::string>{key}));
    BOOST_TEST(holds(auditor.get("/audits/1/samples"), "value=\"" + key + "\" checked"));
}

BOOST_AUTO_TEST_CASE(are_planned_by_a_checklist_and_keep_what_was_typed) {
    Visitor manager(site);
    manager.enter(*this, "sophie.garnier");
    BOOST_TEST(holds(manager.get("/audits/new"), "checklist=delegate-audit%2Fdelegate-audit"));
    BOOST_TEST(
        holds(manager.get("/audits/new?subject=delegate&auditee=orbrelle"), "value=\"orbrelle\" selected"));
    std::map<std::string, std::string> fields{{"checklist", delegate_checklist},
                                              {"auditee", "orbrelle"},
                                              {"scope", "Les <adhésions>"},
                                              {"from", "2026-07-06"},
                                              {"to", "31/08/2026"},
                                              {"lead", "ines.caron"},
                                              {"contact", "lea.marchand"},
                                              {"fact_market", "both"}};
    const Response wrong = manager.post("/audits/new", fields);
    BOOST_TEST(wrong.status == 422);
    BOOST_TEST(holds(wrong, "n’est pas une date"));
    BOOST_TEST(holds(wrong, "Les &lt;adhésions&gt;"));
    BOOST_TEST(holds(wrong, "value=\"lea.marchand\" checked"));
    fields["to"] = "2026-08-31";
    BOOST_TEST(manager.post("/audits/new", fields).status == 422);  // facts are missing
    for (const char* fact : {"collects_contributions", "pays_benefits", "third_party_payment",
                             "handles_complaints", "subdelegates"})
        fields[fmt::format("fact_{}", fact)] = "true";
    const Response planned = manager.post("/audits/new", fields);
    BOOST_TEST(header_of(planned, "Location") == "/audits/1?done=action");
    BOOST_TEST(dossier().audit.facts.at("market") == "both");
    BOOST_TEST(holds(manager.get("/audits"), "href=\"/audits/1\""));
    BOOST_TEST(holds(manager.get("/audits/1"), "Les &lt;adhésions&gt;"));
}

BOOST_AUTO_TEST_CASE(go_from_the_request_to_the_final_report) {
    plan("orbrelle", "2026-07-01", "2026-08-31");
    auditor.get("/audits/1");
    BOOST_TEST(auditor.post("/audits/1/request", {{"due", "demain"}}).status == 422);
    BOOST_TEST(auditor.post("/audits/1/request", {{"due", "2026-07-31"}}).status == 303);
    const Response lacking =
        auditor.post("/audits/1/kick-off", {{"held", "2026-07-01"}, {"minutes", "Tout est dit"}});
    BOOST_TEST(lacking.status == 422);
    BOOST_TEST(holds(lacking, "Tout est dit"));
    BOOST_TEST(
        auditor
            .post("/audits/1/kick-off",
                  {{"held", "2026-07-01"}, {"participants", "Inès\r\nLéa"}, {"minutes", "Tout est dit"}})
            .status == 303);
    BOOST_TEST(dossier().audit.kick_off->participants.size() == 2u);
    BOOST_TEST(auditor.post("/audits/1/begin").status == 303);
    BOOST_TEST(auditor.post("/audits/1/report", {{"argue_by", "2026-07-20"}}).status == 303);
    BOOST_TEST((state() == model::AuditState::provisional));
    BOOST_TEST(auditor.post("/audits/1/finish").status == 303);
    const Response held =
        auditor.post("/audits/1/restitute",
                     {{"held", "2026-07-02"}, {"participants", "Inès"}, {"minutes", "Rien d’ouvert"}});
    BOOST_TEST(held.status == 303);
    BOOST_TEST(auditor.post("/audits/1/close").status == 303);
    BOOST_TEST((state() == model::AuditState::closed));
    BOOST_TEST(auditor.post("/audits/1/close").status == 409);
}

BOOST_AUTO_TEST_CASE(ask_for_pieces_that_are_delivered_and_judged) {
    plan("orbrelle", "2026-07-01", "2026-08-31");
    request(1, "2026-07-31");
    const std::string place = "/audits/1/pieces/affiliation_forms";
    auditee.get(place);
    BOOST_TEST(auditee.post(place + "/deliver").status == 422);  // no file was chosen
    BOOST_TEST(auditee
                   .post(place + "/deliver", {{"effective", "2026-01-31"}},
                         {{"file", "Bulletin « été ».pdf", "le <bulletin>"}})
                   .status == 303);
    BOOST_TEST(auditee.post(place + "/accept").status == 403);
    auditor.get(place);
    const Response bare = auditor.post(place + "/reject");
    BOOST_TEST(bare.status == 422);
    BOOST_TEST(auditor.post(place + "/reject", {{"reason", "Sans date"}}).status == 303);
    BOOST_TEST(holds(auditee.get(place), "Sans date"));
    const Response file = auditee.get(place + "/1");
    BOOST_TEST(file.body == "le <bulletin>");
    BOOST_TEST(header_of(file, "Content-Disposition").starts_with("attachment;"));
    BOOST_TEST(auditee.get(place + "/2").status == 404);
    const Response several = auditee.post("/audits/1/pieces", {},
                                          {{"files", "01-bulletins.pdf", "daté"},
                                           {"files", "02-notice.pdf", "la notice"},
                                           {"files", "autre.pdf", "?"}});
    BOOST_TEST(several.status == 200);
    BOOST_TEST(holds(several, "2 pièces reçues"));
    BOOST_TEST(holds(several, "autre.pdf"));
    BOOST_TEST(auditor.post(place + "/accept").status == 303);
    BOOST_TEST((dossier().audit.piece("affiliation_forms")->state == model::PieceState::accepted));
    BOOST_TEST(auditor.get("/audits/1/pieces?show=received").body.find("02</td>") != std::string::npos);
    BOOST_TEST(auditor.get("/audits/1/pieces/none").status == 404);
}

BOOST_AUTO_TEST_CASE(are_examined_question_by_question) {
    at_fieldwork();
    const std::string place = "/audits/1/checklist";
    auditor.get(place);
    BOOST_TEST(holds(auditor.get(place + "?chapter=benefits"), "id=\"item-undue_payments\""));
    BOOST_TEST(
        auditor.post(place + "/access_rights", {{"began_from", ""}, {"verdict_answer", "perhaps"}}).status ==
        422);
    const Response saved =
        auditor.post(place + "/access_rights",
                     {{"began_from", ""}, {"verdict_answer", "nonconforming"}, {"result", "Trois comptes"}});
    BOOST_TEST(saved.status == 303);
    BOOST_TEST(header_of(saved, "Location").ends_with("#item-access_rights"));
    // Whoever began before that is told what stands there, and keeps what they typed.
    const Response late = auditor.post(
        place + "/access_rights", {{"began_from", ""}, {"verdict_answer", "conforming"}, {"result", "Revu"}});
    BOOST_TEST(late.status == 409);
    BOOST_TEST(holds(late, "Revu</textarea>"));
    BOOST_TEST(holds(late, "Trois comptes"));
    BOOST_TEST(dossier().audit.assessment("access_rights")->result == "Trois comptes");
    // Emptied is emptied.
    const std::string stands = app::assessment_stand(dossier().audit.assessment("access_rights"));
    BOOST_TEST(
        auditor.post(place + "/access_rights", {{"began_from", stands}, {"verdict_answer", "conforming"}})
            .status == 303);
    BOOST_TEST(dossier().audit.assessment("access_rights")->result == "");
    BOOST_TEST(auditee.get(place).status == 403);
}

BOOST_AUTO_TEST_CASE(answer_the_script_of_the_checklist_in_json) {
    at_fieldwork();
    auditor.get("/audits/1/checklist");
    const std::string place = "/audits/1/checklist/continuity";
    std::map<std::string, std::string> fields{
        {"live", "yes"}, {"began_from", ""}, {"verdict_answer", "conforming"}, {"result", "Vu"}};
    const Response saved = auditor.post(place, fields);
    BOOST_TEST(saved.status == 200);
    BOOST_TEST(saved.type == "application/json");
    const Json told = Json::parse(saved.body).value();
    BOOST_TEST(told.at("is_judged").boolean());
    BOOST_TEST(told.at("began_from").string() ==
               app::assessment_stand(dossier().audit.assessment("continuity")));
    const Response late = auditor.post(place, fields);
    BOOST_TEST(late.status == 409);
    BOOST_TEST(Json::parse(late.body).value().at("stands").string().find("Vu") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(come_off_line_and_back) {
    at_fieldwork();
    const Response page = auditor.get("/audits/1/checklist/offline");
    BOOST_TEST(header_of(page, "Content-Disposition").find("AU-1.html") != std::string::npos);
    BOOST_TEST(holds(page, "data-item=\"continuity\""));
    const auto answers = [&](const char* audit) {
        return fmt::format(
            R"({{"format":"cadran-audit-answers","format_version":1,"audit":{},"checklist":"{}","checklist_version":1,"revision":{},"items":[)"
            R"({{"id":"continuity","started_from":{{"verdicts":{{}},"method":"","result":"","conclusion":""}},)"
            R"("says":{{"verdicts":{{"answer":"nonconforming"}},"method":"","result":"hors ligne","conclusion":""}}}}],"photos":[]}})",
            audit, delegate_checklist, dossier().audit.revision);
    };
    auditor.get("/audits/1/checklist");
    BOOST_TEST(auditor.post("/audits/1/checklist").status == 422);
    BOOST_TEST(auditor.post("/audits/1/checklist", {}, {{"file", "a.json", "{"}}).status == 422);
    const Response brought = auditor.post("/audits/1/checklist", {}, {{"file", "a.json", answers("1")}});
    BOOST_TEST(brought.status == 200);
    BOOST_TEST(dossier().audit.assessment("continuity")->result == "hors ligne");
}

BOOST_AUTO_TEST_CASE(state_findings_that_are_answered_settled_resolved_and_verified) {
    at_fieldwork();
    auditor.get("/audits/1/findings");
    const Response wordless =
        auditor.post("/audits/1/findings", {{"kind", "recommendation"}, {"comment", "à voir"}});
    BOOST_TEST(wordless.status == 422);
    BOOST_TEST(holds(wordless, "à voir"));
    const Response added = auditor.post("/audits/1/findings", {{"kind", "recommendation"},
                                                               {"item", "affiliation_forms"},
                                                               {"text", "Dater les bulletins"},
                                                               {"level", "high"},
                                                               {"expected", "2026-10-31"},
                                                               {"back", "checklist"}});
    BOOST_TEST(added.status == 303);
    BOOST_TEST(header_of(added, "Location").ends_with("#item-affiliation_forms"));
    BOOST_TEST(auditee.get("/audits/1/findings").status == 403);
    BOOST_TEST(auditee.get("/audit-findings/1").status == 403);
    report(1, "2026-07-20");
    auditee.get("/audit-findings/1");
    BOOST_TEST(auditee.post("/audit-findings/1/answer").status == 422);
    BOOST_TEST(auditee.post("/audit-findings/1/answer", {{"accepted", "no"}}).status == 422);
    BOOST_TEST(auditee
                   .post("/audit-findings/1/answer",
                         {{"accepted", "no"}, {"argument", "Ils sont datés"}, {"revision", "1"}})
                   .status == 409);
    const std::string revision = fmt::format("{}", finding(1).revision);
    BOOST_TEST(auditee
                   .post("/audit-findings/1/answer",
                         {{"accepted", "no"}, {"argument", "Ils sont datés"}, {"revision", revision}})
                   .status == 303);
    auditor.get("/audit-findings/1");
    BOOST_TEST(auditor
                   .post("/audit-findings/1/settle", {{"outcome", "amended"},
                                                      {"reason", "Dix sur douze"},
                                                      {"text", "Dater tous les bulletins"},
                                                      {"level", "medium"},
                                                      {"expected", "2026-10-31"}})
                   .status == 303);
    BOOST_TEST((finding(1).level == model::Severity::medium));
    finish(1);
    auditee.get("/audit-findings/1");
    const Response resolved = auditee.post("/audit-findings/1/resolve", {{"comment", "Fait"}},
                                           {{"evidence", "preuve.pdf", "le modèle daté"}});
    BOOST_TEST(resolved.status == 303);
    BOOST_TEST(auditor.get("/audit-findings/1/evidence/1/1").body == "le modèle daté");
    BOOST_TEST(auditor.get("/audit-findings/1/evidence/1/2").status == 404);
    auditor.get("/audit-findings/1");
    BOOST_TEST(auditor.post("/audit-findings/1/verify", {{"comment", "Vu"}}).status == 422);
    BOOST_TEST(auditor.post("/audit-findings/1/verify", {{"resolved", "yes"}, {"comment", "Vu"}}).status ==
               303);
    BOOST_TEST((finding(1).state == model::AuditFindingState::verified));
}

BOOST_AUTO_TEST_CASE(give_their_report_as_files) {
    at_report();
    BOOST_TEST(holds(auditee.get("/audits/1/report"), "href=\"/audits/1/report/report.zip\""));
    const Response pdf = auditee.get("/audits/1/report/audit.fr.pdf");
    BOOST_TEST(pdf.body.starts_with("%PDF"));
    BOOST_TEST(header_of(pdf, "Content-Disposition").find("AU-1-audit.fr.pdf") != std::string::npos);
    BOOST_TEST(auditor.get("/audits/1/report/report.zip").body.starts_with("PK"));
    BOOST_TEST(auditor.get("/audits/1/report/..").status == 404);
}

BOOST_AUTO_TEST_CASE(of_all_years_stand_side_by_side) {
    audit_on("2026-07-02", "orbrelle", {model::Severity::high, model::Severity::low});
    audit_on("2027-07-02", "orbrelle", {model::Severity::low});
    Visitor reader(site);  // sessions end long before a year is over
    reader.join(*this, "direction", model::Role::quality_manager);
    const Response compared = reader.get("/audits/comparison");
    BOOST_TEST(holds(compared, "href=\"/audits/1\""));
    BOOST_TEST(holds(compared, "href=\"/audits/2\""));
    BOOST_TEST(holds(reader.get("/audits/programme?year=2027&certified=2026-06-30"), "Gestion Orbrelle"));
    BOOST_TEST(holds(reader.get("/audit-findings"), "href=\"/audit-findings/3\""));
}

BOOST_AUTO_TEST_CASE(lead_whoever_is_audited_from_the_start_to_what_is_asked) {
    plan("orbrelle", "2026-07-01", "2026-08-31");
    request(1, "2026-07-31");
    const Response start = auditee.get("/");
    BOOST_TEST(holds(start, "href=\"/audits/1/pieces/affiliation_forms\""));
    BOOST_TEST(!holds(start, "href=\"/processes"));
    BOOST_TEST(!holds(start, "href=\"/actions"));
    begin(1);
    recommend(1, "Dater les bulletins", model::Severity::high, "2026-10-31");
    BOOST_TEST(!holds(auditee.get("/"), "Dater les bulletins"));
    BOOST_TEST(!holds(auditee.get("/audits/1"), "Dater les bulletins"));
    report(1, "2026-07-20");
    BOOST_TEST(holds(auditee.get("/"), "href=\"/audit-findings/1\""));
}

BOOST_AUTO_TEST_CASE(show_whoever_is_audited_nothing_else_of_the_house) {
    at_report();
    plan("belmontais", "2026-09-01", "2026-09-30");
    Visitor other(site);
    other.join(*this, "paul.lenoir", model::Role::auditee);
    BOOST_TEST(!holds(other.get("/"), "/audits/1"));
    BOOST_TEST(!holds(other.get("/audits"), "/audits/1"));
    for (const char* place :
         {"/audits/1", "/audits/1/pieces", "/audits/1/pieces/affiliation_forms", "/audits/1/checklist",
          "/audits/1/findings", "/audits/1/report", "/audits/1/report/audit.fr.pdf", "/audit-findings/1",
          "/audits/new", "/audits/programme", "/processes", "/indicators", "/worklist", "/journal"})
        BOOST_TEST(other.get(place).status == 403, place);
    other.get("/account");
    BOOST_TEST(other.post("/audit-findings/1/answer", {{"accepted", "yes"}}).status == 403);
    BOOST_TEST(!holds(other.get("/audit-findings"), "Dater les bulletins"));
    // Nor whom the house employs, on what is theirs.
    for (const char* place : {"/", "/audits", "/audits/1", "/audits/1/pieces", "/audits/1/findings"})
        BOOST_TEST(!holds(auditee.get(place), "claire.vasseur"), place);
}

BOOST_AUTO_TEST_CASE(by_somebody_outside_are_recorded_with_the_report_that_was_received) {
    Visitor manager(site);
    manager.enter(*this, "sophie.garnier");
    manager.get("/audits/outside");
    std::map<std::string, std::string> fields{{"auditor", "Organisme certificateur"},
                                              {"scope", "Suivi 1"},
                                              {"from", "2026-07-01"},
                                              {"to", "2026-07-02"}};
    BOOST_TEST(manager.post("/audits/outside", fields).status == 422);
    fields["contact"] = "claire.vasseur";
    BOOST_TEST(manager.post("/audits/outside", fields).status == 303);
    manager.get("/audits/1");
    BOOST_TEST(manager.post("/audits/1/report").status == 422);
    BOOST_TEST(manager.post("/audits/1/report", {}, {{"received", "rapport.pdf", "leur rapport"}}).status ==
               303);
    BOOST_TEST(manager.get("/audits/1/report/received-rapport.pdf").body == "leur rapport");
}

BOOST_AUTO_TEST_SUITE_END()
