package no.alisplass.offer.life;

/** What a step does besides leading on; each is also recorded, and told to whom the row says. */
public enum OfferEffect {
    DEADLINE("the deadline is set"),
    RECEIPT("a receipt with number and time"),
    FREES("the seats are free at once"),
    FREES_LATER("the later seat is free at once, the first is kept"),
    TAKES("the seats are taken again"),
    NEW_OFFER("another offer takes its place"),
    PENDING("waits for a decision"),
    DECIDED("what was asked for is decided"),
    REGISTERED("the register is told"),
    VACANCY("what is left becomes vacancies where it is long enough");

    private final String words;

    OfferEffect(String words) {
        this.words = words;
    }

    /** In English, for the documentation. */
    public String words() {
        return words;
    }
}
