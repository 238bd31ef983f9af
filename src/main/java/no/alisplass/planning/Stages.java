package no.alisplass.planning;

import java.util.List;

/** How a kind of question is worked out, stage by stage. A function of what is stored alone, so that any process goes on with it. */
interface Stages {
    /** What the pieces of the stage are worked out from. */
    Work work(JobStore.Open open);

    /** What follows. @param results of all pieces of the stage, in order */
    Next next(JobStore.Open open, List<byte[]> results);

    /**
     * @param result null where there is a stage more
     * @param soFar what the stages before came to. @param size of the next stage. @param ofPiece how much of it is one piece
     */
    record Next(String result, String soFar, int size, int ofPiece) {
        static Next done(String result) {
            return new Next(result, null, 0, 0);
        }
    }
}
