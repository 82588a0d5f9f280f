package io.github.keycloakjumpcloud.config;

/**
 * One provider's configuration, read once from its component and typed. Immutable; contains the reader's password.
 *
 * @param organizationId 24 hexadecimal digits, lower case
 * @param baseDn root of the organisation's tree
 * @param connection servers and reader account
 * @param users how users are found
 * @param groups how groups are found
 * @param removal what a sync may take away
 * @param signIn what happens at a sign-in
 * @param importEnabled whether users are imported by sync and at first sign-in
 * @param welcomeEmail whether users whom a sync creates get a mail
 * @param testConnectionOnSave whether a save is refused when the directory cannot be used as configured
 * @param batchSize users written in one database transaction
 */
public record JumpCloudConfig(
        String organizationId,
        String baseDn,
        ConnectionSettings connection,
        UserSettings users,
        GroupSettings groups,
        RemovalSettings removal,
        SignInSettings signIn,
        boolean importEnabled,
        boolean welcomeEmail,
        boolean testConnectionOnSave,
        int batchSize) {}
