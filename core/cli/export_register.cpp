// SPDX-License-Identifier: Apache-2.0
#include "app/register.h"
#include "base/file.h"
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/edition.h"

namespace cadran::cli {

namespace {

Result<report::RegisterKind> kind_asked(const Arguments& arguments) {
    std::vector<std::string_view> names;
    for (const report::RegisterKind kind : report::all_register_kinds) {
        names.push_back(report::register_name(kind));
        if (names.back() == arguments.get("KIND")) return kind;
    }
    return invalid(
        Message{"cli.unknown_value", {{"argument", std::string("KIND")}, {"value", arguments.get("KIND")}}},
        Message{"cli.known_names", {{"names", fmt::format("{}", fmt::join(names, ", "))}}});
}

}  // namespace

Result<int> export_register(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    const auto kind = kind_asked(arguments);
    if (!kind) return tl::unexpected(kind.error());
    const auto place = document_path(invocation, {".xlsx", ".csv", ".json"});
    if (!place) return tl::unexpected(place.error());
    const auto entries =
        app::gather_register(invocation.session(), {.kind = *kind, .process = arguments.get("process")});
    if (!entries) return tl::unexpected(entries.error());
    Output& output = invocation.output();
    if (place->extension() == ".xlsx") {
        report::write_register(*entries, output.catalogue(), *place);
    } else {
        write_durably(*place, place->extension() == ".json" ? report::register_json(*entries).pretty_text()
                                                            : report::register_csv(*entries));
    }
    output.say(
        {"cli.register_exported", {{"count", std::ssize(entries->rows)}, {"place", arguments.get("to")}}});
    return exit_fine;
}

}  // namespace cadran::cli
