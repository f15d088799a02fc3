// SPDX-License-Identifier: Apache-2.0
// The same records give the same findings, to the byte, however they arrive and on however many threads they
// are judged.
#include <future>
#include <random>

#include <boost/test/unit_test.hpp>

#include "base/text.h"
#include "control/faults.h"
#include "control/screening.h"

using namespace cadran;
using namespace cadran::control;

namespace {

using column::Scalar;

Date day_of_july(unsigned number) {
    return std::chrono::year{2026} / std::chrono::July / std::chrono::day{number};
}

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

const std::pair<const char*, const char*> controls[] = {
    {"alone", R"(where = "amount > 100 EUR", messages = { odd = { fr = "impair", en = "odd" } },
      judge = function(payment)
        local seen, text = {}, ""
        for c in payment.number:gmatch("%d") do seen[c] = (seen[c] or 0) + 1 end
        for c, n in pairs(seen) do text = text .. c .. n end
        if #text % 5 == 0 then error("no " .. text .. tostring(seen)) end
        if #text % 3 == 0 then while true do text = text .. text end end
        if #text % 2 == 1 then return fail { message = "odd", severity = "high" } end
        return fail { wrong = 1, worse = 2, worst = 3 }
      end)"},
    {"group", R"(group = { by = "member, amount" }, having = "count() > 1 and sum(amount) > 20 EUR",
      judge = function(group, p, records)
        local keys = {}
        for i, record in ipairs(records) do keys[i] = record.number end
        if #keys > 4 then error(table.concat(keys, " ")) end
        return fail()
      end)"},
    {"window", R"(window = { spent = "sum(amount) over 3 days by member ordered by paid_on" },
      having = "spent > 900 EUR")"},
    {"sample", R"(sample = { rate = 0.1, by = "handler" })"},
};

script::PluginFiles files() {
    script::PluginFiles all{{"plugin.lua", heading}, {"records/payment.lua", payments}};
    for (const auto& [name, clauses] : controls) {
        all[fmt::format("controls/{}.lua", name)] = fmt::format(
            R"(return control "{}" {{ title = {{ fr = "x", en = "x" }}, from = "payment", effect = "check",
  severity = "low", message = {{ fr = "x", en = "x" }}, {} }})",
            name, clauses);
    }
    return all;
}

std::vector<std::vector<Scalar>> rows() {
    std::mt19937 chance(7);
    const auto any = [&](unsigned below) { return static_cast<unsigned>(chance()) % below; };
    std::vector<std::vector<Scalar>> rows;
    for (int i = 0; i < 400; ++i) {
        rows.push_back({fmt::format("P{}", i * 7919 % 10007), day_of_july(1 + any(31)),
                        any(12) == 0 ? Scalar() : Scalar(Money{any(40) * 1000, {}}),
                        any(15) == 0 ? Scalar() : Scalar(fmt::format("M{}", any(20))),
                        fmt::format("H{}", any(5))});
    }
    return rows;
}

using Batches = std::vector<std::shared_ptr<const column::RecordBatch>>;

Batches batches_of(const model::RecordType& type, const std::vector<std::vector<Scalar>>& rows,
                   std::size_t rows_a_batch) {
    Batches batches;
    for (std::size_t from = 0; from < rows.size(); from += rows_a_batch) {
        auto batch = std::make_shared<column::RecordBatch>(type.schema);
        for (std::size_t i = from; i < std::min(from + rows_a_batch, rows.size()); ++i)
            batch->append(rows[i], 2);
        batches.push_back(std::move(batch));
    }
    return batches;
}

void add(std::string& text, const model::Finding& finding) {
    text += fmt::format("{} {} {} {} {} {} {}", finding.id, finding.control.id, iso_text(finding.event_date),
                        model::outcome_name(finding.outcome), model::severity_name(finding.severity),
                        model::effect_name(finding.effect), finding.message);
    for (const model::Subject& subject : finding.subjects) text += " " + subject.key;
    for (const model::Evidence& evidence : finding.evidence)
        text += fmt::format(" {}{}={}", evidence.record, evidence.field, column::plain_text(evidence.value));
    text += "\n";
}

// In the order in which an evaluation says it.
std::string told_in_order(const Evaluation& evaluation) {
    std::string text;
    for (const model::Finding& finding : evaluation.findings) add(text, finding);
    for (const Diagnostic& fault : evaluation.faults) {
        text += fault.what.id;
        for (const auto& [name, value] : fault.what.arguments) {
            if (const auto* said = std::get_if<std::string>(&value)) text += " " + *said;
            if (const auto* count = std::get_if<std::int64_t>(&value)) text += fmt::format(" {}", *count);
        }
        text += "\n";
    }
    const model::ControlResult& result = evaluation.result;
    for (const model::Stratum& stratum : result.strata)
        text += fmt::format("{} {} {}\n", stratum.keys, stratum.population, stratum.size);
    return text + fmt::format("{} {} {} {} {}", result.population, result.selected, result.failed,
                              result.errors, result.not_checked);
}

// All that an evaluation says, each part in an order of its own.
std::string told(Evaluation evaluation) {
    std::ranges::sort(evaluation.findings, {}, &model::Finding::id);
    std::vector<std::string> lines;
    // Of faults that are alike the first hundred are kept, which depend on the order.
    for (const Diagnostic& fault : evaluation.faults) {
        if (evaluation.faults.size() > Faults::most_alike) {
            lines.push_back(fmt::format("{}:{} {}", fault.place.file, fault.place.line, fault.what.id));
            continue;
        }
        std::string line = fault.what.id;
        for (const auto& [name, value] : fault.what.arguments) {
            if (const auto* text = std::get_if<std::string>(&value)) line += " " + *text;
        }
        lines.push_back(std::move(line));
    }
    for (const NotChecked& alike : evaluation.not_checked) {
        for (const std::string& record : alike.records)
            lines.push_back(fmt::format("{} {}", record, fmt::join(alike.lacking, " ")));
    }
    std::ranges::sort(lines);
    std::string text;
    for (const model::Finding& finding : evaluation.findings) add(text, finding);
    for (const std::string& line : lines) text += line + "\n";
    const model::ControlResult& result = evaluation.result;
    return text + fmt::format("{} {} {} {} {}", result.population, result.selected, result.failed,
                              result.errors, result.not_checked);
}

// One control, and a judge that its own limits stop at times.
class Controlled {
  public:
    Controlled(const script::Plugin& plugin, const std::string& name)
        : type_(*plugin.find_record("payment")),
          control_(*plugin.find_control("sample/" + name)),
          conditions_(control_.query, {}, calendar::Locality{calendar::Zone::named("Europe/Paris").value()}),
          judge_(files(), plugin, "sample/" + name, {}, limits()) {}

    std::string evaluated(const Batches& batches) { return told(evaluation(batches)); }

    Evaluation evaluation(const Batches& batches) {
        record::Dataset records(type_);
        for (const auto& batch : batches) records.add(batch);
        return evaluate(assignment(), records, conditions_, judge_);
    }

    // Each thread takes the batch that is next; none where only a look at all of them can tell.
    std::optional<std::string> screened(const Batches& batches, std::size_t threads) {
        const Assignment assigned = assignment();
        Screening screening(assigned, type_, conditions_, judge_, threads);
        std::vector<model::Finding> findings;
        auto judged = screened(screening, batches, threads, [&](std::string_view, model::Finding& finding) {
            findings.push_back(std::move(finding));
        });
        if (!judged) return {};
        return told(whole(std::move(*judged), std::move(findings)));
    }

    // The records in so many shares, one after the other, where there are several.
    Evaluation screened_in_shares(const Batches& batches, std::size_t threads, std::uint64_t shares) {
        const Assignment assigned = assignment();
        Screening screening(assigned, type_, conditions_, judge_, threads);
        BOOST_TEST(screening.divides());
        std::optional<Judged> all;
        std::vector<std::pair<std::string, model::Finding>> findings;
        for (const expression::Share share : expression::Share().divided(shares)) {
            // What was seen of another share is forgotten.
            screening.start_over({0, 2});
            if (share.number % 2 == 1)
                screened(screening, batches, threads, [](std::string_view, model::Finding&) {});
            screening.start_over(share, false);
            std::vector<std::string> orders;
            const auto take = [&](std::string_view order, model::Finding& finding) {
                orders.emplace_back(order);
                findings.emplace_back(order, std::move(finding));
            };
            Judged judged = screened(screening, batches, threads, take).value();
            BOOST_TEST(std::ranges::is_sorted(orders));
            if (all)
                all->count(std::move(judged));
            else
                all = std::move(judged);
        }
        std::ranges::sort(findings, {}, [](const auto& one) { return one.first; });
        std::vector<model::Finding> in_order;
        for (auto& [order, finding] : findings) in_order.push_back(std::move(finding));
        return whole(std::move(*all), std::move(in_order));
    }

  private:
    static std::optional<Judged> screened(Screening& screening, const Batches& batches, std::size_t threads,
                                          const TakeFinding& take) {
        std::atomic<std::size_t> next = 0;
        std::vector<std::future<void>> work;
        for (std::size_t lane = 0; lane < threads; ++lane) {
            work.push_back(std::async(std::launch::async, [&, lane] {
                expression::JoinLookups lookups;
                for (std::size_t i = next++; i < batches.size(); i = next++) {
                    lookups.stand_before(*batches[i]);
                    screening.add(lane, static_cast<std::uint32_t>(i), *batches[i],
                                  std::vector<std::uint8_t>(batches[i]->rows, 1), lookups);
                }
            }));
        }
        for (std::future<void>& one : work) one.get();
        const auto places = screening.choose();
        if (!places) return {};
        std::vector<expression::RecordPlace> records;
        for (const auto& place : *places) records.emplace_back(batches[place.batch], place.row);
        return screening.finish(std::move(records), take);
    }

    static script::Limits limits() {
        script::Limits limits;
        limits.fuel = 300'000;
        limits.call = std::chrono::minutes(10);
        return limits;
    }
    Assignment assignment() const {
        return {control_,  {control_.control.id, 3, sha256("plugin")}, {}, day_of_july(1), day_of_july(31),
                HashKey{1}};
    }

    const model::RecordType& type_;
    const script::ControlDeclaration& control_;
    expression::Evaluator conditions_;
    script::Judge judge_;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(determinism)

BOOST_AUTO_TEST_CASE(gives_the_same_findings_to_the_byte_in_any_order_and_on_any_number_of_threads) {
    const auto plugin = script::load_plugin(files(), "");
    if (!plugin) BOOST_FAIL(plugin.error().diagnostics.at(0).what.id);
    const model::RecordType& type = *plugin->find_record("payment");
    for (const auto& [name, clauses] : controls) {
        BOOST_TEST_CONTEXT(name) {
            std::vector<std::vector<Scalar>> shuffled = rows();
            const std::string once = Controlled(*plugin, name).evaluated(batches_of(type, shuffled, 400));
            BOOST_TEST(std::ranges::count(once, '\n') > 10);
            std::mt19937 chance(11);
            std::size_t screened = 0;
            for (const std::size_t threads : {1U, 2U, 3U, 8U}) {
                for (const std::size_t rows_a_batch : {1U, 7U, 64U, 400U}) {
                    std::ranges::shuffle(shuffled, chance);
                    const Batches batches = batches_of(type, shuffled, rows_a_batch);
                    BOOST_TEST(Controlled(*plugin, name).evaluated(batches) == once);
                    const auto by_threads = Controlled(*plugin, name).screened(batches, threads);
                    if (by_threads) ++screened;
                    BOOST_TEST(by_threads.value_or(once) == once);
                }
            }
            BOOST_TEST(screened == 16U);
        }
    }
}

BOOST_AUTO_TEST_CASE(says_the_same_in_the_same_order_however_many_shares_are_looked_at_one_by_one) {
    const auto plugin = script::load_plugin(files(), "");
    if (!plugin) BOOST_FAIL(plugin.error().diagnostics.at(0).what.id);
    const model::RecordType& type = *plugin->find_record("payment");
    for (const auto& [name, clauses] : controls) {
        BOOST_TEST_CONTEXT(name) {
            const Batches batches = batches_of(type, rows(), 7);
            const std::string at_once = told_in_order(Controlled(*plugin, name).evaluation(batches));
            BOOST_TEST(std::ranges::count(at_once, '\n') > 10);
            for (const std::uint64_t shares : {1U, 2U, 3U, 8U, 100U}) {
                Controlled one(*plugin, name);
                BOOST_TEST(told_in_order(one.screened_in_shares(batches, 1 + shares % 3, shares)) == at_once);
            }
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
