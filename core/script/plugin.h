// SPDX-License-Identifier: Apache-2.0
// A plugin: what its files declare, known before any of its judges runs.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "expression/condition.h"
#include "expression/query.h"
#include "model/checklist.h"
#include "model/control.h"
#include "model/record_type.h"
#include "script/limits.h"
#include "script/property.h"
#include "script/spec.h"

namespace cadran::script {

class Worker;

using PluginFiles = std::map<std::string, std::string>;  // path inside the plugin's folder → bytes

struct ControlDeclaration {
    model::Control control;
    std::map<std::string, LocalText>
        messages;  // that the judge may choose instead of the control's own, by id
    expression::Query query;
    std::string path;  // in the plugin
    Place place;
};

struct MeasureDeclaration {
    model::Measure measure;
    expression::Query query;
    expression::Condition meets;
    std::string path;
    Place place;
};

struct ChecklistDeclaration {
    model::Checklist checklist;
    expression::Query query;                       // of no clause: its names are the facts and the items
    std::shared_ptr<const column::Schema> schema;  // the facts, then each item by what was found of it
    std::map<std::string, expression::Condition> conditions;  // by item, of those that do not always apply
    std::map<std::string, expression::Query> samples;         // by the sample's id
    bool has_judge = false;
    std::string path;
    Place place;
};

struct Plugin {
    std::string id;  // `claims`
    std::string version;
    LocalText title;
    std::vector<model::RecordType> records;  // each list in the order of its files' names
    std::vector<ControlDeclaration> controls;
    std::vector<MeasureDeclaration> measures;
    std::vector<ChecklistDeclaration> checklists;
    std::vector<Spec> specs;
    std::vector<Property> properties;  // in the order of the specs that hold them

    const model::RecordType* find_record(std::string_view name) const;
    const ControlDeclaration* find_control(std::string_view id) const;  // `claims/over-threshold`
    const MeasureDeclaration* find_measure(std::string_view id) const;
    const ChecklistDeclaration* find_checklist(std::string_view id) const;
};

// Every fault of every file at once, up to 200; `place_prefix` is put before the names of the files. Runs no
// judge. The run of the limits is all files of the plugin together. Its files run in that worker, unless it
// is null.
Result<Plugin> load_plugin(const PluginFiles& files, const std::string& place_prefix,
                           const Limits& limits = loading_limits(), Worker* worker = nullptr);

}  // namespace cadran::script
