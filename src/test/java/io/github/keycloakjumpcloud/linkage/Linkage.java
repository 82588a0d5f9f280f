package io.github.keycloakjumpcloud.linkage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Our classes beside those of one Keycloak. What neither has, such as the JDK's, is taken to be there. */
final class Linkage {

    private static final String KEYCLOAK = "org/keycloak/";

    private final JarClasses ours;
    private final Map<String, ClassFile> all;

    Linkage(JarClasses ours, JarClasses keycloak) {
        this.ours = ours;
        this.all = new HashMap<>(keycloak.byName());
        this.all.putAll(ours.byName());
    }

    /** Each thing that one of our classes needs and this Keycloak has not, as a line of text, sorted. */
    Set<String> missing() {
        Set<String> missing = new TreeSet<>();
        for (ClassFile our : ours.byName().values()) {
            our.named().stream()
                    .filter(name -> name.startsWith(KEYCLOAK) && !all.containsKey(name))
                    .forEach(name -> missing.add(our.name() + " names " + name));
            our.uses().stream()
                    .filter(use -> all.containsKey(use.owner()) && !mayFind(use.owner(), use.member()))
                    .forEach(use -> missing.add(our.name() + " uses " + use));
            if (!our.isAbstract()) {
                unimplemented(our).forEach(use -> missing.add(our.name() + " does not implement " + use));
            }
        }
        return missing;
    }

    private boolean mayFind(String owner, Member member) {
        ClassFile known = all.get(owner);
        if (known == null) {
            return !owner.equals("java/lang/Object") && !owner.startsWith(KEYCLOAK);
        }
        return known.declares(member) || known.parents().stream().anyMatch(parent -> mayFind(parent, member));
    }

    private List<Use> unimplemented(ClassFile our) {
        Set<ClassFile> family = new HashSet<>();
        collect(our.name(), family);
        List<Use> open = new ArrayList<>();
        for (ClassFile parent : family) {
            for (Member member : parent.open()) {
                if (family.stream().noneMatch(other -> other.concrete().contains(member))) {
                    open.add(new Use(parent.name(), member));
                }
            }
        }
        return open;
    }

    private void collect(String name, Set<ClassFile> family) {
        ClassFile known = all.get(name);
        if (known != null && family.add(known)) {
            known.parents().forEach(parent -> collect(parent, family));
        }
    }
}
