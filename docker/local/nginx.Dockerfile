ARG BASE
FROM ${BASE}
ADD layer.tar /
EXPOSE 80
STOPSIGNAL SIGQUIT
CMD ["nginx", "-g", "daemon off;"]
