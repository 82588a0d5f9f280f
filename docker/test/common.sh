# For docker/test.sh: what its parts have in common.

readonly realm=jumpcloud

fail() {
    echo "FAILED: $*" >&2
    exit 1
}

say() {
    printf '%s  %s\n' "$(date -u +%T)" "$*"
}

compose() {
    docker compose -p "$project" -f docker/compose.yaml "$@"
}

use_local_images() {
    docker/local-base-images.sh
    local version
    version=$(sed -n 's:.*<keycloak.version>\(.*\)</keycloak.version>.*:\1:p' pom.xml | head -n 1)
    export KEYCLOAK_IMAGE=jumpcloud-local/keycloak:$version JAVA_IMAGE=jumpcloud-local/java:17
    export POSTGRES_IMAGE=jumpcloud-local/postgres:15 NGINX_IMAGE=jumpcloud-local/nginx:1.22
}

# Starts the services and waits until all are healthy.
up() {
    local begin=$SECONDS
    compose "$@" up -d --build --wait --wait-timeout 240 >"$results/up.log" 2>&1 || { tail -n 30 "$results/up.log" >&2; fail "not healthy"; }
    say "$(compose "$@" ps --format json | jq -rs '[flatten[] | .Service + " " + .Health] | sort | join(", ")') after $((SECONDS - begin)) s"
}

# Where something failed, the logs stay in target/docker-test-<parts>.
end() {
    if [ "$1" -ne 0 ]; then
        compose --profile cluster logs --no-color >"$results/services.log" 2>&1 || true
        echo "The logs are in $results" >&2
    fi
    compose --profile cluster down -v --timeout 5 >"$results/down.log" 2>&1 || true
}

# The answer to a sign-in with name and password, status last.
sign_in() {
    curl -sS -w '\n%{http_code}' -d grant_type=password -d client_id=jumpcloud-demo --data-urlencode "username=$1" --data-urlencode "password=$2" \
        "$KEYCLOAK_URL/realms/$realm/protocol/openid-connect/token"
}

# A fresh token each time: it lasts a minute only.
admin() {
    local method=$1 path=$2 token
    token=$(curl -sS -d grant_type=password -d client_id=admin-cli -d username=admin --data-urlencode "password@docker/secrets/admin-password" \
        "$door/realms/master/protocol/openid-connect/token" | jq -r .access_token)
    curl -sS -f -X "$method" -H "Authorization: Bearer $token" -H 'Content-Type: application/json' "${@:3}" "$door/admin/realms/$realm/$path"
}

provider() {
    admin GET 'components?type=org.keycloak.storage.UserStorageProvider' | jq -r '.[0].id'
}

# Waits until a run has ended and gives it.
ended() {
    local run
    for _ in $(seq 120); do
        run=$(admin GET "jumpcloud/$provider/runs/$1")
        if [ "$(jq -r .state <<<"$run")" != RUNNING ]; then
            printf '%s' "$run"
            return
        fi
        sleep 1
    done
    fail "run $1 has not ended: $run"
}

# Repeats a command until it succeeds, for as many seconds at most.
until_true() {
    local deadline=$((SECONDS + $1))
    until "${@:2}"; do
        [ "$SECONDS" -lt "$deadline" ] || fail "waited $1 s in vain for: ${*:2}"
        sleep 0.5
    done
}
