package io.github.keycloakjumpcloud.store;

/**
 * What hangs on an imported group without having come from the directory, and would be lost with it.
 *
 * @param foreignMembers members who are not this provider's users
 * @param subGroups groups below it
 * @param roleMappings roles that its members have through it
 * @param isDefault whether every new user of the realm joins it
 */
public record GroupHoldings(long foreignMembers, long subGroups, long roleMappings, boolean isDefault) {

    /** Nothing of anybody else's. */
    public static final GroupHoldings NONE = new GroupHoldings(0, 0, 0, false);

    /** Whether the group can go without a loss to anybody. */
    public boolean none() {
        return equals(NONE);
    }
}
