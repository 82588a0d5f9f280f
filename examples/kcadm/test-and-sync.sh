#!/usr/bin/env bash
# Tests the connection of a realm's provider, starts a sync and waits for its end. Ends with 0 if both went well.
# Whatever has created the provider: kcadm.sh, keycloak-config-cli, Terraform, the operator or somebody in the console.
#
#   KEYCLOAK_URL=https://keycloak.example.org REALM=myrealm ./test-and-sync.sh jumpcloud
set -euo pipefail
. "$(cd "$(dirname "$0")" && pwd)/sign-in.sh"

id="$(provider_id "${1:-jumpcloud}")"
if [ -z "$id" ]; then
    echo "The realm $REALM has no provider '${1:-jumpcloud}'." >&2
    exit 1
fi

report="$(kcadm create "jumpcloud/$id/test" -r "$REALM" -b '{}' -o)"
if ! grep -q -E '"result" *: *"(ok|warning)"' <<<"$report" || grep -q -E '"result" *: *"failed"' <<<"$report"; then
    echo "$report"
    echo "The connection test failed: see the stages with the result \"failed\" above." >&2
    exit 1
fi
echo "The connection test went well"

run="$(kcadm create "jumpcloud/$id/sync" -r "$REALM" -b '{}' -i)"
for ((round = 0; round < 900; round++)); do
    state="$(kcadm get "jumpcloud/$id/runs/$run" -r "$REALM" --fields state --format csv --noquotes)"
    if [ "$state" != RUNNING ]; then
        break
    fi
    sleep 2
done
echo "The sync $run: $state"
kcadm get "jumpcloud/$id/runs/$run" -r "$REALM" --fields 'state,heldPlan,result(added,updated,removed,failed)'
[ "$state" = COMPLETED ]
