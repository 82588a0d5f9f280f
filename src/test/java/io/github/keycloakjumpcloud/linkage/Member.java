package io.github.keycloakjumpcloud.linkage;

/** A method or field, by its name and descriptor as class files write them. */
record Member(String name, String descriptor) {

    @Override
    public String toString() {
        return name + descriptor;
    }
}
