#!/bin/bash
# make.sh [GAINSAY]: makes everything beside this script from articles/: the graph, the files for other programs, the
# pictures, the page. Without an argument it runs the launcher of this repository, which builds the program if need be.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
gainsay=${1:-$here/../gainsay}
title='The missing freighter Calliope'

"$gainsay" build "$here/articles" -o "$here/graph.json"
"$gainsay" export "$here/graph.json" --full -o "$here/graph.graphml"
"$gainsay" export "$here/graph.json" -o "$here/graph.html" --documents "$here/articles" --title "$title"
mkdir -p "$here/pictures"
for view in story actors claims disputes; do
    for format in svg png; do
        "$gainsay" export "$here/graph.json" --view "$view" --title "$title: $view" -o "$here/pictures/$view.$format"
    done
done
"$gainsay" export "$here/graph.json" --view story --around "Meridian Lines" --title "Around Meridian Lines" \
    -o "$here/pictures/meridian_lines.png"
