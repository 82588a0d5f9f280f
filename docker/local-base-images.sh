#!/usr/bin/env bash
# Makes base images on this machine, for places where no image can be pulled: debootstrap, Debian's packages, and Keycloak's distribution from
# Maven. They take the place of the real ones in layout and behaviour, for tests; they are not for production, see docker/README.md.
#   docker/local-base-images.sh [--force] [keycloak|java|postgres|nginx ...]
# Without a name all are made; images that exist are kept unless --force is given. Needs root, debootstrap, docker, and for keycloak Maven.
set -euo pipefail
cd "$(dirname "$0")/.."

readonly prefix=jumpcloud-local
readonly suite=bookworm
readonly folder=${LOCAL_IMAGES_FOLDER:-$PWD/target/local-images}
readonly base=$folder/$suite

# Where the distribution is already, so that root needs no Maven of its own.
readonly keycloak_archive=${KEYCLOAK_ARCHIVE:-}

keycloak_version=${KEYCLOAK_VERSION:-$(sed -n 's:.*<keycloak.version>\(.*\)</keycloak.version>.*:\1:p' pom.xml | head -n 1)}
force=false
made=' '
mounted=""

fail() {
    echo "$*" >&2
    exit 1
}

# The tag tells what is inside: Debian 12 has Java 17 (the real Keycloak image: 21), PostgreSQL 15, nginx 1.22.
image_of() {
    case "$1" in
        debian) echo "$prefix/debian:$suite" ;;
        java) echo "$prefix/java:17" ;;
        keycloak) echo "$prefix/keycloak:$keycloak_version" ;;
        postgres) echo "$prefix/postgres:15" ;;
        nginx) echo "$prefix/nginx:1.22" ;;
        *) fail "Unknown image $1: keycloak, java, postgres or nginx" ;;
    esac
}

# With --force an image is made anew, but once: several are made from the same.
is_there() {
    if [ "$force" = true ]; then
        [ "$made" != "${made/ $1 /}" ]
        return
    fi
    docker image inspect "$(image_of "$1")" >/dev/null 2>&1
}

in_root() {
    chroot "$1" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 "${@:2}"
}

make_root() {
    if [ -e "$base.complete" ]; then
        return
    fi
    echo "== debootstrap $suite"
    rm -rf "$base"
    mkdir -p "$folder"
    debootstrap --variant=minbase "$suite" "$base" >"$folder/debootstrap.log" 2>&1 || { tail -n 20 "$folder/debootstrap.log" >&2; return 1; }
    # Nothing is started while packages are installed, and no database cluster is made.
    printf '#!/bin/sh\nexit 101\n' >"$base/usr/sbin/policy-rc.d"
    chmod +x "$base/usr/sbin/policy-rc.d"
    mkdir -p "$base/etc/postgresql-common"
    echo 'create_main_cluster = false' >"$base/etc/postgresql-common/createcluster.conf"
    cp -L /etc/resolv.conf "$base/etc/resolv.conf"
    in_root "$base" apt-get update -qq
    in_root "$base" apt-get clean
    : >"$base.complete"
}

make_debian() {
    if is_there debian; then
        return
    fi
    make_root
    tar -C "$base" --numeric-owner --exclude='./var/lib/apt/lists/*' --exclude='./var/cache/apt/*' --exclude='./etc/resolv.conf' -c . \
        | docker import --change 'ENV LANG=C.UTF-8' --change 'CMD ["bash"]' - "$(image_of debian)" >/dev/null
    made+='debian '
}

# Also where the script is ended in the middle, or the next one would walk into it.
unmount() {
    if [ -n "$mounted" ]; then
        umount "$mounted"
        mounted=""
    fi
}

# Packages on top of the base, as a layer of its own in layer.tar: what has changed since the copy was made.
layer() {
    local context=$1 root="$1/root"
    make_root
    rm -rf "$context"
    mkdir -p "$context"
    cp -a "$base" "$root"
    touch "$context/stamp"
    if [ -n "${account:-}" ]; then
        in_root "$root" groupadd --system --gid "${account#*:}" "${account%%:*}"
        in_root "$root" useradd --system --uid "${account#*:}" --gid "${account#*:}" --no-create-home --home-dir "$home" "${account%%:*}"
    fi
    mount -t proc proc "$root/proc"
    mounted=$root/proc
    local result=0
    in_root "$root" apt-get install -y -qq --no-install-recommends "${@:2}" >"$context/apt.log" 2>&1 || result=$?
    unmount
    if [ "$result" -ne 0 ]; then
        tail -n 20 "$context/apt.log" >&2
        return "$result"
    fi
    (cd "$root" && find . -mindepth 1 -cnewer ../stamp -not -path './var/lib/apt/lists/*' -not -path './var/cache/*' -not -path './var/log/*' -print0 \
        | tar --null --no-recursion --numeric-owner -T - -cf ../layer.tar)
    rm -rf "$root"
}

build() {
    docker build -q -t "$(image_of "$1")" --build-arg "BASE=$(image_of "$2")" -f "docker/local/$1.Dockerfile" "$3" >/dev/null
    rm -rf "$3"
    made+="$1 "
    echo "made $(image_of "$1")"
}

make_java() {
    if is_there java; then
        return
    fi
    make_debian
    echo "== java"
    layer "$folder/java" openjdk-17-jre-headless
    build java debian "$folder/java"
}

make_keycloak() {
    if is_there keycloak; then
        return
    fi
    make_java
    echo "== keycloak $keycloak_version"
    local context="$folder/keycloak" archive="keycloak-quarkus-dist-$keycloak_version.tar.gz"
    rm -rf "$context"
    mkdir -p "$context/keycloak"
    if [ -n "$keycloak_archive" ]; then
        cp "$keycloak_archive" "$context/$archive"
    else
        mvn -q -B -ntp dependency:copy "-Dartifact=org.keycloak:keycloak-quarkus-dist:$keycloak_version:tar.gz" "-DoutputDirectory=$context"
    fi
    tar -xzf "$context/$archive" -C "$context/keycloak" --strip-components=1
    mkdir -p "$context/keycloak/data"
    chmod -R g+rwX "$context/keycloak"
    rm "$context/$archive"
    build keycloak java "$context"
}

make_postgres() {
    if is_there postgres; then
        return
    fi
    make_debian
    echo "== postgres"
    account=postgres:999 home=/var/lib/postgresql layer "$folder/postgres" postgresql-15
    cp docker/local/postgres-entrypoint.sh "$folder/postgres/"
    build postgres debian "$folder/postgres"
}

make_nginx() {
    if is_there nginx; then
        return
    fi
    make_debian
    echo "== nginx"
    account=nginx:101 home=/nonexistent layer "$folder/nginx" nginx-light
    build nginx debian "$folder/nginx"
}

names=()
for argument in "$@"; do
    case "$argument" in
        --force) force=true ;;
        *) image_of "$argument" >/dev/null && names+=("$argument") ;;
    esac
done
if [ "${#names[@]}" -eq 0 ]; then
    names=(java keycloak postgres nginx)
fi
[ "$(id -u)" -eq 0 ] || fail "debootstrap needs root"
trap unmount EXIT
trap 'exit 1' INT TERM
for name in "${names[@]}"; do
    "make_$name"
done
