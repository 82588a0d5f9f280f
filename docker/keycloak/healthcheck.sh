#!/bin/bash
# Whether Keycloak can serve: its start is over, the database answers. The image has no curl; bash can talk to a port by itself.
exec 0<>/dev/tcp/127.0.0.1/9000 || exit 1
printf 'HEAD /health/ready HTTP/1.0\r\n\r\n' >&0
read -r -t 3 status
case "$status" in
    *' 200 '*) exit 0 ;;
    *) echo "not ready: $status" && exit 1 ;;
esac
