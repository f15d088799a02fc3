// SPDX-License-Identifier: Apache-2.0
#include "format/line_blocks.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>

#include "format/csv_reader.h"

namespace cadran::format {

namespace {

constexpr std::int64_t usual_line = std::int64_t{1} << 12;

// The place of the first line feed from there on; the end where there is none.
std::size_t line_feed(std::string_view bytes, std::size_t from) {
    return std::min(bytes.find('\n', from), bytes.size());
}

}  // namespace

struct LineBlocks::Descriptor {
    int number;

    explicit Descriptor(int descriptor) : number(descriptor) {}
    ~Descriptor() { ::close(number); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    void read(std::int64_t at, char* to, std::size_t count) const {
        while (count > 0) {
            const ssize_t got = ::pread(number, to, count, at);
            if (got < 0 && errno == EINTR) continue;
            // A file that became shorter has no such bytes.
            if (got <= 0) throw std::system_error(got < 0 ? errno : EIO, std::generic_category(), "read CSV");
            at += got;
            to += got;
            count -= static_cast<std::size_t>(got);
        }
    }
};

LineBlocks::LineBlocks(std::shared_ptr<const Descriptor> file, std::int64_t from, std::int64_t size,
                       std::int64_t block_bytes)
    : file_(std::move(file)), from_(from), size_(size), block_bytes_(block_bytes) {}

Result<LineBlocks> LineBlocks::open(const std::filesystem::path& file, std::int64_t from,
                                    std::int64_t block_bytes) {
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0 && errno == ENOENT) return not_found({"base.no_such_file", {{"file", file.string()}}});
    if (descriptor < 0) return invalid(Message{"base.unreadable_file", {{"file", file.string()}}});
    auto owned = std::make_shared<const Descriptor>(descriptor);
    struct stat facts {};
    if (::fstat(descriptor, &facts) != 0 || !S_ISREG(facts.st_mode))
        return invalid(Message{"base.unreadable_file", {{"file", file.string()}}});
    return LineBlocks(std::move(owned), from, facts.st_size, block_bytes);
}

std::uint32_t LineBlocks::count() const {
    return static_cast<std::uint32_t>((std::max<std::int64_t>(size_ - from_, 0) + block_bytes_ - 1) / block_bytes_);
}

std::optional<std::string_view> LineBlocks::read(std::uint32_t block, std::vector<char>& buffer) const {
    const std::int64_t begin = from_ + block * block_bytes_;
    const std::int64_t end = std::min(begin + block_bytes_, size_);
    const std::int64_t first = block == 0 ? begin : begin - 1;  // a line starts behind a line feed
    const auto within = static_cast<std::size_t>(end - first);
    for (std::int64_t ahead = usual_line;; ahead = static_cast<std::int64_t>(greatest_csv_record)) {
        const auto length = static_cast<std::size_t>(std::min(end + ahead, size_) - first);
        if (buffer.size() < length) buffer.resize(length);
        file_->read(first, buffer.data(), length);
        const std::string_view bytes(buffer.data(), length);
        const std::size_t start = block == 0 ? 0 : line_feed(bytes, 0) + 1;
        if (start >= within) return std::string_view();
        const std::size_t last = line_feed(bytes, within - 1);
        if (last < length) return bytes.substr(start, last + 1 - start);
        if (end + ahead >= size_) return bytes.substr(start);
        if (ahead > usual_line) return {};
    }
}

}  // namespace cadran::format
