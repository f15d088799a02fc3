// SPDX-License-Identifier: Apache-2.0
// The program: lends the real world to its two faces, and the one to the other; or runs the scripts of a
// plugin that nobody trusts.
#include <fcntl.h>
#include <pwd.h>
#include <termios.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iostream>

#include <fmt/format.h>

#include "cli/program.h"
#include "script/script_service.h"
#include "web/server.h"

namespace {

std::string system_user() {
    const passwd* entry = ::getpwuid(::geteuid());
    return entry == nullptr ? std::to_string(::geteuid()) : entry->pw_name;
}

std::optional<std::string> variable(const std::string& name) {
    const char* value = std::getenv(name.c_str());
    if (value == nullptr) return {};
    return value;
}

// Typed at the terminal that the program belongs to, whatever its streams are. An interrupt leaves the
// terminal as it was.
std::optional<std::string> secret(const std::string& prompt) {
    std::fstream terminal("/dev/tty");
    const int descriptor = terminal ? ::open("/dev/tty", O_RDWR | O_CLOEXEC) : -1;
    termios seen{};
    if (descriptor < 0 || ::tcgetattr(descriptor, &seen) != 0) return {};
    termios unseen = seen;
    unseen.c_lflag &= ~static_cast<tcflag_t>(ECHO | ISIG);
    ::tcsetattr(descriptor, TCSAFLUSH, &unseen);
    terminal << prompt << std::flush;
    std::string line;
    const bool typed = static_cast<bool>(std::getline(terminal, line));
    ::tcsetattr(descriptor, TCSAFLUSH, &seen);
    ::close(descriptor);
    terminal.clear();
    terminal << '\n' << std::flush;
    if (!typed) return {};
    return line;
}

// Until it is asked to end, as a terminal or a service asks.
cadran::Done serve(const cadran::cli::Serving& serving, cadran::Randomness& randomness) {
    ::sigset_t ends;
    ::sigemptyset(&ends);
    ::sigaddset(&ends, SIGTERM);
    ::sigaddset(&ends, SIGINT);
    ::pthread_sigmask(SIG_BLOCK, &ends, nullptr);  // before there are threads, which inherit it
    std::signal(SIGPIPE, SIG_IGN);
    std::vector<std::string> hosts = serving.hosts;
    hosts.insert(hosts.end(), {serving.address, "localhost", "127.0.0.1", "[::1]"});
    cadran::web::Site site({serving.workspace, serving.keys_home, hosts, serving.memory, serving.worker},
                           serving.clock, randomness, serving.log);
    const auto server = cadran::web::Server::start({.address = serving.address,
                                                    .port = serving.port,
                                                    .certificate = serving.certificate,
                                                    .key = serving.key,
                                                    .behind_proxy = serving.behind_proxy},
                                                   site);
    if (!server) return tl::unexpected(server.error());
    const char* scheme = serving.certificate.empty() ? "http" : "https";
    serving.listening(fmt::format("{}://{}:{}", scheme, serving.address, (*server)->port()));
    int signal = 0;
    ::sigwait(&ends, &signal);
    return {};
}

}  // namespace

int main(int count, char** words) {
    if (count == 2 && std::string_view(words[1]) == cadran::script::script_service)
        ::_exit(cadran::script::serve_scripts());
    std::signal(SIGCHLD, SIG_DFL);  // ignored, the system would give away the number of a worker that ended
    std::ios::sync_with_stdio(false);
    std::signal(SIGPIPE, SIG_DFL);
    const cadran::SystemClock clock;
    cadran::SystemRandomness randomness;
    const cadran::cli::Surroundings surroundings{
        .results = std::cout,
        .notes = std::cerr,
        .variable = variable,
        .system_user = system_user(),
        .folder = std::filesystem::current_path(),
        .clock = clock,
        .randomness = randomness,
        .worker = {"/proc/self/exe", cadran::script::script_service},
        .results_on_terminal = ::isatty(STDOUT_FILENO) != 0,
        .notes_on_terminal = ::isatty(STDERR_FILENO) != 0,
        .secret = secret,
        .serve = [&](const cadran::cli::Serving& serving) { return serve(serving, randomness); },
    };
    const int code = cadran::cli::run({words + 1, words + count}, surroundings);
    std::cout.flush();
    return std::cout.good() || code != 0 ? code : 70;
}
