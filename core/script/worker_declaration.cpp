// SPDX-License-Identifier: Apache-2.0
#include "script/worker_declaration.h"

#include <algorithm>
#include <stdexcept>
#include <variant>

#include "script/shape.h"
#include "script/text_of.h"
#include "script/wire.h"
#include "script/worker_answer.h"
#include "script/worker_fault.h"

namespace cadran::script {

namespace {

constexpr std::string_view data_kinds[] = {"boolean", "integer",  "number", "text",
                                           "table",   "function", "other"};

Json json_of_data(const Data& data) {
    Json::Object json{{"kind", data_kinds[static_cast<std::size_t>(data.kind)]}};
    switch (data.kind) {
        case Data::Kind::boolean: json.emplace("value", data.boolean); break;
        case Data::Kind::integer: json.emplace("value", data.integer); break;
        case Data::Kind::number:
        case Data::Kind::text: json.emplace("value", json_of(column::Scalar(data.text))); break;
        case Data::Kind::table: {
            Json::Array items, members;
            for (const Data& item : data.items) items.push_back(json_of_data(item));
            for (const Member& member : data.members)
                members.push_back(Json::Array{member.name, json_of_data(member.value)});
            json.emplace("construct", data.construct);
            json.emplace("name", data.name);
            json.emplace("line", data.line);
            json.emplace("items", std::move(items));
            json.emplace("members", std::move(members));
            break;
        }
        default: break;
    }
    return json;
}

// `12`, `-0.5`, `inf`: as run_to_declare writes numbers.
bool is_number_text(const std::string& text) {
    constexpr std::size_t longest = 400;
    return !text.empty() && text.size() <= longest &&
           text.find_first_not_of("-.0123456789infa") == std::string::npos;
}

class DataReader {
  public:
    explicit DataReader(const FaultReader& faults) : faults_(faults) {}

    Data data(const Json& json, int depth) const {
        constexpr int greatest_depth = 8;  // as a file may nest
        expect_honest(depth <= greatest_depth);
        const auto kind = std::ranges::find(data_kinds, json.at("kind").string());
        expect_honest(kind != std::end(data_kinds));
        Data data;
        data.kind = static_cast<Data::Kind>(kind - std::begin(data_kinds));
        switch (data.kind) {
            case Data::Kind::boolean: data.boolean = json.at("value").boolean(); break;
            case Data::Kind::integer: data.integer = json.at("value").integer(); break;
            case Data::Kind::number:
                data.text = json.at("value").string();
                expect_honest(is_number_text(data.text));
                break;
            case Data::Kind::text: data.text = std::get<std::string>(scalar_of(json.at("value"))); break;
            case Data::Kind::table: read_table(json, depth, data); break;
            default: break;
        }
        return data;
    }

  private:
    void read_table(const Json& json, int depth, Data& data) const {
        data.construct = json.at("construct").string();
        expect_honest(data.construct.empty() ||
                      std::ranges::find(declaring_functions, data.construct) != declaring_functions.end());
        data.name = shown_text(json.at("name").string());
        data.line = static_cast<int>(number_between(json.at("line"), 0, faults_.last_line()));
        for (const Json& item : json.at("items").array()) data.items.push_back(this->data(item, depth + 1));
        for (const Json& member : json.at("members").array()) {
            const std::string& name = member.array().at(0).string();
            expect_honest(name == shown_text(name));
            expect_honest(data.members.empty() || data.members.back().name < name);
            data.members.push_back({name, this->data(member.array().at(1), depth + 1)});
        }
    }

    const FaultReader& faults_;
};

Declaring honest_declaring(const Json& answer, const std::string& file, std::string_view source) {
    const FaultReader faults(file, source, {});
    Declaring declaring{.fault = faults.fault(answer.at("fault")),
                        .fuel = number_between(answer.at("fuel"), 0, greatest_fuel)};
    if (declaring.fault) {
        if (declaring.fault->place.line == 0) declaring.fault->place = {file, 0, 0};
        return declaring;
    }
    declaring.data = DataReader(faults).data(answer.at("data"), 0);
    expect_honest(declaring.data.kind == Data::Kind::table && !declaring.data.construct.empty());
    return declaring;
}

}  // namespace

Json json_of(const Declaring& declaring) {
    Json data;
    if (!declaring.fault) data = json_of_data(declaring.data);
    return Json::Object{
        {"data", std::move(data)}, {"fault", json_of(declaring.fault)}, {"fuel", declaring.fuel}};
}

std::optional<Declaring> declaring_of(const Json& answer, const std::string& file, std::string_view source) {
    try {
        return honest_declaring(answer, file, source);
    } catch (const std::bad_variant_access&) {
    } catch (const std::logic_error&) {
    }
    return {};
}

}  // namespace cadran::script
