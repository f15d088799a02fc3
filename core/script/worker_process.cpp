// SPDX-License-Identifier: Apache-2.0
#include "script/worker_process.h"

#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <stdexcept>

namespace cadran::script {

namespace {

void expect_done(int error, const char* what) {
    if (error != 0) throw std::runtime_error(fmt::format("{} failed: {}", what, error));
}

// How a process starts: without any of this one's descriptors but `socket`, and no signal held back or
// ignored; in a group of its own, so that an interrupt typed at the terminal is for this process to act upon.
class Beginning {
  public:
    explicit Beginning(int socket) {
        expect_done(::posix_spawn_file_actions_init(&actions_), "file_actions_init");
        expect_done(::posix_spawnattr_init(&attributes_), "spawnattr_init");
        expect_done(::posix_spawn_file_actions_adddup2(&actions_, socket, 0), "adddup2");
        expect_done(::posix_spawn_file_actions_addclosefrom_np(&actions_, 1), "addclosefrom");
        ::sigset_t none, all;
        ::sigemptyset(&none);
        ::sigfillset(&all);
        expect_done(::posix_spawnattr_setsigmask(&attributes_, &none), "setsigmask");
        expect_done(::posix_spawnattr_setsigdefault(&attributes_, &all), "setsigdefault");
        expect_done(::posix_spawnattr_setflags(
                        &attributes_, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP),
                    "setflags");
    }
    ~Beginning() {
        ::posix_spawn_file_actions_destroy(&actions_);
        ::posix_spawnattr_destroy(&attributes_);
    }
    Beginning(const Beginning&) = delete;
    Beginning& operator=(const Beginning&) = delete;

    pid_t start(std::vector<std::string>& command) const {
        std::vector<char*> words;
        for (std::string& word : command) words.push_back(word.data());
        words.push_back(nullptr);
        std::array<char*, 1> no_environment{nullptr};
        pid_t process = -1;
        expect_done(::posix_spawn(&process, words.front(), &actions_, &attributes_, words.data(),
                                  no_environment.data()),
                    "posix_spawn");
        return process;
    }

  private:
    posix_spawn_file_actions_t actions_{};
    posix_spawnattr_t attributes_{};
};

pid_t started(std::vector<std::string>& command, int socket) {
    if (command.empty()) throw std::runtime_error("no program to start");
    return Beginning(socket).start(command);
}

}  // namespace

WorkerProcess::WorkerProcess(std::vector<std::string> command) {
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        throw std::runtime_error("socketpair failed");
    socket_ = ends[0];
    std::promise<void> is_started;
    std::future<void> start = is_started.get_future();
    keeper_ = std::jthread([command = std::move(command), theirs = ends[1], end = let_go_.get_future(),
                            begun = std::move(is_started)]() mutable {
        pid_t process = -1;
        try {
            process = started(command, theirs);
            ::close(theirs);
            begun.set_value();
        } catch (const std::runtime_error&) {
            ::close(theirs);
            return begun.set_exception(std::current_exception());
        }
        end.wait();
        ::kill(process, SIGKILL);
        while (::waitpid(process, nullptr, 0) < 0 && errno == EINTR) {
        }
    });
    try {
        start.get();
    } catch (...) {
        ::close(socket_);
        throw;
    }
}

WorkerProcess::~WorkerProcess() {
    ::close(socket_);
    let_go_.set_value();
}

}  // namespace cadran::script
