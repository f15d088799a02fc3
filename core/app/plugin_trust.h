// SPDX-License-Identifier: Apache-2.0
// Which plugins are trusted, and where the scripts of the others run.
#pragma once

#include <memory>
#include <string>

#include "app/definitions.h"
#include "script/worker.h"

namespace cadran::app {

// The newest workspace.xml that was accepted decides, whatever the date from which it is in force: distrust
// is not put off, nor dated back.
Result<bool> is_trusted(Workspace& workspace, const std::string& plugin);

// The process in which the scripts of that plugin run; null: in this one.
Result<std::shared_ptr<script::Worker>> worker_for(Workspace& workspace, const std::string& plugin);

// As script::load_plugin, of the files of that definition.
Result<script::Plugin> load_plugin(Workspace& workspace, const std::string& name, const Files& files);

}  // namespace cadran::app
