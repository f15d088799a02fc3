// SPDX-License-Identifier: Apache-2.0
#include "web/private_folder.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <string>
#include <system_error>
#include <vector>

namespace cadran::web {

namespace {

namespace fs = std::filesystem;

constexpr const char* folder_prefix = "cadran-files-";
// Whoever holds the folder holds the lock of this file in it.
constexpr const char* held_file = "held";
constexpr int most_tries = 10;

// None where somebody clears it away at this moment.
std::optional<FileLock> hold(const fs::path& folder) try {
    auto lock = FileLock::take(folder / held_file);
    if (!lock || !fs::exists(folder / held_file)) return {};
    return lock;
} catch (const std::system_error& gone) {
    if (gone.code() == std::errc::no_such_file_or_directory) return {};
    throw;
}

bool is_own_folder(const fs::path& place) {
    struct stat status {};
    return ::lstat(place.c_str(), &status) == 0 && S_ISDIR(status.st_mode) && status.st_uid == ::geteuid();
}

}  // namespace

std::shared_ptr<PrivateFolder> PrivateFolder::make() {
    for (int tries = 0; tries < most_tries; ++tries) {
        std::string place = (fs::temp_directory_path() / (std::string(folder_prefix) + "XXXXXX")).string();
        if (::mkdtemp(place.data()) == nullptr) break;
        if (auto lock = hold(place))
            return std::shared_ptr<PrivateFolder>(new PrivateFolder(place, std::move(*lock)));
    }
    throw std::system_error(errno, std::generic_category(), fs::temp_directory_path().string());
}

void PrivateFolder::clear_left_behind() {
    std::vector<fs::path> left;
    std::error_code ignored;
    for (const fs::directory_entry& entry : fs::directory_iterator(fs::temp_directory_path(), ignored)) {
        if (entry.path().filename().string().starts_with(folder_prefix) && is_own_folder(entry.path()))
            left.push_back(entry.path());
    }
    for (const fs::path& folder : left) {
        try {
            if (const auto lock = hold(folder)) fs::remove_all(folder, ignored);
        } catch (const std::system_error&) {
            continue;  // the next start tries again
        }
    }
}

PrivateFolder::~PrivateFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path, ignored);
}

}  // namespace cadran::web
