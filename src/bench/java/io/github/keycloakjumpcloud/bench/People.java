package io.github.keycloakjumpcloud.bench;

/** Who can sign in: numbers from 0. */
interface People {

    String name(int person);

    String password(int person);
}
