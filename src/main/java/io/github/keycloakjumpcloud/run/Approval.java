package io.github.keycloakjumpcloud.run;

/** What became of an administrator's wish to release held removals. */
public sealed interface Approval {

    /** A run has begun that carries them out if the directory still shows the same picture. */
    record Started(StartedRun run) implements Approval {}

    /** Nothing was begun. */
    record Refused(Reason reason) implements Approval {}

    /** Why an approval is refused, with a stable code. */
    enum Reason {
        NOTHING_HELD("nothing_held", "This run holds no removals back, so there is nothing to approve."),
        RUN_IN_PROGRESS(
                "run_in_progress",
                "A sync is running. Wait for its end and approve what it holds back, or cancel it first."),
        LAPSED(
                "approval_lapsed",
                "A later run has seen another picture, so these removals can no longer be approved. Look at the newest run.");

        private final String code;
        private final String sentence;

        Reason(String code, String sentence) {
            this.code = code;
            this.sentence = sentence;
        }

        /** Stable, for programs. */
        public String code() {
            return code;
        }

        /** For people, in English. */
        public String sentence() {
            return sentence;
        }
    }
}
