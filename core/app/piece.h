// SPDX-License-Identifier: Apache-2.0
// The pieces that an auditee delivers: taken in one by one or from a folder, accepted or rejected.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "app/pack.h"
#include "app/session.h"
#include "model/audit.h"

namespace cadran::app {

struct ReceivePiece {
    std::int64_t audit = 0;
    std::string item;
    std::filesystem::path file;
    std::optional<Date> effective = {};  // the date that the piece bears
    std::optional<Date> received = {};   // by default, today; never later
};
// Another version where one was delivered before; the file stands in the archive under its SHA-256.
Result<model::Audit> receive_piece(Session& session, const ReceivePiece& command);

struct ReceivedFolder {
    model::Audit audit;
    std::vector<std::pair<std::string, std::string>> received;  // file and item
    std::vector<std::string> unknown;                           // files whose name says no piece
    std::vector<std::string>
        unchanged;  // files that are the last version already, or whose piece is accepted
};
// The files whose name begins with the number of a piece in the list, `04-…`, or with its id. All
// of them or none.
Result<ReceivedFolder> receive_files(Session& session, std::int64_t audit,
                                     const std::vector<std::filesystem::path>& files,
                                     const std::optional<Date>& received);
// Those that lie in a folder.
Result<ReceivedFolder> receive_folder(Session& session, std::int64_t audit,
                                      const std::filesystem::path& folder,
                                      const std::optional<Date>& received);

Result<model::Audit> accept_piece(Session& session, std::int64_t audit, const std::string& item);
Result<model::Audit> reject_piece(Session& session, std::int64_t audit, const std::string& item,
                                  const std::string& reason);

// A version of a piece, the last one where none is said, under the name that it came with.
Result<PackContent> read_piece(Session& session, std::int64_t audit, const std::string& item,
                               std::optional<int> version);

// Writes it into a new file.
Done export_piece(Session& session, std::int64_t audit, const std::string& item, std::optional<int> version,
                  const std::filesystem::path& to);

}  // namespace cadran::app
