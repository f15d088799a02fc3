// SPDX-License-Identifier: Apache-2.0
// Makes a zip file in memory; the same parts give the same bytes.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace cadran::format {

class ZipWriter {
  public:
    ZipWriter();
    ~ZipWriter();
    ZipWriter(const ZipWriter&) = delete;
    ZipWriter& operator=(const ZipWriter&) = delete;

    // Compressed; unlike every other name, with forward slashes.
    void add(const std::string& name, std::string_view bytes);
    // The whole file. Once only.
    std::string finish();

  private:
    struct Engine;
    std::unique_ptr<Engine> engine_;
};

}  // namespace cadran::format
