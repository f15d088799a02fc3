// SPDX-License-Identifier: Apache-2.0
#include "app/finding_runs.h"

#include <algorithm>
#include <cstring>
#include <queue>

namespace cadran::app {

namespace {

constexpr std::size_t usual_read = std::size_t{1} << 16;
// Of a run; more of it goes to the disk.
constexpr std::size_t most_in_memory = std::size_t{1} << 20;

// Lengths stand before the bytes.
struct Lengths {
    std::uint32_t order = 0;
    std::uint32_t line = 0;

    std::size_t all() const { return sizeof *this + order + line; }

    // None where there are too few bytes for it and what it tells of.
    static std::optional<Lengths> of(std::string_view bytes) {
        Lengths lengths;
        if (bytes.size() < sizeof lengths) return {};
        std::memcpy(&lengths, bytes.data(), sizeof lengths);
        if (bytes.size() < lengths.all()) return {};
        return lengths;
    }
};

struct Entry {
    std::string_view order;
    std::string_view line;

    static Entry at(std::string_view bytes, const Lengths& lengths) {
        return {bytes.substr(sizeof lengths, lengths.order),
                bytes.substr(sizeof lengths + lengths.order, lengths.line)};
    }
};

}  // namespace

// Of one run in the file, entry by entry.
class FindingRuns::Reader {
  public:
    Reader(const UnnamedFile& file, Extent left) : file_(&file), left_(left) {}

    // False at its end.
    bool next() {
        auto lengths = Lengths::of(std::string_view(bytes_).substr(used_));
        while (!lengths && left_.from < left_.to) {
            bytes_.erase(0, std::exchange(used_, 0));
            const std::size_t had = bytes_.size();
            bytes_.resize(had + std::min(usual_read, static_cast<std::size_t>(left_.to - left_.from)));
            file_->read(left_.from, bytes_.data() + had, bytes_.size() - had);
            left_.from += static_cast<std::int64_t>(bytes_.size() - had);
            lengths = Lengths::of(bytes_);
        }
        if (!lengths) return false;
        entry_ = Entry::at(std::string_view(bytes_).substr(used_), *lengths);
        used_ += lengths->all();
        return true;
    }

    const Entry& entry() const { return entry_; }

  private:
    const UnnamedFile* file_;
    Extent left_;
    std::string bytes_;
    std::size_t used_ = 0;  // of them
    Entry entry_;
};

void FindingRuns::add(std::string_view order, std::string_view line) {
    const Lengths lengths{static_cast<std::uint32_t>(order.size()), static_cast<std::uint32_t>(line.size())};
    run_.append(reinterpret_cast<const char*>(&lengths), sizeof lengths);
    run_.append(order).append(line);
    if (run_.size() >= most_in_memory) write();
}

void FindingRuns::end_run() {
    if (!run_.empty()) write();
    if (at_hand_) runs_.push_back(*std::exchange(at_hand_, {}));
}

// Behind what is there of the run.
void FindingRuns::write() {
    if (!file_) file_.emplace(folder_);
    if (!at_hand_) at_hand_ = {file_->size(), file_->size()};
    file_->append(run_);
    at_hand_->to = file_->size();
    run_.clear();
}

void FindingRuns::for_each(const std::function<void(std::string_view line)>& take) const {
    std::vector<Reader> readers;
    for (const Extent& run : runs_) readers.emplace_back(*file_, run);
    const auto is_behind = [&](std::size_t one, std::size_t other) {
        return readers[one].entry().order > readers[other].entry().order;
    };
    std::priority_queue<std::size_t, std::vector<std::size_t>, decltype(is_behind)> next(is_behind);
    for (std::size_t i = 0; i < readers.size(); ++i) {
        if (readers[i].next()) next.push(i);
    }
    while (!next.empty()) {
        const std::size_t reader = next.top();
        next.pop();
        take(readers[reader].entry().line);
        if (readers[reader].next()) next.push(reader);
    }
}

}  // namespace cadran::app
