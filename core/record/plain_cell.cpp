// SPDX-License-Identifier: Apache-2.0
#include "record/plain_cell.h"

#include <algorithm>
#include <array>
#include <bit>
#include <chrono>
#include <cstring>

#include "base/keyed_hashes.h"
#include "record/value.h"

namespace cadran::record {

namespace {

constexpr std::size_t most_digits = 15;  // more might not fit

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// Two digits; at least 100 where they are none.
unsigned two(const char* at) {
    const unsigned tens = static_cast<unsigned char>(at[0]) - unsigned{'0'};
    const unsigned ones = static_cast<unsigned char>(at[1]) - unsigned{'0'};
    return tens > 9 || ones > 9 ? 100 : tens * 10 + ones;
}

// Reads days since 1970. Up to the 28th no month needs a look; the year is one that a record may have. Most
// days are of a month that was met before.
class PlainDay {
  public:
    explicit PlainDay(DateStyle style) : is_iso_(style == DateStyle::iso) {}

    [[gnu::always_inline]] bool operator()(std::string_view cell, std::int64_t& day) {
        if (cell.size() != 10) return false;
        if (!is_iso_) return read(cell.data(), day);
        Month month;
        std::memcpy(&month.written, cell.data(), sizeof month.written);
        const Month& met = met_[static_cast<unsigned char>(cell[6]) % met_.size()];
        const unsigned date = two(cell.data() + 8);
        if (month.written == met.written && date >= 1 && date <= met.days) {
            day = met.first + date - 1;
            return true;
        }
        return meet(cell, date, month, day);
    }

  private:
    struct Month {
        std::uint64_t written = 0;  // `2026-07-` as it stands there
        std::int64_t first = 0;     // its first day
        unsigned days = 0;
    };

    [[gnu::noinline]] bool meet(std::string_view cell, unsigned date, Month month, std::int64_t& day) {
        if (!read(cell.data(), day)) return false;
        month.first = day - date + 1;
        const std::chrono::year_month_day first{std::chrono::sys_days{std::chrono::days{month.first}}};
        month.days = static_cast<unsigned>((first.year() / first.month() / std::chrono::last).day());
        met_[static_cast<unsigned char>(cell[6]) % met_.size()] = month;
        return true;
    }

    bool read(const char* at, std::int64_t& day) const {
        const char sign = is_iso_ ? '-' : '/';
        if (at[is_iso_ ? 4 : 2] != sign || at[is_iso_ ? 7 : 5] != sign) return false;
        const unsigned century = two(at + (is_iso_ ? 0 : 6)), rest = two(at + (is_iso_ ? 2 : 8));
        const unsigned month = two(at + (is_iso_ ? 5 : 3)), date = two(at + (is_iso_ ? 8 : 0));
        // Of 2200 only the careful way says that it is the last.
        if (century < 19 || century > 21 || rest > 99 || month < 1 || month > 12 || date < 1 || date > 31)
            return false;
        const std::chrono::year_month_day whole{std::chrono::year(static_cast<int>(century * 100 + rest)),
                                                std::chrono::month(month), std::chrono::day(date)};
        if (date > 28 && !whole.ok()) return false;
        day = std::chrono::sys_days{whole}.time_since_epoch().count();
        return true;
    }

    bool is_iso_;
    std::array<Month, 16> met_ = {};  // by the last digit of their number
};

// Eight digits, the first in the lowest byte; false where they are none.
bool read_eight(std::uint64_t digits, std::int64_t& number) {
    constexpr std::uint64_t high_halves = 0xF0F0F0F0F0F0F0F0, zeros = 0x3030303030303030;
    const std::uint64_t above_nine = digits + 0x0606060606060606;
    if ((digits & high_halves) != zeros || (above_nine & high_halves) != zeros) return false;
    digits -= zeros;
    digits = digits * 10 + (digits >> 8);  // two in every second byte
    constexpr std::uint64_t pair = 0x000000FF000000FF;
    digits = (digits & pair) * (100 + (std::uint64_t{1'000'000} << 32)) +
             (digits >> 16 & pair) * (1 + (std::uint64_t{10'000} << 32));
    number = static_cast<std::int64_t>(digits >> 32);
    return true;
}

// Reads digits, then at most so many behind the sign; in units of the last of them.
struct PlainNumber {
    int decimals;
    char sign;

    [[gnu::always_inline]] bool operator()(std::string_view cell, std::int64_t& units) const {
        const bool is_usual = cell.size() >= 4 && cell.size() <= 8 && decimals == 2;
        return (is_usual && read_hundredths(cell, units)) || read(cell, units);
    }

  private:
    // As nearly all amounts are written, all digits at once.
    [[gnu::always_inline]] bool read_hundredths(std::string_view cell, std::int64_t& hundredths) const {
        static_assert(std::endian::native == std::endian::little);
        std::uint32_t front = 0, back = 0;
        std::memcpy(&front, cell.data(), sizeof front);
        std::memcpy(&back, cell.data() + cell.size() - sizeof back, sizeof back);
        const auto room = static_cast<unsigned>(8 * (8 - cell.size()));  // bits, before the digits
        const std::uint64_t written = std::uint64_t{back} << 32 | std::uint64_t{front} << room;
        if (static_cast<char>(written >> 40) != sign) return false;
        const std::uint64_t zeros = 0x30303030 & ((std::uint64_t{1} << room) - 1);
        const std::uint64_t before = (written | zeros) & 0xFFFFFFFFFF;
        return read_eight((written >> 48 << 48) | before << 8 | '0', hundredths);
    }

    [[gnu::noinline]] bool read(std::string_view cell, std::int64_t& units) const {
        if (cell.size() > most_digits) return false;
        std::size_t at = 0;
        units = 0;
        for (; at < cell.size() && is_digit(cell[at]); ++at) units = units * 10 + (cell[at] - '0');
        if (at == 0 || at + static_cast<std::size_t>(decimals) > most_digits) return false;
        int behind = 0;
        if (at < cell.size()) {
            if (cell[at] != sign || decimals == 0) return false;
            for (++at; at < cell.size() && is_digit(cell[at]); ++at, ++behind) {
                if (behind == decimals) return false;
                units = units * 10 + (cell[at] - '0');
            }
            if (behind == 0 || at < cell.size()) return false;
        }
        for (; behind < decimals; ++behind) units *= 10;
        return true;
    }
};

// Finds the index of a code, which its length and its ends most often tell.
class PlainCode {
  public:
    explicit PlainCode(const std::vector<column::Code>& codes) : codes_(codes) {
        for (std::size_t i = codes.size(); i-- > 0;) {
            if (!codes[i].name.empty()) likely_[place(codes[i].name)] = i;
        }
    }

    bool operator()(std::string_view cell, std::int64_t& index) const {
        if (cell.empty() || codes_.empty()) return false;
        std::size_t found = likely_[place(cell)];
        if (codes_[found].name != cell) {
            const auto at = std::ranges::find(codes_, cell, &column::Code::name);
            if (at == codes_.end()) return false;
            found = static_cast<std::size_t>(at - codes_.begin());
        }
        index = static_cast<std::int64_t>(found);
        return true;
    }

  private:
    static std::size_t place(std::string_view name) {
        const auto first = static_cast<unsigned char>(name.front());
        const auto last = static_cast<unsigned char>(name.back());
        return (name.size() * 7 + first * 3U + last) % places;
    }

    static constexpr std::size_t places = 64;
    const std::vector<column::Code>& codes_;
    std::array<std::size_t, places> likely_{};
};

// Capitals and digits alone are hashed as they are.
bool is_plain_secret(std::string_view cell) {
    using Bytes = unsigned char __attribute__((vector_size(16)));
    constexpr std::size_t at_once = sizeof(Bytes);
    if (cell.size() > greatest_secret) return false;
    if (cell.size() < at_once)
        return std::ranges::all_of(cell, [](char c) { return is_digit(c) || (c >= 'A' && c <= 'Z'); });
    std::array<std::uint64_t, 2> others{};
    for (std::size_t at = 0; at < cell.size(); at += at_once) {
        Bytes bytes;
        std::memcpy(&bytes, cell.data() + std::min(at, cell.size() - at_once), at_once);
        const auto is_other = (bytes - '0' > 9) & (bytes - 'A' > 25);
        std::array<std::uint64_t, 2> found{};
        std::memcpy(found.data(), &is_other, sizeof found);
        others[0] |= found[0], others[1] |= found[1];
    }
    return (others[0] | others[1]) == 0;
}

struct PlainSecret {
    const HashKey& secrets;

    bool operator()(std::string_view cell, std::int64_t& bits) const {
        if (!is_plain_secret(cell)) return false;
        bits = std::bit_cast<std::int64_t>(keyed_hash(secrets, cell));
        return true;
    }
};

void read_secrets(std::span<const std::string_view> cells, const HashKey& secrets,
                  std::span<std::int64_t> numbers, std::vector<std::uint32_t>& careful) {
    std::vector<std::uint64_t> hashes(cells.size());
    keyed_hashes(secrets, cells, hashes);
    for (std::size_t row = 0; row < cells.size(); ++row) {
        numbers[row] = cells[row].empty() ? 0 : std::bit_cast<std::int64_t>(hashes[row]);
        if (!is_plain_secret(cells[row])) careful.push_back(static_cast<std::uint32_t>(row));
    }
}

// Calls `use` with what reads such cells of the field as numbers; not where only parse_value does.
template <typename Use>
void with_reader(const column::Field& field, const Dialect& dialect, const HashKey& secrets, const Use& use) {
    switch (field.type) {
        case column::Type::date: return use(PlainDay(dialect.dates));
        case column::Type::code: return use(PlainCode(field.codes));
        case column::Type::money: return use(PlainNumber{2, dialect.decimal});
        case column::Type::decimal: return use(PlainNumber{field.decimals, dialect.decimal});
        case column::Type::integer:
        case column::Type::duration: return use(PlainNumber{0, dialect.decimal});
        case column::Type::secret: return dialect.hashed ? void() : use(PlainSecret{secrets});
        case column::Type::text:
        case column::Type::boolean:
        case column::Type::time:
        case column::Type::list: return;
    }
}

}  // namespace

bool read_plain_cell(std::string_view cell, const column::Field& field, const Dialect& dialect,
                     const HashKey& secrets, column::Slot& slot) {
    if (field.type == column::Type::text) {
        slot = {true, 0, cell};
        return true;
    }
    bool is_read = false;
    with_reader(field, dialect, secrets, [&](auto read) {
        std::int64_t number = 0;
        is_read = read(cell, number);
        if (is_read) slot = {true, number, {}};
    });
    return is_read;
}

void read_plain_cells(std::span<const std::string_view> cells, const column::Field& field,
                      const Dialect& dialect, const HashKey& secrets, std::span<std::int64_t> numbers,
                      std::vector<std::uint32_t>& careful) {
    bool has_reader = false;
    careful.clear();
    if (field.type == column::Type::secret && !dialect.hashed)
        return read_secrets(cells, secrets, numbers, careful);
    with_reader(field, dialect, secrets, [&](auto read) {
        has_reader = true;
        for (std::size_t row = 0; row < cells.size(); ++row) {
            std::int64_t number = 0;
            if (!cells[row].empty() && !read(cells[row], number))
                careful.push_back(static_cast<std::uint32_t>(row));
            numbers[row] = number;
        }
    });
    if (has_reader) return;
    for (std::size_t row = 0; row < cells.size(); ++row) {
        numbers[row] = 0;
        if (!cells[row].empty()) careful.push_back(static_cast<std::uint32_t>(row));
    }
}

}  // namespace cadran::record
