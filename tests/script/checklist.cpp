// SPDX-License-Identifier: Apache-2.0
#include <boost/test/unit_test.hpp>

#include "script/grader.h"
#include "script/sample_plugin.h"

using namespace cadran;
using namespace cadran::script;
using model::Severity;

namespace {

constexpr const char* checklist_text = R"lua(return checklist "visit" {
  title = { fr = "visite", en = "visit" },
  audits = "delegate",
  due = "42 days",
  facts = {
    boolean "pays_benefits" { required = true, title = { fr = "paie", en = "pays" } },
  },
  criteria = { { id = "conformity", fr = "conformité", en = "conformity" } },
  domains = {
    { id = "benefits", title = { fr = "prestations", en = "benefits" },
      pieces = {
        { id = "delays", title = { fr = "délais", en = "delays" }, expected = { fr = "tableau", en = "table" },
          weight = 4, when = "pays_benefits = true" },
      },
      questions = {
        { id = "register", title = { fr = "registre", en = "register" },
          guidance = { fr = "le voir", en = "see it" }, clause = "9.1" },
        { id = "causes", title = { fr = "causes", en = "causes" }, guidance = { fr = "demander", en = "ask" },
          when = "register = 'nonconforming'" },
      },
    },
  },
  resolve_within = { ["very low"] = "12 months", low = "9 months", medium = "6 months", high = "3 months",
    major = "1 months" },
  messages = { missing = { fr = "manque", en = "missing" }, weak = { fr = "faible", en = "weak" } },
  judge = function(item, facts)
    if item.is_piece and not item.delivered then return level("high", "missing") end
    if facts.pays_benefits and item.weight > 3 then return level("medium", "weak") end
    return level("low", "weak")
  end,
})lua";

PluginFiles files_with(std::string text) {
    PluginFiles files = sample_files();
    files["checklists/visit.lua"] = std::move(text);
    return files;
}

// The checklist with that part of its text replaced.
std::string changed(const std::string& from, const std::string& to) {
    std::string text = checklist_text;
    const auto at = text.find(from);
    BOOST_REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

// `line id`, for each fault in order.
std::vector<std::string> faults_of(const std::string& text) {
    std::vector<std::string> faults;
    const auto plugin = load_plugin(files_with(text), "");
    if (plugin) return faults;
    for (const Diagnostic& fault : plugin.error().diagnostics) {
        BOOST_TEST(french_text(fault) != english_text(fault));
        faults.push_back(fmt::format("{} {}", fault.place.line, fault.what.id));
    }
    return faults;
}

const std::vector<std::string> none;

NamedScalars piece(bool delivered, std::int64_t weight) {
    return {{"id", std::string("delays")},
            {"is_piece", true},
            {"delivered", delivered},
            {"weight", weight},
            {"repeats", std::int64_t{0}}};
}

std::optional<Grade> grade(const std::string& text, const NamedScalars& item) {
    const PluginFiles files = files_with(text);
    const auto plugin = load_plugin(files, "");
    BOOST_REQUIRE(plugin.has_value());
    return Grader(files, *plugin, "sample/visit", tight_limits())
        .grade("registre", item, {{"pays_benefits", true}});
}

}  // namespace

BOOST_AUTO_TEST_SUITE(checklist)

BOOST_AUTO_TEST_CASE(is_read_whole) {
    const auto plugin = load_plugin(files_with(checklist_text), "");
    BOOST_REQUIRE(plugin.has_value());
    const ChecklistDeclaration* declared = plugin->find_checklist("sample/visit");
    BOOST_REQUIRE(declared != nullptr);
    const model::Checklist& list = declared->checklist;
    BOOST_TEST((list.audits == model::AuditSubject::delegate));
    BOOST_TEST((list.due == Duration{42, TimeUnit::days}));
    BOOST_TEST(list.facts.size() == 1u);
    BOOST_TEST(list.criteria.size() == 1u);
    BOOST_TEST(list.domains.size() == 1u);
    BOOST_REQUIRE(list.items.size() == 3u);
    BOOST_TEST(list.items[0].is_piece);
    BOOST_TEST(list.items[0].weight == 4);
    BOOST_TEST(list.items[0].guidance.fr == "tableau");
    BOOST_TEST(!list.items[1].is_piece);
    BOOST_TEST(list.items[1].clause == "9.1");
    BOOST_TEST(list.items[1].weight == 1);
    BOOST_TEST((list.resolve_within.at(Severity::major) == Duration{1, TimeUnit::months}));
    BOOST_TEST(declared->conditions.size() == 2u);
    BOOST_TEST(declared->has_judge);
}

BOOST_AUTO_TEST_CASE(tells_every_fault_with_its_line) {
    const auto expect = [](const std::string& from, const std::string& to,
                           const std::vector<std::string>& faults) {
        BOOST_TEST_INFO(to);
        BOOST_TEST(faults_of(changed(from, to)) == faults, boost::test_tools::per_element());
    };
    expect("visite", "visite", none);
    expect("\"delegate\"", "\"customer\"", {"3 script.unknown_word"});
    expect("42 days", "soon", {"4 script.not_a_due"});
    expect("  due = \"42 days\",\n", "", {"1 script.missing_key"});
    expect("weight = 4", "weight = 6", {"13 script.not_a_weight"});
    expect("id = \"causes\"", "id = \"delays\"", {"18 script.declared_twice"});
    expect("id = \"causes\"", "id = \"pays_benefits\"", {"18 script.declared_twice"});
    expect("id = \"causes\"", "id = \"the-causes\"", {"18 script.bad_name"});
    expect("\"pays_benefits = true\"", "\"pays_benefit = true\"", {"13 expression.unknown_name"});
    expect("'nonconforming'", "'wrong'", {"19 expression.unknown_code"});
    expect("\"register = 'nonconforming'\"", "\"causes = 'conforming'\"",
           {"19 script.depends_on_later_item"});
    expect("low = \"9 months\",", "", {"23 script.level_without_term"});
    expect("high = ", "higher = ", {"23 script.unknown_word"});
    expect("guidance = { fr = \"demander\", en = \"ask\" }", "hint = 1",
           {"18 script.missing_key", "18 script.unknown_key"});
}

BOOST_AUTO_TEST_CASE(samples_are_drawn_from_a_list_of_their_own) {
    const auto with_sample = [](const std::string& sample) {
        return changed("  resolve_within",
                       "  samples = { { id = \"files\", item = \"register\",\n"
                       "    title = { fr = \"dossiers\", en = \"files\" }, " +
                           sample + " } },\n  resolve_within");
    };
    PluginFiles files = files_with(
        with_sample("from = \"file\", where = \"closed = true\", sample = { size = 2, by = \"kind\" }"));
    const std::string record = R"lua(return record "file" {
  title = { fr = "dossier", en = "file" }, key = "number", event_date = "opened_on",
  fields = {
    text "number" { required = true, title = { fr = "numéro", en = "number" } },
    date "opened_on" { required = true, title = { fr = "ouvert le", en = "opened on" } },
    text "kind" { title = { fr = "sorte", en = "kind" } },
    boolean "closed" { title = { fr = "clos", en = "closed" } },
  },
})lua";
    files["records/file.lua"] = record;
    const auto plugin = load_plugin(files, "");
    BOOST_REQUIRE(plugin.has_value());
    const ChecklistDeclaration& declared = *plugin->find_checklist("sample/visit");
    BOOST_REQUIRE(declared.checklist.samples.size() == 1u);
    const model::ChecklistSample& sample = declared.checklist.samples.front();
    BOOST_TEST(sample.item == "register");
    BOOST_TEST(sample.population.from == "file");
    BOOST_TEST(sample.population.sample_size.value() == 2);
    BOOST_TEST(declared.samples.at("files").has_sample());

    const auto expect = [&](const std::string& text, const std::vector<std::string>& faults) {
        BOOST_TEST_INFO(text);
        BOOST_TEST(faults_of(with_sample(text)) == faults, boost::test_tools::per_element());
    };
    expect("from = \"claim\", sample = { size = 2 }", {"24 script.sample_of_secrets"});
    expect("from = \"clam\", sample = { size = 2 }", {"24 script.no_such_record"});
    expect("from = \"claim\", where = \"days > 1\"",
           {"23 script.missing_key", "24 script.sample_of_secrets"});
    BOOST_TEST(
        faults_of(changed("  resolve_within",
                          "  samples = { { id = \"Files\", item = \"registre\", title = { fr = \"d\", en = "
                          "\"f\" }, from = \"clam\", sample = { size = 2 } } },\n  resolve_within")) ==
            std::vector<std::string>(
                {"23 script.bad_name", "23 script.no_such_item", "23 script.no_such_record"}),
        boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(its_judge_proposes_a_level_and_says_why) {
    const auto missing = grade(checklist_text, piece(false, 4));
    BOOST_REQUIRE(missing.has_value());
    BOOST_TEST((missing->level == Severity::high));
    BOOST_TEST(missing->message == "missing");
    BOOST_TEST((grade(checklist_text, piece(true, 4))->level == Severity::medium));
    BOOST_TEST((grade(checklist_text, piece(true, 1))->level == Severity::low));
}

BOOST_AUTO_TEST_CASE(without_a_judge_nothing_is_proposed) {
    const std::string text = checklist_text;
    const auto judge = text.find("  judge = ");
    BOOST_TEST(!grade(text.substr(0, judge) + "}", piece(true, 1)).has_value());
}

BOOST_AUTO_TEST_CASE(a_judge_that_fails_is_a_fault_and_never_a_level) {
    const auto fault_of = [](const std::string& body) {
        const auto grade = ::grade(changed("return level(\"high\", \"missing\")", body), piece(false, 1));
        BOOST_REQUIRE(grade.has_value());
        BOOST_REQUIRE(grade->fault.has_value());
        BOOST_TEST(!grade->level.has_value());
        return fmt::format("{} {}", grade->fault->place.line, grade->fault->what.id);
    };
    BOOST_TEST(fault_of("return \"high\"") == "1 script.no_level");
    BOOST_TEST(fault_of("return level(\"hgih\", \"missing\")") == "27 script.unknown_word");
    BOOST_TEST(fault_of("return level(\"high\", \"mising\")") == "27 script.unknown_word");
    BOOST_TEST(fault_of("return pass()") == "27 script.unknown_name");
    BOOST_TEST(fault_of("while true do end") == "27 script.judge_out_of_fuel");
}

BOOST_AUTO_TEST_SUITE_END()
