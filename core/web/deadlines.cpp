// SPDX-License-Identifier: Apache-2.0
#include "web/deadlines.h"

#include <sys/socket.h>

#include <algorithm>

namespace cadran::web {

namespace {

constexpr std::chrono::milliseconds look_again{100};

}  // namespace

Deadlines::Deadlines() : thread_([this] { watch(); }) {}

Deadlines::~Deadlines() {
    {
        const std::lock_guard lock(mutex_);
        ending_ = true;
    }
    changed_.notify_all();
    thread_.join();
}

void Deadlines::set(int descriptor, std::chrono::milliseconds lasts, bool idle) {
    const std::lock_guard lock(mutex_);
    watched_[descriptor] = {std::chrono::steady_clock::now() + lasts, idle};
    if (idle && closing_idle_) ::shutdown(descriptor, SHUT_RDWR);
}

void Deadlines::forget(int descriptor) {
    const std::lock_guard lock(mutex_);
    watched_.erase(descriptor);
}

void Deadlines::close_idle() {
    const std::lock_guard lock(mutex_);
    closing_idle_ = true;
    for (const auto& [descriptor, watched] : watched_) {
        if (watched.idle) ::shutdown(descriptor, SHUT_RDWR);
    }
}

void Deadlines::watch() {
    std::unique_lock lock(mutex_);
    while (!ending_) {
        changed_.wait_for(lock, look_again);
        const Time now = std::chrono::steady_clock::now();
        std::erase_if(watched_, [&](const auto& entry) {
            if (entry.second.until > now) return false;
            ::shutdown(entry.first, SHUT_RDWR);
            return true;
        });
    }
}

}  // namespace cadran::web
