// SPDX-License-Identifier: Apache-2.0
#include "definition/action_plan.h"

#include "base/decimal.h"
#include "base/text.h"

namespace cadran::definition {

namespace {

using model::ActionKind;
using model::ActionLevel;
using model::ActionOrigin;
using model::ActionState;
using Need = RegisterField::Need;

template <typename Enum>
using Beginnings = std::vector<std::pair<Enum, Words>>;

const std::vector<RegisterField>& action_fields() {
    static const std::vector<RegisterField> all{
        {"process", Need::key, {"processus", "process", "nom du processus", "processus concerne"}},
        {"action",
         Need::key,
         {"action", "actions", "action a mener", "description de l action", "libelle de l action",
          "intitule de l action", "description", "intitule", "libelle", "mesure", "what", "measure"}},
        {"reference",
         Need::optional,
         {"reference", "ref", "n action", "n de l action", "identifiant", "code", "numero", "n", "no", "id",
          "number"}},
        {"origin", Need::optional, {"origine", "origine de l action", "origin"}},
        {"source",
         Need::optional,
         {"source", "reference de l origine", "constat", "reference of the origin"}},
        {"level", Need::optional, {"niveau", "niveau de decision", "level"}},
        {"kind",
         Need::optional,
         {"type", "type d action", "nature", "nature de l action", "kind", "type of action"}},
        {"causes",
         Need::optional,
         {"causes", "cause", "cause racine", "causes racines", "analyse des causes", "root causes",
          "root cause"}},
        {"owner",
         Need::optional,
         {"responsable", "porteur", "pilote de l action", "pilote", "qui", "owner", "responsible", "who"}},
        {"due",
         Need::optional,
         {"echeance", "date d echeance", "date echeance", "delai", "date prevue", "pour le", "quand", "due",
          "due date", "deadline"}},
        {"progress",
         Need::optional,
         {"avancement", "taux d avancement", "realisation", "progress", "completion"}},
        {"comment",
         Need::optional,
         {"commentaire", "commentaires", "observations", "observation", "suivi", "remarques", "comment",
          "comments", "remarks"}},
        {"state", Need::optional, {"etat", "statut", "etat d avancement", "state", "status"}},
        {"indicator", Need::optional, {"indicateur", "indicateur d efficacite", "indicator"}},
        {"criterion",
         Need::optional,
         {"critere d efficacite", "critere", "mesure d efficacite", "mesure de l efficacite",
          "efficacite attendue", "criterion", "effectiveness criterion"}},
        {"judged-on",
         Need::optional,
         {"efficacite jugee le", "date d evaluation", "date de verification", "verification prevue le",
          "effectiveness judged on", "judged on", "verification date"}},
    };
    return all;
}

// How plans begin the words; what is in front is tried first.
const Beginnings<ActionOrigin>& origins() {
    static const Beginnings<ActionOrigin> all{
        {ActionOrigin::nonconformity, {"non conform", "nonconform", "nc "}},
        {ActionOrigin::finding, {"anomal", "finding"}},
        {ActionOrigin::management_review, {"revue de direction", "management review"}},
        {ActionOrigin::review, {"revue", "review"}},
        {ActionOrigin::audit, {"audit"}},
        {ActionOrigin::risk, {"risqu", "risk"}},
    };
    return all;
}

const Beginnings<ActionLevel>& levels() {
    static const Beginnings<ActionLevel> all{
        {ActionLevel::quick_win, {"quick", "gain rapide", "rapide", "immediat", "equipe", "team"}},
        {ActionLevel::sector, {"sect", "service", "process", "metier"}},
        {ActionLevel::structural, {"struct", "direction", "management", "invest"}},
    };
    return all;
}

const Beginnings<ActionKind>& kinds() {
    static const Beginnings<ActionKind> all{
        {ActionKind::correction, {"correction", "curati", "action curati", "remedia"}},
        {ActionKind::corrective_action, {"correct", "action correct"}},
        {ActionKind::improvement,
         {"amelior", "action d amelior", "prevent", "action prevent", "progres", "piste", "improve"}},
    };
    return all;
}

const Beginnings<ActionState>& states() {
    static const Beginnings<ActionState> all{
        {ActionState::ineffective,
         {"inefficace", "non efficace", "verifiee inefficace", "ineffective", "not effective",
          "verified ineffective"}},
        {ActionState::effective, {"efficace", "verifi", "effective"}},
        {ActionState::proposed, {"propos", "a decider", "a valider", "idee", "new", "nouve"}},
        {ActionState::decided,
         {"decid", "valid", "planif", "plann", "a faire", "a lancer", "a venir", "non demarr", "non commenc",
          "pas commenc", "not started", "to do", "todo", "approved", "ouvert", "open"}},
        {ActionState::in_progress, {"en cours", "demarr", "commenc", "in progress", "started", "ongoing"}},
        {ActionState::done,
         {"fait", "termin", "realis", "clos", "clot", "sold", "achev", "done", "finish", "complet"}},
        {ActionState::cancelled, {"annul", "abandon", "cancel", "drop", "sans suite"}},
    };
    return all;
}

std::vector<std::string> causes_in(std::string text) {
    constexpr std::string_view arrow = "→";
    for (auto at = text.find(arrow); at != std::string::npos; at = text.find(arrow))
        text.replace(at, arrow.size(), ";");
    std::vector<std::string> causes;
    for (const std::string_view cause : split(text, ';')) {
        if (!trimmed(cause).empty()) causes.emplace_back(trimmed(cause));
    }
    return causes;
}

// Whole per cent of `75`, `75 %`, `33.3`; none of what may be a share (`0.75`) or lies beyond 100.
std::optional<int> percent_in(std::string text) {
    if (text.ends_with('%')) text.pop_back();
    for (const std::string_view space : {"\xC2\xA0", "\xE2\x80\xAF", " "}) {
        if (text.ends_with(space)) text.resize(text.size() - space.size());
    }
    std::ranges::replace(text, ',', '.');
    const auto number = Decimal::parse(text);
    if (!number || *number < Decimal{0, 0} || Decimal{100, 0} < *number) return {};
    if (Decimal{0, 0} < *number && *number < Decimal{1, 0}) return {};
    std::int64_t one = 1;
    for (int i = 0; i < number->scale; ++i) one *= 10;
    return static_cast<int>(Decimal::ratio(number->units, one, 0).units);
}

class PlanReading {
  public:
    explicit PlanReading(const RegisterTable& table) : table_(table) {}

    Result<ActionPlan> read(const std::vector<Table>& tables) {
        for (const TableRow& row : table_.rows()) read_row(row);
        sort_by_cell(faults_, tables);
        if (!faults_.empty()) return tl::unexpected(Failure{Failure::Kind::invalid, faults_});
        plan_.columns = table_.columns();
        plan_.ignored = table_.ignored();
        return std::move(plan_);
    }

  private:
    // None where the cell is empty, or a fault.
    template <typename Enum>
    std::optional<Enum> choice(const TableRow& row, const char* field, const Beginnings<Enum>& beginnings,
                               Message hint) {
        const std::string text = table_.text(row, field);
        if (text.empty()) return {};
        const auto found = value_beginning(beginnings, text);
        if (!found) table_.wrong(row, field, std::move(hint), faults_);
        return found;
    }

    std::optional<Date> date(const TableRow& row, const char* field) {
        const std::string text = table_.text(row, field);
        if (text.empty()) return {};
        const auto found = date_in_cell(text);
        if (!found) table_.wrong(row, field, {"definition.cell_date_form"}, faults_);
        return found;
    }

    std::optional<int> progress(const TableRow& row) {
        const std::string text = table_.text(row, "progress");
        if (text.empty()) return {};
        const auto found = percent_in(text);
        if (!found) table_.wrong(row, "progress", {"definition.percent_in_plan"}, faults_);
        return found;
    }

    // What no origin is called like is kept in its words.
    void read_origin(const TableRow& row, model::Action& action) {
        const std::string text = table_.text(row, "origin");
        const auto known = value_beginning(origins(), text);
        action.origin = known.value_or(ActionOrigin::by_hand);
        action.source = table_.text(row, "source");
        const LocalText title = model::action_origin_title(action.origin);
        if (action.source.empty() && folded(text) != folded(title.fr) && folded(text) != folded(title.en))
            action.source = text;
    }

    void read_kind(const TableRow& row, model::Action& action) {
        action.causes = causes_in(table_.text(row, "causes"));
        plan_.without_level += table_.text(row, "level").empty();
        plan_.without_kind += table_.text(row, "kind").empty();
        action.level =
            choice(row, "level", levels(), {"definition.level_in_plan"}).value_or(ActionLevel::sector);
        action.kind =
            choice(row, "kind", kinds(), {"definition.kind_in_plan"})
                .value_or(action.causes.empty() ? ActionKind::improvement : ActionKind::corrective_action);
    }

    void read_state(const TableRow& row, model::Action& action) {
        const int percent = progress(row).value_or(0);
        plan_.without_state += table_.text(row, "state").empty();
        const ActionState guessed = percent == 100 ? ActionState::done
                                    : percent > 0  ? ActionState::in_progress
                                                   : ActionState::proposed;
        action.state = choice(row, "state", states(), {"definition.state_in_plan"}).value_or(guessed);
        action.progress = !action.is_open() && action.state != ActionState::cancelled ? 100 : percent;
    }

    void read_words(const TableRow& row, model::Action& action) {
        action.effectiveness = {table_.text(row, "indicator"), table_.text(row, "criterion"),
                                date(row, "judged-on")};
        if (!action.effectiveness.indicator.empty() && !action.effectiveness.criterion.empty())
            table_.wrong(row, "criterion", {"definition.indicator_or_criterion"}, faults_);
        action.comment = table_.text(row, "comment");
        action.due = date(row, "due");
    }

    void read_row(const TableRow& row) {
        ActionPlanRow made;
        made.process = table_.required(row, "process", faults_);
        made.process_place = table_.place(row, "process");
        made.place = table_.place(row, "action");
        made.owner = table_.text(row, "owner");
        made.owner_place = table_.place(row, "owner");
        made.indicator_place = table_.place(row, "indicator");
        model::Action& action = made.action;
        action.text = table_.required(row, "action", faults_);
        action.reference = table_.text(row, "reference");
        made.reference_place = action.reference.empty() ? made.place : table_.place(row, "reference");
        read_origin(row, action);
        read_kind(row, action);
        read_state(row, action);
        read_words(row, action);
        if (action.state == ActionState::decided || action.state == ActionState::in_progress) {
            table_.required(row, "owner", faults_);
            table_.required(row, "due", faults_);
        }
        plan_.rows.push_back(std::move(made));
    }

    const RegisterTable& table_;
    ActionPlan plan_;
    Diagnostics faults_;
};

}  // namespace

Result<ActionPlan> read_action_plan(const std::vector<Table>& tables, const std::string& file_name,
                                    const RegisterWishes& wishes) {
    const auto table =
        RegisterTable::find(action_fields(), tables, file_name, wishes, {"definition.no_action_plan"});
    if (!table) return tl::unexpected(table.error());
    return PlanReading(*table).read(tables);
}

}  // namespace cadran::definition
