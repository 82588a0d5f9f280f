# The stand-in for JumpCloud's LDAP, from the jar of the build (src/standin). For trying things out, not for production.
ARG JAVA_IMAGE=eclipse-temurin:17-jre
FROM ${JAVA_IMAGE}
COPY target/keycloak-jumpcloud-*-standin.jar /opt/standin/standin.jar
USER 1001:0
WORKDIR /tmp
EXPOSE 10389 10636 11636
HEALTHCHECK --interval=5s --timeout=3s --start-period=30s --retries=3 CMD ["bash", "-c", "exec 0<>/dev/tcp/127.0.0.1/10636"]
ENTRYPOINT ["java", "-jar", "/opt/standin/standin.jar", "--all-interfaces"]
