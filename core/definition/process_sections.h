// SPDX-License-Identifier: Apache-2.0
// The sections of a process sheet; only process_file sees them. Each takes the root of a valid tree apart;
// values that the schema refused are among the faults already and are read as they may.
#pragma once

#include "definition/section.h"
#include "model/process.h"

namespace cadran::definition {

// Objectives and indicators, and whether they fit each other.
void read_figures(const format::XmlElement& root, model::Process& process, const Section& section);

void read_risks(const format::XmlElement& root, model::Process& process, const Section& section);

// After the risks: a risk that is not accepted needs a control that covers it.
void read_controls(const format::XmlElement& root, model::Process& process, const Section& section);

}  // namespace cadran::definition
