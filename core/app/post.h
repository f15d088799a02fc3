// SPDX-License-Identifier: Apache-2.0
// Where letters are handed in, so that tests own the network.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "app/letter.h"

namespace cadran::app::mail {

// What became of a letter.
enum class Fate {
    accepted,     // the server answers for it from now on
    refused,      // this one, for its recipient or its content; others may pass
    unreachable,  // the server: no other letter will pass either
};

struct Receipt {
    Fate fate = Fate::accepted;
    std::string reason = {};  // in the words of the server or the network, without control characters
};

class Post {
  public:
    virtual ~Post() = default;
    // Returns once the server has answered, or its time is over.
    virtual Receipt send(const Letter& letter) = 0;
};

struct Server {
    std::string host;
    int port = 587;
    bool starttls = true;   // and a certificate that the system trusts, for that host
    std::string user = {};  // empty: nobody signs in
    std::string password = {};
};

using Connect = std::function<std::unique_ptr<Post>(const Server&)>;

}  // namespace cadran::app::mail
