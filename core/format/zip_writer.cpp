// SPDX-License-Identifier: Apache-2.0
#include "format/zip_writer.h"

#include <algorithm>
#include <cstdio>
#include <stdexcept>
#include <utility>

#include <minizip/zip.h>

namespace cadran::format {

namespace {

// What the library takes for a file on disk.
struct Memory {
    std::string bytes;
    std::size_t at = 0;
};

Memory& memory_of(void* stream) {
    return *static_cast<Memory*>(stream);
}

void* open_memory(void* memory, const void*, int) {
    return memory;
}

uLong read_memory(void*, void* stream, void* into, uLong size) {
    Memory& memory = memory_of(stream);
    const std::size_t count = std::min<std::size_t>(size, memory.bytes.size() - memory.at);
    std::copy_n(memory.bytes.data() + memory.at, count, static_cast<char*>(into));
    memory.at += count;
    return count;
}

uLong write_memory(void*, void* stream, const void* from, uLong size) {
    Memory& memory = memory_of(stream);
    memory.bytes.resize(std::max(memory.bytes.size(), memory.at + size));
    std::copy_n(static_cast<const char*>(from), size, memory.bytes.data() + memory.at);
    memory.at += size;
    return size;
}

ZPOS64_T tell_memory(void*, void* stream) {
    return memory_of(stream).at;
}

long seek_memory(void*, void* stream, ZPOS64_T offset, int origin) {
    Memory& memory = memory_of(stream);
    const std::size_t base = origin == ZLIB_FILEFUNC_SEEK_SET   ? 0
                             : origin == ZLIB_FILEFUNC_SEEK_CUR ? memory.at
                                                                : memory.bytes.size();
    if (base + offset > memory.bytes.size()) return -1;
    memory.at = base + offset;
    return 0;
}

int nothing_to_do(void*, void*) {
    return 0;
}

void expect(bool done) {
    if (!done) throw std::runtime_error("zip: the file cannot be made");
}

}  // namespace

struct ZipWriter::Engine {
    Memory memory;
    zipFile zip = nullptr;
};

ZipWriter::ZipWriter() : engine_(std::make_unique<Engine>()) {
    zlib_filefunc64_def functions{};
    functions.zopen64_file = open_memory;
    functions.zread_file = read_memory;
    functions.zwrite_file = write_memory;
    functions.ztell64_file = tell_memory;
    functions.zseek64_file = seek_memory;
    functions.zclose_file = nothing_to_do;
    functions.zerror_file = nothing_to_do;
    functions.opaque = &engine_->memory;
    engine_->zip = zipOpen2_64("", APPEND_STATUS_CREATE, nullptr, &functions);
    expect(engine_->zip != nullptr);
}

ZipWriter::~ZipWriter() {
    if (engine_->zip != nullptr) zipClose(engine_->zip, nullptr);
}

void ZipWriter::add(const std::string& name, std::string_view bytes) {
    zip_fileinfo info{};
    info.tmz_date.tm_year = 1980;  // as early as the format goes: the bytes follow from the content alone
    info.tmz_date.tm_mday = 1;
    expect(zipOpenNewFileInZip(engine_->zip, name.c_str(), &info, nullptr, 0, nullptr, 0, nullptr, Z_DEFLATED,
                               Z_DEFAULT_COMPRESSION) == ZIP_OK);
    expect(zipWriteInFileInZip(engine_->zip, bytes.data(), static_cast<unsigned>(bytes.size())) == ZIP_OK);
    expect(zipCloseFileInZip(engine_->zip) == ZIP_OK);
}

std::string ZipWriter::finish() {
    expect(zipClose(std::exchange(engine_->zip, nullptr), nullptr) == ZIP_OK);
    return std::move(engine_->memory.bytes);
}

}  // namespace cadran::format
