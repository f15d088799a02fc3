// SPDX-License-Identifier: Apache-2.0
#include "app/piece.h"
#include "cli/audit_commands.h"
#include "cli/audits.h"
#include "cli/command.h"

namespace cadran::cli {

namespace {

// What was taken in, and what was not.
Result<int> receive_folder(Invocation& invocation, std::int64_t number, const std::optional<Date>& received) {
    const auto done = app::receive_folder(invocation.session(), number, invocation.path("folder"), received);
    if (!done) return tl::unexpected(done.error());
    Output& output = invocation.output();
    Table table{{{"file", {"cli.file"}}, {"piece", {"cli.piece"}}}, {}};
    for (const auto& [file, item] : done->received)
        table.rows.push_back({output.cell(file), output.cell(item)});
    output.table(table);
    output.say({"cli.pieces_received", {{"count", std::ssize(done->received)}}});
    const auto tell = [&](const char* id, const std::vector<std::string>& files) {
        if (!files.empty())
            output.say(
                {id, {{"count", std::ssize(files)}, {"files", fmt::format("{}", fmt::join(files, ", "))}}});
    };
    tell("cli.files_unchanged", done->unchanged);
    tell("cli.files_without_piece", done->unknown);
    return done->unknown.empty() ? exit_fine : exit_found;
}

}  // namespace

Result<int> piece_receive(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    const auto number = audit_number(arguments);
    if (!number) return tl::unexpected(number.error());
    const auto effective = arguments.optional_date("effective"),
               received = arguments.optional_date("received");
    if (!effective) return tl::unexpected(effective.error());
    if (!received) return tl::unexpected(received.error());
    const bool by_folder = arguments.has("folder");
    const bool by_file = arguments.has("file") && arguments.has("ITEM");
    if (by_folder == by_file || (by_folder && arguments.has("effective")))
        return invalid(Message{"cli.file_or_folder"}, Message{"cli.file_or_folder_is"});
    if (by_folder) return receive_folder(invocation, *number, *received);
    const auto done =
        app::receive_piece(invocation.session(),
                           {*number, arguments.get("ITEM"), invocation.path("file"), *effective, *received});
    if (!done) return tl::unexpected(done.error());
    invocation.output().say({"cli.piece_received",
                             {{"piece", arguments.get("ITEM")},
                              {"version", std::ssize(done->piece(arguments.get("ITEM"))->deliveries)}}});
    return exit_fine;
}

}  // namespace cadran::cli
