// SPDX-License-Identifier: Apache-2.0
#include "script/declared_control.h"

#include "script/declared_term.h"
#include "script/naming.h"
#include "script/text_of.h"

namespace cadran::script {

namespace {

// The names in braces; none where the braces do not pair or hold something else than a name.
std::optional<std::vector<std::string>> names_in_braces(std::string_view text) {
    std::vector<std::string> names;
    while (true) {
        const auto brace = text.find_first_of("{}");
        if (brace == std::string_view::npos) return names;
        const auto end = text.find_first_of("{}", brace + 1);
        if (text[brace] == '}' || end == std::string_view::npos || text[end] == '{') return {};
        names.emplace_back(text.substr(brace + 1, end - brace - 1));
        text.remove_prefix(end + 1);
    }
}

void check_places(const TableReader& reader, const std::string& path, std::string_view text,
                  const DeclaredPopulation& declared) {
    const auto names = names_in_braces(text);
    if (!names) return reader.fault(path, {"script.unpaired_braces"}, Message{"script.braces_are"});
    if (!declared.names_are_known) return;
    std::vector<std::string> known = declared.from->schema->names();
    for (const model::Parameter& parameter : declared.parameters) known.push_back(parameter.name);
    if (declared.query) {
        for (std::string& aggregate : declared.query->aggregates()) known.push_back(std::move(aggregate));
        for (std::string& name : declared.query->further_names()) known.push_back(std::move(name));
    }
    for (const std::string& name : *names) {
        if (reader.has_enough_faults()) return;
        if (std::ranges::find(known, name) != known.end()) continue;
        reader.fault(path,
                     {"script.unknown_place", {{"name", shown_text(name)}, {"record", declared.from->name}}},
                     nearest(name, known).value_or(Message{"script.braces_are"}));
    }
}

// A text that may name fields and parameters in braces.
void check_message(const TableReader& reader, const std::string& path, const LocalText& text,
                   const DeclaredPopulation& declared) {
    check_places(reader, path + ".fr", text.fr, declared);
    check_places(reader, path + ".en", text.en, declared);
}

std::map<std::string, LocalText> read_messages(const TableReader& reader,
                                               const DeclaredPopulation& declared) {
    std::map<std::string, LocalText> messages = read_texts(reader, "messages");
    for (const auto& [id, text] : messages)
        check_message(reader, reader.path("messages") + "." + id, text, declared);
    return messages;
}

std::vector<model::VerificationPoint> read_points(const TableReader& reader) {
    std::vector<model::VerificationPoint> points;
    for (DeclaredEntry& entry : read_entries(reader, "verify")) points.push_back({entry.id, entry.text});
    return points;
}

std::optional<std::int64_t> read_minutes(const TableReader& reader) {
    constexpr std::int64_t working_day = 480;
    if (!reader.has("minutes")) return {};
    const auto minutes = reader.integer("minutes");
    if (minutes && (*minutes < 1 || *minutes > working_day)) {
        reader.fault(reader.path("minutes"), {"script.not_minutes", {{"value", *minutes}}},
                     Message{"script.minutes_are", {{"greatest", working_day}}});
    }
    return minutes;
}

// A payment that is held, or a file to be looked at, tells those who pay and check that something is
// suspected.
std::optional<model::Role> read_confidant(const TableReader& reader, model::Effect effect) {
    if (!reader.has("visible_to")) return {};
    if (effect != model::Effect::flag)
        reader.fault(reader.path("visible_to"), {"script.effect_betrays"}, Message{"script.only_flag_it"});
    return read_word<model::Role>(reader, "visible_to", model::confidants, &model::role_name);
}

Place place_of(const Declaration& declaration) {
    return {declaration.file, declaration.data.line, 0};
}

}  // namespace

std::optional<ControlDeclaration> read_control(const Declaration& declaration, const std::string& plugin,
                                               const KnownRecords& records, Diagnostics& faults) {
    using model::Effect;
    static constexpr std::array effects{Effect::hold, Effect::check, Effect::flag};
    const std::size_t faults_before = faults.size();
    const TableReader reader(declaration, declaration.data, "", shape("Control"), faults);
    DeclaredPopulation declared = read_population(reader, records, faults);
    model::Control control;
    check_id(reader, "", declaration.data.name);
    control.id = plugin + "/" + declaration.data.name;
    control.title = reader.local_text("title");
    control.effect = read_word<Effect>(reader, "effect", effects, &model::effect_name);
    control.severity =
        read_word<model::Severity>(reader, "severity", model::all_severities, &model::severity_name);
    control.message = reader.local_text("message");
    check_message(reader, "message", control.message, declared);
    control.verify = read_points(reader);
    control.due = read_due(reader, "due");
    control.minutes = read_minutes(reader);
    control.visible_to = read_confidant(reader, control.effect);
    control.has_judge = reader.function("judge");
    if (!reader.has("where") && !reader.has("judge") && !reader.has("having") && !reader.has("sample")) {
        reader.fault("", {"script.selects_everything"}, Message{"script.write_where_or_judge"});
    }
    auto messages = read_messages(reader, declared);
    if (faults.size() > faults_before || !declared.query) return {};
    control.population = std::move(declared.population);
    control.parameters = std::move(declared.parameters);
    return ControlDeclaration{
        std::move(control), std::move(messages), std::move(*declared.query), {}, place_of(declaration)};
}

std::optional<MeasureDeclaration> read_measure(const Declaration& declaration, const std::string& plugin,
                                               const KnownRecords& records, Diagnostics& faults) {
    const std::size_t faults_before = faults.size();
    const TableReader reader(declaration, declaration.data, "", shape("Indicator"), faults);
    DeclaredPopulation declared = read_population(reader, records, faults);
    model::Measure measure;
    check_id(reader, "", declaration.data.name);
    measure.id = plugin + "/" + declaration.data.name;
    measure.title = reader.local_text("title");
    measure.meets = reader.text("meets");
    auto meets = read_condition(reader, "meets", measure.meets, declared, faults);
    if (faults.size() > faults_before || !declared.query || !meets) return {};
    measure.population = std::move(declared.population);
    measure.parameters = std::move(declared.parameters);
    return MeasureDeclaration{
        std::move(measure), std::move(*declared.query), std::move(*meets), {}, place_of(declaration)};
}

}  // namespace cadran::script
