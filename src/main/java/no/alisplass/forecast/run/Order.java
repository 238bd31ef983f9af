package no.alisplass.forecast.run;

import java.util.ArrayList;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.function.Predicate;

/**
 * Those who take part in a round, the highest first, and what each can be offered. Both are found when they are asked for: most are never asked
 * about, the seats being gone.
 */
final class Order {
    private final List<Person> people;
    private final PrimitiveIterator.OfInt turns;
    private final RoundShape shape;
    private final World world;
    private final Predicate<Person> leaveRefused;
    private final List<Person> ranked = new ArrayList<>();
    private final List<RoundShape.Offers> offers = new ArrayList<>();

    /**
     * @param people in any order
     * @param turns the place of each who takes part among the people, the highest first
     */
    Order(
            World world,
            RoundShape shape,
            List<Person> people,
            PrimitiveIterator.OfInt turns,
            Predicate<Person> leaveRefused) {
        this.world = world;
        this.shape = shape;
        this.people = people;
        this.turns = turns;
        this.leaveRefused = leaveRefused;
    }

    /** Whether there is anybody at the place, from 0. */
    boolean has(int place) {
        while (ranked.size() <= place && turns.hasNext()) {
            ranked.add(people.get(turns.nextInt()));
            offers.add(null);
        }
        return place < ranked.size();
    }

    Person person(int place) {
        return ranked.get(place);
    }

    /** What the doctor there can be offered; nothing after {@link #remove}. */
    RoundShape.Offers offers(int place) {
        RoundShape.Offers found = offers.get(place);
        if (found == null) {
            Person person = ranked.get(place);
            found = shape.offers(world, person, leaveRefused.test(person));
            offers.set(place, found);
        }
        return found;
    }

    /** Has a doctor be offered nothing more. */
    void remove(int place) {
        offers.set(place, RoundShape.NOTHING);
    }

    /** Everybody, to the last. */
    List<Person> all() {
        has(people.size());
        return List.copyOf(ranked);
    }
}
