// SPDX-License-Identifier: Apache-2.0
#include "app/plugin_authoring.h"

#include <algorithm>

#include "app/definitions.h"
#include "app/plugin_trust.h"
#include "app/rights.h"
#include "app/scaffold.h"
#include "base/file.h"
#include "base/resource.h"
#include "base/text.h"
#include "script/editor_classes.h"
#include "script/naming.h"
#include "store/definition_repository.h"

namespace cadran::app {

namespace {

namespace fs = std::filesystem;
using model::DefinitionKind;

constexpr std::string_view template_folder = "lua/template/";
constexpr std::string_view annotations_folder = "lua/annotations/";
// What Lua has and judges have not is not offered either.
constexpr std::string_view editor_settings = R"({
  "runtime.version": "Lua 5.4",
  "runtime.builtin": {
    "coroutine": "disable", "debug": "disable", "ffi": "disable", "io": "disable",
    "jit": "disable", "os": "disable", "package": "disable", "utf8": "disable"
  },
  "workspace.library": ["../../annotations"]
}
)";

// As it stands within the quotes of a text in Lua.
std::string within_quotes(std::string_view text) {
    std::string quoted;
    for (const char c : text) {
        if (c == '"' || c == '\\') quoted += '\\';
        quoted += static_cast<unsigned char>(c) < ' ' ? ' ' : c;
    }
    return quoted;
}

std::string with_each_replaced(std::string text, std::string_view what, std::string_view by) {
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
        text.replace(at, what.size(), by);
    return text;
}

std::string in_words(std::string id, char separator) {
    std::ranges::replace(id, '-', separator);
    return id;
}

// The licence of the templates is ours; what authors make of them is theirs.
std::string_view without_licence(std::string_view text) {
    return text.starts_with("-- SPDX") ? text.substr(text.find('\n') + 1) : text;
}

Files filled_templates(const NewPlugin& command, const std::string& record) {
    const std::string title =
        within_quotes(command.title.empty() ? in_words(command.id, ' ') : command.title);
    Files files;
    for (const std::string_view path : resources_below(template_folder)) {
        std::string text(without_licence(resource(path)));
        text = with_each_replaced(std::move(text), "@title@", title);
        text = with_each_replaced(std::move(text), "@id@", command.id);
        text = with_each_replaced(std::move(text), "@record_class@", script::record_class(record));
        text = with_each_replaced(std::move(text), "@parameters_class@",
                                  script::parameters_class(command.id + "/over-limit"));
        text = with_each_replaced(std::move(text), "@record@", record);
        std::string place(path.substr(template_folder.size()));
        if (place.starts_with("records/")) place = "records/" + record + ".lua";
        files.emplace(std::move(place), std::move(text));
    }
    return files;
}

// Names of records are shared by all plugins.
Done expect_free(Session& session, const std::string& id, const std::string& record) {
    const auto drafts = draft_names(session.workspace, DefinitionKind::plugin);
    store::DefinitionRepository versions(session.workspace.database());
    if (std::ranges::find(drafts, id) != drafts.end() || versions.newest(DefinitionKind::plugin, id))
        return conflict({"app.plugin_exists", {{"name", id}}}, Message{"app.choose_another_name"});
    for (const std::string& name : drafts) {
        const auto files = draft_files(session.workspace, DefinitionKind::plugin, name);
        if (files && files->contains("records/" + record + ".lua"))
            return conflict({"app.record_exists", {{"name", record}, {"plugin", name}}},
                            Message{"app.choose_another_name"});
    }
    return {};
}

// Beside those of the host, whose names have no hyphen.
std::string annotations_path(const std::string& name) {
    return "annotations/plugin-" + name + ".lua";
}

void write_annotations(const fs::path& workspace, const script::Plugin& plugin) {
    const fs::path folder = workspace / "annotations";
    make_folder(folder);
    for (const std::string_view path : resources_below(annotations_folder))
        write_durably(folder / path.substr(annotations_folder.size()), resource(path));
    write_durably(workspace / annotations_path(plugin.id), script::editor_classes(plugin));
}

}  // namespace

Result<MadePlugin> new_plugin(Session& session, const NewPlugin& command) {
    if (const Done may = authorise(session, UseCase::draft_plugin); !may) return tl::unexpected(may.error());
    if (!is_utf8(command.title)) return invalid({"app.title_not_utf8"});
    if (!script::is_id(command.id))
        return invalid({"script.bad_name", {{"name", command.id}}}, Message{"script.ids_are"});
    const std::string record = in_words(command.id, '_');
    const Files files = filled_templates(command, record);
    const auto plugin = script::load_plugin(files, draft_path(DefinitionKind::plugin, command.id, ""));
    if (!plugin) return tl::unexpected(plugin.error());
    if (const Done free = expect_free(session, command.id, record); !free)
        return tl::unexpected(free.error());

    MadePlugin made{record, draft_path(DefinitionKind::plugin, command.id, ""), {}};
    Scaffold scaffold(session.workspace.folder() / made.draft);
    for (const auto& [path, text] : files) {
        make_folder((scaffold.folder() / path).parent_path());
        write_durably(scaffold.folder() / path, text);
        made.files.push_back(path);
    }
    write_durably(scaffold.folder() / ".luarc.json", editor_settings);
    scaffold.move_into_place();
    write_annotations(session.workspace.folder(), *plugin);
    return made;
}

Result<std::string> annotate_plugin(Session& session, const std::string& name) {
    if (const Done may = authorise(session, UseCase::draft_plugin); !may) return tl::unexpected(may.error());
    const auto files = draft_files(session.workspace, DefinitionKind::plugin, name);
    if (!files) return tl::unexpected(files.error());
    const std::string folder = draft_path(DefinitionKind::plugin, name, "");
    const auto plugin = load_plugin(session.workspace, name, *files);
    if (!plugin) return tl::unexpected(plugin.error());
    write_annotations(session.workspace.folder(), *plugin);
    write_durably(session.workspace.folder() / folder / ".luarc.json", editor_settings);
    return annotations_path(plugin->id);
}

}  // namespace cadran::app
