# For docker/test.sh: two nodes behind nginx. One is killed while it runs a sync and while people sign in, twenty a second, and comes back.

readonly rate=20

cluster() {
    export KEYCLOAK_URL=http://localhost:$PROXY_PORT JUMPCLOUD_WELCOME_MAIL=false STANDIN_OPTIONS="--users ${USERS:-30000}"
    door=$KEYCLOAK_URL
    local provider load run
    up --profile cluster
    two_nodes
    provider=$(provider)
    admin POST "jumpcloud/$provider/preview" -d '{}' | jq -r '[.actions[] | select(.kind == "CREATE_USER") | .subject][:200][]' >"$results/names"
    [ "$(wc -l <"$results/names")" -eq 200 ] || fail "the preview names too few"

    say "warming both nodes up"
    sign_in_all first 4 50
    sign_in_all warm 10 15
    everybody_came_in warm
    say "$rate sign-ins a second from here"
    sign_in_all load "$rate" 60 &
    load=$!
    sleep 5
    run=$(door=http://localhost:$KEYCLOAK_PORT admin POST "jumpcloud/$provider/sync" | jq -r .id)
    until_true 60 has_written "$run"
    kill_node keycloak
    wait "$load"
    no_other_sign_in_failed

    run=$(ended "$run")
    [ "$(jq -r .state <<<"$run")" = LOST ] || fail "the run on the killed node: $run"
    run=$(ended "$(admin POST "jumpcloud/$provider/sync" | jq -r .id)")
    [ "$(jq -r .state <<<"$run")" = COMPLETED ] || fail "the run after it: $run"
    say "the killed run is LOST; the next one, on the other node, added $(jq -r .result.added <<<"$run") of $(admin GET users/count) users, $(jq -r .result.failed <<<"$run") failed"

    compose --profile cluster up -d --wait --wait-timeout 180 >"$results/again.log" 2>&1 || fail "the killed node does not come back"
    two_nodes
    sign_in_all back 10 15
    everybody_came_in back
    both_nodes_answer back
}

members() {
    compose --profile cluster logs --no-color keycloak-2 | grep -o 'ISPN00009[34]: Received new cluster view.*' | tail -n 1 | grep -o '([0-9]*)' | tr -d '()'
}

members_are() {
    [ "$(members)" = "$1" ]
}

two_nodes() {
    until_true 60 members_are 2
    say "both nodes are in one cluster"
}

# Sign-ins of 200 people in turn: a word for them, so many a second, seconds. Keycloak's brute-force detection refuses a second sign-in of the same
# person while one is under way, so they must be many.
sign_in_all() {
    java docker/test/SignIns.java "$KEYCLOAK_URL/realms/$realm/protocol/openid-connect/token" "$results/names" "$2" "$3" "$results/$1" "$1"
}

everybody_came_in() {
    local refused
    refused=$(awk '$4 != 200' "$results/$1")
    [ -z "$refused" ] || fail "refused without a fault: $(wc -l <<<"$refused") of $(wc -l <"$results/$1"), e.g. $(head -n 1 <<<"$refused")"
}

# Some users are written, and not all of them.
has_written() {
    local run
    run=$(admin GET "jumpcloud/$provider/runs/$1")
    [ "$(jq -r .state <<<"$run")" = RUNNING ] || fail "the run ended before the node was killed: $run"
    [ "$(admin GET users/count)" -gt 2000 ]
}

kill_node() {
    local container
    container=$(compose ps -q "$1")
    docker kill "$container" >"$results/kill.log"
    killed_at=$(date +%s%3N -d "$(docker inspect -f '{{.State.FinishedAt}}' "$container")")
    killed_address=$FRONT_NETWORK.11:8080
    say "killed $1 in the middle of its sync; $(admin GET users/count) users were there"
}

# nginx's log for the sign-ins of a word: number, when it began (ms), its status, whom it was passed to last.
passed() {
    compose --profile cluster logs --no-color --no-log-prefix proxy | awk -v word="$1" '
        $NF ~ "^" word "[0-9]+$" {
            match($0, /"[^"]*"/); asked = substr($0, RSTART + 1, RLENGTH - 2); n = split(asked, nodes, ", ")
            printf "%s %d %s %s %d\n", $NF, ($1 - $2) * 1000, $5, nodes[n], n
        }'
}

# A sign-in may fail only if it was with the node when that was killed.
no_other_sign_in_failed() {
    passed load >"$results/passed"
    local summary
    summary=$(awk -v killed="$killed_address" -v at="$killed_at" '
        FNR == NR { began[$1] = $2; node[$1] = $4; if ($5 > 1) moved++; next }
        {
            all++
            if ($3 > longest) longest = $3
            if ($4 == 200) { good++; if ($2 > at) after++; next }
            if (node[$1] == killed && began[$1] <= at) inflight++
            else { other++; print "not in flight: " $0 " passed to " node[$1] > "/dev/stderr" }
        }
        END {
            printf "%d sign-ins, %d good (%d of them after the kill), failed in flight on the killed node %d, failed otherwise %d; ", all, good, after, inflight, other
            printf "passed on to the other node %d, longest %d ms\n", moved, longest
            exit other > 0 || after < 100
        }' "$results/passed" "$results/load") || { echo "$summary" >&2; fail "sign-ins failed that were not in flight on the killed node"; }
    say "$summary"
}

both_nodes_answer() {
    local counts
    counts=$(passed "$1" | awk '{ n[$4]++ } END { for (a in n) printf "%s %d  ", a, n[a] }')
    [ "$(passed "$1" | awk '{ print $4 }' | sort -u | wc -l)" -eq 2 ] || fail "one node answers everything: $counts"
    say "both nodes answer again: $counts"
}
