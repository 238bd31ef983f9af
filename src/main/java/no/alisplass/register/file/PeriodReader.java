package no.alisplass.register.file;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.alisplass.domain.DateRange;
import no.alisplass.domain.text.Text;
import no.alisplass.register.entry.CellValues;
import no.alisplass.register.entry.ServicePeriod;

/**
 * Reads service periods sign by sign, so that nothing of the cell is passed over: every date, percentage, word and sign
 * either has its place in a period or makes the whole cell not understood.
 *
 * <pre>
 * cell   = period { separator period }          separator = "|" ";" "," line break "og"
 * period = span ( percentage [kind] | kind percentage ) { leaves | change }
 * span   = date "-" [date] | "fra" date [ "til" date ] | "siden" date
 * leaves = "(" ["permisjon"] span { "," span } ")" | [","] "permisjon" span { "," span }
 * change = [","] ( "redusert" | "økt" | "endret" ) "til" percentage "fra" date
 * </pre>
 */
final class PeriodReader {
    private static final Pattern TOKEN = Pattern.compile("(?<date>\\d{4}-\\d{1,2}-\\d{1,2}"
            + "|\\d{1,2}[./-]\\d{1,2}[./-](?:\\d{4}|\\d{2})(?!\\d)"
            + "|\\d{1,2}\\.? ?\\p{L}{3,9}\\.? \\d{4}(?!\\d))"
            + "|(?<share>\\d{1,3}) ?(?:%|(?:prosent|pst)(?!\\p{L})\\.?)"
            + "|(?<word>\\p{L}+(?:\\.\\p{L}+)*\\.?)"
            + "|(?<sign>[-,;|()\\n])");
    private static final Set<String> SEPARATORS = Set.of("|", ";", ",", "\n", "og");
    private static final Set<String> FROM = Set.of("fra", "f.o.m", "fom", "frå");
    private static final Set<String> TO = Set.of("-", "til", "t.o.m", "tom");
    private static final Set<String> LEAVE = Set.of("permisjon", "perm");
    private static final Set<String> CHANGE =
            Set.of("redusert", "økt", "auka", "endret", "endra", "økning", "reduksjon");

    /** A piece of the cell. @param kind {@code date}, {@code share}, {@code word} or {@code sign} */
    private record Token(String kind, String text) {}

    /** Something stands where it cannot. */
    private static final class NotUnderstood extends Exception {
        private static final long serialVersionUID = 1;

        NotUnderstood() {
            super(null, null, false, false);
        }
    }

    private final List<Token> tokens;
    private int at;

    PeriodReader(String cell) {
        tokens = tokens(cell);
    }

    Optional<List<ServicePeriod>> read() {
        if (tokens == null) {
            return Optional.empty();
        }
        try {
            List<ServicePeriod> periods = new ArrayList<>();
            separators();
            while (at < tokens.size()) {
                periods.addAll(period());
                if (!separators() && at < tokens.size()) {
                    return Optional.empty();
                }
            }
            return Optional.of(periods);
        } catch (NotUnderstood broken) {
            return Optional.empty();
        }
    }

    /** Null when there is a sign that belongs to no period. */
    private static List<Token> tokens(String cell) {
        List<Token> tokens = new ArrayList<>();
        String lines = Text.lines(cell);
        String text = lines == null
                ? ""
                : lines.replaceAll("[\\u2010-\\u2015\\u2212]", "-").toLowerCase(Locale.ROOT);
        Matcher token = TOKEN.matcher(text);
        int end = 0;
        while (token.find()) {
            if (!text.substring(end, token.start()).isBlank()) {
                return null;
            }
            end = token.end();
            if (token.group("date") != null) {
                tokens.add(new Token("date", token.group()));
            } else if (token.group("share") != null) {
                tokens.add(new Token("share", token.group("share")));
            } else if (token.group("word") != null) {
                tokens.add(new Token("word", token.group().replaceFirst("\\.$", "")));
            } else {
                tokens.add(new Token("sign", token.group()));
            }
        }
        return text.substring(end).isBlank() ? tokens : null;
    }

    private List<ServicePeriod> period() throws NotUnderstood {
        DateRange span = span();
        lines();
        Optional<ServicePeriod.Kind> early = kind();
        accept("i");
        int share = share();
        accept("stilling");
        ServicePeriod.Kind kind = early.or(this::kind).orElse(ServicePeriod.Kind.COUNTED);
        List<DateRange> leaves = new ArrayList<>();
        List<ServicePeriod> parts = new ArrayList<>();
        LocalDate from = span.from();
        while (true) {
            if (bracket()) {
                leaves.addAll(bracketed());
            } else if (next(LEAVE)) {
                leaves.addAll(leaves());
            } else if (next(CHANGE)) {
                require(Set.of("til"));
                int changed = share();
                require(FROM);
                accept("og");
                accept("med");
                LocalDate turn = date();
                if (!turn.isAfter(from) || span.to() != null && turn.isAfter(span.to())) {
                    throw new NotUnderstood();
                }
                parts.add(new ServicePeriod(new DateRange(from, turn.minusDays(1)), share, kind, List.of()));
                from = turn;
                share = changed;
            } else {
                break;
            }
        }
        parts.add(new ServicePeriod(new DateRange(from, span.to()), share, kind, List.of()));
        return share(parts, leaves);
    }

    /** Each part with the leaves that fall in it. A leave within none stays with the last, where it is found wrong. */
    private static List<ServicePeriod> share(List<ServicePeriod> parts, List<DateRange> leaves) {
        if (parts.size() == 1) {
            ServicePeriod only = parts.get(0);
            return List.of(new ServicePeriod(only.days(), only.percentage(), only.kind(), leaves));
        }
        List<ServicePeriod> shared = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            ServicePeriod part = parts.get(i);
            LocalDate starts = i == 0 ? LocalDate.MIN : part.days().from();
            LocalDate ends = i == parts.size() - 1 ? LocalDate.MAX : part.days().to();
            List<DateRange> here = leaves.stream()
                    .filter(leave -> !leave.from().isAfter(ends)
                            && (leave.to() == null || !leave.to().isBefore(starts)))
                    .map(leave -> new DateRange(
                            leave.from().isBefore(starts) ? starts : leave.from(),
                            ends.equals(LocalDate.MAX)
                                            || leave.to() != null && !leave.to().isAfter(ends)
                                    ? leave.to()
                                    : ends))
                    .toList();
            shared.add(new ServicePeriod(part.days(), part.percentage(), part.kind(), here));
        }
        return shared;
    }

    private DateRange span() throws NotUnderstood {
        if (word(Set.of("siden", "sidan"))) {
            return new DateRange(date(), null);
        }
        boolean said = word(FROM);
        if (said && accept("og")) {
            require(Set.of("med"));
        }
        LocalDate from = date();
        boolean on = word(TO);
        if (!on && !said) {
            throw new NotUnderstood();
        }
        if (on && accept("og")) {
            require(Set.of("med"));
        }
        int back = at;
        lines();
        if (on && at < tokens.size() && tokens.get(at).kind().equals("date")) {
            LocalDate to = date();
            return new DateRange(from, to);
        }
        at = back;
        return new DateRange(from, null);
    }

    private List<DateRange> bracketed() throws NotUnderstood {
        word(LEAVE);
        List<DateRange> leaves = new ArrayList<>();
        do {
            lines();
            leaves.add(span());
            separators();
        } while (!accept(")"));
        return leaves;
    }

    /** Leaves without brackets end where a span is followed by a percentage or a kind: that is the next period. */
    private List<DateRange> leaves() throws NotUnderstood {
        List<DateRange> leaves = new ArrayList<>(List.of(span()));
        while (at < tokens.size()) {
            int back = at;
            if (!separators() || !startsSpan()) {
                at = back;
                break;
            }
            DateRange another = span();
            if (at < tokens.size() && !SEPARATORS.contains(tokens.get(at).text())) {
                at = back;
                break;
            }
            leaves.add(another);
        }
        return leaves;
    }

    private boolean startsSpan() {
        return at < tokens.size()
                && (tokens.get(at).kind().equals("date")
                        || FROM.contains(tokens.get(at).text()));
    }

    private Optional<ServicePeriod.Kind> kind() {
        if (accept(PeriodText.COUNTED) || accept("teljande")) {
            accept("tjeneste");
            accept("teneste");
            return Optional.of(ServicePeriod.Kind.COUNTED);
        }
        if (accept(PeriodText.OPEN_PRACTICE) || accept("open")) {
            accept("uselektert");
            accept("praksis");
            return Optional.of(ServicePeriod.Kind.OPEN_PRACTICE);
        }
        return Optional.empty();
    }

    private boolean bracket() {
        int back = at;
        lines();
        if (accept("(")) {
            return true;
        }
        at = back;
        return false;
    }

    /** One of the words, perhaps on the next line or after a comma or "med"; nothing is passed over when it is not there. */
    private boolean next(Set<String> words) {
        int back = at;
        lines();
        accept(",");
        lines();
        accept("med");
        if (word(words)) {
            return true;
        }
        at = back;
        return false;
    }

    private int share() throws NotUnderstood {
        if (at >= tokens.size() || !tokens.get(at).kind().equals("share")) {
            throw new NotUnderstood();
        }
        return Integer.parseInt(tokens.get(at++).text());
    }

    private LocalDate date() throws NotUnderstood {
        if (at >= tokens.size() || !tokens.get(at).kind().equals("date")) {
            throw new NotUnderstood();
        }
        return CellValues.date(tokens.get(at++).text()).orElseThrow(NotUnderstood::new);
    }

    private void require(Set<String> words) throws NotUnderstood {
        if (!word(words)) {
            throw new NotUnderstood();
        }
    }

    private boolean accept(String text) {
        return word(Set.of(text));
    }

    private boolean word(Set<String> texts) {
        if (at < tokens.size() && texts.contains(tokens.get(at).text())) {
            at++;
            return true;
        }
        return false;
    }

    private void lines() {
        while (accept("\n")) {
            // A line break within a period is only a space.
        }
    }

    /** Whether there was any. */
    private boolean separators() {
        int before = at;
        while (word(SEPARATORS)) {
            // Several in a row are one.
        }
        return at > before;
    }
}
