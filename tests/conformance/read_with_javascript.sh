#!/bin/bash
# read_with_javascript.sh NPM_FOLDER FILES: installs the pinned packages (once) and opens the files with them.
# Ends with 77, ctest's "skipped", where the packages cannot be had.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
packages=$1
files=$2
mkdir -p "$packages"
if ! cmp -s "$here/package-lock.json" "$packages/installed.json"; then
    cp "$here/package.json" "$here/package-lock.json" "$packages/"
    if ! (cd "$packages" && "$NPM" ci --ignore-scripts --no-audit --no-fund) >"$packages/npm.log" 2>&1; then
        echo "skipped: npm cannot install the packages (no network?):"
        tail -n 5 "$packages/npm.log"
        exit 77
    fi
    cp "$here/package-lock.json" "$packages/installed.json"
fi
NODE_PATH="$packages/node_modules" exec "$NODE" "$here/read_with_javascript.cjs" "$files"
