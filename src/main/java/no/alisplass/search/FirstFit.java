package no.alisplass.search;

/**
 * In priority order, each of the others the best option that there is room for: serial dictatorship, where every pass starts. Not a construction
 * heuristic, which adds up a score of thousands of digits for every option it tries.
 */
public final class FirstFit {
    private FirstFit() {}

    /** @param choices what doctors hold already, {@link Holdings#NONE} for nothing; written to */
    public static void extend(IndexedProblem indexed, int[] choices) {
        Holdings board = new Holdings(indexed);
        for (int d = 0; d < indexed.doctors; d++) {
            if (choices[d] != Holdings.NONE) {
                board.set(d, choices[d]);
            }
        }
        for (int d = 0; d < indexed.doctors; d++) {
            for (int o = indexed.firstOption[d];
                    choices[d] == Holdings.NONE && !indexed.pinned[d] && o < indexed.firstOption[d + 1];
                    o++) {
                if (board.hasRoom(o)) {
                    board.set(d, o);
                    choices[d] = o;
                }
            }
        }
    }
}
