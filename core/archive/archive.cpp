// SPDX-License-Identifier: Apache-2.0
#include "archive/archive.h"

namespace cadran::archive {

std::filesystem::path Archive::place(const Digest& digest) const {
    const std::string hex = digest.hex();
    return folder_ / hex.substr(0, 2) / hex.substr(2);
}

Digest Archive::store(std::string_view bytes) {
    Intake intake(*this);
    intake.write(bytes);
    return intake.keep();
}

Result<std::filesystem::path> Archive::find(const Digest& digest) const {
    std::filesystem::path file = place(digest);
    if (!std::filesystem::exists(file))
        return not_found({"archive.no_such_content", {{"sha256", digest.hex()}}});
    return file;
}

Result<std::string> Archive::read(const Digest& digest, std::size_t limit) const {
    const auto file = find(digest);
    if (!file) return tl::unexpected(file.error());
    Result<std::string> bytes = read_file(*file, limit);
    if (bytes && sha256(*bytes) != digest) {
        return invalid(Message{"archive.altered", {{"sha256", digest.hex()}}},
                       Message{"archive.restore_a_backup"});
    }
    return bytes;
}

bool Archive::is_sound(const Digest& digest) const {
    Sha256 hash;
    if (!read_blocks(place(digest), [&](std::string_view block) { return hash.update(block), true; }))
        return false;
    return hash.finish() == digest;
}

bool Archive::remove(const Digest& digest) {
    return remove_durably(place(digest));
}

Archive::Intake::Intake(Archive& archive)
    : archive_(archive), file_(archive.folder_ / "incoming", Access::owner) {}

void Archive::Intake::write(std::string_view bytes) {
    hash_.update(bytes);
    file_.write(bytes);
}

Digest Archive::Intake::keep() {
    const Digest digest = hash_.finish();
    const std::filesystem::path place = archive_.place(digest);
    if (std::filesystem::exists(place)) return digest;
    make_folder(place.parent_path(), Access::owner);
    file_.publish_as(place);
    return digest;
}

}  // namespace cadran::archive
