// SPDX-License-Identifier: Apache-2.0
// The parts of aggregates that are stored as JSON, both ways.
#include <charconv>

#include "base/text.h"
#include "store/json_parts.h"
#include "store/state.h"

namespace cadran::store {

void damaged(const std::string& text) {
    throw Fault(Fault::Kind::damaged, "unreadable in the store: " + text);
}

Json parsed(const std::string& text) {
    Result<Json> json = Json::parse(text);
    if (!json) damaged(text);
    return *json;
}

Digest digest_from(const Json& json) {
    const auto digest = Digest::from_hex(json.string());
    if (!digest) damaged(json.string());
    return *digest;
}

namespace {

// A scalar as its type's name and its text, so that it comes back as what it was.
Json scalar_json(const column::Scalar& value) {
    struct Writer {
        Json operator()(column::Missing) const { return {}; }
        Json operator()(bool flag) const { return flag; }
        Json operator()(std::int64_t integer) const { return integer; }
        Json operator()(const Decimal& decimal) const {
            return Json::Object{{"decimal", plain_text(decimal)}};
        }
        Json operator()(const Duration& duration) const {
            return Json::Object{{"duration", plain_text(duration)}};
        }
        Json operator()(const Money& money) const {
            return Json::Object{{"cents", money.cents}, {"currency", money.currency.code}};
        }
        Json operator()(Date date) const { return Json::Object{{"date", iso_text(date)}}; }
        Json operator()(Instant instant) const { return Json::Object{{"time", iso_text(instant)}}; }
        Json operator()(const std::string& text) const { return text; }
        Json operator()(const column::List& list) const {
            Json::Array items;
            for (const std::string& item : list) items.emplace_back(item);
            return Json::Object{{"list", std::move(items)}};
        }
        Json operator()(column::Secret secret) const {
            return Json::Object{{"secret", fmt::format("{:016x}", secret.hash)}};
        }
    };
    return std::visit(Writer{}, value);
}

column::Secret secret_from(const std::string& hex) {
    column::Secret secret;
    const auto [end, fault] = std::from_chars(hex.data(), hex.data() + hex.size(), secret.hash, 16);
    if (fault != std::errc{} || end != hex.data() + hex.size()) damaged(hex);
    return secret;
}

column::Scalar scalar_of_object(const Json& json) {
    if (json.object().empty()) damaged(json.canonical_text());
    const auto& [name, value] = *json.object().begin();
    if (name == "cents") {
        Money money{value.integer(), {}};
        const std::string& code = json.at("currency").string();
        if (code.size() != 3) damaged(code);
        code.copy(money.currency.code, 3);
        return money;
    }
    if (name == "date") return parse_date(value.string()).value();
    if (name == "list") {
        column::List list;
        for (const Json& item : value.array()) list.push_back(item.string());
        return list;
    }
    if (name == "decimal") return Decimal::parse(value.string()).value();
    if (name == "duration") return parse_duration(value.string()).value();
    if (name == "time") return parse_instant(value.string()).value();
    if (name == "secret") return secret_from(value.string());
    damaged(json.canonical_text());
}

column::Scalar scalar_from(const Json& json) {
    if (json.is_null()) return column::Missing{};
    return json.visit_scalar([](bool flag) -> column::Scalar { return flag; },
                             [](std::int64_t integer) -> column::Scalar { return integer; },
                             [](const std::string& text) -> column::Scalar { return text; },
                             [](const Json& object) { return scalar_of_object(object); });
}

// Reads each element of a stored array; anything unexpected in it is damage.
template <typename Element, typename Read>
std::vector<Element> elements(const std::string& text, Read read) {
    return stored(text, [&](const Json& json) -> std::vector<Element> { return array_from(json, read); });
}

Json version_json(const model::ControlVersion& version) {
    return Json::Object{{"hash", version.hash.hex()}, {"id", version.id}, {"version", version.version}};
}

model::ControlVersion version_from(const Json& json) {
    return {json.at("id").string(), static_cast<int>(json.at("version").integer()),
            digest_from(json.at("hash"))};
}

Json sample_json(const model::ControlResult& result) {
    return Json::Object{{"seed", result.seed}, {"strata", array_json(result.strata, stratum_json)}};
}

Json result_json(const model::ControlResult& result) {
    Json::Object parameters;
    for (const auto& [name, value] : result.parameters) parameters[name] = value;
    Json::Object json{
        {"control", version_json(result.control)},
        {"errors", result.errors},
        {"failed", result.failed},
        {"fresh", result.fresh},
        {"not_applicable", result.not_applicable},
        {"not_checked", result.not_checked},
        {"parameters", parameters},
        {"passed", result.passed},
        {"population", result.population},
        {"selected", result.selected},
    };
    // What is written without a sample stays as it was before there were samples.
    if (!result.seed.empty()) json["sample"] = sample_json(result);
    return json;
}

void read_sample(const Json& sample, model::ControlResult& result) {
    result.seed = sample.at("seed").string();
    result.strata = array_from(sample.at("strata"), stratum_from);
}

model::ControlResult result_from(const Json& json) {
    model::ControlResult result;
    result.control = version_from(json.at("control"));
    for (const auto& [name, value] : json.at("parameters").object())
        result.parameters.emplace_back(name, value.string());
    result.population = json.at("population").integer();
    result.selected = json.at("selected").integer();
    result.passed = json.at("passed").integer();
    result.failed = json.at("failed").integer();
    result.errors = json.at("errors").integer();
    result.not_applicable = json.at("not_applicable").integer();
    result.not_checked = json.at("not_checked").integer();
    result.fresh = json.at("fresh").integer();
    const auto sample = json.object().find("sample");
    if (sample != json.object().end()) read_sample(sample->second, result);
    return result;
}

}  // namespace

Json pack_file_json(const model::PackFile& file) {
    return Json::Object{{"name", file.name}, {"sha256", file.digest.hex()}};
}

Json stratum_json(const model::Stratum& stratum) {
    return Json::Object{{"keys", stratum.keys}, {"population", stratum.population}, {"size", stratum.size}};
}

model::Stratum stratum_from(const Json& json) {
    return {json.at("keys").string(), json.at("population").integer(), json.at("size").integer()};
}

model::PackFile pack_file_from(const Json& json) {
    return {json.at("name").string(), digest_from(json.at("sha256"))};
}

Json mark_json(const model::Mark& mark) {
    return Json::Object{{"at", iso_text(mark.at)}, {"by", mark.by}};
}

model::Mark mark_from(const Json& json) {
    return {json.at("by").string(), parse_instant(json.at("at").string()).value()};
}

Json to_json(const std::vector<model::Evidence>& evidence) {
    return array_json(evidence, [](const model::Evidence& e) {
        Json::Object json{{"field", e.field}, {"value", scalar_json(e.value)}};
        if (!e.record.empty()) json["record"] = e.record;
        return json;
    });
}

Json to_json(const std::vector<model::PointVerdict>& points) {
    return array_json(points, [](const model::PointVerdict& p) {
        return Json::Object{{"conforming", p.conforming}, {"point", p.point}};
    });
}

Json to_json(const std::vector<model::Subject>& subjects) {
    return array_json(subjects, [](const model::Subject& s) {
        return Json::Object{{"key", s.key}, {"type", s.type}};
    });
}

Json to_json(const std::vector<model::ControlVersion>& versions) {
    return array_json(versions, version_json);
}
Json to_json(const std::vector<model::ControlResult>& results) {
    return array_json(results, result_json);
}

Json to_json(const std::vector<model::PackFile>& files) {
    return array_json(files, pack_file_json);
}

Json to_json(const std::vector<model::InputAnswer>& answers) {
    return array_json(answers, [](const model::InputAnswer& one) {
        return Json::Object{{"document", one.document ? pack_file_json(*one.document) : Json()},
                            {"input", model::review_input_name(one.input)},
                            {"kind", model::answer_kind_name(one.kind)},
                            {"mark", mark_json(one.mark)},
                            {"text", one.text}};
    });
}

Json to_json(const std::vector<model::ReviewOutput>& outputs) {
    return array_json(outputs, [](const model::ReviewOutput& one) {
        return Json::Object{{"action", one.action},
                            {"due", one.due ? Json(iso_text(*one.due)) : Json()},
                            {"kind", model::output_kind_name(one.kind)},
                            {"mark", mark_json(one.mark)},
                            {"none", one.none},
                            {"owner", one.owner},
                            {"process", one.process},
                            {"text", one.text}};
    });
}

Json to_json(const std::vector<std::string>& texts) {
    return array_json(texts, [](const std::string& text) { return Json(text); });
}

Json to_json(const std::vector<std::int64_t>& numbers) {
    return array_json(numbers, [](std::int64_t number) { return Json(number); });
}

std::vector<model::Evidence> evidence_from(const std::string& text) {
    return elements<model::Evidence>(text, [](const Json& json) {
        const auto record = json.object().find("record");
        return model::Evidence{json.at("field").string(), scalar_from(json.at("value")),
                               record == json.object().end() ? "" : record->second.string()};
    });
}

std::vector<model::PointVerdict> points_from(const std::string& text) {
    return elements<model::PointVerdict>(text, [](const Json& json) {
        return model::PointVerdict{json.at("point").string(), json.at("conforming").boolean()};
    });
}

std::vector<model::Subject> subjects_from(const std::string& text) {
    return elements<model::Subject>(text, [](const Json& json) {
        return model::Subject{json.at("type").string(), json.at("key").string()};
    });
}

std::vector<model::ControlVersion> versions_from(const std::string& text) {
    return elements<model::ControlVersion>(text, version_from);
}

std::vector<model::ControlResult> results_from(const std::string& text) {
    return elements<model::ControlResult>(text, result_from);
}

std::vector<model::PackFile> pack_from(const std::string& text) {
    return elements<model::PackFile>(text, pack_file_from);
}

std::vector<model::InputAnswer> answers_from(const std::string& text) {
    return elements<model::InputAnswer>(text, [](const Json& json) {
        const Json& document = json.at("document");
        return model::InputAnswer{model::parse_review_input(json.at("input").string()).value(),
                                  model::parse_answer_kind(json.at("kind").string()).value(),
                                  json.at("text").string(),
                                  document.is_null() ? std::nullopt : std::optional(pack_file_from(document)),
                                  mark_from(json.at("mark"))};
    });
}

std::vector<model::ReviewOutput> outputs_from(const std::string& text) {
    return elements<model::ReviewOutput>(text, [](const Json& json) {
        const Json& due = json.at("due");
        return model::ReviewOutput{model::parse_output_kind(json.at("kind").string()).value(),
                                   json.at("none").boolean(),
                                   json.at("text").string(),
                                   json.at("process").string(),
                                   json.at("owner").string(),
                                   due.is_null() ? std::nullopt : parse_date(due.string()),
                                   json.at("action").integer(),
                                   mark_from(json.at("mark"))};
    });
}

std::vector<std::string> texts_from(const std::string& text) {
    return elements<std::string>(text, [](const Json& json) { return json.string(); });
}

std::vector<std::int64_t> numbers_from(const std::string& text) {
    return elements<std::int64_t>(text, [](const Json& json) { return json.integer(); });
}

calendar::Period period_from(const std::string& text) {
    const auto period = calendar::Period::parse(text);
    if (!period) damaged(text);
    return *period;
}

}  // namespace cadran::store
