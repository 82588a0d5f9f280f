#!/usr/bin/env bash
# Brings the compose file up and uses it: sign-ins, a sync, mails, and in the profile with two nodes a killed one.
#   docker/test.sh [--local] [single|cluster]     without a name both, one after the other
# --local takes the images of docker/local-base-images.sh, and makes them if need be. Runs as a project of its own, on ports of its own, and removes
# what it made. Needs docker with compose 2, curl, jq, openssl, a JDK and Maven; single takes about two minutes, cluster four.
set -euo pipefail
cd "$(dirname "$0")/.."

readonly project=keycloak-jumpcloud-test
export KEYCLOAK_PORT=18080 PROXY_PORT=18000 MAIL_PORT=18025 FRONT_NETWORK=172.30.72
export IMAGE=$project STANDIN_IMAGE=$project-standin MAIL_IMAGE=$project-mail

for part in common single cluster; do
    # shellcheck source=/dev/null
    . "docker/test/$part.sh"
done

wanted=()
for argument in "$@"; do
    case "$argument" in
        --local) use_local_images ;;
        single | cluster) wanted+=("$argument") ;;
        *) fail "Unknown argument $argument: --local, single or cluster" ;;
    esac
done
[ "${#wanted[@]}" -gt 0 ] || wanted=(single cluster)

results=target/docker-test-$(IFS=-; echo "${wanted[*]}")
rm -rf "$results"
mkdir -p "$results"
docker/prepare.sh
trap 'end $?' EXIT
for part in "${wanted[@]}"; do
    echo "== $part"
    "$part"
    compose --profile cluster down -v --timeout 5 >"$results/down.log" 2>&1
done
echo "All is well."
