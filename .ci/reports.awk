# Reads TEST-*.xml of Surefire and Failsafe, whose text files leave nested classes out (surefire#3356).
# show=counts: a line per file and one for all; show=failed: each failed test with its stack; show=list: each on one line, with where it failed.

function plain(text) {
    gsub(/&#10;|&#13;/, " ", text); gsub(/&lt;/, "<", text); gsub(/&gt;/, ">", text); gsub(/&quot;/, "\"", text); gsub(/&apos;/, "'", text)
    gsub(/&amp;/, "\\&", text)
    return text
}

function attribute(name) {
    if (!match($0, " " name "=\"[^\"]*\"")) return ""
    return plain(substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4))
}

function counts(run, failures, errors, skipped, of) {
    printf "Tests run: %d, Failures: %d, Errors: %d, Skipped: %d%s\n", run, failures, errors, skipped, of
}

function end_of_file() {
    if (suite == "") return
    if (show == "counts") counts(run, failures, errors, skipped, " -- in " suite)
    all_run += run; all_failures += failures; all_errors += errors; all_skipped += skipped
    run = failures = errors = skipped = 0; suite = ""
}

# A failure without a frame of ours has no place.
function end_of_failure() {
    if (show == "list" && failing) print "FAILED " test ": " substr(message, 1, 300) (place == "" ? "" : " at " place)
    failing = 0
}

FNR == 1 { end_of_file() }
/^<testsuite / { suite = attribute("name"); next }
/^  <testcase / { run++; test = attribute("classname") "." attribute("name"); next }
/^    <skipped/ { skipped++; next }
/^    <(failure|error)[ >]/ {
    if (/^    <failure/) failures++; else errors++
    failing = 1; lines = 0; message = attribute("message"); if (message == "") message = attribute("type"); place = ""
    if (show == "failed") print "== " test
}
failing {
    if (show == "failed" && ++lines <= 80) print substr(plain($0), 1, 1000)
    if (place == "" && match($0, /at [^ ]*keycloakjumpcloud[^ ]*/)) place = substr($0, RSTART + 3, RLENGTH - 3)
    if (/<\/(failure|error)>|\/>$/) end_of_failure()
}
END { end_of_file(); if (show == "counts") counts(all_run, all_failures, all_errors, all_skipped, " (" kind ", all classes)") }
