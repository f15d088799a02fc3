// SPDX-License-Identifier: Apache-2.0
#include "definition/risk_register.h"

#include <algorithm>

#include "base/text.h"

namespace cadran::definition {

namespace {

using Need = RegisterField::Need;

constexpr int greatest_step = 10;

const std::vector<RegisterField>& risk_fields() {
    static const std::vector<RegisterField> all{
        {"process", Need::key, {"processus", "process", "nom du processus", "activite"}},
        {"id",
         Need::optional,
         {"identifiant", "id", "reference", "ref", "code", "n", "no", "numero", "number"}},
        {"title",
         Need::key,
         {"risque", "intitule", "intitule du risque", "libelle", "libelle du risque", "description du risque",
          "risk", "title", "risk title", "risk description"}},
        {"nature",
         Need::optional,
         {"nature", "risque opportunite", "risque ou opportunite", "risques et opportunites",
          "menace opportunite", "positif negatif", "risk opportunity", "risk or opportunity",
          "threat opportunity", "positive negative"}},
        {"title-en",
         Need::optional,
         {"risque anglais", "intitule anglais", "risk in english", "title english"}},
        {"likelihood",
         Need::required,
         {"vraisemblance", "probabilite", "frequence", "occurrence", "likelihood", "probability",
          "vraisemblance brute", "probabilite brute"}},
        {"impact",
         Need::required,
         {"gravite", "impact", "severite", "severity", "consequence", "gravite brute", "impact brut"}},
        {"treatment",
         Need::required,
         {"traitement", "strategie", "type de traitement", "treatment", "strategy"}},
        {"response",
         Need::required,
         {"reponse", "mesures", "mesures de maitrise", "dispositif de maitrise", "actions", "plan d action",
          "response", "measures", "mitigation"}},
        {"response-en", Need::optional, {"reponse anglais", "mesures anglais", "response english"}},
        {"residual-likelihood",
         Need::optional,
         {"vraisemblance residuelle", "probabilite residuelle", "frequence residuelle", "residual likelihood",
          "residual probability"}},
        {"residual-impact",
         Need::optional,
         {"gravite residuelle", "impact residuel", "severite residuelle", "residual impact",
          "residual severity"}},
    };
    return all;
}

// How registers begin the words for a treatment.
const std::vector<std::pair<model::Treatment, Words>>& treatments() {
    static const std::vector<std::pair<model::Treatment, Words>> beginnings{
        {model::Treatment::avoid, {"evit", "avoid", "suppr", "elimin"}},
        {model::Treatment::reduce, {"redu", "atten", "mitig", "maitris"}},
        {model::Treatment::share, {"partag", "transf", "shar", "assur"}},
        {model::Treatment::accept, {"accept", "toler", "assum"}},
    };
    return beginnings;
}

// How registers begin the words for what harms and for what benefits.
enum class Nature { risk, opportunity };

const std::vector<std::pair<Nature, Words>>& natures() {
    static const std::vector<std::pair<Nature, Words>> beginnings{
        {Nature::opportunity, {"opportunit", "chance", "positi"}},
        {Nature::risk, {"risque", "risk", "menace", "threat", "negati"}},
    };
    return beginnings;
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

class RegisterReading {
  public:
    RegisterReading(const RegisterTable& table, const model::RiskScale& scale)
        : table_(table), scale_(scale) {}

    Result<RiskRegister> read(const std::vector<Table>& tables) {
        for (const TableRow& row : table_.rows()) read_row(row);
        sort_by_cell(faults_, tables);
        if (!faults_.empty()) return tl::unexpected(Failure{Failure::Kind::invalid, faults_});
        register_.columns = table_.columns();
        return std::move(register_);
    }

  private:
    std::string required(const TableRow& row, const char* field) {
        return table_.required(row, field, faults_);
    }

    int step(const TableRow& row, const char* field, const std::vector<LocalText>& words) {
        const std::string found = required(row, field);
        const auto step = step_of(found, words);
        if (!found.empty() && !step) table_.wrong(row, field, {"definition.step_in_register"}, faults_);
        return step.value_or(1);
    }

    int residual(const TableRow& row, const char* field, int before, const std::vector<LocalText>& words) {
        if (table_.text(row, field).empty()) return before;
        const int after = step(row, field, words);
        if (after > before) table_.wrong(row, field, {"definition.lower_residual"}, faults_);
        return after;
    }

    void read_row(const TableRow& row) {
        RegisterRow made;
        made.process = required(row, "process");
        made.process_place = table_.place(row, "process");
        made.place = table_.place(row, "title");
        made.english_title_place = table_.place(row, table_.has("title-en") ? "title-en" : "title");
        made.english_response_place =
            table_.place(row, table_.has("response-en") ? "response-en" : "response");
        model::Risk& risk = made.risk;
        risk.id = table_.text(row, "id");
        risk.title = {required(row, "title"), table_.text(row, "title-en")};
        risk.response = {required(row, "response"), table_.text(row, "response-en")};
        risk.inherent = {step(row, "likelihood", scale_.likelihoods), step(row, "impact", scale_.impacts)};
        const std::string nature = table_.text(row, "nature");
        const auto known = value_beginning(natures(), nature);
        if (!nature.empty() && !known)
            table_.wrong(row, "nature", {"definition.nature_in_register"}, faults_);
        made.opportunity = known == Nature::opportunity;
        if (!made.opportunity) read_treatment(row, made);
        register_.rows.push_back(std::move(made));
    }

    void read_treatment(const TableRow& row, RegisterRow& made) {
        model::Risk& risk = made.risk;
        risk.residual = {residual(row, "residual-likelihood", risk.inherent.likelihood, scale_.likelihoods),
                         residual(row, "residual-impact", risk.inherent.impact, scale_.impacts)};
        made.same_residual =
            table_.text(row, "residual-likelihood").empty() && table_.text(row, "residual-impact").empty();
        const std::string treatment = required(row, "treatment");
        const auto known = value_beginning(treatments(), treatment);
        if (!treatment.empty() && !known)
            table_.wrong(row, "treatment", {"definition.treatment_in_register"}, faults_);
        risk.treatment = known.value_or(model::Treatment::reduce);
    }

    const RegisterTable& table_;
    const model::RiskScale& scale_;
    RiskRegister register_;
    Diagnostics faults_;
};

}  // namespace

Result<RiskRegister> read_risk_register(const std::vector<Table>& tables, const std::string& file_name,
                                        const RegisterWishes& wishes, const model::RiskScale& scale) {
    const auto table =
        RegisterTable::find(risk_fields(), tables, file_name, wishes, {"definition.no_register"});
    if (!table) return tl::unexpected(table.error());
    return RegisterReading(*table, scale).read(tables);
}

}  // namespace cadran::definition
