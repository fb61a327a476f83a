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
refuses "nonsense: there is no such command; allowed are: setup, recover, new-kit, passphrase, pin, remove-therapist, rotate-device-key, backup, restore, audit, check, accept-earlier-copy, tour, content, score, export, figures" "$sameside" nonsense
refuses "chek: there is no such command; allowed are: check, extract, import-fhir (did you mean check?)" "$sameside" content chek
refuses "did you mean content?" "$sameside" --config "$work/none" contents check
refuses "did you mean import-fhir?" "$sameside" content import_fihr "$work/form.json"
refuses "is not a content folder; it has no packets.toml" "$sameside" content check "$source/content/modules"
sed -i /^data_folder/d "$(settings data_folder '""')"
refuses "data_folder.toml:1: data_folder: is missing; write data_folder = " "$sameside" --config "$work/data_folder.toml"
refuses "kiosk.toml" "$sameside" --config "$work/none/kiosk.toml"
refuses "$work/none" "$sameside" --demo --data "$work/none" --config "$(settings name '"Rivergate"')"
refuses "12x" "$sameside" --demo --data "$work" --windowed 12x
refuses "10x10" "$sameside" --demo --data "$work" --windowed 10x10
refuses "theme" "$sameside" tour "$work/pictures" --theme blue
refuses "--all excludes --theme" "$sameside" tour "$work/pictures" --all --theme evening
refuses "text" "$sameside" tour "$work/pictures" --text 110
refuses "language fr: en or es is allowed" "$sameside" tour "$work/pictures" --language fr
refuses "size" "$sameside" tour "$work/pictures" --size wide
refuses "theme" "$sameside" --config "$(settings theme '"blue"')"
refuses "language: \"fr\" is unknown; allowed are: en, es" "$sameside" --config "$(settings language '"fr"')"
refuses "idle_seconds" "$sameside" --config "$(settings idle_seconds 5)"
refuses "advance" "$sameside" --config "$(settings advance '"swipe"')"
refuses "$work/data" "$sameside" --config "$(settings lock_minutes 5)"
refuses "no such folder" "$sameside" setup --data "$work/data" --practice Rivergate
mkdir "$work/data" && chmod 700 "$work/data"
refuses "setup" "$sameside" --config "$work/lock_minutes.toml"
refuses "setup" env -u DISPLAY -u WAYLAND_DISPLAY -u XDG_RUNTIME_DIR "$sameside" --config "$work/lock_minutes.toml"

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
cp "$work/data/sameside.db" "$work/earlier.db"
refuses "already" "$sameside" setup --data "$work/data" --practice Rivergate --kit "$work/second.pdf"
printf 'paper boats on a quiet river\nM. Reyes\nsmall lamps in the long hall\nsmall lamps in the long hall\n' |
    "$sameside" setup --add-therapist --data "$work/data" 2>/dev/null || complain "no second therapist"
grep -rqa -e 'paper boats' -e 'Okafor' -e '258036' "$work/data" && complain "a secret can be read in the data folder"

# The morning check: of a new practice all that is looked at is told, in both languages and for programs, and nothing is changed.
checked() { "$sameside" check --data "$work/data" --config "$(settings name '"Rivergate"')" "$@"; }
before=$(find "$work/data" -type f -exec cksum {} + | sort)
status=0
said=$(checked --json 2>/dev/null) || status=$?
[[ $status == 1 ]] || complain "the check of a practice without a backup has status $status"
python3 - "$said" <<'PYTHON' || complain "the check is not what programs read: $said"
import json, sys
told = json.loads(sys.argv[1])
found = {each["check"]: each for each in told["checks"]}
assert set(found) == {"touch", "display", "fonts", "content", "unit", "updates", "space", "disk", "sealing", "audit", "clock",
                      "backup"}, found
assert found["disk"]["health"] == found["sealing"]["health"] == found["audit"]["health"] == "good", found
assert found["backup"]["health"] == "attention" and found["backup"]["to_do"], found
assert told["health"] in ("attention", "failed") and told["at"].endswith("Z"), told
PYTHON
said=$(checked 2>/dev/null) || true
[[ $said == *"Backup "*"None yet"* ]] || complain "the check does not say that there is no backup: $said"
said=$(checked --language es 2>/dev/null) || true
[[ $said == *"Aún no hay"* ]] || complain "the check speaks no Spanish: $said"
[[ $(find "$work/data" -type f -exec cksum {} + | sort) == "$before" ]] || complain "the check changed files of the practice"
refuses "no such folder" "$sameside" check --data "$work/none" --config "$(settings name '"Rivergate"')"

# The audit log: whole, and readable by whoever keeps the machine.
said=$("$sameside" audit --data "$work/data" 2>&1) || complain "a new practice's audit log is not whole: $said"
[[ $said == *"whole: 2 entries"* ]] || complain "audit says: $said"
said=$("$sameside" audit --list --data "$work/data" 2>/dev/null)
[[ $said == entry,time,who,what,about*,setup,practice-made,*,therapist:1,therapist-added,therapist:2 ]] || complain "the log lists: $said"
[[ $(TZ=XXX-14 "$sameside" audit --list --data "$work/data" 2>/dev/null) == "$said" ]] ||
    complain "the audit log's times change with the machine's time zone"
[[ $(TZ=YYY12 "$sameside" audit --list --data "$work/data" 2>/dev/null) == *",$(date -u +%Y-%m-%d)T"*Z,* ]] ||
    complain "the audit log's times are not in UTC"
refuses "no such folder" "$sameside" audit --data "$work/none"

# An earlier copy of the database is known as one, and taken only by an order that the audit log keeps.
accept=("$sameside" accept-earlier-copy --data)
said=$("${accept[@]}" "$work/data" 2>&1) || complain "nothing to accept is a failure: $said"
[[ $said == *"nothing to accept"* ]] || complain "accept says of today's file: $said"
cp -r "$work/data" "$work/older"
rm -f "$work/older/sameside.db-wal" "$work/older/sameside.db-shm"
cp "$work/earlier.db" "$work/older/sameside.db"
refuses "is an earlier copy" "$sameside" audit --data "$work/older"
said=$("${accept[@]}" "$work/older" 2>&1) || complain "an earlier copy is not accepted: $said"
[[ $said == *"without the last"* ]] || complain "accept says of an earlier copy: $said"
said=$("$sameside" audit --list --data "$work/older" 2>&1) || complain "an accepted copy is not whole: $said"
[[ $said == *setup,earlier-copy-accepted,changes:* ]] || complain "the log of an accepted copy lists: $said"
rm "$work/older/device.count"
refuses "no count of its changes" "$sameside" audit --data "$work/older"
refuses "no such folder" "${accept[@]}" "$work/none"

# Exports: refused before a passphrase is asked for where the order itself is wrong, and after it where that is.
mkdir "$work/out"
order=("$sameside" export --config "$(settings name '"Rivergate"')" --case RG-1 --to "$work/out")
refuses "zip-all is allowed" "${order[@]}" --format word
refuses "no such folder" "${order[@]::${#order[@]}-1}" "$work/none" --format csv
refuses "format" "${order[@]}"
refuses "needs --partner" "${order[@]}" --format csv --private
refuses "a or b is allowed" "${order[@]}" --format csv --partner both
refuses "is for both" "${order[@]}" --format keepsake --partner a
study=("$sameside" export --config "$(settings name '"Rivergate"')" --all --to "$work/out")
refuses "needs --all" "${order[@]}" --format study
refuses "leave --case out" "${order[@]}" --format study --all
refuses "are for one case" "${study[@]}" --format csv --partner a
refuses "leave --case out" "${order[@]}" --format csv --all
refuses "are for charts" "${study[@]}" --format study --names
refuses "need --all" "${order[@]}" --format csv --dates
refuses "need --all" "${study[@]}" --format csv --texts
refuses "the chart code is needed" "$sameside" export --config "$(settings name '"Rivergate"')" --to "$work/out" --format csv
refuses "an absolute URI without spaces is allowed" "${order[@]}" --format fhir --identifier-system "charts of ours"
refuses "passphrase" "${order[@]}" --format csv --passphrase "paper boats" # it would be in the list of processes
until_paused() { # COMMAND...: wrong passphrases, until the pause is surely longer than the next try takes to come
    for _ in {1..60}; do
        said=$("$@" <<<"paper boats" 2>&1) || true
        [[ $said =~ "the next try is in "([0-9]+) ]] && ((BASH_REMATCH[1] >= 4)) && return
        sleep 0.2
    done
}
not_exported() { # WORDS INPUT OPTION...
    local words=$1 input=$2 status=0 said
    shift 2
    said=$("${order[@]}" "$@" <<<"$input" 2>&1) || status=$?
    [[ $status == 2 && $said == *"$words"* ]] || complain "'$words' is not said (status $status): $said"
    [[ -z $(ls -A "$work/out") ]] || complain "an export that was refused leaves files"
}
not_exported "one of these is needed: Dr. Okafor, M. Reyes" "paper boats on a quiet river" --format csv
not_exported "Dr. Okafor has no such case" "paper boats on a quiet river" --format csv --therapist "Dr. Okafor"
not_exported "does not match" "paper boats on a quiet lake" --format csv --therapist "Dr. Okafor"
until_paused "${order[@]}" --format csv --therapist "Dr. Okafor"
not_exported "the next try is in" "paper boats on a quiet river" --format csv --therapist "Dr. Okafor"
not_exported "not the same" $'small lamps in the long hall\nseven paper boats\nsix paper boats' --format zip-all --therapist "M. Reyes"
"$sameside" audit --list --data "$work/data" 2>/dev/null | grep -q 'refused,therapist:1' || complain "the audit log has no wrong passphrase"

# The practice's own figures, which nobody's answers make yet.
mkdir "$work/figures"
figured=("$sameside" figures --config "$(settings name '"Rivergate"')" --therapist "M. Reyes" --to)
refuses "to is required" "$sameside" figures
refuses "no such folder" "${figured[@]}" "$work/none"
status=0
said=$("${figured[@]}" "$work/figures" --sem <<<"small lamps in the long hall" 2>"$work/figures.err") || status=$?
[[ $status == 0 && $said == *"$work/figures/figures items.csv"* ]] || complain "figures says (status $status): $said $(<"$work/figures.err")"
[[ $(wc -l <"$work/figures/figures.csv") == 1 && -s $work/figures/figures.pdf ]] || complain "figures of nobody have rows, or no page"
"$sameside" audit --list --data "$work/data" 2>/dev/null | grep -q 'therapist:2,figures-read,cases:0' || complain "the audit log has no figures"

# Keys: each command on a practice of its own, so that what is refused can be seen to change nothing but the count of
# wrong tries. Nobody is added without the passphrase of one who works there, and nothing is made twice.
keys=$work/keys
mkdir -m 700 "$keys"
"$sameside" setup --data "$keys" --practice Rivergate --kit "$work/keys-kit.pdf" <<<"$answers" 2>/dev/null || complain "no practice for its keys"
words_of() { # KIT: its words in the order of their numbers
    pdftotext -layout "$1" - | grep -oE '\b[0-9]{1,2} +[a-z]{5}\b' | sort -n | awk '{ printf "%s%s", (NR > 1 ? " " : ""), $2 }'
}
words=$(words_of "$work/keys-kit.pdf")
[[ $(wc -w <<<"$words") == 18 ]] || complain "the kit has not 18 words: $(wc -w <<<"$words")"
kept() { "$sameside" audit --list --data "$keys" 2>/dev/null | grep -vc ',refused,'; }
not_done() { # WORDS INPUT COMMAND...: status 2, one line, and no entry in the log but the refusal
    local words=$1 input=$2 before status=0 said
    shift 2
    before=$(kept)
    said=$("$sameside" "$@" --data "$keys" <<<"$input" 2>&1) || status=$?
    [[ $status == 2 && $(tail -n 1 <<<"$said") == "sameside: "*"$words"* ]] || complain "'$words' is not said (status $status) by $*: $said"
    [[ $(kept) == "$before" ]] || complain "refused, and yet something was done: $*"
    [[ ! -e $work/new.pdf ]] || complain "refused, and yet a kit was written: $*"
    [[ $said != *"$input"* ]] || complain "what was typed is shown: $*"
}
waited() { sleep 1.1; } # a wrong try makes the next one wait a second
old=$'paper boats on a quiet river' new=$'nine lanterns over the harbour'
not_done "does not match" $'paper boats on a quiet lake\nM. Reyes' setup --add-therapist
waited
not_done "works here already" "$old"$'\n dr.  okafor\n'"$new"$'\n'"$new" setup --add-therapist
not_done "cannot be shown" "$old"$'\nDr. \u202eWho\n'"$new"$'\n'"$new" setup --add-therapist
not_done "cannot type character 6" "$old"$'\nM. Reyes\nboats→on a quiet river\nboats→on a quiet river' setup --add-therapist
not_done "one of these is needed: Dr. Okafor" "$old" passphrase --therapist "Dr. Who"
not_done "does not match" "paper boats" passphrase
until_paused "$sameside" passphrase --data "$keys"
not_done "the next try is in" "$old" passphrase
sleep "$(grep -oE 'in [0-9]+ s' <<<"$said" | grep -oE '[0-9]+')"
waited
not_done "at least 12" "$old"$'\nshort\nshort' passphrase
not_done "not the same" "$old"$'\n'"$new"$'\nnine lanterns over the lake' passphrase
not_done "4 to 12 digits" "$old"$'\n12\n12' pin
not_done "recovery word 1" "one two three" recover --kit "$work/new.pdf"
not_done "recovery word 18" "${words% *}" recover --kit "$work/new.pdf"
not_done "this kiosk's is" "$(words_of "$kit")" recover --kit "$work/new.pdf"
waited
not_done "at least 12" "$words"$'\nshort' recover --kit "$work/new.pdf"
not_done "something is there already" "$words" recover --kit "$work/keys-kit.pdf"
not_done "no such folder" "$words" new-kit --kit "$work/none/new.pdf"
not_done "need somebody else" "$old" remove-therapist --therapist "Dr. Okafor" --to "dr. okafor"
not_done "one of these is needed" "$old" remove-therapist --therapist "Dr. Okafor" --to "Dr. Who"
not_done "PIN does not match" "111112" rotate-device-key
refuses "--to is required" "$sameside" remove-therapist --therapist "Dr. Okafor" --data "$keys"
for command in recover new-kit passphrase pin rotate-device-key; do
    refuses "no such folder" "$sameside" "$command" --data "$work/none"
done
waited
done_by() { # INPUT COMMAND...
    local input=$1
    shift
    "$sameside" "$@" --data "$keys" <<<"$input" >"$work/said" 2>&1 || complain "$* failed: $(cat "$work/said")"
    grep -qE "$old|$new|${words%% *} " "$work/said" && complain "$* shows a secret"
    "$sameside" audit --data "$keys" 2>/dev/null || complain "the log is not whole after $*"
}
done_by "$old"$'\n'"$new"$'\n'"$new" passphrase
done_by "$new"$'\n7391\n7391' pin
done_by 7391 rotate-device-key
done_by "$words"$'\n'"$old"$'\n'"$old" recover --kit "$work/new.pdf"
grep -q 'The former kit opens nothing any more' "$work/said" || complain "recover does not say what becomes of the former kit"
done_by "$(words_of "$work/new.pdf")" new-kit --kit "$work/newer.pdf"
grep -q "Kit: $(pdftotext "$work/newer.pdf" - | grep -E '^([0-9A-F]{4} ?){4}$')" "$work/said" || complain "the new kit's fingerprint is not said"
done_by "$old"$'\nM. Reyes\n'"$new"$'\n'"$new" setup --add-therapist
done_by "$old" remove-therapist --therapist "Dr. Okafor" --to "M. Reyes"
"$sameside" audit --list --data "$keys" 2>/dev/null | cut -d, -f4 | tail -n +2 | grep -v refused | paste -sd' ' >"$work/said"
[[ $(cat "$work/said") == "practice-made passphrase-changed pin-changed device-key-changed passphrase-recovered kit-renewed kit-renewed therapist-added therapist-removed" ]] ||
    complain "the log of the keys says: $(cat "$work/said")"

# Backups: made beside a kiosk's data, and restored into an empty folder by the kit or by the device key alone.
safe=$work/safe
mkdir -m 700 "$safe" "$work/elsewhere" "$work/by-key"
"$sameside" setup --data "$safe" --practice Rivergate --kit "$work/safe-kit.pdf" <<<"$answers" 2>/dev/null || complain "no practice for its backup"
"$sameside" backup "$work/one.backup" --data "$safe" 2>"$work/said" || complain "no backup: $(cat "$work/said")"
[[ $(stat -c %a "$work/one.backup") == 600 ]] || complain "others may read a backup"
grep -qa -e 'paper boats' -e Okafor -e 258036 "$work/one.backup" && complain "a secret can be read in a backup"
grep -qaF "$(head -c 16 "$safe/device.key")" "$work/one.backup" && complain "the device key lies open in a backup"
refuses "FILE is required" "$sameside" backup --data "$safe"
refuses "something is there already" "$sameside" backup "$work/one.backup" --data "$safe"
refuses "no such folder" "$sameside" backup "$work/none/a.backup" --data "$safe"
refuses "no such folder" "$sameside" backup "$work/two.backup" --data "$work/none"
refuses "no practice has been set up here" "$sameside" backup "$work/two.backup" --data "$work/elsewhere"
refuses "no such file" "$sameside" restore "$work/none.backup" --data "$work/elsewhere"
refuses "is no backup" "$sameside" restore "$work/safe-kit.pdf" --data "$work/elsewhere"
refuses "no such folder" "$sameside" restore "$work/one.backup" --data "$work/none"
refuses "is there; a backup is restored into an empty folder only" "$sameside" restore "$work/one.backup" --data "$safe"
sed 's/^sameside backup 1$/sameside backup 2/' "$work/one.backup" >"$work/newer.backup"
refuses "newer release" "$sameside" restore "$work/newer.backup" --data "$work/elsewhere"
head -c -1 "$work/one.backup" >"$work/short.backup"
refuses "is damaged or was changed" "$sameside" restore "$work/short.backup" --data "$work/elsewhere"
refuses "device key" "$sameside" restore "$work/one.backup" --data "$work/elsewhere" --device-key "$work/none.key"
refuses "is not the one" "$sameside" restore "$work/one.backup" --data "$work/elsewhere" --device-key "$keys/device.key"
"$sameside" backup --rehearse "$work/one.backup" --data "$safe" 2>"$work/said" || complain "not rehearsed: $(cat "$work/said")"
grep -q 'is whole and opens' "$work/said" || complain "the rehearsal says: $(cat "$work/said")"
refuses "is damaged or was changed" "$sameside" backup --rehearse "$work/short.backup" --data "$safe"
refuses "another kiosk's" "$sameside" backup --rehearse "$work/one.backup" --data "$keys"
refuses "no such file" "$sameside" backup --rehearse "$work/none.backup" --data "$safe"
refuses "no such folder" "$sameside" backup --rehearse "$work/one.backup" --data "$work/none"
not_restored() { # WORDS INPUT
    local status=0 said
    said=$("$sameside" restore "$work/one.backup" --data "$work/elsewhere" <<<"$2" 2>&1) || status=$?
    [[ $status == 2 && $(tail -n 1 <<<"$said") == *"$1"* ]] || complain "'$1' is not said (status $status): $said"
    [[ -z $(ls -A "$work/elsewhere") ]] || complain "a refused restore leaves files"
}
not_restored "recovery word 1" "one two three"
not_restored "this backup needs the kit" "$words"
safe_words=$(words_of "$work/safe-kit.pdf")
"$sameside" restore "$work/one.backup" --data "$work/elsewhere" <<<"$safe_words" 2>"$work/said" || complain "not restored: $(cat "$work/said")"
grep -q "${safe_words%% *}" "$work/said" && complain "restore shows the kit's words"
cmp -s "$safe/device.key" "$work/elsewhere/device.key" || complain "another device key is restored"
diff -r "$source/content" "$work/elsewhere/restored/content" >/dev/null || complain "other content is restored"
[[ $("$sameside" audit --list --data "$work/elsewhere" 2>/dev/null | tail -n 1) == *setup,restored,generation:* ]] || complain "the log does not say that it was restored"
"$sameside" restore "$work/one.backup" --data "$work/by-key" --device-key "$safe/device.key" </dev/null 2>/dev/null || complain "not restored by the device key"
"$sameside" audit --data "$work/by-key" 2>/dev/null || complain "what was restored by the device key is not whole"

# Content with a mistake: file, line and rule are named.
cp -r "$source/content" "$work/content"
sed -i '0,/^minimum = .*/s//minimum = 99/' "$work/content/modules/same-side.toml"
said=$("$sameside" content check "$work/content" 2>&1) && complain "a scale that contradicts itself is accepted"
[[ $said == *same-side.toml:* ]] || complain "the mistake's file and line are not named: $said"

# What must be mended stands last, by file and line, with a verdict; what was hardly meant is said before it, once.
cp -r "$source/content" "$work/slips"
sed -e '0,/^id = .*/s//id = "our-week"\ntitle: "Our week"/' "$source/content/modules/my-mission.toml" >"$work/slips/modules/our-week.toml"
sed -e '0,/^id = .*/s//id = "week"/' -e 's/^rights = .*/rights = "Not stated. The practice writes here by what right it uses this form."/' \
    "$source/content/modules/my-mission.toml" >"$work/slips/modules/week.toml"
cp "$work/slips/modules/week.toml" "$work/slips/modules/week.toml.txt"
sed -i "0,/^title = .*/s//title = \"Us $(printf '\xee\x80\x80')\"/" "$work/slips/modules/wear.toml" # no letter
sed -i '0,/^title = .*/s//title = First visit/' "$work/slips/packets.toml"
"$sameside" content check "$work/slips" >"$work/said" 2>&1 && complain "slips are accepted"
[[ $(tail -n 1 "$work/said") =~ ^[0-9]+\ mistakes\ in\ [0-9]+\ files\;\ these\ forms\ are\ left\ out:\ our-week,\ wear$ ]] ||
    complain "the verdict is not the last line: $(tail -n 3 "$work/said")"
mistakes=$(grep -n '^[a-z/.-]*:[0-9]*: ' "$work/said" | grep -v note: | cut -d: -f1)
first=$(head -n 1 <<<"$mistakes")
(($(tail -n 1 <<<"$mistakes") - first + 1 == $(wc -l <<<"$mistakes"))) || complain "mistakes do not stand together: $(cat "$work/said")"
(($(grep -n '^note: ' "$work/said" | tail -n 1 | cut -d: -f1) < first)) || complain "a note stands below a mistake"
(($(grep -n 'articles/secure.md  ' "$work/said" | tail -n 1 | cut -d: -f1) < first)) || complain "a table stands below a mistake"
[[ $(sed -n "${first},\$p" "$work/said" | sed '$d' | cut -d: -f1) == $(sed -n "${first},\$p" "$work/said" | sed '$d' | cut -d: -f1 | LC_ALL=C sort) ]] ||
    complain "mistakes are not in the order of their files: $(cat "$work/said")"
[[ $(grep -c 'rights: still to be written' "$work/said") == 1 ]] || complain "rights are not noted once"
grep -q '^note: modules/week.toml.txt: is not read' "$work/said" || complain "a file that is not read is not noted"
grep -q 'packets.toml:[0-9]*: is not TOML: the words "First visit" need quotes' "$work/said" || complain "the slip in packets.toml is not said plainly"
grep -q 'locale/es.po.*gone' "$work/said" && complain "what could not be read is called gone"
cp "$source/content/packets.toml" "$work/slips/packets.toml"
"$sameside" content check "$work/slips" >"$work/said" 2>&1 && complain "slips are accepted"
grep -q '^note: modules/week.toml: no packet names this form' "$work/said" || complain "a form that is never asked is not noted"
rm "$work/slips/modules/"{our-week,week}.toml && cp "$source/content/modules/wear.toml" "$work/slips/modules/"
[[ $("$sameside" content check "$work/slips" 2>/dev/null | tail -n 1) == *"nothing to complain about" ]] || complain "what is well does not end so"
sed -i '0,/^msgstr "\([^"]\)/s//msgstr "\xEE\x80\x80\1/' "$work/slips/locale/es.po"
said=$("$sameside" content check "$work/slips" 2>&1) && complain "a translation that cannot be shown is accepted"
[[ $said == *'locale/es.po:'*': has "'$'\uE000''" (U+E000), which the kiosk cannot show'* ]] || complain "its line and character are not named: $said"
rm -r "$work/slips"

# What is hard to read fails the check of a practice's own form, is noted of a given one, and the figures are printed.
cp -r "$source/content" "$work/plain"
sed -i 's/^intro = .*/intro = "Institutional considerations necessitate comprehensive individual documentation concerning relationship difficulties experienced previously."/' "$work/plain/modules/about-us.toml"
said=$("$sameside" content check "$work/plain" 2>&1) && complain "an intro that nobody can read is accepted"
[[ $said == *"modules/about-us.toml: intro: reads at grade"* ]] || complain "the hard text is not named: $said"
sed -i 's/^version = .*/&\nfixed_wording = true/' "$work/plain/modules/about-us.toml"
given=$(sed -n 's/^intro = //p' "$work/plain/modules/about-us.toml")
sed -i "/^msgctxt \"about-us.intro\"/{n;s/.*/msgid $given/}" "$work/plain/locale/es.po"
said=$("$sameside" content check "$work/plain" 2>&1) || complain "given words are refused: $said"
[[ $said == *"note: modules/about-us.toml: intro: reads at grade"* ]] || complain "given words are not noted: $said"
[[ $said == *"articles/secure.md"*"modules/wear.toml"* ]] || complain "the figures of each file are not printed: $said"

# A Questionnaire becomes a form that the check accepts; what cannot be is refused, and nothing is overwritten.
cat >"$work/form.json" <<'FHIR'
{"resourceType": "Questionnaire", "name": "tea", "title": "Tea", "version": "1", "copyright": "Ours.", "item": [
  {"linkId": "1", "type": "boolean", "text": "Do you drink tea?", "required": true, "_text": {"extension": [
    {"url": "http://hl7.org/fhir/StructureDefinition/translation", "extension": [
      {"url": "lang", "valueCode": "es"}, {"url": "content", "valueString": "¿Tomas té?"}]}]}},
  {"linkId": "2", "type": "attachment", "text": "A picture of it"},
  {"linkId": "3", "type": "integer", "text": "Total score", "readOnly": true}]}
FHIR
"$sameside" content import-fhir "$work/form.json" >"$work/plain/modules/tea.toml" 2>"$work/said" || complain "a plain Questionnaire is refused"
grep -q '^1: it is required' "$work/said" || complain "what is required is not listed: $(cat "$work/said")"
grep -q '^2: the question is left out: attachment' "$work/said" || complain "what is left out is not listed: $(cat "$work/said")"
grep -q '^3: the total is left out: the file has no formula' "$work/said" || complain "a total that is left out is not listed: $(cat "$work/said")"
"$sameside" content check "$work/plain" >/dev/null 2>&1 || complain "an imported form is not accepted"
"$sameside" content import-fhir "$work/form.json" --private --to "$work/plain/modules/green-tea.toml" 2>/dev/null || complain "--to writes no form"
"$sameside" content import-fhir "$work/form.json" --to "$work/black-tea.toml" 2>"$work/said" || complain "--to writes no form"
grep -q "^written: $work/black-tea.toml" "$work/said" || complain "what was written is not said: $(cat "$work/said")"
grep -q 'msgstr "¿Tomas té?"' "$work/black-tea.es.po" || complain "the Spanish of the file is not written"
msgfmt --check-format -o /dev/null "$work/black-tea.es.po" || complain "the Spanish of the file is no catalogue"
grep -q "^written: $work/black-tea.es.po: .*msgcat" "$work/said" || complain "what to do with the Spanish is not said"
grep -q '^next: .*rights.*packet.*sameside content check' "$work/said" || complain "what is to be done next is not said"
refuses "no/tea.toml: there is no folder $work/no; make it first" "$sameside" content import-fhir "$work/form.json" --to "$work/no/tea.toml"
grep -q '^private = true' "$work/plain/modules/green-tea.toml" || complain "--private makes no private form"
"$sameside" content check "$work/plain" >/dev/null 2>&1 || complain "an imported private form is not accepted"
sed 's/"type": "attachment"/"type": "choice", "answerValueSet": "http:\/\/example.org\/milk"/' "$work/form.json" >"$work/milk.json"
cat >"$work/sets.json" <<'FHIR'
{"resourceType": "ValueSet", "url": "http://example.org/milk", "compose": {"include": [{"system": "http://example.org/cs", "concept": [
  {"code": "w", "display": "With milk"}, {"code": "n", "display": "Without"}]}]}}
FHIR
"$sameside" content import-fhir "$work/milk.json" >/dev/null 2>"$work/said" || complain "choices that are elsewhere are no reason to refuse"
grep -q '^2: .*--value-sets can bring them (answerValueSet "http://example.org/milk")' "$work/said" || complain "it is not said how the choices come: $(cat "$work/said")"
"$sameside" content import-fhir "$work/milk.json" --value-sets "$work/sets.json" 2>/dev/null | grep -q 'label = "With milk", system = "http://example.org/cs", code = "w"' || complain "--value-sets brings no choices"
refuses "none.json:1: the file is missing" "$sameside" content import-fhir "$work/milk.json" --value-sets "$work/none.json"
refuses "never overwritten" "$sameside" content import-fhir "$work/form.json" --to "$work/plain/modules/tea.toml"
refuses "end in .toml" "$sameside" content import-fhir "$work/form.json" --to "$work/plain/modules/Tea.toml"
refuses "none.json:1: the file is missing" "$sameside" content import-fhir "$work/none.json"
refuses "plain file" "$sameside" content import-fhir "$work"
refuses "FILE" "$sameside" content import-fhir
printf '{"resourceType": "Patient"}' >"$work/patient.json"
refuses "resourceType: \"Patient\" is not a form" "$sameside" content import-fhir "$work/patient.json"
refuses "patient.json: resourceType" "$sameside" content import-fhir "$work/patient.json" --to "$work/patient.toml"
head -c 50000000 /dev/zero | tr '\0' '[' >"$work/large.json"
refuses "larger than 8 MiB" "$sameside" content import-fhir "$work/large.json"
head -c 4000000 "$work/large.json" >"$work/deep.json" && rm "$work/large.json"
refuses "nests deeper" "$sameside" content import-fhir "$work/deep.json"
rm "$work/deep.json"
"$sameside" content import-fhir "$work/form.json" >/dev/full 2>/dev/null && complain "a form that could not be written is no failure"

# Scores of a file: what comes out, and what is refused without a word on standard output.
cat >"$work/form.toml" <<'FORM'
id = "form"
title = "Form"
keys_only = true
rights = "Keys alone."
version = "1"
items = ["Q1", "Q2", "Q3"]
missing = [0]

[[scale]]
id = "calm"
title = "Calm"
method = "mean"
minimum = 1
maximum = 5
least_answered = 2
uncertainty = "own_mean"
error_floor = { value = 0.5, source = "A study" }
keys = [{ item = "Q1" }, { item = "Q2", reversed = true }, { item = "Q3" }]
FORM
scores() { # INPUT EXPECTED: with \n, \r and \x
    printf %b "$1" >"$work/answers.csv"
    local said
    said=$("$sameside" score "$work/form.toml" "$work/answers.csv" 2>&1) || complain "score fails on $1: $said"
    [[ $said == "$(printf %b "$2")" ]] || complain "score of $1 says: $said"
}
unscored() { # WORDS INPUT
    printf %b "$2" >"$work/answers.csv"
    refuses "$1" "$sameside" score "$work/form.toml" "$work/answers.csv"
    [[ -z $("$sameside" score "$work/form.toml" "$work/answers.csv" 2>/dev/null) ]] || complain "a refused file has scores: $2"
}
head=calm,calm.answered,calm.se
# 5, 6 - 1 = 5, 2: mean 4, sd sqrt(3), standard error sqrt(3) / sqrt(3) = 1.
scores 'Q1,Q2,Q3\n5,1,2\n' "$head\n4,3,1"
scores 'Q1,Q2,Q3\r\n5,1,2\r\n' "$head\n4,3,1"
scores '\xEF\xBB\xBFQ1,Q2,Q3\n5,1,2' "$head\n4,3,1"
scores 'who,Q3,q2,Q1,note\n"Doe, J.",2,1,5,"so ""so"""\n2,,0,4,"a\nb"\n' \
    "who,note,$head\n\"Doe, J.\",\"so \"\"so\"\"\",4,3,1\n2,\"a\nb\",,1,"
scores 'Q1,Q2,Q3\n' "$head"
unscored 'answers.csv:1: is empty' ''
unscored 'answers.csv:1: no column is named "Q3"' 'Q1,Q2\n1,2\n'
unscored 'answers.csv:3: column 2, Q2: is outside the scale' 'Q1,Q2,Q3\n5,1,2\n5,6,2\n'
unscored 'answers.csv:3: column 3, Q3: is no whole number' 'Q1,Q2,Q3\n5,1,2\n5,1,two\n'
unscored 'answers.csv:3: has 2 cells' 'Q1,Q2,Q3\n5,1,2\n5,1\n'
unscored 'answers.csv:2: a quote' 'Q1,Q2,Q3\n5,1,"2\n'
unscored 'column calm.se' 'calm.se,Q1,Q2,Q3\n1,5,1,2\n'
cat >"$work/asked.toml" <<'FORM'
id = "asked"
title = "Asked"
intro = "Two questions."
rights = "Ours."
version = "1"

[[item]]
id = "children"
kind = "number"
text = "How many children live with you?"
minimum = 0
maximum = 20
scored = false

[[item]]
id = "parents"
kind = "zero_to_ten"
text = "How well do you work together?"
low_label = "Not at all"
high_label = "Very well"
enable_when = [{ item = "children", test = "above", value = 0 }]

[[item]]
id = "talk"
kind = "zero_to_ten"
text = "How well do you talk?"
low_label = "Not at all"
high_label = "Very well"

[[scale]]
id = "team"
title = "Team"
method = "mean"
minimum = 0
maximum = 10
least_answered = 1
uncertainty = "own_mean"
error_floor = { value = 0.5, source = "A study" }
low_means = "Alone"
high_means = "Together"
keys = [{ item = "parents" }, { item = "talk" }]
FORM
printf 'children,parents,talk\n0,10,4\n2,6,6\n' >"$work/answers.csv"
[[ $("$sameside" score "$work/asked.toml" "$work/answers.csv" 2>&1) == $'children,team,team.answered,team.se\n0,4,1,0.7071067811865476\n2,6,2,0.5' ]] ||
    complain "an answer to what was not asked counts: $("$sameside" score "$work/asked.toml" "$work/answers.csv" 2>&1)"
printf 'parents,talk\n6,6\n' >"$work/answers.csv"
[[ $("$sameside" score "$work/asked.toml" "$work/answers.csv" 2>"$work/said") == $'team,team.answered,team.se\n6,2,0.5' ]] || complain "without the column the answer does not count"
grep -q 'note: no column is named children, which decides what is asked' "$work/said" || complain "the column that decides is not missed"
printf 'Q1,Q2,Q3\n5,1,2\n' >"$work/answers.csv"
refuses "none.csv" "$sameside" score "$work/form.toml" "$work/none.csv"
refuses "none.toml" "$sameside" score "$work/none.toml" "$work/answers.csv"
refuses "plain file" "$sameside" score "$work/form.toml" "$work"
refuses "no scale" "$sameside" score "$source/content/modules/steady.toml" "$work/answers.csv"
refuses "ANSWERS" "$sameside" score "$work/form.toml"
sed -i 's/least_answered = 2/least_answered = 4/' "$work/form.toml"
refuses "form.toml:15: scale calm.least_answered: 4 is out of range" "$sameside" score "$work/form.toml" "$work/answers.csv"
sed -i 's/least_answered = 4/least_answered = 2/' "$work/form.toml"
printf 'Q1,Q2,Q3\n5,1,2\n' >"$work/answers.csv"
"$sameside" score "$work/form.toml" "$work/answers.csv" >/dev/full 2>/dev/null && complain "scores that could not be written are no failure"

# Real people's answers, where they are: all 300 means agree to 1e-6 with the expected ones beside them.
if [[ -n ${SAMESIDE_REFERENCE_DATA:-} ]]; then
    {
        printf 'id = "bonds"\ntitle = "Bonds"\nkeys_only = true\nrights = "Keys alone."\nversion = "1"\nmissing = [0, -1]\nitems = ['
        printf '"Q%d", ' {1..36}
        printf ']\n'
        for scale in anxiety:2 avoidance:1; do
            printf '[[scale]]\nid = "%s"\ntitle = "%s"\nmethod = "mean"\nminimum = 1\nmaximum = 5\n' "${scale%:*}" "${scale%:*}"
            printf 'least_answered = 14\nuncertainty = "own_mean"\nerror_floor = { value = 0.2, source = "A study" }\nkeys = [\n'
            for ((item = ${scale#*:}; item <= 36; item += 2)); do
                reversed=false
                [[ " 3 15 19 22 25 27 29 31 33 35 " == *" $item "* ]] && reversed=true
                printf '{ item = "Q%d", reversed = %s },\n' "$item" "$reversed"
            done
            printf ']\n'
        done
    } >"$work/bonds.toml"
    "$sameside" score "$work/bonds.toml" "$SAMESIDE_REFERENCE_DATA/ecr-fixture.csv" >"$work/scores.csv" 2>"$work/said" ||
        complain "the reference answers cannot be scored"
    [[ ! -s $work/said ]] || complain "the reference answers are doubted: $(cat "$work/said")"
    sed -i 's/^missing/already_reversed = true\nmissing/' "$work/bonds.toml"
    "$sameside" score "$work/bonds.toml" "$SAMESIDE_REFERENCE_DATA/ecr-fixture.csv" 2>"$work/said" >/dev/null
    [[ $(grep -c 'never reversed' "$work/said") == 2 ]] || complain "answers that are not reversed are taken without a word"
    awk -F, '
        function off(is, wanted) { return (is == "") != (wanted == "") || (is - wanted) ^ 2 > 1e-12 }
        NR == 1 { for (i = 1; i <= NF; ++i) at[$i] = i; next }
        off($at["anxiety"], $at["anx_if_min14"]) || off($at["avoidance"], $at["avo_if_min14"]) { ++wrong }
        $at["anxiety.answered"] != $at["n_anx"] || $at["avoidance.answered"] != $at["n_avo"] { ++wrong }
        END { exit !(NR == 301 && wrong == 0) }' "$work/scores.csv" || complain "the reference answers have other scores"
else
    echo "skipped, SAMESIDE_REFERENCE_DATA is not set: the answers of 300 people were not scored"
fi

exit $((failures > 0))
