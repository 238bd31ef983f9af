package no.alisplass.problem;

/** Something limited, and how many units of it there are. */
public record Resource(ResourceId id, int capacity) {
    public Resource {
        if (capacity < 0) {
            throw new IllegalArgumentException("The capacity of " + id + " (" + capacity + ") must not be negative.");
        }
    }
}
