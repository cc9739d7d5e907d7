#!/bin/bash
# How fast `gainsay parse` is beside UDPipe 1, from raw text to CoNLL-U: the same text, in turns, bound to one core,
# processor time. UDPipe and its model are the caller's; nothing of them stands in this repository.
#
#   tests/bench/compare_udpipe.sh UDPIPE-CHECKOUT ENGLISH-MODEL.udpipe [TEXT [ROUNDS]]
#
# UDPIPE-CHECKOUT is a clone of https://github.com/ufal/udpipe (branch udpipe-1); it is built there, by its own Makefile
# in release mode, unless it has been. TEXT is English without markup (without one, the articles of samples/, repeated);
# ROUNDS is 5 without one. GAINSAY names the program (build/release/bin/gainsay), GAINSAY_KERNEL its instructions.
set -euo pipefail

fail() {
    echo "compare_udpipe.sh: $1" >&2
    exit 2
}

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
[[ $# -ge 2 && $# -le 4 ]] || fail "expected UDPIPE-CHECKOUT MODEL [TEXT [ROUNDS]], found $# arguments"
checkout=$1
model=$2
rounds=${4:-5}
gainsay=${GAINSAY:-$root/build/release/bin/gainsay}
[[ -d $checkout/src ]] || fail "$checkout: expected a checkout of UDPipe 1, found no folder src"
[[ -f $model ]] || fail "$model: no such model"
[[ -x $gainsay ]] || fail "$gainsay: no such program; build it first or name it in GAINSAY"
[[ $rounds =~ ^[1-9][0-9]*$ ]] || fail "expected a number of rounds, found '$rounds'"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
if [[ $# -ge 3 ]]; then
    cp "$3" "$work/text" || fail "$3: cannot be read"
else
    for _ in {1..200}; do
        cat "$root"/samples/articles/*.txt
        echo
    done > "$work/text"
fi

if [[ ! -x $checkout/src/udpipe ]]; then
    make -C "$checkout/src" MODE=release exe > "$work/make.log" 2>&1 ||
        { tail -n 20 "$work/make.log" >&2; fail "$checkout/src: UDPipe does not build"; }
fi
udpipe=$checkout/src/udpipe

# run NAME COMMAND…: seconds of processor time, the system's included, of one run; its output goes to NAME.conllu.
run() {
    local name=$1
    shift
    TIMEFORMAT='%U %S'
    { time taskset -c 0 "$@" < "$work/text" > "$work/$name.conllu" 2> "$work/$name.err"; } 2> "$work/time" ||
        { cat "$work/$name.err" >&2; fail "$name ended with an error"; }
    awk '{ printf "%.3f\n", $1 + $2 }' "$work/time"
}

words() {
    grep -cP '^[0-9]+\t' "$work/$1.conllu"
}

: > "$work/udpipe.times"
: > "$work/gainsay.times"
for ((round = 0; round < rounds; ++round)); do
    run udpipe "$udpipe" --tokenize --tag --parse "$model" >> "$work/udpipe.times"
    run gainsay "$gainsay" parse - >> "$work/gainsay.times"
done

echo "$(grep -m1 'model name' /proc/cpuinfo | cut -d: -f2 | sed 's/^ //'), kernel ${GAINSAY_KERNEL:-chosen by the program}," \
    "$(stat -c %s "$work/text") bytes, best of $rounds"
for name in udpipe gainsay; do
    sort -n "$work/$name.times" | head -n 1 > "$work/$name.best"
    awk -v name="$name" -v words="$(words "$name")" \
        '{ printf "%-8s %8.3f s of a core, %7d words, %7.0f words a second\n", name, $1, words, words / ($1 > 0 ? $1 : 0.001) }' \
        "$work/$name.best"
done
paste "$work/udpipe.best" "$work/gainsay.best" | awk '{ printf "gainsay is %.2f times as fast\n", $1 / ($2 > 0 ? $2 : 0.001) }'
