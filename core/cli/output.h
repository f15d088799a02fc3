// SPDX-License-Identifier: Apache-2.0
// How results reach the person or the program that asked: tables, JSON or CSV on the one stream, words on the
// other.
#pragma once

#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/catalogue.h"
#include "base/json.h"
#include "base/progress.h"

namespace cadran::cli {

enum class Format { table, json, csv };

std::optional<Format> parse_format(std::string_view name);

// One value: as people read it, and as programs do.
struct Cell {
    std::string text;
    Json value;
};

struct Heading {
    std::string key;  // of the JSON member and the CSV column
    Message title;
    bool right = false;  // figures stand flush right
};

struct Table {
    std::vector<Heading> headings;
    std::vector<std::vector<Cell>> rows;
};

class Output {
  public:
    Output(std::ostream& results, std::ostream& notes, const Catalogue& catalogue, Format format,
           bool decorated)
        : results_(results), notes_(notes), catalogue_(catalogue), format_(format), decorated_(decorated) {}

    const Catalogue& catalogue() const { return catalogue_; }
    Format format() const { return format_; }

    // The result of a command that lists things.
    void table(const Table& table);
    // The result of a command that shows one thing: a line for each heading, or one object.
    void record(const Table& table);
    // A sentence that tells what was done; not part of a machine-readable result.
    void say(const Message& message);
    // What is wrong, where, and what to do.
    void complain(const Diagnostics& diagnostics);
    // Faults as a result (`check --format json`).
    void faults(const Diagnostics& diagnostics);
    // Text as it is, on the stream of results.
    void text(std::string_view text);
    // The same on the stream of notes, where it is not what was asked for.
    void note(std::string_view text);
    std::string emphasised(std::string_view text) const;

    Cell cell(std::string_view text) const { return {std::string(text), Json(text)}; }
    Cell cell(std::int64_t number) const { return {catalogue_.number(number), Json(number)}; }
    Cell cell(const LocalText& text) const { return {catalogue_.text(text), Json(catalogue_.text(text))}; }
    // Dates are ISO for programs and local for people.
    Cell cell(Date date) const;
    // A dash where there is none.
    Cell cell(const std::optional<Date>& date) const { return date ? cell(*date) : Cell{"–", {}}; }

  private:
    void columns(const Table& table);

    std::ostream& results_;
    std::ostream& notes_;
    const Catalogue& catalogue_;
    Format format_;
    bool decorated_;
};

// Says how far a step is once it has taken a second: a line that is rewritten on a terminal, a new line every
// five seconds elsewhere.
class StreamProgress final : public Progress {
  public:
    StreamProgress(std::ostream& notes, const Catalogue& catalogue, bool on_terminal)
        : notes_(notes), catalogue_(catalogue), on_terminal_(on_terminal) {}
    ~StreamProgress() override;

    void advance(const Message& step, std::int64_t done, std::int64_t total) override;

  private:
    std::ostream& notes_;
    const Catalogue& catalogue_;
    bool on_terminal_;
    std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
    bool shown_ = false;
};

}  // namespace cadran::cli
