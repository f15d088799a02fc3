// SPDX-License-Identifier: Apache-2.0
#include "definition/risk_register.h"

#include <algorithm>

#include <fmt/ranges.h>

#include "base/text.h"

namespace cadran::definition {

namespace {

using Words = std::vector<std::string_view>;

constexpr std::size_t heading_rows = 20;  // the headings stand among the first ones
constexpr int greatest_step = 10;

struct RegisterField {
    std::string_view name;
    bool required;
    Words headings;  // folded, in both languages, as registers call it
};

const std::vector<RegisterField>& fields() {
    static const std::vector<RegisterField> all{
        {"process", true, {"processus", "process", "nom du processus", "activite"}},
        {"id", false, {"identifiant", "id", "reference", "ref", "code", "n", "no", "numero", "number"}},
        {"title",
         true,
         {"risque", "intitule", "intitule du risque", "libelle", "libelle du risque", "description du risque",
          "risk", "title", "risk title", "risk description"}},
        {"nature",
         false,
         {"nature", "risque opportunite", "risque ou opportunite", "risques et opportunites",
          "menace opportunite", "positif negatif", "risk opportunity", "risk or opportunity",
          "threat opportunity", "positive negative"}},
        {"title-en", false, {"risque anglais", "intitule anglais", "risk in english", "title english"}},
        {"likelihood",
         true,
         {"vraisemblance", "probabilite", "frequence", "occurrence", "likelihood", "probability",
          "vraisemblance brute", "probabilite brute"}},
        {"impact",
         true,
         {"gravite", "impact", "severite", "severity", "consequence", "gravite brute", "impact brut"}},
        {"treatment", true, {"traitement", "strategie", "type de traitement", "treatment", "strategy"}},
        {"response",
         true,
         {"reponse", "mesures", "mesures de maitrise", "dispositif de maitrise", "actions", "plan d action",
          "response", "measures", "mitigation"}},
        {"response-en", false, {"reponse anglais", "mesures anglais", "response english"}},
        {"residual-likelihood",
         false,
         {"vraisemblance residuelle", "probabilite residuelle", "frequence residuelle", "residual likelihood",
          "residual probability"}},
        {"residual-impact",
         false,
         {"gravite residuelle", "impact residuel", "severite residuelle", "residual impact",
          "residual severity"}},
    };
    return all;
}

// How registers begin the words for a treatment.
std::optional<model::Treatment> treatment_of(std::string_view text) {
    static const std::vector<std::pair<model::Treatment, Words>> beginnings{
        {model::Treatment::avoid, {"evit", "avoid", "suppr", "elimin"}},
        {model::Treatment::reduce, {"redu", "atten", "mitig", "maitris"}},
        {model::Treatment::share, {"partag", "transf", "shar", "assur"}},
        {model::Treatment::accept, {"accept", "toler", "assum"}},
    };
    const std::string word = folded(text);
    for (const auto& [treatment, words] : beginnings) {
        if (std::ranges::any_of(words, [&](std::string_view start) { return word.starts_with(start); }))
            return treatment;
    }
    return {};
}

// How registers begin the words for what harms and for what benefits; nothing said is a risk.
std::optional<bool> is_opportunity(std::string_view text) {
    static const Words risks{"risque", "risk", "menace", "threat", "negati"};
    static const Words opportunities{"opportunit", "chance", "positi"};
    const std::string word = folded(text);
    const auto begins = [&](std::string_view start) { return word.starts_with(start); };
    if (std::ranges::any_of(opportunities, begins)) return true;
    if (word.empty() || std::ranges::any_of(risks, begins)) return false;
    return {};
}

// `3`, `3 - Probable`, or the words of a step.
std::optional<int> step_of(const std::string& text, const std::vector<LocalText>& words) {
    const std::string_view digits = std::string_view(text).substr(0, text.find_first_not_of("0123456789"));
    if (const auto number = parse_integer(digits); number && text.find_first_of(".,") != digits.size())
        return *number >= 1 && *number <= greatest_step ? std::optional(static_cast<int>(*number))
                                                        : std::nullopt;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (folded(words[i].fr) == folded(text) || folded(words[i].en) == folded(text))
            return static_cast<int>(i) + 1;
    }
    return {};
}

std::optional<std::size_t> column_called(const TableRow& row, std::string_view heading) {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        if (!row.cells[i].text.empty() && folded(row.cells[i].text) == folded(heading)) return i;
    }
    return {};
}

class RegisterReading {
  public:
    RegisterReading(const std::string& file_name, const RegisterColumns& wished,
                    const RegisterColumns& remembered, const model::RiskScale& scale)
        : file_name_(file_name), wished_(wished), remembered_(remembered), scale_(scale) {}

    Result<RiskRegister> read(const std::vector<Table>& tables) {
        check_wishes();
        if (!faults_.empty()) return invalid(faults_);
        for (const Table& table : tables) {
            for (std::size_t row = 0; row < std::min(table.rows.size(), heading_rows); ++row) {
                find_columns(table.rows[row]);
                if (!columns_.contains("process") || !columns_.contains("title")) continue;
                check_columns(table.rows[row]);
                if (!faults_.empty()) return invalid(faults_);
                return read_rows(table, row + 1, tables);
            }
        }
        return invalid(Diagnostics{{{file_name_},
                                    {"definition.no_register"},
                                    Message{"definition.name_columns", {{"fields", names_of_fields()}}}}});
    }

  private:
    static std::string names_of_fields() { return fmt::format("{}", fmt::join(register_fields(), ", ")); }

    void check_wishes() {
        for (const auto& [field, heading] : wished_) {
            if (std::ranges::find(register_fields(), field) != register_fields().end()) continue;
            faults_.push_back({{},
                               {"definition.no_register_field", {{"field", field}}},
                               Message{"definition.known_names", {{"names", names_of_fields()}}}});
        }
    }

    std::optional<std::size_t> find_column(const TableRow& row, const RegisterField& field) const {
        for (const RegisterColumns* said : {&wished_, &remembered_}) {
            const auto heading = said->find(field.name);
            if (heading == said->end()) continue;
            const auto column = column_called(row, heading->second);
            if (column || said == &wished_) return column;
        }
        for (const std::string_view heading : field.headings) {
            if (const auto column = column_called(row, heading)) return column;
        }
        return {};
    }

    void find_columns(const TableRow& row) {
        columns_.clear();
        for (const RegisterField& field : fields()) {
            if (const auto column = find_column(row, field)) columns_[std::string(field.name)] = *column;
        }
    }

    void check_columns(const TableRow& row) {
        for (const RegisterField& field : fields()) {
            const auto wish = wished_.find(field.name);
            const std::string name(field.name);
            if (columns_.contains(name)) {
                register_.columns[name] = row.at(columns_[name]).text;
            } else if (wish != wished_.end()) {
                std::vector<std::string> headings;
                for (const TableCell& cell : row.cells) headings.push_back(cell.text);
                faults_.push_back({row.place,
                                   {"definition.no_such_heading", {{"heading", wish->second}}},
                                   Message{"definition.known_names",
                                           {{"names", fmt::format("{}", fmt::join(headings, ", "))}}}});
            } else if (field.required) {
                faults_.push_back({row.place,
                                   {"definition.register_column_missing", {{"field", name}}},
                                   Message{"definition.name_column", {{"field", name}}}});
            }
        }
    }

    Result<RiskRegister> read_rows(const Table& table, std::size_t first, const std::vector<Table>& tables) {
        for (std::size_t i = first; i < table.rows.size(); ++i) read_row(table.rows[i]);
        sort_by_cell(faults_, tables);
        if (!faults_.empty()) return tl::unexpected(Failure{Failure::Kind::invalid, faults_});
        return std::move(register_);
    }

    std::string text(const TableRow& row, const char* field) const {
        const auto column = columns_.find(field);
        return column == columns_.end() ? "" : row.at(column->second).text;
    }
    Place place(const TableRow& row, const char* field) const {
        const auto column = columns_.find(field);
        return row.at(column == columns_.end() ? 0 : column->second).place;
    }

    std::string required(const TableRow& row, const char* field) {
        std::string found = text(row, field);
        if (found.empty()) {
            faults_.push_back({place(row, field),
                               {"definition.cell_missing", {{"field", register_.columns[field]}}},
                               Message{"definition.fill_cell"}});
        }
        return found;
    }

    int step(const TableRow& row, const char* field, const std::vector<LocalText>& words) {
        const std::string found = required(row, field);
        const auto step = step_of(found, words);
        if (!found.empty() && !step) wrong(row, field, found, {"definition.step_in_register"});
        return step.value_or(1);
    }

    void wrong(const TableRow& row, const char* field, const std::string& value, Message hint) {
        faults_.push_back({place(row, field),
                           {"definition.cell_value", {{"value", value}, {"field", register_.columns[field]}}},
                           std::move(hint)});
    }

    int residual(const TableRow& row, const char* field, int before, const std::vector<LocalText>& words) {
        if (text(row, field).empty()) return before;
        const int after = step(row, field, words);
        if (after > before) wrong(row, field, text(row, field), {"definition.lower_residual"});
        return after;
    }

    void read_row(const TableRow& row) {
        RegisterRow made;
        made.process = required(row, "process");
        made.process_place = place(row, "process");
        made.place = place(row, "title");
        made.english_title_place = place(row, columns_.contains("title-en") ? "title-en" : "title");
        made.english_response_place =
            place(row, columns_.contains("response-en") ? "response-en" : "response");
        model::Risk& risk = made.risk;
        risk.id = text(row, "id");
        risk.title = {required(row, "title"), text(row, "title-en")};
        risk.response = {required(row, "response"), text(row, "response-en")};
        risk.inherent = {step(row, "likelihood", scale_.likelihoods), step(row, "impact", scale_.impacts)};
        const auto opportunity = is_opportunity(text(row, "nature"));
        if (!opportunity) wrong(row, "nature", text(row, "nature"), {"definition.nature_in_register"});
        made.opportunity = opportunity.value_or(false);
        if (!made.opportunity) read_treatment(row, made);
        register_.rows.push_back(std::move(made));
    }

    void read_treatment(const TableRow& row, RegisterRow& made) {
        model::Risk& risk = made.risk;
        risk.residual = {residual(row, "residual-likelihood", risk.inherent.likelihood, scale_.likelihoods),
                         residual(row, "residual-impact", risk.inherent.impact, scale_.impacts)};
        made.same_residual = text(row, "residual-likelihood").empty() && text(row, "residual-impact").empty();
        const std::string treatment = required(row, "treatment");
        const auto known = treatment_of(treatment);
        if (!treatment.empty() && !known)
            wrong(row, "treatment", treatment, {"definition.treatment_in_register"});
        risk.treatment = known.value_or(model::Treatment::reduce);
    }

    const std::string& file_name_;
    const RegisterColumns& wished_;
    const RegisterColumns& remembered_;
    const model::RiskScale& scale_;
    std::map<std::string, std::size_t, std::less<>> columns_;
    RiskRegister register_;
    Diagnostics faults_;
};

}  // namespace

const std::vector<std::string>& register_fields() {
    static const std::vector<std::string> names = [] {
        std::vector<std::string> all;
        for (const RegisterField& field : fields()) all.emplace_back(field.name);
        return all;
    }();
    return names;
}

Result<RiskRegister> read_risk_register(const std::vector<Table>& tables, const std::string& file_name,
                                        const RegisterColumns& wished, const RegisterColumns& remembered,
                                        const model::RiskScale& scale) {
    return RegisterReading(file_name, wished, remembered, scale).read(tables);
}

}  // namespace cadran::definition
