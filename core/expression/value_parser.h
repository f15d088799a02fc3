// SPDX-License-Identifier: Apache-2.0
// Reads the tokens of a clause one after the other, and values from them; only this layer sees it.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "expression/clause.h"
#include "expression/term.h"
#include "expression/token.h"

namespace cadran::expression {

// The word of the language that a mistyped one was meant to be, whatever its case.
std::optional<Message> nearest_word(std::string_view typed, std::span<const std::string> known);

// Recursive descent, a function for each rule. A function that fails has told why and gives nothing; its
// callers give up with it.
class ValueParser {
  public:
    ValueParser(const Clause& clause, std::vector<Token> tokens, Diagnostics& diagnostics)
        : clause_(clause), tokens_(std::move(tokens)), diagnostics_(diagnostics) {}

    std::optional<Term> value();
    // `name {"," name}`: fields, the aliases of which may stand in front.
    std::optional<std::vector<Term>> names();
    bool accept(std::string_view text);
    bool expect(std::string_view text);
    // Tells what stands where the clause should end; gives whether it ends.
    bool expect_end();

  protected:
    const Token& token() const { return tokens_[position_]; }
    bool at_end() const { return token().kind == Token::Kind::end; }
    void advance() { ++position_; }
    bool descend();
    void ascend() { --depth_; }

    std::nullopt_t fail(const Token& at, Message what, std::optional<Message> hint = {});
    std::nullopt_t fail_expected(std::string id, std::string id_at_end, std::optional<Message> hint = {});

    // Whether the parenthesis here holds a value, not a condition.
    bool encloses_value() const;

    const Clause& clause_;
    std::vector<Token> tokens_;
    Diagnostics& diagnostics_;
    std::size_t position_ = 0;
    int lists_ = 0;  // those around the token, in which a comma stands between values

  private:
    std::optional<Term> joined_by(std::span<const std::string_view> signs,
                                  std::optional<Term> (ValueParser::*part)());
    std::optional<Term> product();
    std::optional<Term> factor();
    std::optional<Term> primary();
    std::optional<Term> number();
    std::optional<Term> amount(const std::string& text);
    std::optional<Term> duration(const std::string& text);
    std::optional<Term> name();
    std::optional<Term> call();
    bool is_broken_number() const;
    Term finish(const Token& start, decltype(Term::what) what);
    Term literal(const Token& start, column::Type type, column::Scalar value);

    int depth_ = 0;
};

}  // namespace cadran::expression
