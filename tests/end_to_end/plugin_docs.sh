#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The documentation pages of the plugins that come with Cadran, in both languages, as a reader meets them: in a real
# browser, on a desk and on a telephone, by day and by night, with a screen reader.
. "$(dirname "$0")/setup.sh"

export XDG_DATA_HOME="$scratch/home"
ends 'a workspace is made' 0 "$cadran" init "$scratch/workspace" --sample --account admin
pages=()
for folder in "$root"/plugins/*/; do
  plugin=$(basename "$folder")
  for language in fr en; do
    page="$scratch/$plugin-$language.html"
    ends "$plugin is documented in $language" 0 "$cadran" plugin docs "$plugin" --to "$page" --lang "$language" --workspace "$scratch/workspace"
    says 'with its controls or checklists' "$page" '<h2'
    pages+=("$page")
  done
done
ends 'nobody meets an obstacle on them' 0 node "$root/tests/browser/axe_files.mjs" "${pages[@]}"
finish
