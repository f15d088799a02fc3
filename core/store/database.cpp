// SPDX-License-Identifier: Apache-2.0
#include "store/database.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <chrono>
#include <cstring>
#include <system_error>
#include <thread>
#include <unordered_map>

#include "base/resource.h"
#include "base/text.h"

namespace cadran::store {

namespace {

// How long a writer waits for another one before it is told that the store is busy.
constexpr std::chrono::seconds patience{30};
// How often it looks: a write lasts about as long. The library's own steps grow to a tenth of a second, in
// which others come first again and again.
constexpr std::chrono::milliseconds look{1};
// "Cdrn": tells a store of Cadran from any other SQLite file.
constexpr std::int64_t application_id = 0x4364726e;

Fault::Kind kind_of(int extended_code) {
    switch (extended_code) {
        case SQLITE_CONSTRAINT_UNIQUE:
        case SQLITE_CONSTRAINT_PRIMARYKEY: return Fault::Kind::unique;
        case SQLITE_CONSTRAINT_FOREIGNKEY: return Fault::Kind::foreign_key;
        case SQLITE_CONSTRAINT_CHECK:
        case SQLITE_CONSTRAINT_TRIGGER:
        case SQLITE_CONSTRAINT_NOTNULL:
        case SQLITE_CONSTRAINT_DATATYPE: return Fault::Kind::check;
        default: break;
    }
    switch (extended_code & 0xff) {
        case SQLITE_BUSY: return Fault::Kind::busy;
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB: return Fault::Kind::damaged;
        default: return Fault::Kind::other;
    }
}

[[noreturn]] void throw_fault(sqlite3* connection) {
    throw Fault(kind_of(sqlite3_extended_errcode(connection)), sqlite3_errmsg(connection));
}

void bind(sqlite3_stmt* statement, const std::vector<Value>& arguments) {
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const int index = sqlite3_bind_parameter_index(statement, ("$" + std::to_string(i + 1)).c_str());
        if (index == 0) throw std::logic_error(fmt::format("no ${} in {}", i + 1, sqlite3_sql(statement)));
        struct Binder {
            sqlite3_stmt* statement;
            int index;
            int operator()(std::monostate) const { return sqlite3_bind_null(statement, index); }
            int operator()(std::int64_t number) const { return sqlite3_bind_int64(statement, index, number); }
            int operator()(const std::string& text) const {
                return sqlite3_bind_text64(statement, index, text.data(), text.size(), SQLITE_TRANSIENT,
                                           SQLITE_UTF8);
            }
            int operator()(const Digest& digest) const {
                return sqlite3_bind_blob(statement, index, digest.bytes.data(),
                                         static_cast<int>(digest.bytes.size()), SQLITE_TRANSIENT);
            }
        };
        if (std::visit(Binder{statement, index}, arguments[i].get()) != SQLITE_OK)
            throw_fault(sqlite3_db_handle(statement));
    }
}

int wait_for_writer(void*, int looks) {
    if (looks * look >= patience) return 0;
    std::this_thread::sleep_for(look);
    return 1;
}

}  // namespace

struct Database::Connection {
    struct Kept {
        sqlite3_stmt* statement = nullptr;
        bool lent = false;  // to rows that are not destroyed yet
    };

    sqlite3* handle = nullptr;
    std::unordered_map<std::string, Kept> statements;

    Connection() = default;
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    ~Connection() {
        for (const auto& [sql, kept] : statements) sqlite3_finalize(kept.statement);
        sqlite3_close(handle);
    }

    sqlite3_stmt* compile(std::string_view sql) const {
        sqlite3_stmt* statement = nullptr;
        if (sqlite3_prepare_v3(handle, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                               &statement, nullptr) != SQLITE_OK) {
            throw_fault(handle);
        }
        return statement;
    }

    void script(const std::string& sql) const {
        if (sqlite3_exec(handle, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) throw_fault(handle);
    }
};

Rows::~Rows() {
    if (statement_ == nullptr) return;
    if (lent_ == nullptr) {
        sqlite3_finalize(statement_);
        return;
    }
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
    *lent_ = false;
}

bool Rows::next() {
    switch (sqlite3_step(statement_)) {
        case SQLITE_ROW: return true;
        case SQLITE_DONE: return false;
        default: throw_fault(sqlite3_db_handle(statement_));
    }
}

bool Rows::is_null(int column) const {
    return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

std::int64_t Rows::integer(int column) const {
    return sqlite3_column_int64(statement_, column);
}

std::string Rows::text(int column) const {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
    return bytes == nullptr
               ? std::string()
               : std::string(bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column)));
}

Digest Rows::digest(int column) const {
    Digest digest;
    const void* bytes = sqlite3_column_blob(statement_, column);
    if (bytes != nullptr &&
        sqlite3_column_bytes(statement_, column) == static_cast<int>(digest.bytes.size())) {
        std::memcpy(digest.bytes.data(), bytes, digest.bytes.size());
    }
    return digest;
}

Database::Database(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}
Database::~Database() = default;

Result<std::unique_ptr<Database>> Database::open(const std::filesystem::path& file, Opening opening) {
    if (opening == Opening::existing && !std::filesystem::exists(file)) {
        return not_found({"store.no_store", {{"file", file.string()}}});
    }
    if (opening == Opening::create) {
        const int descriptor = ::open(file.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
        if (descriptor < 0)
            throw std::system_error(errno, std::generic_category(), "create " + file.string());
        ::close(descriptor);
    }
    auto connection = std::make_unique<Connection>();
    if (sqlite3_open_v2(file.c_str(), &connection->handle,
                        SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
                        nullptr) != SQLITE_OK) {
        throw_fault(connection->handle);
    }
    sqlite3_busy_handler(connection->handle, wait_for_writer, nullptr);
    sqlite3_db_config(connection->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(connection->handle, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite3_db_config(connection->handle, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
    std::unique_ptr<Database> database(new Database(std::move(connection)));
    try {
        // Nothing of another program's file is touched.
        if (opening == Opening::existing && database->pragma("pragma application_id") != application_id) {
            return invalid(Message{"store.foreign"});
        }
        database->connection_->script(
            "pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on;"
            "pragma trusted_schema = off; pragma temp_store = memory;");
        if (const Done migrated = database->migrate(); !migrated) return tl::unexpected(migrated.error());
    } catch (const Fault& fault) {
        if (fault.kind() != Fault::Kind::damaged) throw;
        return invalid(Message{"store.not_a_store", {{"file", file.string()}}},
                       Message{"store.restore_a_backup"});
    }
    return database;
}

std::int64_t Database::pragma(std::string_view sql) {
    Rows row = query(sql);
    row.next();
    return row.integer(0);
}

Done Database::migrate() {
    const auto steps = resources_below("core/store/migrations/");
    std::int64_t reached = pragma("pragma user_version");
    if (reached > std::ssize(steps)) {
        return invalid(Message{"store.newer", {{"found", reached}, {"known", std::ssize(steps)}}},
                       Message{"store.update_cadran"});
    }
    if (reached == std::ssize(steps)) return {};
    connection_->script("begin immediate");
    try {
        // Another process may have done it while this one waited.
        for (reached = pragma("pragma user_version"); reached < std::ssize(steps); ++reached) {
            connection_->script(std::string(resource(steps[static_cast<std::size_t>(reached)])));
            connection_->script(fmt::format("pragma user_version = {}; pragma application_id = {}",
                                            reached + 1, application_id));
        }
        connection_->script("commit");
    } catch (...) {
        sqlite3_exec(connection_->handle, "rollback", nullptr, nullptr, nullptr);
        throw;
    }
    return {};
}

Rows Database::rows(std::string_view sql, const std::vector<Value>& arguments) {
    Connection::Kept& kept = connection_->statements[std::string(sql)];
    if (kept.statement == nullptr) kept.statement = connection_->compile(sql);
    // A statement that an outer loop still reads gets a twin of its own.
    const bool lent = std::exchange(kept.lent, true);
    sqlite3_stmt* const statement = lent ? connection_->compile(sql) : kept.statement;
    Rows rows(statement, lent ? nullptr : &kept.lent);
    bind(statement, arguments);
    return rows;
}

std::int64_t Database::run(std::string_view sql, const std::vector<Value>& arguments) {
    Rows result = rows(sql, arguments);
    while (result.next()) {
    }
    return sqlite3_changes64(connection_->handle);
}

std::int64_t Database::last_number() const {
    return sqlite3_last_insert_rowid(connection_->handle);
}

bool Database::in_transaction() const {
    return sqlite3_get_autocommit(connection_->handle) == 0;
}

void Database::begin_writing() {
    if (std::exchange(snapshot_, nullptr) != nullptr && in_transaction()) execute("commit");
    execute("begin immediate");
}

void Database::copy_to(const std::filesystem::path& file) {
    auto copy = std::make_unique<Connection>();
    if (sqlite3_open_v2(file.c_str(), &copy->handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr) !=
        SQLITE_OK)
        throw_fault(copy->handle);
    sqlite3_backup* backup = sqlite3_backup_init(copy->handle, "main", connection_->handle, "main");
    if (backup == nullptr) throw_fault(copy->handle);
    const int reached = sqlite3_backup_step(backup, -1);
    if (sqlite3_backup_finish(backup) != SQLITE_OK) throw_fault(copy->handle);
    if (reached != SQLITE_DONE) throw Fault(kind_of(reached), sqlite3_errstr(reached));
    copy->script("pragma journal_mode = delete");
}

std::vector<std::string> Database::integrity_faults() {
    std::vector<std::string> faults;
    for (Rows row = query("pragma integrity_check"); row.next();) {
        if (row.text(0) != "ok") faults.push_back(row.text(0));
    }
    for (Rows row = query("pragma foreign_key_check"); row.next();)
        faults.push_back("foreign key of " + row.text(0));
    return faults;
}

Snapshot::Snapshot(Database& database) : database_(database) {
    if (database_.in_transaction()) return;
    database_.execute("begin");
    database_.snapshot_ = this;
}

Snapshot::~Snapshot() {
    if (database_.snapshot_ != this) return;
    database_.snapshot_ = nullptr;
    // A fault of the disk has ended it already.
    if (database_.in_transaction()) database_.execute("rollback");
}

}  // namespace cadran::store
