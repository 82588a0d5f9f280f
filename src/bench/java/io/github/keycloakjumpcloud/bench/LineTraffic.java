package io.github.keycloakjumpcloud.bench;

/**
 * What came over a line.
 *
 * @param turns how often somebody asked and waited for the answer: round trips
 * @param there bytes that the clients sent
 * @param back bytes that the server sent
 */
record LineTraffic(long turns, long there, long back) {

    static final LineTraffic NONE = new LineTraffic(0, 0, 0);

    LineTraffic since(LineTraffic earlier) {
        return new LineTraffic(turns - earlier.turns, there - earlier.there, back - earlier.back);
    }
}
