// SPDX-License-Identifier: Apache-2.0
#include "base/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <system_error>

#include <fmt/format.h>

namespace cadran {

namespace {

constexpr std::size_t read_size = 65'536;
constexpr std::size_t buffer_size = std::size_t{1} << 20;

[[noreturn]] void throw_errno(const char* act, const std::filesystem::path& path) {
    throw std::system_error(errno, std::generic_category(), fmt::format("{} {}", act, path.string()));
}

std::filesystem::path folder_of(const std::filesystem::path& path) {
    return path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
}

void sync_folder(const std::filesystem::path& folder) {
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) throw_errno("open", folder);
    const int fault = ::fsync(descriptor);
    ::close(descriptor);
    if (fault != 0) throw_errno("sync", folder);
}

}  // namespace

Done read_blocks(const std::filesystem::path& path, const std::function<bool(std::string_view)>& take) {
    std::error_code fault;
    if (!std::filesystem::exists(path, fault))
        return not_found({"base.no_such_file", {{"file", path.string()}}});
    std::ifstream stream(path, std::ios::binary);
    if (std::filesystem::is_directory(path, fault) || !stream) {
        return invalid(Message{"base.unreadable_file", {{"file", path.string()}}});
    }
    std::string block(read_size, '\0');
    while (stream.read(block.data(), static_cast<std::streamsize>(block.size())) || stream.gcount() > 0) {
        if (!take({block.data(), static_cast<std::size_t>(stream.gcount())})) break;
    }
    return {};
}

Result<std::string> read_file(const std::filesystem::path& path, std::size_t limit) {
    std::string bytes;
    const Done read = read_blocks(path, [&](std::string_view block) {
        bytes += block;
        return bytes.size() <= limit;
    });
    if (!read) return tl::unexpected(read.error());
    if (bytes.size() > limit) {
        return invalid(Message{"base.file_too_large",
                               {{"file", path.string()}, {"limit", static_cast<std::int64_t>(limit >> 20)}}});
    }
    return bytes;
}

DurableFile::DurableFile(std::filesystem::path place, Access access)
    : place_(std::move(place)), temporary_(folder_of(place_) / ".new-XXXXXX") {
    std::string name = temporary_.string();
    descriptor_ = ::mkostemp(name.data(), O_CLOEXEC);
    if (descriptor_ < 0) throw_errno("create", temporary_);
    temporary_ = name;
    if (access == Access::everybody) {
        const mode_t mask = ::umask(0);
        ::umask(mask);
        if (::fchmod(descriptor_, 0644 & ~mask) != 0) throw_errno("change mode of", temporary_);
    }
}

DurableFile::~DurableFile() {
    if (descriptor_ < 0) return;
    ::close(descriptor_);
    ::unlink(temporary_.c_str());
}

void DurableFile::write(std::string_view bytes) {
    buffer_ += bytes;
    if (buffer_.size() >= buffer_size) flush();
}

void DurableFile::flush() {
    std::string_view rest = buffer_;
    while (!rest.empty()) {
        const ssize_t written = ::write(descriptor_, rest.data(), rest.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) throw_errno("write", place_);
        rest.remove_prefix(static_cast<std::size_t>(written));
    }
    buffer_.clear();
}

const std::filesystem::path& DurableFile::staged() {
    flush();
    return temporary_;
}

void DurableFile::publish() {
    flush();
    if (::fsync(descriptor_) != 0) throw_errno("sync", place_);
    if (::rename(temporary_.c_str(), place_.c_str()) != 0) throw_errno("rename to", place_);
    ::close(std::exchange(descriptor_, -1));
    sync_folder(folder_of(place_));
}

void DurableFile::publish_as(std::filesystem::path place) {
    place_ = std::move(place);
    publish();
}

void write_durably(const std::filesystem::path& place, std::string_view bytes, Access access) {
    DurableFile file(place, access);
    file.write(bytes);
    file.publish();
}

void make_folder(const std::filesystem::path& folder, Access access) {
    if (folder.empty() || std::filesystem::is_directory(folder)) return;
    make_folder(folder.parent_path(), access);
    const int fault = ::mkdir(folder.c_str(), access == Access::owner ? 0700 : 0755);
    // Another program may have made it meanwhile; a file of that name is a fault.
    if (fault != 0 && (errno != EEXIST || !std::filesystem::is_directory(folder)))
        throw_errno("create folder", folder);
    sync_folder(folder_of(folder));
}

bool remove_durably(const std::filesystem::path& file) {
    if (::unlink(file.c_str()) != 0) {
        if (errno == ENOENT) return false;
        throw_errno("remove", file);
    }
    sync_folder(folder_of(file));
    return true;
}

void move_folder(const std::filesystem::path& from, const std::filesystem::path& to) {
    if (::rename(from.c_str(), to.c_str()) != 0) throw_errno("rename to", to);
    sync_folder(folder_of(to));
}

}  // namespace cadran
