// SPDX-License-Identifier: Apache-2.0
// The site on a port: connections, their deadlines, and the end of all of them.
#pragma once

#include <chrono>
#include <memory>
#include <string>

#include "base/result.h"
#include "web/request_reader.h"
#include "web/site.h"

namespace cadran::web {

struct ServerSettings {
    std::string address = "127.0.0.1";
    int port = 8413;                         // 0: any that is free
    std::filesystem::path certificate = {};  // PEM, with its chain; empty: no TLS here
    std::filesystem::path key = {};
    bool behind_proxy = false;  // it says whose request it is, and whether it came by TLS
    int threads = 64;
    Limits limits = {};
    std::size_t slowest_file =
        256;  // bytes a millisecond that files come at the least, for which the request lasts longer
    // In all, however slowly the bytes come: of a request, of its answer, and between two requests.
    std::chrono::milliseconds request_lasts{15000};
    std::chrono::milliseconds answer_lasts{30000};
    std::chrono::milliseconds idle_lasts{2000};
};

class Server {
  public:
    // Listens, and answers from then on. Invalid where the address cannot be had or the certificate not be
    // read.
    static Result<std::unique_ptr<Server>> start(const ServerSettings& settings, Site& site);
    // Finishes what is being answered, and closes everything.
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    int port() const;

  private:
    struct Engine;
    explicit Server(std::unique_ptr<Engine> engine);

    std::unique_ptr<Engine> engine_;
};

}  // namespace cadran::web
