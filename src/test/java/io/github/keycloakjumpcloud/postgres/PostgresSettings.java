package io.github.keycloakjumpcloud.postgres;

import java.util.LinkedHashMap;
import java.util.Map;

/** Parameters of postgresql.conf that differ from PostgreSQL's own. */
public record PostgresSettings(Map<String, String> parameters) {

    public PostgresSettings {
        parameters = Map.copyOf(parameters);
    }

    /** As it is installed: every commit waits for the disk. */
    public static PostgresSettings durable() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("max_connections", "250");
        // Not in /dev/shm, which is small in containers and would keep what a killed server leaves behind.
        parameters.put("dynamic_shared_memory_type", "mmap");
        parameters.put("shared_preload_libraries", "pg_stat_statements");
        parameters.put("pg_stat_statements.max", "20000");
        parameters.put("pg_stat_statements.save", "off");
        return new PostgresSettings(parameters);
    }

    /** For tests: survives the end of its process, not that of the machine. */
    public static PostgresSettings quick() {
        return durable().with("fsync", "off").with("full_page_writes", "off");
    }

    public PostgresSettings with(String parameter, String value) {
        Map<String, String> changed = new LinkedHashMap<>(parameters);
        changed.put(parameter, value);
        return new PostgresSettings(changed);
    }
}
