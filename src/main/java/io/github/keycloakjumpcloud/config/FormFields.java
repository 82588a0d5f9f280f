package io.github.keycloakjumpcloud.config;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** All fields, in the order of the form. */
record FormFields(
        OrganizationField organization,
        ReaderFields reader,
        ConnectionFields connection,
        TreeFields tree,
        UserFields users,
        MappingFields mappings,
        GroupFields groups,
        RemovalFields removal,
        SignInFields signIn)
        implements Fields {

    static FormFields of(Map<String, List<String>> raw) {
        ConfigValues values = new ConfigValues(raw);
        OrganizationField organization = new OrganizationField(values);
        TreeFields tree = new TreeFields(values, organization);
        ConnectionFields connection = new ConnectionFields(values);
        return new FormFields(
                organization,
                new ReaderFields(values, tree),
                connection,
                tree,
                new UserFields(values),
                new MappingFields(values),
                new GroupFields(values),
                new RemovalFields(values),
                new SignInFields(values, connection));
    }

    @Override
    public List<Supplier<?>> readers() {
        return Stream.<Fields>of(organization, reader, connection, tree, users, mappings, groups, removal, signIn)
                .<Supplier<?>>flatMap(fields -> fields.readers().stream())
                .toList();
    }
}
