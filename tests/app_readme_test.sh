#!/usr/bin/env bash
# Fails when app/README.md names a file or folder that is not there, names a room of app/ not at all or with other rooms
# to include than tests/architecture_test.sh has for it, or is longer than somebody new reads.
# Usage: app_readme_test.sh FOLDER, the one that holds app/.
set -euo pipefail

root=${1:?which folder holds app/}
cd "$root"
page=app/README.md
most_lines=150
faults=0

complain() {
    printf '%s\n' "$*" >&2
    faults=$((faults + 1))
}

[[ -r $page ]] || {
    complain "$page: is missing"
    exit 1
}

# What stands in `...`, with the line it stands on. What is drawn between ``` is no name.
quoted() {
    awk '/^```/ { drawn = !drawn; next }
        !drawn { line = $0
                 while (match(line, /`[^`]+`/)) {
                     print NR ":" substr(line, RSTART + 1, RLENGTH - 2)
                     line = substr(line, RSTART + RLENGTH) } }' "$page"
}

# A file or folder: words with a slash, or with an ending that files have here. `<tag>` stands for what may be there.
is_path() {
    [[ $1 =~ ^[A-Za-z0-9_./{},*@-]+$ ]] && [[ $1 == */* || $1 =~ [A-Za-z0-9_}*]\.([ch]pp|\{[a-z,]+\}|md|toml|txt|sh|po|mo)$ ]]
}

named=0
while IFS=: read -r line words; do
    is_path "$words" || continue
    named=$((named + 1))
    # Nothing but letters, signs of paths, braces and stars reaches this: {a,b} is two names.
    eval "names=(${words//\*/\\*})"
    # shellcheck disable=SC2154 # by eval
    for name in "${names[@]}"; do
        compgen -G "app/$name" >/dev/null || compgen -G "$name" >/dev/null ||
            complain "$page:$line: there is no $name, in app/ or beside it"
    done
done < <(quoted)
((named > 0)) || complain "$page names no file; see whether this test still finds names in it"

while IFS= read -r folder; do
    grep -qF "\`${folder#app/}/\`" "$page" || complain "$page: says nothing of $folder; write \`${folder#app/}/\`"
done < <(find app -mindepth 1 -type d | sort)

# The table says what the map of the test says, word for word.
rooms=0
while read -r room may_use; do
    rooms=$((rooms + 1))
    row="| \`${room%.}/\` | ${may_use:-nothing} |"
    grep -qF "$row" "$page" || complain "$page: has no row that begins with $row"
done < <(sed -nE 's/^    \[([a-z/.]+)\]="([^"]*)"$/\1 \2/p' tests/architecture_test.sh | sed -E 's/ ui\.( |$)/ ui\/\1/')
((rooms > 0)) || complain "tests/architecture_test.sh has no map that this test can read"

lines=$(wc -l <"$page")
((lines <= most_lines)) || complain "$page: has $lines lines; $most_lines are what somebody new reads"

if ((faults > 0)); then
    printf '%d faults\n' "$faults" >&2
    exit 1
fi
echo "every file that $page names is there, every room is in it"
