package no.alisplass.web.municipality;

import io.quarkus.qute.TemplateData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import no.alisplass.access.RoundAccess;
import no.alisplass.catchment.Agreement;
import no.alisplass.catchment.Agreements;
import no.alisplass.domain.RoundId;
import no.alisplass.round.Round;
import no.alisplass.round.RoundState;
import no.alisplass.vacancy.VacancyBoard;
import no.alisplass.waitlist.Receipt;
import no.alisplass.waitlist.Submission;
import no.alisplass.web.offer.VacancyWords;
import no.alisplass.web.text.Texts;

/** What the rounds and the hospitals have for a municipality: lists to send, outcomes, vacancies, agreements. */
@ApplicationScoped
public class OwnRounds {
    private static final int SHOWN = 20;

    /** Where each vacancy has its page: by hospital and number. */
    private static final String VACANCIES = "/kommune/vikariater/";

    private final OwnMunicipality own;
    private final RoundAccess access;
    private final VacancyBoard vacancies;
    private final VacancyWords words;
    private final Agreements agreements;
    private final Clock clock;

    @Inject
    OwnRounds(
            OwnMunicipality own,
            RoundAccess access,
            VacancyBoard vacancies,
            VacancyWords words,
            Agreements agreements,
            Clock clock) {
        this.own = own;
        this.access = access;
        this.vacancies = vacancies;
        this.words = words;
        this.agreements = agreements;
        this.clock = clock;
    }

    /**
     * What there is of rounds and of hospitals.
     *
     * @param news approved rounds the municipality took part in whose half-years are still to come
     * @param open rounds that take lists, the next deadline first
     */
    @TemplateData
    public record Waiting(
            List<PastRound> news,
            List<OpenRound> open,
            List<PastRound> past,
            List<VacancyWords.Told> vacancies,
            List<OwnAgreement> agreements) {}

    /**
     * A round that takes lists.
     *
     * @param state what stands: {@code none}, {@code draft}, {@code sent} or {@code changed} after it was sent
     * @param receipt of what counts; null when nothing is sent
     * @param daysLeft until the deadline; negative when it is over
     */
    @TemplateData
    public record OpenRound(Round round, String state, int doctors, Receipt receipt, long daysLeft) {
        public boolean isHurry() {
            return receipt == null && daysLeft <= 14;
        }
    }

    @TemplateData
    public record PastRound(Round round, Receipt receipt, boolean approved) {}

    /** What a hospital's coordinator has entered of the area, said in words. */
    @TemplateData
    public record OwnAgreement(String hospital, String agreement, String registration) {}

    public Waiting waiting() {
        Map<RoundId, Receipt> receipts = own.receipts();
        List<OpenRound> open = page(EnumSet.of(RoundState.OPEN)).stream()
                .sorted(Comparator.comparing(Round::deadline))
                .map(this::open)
                .toList();
        List<Round> past = page(EnumSet.of(RoundState.CLOSED, RoundState.APPROVED));
        Map<Boolean, List<PastRound>> byNews = past.stream()
                .map(each -> new PastRound(each, receipts.get(each.id()), each.state() == RoundState.APPROVED))
                .collect(Collectors.partitioningBy(this::isNews));
        return new Waiting(
                byNews.get(true),
                open,
                byNews.get(false),
                vacant(),
                agreements.of(own.area()).stream().map(this::agreement).toList());
    }

    private boolean isNews(PastRound past) {
        return past.approved()
                && past.receipt() != null
                && past.round().first().start().isAfter(LocalDate.now(clock));
    }

    private OpenRound open(Round round) {
        Submission draft = own.draft(round);
        List<Submission> sent = own.sent(round);
        boolean changed = draft.isUnsent(sent);
        String state = sent.isEmpty() ? draft.entries().isEmpty() ? "none" : "draft" : changed ? "changed" : "sent";
        return new OpenRound(
                round,
                state,
                draft.entries().size(),
                sent.isEmpty() ? null : sent.get(0).receipt(),
                ChronoUnit.DAYS.between(LocalDate.now(clock), round.deadline()));
    }

    private OwnAgreement agreement(Agreement known) {
        LocalDate today = LocalDate.now(clock);
        Agreement.State state = known.on(today);
        String registration = known.registeredSince() == null
                ? Texts.of("agreement-here-not-registered")
                : Texts.of(
                        known.registered(today) ? "agreement-here-registered" : "agreement-here-registered-later",
                        known.registeredSince());
        return new OwnAgreement(
                own.hospital(known.hospital()).name(),
                Texts.of("agreement-here-" + state + (known.to() == null ? "" : "-to"), known.from(), known.to()),
                registration);
    }

    private List<Round> page(Set<RoundState> states) {
        return access.page(null, states, 0, SHOWN).rounds();
    }

    private List<VacancyWords.Told> vacant() {
        return vacancies.of(own.area()).stream()
                .map(each -> words.told(
                        each.value(),
                        words.names(each.value()),
                        VACANCIES + each.value().hospital() + "/" + each.value().id()))
                .toList();
    }
}
