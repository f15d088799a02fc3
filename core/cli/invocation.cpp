// SPDX-License-Identifier: Apache-2.0
#include "cli/invocation.h"

#include "base/file.h"
#include "base/memory.h"

namespace cadran::cli {

namespace fs = std::filesystem;

fs::path Invocation::keys_home() const {
    if (const auto home = surroundings_.variable("XDG_DATA_HOME"); home && !home->empty())
        return fs::path(*home) / "cadran";
    return fs::path(surroundings_.variable("HOME").value_or("/")) / ".local" / "share" / "cadran";
}

fs::path Invocation::path(std::string_view name) const {
    return (surroundings_.folder / arguments_.get(name)).lexically_normal();
}

std::vector<fs::path> Invocation::paths(std::string_view name) const {
    std::vector<fs::path> paths;
    for (const std::string& path : arguments_.all(name))
        paths.push_back((surroundings_.folder / path).lexically_normal());
    return paths;
}

Done Invocation::open_workspace() {
    fs::path folder = surroundings_.folder;
    if (arguments_.has("workspace")) {
        folder = path("workspace");
    } else if (const auto named = surroundings_.variable("CADRAN_WORKSPACE"); named && !named->empty()) {
        folder = surroundings_.folder / *named;
    } else {
        // Like git: the workspace around the present folder.
        for (fs::path upwards = folder;; upwards = upwards.parent_path()) {
            if (fs::exists(upwards / "cadran.db")) folder = upwards;
            if (fs::exists(upwards / "cadran.db") || upwards == upwards.parent_path()) break;
        }
    }
    auto workspace =
        app::Workspace::open(folder.lexically_normal(), keys_home(), nullptr, surroundings_.worker);
    if (!workspace) return tl::unexpected(workspace.error());
    workspace_ = std::move(*workspace);
    if (arguments_.has("now") && !workspace_->is_sample())
        return refused({"cli.real_clock"}, Message{"cli.sample_only"});
    return {};
}

Done Invocation::sign_in() {
    std::optional<fs::path> token_file;
    if (arguments_.has("token-file"))
        token_file = path("token-file");
    else if (const auto named = surroundings_.variable("CADRAN_TOKEN_FILE"); named && !named->empty())
        token_file = surroundings_.folder / *named;
    Result<model::Account> account = [&]() -> Result<model::Account> {
        if (!token_file) return app::account_of_system_user(*workspace_, surroundings_.system_user);
        const Result<std::string> token = read_file(*token_file, 4096);
        if (!token) return tl::unexpected(token.error());
        return app::account_of_token(*workspace_, *token, clock_);
    }();
    if (!account) return tl::unexpected(account.error());
    const auto given = memory();
    if (!given) return tl::unexpected(given.error());
    session_.emplace(app::Session{
        *workspace_, *account, output_.catalogue(), clock_, surroundings_.randomness, progress_, {}, "cli"});
    session_->memory = *given;
    return {};
}

Result<std::optional<std::int64_t>> Invocation::memory() const {
    std::optional<std::string> said = arguments_.find("memory");
    if (!said) said = surroundings_.variable("CADRAN_MEMORY");
    if (!said || said->empty()) return std::nullopt;
    if (const auto bytes = parse_memory(*said)) return bytes;
    return invalid(Message{"cli.not_a_memory", {{"value", *said}}}, Message{"cli.memory_form"});
}

}  // namespace cadran::cli
