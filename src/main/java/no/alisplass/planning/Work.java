package no.alisplass.planning;

/** What the pieces of a stage are worked out from; for all threads. */
interface Work {
    /**
     * What some of it come to, the same on every machine.
     *
     * @param from the first. @param to that after the last
     * @param goesOn asked before each; throws where there is no use in going on
     */
    byte[] piece(int from, int to, Runnable goesOn);
}
