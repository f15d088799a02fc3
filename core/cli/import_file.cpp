// SPDX-License-Identifier: Apache-2.0
#include "app/import.h"
#include "cli/command.h"
#include "cli/commands.h"

namespace cadran::cli {

namespace {

// The first rejects, for a look; all of them are in the rejects file.
constexpr std::size_t rejects_shown = 10;

Diagnostics shown(const app::Imported& imported, const std::string& file) {
    Diagnostics faults;
    for (const app::RejectedLine& reject : imported.first_rejects) {
        if (faults.size() == rejects_shown) break;
        faults.push_back({reject.place.empty() ? Place{file, static_cast<int>(reject.line), 0}
                                               : Place{file + ", " + reject.place},
                          reject.what,
                          {}});
    }
    return faults;
}

}  // namespace

Result<int> import_file(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    app::ImportRecords command{arguments.get("TYPE"), invocation.path("FILE")};
    if (const auto sheet = arguments.find("sheet")) command.sheet = *sheet;
    for (const char* style : {"file-format", "separator", "encoding", "decimal", "dates"}) {
        if (const auto value = arguments.find(style)) command.styles.emplace_back(style, *value);
    }
    if (arguments.has("rejects")) command.rejects = invocation.path("rejects");
    const auto imported = app::import_records(invocation.session(), command);
    if (!imported) return tl::unexpected(imported.error());
    Output& output = invocation.output();
    output.complain(shown(*imported, arguments.get("FILE")));
    const model::Import& import = imported->import;
    output.record(
        {{{"number", {"cli.number"}},
          {"type", {"cli.type"}},
          {"accepted", {"cli.lines_accepted"}},
          {"rejected", {"cli.lines_rejected"}},
          {"first_event", {"cli.first_date"}},
          {"last_event", {"cli.last_date"}},
          {"read_as", {"cli.read_as"}},
          {"sha256", {"cli.digest"}}},
         {{output.cell(import.number), output.cell(import.type), output.cell(import.accepted),
           output.cell(import.rejected), import.first_event ? output.cell(*import.first_event) : Cell{},
           import.last_event ? output.cell(*import.last_event) : Cell{}, output.cell(imported->read_as),
           output.cell(import.received.hex())}}});
    if (!imported->ignored_columns.empty()) {
        output.say({"cli.ignored_columns",
                    {{"count", std::ssize(imported->ignored_columns)},
                     {"names", fmt::format("{}", fmt::join(imported->ignored_columns, ", "))}}});
    }
    if (import.rejected > 0 && !command.rejects) output.say({"cli.rejects_hint"});
    return import.rejected == 0 ? exit_fine : exit_found;
}

}  // namespace cadran::cli
