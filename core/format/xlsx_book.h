// SPDX-License-Identifier: Apache-2.0
// What a workbook says outside its sheets: which parts there are, texts that cells share, what styles show.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "format/xlsx_number.h"
#include "format/xml_stream.h"
#include "format/zip_file.h"

namespace cadran::format {

struct XlsxPart {
    std::string name;  // of the part in the zip file
    std::string type;  // last word of the relationship's type: `worksheet`
};

// Texts that cells share, one after another; memory is what they are long.
class SharedTexts {
  public:
    // False once they are more than the reader takes.
    bool add(std::string_view text);
    std::size_t size() const { return ends_.size(); }
    std::string_view at(std::size_t index) const;

  private:
    std::string bytes_;
    std::vector<std::size_t> ends_;
};

struct XlsxBook {
    struct Sheet {
        std::string name;
        std::string part;
        bool hidden = false;
    };

    ZipFile zip;
    std::string file_name;
    std::vector<Sheet> sheets = {};
    SharedTexts texts = {};
    std::vector<NumberFormat> styles = {};  // by the number that cells give
    DateSystem dates = DateSystem::from_1900;
};

Result<XlsxBook> read_book(ZipFile zip, const std::string& file_name);

// Streams a part of the file; tells what is wrong with it.
std::optional<Diagnostic> stream_part(ZipFile& zip, const std::string& file_name, const std::string& part,
                                      XmlListener& listener);

}  // namespace cadran::format
