// SPDX-License-Identifier: Apache-2.0
#include "app/workspace.h"

#include <system_error>

#include "app/read_definitions.h"
#include "app/scaffold.h"
#include "base/resource.h"
#include "model/account.h"
#include "store/account_repository.h"
#include "store/setting_repository.h"
#include "store/state.h"
#include "store/unit_of_work.h"

namespace cadran::app {

namespace {

namespace fs = std::filesystem;

constexpr const char* signing_file = "signing.key";
constexpr const char* secrets_file = "secrets.key";

template <std::size_t size>
Result<std::array<std::uint8_t, size>> read_key(const fs::path& file) {
    const Result<std::string> bytes = read_file(file, 1024);
    if (!bytes || bytes->size() != size) {
        return not_found({"app.no_key", {{"file", file.string()}}}, Message{"app.restore_the_keys"});
    }
    std::array<std::uint8_t, size> key;
    std::ranges::copy(*bytes, key.begin());
    return key;
}

void write_key(const fs::path& file, std::span<const std::uint8_t> key) {
    write_durably(file, {reinterpret_cast<const char*>(key.data()), key.size()}, Access::owner);
}

Done check_command(const CreateWorkspace& command) {
    std::error_code ignored;
    if (fs::exists(command.folder, ignored) &&
        !(fs::is_directory(command.folder, ignored) && fs::is_empty(command.folder, ignored))) {
        return conflict({"app.folder_not_empty", {{"folder", command.folder.string()}}},
                        Message{"app.choose_a_new_folder"});
    }
    if (!model::is_account_name(command.account)) {
        return invalid(Message{"app.bad_account_name", {{"name", command.account}}},
                       Message{"app.account_name_form"});
    }
    if (!command.sample && command.organisation.empty()) return invalid(Message{"app.organisation_missing"});
    return {};
}

// Tells editors which schema is that of which namespace (OASIS XML Catalogs 1.1).
constexpr std::string_view schema_catalogue = R"(<?xml version="1.0" encoding="UTF-8"?>
<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">
  <uri name="urn:cadran:process:1" uri="process.xsd"/>
  <uri name="urn:cadran:workspace:1" uri="workspace.xsd"/>
  <uri name="urn:cadran:clauses:1" uri="clauses.xsd"/>
</catalog>
)";

// Where a file of processes/ stands in a workspace; nowhere for the template of workspace.xml.
fs::path place_of(const fs::path& resource) {
    if (resource == "processes/workspace.xml") return {};
    if (resource.extension() == ".xsd") return "schemas" / resource.filename();
    if (resource.parent_path() == "processes/catalogues") return "catalogues" / resource.filename();
    return resource;
}

void write_draft(const fs::path& file, std::string_view bytes) {
    make_folder(file.parent_path());
    write_durably(file, bytes);
}

// The drafts that people will edit, out of what the program carries.
void write_drafts(const fs::path& folder, const std::string& organisation_text) {
    write_draft(folder / "workspace.xml", organisation_text);
    write_draft(folder / "schemas" / "catalog.xml", schema_catalogue);
    for (const std::string_view path : resources_below("processes/")) {
        if (const fs::path place = place_of(path); !place.empty())
            write_draft(folder / place, resource(path));
    }
    for (const std::string_view path : resources_below("plugins/"))
        write_draft(folder / path, resource(path));
}

Done write_store(const fs::path& folder, const CreateWorkspace& command, const std::string& id,
                 const Clock& clock) {
    auto database = store::Database::open(folder / "cadran.db", store::Database::Opening::create);
    if (!database) return tl::unexpected(database.error());
    archive::Archive archive(folder / "archive");
    const model::Account administrator{
        command.account, command.person, {model::Role::administrator}, {}, command.system_user, 1};
    store::UnitOfWork work(**database, clock, command.account, "cli");
    store::SettingRepository settings(**database);
    settings.insert("id", id);
    settings.insert("sample", command.sample ? "yes" : "no");
    work.journal("workspace.create", store::workspace_subject, {}, store::to_json(settings.list()));
    store::AccountRepository(**database).insert(administrator);
    work.journal("account.add", store::subject(administrator), {}, store::state(administrator));
    const Done organisation = accept_first_organisation(work, archive, folder);
    if (!organisation) return organisation;
    work.commit();
    return {};
}

}  // namespace

Digest fingerprint(const PublicKey& key) {
    return sha256(pem_text(key));
}

std::shared_ptr<ReadDefinitions> share_definitions() {
    return std::make_shared<ReadDefinitions>();
}

Workspace::Workspace(fs::path folder, fs::path keys_home, std::unique_ptr<store::Database> database,
                     std::shared_ptr<ReadDefinitions> shared, std::vector<std::string> worker)
    : folder_(std::move(folder)),
      keys_home_(std::move(keys_home)),
      database_(std::move(database)),
      archive_(folder_ / "archive"),
      read_definitions_(shared ? std::move(shared) : share_definitions()),
      worker_(std::move(worker)) {
    store::SettingRepository settings(*database_);
    id_ = settings.find("id").value_or("");
    is_sample_ = settings.find("sample") == "yes";
}

Result<std::unique_ptr<Workspace>> Workspace::open(const fs::path& folder, fs::path keys_home,
                                                   std::shared_ptr<ReadDefinitions> shared,
                                                   std::vector<std::string> worker) {
    auto database = store::Database::open(folder / "cadran.db", store::Database::Opening::existing);
    if (!database) {
        if (database.error().kind != Failure::Kind::not_found) return tl::unexpected(database.error());
        return not_found({"app.no_workspace", {{"folder", folder.string()}}},
                         Message{"app.make_a_workspace"});
    }
    return std::unique_ptr<Workspace>(new Workspace(folder, std::move(keys_home), std::move(*database),
                                                    std::move(shared), std::move(worker)));
}

bool Workspace::holds(const fs::path& path) const {
    // A path that starts with nothing that exists would stay relative.
    const fs::path relative = fs::weakly_canonical(fs::absolute(path))
                                  .lexically_relative(fs::weakly_canonical(fs::absolute(folder_)));
    return !relative.empty() && *relative.begin() != "..";
}

Result<Keys> Workspace::keys() const {
    const auto seed = read_key<SigningKey::seed_size>(keys_folder() / signing_file);
    if (!seed) return tl::unexpected(seed.error());
    const auto secrets = read_key<std::tuple_size_v<HashKey>>(keys_folder() / secrets_file);
    if (!secrets) return tl::unexpected(secrets.error());
    return Keys{SigningKey(*seed), *secrets};
}

Result<CreatedWorkspace> create_workspace(const CreateWorkspace& command, const Clock& clock,
                                          Randomness& randomness) {
    if (const Done fine = check_command(command); !fine) return tl::unexpected(fine.error());
    const fs::path place = fs::absolute(command.folder).lexically_normal();
    std::array<std::uint8_t, 8> id_bytes;
    randomness.fill(id_bytes);
    const std::string id = hex_text(id_bytes);

    Scaffold scaffold(place);
    make_folder(scaffold.folder() / "archive", Access::owner);
    write_drafts(scaffold.folder(), command.sample ? std::string(resource("samples/workspace.xml"))
                                                   : organisation_draft(command.organisation));
    if (command.sample) write_draft(scaffold.folder() / "logo.svg", resource("samples/logo.svg"));
    if (const Done written = write_store(scaffold.folder(), command, id, clock); !written)
        return tl::unexpected(written.error());

    const SigningKey signing = SigningKey::generate(randomness);
    HashKey secrets;
    randomness.fill(secrets);
    const fs::path keys = command.keys_home / id;
    make_folder(keys, Access::owner);
    write_key(keys / signing_file, signing.seed());
    write_key(keys / secrets_file, secrets);
    scaffold.move_into_place();
    return CreatedWorkspace{place, command.account, fingerprint(signing.public_key()), keys};
}

}  // namespace cadran::app
