// SPDX-License-Identifier: Apache-2.0
// A workspace on disk: the drafts people edit, the archive, the store, and the keys that stay outside of it.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "archive/archive.h"
#include "base/hash.h"
#include "base/random.h"
#include "base/result.h"
#include "base/signature.h"
#include "model/organisation.h"
#include "store/database.h"

namespace cadran::app {

// What must never lie in the workspace, where a copy of it would carry it away.
struct Keys {
    SigningKey signing;
    HashKey secrets;  // for the hashes of secret fields
};

// SHA-256 of the public key's PEM text, as `init` prints it and `sha256sum key.pem` recomputes it.
Digest fingerprint(const PublicKey& key);

struct ReadDefinitions;

class Workspace {
  public:
    // `keys_home` holds a folder of keys for each workspace.
    // Workspaces of one folder that are open in one process may share what they read. `worker` is the command
    // of the process in which scripts run that nobody trusts; none: they do not run.
    static Result<std::unique_ptr<Workspace>> open(const std::filesystem::path& folder,
                                                   std::filesystem::path keys_home,
                                                   std::shared_ptr<ReadDefinitions> shared = nullptr,
                                                   std::vector<std::string> worker = {});

    const std::filesystem::path& folder() const { return folder_; }
    // Whether that path leads into its folder, links followed; it need not exist.
    bool holds(const std::filesystem::path& path) const;
    const std::string& id() const { return id_; }
    // Invented data and a clock that may be set; whatever comes out of it says so.
    bool is_sample() const { return is_sample_; }
    store::Database& database() { return *database_; }
    // While it lives, what is read is of one moment, until something is written.
    std::unique_ptr<store::Snapshot> one_moment() { return std::make_unique<store::Snapshot>(*database_); }
    archive::Archive& archive() { return archive_; }
    const archive::Archive& archive() const { return archive_; }

    // Fails where the keys are not on this machine.
    Result<Keys> keys() const;
    std::filesystem::path keys_folder() const { return keys_home_ / id_; }

    const std::vector<std::string>& worker() const { return worker_; }

    ReadDefinitions& read_definitions() const { return *read_definitions_; }

  private:
    Workspace(std::filesystem::path folder, std::filesystem::path keys_home,
              std::unique_ptr<store::Database> database, std::shared_ptr<ReadDefinitions> shared,
              std::vector<std::string> worker);

    std::filesystem::path folder_;
    std::filesystem::path keys_home_;
    std::unique_ptr<store::Database> database_;
    archive::Archive archive_;
    std::string id_;
    bool is_sample_ = false;
    std::shared_ptr<ReadDefinitions> read_definitions_;
    std::vector<std::string> worker_;
};

// For those that share it.
std::shared_ptr<ReadDefinitions> share_definitions();

struct CreateWorkspace {
    std::filesystem::path folder;
    std::filesystem::path keys_home;
    std::string organisation;  // of a sample: empty, it has its own
    bool sample = false;
    std::string account;  // of the administrator
    std::string person;
    std::string system_user;  // who may act as the administrator without a token
};

struct CreatedWorkspace {
    std::filesystem::path folder;
    std::string administrator;
    Digest fingerprint;
    std::filesystem::path keys_folder;
};

// Makes a workspace with the suite's plugins and processes as drafts; it appears whole or not at all.
Result<CreatedWorkspace> create_workspace(const CreateWorkspace& command, const Clock& clock,
                                          Randomness& randomness);

}  // namespace cadran::app
