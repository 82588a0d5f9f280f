package io.github.keycloakjumpcloud.linkage;

/** A member as a class names it: {@code owner} is where the search for it begins. */
record Use(String owner, Member member) {

    @Override
    public String toString() {
        return owner + "." + member;
    }
}
