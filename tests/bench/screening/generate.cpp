// SPDX-License-Identifier: Apache-2.0
// Claims, members and staff in which it is known what seven controls must find; the same at every call.
// usage: generate LINES FOLDER: writes claims.csv, quoted.csv (the same records, texts quoted and in UTF-8),
// members.csv, staff.csv, and planted.txt, a line a control: its name and how many findings it must have.
#include <array>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

namespace {

using Day = std::chrono::sys_days;

constexpr std::int64_t handlers = 40;
constexpr std::int64_t staff = 500;
constexpr std::int64_t threshold = 100'000;  // cents
constexpr std::int64_t ceiling = 300'000;
constexpr std::array<std::string_view, 5> acts{"consultation", "optical", "pharmacy", "hospital-stay",
                                               "dental-prosthesis"};

// splitmix64, a public-domain mixer of Sebastiano Vigna.
std::uint64_t mixed(std::uint64_t value) {
    value += 0x9E3779B97F4A7C15U;
    value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9U;
    value = (value ^ (value >> 27)) * 0x94D049BB133111EBU;
    return value ^ (value >> 31);
}

bool is_vip(std::int64_t member) {
    return member % 1000 == 7;
}
bool is_in_arrears(std::int64_t member) {
    return member % 100 == 3;
}

// What a member asked for at one of the visits, which come two days after each other.
struct Visit {
    std::int64_t member;
    std::int64_t number;

    std::uint64_t chance(std::uint64_t of) const {
        return mixed(static_cast<std::uint64_t>(member) * 1024 + static_cast<std::uint64_t>(number) +
                     (of << 48));
    }
    // The same care again: as of the visit before.
    bool is_double() const { return number % 2 == 1 && chance(1) % 2500 == 0; }
    Visit of_care() const { return is_double() ? Visit{member, number - 1} : *this; }

    std::int64_t care_day() const { return 2 * number + static_cast<std::int64_t>(chance(2) % 2); }
    std::int64_t amount() const {
        if (is_in_arrears(member)) {
            const bool spends_much = member % 1000 == 3 && (number == 5 || number == 6);
            return spends_much ? 160'000 : 500 + static_cast<std::int64_t>(chance(3) % 9'500);
        }
        const bool is_above = chance(4) % 1000 == 0;
        return static_cast<std::int64_t>(chance(3) % 90'000) + (is_above ? threshold + 1 : 500);
    }
    std::string_view act() const { return acts[chance(5) % acts.size()]; }
    std::int64_t person() const { return static_cast<std::int64_t>(chance(6) % 4); }
};

std::string iban(bool of_staff, std::int64_t number) {
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "FR76%c%022lld", of_staff ? '9' : '1',
                  static_cast<long long>(number));
    return text.data();
}

class File {
  public:
    explicit File(const std::filesystem::path& path) : stream_(path, std::ios::binary) {
        buffer_.reserve(size);
    }
    ~File() { stream_.write(buffer_.data(), static_cast<std::streamsize>(buffer_.size())); }
    File(const File&) = delete;
    File& operator=(const File&) = delete;

    File& add(std::string_view text) {
        if (buffer_.size() + text.size() > size) {
            stream_.write(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
            buffer_.clear();
        }
        buffer_ += text;
        return *this;
    }
    File& number(std::int64_t value, int digits) {
        std::array<char, 20> text{};
        for (int i = digits; i-- > 0; value /= 10)
            text[static_cast<std::size_t>(i)] = static_cast<char>('0' + value % 10);
        return add({text.data(), static_cast<std::size_t>(digits)});
    }
    File& date(std::int64_t day) {
        const std::chrono::year_month_day date{Day{std::chrono::year{2026} / 1 / 1} + std::chrono::days{day}};
        return number(static_cast<int>(date.year()), 4)
            .add("-")
            .number(static_cast<unsigned>(date.month()), 2)
            .add("-")
            .number(static_cast<unsigned>(date.day()), 2);
    }

  private:
    static constexpr std::size_t size = 1 << 20;
    std::ofstream stream_;
    std::string buffer_;
};

struct Planted {
    std::int64_t above = 0, vip = 0, doubles = 0, spent = 0, staff_iban = 0, early = 0, sample = 0;
};

class Generation {
  public:
    Generation(std::int64_t lines, const std::filesystem::path& folder)
        : lines_(lines), members_(std::max<std::int64_t>(1000, lines * 3 / 100) | 1), folder_(folder) {
        while (members_ % step == 0 || members_ % turn == 0) members_ += 2;
    }

    void write() {
        write_claims();
        write_lists();
        count_spent();
        std::ofstream(folder_ / "planted.txt")
            << "above-threshold " << planted_.above << "\nbilled-twice " << planted_.doubles
            << "\npaid-too-early " << planted_.early << "\nsample " << planted_.sample
            << "\nspent-in-arrears " << planted_.spent << "\nstaff-iban " << planted_.staff_iban << "\nvip "
            << planted_.vip << '\n';
    }

  private:
    static constexpr std::int64_t step = 7919;
    static constexpr std::int64_t turn = 104'729;

    // The visits of one turn, one of each member, in an order of their own.
    Visit visit(std::int64_t line) const {
        const std::int64_t number = line / members_;
        return {(line % members_ * step + number * turn) % members_, number};
    }
    // The visits of each member.
    std::vector<std::int64_t> visits() const {
        std::vector<std::int64_t> visits(static_cast<std::size_t>(members_), lines_ / members_);
        for (std::int64_t line = lines_ / members_ * members_; line < lines_; ++line)
            ++visits[static_cast<std::size_t>(visit(line).member)];
        return visits;
    }

    void write_claims() {
        File plain(folder_ / "claims.csv"), quoted(folder_ / "quoted.csv");
        for (File* file : {&plain, &quoted})
            file->add(
                "number,member,beneficiary,provider,act,care_date,received_on,amount,handler,iban,checked_on,"
                "paid_on\n");
        std::vector<std::int64_t> handled(handlers);
        for (std::int64_t line = 0; line < lines_; ++line) {
            write_claim(plain, line, "", "");
            write_claim(quoted, line, "\"", "Soins à l’écoute, cabinet n° ");
            ++handled[static_cast<std::size_t>(visit(line).chance(7) % handlers)];
            count(visit(line));
        }
        for (const std::int64_t population : handled) planted_.sample += (population * 2 + 99) / 100;
    }

    void write_claim(File& file, std::int64_t line, std::string_view quote, std::string_view provider) const {
        const Visit visit = this->visit(line), care = visit.of_care();
        const std::int64_t received = care.care_day() + 1 + static_cast<std::int64_t>(visit.chance(8) % 20);
        const std::int64_t checked = received + 1 + static_cast<std::int64_t>(visit.chance(9) % 5);
        file.add(quote).add("P").number(line, 8).add(quote).add(",");
        file.add(quote).add("M").number(visit.member, 7).add(quote).add(",");
        file.add(quote)
            .add("M")
            .number(visit.member, 7)
            .add("-")
            .number(care.person(), 1)
            .add(quote)
            .add(",");
        file.add(quote).add(provider).add("PS").number(static_cast<std::int64_t>(care.chance(10) % 20'000),
                                                       5);
        file.add(quote)
            .add(",")
            .add(care.act())
            .add(",")
            .date(care.care_day())
            .add(",")
            .date(received)
            .add(",");
        file.add(std::to_string(care.amount() / 100)).add(".").number(care.amount() % 100, 2).add(",");
        file.add(quote)
            .add("H")
            .number(static_cast<std::int64_t>(visit.chance(7) % handlers), 2)
            .add(quote)
            .add(",");
        file.add(of_staff(visit) ? iban(true, static_cast<std::int64_t>(visit.chance(11) % staff))
                                 : iban(false, visit.member));
        file.add(",").date(checked).add(",");
        if (is_paid(visit))
            file.date(is_early(visit) ? checked - 1
                                      : checked + static_cast<std::int64_t>(visit.chance(12) % 4));
        file.add("\n");
    }

    static bool of_staff(const Visit& visit) { return visit.chance(13) % 10'000 == 0; }
    static bool is_paid(const Visit& visit) { return visit.chance(14) % 32 != 0; }
    static bool is_early(const Visit& visit) { return visit.chance(15) % 2000 == 0; }

    void count(const Visit& visit) {
        planted_.above += visit.of_care().amount() > threshold ? 1 : 0;
        planted_.vip += is_vip(visit.member) ? 1 : 0;
        planted_.doubles += visit.is_double() ? 1 : 0;
        planted_.staff_iban += of_staff(visit) ? 1 : 0;
        planted_.early += is_paid(visit) && is_early(visit) ? 1 : 0;
    }

    void write_lists() const {
        File members(folder_ / "members.csv"), people(folder_ / "staff.csv");
        members.add("number,joined_on,vip,arrears\n");
        for (std::int64_t member = 0; member < members_; ++member) {
            members.add("M")
                .number(member, 7)
                .add(",2020-01-01,")
                .add(is_vip(member) ? "true" : "false")
                .add(",");
            members.add(is_in_arrears(member) ? "true" : "false").add("\n");
        }
        people.add("code,since,iban\n");
        for (std::int64_t person = 0; person < staff; ++person)
            people.add("S").number(person, 4).add(",2020-01-01,").add(iban(true, person)).add("\n");
    }

    // Claims of members in arrears that bring the claims of 30 days above the ceiling.
    void count_spent() {
        const std::vector<std::int64_t> visits = this->visits();
        for (std::int64_t member = 0; member < members_; ++member) {
            if (!is_in_arrears(member)) continue;
            std::vector<Visit> care;
            for (std::int64_t number = 0; number < visits[static_cast<std::size_t>(member)]; ++number)
                care.push_back(Visit{member, number}.of_care());
            for (const Visit& last : care) {
                std::int64_t sum = 0;
                for (const Visit& visit : care) {
                    const std::int64_t ago = last.care_day() - visit.care_day();
                    sum += ago >= 0 && ago < 30 ? visit.amount() : 0;
                }
                planted_.spent += sum > ceiling ? 1 : 0;
            }
        }
    }

    std::int64_t lines_;
    std::int64_t members_;
    std::filesystem::path folder_;
    Planted planted_;
};

}  // namespace

int main(int count, char** arguments) {
    if (count != 3) {
        std::fputs("usage: generate LINES FOLDER\n", stderr);
        return 2;
    }
    Generation(std::stoll(arguments[1]), arguments[2]).write();
}
