// SPDX-License-Identifier: Apache-2.0
// How what the organisation hands out looks: pages, on screens and printed, and workbooks.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/message.h"

namespace cadran::model {

// A colour of screens (sRGB), each part from 0 to 255.
struct Tint {
    int red = 0;
    int green = 0;
    int blue = 0;

    friend bool operator==(const Tint&, const Tint&) = default;
};

// `#0f6674`, as style sheets write it.
std::optional<Tint> parse_tint(std::string_view text);
std::string tint_text(const Tint& tint);

inline constexpr Tint white_tint{255, 255, 255};
inline constexpr Tint black_tint{0, 0, 0};

// That part of the way from one to the other, from 0 to 1.
Tint mixed(const Tint& from, const Tint& to, double part);

// Of letters against their ground, from 1 to 21 (Web Content Accessibility Guidelines 2.1, contrast ratio).
double contrast(const Tint& letters, const Tint& ground);
// Below it, small letters are hard to read (the same, success criterion 1.4.3).
inline constexpr double least_contrast = 4.5;
// As little darker, or lighter on a dark ground, as it takes to be read there.
Tint legible(const Tint& letters, const Tint& ground);

struct Appearance {
    std::optional<Tint> accent = {};  // of titles and lines, and of grounds under white letters
    std::string logo = {};            // its path beside workspace.xml; empty where there is none
    std::string logo_bytes = {};      // a PNG or an SVG; empty where nobody read it
    LocalText footer = {};            // at the foot of every page

    friend bool operator==(const Appearance&, const Appearance&) = default;
};

}  // namespace cadran::model
