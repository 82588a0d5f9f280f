package io.github.keycloakjumpcloud.directory.ldap;

import io.github.keycloakjumpcloud.config.IdAttribute;
import java.util.Collection;
import java.util.List;

/**
 * What {@code auto} comes to. JumpCloud documents no stable id: {@code entryUUID} is one where it is served, {@code uidNumber} survives a rename, and
 * {@code uid} is what always remains.
 */
final class IdResolution {

    /** From the best to the last resort. */
    static final List<IdAttribute> CANDIDATES =
            List.of(IdAttribute.ENTRY_UUID, IdAttribute.UID_NUMBER, IdAttribute.UID);

    private IdResolution() {}

    /** The configured attribute, or the best one that most entries carry: a single odd entry does not decide for everybody. */
    static IdAttribute resolve(IdAttribute configured, Collection<MappedEntry> entries) {
        if (configured != IdAttribute.AUTO) {
            return configured;
        }
        return CANDIDATES.stream()
                .filter(candidate -> entries.stream()
                                        .filter(entry -> entry.ids().containsKey(candidate))
                                        .count()
                                * 2
                        > entries.size())
                .findFirst()
                .orElse(IdAttribute.UID);
    }

    /** The attributes to ask for. */
    static List<IdAttribute> candidates(IdAttribute configured) {
        return configured == IdAttribute.AUTO ? CANDIDATES : List.of(configured);
    }
}
