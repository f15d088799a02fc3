// SPDX-License-Identifier: Apache-2.0
// A program that tests start in place of cadran's own worker: an honest one, or one that was taken over.
#include <dirent.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <map>
#include <string>

#include "script/confinement.h"
#include "script/script_service.h"
#include "script/wire.h"

namespace {

using namespace cadran::script;

constexpr int host = 0;

// Ended by a signal, as by somebody's `kill -9`, once it has answered so many requests.
int mortal(int answers) {
    ScriptService service(host);
    for (int i = 0; i <= answers; ++i) service.answer();  // the script comes first, and has no answer
    std::string text;
    receive_text(host, text, greatest_request);
    std::raise(SIGKILL);
    return 1;
}

// Says the same of whatever it is asked.
int forger(const std::string& answer) {
    for (std::string text; receive_text(host, text, greatest_request) == Received::text;) {
        if (!text.starts_with("{\"script\"")) send_text(host, answer);
    }
    return 0;
}

// Answers bytes that are none of the form.
int babbler(const std::string& bytes) {
    std::string text;
    receive_text(host, text, greatest_request);
    receive_text(host, text, greatest_request);
    return ::write(host, bytes.data(), bytes.size()) < 0 ? 1 : 0;
}

int silent() {
    for (;;) ::pause();
}

// Whether it has no descriptor but the host's, and nothing in its environment.
bool has_nothing() {
    DIR* folder = ::opendir("/proc/self/fd");
    if (folder == nullptr) return false;
    bool nothing = environ[0] == nullptr;
    while (const dirent* entry = ::readdir(folder)) {
        const int descriptor = entry->d_name[0] == '.' ? host : std::atoi(entry->d_name);
        nothing = nothing && (descriptor == host || descriptor == ::dirfd(folder));
    }
    ::closedir(folder);
    return nothing;
}

// What somebody tries who took over the confined process; each ends it, or gives what it returns.
const std::map<std::string, std::function<int()>> attempts{
    {"nothing", [] { return 7; }},
    {"open", [] { return ::open("/etc/passwd", O_RDONLY) < 0 ? 1 : 0; }},
    {"socket", [] { return ::socket(AF_INET, SOCK_STREAM, 0) < 0 ? 1 : 0; }},
    {"fork", [] { return ::fork() < 0 ? 1 : 0; }},
    {"execve",
     [] {
         char* const none[] = {nullptr};
         return ::execve("/bin/true", none, none);
     }},
    {"kill", [] { return ::kill(::getppid(), 0); }},
    {"write elsewhere", [] { return ::write(1, "", 0) < 0 ? 1 : 0; }},
    {"read elsewhere",
     [] {
         char byte = 0;
         return ::read(1, &byte, 1) < 0 ? 1 : 0;
     }},
    {"memory to run",
     [] {
         return ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1,
                       0) == MAP_FAILED
                    ? 1
                    : 0;
     }},
    {"memory made to run",
     [] {
         void* memory = ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
         return ::mprotect(memory, 4096, PROT_READ | PROT_EXEC);
     }},
    {"memory of a file",
     [] { return ::mmap(nullptr, 4096, PROT_READ, MAP_PRIVATE, 0, 0) == MAP_FAILED ? 1 : 0; }},
    // These two are no forbidden calls: they just do not succeed.
    {"too much memory",
     [] {
         return ::mmap(nullptr, greatest_address_space, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS,
                       -1, 0) == MAP_FAILED
                    ? 7
                    : 0;
     }},
    {"enough memory",
     [] {
         return ::mmap(nullptr, greatest_address_space / 8, PROT_READ | PROT_WRITE,
                       MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED
                    ? 0
                    : 7;
     }},
};

int run(const std::string& part, const std::string& more) {
    if (part == script_service) return serve_scripts();
    if (part == "bare") return has_nothing() ? serve_scripts() : 1;
    if (part == "unconfined") return 70;
    if (part == "mute") return silent();
    if (part == "try") {
        confine(host);
        return attempts.at(more)();
    }
    send_text(host, worker_is_ready);
    if (part == "mortal") return mortal(std::atoi(more.c_str()));
    if (part == "forger") return forger(more);
    if (part == "babbler") return babbler(more);
    if (part == "huge") return babbler("\xFF\xFF\xFF\xFF");
    if (part == "cut off") return babbler({'\0', '\0', '\0', '\7', '{'});
    if (part == "silent") return silent();
    return 64;
}

}  // namespace

int main(int count, char** words) {
    ::_exit(run(count > 1 ? words[1] : "", count > 2 ? words[2] : ""));
}
