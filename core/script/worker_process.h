// SPDX-License-Identifier: Apache-2.0
// A process that was started with a socket as its only descriptor and ends with the object.
#pragma once

#include <chrono>
#include <future>
#include <string>
#include <thread>
#include <vector>

#include "script/wire.h"

namespace cadran::script {

class WorkerProcess {
  public:
    // The command: a path, then its arguments. The process has an empty environment and, as its descriptor 0,
    // the other end of the socket. Throws std::runtime_error where it cannot be started.
    explicit WorkerProcess(std::vector<std::string> command);
    // Kills it.
    ~WorkerProcess();
    WorkerProcess(const WorkerProcess&) = delete;
    WorkerProcess& operator=(const WorkerProcess&) = delete;

    bool send(std::string_view text, const Deadline& deadline) const {
        return send_text(socket_, text, deadline);
    }
    Received receive(std::string& text, std::size_t greatest, const Deadline& deadline) const {
        return receive_text(socket_, text, greatest, deadline);
    }

  private:
    int socket_ = -1;
    std::promise<void> let_go_;
    // The system kills a worker when the thread that started it ends: so that one starts it, and waits.
    std::jthread keeper_;
};

}  // namespace cadran::script
