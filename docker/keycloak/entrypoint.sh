#!/bin/bash
# Takes secrets from files, as the images of databases do: KC_DB_PASSWORD_FILE=<file> means KC_DB_PASSWORD with what the file holds, and so for
# every variable that starts with KC_ and ends in PASSWORD or SECRET. Then Keycloak starts.
set -euo pipefail

# KCRAW_ is known to Keycloak 26.6 and later.
takes_raw() {
    local jar=(/opt/keycloak/lib/lib/main/org.keycloak.keycloak-core-*.jar)
    local version=${jar[0]##*-core-}
    local major=${version%%.*} rest=${version#*.}
    [ "$major" -gt 26 ] || { [ "$major" -eq 26 ] && [ "${rest%%.*}" -ge 6 ]; }
}

for variable in "${!KC_@}"; do
    case "$variable" in
        *PASSWORD_FILE | *SECRET_FILE) ;;
        *) continue ;;
    esac
    file=${!variable}
    name=${variable%_FILE}
    if [ -n "${!name:-}" ]; then
        echo "Both $name and $variable are set: keep one of them" >&2
        exit 1
    fi
    if [ ! -r "$file" ]; then
        echo "$variable names the file $file, which is not there or which user $(id -u) may not read" >&2
        exit 1
    fi
    value=$(<"$file")
    if [ -z "$value" ]; then
        echo "$variable names the file $file, which is empty" >&2
        exit 1
    fi
    # Keycloak replaces expressions in KC_ variables; what starts with KCRAW_ is taken as it is.
    case "$value" in
        *'$'* | *'\'*)
            if ! takes_raw; then
                echo "$variable names the file $file with a dollar sign or a backslash in it, which this Keycloak cannot take as they are: choose another secret" >&2
                exit 1
            fi
            name=KCRAW_${name#KC_}
            ;;
    esac
    export "$name=$value"
    unset "$variable"
done

exec /opt/keycloak/bin/kc.sh "$@"
