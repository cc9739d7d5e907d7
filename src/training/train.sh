#!/usr/bin/env bash
# From the corpora to the model file in one command:
#
#     src/training/train.sh CORPORA WORK
#
# CORPORA is the folder with ud/, ner/, polnear/, news-plain/, corenlp-silver/ and embeddings/; WORK gets the build, the checkpoints and
# english.model. Run again after an interruption, it goes on where it was. See README.md beside this file.
set -euo pipefail

if [[ $# -ne 2 ]]; then
    sed -n '2,7s/^# \{0,1\}//p' "$0" >&2
    exit 2
fi
corpora=$(realpath "$1")
mkdir -p "$2"
work=$(realpath "$2")
here=$(realpath "$(dirname "$0")")
source_dir=$(realpath "$here/../..")

missing=()
while read -r package _; do
    [[ -z $package || $package == \#* ]] && continue
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
done < <(cat "$source_dir/packages.txt" "$here/packages.txt")
if ((${#missing[@]} > 0)); then
    as_root=()
    [[ $EUID -ne 0 ]] && as_root=(sudo)
    "${as_root[@]}" apt-get update
    "${as_root[@]}" apt-get install -y --no-install-recommends "${missing[@]}"
fi

cmake -G Ninja -S "$source_dir" -B "$work/build" -DCMAKE_BUILD_TYPE=Release -DGAINSAY_TRAINING=ON -DGAINSAY_TESTS=OFF
cmake --build "$work/build" --target train_tokenizer train_factuality train_engine pack_model train_names pack_names \
    train_attribution pack_attribution
bin="$work/build/bin"

vectors="$corpora/embeddings/glove6b-100d-150k"
for treebank in ewt gum; do
    xz -dc "$corpora/ud/$treebank-train.conllu.xz" >"$work/$treebank-train.conllu"
done
if [[ ! -s "$work/tokenizer.bin" ]]; then
    "$bin/train_tokenizer" "$work/tokenizer.bin" "$vectors.words.txt" "$vectors.f16le" \
        "$source_dir/src/resources/en/abbreviations.tsv" "$work/ewt-train.conllu" "$work/gum-train.conllu"
fi
xz -dc "$corpora/uds-factuality/uds-factuality-train.jsonl.xz" >"$work/uds-factuality-train.jsonl"
"$bin/train_factuality" "$source_dir/src/resources/en/factuality_cues.tsv" "$work/ewt-train.conllu" \
    "$work/uds-factuality-train.jsonl" "$work/factuality_model.tsv"
# Two networks, whose scores are added at run time; they differ in the seed and a little in length. The trainer's own threads do
# the work; those of the libraries would only spin.
train() {
    local name=$1
    shift
    [[ -e "$work/$name/done" ]] && return
    OMP_NUM_THREADS=1 OMP_WAIT_POLICY=passive "$bin/train_engine" --data "$corpora" --out "$work/$name" --threads 2 \
        --batch 1000 --silver-early 0.6 --silver-late 0.2 --resume "$@"
    touch "$work/$name/done"
}
train first --seed 1 --epochs 17
train second --seed 2 --epochs 19

"$bin/pack_model" --weights "$work/first/best.tensors" --weights "$work/second/best.tensors" --tokenizer "$work/tokenizer.bin" \
    --data "$corpora" --resources "$source_dir/src/resources/en" --out "$work/english.model"
echo "wrote $work/english.model"

# Names, on the states of the model just made.
if [[ ! -e "$work/names/done" ]]; then
    python3 "$source_dir/src/training/names/make_name_corpus.py" "$corpora" > "$work/names.jsonl"
    OMP_NUM_THREADS=1 OMP_WAIT_POLICY=passive "$bin/train_names" --corpus "$work/names.jsonl" --out "$work/names" \
        --model "$work/english.model" --words "$source_dir/src/resources/en" --epochs 11 --batch 1500 --hidden 128
    touch "$work/names/done"
fi
"$bin/pack_names" --weights "$work/names/last.tensors" --model "$work/english.model" --out "$work/names.model"
echo "wrote $work/names.model"

# Attributions, on the states of the model just made.
if [[ ! -e "$work/attribution/done" ]]; then
    marks="$source_dir/src/training/attribution/news_attributions"
    python3 "$marks.py" "$corpora/news-plain/articles.jsonl.xz" "$marks.tsv.xz" >"$work/news-train.jsonl"
    python3 "$marks.py" "$corpora/news-plain/articles.jsonl.xz" "$marks.tsv.xz" dev >"$work/news-dev.jsonl"
    OMP_NUM_THREADS=1 OMP_WAIT_POLICY=passive "$bin/train_attribution" --data "$corpora" --out "$work/attribution" \
        --news "$work/news-train.jsonl" --news-dev "$work/news-dev.jsonl" \
        --model "$work/english.model" --words "$source_dir/src/resources/en" --epochs 12 --batch 2500 \
        --reader 160 --finder 128
    touch "$work/attribution/done"
fi
"$bin/pack_attribution" --weights "$work/attribution/best.tensors" --model "$work/english.model" --least-cue 0.4 --news-share 0.7 \
    --out "$work/attribution.model"
echo "wrote $work/attribution.model"
