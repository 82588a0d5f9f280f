# The layout of the official image, on Debian and Java 17.
ARG BASE
FROM ${BASE}
ENV LANG=C.UTF-8 KC_RUN_IN_CONTAINER=true
COPY --chown=1000:0 keycloak /opt/keycloak
RUN echo "keycloak:x:0:root" >> /etc/group && echo "keycloak:x:1000:0:keycloak user:/opt/keycloak:/sbin/nologin" >> /etc/passwd
USER 1000
EXPOSE 8080 8443 9000
ENTRYPOINT ["/opt/keycloak/bin/kc.sh"]
