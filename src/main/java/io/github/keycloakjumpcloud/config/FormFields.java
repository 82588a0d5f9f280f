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
        RemovalFields removal)
        implements Fields {

    static FormFields of(Map<String, List<String>> raw) {
        ConfigValues values = new ConfigValues(raw);
        OrganizationField organization = new OrganizationField(values);
        TreeFields tree = new TreeFields(values, organization);
        return new FormFields(
                organization,
                new ReaderFields(values, tree),
                new ConnectionFields(values),
                tree,
                new UserFields(values),
                new MappingFields(values),
                new GroupFields(values),
                new RemovalFields(values));
    }

    @Override
    public List<Supplier<?>> readers() {
        return Stream.<Fields>of(organization, reader, connection, tree, users, mappings, groups, removal)
                .<Supplier<?>>flatMap(fields -> fields.readers().stream())
                .toList();
    }
}
