package io.github.keycloakjumpcloud.sync;

import static io.github.keycloakjumpcloud.sync.Picture.imported;
import static io.github.keycloakjumpcloud.sync.Picture.local;
import static io.github.keycloakjumpcloud.sync.Picture.person;
import static io.github.keycloakjumpcloud.sync.Picture.plan;
import static io.github.keycloakjumpcloud.sync.Picture.whole;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.config.RemovalSettings;
import io.github.keycloakjumpcloud.directory.DirectoryUser;
import io.github.keycloakjumpcloud.directory.RejectedEntry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.util.JsonSerialization;

class SyncReportTest {

    private static final Map<SyncPhase, Long> MILLIS = Map.of(SyncPhase.READING, 7L, SyncPhase.USERS, 5L);

    private static List<DirectoryUser> people(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> person(String.valueOf(i), "user" + i, null))
                .toList();
    }

    /** 300 users known, of whom {@code present} are still there, and 250 new ones. */
    private static SyncReport report(boolean dryRun, int present, @Nullable String lastGood) {
        List<DirectoryUser> there = new ArrayList<>(people(300 - present, 300));
        there.addAll(people(1000, 1250));
        SyncPlan plan = plan(
                whole(there),
                local(people(0, 300).stream().map(user -> imported(user)).toList()));
        ReportDraft draft = new ReportDraft(dryRun);
        draft.verdict(SyncGuard.review(plan, RemovalSettings.DEFAULT, "now", lastGood, null), plan, "now");
        return draft.done(
                plan,
                IntStream.range(0, 230)
                        .mapToObj(i -> new RejectedEntry("uid=bad" + i, "too long"))
                        .toList(),
                SyncOutcome.COMPLETED,
                null,
                MILLIS);
    }

    @Test
    @DisplayName("survives being written as JSON and read back, with Keycloak's own mapper")
    void json() throws IOException {
        SyncReport report = report(false, 100, null);

        String json = JsonSerialization.writeValueAsString(report);

        assertThat(JsonSerialization.readValue(json, SyncReport.class)).isEqualTo(report);
        assertThat(report.held()).isNotNull();
        SyncReport failed = new ReportDraft(true).ended(SyncOutcome.FAILED, "no network", MILLIS);
        assertThat(JsonSerialization.readValue(JsonSerialization.writeValueAsString(failed), SyncReport.class))
                .isEqualTo(failed);
    }

    @Test
    @DisplayName("counts everything and lists the first 200 of a kind")
    void capped() {
        SyncReport report = report(false, 300, null);

        assertThat(report.added()).isEqualTo(250);
        assertThat(report.more()).isEqualTo(Map.of(ActionKind.CREATE_USER, 50L));
        assertThat(report.actions()).hasSize(200);
        assertThat(report.failed()).isEqualTo(230);
        assertThat(report.failures()).hasSize(200);
        assertThat(report.unchanged()).isEqualTo(300);
        assertThat(report.totalMillis()).isEqualTo(12);
    }

    @Test
    @DisplayName("values that were left out are among what failed, and are told from entries that could not be written")
    void leftOut() {
        SyncPlan nothing = plan(whole(List.of()), local(List.of()));
        ReportDraft draft = new ReportDraft(false);
        draft.leftOut(2);

        SyncReport report = draft.done(
                nothing,
                IntStream.range(0, 5)
                        .mapToObj(i -> new RejectedEntry("uid=" + i, "bad"))
                        .toList(),
                SyncOutcome.COMPLETED,
                null,
                MILLIS);

        assertThat(report.failed()).isEqualTo(5);
        assertThat(report.leftOut()).isEqualTo(2);
        assertThat(report.unwritten()).isEqualTo(3);
    }

    @Test
    @DisplayName("removed are those disabled and deleted")
    void removed() {
        assertThat(report(false, 290, null).removed()).isEqualTo(10);
        assertThat(report(false, 300, null).removed()).isZero();
    }

    @Test
    @DisplayName("proves settings only where everything went through, for real and to the end")
    void goodSettings() {
        assertThat(report(false, 300, null).goodSettings()).contains("now");
        assertThat(report(false, 300, "before").goodSettings()).contains("now");
        assertThat(report(true, 300, null).goodSettings()).isEmpty();
        assertThat(report(false, 100, null).goodSettings()).isEmpty();
        assertThat(report(false, 299, "before").goodSettings()).isEmpty();
        ReportDraft cancelled = new ReportDraft(false);
        SyncPlan nothing = plan(whole(List.of()), local(List.of()));
        cancelled.verdict(new GuardVerdict.Clear(), nothing, "now");
        assertThat(cancelled
                        .done(nothing, List.of(), SyncOutcome.CANCELLED, null, MILLIS)
                        .goodSettings())
                .isEmpty();
    }

    @Test
    @DisplayName("an approved plan is named, proves the settings and holds nothing")
    void approved() {
        SyncPlan nothing = plan(whole(List.of()), local(List.of()));
        ReportDraft draft = new ReportDraft(false);
        draft.verdict(new GuardVerdict.Approved("abc"), nothing, "now");

        SyncReport report = draft.done(nothing, List.of(), SyncOutcome.COMPLETED, null, MILLIS);

        assertThat(report.approvedPlan()).isEqualTo("abc");
        assertThat(report.goodSettings()).contains("now");
        assertThat(report.heldPlan()).isEmpty();
    }

    @Test
    @DisplayName("says what waits: the plan, why, how many and who")
    void held() {
        SyncReport report = report(false, 100, null);

        HeldRemovals held = Objects.requireNonNull(report.held());
        assertThat(report.heldPlan()).contains(held.plan());
        assertThat(held.counts()).isEqualTo(Map.of(ActionKind.DISABLE_USER, 200L));
        assertThat(held.actions()).hasSize(200);
        assertThat(ReportText.warnings(report))
                .anySatisfy(line -> assertThat(line)
                        .contains(
                                "removals wait, because 200 of 300 users would be removed",
                                "Approve plan " + held.plan()))
                .contains("disable user 'user0' ('user0' is no longer in JumpCloud)", "disable user … and 150 more");
    }

    @Test
    @DisplayName("as text names 50 of a kind and says how many more there are")
    void text() {
        SyncReport report = report(false, 300, null);

        List<String> lines = ReportText.lines(report);

        assertThat(lines).hasSize(52).contains("create user … and 200 more");
        assertThat(lines.get(0))
                .isEqualTo("create user 'user1000' ('user1000' is in JumpCloud and not yet in Keycloak)");
        assertThat(lines.get(51))
                .isEqualTo(
                        "sync ended (completed) after 12 ms: create user 250; 300 users unchanged, 230 entries failed");
        assertThat(ReportText.warnings(report))
                .hasSize(51)
                .contains("uid=bad0 cannot be imported: too long", "… and 180 more that cannot be imported");
    }

    @Test
    @DisplayName("as text says that a dry run wrote nothing, and why a run failed")
    void otherTexts() {
        assertThat(ReportText.lines(report(true, 300, null)).get(51))
                .startsWith("dry run ended")
                .endsWith("; nothing was written");
        SyncReport failed = new ReportDraft(false).ended(SyncOutcome.FAILED, "no network", MILLIS);
        assertThat(ReportText.warnings(failed)).containsExactly("sync failed: no network");
        assertThat(ReportText.lines(failed))
                .containsExactly("sync ended (failed) after 12 ms: 0 users unchanged, 0 entries failed");
    }
}
