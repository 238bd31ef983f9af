package no.alisplass.solver;

import java.util.List;

/** One option of one doctor, as the planning value. */
record Choice(int number, int tier, List<Unit> units) {
    /** Identity is the number: a record's own would walk the units each time. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Choice choice && choice.number == number;
    }

    @Override
    public int hashCode() {
        return number;
    }

    @Override
    public String toString() {
        return "option " + number;
    }

    /** What is limited, as the constraint sees it. */
    record Unit(int resource, int capacity) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Unit unit && unit.resource == resource;
        }

        @Override
        public int hashCode() {
            return resource;
        }
    }
}
