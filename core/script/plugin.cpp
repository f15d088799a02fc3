// SPDX-License-Identifier: Apache-2.0
#include "script/plugin.h"

#include "base/text.h"
#include "script/budget.h"
#include "script/declared_checklist.h"
#include "script/declared_control.h"
#include "script/declared_record.h"
#include "script/declared_spec.h"
#include "script/naming.h"
#include "script/text_of.h"

namespace cadran::script {

namespace {

constexpr std::size_t greatest_file = std::size_t{256} << 10;
constexpr std::string_view heading_path = "plugin.lua";

struct Folder {
    std::string_view name;
    std::string_view construct;  // what each of its files declares
};

constexpr Folder folders[] = {{"records/", "record"},
                              {"controls/", "control"},
                              {"indicators/", "indicator"},
                              {"checklists/", "checklist"},
                              {"spec/", "spec"}};

const Folder* folder_of(std::string_view path) {
    for (const Folder& folder : folders) {
        const bool is_inside =
            path.starts_with(folder.name) && path.find('/', folder.name.size()) == std::string_view::npos;
        if (is_inside) return &folder;
    }
    return nullptr;
}

// `over-threshold` of `controls/over-threshold.lua`
std::string stem(std::string_view path) {
    const std::string_view name = path.substr(path.rfind('/') + 1);
    return std::string(name.substr(0, name.size() - std::string_view(".lua").size()));
}

template <typename Value, typename Name>
const Value* find_by(const std::vector<Value>& values, std::string_view wanted, Name name) {
    const auto found = std::ranges::find(values, wanted, name);
    return found == values.end() ? nullptr : &*found;
}

// Loads one plugin; it is used once.
class Loader {
  public:
    Loader(const PluginFiles& files, std::string place_prefix, const Limits& limits, Worker* worker)
        : files_(files),
          prefix_(std::move(place_prefix)),
          limits_(limits),
          budget_(limits),
          worker_(worker) {}

    Result<Plugin> load() {
        check_paths();
        read_heading();
        read_records();
        plugin_.records = known_.types;
        for_each("control", [this](const std::string& path, const Declaration& declaration) {
            keep(path, read_control(declaration, plugin_.id, known_, faults_), plugin_.controls);
        });
        for_each("indicator", [this](const std::string& path, const Declaration& declaration) {
            keep(path, read_measure(declaration, plugin_.id, known_, faults_), plugin_.measures);
        });
        for_each("checklist", [this](const std::string& path, const Declaration& declaration) {
            keep(path, read_checklist(declaration, plugin_.id, known_, faults_), plugin_.checklists);
        });
        read_specs();
        if (faults_.size() > greatest_faults) {
            faults_.resize(greatest_faults);
            fault("", 0, {"script.more_faults", {{"limit", std::int64_t{greatest_faults}}}});
        }
        if (!faults_.empty()) return invalid(std::move(faults_));
        return std::move(plugin_);
    }

  private:
    using Reading = std::function<void(const std::string& path, const Declaration& declaration)>;

    void fault(std::string_view path, int line, Message what, std::optional<Message> hint = {}) {
        faults_.push_back({{prefix_ + std::string(path), line, 0}, std::move(what), std::move(hint)});
    }

    // Other files than Lua's are not read, and may be there.
    void check_paths() {
        for (const auto& [path, bytes] : files_) {
            if (!path.ends_with(".lua") || path == heading_path || folder_of(path) != nullptr) continue;
            fault(path, 0, {"script.file_without_place"}, Message{"script.places_are"});
        }
    }

    // What the file declares, if that is what its place asks for.
    std::optional<Declaration> declared(const std::string& path, std::string_view construct) {
        const std::string& bytes = files_.at(path);
        if (bytes.size() > greatest_file) {
            fault(path, 0, {"script.file_too_large", {{"limit", std::int64_t{greatest_file >> 10}}}});
            return {};
        }
        if (!is_utf8(bytes)) {
            fault(path, 0, {"script.file_not_utf8"}, Message{"script.save_as_utf8"});
            return {};
        }
        if (steers_a_display(bytes)) {
            fault(path, 0, {"script.file_steers"}, Message{"script.write_visibly"});
            return {};
        }
        if (!has_budget_for(path)) return {};
        auto declaration = declare(prefix_ + path, bytes, limits_, budget_, worker_);
        if (!declaration) {
            const Diagnostics& found = declaration.error().diagnostics;
            faults_.insert(faults_.end(), found.begin(), found.end());
            return {};
        }
        const Data& data = declaration->data;
        if (data.construct != construct) {
            fault(path, data.line,
                  {"script.other_declaration",
                   {{"expected", std::string(construct)}, {"found", data.construct}}},
                  Message{"script.places_are"});
            return {};
        }
        const bool is_heading = path == heading_path;
        if (data.name != (is_heading ? "" : stem(path))) {
            fault(path, data.line, {"script.name_is_not_the_files", {{"name", data.name}}},
                  Message{"script.name_it",
                          {{"declaration", is_heading
                                               ? "plugin { … }"
                                               : fmt::format("{} \"{}\" {{ … }}", construct, stem(path))}}});
            return {};
        }
        return std::move(*declaration);
    }

    bool has_budget_for(const std::string& path) {
        const auto shortage = budget_.shortage();
        if (shortage == Shortage::fuel)
            fault(path, 0, {"script.plugin_out_of_fuel", {{"limit", limits_.run_fuel}}}, do_less());
        else if (shortage)
            fault(path, 0, {"script.plugin_out_of_time", {{"limit", std::int64_t{limits_.run.count()}}}},
                  do_less());
        return !shortage;
    }

    static Message do_less() { return {"script.do_less"}; }

    void for_each(std::string_view construct, const Reading& read) {
        for (const auto& [path, bytes] : files_) {
            const Folder* folder = folder_of(path);
            if (!path.ends_with(".lua") || folder == nullptr || folder->construct != construct) continue;
            if (faults_.size() >= greatest_faults) return;
            if (const auto declaration = declared(path, construct)) read(path, *declaration);
        }
    }

    template <typename Read>
    static void keep(const std::string& path, std::optional<Read> read, std::vector<Read>& list) {
        if (!read) return;
        read->path = path;
        list.push_back(std::move(*read));
    }

    void read_heading() {
        if (!files_.contains(std::string(heading_path))) {
            return fault(heading_path, 0, {"script.no_heading"}, Message{"script.heading_is"});
        }
        const auto declaration = declared(std::string(heading_path), "plugin");
        if (!declaration) return;
        const TableReader reader(*declaration, declaration->data, "", shape("Plugin"), faults_);
        plugin_.id = reader.text("id");
        if (!plugin_.id.empty()) check_id(reader, "id", plugin_.id);
        plugin_.version = reader.text("version");
        plugin_.title = reader.local_text("title");
        const auto api = reader.integer("api");
        if (api && *api != 1)
            reader.fault("api", {"script.unknown_api", {{"api", *api}}}, Message{"script.api_is"});
    }

    void read_records() {
        for (const auto& [path, bytes] : files_) {
            const Folder* folder = folder_of(path);
            if (path.ends_with(".lua") && folder != nullptr && folder->construct == "record")
                known_.names.push_back(stem(path));
        }
        for_each("record", [this](const std::string&, const Declaration& declaration) {
            const std::size_t faults_before = faults_.size();
            auto type = read_record(declaration, faults_);
            if (faults_.size() == faults_before) known_.types.push_back(std::move(type));
        });
    }

    // A spec of a control that is faulty itself is not looked at.
    void read_specs() {
        for_each("spec", [this](const std::string& path, const Declaration& declaration) {
            if (!files_.contains(fmt::format("controls/{}.lua", declaration.data.name))) {
                fault(path, declaration.data.line,
                      {"script.spec_without_control", {{"name", declaration.data.name}}},
                      Message{"script.name_spec_like_control"});
            }
            const ControlDeclaration* control =
                plugin_.find_control(fmt::format("{}/{}", plugin_.id, declaration.data.name));
            if (control == nullptr) return;
            auto read = read_spec(declaration, *control, plugin_.records, faults_);
            if (!read) return;
            keep(path, std::optional(std::move(read->spec)), plugin_.specs);
            std::ranges::move(read->properties, std::back_inserter(plugin_.properties));
        });
    }

    const PluginFiles& files_;
    std::string prefix_;
    Plugin plugin_;
    Limits limits_;
    Budget budget_;
    Worker* worker_;
    KnownRecords known_;
    Diagnostics faults_;
};

}  // namespace

const model::RecordType* Plugin::find_record(std::string_view name) const {
    return find_by(records, name, &model::RecordType::name);
}

const ControlDeclaration* Plugin::find_control(std::string_view wanted) const {
    return find_by(controls, wanted,
                   [](const ControlDeclaration& declaration) { return declaration.control.id; });
}

const MeasureDeclaration* Plugin::find_measure(std::string_view wanted) const {
    return find_by(measures, wanted,
                   [](const MeasureDeclaration& declaration) { return declaration.measure.id; });
}

const ChecklistDeclaration* Plugin::find_checklist(std::string_view wanted) const {
    return find_by(checklists, wanted,
                   [](const ChecklistDeclaration& declaration) { return declaration.checklist.id; });
}

Result<Plugin> load_plugin(const PluginFiles& files, const std::string& place_prefix, const Limits& limits,
                           Worker* worker) {
    return Loader(files, place_prefix, limits, worker).load();
}

}  // namespace cadran::script
