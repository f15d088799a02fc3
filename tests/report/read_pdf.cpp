// SPDX-License-Identifier: Apache-2.0
#include "report/read_pdf.h"

#include <cstdio>
#include <memory>

#include "base/file.h"
#include "temporary_folder.h"

namespace cadran::report {

std::string asked(const std::string& tool, const std::string& bytes, const std::string& behind) {
    const TemporaryFolder folder;
    const auto place = folder.path() / "document.pdf";
    write_durably(place, bytes);
    const std::string command = tool + " '" + place.string() + "' " + behind;
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> answer(popen(command.c_str(), "r"), pclose);
    std::string text;
    char block[4096];
    while (const std::size_t size = std::fread(block, 1, sizeof block, answer.get()))
        text.append(block, size);
    return text;
}

int pages_of(const std::string& bytes) {
    const std::string facts = asked("pdfinfo", bytes);
    return std::stoi(facts.substr(facts.find("Pages:") + 6));
}

std::string words_of(const std::string& bytes, int page) {
    return asked(page == 0 ? "pdftotext" : fmt::format("pdftotext -f {0} -l {0}", page), bytes, "-");
}

}  // namespace cadran::report
