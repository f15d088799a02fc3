// SPDX-License-Identifier: Apache-2.0
#include "format/csv_reader.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

#include "base/text.h"

namespace cadran::format {

namespace {

constexpr std::size_t bytes_a_read = std::size_t{1} << 20;
constexpr std::size_t greatest_columns = 1000;

// Eight bytes at a time: most lines are ASCII, and need no further look.
bool is_ascii_without_zero(std::string_view bytes) {
    constexpr std::uint64_t low_bits = 0x0101010101010101;
    constexpr std::uint64_t high_bits = 0x8080808080808080;
    std::uint64_t found = 0;
    while (bytes.size() >= sizeof found) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data(), sizeof word);
        found |= word | (word - low_bits);  // a zero byte borrows, and so shows its high bit
        bytes.remove_prefix(sizeof word);
    }
    return (found & high_bits) == 0 && std::ranges::none_of(bytes, [](char c) { return c <= 0; });
}

std::string_view without_line_end(std::string_view text) {
    if (text.ends_with('\n')) text.remove_suffix(1);
    if (text.ends_with('\r')) text.remove_suffix(1);
    return text;
}

}  // namespace

Result<CsvReader> CsvReader::open(const std::filesystem::path& file, char separator, Encoding encoding) {
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0 && errno == ENOENT) {
        return not_found({"base.no_such_file", {{"file", file.string()}}});
    }
    struct stat facts {};
    if (descriptor < 0 || ::fstat(descriptor, &facts) != 0 || !S_ISREG(facts.st_mode)) {
        if (descriptor >= 0) ::close(descriptor);
        return invalid(Message{"base.unreadable_file", {{"file", file.string()}}});
    }
    CsvReader reader(descriptor, facts.st_size, separator, encoding);
    reader.buffer_.resize(bytes_a_read + greatest_csv_record);
    return reader;
}

CsvReader CsvReader::over(std::string_view bytes, char separator, Encoding encoding) {
    CsvReader reader(-1, std::ssize(bytes), separator, encoding);
    if (is_utf16(encoding)) {
        std::string utf8;
        Utf16Decoder(encoding).append(utf8, bytes);
        reader.buffer_.assign(utf8.begin(), utf8.end());
    } else {
        reader.buffer_.assign(bytes.begin(), bytes.end());
    }
    reader.restart();
    return reader;
}

CsvReader::CsvReader(int descriptor, std::int64_t size, char separator, Encoding encoding)
    : descriptor_(descriptor), size_(size), separator_(separator), encoding_(encoding) {
    if (is_utf16(encoding)) decoder_.emplace(encoding);
}

CsvReader::CsvReader(CsvReader&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)),
      size_(other.size_),
      separator_(other.separator_),
      encoding_(other.encoding_),
      buffer_(std::move(other.buffer_)),
      begin_(other.begin_),
      end_(other.end_),
      offset_(other.offset_),
      line_(other.line_),
      at_start_(other.at_start_),
      decoder_(other.decoder_),
      skipping_(other.skipping_) {}

CsvReader::~CsvReader() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

void CsvReader::restart() {
    begin_ = 0;
    end_ = descriptor_ < 0 ? buffer_.size() : 0;
    offset_ = static_cast<std::int64_t>(end_);
    line_ = 1;
    at_start_ = true;
    if (is_utf16(encoding_)) decoder_.emplace(encoding_);
    skipping_ = false;
}

// Moves what is left to the front and reads on; false where nothing could be added.
bool CsvReader::fill() {
    if (descriptor_ < 0) return false;
    std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
    end_ -= std::exchange(begin_, 0);
    const std::size_t room = std::min(bytes_a_read, buffer_.size() - end_);
    if (!decoder_) {
        const std::size_t count = read_block(buffer_.data() + end_, room);
        end_ += count;
        return count > 0;
    }
    // Two bytes of UTF-16 are at most three of UTF-8.
    std::string bytes(room / 3 * 2, '\0');
    bytes.resize(read_block(bytes.data(), bytes.size()));
    std::string utf8;
    decoder_->append(utf8, bytes);
    std::ranges::copy(utf8, buffer_.data() + end_);
    end_ += utf8.size();
    return !bytes.empty();
}

std::size_t CsvReader::read_block(char* to, std::size_t room) {
    ssize_t count = 0;
    do count = ::pread(descriptor_, to, room, offset_);
    while (count < 0 && errno == EINTR);
    if (count < 0) throw std::system_error(errno, std::generic_category(), "read CSV");
    offset_ += count;
    return static_cast<std::size_t>(count);
}

// Whether there is a byte at that distance from what is not yet consumed.
bool CsvReader::reaches(std::size_t distance) {
    while (begin_ + distance >= end_) {
        if (!fill()) return false;
    }
    return true;
}

// Of the line that starts here, with its line feed. A line that is too long for the buffer counts as far as
// that.
std::size_t CsvReader::line_length() {
    std::size_t searched = 0;
    while (true) {
        const char* start = buffer_.data() + begin_;
        const void* found = std::memchr(start + searched, '\n', end_ - begin_ - searched);
        if (found != nullptr) return static_cast<std::size_t>(static_cast<const char*>(found) - start) + 1;
        searched = end_ - begin_;
        if (searched > greatest_csv_record || !fill()) return searched;
    }
}

void CsvReader::skip_rest_of_line() {
    while (skipping_) {
        const std::size_t length = line_length();
        if (length == 0) return;
        skipping_ = byte(length - 1) != '\n';
        begin_ += length;
    }
}

// False at the end of the file.
bool CsvReader::pass_blank_lines() {
    skip_rest_of_line();
    if (std::exchange(at_start_, false) && reaches(byte_order_mark.size() - 1) &&
        std::string_view(buffer_.data() + begin_, byte_order_mark.size()) == byte_order_mark) {
        begin_ += byte_order_mark.size();
    }
    while (reaches(0)) {
        const bool carriage_return = byte(0) == '\r' && reaches(1) && byte(1) == '\n';
        if (byte(0) != '\n' && !carriage_return) return true;
        begin_ += carriage_return ? 2 : 1;
        ++line_;
    }
    return false;
}

bool CsvReader::next(CsvRecord& record) {
    record.cells.clear();
    record.fault.reset();
    record.utf8 = true;
    if (!pass_blank_lines()) return false;
    const std::size_t first_line = line_length();
    record.line = line_;
    if (first_line > greatest_csv_record) {
        give_up(record, {"format.csv_line_too_long"});
        return true;
    }
    if (std::memchr(buffer_.data() + begin_, '"', first_line) == nullptr) {
        consume(record, first_line);
        ++line_;
        read_plain(record);
    } else if (const std::size_t length = read_quoted(record); !record.fault) {
        consume(record, length);
        line_ += std::max<std::int64_t>(1, std::ranges::count(record.raw, '\n'));
        std::size_t start = 0;
        if (record.fault) return true;
        for (const std::size_t end : cell_ends_) {
            record.cells.push_back(std::string_view(cell_bytes_).substr(start, end - start));
            start = end;
        }
    }
    if (!record.fault && record.cells.size() > greatest_columns) {
        record.cells.clear();
        record.fault = Message{"format.csv_too_many_columns", {{"limit", std::int64_t{greatest_columns}}}};
    }
    return true;
}

// Takes the bytes as the record's, and looks at what they are made of.
void CsvReader::consume(CsvRecord& record, std::size_t length) {
    record.raw = {buffer_.data() + begin_, length};
    begin_ += length;
    if (is_ascii_without_zero(record.raw)) return;
    if (record.raw.find('\0') != std::string_view::npos)
        record.fault = Message{"format.csv_zero_byte"};
    else if (encoding_ != Encoding::windows_1252)
        record.utf8 = is_utf8(record.raw);
}

// The record is its first line, whatever was wrong with it.
void CsvReader::give_up(CsvRecord& record, Message fault) {
    const std::size_t length = std::min(line_length(), greatest_csv_record);
    consume(record, length);
    skipping_ = !record.raw.ends_with('\n');
    ++line_;
    record.fault = std::move(fault);
}

// A line without quotes: its cells stand in the buffer as they are.
void CsvReader::read_plain(CsvRecord& record) {
    if (record.fault) return;
    std::string_view text = without_line_end(record.raw);
    if (encoding_ == Encoding::windows_1252 && !is_ascii_without_zero(text)) {
        cell_bytes_.clear();
        append_cell_bytes(text);
        text = cell_bytes_;
    }
    while (true) {
        const void* found = std::memchr(text.data(), separator_, text.size());
        if (found == nullptr) break;
        const auto length = static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
        record.cells.push_back(text.substr(0, length));
        text.remove_prefix(length + 1);
    }
    record.cells.push_back(text);
}

// Collects the cells of a record with quotes; its length in the file. A quote inside a bare cell is a
// character like others as long as no cell of the record is quoted: else nobody could say where a record
// ends.
std::size_t CsvReader::read_quoted(CsvRecord& record) {
    cell_bytes_.clear();
    cell_ends_.clear();
    bool quoted = false;
    bool stray = false;
    std::size_t at = 0;
    while (true) {
        const std::size_t start = at;
        const bool opens = reaches(at) && byte(at) == '"';
        at = opens ? take_quoted_cell(at) : take_bare_cell(at);
        if (at == std::string::npos || at > greatest_csv_record) {
            give_up(record, {opens ? "format.csv_quote_not_closed" : "format.csv_line_too_long"});
            return 0;
        }
        cell_ends_.push_back(cell_bytes_.size());
        quoted = quoted || opens;
        stray = stray || (!opens && std::memchr(buffer_.data() + begin_ + start, '"', at - start) != nullptr);
        const bool at_end = !reaches(at);
        const bool at_line_end =
            !at_end && (byte(at) == '\n' || (byte(at) == '\r' && reaches(at + 1) && byte(at + 1) == '\n'));
        const bool separated = !at_end && !at_line_end && byte(at) == separator_;
        if ((quoted && stray) || !(at_end || at_line_end || separated)) {
            give_up(record, {"format.csv_stray_quote"});
            return 0;
        }
        if (at_end) return at;
        if (at_line_end) return at + (byte(at) == '\n' ? 1 : 2);
        ++at;
    }
}

// From the opening quote; gives the distance behind the closing one, npos where there is none.
std::size_t CsvReader::take_quoted_cell(std::size_t at) {
    ++at;
    while (at <= greatest_csv_record && reaches(at)) {
        const std::string_view ahead(buffer_.data() + begin_ + at, end_ - begin_ - at);
        const std::size_t length = std::min(ahead.find('"'), ahead.size());
        append_cell_bytes(ahead.substr(0, length));
        at += length;
        if (length == ahead.size()) continue;
        if (!reaches(at + 1) || byte(at + 1) != '"') return at + 1;
        cell_bytes_ += '"';
        at += 2;
    }
    return std::string::npos;
}

// Up to the separator or the end of the line; gives the distance of it.
std::size_t CsvReader::take_bare_cell(std::size_t at) {
    const std::size_t start = at;
    while (at <= greatest_csv_record && reaches(at) && byte(at) != separator_ && byte(at) != '\n') ++at;
    if (at > start && reaches(at) && byte(at) == '\n' && byte(at - 1) == '\r') --at;
    append_cell_bytes({buffer_.data() + begin_ + start, at - start});
    return at;
}

// In UTF-8, whatever the file is in.
void CsvReader::append_cell_bytes(std::string_view bytes) {
    if (encoding_ == Encoding::windows_1252)
        append_windows_1252(cell_bytes_, bytes);
    else
        cell_bytes_ += bytes;
}

}  // namespace cadran::format
