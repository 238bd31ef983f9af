package no.alisplass.offer.life;

import java.util.Arrays;
import java.util.Optional;
import no.alisplass.domain.text.Text;

/** What may be done with an offer. From where to where, by whom and on which conditions, {@link OfferTable} tells. */
public enum OfferStep {
    /** An offer is made of what an approved run gave. */
    PREPARE,
    /** The department says yes, in writing. */
    ASSESS,
    /** The department says no, for a reason. */
    TURN_DOWN(TurnDownReason.class),
    /** The department cannot decide yet, and says what is missing. */
    NEED_MORE,
    /** The coordinator does without the department's decision, and writes why. */
    DEVIATE,
    /** The coordinator takes back what was not sent. */
    DROP(RecallReason.class),
    /** There is no time left to send it. */
    LAPSE,
    RELEASE,
    ACCEPT,
    ACCEPT_UPGRADABLE,
    DECLINE(DeclineReason.class),
    ASK_TIME,
    GRANT_TIME,
    REFUSE_TIME,
    /** The area tells whether leave and a locum are arranged. */
    TICK,
    /** The round's offers are stopped, because its run may be wrong: no deadline runs. */
    STOP,
    /** They go on, with a deadline. */
    RESUME,
    EXPIRE,
    REINSTATE,
    /** The first of the two who recall. */
    ASK_RECALL(RecallReason.class),
    RECALL,
    /** The recall that was asked for is not wanted any more. */
    UNASK_RECALL,
    /** No higher wish is waited for any longer. */
    SETTLE,
    /** A refill gives something better: the old offer ends and a new one is born accepted. */
    REFILL,
    ASK_WITHDRAWAL(WithdrawalReason.class),
    REFUSE_WITHDRAWAL,
    WITHDRAW(WithdrawalReason.class),
    /** The doctor or the area asks to serve a half-year later. */
    ASK_DEFERRAL,
    REFUSE_DEFERRAL,
    /** The stay is put off: the offer ends, and a new one is born accepted, of a seat of the same position a half-year later. */
    DEFER,
    /** The doctor or the area asks to give up the later of two half-years, and to keep the first. */
    ASK_GIVE_UP(WithdrawalReason.class),
    REFUSE_GIVE_UP,
    GIVE_UP(WithdrawalReason.class),
    ANNUL(VoidReason.class),
    CONFIRM,
    START,
    COMPLETE,
    /** How many months count of what is completed. */
    CONFIRM_MONTHS,
    /** The stay is broken off after it has begun; nobody asks why. */
    INTERRUPT;

    private final Class<? extends Enum<?>> reasons;

    OfferStep() {
        this(null);
    }

    OfferStep(Class<? extends Enum<?>> reasons) {
        this.reasons = reasons;
    }

    /** Whether it needs a reason from a list. */
    public boolean needsReason() {
        return reasons != null;
    }

    /** The reason by its name; empty when the step has no such reason. */
    public Optional<Enum<?>> reason(String name) {
        return reasons == null
                ? Optional.empty()
                : Arrays.stream(reasons.getEnumConstants())
                        .filter(each -> each.name().equals(name))
                        .<Enum<?>>map(each -> each)
                        .findFirst();
    }

    /** As message codes and events write it: {@code accept-upgradable}. */
    public String word() {
        return Text.word(this);
    }
}
