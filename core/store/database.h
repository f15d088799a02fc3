// SPDX-License-Identifier: Apache-2.0
// The port to the embedded database: statements with `$1 … $n`, rows, one write transaction at a time.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/clock.h"
#include "base/hash.h"
#include "base/result.h"

struct sqlite3_stmt;

namespace cadran::store {

// What the database refuses to do. Callers that can act on a kind catch it; others let it pass.
class Fault : public std::runtime_error {
  public:
    enum class Kind { unique, foreign_key, check, busy, damaged, other };

    Fault(Kind kind, const std::string& what) : std::runtime_error(what), kind_(kind) {}
    Kind kind() const { return kind_; }

  private:
    Kind kind_;
};

// A value of a statement; dates and instants are stored as whole numbers.
class Value {
  public:
    Value(std::nullptr_t) {}
    Value(std::int64_t number) : value_(number) {}
    Value(int number) : value_(std::int64_t{number}) {}
    Value(std::string_view text) : value_(std::string(text)) {}
    Value(const std::string& text) : value_(text) {}
    Value(const char* text) : value_(std::string(text)) {}
    Value(const Digest& digest) : value_(digest) {}
    Value(Instant instant) : value_(std::int64_t{instant.time_since_epoch().count()}) {}
    Value(Date date) : value_(std::int64_t{std::chrono::sys_days{date}.time_since_epoch().count()}) {}
    template <typename T>
    Value(const std::optional<T>& value) : Value(value ? Value(*value) : Value(nullptr)) {}

    const auto& get() const { return value_; }

  private:
    std::variant<std::monostate, std::int64_t, std::string, Digest> value_;
};

// The rows of a query, one after the other. It owns its statement until it is destroyed, and must not outlive
// the database. Columns count from 0; reading a null as anything but optional gives 0 or an empty text.
class Rows {
  public:
    // `lent` is set back at the end, when somebody else may have the statement; null where it is nobody
    // else's.
    Rows(sqlite3_stmt* statement, bool* lent) : statement_(statement), lent_(lent) {}
    ~Rows();
    Rows(Rows&& other) noexcept : statement_(std::exchange(other.statement_, nullptr)), lent_(other.lent_) {}
    Rows& operator=(Rows&&) = delete;

    bool next();
    bool is_null(int column) const;
    std::int64_t integer(int column) const;
    int number(int column) const { return static_cast<int>(integer(column)); }
    std::string text(int column) const;
    Digest digest(int column) const;
    Instant instant(int column) const { return Instant{std::chrono::microseconds{integer(column)}}; }
    Date date(int column) const { return Date{std::chrono::sys_days{std::chrono::days{integer(column)}}}; }

  private:
    sqlite3_stmt* statement_;
    bool* lent_;
};

class Snapshot;

// One connection; used by one thread at a time. Its statements are compiled once and kept.
class Database {
  public:
    enum class Opening { create, existing };

    // Opens the file and brings it up to date. Fails where it does not exist, is no store of Cadran, is
    // damaged, or was written by a newer Cadran. A new file is readable by its owner alone.
    static Result<std::unique_ptr<Database>> open(const std::filesystem::path& file, Opening opening);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    // Rows of a statement that is kept for the next call with the same text.
    template <typename... Arguments>
    Rows query(std::string_view sql, const Arguments&... arguments) {
        return rows(sql, std::vector<Value>{Value(arguments)...});
    }
    // Runs to the end; returns how many rows it changed.
    template <typename... Arguments>
    std::int64_t execute(std::string_view sql, const Arguments&... arguments) {
        return run(sql, std::vector<Value>{Value(arguments)...});
    }
    // The number that the last insert gave to its row.
    std::int64_t last_number() const;
    bool in_transaction() const;
    // Begins to write. Waits for other writers; a snapshot ends here, so that what they wrote is seen.
    void begin_writing();

    // A consistent copy, made while others may write.
    void copy_to(const std::filesystem::path& file);
    // What the database's own check of its pages and references says; empty where all is well.
    std::vector<std::string> integrity_faults();

  private:
    struct Connection;
    explicit Database(std::unique_ptr<Connection> connection);
    Rows rows(std::string_view sql, const std::vector<Value>& arguments);
    std::int64_t run(std::string_view sql, const std::vector<Value>& arguments);
    // The one number that a pragma answers.
    std::int64_t pragma(std::string_view sql);
    Done migrate();

    friend class Snapshot;

    std::unique_ptr<Connection> connection_;
    const Snapshot* snapshot_ = nullptr;  // that reads now
};

// What is read between its making and its end, or that of the one around it, is of one moment; and many
// reads take one lock together.
class Snapshot {
  public:
    explicit Snapshot(Database& database);
    ~Snapshot();
    Snapshot(const Snapshot&) = delete;
    Snapshot& operator=(const Snapshot&) = delete;

  private:
    Database& database_;
};

}  // namespace cadran::store
