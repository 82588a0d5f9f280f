#!/usr/bin/env bash
# Adds the provider "jumpcloud" to a realm, or brings its settings up to date, tests the connection and starts a sync.
#
#   KEYCLOAK_URL=https://keycloak.example.org REALM=myrealm \
#   JUMPCLOUD_ORG_ID=5f0000000000000000000001 JUMPCLOUD_BIND_DN=ldapreader ./add-jumpcloud.sh
#
# JUMPCLOUD_BIND_PASSWORD: the LDAP reader's password, or an expression of Keycloak's vault such as ${vault.jumpcloud}; asked for if it is not set.
# JUMPCLOUD_USER_GROUPS: names of JumpCloud groups, separated by commas; only their members exist for Keycloak. Empty: everybody. Not set: as it is.
# JUMPCLOUD_SERVERS: leave it, unless you try this with another server.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"

: "${JUMPCLOUD_ORG_ID:?say which JumpCloud organization, 24 digits}"
: "${JUMPCLOUD_BIND_DN:?say which LDAP reader, by user name}"
if [ -z "${JUMPCLOUD_BIND_PASSWORD:-}" ]; then
    read -r -s -p 'Password of the LDAP reader: ' JUMPCLOUD_BIND_PASSWORD
    echo
fi
# shellcheck source=sign-in.sh
. "$here/sign-in.sh"

# A text as JSON; builtins only, so that a password is on no command line.
json() {
    local text="${1//\\/\\\\}"
    printf '"%s"' "${text//\"/\\\"}"
}

groups=""
IFS=',' read -r -a names <<<"${JUMPCLOUD_USER_GROUPS:-}"
for name in "${names[@]}"; do
    groups+="${groups:+, }$(json "$name")"
done
user_groups=""
if [ -n "${JUMPCLOUD_USER_GROUPS+set}" ]; then
    user_groups="\"userGroups\": [$groups],"
fi

settings() {
    cat <<JSON
{
  "name": "jumpcloud",
  "providerId": "jumpcloud",
  "providerType": "org.keycloak.storage.UserStorageProvider",
  "config": {
    "connectionUrl": [$(json "${JUMPCLOUD_SERVERS:-ldaps://ldap.jumpcloud.com:636}")],
    "organizationId": [$(json "$JUMPCLOUD_ORG_ID")],
    "bindDn": [$(json "$JUMPCLOUD_BIND_DN")],
    "bindCredential": [$(json "$JUMPCLOUD_BIND_PASSWORD")],
    $user_groups
    "removedUsers": ["disable"],
    "fullSyncPeriod": ["3600"]
  }
}
JSON
}

id="$(provider_id jumpcloud)"
if [ -z "$id" ]; then
    id="$(settings | kcadm create components -r "$REALM" -i -f -)"
    echo "Added the provider $id"
else
    settings | kcadm update "components/$id" -r "$REALM" -f -
    echo "Brought the provider $id up to date"
fi

KCADM_SESSION="$session" "$here/test-and-sync.sh" jumpcloud
