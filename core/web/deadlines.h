// SPDX-License-Identifier: Apache-2.0
// Ends connections whose time is over: a total, which no trickle of bytes prolongs.
#pragma once

#include <chrono>
#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>

namespace cadran::web {

class Deadlines {
  public:
    using Time = std::chrono::steady_clock::time_point;

    Deadlines();
    ~Deadlines();
    Deadlines(const Deadlines&) = delete;
    Deadlines& operator=(const Deadlines&) = delete;

    // Watches a connection for as long as it lives; must end before the descriptor is closed.
    class Guard {
      public:
        Guard(Deadlines& deadlines, int descriptor) : deadlines_(deadlines), descriptor_(descriptor) {}
        ~Guard() { deadlines_.forget(descriptor_); }
        Guard(const Guard&) = delete;
        Guard& operator=(const Guard&) = delete;

        // From now; whoever reads or writes the connection then finds it closed. `idle`: nothing is lost
        // where it is closed before.
        void set(std::chrono::milliseconds lasts, bool idle = false) {
            deadlines_.set(descriptor_, lasts, idle);
        }

      private:
        Deadlines& deadlines_;
        int descriptor_;
    };

    // Closes every connection on which nothing is under way, now and from now on.
    void close_idle();

  private:
    struct Watched {
        Time until;
        bool idle = false;
    };

    void set(int descriptor, std::chrono::milliseconds lasts, bool idle);
    void forget(int descriptor);
    void watch();

    std::mutex mutex_;
    std::condition_variable changed_;
    std::map<int, Watched> watched_;
    bool closing_idle_ = false;
    bool ending_ = false;
    std::thread thread_;
};

}  // namespace cadran::web
