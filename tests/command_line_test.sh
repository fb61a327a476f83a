#!/usr/bin/env bash
# What the command line promises: one clear line on stderr and status 2 for anything wrong, and nothing created or lost.
# Usage: command_line_test.sh PROGRAM SOURCE_FOLDER
set -euo pipefail

sameside=$1
source=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0

complain() {
    echo "FAILED: $*" >&2
    failures=$((failures + 1))
}

# The command must fail with status 2, say one line that holds the words, and leave the work folder as it was.
refuses() { # WORDS COMMAND...
    local words=$1 before status=0 said
    shift
    before=$(find "$work" -type f -exec cksum {} + | sort)
    said=$(timeout 20 "$@" 2>&1 </dev/null) || status=$?
    [[ $status == 2 ]] || complain "status $status, not 2: $*"
    [[ $said == *"$words"* ]] || complain "'$words' is not said by: $* (said: $said)"
    [[ $(wc -l <<<"$said") == 1 ]] || complain "more than one line: $* (said: $said)"
    [[ $(find "$work" -type f -exec cksum {} + | sort) == "$before" ]] || complain "files changed: $*"
}

settings() { # KEY VALUE: the shipped settings with one line changed
    sed -e "s|^content_folder = .*|content_folder = \"$source/content\"|" -e "s|^data_folder = .*|data_folder = \"$work/data\"|" \
        -e "s|^$1 = .*|$1 = $2|" "$source/kiosk-config/kiosk.toml" >"$work/$1.toml"
    echo "$work/$1.toml"
}

"$sameside" --help | grep -q -- --windowed || complain "--help does not name --windowed"
"$sameside" --version | grep -q '^sameside [0-9]' || complain "--version says no version"
"$sameside" content check "$source/content" >/dev/null || complain "the shipped content has mistakes"

refuses "--nonsense" "$sameside" --nonsense
refuses "nonsense" "$sameside" nonsense
refuses "kiosk.toml" "$sameside" --config "$work/none/kiosk.toml"
refuses "$work/none" "$sameside" --demo --data "$work/none" --config "$(settings name '"Rivergate"')"
refuses "12x" "$sameside" --demo --data "$work" --windowed 12x
refuses "10x10" "$sameside" --demo --data "$work" --windowed 10x10
refuses "theme" "$sameside" tour "$work/pictures" --theme blue
refuses "text" "$sameside" tour "$work/pictures" --text 110
refuses "size" "$sameside" tour "$work/pictures" --size wide
refuses "theme" "$sameside" --config "$(settings theme '"blue"')"
refuses "idle_seconds" "$sameside" --config "$(settings idle_seconds 5)"
refuses "advance" "$sameside" --config "$(settings advance '"swipe"')"
refuses "$work/data" "$sameside" --config "$(settings lock_minutes 5)"
refuses "no such folder" "$sameside" setup --data "$work/data" --practice Rivergate
mkdir "$work/data" && chmod 700 "$work/data"
refuses "setup" "$sameside" --config "$work/lock_minutes.toml"

# A practice, from standard input as a script would give it.
kit=$work/kit.pdf
answers=$'Dr. Okafor\npaper boats on a quiet river\npaper boats on a quiet river\n258036\n258036\n'
"$sameside" setup --data "$work/data" --practice Rivergate --kit "$kit" </dev/null 2>/dev/null && complain "no answers are enough"
[[ -z $(ls "$work/data") && ! -e $kit ]] || complain "a setup that was cut short leaves files"
"$sameside" setup --data "$work/data" --practice Rivergate --kit "$kit" <<<"$answers" 2>"$work/said" ||
    complain "setup failed: $(cat "$work/said")"
[[ -f $work/data/device.key && -f $work/data/sameside.db ]] || complain "setup made no data"
[[ $(stat -c %a "$work/data/device.key") == 600 ]] || complain "device.key can be read by others"
pdftotext "$kit" - | grep -q Rivergate || complain "the recovery kit has no practice name"
grep -qiE 'lost|without both' "$work/said" || complain "setup does not say that data can be lost for ever"
grep -q 'paper boats' "$work/said" && complain "setup shows the passphrase"
refuses "already" "$sameside" setup --data "$work/data" --practice Rivergate --kit "$work/second.pdf"
printf 'M. Reyes\nsmall lamps in the long hall\nsmall lamps in the long hall\n' |
    "$sameside" setup --add-therapist --data "$work/data" 2>/dev/null || complain "no second therapist"
grep -rqa -e 'paper boats' -e 'Okafor' -e '258036' "$work/data" && complain "a secret can be read in the data folder"

# Content with a mistake: file, line and rule are named.
cp -r "$source/content" "$work/content"
sed -i '0,/^minimum = .*/s//minimum = 99/' "$work/content/modules/same-side.toml"
said=$("$sameside" content check "$work/content" 2>&1) && complain "a scale that contradicts itself is accepted"
[[ $said == *same-side.toml:* ]] || complain "the mistake's file and line are not named: $said"

exit $((failures > 0))
