// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <fmt/format.h>

#include "base/hash.h"
#include "control/rehearsal.h"

namespace cadran::control {

namespace {

constexpr std::uint64_t most_cases = 100;
constexpr int most_simplifications = 200;

using Numbers = std::vector<std::uint64_t>;  // of the value of each variation

// Its properties are played with the same cases on every machine.
class Cases {
  public:
    explicit Cases(const script::Property& property) : property_(property) {
        for (const script::Variation& variation : property.variations) {
            sizes_.push_back(variation.size());
            all_ = all_ > most_cases ? all_ : all_ * std::min(sizes_.back(), most_cases + 1);
        }
    }

    std::uint64_t count() const { return std::min(all_, most_cases); }

    // All there are, one after the other; of many, first the simplest, then the least simple, then any.
    Numbers at(std::uint64_t number) const {
        Numbers numbers;
        std::uint64_t rest = number;
        for (std::size_t i = 0; i < sizes_.size(); ++i) {
            if (all_ <= most_cases) {
                numbers.push_back(rest % sizes_[i]);
                rest /= sizes_[i];
            } else if (number < 2) {
                numbers.push_back(number == 0 ? 0 : sizes_[i] - 1);
            } else {
                numbers.push_back(any(number, i));
            }
        }
        return numbers;
    }

  private:
    // Often at the edge, or a step away from it.
    std::uint64_t any(std::uint64_t number, std::size_t variation) const {
        const std::uint64_t drawn = keyed_hash(
            HashKey{},
            fmt::format("{}\n{}\n{}\n{}", property_.spec.control, property_.name, number, variation));
        const std::uint64_t size = sizes_[variation], last = size - 1;
        switch (drawn % 12) {
            case 0: return 0;
            case 1: return std::min<std::uint64_t>(1, last);
            case 2: return last;
            case 3: return last - std::min<std::uint64_t>(1, last);
            default: return drawn / 12 % size;
        }
    }

    const script::Property& property_;
    Numbers sizes_;
    std::uint64_t all_ = 1;
};

// Plays cases and, of one that is not as expected, simpler ones, until what its judges may use is used up.
class PropertyRehearsal {
  public:
    PropertyRehearsal(const script::Property& property, const script::Plugin& plugin,
                      const script::PluginFiles& files, const calendar::Locality& locality, Rehearsing how,
                      const script::Limits& limits)
        : property_(property),
          plugin_(plugin),
          files_(files),
          locality_(locality),
          how_(std::move(how)),
          limits_(limits),
          budget_(limits) {
        how_.budget = &budget_;
    }
    PropertyRehearsal(const PropertyRehearsal&) = delete;
    PropertyRehearsal& operator=(const PropertyRehearsal&) = delete;

    RehearsedProperty play() {
        const Cases cases(property_);
        RehearsedProperty rehearsed;
        for (std::uint64_t i = 0; i < cases.count(); ++i) {
            const Numbers numbers = cases.at(i);
            Diagnostics differences = play(numbers);
            if (is_over()) {
                rehearsed.differences = {unfinished(rehearsed.cases)};
                break;
            }
            ++rehearsed.cases;
            if (differences.empty()) continue;
            simplest_ = {numbers, std::move(differences)};
            simplify();
            rehearsed.differences = told(simplest_);
            break;
        }
        return rehearsed;
    }

  private:
    // What is not as expected where the variations have these values.
    struct Broken {
        Numbers numbers = {};
        Diagnostics differences = {};
    };

    Diagnostics play(const Numbers& numbers) {
        return rehearse(script::case_of(property_, numbers), plugin_, files_, locality_, how_);
    }

    bool is_over() const { return budget_.shortage().has_value(); }

    void simplify() {
        int left = most_simplifications;
        for (bool simpler = true; simpler && left > 0 && !is_over();) {
            simpler = false;
            for (std::size_t i = 0; i < simplest_.numbers.size(); ++i) simpler = simplify(i, left) || simpler;
        }
    }

    // Halves the way to the simplest value as long as it stays otherwise than expected.
    bool simplify(std::size_t variation, int& left) {
        const std::uint64_t before = simplest_.numbers[variation];
        std::uint64_t low = 0;
        while (low < simplest_.numbers[variation] && left-- > 0 && !is_over()) {
            Numbers simpler = simplest_.numbers;
            simpler[variation] = low + (simplest_.numbers[variation] - low) / 2;
            Diagnostics differences = play(simpler);
            if (is_over()) break;
            if (differences.empty())
                low = simpler[variation] + 1;
            else
                simplest_ = {std::move(simpler), std::move(differences)};
        }
        return simplest_.numbers[variation] < before;
    }

    Diagnostic unfinished(std::int64_t cases) const {
        return {property_.spec.place,
                {"control.property_unfinished",
                 {{"property", property_.name},
                  {"cases", cases},
                  {"fuel", limits_.run_fuel},
                  {"seconds", std::chrono::ceil<std::chrono::seconds>(limits_.run).count()}}},
                Message{"control.make_the_judge_do_less"}};
    }

    Diagnostics told(Broken broken) const {
        std::string values;
        for (std::size_t i = 0; i < broken.numbers.size(); ++i) {
            const script::Variation& variation = property_.variations[i];
            const column::Scalar value = variation.value(broken.numbers[i]);
            values += fmt::format("{}{} = {}", values.empty() ? "" : ", ", variation.name,
                                  column::is_missing(value) ? "\"\"" : column::plain_text(value));
        }
        Diagnostics told{{property_.spec.place,
                          {"control.property_broken", {{"property", property_.name}, {"values", values}}},
                          {}}};
        std::ranges::move(broken.differences, std::back_inserter(told));
        return told;
    }

    const script::Property& property_;
    const script::Plugin& plugin_;
    const script::PluginFiles& files_;
    const calendar::Locality& locality_;
    Rehearsing how_;
    script::Limits limits_;
    script::Budget budget_;
    Broken simplest_;  // of the cases that were played
};

}  // namespace

RehearsedProperty rehearse(const script::Property& property, const script::Plugin& plugin,
                           const script::PluginFiles& files, const calendar::Locality& locality,
                           Rehearsing how, const script::Limits& limits) {
    return PropertyRehearsal(property, plugin, files, locality, std::move(how), limits).play();
}

}  // namespace cadran::control
