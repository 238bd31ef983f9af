package no.alisplass.offer.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import no.alisplass.offer.settings.OfferSettings;

/**
 * When the offers of a round go out and are answered, as a hospital's settings propose it. All days are working days, and each
 * deadline is at noon.
 *
 * @param rounds the ordinary offer rounds there is time for, in their order
 * @param upgradeStop from noon of this day on nobody who has said yes is moved
 * @param lateStop at noon of this day what nobody has taken is released
 */
public record OfferDates(List<OfferRoundDates> rounds, LocalDate upgradeStop, LocalDate lateStop) {
    /** How many working days lie between the marking of an offer round and the next: a refill is computed, looked at and decided. */
    public static final int BETWEEN = 2;

    public OfferDates {
        rounds = List.copyOf(rounds);
    }

    /**
     * The days of one offer round.
     *
     * @param number from 1
     * @param marking at noon of this day it is known to all what was taken; only then the next is made
     */
    public record OfferRoundDates(int number, LocalDate release, LocalDate answerBy, LocalDate marking) {}

    /**
     * @param start the first day of the stays
     * @param first the day from which on something can be sent
     */
    public static OfferDates proposed(OfferSettings settings, LocalDate start, LocalDate first) {
        LocalDate lateStop = lateStop(settings, start);
        List<OfferRoundDates> rounds = new ArrayList<>();
        LocalDate release = WorkingDays.onOrAfter(first);
        for (int number = 1; number <= settings.rounds(); number++) {
            OfferRoundDates dates = round(settings, number, release);
            if (dates.marking().isAfter(lateStop)) {
                break;
            }
            rounds.add(dates);
            release = WorkingDays.after(dates.marking(), BETWEEN);
        }
        LocalDate upgradeStop = upgradeStop(settings, start);
        if (rounds.size() == settings.rounds() && marked(rounds).isBefore(upgradeStop)) {
            upgradeStop = marked(rounds);
        }
        return new OfferDates(rounds, upgradeStop, lateStop);
    }

    private static LocalDate lateStop(OfferSettings settings, LocalDate start) {
        return WorkingDays.onOrBefore(start.minusWeeks(settings.lateStopWeeks()));
    }

    /** The upgrade stop by the calendar alone, whenever the offer rounds are: never after the late stop. */
    private static LocalDate upgradeStop(OfferSettings settings, LocalDate start) {
        LocalDate stop = WorkingDays.onOrBefore(start.minusMonths(settings.upgradeStopMonths()));
        LocalDate lateStop = lateStop(settings, start);
        return stop.isAfter(lateStop) ? lateStop : stop;
    }

    /** The stops that hold whenever the offer rounds are; the marking of the last ordinary one is not known before it is sent. */
    public static OfferDates stops(OfferSettings settings, LocalDate start) {
        return new OfferDates(List.of(), upgradeStop(settings, start), lateStop(settings, start));
    }

    /** The days of an offer round that is released on a working day. */
    public static OfferRoundDates round(OfferSettings settings, int number, LocalDate release) {
        LocalDate answerBy = WorkingDays.after(release, settings.daysToAnswer(number));
        return new OfferRoundDates(number, release, answerBy, WorkingDays.after(answerBy, 1));
    }

    private static LocalDate marked(List<OfferRoundDates> rounds) {
        return rounds.get(rounds.size() - 1).marking();
    }

    public Instant upgradeStopAt() {
        return WorkingDays.noon(upgradeStop);
    }

    public Instant lateStopAt() {
        return WorkingDays.noon(lateStop);
    }
}
