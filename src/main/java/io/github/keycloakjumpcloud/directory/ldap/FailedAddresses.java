package io.github.keycloakjumpcloud.directory.ldap;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Which addresses of one host did not work lately, so that the others are tried before. Thread-safe. */
final class FailedAddresses {

    private final Map<InetAddress, Long> failures = new ConcurrentHashMap<>();
    private final AtomicLong count = new AtomicLong();

    void failed(InetAddress address) {
        failures.put(address, count.incrementAndGet());
    }

    void worked(InetAddress address) {
        failures.remove(address);
    }

    /** First those that have not failed, as the name server orders them, then those whose failure is longest ago. Forgets addresses that the host no longer has. */
    List<InetAddress> inOrder(InetAddress[] addresses) {
        failures.keySet().retainAll(List.of(addresses));
        return Arrays.stream(addresses)
                .sorted(Comparator.comparingLong(address -> failures.getOrDefault(address, 0L)))
                .toList();
    }
}
