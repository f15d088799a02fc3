// SPDX-License-Identifier: Apache-2.0
// Any bytes as what a connection brings: however they are cut into pieces, the same requests are read or the
// same refusal is given, and nothing of a request leads out of where it may.
#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/file.h"
#include "fuzz/claim.h"
#include "web/request_reader.h"

using namespace cadran;
using namespace cadran::web;

namespace {

std::string text_of(const Fields& fields) {
    std::string text;
    for (const auto& [name, value] : fields) text += name + "=" + value + "\n";
    return text;
}

std::string text_of(const Request& request) {
    std::string text = request.method + " " + request.path + "\n";
    for (const auto& [name, value] : request.headers) text += name + ": " + value + "\n";
    text += text_of(request.query) + text_of(request.form) + text_of(request.cookies);
    for (const Upload& upload : request.uploads)
        text += upload.field + ": " + upload.file.filename().string() + "\n" +
                read_file(upload.file).value_or("?") + "\n";
    return request.json ? text + request.json->canonical_text() : text;
}

void claim_sound(const Request& request) {
    fuzz::claim(request.path.starts_with('/'), "a path starts at the root");
    fuzz::claim(request.path.find("/../") == std::string::npos && !request.path.ends_with("/.."),
                "no path leads out");
    const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
    fuzz::claim(std::ranges::none_of(request.path, is_control), "a path is of printable characters");
    for (const auto& [name, value] : request.headers)
        fuzz::claim(value.find('\n') == std::string::npos && value.find('\r') == std::string::npos,
                    "a header is one line");
    for (const Upload& upload : request.uploads)
        fuzz::claim(upload.file.parent_path().parent_path() == upload.keeper->path,
                    "a file stays in its folder");
}

// In pieces of so many bytes; 0 for all at once.
std::vector<std::string> read(std::string_view bytes, std::size_t piece) {
    constexpr std::size_t most = 64;
    RequestReader reader;
    std::vector<std::string> told;
    while (told.size() < most) {
        const std::size_t length = piece == 0 ? bytes.size() : std::min(piece, bytes.size());
        auto state = reader.feed(bytes.substr(0, length));
        bytes.remove_prefix(length);
        while (state == RequestReader::State::complete && told.size() < most) {
            const Request request = reader.take();
            claim_sound(request);
            told.push_back(text_of(request));
            state = reader.feed("");
        }
        if (state == RequestReader::State::refused) {
            told.push_back(std::to_string(reader.refusal()));
            break;
        }
        if (bytes.empty()) break;
    }
    return told;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto whole = read(bytes, 0);
    fuzz::claim(whole == read(bytes, 1), "byte by byte it is the same");
    fuzz::claim(whole == read(bytes, 7), "in pieces it is the same");
    return 0;
}
