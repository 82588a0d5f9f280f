# For docker/test.sh: one node. People sign in, a sync welcomes everybody, nothing runs as root, no secret is on show.

single() {
    export KEYCLOAK_URL=http://localhost:$KEYCLOAK_PORT JUMPCLOUD_WELCOME_MAIL=true
    door=$KEYCLOAK_URL
    up
    password_is_checked
    browser_sign_in jane.doe 'jane.doe-Secret01!'
    everybody_is_welcomed
    nothing_runs_as_root
    secrets_are_not_on_show
}

password_is_checked() {
    local answer
    answer=$(sign_in jane.doe 'jane.doe-Secret01!')
    [ "${answer##*$'\n'}" = 200 ] || fail "jane.doe cannot sign in: $answer"
    answer=$(sign_in jane.doe wrong)
    case "$answer" in
        *invalid_grant*$'\n'40*) ;;
        *) fail "a wrong password: $answer" ;;
    esac
    say "jane.doe signs in with the JumpCloud password, and with no other"
}

# As a browser does it: the form, the redirect, the code for a token.
browser_sign_in() {
    local cookies="$results/cookies" verifier challenge page action location answer
    local callback=http://localhost/callback endpoint="$KEYCLOAK_URL/realms/$realm/protocol/openid-connect"
    verifier=$(openssl rand -hex 32)
    challenge=$(printf '%s' "$verifier" | openssl dgst -sha256 -binary | openssl base64 -A | tr '+/' '-_' | tr -d '=')
    page=$(curl -sS -c "$cookies" -G "$endpoint/auth" -d client_id=jumpcloud-demo -d response_type=code -d scope=openid \
        --data-urlencode "redirect_uri=$callback" -d "code_challenge=$challenge" -d code_challenge_method=S256)
    action=$(grep -o 'action="[^"]*"' <<<"$page" | head -n 1 | sed 's/^action="//; s/"$//; s/&amp;/\&/g')
    location=$(curl -sS -o /dev/null -w '%{redirect_url}' -b "$cookies" -c "$cookies" \
        --data-urlencode "username=$1" --data-urlencode "password=$2" "$action")
    case "$location" in
        "$callback"*code=*) ;;
        *) fail "the form for $1 at $action leads to: $location" ;;
    esac
    answer=$(curl -sS -d grant_type=authorization_code -d client_id=jumpcloud-demo -d "code=${location##*code=}" -d "code_verifier=$verifier" \
        --data-urlencode "redirect_uri=$callback" "$endpoint/token")
    [ "$(jq -r '.id_token | split(".")[1] | gsub("-"; "+") | gsub("_"; "/") | @base64d | fromjson | .preferred_username' <<<"$answer")" = "$1" ] \
        || fail "no ID token for $1: $answer"
    say "$1 signs in by the form and gets an ID token"
}

mailboxes() {
    curl -sS "http://localhost:$MAIL_PORT/api/user"
}

mails_are() {
    [ "$(mailboxes | jq length)" -ge "$1" ]
}

everybody_is_welcomed() {
    local provider run added address mail
    provider=$(provider)
    run=$(ended "$(admin POST "jumpcloud/$provider/sync" | jq -r .id)")
    [ "$(jq -r .state <<<"$run")" = COMPLETED ] || fail "the sync: $run"
    added=$(jq -r .result.added <<<"$run")
    [ "$added" -ge 30 ] || fail "the sync brought in $added people only: $run"
    until_true 30 mails_are 30
    address=$(mailboxes | jq -r '.[0].email')
    mail=$(curl -sS "http://localhost:$MAIL_PORT/api/user/$address/messages/")
    [ "$(jq length <<<"$mail")" -eq 1 ] || fail "$address has not got one mail: $mail"
    say "the sync brought $added people in, and $(mailboxes | jq length) got a mail, the first: $(jq -r '.[0].subject' <<<"$mail")"
}

nothing_runs_as_root() {
    local container service users root=''
    for container in $(compose ps -q); do
        service=$(docker inspect -f '{{index .Config.Labels "com.docker.compose.service"}}' "$container")
        users=$(docker top "$container" -eo pid,uid | awk 'NR > 1 { print $2 }')
        if [ -z "$users" ] || grep -qx 0 <<<"$users"; then
            root+=" $service"
        fi
        [ "$(docker inspect -f '{{.HostConfig.ReadonlyRootfs}}' "$container")" = true ] || fail "$service has a root file system that can be written"
    done
    [ -z "$root" ] || fail "runs as root:$root"
    say "nothing runs as root, every root file system is read-only"
}

secrets_are_not_on_show() {
    local secret
    for secret in db-password admin-password reader-password; do
        # The stand-in prints its reader's password, as it is for trying things out.
        if { docker inspect $(compose ps -q); docker history --no-trunc "$IMAGE"; compose logs --no-color keycloak postgres mail; } | grep -F -f "docker/secrets/$secret" >/dev/null; then
            fail "$secret is in the logs, or docker inspect or docker history shows it"
        fi
    done
    if admin GET "components/$(provider)" | grep -F -f docker/secrets/reader-password >/dev/null; then
        fail "the reader's password is in Keycloak's database"
    fi
    say "no secret is in docker inspect, docker history or the logs"
}
