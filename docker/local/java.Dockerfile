ARG BASE
FROM ${BASE}
ADD layer.tar /
# The folder's own name ends in the processor's.
RUN cd /usr/lib/jvm && ln -s java-17-openjdk-* java-17
ENV JAVA_HOME=/usr/lib/jvm/java-17
CMD ["java", "-version"]
