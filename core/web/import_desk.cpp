// SPDX-License-Identifier: Apache-2.0
#include "web/import_desk.h"

#include <algorithm>

#include <fmt/format.h>

namespace cadran::web {

// Writes down how far an errand is.
class ImportDesk::Watch final : public Progress {
  public:
    Watch(ImportDesk& desk, std::string id) : desk_(desk), id_(std::move(id)) {}

    void advance(const Message&, std::int64_t done, std::int64_t total) override {
        desk_.note(id_, [&](Errand& errand) {
            errand.done = done;
            errand.total = total;
        });
    }

  private:
    ImportDesk& desk_;
    const std::string id_;
};

ImportDesk::ImportDesk(Run run, Randomness& randomness)
    : run_(std::move(run)),
      randomness_(randomness),
      worker_([this](const std::stop_token& stop) { work(stop); }) {}

ImportDesk::~ImportDesk() = default;

std::optional<std::string> ImportDesk::take(const model::Account& by, Language language,
                                            app::ImportRecords command, const Digest& content,
                                            std::shared_ptr<PrivateFolder> keeper) {
    const std::lock_guard lock(mutex_);
    if (waiting_.size() >= most_waiting) return {};
    Errand errand{.id = fmt::format("{}-{}", new_token(randomness_), content.hex()),
                  .account = by.name,
                  .type = command.type,
                  .file = command.file,
                  .rejects = command.rejects.value_or(std::filesystem::path()),
                  .keeper = std::move(keeper)};
    waiting_.push_back({errand.id, by, language, std::move(command)});
    errands_.push_back(std::move(errand));
    forget_old();
    came_.notify_one();
    return errands_.back().id;
}

std::optional<Errand> ImportDesk::find(const std::string& id, const std::string& account) const {
    const std::lock_guard lock(mutex_);
    const auto found = std::ranges::find_if(
        errands_, [&](const Errand& one) { return one.id == id && one.account == account; });
    return found == errands_.end() ? std::nullopt : std::optional(*found);
}

bool ImportDesk::knows(const std::string& id) const {
    const std::lock_guard lock(mutex_);
    return std::ranges::find(errands_, id, &Errand::id) != errands_.end();
}

std::optional<Digest> ImportDesk::content_of(std::string_view id) {
    const auto end = id.rfind('-');
    if (end == std::string_view::npos) return {};
    return Digest::from_hex(id.substr(end + 1));
}

std::vector<Errand> ImportDesk::of(const std::string& account) const {
    const std::lock_guard lock(mutex_);
    std::vector<Errand> own;
    for (auto one = errands_.rbegin(); one != errands_.rend(); ++one) {
        if (one->account == account) own.push_back(*one);
    }
    return own;
}

void ImportDesk::work(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        std::optional<Order> order;
        {
            std::unique_lock lock(mutex_);
            if (!came_.wait(lock, stop, [this] { return !waiting_.empty(); })) return;
            order = std::move(waiting_.front());
            waiting_.pop_front();
        }
        run(*order, stop);
    }
}

void ImportDesk::run(const Order& order, const std::stop_token& stop) {
    note(order.id, [](Errand& errand) { errand.stage = Errand::Stage::running; });
    Watch watch(*this, order.id);
    Result<app::Imported> imported = run_(order.by, order.language, order.command, watch, stop);
    std::error_code gone;
    std::filesystem::remove(order.command.file, gone);
    note(order.id, [&](Errand& errand) {
        errand.stage = imported ? Errand::Stage::done : Errand::Stage::failed;
        if (imported)
            errand.imported = std::move(*imported);
        else
            errand.failure = std::move(imported.error());
    });
}

void ImportDesk::note(const std::string& id, const std::function<void(Errand&)>& change) {
    const std::lock_guard lock(mutex_);
    const auto found = std::ranges::find(errands_, id, &Errand::id);
    if (found != errands_.end()) change(*found);
}

void ImportDesk::forget_old() {
    auto over = static_cast<std::size_t>(std::ranges::count_if(errands_, &Errand::is_over));
    std::erase_if(errands_, [&](const Errand& one) { return one.is_over() && over-- > most_kept; });
}

}  // namespace cadran::web
