// SPDX-License-Identifier: Apache-2.0
// A small plugin for tests, of which one file at a time is made interesting.
#pragma once

#include <string>

#include "column/record_batch.h"
#include "script/judge.h"
#include "script/plugin.h"

namespace cadran::script {

// plugin.lua, one record type and one control, without fault.
PluginFiles sample_files();
// The same with this judge: the body of `function(claim, p)`.
PluginFiles files_with_judge(const std::string& body);

// Claims: number, amount in cents, act, paid_on; line numbers from 2.
column::RecordBatch sample_claims(const Plugin& plugin);

Limits tight_limits();

// What that judge says of the first claim (C-1, 1,500.00 EUR, hospital-stay, not paid); threshold 1,000.00
// EUR.
Judgement judged(const std::string& body, const Limits& limits = tight_limits());

// `script.unknown_key`, and its hint's id; empty where there is none.
std::string what_of(const Judgement& judgement);
std::string hint_of(const Judgement& judgement);

// What people read of it. Throws where a catalogue has no text for it, or one with other arguments.
std::string french_text(const Diagnostic& fault);
std::string english_text(const Diagnostic& fault);

}  // namespace cadran::script
