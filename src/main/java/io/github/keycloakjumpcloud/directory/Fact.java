package io.github.keycloakjumpcloud.directory;

/**
 * What one look at a directory showed of something that JumpCloud has not published. Fit for a bug report: names nobody, and holds neither addresses, ids nor
 * passwords.
 *
 * @param answer which assumption holds: one of a few words that stand in {@code docs/facts.md}; {@link #UNKNOWN} where it could not be seen
 * @param seen what was seen, in English
 */
public record Fact(Question question, String answer, String seen) {

    /** The answer where there is none. */
    public static final String UNKNOWN = "unknown";

    /** What was asked, in the order of a report. */
    public enum Question {
        OPERATIONAL_ATTRIBUTES("operationalAttributes"),
        ROOT_DSE("rootDse"),
        SCHEMA("schema"),
        CRITICAL_PAGING("criticalPaging"),
        SIZE_LIMIT("sizeLimit"),
        ANONYMOUS_BIND("anonymousBind"),
        EMPTY_PASSWORD("emptyPassword"),
        UNKNOWN_USER("unknownUser"),
        WHO_AM_I("whoAmI"),
        ENCRYPTION("encryption"),
        CLEAR_TEXT("clearText"),
        REGIONS("regions"),
        IDLE("idle"),
        UID_NUMBER("uidNumber"),
        POSTAL_ADDRESS("postalAddress"),
        SSH_KEY("sshKey"),
        GECOS("gecos"),
        SHADOW_EXPIRE("shadowExpire"),
        MANAGER("manager"),
        PASSWORDS("passwords"),
        NESTED_GROUPS("nestedGroups"),
        FORBIDDEN_SEARCH("forbiddenSearch");

        private final String text;

        Question(String text) {
            this.text = text;
        }

        /** Its stable name. */
        public String text() {
            return text;
        }

        /** The fact that answers it. */
        public Fact answered(String answer, String seen) {
            return new Fact(this, answer, seen);
        }

        /** The fact that nothing was seen. */
        public Fact unknown(String why) {
            return new Fact(this, UNKNOWN, why);
        }
    }
}
