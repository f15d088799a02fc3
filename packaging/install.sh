#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Installs the Debian packages of packages.txt that this machine lacks; with tests, the Node package of tests/browser too.
# usage: packaging/install.sh [--with-tests]
set -euo pipefail
root_folder="$(cd "$(dirname "$0")/.." && pwd)"
list="$root_folder/packaging/packages.txt"
with_tests=${1:-}

missing=()
while read -r package kind _; do
  case "$package" in ''|'#'*) continue ;; esac
  case "$kind" in
    test | test-unless:*) [ "$with_tests" = --with-tests ] || continue ;;&
    unless:* | test-unless:*) ! command -v "${kind#*unless:}" > /dev/null || continue ;;
  esac
  dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
done < "$list"

# Fails with what apt-get said.
install_missing() {
  echo "Installing ${#missing[@]} Debian packages that the build needs: ${missing[*]}"
  local root=() log
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
      echo "Only root can install packages, and there is no sudo here. As root, run:" >&2
      echo "  apt-get install --no-install-recommends ${missing[*]}" >&2
      exit 3
    fi
    echo "Only root can install packages: sudo may now ask for your password."
    root=(sudo)
  fi
  log=$(mktemp)
  trap "rm -f '$log'" EXIT
  # What is set up is told as it goes; the whole log only where it fails.
  if ! { "${root[@]}" apt-get update -qq &&
         DEBIAN_FRONTEND=noninteractive "${root[@]}" apt-get install -y -q --no-install-recommends "${missing[@]}"; } 2>&1 |
       tee "$log" | sed -un 's/^Setting up \([^ ]*\).*/  \1/p'; then
    tail -20 "$log" >&2
    echo "The packages could not be installed; the lines above say why." >&2
    exit 70
  fi
}

# As locked; once, until the lock changes.
install_node_packages() {
  local folder="$root_folder/tests/$1" kept
  kept="$folder/node_modules/.package-lock.json"
  if [ -e "$kept" ] && [ "$kept" -nt "$folder/package-lock.json" ]; then return; fi
  echo "Installing the Node packages of tests/$1."
  (cd "$folder" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error)
}

if [ ${#missing[@]} -gt 0 ]; then install_missing; fi
if [ "$with_tests" = --with-tests ]; then
  install_node_packages browser
  install_node_packages openid
fi
