// SPDX-License-Identifier: Apache-2.0
// A process that gives up everything it does not need to run scripts.
#pragma once

namespace cadran::script {

// Bytes of address space that such a process may have.
inline constexpr unsigned long long greatest_address_space = 256ULL << 20;

// Of this process, for good: no new privileges, no files, no processes, no core, as much processor time as a
// run; it ends with the process that started it. Then the kernel kills it at any call of the system but those
// that read from and write to `descriptor`, take and give back memory, tell the time, and end. Whoever calls
// it has one thread. Throws std::runtime_error where the system refuses any of it.
void confine(int descriptor);

}  // namespace cadran::script
