package io.github.keycloakjumpcloud.sync;

import io.github.keycloakjumpcloud.config.GroupSettings;
import io.github.keycloakjumpcloud.config.IdAttribute;
import io.github.keycloakjumpcloud.config.JumpCloudConfig;
import io.github.keycloakjumpcloud.config.UserSettings;
import io.github.keycloakjumpcloud.dn.DistinguishedName;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A short text that changes when a setting changes that decides who and what is found in the directory; no password is part of it. */
final class SettingsDigest {

    private final MessageDigest digest = sha256();

    private SettingsDigest() {}

    /**
     * The digest.
     *
     * @param idAttribute where identities really come from, which {@code auto} leaves open
     */
    static String of(JumpCloudConfig config, IdAttribute idAttribute) {
        SettingsDigest settings = new SettingsDigest();
        UserSettings users = config.users();
        GroupSettings groups = config.groups();
        settings.add(
                config.connection().servers().stream().map(Object::toString).toList());
        settings.dn(config.connection().bindDn());
        settings.dn(config.baseDn());
        settings.dn(users.usersDn());
        settings.name(users.objectClass());
        settings.name(users.usernameAttribute());
        settings.add(idAttribute.name());
        settings.add(users.customFilter());
        settings.add(users.userGroups().stream().sorted().toList());
        settings.add(String.valueOf(groups.enabled()));
        settings.dn(groups.groupsDn());
        settings.name(groups.objectClass());
        settings.name(groups.nameAttribute());
        settings.add(groups.names().stream().sorted().toList());
        settings.add(groups.path());
        settings.add(groups.membershipSource().value());
        return HexFormat.of().formatHex(settings.digest.digest());
    }

    private void dn(String dn) {
        add(DistinguishedName.keyOf(dn));
    }

    /** Names of attributes and classes do not depend on letter case. */
    private void name(String name) {
        add(name.toLowerCase(Locale.ROOT));
    }

    private void add(List<String> values) {
        values.forEach(this::add);
    }

    private void add(@Nullable String value) {
        byte[] bytes = (value == null ? "-" : value.length() + ":" + value).getBytes(StandardCharsets.UTF_8);
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
