// SPDX-License-Identifier: Apache-2.0
#include "script/declared_checklist.h"

#include "script/declared_field.h"
#include "script/declared_term.h"
#include "script/naming.h"

namespace cadran::script {

namespace {

using model::Checklist;
using model::ChecklistItem;
using model::Severity;

// Reads one checklist; it is used once.
class ChecklistReading {
  public:
    ChecklistReading(const Declaration& declaration, const KnownRecords& records, Diagnostics& faults)
        : declaration_(declaration),
          records_(records),
          faults_(faults),
          faults_before_(faults.size()),
          reader_(declaration, declaration.data, "", shape("Checklist"), faults) {}

    std::optional<ChecklistDeclaration> read(const std::string& plugin) {
        check_id(reader_, "", declaration_.data.name);
        list_.id = plugin + "/" + declaration_.data.name;
        list_.title = reader_.local_text("title");
        list_.audits = read_word<model::AuditSubject>(reader_, "audits", model::audited_by_us,
                                                      &model::audit_subject_name);
        list_.due = read_due(reader_, "due");
        if (reader_.has("facts")) list_.facts = read_fields(reader_, "facts");
        for (DeclaredEntry& entry : read_entries(reader_, "criteria"))
            list_.criteria.push_back({entry.id, entry.text});
        read_domains();
        check_pieces();
        read_samples();
        read_terms();
        list_.messages = read_texts(reader_, "messages");
        if (faults_.size() > faults_before_) return {};
        return compiled();
    }

  private:
    void read_domains() {
        const auto& domains = reader_.list("domains");
        if (domains.empty())
            reader_.fault(reader_.path("domains"), {"script.no_items"}, Message{"script.items_are"});
        for (std::size_t i = 0; i < domains.size(); ++i) {
            const auto domain = reader_.inside(domains[i], TableReader::item_path(reader_.path("domains"), i),
                                               shape("ChecklistDomain"));
            if (domain) read_domain(*domain);
        }
    }

    void read_domain(const TableReader& reader) {
        const std::string id = reader.text("id");
        if (!id.empty()) check_id(reader, reader.path("id"), id);
        if (list_.find_domain(id) != nullptr)
            reader.fault(reader.path("id"), {"script.declared_twice", {{"name", id}}});
        list_.domains.push_back({id, reader.local_text("title")});
        read_items(reader, id, "pieces", true);
        read_items(reader, id, "questions", false);
    }

    void read_items(const TableReader& reader, const std::string& domain, std::string_view key,
                    bool is_piece) {
        const auto& items = reader.list(key);
        for (std::size_t i = 0; i < items.size(); ++i) {
            const std::string path = TableReader::item_path(reader.path(key), i);
            const auto item = reader.inside(items[i], path, shape(is_piece ? "Piece" : "Question"));
            if (item) read_item(*item, domain, is_piece);
        }
    }

    void read_item(const TableReader& reader, const std::string& domain, bool is_piece) {
        ChecklistItem item{.id = reader.text("id"),
                           .domain = domain,
                           .is_piece = is_piece,
                           .title = reader.local_text("title"),
                           .guidance = reader.local_text(is_piece ? "expected" : "guidance")};
        if (reader.has("rule")) item.rule = reader.local_text("rule");
        item.clause = reader.optional_text("clause").value_or("");
        item.when = reader.optional_text("when").value_or("");
        if (reader.has("weight")) item.weight = read_weight(reader);
        if (!item.id.empty()) check_name(reader, reader.path("id"), item.id);
        const bool is_fact =
            std::ranges::find(list_.facts, item.id, &column::Field::name) != list_.facts.end();
        if (is_fact || list_.find(item.id) != nullptr)
            reader.fault(reader.path("id"), {"script.declared_twice", {{"name", item.id}}});
        if (!item.when.empty())
            clauses_.emplace(item.id,
                             expression::Clause{item.when, reader.place_of_text(reader.path("when"))});
        list_.items.push_back(std::move(item));
    }

    static int read_weight(const TableReader& reader) {
        constexpr std::int64_t greatest = 5;
        const auto weight = reader.integer("weight");
        if (weight && *weight >= 1 && *weight <= greatest) return static_cast<int>(*weight);
        if (weight)
            reader.fault(reader.path("weight"), {"script.not_a_weight", {{"value", *weight}}},
                         Message{"script.weights_are"});
        return 1;
    }

    // What is delivered is judged on something, and until some day.
    void check_pieces() {
        if (std::ranges::none_of(list_.items, &ChecklistItem::is_piece)) return;
        for (const std::string_view key : {"due", "criteria"}) {
            if (!reader_.has(key)) reader_.fault("", {"script.missing_key", {{"key", std::string(key)}}});
        }
    }

    void read_samples() {
        const auto& samples = reader_.list("samples");
        for (std::size_t i = 0; i < samples.size(); ++i) {
            const auto sample = reader_.inside(samples[i], TableReader::item_path(reader_.path("samples"), i),
                                               shape("ChecklistSample"));
            if (sample) read_sample(*sample);
        }
    }

    void read_sample(const TableReader& reader) {
        model::ChecklistSample sample{.id = reader.text("id"),
                                      .title = reader.local_text("title"),
                                      .item = reader.text("item"),
                                      .population = {}};
        if (!sample.id.empty()) check_id(reader, reader.path("id"), sample.id);
        if (list_.find_sample(sample.id) != nullptr)
            reader.fault(reader.path("id"), {"script.declared_twice", {{"name", sample.id}}});
        check_item(reader, sample.item);
        if (!reader.has("sample"))
            reader.fault(reader.path("id"), {"script.missing_key", {{"key", std::string("sample")}}});
        DeclaredPopulation declared = read_population(reader, records_, faults_);
        // A list that the auditee delivers is archived as it came.
        if (declared.from != nullptr && declared.from->has_secrets())
            reader.fault(reader.path("from"), {"script.sample_of_secrets", {{"record", declared.from->name}}},
                         Message{"script.leave_secrets_out"});
        // It is a list of its own, beside no other records.
        if (declared.query && !declared.query->semi_joins().empty())
            reader.fault(reader.path("where"), {"script.sample_looks_elsewhere"},
                         Message{"script.keep_to_the_list"});
        sample.population = std::move(declared.population);
        if (declared.query) samples_.emplace(sample.id, std::move(*declared.query));
        list_.samples.push_back(std::move(sample));
    }

    void check_item(const TableReader& reader, const std::string& item) {
        if (item.empty() || list_.find(item) != nullptr) return;
        std::vector<std::string> names;
        for (const ChecklistItem& known : list_.items) names.push_back(known.id);
        reader.fault(reader.path("item"), {"script.no_such_item", {{"item", shown_text(item)}}},
                     nearest(item, names));
    }

    void read_terms() {
        for (const Member& member : reader_.members("resolve_within")) {
            const std::string path = reader_.path("resolve_within") + "." + member.name;
            const auto level = model::parse_severity(member.name);
            const std::string text = reader_.checked_text(member.value, path);
            const auto term = parse_duration(text);
            if (!level) {
                reader_.fault(path,
                              {"script.unknown_word",
                               {{"key", std::string("resolve_within")}, {"value", shown_text(member.name)}}});
            } else if (!term || term->count < 1) {
                reader_.fault(path, {"script.not_a_due", {{"value", shown_text(text)}}},
                              Message{"script.due_is"});
            } else {
                list_.resolve_within.emplace(*level, *term);
            }
        }
        for (const Severity level : model::all_severities) {
            if (faults_.size() > faults_before_ || list_.resolve_within.contains(level)) continue;
            reader_.fault(
                reader_.path("resolve_within"),
                {"script.level_without_term", {{"level", std::string(model::severity_name(level))}}},
                Message{"script.due_is"});
        }
    }

    // The facts, then every item by what was found of it.
    std::shared_ptr<const column::Schema> schema() const {
        std::vector<column::Code> codes;
        for (const model::Conformity conformity : model::all_conformities)
            codes.push_back(
                {std::string(model::conformity_name(conformity)), model::conformity_title(conformity)});
        std::vector<column::Field> fields = list_.facts;
        for (const ChecklistItem& item : list_.items) {
            fields.push_back(
                {.name = item.id, .type = column::Type::code, .codes = codes, .title = item.title});
        }
        return std::make_shared<column::Schema>(std::move(fields));
    }

    std::optional<ChecklistDeclaration> compiled() {
        const expression::Scope scope{.from = declaration_.data.name, .schema = schema()};
        auto query = expression::Query::compile(scope, expression::Clauses{});
        if (!query) {
            append(query.error());
            return {};
        }
        std::map<std::string, expression::Condition> conditions;
        for (const auto& [item, clause] : clauses_) {
            auto condition = query->condition(clause);
            if (!condition) {
                append(condition.error());
                continue;
            }
            check_order(item, clause, *condition);
            conditions.emplace(item, std::move(*condition));
        }
        if (faults_.size() > faults_before_) return {};
        const bool has_judge = reader_.function("judge");
        return ChecklistDeclaration{std::move(list_),
                                    std::move(*query),
                                    scope.schema,
                                    std::move(conditions),
                                    std::move(samples_),
                                    has_judge,
                                    {},
                                    {declaration_.file, declaration_.data.line, 0}};
    }

    // What an item depends on stands before it, so that its own answer never decides whether it is asked.
    void check_order(const std::string& item, const expression::Clause& clause,
                     const expression::Condition& condition) {
        const auto position = [&](std::string_view id) {
            return std::ranges::find(list_.items, id, &ChecklistItem::id);
        };
        const auto own = position(item);
        for (const std::string& name : condition.fields_read()) {
            const auto other = position(name);
            if (other == list_.items.end() || other < own) continue;
            faults_.push_back({clause.place,
                               {"script.depends_on_later_item", {{"item", item}, {"other", name}}},
                               Message{"script.put_it_after"}});
        }
    }

    void append(const Failure& failure) {
        faults_.insert(faults_.end(), failure.diagnostics.begin(), failure.diagnostics.end());
    }

    const Declaration& declaration_;
    const KnownRecords& records_;
    Diagnostics& faults_;
    std::size_t faults_before_;
    TableReader reader_;
    Checklist list_;
    std::map<std::string, expression::Clause> clauses_;  // by item
    std::map<std::string, expression::Query> samples_;   // by id
};

}  // namespace

std::optional<ChecklistDeclaration> read_checklist(const Declaration& declaration, const std::string& plugin,
                                                   const KnownRecords& records, Diagnostics& faults) {
    return ChecklistReading(declaration, records, faults).read(plugin);
}

}  // namespace cadran::script
