// SPDX-License-Identifier: Apache-2.0
#include "cli/manual.h"

#include <algorithm>

#include "base/resource.h"
#include "base/text.h"

namespace cadran::cli {

namespace {

std::string title(const Command& command) {
    return command.verb.empty() ? std::string(command.noun)
                                : fmt::format("{} {}", command.noun, command.verb);
}

// `cadran worklist decide DOSSIER… --verdict VERDICT [--reason TEXT]`
std::string synopsis(const Command& command) {
    std::string text = "cadran " + title(command);
    for (const Operand& operand : command.operands) {
        const std::string name = std::string(operand.name) + (operand.repeated ? "…" : "");
        text += operand.required ? " " + name : " [" + name + "]";
    }
    for (const Option& option : command.options) {
        std::string usage = "--" + std::string(option.name);
        if (!option.value.empty()) usage += " " + std::string(option.value);
        if (option.repeated) usage += " …";
        text += option.required ? " " + usage : " [" + usage + "]";
    }
    return text;
}

}  // namespace

std::string manual_path(const Command& command) {
    std::string name(command.noun);
    if (!command.verb.empty()) name += "_" + std::string(command.verb);
    std::ranges::replace(name, '-', '_');
    return "core/cli/" + name + ".md";
}

std::string manual_text(const Command& command, Language language) {
    const std::string_view page = resource(manual_path(command));
    const std::string mark = fmt::format("<!-- {} -->\n", language_tag(language));
    const auto begin = page.find(mark);
    if (begin == std::string_view::npos) return {};
    const std::string_view text = page.substr(begin + mark.size());
    return std::string(trimmed(text.substr(0, text.find("<!-- ")))) + "\n";
}

std::string summary(const Command& command, Language language) {
    const std::string text = manual_text(command, language);
    return text.substr(0, text.find('\n'));
}

std::string manual(const Command& command, const Output& output) {
    const Catalogue& catalogue = output.catalogue();
    return output.emphasised(synopsis(command)) + "\n\n" + manual_text(command, catalogue.language()) + "\n" +
           catalogue.text(Message{"cli.global_options"}) + "\n";
}

std::string overview(const Output& output, std::string_view noun) {
    const Catalogue& catalogue = output.catalogue();
    std::string text = noun.empty() ? catalogue.text(Message{"cli.overview"}) + "\n\n" : "";
    int width = 0;
    for (const Command& command : commands()) width = std::max(width, length_in_characters(title(command)));
    for (const Command& command : commands()) {
        if (!noun.empty() && command.noun != noun) continue;
        text += fmt::format("  {:<{}}  {}\n", title(command), width, summary(command, catalogue.language()));
    }
    return text + "\n" + catalogue.text(Message{"cli.more_help"}) + "\n";
}

}  // namespace cadran::cli
