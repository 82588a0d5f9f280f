package io.github.keycloakjumpcloud.directory.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import io.github.keycloakjumpcloud.directory.Problem;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts what a server says into words that name nobody. */
final class FactText {

    private static final int LONGEST = 120;
    private static final Pattern WORD = Pattern.compile("[^\\s()\\[\\],.;:\"'/-]+");

    /** What LDAP servers speak of. Anything else may be somebody's name. */
    private static final Set<String> VOCABULARY = Set.of(
            ("a access account an anonymous are attribute authentication authorization be bind cannot closed clear"
                            + " confidential confidentiality connection control credential credentials critical denied"
                            + " directory disabled disallowed dn do does empty error exist exists expired extended failed"
                            + " for found has have in inactive inappropriate insufficient invalid is ldap limit limited"
                            + " locked method mfa missing must no not object of operation or out password permitted"
                            + " please protected required requires rights search secure server service simple size ssl"
                            + " starttls such suspended temporarily the this timed tls to try unable unauthenticated"
                            + " unauthorized unavailable unknown unsupported unwilling user username with without wrong"
                            + " apache corporation foundation inc jumpcloud microsoft openldap oracle slapd")
                    .split(" "));

    private static final int[] STEPS = {1_000, 500, 100, 10};

    private FactText() {}

    /** Number and name of a result. */
    static String code(ResultCode code) {
        return code.intValue() + " " + code.getName();
    }

    /** Of a result that the server itself has sent; what came about on this side is thrown on. */
    static ResultCode answered(LDAPException e) throws LDAPException {
        if (e.getResultCode().isClientSideResultCode()) {
            throw e;
        }
        return e.getResultCode();
    }

    /** A server's message behind a comma, with every word left out that is not a usual one; nothing where there is none. */
    static String words(@Nullable String message) {
        String text = message == null ? "" : message.strip();
        return text.isEmpty() ? "" : ", \"" + usual(text) + "\"";
    }

    /** A server's text with every word left out that is not a usual one. */
    static String usual(String text) {
        String start = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        return WORD.matcher(start.replaceAll("\\s+", " ")).replaceAll(FactText::usualWord);
    }

    private static String usualWord(MatchResult word) {
        return VOCABULARY.contains(word.group().toLowerCase(Locale.ROOT)) ? word.group() : "…";
    }

    /** About how many: a company's size is its own business. */
    static String about(int count) {
        for (int step : STEPS) {
            if (count >= step) {
                return step + " or more";
            }
        }
        return count == 0 ? "none" : "fewer than 10";
    }

    /** Why something could not be seen, without the details, which name servers and accounts. */
    static String why(Problem problem) {
        return problem.kind() == Problem.Kind.SERVER_ERROR
                ? problem.details().get(0)
                : problem.kind().code();
    }
}
