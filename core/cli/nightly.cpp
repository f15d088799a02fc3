// SPDX-License-Identifier: Apache-2.0
#include "app/nightly.h"

#include "base/file.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/commands.h"

namespace cadran::cli {

namespace {

// The file that the environment names, else the credential that systemd hands to the service; none where
// there is neither.
Result<std::optional<std::string>> mail_password(const Surroundings& surroundings) {
    std::filesystem::path file;
    if (const auto named = surroundings.variable("CADRAN_SMTP_PASSWORD_FILE"); named && !named->empty()) {
        file = surroundings.folder / *named;
    } else if (const auto handed = surroundings.variable("CREDENTIALS_DIRECTORY");
               handed && std::filesystem::exists(std::filesystem::path(*handed) / "smtp-password")) {
        file = std::filesystem::path(*handed) / "smtp-password";
    } else {
        return std::nullopt;
    }
    const Result<std::string> bytes = read_file(file, 4096);
    if (!bytes) return tl::unexpected(bytes.error());
    return std::string(trimmed(*bytes));
}

std::string said(const Output& output, const Message& message) {
    return output.catalogue().text(message);
}

std::string joined(const std::vector<std::string>& names) {
    return fmt::format("{}", fmt::join(names, ", "));
}

Table table_of(const Output& output, const app::NightlyDone& done) {
    Table table{{{"step", {"cli.step"}}, {"process", {"cli.process"}}, {"what", {"cli.what_was_done"}}}, {}};
    const auto add = [&](const char* step, Message title, const std::string& process, const Message& what) {
        table.rows.push_back(
            {{said(output, title), step}, output.cell(process), output.cell(said(output, what))});
    };
    for (const app::NightlyFigure& figure : done.figures) {
        const std::string period = figure.period.text();
        if (figure.fresh > 0)
            add("measured", {"cli.step_measured"}, figure.process,
                {"cli.figures_measured",
                 {{"count", figure.fresh}, {"indicator", figure.indicator}, {"period", period}}});
        if (figure.awaits_records)
            add("awaited", {"cli.step_awaited"}, figure.process,
                {"cli.figure_awaits_records", {{"indicator", figure.indicator}, {"period", period}}});
    }
    for (const app::DueItem& item : done.escalated) {
        add("escalated", {"cli.step_escalated"}, item.process,
            {"cli.escalated_item",
             {{"what", app::due_words(item, output.catalogue())}, {"accounts", joined(item.escalated_to)}}});
    }
    for (const std::string& account : done.digests_to)
        add("digest", {"cli.step_digest"}, "", {"cli.digest_sent", {{"account", account}}});
    return table;
}

}  // namespace

Result<int> nightly(Invocation& invocation) {
    app::RunNightly command{!invocation.arguments().has("no-mail"), {}};
    if (command.send) {
        auto password = mail_password(invocation.surroundings());
        if (!password) return tl::unexpected(password.error());
        command.password = std::move(*password);
    }
    const auto done = app::run_nightly(invocation.session(), command, app::over_smtp());
    if (!done) return tl::unexpected(done.error());
    Output& output = invocation.output();
    output.table(table_of(output, *done));
    output.complain(done->faults);
    std::int64_t fresh = 0;
    for (const app::NightlyFigure& figure : done->figures) fresh += figure.fresh;
    output.say({"cli.nightly_done",
                {{"figures", fresh},
                 {"escalated", std::ssize(done->escalated)},
                 {"digests", std::ssize(done->digests_to)},
                 {"faults", std::ssize(done->faults)}}});
    if (done->stopped) output.say({"cli.nightly_stopped"});
    return done->faults.empty() && !done->stopped ? exit_fine : exit_not_judged;
}

}  // namespace cadran::cli
