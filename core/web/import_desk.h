// SPDX-License-Identifier: Apache-2.0
// Imports that go on after their form was answered, one after the other, so that none holds a connection.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "app/import.h"
#include "web/request.h"

namespace cadran::web {

// What somebody brought, and what came of it so far.
struct Errand {
    enum class Stage { waiting, running, done, failed };

    std::string id;       // nobody guesses it; ends with the digest of what was brought
    std::string account;  // who alone may look at it
    std::string type;
    std::filesystem::path file;  // removed once it was read
    std::filesystem::path rejects;
    std::shared_ptr<PrivateFolder> keeper;  // of both
    Stage stage = Stage::waiting;
    std::int64_t done = 0;   // of `total`, in what the reader counts
    std::int64_t total = 0;  // 0: nobody knows
    std::optional<app::Imported> imported = {};
    std::optional<Failure> failure = {};

    bool is_over() const { return stage == Stage::done || stage == Stage::failed; }
};

class ImportDesk {
  public:
    // Runs what a session does, in a workspace of its own.
    using Run = std::function<Result<app::Imported>(
        const model::Account&, Language, const app::ImportRecords&, Progress&, const std::stop_token&)>;
    ImportDesk(Run run, Randomness& randomness);
    // Gives up what is being read; nothing of it was taken in.
    ~ImportDesk();
    ImportDesk(const ImportDesk&) = delete;
    ImportDesk& operator=(const ImportDesk&) = delete;

    // The id of the errand; none while too many wait. `content` is what the file holds.
    std::optional<std::string> take(const model::Account& by, Language language, app::ImportRecords command,
                                    const Digest& content, std::shared_ptr<PrivateFolder> keeper);
    // As it stands; none of another account, nor once it is forgotten.
    std::optional<Errand> find(const std::string& id, const std::string& account) const;
    // Whoever it is of.
    bool knows(const std::string& id) const;
    // What was brought, for who asks after the errand is forgotten; none where that is no id of an errand.
    static std::optional<Digest> content_of(std::string_view id);
    // One's own, newest first.
    std::vector<Errand> of(const std::string& account) const;

    static constexpr std::size_t most_waiting = 8;
    // Of those that are over; older ones are forgotten, with the lines that were rejected.
    static constexpr std::size_t most_kept = 32;

  private:
    struct Order {
        std::string id;
        model::Account by;
        Language language;
        app::ImportRecords command;
    };
    class Watch;

    void work(const std::stop_token& stop);
    void run(const Order& order, const std::stop_token& stop);
    void note(const std::string& id, const std::function<void(Errand&)>& change);
    void forget_old();

    const Run run_;
    Randomness& randomness_;
    mutable std::mutex mutex_;
    std::condition_variable_any came_;
    std::deque<Order> waiting_;
    std::deque<Errand> errands_;  // oldest first
    std::jthread worker_;         // last: it ends before what it uses
};

}  // namespace cadran::web
