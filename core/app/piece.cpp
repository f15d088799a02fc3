// SPDX-License-Identifier: Apache-2.0
#include "app/piece.h"

#include <algorithm>
#include <functional>

#include <fmt/ranges.h>

#include "app/audit_content.h"
#include "base/file.h"

namespace cadran::app {

namespace {

namespace fs = std::filesystem;
using model::Audit;

Result<Date> reception(Session& session, const std::optional<Date>& received) {
    const auto now = today(session);
    if (!now || !received) return now;
    if (*received > *now)
        return invalid(Message{"app.received_in_the_future", {{"date", *received}}},
                       Message{"app.give_an_earlier_date"});
    return *received;
}

// The piece that the name of a file begins with: its number in the list or its id; the longest where several
// do.
const model::Piece* piece_of(const Audit& audit, const std::string& name) {
    const model::Piece* best = nullptr;
    for (std::size_t i = 0; i < audit.pieces.size(); ++i) {
        const model::Piece& piece = audit.pieces[i];
        const std::string stem = name.substr(0, piece.item.size());
        const bool ends = name.size() == stem.size() ||
                          std::string_view(".-_ ").find(name[stem.size()]) != std::string_view::npos;
        if (name.starts_with(fmt::format("{:02}-", i + 1))) return &piece;
        if (stem == piece.item && ends && (best == nullptr || best->item.size() < piece.item.size()))
            best = &piece;
    }
    return best;
}

Result<std::vector<fs::path>> files_of(const fs::path& folder) {
    std::error_code fault;
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder, fault)) {
        if (entry.is_regular_file() && !entry.path().filename().string().starts_with('.'))
            files.push_back(entry.path());
    }
    if (fault)
        return not_found({"app.no_such_folder", {{"folder", folder.string()}}}, Message{"app.name_a_folder"});
    std::ranges::sort(files);
    return files;
}

bool is_known(const model::Piece& piece, const Digest& digest) {
    return piece.state == model::PieceState::accepted ||
           (!piece.deliveries.empty() && piece.deliveries.back().file.digest == digest);
}

// All that `files` gives once the actor may; `nothing` says that no piece was among them.
Result<ReceivedFolder> receive_given(Session& session, std::int64_t number, const std::optional<Date>& on,
                                     const Message& nothing,
                                     const std::function<Result<std::vector<fs::path>>()>& files) {
    const auto received = reception(session, on);
    if (!received) return tl::unexpected(received.error());
    ReceivedFolder done;
    const auto take = [&](store::UnitOfWork& work, Audit& audit) -> Done {
        const auto all = files();
        if (!all) return tl::unexpected(all.error());
        for (const fs::path& path : *all) {
            const std::string name = path.filename().string();
            const model::Piece* piece = piece_of(audit, name);
            if (piece == nullptr) {
                done.unknown.push_back(name);
                continue;
            }
            const auto file = keep_file(session, path);
            if (!file) return tl::unexpected(file.error());
            if (is_known(*piece, file->digest)) {
                done.unchanged.push_back(name);
                continue;
            }
            done.received.emplace_back(name, piece->item);
            const std::string item = piece->item;
            if (const Done taken = model::deliver(audit, item, {*file, {}, *received, work.mark()}); !taken)
                return taken;
        }
        if (!done.received.empty()) return {};
        return invalid(nothing, Message{"app.name_files_like_pieces"});
    };
    auto audit = step_audit(session, number, UseCase::deliver_piece, "piece.receive", take);
    if (!audit) return tl::unexpected(audit.error());
    done.audit = std::move(*audit);
    return done;
}

}  // namespace

Result<Audit> receive_piece(Session& session, const ReceivePiece& command) {
    const auto received = reception(session, command.received);
    if (!received) return tl::unexpected(received.error());
    const auto take = [&](store::UnitOfWork& work, Audit& audit) -> Done {
        const auto file = keep_file(session, command.file);
        if (!file) return tl::unexpected(file.error());
        return model::deliver(audit, command.item, {*file, command.effective, *received, work.mark()});
    };
    return step_audit(session, command.audit, UseCase::deliver_piece, "piece.receive", take);
}

Result<ReceivedFolder> receive_files(Session& session, std::int64_t audit, const std::vector<fs::path>& files,
                                     const std::optional<Date>& on) {
    return receive_given(session, audit, on, {"app.no_piece_among_files"},
                         [&]() -> Result<std::vector<fs::path>> { return files; });
}

Result<ReceivedFolder> receive_folder(Session& session, std::int64_t audit, const fs::path& folder,
                                      const std::optional<Date>& on) {
    return receive_given(session, audit, on, {"app.no_piece_in_folder", {{"folder", folder.string()}}},
                         [&] { return files_of(folder); });
}

Result<Audit> accept_piece(Session& session, std::int64_t number, const std::string& item) {
    const auto take = [&](store::UnitOfWork&, Audit& audit) { return model::accept_piece(audit, item); };
    return step_audit(session, number, UseCase::conduct_audit, "piece.accept", take);
}

Result<Audit> reject_piece(Session& session, std::int64_t number, const std::string& item,
                           const std::string& reason) {
    const auto take = [&](store::UnitOfWork&, Audit& audit) {
        return model::reject_piece(audit, item, reason);
    };
    return step_audit(session, number, UseCase::conduct_audit, "piece.reject", take);
}

Result<PackContent> read_piece(Session& session, std::int64_t number, const std::string& item,
                               std::optional<int> version) {
    const auto audit = find_audit(session.workspace.database(), number);
    if (!audit) return tl::unexpected(audit.error());
    if (const Done may = authorise(session, UseCase::show_audits, *audit); !may)
        return tl::unexpected(may.error());
    const model::Piece* piece = audit->piece(item);
    const auto count = piece == nullptr ? 0 : static_cast<int>(piece->deliveries.size());
    const int wanted = version.value_or(count);
    if (wanted < 1 || wanted > count)
        return not_found({"app.no_such_delivery", {{"item", item}, {"audit", model::audit_name(*audit)}}},
                         Message{"app.see_the_audit", {{"audit", audit->number}}});
    const auto& file = piece->deliveries[static_cast<std::size_t>(wanted - 1)].file;
    auto bytes = session.workspace.archive().read(file.digest, greatest_piece);
    if (!bytes) return tl::unexpected(bytes.error());
    return PackContent{file.name, std::move(*bytes)};
}

Done export_piece(Session& session, std::int64_t audit, const std::string& item, std::optional<int> version,
                  const fs::path& to) {
    const auto piece = read_piece(session, audit, item, version);
    if (!piece) return tl::unexpected(piece.error());
    if (fs::exists(to))
        return conflict({"app.place_taken", {{"place", to.string()}}}, Message{"app.choose_a_new_place"});
    write_durably(to, piece->bytes);
    return {};
}

}  // namespace cadran::app
