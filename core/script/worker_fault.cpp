// SPDX-License-Identifier: Apache-2.0
#include "script/worker_fault.h"

#include <algorithm>
#include <stdexcept>

#include "base/text.h"
#include "script/text_of.h"

namespace cadran::script {

namespace {

constexpr FaultMessage known_messages[] = {
    {"script.bad_format", "letter"},
    {"script.bad_pattern", "#position pattern"},
    {"script.bad_replacement", "text"},
    {"script.block_too_large", "#limit"},
    {"script.compare_with_parameter", ""},
    {"script.compared_unlike", "left right"},
    {"script.declare_the_message", "value"},
    {"script.declare_the_strongest", ""},
    {"script.declared_without_table", "function"},
    {"script.did_you_mean", "name"},
    {"script.do_less", ""},
    {"script.fail_is_written", ""},
    {"script.fail_takes_a_table", ""},
    {"script.field_written", "kind name"},
    {"script.formats_are", ""},
    {"script.key_without_name", "key"},
    {"script.keys_without_order", "type"},
    {"script.known_fields", "names"},
    {"script.known_words", "words"},
    {"script.levels_are", ""},
    {"script.look_at_the_values", ""},
    {"script.metamethod_not_a_function", "name"},
    {"script.metamethod_refused", "name"},
    {"script.name_written", "name"},
    {"script.nested_too_deep", "#limit"},
    {"script.no_declaration", ""},
    {"script.no_level", "type"},
    {"script.no_verdict", ""},
    {"script.not_a_plain_table", ""},
    {"script.not_a_verdict", "type"},
    {"script.not_concatenable", "#index type"},
    {"script.out_of_fuel", "#limit"},
    {"script.out_of_memory", "#limit"},
    {"script.out_of_time", "#limit"},
    {"script.protected_metatable", ""},
    {"script.raise_a_text", ""},
    {"script.raised", "text"},
    {"script.raised_without_text", ""},
    {"script.return_a_declaration", ""},
    {"script.stronger_effect", "effect"},
    {"script.syntax", "text"},
    {"script.unknown_field", "kind name"},
    {"script.unknown_key", "key"},
    {"script.unknown_name", "name"},
    {"script.unknown_word", "key value"},
    {"script.use_local", ""},
    {"script.verdicts_are", ""},
};

Json message_json(const Message& message) {
    Json::Array values{message.id};
    for (const auto& [name, argument] : message.arguments) {
        if (const auto* number = std::get_if<std::int64_t>(&argument))
            values.push_back(*number);
        else
            values.push_back(std::get<std::string>(argument));
    }
    return values;
}

}  // namespace

std::span<const FaultMessage> fault_messages() {
    return known_messages;
}

Json json_of(const std::optional<Diagnostic>& fault) {
    if (!fault) return {};
    Json hint;
    if (fault->hint) hint = message_json(*fault->hint);
    return Json::Object{
        {"line", fault->place.line}, {"what", message_json(fault->what)}, {"hint", std::move(hint)}};
}

void expect_honest(bool holds) {
    if (!holds) throw std::invalid_argument("not what a worker answers");
}

std::int64_t number_between(const Json& json, std::int64_t least, std::int64_t most) {
    const std::int64_t number = json.integer();
    expect_honest(number >= least && number <= most);
    return number;
}

FaultReader::FaultReader(std::string file, std::string_view source, std::vector<std::string> lists)
    : file_(std::move(file)), lists_(std::move(lists)), last_line_(std::ranges::count(source, '\n') + 1) {}

std::optional<Diagnostic> FaultReader::fault(const Json& json) const {
    if (json.is_null()) return {};
    Diagnostic fault;
    if (const auto line = number_between(json.at("line"), 0, last_line_); line > 0)
        fault.place = {file_, static_cast<int>(line), 0};
    fault.what = message(json.at("what"));
    if (!json.at("hint").is_null()) fault.hint = message(json.at("hint"));
    return fault;
}

Message FaultReader::message(const Json& json) const {
    const Json::Array& parts = json.array();
    const std::string& id = parts.at(0).string();
    const auto known = std::ranges::find(known_messages, id, &FaultMessage::id);
    expect_honest(known != std::end(known_messages));
    std::vector<std::string_view> names;
    if (!known->arguments.empty()) names = split(known->arguments, ' ');
    expect_honest(parts.size() == names.size() + 1);
    Message message{id};
    for (std::size_t i = 0; i < names.size(); ++i) {
        const bool is_number = names[i].starts_with('#');
        const std::string name(names[i].substr(is_number ? 1 : 0));
        if (is_number)
            message.arguments.emplace_back(name, parts[i + 1].integer());
        else
            message.arguments.emplace_back(name, text(name, parts[i + 1].string()));
    }
    return message;
}

// A list of names is one of those that this process knows itself, however long they are.
std::string FaultReader::text(std::string_view argument, const std::string& said) const {
    if (argument != "names" && argument != "words") return shown_text(said);
    expect_honest(std::ranges::find(lists_, said) != lists_.end());
    return said;
}

}  // namespace cadran::script
