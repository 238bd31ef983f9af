package no.alisplass.planning;

/** Where what is to be done next is put, as part of the transaction that finds it. */
interface Tasks {
    /** All pieces of a stage. */
    void pieces(long job, int stage, int count);

    /** What follows from a stage, when all its pieces are done. */
    void next(long job, int stage);
}
