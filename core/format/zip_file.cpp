// SPDX-License-Identifier: Apache-2.0
#include "format/zip_file.h"

#include <algorithm>
#include <array>
#include <fstream>

#include <minizip/ioapi.h>
#include <minizip/unzip.h>

#include "base/text.h"

namespace cadran::format {

namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t bomb_size = std::uint64_t{16} << 20;
constexpr unsigned long encrypted_flag = 1;

std::string key_of(std::string_view name) {
    std::string key(name);
    std::ranges::transform(key, key.begin(), [](char c) {
        if (c == '\\') return '/';
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return key;
}

bool leads_outside(const std::string& key) {
    if (key.starts_with('/') || (key.size() > 1 && key[1] == ':')) return true;
    return std::ranges::any_of(split(key, '/'), [](std::string_view part) { return part == ".."; });
}

std::optional<Message> fault_of(const unz_file_info64& info, const std::string& key) {
    if ((info.flag & encrypted_flag) != 0) return Message{"format.zip_encrypted"};
    if (leads_outside(key)) return Message{"format.zip_leads_outside", {{"name", key}}};
    const bool bomb = info.uncompressed_size > bomb_size &&
                      info.uncompressed_size / greatest_zip_ratio > info.compressed_size;
    if (bomb || info.uncompressed_size > greatest_zip_part)
        return Message{"format.zip_bomb", {{"name", key}}};
    return {};
}

Diagnostic not_a_zip(const std::string& file_name) {
    return {{file_name}, {"format.zip_damaged"}, Message{"format.zip_save_again"}};
}

Diagnostic too_large(const std::string& file_name) {
    return {{file_name},
            {"format.zip_too_large", {{"limit", std::int64_t{greatest_zip_file >> 20}}}},
            Message{"format.zip_split"}};
}

// What is in the way of opening it at all.
std::optional<Diagnostic> fault_of_file(const fs::path& file, const std::string& file_name) {
    std::error_code failed;
    if (!fs::is_regular_file(file, failed))
        return Diagnostic{{file_name}, {"format.no_file"}, Message{"format.check_the_path"}};
    if (fs::file_size(file, failed) > greatest_zip_file) return too_large(file_name);
    // Old workbooks, and those behind a password, lie in a container of that mark.
    constexpr std::string_view compound = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    std::array<char, compound.size()> start{};
    std::ifstream(file, std::ios::binary).read(start.data(), start.size());
    if (std::string_view(start.data(), start.size()) == compound)
        return Diagnostic{{file_name}, {"format.xlsx_old_or_locked"}, Message{"format.xlsx_save_as"}};
    return {};
}

}  // namespace

// Bytes that minizip reads as a file.
struct ZipFile::Memory {
    std::string_view bytes;
    std::size_t at = 0;

    zlib_filefunc64_def functions() {
        zlib_filefunc64_def all{};
        all.zopen64_file = [](void* memory, const void*, int) { return memory; };
        all.zread_file = [](void* memory, void*, void* into, unsigned long size) -> unsigned long {
            Memory& from = *static_cast<Memory*>(memory);
            const std::size_t count = from.bytes.substr(from.at).copy(static_cast<char*>(into), size);
            from.at += count;
            return count;
        };
        all.ztell64_file = [](void* memory, void*) -> ZPOS64_T { return static_cast<Memory*>(memory)->at; };
        all.zseek64_file = [](void* memory, void*, ZPOS64_T offset, int origin) -> long {
            Memory& in = *static_cast<Memory*>(memory);
            const std::size_t from = origin == ZLIB_FILEFUNC_SEEK_SET   ? 0
                                     : origin == ZLIB_FILEFUNC_SEEK_CUR ? in.at
                                                                        : in.bytes.size();
            const std::size_t to = from + offset;  // offsets may be negative: they wrap
            if (to > in.bytes.size()) return -1;
            in.at = to;
            return 0;
        };
        all.zclose_file = [](void*, void*) { return 0; };
        all.zerror_file = [](void*, void*) { return 0; };
        all.opaque = this;
        return all;
    }
};

ZipFile::ZipFile(void* handle, std::unique_ptr<Memory> memory)
    : memory_(std::move(memory)), handle_(handle) {}

Result<ZipFile> ZipFile::open(std::string_view bytes, const std::string& name) {
    if (bytes.size() > greatest_zip_file) return invalid(Diagnostics{too_large(name)});
    auto memory = std::make_unique<Memory>(Memory{bytes});
    zlib_filefunc64_def functions = memory->functions();
    void* handle = unzOpen2_64("", &functions);
    if (handle == nullptr) return invalid(Diagnostics{not_a_zip(name)});
    ZipFile zip(handle, std::move(memory));
    if (auto fault = zip.index(name)) return invalid(Diagnostics{std::move(*fault)});
    return zip;
}

Result<ZipFile> ZipFile::open(const fs::path& file) {
    const std::string file_name = file.filename().string();
    if (auto fault = fault_of_file(file, file_name)) return invalid(Diagnostics{std::move(*fault)});
    void* handle = unzOpen64(file.c_str());
    if (handle == nullptr) return invalid(Diagnostics{not_a_zip(file_name)});
    ZipFile zip(handle, {});
    if (auto fault = zip.index(file_name)) return invalid(Diagnostics{std::move(*fault)});
    return zip;
}

ZipFile::~ZipFile() {
    if (handle_ == nullptr) return;
    if (entered_) unzCloseCurrentFile(handle_);
    unzClose(handle_);
}

ZipFile::ZipFile(ZipFile&& other) noexcept
    : memory_(std::move(other.memory_)),
      handle_(std::exchange(other.handle_, nullptr)),
      entered_(other.entered_),
      damaged_(other.damaged_),
      entries_(std::move(other.entries_)) {}

std::optional<Diagnostic> ZipFile::index(const std::string& file_name) {
    const auto fault = [&](Message what) {
        return Diagnostic{{file_name}, std::move(what), Message{"format.zip_save_again"}};
    };
    unz_global_info64 all{};
    if (unzGetGlobalInfo64(handle_, &all) != UNZ_OK) return not_a_zip(file_name);
    if (all.number_entry > greatest_zip_entry_count)
        return fault({"format.zip_too_many", {{"limit", std::int64_t{greatest_zip_entry_count}}}});
    int state = unzGoToFirstFile(handle_);
    for (; state == UNZ_OK; state = unzGoToNextFile(handle_)) {
        unz_file_info64 info{};
        std::array<char, 1024> name{};
        if (unzGetCurrentFileInfo64(handle_, &info, name.data(), name.size() - 1, nullptr, 0, nullptr, 0) !=
            UNZ_OK)
            return not_a_zip(file_name);
        const std::string key = key_of(name.data());
        if (auto what = fault_of(info, key)) return fault(std::move(*what));
        unz64_file_pos place{};
        unzGetFilePos64(handle_, &place);
        if (!entries_.emplace(key, Entry{place.pos_in_zip_directory, place.num_of_file, name.data()}).second)
            return fault({"format.zip_repeated", {{"name", key}}});
    }
    if (state != UNZ_END_OF_LIST_OF_FILE) return not_a_zip(file_name);
    return {};
}

bool ZipFile::has(std::string_view name) const {
    return entries_.contains(key_of(name));
}

std::vector<std::string> ZipFile::names() const {
    std::vector<std::string> names;
    for (const auto& [key, entry] : entries_) {
        if (!key.ends_with('/')) names.push_back(entry.name);
    }
    return names;
}

bool ZipFile::enter(std::string_view name) {
    if (std::exchange(entered_, false)) unzCloseCurrentFile(handle_);
    damaged_ = false;
    const auto entry = entries_.find(key_of(name));
    if (entry == entries_.end()) return false;
    const unz64_file_pos place{entry->second.directory, entry->second.number};
    entered_ = unzGoToFilePos64(handle_, &place) == UNZ_OK && unzOpenCurrentFile(handle_) == UNZ_OK;
    return entered_;
}

std::size_t ZipFile::read(char* into, std::size_t size) {
    if (!entered_ || damaged_) return 0;
    const int count =
        unzReadCurrentFile(handle_, into, static_cast<unsigned>(std::min(size, std::size_t{1} << 20)));
    damaged_ = count < 0;
    return damaged_ ? 0 : static_cast<std::size_t>(count);
}

bool ZipFile::is_sound() {
    if (!std::exchange(entered_, false)) return false;
    return unzCloseCurrentFile(handle_) == UNZ_OK && !damaged_;
}

}  // namespace cadran::format
