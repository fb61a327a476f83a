#!/usr/bin/env bash
# The Spanish catalogue says every sentence of the program and of the shipped content, and nothing that is gone; a text
# that changes makes the check fail and is named. Usage: messages_test.sh PROGRAM SOURCE_FOLDER
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

# All that can be translated: as many as are asked for, the same each time.
"$source/content/locale/messages" "$sameside" "$work/sameside.pot" >/dev/null
cp "$work/sameside.pot" "$work/before.pot"
"$source/content/locale/messages" "$sameside" "$work/sameside.pot" >/dev/null
cmp -s "$work/sameside.pot" "$work/before.pot" || complain "the template is not the same twice"
for message in 'msgctxt "welcome.tap"' 'msgctxt "same-side.title"' 'msgid_plural' 'msgctxt "when.month"'; do
    grep -q "^$message" "$work/sameside.pot" || complain "the template has no $message"
done

# Each has its translation, none is unsure, and there is none too many.
said=$(msgcmp "$source/content/locale/es.po" "$work/sameside.pot" 2>&1) || complain "es.po lacks sentences: $said"
grep -q 'not used' <<<"$said" && complain "es.po has sentences that nobody says: $said"
said=$("$sameside" content check "$source/content" 2>&1) || complain "the shipped translation has faults: $said"
grep -q 'no translation at all' <<<"$said" && complain "something shipped has no Spanish: $said"

# finds WORDS: the check of the changed copy must fail and say the words.
finds() {
    local status=0
    said=$("$sameside" content check "$work/content" 2>&1) || status=$?
    [[ $status == 1 ]] || complain "status $status, not 1, for: $1"
    grep -qF "$1" <<<"$said" || complain "'$1' is not said: $said"
}
copy() {
    rm -rf "$work/content"
    cp -r "$source/content" "$work/content"
}

copy
sed -i '0,/^title = "\(.*\)"/s//title = "\1 now"/' "$work/content/modules/same-side.toml"
finds 'locale/es.po: same-side.title: has no translation'
finds 'locale/es.po: same-side.title: is stale'

copy
sed -i 's/^# \(.*\)/# \1 now/' "$work/content/articles/secure.md"
finds 'locale/es.po: article.secure.title: is stale'

copy
msgattrib --set-fuzzy --no-obsolete -o "$work/content/locale/es.po" "$source/content/locale/es.po"
finds 'same-side.title: is marked fuzzy'

copy
msgfilter -i "$source/content/locale/es.po" -o "$work/content/locale/es.po" sed 's/{name}/{nombre}/' 2>/dev/null
finds 'has the places {nombre}'

copy
echo 'msgid "broken' >>"$work/content/locale/es.po"
finds 'locale/es.po: is not a gettext catalogue'

copy
rm "$work/content/locale/es.po"
printf 'not a catalogue, but as long as one' >"$work/content/locale/es.mo"
finds "$work/content/locale/es.mo: is not a catalogue that can be used"

# A catalogue that cannot be used leaves the kiosk speaking English; the log says why.
sed -e "s|^content_folder = .*|content_folder = \"$work/content\"|" "$source/kiosk-config/kiosk.toml" >"$work/kiosk.toml"
said=$("$sameside" --config "$work/kiosk.toml" --data "$work" 2>&1) && complain "a folder without a practice is opened"
grep -q 'the kiosk speaks English alone' <<<"$said" || complain "the log does not say why there is no Spanish: $said"

if ((failures > 0)); then
    exit 1
fi
echo "the Spanish catalogue is whole, and a change is noticed"
