#!/usr/bin/env bash
# Two tours of one seed and one clock are the same to the byte, so that pictures can be compared before a change and
# after it, and so is what is read aloud of each; another seed shows other codes.
# Usage: tour_test.sh SAMESIDE
set -euo pipefail

program=$(realpath "${1:?where is the built sameside}")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

tour() { # NAME SEED
    "$program" tour "$folder/$1" --at 2026-03-04T10:30 --seed "$2" --spoken >/dev/null
}

# Seeds of its own, for a tour keeps its practice in a folder of that name.
seed=$((0x10000000 + $$))
tour first "$seed"
tour second "$seed"

if ! difference=$(diff -rq "$folder/first" "$folder/second"); then
    printf 'two tours of one seed differ:\n%s\n' "$difference" >&2
    exit 1
fi
pictures=("$folder"/first/*.png)
((${#pictures[@]} > 50)) || { echo "the tour has only ${#pictures[@]} pictures" >&2; exit 1; }

# Every page is read but the cover, which is silent.
for picture in "${pictures[@]}"; do
    spoken=${picture%.png}.txt
    [[ -s $spoken || $spoken == *-cover.txt ]] || { echo "nothing is read of $picture" >&2; exit 1; }
done
grep -qi 'answer 5 of 7' "$folder"/first/*question*.txt || { echo "no answer is read with its place" >&2; exit 1; }

# In large letters it comes as far, though pages are longer there.
"$program" tour "$folder/large" --at 2026-03-04T10:30 --seed "$seed" --text 200 --language es >/dev/null ||
    { echo "a tour in large letters does not come to its end" >&2; exit 1; }

if "$program" tour "$folder/bad" --at yesterday 2>"$folder/said"; then
    echo "--at takes what is no time" >&2
    exit 1
fi
grep -q -- '--at yesterday: YYYY-MM-DDTHH:MM is allowed' "$folder/said" || {
    cat "$folder/said" >&2
    exit 1
}
[[ ! -e $folder/bad ]] || { echo "a refused tour made its folder" >&2; exit 1; }

tour other $((seed + 1))
! cmp -s "$folder/first/12-entry-code.png" "$folder/other/12-entry-code.png" ||
    { echo "another seed shows the same code" >&2; exit 1; }
echo "two tours of one seed are the same in ${#pictures[@]} pictures and the report"
