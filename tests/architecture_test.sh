#!/usr/bin/env bash
# Fails on an include that goes up between the rooms of app/, and on a library outside the room it belongs to.
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
    [content/forms]="core model/form model/scoring content/read content/words"
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
    [platform]="core ui model"
    [practice]="core model vault content store chart report"
    [rehearsal]="core model vault content store chart report ui platform practice"
    [commands]="core model vault content store chart report ui platform practice rehearsal"
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
only '#[[:space:]]*include[[:space:]]*<GL/|imgui_impl_' 'OpenGL' platform
only '#[[:space:]]*include[[:space:]]*<stb_image\.h>' 'reading pictures' platform
only '#[[:space:]]*include[[:space:]]*<imgui' 'the drawing library' ui platform rehearsal
only '#[[:space:]]*include[[:space:]]*<(cairo|pango)' 'Cairo and Pango' report
only '#[[:space:]]*include[[:space:]]*<qrencode\.h>' 'QR codes' report
only '#[[:space:]]*include[[:space:]]*<zip\.h>' 'archives' report
only '#[[:space:]]*include[[:space:]]*<(utf8\.h|utf8cpp/)' 'reading UTF-8' core
only '#[[:space:]]*include[[:space:]]*<toml' 'TOML' content
only '#[[:space:]]*include[[:space:]]*<boost/locale' 'reading catalogues' content
only '#[[:space:]]*include[[:space:]]*<md4c' 'Markdown' content
only '#[[:space:]]*include[[:space:]]*<csv\.h>' 'reading CSV' content
only '\bcrypto_(pwhash|secretbox|secretstream|aead|box|sign|kx|scalarmult)' 'ciphers' vault
only '\bImGui::(Begin|Button|InputText|GetIO)' 'the drawing library outside its context' platform

if ((faults > 0)); then
    printf '%d faults\n' "$faults" >&2
    exit 1
fi
echo "every include goes down, every library is in its room"
