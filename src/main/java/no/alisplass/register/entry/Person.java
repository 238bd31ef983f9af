package no.alisplass.register.entry;

import no.alisplass.domain.HprNumber;
import no.alisplass.domain.text.Text;

/**
 * Who a doctor is. Never a national identity number.
 *
 * @param email null when not given
 */
public record Person(String name, HprNumber hpr, String email) {
    public Person {
        name = Text.line(name);
        email = Text.line(email);
    }

    /** Says nothing of the person, so that what holds one can be named in a log. */
    @Override
    public String toString() {
        return "Person";
    }
}
