# A mail server that keeps what it gets in memory and shows it by REST: GreenMail. docker/prepare.sh takes its jar from Maven Central.
ARG JAVA_IMAGE=eclipse-temurin:17-jre
FROM ${JAVA_IMAGE}
COPY target/docker/greenmail-standalone.jar /opt/greenmail/greenmail-standalone.jar
USER 1001:0
WORKDIR /tmp
EXPOSE 3025 8080
HEALTHCHECK --interval=5s --timeout=3s --start-period=30s --retries=3 CMD ["bash", "-c", "exec 0<>/dev/tcp/127.0.0.1/8080"]
# Everybody has a mailbox, without a password.
ENTRYPOINT ["java", "-Xmx128m", "-Dgreenmail.smtp.port=3025", "-Dgreenmail.api.port=8080", \
    "-Dgreenmail.smtp.hostname=0.0.0.0", "-Dgreenmail.api.hostname=0.0.0.0", "-Dgreenmail.auth.disabled", "-jar", "/opt/greenmail/greenmail-standalone.jar"]
