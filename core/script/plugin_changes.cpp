// SPDX-License-Identifier: Apache-2.0
#include "script/plugin_changes.h"

#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "script/code_tokens.h"

namespace cadran::script {

namespace {

using model::Change;
using model::ChangeList;

class PluginChanges {
  public:
    explicit PluginChanges(const Catalogue& catalogue) : list_(catalogue) {}

    void compare(const Plugin& before, const Plugin& after) {
        list_.value("version", part("script.plugin_version"), before.version, after.version);
        list_.text("title", part("script.title"), before.title, after.title);
        list_.keyed("records", part("script.record_types"), before.records, after.records,
                    &model::RecordType::name, &model::RecordType::name,
                    [&](const auto& path, const auto& a, const auto& b) { compare_records(path, a, b); });
        list_.keyed(
            "controls", part("script.controls"), before.controls, after.controls,
            [](const ControlDeclaration& one) { return one.control.id; },
            [](const ControlDeclaration& one) { return one.control.id; },
            [&](const auto& path, const auto& a, const auto& b) { compare_control(path, a, b); });
        list_.keyed(
            "indicators", part("script.measures"), before.measures, after.measures,
            [](const MeasureDeclaration& one) { return one.measure.id; },
            [](const MeasureDeclaration& one) { return one.measure.id; },
            [&](const auto& path, const auto& a, const auto& b) {
                compare_measure(path, a.measure, b.measure);
            });
        list_.keyed(
            "checklists", part("script.checklists"), before.checklists, after.checklists,
            [](const ChecklistDeclaration& one) { return one.checklist.id; },
            [](const ChecklistDeclaration& one) { return one.checklist.id; },
            [&](const auto& path, const auto& a, const auto& b) {
                compare_checklist(path, a.checklist, b.checklist);
            });
    }

    // Files that came, went, or whose code is another; a comment is no code.
    void compare_code(const PluginFiles& before, const PluginFiles& after) {
        std::set<std::string> paths;
        for (const PluginFiles* files : {&before, &after}) {
            for (const auto& file : *files) paths.insert(file.first);
        }
        for (const std::string& path : paths) {
            const auto old = before.find(path);
            const auto young = after.find(path);
            if (old == before.end())
                list_.add(path, {"script.file_added", {{"file", path}}});
            else if (young == after.end())
                list_.add(path, {"script.file_removed", {{"file", path}}});
            else if (const auto line = first_difference(old->second, young->second))
                list_.add(path, {"script.file_changed", {{"file", path}, {"line", *line}}});
        }
    }

    std::vector<Change> take() { return list_.take(); }

  private:
    std::string part(const char* id) const { return list_.catalogue().text(Message{id}); }
    std::string said(const LocalText& text) const { return list_.catalogue().text(text); }

    std::string of(const char* id, const std::string& whole) const {
        return list_.catalogue().text(Message{"script.part_of", {{"part", part(id)}, {"whole", whole}}});
    }

    // The line of `after` from which its code is another.
    static std::optional<std::int64_t> first_difference(std::string_view before, std::string_view after) {
        if (before == after) return {};
        const auto old = code_tokens(before), young = code_tokens(after);
        const auto [end, other] = std::ranges::mismatch(old, young, {}, &CodeToken::text, &CodeToken::text);
        if (other != young.end()) return other->line;
        if (end == old.end()) return {};
        return young.empty() ? 1 : young.back().line;
    }

    void compare_records(const std::string& path, const model::RecordType& a, const model::RecordType& b) {
        list_.text(path + "/title", of("script.title", b.name), a.title, b.title);
        const std::vector<column::Field> before(a.schema->fields().begin(), a.schema->fields().end());
        const std::vector<column::Field> after(b.schema->fields().begin(), b.schema->fields().end());
        list_.keyed(path + "/field", of("script.fields", b.name), before, after, &column::Field::name,
                    &column::Field::name, [&](const auto& place, const auto& old, const auto& young) {
                        const std::string name = b.name + "." + young.name;
                        list_.value(place + "/type", of("script.type", name),
                                    std::string(column::type_name(old.type)),
                                    std::string(column::type_name(young.type)));
                        list_.value(place + "/required", of("script.required", name), yes(old.required),
                                    yes(young.required));
                        list_.text(place + "/title", of("script.title", name), old.title, young.title);
                        list_.value(place + "/currency", of("script.currency", name), old.currency.code,
                                    young.currency.code);
                        list_.keyed(place + "/code", of("script.codes", name), old.codes, young.codes,
                                    &column::Code::name, &column::Code::name,
                                    [&](const auto& code, const auto& a_code, const auto& b_code) {
                                        list_.text(code, of("script.codes", name), a_code.title,
                                                   b_code.title);
                                    });
                    });
        list_.value(path + "/key", of("script.key", b.name), a.schema->field(a.key).name,
                    b.schema->field(b.key).name);
        list_.value(path + "/event-date", of("script.event_date", b.name), a.schema->field(a.event_date).name,
                    b.schema->field(b.event_date).name);
        list_.value(path + "/handler", of("script.handler", b.name), handler(a), handler(b));
        list_.value(path + "/retention", of("script.retention", b.name), retention(a), retention(b));
    }

    std::string yes(bool value) const { return part(value ? "script.yes" : "script.no"); }

    static std::string handler(const model::RecordType& type) {
        return type.handler ? type.schema->field(*type.handler).name : "";
    }

    std::string retention(const model::RecordType& type) const {
        return type.retention ? said(model::text_of(*type.retention)) : "";
    }

    std::string confidant(const model::Control& control) const {
        return control.visible_to ? said(model::role_title(*control.visible_to)) : "";
    }

    void compare_control(const std::string& path, const ControlDeclaration& before,
                         const ControlDeclaration& after) {
        const model::Control& a = before.control;
        const model::Control& b = after.control;
        list_.text(path + "/title", of("script.title", b.id), a.title, b.title);
        compare_population(path, b.id, a.population, b.population);
        compare_parameters(path, b.id, a.parameters, b.parameters);
        list_.value(path + "/visible-to", of("script.visible_to", b.id), confidant(a), confidant(b));
        list_.value(path + "/effect", of("script.effect", b.id), said(model::effect_title(a.effect)),
                    said(model::effect_title(b.effect)));
        list_.value(path + "/severity", of("script.severity", b.id), said(model::severity_title(a.severity)),
                    said(model::severity_title(b.severity)));
        list_.text(path + "/message", of("script.message", b.id), a.message, b.message);
        compare_messages(path + "/messages", b.id, before.messages, after.messages);
        list_.value(path + "/judge", of("script.judge", b.id), yes(a.has_judge), yes(b.has_judge));
        list_.keyed(
            path + "/verify", of("script.verification_points", b.id), a.verify, b.verify,
            &model::VerificationPoint::id,
            [&](const model::VerificationPoint& point) { return said(point.text); },
            [&](const auto& place, const auto& old, const auto& young) {
                list_.text(place, of("script.verification_points", b.id), old.text, young.text);
            });
    }

    // Those that the judge chooses from.
    void compare_messages(const std::string& path, const std::string& whole,
                          const std::map<std::string, LocalText>& before,
                          const std::map<std::string, LocalText>& after) {
        using Entry = std::pair<std::string, LocalText>;
        const std::vector<Entry> old(before.begin(), before.end()), young(after.begin(), after.end());
        list_.keyed(path, of("script.messages", whole), old, young, &Entry::first, &Entry::first,
                    [&](const auto& place, const auto& a, const auto& b) {
                        list_.text(place, of("script.messages", whole), a.second, b.second);
                    });
    }

    void compare_measure(const std::string& path, const model::Measure& a, const model::Measure& b) {
        list_.text(path + "/title", of("script.title", b.id), a.title, b.title);
        compare_population(path, b.id, a.population, b.population);
        list_.value(path + "/meets", of("script.meets", b.id), a.meets, b.meets);
        compare_parameters(path, b.id, a.parameters, b.parameters);
    }

    // What its judge proposes stands in the code.
    void compare_checklist(const std::string& path, const model::Checklist& a, const model::Checklist& b) {
        list_.text(path + "/title", of("script.title", b.id), a.title, b.title);
        list_.keyed(
            path + "/item", of("script.items", b.id), a.items, b.items, &model::ChecklistItem::id,
            [&](const model::ChecklistItem& item) { return said(item.title); },
            [&](const auto& place, const auto& old, const auto& young) {
                const std::string name = fmt::format("{} ({})", young.id, b.id);
                list_.text(place + "/title", of("script.title", name), old.title, young.title);
                list_.text(place + "/guidance", of("script.guidance", name), old.guidance, young.guidance);
                list_.text(place + "/rule", of("script.rule", name), old.rule, young.rule);
                list_.value(place + "/clause", of("script.clause", name), old.clause, young.clause);
                list_.value(place + "/weight", of("script.weight", name), std::to_string(old.weight),
                            std::to_string(young.weight));
                list_.value(place + "/when", of("script.when", name), old.when, young.when);
            });
    }

    // As it is declared; empty without a sample.
    static std::string sample_text(const model::Population& population) {
        std::string text;
        if (population.sample_rate) text = fmt::format("rate = {}", plain_text(*population.sample_rate));
        if (population.sample_size) text = fmt::format("size = {}", *population.sample_size);
        return population.sample_by.empty() ? text : fmt::format("{}, by = {}", text, population.sample_by);
    }

    void compare_population(const std::string& path, const std::string& whole, const model::Population& a,
                            const model::Population& b) {
        list_.value(path + "/from", of("script.from", whole), a.from, b.from);
        list_.keyed(path + "/join", of("script.joins", whole), a.joins, b.joins, &model::Join::alias,
                    &model::Join::alias, [&](const auto& place, const auto& old, const auto& young) {
                        list_.value(place, of("script.joins", whole), old.text, young.text);
                    });
        list_.value(path + "/where", of("script.where", whole), a.where, b.where);
        list_.value(path + "/group", of("script.group", whole), a.group, b.group);
        list_.keyed(path + "/window", of("script.windows", whole), a.windows, b.windows, &model::Join::alias,
                    &model::Join::alias, [&](const auto& place, const auto& old, const auto& young) {
                        list_.value(place, of("script.windows", whole), old.text, young.text);
                    });
        list_.value(path + "/having", of("script.having", whole), a.having, b.having);
        list_.value(path + "/history", of("script.history", whole), a.history, b.history);
        list_.value(path + "/sample", of("script.sample", whole), sample_text(a), sample_text(b));
    }

    void compare_parameters(const std::string& path, const std::string& whole,
                            const std::vector<model::Parameter>& before,
                            const std::vector<model::Parameter>& after) {
        list_.keyed(
            path + "/parameter", of("script.parameters", whole), before, after, &model::Parameter::name,
            &model::Parameter::name, [&](const auto& place, const auto& a, const auto& b) {
                const std::string name = fmt::format("{} ({})", b.name, whole);
                list_.value(place + "/type", of("script.type", name), std::string(column::type_name(a.type)),
                            std::string(column::type_name(b.type)));
                list_.value(place + "/default", of("script.default", name), value(a.default_value),
                            value(b.default_value));
                list_.value(place + "/minimum", of("script.minimum", name), value(a.minimum),
                            value(b.minimum));
                list_.value(place + "/maximum", of("script.maximum", name), value(a.maximum),
                            value(b.maximum));
                list_.text(place + "/help", of("script.help", name), a.help, b.help);
            });
    }

    // As the language writes it.
    std::string value(const column::Scalar& scalar) const {
        if (column::is_missing(scalar)) return {};
        return list_.catalogue().fill("{value}", {{"value", column::argument(scalar)}});
    }

    ChangeList list_;
};

}  // namespace

std::vector<Change> changes(const Plugin& before, const PluginFiles& files_before, const Plugin& after,
                            const PluginFiles& files_after, const Catalogue& catalogue) {
    PluginChanges changes(catalogue);
    changes.compare(before, after);
    changes.compare_code(files_before, files_after);
    return changes.take();
}

}  // namespace cadran::script
