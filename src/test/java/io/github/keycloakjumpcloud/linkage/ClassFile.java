package io.github.keycloakjumpcloud.linkage;

import java.util.List;
import java.util.Set;

/**
 * What a compiled class is, has and needs; names with slashes.
 *
 * @param parents its superclass and interfaces
 * @param concrete members that have a body, and fields
 * @param open members that are left to subclasses
 * @param uses members of any class that its code names
 * @param named all classes that it names
 */
record ClassFile(
        String name,
        boolean isAbstract,
        List<String> parents,
        Set<Member> concrete,
        Set<Member> open,
        Set<Use> uses,
        Set<String> named) {

    boolean declares(Member member) {
        return concrete.contains(member) || open.contains(member);
    }
}
