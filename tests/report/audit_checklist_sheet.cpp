// SPDX-License-Identifier: Apache-2.0
#include "report/audit_checklist_sheet.h"

#include <functional>

#include <boost/test/unit_test.hpp>

#include "format/xlsx_reader.h"
#include "format/xlsx_writer.h"
#include "report/audit_example.h"
#include "temporary_folder.h"

using namespace cadran;
using namespace cadran::report;

namespace {

// What somebody types into a cell; nothing leaves it.
using Typed = std::function<std::optional<std::string>(std::size_t sheet, const std::string& cell)>;

struct Example {
    TemporaryFolder folder;
    std::filesystem::path file = folder.path() / "grille.xlsx";

    void write(const model::AuditDossier& dossier, Language language = Language::french) {
        write_audit_checklist(dossier, Catalogue(language), file);
    }

    // As a spreadsheet program saves it.
    void fill_in(const Typed& typed) {
        auto reader = format::XlsxReader::open(file).value();
        format::XlsxWriter writer(folder.path() / "back.xlsx", "back");
        for (std::size_t sheet = 0; sheet < reader.sheets().size(); ++sheet) {
            if (reader.sheets()[sheet].hidden) continue;
            writer.begin_sheet({.name = reader.sheets()[sheet].name});
            BOOST_REQUIRE(reader.read(sheet, [&](const format::XlsxRow& row) {
                std::vector<format::XlsxEntry> entries(14);
                for (std::size_t column = 0; column < entries.size(); ++column) {
                    const auto* cell = row.find(column);
                    std::string text = cell == nullptr ? "" : cell->text;
                    text = typed(sheet, format::cell_name(column, row.number)).value_or(text);
                    if (!text.empty()) entries[column] = {text};
                }
                writer.add_row(entries);
                return true;
            }));
        }
        writer.finish("lists");
        std::filesystem::rename(folder.path() / "back.xlsx", file);
    }

    // `G5: report.checklist_locked`, one a line.
    std::string faults() {
        const auto read = read_audit_checklist(file);
        BOOST_REQUIRE(!read);
        std::string all;
        for (const Diagnostic& one : read.error().diagnostics) {
            BOOST_TEST(Catalogue(Language::french).text(one.what).size() > 0u);
            all += one.place.file + ": " + one.what.id + "\n";
        }
        return all;
    }

    std::vector<format::XlsxRow> rows(std::size_t sheet) {
        auto reader = format::XlsxReader::open(file).value();
        std::vector<format::XlsxRow> all;
        BOOST_REQUIRE(
            reader.read(sheet, [&](const format::XlsxRow& row) { return all.push_back(row), true; }));
        return all;
    }
};

Typed in(std::size_t wanted, std::map<std::string, std::string> cells) {
    return [=](std::size_t sheet, const std::string& cell) -> std::optional<std::string> {
        const auto found = cells.find(cell);
        if (sheet != wanted || found == cells.end()) return {};
        return found->second;
    };
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(audit_checklist_sheet, Example)

BOOST_AUTO_TEST_CASE(has_one_row_an_item_under_the_headings) {
    write(audit_example());
    const auto all = rows(0);
    BOOST_REQUIRE_EQUAL(all.size(), 3 + audit_example().items.size());
    BOOST_TEST(all[2].find(6)->text == "Conformité");
    BOOST_TEST(all[2].find(8)->text == "Réponse");
    BOOST_TEST(all[4].find(0)->text == "dependant_proofs");
    BOOST_TEST(all[4].find(5)->text == "acceptée");
    BOOST_TEST(all[4].find(6)->text == "non conforme");
    BOOST_TEST(all[4].find(8) == nullptr);
    BOOST_TEST(all[5].find(6) == nullptr);
    BOOST_TEST(all[5].find(8)->text == "non conforme");
}

BOOST_AUTO_TEST_CASE(comes_back_unchanged_where_nobody_filled_it_in) {
    for (const Language language : {Language::french, Language::english}) {
        write(audit_example(), language);
        const auto read = read_audit_checklist(file);
        BOOST_REQUIRE(read);
        BOOST_TEST(read->audit == 2);
        BOOST_TEST(read->checklist == "delegate-audit/delegate-audit");
        BOOST_TEST(read->version == 1);
        BOOST_TEST(read->revision == 41);
        BOOST_TEST(read->items.size() == audit_example().items.size());
        for (const AnsweredItem& one : read->items) BOOST_TEST(!one.is_changed(), one.item);
        for (std::size_t i = 0; i < read->items.size(); ++i) {
            const auto known = audit_example().items[i].assessment.value_or(model::Assessment{});
            BOOST_TEST(says_the_same(read->items[i].started_from, known), read->items[i].item);
        }
    }
}

BOOST_AUTO_TEST_CASE(says_what_was_filled_in_and_what_it_started_from) {
    write(audit_example());
    fill_in(in(0, {{"G5", "Conforme"}, {"H5", "not applicable"}, {"K5", "Les quinze y sont."}, {"I6", ""}}));
    const auto read = read_audit_checklist(file);
    BOOST_REQUIRE(read);
    const AnsweredItem& piece = read->items[1];
    BOOST_TEST(piece.is_changed());
    BOOST_CHECK(piece.says.of("conformity") == model::Conformity::conforming);
    BOOST_CHECK(piece.says.of("currency") == model::Conformity::not_applicable);
    BOOST_TEST(piece.says.result == "Les quinze y sont.");
    BOOST_CHECK(piece.started_from.of("conformity") == model::Conformity::nonconforming);
    BOOST_TEST(piece.started_from.result == "Un justificatif manque sur quinze.");
    BOOST_CHECK(read->items[2].says.of("answer") == model::Conformity::not_checked);
    BOOST_TEST(read->items[2].is_changed());
    BOOST_TEST(!read->items[0].is_changed());
}

BOOST_AUTO_TEST_CASE(tells_all_faults_with_their_cells) {
    write(audit_example());
    fill_in(
        in(0, {{"G4", "peut-être"}, {"I5", "conforme"}, {"A6", "somebody_elses"}, {"A8", "remittances"}}));
    BOOST_TEST(faults() ==
               "grille.xlsx, Grille!: report.checklist_item_missing\n"
               "grille.xlsx, Grille!: report.checklist_item_missing\n"
               "grille.xlsx, Grille!A6: report.checklist_unknown_item\n"
               "grille.xlsx, Grille!A8: report.checklist_item_twice\n"
               "grille.xlsx, Grille!G4: report.checklist_unknown_verdict\n"
               "grille.xlsx, Grille!I5: report.checklist_locked\n");
}

BOOST_AUTO_TEST_CASE(refuses_what_is_no_checklist_or_was_rebuilt) {
    format::XlsxWriter writer(file, "other");
    writer.begin_sheet({.name = "one"});
    writer.add_row({{std::string("cadran-audit-checklist")}});
    writer.finish("lists");
    BOOST_TEST(faults() == "grille.xlsx: report.not_a_checklist\n");
    write(audit_example());
    fill_in(in(1, {{"B2", "two"}, {"B5", ""}}));
    BOOST_TEST(
        faults() ==
        "grille.xlsx, Départ!B2: report.checklist_locked\ngrille.xlsx, Départ!B5: report.checklist_locked\n");
    write(audit_example());
    fill_in(in(0, {{"H3", "Autre"}}));
    BOOST_TEST(faults() == "grille.xlsx, Grille!H3: report.checklist_column_missing\n");
}

BOOST_AUTO_TEST_CASE(holds_any_text_and_no_formula) {
    write(hostile_audit());
    const auto read = read_audit_checklist(file);
    BOOST_REQUIRE(read);
    for (const AnsweredItem& one : read->items) BOOST_TEST(!one.is_changed(), one.item);
    write(bare_audit());  // nothing to fill in, and nothing to read back
    BOOST_TEST(faults() == "grille.xlsx: report.not_a_checklist\n");
}

BOOST_AUTO_TEST_SUITE_END()
