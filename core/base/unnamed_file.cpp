// SPDX-License-Identifier: Apache-2.0
#include "base/unnamed_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <string>
#include <system_error>
#include <utility>

namespace cadran {

namespace {

[[noreturn]] void fail_at(const std::filesystem::path& folder) {
    throw std::system_error(errno, std::generic_category(), "a temporary file in " + folder.string());
}

// Some file systems know no file without a name: there it loses the one that it is made under at once.
int made_and_unlinked(const std::filesystem::path& folder) {
    std::string name = (folder / ".cadran-XXXXXX").string();
    const int descriptor = ::mkostemp(name.data(), O_CLOEXEC);
    if (descriptor < 0) fail_at(folder);
    ::unlink(name.c_str());
    return descriptor;
}

}  // namespace

UnnamedFile::UnnamedFile(const std::filesystem::path& folder)
    : descriptor_(::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600)) {
    if (descriptor_ >= 0) return;
    if (errno != EOPNOTSUPP && errno != EISDIR) fail_at(folder);
    descriptor_ = made_and_unlinked(folder);
}

UnnamedFile::UnnamedFile(UnnamedFile&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)), size_(std::exchange(other.size_, 0)) {}

UnnamedFile::~UnnamedFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

void UnnamedFile::append(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::pwrite(descriptor_, bytes.data(), bytes.size(), size_);
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) throw std::system_error(errno, std::generic_category(), "write a temporary file");
        size_ += written;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

void UnnamedFile::read(std::int64_t from, char* to, std::size_t count) const {
    while (count > 0) {
        const ssize_t got = ::pread(descriptor_, to, count, from);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0)
            throw std::system_error(got < 0 ? errno : EIO, std::generic_category(), "read a temporary file");
        from += got;
        to += got;
        count -= static_cast<std::size_t>(got);
    }
}

}  // namespace cadran
