// SPDX-License-Identifier: Apache-2.0
// The gate: HTTP/1.1 as RFC 9112 has it, and nothing that two programs could read differently.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "web/multipart.h"
#include "web/request.h"

namespace cadran::web {

// More is refused; what is refused is never read on.
struct Limits {
    std::size_t line = 4096;         // of the request line: 414
    std::size_t head = 16384;        // of all header lines together: 431
    std::size_t headers = 64;        // 431
    std::size_t body = 1024 * 1024;  // 413; of files, what the site has room for
    std::size_t fields = 512;        // of a query or a form: 400
};

// Takes the bytes of a connection as they arrive; knows no socket. One request a time: what arrived behind it
// stays for the next.
class RequestReader {
  public:
    enum class State {
        reading,
        complete,
        refused,  // for good: where the next request starts is anybody's guess, so the connection ends
    };

    // How many bytes of files that request may bring, its head alone being known.
    using Room = std::function<std::size_t(const Request&)>;

    explicit RequestReader(
        const Limits& limits = {}, Room room = [](const Request&) { return 0; })
        : limits_(limits), room_(std::move(room)) {}

    State feed(std::string_view bytes);
    State state() const { return state_; }
    // Nothing of a next request has arrived.
    bool is_idle() const { return state_ == State::reading && pending_.empty() && !has_head_; }
    // The status that says why; of what was refused.
    int refusal() const { return refusal_; }
    // Bytes of the body that are still to come, where it has files; they may take their time.
    std::size_t files_to_come() const { return multipart_ ? length_ - multipart_->size() : 0; }
    // The sender waits to be told before it sends the body. True once a request.
    bool takes_expectation();
    // The request without peer, and whether another may follow on the connection; of what is complete. Then
    // the next one is read.
    Request take();
    // Of the request taken last.
    bool keeps_alive() const { return keeps_alive_; }

  private:
    State refuse(int status);
    State advance();
    std::optional<int> read_line(std::string_view line);
    std::optional<int> read_header(std::string_view line);
    std::optional<int> look_at_head();
    std::optional<int> read_length();
    bool read_multipart();
    std::optional<int> finish();

    Limits limits_;
    Room room_;
    std::unique_ptr<MultipartBody> multipart_;
    State state_ = State::reading;
    int refusal_ = 0;
    std::string pending_;
    std::size_t head_bytes_ = 0;
    std::size_t head_lines_ = 0;
    bool has_line_ = false;
    bool has_head_ = false;
    bool expects_continue_ = false;
    bool keeps_alive_ = false;
    std::size_t length_ = 0;
    Request request_;
    std::string target_;
};

// `a=1&b=%C3%A9`; none where an escape is broken, the text is not UTF-8 or has a control character other than
// a line break or tab, or there are too many.
std::optional<Fields> parse_form(std::string_view text, std::size_t most_fields);

// A path with its escapes undone; none where a part is empty, `.` or `..`, escaped or not, or has a slash,
// backslash or control character in it.
std::optional<std::string> canonical_path(std::string_view raw);

}  // namespace cadran::web
