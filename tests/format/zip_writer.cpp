// SPDX-License-Identifier: Apache-2.0
#include "format/zip_writer.h"

#include <boost/test/unit_test.hpp>
#include <fstream>

#include "format/zip_file.h"
#include "temporary_folder.h"

using namespace cadran;
using namespace cadran::format;

namespace {

std::string zipped() {
    ZipWriter writer;
    writer.add("[Content_Types].xml", "types");
    writer.add("word/document.xml", std::string(300'000, 'a'));
    writer.add("word/empty.xml", "");
    return writer.finish();
}

std::string part(ZipFile& zip, std::string_view name) {
    BOOST_REQUIRE(zip.enter(name));
    std::string bytes(400'000, ' ');
    std::size_t size = 0;
    while (const std::size_t more = zip.read(bytes.data() + size, bytes.size() - size)) size += more;
    BOOST_TEST(zip.is_sound());
    bytes.resize(size);
    return bytes;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(zip_writer)

BOOST_AUTO_TEST_CASE(what_it_writes_is_read_back) {
    const TemporaryFolder folder;
    std::ofstream(folder.path() / "a.zip", std::ios::binary) << zipped();
    auto zip = ZipFile::open(folder.path() / "a.zip").value();
    const std::vector<std::string> names{"[Content_Types].xml", "word/document.xml", "word/empty.xml"};
    BOOST_TEST(zip.names() == names, boost::test_tools::per_element());
    BOOST_TEST(part(zip, "[content_types].xml") == "types");
    BOOST_TEST(part(zip, "word/document.xml") == std::string(300'000, 'a'));
    BOOST_TEST(part(zip, "word/empty.xml") == "");
}

BOOST_AUTO_TEST_CASE(the_same_parts_give_the_same_bytes_compressed) {
    BOOST_TEST(zipped() == zipped());
    BOOST_TEST(zipped().size() < 2'000u);
}

BOOST_AUTO_TEST_SUITE_END()
