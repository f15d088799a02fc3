// SPDX-License-Identifier: Apache-2.0
#include "web/multipart.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <limits>
#include <optional>
#include <system_error>

#include <Poco/Exception.h>
#include <Poco/Net/MessageHeader.h>
#include <Poco/Net/MultipartReader.h>
#include <Poco/Net/NameValueCollection.h>

#include "base/text.h"

namespace cadran::web {

namespace {

namespace net = Poco::Net;

constexpr std::size_t longest_field = std::size_t{1} << 20;
constexpr std::size_t longest_boundary = 70;  // RFC 2046, section 5.1.1

std::filesystem::path arriving_file(const PrivateFolder& folder) {
    return folder.path / "arriving";
}

// `C:\données\relevé.csv` is `relevé.csv`; none where nothing of it is fit to be a name.
std::optional<std::string> plain_name(std::string_view told) {
    const std::string_view name = told.substr(told.find_last_of("/\\") + 1);
    const bool fits = !name.empty() && name.size() <= 255 && name != "." && name != ".." && is_text(name) &&
                      name.find_first_of("\r\n\t") == std::string_view::npos;
    return fits ? std::optional(std::string(name)) : std::nullopt;
}

struct PartName {
    std::string field;
    std::optional<std::string> file = {};  // as the browser tells it; empty where none was chosen
};

std::optional<PartName> name_of(const net::MessageHeader& header) {
    std::string kind;
    net::NameValueCollection parameters;
    net::MessageHeader::splitParameters(header.get("Content-Disposition", ""), kind, parameters);
    if (kind != "form-data" || !parameters.has("name") || !is_text(parameters["name"])) return {};
    PartName name{parameters["name"]};
    if (parameters.has("filename")) name.file = parameters["filename"];
    return name;
}

std::optional<std::string> field_text(std::istream& part) {
    std::string text;
    std::array<char, 4096> buffer;
    while (part.read(buffer.data(), buffer.size()), part.gcount() > 0) {
        text.append(buffer.data(), static_cast<std::size_t>(part.gcount()));
        if (text.size() > longest_field) return {};
    }
    return is_text(text) ? std::optional(std::move(text)) : std::nullopt;
}

// Each in a folder of its own: two may have one name.
Upload kept_file(std::istream& part, std::string field, const std::string& name,
                 const std::shared_ptr<PrivateFolder>& folder, std::size_t number) {
    const std::filesystem::path place = folder->path / std::to_string(number);
    std::filesystem::create_directory(place);
    std::ofstream file(place / name, std::ios::binary);
    std::array<char, 65536> buffer;
    Sha256 content;
    while (part.read(buffer.data(), buffer.size()), part.gcount() > 0) {
        file.write(buffer.data(), part.gcount());
        content.update({buffer.data(), static_cast<std::size_t>(part.gcount())});
    }
    file.close();
    if (!file) throw std::system_error(ENOSPC, std::generic_category(), place.string());
    return {std::move(field), place / name, folder, content.finish()};
}

}  // namespace

MultipartBody::MultipartBody(std::string boundary, std::shared_ptr<PrivateFolder> folder)
    : boundary_(std::move(boundary)),
      folder_(std::move(folder)),
      arriving_(arriving_file(*folder_), std::ios::binary) {}

std::unique_ptr<MultipartBody> MultipartBody::begin(std::string_view content_type) {
    std::string type;
    net::NameValueCollection parameters;
    net::MessageHeader::splitParameters(std::string(content_type), type, parameters);
    const std::string boundary = parameters.get("boundary", "");
    if (boundary.empty() || boundary.size() > longest_boundary) return nullptr;
    return std::unique_ptr<MultipartBody>(new MultipartBody(boundary, PrivateFolder::make()));
}

void MultipartBody::add(std::string_view bytes) {
    arriving_.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!arriving_) throw std::system_error(ENOSPC, std::generic_category(), folder_->path.string());
    size_ += bytes.size();
}

// Of a form that was cut off, the library would take what there is.
bool MultipartBody::is_whole() const {
    const std::string end = "\r\n--" + boundary_ + "--\r\n";
    std::ifstream file(arriving_file(*folder_), std::ios::binary);
    std::string last(std::min(end.size(), size_), '\0');
    file.seekg(-static_cast<std::streamoff>(last.size()), std::ios::end);
    file.read(last.data(), static_cast<std::streamsize>(last.size()));
    return file && (last == end || last.ends_with(std::string_view(end).substr(0, end.size() - 2)));
}

bool MultipartBody::finish(std::size_t most_parts, Request& request) {
    arriving_.close();
    if (!is_whole()) return false;
    std::ifstream stream(arriving_file(*folder_), std::ios::binary);
    try {
        net::MultipartReader reader(stream, boundary_);
        for (std::size_t parts = 0; reader.hasNextPart(); ++parts) {
            net::MessageHeader header;
            reader.nextPart(header);
            const auto name = name_of(header);
            if (!name || parts == most_parts) return false;
            if (name->file && name->file->empty()) {
                reader.stream().ignore(std::numeric_limits<std::streamsize>::max());
            } else if (name->file) {
                const auto plain = plain_name(*name->file);
                if (!plain) return false;
                request.uploads.push_back(kept_file(reader.stream(), name->field, *plain, folder_, parts));
            } else {
                auto text = field_text(reader.stream());
                if (!text) return false;
                request.form.add(name->field, std::move(*text));
            }
        }
    } catch (const Poco::Exception&) {
        return false;
    }
    std::filesystem::remove(arriving_file(*folder_));
    return true;
}

}  // namespace cadran::web
