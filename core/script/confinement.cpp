// SPDX-License-Identifier: Apache-2.0
#include "script/confinement.h"

#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#include <csignal>
#include <stdexcept>
#include <string>

#include <fmt/format.h>

#include "script/limits.h"

namespace cadran::script {

namespace {

void expect_zero(int result, const char* what) {
    if (result != 0) throw std::runtime_error(fmt::format("{} failed", what));
}

void limit(__rlimit_resource resource, rlim_t most) {
    const rlimit both{most, most};
    expect_zero(::setrlimit(resource, &both), "setrlimit");
}

void limit_all() {
#if !defined(__SANITIZE_ADDRESS__)  // its shadow memory alone is larger than any machine's
    limit(RLIMIT_AS, greatest_address_space);
#endif
    limit(RLIMIT_CPU, static_cast<rlim_t>(std::chrono::ceil<std::chrono::seconds>(Limits{}.run).count()));
    limit(RLIMIT_FSIZE, 0);
    limit(RLIMIT_NOFILE, 0);
    limit(RLIMIT_NPROC, 0);
    limit(RLIMIT_CORE, 0);
}

// The calls that are left, where their arguments are as said.
class Filter {
  public:
    Filter() : context_(::seccomp_init(SCMP_ACT_KILL_PROCESS)) {
        if (context_ == nullptr) throw std::runtime_error("seccomp_init failed");
    }
    ~Filter() { ::seccomp_release(context_); }
    Filter(const Filter&) = delete;
    Filter& operator=(const Filter&) = delete;

    template <typename... Conditions>
    void allow(int call, Conditions... conditions) {
        expect_zero(::seccomp_rule_add(context_, SCMP_ACT_ALLOW, call, sizeof...(conditions), conditions...),
                    "seccomp_rule_add");
    }

    void load() { expect_zero(::seccomp_load(context_), "seccomp_load"); }

  private:
    scmp_filter_ctx context_;
};

void filter_calls(int descriptor) {
    Filter filter;
    // Of an argument by its number; of those that are masked only the bits of the mask count.
    const scmp_arg_cmp is_it{0, SCMP_CMP_EQ, static_cast<scmp_datum_t>(descriptor), 0};
    filter.allow(SCMP_SYS(read), is_it);
    filter.allow(SCMP_SYS(write), is_it);
    // Memory of no file, and never such that what is written to it can be run.
    const scmp_arg_cmp runs_nothing{2, SCMP_CMP_MASKED_EQ, PROT_EXEC, 0};
    const scmp_arg_cmp is_of_no_file{3, SCMP_CMP_MASKED_EQ, MAP_ANONYMOUS, MAP_ANONYMOUS};
    filter.allow(SCMP_SYS(mmap), runs_nothing, is_of_no_file);
    filter.allow(SCMP_SYS(mprotect), runs_nothing);
    for (const int call : {SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(madvise), SCMP_SYS(brk),
                           SCMP_SYS(futex), SCMP_SYS(getcpu), SCMP_SYS(clock_gettime), SCMP_SYS(gettimeofday),
                           SCMP_SYS(time), SCMP_SYS(exit), SCMP_SYS(exit_group)})
        filter.allow(call);
#if defined(__SANITIZE_ADDRESS__)  // it looks for the stack whenever an exception is thrown
    filter.allow(SCMP_SYS(sigaltstack));
#endif
    filter.load();
}

}  // namespace

void confine(int descriptor) {
    expect_zero(::prctl(PR_SET_PDEATHSIG, SIGKILL), "PR_SET_PDEATHSIG");
    expect_zero(::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), "PR_SET_NO_NEW_PRIVS");
    expect_zero(::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0), "PR_SET_DUMPABLE");
    limit_all();
    filter_calls(descriptor);
}

}  // namespace cadran::script
