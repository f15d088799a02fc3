// SPDX-License-Identifier: Apache-2.0
// The evidence pack: for a clause, a process or a period, the way from the method to the proof, in files that
// anyone can check with public tools alone.
#pragma once

#include <filesystem>
#include <string>

#include "app/session.h"
#include "model/evidence.h"

namespace cadran::app {

struct ExportEvidence {
    model::EvidenceScope scope;      // of something at least
    std::filesystem::path folder;    // new or empty
    std::filesystem::path zip = {};  // the same as one file, that is new; empty: none
};

struct ExportedEvidence {
    std::int64_t files = 0;  // written into the folder
    bool found = false;      // something stands behind the scope
    Digest manifest;         // SHA-256 of manifest.json
};

// Journalled with the scope and the manifest's hash before the first byte leaves. Holds what the actor may
// see elsewhere, in the session's language; a pilot or a back-up names a process of theirs. Fails as invalid
// with every archived file that is gone or altered; then nothing is written.
Result<ExportedEvidence> export_evidence(Session& session, const ExportEvidence& command);

// The same as the bytes of one file, to be handed over at once.
struct ZippedEvidence {
    std::string name;  // `evidence-clause-8.4.zip`
    std::string bytes;
};
Result<ZippedEvidence> zip_evidence(Session& session, const model::EvidenceScope& scope);

}  // namespace cadran::app
