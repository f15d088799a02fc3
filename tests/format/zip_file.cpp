// SPDX-License-Identifier: Apache-2.0
#include "format/zip_file.h"

#include <boost/test/unit_test.hpp>
#include <fstream>

#include "format/zip_writer.h"
#include "temporary_folder.h"

using namespace cadran;
using namespace cadran::format;

namespace {

std::string zipped() {
    ZipWriter writer;
    writer.add("document.xml", std::string(3'000, 'a') + "end");
    writer.add("empty.xml", "");
    return writer.finish();
}

// All that it holds, or the first fault.
std::string told(Result<ZipFile> zip) {
    if (!zip) return zip.error().diagnostics.front().what.id;
    std::string all;
    for (const std::string& name : zip->names()) {
        all += name + ": ";
        if (!zip->enter(name)) return all + "damaged";
        std::string block(1'000, ' ');
        while (const std::size_t count = zip->read(block.data(), block.size())) all += block.substr(0, count);
        all += zip->is_sound() ? "; " : " damaged";
    }
    return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(zip_file)

BOOST_AUTO_TEST_CASE(bytes_in_memory_are_read_as_a_file_is_or_refused_where_damaged) {
    const TemporaryFolder folder;
    const auto same = [&](const std::string& bytes) {
        std::ofstream(folder.path() / "a.zip", std::ios::binary) << bytes;
        const std::string file = told(ZipFile::open(folder.path() / "a.zip"));
        const std::string memory = told(ZipFile::open(bytes, "a.zip"));
        BOOST_TEST((memory == file || memory == "format.zip_damaged"));
        return file;
    };
    const std::string whole = zipped();
    BOOST_TEST(told(ZipFile::open(whole, "a.zip")) == same(whole));
    BOOST_TEST(same(whole) == "document.xml: " + std::string(3'000, 'a') + "end; empty.xml: ; ");
    BOOST_TEST(same("") == "format.zip_damaged");
    for (std::size_t length = 1; length < whole.size(); length += 7) same(whole.substr(0, length));
    for (std::size_t i = 0; i < whole.size(); ++i) {
        std::string flipped = whole;
        flipped[i] = static_cast<char>(flipped[i] ^ 0xFF);
        same(flipped);
    }
}

BOOST_AUTO_TEST_CASE(faults_of_bytes_in_memory_are_called_as_was_asked) {
    const auto zip = ZipFile::open("no zip file", "templates/a.docx");
    BOOST_REQUIRE(!zip);
    BOOST_TEST(zip.error().diagnostics.front().place.file == "templates/a.docx");
}

BOOST_AUTO_TEST_SUITE_END()
