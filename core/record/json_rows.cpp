// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>

#include "base/file.h"
#include "base/json_members.h"
#include "base/text.h"
#include "format/csv_writer.h"
#include "record/row_source.h"

namespace cadran::record {

namespace {

constexpr std::size_t greatest_line = std::size_t{1} << 20;
constexpr std::size_t greatest_members = 1000;
constexpr std::size_t kept_of_long_line = 4096;

// Parts blocks into lines; of a line that is too long it keeps the start.
class Lines {
  public:
    using Take = std::function<bool(std::string_view line, std::int64_t number, bool too_long)>;

    explicit Lines(const Take& take) : take_(take) {}

    bool block(std::string_view bytes) {
        while (!bytes.empty()) {
            const auto end = bytes.find('\n');
            const std::string_view part = bytes.substr(0, end);
            too_long_ = too_long_ || line_.size() + part.size() > greatest_line;
            if (!too_long_)
                line_ += part;
            else if (line_.size() < kept_of_long_line)
                line_ += part.substr(0, kept_of_long_line);
            if (end == std::string_view::npos) return true;
            bytes.remove_prefix(end + 1);
            if (!finish()) return false;
        }
        return true;
    }

    // Of what stands behind the last line end, too.
    bool finish() {
        ++number_;
        std::string_view line = line_;
        if (number_ == 1 && line.starts_with(byte_order_mark)) line.remove_prefix(byte_order_mark.size());
        if (too_long_) line = line.substr(0, kept_of_long_line);
        const bool more = trimmed(line).empty() || take_(trimmed(line), number_, too_long_);
        line_.clear();
        too_long_ = false;
        return more;
    }

  private:
    const Take& take_;
    std::string line_;
    std::int64_t number_ = 0;
    bool too_long_ = false;
};

class JsonRows final : public RowSource {
  public:
    JsonRows(std::filesystem::path file, std::int64_t size) : file_(std::move(file)), size_(size) {}

    // Looks for the names of all members.
    Done look() {
        return lines([this](std::string_view line, std::int64_t, bool too_long) {
            const auto members = read(line, too_long);
            if (!members) return true;
            for (const JsonMember& member : *members) {
                if (columns_.try_emplace(member.name, names_.size()).second) names_.push_back(member.name);
            }
            return names_.size() <= greatest_members;
        });
    }

    bool has_too_many_members() const { return names_.size() > greatest_members; }

    Done read(const Take& take) override {
        row_.line = 0;
        row_.fault.reset();
        row_.cell_faults.clear();
        texts_ = names_;
        take_texts(std::string(byte_order_mark));
        if (names_.empty() || !take(row_)) return {};
        return lines([&](std::string_view line, std::int64_t number, bool too_long) {
            make(line, number, too_long);
            return take(row_);
        });
    }

    std::int64_t position() const override { return position_; }
    std::int64_t size() const override { return size_; }

  private:
    Done lines(const Lines::Take& take) {
        position_ = 0;
        bool more = true;
        Lines lines(take);
        const Done read = read_blocks(file_, [&](std::string_view block) {
            position_ += std::ssize(block);
            return more = lines.block(block);
        });
        if (read && more) lines.finish();
        return read;
    }

    static tl::expected<std::vector<JsonMember>, Message> read(std::string_view line, bool too_long) {
        if (too_long) return tl::unexpected(Message{"record.json_line_too_long"});
        if (!is_utf8(line)) return tl::unexpected(Message{"record.not_utf8"});
        return read_json_members(line);
    }

    void make(std::string_view line, std::int64_t number, bool too_long) {
        row_.line = number;
        row_.fault.reset();
        row_.cell_faults.clear();
        texts_.assign(names_.size(), {});
        auto members = read(line, too_long);
        if (!members) {
            texts_.front() = line;
            take_texts({});
            row_.cells.clear();
            row_.fault = std::move(members.error());
            return;
        }
        for (JsonMember& member : *members) {
            const auto known = columns_.find(member.name);
            if (known == columns_.end()) continue;  // the file was changed meanwhile, which its hash tells
            const std::size_t column = known->second;
            if (member.kind == JsonMember::Kind::nested)
                row_.cell_faults.push_back({column, {"record.nested_value"}});
            texts_[column] = std::move(member.text);
        }
        take_texts({});
    }

    void take_texts(std::string raw) {
        for (const std::string& text : texts_) writer_.cell(text);
        writer_.end_line();
        raw_ = std::move(raw) + writer_.take();
        row_.raw = raw_;
        row_.cells.assign(texts_.begin(), texts_.end());
    }

    std::filesystem::path file_;
    std::int64_t size_;
    std::int64_t position_ = 0;
    std::vector<std::string> names_;
    std::map<std::string, std::size_t, std::less<>> columns_;
    std::vector<std::string> texts_;
    format::CsvWriter writer_{',', format::CsvWriter::Reader::program};
    std::string raw_;
    Row row_;
};

}  // namespace

Result<std::unique_ptr<RowSource>> open_json_lines(const std::filesystem::path& file) {
    std::error_code fault;
    const auto size = std::filesystem::file_size(file, fault);
    auto rows = std::make_unique<JsonRows>(file, fault ? 0 : static_cast<std::int64_t>(size));
    if (const Done done = rows->look(); !done) return tl::unexpected(done.error());
    if (rows->has_too_many_members()) {
        return invalid(
            Message{"record.too_many_members",
                    {{"file", file.filename().string()}, {"limit", std::int64_t{greatest_members}}}});
    }
    return rows;
}

}  // namespace cadran::record
