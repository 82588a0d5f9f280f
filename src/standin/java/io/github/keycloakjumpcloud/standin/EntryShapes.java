package io.github.keycloakjumpcloud.standin;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.util.StaticUtils;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** JumpCloud's entries, attribute by attribute in the order in which the live service sent them (ldapts live tests 2019-2025). */
final class EntryShapes {

    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    private static final String[] USER_CLASSES = {
        "top", "person", "organizationalPerson", "inetOrgPerson", "shadowAccount", "posixAccount", "jumpcloudUser"
    };
    private static final String[] SAMBA_USER_CLASSES = {
        "top",
        "person",
        "organizationalPerson",
        "inetOrgPerson",
        "shadowAccount",
        "posixAccount",
        "jumpcloudUser",
        "sambaSamAccount",
        "ntPasswordEncryption"
    };

    private EntryShapes() {}

    static Entry user(Account account, String dn, List<String> memberOf) {
        StandInUser user = account.user();
        AttributeList list = new AttributeList(user.attributes());
        list.derived("gidNumber", Long.toString(account.uidNumber()));
        list.given("mail");
        list.fixed("memberOf", memberOf);
        list.derived("cn", commonName(user));
        list.fixed("jcLdapAdmin", user.bindDn() ? List.of("TRUE") : List.of());
        list.fixed("uid", List.of(user.uid()));
        list.derived("uidNumber", Long.toString(account.uidNumber()));
        list.derived("loginShell", "/bin/bash");
        list.derived("homeDirectory", "/home/" + user.uid());
        list.given("givenName");
        list.given("sn");
        list.rest();
        list.fixed("objectClass", List.of(user.samba() ? SAMBA_USER_CLASSES : USER_CLASSES));
        return entry(dn, list.attributes(), account.entryUuid(), account.created(), account.modified());
    }

    static Entry group(Group group, String dn, List<String> memberDns) {
        List<Attribute> attributes = List.of(
                new Attribute("objectClass", "top", "groupOfNames"),
                new Attribute("cn", group.name),
                new Attribute("ou", group.name),
                new Attribute("description", "tagGroup"),
                new Attribute("member", DirectorySchema.schema(), memberDns.toArray(String[]::new)));
        return entry(dn, attributes, group.entryUuid, group.created, group.modified);
    }

    static Entry posixGroup(Group group, String dn, List<String> uids) {
        List<Attribute> attributes = List.of(
                new Attribute("objectClass", "top", "posixGroup"),
                new Attribute("cn", group.name),
                new Attribute("gidNumber", Integer.toString(group.gidNumber)),
                new Attribute("description", "tagGroup"),
                new Attribute("memberUid", uids.toArray(String[]::new)));
        return entry(dn, attributes, group.entryUuid, group.created, group.modified);
    }

    static Entry sambaDomain(String name, String dn) {
        List<Attribute> attributes = List.of(
                new Attribute("objectClass", "top", "sambaDomain"),
                new Attribute("sambaDomainName", name),
                new Attribute("sambaSID", "S-1-5-21-2447931902-1787058256-3961074038"));
        return entry(dn, attributes, uuid(dn), Instant.EPOCH, Instant.EPOCH);
    }

    static Entry organization(String organizationId) {
        List<Attribute> attributes =
                List.of(new Attribute("objectClass", "top", "organization"), new Attribute("o", organizationId));
        String dn = DnText.organization(organizationId);
        return entry(dn, attributes, uuid(dn), Instant.EPOCH, Instant.EPOCH);
    }

    static Entry usersContainer(String dn) {
        List<Attribute> attributes =
                List.of(new Attribute("objectClass", "top", "organizationalUnit"), new Attribute("ou", "Users"));
        return entry(dn, attributes, uuid(dn), Instant.EPOCH, Instant.EPOCH);
    }

    static UUID uuid(String seed) {
        return UUID.nameUUIDFromBytes(StaticUtils.getBytes(seed));
    }

    private static String commonName(StandInUser user) {
        Map<String, List<String>> attributes = user.attributes();
        List<String> parts = new ArrayList<>(attributes.getOrDefault("givenName", List.of()));
        parts.addAll(attributes.getOrDefault("sn", List.of()));
        return parts.isEmpty() ? user.uid() : String.join(" ", parts);
    }

    private static Entry entry(String dn, List<Attribute> attributes, UUID uuid, Instant created, Instant modified) {
        Entry entry = new Entry(dn, DirectorySchema.schema(), attributes);
        entry.addAttribute("entryUUID", uuid.toString());
        entry.addAttribute("createTimestamp", timestamp(created));
        entry.addAttribute("modifyTimestamp", timestamp(modified));
        return entry;
    }

    private static String timestamp(Instant time) {
        return TIMESTAMP.format(time);
    }
}
