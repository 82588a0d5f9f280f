# Read by the scripts beside it: signs Keycloak's kcadm.sh in for as long as one of them runs.
# The password comes from KC_CLI_PASSWORD (or KC_CLI_CLIENT_SECRET for a service account); without it, kcadm.sh asks at the terminal.
# It is never on a command line, where everybody on the machine could read it.

: "${KEYCLOAK_URL:?say where Keycloak is, e.g. https://keycloak.example.org}"
: "${REALM:?say which realm is meant}"

kcadm() {
    local command="$1"
    shift
    "${KCADM:-kcadm.sh}" "$command" "$@" --config "$session"
}

if [ -n "${KCADM_SESSION:-}" ]; then
    # Another script has signed in already.
    session="$KCADM_SESSION"
else
    session="$(mktemp)"
    trap 'rm -f "$session"' EXIT
    if [ -n "${KC_CLI_CLIENT_SECRET:-}" ]; then
        login=(--client "${ADMIN_CLIENT:?say whose secret KC_CLI_CLIENT_SECRET is}")
    else
        login=(--user "${ADMIN_USER:-admin}")
    fi
    "${KCADM:-kcadm.sh}" config credentials --config "$session" --server "$KEYCLOAK_URL" --realm "${ADMIN_REALM:-master}" "${login[@]}"
fi

# The id of the realm's provider with this name, or nothing.
provider_id() {
    kcadm get components -r "$REALM" -q type=org.keycloak.storage.UserStorageProvider -q "name=$1" \
        --fields id --format csv --noquotes
}
