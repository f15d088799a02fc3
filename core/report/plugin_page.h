// SPDX-License-Identifier: Apache-2.0
// What a plugin is about, as people read it: made of what it declares, and of nothing else.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/catalogue.h"
#include "base/json.h"
#include "model/appearance.h"
#include "model/checklist.h"
#include "model/control.h"
#include "model/definition_version.h"
#include "model/record_type.h"

namespace cadran::report {

struct DocumentedControl {
    model::Control control;
    std::string population;                          // in words, in the catalogue's language
    std::map<std::string, LocalText> messages = {};  // that its judge may choose, by id
};

struct DocumentedMeasure {
    model::Measure measure;
    std::string population;  // in words
    std::string meets;       // likewise
};

struct PluginPage {
    std::string organisation;
    model::Appearance appearance = {};
    bool simulated = false;
    std::string id;
    LocalText title;
    std::optional<model::DefinitionVersion> version = {};  // none: a draft
    std::vector<DocumentedControl> controls = {};
    std::vector<model::RecordType> records = {};
    std::vector<DocumentedMeasure> measures = {};
    std::vector<model::Checklist> checklists = {};
};

// What the page says, for a template: `sections` with their `entries`, each with `facts`, `lists` and
// `tables`.
Json plugin_view(const PluginPage& plugin, const Catalogue& catalogue);

// One self-contained page in the catalogue's language; no script, nothing fetched. Names link to what they
// name.
std::string plugin_page(const PluginPage& plugin, const Catalogue& catalogue);

}  // namespace cadran::report
