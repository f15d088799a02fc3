// SPDX-License-Identifier: Apache-2.0
// In however little memory records are screened, the same is found.
#include "app/record_screening.h"

#include <random>

#include <rapidcheck.h>
#include <boost/test/unit_test.hpp>

#include "app/finding_runs.h"
#include "app/sample_workspace.h"
#include "record/batch_spill.h"
#include "record/block_reader.h"
#include "record/reader.h"

using namespace cadran;
using namespace cadran::app;

namespace {

constexpr std::int64_t plenty = 1'000'000'000;

constexpr const char* heading =
    R"(return plugin { id = "sample", version = "1", api = 1, title = { fr = "essai", en = "sample" } })";

constexpr const char* payments = R"(return record "payment" {
  title = { fr = "paiement", en = "payment" }, key = "number", event_date = "paid_on", handler = "handler",
  fields = {
    text "number" { required = true, title = { fr = "numéro", en = "number" } },
    date "paid_on" { required = true, title = { fr = "payé le", en = "paid on" } },
    money "amount" { title = { fr = "montant", en = "amount" } },
    text "member" { title = { fr = "adhérent", en = "member" } },
    text "handler" { title = { fr = "gestionnaire", en = "handler" } } } })";

const std::map<std::string, const char*> clauses_of = {
    {"alone", R"(where = "amount > 1 EUR", judge = function(payment)
      if payment.number:find("7") then error("no " .. payment.number) end
      if payment.number:find("5") then return not_applicable() end
      return fail() end)"},
    {"all", R"(where = "paid_on is not missing")"},
    {"none", R"(where = "amount > 100 EUR")"},
    {"groups", R"(group = { by = "member, amount" }, having = "count() > 1")"},
    {"sums", R"(where = "amount is not missing", group = { by = "member" }, having = "sum(amount) > 3 EUR")"},
    {"window", R"(window = { spent = "sum(amount) over 3 days by member ordered by paid_on" },
      having = "spent > 2 EUR")"},
    {"sample", R"(sample = { rate = 0.1, by = "handler" })"},
    {"one-sample", R"(sample = { size = 100 })"},
};

script::PluginFiles plugin_files() {
    script::PluginFiles all{{"plugin.lua", heading}, {"records/payment.lua", payments}};
    for (const auto& [name, clauses] : clauses_of) {
        all[fmt::format("controls/{}.lua", name)] = fmt::format(
            R"(return control "{}" {{ title = {{ fr = "x", en = "x" }}, from = "payment", effect = "check",
  severity = "low", message = {{ fr = "x", en = "x" }}, {} }})",
            name, clauses);
    }
    return all;
}

struct Answer {
    std::string text;
    std::int64_t parts = 0;
};

struct Example : SampleWorkspace {
    Session luc = as("luc.moreau");
    PluginContent plugin{script::load_plugin(plugin_files(), "").value(), plugin_files()};
    const model::RecordType& type = *plugin.plugin.find_record("payment");
    model::DefinitionVersion version;

    std::vector<PreparedControl> prepared(const std::vector<std::string>& names) {
        RecordSource source(luc, {});
        std::vector<PreparedControl> controls;
        for (const std::string& name : names) {
            controls.push_back(PreparedControl::prepare(
                                   source, calendar::Locality{calendar::Zone::named("Europe/Paris").value()},
                                   {version,
                                    plugin,
                                    *plugin.plugin.find_control("sample/" + name),
                                    {},
                                    false,
                                    expression::Unchecked::counted},
                                   day("2026-07-01"), day("2026-07-31"), HashKey{1})
                                   .value());
        }
        return controls;
    }

    std::filesystem::path payments_file(std::size_t count, bool in_order, unsigned seed) const {
        std::string text = "number,paid_on,amount,member,handler\n";
        std::mt19937 chance(seed);
        const auto below = [&](unsigned limit) { return static_cast<unsigned>(chance()) % limit; };
        for (std::size_t i = 0; i < count; ++i)
            text += fmt::format("P{},2026-07-{:02},{},{},H{}\n", in_order ? 1000 + i : i * 7919 % 100'003,
                                1 + below(31), below(10) == 0 ? "" : std::to_string(below(4)),
                                below(10) == 0 ? "" : fmt::format("M{}", below(40)), below(3));
        return file("payments.csv", text);
    }

    record::BlockFile blocks(const std::filesystem::path& file, std::int64_t block_bytes) const {
        return record::BlockFile::open(file, {.dialect = {}}, type, HashKey{1}, block_bytes).value().value();
    }

    // What the controls find, one after the other, each in its order.
    Result<Answer> screened(const record::BatchSource& records, const std::vector<std::string>& names,
                            std::int64_t memory) {
        std::vector<PreparedControl> controls = prepared(names);
        std::vector<FindingRuns> runs;
        std::vector<std::optional<control::Judged>> judged(names.size());
        for (std::size_t i = 0; i < names.size(); ++i) runs.emplace_back(folder());
        const auto done =
            screen_records(luc, records, type, controls, memory,
                           {[&](std::size_t i, std::string_view order, const model::Finding& finding) {
                                runs[i].add(order, line_of(finding));
                            },
                            [&](std::size_t i, control::Judged part) {
                                runs[i].end_run();
                                if (judged[i])
                                    judged[i]->count(std::move(part));
                                else
                                    judged[i] = std::move(part);
                            }});
        if (!done) return tl::unexpected(done.error());
        if (!*done) return Answer{"only a careful reader can tell"};
        Answer answer{fmt::format("{} {}\n", (*done)->accepted, (*done)->rejected), (*done)->parts};
        for (std::size_t i = 0; i < names.size(); ++i) {
            runs[i].for_each([&](std::string_view line) { answer.text += line; });
            add_figures(control::whole(std::move(*judged[i])), answer.text);
        }
        return answer;
    }

    // The same of records that are all in memory.
    std::string at_once(const std::filesystem::path& file, const std::vector<std::string>& names) {
        record::Dataset records(type);
        const auto read = record::read_records(
            file, {.type = type, .dialect = {}, .secrets = {}, .accept = [&](auto batch) {
                       records.add(std::move(batch));
                   }});
        std::string text = fmt::format("{} {}\n", read->accepted, read->rejected);
        for (PreparedControl& control : prepared(names)) {
            const control::Evaluation evaluation = control.evaluate(records);
            for (const model::Finding& finding : evaluation.findings) text += line_of(finding);
            add_figures(evaluation, text);
        }
        return text;
    }

    static std::string line_of(const model::Finding& finding) {
        std::string line = fmt::format("{} {}", finding.id, model::outcome_name(finding.outcome));
        for (const model::Subject& subject : finding.subjects) line += " " + subject.key;
        return line + "\n";
    }

    static void add_figures(const control::Evaluation& evaluation, std::string& text) {
        const model::ControlResult& result = evaluation.result;
        text += fmt::format("{} {} {} {} {} {}\n", result.population, result.selected, result.failed,
                            result.errors, result.not_applicable, result.not_checked);
        for (const Diagnostic& fault : evaluation.faults) {
            text += fault.what.id;
            for (const auto& [name, value] : fault.what.arguments) {
                if (const auto* said = std::get_if<std::string>(&value)) text += " " + *said;
                if (const auto* count = std::get_if<std::int64_t>(&value)) text += fmt::format(" {}", *count);
            }
            text += "\n";
        }
        for (const model::Stratum& stratum : result.strata)
            text += fmt::format("{}: {} of {}\n", stratum.keys, stratum.size, stratum.population);
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(record_screening, Example)

BOOST_AUTO_TEST_CASE(finds_the_same_in_the_same_order_in_however_little_memory) {
    std::int64_t most_parts = 0;
    const std::vector<std::string> names{"alone", "all", "groups", "sums", "window", "sample"};
    BOOST_TEST(rc::check([&] {
        const auto path = payments_file(*rc::gen::inRange<std::size_t>(1, 600), *rc::gen::arbitrary<bool>(),
                                        *rc::gen::arbitrary<unsigned>());
        const record::BlockFile file = blocks(path, *rc::gen::inRange(40, 600));
        const std::string expected = at_once(path, names);
        for (const std::int64_t memory : {plenty, std::int64_t{400'000}, std::int64_t{130'000}}) {
            const auto answer = screened(file, names, memory);
            RC_ASSERT(answer.has_value());
            RC_ASSERT(answer->text == expected);
            RC_ASSERT(memory != plenty || answer->parts == 1);
            most_parts = std::max(most_parts, answer->parts);
        }
        record::BatchSpill copy(folder(), type);
        const std::size_t batch_rows = *rc::gen::inRange<std::size_t>(1, 20);
        record::read_records(path, {.type = type,
                                    .dialect = {},
                                    .secrets = {},
                                    .accept = [&](const auto& batch) { copy.add(*batch); },
                                    .batch_rows = batch_rows})
            .value();
        for (const std::int64_t memory : {plenty, std::int64_t{150'000}}) {
            const auto answer = screened(copy, names, memory);
            RC_ASSERT(answer.has_value());
            RC_ASSERT(answer->text == expected);
        }
    }));
    BOOST_TEST(most_parts > 8);
}

BOOST_AUTO_TEST_CASE(leaves_files_whose_keys_repeat_to_a_careful_reader_in_however_little_memory) {
    std::string text = "number,paid_on,amount,member,handler\n";
    for (int i = 500; i > 0; --i) text += fmt::format("P{},2026-07-01,1,M,H\n", i == 100 ? 400 : i);
    const record::BlockFile file = blocks(this->file("payments.csv", text), 500);
    for (const std::int64_t memory : {plenty, std::int64_t{100'000}, std::int64_t{1000}})
        BOOST_TEST(screened(file, {"none"}, memory)->text == "only a careful reader can tell");
}

BOOST_AUTO_TEST_CASE(refuses_what_cannot_be_divided_and_does_not_fit_and_says_how_much_would_do) {
    const auto path = payments_file(600, true, 5);
    const record::BlockFile file = blocks(path, 1000);
    luc.memory = 500'000'000;
    const auto refused = screened(file, {"one-sample"}, 20'000);
    BOOST_TEST(told(refused) == "refused: app.more_memory");
    BOOST_TEST(screened(file, {"one-sample"}, plenty)->text == at_once(path, {"one-sample"}));
}

BOOST_AUTO_TEST_SUITE_END()
