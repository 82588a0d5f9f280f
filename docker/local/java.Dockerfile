ARG BASE
FROM ${BASE}
ADD layer.tar /
ENV JAVA_HOME=/usr/lib/jvm/java-17-openjdk-amd64
CMD ["java", "-version"]
