#!/usr/bin/env bash
# Brings a realm to what jumpcloud.yaml says, with keycloak-config-cli.
#
#   KEYCLOAK_CONFIG_CLI=keycloak-config-cli.jar KEYCLOAK_URL=https://keycloak.example.org KEYCLOAK_USER=admin KEYCLOAK_PASSWORD=... \
#   REALM=myrealm JUMPCLOUD_ORG_ID=5f0000000000000000000001 JUMPCLOUD_BIND_DN=ldapreader JUMPCLOUD_BIND_PASSWORD=... ./apply.sh
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"

export IMPORT_FILES_LOCATIONS="$here/jumpcloud.yaml"
export IMPORT_VARSUBSTITUTION_ENABLED=true
# Without this, a provider that is gone from the file, or renamed there, is deleted, and its users with it.
export IMPORT_MANAGED_COMPONENT=no-delete
exec "${JAVA:-java}" -jar "${KEYCLOAK_CONFIG_CLI:?say where the jar of keycloak-config-cli is}"
