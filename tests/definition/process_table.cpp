// SPDX-License-Identifier: Apache-2.0
#include "definition/process_table.h"

#include <rapidcheck.h>

#include <algorithm>
#include <fstream>

#include <boost/test/unit_test.hpp>

#include "base/catalogue.h"
#include "base/file.h"
#include "definition/process_content.h"
#include "definition/process_template.h"
#include "definition/sample_process.h"
#include "format/xlsx_writer.h"
#include "temporary_folder.h"

using namespace cadran;
using namespace cadran::definition;

namespace {

struct Example {
    TemporaryFolder folder;
    Catalogue french{Language::french};
    Catalogue english{Language::english};

    std::filesystem::path workbook(const TableContent& content, const Catalogue& catalogue) const {
        const auto file = folder.path() / "fiche.xlsx";
        write_process_workbook(content, catalogue, file);
        return file;
    }
    std::filesystem::path csv(const TableContent& content, const Catalogue& catalogue) const {
        const auto file = folder.path() / "fiche.csv";
        write_durably(file, process_csv(content, catalogue));
        return file;
    }
    // `fiche.xlsx, Fiche!B9: definition.cell_missing`, one fault after another.
    std::vector<std::string> faults(const std::filesystem::path& file, const ReadTable& wishes = {}) const {
        const auto table = read_process_table(file, wishes);
        std::vector<std::string> told;
        if (table) return told;
        for (const Diagnostic& fault : table.error().diagnostics) {
            (void)french.text(fault.what);
            (void)english.text(fault.what);
            if (fault.hint) (void)french.text(*fault.hint);
            told.push_back(fmt::format("{}:{}: {}", fault.place.file, fault.place.line, fault.what.id));
        }
        return told;
    }
};

bool has(const std::vector<std::string>& told, const std::string& fault) {
    return std::ranges::find(told, fault) != told.end();
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(process_table, Example)

BOOST_AUTO_TEST_CASE(the_workbook_of_a_process_is_that_process) {
    for (const char* name : {"pay-benefits", "handle-complaints", "receive-individuals"}) {
        const model::Process process = reference_process(name);
        for (const Catalogue* catalogue : {&french, &english}) {
            const auto table = read_process_table(workbook(process_content(process), *catalogue), {});
            BOOST_REQUIRE_MESSAGE(table, name);
            BOOST_CHECK_MESSAGE(table->process == process, name);
            BOOST_TEST(table->ignored.empty());
        }
    }
}

BOOST_AUTO_TEST_CASE(the_csv_table_of_a_process_is_that_process) {
    const model::Process process = reference_process();
    for (const Catalogue* catalogue : {&french, &english}) {
        const auto table = read_process_table(csv(process_content(process), *catalogue), {});
        BOOST_REQUIRE(table);
        BOOST_CHECK(table->process == process);
    }
}

BOOST_AUTO_TEST_CASE(any_process_comes_back_out_of_its_workbook) {
    BOOST_TEST(rc::check("read(write(p)) == p", [this] {
        model::Process process = any_process();
        RC_ASSERT(read_process_table(workbook(process_content(process), french), {}).value().process ==
                  process);
    }));
}

BOOST_AUTO_TEST_CASE(an_empty_template_tells_what_to_fill_in) {
    const auto told = faults(workbook({}, french));
    BOOST_TEST(has(told, "fiche.xlsx, Fiche!B2:0: definition.cell_missing"));
    BOOST_TEST(has(told, "fiche.xlsx, Fiche!B6:0: definition.cell_missing"));
    BOOST_TEST(has(told, "fiche.xlsx, Objectifs:0: definition.section_empty"));
    BOOST_TEST(has(told, "fiche.xlsx, Indicateurs:0: definition.section_empty"));
}

BOOST_AUTO_TEST_CASE(every_fault_is_told_with_its_cell) {
    TableContent content = process_content(reference_process("handle-complaints"));
    content["indicators"][0].values["value"][0].text.fr = "beaucoup";
    content["indicators"][0].values["unit"][0].text.fr = "litres";
    content["objectives"][0].values["due"][0].text.fr = "31/02/2026";
    content["objectives"][0].values["indicator"][0].text.fr = "nothing-like-it";
    content["sheet"][0].values["pilot"].clear();
    content["risks"][0].values["title"][0].text.en.clear();
    const auto told = faults(workbook(content, french));
    BOOST_TEST(has(told, "fiche.xlsx, Fiche!B6:0: definition.cell_missing"));
    BOOST_TEST(has(told, "fiche.xlsx, Objectifs!G2:0: definition.cell_value"));
    BOOST_TEST(has(told, "fiche.xlsx, Objectifs!J2:0: definition.unknown_indicator"));
    BOOST_TEST(has(told, "fiche.xlsx, Indicateurs!D2:0: definition.cell_value"));
    BOOST_TEST(has(told, "fiche.xlsx, Indicateurs!M2:0: definition.cell_value"));
    BOOST_TEST(has(told, "fiche.xlsx, Risques!D2:0: definition.translation_missing"));
    BOOST_TEST(told.front() == "fiche.xlsx, Fiche!B6:0: definition.cell_missing");
}

BOOST_AUTO_TEST_CASE(a_text_in_one_language_counts_for_both_where_allowed) {
    TableContent content = process_content(reference_process());
    content["sheet"][0].values["purpose"][0].text.en.clear();
    content["risks"][0].values["title"][0].text.fr.clear();
    const auto table = read_process_table(workbook(content, french), {.untranslated = true});
    BOOST_REQUIRE(table);
    BOOST_TEST(table->untranslated == 2);
    BOOST_TEST(table->process.purpose.en == table->process.purpose.fr);
    BOOST_TEST(table->process.risks[0].title.fr == table->process.risks[0].title.en);
}

BOOST_AUTO_TEST_CASE(ids_may_be_left_out_and_things_named_by_title) {
    model::Process process = reference_process();
    TableContent content = process_content(process);
    content["objectives"][0].values["indicator"][0].text.fr =
        process.find_indicator(process.objectives[0].indicator)->title.fr;
    content["objectives"][0].values["id"].clear();
    const auto table = read_process_table(workbook(content, french), {.id = "pay-all"});
    BOOST_REQUIRE(table);
    BOOST_TEST(table->process.id == "pay-all");
    BOOST_TEST(table->process.objectives[0].indicator == process.objectives[0].indicator);
    BOOST_TEST(table->process.objectives[0].id == id_of(process.objectives[0].text.en));
    BOOST_TEST(id_of("1er délai : répondre à temps !") == "er-delai-repondre-a-temps");
    BOOST_TEST(id_of("…") == "x");
}

BOOST_AUTO_TEST_CASE(headings_count_whatever_their_case_accents_and_order) {
    const auto file = folder.path() / "fiche.csv";
    std::string text = process_csv(process_content(reference_process()), french);
    for (const auto& [from, to] : std::vector<std::pair<std::string, std::string>>{
             {"Événement déclencheur", "EVENEMENT DECLENCHEUR"}, {"réalisation", "Realisation"}}) {
        BOOST_REQUIRE(text.find(from) != std::string::npos);
        text.replace(text.find(from), from.size(), to);
    }
    write_durably(file, text);
    BOOST_TEST(bool(read_process_table(file, {})));
}

BOOST_AUTO_TEST_CASE(what_is_no_part_of_the_layout_is_named) {
    const auto file = folder.path() / "autre.xlsx";
    format::XlsxWriter writer(file, "x");
    writer.begin_sheet({.name = "Notes"});
    writer.add_row({{std::string("rien")}});
    writer.finish("Listes");
    const auto table = read_process_table(file, {});
    BOOST_REQUIRE(!table);
    BOOST_TEST(table.error().diagnostics[0].what.id == "definition.no_process_table");
}

BOOST_AUTO_TEST_CASE(a_file_that_is_none_is_refused) {
    const auto file = folder.path() / "fiche.xlsx";
    write_durably(file, "not a zip file");
    BOOST_TEST(has(faults(file), "fiche.xlsx:0: format.zip_damaged"));
    BOOST_TEST(has(faults(folder.path() / "nowhere.xlsx"), "nowhere.xlsx:0: format.no_file"));
}

BOOST_AUTO_TEST_SUITE_END()
