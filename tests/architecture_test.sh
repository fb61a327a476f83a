#!/usr/bin/env bash
# Fails on an include that goes up between the rooms of app/, on a library outside the room it belongs to, and on a
# second place that decides what one place decides for all.
# Usage: architecture_test.sh FOLDER, the one that holds app/.
set -euo pipefail

root=${1:?which folder holds app/}
cd "$root"
faults=0

complain() {
    printf '%s\n' "$*" >&2
    faults=$((faults + 1))
}

# room or sub-room: what it may include beside itself. A room without sub-rooms named here is one whole; the files that
# stand in a room beside its sub-rooms are "ROOM.".
declare -A may_use=(
    [core]=""
    [model/form]="core"
    [model/scoring]="core model/form"
    [model/case]="core model/form model/scoring"
    [model/visit]="core model/form model/scoring model/case"
    [vault]="core"
    [content/read]="core"
    [content/forms]="core model/form model/scoring content/read"
    [content/words]="core model/form content/read content/forms"
    [content/fhir]="core model/form content/read content/forms"
    [store]="core model"
    [chart]="core model/form model/scoring model/case"
    [report]="core model/form model/scoring model/case chart"
    [ui.]="core model ui"
    [ui/kit]="core model chart ui."
    [ui/layout]="core model ui/kit ui."
    [ui/couple]="core model chart ui/kit ui/layout ui."
    [ui/desk]="core model/form model/visit model/case ui/kit ui/layout ui."
    [ui/therapist]="core model chart ui/kit ui/layout ui."
    [voice]="core ui model"
    [platform]="core ui model voice"
    [practice]="core model vault content store chart report"
    [rehearsal]="core model vault content store chart report ui voice platform practice"
    [commands]="core model vault content store chart report ui voice platform practice rehearsal"
)

# The room or sub-room a path below app/ belongs to.
room_of() {
    local top=${1%%/*} rest=${1#*/}
    if [[ -v may_use[$top] ]]; then
        echo "$top"
    elif [[ $rest == */* ]]; then
        echo "$top/${rest%%/*}"
    else
        echo "$top."
    fi
}

while IFS=: read -r file line target; do
    [[ -n $file ]] || continue
    room=$(room_of "${file#app/}")
    if [[ ! -v may_use[$room] ]]; then
        complain "$file: app/${room%.} is no room of the map"
        continue
    fi
    to=$(room_of "$target")
    case " $room ${may_use[$room]} " in
    *" $to "* | *" ${to%%[/.]*} "*) ;;
    *) complain "$file:$line: ${room%.}/ may not include $target" ;;
    esac
done <<<"$(grep -rnoE --include='*.hpp' --include='*.cpp' '^[[:space:]]*#[[:space:]]*include[[:space:]]*"[a-z_]+/[^"]+' app/*/ |
    sed -E 's/^([^:]+):([0-9]+):.*"([^"]+)$/\1:\2:\3/')"

# What stands at the top of app/ stands above every room.
while IFS= read -r hit; do
    [[ -z $hit ]] || complain "$hit: a room may not include what stands above it, or by a relative path"
done <<<"$(grep -rnE --include='*.hpp' --include='*.cpp' '^[[:space:]]*#[[:space:]]*include[[:space:]]*"(\.\.?/|[^/"]+")' app/*/ || true)"

top_files=(app/*.[ch]pp)
((${#top_files[@]} <= 8)) || complain "app/ itself has ${#top_files[@]} files; at most 8 stand above all rooms"

for folder in app/*/; do
    room=$(basename "$folder")
    [[ -v may_use[$room] || " ${!may_use[*]} " == *" $room/"* ]] || complain "app/$room/ is no room of the map"
done

# only PATTERN WHAT ROOM...: what may stand in those rooms and nowhere else
only() {
    local pattern=$1 what=$2
    shift 2
    local room outside=()
    for room in app/*; do
        local name
        name=$(basename "$room")
        [[ " $* " == *" $name "* ]] || outside+=("$room")
    done
    while IFS= read -r hit; do
        [[ -z $hit ]] || complain "$hit: $what belongs to $*"
    done <<<"$(grep -rnE --include='*.hpp' --include='*.cpp' "$pattern" "${outside[@]}" || true)"
}

only '#[[:space:]]*include[[:space:]]*<sqlite3\.h>|\bsqlite3_' 'SQLite' store
only '"[[:space:]]*(SELECT [^"]+ FROM |INSERT (OR [A-Z]+ )?INTO |UPDATE [a-z_]+ SET |DELETE FROM |CREATE TABLE |PRAGMA )' 'SQL' store
only '#[[:space:]]*include[[:space:]]*<(SDL|SDL2/)|\bSDL_[A-Z]' 'SDL' platform
only '#[[:space:]]*include[[:space:]]*<(espeak|alsa/)|\b(espeak|snd)_[A-Za-z]' 'making sound' platform
only '#[[:space:]]*include[[:space:]]*<GL/|imgui_impl_' 'OpenGL' platform
only '#[[:space:]]*include[[:space:]]*<stb_image\.h>' 'reading pictures' platform
only '#[[:space:]]*include[[:space:]]*<imgui' 'the drawing library' ui platform rehearsal
only '#[[:space:]]*include[[:space:]]*<(cairo|pango)' 'Cairo and Pango' report ui
only '#[[:space:]]*include[[:space:]]*<fribidi' 'the direction of text' core
only '#[[:space:]]*include[[:space:]]*<qrencode\.h>' 'QR codes' report
only '#[[:space:]]*include[[:space:]]*<zip\.h>' 'archives' report
only '#[[:space:]]*include[[:space:]]*<(utf8\.h|utf8cpp/)' 'reading UTF-8' core
only '#[[:space:]]*include[[:space:]]*<glib|\bg_utf8_' 'normal forms of text' core
only '#[[:space:]]*include[[:space:]]*<toml' 'TOML' content
only '#[[:space:]]*include[[:space:]]*<boost/locale' 'reading catalogues' content
only '#[[:space:]]*include[[:space:]]*<boost/math/' 'distributions' model
only '#[[:space:]]*include[[:space:]]*<md4c' 'Markdown' content
only '#[[:space:]]*include[[:space:]]*<csv\.h>' 'reading CSV' content
only '\bcrypto_(pwhash|secretbox|secretstream|aead|box|sign|kx|scalarmult)' 'ciphers' vault
only '\bImGui::(Begin|Button|InputText|GetIO)' 'the drawing library outside its context' platform

# What a class cannot name it cannot do. The closure: every header of app/ that a file includes, and those that these do.
declare -A includes_of
while IFS=: read -r file target; do
    [[ -z $file ]] || includes_of[${file#app/}]+=" $target"
done <<<"$(grep -roE --include='*.hpp' --include='*.cpp' '^[[:space:]]*#[[:space:]]*include[[:space:]]*"[a-z_]+/[^"]+' app/*/ |
    sed -E 's/:.*"/:/')"

# reaches_only WHY "FILE..." PATTERN...: the files may reach nothing but what matches
reaches_only() {
    local why=$1 files=$2 file header pattern
    shift 2
    for file in $files; do
        local -A seen=()
        local -a open=("$file")
        [[ -f app/$file ]] || complain "app/$file is gone; see who keeps its promise now: $why"
        while ((${#open[@]} > 0)); do
            header=${open[-1]}
            unset 'open[-1]'
            [[ ! -v seen[$header] ]] || continue
            seen[$header]=1
            local allowed=
            for pattern in "$file" "$@"; do
                # shellcheck disable=SC2053 # a pattern
                [[ $header != $pattern ]] || allowed=1
            done
            [[ -n $allowed ]] || complain "app/$file reaches $header: $why"
            # shellcheck disable=SC2206 # words
            open+=(${includes_of[$header]-})
        done
    done
}

# never_says WHY PATTERN FILE...
never_says() {
    local why=$1 pattern=$2
    shift 2
    while IFS= read -r hit; do
        [[ -z $hit ]] || complain "$hit: $why"
    done <<<"$(grep -nHE "$pattern" "$@" || true)"
}

readonly desk='the desk sees no answer, no score and no key'
reaches_only "$desk" 'practice/desk_effects.cpp practice/desk_effects.hpp practice/desk_book.hpp' \
    'core/*' 'model/*' practice/{answers,desk_book,desk_effects}.hpp
never_says "$desk" '#include "model/case/|\b(CaseFile|CaseReader|[A-Za-z]+Record|PartContent|JointContent|model::Answers?)\b|\bdecode_' \
    app/practice/desk_*
never_says "$desk" '\.(packet|journal|notes_of|caseload|shared_slot)\(|keys\.therapist|_slot(_b)?\b|\bvault::(open|resume|packet_key|unwrap)' \
    app/practice/desk_*

readonly couple="a couple's order reads no case and uses no therapist's key"
never_says "$couple" '\bCaseReader\b|"practice/case_reader|keys\.therapist\b|\bvault::(open_key|open_packet|packet_key|unwrap)' \
    app/practice/couple_*

readonly together='what the couple looks at is made of what was released'
reaches_only "$together" model/case/together.hpp 'core/*' 'model/form/*'
never_says "$together" '\b(CaseFile|CaseSummary|[A-Za-z]+Record|PartContent|JointContent|answers)\b' app/ui/therapist/together*
# decided_in FILE PATTERN WHAT PLACE...: what only FILE may read, among these places
decided_in() {
    local file=$1 pattern=$2 what=$3
    shift 3
    while IFS= read -r hit; do
        [[ -z $hit || $hit == "$file":* || $hit == "$kept":* ]] || complain "$hit: $what is decided in $file"
    done <<<"$(grep -rnE --include='*.hpp' --include='*.cpp' "$pattern" "$@" || true)"
}

# content/ and commands/ read and write the word as it stands in a file, and so does what forms are kept by; who may see
# an answer is asked elsewhere.
readonly kept=app/model/form/form_fields.hpp
not_files=()
for folder in app/*/; do
    [[ $folder =~ ^app/(content|commands)/$ ]] || not_files+=("$folder")
done
decided_in app/model/form/privacy.cpp '(\.|->|\b(Item|Scale|Module)::)is_private\b' 'what is private' "${not_files[@]}"
decided_in app/model/case/visit_forms.cpp '\bpacket[a-z_]*(\(\))?(->|\.)modules\b' 'which forms a visit had' \
    app/model/case app/chart app/report app/ui/therapist app/practice

# What the state becomes depends on what it was, the action and the time. Words of the language that a thread happens to
# speak are for drawing and for reports; what update() has to say is kept as a core::Message and said later.
while IFS= read -r hit; do
    [[ -z $hit ]] || complain "$hit: model/ may not read the language that the thread speaks"
done <<<"$(grep -rnE --include='*.hpp' --include='*.cpp' \
    '\btrn?\(|\.words\(\)|\bSpeaking\b|#[[:space:]]*include[[:space:]]*"core/(when|numbers)\.hpp"' app/model || true)"

if ((faults > 0)); then
    printf '%d faults\n' "$faults" >&2
    exit 1
fi
echo "every include goes down, every library is in its room"
