#!/usr/bin/env bash
# Every sample in an XML format against a RELAX NG schema: read_with_xmllint.sh XMLLINT SCHEMA FOLDER FORMAT
set -eu
"$1" --noout --nonet --relaxng "$2" "$3"/*."$4"
# And a schema that accepts anything would show nothing: an unknown element must be refused.
broken=$(mktemp)
trap 'rm -f "$broken"' EXIT
sed 's|</graph>|<shout/></graph>|' "$3/harbour.$4" > "$broken"
if "$1" --noout --nonet --relaxng "$2" "$broken" 2> /dev/null; then
    echo "$2 accepts an element that the format does not have" >&2
    exit 1
fi
