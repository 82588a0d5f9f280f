#!/usr/bin/env bash
# What the compose file needs: secrets in docker/secrets (those that are there stay), the jars of the build, and GreenMail's jar.
# Needs openssl, a JDK and Maven.
set -euo pipefail
cd "$(dirname "$0")/.."

readonly secrets=docker/secrets
umask 077
mkdir -p "$secrets"
chmod 700 "$secrets"

# No line end: Keycloak's file vault takes the file as it is.
keep() {
    if [ ! -s "$secrets/$1" ]; then
        printf '%s' "$2" >"$secrets/$1"
        echo "made $secrets/$1"
    fi
}

keep db-password "$(openssl rand -hex 24)"
keep admin-password "$(openssl rand -hex 12)"
# The stand-in's own; write that of your LDAP reader here to use your organization.
keep reader-password 'ldapreader-Secret01!'
if [ ! -s "$secrets/standin-ca-key.pem" ]; then
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 3650 -subj '/CN=Stand-in Test CA/O=keycloak-jumpcloud tests' \
        -keyout "$secrets/standin-ca-key.pem" -out "$secrets/standin-ca.pem" 2>/dev/null
    echo "made $secrets/standin-ca.pem and its key"
fi
# Containers read them as users of their own. On this machine the folder is closed to everybody else.
chmod 444 "$secrets"/*

umask 022
if ! compgen -G 'target/keycloak-jumpcloud-*-standin.jar' >/dev/null; then
    mvn -q -B -ntp package -DskipTests
fi
if [ ! -e target/docker/greenmail-standalone.jar ]; then
    greenmail=$(sed -n 's:.*<greenmail.version>\(.*\)</greenmail.version>.*:\1:p' pom.xml)
    mvn -q -B -ntp dependency:copy "-Dartifact=com.icegreen:greenmail-standalone:$greenmail" -DoutputDirectory=target/docker -Dmdep.stripVersion=true
fi
