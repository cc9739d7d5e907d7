#!/bin/bash
# What the README promises, tried on a bare Debian 12: makes a root with nothing in it but what debootstrap's `minbase`
# brings, puts a clean clone of the committed state into it, and does there what a user would do.
#
#   tests/bare_machine.sh [OPTIONS] [STAGES…]
#
#   STAGES               which of these, all but readers, attack, sanitize and lint when none is named; always in this
#                        order:
#     commands           the README's first command
#     format             the sources are as clang-format writes them
#     install            cmake --install, the embedding sample against it, the installed program from another folder, as
#                        root and as another user
#     package            ./gainsay package; its Debian package in a second bare root, by apt-get, with the README's tour;
#                        its archive in a third with nothing installed, the same
#     test               ./gainsay test
#     readers            ./gainsay sanitize --readers: what reads files from elsewhere, under AddressSanitizer and
#                        UndefinedBehaviorSanitizer, by its unit tests and on the fuzzers' corpus
#     attack             ./gainsay sanitize --program: the program under AddressSanitizer and UndefinedBehaviorSanitizer, on
#                        the samples, bad input and the fuzzers' corpus
#     lint               clang-tidy: the sources of the last 40 commits, the newest first, then all others, from another one
#                        at each commit; as many as there is time for. With --ccache what was clean is kept there, and the next
#                        run goes on with what has changed or was not reached
#     sanitize           ./gainsay sanitize: everything built by clang, and the same with the unit tests
#   --folder DIR         where the roots are made (a new folder below /var/tmp; it is removed at the end)
#   --ccache DIR         ccache's folder, shared with the root; the clone has the same path there as here, for hits
#   --base FILE.tar      the bare root is unpacked from this file; it is made when it does not exist
#   --mirror URL         where Debian's packages come from (what apt has for Debian 12)
#   --minutes N          readers, attack, lint and sanitize stop N minutes after the start, lint after half of what was left when it
#                        began; what was left out is said at the end, and is no failure
#   --advisory STAGE     what this stage finds is shown and does not count; for a check that is new to a tree (may stand
#                        several times)
#   --keep               leaves the roots in their folder
#   --reuse              goes on in the root that --keep left there, with what is committed now
#
# Needs root, and apt's access to packages. Installs debootstrap when it is missing. Ends with 77 when a root cannot be
# made here (the reason is the last message), with 1 when a stage failed. The last lines are ctest's summary.
set -euo pipefail

checkout=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
release=bookworm
say() { echo "bare_machine: $*" >&2; }
cannot() {
    say "a bare root cannot be made here: $*"
    exit 77
}

all_arguments=("$@")
folder='' ccache='' base='' mirror='' minutes=0 keep=0 reuse=0
declare -A wanted=() advisory=()
while (($# > 0)); do
    case $1 in
    --folder) folder=$2 && shift ;;
    --ccache) ccache=$2 && shift ;;
    --base) base=$2 && shift ;;
    --mirror) mirror=$2 && shift ;;
    --minutes) minutes=$2 && shift ;;
    --advisory) advisory[$2]=1 && shift ;;
    --keep) keep=1 ;;
    --reuse) reuse=1 ;;
    commands | format | install | package | test | readers | attack | sanitize | lint) wanted[$1]=1 ;;
    *) say "unknown: $1" && exit 2 ;;
    esac
    shift
done
((${#wanted[@]} > 0)) || wanted=([commands]=1 [format]=1 [install]=1 [package]=1 [test]=1)

[[ $(id -u) -eq 0 ]] || cannot "it needs root"
# Mounts live in a name space of its own: they are gone with this process, whatever ends it.
if [[ ${BARE_MACHINE_NAMESPACE:-} != "$$" ]]; then
    unshare --mount --propagation private true 2>/dev/null || cannot "nothing can be mounted"
    # exec keeps the process number, by which the second start knows itself.
    export BARE_MACHINE_NAMESPACE=$$
    exec unshare --mount --propagation private bash "${BASH_SOURCE[0]}" ${all_arguments[@]+"${all_arguments[@]}"}
fi
unset BARE_MACHINE_NAMESPACE

own_folder=0
if [[ -z $folder ]]; then
    folder=$(mktemp -d /var/tmp/gainsay-bare.XXXXXX)
    own_folder=1
fi
mkdir -p "$folder"
folder=$(realpath "$folder")
logs=$folder/logs
mkdir -p "$logs"

remove_root() { # NAME
    local mounted
    mounted=$(awk -v root="$folder/$1/" 'index($2 "/", root) == 1 { print $2 }' /proc/self/mounts | sort -r)
    [[ -z $mounted ]] || xargs -d '\n' -n 1 umount --lazy <<<"$mounted"
    if ((!keep)); then rm -rf --one-file-system "${folder:?}/$1"; fi
}
clean_up() {
    local status=$? root
    for root in base main with_package with_archive; do remove_root "$root"; done
    if ((own_folder && !keep)); then rm -rf --one-file-system "$folder"; fi
    exit "$status"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

# ---- making roots

# "URL RELEASE COMPONENT" a line, of all that apt has for this release of Debian.
sources_of_this_machine() {
    apt-get indextargets --format '$(REPO_URI) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' 2>/dev/null |
        awk -v release="$release" 'index($2, release) == 1' | sort -u
}
sources=''
if [[ -n $mirror ]]; then
    sources="$mirror $release main"
elif command -v apt-get >/dev/null; then
    sources=$(sources_of_this_machine)
    mirror=$(awk -v release="$release" '$2 == release && $3 == "main" { print $1; exit }' <<<"$sources")
fi
[[ -n $mirror ]] || cannot "apt knows no place for Debian's $release, and --mirror names none"

# How this machine reaches that place, said to apt in the root, and by the environment to debootstrap's wget.
apt_access=$(apt-config dump 2>/dev/null | grep -E '^Acquire::(http|https|Check-Valid-Until|Check-Date|Retries)' || true)
proxy=$(sed -n 's/^Acquire::http::Proxy "\(.*\)";$/\1/p' <<<"$apt_access")
if [[ -n $proxy && -z ${http_proxy:-} ]]; then export http_proxy=$proxy; fi

make_base() { # DIR
    if ! command -v debootstrap >/dev/null; then
        { apt-get install -y --no-install-recommends debootstrap ||
            { apt-get update && apt-get install -y --no-install-recommends debootstrap; }; } >"$logs/debootstrap" 2>&1 ||
            cannot "debootstrap cannot be installed: $(tail -n 1 "$logs/debootstrap")"
    fi
    debootstrap --variant=minbase "$release" "$1" "$mirror" >"$logs/debootstrap" 2>&1 ||
        cannot "debootstrap failed: $(tail -n 1 "$logs/debootstrap")"
}

new_root() { # NAME: a bare root, ready for chroot
    local root=$folder/$1
    if ((!reuse)) || [[ ! -d $root/usr ]]; then
        rm -rf --one-file-system "$root"
        mkdir -p "$root"
        tar -C "$root" -xpf "$base"
    fi
    awk '{ print "deb", $1, $2, $3 }' <<<"$sources" >"$root/etc/apt/sources.list"
    printf '%s\n' "$apt_access" >"$root/etc/apt/apt.conf.d/90access"
    # Nobody keeps this root: its packages need not be on the disk before the next one is unpacked.
    echo force-unsafe-io >"$root/etc/dpkg/dpkg.cfg.d/no_sync"
    local file
    for file in resolv.conf hosts; do
        if [[ -e /etc/$file ]]; then
            rm -f "$root/etc/$file"
            cp -L "/etc/$file" "$root/etc/$file"
        fi
    done
    mount -t proc proc "$root/proc" || cannot "/proc cannot be mounted"
    mkdir -p "$root/dev/shm"
    mount -t tmpfs tmpfs "$root/dev/shm" || cannot "/dev/shm cannot be mounted"
}

put_clone() { # FOLDER
    if [[ -d $1/.git ]]; then
        git -C "$1" fetch --quiet "$checkout" HEAD && git -C "$1" reset --quiet --hard FETCH_HEAD && return
    fi
    rm -rf "$1"
    mkdir -p "$(dirname "$1")"
    git clone --quiet --no-hardlinks "$checkout" "$1" || cannot "the checkout cannot be cloned"
}

proxies=()
for name in http_proxy https_proxy no_proxy; do
    if [[ -n ${!name:-} ]]; then proxies+=("$name=${!name}"); fi
done
cached=()
if [[ -n $ccache ]]; then
    cached=(CCACHE_DIR=/var/cache/ccache "CCACHE_BASEDIR=$checkout" CCACHE_NOHASHDIR=1
        GAINSAY_LINT_CACHE=/var/cache/ccache/gainsay-lint)
fi

# Seconds that a command may take; 0: as long as it takes.
bound=0
# Runs a script in a root, with a fresh environment.
inside() { # ROOT FOLDER SCRIPT
    local -a timed=()
    ((bound == 0)) || timed=(timeout --kill-after=30 "$bound")
    ${timed[@]+"${timed[@]}"} chroot "$folder/$1" /usr/bin/env -i \
        HOME=/root PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 CI=true \
        ${proxies[@]+"${proxies[@]}"} ${cached[@]+"${cached[@]}"} \
        /bin/bash -euo pipefail -c "cd '$2'
            $3" </dev/null
}
# The same as a user who is not root, in the user's own folder.
inside_as_reader() { # ROOT SCRIPT
    printf '%s\n' "$2" >"$folder/$1/tmp/reader_script"
    inside "$1" / 'id reader >/dev/null 2>&1 || useradd --create-home reader
        exec setpriv --reuid=reader --regid=reader --init-groups --inh-caps=-all /usr/bin/env -C /home/reader \
            HOME=/home/reader /bin/bash -euxo pipefail /tmp/reader_script'
}

# ---- stages

# The README's tour, in a folder that holds nothing but the samples; what each command says is shown.
tour_commands() {
    sed -n '/^## Five minutes with Gainsay/,/^## What to know/p' "$checkout/README.md" | grep '^\./gainsay ' |
        sed 's|^\./gainsay |gainsay |'
}
tour_script() {
    echo 'rm -rf tour; mkdir tour; cd tour; cp -r /samples .'
    tour_commands
    echo 'for file in graph.json affair.html disputes.png actors.svg meridian.png graph.graphml graph.gexf; do
        test -s "$file" || { echo "the tour made no $file"; exit 1; }
    done; test "$(head -c 4 disputes.png | tail -c 3)" = PNG; grep -q "<text" actors.svg'
}

stage_commands() {
    local first
    first=$(grep -m 1 '^\./gainsay build ' "$checkout/README.md")
    # The output goes elsewhere, so that the clone stays clean.
    inside main "$checkout" "${first//-o graph.json --html affair.html/-o \/tmp\/graph.json --html \/tmp\/affair.html}
        test -s /tmp/graph.json && test -s /tmp/affair.html"
}

stage_format() { inside main "$checkout" "./gainsay lint --format"; }

stage_install() {
    inside main "$checkout" '
        cmake --preset release
        cmake --build --preset release
        cmake --install build/release --prefix /opt/gainsay >/dev/null
        test -s /opt/gainsay/share/man/man1/gainsay-diff.1
        rm -rf /samples; cp -r samples /samples; chmod -R go+rX /samples
        cmake -S samples/embedding -B /tmp/embedding -G Ninja -DCMAKE_BUILD_TYPE=Release -DCMAKE_PREFIX_PATH=/opt/gainsay
        cmake --build /tmp/embedding
        cd /
        /tmp/embedding/who_denies_what samples/articles | tee /tmp/denials
        grep -q " denies: " /tmp/denials
        /opt/gainsay/bin/gainsay build samples/articles -o /tmp/installed.json
        if test -e /tmp/graph.json; then cmp /tmp/graph.json /tmp/installed.json; fi'
    inside_as_reader main "PATH=/opt/gainsay/bin:\$PATH
$(tour_script)"
}

stage_package() {
    inside main "$checkout" './gainsay package'
    local made=$folder/main/$checkout/build/packages
    new_root with_package
    cp "$made"/gainsay_*.deb "$folder/with_package/"
    cp -r "$checkout/samples" "$folder/with_package/samples"
    inside with_package / 'apt-get update -qq
        DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends ./gainsay_*.deb
        if dpkg-query -W -f "\${Package}\n" | grep -e "-dev$"; then
            echo "development packages came with it"
            exit 1
        fi
        test -s /usr/share/man/man1/gainsay-diff.1.gz
        test -s /usr/share/bash-completion/completions/gainsay
        test -s /usr/share/doc/gainsay/copyright
        test -s /usr/share/doc/gainsay/changelog.gz'
    inside_as_reader with_package "$(tour_script)"
    # The archive runs from any folder, also through a link.
    new_root with_archive
    tar -C "$folder/with_archive/srv" -xzf "$made"/gainsay-*.tar.gz
    mv "$folder/with_archive/srv"/gainsay-* "$folder/with_archive/srv/any folder"
    ln -s '/srv/any folder/bin/gainsay' "$folder/with_archive/usr/local/bin/gainsay"
    cp -r "$checkout/samples" "$folder/with_archive/samples"
    inside_as_reader with_archive "$(tour_script)"
    # Without a font, text would have no place in the pictures; fontconfig says so.
    ! grep "Fontconfig error" "$logs/package"
}

stage_test() { inside main "$checkout" "./gainsay test"; }

stage_readers() { inside main "$checkout" "./gainsay sanitize --readers"; }

stage_attack() { inside main "$checkout" "./gainsay sanitize --program"; }

stage_sanitize() { inside main "$checkout" "./gainsay sanitize"; }

# Sources in the order in which they are linted: what changed last, then the others, so that in time every one has its turn.
sources_to_lint() {
    local -a others
    local shard=15 start
    mapfile -t others < <(git -C "$checkout" ls-files -- '*.cpp')
    start=$(($(git -C "$checkout" rev-list --count HEAD) * shard % ${#others[@]}))
    {
        git -C "$checkout" log -n 40 --name-only --format= -- '*.cpp'
        printf '%s\n' "${others[@]:start}" "${others[@]:0:start}"
    } | awk '!seen[$0]++' | while read -r name; do
        if [[ -e $checkout/$name ]]; then echo "$name"; fi
    done
}
# Without a bound: a package that is cut off in the middle would stop those of all later stages.
prepare_lint() { inside main "$checkout" "./gainsay packages lint"; }
prepare_attack() { inside main "$checkout" "./gainsay packages sanitize"; }
prepare_readers() { prepare_attack; }
prepare_sanitize() { prepare_attack; }
stage_lint() {
    sources_to_lint >"$folder/main/tmp/sources_to_lint"
    inside main "$checkout" 'mapfile -t files </tmp/sources_to_lint
        ./gainsay lint "${files[@]}"'
}
# How far a stage came that had not enough time.
reached() { # NAME
    case $1 in
    lint) echo ", $(grep -c '^clean: ' "$logs/lint" || true) of $(wc -l <"$folder/main/tmp/sources_to_lint") sources are clean" ;;
    readers | attack | sanitize)
        if grep -q 'Test *#' "$logs/$1"; then
            echo ", $(grep -c ' Passed ' "$logs/$1" || true) tests passed by then"
        else
            echo ", while building"
        fi
        ;;
    esac
}

# ---- the run

failed=()
advice=()
left_out=()
table=()
# What a stage found counts, unless it is advisory.
note_failure() { # NAME
    if [[ -n ${advisory[$1]:-} ]]; then
        advice+=("$1")
        table[-1]+=" (advisory)"
    else
        failed+=("$1")
    fi
}
# What each failed test printed, which in ctest's output stands wherever the test ended: the first and the last lines of it.
failed_tests() { # LOG
    awk -v most=60 '
        function flush(    i) {
            for (i = 1; i <= count; ++i) {
                if (i <= most || i > count - most) print lines[i]
                else if (i == most + 1) print "[" count - 2 * most " lines left out]"
            }
            count = 0
        }
        /^ *([0-9]+\/[0-9]+ Test +#|Start +[0-9]+:|[0-9]+% tests passed)/ { flush(); inside = 0 }
        /^ *[0-9]+\/[0-9]+ Test +#.*\*\*\*(Failed|Timeout|Exception|Not Run)/ { inside = 1 }
        inside { lines[++count] = $0 }
        END { flush() }' "$1"
}
# A stage that would have less is not begun.
least_seconds=60
# Runs a stage; what it prints goes to a log, whose end is shown when it fails.
run_stage() { # NAME
    local name=$1 since=$SECONDS status=0
    [[ -n ${wanted[$name]:-} ]] || return 0
    say "$name …"
    bound=0
    if declare -F "prepare_$name" >/dev/null && ! "prepare_$name" >"$logs/prepare_$name" 2>&1; then
        tail -n 20 "$logs/prepare_$name" | sed "s/^/$name| /"
        table+=("$name: FAILED, its packages cannot be installed")
        note_failure "$name"
        say "${table[-1]}"
        return 0
    fi
    if [[ $name =~ ^(readers|attack|sanitize|lint)$ ]] && ((minutes > 0)); then
        bound=$((minutes * 60 - SECONDS))
        if [[ $name == lint && -n ${wanted[sanitize]:-} ]]; then bound=$((bound / 2)); fi
        if ((bound < least_seconds)); then
            left_out+=("$name: not begun, $((minutes * 60 - SECONDS)) s of $minutes minutes are left")
            table+=("$name: LEFT OUT for lack of time")
            say "${table[-1]}"
            return 0
        fi
    fi
    # Not behind ||, where the stage's own failures would not end it.
    set +e
    (
        set -e
        "stage_$name"
    ) >"$logs/$name" 2>&1
    status=$?
    set -e
    local took="$((SECONDS - since)) s"
    case $status in
    0) table+=("$name: done, $took") ;;
    124)
        table+=("$name: not finished within its $bound s")
        left_out+=("$name: stopped after $took$(reached "$name")")
        # What it had found by then counts.
        if grep -qE 'error: |FAILED:|\*\*\*Failed' "$logs/$name"; then
            table[-1]+=", FAILED"
            note_failure "$name"
            grep -E -A 5 'error: |FAILED:|\*\*\*Failed' "$logs/$name" | sed -n "1,100s/^/$name| /p"
        fi
        ;;
    *)
        table+=("$name: FAILED, $took")
        note_failure "$name"
        failed_tests "$logs/$name" | sed "s/^/$name| /"
        # Behind lint's findings come the sources that are clean.
        { grep -v '^clean: ' "$logs/$name" || true; } | tail -n 100 | sed "s/^/$name| /"
        ;;
    esac
    say "${table[-1]}"
}

# In a function, so that all of this file is read before it starts.
run() {
    [[ -n $base ]] || base=$folder/base.tar
    if [[ ! -s $base ]]; then
        say "debootstrap …"
        make_base "$folder/base"
        tar -C "$folder/base" --one-file-system -cf "$base.part" .
        mv "$base.part" "$base"
        keep=0 remove_root base
    fi
    new_root main
    put_clone "$folder/main/$checkout"
    if [[ -n $ccache ]]; then
        mkdir -p "$ccache" "$folder/main/var/cache/ccache"
        mount --bind "$ccache" "$folder/main/var/cache/ccache" || cannot "ccache's folder cannot be shared"
    fi
    table+=("root: done, $SECONDS s")
    say "${table[-1]}"

    local stage
    for stage in commands format install package test readers attack lint sanitize; do run_stage "$stage"; done

    echo "On a bare Debian 12, $((SECONDS / 60)) minutes in all:"
    printf '  %s\n' "${table[@]}"
    if ((${#advice[@]} > 0)); then
        echo "What these found stands above and does not count yet: ${advice[*]}"
    fi
    if ((${#left_out[@]} > 0)); then
        echo "For lack of time this was left out:"
        printf '  %s\n' "${left_out[@]}"
    fi
    if [[ -s $logs/test ]]; then
        # ctest's closing lines.
        sed -n '/^[0-9]*% tests passed/,$p' "$logs/test"
    fi
    ((${#failed[@]} == 0)) || exit 1
    exit 0
}
run
