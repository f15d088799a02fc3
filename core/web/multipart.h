// SPDX-License-Identifier: Apache-2.0
// Forms with files (`multipart/form-data`, RFC 7578): kept on disk while they arrive, then taken apart.
#pragma once

#include <cstddef>
#include <fstream>
#include <memory>
#include <string>
#include <string_view>

#include "web/request.h"

namespace cadran::web {

class MultipartBody {
  public:
    // Null where the type says no boundary. Throws std::system_error where the disk refuses.
    static std::unique_ptr<MultipartBody> begin(std::string_view content_type);

    // Throws std::system_error where the disk refuses.
    void add(std::string_view bytes);
    std::size_t size() const { return size_; }
    // Fields and files of what has arrived; false where it is no such form, has more parts than that, or a
    // field of it is no text or longer than a mebibyte.
    bool finish(std::size_t most_parts, Request& request);

  private:
    MultipartBody(std::string boundary, std::shared_ptr<PrivateFolder> folder);

    bool is_whole() const;

    const std::string boundary_;
    const std::shared_ptr<PrivateFolder> folder_;
    std::ofstream arriving_;
    std::size_t size_ = 0;
};

}  // namespace cadran::web
