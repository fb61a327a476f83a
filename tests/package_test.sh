#!/usr/bin/env bash
# What the packages promise, as far as it can be tried without making them: the units and their sandbox, what
# sameside-kiosk-setup does to a machine, and the manual. tests/package/session_test.py starts the kiosk's session with a
# compositor that has no screen, tests/package/key_test binds the kiosk's key to a machine; tests/package/run makes the
# packages and installs them on Debian 12 and 13.
# Usage: package_test.sh PROGRAM SOURCE_FOLDER
# shellcheck disable=SC2016 # what stands in single quotes is for the shells inside
set -euo pipefail

sameside=$1
config=$2/kiosk-config
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0

complain() {
    echo "FAILED: $*" >&2
    failures=$((failures + 1))
}

# The units, where they will stand, with the programs that they name.
root=$work/root
units=$root/usr/lib/systemd/system
mkdir -p "$units" "$root"/usr/{libexec,share,bin,sbin,share/man} "$root/etc/sameside"
cp "$config"/kiosk/systemd/* "$units"
cp -r "$config/kiosk/libexec" "$root/usr/libexec/sameside-kiosk"
for one in seatd.service getty@.service; do
    printf '[Service]\nExecStart=/usr/libexec/sameside-kiosk/session\n[Install]\nWantedBy=multi-user.target\n' >"$units/$one"
done
printf '[Unit]\nDescription=all\n' >"$units/multi-user.target"
cp "$units/multi-user.target" "$units/ctrl-alt-del.target"
for unit in sameside-kiosk.service sameside-kiosk-trouble.service sameside-kiosk-check.{service,timer} sameside-stick@sdb1.service; do
    file=$units/${unit/@sdb1/@}
    said=$(SYSTEMD_UNIT_PATH=$units: systemd-analyze verify --man=no "$file" 2>&1 |
        grep -vE 'Command /usr/(libexec/sameside-kiosk/[a-z]+|bin/sameside) is not executable' || true)
    [[ -z $said ]] || complain "systemd-analyze verify says of $unit: $said"
done
while IFS= read -r program; do
    [[ -x $root$program ]] || complain "a unit starts $program, which the package does not have"
done < <(sed -nE 's/^Exec[A-Za-z]+=-?(\/usr\/libexec[^ ]*).*/\1/p' "$units"/sameside-*)

for unit in sameside-kiosk.service sameside-kiosk-check.service; do
    exposure=$(systemd-analyze security --offline=true --no-pager "$units/$unit" |
        sed -nE 's/.*exposure level for [^:]*: ([0-9.]+).*/\1/p')
    echo "$unit: exposure $exposure of at most 2.0"
    awk -v is="${exposure:-10}" 'BEGIN { exit !(is <= 2.0) }' || complain "$unit is exposed: ${exposure:-no figure}"
done

# sameside-kiosk-setup on a machine in a folder.
share=$work/share
mkdir -p "$share"
cp -r "$config/kiosk/etc" "$share/etc"
cp "$config/kiosk.toml" "$share"
mkdir -p "$root/sys/class/drm/card1-HDMI-A-1" "$root/sys/class/drm/card1-DP-1" "$root/sys/class/drm/card1"
echo connected >"$root/sys/class/drm/card1-HDMI-A-1/status"
echo disconnected >"$root/sys/class/drm/card1-DP-1/status"
kiosk_setup() {
    SAMESIDE_KIOSK_SHARE=$share SAMESIDE_SHARE=$share SAMESIDE_KIOSK_LIBEXEC=${libexec:-$config/kiosk/libexec} \
        "$config/sameside-kiosk-setup" --root "$root" "$@" </dev/null 2>&1
}
machine() { (
    cd "$root"
    find . -type l -printf '%p %l\n' | sort
    find . -type f -print0 | sort -z | xargs -0 -r cksum
); }
systemctl --root="$root" --quiet enable getty@tty1.service 2>/dev/null || mkdir -p "$root/etc/systemd/system"
bare=$(machine)

said=$(kiosk_setup --dry-run --yes) || complain "--dry-run fails: $said"
[[ $(machine) == "$bare" ]] || complain "--dry-run changes something"
for line in "would write /etc/sameside/kiosk.toml" "would write /etc/udev/rules.d/71-sameside-touch.rules" \
    '+SUBSYSTEM=="input", ENV{ID_INPUT_TOUCHSCREEN}=="1", ENV{WL_OUTPUT}="HDMI-A-1"' "would enable sameside-kiosk.service" \
    "would mask ctrl-alt-del.target" "+NAutoVTs=0" "changes would be made"; do
    [[ $said == *"$line"* ]] || complain "--dry-run does not say: $line"
done
promised=$(grep -oE '^  would [a-z]+ [^ :]+' <<<"$said" | sed 's/^  would //' | sort)

said=$(kiosk_setup --yes --turn 90 --practice 'Oak & Elm | Counseling') || complain "setup fails: $said"
[[ $(grep -oE '^  [a-z]+ [^ :]+' <<<"$said" | sed 's/^ *//' | sort) == "$promised" ]] ||
    complain "setup does other things than --dry-run said: $(diff <(grep -oE '^  [a-z]+ [^ :]+' <<<"$said" | sed 's/^ *//' | sort) <(echo "$promised"))"
grep -q '^name = "Oak & Elm | Counseling"$' "$root/etc/sameside/kiosk.toml" || complain "the practice's name is not in the settings"
grep -q '^TURN=90$' "$root/etc/sameside/kiosk-setup.conf" || complain "what was answered is not kept"
[[ -L $root/etc/systemd/system/multi-user.target.wants/sameside-kiosk.service ]] || complain "the kiosk does not start with the machine"
[[ -L $root/etc/systemd/system/timers.target.wants/sameside-kiosk-check.timer ]] || complain "nobody looks at the kiosk in the morning"
[[ $(readlink "$root/etc/systemd/system/ctrl-alt-del.target") == /dev/null ]] || complain "Ctrl-Alt-Del starts the machine again"
grep -rq '@HOUR@' "$root/etc" && complain "an hour was not filled in"
grep -q 'OnCalendar=\*-\*-\* 03:15' "$root/etc/systemd/system/apt-daily-upgrade.timer.d/sameside-kiosk.conf" || complain "updates have no hour"
sed "s|^content_folder = .*|content_folder = \"$2/content\"|; s|^data_folder = .*|data_folder = \"$work/none\"|" \
    "$root/etc/sameside/kiosk.toml" >"$work/kiosk.toml"
said=$("$sameside" audit --config "$work/kiosk.toml" 2>&1 </dev/null) || true
[[ $said == *"$work/none"* ]] || complain "the settings that setup writes are not read: $said"
kiosk=$(machine)

said=$(kiosk_setup --yes) || complain "a second setup fails: $said"
[[ $said == *"Nothing to change."* && $(machine) == "$kiosk" ]] || complain "a second setup changes something: $said"
rm "$root/etc/udev/rules.d/71-sameside-touch.rules" "$root/etc/systemd/system/multi-user.target.wants/sameside-kiosk.service"
said=$(kiosk_setup --yes) || complain "setup after a power cut fails: $said"
[[ $(machine) == "$kiosk" ]] || complain "what a power cut left out is not made up for: $said"

sed -i "s|^export_folder = .*|export_folder = \"/srv/100% charts\"|" "$root/etc/sameside/kiosk.toml"
kiosk_setup --yes >/dev/null
for unit in sameside-kiosk sameside-kiosk-check; do
    grep -qxF 'ReadWritePaths="-/srv/100%% charts"' "$root/etc/systemd/system/$unit.service.d"/*.conf ||
        complain "$unit may not write to the folder that the settings name"
done
sed -i "s|^export_folder = .*|export_folder = \"/media/STICK\"|; s|^data_folder = .*|data_folder = \"/data/x\"|" "$root/etc/sameside/kiosk.toml"
kiosk_setup --yes >/dev/null
[[ $(grep -h ^ReadWritePaths "$root"/etc/systemd/system/sameside-kiosk.service.d/*.conf) == 'ReadWritePaths="-/data/x"' ]] ||
    complain "the program may write to: $(cat "$root"/etc/systemd/system/sameside-kiosk.service.d/*.conf)"
kiosk_setup --yes --hour never >/dev/null
[[ ! -e $root/etc/apt/apt.conf.d/52sameside-kiosk ]] || complain "updates come though they never should"
for wrong in "--turn 45" "--hour 24" "--output two words" "--turn" "--nonsense" "--root /nowhere" "--key TPM" \
    "--key machine"; do # there is no practice
    before=$(machine) status=0
    # shellcheck disable=SC2086 # words
    said=$(kiosk_setup --yes $wrong) || status=$?
    [[ $status == 2 && $(wc -l <<<"$said") == 1 && $(machine) == "$before" ]] || complain "$wrong: status $status, said: $said"
done

# The kiosk's key, bound to the machine, whose data are in /data/x.
key_test=0
if systemd-creds --version >/dev/null 2>&1; then key_test=1; fi
key_lies_open() { grep -raqF "paper boats on a quiet river 012" "$root"; }
key_opens() { [[ $("$config/kiosk/libexec/key" open "$root/data/x" "$root" 2>/dev/null) == "paper boats"* ]]; }
if ((key_test)); then
    export SYSTEMD_CREDENTIAL_SECRET=$work/this-installation
    drop_ins=("$root"/etc/systemd/system/sameside-kiosk{,-check}.service.d/sameside-kiosk-key.conf)
    mkdir -p "$root/data/x"
    (umask 077 && printf '%s' "paper boats on a quiet river 012" >"$root/data/x/device.key")
    unbound=$(machine)
    status=0
    said=$(kiosk_setup --yes --key machine) || status=$?
    [[ $status == 2 && $said == *"make a backup first"* && $(machine) == "$unbound" ]] ||
        complain "a key without a backup: status $status, said: $said"
    (unset SYSTEMD_CREDENTIAL_SECRET && kiosk_setup --yes --key machine >/dev/null) &&
        complain "the key of a machine in a folder is bound to the one that works on it"
    echo '{"generation":7,"made_at_ms":1772620200123,"rehearsed_at_ms":1772620201000}' >"$root/data/x/backup.state"
    unbound=$(machine)
    said=$(TZ=UTC kiosk_setup --yes --key machine --dry-run) || complain "--key machine --dry-run fails: $said"
    for line in "last backup is of 2026-03-04 10:30" "would bind the kiosk's key" "+LoadCredentialEncrypted=device.key:/etc/"; do
        [[ $said == *"$line"* ]] || complain "--key machine --dry-run does not say: $line"
    done
    [[ $(machine) == "$unbound" ]] || complain "--key machine --dry-run changes something"
    kiosk_setup --yes --key machine >/dev/null || complain "the key is not bound"
    key_lies_open && complain "a bound key lies open"
    key_opens || complain "a bound key does not open"
    grep -q '^BindReadOnlyPaths="%d/device.key":"/data/x/device.key"$' "${drop_ins[@]}" || complain "the service does not find a bound key"
    said=$(SYSTEMD_UNIT_PATH=$root/etc/systemd/system:$units: systemd-analyze verify --man=no "$units/sameside-kiosk.service" 2>&1 |
        grep -vE 'Command /usr/libexec/sameside-kiosk/[a-z]+ is not executable' || true)
    [[ -z $said ]] || complain "systemd-analyze verify says of a service with a bound key: $said"
    bound=$(machine)
    [[ $(kiosk_setup --yes) == *"Nothing to change."* && $(machine) == "$bound" ]] || complain "a second setup loses a bound key"
    [[ $(kiosk_setup --refresh) == *"Nothing to change."* && $(machine) == "$bound" ]] || complain "an upgrade loses a bound key"
    [[ $(kiosk_setup --dry-run --uninstall) == *"would give the kiosk's key back to /data/x/device.key"* ]] ||
        complain "--uninstall --dry-run does not say that it gives the key back"
    kiosk_setup --yes --key file >/dev/null || complain "the key is not given back"
    [[ $(machine) == "$unbound" ]] || complain "a key that was given back: $(diff <(echo "$unbound") <(machine))"

    # Cut off before and after each order about the key, and then done again.
    cut=$work/cut
    mkdir -p "$cut"
    stub_key() { # NUMBER: before the first order, after it, before the second ...
        rm -f "$cut/orders"
        cat >"$cut/key" <<END
#!/bin/bash
case \$1 in state | with | open) exec "$config/kiosk/libexec/key" "\$@" ;; esac
for when in before after; do
    echo >>"$cut/orders"
    [[ \$(wc -l <"$cut/orders") != $1 ]] || kill -9 \$PPID
    [[ \$when == after ]] || "$config/kiosk/libexec/key" "\$@"
done
END
        chmod 755 "$cut/key"
    }
    for to in machine file; do
        for number in 1 2 3 4; do
            stub_key "$number"
            (libexec=$cut kiosk_setup --yes --key $to >/dev/null 2>&1) 2>/dev/null && complain "--key $to has no step $number"
            if [[ -e ${drop_ins[0]} ]]; then
                key_opens || complain "--key $to cut off at $number: the service does not start"
            else
                key_lies_open || complain "--key $to cut off at $number: the service has no key"
            fi
            kiosk_setup --yes --key $to >/dev/null || complain "--key $to cut off at $number does not go on"
            if [[ $to == machine ]]; then
                if key_lies_open || ! key_opens || [[ ! -e ${drop_ins[1]} ]]; then complain "--key machine cut off at $number ends in another way"; fi
                ((number == 4)) || kiosk_setup --yes --key file >/dev/null
            else
                [[ $(machine) == "$unbound" ]] || complain "--key file cut off at $number: $(diff <(echo "$unbound") <(machine))"
                ((number == 4)) || kiosk_setup --yes --key machine >/dev/null
            fi
        done
    done
    # Somebody took away all that there was, but not what hands over the key.
    kiosk_setup --yes --key machine >/dev/null
    mv "$root/etc/sameside/device.key.sealed" "$work/sealed"
    kiosk_setup --yes --key file >/dev/null || complain "--key file fails without a sealed key"
    [[ ! -e ${drop_ins[0]} ]] || complain "the service waits for a key that is nowhere"
    mv "$work/sealed" "$root/etc/sameside/device.key.sealed"
    # A machine that does not open it any more: the rest goes on, and nothing is lost.
    kiosk_setup --yes --key machine >/dev/null
    said=$(SYSTEMD_CREDENTIAL_SECRET=$work/none kiosk_setup --uninstall) || complain "--uninstall fails where the key does not open"
    [[ $said == *"The key stays as it is"* ]] || complain "--uninstall where the key does not open says: $said"
    key_opens || complain "--uninstall where the key does not open loses it"
fi

kiosk_setup --uninstall --dry-run >/dev/null
kiosk_setup --uninstall >/dev/null || complain "--uninstall fails"
if ((key_test)); then
    [[ $(cat "$root/data/x/device.key") == "paper boats on a quiet river 012" ]] || complain "--uninstall keeps the key"
    rm -r "$root/data"
fi
rm -f "$root/etc/sameside/kiosk.toml" # the practice's own, which stays
[[ $(machine | grep -v seatd) == "$(grep -v seatd <<<"$bare")" ]] ||
    complain "--uninstall leaves: $(diff <(echo "$bare") <(machine))"
[[ $(kiosk_setup --uninstall) == *"Nothing to change."* ]] || complain "a second --uninstall changes something"

# A stick: where it comes to stand, and with which rights. The kernel's part is played by words.
mkdir -p "$work/stub" "$work/media"
stub() { printf '#!/bin/sh\n%s\n' "$2" >"$work/stub/$1" && chmod 755 "$work/stub/$1"; }
stub id 'echo 997'
stub mount 'echo "$@" >>"$CALLS"; exit "${MOUNT_STATUS:-0}"'
stub umount 'echo "off $2" >>"$CALLS"'
stub findmnt 'echo "$FOUND"'
stub blkid 'case "$*" in *TYPE*) echo "$TYPE" ;; *) echo "$LABEL" ;; esac; [ -n "$TYPE" ]'
stick() { PATH=$work/stub:$PATH CALLS=$work/calls SAMESIDE_MEDIA=$work/media "$config/kiosk/libexec/stick" "$@" 2>&1; }
TYPE=vfat LABEL="GREY 1" stick mount sdb1 >/dev/null || complain "a stick is not mounted"
[[ -d "$work/media/GREY 1" ]] || complain "a stick's folder has another name than the stick"
for right in nosuid nodev noexec uid=997 umask=077; do
    grep -q -- "-t vfat -o .*\b$right\b.* /dev/sdb1 $work/media/GREY 1" "$work/calls" || complain "a stick is mounted without $right"
done
TYPE=vfat LABEL="GREY 1" stick mount sdc1 >/dev/null # an empty folder is what a power cut leaves
[[ $(ls "$work/media") == "GREY 1" ]] || complain "an empty folder of before is in the way: $(ls "$work/media")"
touch "$work/media/GREY 1/written"
TYPE=exfat LABEL="GREY 1" stick mount sdc1 >/dev/null
[[ -d "$work/media/GREY 1-2" ]] || complain "two sticks of one name are not both there"
TYPE=ntfs LABEL="../../etc/x" stick mount sdd1 >/dev/null
[[ -d "$work/media/etcx" ]] || complain "a stick's label leads elsewhere: $(ls "$work/media")"
TYPE=vfat LABEL="..." stick mount sde1 >/dev/null
[[ -d "$work/media/STICK" ]] || complain "a stick without a label has no name"
before=$(ls "$work/media")
TYPE=ext4 LABEL=DISK stick mount sdf1 >/dev/null && complain "a disk with users of its own is mounted"
TYPE="" LABEL="" stick mount sdf1 >/dev/null && complain "a stick without a file system is mounted"
MOUNT_STATUS=32 TYPE=vfat LABEL=BROKEN stick mount sdf1 >/dev/null && complain "a stick that cannot be mounted is"
[[ $(ls "$work/media") == "$before" ]] || complain "a refused stick leaves a folder: $(ls "$work/media")"
FOUND="$work/media/GREY\\x201-2" stick unmount sdc1
[[ ! -e "$work/media/GREY 1-2" ]] || complain "a stick that is gone leaves its folder"
grep -qx "off $work/media/GREY 1-2" "$work/calls" || complain "a stick that is gone stays mounted"
FOUND="/home" stick unmount sdc1
grep -q "off /home" "$work/calls" && complain "what is not a stick is unmounted"

# Versions and lists that have to be the same.
version=$("$sameside" --version | sed 's/^sameside //')
grep -q "^sameside ($version) " "$config/debian/changelog" || complain "debian/changelog does not begin with $version"
grep -q "<release version=\"$version\"" "$config"/desktop/*.metainfo.xml || complain "the AppStream entry has no release $version"
while IFS= read -r script; do
    head -n 1 "$script" | grep -q '^#!' || complain "$script: has no interpreter"
    [[ -x $script ]] || complain "$script: cannot be run"
done < <(find "$config"/debian/*/ "$config/kiosk/libexec" -type f ! -name templates ! -name lintian)

# The manual is made of what the program says, and says all of it.
pages=$work/pages
"$config/pages" "$sameside" "$2" "$pages" || complain "the manual cannot be made"
for page in sameside.1 kiosk.toml.5 sameside-kiosk-setup.8; do
    said=$(man --warnings --encoding=UTF-8 --local-file -Tutf8 -Z "$pages/$page" 2>&1 >/dev/null) || true
    [[ -z $said ]] || complain "$page: $said"
    MANWIDTH=500 man --local-file "$pages/$page" 2>/dev/null | sed 's/.\x08//g' >"$pages/$page.txt"
done
# every word of --help that is a command or an option, of each command
words_of() { "$sameside" "$@" --help | sed -nE 's/^  (-h,)?(--[a-z-]+|[a-z-]+).*/\2/p' | grep -vx -- '--help'; }
while read -r words; do
    # shellcheck disable=SC2086 # a command of two words
    for word in $words $(words_of $words); do
        grep -qE -- "(^| )$word( |,|$)" "$pages/sameside.1.txt" || complain "sameside(1) does not name $words $word"
        grep -qE -- "[\" ]${word}[\" ]" "$pages/sameside.bash" || complain "the completion does not know $words $word"
    done
done < <(echo; "$sameside" --help | sed -n '/^Subcommands:/,$p' | sed -nE 's/^  ([a-z-]+).*/\1/p'; printf 'content %s\n' check extract import-fhir)
while IFS= read -r key; do
    grep -qE -- "^ +$key = " "$pages/kiosk.toml.5.txt" || complain "kiosk.toml(5) does not name $key"
done < <(sed -nE 's/^(# )?([a-z_]+) = .*/\2/p' "$config/kiosk.toml" | sort -u)
while IFS= read -r option; do
    grep -q -- "$option" "$pages/sameside-kiosk-setup.8.txt" || complain "sameside-kiosk-setup(8) does not name $option"
done < <("$config/sameside-kiosk-setup" --help | grep -oE -- '--[a-z-]+' | sort -u)
completed() { # WORDS...: what the last of them may become
    bash -c 'source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); compopt() { :; }; _sameside; echo "${COMPREPLY[*]}"' \
        bash "$pages/sameside.bash" "$@"
}
[[ $(completed sameside rec) == recover ]] || complain "rec becomes: $(completed sameside rec)"
[[ $(completed sameside content '') == *import-fhir* ]] || complain "after content comes: $(completed sameside content '')"
[[ $(completed sameside tour --s) == "--size --spoken --seed" ]] || complain "tour --s becomes: $(completed sameside tour --s)"
[[ -z $(completed sameside backup /me) ]] || complain "a file is completed with words"

((failures == 0)) || exit 1
echo "the packages' parts do what they promise"
